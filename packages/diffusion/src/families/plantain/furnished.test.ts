import { readAsked } from '@plantain/scene/words'
import { expect, test } from 'vitest'
import { furnished } from './furnished.ts'
import { text } from '../../../../scene/src/words/lexicon.contract.ts'

const asked = (prompt: string) => furnished(readAsked(text.units(prompt))).asked
const land = (prompt: string): string | null =>
  asked(prompt)
    .world.flatMap(({ meanings }) => meanings)
    .find(({ field }) => field === 'land')?.value ?? null
const kinds = (prompt: string): readonly string[] =>
  asked(prompt).things.flatMap((thing) => thing.kinds.slice(0, 1))

test('a sky alone is a picture of the sky; over a house it is over a house', () => {
  expect(['a starry sky', 'blue sky with clouds', 'sunset sky'].map(land)).toEqual(['sky', 'sky', 'sky'])
  expect(land('a house under a starry sky')).toBeNull()
  expect(land('a lake under a starry sky')).not.toBe('sky')
})

test('what stands on a table, and no more, is on the table that is the ground; one that people stand at is a thing', () => {
  expect([land('a vase of flowers on an oak table'), kinds('a vase of flowers on an oak table')]).toEqual([
    'table',
    ['vase', 'flower bed'],
  ])
  expect(kinds('a chair beside an oak table')).toContain('table')
  expect(kinds('a vase on a red table')).toContain('table')
  expect(land('a vase on an oak table in a living room')).toBe('living room')
})

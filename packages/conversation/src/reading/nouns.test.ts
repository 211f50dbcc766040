import { expect, test } from 'vitest'
import { vocabulary } from '../small-scene.contract.ts'
import { nounOf } from './nouns.ts'

test.each([
  ['painting', 'picture', null],
  ['small blue painting', 'picture', null],
  ['paintings', 'picture', 3],
  ['oak', 'tree', null],
])('%s is drawn as %s', (wording, kind, count) => {
  expect(nounOf(vocabulary, wording)).toMatchObject({ kind, count, notes: [] })
})

test('what is in no list is refused by its name', () => {
  expect(nounOf(vocabulary, 'blue flurbix')).toEqual({
    refused: 'I have no drawing of blue flurbix; name something near to it.',
  })
})

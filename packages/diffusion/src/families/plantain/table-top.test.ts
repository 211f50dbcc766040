import type { Scene } from '@plantain/core'
import { topBy } from '@plantain/scene'
import { expect, test } from 'vitest'
import { laid } from './table-top.ts'

const scene = (seed: number, land = 'table'): Scene => ({ seed, world: { land } }) as unknown as Scene

test.each([
  ['three apples on a wooden table', 'wood'],
  ['a mug on an old oak desk', 'wood'],
  ['a croissant on a white marble table', 'marble'],
  ['a loaf of bread on a table with a tablecloth', 'cloth'],
  ['cheese on a wooden board on a white marble table', 'marble'],
  ['a cup on a table made of wood', 'wood'],
])('%s: %s, whatever the seed', (prompt, top) => {
  for (let seed = 0; seed < 40; seed++) expect(topBy(laid(scene(seed), prompt).seed)).toBe(top)
})

test('a seed that gives it stays, and so does one of which nothing is said, or of another land', () => {
  const wooden = [1, 2, 3, 4, 5, 6, 7, 8].find((seed) => topBy(seed) === 'wood')!
  expect(laid(scene(wooden), 'apples on a wooden table').seed).toBe(wooden)
  for (const prompt of ['apples on a table', 'apples on a table without a tablecloth', 'a stone on a table'])
    expect(laid(scene(3), prompt).seed).toBe(3)
  for (let seed = 0; seed < 9; seed++)
    expect(laid(scene(seed, 'park'), 'a wooden table in a park').seed).toBe(seed)
})

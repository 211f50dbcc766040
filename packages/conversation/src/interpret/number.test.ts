import type { Interpretation } from '@plantain/core'
import { expect, test } from 'vitest'
import { numbered } from './number.ts'

const remove = (target: string, count?: number): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'remove', target, ...(count === undefined ? {} : { count }) }],
  refers_to: [],
})
const countIn = (message: string, target: string, count?: number): number | undefined =>
  numbered(remove(target, count), { message, images: 0, uploads: [], history: [] }).ops[0]!.count

test.each([
  ['remove one cow', 'cow', 1],
  ['take one of the boats away', 'boat', 1],
  ['two sheep can go', 'sheep', 2],
  ['get rid of 3 benches please', 'benches', 3],
  ['one white cow out', 'cow', 1],
] as const)('"%s" is a count', (message, target, count) => {
  expect(countIn(message, target)).toBe(count)
})

test.each([
  ['remove the cow', 'cow'],
  ['remove the one cow that stands left', 'cow'],
  ['remove cow number one', 'cow'],
  ['remove all but one cow', 'cow'],
  ['remove every one of the cows', 'cow'],
  ['from picture 2 the cow should go', 'cow'],
  ['at one, remove the clock', 'clock'],
  ["remove one cow's bell", 'cow'],
] as const)('"%s" is none', (message, target) => {
  expect(countIn(message, target)).toBeUndefined()
})

test('a count that was read stays', () => {
  expect(countIn('remove one cow', 'cow', 2)).toBe(2)
})

import type { Interpretation } from '@plantain/core'
import { expect, test } from 'vitest'
import { hasNothingToChoose } from './choice.ts'

const adds: Interpretation = { kind: 'edit', ops: [{ op: 'add', target: 'dog' }], refers_to: [] }
const recolors: Interpretation = {
  kind: 'edit',
  ops: [{ op: 'recolor', target: 'dog', value: 'red' }],
  refers_to: [],
}

test.each([
  ['put a dog in', adds, true],
  ['A dog, please!', adds, true],
  ['put a hat on him', adds, false],
  ['add a scarf to the other one', adds, false],
  ['pon un perro al lado de la casa', adds, false],
  ['ponle un suéter al perro', adds, false],
  ['red dog', recolors, false],
  ['put a dog in', { kind: 'question', ops: [], refers_to: [] } satisfies Interpretation, false],
])('%s', (message, other, expected) => {
  expect(hasNothingToChoose(message, other)).toBe(expected)
})

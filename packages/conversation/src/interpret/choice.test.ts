import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { hasNothingToChoose, hasOneThing } from './choice.ts'

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

test('"it" is the one thing there is, not the sky over it; of two things it has to be asked', () => {
  const asking: Interpretation = {
    kind: 'clarify',
    ops: [],
    refers_to: ['el:t1', 'el:sky'],
    ask: 'target',
  }
  const about = (message: string, names: readonly string[]): Message => ({
    message,
    images: 0,
    uploads: [],
    history: [
      {
        role: 'assistant',
        turn: 1,
        scene: names.map((name, at) => ({ id: at === 0 ? 't1' : 'sky', name })),
      },
    ],
  })
  expect(hasOneThing(asking, about('make it pink', ['taxi', 'sky']))).toBe(true)
  expect(hasOneThing(asking, about('make it pink', ['dog', 'cat']))).toBe(false)
  expect(hasOneThing(asking, about('make them pink', ['taxi', 'sky']))).toBe(false)
})

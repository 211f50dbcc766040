import type { Message, PastTurn } from '@plantain/core'
import { expect, test } from 'vitest'
import { answered } from './answered.ts'

const asked = (wish: string, message: string, question = 'Which one do you mean?'): Message => ({
  message,
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'two things' },
    { role: 'assistant', turn: 1, ops: [{ op: 'create' }], scene: [{ id: 'a', name: 'pot' }] },
    { role: 'user', text: wish },
    { role: 'assistant', turn: 2, ops: [], text: question },
  ] satisfies readonly PastTurn[],
})

test.each([
  ['make it orange', 'the cat', 'make the cat orange'],
  ['remove the pot', 'the blue one', 'remove the blue pot'],
  ['paint the big boat red', 'left one please', 'paint the left boat red'],
  ['brighten that a little', 'both', 'brighten both a little'],
])('"%s", "%s" is "%s"', (wish, message, whole) => {
  const read = answered(asked(wish, message))
  expect(read.message).toBe(whole)
  expect(read.history).toHaveLength(2)
})

test('what asks for something of its own, or answers no question, stays as it is', () => {
  for (const message of ['make the cat blue', 'never mind', 'a dog instead'])
    expect(answered(asked('make it orange', message)).message).toBe(message)
  const told = asked('make it orange', 'the cat', 'I made it orange.')
  expect(answered(told)).toBe(told)
})

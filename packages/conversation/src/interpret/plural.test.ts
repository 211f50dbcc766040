import type { Element, Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { agreed } from './plural.ts'

const apples: readonly Element[] = [
  { id: 'a1', name: 'apple', color: 'yellow', region: 'left' },
  { id: 'a2', name: 'apple', color: 'yellow', region: 'center' },
  { id: 'a3', name: 'apple', color: 'green', region: 'right' },
  { id: 'b1', name: 'bowl' },
]
const said = (message: string): Message => ({
  history: [
    { role: 'user', text: 'apples and a bowl' },
    { role: 'assistant', turn: 1, ops: [], scene: apples },
  ],
  message,
  images: 0,
  uploads: [],
})
const reading = (...refers_to: string[]): Interpretation =>
  ({ kind: 'edit', ops: [{ op: 'recolor', target: 'apple', value: 'red' }], refers_to }) as Interpretation

test('a plural means all of them', () => {
  const { refers_to } = agreed(reading('el:a1', 'el:a2'), said('make the apples red'))
  expect(refers_to).toEqual(['el:a1', 'el:a2', 'el:a3'])
})

test.each([
  ['make the apple red', ['el:a1', 'el:a2']],
  ['make two apples red', ['el:a1', 'el:a2']],
  ['make some of the apples red', ['el:a1', 'el:a2']],
  ['make the yellow apples red', ['el:a1', 'el:a2']],
  ['make the apples red', ['el:a1']],
  ['make the apples red', ['el:b1']],
])('"%s" of %s is left as it is read', (message, refers) => {
  const read = reading(...refers)
  expect(agreed(read, said(message))).toBe(read)
})

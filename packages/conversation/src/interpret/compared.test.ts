import type { Interpretation, Message, Wish } from '@plantain/core'
import { expect, test } from 'vitest'
import { compared } from './compared.ts'

const after = (before: Wish): Message => ({
  message: 'a bit less',
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'change the sky' },
    { role: 'assistant', turn: 1, ops: [before], scene: [] },
  ],
})
const read = (value: string, target = 'sky'): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'modify', target, value }],
  refers_to: ['edit:last'],
})
const dramatic: Wish = { op: 'modify', target: 'sky', value: 'more dramatic' }

test.each([
  ['less', 'less dramatic'],
  ['a bit less', 'less dramatic'],
  ['even more', 'more dramatic'],
  ['less of that', 'less dramatic'],
])('"%s" after more drama is %s', (said, meant) => {
  expect(compared(read(said), after(dramatic)).ops[0]).toMatchObject({ value: meant, amount: 'slight' })
})

test('a quality of its own, another thing, and another sort of edit before stay as they were read', () => {
  for (const [reading, message] of [
    [read('less cloudy'), after(dramatic)],
    [read('less', 'house'), after(dramatic)],
    [read('less'), after({ op: 'recolor', target: 'sky', value: 'pink' })],
  ] as const)
    expect(compared(reading, message)).toBe(reading)
})

test('a degree that the message does not say is not taken along from the edit before', () => {
  const even = { ...after(dramatic), message: 'even more dramatic' }
  expect(compared(read('less dramatic dramatic'), even).ops[0]!.value).toBe('more dramatic')
  const own = read('more dramatic')
  expect(compared(own, even)).toBe(own)
})

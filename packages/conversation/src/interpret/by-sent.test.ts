import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { bySent } from './by-sent.ts'

const message = (text: string, images: number): Message => ({
  message: text,
  images,
  uploads: [],
  history: [
    { role: 'user', text: 'x', images: 2 },
    { role: 'assistant', turn: 1, ops: [{ op: 'invert' }], scene: [{ id: 'sky', name: 'sky' }] },
  ],
})
const reading = (value: string): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'recolor', target: 'sky', value }],
  refers_to: ['el:sky', 'image:2'],
})

test('the picture that is sent now, and not one that was sent before', () => {
  const asked = message('use the colours of this photo for the sky', 1)
  expect(bySent(reading('colors of image 2'), asked)).toEqual({
    kind: 'edit',
    ops: [{ op: 'recolor', target: 'sky', value: 'colors of image 3' }],
    refers_to: ['el:sky', 'image:3'],
  })
})
test('the one that is named, and plain colours, stay', () => {
  const named = reading('colors of image 2')
  expect(bySent(named, message('use the colours of picture 2 for the sky', 0))).toBe(named)
  const plain = reading('blue')
  expect(bySent(plain, message('use the colours of this photo for the sky', 1))).toBe(plain)
})

import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { unpointed } from './unpointed.ts'

const reading: Interpretation = {
  kind: 'generate',
  ops: [{ op: 'create', subject: ['castle', 'hill'], subject_ref: 'image:1' }],
  refers_to: ['image:1'],
}
const said = (message: string): Message => ({ message, history: [], images: 1, uploads: [] })

test.each(['draw a castle that stands on a hill', 'a castle in the style of one hundred years ago'])(
  'nobody of the picture: %s',
  (message) => {
    expect(unpointed(reading, said(message))).toEqual({
      kind: 'generate',
      ops: [{ op: 'create', subject: ['castle', 'hill'] }],
      refers_to: [],
    })
  },
)
test.each([
  'draw this castle on a hill',
  'a picture of the castle at night',
  'create a new scene with the same castle',
  'dibuja este castillo de noche',
])('of the picture: %s', (message) => {
  expect(unpointed(reading, said(message))).toBe(reading)
})

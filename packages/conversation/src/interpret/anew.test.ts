import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { anew } from './anew.ts'

const added: Interpretation = { kind: 'edit', ops: [{ op: 'add', target: 'cars', count: 3 }], refers_to: [] }
const said = (message: string): Message => ({
  message,
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'a mountain lake' },
    { role: 'assistant', turn: 1, ops: [{ op: 'create', subject: ['mountain lake'] }], scene: [] },
  ],
})

test.each([
  ['a busy street with three cars', ['busy street', 'three cars']],
  ['An old harbour with boats and a lighthouse.', ['old harbour', 'boats', 'lighthouse']],
])('"%s" is a new picture', (message, subject) => {
  expect(anew(added, said(message))).toEqual({
    kind: 'generate',
    ops: [{ op: 'create', subject }],
    refers_to: [],
  })
})

test.each([
  'a man with an umbrella',
  'three cars on the street',
  'add a street with three cars',
  'a garden gnome with a hat',
  'a park',
])('"%s" is not', (message) => {
  expect(anew(added, said(message))).toBe(added)
})

test('nor is the first message, nor one that was read as another change', () => {
  expect(anew(added, { ...said('a beach with palms'), history: [] })).toBe(added)
  const moved: Interpretation = { kind: 'edit', ops: [{ op: 'background', value: 'beach' }], refers_to: [] }
  expect(anew(moved, said('a beach with palms'))).toBe(moved)
})

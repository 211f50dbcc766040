import { readFileSync } from 'node:fs'
import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { named } from './named.ts'
import { openWords } from './words.ts'

const folder = new URL('../../../../models/plantain-tiny/interpreter/', import.meta.url)
const words = openWords({
  config: readFileSync(new URL('config.json', folder)),
  lexicon: readFileSync(new URL('lexicon.json', folder)),
  vectors: readFileSync(new URL('vectors.bin', folder)),
})
const said = (message: string, partial = true): Message => ({
  message,
  images: 1,
  uploads: [
    [
      { id: 'person1', name: 'person' },
      { id: 'face1', name: 'face' },
      { id: 'cup1', name: 'cup' },
    ],
  ],
  history: [],
  partial,
})
const remove = (target: string, id: string): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'remove', target }],
  refers_to: [`el:${id}`, 'image:1'],
})

test.each([
  ['remove the flag', 'face', 'face1', 'flag'],
  ['please take the spoon away', 'cup', 'cup1', 'spoon'],
])('"%s", read of the %s, is of what it names', (message, read, id, meant) => {
  const { ops, refers_to } = named(remove(read, id), said(message), words)
  expect(ops).toEqual([{ op: 'remove', target: meant }])
  expect(refers_to).toEqual(['image:1'])
})

test('what names the target, means the same, points, or is said of a scene, stays as it was read', () => {
  for (const [message, target, id] of [
    ['remove the face', 'face', 'face1'],
    ['remove the cups', 'cup', 'cup1'],
    ['remove it', 'cup', 'cup1'],
    ['remove the thing on the left', 'cup', 'cup1'],
  ] as const) {
    const reading = remove(target, id)
    expect(named(reading, said(message), words)).toBe(reading)
  }
  const reading = remove('cup', 'cup1')
  expect(named(reading, said('remove the spoon', false), words)).toBe(reading)
})

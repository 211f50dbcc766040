import { readFileSync } from 'node:fs'
import type { Interpretation, Message, Wish } from '@plantain/core'
import { expect, test } from 'vitest'
import { askedIfAbsent } from './absent.ts'
import { openWords } from './words.ts'

const folder = new URL('../../../../models/plantain-tiny/interpreter/', import.meta.url)
const words = openWords({
  lexicon: readFileSync(new URL('lexicon.json', folder)),
  vectors: readFileSync(new URL('vectors.bin', folder)),
})
const wish = (
  op: Wish['op'],
  target: string,
  refers_to: Interpretation['refers_to'] = [],
): Interpretation => ({
  kind: 'edit',
  ops: [{ op, target }],
  refers_to,
})
const message: Message = {
  message: 'the dog can go',
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'a bedroom' },
    {
      role: 'assistant',
      turn: 1,
      scene: [
        { id: 'bed1', name: 'bed' },
        { id: 'cat1', name: 'kitten' },
      ],
    },
  ],
}

test('what is to be done to a thing that is not there is asked about', () => {
  expect(askedIfAbsent(wish('remove', 'dog'), message, words)).toMatchObject({
    kind: 'clarify',
    ask: 'target',
  })
})

test('what is there by another name, is pointed at, is everywhere, or may be in a photograph is not', () => {
  for (const reading of [
    wish('remove', 'cat'),
    wish('remove', 'dog', ['el:bed1']),
    wish('recolor', 'wall'),
    wish('add', 'dog'),
  ])
    expect(askedIfAbsent(reading, message, words)).toBe(reading)
  const dog = wish('remove', 'dog')
  expect(askedIfAbsent(dog, { ...message, partial: true }, words)).toBe(dog)
})

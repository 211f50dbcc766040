import type { Interpretation } from '@plantain/core'
import { expect, test } from 'vitest'
import { ordered } from './ordered.ts'

const read = (reading: Interpretation, message: string): Interpretation =>
  ordered(reading, { message, images: 0, uploads: [], history: [] })

test('words that stand together are put into the order of the message', () => {
  const street: Interpretation = {
    kind: 'generate',
    ops: [{ op: 'create', subject: ['street city', 'dog'] }],
    refers_to: [],
  }
  expect(read(street, 'A city street, and a dog').ops[0]!.subject).toEqual(['city street', 'dog'])
  const boat: Interpretation = {
    kind: 'edit',
    ops: [{ op: 'remove', target: 'boat red old' }],
    refers_to: [],
  }
  expect(read(boat, 'take the old red boat away').ops[0]!.target).toBe('old red boat')
})

test('what stands in it already, or apart, stays as it was read', () => {
  const cat: Interpretation = {
    kind: 'edit',
    ops: [{ op: 'recolor', target: 'black cat', value: 'dark red' }],
    refers_to: [],
  }
  expect(read(cat, 'the cat that is black: dark red')).toBe(cat)
})

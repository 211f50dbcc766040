import type { Interpretation } from '@plantain/core'
import { expect, test } from 'vitest'
import { ofCurrent } from './current.ts'

const crop: Interpretation = { kind: 'edit', ops: [{ op: 'crop' }], refers_to: ['turn:7', 'el:t1'] }
const read = (message: string): readonly string[] =>
  ofCurrent(crop, { message, images: 0, uploads: [], history: [] }).refers_to

test('what points at no earlier picture is of the one that is shown', () => {
  expect(read('make a passport photo')).toEqual(['el:t1'])
  expect(read('what is in the picture?')).toEqual(['el:t1'])
})
test.each([
  'make the first version square',
  'crop the one with the cat',
  'crop turn 7',
  'crop the beach photo',
  'make the night scene brighter',
  'change la photo précédente',
  'hazlo cuadrado',
])('"%s" keeps what it refers to', (message) => {
  expect(read(message)).toEqual(crop.refers_to)
})

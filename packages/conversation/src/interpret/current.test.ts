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

test('a photograph that was changed since is not gone back to, unless it is pointed at or another is taken from', () => {
  const history = [
    { role: 'user', text: 'add a croissant', images: 1, uploads: [[]] },
    { role: 'assistant', turn: 1, ops: [{ op: 'add', target: 'croissant' }], scene: [] },
  ] as const
  const painted: Interpretation = {
    kind: 'style_transfer',
    ops: [{ op: 'restyle', value: 'watercolor' }],
    refers_to: ['image:1'],
  }
  const refs = (reading: Interpretation, message: string, images = 0): readonly string[] =>
    ofCurrent(reading, { message, images, uploads: [], history }).refers_to
  expect(refs(painted, 'turn it into a watercolor')).toEqual([])
  expect(refs(painted, 'make the original photo a watercolor')).toEqual(['image:1'])
  expect(refs(painted, 'turn it into a watercolor', 1)).toEqual(['image:1'])
  const taken: Interpretation = { ...painted, ops: [{ op: 'restyle', source: 'image:1' }] }
  expect(refs(taken, 'give it the look of the street')).toEqual(['image:1'])
})

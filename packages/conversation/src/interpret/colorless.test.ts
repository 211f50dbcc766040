import type { Interpretation } from '@plantain/core'
import { expect, test } from 'vitest'
import { ofWholePicture } from './colorless.ts'

const cat: Interpretation = {
  kind: 'edit',
  ops: [{ op: 'recolor', target: 'cat', value: 'black and white' }],
  refers_to: ['el:t1'],
}
const read = (message: string): Interpretation =>
  ofWholePicture(cat, { message, images: 0, uploads: [], history: [] })

test.each([
  ['black and white, please', 'gray'],
  ['And now in sepia.', 'sepia'],
  ['ok, monochrome', 'gray'],
  ['B&W', 'gray'],
  ['how about black-and-white?', 'gray'],
  ['the whole picture in black and white', 'gray'],
  ['make everything sepia', 'sepia'],
])('"%s" is of the picture', (message, value) => {
  expect(read(message)).toEqual({ kind: 'edit', ops: [{ op: 'monochrome', value }], refers_to: [] })
})

test.each(['make it black and white', 'a black and white cat', 'paint him black and white'])(
  '"%s" is of a thing',
  (message) => {
    expect(read(message)).toBe(cat)
  },
)

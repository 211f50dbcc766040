import type { Bitmap } from '@plantain/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitmapOf, latentMask, pixelsOf, unitPixels } from './latents.ts'
import { combine, mapTensor } from './tensor.ts'

const bitmaps = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc
      .uint8ClampedArray({ minLength: 4 * width * height, maxLength: 4 * width * height })
      .map((data): Bitmap => ({ width, height, data })),
  )

test('bytes to pixels and back are the same bytes, opaque', () => {
  fc.assert(
    fc.property(bitmaps, (image) => {
      const opaque = image.data.map((value, i) => (i % 4 === 3 ? 255 : value))
      expect(bitmapOf(unitPixels(pixelsOf(image)))).toEqual({ ...image, data: opaque })
    }),
  )
})

test('channels lie one after another, black is -1 and white 1', () => {
  const image: Bitmap = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 255, 0) }
  expect(pixelsOf(image)).toEqual({ data: Float32Array.of(1, -1, -1, 1, -1, 1), shape: [1, 3, 1, 2] })
})

test('a decoder that overshoots is clamped', () => {
  expect(unitPixels({ data: Float32Array.of(-1.5, 0, 3), shape: [3] }).data).toEqual(
    Float32Array.of(0, 0.5, 1),
  )
})

test('a latent of the mask follows the top left pixel of its block', () => {
  const data = new Uint8Array(16)
  data[0] = 255
  data[11] = 255 // the last of row 2: not the top left of its block
  data[10] = 128
  expect(latentMask({ width: 4, height: 4, data }, 2, 2)).toEqual({
    data: Float32Array.of(1, 0, 0, 1),
    shape: [1, 1, 2, 2],
  })
})

test('sums are rounded once, a factor of 0 leaves its tensor out, sizes must agree', () => {
  const big = { data: Float32Array.of(2 ** 24), shape: [1] }
  const one = { data: Float32Array.of(1), shape: [1] }
  expect(combine(1, big, 1, one, 1, one).data[0]).toBe(2 ** 24 + 2)
  expect(combine(1, one, 0, { data: Float32Array.of(NaN), shape: [1] })).toEqual(one)
  expect(() => combine(1, one, 1, { data: new Float32Array(2), shape: [2] })).toThrow(
    'cannot add 2 values to 1',
  )
  expect(mapTensor(one, (x) => x * 3)).toEqual({ data: Float32Array.of(3), shape: [1] })
})

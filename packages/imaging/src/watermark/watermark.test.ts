import type { Bitmap } from '@plantain/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitmaps } from '../bitmaps.contract.ts'
import { crop } from '../crop.ts'
import { changedBytes, psnr } from '../measure.ts'
import { hash, noise2 } from '../noise.ts'
import { resize } from '../resize.ts'
import { decodeId, encodeId } from './code.ts'
import { grid, transform } from './fourier.ts'
import { mark } from './mark.ts'
import { readMark } from './read.ts'

/** Something with soft and rough parts, as pictures have. */
function landscape(width: number, height: number, seed: number): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const rough = y > height / 2 ? 40 * noise2(x / 3, y / 3, seed) : 4
      const value = 90 + (60 * y) / height + 50 * noise2(x / 60, y / 60, seed + 1) + rough
      data.set([value, value * 0.9, value * 0.7, 255], (y * width + x) * 4)
    }
  return { width, height, data }
}
const image = landscape(640, 480, 5)
const marked = mark(image, 0xc0ffee42)

test('it is found with its id, and is not to be seen', () => {
  expect(readMark(marked)).toMatchObject({ id: 0xc0ffee42, scale: expect.closeTo(1, 1) })
  expect(psnr(image, marked)).toBeGreaterThan(42)
})
test('in a small picture, whatever its id, at its own size and at no other', () => {
  const small = landscape(320, 256, 9)
  for (const id of [1, 0x8bf85ea8, 0xffffffff, 0x0badf00d, 77])
    expect(readMark(mark(small, id))).toMatchObject({ id, scale: 1 })
})
test('in half the picture, and in a piece of it', () => {
  expect(readMark(resize(marked, 320, 240))).toMatchObject({ id: 0xc0ffee42, scale: expect.closeTo(0.5, 1) })
  expect(readMark(crop(marked, { x: 101, y: 57, width: 420, height: 380 }))?.id).toBe(0xc0ffee42)
})
test('where there is none, none is found', () => {
  for (const seed of [5, 6]) expect(readMark(landscape(300, 240, seed))).toBeNull()
  const noise = new Uint8ClampedArray(300 * 200 * 4).map((_, i) => hash(3, i) & 255)
  expect(readMark({ width: 300, height: 200, data: noise })).toBeNull()
  expect(readMark({ width: 20, height: 20, data: new Uint8ClampedArray(1600).fill(200) })).toBeNull()
  expect(readMark({ width: 200, height: 200, data: new Uint8ClampedArray(160_000).fill(200) })).toBeNull()
})
test('pixels that two pictures share, they share after it; the same bytes twice', () => {
  const edited = { ...image, data: new Uint8ClampedArray(image.data) }
  for (let i = 4 * 50_000; i < 4 * 90_000; i++) edited.data[i] = 255 - edited.data[i]!
  const after = mark(edited, 0xc0ffee42)
  const outside = after.data.filter((_, i) => i < 4 * 50_000 || i >= 4 * 90_000)
  const before = marked.data.filter((_, i) => i < 4 * 50_000 || i >= 4 * 90_000)
  expect(outside.every((value, i) => value === before[i])).toBe(true)
  expect(changedBytes(mark(image, 0xc0ffee42), marked)).toBe(0)
})
test('alpha is kept, and so are clear pixels', () => {
  fc.assert(
    fc.property(bitmaps, fc.nat(0xffffffff), (bitmap, id) => {
      const { data } = mark(bitmap, id)
      for (let i = 0; i < data.length; i += 4) {
        expect(data[i + 3]).toBe(bitmap.data[i + 3])
        if (data[i + 3] === 0) expect(data.subarray(i, i + 3)).toEqual(bitmap.data.subarray(i, i + 3))
      }
    }),
    { numRuns: 5 },
  )
})
test('any id comes back, also with three signs of each word wrong; none out of nothing', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(23), (id, at) => {
      const soft = Float64Array.from(encodeId(id))
      for (let w = 0; w < 4; w++) for (const step of [0, 5, 11]) soft[w * 24 + ((at + step) % 24)]! *= -1
      expect(decodeId(soft)).toBe(id)
    }),
    { numRuns: 20 },
  )
  let taken = 0
  for (let i = 0; i < 60; i++)
    if (decodeId(Float64Array.from({ length: 96 }, (_, k) => (hash(9, i, k) & 255) - 128)) !== null) taken++
  expect(taken).toBe(0)
})
test('the Fourier transform is the sum that it says it is', () => {
  const size = 8
  const one = grid(size)
  one.re.forEach((_, i) => (one.re[i] = (hash(1, i) & 255) - 128))
  const before = Float64Array.from(one.re)
  transform(one, -1)
  const [u, v] = [3, 6]
  let [re, im] = [0, 0]
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const angle = (-2 * Math.PI * (u * x + v * y)) / size
      re += before[y * size + x]! * Math.cos(angle)
      im += before[y * size + x]! * Math.sin(angle)
    }
  expect(one.re[v * size + u]).toBeCloseTo(re, 3)
  expect(one.im[v * size + u]).toBeCloseTo(im, 3)
  transform(one, 1)
  one.re.forEach((value, i) => expect(value / size ** 2).toBeCloseTo(before[i]!, 3))
})

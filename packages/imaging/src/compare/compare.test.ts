import type { Bitmap } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { crop } from '../crop.ts'
import { maskFromRect } from '../mask.ts'
import { hash } from '../noise.ts'
import { develop } from '../operators/develop.ts'
import { appearanceOf } from './appearance.ts'
import { difference } from './difference.ts'
import { measureShift } from './shift.ts'

/** Patches of grey of several sizes with some grain: textured everywhere, and nowhere the same. */
function textured(width: number, height: number): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const level = 60 + (hash(1, x >> 4, y >> 4) & 63) + (hash(2, x >> 2, y >> 2) & 31) + (hash(3, x, y) & 7)
      data.set([level, level + 8, level - 8, 255], i)
    }
  return { width, height, data }
}
const big = textured(220, 180)
const at = (x: number, y: number): Bitmap => crop(big, { x, y, width: 200, height: 160 })
const image = at(10, 10)

describe('difference', () => {
  test('nothing, and what is not free', () => {
    expect(difference(image, image)).toMatchObject({ changed: 0, box: null, outside: 0 })
    const data = image.data.slice()
    for (const [x, y] of [
      [20, 30],
      [25, 40],
    ] as const)
      data[(y * 200 + x) * 4] = data[(y * 200 + x) * 4]! ^ 1
    const free = maskFromRect(image, { x: 0, y: 0, width: 22, height: 160 })
    expect(difference(image, { ...image, data }, free)).toEqual({
      pixels: 32_000,
      changed: 2,
      box: { x: 20, y: 30, width: 6, height: 11 },
      outside: 178 * 160,
      changedOutside: 1,
    })
  })
})

describe('shift', () => {
  test('0 for the same picture, also brightened, recoloured or with grain', () => {
    for (const steps of [
      [],
      [{ operator: 'exposure', params: { stops: 1 }, mask: null }],
      [{ operator: 'monochrome', params: {}, mask: null }],
      [{ operator: 'grain', params: { percent: 20 }, mask: null }],
    ])
      expect(measureShift(image, develop(image, steps), null)).toEqual({ x: 0, y: 0 })
  })
  test('what has moved is found, to the pixel, by whatever the light', () => {
    for (const [x, y] of [
      [1, 0],
      [-3, 2],
      [8, -7],
    ] as const) {
      expect(measureShift(image, at(10 - x, 10 - y), null)).toEqual({ x, y })
      const darker = develop(at(10 - x, 10 - y), [
        { operator: 'exposure', params: { stops: -1 }, mask: null },
      ])
      expect(measureShift(image, darker, null)).toEqual({ x, y })
    }
  })
  test('only what had to stay counts; what is plain, small or another picture tells nothing', () => {
    const data = at(13, 10).data.slice()
    const free = maskFromRect(image, { x: 0, y: 0, width: 100, height: 160 })
    for (let p = 0; p < 32_000; p++)
      if (free.data[p] === 0) data.set(image.data.subarray(p * 4, p * 4 + 4), p * 4)
    expect(measureShift(image, { ...image, data }, free)).toEqual({ x: 0, y: 0 })
    const plain = { ...image, data: image.data.slice().fill(90) }
    expect(measureShift(plain, plain, null)).toBeNull()
    expect(
      measureShift(
        crop(image, { x: 0, y: 0, width: 40, height: 40 }),
        at(0, 0) && crop(image, { x: 0, y: 0, width: 40, height: 40 }),
        null,
      ),
    ).toBeNull()
    expect(
      measureShift(
        image,
        develop(image, [{ operator: 'flip', params: { direction: 'horizontal' }, mask: null }]),
        null,
      ),
    ).toBeNull()
  })
})

describe('appearance', () => {
  test('each figure moves with what it is of, the others hardly', () => {
    const figures = (operator: string, params: Record<string, unknown>) =>
      appearanceOf(develop(image, [{ operator, params, mask: null }]))!
    const before = appearanceOf(image)!
    expect(figures('exposure', { stops: 0.5 }).lightness).toBeGreaterThan(before.lightness + 0.03)
    expect(figures('contrast', { percent: 30 }).contrast).toBeGreaterThan(before.contrast * 1.1)
    expect(figures('temperature', { mired: 60 }).b).toBeGreaterThan(before.b + 0.01)
    expect(figures('monochrome', {}).chroma).toBeLessThan(0.002)
    expect(figures('blur', { radiusPixels: 3 }).detail).toBeLessThan(before.detail * 0.7)
    expect(figures('sharpen', { percent: 100 }).detail).toBeGreaterThan(before.detail * 1.1)
    expect(figures('vignette', { percent: 50 }).edgeLightness).toBeLessThan(before.edgeLightness - 0.02)
  })
  test('of a part by mask or by box, and null of nothing', () => {
    const box = { x: 40, y: 40, width: 50, height: 30 }
    const byMask = appearanceOf(image, maskFromRect(image, box))!
    const byBox = appearanceOf(image, box)!
    expect(byMask.lightness).toBeCloseTo(byBox.lightness, 6)
    expect(appearanceOf(image, maskFromRect(image, { ...box, width: 0 }))).toBeNull()
    expect(appearanceOf(image, { x: 300, y: 0, width: 5, height: 5 })).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmaps, fromRgb, pixelAt, uniform } from './bitmaps.contract.ts'
import reference from './golden/reference.json' with { type: 'json' }
import { resample } from './resample/resample.ts'
import { area } from './resample/area.ts'
import { bilinear } from './resample/bilinear.ts'
import { lanczos } from './resample/lanczos.ts'
import type { Filter } from './resample/weights.ts'
import { resize } from './resize.ts'

const lengths = fc.integer({ min: 1, max: 40 })
const filters: readonly (readonly [string, Filter])[] = [
  ['area', area],
  ['bilinear', bilinear],
  ['lanczos', lanczos],
]

describe('resize', () => {
  test('the same size gives every byte', () => {
    fc.assert(
      fc.property(bitmaps, (image) => {
        expect(resize(image, image.width, image.height)).toEqual(image)
      }),
    )
  })
  test('a plain colour stays that colour at any size', () => {
    fc.assert(
      fc.property(bitmaps, lengths, lengths, ({ width, height, data }, w, h) => {
        const rgba = [data[0]!, data[1]!, data[2]!, 255]
        expect(resize(uniform(width, height, rgba), w, h)).toEqual(uniform(w, h, rgba))
      }),
    )
  })
  test.each(reference.resized)('$width x $height is what a float Lanczos gives', ({ width, height, rgb }) => {
    const result = resize(fromRgb(reference.width, reference.height, reference.one), width, height)
    const expected = fromRgb(width, height, rgb)
    const worst = result.data.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - expected.data[i]!)),
      0,
    )
    expect(worst).toBeLessThanOrEqual(1)
  })
  test('shrinking averages light, not bytes: a checkerboard of black and white becomes 188', () => {
    const board = fromRgb(
      64,
      64,
      Array.from({ length: 64 * 64 * 3 }, (_, i) =>
        ((((i / 3) | 0) % 64) + (((i / 3) | 0) >> 6)) % 2 ? 255 : 0,
      ),
    )
    for (const side of [8, 16, 32])
      expect(Math.abs(pixelAt(resize(board, side, side), side / 2, side / 2)[0]! - 188)).toBeLessThanOrEqual(
        1,
      )
  })
  test('what is clear lends no colour to its neighbours', () => {
    const image = uniform(8, 8, [255, 0, 0, 255])
    for (let i = 0; i < image.data.length; i += 8) image.data.set([0, 255, 0, 0], i) // every second column: clear green
    const small = resize(image, 4, 4)
    for (let x = 0; x < 4; x++) expect(pixelAt(small, x, 2).slice(0, 2)).toEqual([255, 0])
  })
  test('the input is not touched', () => {
    fc.assert(
      fc.property(bitmaps, lengths, (image, side) => {
        const before = image.data.slice()
        resize(image, side, side)
        expect(image.data).toEqual(before)
      }),
    )
  })
  test.each([
    [0, 4],
    [4, -1],
    [2.5, 4],
    [Number.NaN, 4],
  ])('%f x %f is refused', (width, height) => {
    expect(() => resize(uniform(2, 2, [0, 0, 0, 255]), width, height)).toThrow(/give whole numbers of pixels/)
  })
})

describe.each(filters)('%s', (_, filter) => {
  test('each target pixel weighs 1 in all and reads inside the source', () => {
    fc.assert(
      fc.property(lengths, lengths, (source, target) => {
        const { starts, taps, values } = filter(source, target)
        for (let i = 0; i < target; i++) {
          expect(
            values.subarray(i * taps, (i + 1) * taps).reduce((sum, value) => sum + value, 0),
          ).toBeCloseTo(1, 5)
          expect(starts[i]).toBeGreaterThanOrEqual(0)
          expect(starts[i]! + taps).toBeLessThanOrEqual(source)
        }
      }),
    )
  })
})

test('area covers exactly: 3 pixels to 2 are two thirds and one third', () => {
  const image = fromRgb(3, 1, [255, 255, 255, 0, 0, 0, 255, 255, 255])
  expect(resample(image, 2, 1, area).data[0]).toBe(resample(image, 2, 1, area).data[4])
  expect([...area(3, 2).values].map((value) => value.toFixed(3))).toEqual(
    ['0.667', '0.333', '0.000', '0.000', '0.333', '0.667'].slice(0, 6),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmaps, fromRgb, uniform } from './bitmaps.contract.ts'
import reference from './golden/reference.json' with { type: 'json' }
import { maskFromRect } from './mask.ts'
import { changedBytes, meanColor, meanDeltaE2000, psnr } from './measure.ts'
import { ssim } from './ssim.ts'

const one = fromRgb(reference.width, reference.height, reference.one)
const other = fromRgb(reference.width, reference.height, reference.other)

describe('measure', () => {
  test('PSNR, SSIM and mean CIEDE2000 are the reference values', () => {
    expect(psnr(one, other)).toBeCloseTo(reference.psnr, 6)
    expect(ssim(one, other)).toBeCloseTo(reference.ssim, 6)
    expect(meanDeltaE2000(one, other)).toBeCloseTo(reference.meanDeltaE2000, 2)
  })
  test('a picture and itself: no byte, no difference, infinite PSNR, SSIM 1', () => {
    fc.assert(
      fc.property(bitmaps, (image) => {
        expect([changedBytes(image, image), psnr(image, image), meanDeltaE2000(image, image)]).toEqual([
          0,
          Infinity,
          0,
        ])
      }),
    )
    expect(ssim(one, one)).toBeCloseTo(1, 12)
  })
  test('changed bytes are counted one by one', () => {
    const data = one.data.slice()
    data[5]! ^= 1
    data[99]! ^= 128
    expect(changedBytes(one, { ...one, data })).toBe(2)
  })
  test('a mask limits where the difference is looked for', () => {
    const left = maskFromRect(one, { x: 0, y: 0, width: 3, height: 3 })
    const data = one.data.slice()
    data.set([0, 0, 0], 8 * 4) // x = 8: outside
    expect(meanDeltaE2000(one, { ...one, data }, left)).toBe(0)
    expect(meanDeltaE2000(one, { ...one, data })).toBeGreaterThan(0)
  })
  test('the mean colour is that of the light, and only of the mask', () => {
    expect(meanColor(fromRgb(2, 1, [0, 0, 0, 255, 255, 255]))).toEqual([188, 188, 188])
    expect(
      meanColor(
        fromRgb(2, 1, [10, 20, 30, 255, 255, 255]),
        maskFromRect({ width: 2, height: 1 }, { x: 0, y: 0, width: 1, height: 1 }),
      ),
    ).toEqual([10, 20, 30])
    expect(
      meanColor(uniform(2, 2, [1, 2, 3, 255]), { width: 2, height: 2, data: new Uint8Array(4) }),
    ).toBeNull()
  })
  test('SSIM of a picture too small for its window is a bug of the caller', () => {
    expect(() => ssim(uniform(10, 20, [0, 0, 0, 255]), uniform(10, 20, [0, 0, 0, 255]))).toThrow(RangeError)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmaps, masks, uniform } from './bitmaps.contract.ts'
import {
  fullMask,
  intersectMasks,
  invertMask,
  maskFromAlpha,
  maskFromBitmap,
  maskFromDifference,
  maskFromLabels,
  maskFromRect,
  maskToBitmap,
  uniteMasks,
} from './mask.ts'
import { dilate, erode, feather } from './morphology.ts'

const radii = fc.integer({ min: 0, max: 4 })

describe('mask', () => {
  test('a rectangle reaches out of the picture without harm', () => {
    expect(maskFromRect({ width: 3, height: 2 }, { x: 1, y: -1, width: 9, height: 2 }).data).toEqual(
      Uint8Array.of(0, 255, 255, 0, 0, 0),
    )
    expect(maskFromRect({ width: 3, height: 2 }, { x: 5, y: 0, width: 2, height: 2 }).data).toEqual(
      new Uint8Array(6),
    )
  })
  test('as a picture and back it is the same mask', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        expect(maskFromBitmap(maskToBitmap(mask))).toEqual(mask)
      }),
    )
  })
  test('clear pixels are the ones to change, from alpha; and keep, from brightness', () => {
    const image = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 255, 255, 0, 255, 255, 255, 200) }
    expect(maskFromAlpha(image).data).toEqual(Uint8Array.of(255, 55))
    expect(maskFromBitmap(image).data).toEqual(Uint8Array.of(0, 200))
  })
  test('labels that are wanted are covered', () => {
    expect(
      maskFromLabels(Uint16Array.of(0, 6, 64, 6), { width: 2, height: 2 }, (label) => label === 6).data,
    ).toEqual(Uint8Array.of(0, 255, 0, 255))
  })
  test('the difference of a picture and itself is empty, and one byte is seen', () => {
    fc.assert(
      fc.property(bitmaps, fc.nat(), (image, place) => {
        const other = { ...image, data: image.data.slice() }
        expect(maskFromDifference(image, other).data.some((value) => value > 0)).toBe(false)
        const i = place % image.data.length
        other.data[i] = other.data[i]! ^ 1
        expect(maskFromDifference(image, other).data.indexOf(255)).toBe(i >> 2)
      }),
    )
  })
  test('inverting twice gives the mask; uniting and intersecting swap under it', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const other = feather(mask, 2)
        expect(invertMask(invertMask(mask))).toEqual(mask)
        expect(invertMask(uniteMasks(mask, other))).toEqual(
          intersectMasks(invertMask(mask), invertMask(other)),
        )
        expect(uniteMasks(mask, fullMask(mask))).toEqual(fullMask(mask))
      }),
    )
  })
})

describe('morphology', () => {
  test('dilating covers at least the mask, eroding at most', () => {
    fc.assert(
      fc.property(masks, radii, (mask, radius) => {
        const [more, less] = [dilate(mask, radius), erode(mask, radius)]
        mask.data.forEach((value, i) => expect(less.data[i]! <= value && value <= more.data[i]!).toBe(true))
      }),
    )
  })
  test('a single pixel grows to a square', () => {
    const dot = maskFromRect({ width: 5, height: 5 }, { x: 2, y: 2, width: 1, height: 1 })
    expect(dilate(dot, 1)).toEqual(maskFromRect({ width: 5, height: 5 }, { x: 1, y: 1, width: 3, height: 3 }))
    expect(erode(dilate(dot, 1), 1)).toEqual(dot)
  })
  test('feathering keeps what is far from the edge, and the whole coverage of a mask inside', () => {
    const size = { width: 60, height: 20 }
    const half = maskFromRect(size, { x: 0, y: 0, width: 30, height: 20 })
    const soft = feather(half, 6)
    const row = [...soft.data.subarray(600, 660)]
    expect(row.slice(0, 18).every((value) => value === 255)).toBe(true)
    expect(row.slice(42).every((value) => value === 0)).toBe(true)
    expect(row.every((value, i) => i === 0 || value <= row[i - 1]!)).toBe(true)
    expect(new Set(row).size).toBeGreaterThan(8)
  })
  test('radius 0 changes nothing', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        for (const change of [dilate, erode, feather]) expect(change(mask, 0)).toEqual(mask)
      }),
    )
  })
  test('feathering all or nothing gives all or nothing', () => {
    const all = fullMask(uniform(7, 5, [0, 0, 0, 0]))
    expect(feather(all, 3)).toEqual(all)
    expect(feather(invertMask(all), 3)).toEqual(invertMask(all))
  })
})

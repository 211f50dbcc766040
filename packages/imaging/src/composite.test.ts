import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmaps, layers, pixelAt, uniform } from './bitmaps.contract.ts'
import { composite } from './composite.ts'
import { crop } from './crop.ts'
import { fullMask, invertMask, maskFromDifference, maskFromRect } from './mask.ts'

describe('composite', () => {
  test('bytes outside the mask are those of before, inside those of after', () => {
    fc.assert(
      fc.property(layers, ([before, after, mask]) => {
        const result = composite(before, after, mask)
        mask.data.forEach((coverage, pixel) => {
          const [x, y] = [pixel % mask.width, Math.floor(pixel / mask.width)]
          if (coverage === 0) expect(pixelAt(result, x, y)).toEqual(pixelAt(before, x, y))
          if (coverage === 255) expect(pixelAt(result, x, y)).toEqual(pixelAt(after, x, y))
        })
      }),
    )
  })
  test('a picture over itself is itself, under any mask', () => {
    fc.assert(
      fc.property(layers, ([image, , mask]) => {
        expect(composite(image, image, mask)).toEqual(image)
      }),
    )
  })
  test('what changed lies under the mask', () => {
    fc.assert(
      fc.property(layers, ([before, after, mask]) => {
        const changed = maskFromDifference(before, composite(before, after, mask))
        changed.data.forEach((value, pixel) => expect(value === 0 || mask.data[pixel]! > 0).toBe(true))
      }),
    )
  })
  test('mixed bytes lie between the two (opaque pictures)', () => {
    fc.assert(
      fc.property(layers, ([before, after, mask]) => {
        for (const { data } of [before, after]) for (let i = 3; i < data.length; i += 4) data[i] = 255
        const { data } = composite(before, after, mask)
        const between = (value: number, one: number, other: number) =>
          Math.min(one, other) <= value && value <= Math.max(one, other)
        expect(data.every((value, i) => between(value, before.data[i]!, after.data[i]!))).toBe(true)
      }),
    )
  })
  test('half of white over black is half of the light', () => {
    const mask = { width: 1, height: 1, data: Uint8Array.of(128) }
    expect(
      pixelAt(composite(uniform(1, 1, [0, 0, 0, 255]), uniform(1, 1, [255, 255, 255, 255]), mask), 0, 0),
    ).toEqual([188, 188, 188, 255])
  })
  test('neither picture is touched; other sizes are a bug', () => {
    const [before, after] = [uniform(2, 2, [1, 2, 3, 255]), uniform(2, 2, [9, 9, 9, 255])]
    composite(before, after, fullMask(before))
    expect(before).toEqual(uniform(2, 2, [1, 2, 3, 255]))
    expect(() => composite(before, uniform(3, 2, [0, 0, 0, 255]), fullMask(before))).toThrow(RangeError)
  })
})

describe('crop', () => {
  test('gives the bytes of the part', () => {
    const part = bitmaps.chain((image) =>
      fc
        .tuple(fc.nat(image.width - 1), fc.nat(image.height - 1))
        .chain(([x, y]) =>
          fc.tuple(
            fc.constant(image),
            fc.constant(x),
            fc.constant(y),
            fc.integer({ min: 1, max: image.width - x }),
            fc.integer({ min: 1, max: image.height - y }),
          ),
        ),
    )
    fc.assert(
      fc.property(part, ([image, x, y, width, height]) => {
        const result = crop(image, { x, y, width, height })
        expect([result.width, result.height]).toEqual([width, height])
        for (let row = 0; row < height; row++)
          for (let column = 0; column < width; column++)
            expect(pixelAt(result, column, row)).toEqual(pixelAt(image, x + column, y + row))
      }),
    )
  })
  test.each([
    [{ x: -1, y: 0, width: 2, height: 2 }],
    [{ x: 0, y: 3, width: 2, height: 2 }],
    [{ x: 0, y: 0, width: 0, height: 2 }],
    [{ x: 0.5, y: 0, width: 2, height: 2 }],
  ])('%j of a 4 x 4 picture is refused', (rect) => {
    expect(() => crop(uniform(4, 4, [0, 0, 0, 255]), rect)).toThrow(/give whole pixels inside 4 x 4/)
  })
  test('cropping away and compositing back changes nothing', () => {
    fc.assert(
      fc.property(bitmaps, (image) => {
        const mask = maskFromRect(image, { x: 1, y: 1, width: image.width, height: 2 })
        expect(composite(image, image, invertMask(mask))).toEqual(image)
      }),
    )
  })
})

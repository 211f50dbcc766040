import type { Bitmap } from '@plantain/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmaps, fromRgb, pixelAt } from '../bitmaps.contract.ts'
import { changedBytes, psnr } from '../measure.ts'
import { maskFromRect } from '../mask.ts'
import { develop, developPlaced, type Step } from './develop.ts'
import { levelingDegrees } from './horizon.ts'
import { testPicture } from './operator.contract.ts'
import { compose, maskOfNew, transformLabels, transformMask, transformRect } from './placement.ts'

const step = (operator: string, params: Record<string, unknown> = {}): Step => ({
  operator,
  params,
  mask: null,
})
const image = testPicture(60, 40)
/** Number of the pixel in two bytes, so that each can be told from every other. */
const numbered = (width: number, height: number): Bitmap =>
  fromRgb(width, height, Array.from({ length: width * height }, (_, p) => [p & 255, p >> 8, 0]).flat())
const every: readonly Step[] = [
  step('crop', { x: 5, y: 3, width: 30, height: 20 }),
  step('flip', { direction: 'horizontal' }),
  step('flip', { direction: 'vertical' }),
  ...[90, 180, 270, 25, -8].map((degrees) => step('rotate', { degrees })),
  step('rotate', { degrees: 12, fit: 'inscribed' }),
  step('straighten', { degrees: 5 }),
  step('perspective', { verticalPercent: 30, horizontalPercent: -15 }),
  step('resize', { widthPixels: 97, heightPixels: 31 }),
  step('upscale', { factor: 2 }),
  step('extend', { leftPixels: 9, topPixels: 4, rightPixels: 2 }),
  step('aspect', { ratioWidth: 1, ratioHeight: 1 }),
  step('aspect', { ratioWidth: 1, ratioHeight: 1, how: 'extend' }),
  step('border', { widthPixels: 6, manner: 'polaroid' }),
]

describe('moves without computing', () => {
  test('a quarter turn clockwise brings the left column to the top', () => {
    const turned = develop(numbered(3, 2), [step('rotate', { degrees: 90 })])
    expect([turned.width, turned.height]).toEqual([2, 3])
    expect(turned.data.filter((_, i) => i % 4 === 0)).toEqual(Uint8ClampedArray.of(3, 0, 4, 1, 5, 2))
  })
  test('four quarter turns, two flips and opposite turns are the picture again, byte for byte', () => {
    fc.assert(
      fc.property(bitmaps, (picture) => {
        for (const steps of [
          Array.from({ length: 4 }, () => step('rotate', { degrees: 90 })),
          [step('flip'), step('flip')],
          [step('rotate', { degrees: 90 }), step('rotate', { degrees: -90 })],
          [step('flip'), step('flip', { direction: 'vertical' }), step('rotate', { degrees: 180 })],
        ])
          expect(develop(picture, steps)).toEqual(picture)
      }),
    )
  })
  test('they move floats as they move bytes', () => {
    const moves = [
      step('rotate', { degrees: 270 }),
      step('crop', { x: 2, y: 5, width: 20, height: 30 }),
      step('flip'),
    ]
    expect(develop(image, [step('invert'), ...moves])).toEqual(develop(image, [...moves, step('invert')]))
  })
  test('a part outside the frame is refused with the frame', () => {
    expect(() => develop(image, [step('crop', { x: 50, width: 20 })])).toThrow(
      /crop: the part is 20 x 40 at \(50, 0\); give one inside 60 x 40/,
    )
  })
  test('a picture that would be too large is refused', () => {
    expect(() => develop(image, [step('resize', { widthPixels: 16000 })])).toThrow(
      /it can have 16384 pixels a side/,
    )
  })
})

describe('placements', () => {
  test.each(every)('$operator $params: there and back again is the same place', ({ operator, params }) => {
    const { placement, image: result } = developPlaced(image, [{ operator, params, mask: null }])
    expect([placement.width, placement.height]).toEqual([result.width, result.height])
    for (const [x, y] of [
      [0.5, 0.5],
      [20, 7],
      [33.3, 39],
    ] as const) {
      const [sx, sy] = placement.toSource(x, y)
      const [tx, ty] = placement.toTarget(sx, sy)
      expect(tx).toBeCloseTo(x, 5)
      expect(ty).toBeCloseTo(y, 5)
    }
  })
  test.each(every)('$operator $params: a mask stays on its thing', ({ operator, params }) => {
    // A white box on black: where the moved mask is full the moved picture is white, where it is empty, black.
    const mask = maskFromRect(image, { x: 14, y: 10, width: 24, height: 16 })
    const picture = fromRgb(
      60,
      40,
      [...mask.data].flatMap((value) => [value, value, value]),
    )
    const { image: moved, placement } = developPlaced(picture, [{ operator, params, mask: null }])
    const after = transformMask(mask, placement)
    const fresh = maskOfNew(placement, image)
    let seen = 0
    after.data.forEach((value, pixel) => {
      const [x, y] = [pixel % after.width, Math.floor(pixel / after.width)]
      const inside = [-2, 0, 2].every((dy) =>
        [-2, 0, 2].every(
          (dx) =>
            (after.data[(y + dy) * after.width + x + dx] ?? -1) === value &&
            (fresh.data[(y + dy) * after.width + x + dx] ?? 255) === 0,
        ),
      )
      if (!inside || (value !== 0 && value !== 255)) return
      seen++
      expect(pixelAt(moved, x, y)[0]! > 128).toBe(value > 128)
    })
    expect(seen).toBeGreaterThan(50)
  })
  test('labels and boxes follow a quarter turn and a crop', () => {
    const labels = Uint16Array.from({ length: 6 }, (_, p) => p)
    const { placement } = developPlaced(numbered(3, 2), [
      step('rotate', { degrees: 90 }),
      step('crop', { y: 1, height: 2 }),
    ])
    expect([...transformLabels(labels, { width: 3, height: 2 }, placement, 99)]).toEqual([4, 1, 5, 2])
    expect(transformRect({ x: 1, y: 0, width: 2, height: 1 }, placement)).toEqual({
      x: 1,
      y: 0,
      width: 1,
      height: 2,
    })
    expect(transformRect({ x: 0, y: 0, width: 1, height: 2 }, placement)).toBeNull()
  })
  test('they compose: two steps are one after the other', () => {
    const [one, two] = [step('rotate', { degrees: 25 }), step('resize', { scalePercent: 50 })]
    const first = developPlaced(image, [one])
    const second = developPlaced(first.image, [two])
    const both = developPlaced(image, [one, two]).placement
    expect(both.toSource(11, 13)).toEqual(compose(first.placement, second.placement).toSource(11, 13))
  })
})

describe('computed frames', () => {
  test('an extended picture has its own pixels inside, and something of their kind around', () => {
    for (const fill of ['mirror', 'blur', 'edge', 'transparent', 'rebeccapurple']) {
      const wide = develop(image, [
        step('extend', { leftPixels: 20, topPixels: 5, rightPixels: 80, bottomPixels: 7, fill }),
      ])
      expect(develop(wide, [step('crop', { x: 20, y: 5, width: 60, height: 40 })])).toEqual(image)
      expect(pixelAt(wide, 0, 0)[3]).toBe(fill === 'transparent' ? 0 : 255)
    }
  })
  test('turned there and back in small pieces is close to the picture', () => {
    const smooth = develop(testPicture(120, 120), [step('blur', { radiusPixels: 3 })])
    const there = develop(smooth, [step('rotate', { degrees: 20 }), step('rotate', { degrees: -20 })])
    const middle = { x: 40, y: 40, width: 40, height: 40 }
    const offset = { x: middle.x + (there.width - 120) / 2, y: middle.y + (there.height - 120) / 2 }
    expect(
      psnr(develop(smooth, [step('crop', middle)]), develop(there, [step('crop', { ...middle, ...offset })])),
    ).toBeGreaterThan(38)
  })
  test('a turned picture is clear in its corners, and with a colour it is not', () => {
    expect(pixelAt(develop(image, [step('rotate', { degrees: 30 })]), 0, 0)[3]).toBe(0)
    expect(pixelAt(develop(image, [step('rotate', { degrees: 30, color: 'lime' })]), 0, 0)).toEqual([
      0, 255, 0, 255,
    ])
  })
  test('an inscribed turn, a straightened and a corrected picture have no empty corner', () => {
    for (const one of [
      step('rotate', { degrees: 30, fit: 'inscribed' }),
      step('straighten', { degrees: 9 }),
      step('perspective', { verticalPercent: -40, horizontalPercent: 20 }),
    ])
      expect(develop(image, [one]).data.filter((value, i) => i % 4 === 3 && value < 255)).toHaveLength(0)
  })
  test('resizing follows the shape, and an upscaled picture made small is the picture', () => {
    const half = develop(image, [step('resize', { widthPixels: 30 })])
    expect([half.width, half.height]).toEqual([30, 20])
    expect(develop(image, [step('resize', { widthPixels: 60, heightPixels: 40 })])).toEqual(image)
    const smooth = develop(testPicture(64, 64), [step('blur', { radiusPixels: 1 })])
    const large = develop(smooth, [step('upscale', { factor: 2 })])
    expect([large.width, large.height]).toEqual([128, 128])
    expect(psnr(develop(large, [step('resize', { widthPixels: 64 })]), smooth)).toBeGreaterThan(38)
  })
  test('a border leaves the picture inside as it is, a polaroid is deeper below', () => {
    const framed = develop(image, [step('border', { widthPixels: 10, color: 'navy', manner: 'polaroid' })])
    expect([framed.width, framed.height]).toEqual([80, 90])
    expect(pixelAt(framed, 5, 85)).toEqual([0, 0, 128, 255])
    expect(
      changedBytes(develop(framed, [step('crop', { x: 10, y: 10, width: 60, height: 40 })]), image),
    ).toBe(0)
  })
})

describe('the horizon', () => {
  /** Sea and sky with a tilt, in degrees clockwise, some waves and clouds. */
  const sea = (degrees: number): Bitmap => {
    const level = fromRgb(
      420,
      300,
      Array.from({ length: 420 * 300 }, (_, p) => {
        const y = Math.floor(p / 420)
        const wave = ((p * 7919) % 31) - 15
        return y < 160 ? [150 + (y >> 2), 180, 220] : [30 + wave, 70 + wave, 90 + wave]
      }).flat(),
    )
    return develop(level, [step('rotate', { degrees, fit: 'inscribed' })])
  }
  test.each([-7, -2.5, 1, 4.2, 9])('a sea tilted by %d degrees is found tilted so', (degrees) => {
    expect(levelingDegrees(sea(degrees))).toBeCloseTo(-degrees, 0)
  })
  test('a level one, and a picture without lines, stay as they are', () => {
    expect(levelingDegrees(sea(0))).toBe(0)
    const noise = testPicture(200, 200)
    for (let i = 0; i < noise.data.length; i++) if (i % 4 !== 3) noise.data[i] = (i * 2654435761) >>> 24
    expect(levelingDegrees(noise)).toBe(0)
    expect(develop(sea(0), [step('straighten')])).toEqual(sea(0))
  })
})

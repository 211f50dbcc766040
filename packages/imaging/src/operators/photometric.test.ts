import type { Bitmap } from '@plantain/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitmapOf, fromRgb, pixelAt, uniform } from '../bitmaps.contract.ts'
import { bytesToOklab } from '../color/oklab.ts'
import { changedBytes } from '../measure.ts'
import { develop, type Step } from './develop.ts'
import { testPicture } from './operator.contract.ts'
import { looks } from './looks.ts'

const apply = (image: Bitmap, ...steps: readonly (readonly [string, Record<string, unknown>])[]): Bitmap =>
  develop(
    image,
    steps.map(([operator, params]): Step => ({ operator, params, mask: null })),
  )
const grey = (value: number): Bitmap => uniform(1, 1, [value, value, value, 255])
const rgb = (image: Bitmap): readonly number[] => pixelAt(image, 0, 0).slice(0, 3)
const chromaOf = ([r, g, b]: readonly number[]): number => {
  const { a, b: yellow } = bytesToOklab(r!, g!, b!)
  return Math.hypot(a, yellow)
}
/** All greys, dark to light. */
const ramp = fromRgb(256, 1, Array.from({ length: 256 }, (_, v) => [v, v, v]).flat())
const reds = (image: Bitmap): readonly number[] => [...image.data].filter((_, i) => i % 4 === 0)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const image = testPicture(64, 48)
const pixels = bitmapOf(6, 6).map((one) => {
  for (let i = 3; i < one.data.length; i += 4) one.data[i] = 255
  return one
})

describe('light', () => {
  test.each([
    ['exposure', { stops: 1 }],
    ['exposure', { stops: -1 }],
    ['contrast', { percent: 60 }],
    ['contrast', { percent: -60 }],
    ['tone', { shadowsPercent: 100 }],
    ['tone', { shadowsPercent: -100 }],
    ['tone', { highlightsPercent: 100 }],
    ['tone', { highlightsPercent: -100 }],
    ['tone', { blacksPercent: 100, whitesPercent: -100 }],
    ['tone', { blacksPercent: -100, midtonesPercent: 100, whitesPercent: 100 }],
    [
      'curves',
      {
        all: [
          [0, 30],
          [60, 40],
          [200, 230],
          [255, 250],
        ],
      },
    ],
  ] as const)('%s %o never turns tones over', (operator, params) => {
    const values = reds(apply(ramp, [operator, params]))
    expect(values).toEqual(values.toSorted((one, other) => one - other))
  })
  test.each([
    ['exposure', { stops: 0.6 }],
    ['tone', { shadowsPercent: 50 }],
    ['tone', { midtonesPercent: 40 }],
  ] as const)('%s %o brightens, and the opposite darkens', (operator, params) => {
    const opposite = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, -value]))
    expect(mean(reds(apply(ramp, [operator, params])))).toBeGreaterThan(mean(reds(ramp)) + 3)
    expect(mean(reds(apply(ramp, [operator, opposite])))).toBeLessThan(mean(reds(ramp)) - 3)
  })
  test('a stop more keeps highlights apart: few tones of a ramp become white', () => {
    expect(
      reds(apply(ramp, ['exposure', { stops: 1 }])).filter((value) => value === 255).length,
    ).toBeLessThan(35)
  })
  test('darker makes white darker, too', () => {
    expect(rgb(apply(grey(255), ['exposure', { stops: -1 }]))[0]).toBeLessThan(245)
  })
  test('greys stay grey under everything that changes light alone', () => {
    for (const step of [
      ['exposure', { stops: 1.3 }],
      ['contrast', { percent: 70 }],
      ['tone', { shadowsPercent: 70, highlightsPercent: -30 }],
      ['clarity', { percent: 80 }],
      ['sharpen', { percent: 200 }],
    ] as const) {
      const { data } = apply(ramp, step)
      for (let i = 0; i < data.length; i += 4)
        expect(
          Math.max(data[i]!, data[i + 1]!, data[i + 2]!) - Math.min(data[i]!, data[i + 1]!, data[i + 2]!),
        ).toBeLessThanOrEqual(1)
    }
  })
  test('contrast spreads, around a middle that stays', () => {
    expect(rgb(apply(grey(118), ['contrast', { percent: 60 }]))[0]).toBeCloseTo(118, -1)
    expect(rgb(apply(grey(60), ['contrast', { percent: 60 }]))[0]).toBeLessThan(50)
    expect(rgb(apply(grey(200), ['contrast', { percent: 60 }]))[0]).toBeGreaterThan(208)
  })
  test.each([
    ['contrast', 'percent', 40],
    ['tone', 'shadowsPercent', 60],
    ['tone', 'whitesPercent', 40],
    ['tint', 'percent', 50],
  ] as const)('%s %s undoes itself, to a byte', (operator, key, amount) => {
    fc.assert(
      fc.property(pixels, (picture) => {
        const back = apply(picture, [operator, { [key]: amount }], [operator, { [key]: -amount }])
        picture.data.forEach((value, i) => expect(Math.abs(back.data[i]! - value)).toBeLessThanOrEqual(1))
      }),
      { numRuns: 40 },
    )
  })
})

describe('colour', () => {
  test('warmer: more red and less blue, for every grey; cooler the other way', () => {
    for (const value of [40, 118, 200]) {
      const [red, , blue] = rgb(apply(grey(value), ['temperature', { mired: 35 }]))
      expect(red).toBeGreaterThan(value)
      expect(blue).toBeLessThan(value)
      const [coolRed, , coolBlue] = rgb(apply(grey(value), ['temperature', { mired: -35 }]))
      expect(coolRed).toBeLessThan(value)
      expect(coolBlue).toBeGreaterThan(value)
    }
  })
  test('warm light has the hue of a black body: at 2856 K (196.4 mired more) as illuminant A', () => {
    const [red, green, blue] = rgb(apply(grey(100), ['temperature', { mired: 196.4 }]))
    // Illuminant A in linear sRGB is 1.9 : 0.94 : 0.26 for green-weighted white; in bytes of grey 100 that is about 133 : 97 : 50.
    expect(red).toBeGreaterThan(122)
    expect(red).toBeLessThan(142)
    expect(green).toBeGreaterThan(90)
    expect(blue).toBeGreaterThan(40)
    expect(blue).toBeLessThan(62)
  })
  test('saturation: -100 is grey, -50 is half the chroma, more never loses a hue', () => {
    const color = uniform(1, 1, [180, 90, 60, 255])
    const none = rgb(apply(color, ['saturation', { percent: -100 }]))
    expect(Math.max(...none) - Math.min(...none)).toBeLessThanOrEqual(1)
    expect(chromaOf(rgb(apply(color, ['saturation', { percent: -50 }]))) / chromaOf(rgb(color))).toBeCloseTo(
      0.5,
      1,
    )
    expect(chromaOf(rgb(apply(color, ['saturation', { percent: 50 }])))).toBeGreaterThan(
      1.15 * chromaOf(rgb(color)),
    )
    expect(apply(color, ['saturation', { percent: 30 }], ['saturation', { percent: -30 }])).toEqual(color)
  })
  test('vibrance lifts weak colours more than strong ones', () => {
    const gain = (color: readonly number[]): number =>
      chromaOf(rgb(apply(uniform(1, 1, [...color, 255]), ['vibrance', { percent: 80 }]))) / chromaOf(color)
    expect(gain([110, 120, 140])).toBeGreaterThan(1.4)
    expect(gain([20, 60, 220])).toBeLessThan(1.1)
  })
  test('monochrome: red, green and blue are equal; shares are a filter before the film', () => {
    const { data } = apply(image, ['monochrome', {}])
    for (let i = 0; i < data.length; i += 4) expect([data[i + 1], data[i + 2]]).toEqual([data[i], data[i]])
    const sky = uniform(1, 1, [60, 110, 220, 255])
    const filtered = (shares: Record<string, number>): number => rgb(apply(sky, ['monochrome', shares]))[0]!
    expect(filtered({ redPercent: 70, greenPercent: 25, bluePercent: 5 })).toBeLessThan(
      filtered({ redPercent: 5, greenPercent: 50, bluePercent: 45 }) - 30,
    )
  })
  test('sepia is brown: red over green over blue, in all middle tones', () => {
    for (const value of [60, 118, 200]) {
      const [red, green, blue] = rgb(apply(grey(value), ['monochrome', { color: 'sepia' }])) as [
        number,
        number,
        number,
      ]
      expect(red).toBeGreaterThan(green)
      expect(green).toBeGreaterThan(blue)
    }
  })
  test('invert is 255 less each byte', () => {
    fc.assert(
      fc.property(pixels, (picture) => {
        const { data } = apply(picture, ['invert', {}])
        picture.data.forEach((value, i) => expect(data[i]).toBe(i % 4 === 3 ? value : 255 - value))
      }),
    )
  })
  test.each(['red', 'green', 'blue', 'white', 'black', 'gray', 'orange', 'pink', '#335577'])(
    'recolor to %s: the mean becomes that colour, shading stays',
    (color) => {
      const shaded = fromRgb(40, 1, Array.from({ length: 40 }, (_, x) => [120 + x, 60 + x, 40 + x]).flat())
      const wanted = bytesToOklab(
        ...(rgb(apply(grey(1), ['border', { widthPixels: 1, color }])) as [number, number, number]),
      )
      const result = apply(shaded, ['recolor', { color }])
      const [r, g, b] = [0, 1, 2].map((channel) =>
        mean([...result.data].filter((_, i) => i % 4 === channel)),
      ) as [number, number, number]
      const got = bytesToOklab(Math.round(r), Math.round(g), Math.round(b))
      expect(
        Math.hypot(
          got.lightness - Math.min(0.95, Math.max(0.2, wanted.lightness)),
          got.a - wanted.a,
          got.b - wanted.b,
        ),
      ).toBeLessThan(0.06)
      const lights = Array.from(
        { length: 40 },
        (_, x) => bytesToOklab(...(pixelAt(result, x, 0).slice(0, 3) as [number, number, number])).lightness,
      )
      expect(lights[39]! - lights[0]!).toBeGreaterThan(0.015)
    },
  )
  test('recolor of the main colour leaves skin and white as they are, and colours all where there is no main colour', () => {
    const [suit, skin, white] = [
      [235, 95, 45],
      [225, 180, 155],
      [240, 238, 235],
    ] as const
    const of = (colors: readonly (readonly number[])[]) => ({
      width: colors.length,
      height: 1,
      data: Uint8ClampedArray.from(colors.flatMap((rgb) => [...rgb, 255])),
    })
    const dressed = of([suit, suit, suit, skin, white])
    const { data } = apply(dressed, ['recolor', { color: 'blue', parts: 'main' }])
    expect(data[2]!).toBeGreaterThan(data[0]! + 60)
    for (const at of [3, 4]) {
      const moved = [0, 1, 2].map((c) => Math.abs(data[at * 4 + c]! - dressed.data[at * 4 + c]!))
      expect(Math.max(...moved), `colour ${at}`).toBeLessThan(25)
    }
    const plain = apply(of([white, white, skin, white]), ['recolor', { color: 'blue', parts: 'main' }]).data
    for (const at of [0, 1, 3]) expect(plain[at * 4 + 2]!).toBeGreaterThan(plain[at * 4]! + 40)
  })
  test('a recolored black thing can be white, and a white one black', () => {
    expect(Math.min(...rgb(apply(grey(12), ['recolor', { color: 'white' }])))).toBeGreaterThan(230)
    expect(Math.max(...rgb(apply(grey(245), ['recolor', { color: 'black' }])))).toBeLessThan(25)
  })
  test('colours beyond the screen keep their hue rather than clip: strong orange stays orange', () => {
    const [red, green, blue] = rgb(
      apply(uniform(1, 1, [240, 140, 40, 255]), ['saturation', { percent: 150 }]),
    ) as [number, number, number]
    expect(red).toBeGreaterThan(green + 60)
    expect(green).toBeGreaterThan(blue + 40)
  })
})

describe('the frame of light', () => {
  test('a vignette darkens corners and not the middle; taken off again it is gone', () => {
    const dark = apply(uniform(41, 31, [150, 150, 150, 255]), ['vignette', { percent: 60 }])
    expect(pixelAt(dark, 0, 0)[0]).toBeLessThan(115)
    expect(pixelAt(dark, 20, 15)[0]).toBe(150)
    expect(apply(image, ['vignette', { percent: 60 }], ['vignette', { percent: -60 }])).toEqual(image)
  })
  test('grain is the same for a seed and another for another, and keeps the mean', () => {
    const flat = uniform(80, 80, [128, 128, 128, 255])
    const grainy = (seed: number): Bitmap => apply(flat, ['grain', { percent: 60, seed }])
    expect(grainy(1)).toEqual(grainy(1))
    expect(changedBytes(grainy(1), grainy(2))).toBeGreaterThan(1000)
    expect(mean(reds(grainy(1)))).toBeCloseTo(128, -0.3)
  })
  test('opacity and its mask cut out; colours stay in the file', () => {
    expect(pixelAt(apply(image, ['opacity', { percent: 0 }]), 3, 3)).toEqual([
      ...pixelAt(image, 3, 3).slice(0, 3),
      0,
    ])
  })
})

test('cut out: clear under the mask, and at its soft border the colour of what stays', () => {
  // A red thing on blue, its border mixed over three pixels, as lenses draw it.
  const mixed = Array.from({ length: 40 }, (_, x) => Math.min(1, Math.max(0, (x - 18) / 4)))
  const picture = fromRgb(
    40,
    8,
    Array.from({ length: 8 }, () => mixed.flatMap((share) => [200 * (1 - share), 0, 200 * share])).flat(),
  )
  const mask = {
    width: 40,
    height: 8,
    data: Uint8Array.from({ length: 320 }, (_, i) => 255 * mixed[i % 40]!),
  }
  const result = develop(picture, [{ operator: 'cut-out', params: {}, mask }])
  expect(pixelAt(result, 35, 4)[3]).toBe(0)
  expect(pixelAt(result, 5, 4)).toEqual([200, 0, 0, 255])
  const [, , blue, alpha] = pixelAt(result, 20, 4)
  expect(alpha).toBeCloseTo(128, -1)
  expect(blue).toBeLessThan(0.75 * pixelAt(picture, 20, 4)[2]!)
})

describe('named looks', () => {
  test.each(Object.keys(looks))('%s changes the picture, at half strength less', (name) => {
    const distance = (percent: number): number => {
      const after = apply(image, ['look', { name, percent }])
      return mean([...image.data].map((value, i) => Math.abs(after.data[i]! - value)))
    }
    expect(distance(100)).toBeGreaterThan(1)
    expect(distance(50)).toBeLessThan(distance(100))
  })
})
test('auto-enhance stretches a dull picture and hardly touches a good one', () => {
  const dull = apply(testPicture(96, 64), ['contrast', { percent: -90 }], ['exposure', { stops: -0.8 }])
  const range = (one: Bitmap): number => {
    const values = reds(one).toSorted((p, q) => p - q)
    return values[Math.floor(0.98 * values.length)]! - values[Math.floor(0.02 * values.length)]!
  }
  expect(range(apply(dull, ['auto-enhance', {}]))).toBeGreaterThan(range(dull) + 25)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import ciede2000 from '../golden/ciede2000.json' with { type: 'json' }
import reference from '../golden/reference.json' with { type: 'json' }
import { bytesToLab, deltaE2000, type Lab } from './lab.ts'
import { bytesToOklab, hueAndChroma, linearToOklab, oklabToLinear } from './oklab.ts'
import { byteToLinear, linearToByte, toLinear, toSrgb } from './srgb.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const byte = fc.integer({ min: 0, max: 255 })

describe('srgb', () => {
  test('every byte survives the way to light and back', () => {
    for (let value = 0; value < 256; value++) expect(linearToByte(byteToLinear(value))).toBe(value)
  })
  test('the curves undo each other', () => {
    fc.assert(
      fc.property(share, (value) => {
        expect(toLinear(toSrgb(value))).toBeCloseTo(value, 6)
      }),
    )
  })
  test('known points: middle grey of the byte scale is 21.6 % of the light', () => {
    expect(toLinear(0)).toBe(0)
    expect(toLinear(1)).toBe(1)
    expect(byteToLinear(128)).toBeCloseTo(0.21586, 5)
  })
  test('linearToByte rounds to the nearest byte and clips', () => {
    fc.assert(
      fc.property(share, (value) => {
        expect(Math.abs(linearToByte(value) - toSrgb(value) * 255)).toBeLessThan(0.55)
      }),
    )
    expect([linearToByte(-1), linearToByte(7), linearToByte(1)]).toEqual([0, 255, 255])
  })
})

describe('oklab', () => {
  test('white, black and the primaries lie where the source says', () => {
    expect(bytesToOklab(255, 255, 255).lightness).toBeCloseTo(1, 4)
    expect(bytesToOklab(0, 0, 0).lightness).toBe(0)
    const red = bytesToOklab(255, 0, 0)
    expect([red.lightness, red.a, red.b].map((value) => value.toFixed(3))).toEqual([
      '0.628',
      '0.225',
      '0.126',
    ])
    expect(hueAndChroma(red).hue).toBeCloseTo(29.2, 1)
  })
  test('the way back gives the colour again', () => {
    fc.assert(
      fc.property(share, share, share, (red, green, blue) => {
        const back = oklabToLinear(linearToOklab(red, green, blue))
        ;[red, green, blue].forEach((value, i) => expect(back[i]).toBeCloseTo(value, 5))
      }),
    )
  })
})

describe('lab', () => {
  test.each(ciede2000.pairs)('CIEDE2000 of (%f, %f, %f) and (%f, %f, %f) is %f', (...pair) => {
    const [l1, a1, b1, l2, a2, b2, expected] = pair as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    expect(deltaE2000([l1, a1, b1], [l2, a2, b2])).toBeCloseTo(expected, 4)
    expect(deltaE2000([l2, a2, b2], [l1, a1, b1])).toBeCloseTo(expected, 4)
  })
  test('bytes become the reference values', () => {
    reference.lab.forEach((expected, i) => {
      const [red, green, blue] = reference.one.slice((Math.floor(i / 5) * reference.width + (i % 5)) * 3) as [
        number,
        number,
        number,
      ]
      bytesToLab(red, green, blue).forEach((value, k) =>
        expect(Math.abs(value - expected[k]!)).toBeLessThan(0.02),
      )
    })
  })
  test('a colour does not differ from itself', () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (rgb) => {
        const lab: Lab = bytesToLab(...rgb)
        expect(deltaE2000(lab, lab)).toBe(0)
      }),
    )
  })
})

import type { Bitmap } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { hash } from '../noise.ts'
import { characterOf, cutSides, fadeSides, paste, vapour } from './index.ts'

const SIDE = 160
/** A photograph in small: bars with soft edges, a warm cast, and grain. */
const place = painted((x, y) => {
  const bar = 1 / (1 + Math.abs((x % 40) - 20) / 6)
  const light = 60 + 110 * bar + 6 * (((hash(5, x, y) & 255) + (hash(6, x, y) & 255)) / 104 - 2.45)
  return [light * 1.1, light * 0.9, light * 0.6, 255]
})
/** Drawn: crisp, clean, and bright blue. */
const drawn = painted((x, y) => {
  const inside = (x - 80) ** 2 + (y - 80) ** 2 < 70 ** 2
  const stripe = Math.floor(x / 16) % 2 === 0
  return [stripe ? 20 : 90, stripe ? 90 : 170, stripe ? 235 : 255, inside ? 255 : 0]
})

function painted(color: (x: number, y: number) => readonly [number, number, number, number]): Bitmap {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4)
  for (let p = 0; p < SIDE * SIDE; p++) data.set(color(p % SIDE, Math.floor(p / SIDE)), p * 4)
  return { width: SIDE, height: SIDE, data }
}
const at = { x: 45, y: 60, width: 60, height: 60 }
const inner = [57, 72, 93, 108] as const
const around = [20, 20, 140, 140] as const

describe('what is set in', () => {
  const there = characterOf(place, around)
  const plain = characterOf(paste(place, drawn, { ...at, match: 0, shadow: false }).image, inner)
  const suited = characterOf(paste(place, drawn, { ...at, match: 0.85, shadow: false }).image, inner)
  test.each(['lightness', 'b', 'chroma', 'grain', 'blur'] as const)(
    'comes near to its place in %s',
    (figure) => {
      const [before, after] = [plain, suited].map((one) => Math.abs(one[figure] - there[figure])) as [
        number,
        number,
      ]
      expect(after, `${figure}: ${plain[figure]} → ${suited[figure]}, around ${there[figure]}`).toBeLessThan(
        0.8 * before,
      )
    },
  )
  test('changes nothing outside of its mask', () => {
    const { image, mask } = paste(place, drawn, { ...at, match: 0.85, shadow: true })
    for (let p = 0; p < mask.data.length; p++)
      if (mask.data[p] === 0)
        expect(image.data.subarray(p * 4, p * 4 + 4)).toEqual(place.data.subarray(p * 4, p * 4 + 4))
  })
  test('throws a shadow away from the brighter side', () => {
    const bright = painted((x) => [200 - x / 2, 200 - x / 2, 200 - x / 2, 255])
    const spot = { x: 60, y: 60, width: 40, height: 60, match: 0, shadow: true }
    const { data } = paste(
      bright,
      painted(() => [90, 90, 90, 255]),
      spot,
    ).image
    const dark = (x: number): number => bright.data[(115 * SIDE + x) * 4]! - data[(115 * SIDE + x) * 4]!
    expect(dark(107)).toBeGreaterThan(dark(52) + 5)
  })
})

describe('what its picture cut off', () => {
  const cut = {
    bitmap: painted((x, y) => [0, 0, 0, y > 30 && x > 40 && x < 150 ? 255 : 0]),
    rect: { x: 30, y: 40, width: SIDE, height: SIDE },
  }
  test('is told by side', () => {
    expect(cutSides(cut, { width: 400, height: 200 })).toEqual(['bottom'])
    expect(cutSides(cut, { width: 400, height: 300 })).toEqual([])
  })
  test('fades there alone', () => {
    const faded = fadeSides(cut.bitmap, ['bottom'])
    expect(faded.data[((SIDE - 1) * SIDE + 80) * 4 + 3]).toBeLessThan(10)
    expect(faded.data[(31 * SIDE + 80) * 4 + 3]).toBe(255)
    expect(fadeSides(cut.bitmap, [])).toBe(cut.bitmap)
  })
})

test('steam is let through, thins out, and is the same twice', () => {
  const steam = vapour(90, 120, 3, false)
  const alpha = (p: number): number => steam.data[p * 4 + 3]!
  const all = Array.from({ length: 90 * 120 }, (_, p) => alpha(p))
  expect(Math.max(...all)).toBeGreaterThan(60)
  expect(Math.max(...all)).toBeLessThan(200)
  expect(Math.max(...all.slice(0, 90))).toBeLessThan(12)
  expect(vapour(90, 120, 3, false).data).toEqual(steam.data)
  expect(vapour(90, 120, 4, false).data).not.toEqual(steam.data)
})

import type { Bitmap } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { changedBytes, meanColor } from '../measure.ts'
import { fbm2 } from '../noise.ts'
import { develop } from '../operators/develop.ts'
import { paletteOf } from './tone-palette.ts'

const SIDE = 80
const painted = (color: (share: number, noise: number) => readonly [number, number, number]): Bitmap => {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  for (let p = 0; p < SIDE * SIDE; p++) {
    const [x, y] = [p % SIDE, Math.floor(p / SIDE)]
    data.set(color(y / SIDE, 20 * fbm2(3, x / 9, y / 9, 3)), p * 4)
  }
  return { width: SIDE, height: SIDE, data }
}
const meadow = painted((y, noise) =>
  y < 0.5 ? [150 + noise, 190 + noise, 235] : [60 + noise, 130 + noise, 50],
)
const dusk = painted((y, noise) => (y < 0.3 ? [230 + noise, 120 + noise, 60] : [50 + noise, 30, 60 + noise]))
const graded = (image: Bitmap, palette: object, percent = 100): Promise<Bitmap> =>
  develop(image, [{ operator: 'tone-palette', params: { ...palette, percent }, mask: null }])
const distance = (one: Bitmap, other: Bitmap): number => {
  const [a, b] = [meanColor(one), meanColor(other)]
  return Math.hypot(...a.map((value, c) => value - b[c]!))
}

describe('a palette that is taken over', () => {
  test('of the picture itself changes next to nothing', async () => {
    const same = await graded(meadow, paletteOf(meadow, meadow))
    expect(Math.max(...meadow.data.map((value, i) => Math.abs(value - same.data[i]!)))).toBeLessThanOrEqual(6)
  })
  test('brings a picture nearer to the other, the more of it the nearer', async () => {
    const palette = paletteOf(meadow, dusk)
    const [half, full] = [await graded(meadow, palette, 50), await graded(meadow, palette)]
    expect(distance(full, dusk)).toBeLessThan(distance(half, dusk))
    expect(distance(half, dusk)).toBeLessThan(distance(meadow, dusk))
    expect(distance(full, dusk)).toBeLessThan(0.35 * distance(meadow, dusk))
  })
  test('is of the pixel alone: what an edit leaves stays as it is', async () => {
    const palette = paletteOf(meadow, dusk)
    const edited = { ...meadow, data: meadow.data.slice() }
    edited.data.fill(20, 0, 4 * SIDE * 10)
    const [one, other] = [await graded(meadow, palette), await graded(edited, palette)]
    expect(one.data.slice(4 * SIDE * 10)).toEqual(other.data.slice(4 * SIDE * 10))
    expect(changedBytes(one, other)).toBeGreaterThan(0)
  })
  test('never turns light over, and is nowhere so steep that it makes grain', () => {
    const lamps = painted((y) => (y < 0.97 ? [12, 14, 24] : [255, 250, 230]))
    for (const reference of [dusk, lamps, painted(() => [128, 128, 128]), meadow]) {
      const { lightness } = paletteOf(meadow, reference)
      const slopes = lightness.slice(1).map((value, i) => (value - lightness[i]!) * (lightness.length - 1))
      expect(Math.min(...slopes)).toBeGreaterThanOrEqual(-1e-9)
      expect(Math.max(...slopes)).toBeLessThanOrEqual(2.21)
    }
  })
  test('does not take what is clear for black', () => {
    const logo = { ...dusk, data: dusk.data.slice() }
    const clear = { width: SIDE, height: 4 * SIDE, data: new Uint8ClampedArray(16 * SIDE * SIDE) }
    clear.data.set(logo.data)
    expect(paletteOf(meadow, clear)).toEqual(paletteOf(meadow, dusk))
    const nothing = { ...dusk, data: new Uint8ClampedArray(dusk.data.length) }
    expect(paletteOf(meadow, nothing).lightness.every((value) => value >= 0)).toBe(true)
  })
  test('of pictures of one colour, or of one pixel, is numbers', () => {
    const flat = painted(() => [90, 90, 90])
    const dot = { width: 1, height: 1, data: new Uint8ClampedArray([200, 10, 10, 255]) }
    for (const [image, reference] of [
      [flat, dusk],
      [dusk, flat],
      [dot, dusk],
      [meadow, dot],
    ] as const)
      for (const list of Object.values(paletteOf(image, reference)))
        expect(list.every((value: number) => Number.isFinite(value))).toBe(true)
  })
})

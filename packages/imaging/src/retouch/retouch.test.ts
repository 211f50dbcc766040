import type { Bitmap, Mask } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { fbm2, hash } from '../noise.ts'
import { cutOut, doubleExposure, fill, paste, sideBySide, transferLook } from './index.ts'

const never = new AbortController().signal
const [WIDTH, HEIGHT] = [96, 72]

const painted = (
  color: (x: number, y: number) => readonly [number, number, number],
  width = WIDTH,
  height = HEIGHT,
): Bitmap => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let p = 0; p < width * height; p++) data.set(color(p % width, Math.floor(p / width)), p * 4)
  return { width, height, data }
}
const masked = (inside: (x: number, y: number) => boolean, width = WIDTH, height = HEIGHT): Mask => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, p) =>
    inside(p % width, Math.floor(p / width)) ? 255 : 0,
  ),
})
/** Boards with a grain: a texture that repeats, but nowhere exactly. */
const boards = painted((x, y) => {
  const light = 130 + (y % 12 === 0 ? -60 : 0) + 24 * fbm2(4, x / 20, y / 3, 3) + (hash(2, x, y) & 7)
  return [light, light * 0.75, light * 0.5]
})
const hole = masked((x, y) => x > 36 && x < 60 && y > 22 && y < 50)

describe('filling', () => {
  test('keeps every byte outside the region', () => {
    const result = fill(boards, hole, never)
    for (let p = 0; p < hole.data.length; p++)
      if (hole.data[p] === 0)
        expect([...result.data.subarray(p * 4, p * 4 + 4)]).toEqual([
          ...boards.data.subarray(p * 4, p * 4 + 4),
        ])
  })
  test('goes on with the boards: the seams are where they were', () => {
    const spoiled = {
      ...boards,
      data: boards.data.map((value, i) =>
        hole.data[i >> 2] === 255 && (i & 3) < 3 ? (i & 3 ? 0 : 255) : value,
      ),
    }
    const result = fill(spoiled, hole, never)
    let [error, flat, count] = [0, 0, 0]
    for (let p = 0; p < hole.data.length; p++) {
      if (hole.data[p] === 0) continue
      error += (result.data[p * 4]! - boards.data[p * 4]!) ** 2
      flat += (125 - boards.data[p * 4]!) ** 2
      count++
    }
    expect(Math.sqrt(error / count)).toBeLessThan(0.95 * Math.sqrt(flat / count))
    const seam = (y: number): number =>
      Array.from({ length: 18 }, (_, i) => result.data[(y * WIDTH + 40 + i) * 4]!).reduce(
        (sum, value) => sum + value,
        0,
      ) / 18
    expect(seam(36)).toBeLessThan(seam(30) - 20)
  })
  test('is the same twice', () => {
    expect(fill(boards, hole, never).data).toEqual(fill(boards, hole, never).data)
  })
  test('refuses a region that leaves nothing to fill from, a mask of another size, and stops when told to', () => {
    expect(() =>
      fill(
        boards,
        masked(() => true),
        never,
      ),
    ).toThrow(/nearly the whole picture/)
    expect(() =>
      fill(
        boards,
        masked(() => true, 5, 5),
        never,
      ),
    ).toThrow(/one size/)
    expect(() => fill(boards, hole, AbortSignal.abort())).toThrow()
  })
})

describe('cutting out and pasting', () => {
  const disk = (x: number, y: number): boolean => (x - 48) ** 2 + (y - 36) ** 2 < 400
  const ball = painted((x, y) => (disk(x, y) ? [220, 30, 30] : [20, 200, 40]))

  test('a half covered pixel has the colour of the thing, not of what was behind it', () => {
    const mask = {
      ...masked(disk),
      data: masked(disk).data.map((value, p) =>
        value === 255 && !disk((p % WIDTH) + 1, Math.floor(p / WIDTH)) ? 128 : value,
      ),
    }
    const mixed = {
      ...ball,
      data: ball.data.map((value, i) =>
        mask.data[i >> 2] === 128 && (i & 3) < 3 ? [120, 115, 35][i & 3]! : value,
      ),
    }
    const { bitmap } = cutOut(mixed, mask)!
    for (let i = 0; i < bitmap.data.length; i += 4)
      if (bitmap.data[i + 3]! > 100 && bitmap.data[i + 3]! < 160)
        expect(bitmap.data[i]! - bitmap.data[i + 1]!).toBeGreaterThan(150)
  })
  test('an empty mask cuts nothing', () =>
    expect(
      cutOut(
        ball,
        masked(() => false),
      ),
    ).toBeNull())
  test('what the thing and its shadow do not touch stays; the mask tells what they do', () => {
    const cut = cutOut(ball, masked(disk))!
    const { image, mask } = paste(boards, cut.bitmap, {
      x: -10,
      y: 30,
      width: 30,
      height: 30,
      match: 0.6,
      shadow: true,
    })
    expect(mask.data.some((value) => value > 0)).toBe(true)
    for (let p = 0; p < mask.data.length; p++)
      if (mask.data[p] === 0)
        expect([...image.data.subarray(p * 4, p * 4 + 4)]).toEqual([
          ...boards.data.subarray(p * 4, p * 4 + 4),
        ])
  })
})

describe('several pictures', () => {
  const [red, blue] = [painted(() => [200, 20, 20]), painted(() => [20, 20, 200], 40, 60)]
  test('lie side by side at one height', () => {
    const row = sideBySide([red, blue])
    expect([row.width, row.height]).toEqual([WIDTH + 48, HEIGHT])
    expect([...row.data.subarray((WIDTH + 20) * 4, (WIDTH + 20) * 4 + 3)]).toEqual([20, 20, 200])
  })
  test('add their light in a double exposure', () => {
    const both = doubleExposure([red, blue])
    expect([both.width, both.height]).toEqual([WIDTH, HEIGHT])
    expect(both.data[0]).toBeGreaterThan(150)
    expect(both.data[2]).toBeGreaterThan(150)
  })
  test('are two or three', () => {
    expect(() => sideBySide([red])).toThrow(/give 2 or 3/)
    expect(() => doubleExposure([red, red, red, red])).toThrow(/give 2 or 3/)
  })
  test('lend their colours tone by tone: what is white in a warm picture does not turn cyan from a cold one', () => {
    const warm = painted((x) => (x < 20 ? [236, 236, 236] : [170, 60 + (x & 15), 40]))
    const cold = painted((x) => (x < 20 ? [250, 225, 190] : [20, 90 + (x & 15), 110]))
    const { data } = transferLook(warm, cold, 0.9)
    const [red, , blue] = [...data.subarray(40, 43)]
    expect(blue).toBeLessThan(red! + 8)
    expect(data[4 * 60 + 2]).toBeGreaterThan(data[4 * 60]!) // and what is dark does
  })
  test('lend their colours: the more is asked for, the nearer', () => {
    const reference = painted((x) => [60, 90, 150 + x])
    const distance = (image: Bitmap): number =>
      [0, 1, 2].reduce((sum, c) => sum + Math.abs(image.data[c + 400]! - reference.data[c + 400]!), 0)
    const [half, full] = [transferLook(boards, reference, 0.5), transferLook(boards, reference, 1)]
    expect(distance(full)).toBeLessThan(distance(half))
    expect(distance(half)).toBeLessThan(distance(boards))
  })
})

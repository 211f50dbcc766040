import { describe, expect, test } from 'vitest'
import { hash } from '../noise.ts'
import { box } from './box.ts'
import { disk } from './disk.ts'
import { convolve, gaussian, kernel } from './gaussian.ts'
import { guided } from './guided.ts'
import { convolveTaps, strokeTaps } from './taps.ts'

const [width, height] = [61, 47]
const noise = Float32Array.from({ length: width * height }, (_, i) => (hash(3, i) & 255) / 255)
const flat = new Float32Array(width * height).fill(0.37)
const blurs: Readonly<Record<string, (plane: Float32Array) => Float32Array>> = {
  box: (plane) => box(plane, width, height, 4),
  gaussian: (plane) => gaussian(plane, width, height, 1.2),
  'wide gaussian': (plane) => gaussian(plane, width, height, 9),
  disk: (plane) => disk(plane, width, height, 5.5),
  stroke: (plane) => convolveTaps(plane, width, height, strokeTaps(9, 0.8, 0.6)),
  guided: (plane) => guided(plane, plane, { width, height, radius: 4, epsilon: 0.01 }),
}

describe.each(Object.entries(blurs))('%s', (_, blur) => {
  test('leaves a flat picture flat', () => {
    for (const value of blur(flat)) expect(value).toBeCloseTo(0.37, 4)
  })
  test('brings values nearer to each other and keeps their mean', () => {
    const soft = blur(noise)
    const mean = (plane: Float32Array): number => plane.reduce((sum, value) => sum + value, 0) / plane.length
    const spread = (plane: Float32Array): number => Math.max(...plane) - Math.min(...plane)
    expect(mean(soft)).toBeCloseTo(mean(noise), 1)
    expect(spread(soft)).toBeLessThan(0.95 * spread(noise))
  })
})
test('a box is the mean of its square', () => {
  const at = (x: number, y: number): number =>
    noise[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)]!
  const soft = box(noise, width, height, 2)
  for (const [x, y] of [
    [0, 0],
    [30, 20],
    [60, 46],
    [1, 45],
  ] as const) {
    let sum = 0
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) sum += at(x + dx, y + dy)
    expect(soft[y * width + x]).toBeCloseTo(sum / 25, 5)
  }
})
test.each([2, 3, 5, 9])(
  'a wide Gaussian of deviation %d, made on a reduced picture, is within 2 %% of the true one',
  (sigma) => {
    const step = Float32Array.from({ length: 200 * 200 }, (_, i) => (i % 200 < 103 ? 0 : 1))
    const exact = convolve(step, 200, 200, kernel(sigma))
    gaussian(step, 200, 200, sigma).forEach((value, i) => {
      if (Math.floor(i / 200) === 100) expect(Math.abs(value - exact[i]!)).toBeLessThan(0.02)
    })
  },
)
test('a guided filter keeps an edge that a box would smear', () => {
  const step = Float32Array.from({ length: width * height }, (_, i) => (i % width < 30 ? 0.1 : 0.9))
  const kept = guided(step, step, { width, height, radius: 5, epsilon: 0.001 })
  expect(kept[20 * width + 29]).toBeLessThan(0.13)
  expect(kept[20 * width + 30]).toBeGreaterThan(0.87)
})

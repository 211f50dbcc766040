import { expect, test } from 'vitest'
import { linearToOklab } from '../color/oklab.ts'
import { convolve, kernel } from '../filters/gaussian.ts'
import { convert } from '../operators/convert.ts'
import { relight } from '../operators/lightness.ts'
import type { Strip } from '../operators/operator.ts'

const numbers = (length: number, low: number, high: number): Float32Array => {
  let state = 9
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return low + ((high - low) * state) / 2 ** 32
  })
}

test('Oklab of light within 0 and beyond 1, and back', () => {
  const [one, two, three] = [
    numbers(4099, 0, 1.6),
    numbers(4098, 0, 1.6).slice(0, 4098),
    numbers(4100, 0, 1.6),
  ]
  const count = 4098
  const light = [one.slice(0, count), two.slice(0, count), three.slice(1, count + 1)] as const
  const strip = {
    width: count,
    top: 0,
    one: light[0].slice(),
    two: light[1].slice(),
    three: light[2].slice(),
    alpha: null,
  }
  convert(strip, 'linear', 'oklab')
  for (let i = 0; i < count; i++) {
    const { lightness, a, b } = linearToOklab(light[0][i]!, light[1][i]!, light[2][i]!)
    for (const [found, right] of [
      [strip.one[i]!, lightness],
      [strip.two[i]!, a],
      [strip.three[i]!, b],
    ] as const)
      if (Math.abs(found - right) > 2e-6) expect(found).toBeCloseTo(right, 6)
  }
  convert(strip, 'oklab', 'linear')
  for (const [n, plane] of [strip.one, strip.two, strip.three].entries())
    for (let i = 0; i < count; i++)
      if (Math.abs(plane[i]! - light[n]![i]!) > 2e-5) expect(plane[i]).toBe(light[n]![i]!) // a sixth of the smallest step of bytes
  expect(strip.one.every(Number.isFinite)).toBe(true)
})

test('black, and less than nothing, stay what they are', () => {
  const strip = {
    width: 3,
    top: 0,
    one: Float32Array.of(0, -0.2, 0),
    two: Float32Array.of(0, -0.2, 0),
    three: Float32Array.of(0, -0.2, 1e-12),
    alpha: null,
  }
  convert(strip, 'linear', 'oklab')
  expect(strip.one[0]).toBe(0)
  expect(strip.one[1]).toBeCloseTo(-Math.cbrt(0.2), 5)
  expect(strip.one[2]).toBeLessThan(1e-3)
})

test.each([
  [1, 1, 1.2],
  [7, 3, 0.5],
  [1023, 401, 1.7], // several bands
])('a kernel over %i x %i, as by the definition', (width, height, sigma) => {
  const plane = numbers(width * height, 0, 1)
  const weights = kernel(sigma)
  const found = convolve(plane, width, height, weights)
  const clamp = (value: number, most: number): number => Math.min(most - 1, Math.max(0, value))
  for (let n = 0; n < 200; n++) {
    const [x, y] = [(n * 131) % width, (n * 37) % height]
    let sum = 0
    for (let dy = 1 - weights.length; dy < weights.length; dy++)
      for (let dx = 1 - weights.length; dx < weights.length; dx++)
        sum +=
          weights[Math.abs(dx)]! *
          weights[Math.abs(dy)]! *
          plane[clamp(y + dy, height) * width + clamp(x + dx, width)]!
    expect(Math.abs(found[y * width + x]! - sum)).toBeLessThan(1e-5)
  }
})

test('a curve of lightness in one pass over light, as between two conversions', () => {
  const shade = relight((lightness) => lightness ** 1.3 + 0.02)
  const light = [numbers(501, -0.1, 1.4), numbers(501, 0, 1), numbers(501, 0, 1).reverse()] as const
  const strip = (): Strip => {
    const [one, two, three] = light.map((plane) => plane.slice()) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    return { width: 501, top: 0, one, two, three, alpha: null }
  }
  const [direct, roundabout] = [strip(), strip()]
  shade.inLight!(direct)
  convert(roundabout, 'linear', 'oklab')
  shade(roundabout)
  convert(roundabout, 'oklab', 'linear')
  for (const plane of ['one', 'two', 'three'] as const)
    for (let i = 0; i < 501; i++)
      if (Math.abs(direct[plane][i]! - roundabout[plane][i]!) > 2e-5)
        expect(direct[plane][i]).toBe(roundabout[plane][i])
  expect(direct.one).not.toEqual(light[0])
})

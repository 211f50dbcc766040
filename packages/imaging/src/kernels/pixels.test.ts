import { expect, test } from 'vitest'
import { decode, encode } from '../color/encoded.ts'
import { byteToLinear, linearToByte } from '../color/srgb.ts'
import { convert } from '../operators/convert.ts'
import { toBitmap, toPlanes, type Planes } from '../operators/planes.ts'

const numbers = (length: number, low: number, high: number, seed: number): Float32Array => {
  let state = seed
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return low + ((high - low) * state) / 2 ** 32
  })
}
const picture = (width: number, height: number, low: number, high: number): Planes => ({
  width,
  height,
  red: numbers(width * height, low, high, 1),
  green: numbers(width * height, low, high, 2),
  blue: numbers(width * height, low, high, 3),
  alpha: numbers(width * height, -0.1, 1.1, 4),
})

/** The rule of `toBitmap` for one colour, in float64. */
function shown(r: number, g: number, b: number): readonly number[] {
  const low = Math.min(r, g, b)
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b
  const share = low >= 0 ? 1 : light > 0 ? light / (light - low) : 0
  const grey = light > 0 ? light : 0
  const inside = low >= 0 ? [r, g, b] : [r, g, b].map((value) => grey + (value - light) * share)
  const high = Math.max(...inside)
  return inside.map((value) => linearToByte(value * (high > 1 ? 0.5 + 0.5 / high : 1)))
}

test.each([
  ['what a screen can show', 97, 53, 0, 1],
  ['more and less than that', 97, 53, -0.3, 2],
  ['the dark', 61, 70, 0, 0.01],
])('light to bytes: %s, each as by the definition', (_, width, height, low, high) => {
  const planes = picture(width, height, low, high)
  const { data } = toBitmap(planes)
  for (let p = 0; p < width * height; p++) {
    const right = shown(planes.red[p]!, planes.green[p]!, planes.blue[p]!)
    expect([...data.subarray(p * 4, p * 4 + 3)], `pixel ${p}`).toEqual(right)
    expect(data[p * 4 + 3]).toBe(Uint8ClampedArray.of(planes.alpha![p]! * 255)[0])
  }
})

test('what is no number is black and clear, and stops nothing', () => {
  const one = Float32Array.of(Number.NaN, 0.5, Infinity, -Infinity)
  const { data } = toBitmap({
    width: 4,
    height: 1,
    red: one,
    green: one.slice(),
    blue: one.slice(),
    alpha: one.slice(),
  })
  expect([...data.subarray(0, 8)]).toEqual([0, 0, 0, 0, 188, 188, 188, 128])
})

test('every byte to light and back, beside every alpha', () => {
  const data = Uint8ClampedArray.from({ length: 4 * 65536 }, (_, i) =>
    i % 4 === 3 ? i >> 10 : (i >> 2) + (i % 4) * 85,
  )
  const image = { width: 256, height: 256, data }
  const planes = toPlanes(image)
  for (let p = 0; p < 65536; p++)
    if (planes.green[p] !== Math.fround(byteToLinear(data[4 * p + 1]!)))
      expect(planes.green[p]).toBe(byteToLinear(data[4 * p + 1]!))
  expect(toBitmap(planes)).toEqual(image)
})

test('the sRGB curve over strips, as number by number', () => {
  const one = numbers(9001, -0.2, 2.6, 5)
  const strip = { width: 9001, top: 0, one: one.slice(), two: one.slice(), three: one.slice(), alpha: null }
  convert(strip, 'linear', 'encoded')
  for (let i = 0; i < one.length; i++)
    if (Math.abs(strip.two[i]! - encode(one[i]!)) > 1e-6) expect(strip.two[i]).toBeCloseTo(encode(one[i]!), 6)
  const before = strip.three.slice()
  convert(strip, 'encoded', 'linear')
  for (let i = 0; i < one.length; i++)
    if (Math.abs(strip.three[i]! - decode(before[i]!)) > 1e-6)
      expect(strip.three[i]).toBeCloseTo(decode(before[i]!), 6)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHalf, toHalf } from './half.ts'

test.each([
  [0, 0],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65519, 0x7bff],
  [65520, 0x7c00],
  [1e9, 0x7c00],
  [-Infinity, 0xfc00],
  [2 ** -14, 0x0400],
  [2 ** -24, 1],
  [2 ** -25, 0],
  [3 * 2 ** -25, 2],
  [2 ** -26, 0],
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [1 + 2 ** -10, 0x3c01],
])('%s is %s as a half', (value, half) => {
  expect(toHalf(Float32Array.of(value))[0]).toBe(half)
})

test('every half survives the way to float32 and back', () => {
  const all = Uint16Array.from({ length: 65536 }, (_, i) => i).filter((half) => (half & 0x7fff) <= 0x7c00)
  expect(toHalf(fromHalf(all))).toEqual(all)
})

test('not a number stays so', () => {
  expect(fromHalf(toHalf(Float32Array.of(NaN)))[0]).toBeNaN()
})

test('the nearest half is taken', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, min: -65504, max: 65504 }), (value) => {
      const half = toHalf(Float32Array.of(value))
      const error = Math.abs(fromHalf(half)[0]! - value)
      for (const neighbour of [half[0]! - 1, half[0]! + 1]) {
        const other = fromHalf(Uint16Array.of(neighbour))[0]!
        if (Number.isFinite(other)) expect(error).toBeLessThanOrEqual(Math.abs(other - value))
      }
    }),
  )
})

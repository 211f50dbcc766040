import { expect, test } from 'vitest'
import { accumulate, readRow, type Bounds } from './coverage.ts'
import { CLOSE, CUBIC, LINE, MOVE, type Path } from './path.ts'
import { IDENTITY, scaling } from './matrix.ts'

const polygon = (...points: number[]): Path => ({
  verbs: Uint8Array.of(MOVE, ...Array.from({ length: points.length / 2 - 1 }, () => LINE), CLOSE),
  points: Float32Array.from(points),
})
const whole: Bounds = { left: 0, top: 0, right: 16, bottom: 16 }

function cover(path: Path, evenodd = false, matrix = IDENTITY): number[][] {
  const coverage = accumulate(path, matrix, whole)
  return Array.from({ length: 16 }, (_, y) => {
    const row = new Float32Array(16)
    readRow(coverage, y, evenodd, row)
    return [...row]
  })
}
const total = (rows: number[][]): number => rows.flat().reduce((sum, share) => sum + share, 0)

test('a rectangle with fractional sides covers its exact share of each pixel', () => {
  const rows = cover(polygon(2.25, 3.5, 6.75, 3.5, 6.75, 8.25, 2.25, 8.25))
  expect(rows[5]![4]).toBe(1)
  expect(rows[5]![2]).toBeCloseTo(0.75, 5)
  expect(rows[5]![6]).toBeCloseTo(0.75, 5)
  expect(rows[3]![4]).toBeCloseTo(0.5, 5)
  expect(rows[8]![2]).toBeCloseTo(0.75 * 0.25, 5)
  expect(rows[5]![1]).toBe(0)
  expect(total(rows)).toBeCloseTo(4.5 * 4.75, 4)
})

test('a triangle sums to its area, either way round', () => {
  expect(total(cover(polygon(1, 1, 15, 2, 4, 14)))).toBeCloseTo(0.5 * Math.abs(14 * 13 - 1 * 3), 2)
  expect(total(cover(polygon(4, 14, 15, 2, 1, 1)))).toBeCloseTo(0.5 * Math.abs(14 * 13 - 1 * 3), 2)
})

test('a circle of cubics sums to pi r^2', () => {
  const k = 0.5522847 * 6
  const circle: Path = {
    verbs: Uint8Array.of(MOVE, CUBIC, CUBIC, CUBIC, CUBIC, CLOSE),
    points: Float32Array.of(
      2,
      8,
      2,
      8 - k,
      8 - k,
      2,
      8,
      2,
      8 + k,
      2,
      14,
      8 - k,
      14,
      8,
      14,
      8 + k,
      8 + k,
      14,
      8,
      14,
      8 - k,
      14,
      2,
      8 + k,
      2,
      8,
    ),
  }
  expect(total(cover(circle))).toBeGreaterThan(Math.PI * 36 - 0.4)
  expect(total(cover(circle))).toBeLessThan(Math.PI * 36 + 0.1)
})

test('two squares one in the other: full by nonzero, a ring by even-odd', () => {
  const two: Path = {
    verbs: Uint8Array.of(MOVE, LINE, LINE, LINE, CLOSE, MOVE, LINE, LINE, LINE, CLOSE),
    points: Float32Array.of(2, 2, 12, 2, 12, 12, 2, 12, 5, 5, 9, 5, 9, 9, 5, 9),
  }
  expect(total(cover(two))).toBeCloseTo(100, 3)
  expect(total(cover(two, true))).toBeCloseTo(84, 3)
})

test('what lies left of the window still counts for the winding, what lies right does not', () => {
  const rows = cover(polygon(-10, 4, 3, 4, 3, 6, -10, 6))
  expect(rows[4]!.slice(0, 5)).toEqual([1, 1, 1, 0, 0])
  expect(total(cover(polygon(40, 4, 60, 4, 60, 6)))).toBe(0)
})

test('a matrix scales before the pixels are counted', () => {
  expect(total(cover(polygon(1, 1, 5, 1, 5, 5, 1, 5), false, scaling(2)))).toBeCloseTo(64, 3)
})

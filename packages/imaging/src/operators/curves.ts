import * as z from 'zod'
import { inKernel } from './kernel-shade.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

const points = z
  .array(z.tuple([z.number().min(0).max(255), z.number().min(0).max(255)]))
  .max(16)
  .describe('up to 16 points [input, output], both from 0 to 255')
  .default([])

/**
 * Curves through points, in bytes, as photo editors draw them: one for all channels, then one for each. Between the points the curve is smooth
 * and never overshoots (monotone cubic); before the first and after the last point it is level. No points: as it is.
 */
export const curves: PointwiseOperator = pointwise({
  name: 'curves',
  params: z.strictObject({ all: points, red: points, green: points, blue: points }),
  identity: {},
  space: 'encoded',
  eachChannel: true,
  prepare: ({ all, red, green, blue }) => {
    const own = [red, green, blue].map((one) => curveTable(all, one))
    const tables = Float32Array.from(own.flatMap((table) => (table ? [...table] : [])))
    return (strip) =>
      inKernel(strip, (run, { one, two, three, count, memory }) => {
        let at = memory.lookUp(tables)
        for (const [channel, plane] of [one, two, three].entries()) {
          if (!own[channel]) continue
          run.bend(plane, count, at, STEPS, STEPS, 0, ALL, 0)
          at += own[channel].byteLength
        }
      })
  },
})

const STEPS = 1020
/** Where tables begin: below every number. */
const ALL = -Infinity
type Points = readonly (readonly [number, number])[]

function curveTable(all: Points, own: Points): Float32Array | null {
  if (all.length === 0 && own.length === 0) return null
  const [first, second] = [spline(all), spline(own)]
  return Float32Array.from({ length: STEPS + 2 }, (_, i) => second(first(Math.min(i, STEPS) / 4)) / 255)
}

/** Source: Fritsch and Carlson, Monotone piecewise cubic interpolation, 1980. */
function spline(given: Points): (x: number) => number {
  const knots = [...new Map(given.map((point) => [point[0], point])).values()].toSorted((p, q) => p[0] - q[0])
  if (knots.length === 0) return (x) => x
  const slopes = knots.slice(1).map(([x, y], i) => (y - knots[i]![1]) / (x - knots[i]![0]))
  const tangents = knots.map((_, i) => {
    const [before, after] = [slopes[i - 1], slopes[i]]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
  })
  return (x) => {
    const i = knots.findLastIndex(([start]) => start <= x)
    if (i < 0) return knots[0]![1]
    if (i === knots.length - 1) return knots[i]![1]
    const [[x0, y0], [x1, y1]] = [knots[i]!, knots[i + 1]!]
    const width = x1 - x0
    const t = (x - x0) / width
    const s = 1 - t
    return (
      y0 * s * s * (1 + 2 * t) +
      y1 * t * t * (3 - 2 * t) +
      width * t * s * (tangents[i]! * s - tangents[i + 1]! * t)
    )
  }
}

import { exp } from '../math.ts'
import type { Strip } from '../operators/operator.ts'

/** Steps of the tones of a picture, from its darkest to its lightest. */
export const STEPS = 64

/** Lightness below which each 64th of the pixels lies, the least and the greatest among them. */
export function quantilesOf(plane: Float32Array): Float32Array {
  const sorted = plane.slice().sort()
  return Float32Array.from(
    { length: STEPS + 1 },
    (_, i) => sorted[Math.min(sorted.length - 1, Math.floor((i / STEPS) * (sorted.length - 1)))]!,
  )
}

/** How many of the steps lie below a value, with a share of the next; the middle of those that a flat backdrop takes. */
export function rankOf(value: number, quantiles: Float32Array): number {
  const high = firstAbove(quantiles, value, true)
  const above = firstAbove(quantiles, value, false)
  if (high < above) return (high + above - 1) / 2
  if (high === 0 || high > STEPS) return Math.min(high, STEPS)
  const low = high - 1
  const width = quantiles[high]! - quantiles[low]!
  return low + (width > 1e-6 ? (value - quantiles[low]!) / width : 0.5)
}

/** The first step above a value, or at it; one more than there are where none is. */
function firstAbove(quantiles: Float32Array, value: number, orAt: boolean): number {
  let [low, high] = [0, quantiles.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (orAt ? quantiles[middle]! >= value : quantiles[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

/** A table between its numbers. */
export function at(table: Float32Array, place: number): number {
  const low = Math.min(table.length - 2, Math.floor(place))
  return table[low]! + (table[low + 1]! - table[low]!) * (place - low)
}

export interface Tones {
  /** Mean a and b, and how far colours lie from them, at each step of lightness. */
  readonly a: Float32Array
  readonly b: Float32Array
  readonly spread: Float32Array
}

export function tonesOf({ one, two, three }: Strip, quantiles: Float32Array): Tones {
  const sums = (): Float64Array => new Float64Array(STEPS + 1)
  const [counts, sumsA, sumsB, squares] = [sums(), sums(), sums(), sums()]
  for (let p = 0; p < one.length; p++) {
    const step = Math.round(rankOf(one[p]!, quantiles))
    const [a, b] = [two[p]!, three[p]!]
    counts[step] = counts[step]! + 1
    sumsA[step] = sumsA[step]! + a
    sumsB[step] = sumsB[step]! + b
    squares[step] = squares[step]! + (a * a + b * b)
  }
  // Of a neighbourhood: a step alone may be one thing of the picture, and tones pass into each other.
  const near = softened(counts)
  const mean = (sum: Float64Array): Float32Array =>
    Float32Array.from(softened(sum), (value, n) => value / near[n]!)
  const [meanA, meanB] = [mean(sumsA), mean(sumsB)]
  const spread = mean(squares).map((square, n) =>
    Math.sqrt(Math.max(0, square - meanA[n]! * meanA[n]! - meanB[n]! * meanB[n]!) + FAINT),
  )
  return { a: meanA, b: meanB, spread }
}
/** Spread of a grey picture, squared: its colours are not raised from noise. */
const FAINT = 4e-4
const REACH = 5

/** Each step with its neighbours, less with distance. */
const softened = (sums: Float64Array): Float64Array =>
  sums.map((_, n) => {
    let sum = 0
    for (let other = 0; other < sums.length; other++)
      sum += sums[other]! * exp((-0.5 * (other - n) * (other - n)) / (REACH * REACH))
    return sum
  })

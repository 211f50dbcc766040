import type { Bitmap } from '@plantain/core'
import { box } from '../filters/box.ts'
import { exp, smoothstep } from '../math.ts'
import { fromOklabPlanes, toOklabPlanes } from '../operators/oklab-planes.ts'
import { toBitmap, toPlanes } from '../operators/planes.ts'
import type { Strip } from '../operators/operator.ts'

/** Steps of the tone curve that is taken over. */
const STEPS = 64

/**
 * A picture with the palette, tones and crispness of another: lightness by matching distributions, colours tone by tone (what is as light
 * among its own takes the cast and strength of colour that the other has there), detail by the strength of fine structure. `share` 0 to 1: how far
 * it goes. What is where stays as it is.
 *
 * A single map of all colours (linear Monge-Kantorovitch) was worse by eye: where one picture is warm and the other cold, what is white turned cyan,
 * and faces green. Source of the matching of means and deviations: Reinhard et al., Color transfer between images, 2001.
 */
export function transferLook(image: Bitmap, reference: Bitmap, share: number): Bitmap {
  const [own, other] = [toOklabPlanes(toPlanes(image)), toOklabPlanes(toPlanes(reference))]
  const [quantiles, wanted] = [quantilesOf(own.one), quantilesOf(other.one)]
  const [tones, wantedTones] = [tonesOf(own, quantiles), tonesOf(other, wanted)]
  const base = box(own.one, image.width, image.height, detailRadius(image))
  const gain = Math.min(
    1.8,
    Math.max(0.6, detailOf(other.one, reference) / Math.max(1e-4, detailOf(own.one, image))),
  )
  for (let p = 0; p < own.one.length; p++) {
    const rank = rankOf(base[p]!, quantiles)
    const light = at(wanted, rank)
    const lightness = light + (own.one[p]! - base[p]!) * gain
    const tone = rankOf(own.one[p]!, quantiles)
    const [a, b, spread] = [at(tones.a, tone), at(tones.b, tone), at(tones.spread, tone)]
    const scale = Math.min(1.5, Math.max(0.6, at(wantedTones.spread, tone) / spread))
    own.one[p] = own.one[p]! + share * (lightness - own.one[p]!)
    // White stays white, black stays black: neither has room for another colour.
    const room = share * (1 - smoothstep(0.88, 1, lightness)) * smoothstep(0, 0.15, lightness)
    own.two[p] = own.two[p]! + room * (at(wantedTones.a, tone) + scale * (own.two[p]! - a) - own.two[p]!)
    own.three[p] =
      own.three[p]! + room * (at(wantedTones.b, tone) + scale * (own.three[p]! - b) - own.three[p]!)
  }
  const result = toBitmap(fromOklabPlanes(own, image.height))
  for (let i = 3; i < result.data.length; i += 4) result.data[i] = image.data[i]!
  return result
}

const detailRadius = ({ width, height }: { width: number; height: number }): number =>
  Math.max(1, Math.round(Math.max(width, height) / 120))

function detailOf(plane: Float32Array, size: { width: number; height: number }): number {
  const smooth = box(plane, size.width, size.height, detailRadius(size))
  return plane.reduce((sum, value, p) => sum + Math.abs(value - smooth[p]!), 0) / plane.length
}

function quantilesOf(plane: Float32Array): Float32Array {
  const sorted = plane.slice().sort()
  return Float32Array.from(
    { length: STEPS + 1 },
    (_, i) => sorted[Math.min(sorted.length - 1, Math.floor((i / STEPS) * (sorted.length - 1)))]!,
  )
}

/** How many of the steps lie below a value, with a share of the next; the middle of those that a flat backdrop takes. */
function rankOf(value: number, quantiles: Float32Array): number {
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
function at(table: Float32Array, place: number): number {
  const low = Math.min(table.length - 2, Math.floor(place))
  return table[low]! + (table[low + 1]! - table[low]!) * (place - low)
}

interface Tones {
  /** Mean a and b, and how far colours lie from them, at each step of lightness. */
  readonly a: Float32Array
  readonly b: Float32Array
  readonly spread: Float32Array
}

function tonesOf({ one, two, three }: Strip, quantiles: Float32Array): Tones {
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

import type { Bitmap } from '@plantain/core'
import { box } from '../filters/box.ts'
import { smoothstep } from '../math.ts'
import { fromOklabPlanes, toOklabPlanes } from '../operators/oklab-planes.ts'
import { toBitmap, toPlanes } from '../operators/planes.ts'
import type { Strip } from '../operators/operator.ts'

/** Steps of the tone curve that is taken over. */
const STEPS = 64

/**
 * A picture with the palette, tones and crispness of another: lightness by matching distributions, colours by mean and covariance, detail
 * by the strength of fine structure. `share` 0 to 1: how far it goes. What is where stays as it is.
 *
 * Sources: Reinhard et al., Color transfer between images, 2001; Pitié, Kokaram, linear Monge-Kantorovitch colour mapping, 2007.
 */
export function transferLook(image: Bitmap, reference: Bitmap, share: number): Bitmap {
  const [own, other] = [toOklabPlanes(toPlanes(image)), toOklabPlanes(toPlanes(reference))]
  const [quantiles, wanted] = [quantilesOf(own.one), quantilesOf(other.one)]
  const base = box(own.one, image.width, image.height, detailRadius(image))
  const gain = Math.min(
    1.8,
    Math.max(0.6, detailOf(other.one, reference) / Math.max(1e-4, detailOf(own.one, image))),
  )
  const turn = colorMap(own, other)
  const [meanA, meanB] = [meanOf(own.two), meanOf(own.three)]
  const [wantA, wantB] = [meanOf(other.two), meanOf(other.three)]
  for (let p = 0; p < own.one.length; p++) {
    const light = mapped(base[p]!, quantiles, wanted)
    const lightness = light + (own.one[p]! - base[p]!) * gain
    const [a, b] = [own.two[p]! - meanA, own.three[p]! - meanB]
    own.one[p] = own.one[p]! + share * (lightness - own.one[p]!)
    // White stays white, black stays black: neither has room for another colour.
    const room = share * (1 - smoothstep(0.82, 1, lightness)) * smoothstep(0, 0.15, lightness)
    own.two[p] = own.two[p]! + room * (wantA + turn[0] * a + turn[1] * b - own.two[p]!)
    own.three[p] = own.three[p]! + room * (wantB + turn[2] * a + turn[3] * b - own.three[p]!)
  }
  const result = toBitmap(fromOklabPlanes(own, image.height))
  for (let i = 3; i < result.data.length; i += 4) result.data[i] = image.data[i]!
  return result
}

const detailRadius = ({ width, height }: { width: number; height: number }): number =>
  Math.max(1, Math.round(Math.max(width, height) / 120))
const meanOf = (plane: Float32Array): number => plane.reduce((sum, value) => sum + value, 0) / plane.length

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

/** The value at the same rank of the other distribution. */
function mapped(value: number, from: Float32Array, to: Float32Array): number {
  if (value <= from[0]!) return to[0]!
  for (let i = 1; i <= STEPS; i++)
    if (value <= from[i]!) {
      const width = from[i]! - from[i - 1]!
      const at = width > 1e-6 ? (value - from[i - 1]!) / width : 0.5
      return to[i - 1]! + (to[i]! - to[i - 1]!) * at
    }
  return to[STEPS]!
}

type Matrix = readonly [number, number, number, number]

/** The straightest map of one spread of colours to the other: A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2. */
function colorMap(own: Strip, other: Strip): Matrix {
  const [a, b] = [covariance(own), covariance(other)]
  const root = squareRoot(a)
  const inverse = inverted(root)
  const middle = squareRoot(times(times(root, b), root))
  const map = times(times(inverse, middle), inverse)
  // A grey picture has no colours to turn: the map is kept within reason.
  return map.map((value) => Math.min(1.8, Math.max(-1.8, value))) as unknown as Matrix
}

function covariance({ two, three }: Strip): Matrix {
  const [ma, mb] = [meanOf(two), meanOf(three)]
  let [aa, ab, bb] = [0, 0, 0]
  for (let p = 0; p < two.length; p++) {
    const [a, b] = [two[p]! - ma, three[p]! - mb]
    aa += a * a
    ab += a * b
    bb += b * b
  }
  const n = two.length
  return [aa / n + 1e-5, ab / n, ab / n, bb / n + 1e-5]
}
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
]
/** Of a symmetric positive matrix. */
function squareRoot(m: Matrix): Matrix {
  const s = Math.sqrt(Math.max(1e-12, m[0] * m[3] - m[1] * m[2]))
  const t = Math.sqrt(m[0] + m[3] + 2 * s)
  return [(m[0] + s) / t, m[1] / t, m[2] / t, (m[3] + s) / t]
}
function inverted(m: Matrix): Matrix {
  const det = m[0] * m[3] - m[1] * m[2]
  return [m[3] / det, -m[1] / det, -m[2] / det, m[0] / det]
}

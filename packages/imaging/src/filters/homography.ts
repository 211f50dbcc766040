import type { Placement } from '../operators/placement.ts'
import type { Size } from '../operators/planes.ts'

/** x' = (m0 x + m1 y + m2) / (m6 x + m7 y + m8), y' with m3, m4, m5; row-major. Straight lines stay straight. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

export const affine = (a: number, b: number, c: number, d: number, e: number, f: number): Homography => [
  a,
  b,
  c,
  d,
  e,
  f,
  0,
  0,
  1,
]

/** Up to a factor, which changes no point: the adjugate. */
export const inverted = ([a, b, c, d, e, f, g, h, i]: Homography): Homography => [
  e * i - f * h,
  c * h - b * i,
  b * f - c * e,
  f * g - d * i,
  a * i - c * g,
  c * d - a * f,
  d * h - e * g,
  b * g - a * h,
  a * e - b * d,
]

type Corner = readonly [x: number, y: number]
/**
 * The rectangle (0, 0) to (width, height) onto a quadrilateral, corners clockwise from the top left.
 * Source: P. Heckbert, Fundamentals of texture mapping and image warping, 1989.
 */
export function rectangleToQuad(
  { width, height }: Size,
  [p0, p1, p2, p3]: readonly [Corner, Corner, Corner, Corner],
): Homography {
  const sum = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]] as const
  const one = [p1[0] - p2[0], p1[1] - p2[1]] as const
  const two = [p3[0] - p2[0], p3[1] - p2[1]] as const
  const area = one[0] * two[1] - two[0] * one[1]
  const g = (sum[0] * two[1] - two[0] * sum[1]) / area
  const h = (one[0] * sum[1] - sum[0] * one[1]) / area
  return [
    (p1[0] - p0[0] + g * p1[0]) / width,
    (p3[0] - p0[0] + h * p3[0]) / height,
    p0[0],
    (p1[1] - p0[1] + g * p1[1]) / width,
    (p3[1] - p0[1] + h * p3[1]) / height,
    p0[1],
    g / width,
    h / height,
    1,
  ]
}

const at = (m: Homography, x: number, y: number): Corner => {
  const w = m[6] * x + m[7] * y + m[8]
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
}

/** Where things are after a warp by `toSource`. */
export function warpPlacement({ width, height }: Size, toSource: Homography): Placement {
  const toTarget = inverted(toSource)
  return {
    width,
    height,
    toSource: (x, y) => at(toSource, x, y),
    toTarget: (x, y) => at(toTarget, x, y),
  }
}

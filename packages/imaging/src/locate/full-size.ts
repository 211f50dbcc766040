import type { Bitmap, Mask } from '@plantain/core'
import { box } from '../filters/box.ts'
import { byteToLinear } from '../color/srgb.ts'
import { cubeRoot } from '../color/cube-root.ts'
import { smoothstep } from '../math.ts'
import { resize } from '../resize.ts'

type Size = Readonly<{ width: number; height: number }>

/** Variance of colour below which a window counts as flat. */
const EPSILON = 4e-4

/**
 * A region that was found in a thumbnail, at the size of the picture and along the picture's own edges: in each window of the thumbnail
 * the region is taken for a line of the three colours, and the line is read at full size.
 *
 * Source: He, Sun, Fast guided filter, 2015, with colour.
 */
export function atFullSize(region: Float32Array, small: Size, image: Bitmap): Mask {
  const { width, height } = image
  const radius = 3
  const guide = planesOf(resize(image, small.width, small.height))
  const mean = (plane: Float32Array): Float32Array => box(plane, small.width, small.height, radius)
  const lines = linesOf(guide, region, mean).map(mean)
  const [red, green, blue, offset] = lines as [Float32Array, Float32Array, Float32Array, Float32Array]
  const data = new Uint8Array(width * height)
  const [sx, sy] = [small.width / width, small.height / height]
  for (let y = 0, p = 0, i = 0; y < height; y++) {
    const v = Math.min(small.height - 1, Math.max(0, (y + 0.5) * sy - 0.5))
    const row = Math.floor(v) * small.width
    const below = Math.min(small.height - 1, Math.floor(v) + 1) * small.width
    const fy = v - Math.floor(v)
    for (let x = 0; x < width; x++, p++, i += 4) {
      const u = Math.min(small.width - 1, Math.max(0, (x + 0.5) * sx - 0.5))
      const left = Math.floor(u)
      const right = Math.min(small.width - 1, left + 1)
      const fx = u - left
      const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy]
      const [p0, p1, p2, p3] = [row + left, row + right, below + left, below + right]
      const at = (plane: Float32Array): number =>
        a * plane[p0]! + b * plane[p1]! + c * plane[p2]! + d * plane[p3]!
      const value =
        at(red) * curve(image.data[i]!) +
        at(green) * curve(image.data[i + 1]!) +
        at(blue) * curve(image.data[i + 2]!) +
        at(offset)
      data[p] = Math.round(255 * smoothstep(0.22, 0.78, value))
    }
  }
  return { width, height, data }
}

const curves: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => cubeRoot(byteToLinear(byte)))
const curve = (byte: number): number => curves[byte]!

function planesOf({ data, width, height }: Bitmap): readonly Float32Array[] {
  return [0, 1, 2].map((channel) =>
    Float32Array.from({ length: width * height }, (_, p) => curve(data[p * 4 + channel]!)),
  )
}

/** Slopes for red, green and blue, and the offset, of every window. */
function linesOf(
  guide: readonly Float32Array[],
  region: Float32Array,
  mean: (plane: Float32Array) => Float32Array,
): readonly Float32Array[] {
  const product = (one: Float32Array, other: Float32Array): Float32Array =>
    mean(one.map((value, p) => value * other[p]!))
  const means = guide.map(mean)
  const [mr, mg, mb] = means as [Float32Array, Float32Array, Float32Array]
  const [r, g, b] = guide as [Float32Array, Float32Array, Float32Array]
  const level = mean(region)
  const [rr, rg, rb, gg, gb, bb] = [
    product(r, r),
    product(r, g),
    product(r, b),
    product(g, g),
    product(g, b),
    product(b, b),
  ]
  const [pr, pg, pb] = [product(r, region), product(g, region), product(b, region)]
  const lines = [0, 1, 2, 3].map(() => new Float32Array(region.length))
  for (let p = 0; p < region.length; p++) {
    const [xr, xg, xb] = [mr[p]!, mg[p]!, mb[p]!]
    const [a, bq, c] = [rr[p]! - xr * xr + EPSILON, rg[p]! - xr * xg, rb[p]! - xr * xb]
    const [d, e, f] = [gg[p]! - xg * xg + EPSILON, gb[p]! - xg * xb, bb[p]! - xb * xb + EPSILON]
    const [u, v, w] = [pr[p]! - xr * level[p]!, pg[p]! - xg * level[p]!, pb[p]! - xb * level[p]!]
    // Inverse of the symmetric 3 x 3 matrix by cofactors.
    const [A, B, C] = [d * f - e * e, c * e - bq * f, bq * e - c * d]
    const det = a * A + bq * B + c * C
    const [D, E, F] = [a * f - c * c, bq * c - a * e, a * d - bq * bq]
    const one = (A * u + B * v + C * w) / det
    const two = (B * u + D * v + E * w) / det
    const three = (C * u + E * v + F * w) / det
    lines[0]![p] = one
    lines[1]![p] = two
    lines[2]![p] = three
    lines[3]![p] = level[p]! - one * xr - two * xg - three * xb
  }
  return lines
}

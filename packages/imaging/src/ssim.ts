import type { Bitmap } from '@plantain/core'
import { sameSize } from './composite.ts'

const radius = 5
const deviation = 1.5
const window = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
  Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
)
const total = window.reduce((sum, value) => sum + value, 0)
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]

/**
 * Structural similarity of the lumas, -1 to 1; 1 is the same. Gaussian window of 11 x 11, standard deviation 1.5, only where
 * it lies inside the pictures. Source: Wang, Bovik, Sheikh, Simoncelli, 2004.
 *
 * throws: RangeError for pictures smaller than 11 x 11
 */
export function ssim(one: Bitmap, other: Bitmap): number {
  sameSize(one, other)
  if (one.width <= 2 * radius || one.height <= 2 * radius)
    throw new RangeError('SSIM needs at least 11 x 11 pixels')
  const [x, y] = [luma(one), luma(other)]
  const blur = (values: Float64Array): Float64Array => smooth(values, one.width, one.height)
  const product = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value * b[i]!)
  const [mx, my, xx, yy, xy] = [
    blur(x),
    blur(y),
    blur(product(x, x)),
    blur(product(y, y)),
    blur(product(x, y)),
  ]
  let sum = 0
  for (let i = 0; i < mx.length; i++) {
    const [a, b] = [mx[i]!, my[i]!]
    const structure = (2 * (xy[i]! - a * b) + c2) / (xx[i]! - a * a + yy[i]! - b * b + c2)
    sum += structure * ((2 * a * b + c1) / (a * a + b * b + c1))
  }
  return sum / mx.length
}

const luma = ({ width, height, data }: Bitmap): Float64Array =>
  Float64Array.from(
    { length: width * height },
    (_, p) => 0.299 * data[p * 4]! + 0.587 * data[p * 4 + 1]! + 0.114 * data[p * 4 + 2]!,
  )

/** [H, W] → [H - 10, W - 10]. */
function smooth(values: Float64Array, width: number, height: number): Float64Array {
  const [w, h] = [width - 2 * radius, height - 2 * radius]
  const rows = new Float64Array(w * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let k = 0; k < window.length; k++) sum += window[k]! * values[y * width + x + k]!
      rows[y * w + x] = sum / total
    }
  const result = new Float64Array(w * h)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let k = 0; k < window.length; k++) sum += window[k]! * rows[(y + k) * w + x]!
      result[y * w + x] = sum / total
    }
  return result
}

import { exp } from '../math.ts'
import { box } from './box.ts'

/**
 * Gaussian blur; the edge pixels go on outside. Up to a deviation of 3 pixels by its own kernel, beyond by four box means (within
 * 1 % of the bell), so that a wide blur costs no more than a narrow one.
 */
export function gaussian(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma < 0.1) return plane.slice()
  if (sigma <= 3) return convolve(plane, width, height, kernel(sigma))
  let result = plane
  for (const radius of boxRadii(sigma)) result = box(result, width, height, radius)
  return result
}

const PASSES = 4
/** Radii of boxes whose variances add up to sigma squared as nearly as whole pixels allow. Source: P. Kovesi, 2010. */
function boxRadii(sigma: number): readonly number[] {
  const ideal = Math.sqrt((12 * sigma * sigma) / PASSES + 1)
  const low = 2 * Math.floor((ideal - 1) / 2) + 1
  const narrow = Math.round(
    (12 * sigma * sigma - PASSES * low * low - 4 * PASSES * low - 3 * PASSES) / (-4 * low - 4),
  )
  return Array.from({ length: PASSES }, (_, i) => (i < narrow ? (low - 1) / 2 : (low + 1) / 2))
}

/** From the middle to one side; with both sides it adds up to 1. */
export function kernel(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigma))
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) => exp(-(i * i) / (2 * sigma * sigma)))
  const sum = weights.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0)
  return Float32Array.from(weights, (weight) => weight / sum)
}

/** A symmetric kernel, across and then down. */
export function convolve(
  plane: Float32Array,
  width: number,
  height: number,
  weights: Float32Array,
): Float32Array {
  const radius = weights.length - 1
  const across = new Float32Array(plane.length)
  // Each row with its ends repeated, so that the loop over taps has no edge to look out for.
  const row = new Float32Array(width + 2 * radius)
  for (let y = 0; y < height; y++) {
    row.set(plane.subarray(y * width, (y + 1) * width), radius)
    row.fill(row[radius]!, 0, radius)
    row.fill(row[radius + width - 1]!, radius + width)
    for (let x = 0; x < width; x++) {
      let sum = weights[0]! * row[x + radius]!
      for (let k = 1; k <= radius; k++) sum += weights[k]! * (row[x + radius - k]! + row[x + radius + k]!)
      across[y * width + x] = sum
    }
  }
  const result = new Float32Array(plane.length)
  const line = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line[x] = weights[0]! * across[y * width + x]!
    for (let k = 1; k <= radius; k++) {
      const above = Math.max(0, y - k) * width
      const below = Math.min(height - 1, y + k) * width
      const weight = weights[k]!
      for (let x = 0; x < width; x++) line[x] = line[x]! + weight * (across[above + x]! + across[below + x]!)
    }
    result.set(line, y * width)
  }
  return result
}

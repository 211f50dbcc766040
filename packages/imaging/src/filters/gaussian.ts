import { exp } from '../math.ts'
import { enlarge, reduce } from './reduce.ts'

/**
 * Gaussian blur; the edge pixels go on outside. A deviation of up to 1.8 pixels by its own kernel. Beyond, on a picture reduced by a power of two and enlarged again, so
 * that a wide blur costs less than a narrow one: the two steps are blurs themselves, and their variance is taken off (within 2 % of the true one).
 */
export function gaussian(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma < 0.1) return plane.slice()
  if (sigma <= 1.8) return convolve(plane, width, height, kernel(sigma))
  let factor = 2
  while (sigma / factor > 3.2) factor *= 2
  const small = reduce(plane, width, height, factor)
  // A mean over `factor` pixels, and straight lines between the means.
  const lost = (factor * factor - 1) / 12 + (factor * factor) / 6
  const rest = Math.sqrt(sigma * sigma - lost) / factor
  const soft = convolve(small.plane, small.width, small.height, kernel(rest))
  return enlarge({ ...small, plane: soft }, width, height, factor)
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
    for (let x = 0, i = y * width; x < width; x++, i++) line[x] = weights[0]! * across[i]!
    for (let k = 1; k <= radius; k++) {
      const weight = weights[k]!
      let above = Math.max(0, y - k) * width
      let below = Math.min(height - 1, y + k) * width
      for (let x = 0; x < width; x++) line[x] = line[x]! + weight * (across[above++]! + across[below++]!)
    }
    result.set(line, y * width)
  }
  return result
}

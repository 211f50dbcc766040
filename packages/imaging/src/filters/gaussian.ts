import { BAND_NUMBERS, withKernels } from '../kernels/kernels.ts'
import { exp } from '../math.ts'
import { padRows } from './pad-rows.ts'
import { enlarge, reduce } from './reduce.ts'

/**
 * Gaussian blur; the edge pixels go on outside. A deviation of up to 2.5 pixels by its own kernel. Beyond, on a picture reduced by a power of two and enlarged again, so
 * that a wide blur costs less than a narrow one: the two steps are blurs themselves, and their variance is taken off (within 2 % of the true one).
 */
export function gaussian(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma < 0.1) return plane.slice()
  const plan = gaussianPlan(sigma)
  const weights = kernel(plan.sigma)
  if (plan.factor === 1) return convolve(plane, width, height, weights)
  const small = reduce(plane, width, height, plan.factor)
  const soft = convolve(small.plane, small.width, small.height, weights)
  return enlarge({ ...small, plane: soft }, width, height, plan.factor)
}

/** By what a picture is reduced before a blur, and the deviation of what is left to do there. */
export function gaussianPlan(sigma: number): { readonly factor: number; readonly sigma: number } {
  if (sigma <= 2.5) return { factor: 1, sigma }
  let factor = 2
  while (sigma / factor > 3.2) factor *= 2
  // A mean over `factor` pixels, and straight lines between the means.
  const lost = (factor * factor - 1) / 12 + (factor * factor) / 6
  return { factor, sigma: Math.sqrt(sigma * sigma - lost) / factor }
}

/** From the middle to one side; with both sides it adds up to 1. */
export function kernel(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigma))
  const weights = Float64Array.from({ length: radius + 1 }, (_, i) => exp(-(i * i) / (2 * sigma * sigma)))
  const sum = weights.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0)
  return Float32Array.from(weights, (weight) => weight / sum)
}

/** A symmetric kernel, across and then down; in bands, so that working memory stays small. */
export function convolve(
  plane: Float32Array,
  width: number,
  height: number,
  weights: Float32Array,
): Float32Array {
  const radius = weights.length - 1
  const stride = width + 2 * radius
  const most = Math.max(1, Math.floor(BAND_NUMBERS / stride) - 2 * radius)
  const result = new Float32Array(plane.length)
  const padded = (most + 2 * radius) * stride
  return withKernels([padded, padded, most * width, weights.length], ({ run, at, floats }) => {
    const [source, , target, kernel] = floats as [Float32Array, Float32Array, Float32Array, Float32Array]
    kernel.set(weights)
    for (let top = 0; top < height; top += most) {
      const rows = Math.min(most, height - top)
      padRows(plane, { width, height, top, rows }, { halo: radius, before: radius, stride }, source)
      run.convolveAcross(at[0]!, at[1]!, at[3]!, radius, width, rows + 2 * radius, stride)
      run.convolveDown(at[1]!, at[2]!, at[3]!, radius, width, rows)
      result.set(target.subarray(0, rows * width), top * width)
    }
    return result
  })
}

import type { Mask } from '@plantain/core'
import type { Planes } from '../operators/planes.ts'

/**
 * A blur of light that clear pixels and those outside the mask lend nothing to: colours are weighed by opacity and coverage, blurred,
 * and divided by the blurred weight. So a blurred background takes no rim from the subject before it.
 */
export function blurWeighted(
  image: Planes,
  mask: Mask | null,
  blur: (plane: Float32Array) => Float32Array,
): Planes {
  const { width, height, red, green, blue, alpha } = image
  if (!mask && !alpha) return { width, height, red: blur(red), green: blur(green), blue: blur(blue), alpha }
  const coverage = mask ? Float32Array.from(mask.data, (value) => value / 255) : null
  const weight = coverage && alpha ? coverage.map((value, i) => value * alpha[i]!) : (coverage ?? alpha)!
  const total = blur(weight)
  const channel = (plane: Float32Array): Float32Array =>
    blur(plane.map((value, i) => value * weight[i]!)).map((value, i) =>
      total[i]! > 1e-4 ? value / total[i]! : plane[i]!,
    )
  return {
    width,
    height,
    red: channel(red),
    green: channel(green),
    blue: channel(blue),
    alpha: alpha && (coverage ? divided(total, blur(coverage), alpha) : total),
  }
}

const divided = (sum: Float32Array, weight: Float32Array, otherwise: Float32Array): Float32Array =>
  sum.map((value, i) => (weight[i]! > 1e-4 ? value / weight[i]! : otherwise[i]!))

import type { Tensor } from '@plantain/core'
import type { NoiseLevel } from './schedulers/scheduler.ts'
import { combine } from './tensor.ts'

/** The forward process: clean latents and unit noise, mixed for a level. Starts image to image; keeps the outside of a mask. */
export function addNoise(clean: Tensor, noise: Tensor, { alpha, sigma }: NoiseLevel): Tensor {
  return combine(alpha, clean, sigma, noise)
}

import type { Tensor } from '@plantain/core'
import { combine } from '../tensor.ts'
import type { NoiseLevel } from './scheduler.ts'

/** The noise that `denoised` says is in the latents. */
export function noiseIn(latents: Tensor, denoised: Tensor, { alpha, sigma }: NoiseLevel): Tensor {
  return combine(1 / sigma, latents, -alpha / sigma, denoised)
}

/**
 * Straight from one level to another: the same estimate of image and noise, mixed anew. In sigma space it is Euler's method,
 * in diffusion time DDIM, in flow matching the flow's own Euler step.
 */
export function follow(latents: Tensor, denoised: Tensor, level: NoiseLevel, next: NoiseLevel): Tensor {
  const kept = next.sigma / level.sigma
  return combine(kept, latents, next.alpha - level.alpha * kept, denoised)
}

/** ln(alpha / sigma): the clock in which DPM-Solver, UniPC and DEIS step. Infinite at the image. */
export const lambdaOf = ({ alpha, sigma }: NoiseLevel): number => Math.log(alpha / sigma)

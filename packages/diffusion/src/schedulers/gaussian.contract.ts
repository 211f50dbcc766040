import type { Tensor } from '@plantain/core'
import { mapTensor } from '../tensor.ts'
import type { NoiseLevel } from './scheduler.ts'

/**
 * Data whose answers are known: independent values from N(mean, deviation²). The best denoiser, the probability flow and the
 * law of the result have closed forms, so a scheduler can be tested without a model.
 */
export interface Gaussian {
  readonly mean: number
  readonly deviation: number
}

/** Spread of noised data at a level. */
const spread = ({ deviation }: Gaussian, { alpha, sigma }: NoiseLevel): number =>
  Math.hypot(alpha * deviation, sigma)

/** E[image | latents]: what a perfect network of diffusion predicts. */
export function denoised(data: Gaussian, latents: Tensor, level: NoiseLevel): Tensor {
  const gain = (level.alpha * data.deviation ** 2) / spread(data, level) ** 2
  return mapTensor(latents, (x) => data.mean + gain * (x - level.alpha * data.mean))
}

/** Where the probability flow leads from one level to another: what a perfect solver gives, and a consistency model predicts. */
export function flowed(data: Gaussian, latents: Tensor, level: NoiseLevel, end: NoiseLevel): Tensor {
  const ratio = spread(data, end) / spread(data, level)
  return mapTensor(latents, (x) => end.alpha * data.mean + ratio * (x - level.alpha * data.mean))
}

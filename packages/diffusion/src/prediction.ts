import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { NoiseLevel } from './schedulers/scheduler.ts'
import { combine } from './tensor.ts'

/** What the output of a network means. The only place that knows; schedulers see clean latents alone. */
export interface Prediction {
  /** As `prediction_type` in scheduler_config.json. */
  readonly name: string
  /** Factor on the latents before the network sees them. */
  inputScale(level: NoiseLevel): number
  /** The estimate of the clean latents; output and latents have one shape, latents are not scaled. */
  clean(output: Tensor, latents: Tensor, level: NoiseLevel): Tensor
}

/** Networks of diffusion time see latents of unit variance, whatever space the scheduler works in. */
const unitVariance = ({ alpha, sigma }: NoiseLevel): number => 1 / Math.hypot(alpha, sigma)

/** The noise. Source: DDPM, arXiv 2006.11239, equation 15. */
export const epsilon: Prediction = {
  name: 'epsilon',
  inputScale: unitVariance,
  clean: (output, latents, { alpha, sigma }) => combine(1 / alpha, latents, -sigma / alpha, output),
}

/** v = alpha · noise − sigma · image. Source: progressive distillation, arXiv 2202.00512, appendix D. */
export const velocity: Prediction = {
  name: 'v_prediction',
  inputScale: unitVariance,
  clean(output, latents, { alpha, sigma }) {
    const norm = Math.hypot(alpha, sigma) // 1 in diffusion time; in sigma space the latents are that much larger
    return combine(alpha / norm ** 2, latents, -sigma / norm, output)
  },
}

/** The clean latents themselves. */
export const sample: Prediction = {
  name: 'sample',
  inputScale: unitVariance,
  clean: (output) => output,
}

/** noise − image, with alpha = 1 − sigma. Source: rectified flow, arXiv 2209.03003; SD3, arXiv 2403.03206. */
export const flow: Prediction = {
  name: 'flow_prediction',
  inputScale: () => 1,
  clean: (output, latents, { sigma }) => combine(1, latents, -sigma, output),
}

/** Preconditioned networks in sigma space (Playground v2.5). Source: EDM, arXiv 2206.00364, table 1. */
export function edm(sigmaData: number, output: 'epsilon' | 'v_prediction'): Prediction {
  const sign = output === 'epsilon' ? 1 : -1
  return {
    name: output,
    inputScale: ({ sigma }) => 1 / Math.hypot(sigma, sigmaData),
    clean(raw, latents, { sigma }) {
      const variance = sigma ** 2 + sigmaData ** 2
      return combine(
        sigmaData ** 2 / variance,
        latents,
        (sign * sigma * sigmaData) / Math.sqrt(variance),
        raw,
      )
    },
  }
}

export const predictions: readonly Prediction[] = [epsilon, velocity, sample, flow]

/** The prediction that a scheduler's configuration names. Throws UNIMPLEMENTED for another. */
export function predictionOf(config: object): Prediction {
  const name = 'prediction_type' in config ? config.prediction_type : 'epsilon'
  const found = predictions.find((prediction) => prediction.name === name)
  if (found) return found
  const known = predictions.map((prediction) => prediction.name).join(', ')
  throw new PlantainError(
    'UNIMPLEMENTED',
    `prediction_type is ${JSON.stringify(name)}; supported are ${known}`,
  )
}

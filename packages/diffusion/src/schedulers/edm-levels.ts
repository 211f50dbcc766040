import { z } from 'zod'
import { edm } from '../prediction.ts'
import type { Prediction } from '../prediction.ts'
import { finalSigmas, trainTimesteps } from './config.ts'
import type { Fields, FinalSigmas } from './config.ts'
import { inSigmaSpace } from './levels.ts'
import type { NoiseLevel, SchedulerConfig } from './scheduler.ts'
import { exponential, karrasOf } from './sigmas.ts'

/** What EDM Euler and EDM DPM-Solver share. Source: EDM, arXiv 2206.00364, table 1. */
export interface EdmConfig extends SchedulerConfig {
  readonly sigma_min: number
  readonly sigma_max: number
  readonly sigma_data: number
  readonly sigma_schedule: 'karras' | 'exponential'
  readonly rho: number
  readonly prediction_type: 'epsilon' | 'v_prediction'
  readonly final_sigmas_type: FinalSigmas
}

export const edmFields: Fields<EdmConfig> = {
  num_train_timesteps: trainTimesteps,
  sigma_min: z.number().positive().default(0.002),
  sigma_max: z.number().positive().default(80),
  sigma_data: z.number().positive().default(0.5),
  sigma_schedule: z.enum(['karras', 'exponential']).default('karras'),
  rho: z.number().positive().default(7),
  prediction_type: z.enum(['epsilon', 'v_prediction']).default('epsilon'),
  final_sigmas_type: finalSigmas,
}

export const edmPrediction = (config: EdmConfig): Prediction => edm(config.sigma_data, config.prediction_type)

export const edmStart = (_levels: readonly NoiseLevel[], config: EdmConfig): number =>
  Math.hypot(config.sigma_max, 1)

/** The network is told a quarter of ln sigma. */
export function edmLevels(steps: number, config: EdmConfig): readonly NoiseLevel[] {
  const { sigma_max: high, sigma_min: low } = config
  const sigmas =
    config.sigma_schedule === 'karras'
      ? karrasOf(high, low, steps, config.rho)
      : exponential(high, low, steps)
  const last = config.final_sigmas_type === 'zero' ? 0 : low
  return [...sigmas.map((sigma) => inSigmaSpace(0.25 * Math.log(sigma), sigma)), inSigmaSpace(0, last)]
}

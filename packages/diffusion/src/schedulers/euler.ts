import { z } from 'zod'
import {
  betaFields,
  bound,
  finalSigmas,
  predictionType,
  replacementFields,
  spacingFields,
  zeroSnr,
} from './config.ts'
import { sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { follow } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** Euler's method on the probability flow, in sigma space. Source: arXiv 2206.00364, algorithm 2 without churn and correction. */
export const euler: Scheduler = defineScheduler({
  name: 'EulerDiscreteScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    prediction_type: predictionType,
    interpolation_type: z.enum(['linear', 'log_linear']).default('linear'),
    timestep_type: z.enum(['discrete', 'continuous']).default('discrete'),
    final_sigmas_type: finalSigmas,
    rescale_betas_zero_snr: zeroSnr,
    sigma_min: bound,
    sigma_max: bound,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  async *sample(denoise, latents, levels, { begin, constrain }) {
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const denoised = await denoise(x, level)
      x = constrain(follow(x, denoised, level, next), next)
      yield { latents: x, denoised }
    }
    return x
  },
})

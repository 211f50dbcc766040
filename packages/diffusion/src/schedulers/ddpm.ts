import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import {
  betaFields,
  clipFields,
  fixedVariance,
  predictionType,
  spacingFields,
  thresholdFields,
  zeroSnr,
} from './config.ts'
import { tableLevels } from './levels.ts'
import { limit } from './limit.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { timesteps } from './spacing.ts'

/** Draws from the posterior of the step before, given the estimated image. Source: arXiv 2006.11239, equations 6 and 7. */
export const ddpm: Scheduler = defineScheduler({
  name: 'DDPMScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('leading'),
    ...clipFields(true),
    ...thresholdFields,
    prediction_type: predictionType,
    variance_type: fixedVariance.default('fixed_small'),
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels: (steps, config) => tableLevels(timesteps(steps, config, true), config),
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    const large = config.variance_type.startsWith('fixed_large')
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const kept = (level.alpha / next.alpha) ** 2 // variance of the image that this step of the forward process kept
      const left = (next.sigma / level.sigma) ** 2
      const denoised = limit(await denoise(x, level), config)
      x = combine((next.alpha * (1 - kept)) / level.sigma ** 2, denoised, Math.sqrt(kept) * left, x)
      const variance = large ? 1 - kept : Math.max(left * (1 - kept), 1e-20)
      if (level.timestep > 0) x = combine(1, x, Math.sqrt(variance), noise.normals(DRAW.step + i, x.shape))
      x = constrain(x, next)
      yield { latents: x, denoised }
    }
    return x
  },
})

import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import { alphaSquares } from './betas.ts'
import { betaFields, clipFields, predictionType, spacingFields, thresholdFields, zeroSnr } from './config.ts'
import { tableLevels } from './levels.ts'
import { limit } from './limit.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { timesteps } from './spacing.ts'

/**
 * The same image and the same noise, mixed for the next step; eta 1 makes most of the noise fresh, as DDPM does.
 * Source: arXiv 2010.02502, equations 12 and 16.
 */
export const ddim: Scheduler = defineScheduler({
  name: 'DDIMScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('leading'),
    ...clipFields(true),
    ...thresholdFields,
    prediction_type: predictionType,
    set_alpha_to_one: z.boolean().default(true),
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels: (steps, config) => tableLevels(timesteps(steps, config, true), config),
  async *sample(denoise, latents, levels, { config, noise, begin, eta = 0, constrain }) {
    const squares = alphaSquares(config)
    // The reference steps by a fixed stride, also where the spacing has another: where it lands is not always the next level.
    const stride = Math.floor(config.num_train_timesteps / (levels.length - 1))
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const level = levels[i]!
      const before = squares[level.timestep - stride] ?? (config.set_alpha_to_one ? 1 : squares[0]!)
      const estimate = await denoise(x, level)
      const denoised = limit(estimate, config)
      const noiseThere = noiseIn(x, estimate, level) // of the estimate before clipping
      const fresh = eta * Math.sqrt(((1 - before) / level.sigma ** 2) * (1 - level.alpha ** 2 / before))
      x = combine(Math.sqrt(before), denoised, Math.sqrt(Math.max(0, 1 - before - fresh ** 2)), noiseThere)
      if (eta > 0) x = combine(1, x, fresh, noise.normals(DRAW.step + i, x.shape))
      x = constrain(x, levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

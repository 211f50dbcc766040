import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import { betaFields, predictionType, spacingFields, zeroSnr } from './config.ts'
import { ancestral, sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { follow } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** Euler below the next level, then fresh noise up to it. Source: k-diffusion, sample_euler_ancestral; DDPM in sigma space. */
export const eulerAncestral: Scheduler = defineScheduler({
  name: 'EulerAncestralDiscreteScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    prediction_type: predictionType,
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  async *sample(denoise, latents, levels, { noise, begin, constrain }) {
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const { down, up } = ancestral(level, next)
      const denoised = await denoise(x, level)
      const below = follow(x, denoised, level, { ...next, sigma: down })
      x = constrain(combine(1, below, up, noise.normals(DRAW.step + i, x.shape)), next)
      yield { latents: x, denoised }
    }
    return x
  },
})

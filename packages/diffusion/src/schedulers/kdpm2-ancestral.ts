import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import { sigmaRatios } from './betas.ts'
import { betaFields, predictionType, replacementFields, spacingFields } from './config.ts'
import { ancestral, inSigmaSpace, sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { follow, noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { timestepOf } from './sigmas.ts'

/** The midpoint method to below the next level, then fresh noise up to it ("DPM2 a"). Source: k-diffusion, sample_dpm_2_ancestral. */
export const kdpm2Ancestral: Scheduler = defineScheduler({
  name: 'KDPM2AncestralDiscreteScheduler',
  config: z.object({
    ...betaFields(0.00085, 0.012),
    ...spacingFields('linspace'),
    ...replacementFields,
    prediction_type: predictionType,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  calls: (levels, begin) => 2 * (levels.length - 1 - begin) - 1,
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    const ratios = sigmaRatios(config)
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const { down, up } = ancestral(level, next)
      const sigma = Math.sqrt(level.sigma * down)
      const middle = inSigmaSpace(sigma === 0 ? 0 : timestepOf(sigma, ratios), sigma)
      const denoised = await denoise(x, level)
      const between = constrain(follow(x, denoised, level, middle), sigma === 0 ? next : middle)
      yield { latents: between, denoised }
      if (sigma === 0) return between // the last step is Euler's
      const better = await denoise(between, middle)
      const below = combine(1, x, down - level.sigma, noiseIn(between, better, middle))
      x = constrain(combine(1, below, up, noise.normals(DRAW.step + i, x.shape)), next)
      yield { latents: x, denoised: better }
    }
    return x
  },
})

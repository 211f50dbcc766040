import { z } from 'zod'
import { combine } from '../tensor.ts'
import { sigmaRatios } from './betas.ts'
import { betaFields, predictionType, replacementFields, spacingFields } from './config.ts'
import { inSigmaSpace, sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { follow, noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { timestepOf } from './sigmas.ts'

/** The midpoint method, in log sigma ("DPM2"). Source: arXiv 2206.00364, algorithm 2 with the midpoint of k-diffusion. */
export const kdpm2: Scheduler = defineScheduler({
  name: 'KDPM2DiscreteScheduler',
  config: z.object({
    ...betaFields(0.00085, 0.012),
    ...spacingFields('linspace'),
    ...replacementFields,
    prediction_type: predictionType,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  calls: (levels, begin) => 2 * (levels.length - 1 - begin) - 1,
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    const ratios = sigmaRatios(config)
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const sigma = Math.sqrt(level.sigma * next.sigma)
      const middle = inSigmaSpace(next.sigma === 0 ? 0 : timestepOf(sigma, ratios), sigma)
      const denoised = await denoise(x, level)
      const between = constrain(follow(x, denoised, level, middle), sigma === 0 ? next : middle)
      yield { latents: between, denoised }
      if (sigma === 0) return between // the last step is Euler's
      const better = await denoise(between, middle)
      x = constrain(combine(1, x, next.sigma - level.sigma, noiseIn(between, better, middle)), next)
      yield { latents: x, denoised: better }
    }
    return x
  },
})

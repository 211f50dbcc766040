import { z } from 'zod'
import { combine } from '../tensor.ts'
import { betaFields, clipFields, predictionType, replacementFields, spacingFields } from './config.ts'
import { sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { limit } from './limit.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** Heun's method, second order. Source: arXiv 2206.00364, algorithm 2 without churn. Two model calls a level, one at the last. */
export const heun: Scheduler = defineScheduler({
  name: 'HeunDiscreteScheduler',
  config: z.object({
    ...betaFields(0.00085, 0.012),
    ...spacingFields('linspace'),
    ...replacementFields,
    ...clipFields(false),
    prediction_type: predictionType,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  calls: (levels, begin) => 2 * (levels.length - 1 - begin) - 1,
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const step = next.sigma - level.sigma // negative: towards the image
      const denoised = limit(await denoise(x, level), config)
      const slope = noiseIn(x, denoised, level) // d latents / d sigma
      const euler = constrain(combine(1, x, step, slope), next)
      yield { latents: euler, denoised }
      if (next.sigma === 0) return euler // there the slope is not defined
      const corrected = limit(await denoise(euler, next), config)
      const slopeThere = noiseIn(euler, corrected, next)
      x = constrain(combine(1, x, step / 2, slope, step / 2, slopeThere), next)
      yield { latents: x, denoised: corrected }
    }
    return x
  },
})

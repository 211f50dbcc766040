import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import { alphaSquares } from './betas.ts'
import { betaFields, predictionType, spacingFields, zeroSnr } from './config.ts'
import { tableLevels } from './levels.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { consistencyTimesteps } from './spacing.ts'

/**
 * Jumps below the next level and noises back up to it; eta is how far below, as a share of the way to the image.
 * Source: trajectory consistency distillation, arXiv 2402.19159, strategic stochastic sampling.
 */
export const tcd: Scheduler = defineScheduler({
  name: 'TCDScheduler',
  config: z.object({
    ...betaFields(0.00085, 0.012, 'scaled_linear'),
    ...spacingFields('leading'),
    prediction_type: predictionType,
    original_inference_steps: z.int().min(1).default(50),
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels: (steps, config, { strength = 1 }) =>
    tableLevels(
      consistencyTimesteps(steps, config.num_train_timesteps, config.original_inference_steps, strength),
      config,
    ),
  begin: () => 0,
  async *sample(denoise, latents, levels, { config, noise, begin, eta = 0.3, constrain }) {
    const squares = alphaSquares(config)
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const below = squares[Math.floor((1 - eta) * next.timestep)]! // the last jump lands on the first training step
      const denoised = await denoise(x, level)
      x = combine(Math.sqrt(below), denoised, Math.sqrt(1 - below), noiseIn(x, denoised, level))
      if (eta > 0 && i + 2 < levels.length) {
        const kept = next.alpha ** 2 / below
        x = combine(Math.sqrt(kept), x, Math.sqrt(1 - kept), noise.normals(DRAW.step + i, x.shape))
      }
      x = constrain(x, next)
      yield { latents: x, denoised }
    }
    return x
  },
})

import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { combine } from '../tensor.ts'
import { betaFields, clipFields, predictionType, spacingFields, thresholdFields, zeroSnr } from './config.ts'
import { tableLevels } from './levels.ts'
import { limit } from './limit.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { consistencyTimesteps } from './spacing.ts'

/**
 * Jumps to the image and noises it again, less each time. Source: latent consistency models, arXiv 2310.04378, algorithm 3.
 * Image to image begins at the first level: the levels themselves start at the strength.
 */
export const lcm: Scheduler = defineScheduler({
  name: 'LCMScheduler',
  config: z.object({
    ...betaFields(0.00085, 0.012, 'scaled_linear'),
    ...spacingFields('leading'),
    ...clipFields(false),
    ...thresholdFields,
    prediction_type: predictionType,
    original_inference_steps: z.int().min(1).default(50),
    timestep_scaling: z.number().default(10),
    set_alpha_to_one: z.boolean().default(true),
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels: (steps, config, { strength = 1 }) =>
    tableLevels(
      consistencyTimesteps(steps, config.num_train_timesteps, config.original_inference_steps, strength),
      config,
    ),
  begin: () => 0,
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const denoised = limit(await denoise(x, level), config)
      // The boundary condition: at time 0 the latents are the image already. 0.5 is the sigma of the data.
      const time = level.timestep * config.timestep_scaling
      const image = combine(time / Math.hypot(time, 0.5), denoised, 0.25 / (time ** 2 + 0.25), x)
      const last = i + 2 === levels.length
      x = last ? image : combine(next.alpha, image, next.sigma, noise.normals(DRAW.step + i, x.shape))
      x = constrain(x, next)
      yield { latents: x, denoised: image }
    }
    return x
  },
})

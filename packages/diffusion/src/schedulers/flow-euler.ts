import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { flow as flowPrediction } from '../prediction.ts'
import { combine } from '../tensor.ts'
import { replacementFields, trainTimesteps } from './config.ts'
import type { ShiftConfig } from './config.ts'
import { evenly, inFlow, shiftFactor, shifted, stretched } from './flow.ts'
import { follow } from './rules.ts'
import { defineScheduler, IMAGE } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { replacementOf } from './sigmas.ts'

/** Euler's method along the flow from noise to image. Source: SD3, arXiv 2403.03206, sections 2 and 5.3.2. */
export const flowEuler: Scheduler = defineScheduler({
  name: 'FlowMatchEulerDiscreteScheduler',
  config: z.object({
    num_train_timesteps: trainTimesteps,
    ...replacementFields,
    shift: z.number().positive().default(1),
    use_dynamic_shifting: z.boolean().default(false),
    base_shift: z.number().default(0.5),
    max_shift: z.number().default(1.15),
    base_image_seq_len: z.number().default(256),
    max_image_seq_len: z.number().default(4096),
    shift_terminal: z.number().nullable().default(null),
    time_shift_type: z.enum(['exponential', 'linear']).default('exponential'),
    stochastic_sampling: z.boolean().default(false),
    invert_sigmas: z.literal(false, 'inverted sigmas (Mochi) are not supported').default(false),
  }),
  prediction: () => flowPrediction,
  levels(steps, config, options) {
    const factor = shiftFactor(config.shift, config, options)
    const sigmas = (options.sigmas ?? unshifted(steps, config)).map((sigma) => shifted(sigma, factor))
    const placed = stretched(sigmas, config.shift_terminal)
    const replaced = replacementOf(config)?.(placed[0]!, placed.at(-1)!, placed.length) ?? placed
    return [...replaced.map((sigma) => inFlow(sigma * config.num_train_timesteps, sigma)), IMAGE]
  },
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const denoised = await denoise(x, level)
      x = config.stochastic_sampling
        ? combine(next.alpha, denoised, next.sigma, noise.normals(DRAW.step + i, x.shape))
        : follow(x, denoised, level, next)
      x = constrain(x, next)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** A fixed shift has moved the end points once already: it acts twice, in the reference and in the models tuned with it. */
function unshifted(
  steps: number,
  config: ShiftConfig & { shift: number; num_train_timesteps: number },
): readonly number[] {
  const smallest = 1 / config.num_train_timesteps
  return evenly(1, config.use_dynamic_shifting ? smallest : shifted(smallest, config.shift), steps)
}

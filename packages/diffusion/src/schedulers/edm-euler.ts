import { z } from 'zod'
import { edmFields, edmLevels, edmPrediction, edmStart } from './edm-levels.ts'
import { follow } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** Euler's method for preconditioned networks. Source: arXiv 2206.00364, algorithm 2 without churn and correction. */
export const edmEuler: Scheduler = defineScheduler({
  name: 'EDMEulerScheduler',
  config: z.object(edmFields),
  levels: edmLevels,
  initNoiseSigma: edmStart,
  prediction: edmPrediction,
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

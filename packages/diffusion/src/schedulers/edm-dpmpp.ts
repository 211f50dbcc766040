import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { DRAW } from '../noise.ts'
import { solverType, thresholdFields } from './config.ts'
import { dpmStep, orderAt } from './dpm-rule.ts'
import { edmFields, edmLevels, edmPrediction, edmStart } from './edm-levels.ts'
import { limit } from './limit.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** DPM-Solver++ in sigma space, for preconditioned networks (Playground v2.5). Source: arXiv 2211.01095, algorithm 2. */
export const edmDpmpp: Scheduler = defineScheduler({
  name: 'EDMDPMSolverMultistepScheduler',
  config: z.object({
    ...edmFields,
    ...thresholdFields,
    algorithm_type: z.enum(['dpmsolver++', 'sde-dpmsolver++']).default('dpmsolver++'),
    solver_order: z.int().min(1).max(3).default(2),
    solver_type: solverType('midpoint'),
    lower_order_final: z.boolean().default(true),
    euler_at_final: z.boolean().default(false),
  }),
  levels: edmLevels,
  initNoiseSigma: edmStart,
  prediction: edmPrediction,
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    const estimates: Tensor[] = []
    const { algorithm_type: algorithm, solver_type: solver } = config
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const denoised = limit(await denoise(x, levels[i]!), config)
      estimates[i] = denoised
      const order = orderAt(i, begin, levels.length - 1, config)
      const fresh = algorithm === 'sde-dpmsolver++' ? noise.normals(DRAW.step + i, x.shape) : null
      x = dpmStep(x, levels, { algorithm, solver, order, index: i, estimates, noise: fresh })
      x = constrain(x, levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { DRAW } from '../noise.ts'
import {
  betaFields,
  finalSigmas,
  fixedVariance,
  flowFields,
  predictionType,
  replacementFields,
  solverType,
  spacingFields,
  thresholdFields,
  zeroSnr,
} from './config.ts'
import { dpmStep, orderAt } from './dpm-rule.ts'
import { evenly, shiftedFlowLevels } from './flow.ts'
import { diffusionTimeLevels } from './levels.ts'
import { limit } from './limit.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'

/** DPM-Solver++, multistep ("2M", "3M", "SDE"). Source: arXiv 2211.01095, algorithm 2; the old DPM-Solver: arXiv 2206.00927. */
export const dpmpp: Scheduler = defineScheduler({
  name: 'DPMSolverMultistepScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    ...thresholdFields,
    ...flowFields,
    prediction_type: predictionType,
    algorithm_type: z.enum(['dpmsolver', 'dpmsolver++', 'sde-dpmsolver++']).default('dpmsolver++'),
    solver_order: z.int().min(1).max(3).default(2),
    solver_type: solverType('midpoint'),
    lower_order_final: z.boolean().default(true),
    euler_at_final: z.boolean().default(false),
    final_sigmas_type: finalSigmas,
    use_lu_lambdas: z.boolean().default(false),
    lambda_min_clipped: z.union([z.number(), z.literal(-Infinity)]).default(-Infinity),
    variance_type: fixedVariance.nullable().default(null),
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels(steps, config, options) {
    if (!config.use_flow_sigmas) return diffusionTimeLevels(steps, config)
    const sigmas = options.sigmas ?? evenly(1 - 1 / config.num_train_timesteps, 0, steps + 1).slice(0, steps)
    return shiftedFlowLevels(sigmas, config, options)
  },
  async *sample(denoise, latents, levels, { config, noise, begin, constrain }) {
    const estimates: Tensor[] = []
    const { algorithm_type: algorithm, solver_type: solver } = config
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const denoised = limit(await denoise(x, levels[i]!), config)
      estimates[i] = algorithm === 'dpmsolver' ? noiseIn(x, denoised, levels[i]!) : denoised
      const order = orderAt(i, begin, levels.length - 1, config)
      const fresh = algorithm === 'sde-dpmsolver++' ? noise.normals(DRAW.step + i, x.shape) : null
      x = dpmStep(x, levels, { algorithm, solver, order, index: i, estimates, noise: fresh })
      x = constrain(x, levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

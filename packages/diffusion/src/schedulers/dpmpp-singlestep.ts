import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { combine } from '../tensor.ts'
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
} from './config.ts'
import type { SolverType } from './config.ts'
import { weights } from './dpm-rule.ts'
import { evenly, shiftedFlowLevels } from './flow.ts'
import { diffusionTimeLevels } from './levels.ts'
import { limit } from './limit.ts'
import { lambdaOf } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { NoiseLevel, Scheduler } from './scheduler.ts'

/**
 * DPM-Solver++ in blocks ("2S", "3S"): each block of two or three calls starts over from where the block began.
 * Source: arXiv 2211.01095, algorithm 1 (2S); arXiv 2206.00927, algorithm 2 (3S, here of the image).
 */
export const dpmppSinglestep: Scheduler = defineScheduler({
  name: 'DPMSolverSinglestepScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    ...thresholdFields,
    ...flowFields,
    prediction_type: predictionType,
    algorithm_type: z
      .literal('dpmsolver++', 'only dpmsolver++ is supported in single steps')
      .default('dpmsolver++'),
    solver_order: z.int().min(1).max(3).default(2),
    solver_type: solverType('midpoint'),
    lower_order_final: z.boolean().default(false),
    final_sigmas_type: finalSigmas,
    lambda_min_clipped: z.union([z.number(), z.literal(-Infinity)]).default(-Infinity),
    variance_type: fixedVariance.nullable().default(null),
  }),
  levels(steps, config, options) {
    if (!config.use_flow_sigmas) return diffusionTimeLevels(steps, config)
    const sigmas = options.sigmas ?? evenly(1 - 1 / config.num_train_timesteps, 0, steps + 1).slice(0, steps)
    return shiftedFlowLevels(sigmas, config, options)
  },
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    const steps = levels.length - 1
    const orders = ordersOf(steps, config)
    const estimates: Tensor[] = []
    let x = latents
    let start = latents // of the block under way
    for (let i = begin; i < steps; i++) {
      const denoised = limit(await denoise(x, levels[i]!), config)
      estimates[i] = denoised
      const order = Math.min(orders[i]!, i - begin + 1)
      if (order === 1) start = x
      x = constrain(blockStep(start, levels, i, order, config.solver_type, estimates), levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** 1, 2, 1, 2 … or 1, 2, 3, 1, 2, 3 …: the place of each call in its block; the end is of lower order where asked for. */
function ordersOf(
  steps: number,
  config: { solver_order: number; lower_order_final: boolean; final_sigmas_type: string },
): readonly number[] {
  const { solver_order: most, lower_order_final, final_sigmas_type } = config
  const orders = Array.from({ length: steps }, (_, i) => (i % most) + 1)
  if (lower_order_final) {
    const left = steps % most
    if (most === 3 && left === 0) orders.splice(-3, 3, 1, 2, 1)
    else if (most === 2 && left === 0) orders.splice(-2, 2, 1, 1)
  }
  return final_sigmas_type === 'zero' ? orders.with(-1, 1) : orders
}

/** From the level where the block began, `order − 1` before level i, to the one after i. */
function blockStep(
  start: Tensor,
  levels: readonly NoiseLevel[],
  i: number,
  order: number,
  solver: SolverType,
  estimates: readonly Tensor[],
): Tensor {
  const first = i - order + 1
  const lambda = (k: number): number => lambdaOf(levels[k]!)
  const h = lambda(i + 1) - lambda(first)
  const weight = weights['dpmsolver++'](levels[first]!, levels[i + 1]!, h)
  const base = combine(weight.latents, start, weight.estimate, estimates[first]!)
  if (order === 1) return base

  const slopeTo = (k: number): Tensor => {
    const share = (lambda(k) - lambda(first)) / h
    return combine(1 / share, estimates[k]!, -1 / share, estimates[first]!)
  }
  if (order === 2) return combine(1, base, solver !== 'heun' ? weight.midpoint : weight.slope, slopeTo(i))

  const [near, far] = [slopeTo(i - 1), slopeTo(i)]
  if (solver !== 'heun') return combine(1, base, weight.slope, far)
  const [r1, r0] = [(lambda(i - 1) - lambda(first)) / h, (lambda(i) - lambda(first)) / h]
  const slope = combine(r0 / (r0 - r1), near, -r1 / (r0 - r1), far)
  const bend = combine(2 / (r0 - r1), far, -2 / (r0 - r1), near)
  return combine(1, base, weight.slope, slope, weight.curve, bend)
}

import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { combine } from '../tensor.ts'
import {
  betaFields,
  flowFields,
  predictionType,
  replacementFields,
  solverType,
  spacingFields,
  thresholdFields,
} from './config.ts'
import { orderAt } from './dpm-rule.ts'
import { evenly, shiftedFlowLevels } from './flow.ts'
import { diffusionTimeLevels } from './levels.ts'
import { limit } from './limit.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { NoiseLevel, Scheduler } from './scheduler.ts'

/** The noise as a polynomial in log rho, rho = sigma / alpha, integrated over rho. Source: DEIS, arXiv 2204.13902, in log rho. */
export const deis: Scheduler = defineScheduler({
  name: 'DEISMultistepScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    ...thresholdFields,
    ...flowFields,
    prediction_type: predictionType,
    algorithm_type: z.enum(['deis', 'dpmsolver', 'dpmsolver++']).default('deis'), // the reference reads them all as deis
    solver_order: z.int().min(1).max(3).default(2),
    solver_type: solverType('logrho'),
    lower_order_final: z.boolean().default(true),
  }),
  levels(steps, config, options) {
    if (!config.use_flow_sigmas) return diffusionTimeLevels(steps, config)
    const sigmas = options.sigmas ?? evenly(1 - 1 / config.num_train_timesteps, 0, steps + 1).slice(0, steps)
    return shiftedFlowLevels(sigmas, config, options)
  },
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    const noises: Tensor[] = []
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const [level, next] = [levels[i]!, levels[i + 1]!]
      const denoised = limit(await denoise(x, level), config)
      noises[i] = noiseIn(x, denoised, level)
      const order = orderAt(i, begin, levels.length - 1, config)
      const shares = integrals(levels, i, order)
      x = combine(next.alpha / level.alpha, x)
      shares.forEach((share, j) => (x = combine(1, x, next.alpha * share, noises[i - j]!)))
      x = constrain(x, next)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** Integral over rho, from level i to the next, of each Lagrange polynomial in log rho through the last `order` levels. */
function integrals(levels: readonly NoiseLevel[], i: number, order: number): readonly number[] {
  const rho = (level: NoiseLevel): number => level.sigma / level.alpha
  const logs = Array.from({ length: order }, (_, j) => Math.log(rho(levels[i - j]!)))
  const [from, to] = [rho(levels[i]!), rho(levels[i + 1]!)]
  return logs.map((here, j) => {
    const others = logs.filter((_, k) => k !== j)
    const scale = others.reduce((product, other) => product * (here - other), 1)
    return (antiderivative(to, others) - antiderivative(from, others)) / scale
  })
}

/** Of the product of (ln rho − other) over at most two others, by parts; 0 at rho 0. */
function antiderivative(rho: number, [first, second]: readonly number[]): number {
  if (rho === 0) return 0
  const log = Math.log(rho)
  if (first === undefined) return rho
  if (second === undefined) return rho * (log - first - 1)
  return rho * (log ** 2 - (2 + first + second) * log + 2 + first + second + first * second)
}

import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { combine } from '../tensor.ts'
import {
  betaFields,
  bound,
  finalSigmas,
  flowFields,
  predictionType,
  replacementFields,
  solverType,
  spacingFields,
  thresholdFields,
  zeroSnr,
} from './config.ts'
import type { SolverType } from './config.ts'
import { evenly, shiftedFlowLevels } from './flow.ts'
import { diffusionTimeLevels } from './levels.ts'
import { limit } from './limit.ts'
import { lambdaOf } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { NoiseLevel, Scheduler } from './scheduler.ts'

/**
 * Predictor and corrector of any order from one formula; each model call also corrects the step before it.
 * Source: UniPC, arXiv 2302.04867, section 3, in its form for estimates of the image.
 */
export const unipc: Scheduler = defineScheduler({
  name: 'UniPCMultistepScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    ...thresholdFields,
    ...flowFields,
    prediction_type: predictionType,
    predict_x0: z.literal(true, 'predict_x0 false is not supported').default(true),
    solver_order: z.int().min(1).default(2),
    solver_type: solverType('bh2'),
    lower_order_final: z.boolean().default(true),
    disable_corrector: z.array(z.int()).default([]),
    final_sigmas_type: finalSigmas,
    sigma_min: bound,
    sigma_max: bound,
    shift_terminal: bound,
    rescale_betas_zero_snr: zeroSnr,
  }),
  levels(steps, config, options) {
    if (!config.use_flow_sigmas) return diffusionTimeLevels(steps, config)
    const sigmas = options.sigmas ?? evenly(1, 1 / config.num_train_timesteps, steps + 1).slice(0, steps)
    return shiftedFlowLevels(sigmas, config, options)
  },
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    const steps = levels.length - 1
    const estimates: Tensor[] = []
    let x = latents
    let before = latents // where the step before began
    let order = 0
    for (let i = begin; i < steps; i++) {
      const denoised = limit(await denoise(x, levels[i]!), config)
      if (i > begin && !config.disable_corrector.includes(i - 1))
        x = unified(before, levels, i - 1, order, config.solver_type, estimates, denoised)
      estimates[i] = denoised
      order = Math.min(config.solver_order, i - begin + 1, config.lower_order_final ? steps - i : Infinity)
      // Into the image lambda is infinite, between two levels alike it does not move: no differences either way.
      if (levels[i + 1]!.sigma === 0 || levels[i + 1]!.sigma === levels[i]!.sigma) order = 1
      before = x
      x = constrain(unified(x, levels, i, order, config.solver_type, estimates, null), levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** The step from level `from` to the one after: predicts, or corrects if the estimate `there` is known. */
function unified(
  latents: Tensor,
  levels: readonly NoiseLevel[],
  from: number,
  order: number,
  solver: SolverType,
  estimates: readonly Tensor[],
  there: Tensor | null,
): Tensor {
  const [level, next] = [levels[from]!, levels[from + 1]!]
  const newest = estimates[from]!
  const h = lambdaOf(next) - lambdaOf(level)
  const ratios = Array.from(
    { length: order - 1 },
    (_, j) => (lambdaOf(levels[from - j - 1]!) - lambdaOf(level)) / h,
  )
  const differences = ratios.map((ratio, j) =>
    combine(1 / ratio, estimates[from - j - 1]!, -1 / ratio, newest),
  )
  if (there !== null) differences.push(combine(1, there, -1, newest))

  const shrunk = Math.expm1(-h)
  const scale = solver === 'bh1' ? -h : shrunk
  let x = combine(next.sigma / level.sigma, latents, -next.alpha * shrunk, newest)
  const shares = there === null ? sharesOf(ratios, h, scale) : sharesOf([...ratios, 1], h, scale)
  differences.forEach((difference, j) => (x = combine(1, x, -next.alpha * scale * shares[j]!, difference)))
  return x
}

/** Weights of the differences at `ratios` (of h): those that make the update exact for polynomials. */
function sharesOf(ratios: readonly number[], h: number, scale: number): readonly number[] {
  if (ratios.length <= 1) return [0.5] // the paper's choice where one equation would do: no division by small numbers
  let phi = Math.expm1(-h) / -h - 1
  let factorial = 1
  const goals = ratios.map((_, k) => {
    const goal = (phi * factorial) / scale
    factorial *= k + 2
    phi = phi / -h - 1 / factorial
    return goal
  })
  return solve(
    ratios.map((_, k) => ratios.map((ratio) => ratio ** k)),
    goals,
  )
}

/** matrix · x = goals, by elimination; rows stay few and well apart. */
function solve(matrix: readonly (readonly number[])[], goals: readonly number[]): readonly number[] {
  const rows = matrix.map((row, k) => [...row, goals[k]!])
  rows.forEach((pivot, p) => {
    for (const [k, row] of rows.entries()) {
      if (k === p) continue
      const factor = row[p]! / pivot[p]!
      for (let j = p; j < row.length; j++) row[j]! -= factor * pivot[j]!
    }
  })
  return rows.map((row, p) => row.at(-1)! / row[p]!)
}

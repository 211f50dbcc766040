import type { Tensor } from '@plantain/core'
import { combine } from '../tensor.ts'
import type { SolverType } from './config.ts'
import { lambdaOf } from './rules.ts'
import type { NoiseLevel } from './scheduler.ts'

export type Algorithm = 'dpmsolver' | 'dpmsolver++' | 'sde-dpmsolver++'

/** Factors of one step: of the latents, of the newest estimate and its differences, of fresh noise. */
interface Weights {
  readonly latents: number
  readonly estimate: number
  readonly midpoint: number
  readonly slope: number
  readonly curve: number
  readonly noise: number
}

/**
 * Integrals of an exponential times 1, lambda, lambda² over one step of length `h` in lambda; at the image h is infinite and
 * e^-h its limit, 0. Sources: arXiv 2206.00927, proposition 3.1 (dpmsolver: of the noise); arXiv 2211.01095, proposition 4.1
 * (dpmsolver++: of the image) and its solvers of the reverse-time equation (sde: with fresh noise).
 */
export const weights: Readonly<
  Record<Algorithm, (level: NoiseLevel, next: NoiseLevel, h: number) => Weights>
> = {
  dpmsolver(level, next, h) {
    const grown = (next.alpha * level.sigma) / level.alpha - next.sigma // sigma' (e^h − 1), finite at the image
    return {
      latents: next.alpha / level.alpha,
      estimate: -grown,
      midpoint: -0.5 * grown,
      slope: -(grown / h - next.sigma),
      curve: -((grown - next.sigma * h) / h ** 2 - 0.5 * next.sigma),
      noise: 0,
    }
  },
  'dpmsolver++'(level, next, h) {
    const shrunk = Math.expm1(-h)
    return {
      latents: next.sigma / level.sigma,
      estimate: -next.alpha * shrunk,
      midpoint: -0.5 * next.alpha * shrunk,
      slope: next.alpha * (shrunk / h + 1),
      curve: -next.alpha * ((shrunk + h) / h ** 2 - 0.5),
      noise: 0,
    }
  },
  'sde-dpmsolver++'(level, next, h) {
    const gone = -Math.expm1(-2 * h)
    return {
      latents: (next.sigma / level.sigma) * Math.exp(-h),
      estimate: next.alpha * gone,
      midpoint: 0.5 * next.alpha * gone,
      slope: next.alpha * (gone / (-2 * h) + 1),
      curve: next.alpha * ((gone - 2 * h) / (2 * h) ** 2 - 0.5),
      noise: next.sigma * Math.sqrt(gone),
    }
  },
}

export interface DpmStep {
  readonly algorithm: Algorithm
  /** 'heun', or the midpoint rule for any other. */
  readonly solver: SolverType
  readonly order: number
  /** Index of the level at which the latents are. */
  readonly index: number
  /** Estimates of image or noise, by index of their level. */
  readonly estimates: readonly Tensor[]
  /** Unit noise, where the algorithm takes any. */
  readonly noise: Tensor | null
}

/** One multistep update of order 1, 2 or 3. Source: arXiv 2211.01095, algorithm 2; third order as in its code. */
export function dpmStep(latents: Tensor, levels: readonly NoiseLevel[], step: DpmStep): Tensor {
  const { index: i, estimates, order } = step
  const lambda = (k: number): number => lambdaOf(levels[k]!)
  const h = lambda(i + 1) - lambda(i)
  const weight = weights[step.algorithm](levels[i]!, levels[i + 1]!, h)
  const first = combine(
    weight.latents,
    latents,
    weight.estimate,
    estimates[i]!,
    weight.noise,
    step.noise ?? latents,
  )
  if (order === 1 || h === 0) return first // two levels alike: there are no slopes to take

  const r0 = (lambda(i) - lambda(i - 1)) / h
  const slope = combine(1 / r0, estimates[i]!, -1 / r0, estimates[i - 1]!)
  if (order === 2) return combine(1, first, step.solver === 'heun' ? weight.slope : weight.midpoint, slope)

  const r1 = (lambda(i - 1) - lambda(i - 2)) / h
  const slopeBefore = combine(1 / r1, estimates[i - 1]!, -1 / r1, estimates[i - 2]!)
  const bend = combine(1, slope, -1, slopeBefore)
  const slopeHere = combine(1, slope, r0 / (r0 + r1), bend)
  return combine(1, first, weight.slope, slopeHere, weight.curve / (r0 + r1), bend)
}

export interface OrderConfig {
  readonly solver_order: number
  readonly lower_order_final: boolean
  readonly euler_at_final?: boolean
  readonly final_sigmas_type?: string
}

/**
 * The order of a multistep update: no more than there are estimates; lower near the end of a short run, where the higher ones
 * are unstable; 1 into the image itself, where h is infinite.
 */
export function orderAt(index: number, begin: number, steps: number, config: OrderConfig): number {
  const short = config.lower_order_final && steps < 15
  const known = Math.min(config.solver_order, index - begin + 1)
  if (index === steps - 1 && (config.euler_at_final || short || config.final_sigmas_type === 'zero')) return 1
  return index === steps - 2 && short ? Math.min(known, 2) : known
}

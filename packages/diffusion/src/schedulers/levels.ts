import { alphaSquares, sigmaRatios } from './betas.ts'
import type { TableConfig } from './betas.ts'
import type { FinalSigmas, ReplacementConfig, SpacingConfig } from './config.ts'
import { IMAGE } from './scheduler.ts'
import type { NoiseLevel } from './scheduler.ts'
import { interpolate, replacementOf, timestepOf } from './sigmas.ts'
import { roundHalfToEven, timesteps, timestepsBeforeEnd } from './spacing.ts'

/** From a configuration to the noise levels of a run, in the three conventions. */

/** In sigma space: alpha is 1, the latents grow with the noise. */
export const inSigmaSpace = (timestep: number, sigma: number): NoiseLevel => ({ timestep, alpha: 1, sigma })

/** In diffusion time, from sigma / alpha: alpha² + sigma² = 1. */
export function inDiffusionTime(timestep: number, ratio: number): NoiseLevel {
  const alpha = 1 / Math.hypot(1, ratio)
  return { timestep, alpha, sigma: ratio * alpha }
}

/** In diffusion time, at training steps, ending at the image: DDPM, DDIM, PNDM, LCM, TCD. */
export function tableLevels(visited: readonly number[], config: TableConfig): readonly NoiseLevel[] {
  const squares = alphaSquares(config)
  const levels = visited.map((timestep) => {
    const square = squares[Math.min(timestep, squares.length - 1)]!
    return { timestep, alpha: Math.sqrt(square), sigma: Math.sqrt(1 - square) }
  })
  return [...levels, IMAGE]
}

export interface SigmaSpaceConfig extends TableConfig, SpacingConfig, ReplacementConfig {
  readonly interpolation_type?: 'linear' | 'log_linear'
  readonly timestep_type?: 'discrete' | 'continuous'
  readonly final_sigmas_type?: FinalSigmas
  readonly prediction_type?: string
}

/** In sigma space, at fractional training steps: Euler, Heun, LMS, KDPM2. Source: EDM, arXiv 2206.00364. */
export function sigmaSpaceLevels(steps: number, config: SigmaSpaceConfig): readonly NoiseLevel[] {
  const ratios = sigmaRatios(config)
  const last = config.final_sigmas_type === 'sigma_min' ? ratios[0]! : 0
  const visited = timesteps(steps, config, false)
  if (config.interpolation_type === 'log_linear') {
    const replaced = replacementOf({ use_exponential_sigmas: true })!(ratios.at(-1)!, ratios[0]!, steps + 1)
    return replaced.map((sigma, k) => inSigmaSpace(visited[k] ?? 0, sigma)) // stops at the smallest sigma: it is one step longer
  }
  const placed = visited.map((timestep) => interpolate(ratios, timestep))
  const place = replacementOf(config)
  const sigmas = place
    ? place(config.sigma_max ?? placed[0]!, config.sigma_min ?? placed.at(-1)!, steps)
    : placed
  const continuous = config.timestep_type === 'continuous' && config.prediction_type === 'v_prediction'
  const timestepAt = (sigma: number, k: number): number => {
    if (continuous) return 0.25 * Math.log(sigma)
    return place ? timestepOf(sigma, ratios) : visited[k]!
  }
  return [...sigmas.map((sigma, k) => inSigmaSpace(timestepAt(sigma, k), sigma)), inSigmaSpace(0, last)]
}

/** What unit noise is multiplied with in sigma space: "leading" begins below the full noise and adds the image's own variance. */
export function sigmaSpaceStart(levels: readonly NoiseLevel[], config: SpacingConfig): number {
  const { sigma } = levels[0]!
  return config.timestep_spacing === 'leading' ? Math.hypot(sigma, 1) : sigma
}

export interface DiffusionTimeConfig extends TableConfig, SpacingConfig, ReplacementConfig {
  readonly final_sigmas_type?: FinalSigmas
  readonly lambda_min_clipped?: number
}

/** In diffusion time, at whole training steps: DPM-Solver, UniPC, DEIS. */
export function diffusionTimeLevels(steps: number, config: DiffusionTimeConfig): readonly NoiseLevel[] {
  const ratios = sigmaRatios(config)
  const place = replacementOf(config)
  const last = config.final_sigmas_type === 'zero' ? 0 : ratios[0]!
  if (!place) {
    const clip = config.lambda_min_clipped ?? -Infinity // cosine tables have steps too noisy to be of use
    const inUse = ratios.filter((ratio) => -Math.log(ratio) >= clip).length
    const visited = timestepsBeforeEnd(steps, config, inUse)
    return [
      ...visited.map((timestep) => inDiffusionTime(timestep, interpolate(ratios, timestep))),
      inDiffusionTime(0, last),
    ]
  }
  const low = config.sigma_min ?? ratios[0]!
  const sigmas = place(config.sigma_max ?? ratios.at(-1)!, low, steps)
  const whole = config.use_karras_sigmas || config.use_lu_lambdas ? roundHalfToEven : truncate
  return [
    ...sigmas.map((sigma) => inDiffusionTime(whole(timestepOf(sigma, ratios)), sigma)),
    inDiffusionTime(0, last === 0 ? 0 : Math.min(low, sigmas.at(-1)!)), // the same sigma again: a step that changes nothing
  ]
}

/** Float32 gives 998.99999 where 999 is meant; the margin decides for what is meant. */
export const truncate = (timestep: number): number => Math.floor(timestep + 1e-4)

/** How far below the next level to go (`down`) so that fresh noise (`up`) brings the latents there: down² + up² = sigma². */
export function ancestral(
  level: NoiseLevel,
  next: NoiseLevel,
): { readonly down: number; readonly up: number } {
  const up = next.sigma * Math.sqrt(1 - (next.sigma / level.sigma) ** 2)
  return { down: next.sigma ** 2 / level.sigma, up }
}

import { PlantainError } from '@plantain/core'
import type { FlowConfig, ShiftConfig } from './config.ts'
import { truncate } from './levels.ts'
import { IMAGE } from './scheduler.ts'
import type { LevelOptions, NoiseLevel } from './scheduler.ts'

/** Levels of flow matching: alpha = 1 − sigma, sigma falls from 1 to 0. */
export const inFlow = (timestep: number, sigma: number): NoiseLevel => ({ timestep, alpha: 1 - sigma, sigma })

/** What Flux, Qwen-Image and Z-Image hand to `levels`: 1, …, 1/steps. */
export function flowSigmas(steps: number): readonly number[] {
  return evenly(1, 1 / steps, steps)
}

/** `count` values from one end to the other, both included; one value is the first end. */
export function evenly(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) =>
    count === 1 ? from : from + (k / (count - 1)) * (to - from),
  )
}

/** More steps at high noise, for larger pictures. Source: SD3, arXiv 2403.03206, equation 23. */
export const shifted = (sigma: number, factor: number): number =>
  (factor * sigma) / (1 + (factor - 1) * sigma)

/** The factor of `shifted`: fixed, or growing with the tokens of the picture. Throws INVALID_ARGUMENT without their number. */
export function shiftFactor(fixed: number, config: ShiftConfig, options: LevelOptions): number {
  if (!config.use_dynamic_shifting) return fixed
  const mu = options.mu ?? muOf(config, options.imageTokens)
  return config.time_shift_type === 'exponential' ? Math.exp(mu) : mu
}

/** Linear in the number of tokens, between two trained sizes. Source: FLUX.1 reference code, sampling.py. */
function muOf(config: ShiftConfig, imageTokens: number | undefined): number {
  if (imageTokens === undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this model shifts its noise levels by the size of the picture; give imageTokens or mu',
    )
  const { base_shift, max_shift, base_image_seq_len, max_image_seq_len } = config
  const slope = (max_shift - base_shift) / (max_image_seq_len - base_image_seq_len)
  return base_shift + slope * (imageTokens - base_image_seq_len)
}

/** Stretches the levels so that the last one is `terminal`. Source: Qwen-Image's scheduler. */
export function stretched(sigmas: readonly number[], terminal: number | null | undefined): readonly number[] {
  if (!terminal) return sigmas
  const scale = (1 - sigmas.at(-1)!) / (1 - terminal)
  return scale === 0 ? sigmas : sigmas.map((sigma) => 1 - (1 - sigma) / scale)
}

/** Flow levels for the schedulers of diffusion time: whole timesteps. `sigmas`: not shifted yet. */
export function shiftedFlowLevels(
  sigmas: readonly number[],
  config: FlowConfig & { readonly num_train_timesteps: number; readonly final_sigmas_type?: string },
  options: LevelOptions,
): readonly NoiseLevel[] {
  const factor = shiftFactor(config.flow_shift, config, options)
  const placed = stretched(
    sigmas.map((sigma) => shifted(sigma, factor)),
    config.shift_terminal,
  )
  const levels = placed.map((sigma, k) => {
    const below = k === 0 && sigma === 1 ? 1 - 1e-6 : sigma // at 1 nothing of the image is left and lambda is infinite
    return inFlow(truncate(below * config.num_train_timesteps), below)
  })
  // The reference repeats the last sigma where it does not end at the image, which leaves noise in: we go to the smallest trained.
  const smallest = inFlow(0, shifted(1 / config.num_train_timesteps, factor))
  return [...levels, config.final_sigmas_type === 'zero' ? IMAGE : smallest]
}

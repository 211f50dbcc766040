import { z } from 'zod'
import type { SchedulerConfig } from './scheduler.ts'

/**
 * Groups of keys of scheduler_config.json, under the names of the file. Files lack newer keys, so each key has the default of
 * its class. Source: diffusers 0.40, schedulers/*.py.
 */
export type Fields<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> }

export interface BetaConfig extends SchedulerConfig {
  readonly beta_start: number
  readonly beta_end: number
  readonly beta_schedule: 'linear' | 'scaled_linear' | 'squaredcos_cap_v2'
  readonly trained_betas: readonly number[] | null
}

export const trainTimesteps: z.ZodType<number> = z.int().min(1).default(1000)

export function betaFields(
  start = 0.0001,
  end = 0.02,
  schedule: BetaConfig['beta_schedule'] = 'linear',
): Fields<BetaConfig> {
  return {
    num_train_timesteps: trainTimesteps,
    beta_start: z.number().default(start),
    beta_end: z.number().default(end),
    beta_schedule: z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2']).default(schedule),
    trained_betas: z.array(z.number()).min(1).nullable().default(null),
  }
}

/** Moves the last training step to pure noise. Source: arXiv 2305.08891, algorithm 1. */
export const zeroSnr: z.ZodType<boolean> = z.boolean().default(false)

export type PredictionType = 'epsilon' | 'v_prediction' | 'sample' | 'flow_prediction'
export const predictionType: z.ZodType<PredictionType> = z
  .enum(['epsilon', 'v_prediction', 'sample', 'flow_prediction'])
  .default('epsilon')

export interface SpacingConfig extends SchedulerConfig {
  readonly timestep_spacing: 'linspace' | 'leading' | 'trailing'
  readonly steps_offset: number
}

export function spacingFields(
  spacing: SpacingConfig['timestep_spacing'],
): Pick<Fields<SpacingConfig>, 'timestep_spacing' | 'steps_offset'> {
  return {
    timestep_spacing: z.enum(['linspace', 'leading', 'trailing']).default(spacing),
    steps_offset: z.int().default(0),
  }
}

/** Other ways to place the noise levels between the noisiest and the last. */
export interface ReplacementConfig {
  readonly use_karras_sigmas?: boolean
  readonly use_exponential_sigmas?: boolean
  readonly use_beta_sigmas?: boolean
  readonly use_lu_lambdas?: boolean
  readonly sigma_min?: number | null
  readonly sigma_max?: number | null
}

const off: z.ZodType<boolean> = z.boolean().default(false)
export const replacementFields: Fields<
  Required<Pick<ReplacementConfig, 'use_karras_sigmas' | 'use_exponential_sigmas' | 'use_beta_sigmas'>>
> = { use_karras_sigmas: off, use_exponential_sigmas: off, use_beta_sigmas: off }

export const bound: z.ZodType<number | null> = z.number().nullable().default(null)

/** Where the levels end: at the image, or at the smallest sigma of the training. */
export type FinalSigmas = 'zero' | 'sigma_min'
export const finalSigmas: z.ZodType<FinalSigmas> = z.enum(['zero', 'sigma_min']).default('zero')

export interface LimitConfig {
  readonly clip_sample?: boolean
  readonly clip_sample_range?: number
  readonly thresholding?: boolean
  readonly dynamic_thresholding_ratio?: number
  readonly sample_max_value?: number
}

export function clipFields(
  clip: boolean,
): Fields<Required<Pick<LimitConfig, 'clip_sample' | 'clip_sample_range'>>> {
  return { clip_sample: z.boolean().default(clip), clip_sample_range: z.number().positive().default(1) }
}

export const thresholdFields: Fields<
  Required<Pick<LimitConfig, 'thresholding' | 'dynamic_thresholding_ratio' | 'sample_max_value'>>
> = {
  thresholding: off,
  dynamic_thresholding_ratio: z.number().min(0).max(1).default(0.995),
  sample_max_value: z.number().positive().default(1),
}

/** Flow levels inside a scheduler of diffusion time, as Sana and Wan use them. */
export interface FlowConfig extends ShiftConfig {
  readonly use_flow_sigmas: boolean
  readonly flow_shift: number
}

export interface ShiftConfig {
  readonly use_dynamic_shifting: boolean
  readonly time_shift_type: 'exponential' | 'linear'
  readonly base_shift: number
  readonly max_shift: number
  readonly base_image_seq_len: number
  readonly max_image_seq_len: number
  readonly shift_terminal?: number | null
}

export const flowFields: Fields<Required<Omit<FlowConfig, 'shift_terminal'>>> = {
  use_flow_sigmas: off,
  flow_shift: z.number().positive().default(1),
  use_dynamic_shifting: off,
  time_shift_type: z.enum(['exponential', 'linear']).default('exponential'),
  base_shift: z.number().default(0.5),
  max_shift: z.number().default(1.15),
  base_image_seq_len: z.number().default(256),
  max_image_seq_len: z.number().default(4096),
}

/** Learned variances need outputs that no text-to-image model has. */
export type VarianceType = 'fixed_small' | 'fixed_small_log' | 'fixed_large' | 'fixed_large_log'
export const fixedVariance: z.ZodType<VarianceType> = z.enum([
  'fixed_small',
  'fixed_small_log',
  'fixed_large',
  'fixed_large_log',
])

/** One key, several families of solvers: a value of another family means the default, as in the reference. */
export type SolverType = 'midpoint' | 'heun' | 'logrho' | 'bh1' | 'bh2'
export function solverType(standard: SolverType): z.ZodType<SolverType> {
  return z.enum(['midpoint', 'heun', 'logrho', 'bh1', 'bh2']).default(standard)
}

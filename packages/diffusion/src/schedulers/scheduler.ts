import { PlantainError, throwIfCancelled } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { z } from 'zod'
import type { NoiseSource } from '../noise.ts'
import { predictionOf } from '../prediction.ts'
import type { Prediction } from '../prediction.ts'

/**
 * latents = alpha · image + sigma · noise.
 *
 * Three conventions meet here. Sigma space (Euler, Heun, LMS): alpha is 1. Diffusion time (DDIM, DPM-Solver, UniPC):
 * alpha² + sigma² = 1. Flow matching: alpha = 1 − sigma. A rule written with alpha and sigma serves all of them.
 */
export interface NoiseLevel {
  /** What the network is told: 0 to 1000, fractions where the schedule has them; families convert to their own unit. */
  readonly timestep: number
  readonly alpha: number
  readonly sigma: number
}

/** No noise left. */
export const IMAGE: NoiseLevel = { timestep: 0, alpha: 1, sigma: 0 }

/**
 * The model's estimate of the clean latents, not limited (clipping is the scheduler's business).
 * Text, source tokens, references, guidance, prediction type, input scale: all closed over. `level` is an element of the
 * run's levels; only the DPM2 schedulers ask between two of them as well.
 */
export type Denoise = (latents: Tensor, level: NoiseLevel, signal: AbortSignal) => Promise<Tensor>

/** What every scheduler_config.json has; each scheduler's schema adds its own keys, under the names of the file. */
export interface SchedulerConfig {
  readonly num_train_timesteps: number
}

export interface LevelOptions {
  /** Latent tokens of the picture, references not counted: flow models with dynamic shifting need it (or `mu`). */
  readonly imageTokens?: number
  /** The shift itself, where a family has its own formula for it (FLUX.2). */
  readonly mu?: number
  /** Flow sigmas before shifting, as Flux, Qwen and Z-Image pass them; see `flowSigmas`. SD3 passes none. */
  readonly sigmas?: readonly number[]
  /** Image to image with LCM and TCD, whose levels start at the strength; others ignore it. */
  readonly strength?: number
}

export interface SampleOptions<C extends SchedulerConfig = SchedulerConfig> {
  readonly config: C
  readonly noise: NoiseSource
  readonly signal: AbortSignal
  /** Index of the level at which the latents are; image to image starts in the middle. Default 0. */
  readonly begin?: number
  /** Share of fresh noise: DDIM 0 (default) to 1, TCD 0 to 1 (default 0.3). Others ignore it. */
  readonly eta?: number
  /** May replace the latents after each model call; `next` is the level they are at now, IMAGE after the last call. */
  readonly constrain?: (latents: Tensor, next: NoiseLevel) => Tensor
}

/** One model call, done: what progress counts. `denoised` is a free preview. */
export interface SchedulerStep {
  /** Model calls before this one in this run. */
  readonly index: number
  readonly latents: Tensor
  readonly denoised: Tensor
}

/** Noise levels and a rule between them. Memory of earlier steps is a local variable of one run. */
export interface Scheduler<C extends SchedulerConfig = SchedulerConfig> {
  /** As in scheduler_config.json. */
  readonly name: string
  /** Class defaults for missing keys; unknown keys are dropped. */
  readonly config: z.ZodType<C>
  /** Noisiest first; the last is the image (or the smallest sigma, where the configuration stops there). */
  levels(steps: number, config: C, options?: LevelOptions): readonly NoiseLevel[]
  /** What unit noise is multiplied with to start from nothing at `levels[0]`. */
  initNoiseSigma(levels: readonly NoiseLevel[], config: C): number
  /** What the network's output means, and how its input is scaled. */
  prediction(config: C): Prediction
  /** Index of the level where image to image starts. Throws INVALID_ARGUMENT when nothing would be left to do. */
  begin(steps: number, strength: number): number
  /** Model calls of a run: the total of the progress. */
  calls(levels: readonly NoiseLevel[], begin?: number): number
  /** latents: [N, C, H, W] (or any shape with the batch first) at `levels[begin]`. Returns those at the last level. */
  sample(
    denoise: Denoise,
    latents: Tensor,
    levels: readonly NoiseLevel[],
    options: SampleOptions<C>,
  ): AsyncGenerator<SchedulerStep, Tensor>
}

/** What a rule sees of a run: cancellation is looked after before each model call, options have their defaults. */
export interface Run<C extends SchedulerConfig> {
  readonly config: C
  readonly noise: NoiseSource
  readonly begin: number
  readonly eta: number | undefined
  readonly constrain: (latents: Tensor, next: NoiseLevel) => Tensor
}

export interface SchedulerDefinition<C extends SchedulerConfig> {
  readonly name: string
  readonly config: z.ZodType<C>
  levels(steps: number, config: NoInfer<C>, options: LevelOptions): readonly NoiseLevel[]
  sample(
    denoise: (latents: Tensor, level: NoiseLevel) => Promise<Tensor>,
    latents: Tensor,
    levels: readonly NoiseLevel[],
    run: Run<NoInfer<C>>,
  ): AsyncGenerator<Omit<SchedulerStep, 'index'>, Tensor>
  initNoiseSigma?(levels: readonly NoiseLevel[], config: NoInfer<C>): number
  prediction?(config: NoInfer<C>): Prediction
  begin?(steps: number, strength: number): number
  calls?(levels: readonly NoiseLevel[], begin: number): number
}

export const MAX_STEPS = 150

/** A scheduler from its rule: adds the checks and the defaults that all share. */
export function defineScheduler<C extends SchedulerConfig>(definition: SchedulerDefinition<C>): Scheduler<C> {
  return {
    name: definition.name,
    config: definition.config,
    levels(steps, config, options = {}) {
      if (!Number.isInteger(steps) || steps < 1 || steps > MAX_STEPS)
        throw new PlantainError(
          'INVALID_ARGUMENT',
          `steps is ${steps}; give a whole number from 1 to ${MAX_STEPS}`,
        )
      return definition.levels(steps, config, options)
    },
    initNoiseSigma: (levels, config) => definition.initNoiseSigma?.(levels, config) ?? 1,
    prediction: (config) => definition.prediction?.(config) ?? predictionOf(config),
    begin(steps, strength) {
      if (!(strength >= 0 && strength <= 1))
        throw new PlantainError(
          'INVALID_ARGUMENT',
          `strength is ${strength}; give a number from 0 (keep the source) to 1 (ignore it)`,
        )
      return definition.begin?.(steps, strength) ?? defaultBegin(steps, strength)
    },
    calls: (levels, begin = 0) => definition.calls?.(levels, begin) ?? levels.length - 1 - begin,
    async *sample(denoise, latents, levels, { config, noise, signal, begin = 0, eta, constrain }) {
      const last = levels.at(-1)
      const guarded = async (x: Tensor, level: NoiseLevel): Promise<Tensor> => {
        throwIfCancelled(signal)
        return await denoise(x, level, signal)
      }
      const rule = definition.sample(guarded, latents, levels, {
        config,
        noise,
        begin,
        eta,
        constrain: (x, next) => (constrain === undefined ? x : constrain(x, next === last ? IMAGE : next)),
      })
      for (let index = 0; ; index++) {
        const step = await rule.next()
        if (step.done) return step.value
        yield { index, ...step.value }
      }
    },
  }
}

/** Source: diffusers' image-to-image pipelines. Strength 1 runs every step, on a source that is still faintly there. */
function defaultBegin(steps: number, strength: number): number {
  const run = Math.min(Math.floor(steps * strength), steps)
  if (run < 1)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `strength ${strength} of ${steps} steps leaves no step to run; raise strength or steps until their product is at least 1`,
    )
  return steps - run
}

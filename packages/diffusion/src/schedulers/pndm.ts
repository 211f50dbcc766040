import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { combine } from '../tensor.ts'
import { alphaSquares } from './betas.ts'
import { betaFields, predictionType, spacingFields } from './config.ts'
import type { SpacingConfig } from './config.ts'
import { tableLevels } from './levels.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { NoiseLevel, Scheduler } from './scheduler.ts'
import { timesteps } from './spacing.ts'

/**
 * Linear multistep on the noise. Source: arXiv 2202.09778, section 3.
 *
 * One level a model call. With `skip_prk_steps` (Stable Diffusion) the second level comes twice: the first step is taken, looked
 * at, and taken again with the mean. Without it three Runge–Kutta steps of four calls come first.
 */
export const pndm: Scheduler = defineScheduler({
  name: 'PNDMScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('leading'),
    skip_prk_steps: z.boolean().default(false),
    set_alpha_to_one: z.boolean().default(false),
    prediction_type: predictionType,
  }),
  levels(steps, config) {
    const visited = timesteps(steps, config, true)
    return tableLevels(
      usesRungeKutta(steps, config) ? withRungeKutta(visited, config) : withSecondTwice(visited),
      config,
    )
  },
  async *sample(denoise, latents, levels, { config, begin, constrain }) {
    const squares = alphaSquares(config)
    const final = config.set_alpha_to_one ? 1 : squares[0]!
    const at = (timestep: number): number => squares[timestep] ?? final
    const { stride, rungeKutta } = plan(levels, config)
    const says = config.prediction_type === 'v_prediction' ? velocityIn : noiseIn

    let x = latents
    let saved = latents // where the step under way began
    let memory: readonly Tensor[] = [] // outputs, newest first
    let mean: Tensor | null = null // of the Runge–Kutta step under way
    for (let i = begin; i + 1 < levels.length; i++) {
      const level = levels[i]!
      const denoised = await denoise(x, level)
      let output = says(x, denoised, level)
      let start = x
      let from = level.timestep
      let to = level.timestep - stride
      if (i < rungeKutta && begin === 0) {
        const part = i % 4
        if (part === 0) [saved, memory] = [x, [output, ...memory]]
        const weighted = combine([1 / 6, 1 / 3, 1 / 3, 1 / 6][part]!, output)
        mean = mean === null ? weighted : combine(1, mean, 1, weighted)
        if (part === 3) [output, mean] = [mean, null]
        start = saved
        from = levels[i - part]!.timestep
        to = level.timestep - (part % 2 === 0 ? Math.floor(stride / 2) : 0)
      } else if (i < rungeKutta) {
        to = levels[i + 1]!.timestep // a run from the middle has no start of that step: plain steps until they are over
      } else if (rungeKutta === 0 && i === begin + 1) {
        output = combine(0.5, output, 0.5, memory[0]!)
        start = saved
        from = levels[begin]!.timestep
        to = level.timestep
      } else {
        if (i === begin) saved = x
        memory = [output, ...memory].slice(0, 4)
        output = adamsBashforth(memory)
      }
      x = constrain(transfer(start, output, at(from), at(to), says === velocityIn), levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** What a network of v-prediction says: the reference averages outputs, whatever they mean. */
function velocityIn(latents: Tensor, denoised: Tensor, { alpha, sigma }: NoiseLevel): Tensor {
  return combine(alpha / sigma, latents, -1 / sigma, denoised)
}

/** Adams–Bashforth of as high an order as there are outputs; memory is newest first. */
function adamsBashforth([a, b, c, d]: readonly Tensor[]): Tensor {
  if (b === undefined) return a!
  if (c === undefined) return combine(3 / 2, a!, -1 / 2, b)
  if (d === undefined) return combine(23 / 12, a!, -16 / 12, b, 5 / 12, c)
  return combine(55 / 24, a!, -59 / 24, b, 37 / 24, c, -9 / 24, d)
}

/** Equation 9: latents moved from the level with alpha² = `from` to that with `to`. */
function transfer(x: Tensor, output: Tensor, from: number, to: number, velocity: boolean): Tensor {
  const scale = -(to - from) / (from * Math.sqrt(1 - to) + Math.sqrt(from * (1 - from) * to))
  const ratio = Math.sqrt(to / from)
  if (!velocity) return combine(ratio, x, scale, output)
  return combine(ratio + scale * Math.sqrt(1 - from), x, scale * Math.sqrt(from), output)
}

type PndmConfig = SpacingConfig & { readonly skip_prk_steps: boolean }

/** Three Runge–Kutta steps need four timesteps; runs shorter than that go without. */
const usesRungeKutta = (steps: number, config: PndmConfig): boolean => !config.skip_prk_steps && steps >= 4

function withSecondTwice(visited: readonly number[]): readonly number[] {
  return visited.length === 1 ? visited : [...visited.slice(0, 2), ...visited.slice(1)]
}

/** Each of the first three steps: its start, its middle twice, its end. */
function withRungeKutta(visited: readonly number[], { num_train_timesteps }: PndmConfig): readonly number[] {
  const half = Math.floor(Math.floor(num_train_timesteps / visited.length) / 2)
  const warmUp = visited.slice(1, 4).flatMap((end, k) => [visited[k]!, end + half, end + half, end])
  return [...warmUp, ...visited.slice(3)]
}

/** What the levels say about how they were made. */
function plan(levels: readonly NoiseLevel[], config: PndmConfig): { stride: number; rungeKutta: number } {
  const calls = levels.length - 1
  const rungeKutta = usesRungeKutta(calls - 9, config) ? 12 : 0
  const steps = rungeKutta > 0 ? calls - 9 : Math.max(1, calls - 1)
  return { stride: Math.floor(config.num_train_timesteps / steps), rungeKutta }
}

import { readFileSync } from 'node:fs'
import type { Tensor } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { addNoise } from '../latents.ts'
import { listedNoise } from '../noise.ts'
import { combine, mapTensor } from '../tensor.ts'
import { flowSigmas } from './flow.ts'
import { schedulerFromConfig } from './from-config.ts'
import type { ConfiguredScheduler } from './from-config.ts'
import type { Denoise, LevelOptions, SampleOptions, Scheduler } from './scheduler.ts'

/** Reference: diffusers 0.40-dev, PyTorch 2.13, float32; see golden/README.md for the commands. */
const folder = new URL('../../golden/schedulers/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T

interface Case {
  steps: number
  set_timesteps?: { sigmas?: string; mu?: number }
  timesteps: number[]
  sigmas?: number[]
  init_noise_sigma: number
  noise_draws: number
  first4_after_each_step: number[][]
  final: number[]
}
interface Golden {
  scheduler: string
  config: Record<string, unknown>
  set_explicitly: string[]
  step_kwargs: { eta?: number }
  cases: Case[]
  img2img?: {
    steps: number
    begin_index: number
    strength: number
    noise_index: number
    noised: number[]
    final: number[]
    noise_draws: number
  }
}

const shared = read<{ shape: number[]; x_T_unit: number[]; image: number[]; noise: number[][] }>('tensors')
const tensor = (values: ArrayLike<number>): Tensor => ({
  data: Float32Array.from(values),
  shape: shared.shape,
})
const draws = shared.noise.map(tensor)

/** The stand-in for a network of the golden files, float32 in and out. */
function network(latents: Tensor, timestep: number): Tensor {
  return mapTensor(latents, (x) => 0.3 * Math.sin(1.7 * x + 0.01 * timestep) + 0.1 * x)
}

function denoiserOf({ scheduler, config }: ConfiguredScheduler): Denoise {
  const prediction = scheduler.prediction(config)
  return async (latents, level) =>
    prediction.clean(network(combine(prediction.inputScale(level), latents), level.timestep), latents, level)
}

/** Largest difference, relative to the largest value; says where. */
function worst(actual: ArrayLike<number>, expected: readonly number[]): number {
  const scale = Math.max(1, ...expected.map(Math.abs))
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!) / scale))
}

/** Every golden file of that class: defaults, timesteps, each step, the end, and image to image. */
export function reproducesGolden(scheduler: Scheduler): void {
  const files = read<{ files: string[] }>('index').files.map((file) => [file, read<Golden>(file)] as const)
  const own = files.filter(([, golden]) => golden.scheduler === scheduler.name)
  test('has golden vectors', () => {
    expect(own).not.toHaveLength(0)
  })
  describe.each(own)('golden %s', (_file, golden) => {
    const explicit = Object.fromEntries(golden.set_explicitly.map((key) => [key, golden.config[key]]))
    const made = schedulerFromConfig({ _class_name: golden.scheduler, ...explicit })
    const { config } = made
    const denoise = denoiserOf(made)
    const signal = new AbortController().signal

    test('missing keys get the defaults of the class', () => {
      const known = Object.keys(config).filter((key) => key in golden.config)
      expect(Object.fromEntries(known.map((key) => [key, config[key as never]]))).toEqual(
        Object.fromEntries(known.map((key) => [key, golden.config[key]])),
      )
    })

    test.each(golden.cases)('$steps steps', async (wanted) => {
      const options: LevelOptions = {
        ...(wanted.set_timesteps?.sigmas && { sigmas: flowSigmas(wanted.steps) }),
        ...(wanted.set_timesteps?.mu !== undefined && { mu: wanted.set_timesteps.mu }),
      }
      const levels = scheduler.levels(wanted.steps, config, options)
      expect(scheduler.calls(levels)).toBe(wanted.timesteps.length)
      const start = scheduler.initNoiseSigma(levels, config)
      expect(start).toBeCloseTo(wanted.init_noise_sigma, 3)

      let x = combine(start, tensor(shared.x_T_unit))
      const told: number[] = []
      const spy: Denoise = (latents, level, signal) => {
        told.push(level.timestep)
        return denoise(latents, level, signal)
      }
      const sampleOptions: SampleOptions = {
        config,
        noise: listedNoise(draws),
        signal,
        ...golden.step_kwargs,
      }
      for await (const step of scheduler.sample(spy, x, levels, sampleOptions)) {
        x = step.latents
        expect([step.index, worst(x.data.slice(0, 4), wanted.first4_after_each_step[step.index]!)]).toEqual([
          step.index,
          expect.closeTo(0, 3),
        ])
      }
      expect(worst(told, wanted.timesteps)).toBeLessThan(1e-5)
      expect(worst(x.data, wanted.final)).toBeLessThan(1e-4)
    })

    const middle = golden.img2img
    if (middle)
      test('image to image', async () => {
        const levels = scheduler.levels(middle.steps, config)
        const begin = scheduler.begin(middle.steps, middle.strength)
        expect(begin).toBe(middle.begin_index)
        let x = addNoise(tensor(shared.image), draws[middle.noise_index]!, levels[begin]!)
        expect(worst(x.data, middle.noised)).toBeLessThan(1e-5)
        const sampleOptions: SampleOptions = {
          config,
          begin,
          noise: listedNoise(draws),
          signal,
          ...golden.step_kwargs,
        }
        for await (const step of scheduler.sample(denoise, x, levels, sampleOptions)) x = step.latents
        expect(worst(x.data, middle.final)).toBeLessThan(1e-4)
      })
  })
}

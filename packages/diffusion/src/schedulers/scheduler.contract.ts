import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addNoise } from '../latents.ts'
import { philoxNoise } from '../noise.ts'
import { schedulerFromConfig } from './from-config.ts'
import { denoised, flowed } from './gaussian.contract.ts'
import { reproducesGolden } from './golden.contract.ts'
import { IMAGE } from './scheduler.ts'
import type {
  Denoise,
  NoiseLevel,
  SampleOptions,
  Scheduler,
  SchedulerConfig,
  SchedulerStep,
} from './scheduler.ts'

/**
 * How a scheduler gets to the image: along the flow, to an order ("any order": the ends of its levels hide it); with fresh
 * noise on the way; by the jumps of a consistency model.
 */
export type Way = 'first order' | 'higher order' | 'any order' | 'fresh noise' | 'jumps'

/** Error at 96 steps: that at `from` steps, less by a factor, and below a bound. Ideal from 24: 4 and 16. */
const convergence: Partial<Record<Way, { from: number; by: number; to: number }>> = {
  'first order': { from: 24, by: 3.5, to: 0.06 },
  'higher order': { from: 24, by: 7, to: 0.02 },
  'any order': { from: 6, by: 50, to: 0.02 },
}

const data = { mean: 0.3, deviation: 0.5 }
/** Tables that reach the image (DEIS ends at the smallest sigma, which is small here) and start in noise. */
const training = {
  beta_start: 0.0001,
  beta_end: 0.02,
  beta_schedule: 'linear',
  set_alpha_to_one: true,
  skip_prk_steps: true,
  clip_sample: false,
}

/** The suite that every scheduler runs. */
export function schedulerContract(
  scheduler: Scheduler,
  way: Way = 'higher order',
  settings: object = {},
): void {
  const configured = (more: object = {}): SchedulerConfig =>
    schedulerFromConfig({ _class_name: scheduler.name, ...training, ...settings, ...more }).config
  const config = configured()
  const falls = convergence[way]
  const levelsOf = (steps: number, its = config): readonly NoiseLevel[] =>
    scheduler.levels(steps, its, { imageTokens: 1024 })
  const oracle: Denoise = async (x, level) =>
    way === 'jumps' ? flowed(data, x, level, IMAGE) : denoised(data, x, level)

  /** Latents at `levels[begin]` from pictures and noise; what the run gives, and what a perfect one would. */
  async function solve(steps: number, count = 256): Promise<{ result: Tensor; exact: Tensor }> {
    const levels = levelsOf(steps)
    const shape = [1, count]
    const picture = flowed(
      data,
      philoxNoise(11).normals(0, shape),
      { timestep: 0, alpha: 0, sigma: 1 },
      IMAGE,
    )
    const start = addNoise(picture, philoxNoise(12).normals(0, shape), levels[0]!)
    const result = await finish(scheduler.sample(oracle, start, levels, options()))
    return { result, exact: flowed(data, start, levels[0]!, IMAGE) }
  }
  const options = (more: Partial<SampleOptions> = {}): SampleOptions => ({
    config,
    noise: philoxNoise(5),
    signal: new AbortController().signal,
    ...(way === 'jumps' && { eta: 1 }), // all the way to the image, and noise from there
    ...more,
  })

  describe(`${scheduler.name}${settingsName(settings)}`, () => {
    test('levels are finite, fall, and end at the image, for any number of steps and any configuration', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 150 }), configurations, (steps, more) => {
          const levels = levelsOf(steps, configured(more))
          expect(levels.length).toBeGreaterThan(steps)
          expect(
            levels.flatMap((level) => Object.values(level)).filter((value) => !Number.isFinite(value)),
          ).toEqual([])
          const noisiness = levels.map(({ alpha, sigma }) => sigma / alpha)
          expect(noisiness.filter((next, i) => i > 0 && next > noisiness[i - 1]! * (1 + 1e-9))).toEqual([])
          expect(noisiness.at(-1)).toBeLessThan(0.04) // 0, or the smallest sigma where the class or the configuration ends there
        }),
      )
    })

    test.each([0, 151, 2.5, NaN])('%s steps are refused with a sentence', (steps) => {
      expect(() => levelsOf(steps)).toThrow(`steps is ${steps}; give a whole number from 1 to 150`)
    })

    if (falls)
      test(`follows the flow of Gaussian data: ${way}`, async () => {
        const error = async (steps: number): Promise<number> => {
          const { result, exact } = await solve(steps)
          return Math.max(...result.data.map((x, i) => Math.abs(x - exact.data[i]!)))
        }
        const [coarse, fine] = [await error(falls.from), await error(96)]
        expect(fine).toBeLessThan(coarse / falls.by)
        expect(fine).toBeLessThan(falls.to)
      })

    if (way === 'fresh noise')
      test('draws from Gaussian data: its law comes closer when steps grow', async () => {
        const error = async (steps: number): Promise<number> => lawError((await solve(steps, 4000)).result)
        const [coarse, fine] = [await error(6), await error(96)]
        expect(fine).toBeLessThan(coarse / 5)
        expect(fine).toBeLessThan(0.04)
      })

    if (way === 'jumps')
      test('draws from Gaussian data in a few steps', async () => {
        for (const steps of [1, 2, 4, 8])
          expect(lawError((await solve(steps, 4000)).result)).toBeLessThan(0.03)
      })

    test('an abort stops it before the next model call', async () => {
      const levels = levelsOf(7)
      const calls = scheduler.calls(levels)
      for (let last = 0; last < calls; last++) {
        const controller = new AbortController()
        if (last === 0) controller.abort()
        let made = 0
        const counting: Denoise = (x, level, signal) => {
          if (++made === last) controller.abort()
          return oracle(x, level, signal)
        }
        const run = finish(
          scheduler.sample(counting, latents(), levels, options({ signal: controller.signal })),
        )
        await expect(run).rejects.toThrow(new PlantainError('CANCELLED', 'the run was cancelled'))
        expect(made).toBe(last)
      }
    })

    test('the same seed gives the same bytes, and the latents given are not touched', async () => {
      const run = (): Promise<Tensor> => finish(scheduler.sample(oracle, latents(), levelsOf(9), options()))
      const given = latents()
      const first = await finish(
        scheduler.sample(oracle, given, levelsOf(9), options({ noise: philoxNoise(5) })),
      )
      expect(await run()).toEqual(first)
      expect(given).toEqual(latents())
    })

    test('a batch is its pictures, each made alone', async () => {
      const start = philoxNoise(3).normals(0, [2, 16])
      const alone = (picture: number): Tensor => ({
        data: start.data.slice(picture * 16, picture * 16 + 16),
        shape: [1, 16],
      })
      const run = (x: Tensor, first: number): Promise<Tensor> =>
        finish(scheduler.sample(oracle, x, levelsOf(5), options({ noise: philoxNoise(5, first) })))
      const both = await run(start, 0)
      expect([...both.data]).toEqual([...(await run(alone(0), 0)).data, ...(await run(alone(1), 1)).data])
    })

    test('counts its calls, from any level', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 12 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          async (steps, share) => {
            const levels = levelsOf(steps)
            const begin = Math.floor(share * (levels.length - 2))
            const told: NoiseLevel[] = []
            const spy: Denoise = (x, level, signal) => {
              told.push(level)
              return oracle(x, level, signal)
            }
            const steps_ = await collect(scheduler.sample(spy, latents(), levels, options({ begin })))
            expect(steps_.map((step) => step.index)).toEqual(
              Array.from({ length: scheduler.calls(levels, begin) }, (_, i) => i),
            )
            expect(told[0]).toBe(levels[begin])
            for (const step of steps_) expect(step.latents.data.every(Number.isFinite)).toBe(true)
          },
        ),
        { numRuns: 30 },
      )
    })

    test('what `constrain` puts in the place of the latents is what goes on, up to the end', async () => {
      const levels = levelsOf(6)
      const seen: NoiseLevel[] = []
      const constrain = (x: Tensor, next: NoiseLevel): Tensor => {
        seen.push(next)
        return { ...x, data: x.data.map((value, i) => (i < 4 ? 7 : value)) }
      }
      const steps = await collect(scheduler.sample(oracle, latents(), levels, options({ constrain })))
      expect(seen).toHaveLength(scheduler.calls(levels))
      expect(seen.at(-1)).toBe(IMAGE)
      for (const step of steps) expect(Array.from(step.latents.data.slice(0, 4))).toEqual([7, 7, 7, 7])
    })

    test('image to image leaves the share of the steps that strength says', () => {
      expect(() => scheduler.begin(10, 1.5)).toThrow('strength is 1.5; give a number from 0')
      expect(scheduler.begin(10, 1)).toBe(0)
      if (way !== 'jumps') {
        expect(scheduler.begin(20, 0.6)).toBe(8)
        expect(() => scheduler.begin(3, 0.3)).toThrow('raise strength or steps')
      }
    })

    if (Object.keys(settings).length === 0) reproducesGolden(scheduler)
  })
}

const configurations: fc.Arbitrary<object> = fc.record(
  {
    timestep_spacing: fc.constantFrom('linspace', 'leading', 'trailing'),
    steps_offset: fc.constantFrom(0, 1),
    use_karras_sigmas: fc.boolean(),
    use_exponential_sigmas: fc.boolean(),
    use_beta_sigmas: fc.boolean(),
    use_lu_lambdas: fc.boolean(),
    use_flow_sigmas: fc.boolean(),
    use_dynamic_shifting: fc.boolean(),
    time_shift_type: fc.constantFrom('exponential', 'linear'),
    shift: fc.constantFrom(1, 3),
    shift_terminal: fc.constantFrom(null, 0.02),
    skip_prk_steps: fc.boolean(),
    final_sigmas_type: fc.constantFrom('zero', 'sigma_min'),
    beta_schedule: fc.constantFrom('linear', 'scaled_linear', 'squaredcos_cap_v2'),
  },
  { requiredKeys: [] },
)

/** Distance of mean and deviation from those of the data. */
function lawError({ data: values }: Tensor): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  return Math.max(Math.abs(mean - data.mean), Math.abs(Math.sqrt(variance) - data.deviation))
}

const latents = (): Tensor => philoxNoise(1).normals(0, [1, 16])

async function collect(run: AsyncGenerator<SchedulerStep, Tensor>): Promise<readonly SchedulerStep[]> {
  const steps: SchedulerStep[] = []
  for await (const step of run) steps.push(step)
  return steps
}

/** Runs to the end; the value returned is that of the last step. */
async function finish(run: AsyncGenerator<SchedulerStep, Tensor>): Promise<Tensor> {
  for (let last: Tensor | null = null; ;) {
    const step = await run.next()
    if (step.done) {
      expect(step.value).toBe(last)
      return step.value
    }
    last = step.value.latents
  }
}

function settingsName(settings: object): string {
  return Object.keys(settings).length === 0 ? '' : ` ${JSON.stringify(settings)}`
}

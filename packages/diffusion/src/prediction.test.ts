import type { Tensor } from '@plantain/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addNoise } from './latents.ts'
import { edm, epsilon, flow, predictionOf, sample, velocity } from './prediction.ts'
import type { Prediction } from './prediction.ts'
import { inFlow } from './schedulers/flow.ts'
import { inDiffusionTime, inSigmaSpace } from './schedulers/levels.ts'
import type { NoiseLevel } from './schedulers/scheduler.ts'
import { combine } from './tensor.ts'

const vector = (...values: number[]): Tensor => ({
  data: Float32Array.from(values),
  shape: [1, values.length],
})
const image = vector(0.5, -1.25, 2, 0)
const noise = vector(-0.3, 0.8, 1.5, -2)
const ratios = fc.double({ min: 0.03, max: 30, noNaN: true })

/** What a perfect network of that kind says about image and noise mixed at the level, both spaces reduced to unit variance. */
const outputs: readonly [Prediction, (level: NoiseLevel) => Tensor][] = [
  [epsilon, () => noise],
  [sample, () => image],
  [
    velocity,
    ({ alpha, sigma }) =>
      combine(alpha / Math.hypot(alpha, sigma), noise, -sigma / Math.hypot(alpha, sigma), image),
  ],
]

test.each(outputs)(
  '$name: the clean latents come back, in sigma space and in diffusion time',
  (prediction, output) => {
    fc.assert(
      fc.property(ratios, (ratio) => {
        for (const level of [inSigmaSpace(0, ratio), inDiffusionTime(0, ratio)])
          close(prediction.clean(output(level), addNoise(image, noise, level), level), image, 1e-4)
      }),
    )
  },
)

test('flow: the clean latents come back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (sigma) => {
      const level = inFlow(0, sigma)
      close(flow.clean(combine(1, noise, -1, image), addNoise(image, noise, level), level), image, 1e-5)
    }),
  )
})

test.each(['epsilon', 'v_prediction'] as const)('EDM with %s: the clean latents come back', (form) => {
  fc.assert(
    fc.property(ratios, (sigma) => {
      // Table 1 of the paper, solved for the network's output.
      const [level, data] = [inSigmaSpace(0, sigma), 0.5]
      const latents = addNoise(image, noise, level)
      const [skip, out] = [data ** 2 / (sigma ** 2 + data ** 2), (sigma * data) / Math.hypot(sigma, data)]
      const raw = combine(1 / out, image, -skip / out, latents)
      const said = form === 'epsilon' ? raw : combine(-1, raw)
      close(edm(data, form).clean(said, latents, level), image, 1e-4)
    }),
  )
})

test('networks of diffusion time see unit variance, flow networks the latents as they are', () => {
  expect(epsilon.inputScale(inSigmaSpace(0, 3))).toBeCloseTo(1 / Math.sqrt(10), 12)
  expect(velocity.inputScale(inDiffusionTime(0, 3))).toBeCloseTo(1, 12)
  expect(flow.inputScale(inFlow(0, 0.4))).toBe(1)
})

test('a prediction type that nobody knows is named with those that are', () => {
  expect(predictionOf({})).toBe(epsilon)
  expect(() => predictionOf({ prediction_type: 'score' })).toThrow(
    'prediction_type is "score"; supported are epsilon, v_prediction, sample, flow_prediction',
  )
})

function close(actual: Tensor, expected: Tensor, tolerance: number): void {
  expect(Math.max(...expected.data.map((x, i) => Math.abs(x - actual.data[i]!)))).toBeLessThan(tolerance)
}

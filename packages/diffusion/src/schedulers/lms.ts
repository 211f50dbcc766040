import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import { combine } from '../tensor.ts'
import { betaFields, predictionType, replacementFields, spacingFields } from './config.ts'
import { sigmaSpaceLevels, sigmaSpaceStart } from './levels.ts'
import { noiseIn } from './rules.ts'
import { defineScheduler } from './scheduler.ts'
import type { NoiseLevel, Scheduler } from './scheduler.ts'

/** Linear multistep of order 4: the polynomial through the last slopes, integrated. Source: k-diffusion, sample_lms. */
export const lms: Scheduler = defineScheduler({
  name: 'LMSDiscreteScheduler',
  config: z.object({
    ...betaFields(),
    ...spacingFields('linspace'),
    ...replacementFields,
    prediction_type: predictionType,
  }),
  levels: sigmaSpaceLevels,
  initNoiseSigma: sigmaSpaceStart,
  async *sample(denoise, latents, levels, { begin, constrain }) {
    let slopes: readonly Tensor[] = [] // newest first
    let x = latents
    for (let i = begin; i + 1 < levels.length; i++) {
      const denoised = await denoise(x, levels[i]!)
      slopes = [noiseIn(x, denoised, levels[i]!), ...slopes].slice(0, 4)
      // The order counts from the noisiest level, as in the reference, also where image to image has fewer slopes than that.
      const shares = adams(levels, i, Math.min(i + 1, 4))
      slopes.forEach((slope, j) => (x = combine(1, x, shares[j]!, slope)))
      x = constrain(x, levels[i + 1]!)
      yield { latents: x, denoised }
    }
    return x
  },
})

/** Integral of each Lagrange polynomial over the step from level i: two Gauss points are exact up to the third degree. */
function adams(levels: readonly NoiseLevel[], i: number, order: number): readonly number[] {
  const nodes = Array.from({ length: order }, (_, j) => levels[i - j]!.sigma)
  const [from, to] = [levels[i]!.sigma, levels[i + 1]!.sigma]
  const points = [-1, 1].map((side) => (from + to) / 2 + (side * (to - from)) / 2 / Math.sqrt(3))
  const lagrange = (at: number, j: number): number =>
    nodes.reduce((product, node, k) => (k === j ? product : (product * (at - node)) / (nodes[j]! - node)), 1)
  return nodes.map((_, j) => ((to - from) / 2) * points.reduce((sum, point) => sum + lagrange(point, j), 0))
}

import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { neighbourRanges } from '../filters/neighbour-range.ts'
import { percent } from './params.ts'
import { perceived, withPerceived } from './perceived.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Takes back a blur of about `radiusPixels` (standard deviation): Richardson–Lucy deconvolution of lightness. It brings out what is
 * still there; what is lost stays lost. `percent` mixes with the original.
 *
 * People: percent 50 (slight), 80 (moderate), 100 (strong); radius 1 to 2. Source: W. H. Richardson, 1972.
 */
export const deblur: SpatialOperator = spatial({
  name: 'deblur',
  params: z.strictObject({
    percent: percent(0, 100),
    radiusPixels: z.number().min(0.5).max(6).default(1.5),
  }),
  identity: { percent: 0 },
  apply(image, { percent, radiusPixels }, { signal }) {
    if (percent === 0) return image
    const { width, height } = image
    const seen = perceived(image)
    const blur = (plane: Float32Array): Float32Array => gaussian(plane, width, height, radiusPixels)
    let estimate = seen
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      const model = blur(estimate)
      // In place: the model is not needed any more.
      for (let i = 0; i < model.length; i++) model[i] = (seen[i]! + FLOOR) / (model[i]! + FLOOR)
      const correction = blur(model)
      // Damped, so that noise is not raised into grain.
      for (let i = 0; i < correction.length; i++)
        correction[i] = estimate[i]! * (1 + 0.9 * (correction[i]! - 1))
      estimate = correction
    }
    const share = percent / 100
    const [low, high] = [new Float32Array(width), new Float32Array(width)]
    const after = new Float32Array(seen.length)
    for (let y = 0, i = 0; y < height; y++) {
      neighbourRanges(seen, width, height, y, low, high)
      for (let x = 0; x < width; x++, i++) {
        // Not far beyond the neighbours: rings around edges are what this method is known for.
        const room = 0.35 * (high[x]! - low[x]!) + 0.01
        const sharp = Math.min(high[x]! + room, Math.max(low[x]! - room, estimate[i]!))
        after[i] = seen[i]! + (sharp - seen[i]!) * share
      }
    }
    return withPerceived(image, seen, after)
  },
})

const ROUNDS = 6
const FLOOR = 0.01

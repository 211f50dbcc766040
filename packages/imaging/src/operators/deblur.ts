import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { neighbourRange } from '../filters/neighbour-range.ts'
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
      const ratio = seen.map((value, i) => (value + FLOOR) / (model[i]! + FLOOR))
      const correction = blur(ratio)
      // Damped, so that noise is not raised into grain.
      estimate = estimate.map((value, i) => value * (1 + 0.9 * (correction[i]! - 1)))
    }
    const share = percent / 100
    const after = new Float32Array(seen.length)
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        // Not far beyond the neighbours: rings around edges are what this method is known for.
        const [low, high] = neighbourRange(seen, width, height, x, y)
        const room = 0.35 * (high - low) + 0.01
        const sharp = Math.min(high + room, Math.max(low - room, estimate[i]!))
        after[i] = seen[i]! + (sharp - seen[i]!) * share
      }
    return withPerceived(image, seen, after)
  },
})

const ROUNDS = 6
const FLOOR = 0.01

import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
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
    return withPerceived(
      image,
      seen,
      estimate.map((value, i) => seen[i]! + (Math.min(1, value) - seen[i]!) * share),
    )
  },
})

const ROUNDS = 8
const FLOOR = 0.01

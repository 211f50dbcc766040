import * as z from 'zod'
import { guided } from '../filters/guided.ts'
import { percent } from './params.ts'
import { perceived, withPerceived } from './perceived.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Contrast of neighbourhoods: clouds stand out, faces gain depth; below 0 softer. The base is smoothed by a guided filter, which
 * stops at edges, so that skylines get no halos. What is nearly black or white moves less.
 *
 * People: slight 20, moderate 40, strong 75, max 100; a dramatic sky is 90 under the sky's mask.
 */
export const clarity: SpatialOperator = spatial({
  name: 'clarity',
  params: z.strictObject({ percent: percent(-100, 100) }),
  identity: { percent: 0 },
  apply(image, { percent }) {
    if (percent === 0) return image
    const { width, height } = image
    const lightness = perceived(image)
    const radius = Math.max(2, Math.round(Math.max(width, height) / 40))
    const base = guided(lightness, lightness, { width, height, radius, epsilon: 0.012 })
    const amount = (percent / 100) * (percent < 0 ? 0.7 : 1.1)
    const after = new Float32Array(lightness.length)
    for (let i = 0; i < after.length; i++) {
      const value = lightness[i]!
      const room = value < 0 ? 0 : value > 1 ? 0 : 4 * value * (1 - value)
      after[i] = value + amount * (value - base[i]!) * (0.25 + 0.75 * room)
    }
    return withPerceived(image, lightness, after)
  },
})

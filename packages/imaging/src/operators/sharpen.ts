import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { unsharp } from '../filters/unsharp.ts'
import { percent } from './params.ts'
import { perceived, withPerceived } from './perceived.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Crisper detail: unsharp masking of lightness alone, so edges get no coloured rims. What is fainter than noise is left, and no pixel
 * goes far beyond its neighbours, so edges get no halos.
 *
 * People: slight 40, moderate 80, strong 150, max 250; a radius of 1 pixel for each 1000 of the longer side, 0.8 at least.
 */
export const sharpen: SpatialOperator = spatial({
  name: 'sharpen',
  params: z.strictObject({
    percent: percent(0, 500),
    radiusPixels: z.number().min(0.3).max(20).default(1),
  }),
  identity: { percent: 0 },
  apply(image, { percent, radiusPixels }) {
    if (percent === 0) return image
    const { width, height } = image
    const lightness = perceived(image)
    const soft = gaussian(lightness, width, height, radiusPixels)
    const after = unsharp(lightness, soft, { width, height, amount: percent / 100 })
    return withPerceived(image, lightness, after)
  },
})

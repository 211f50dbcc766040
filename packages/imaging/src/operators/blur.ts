import * as z from 'zod'
import { blurBytes } from '../filters/blur-bytes.ts'
import { gaussian } from '../filters/gaussian.ts'
import { blurWeighted } from '../filters/weighted.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Gaussian blur of light; `radiusPixels` is its standard deviation. Under a mask nothing from outside bleeds in.
 * People, in percent of the longer side: slight 0.3, moderate 0.8, strong 2, max 5.
 */
export const blur: SpatialOperator = spatial({
  name: 'blur',
  params: z.strictObject({ radiusPixels: z.number().min(0).max(500).default(0) }),
  identity: { radiusPixels: 0 },
  writesAlpha: true,
  apply: (image, { radiusPixels }, { mask }) =>
    radiusPixels < 0.1
      ? image
      : blurWeighted(image, mask, (plane) => gaussian(plane, image.width, image.height, radiusPixels)),
  applyLast: (image, { radiusPixels }) => (radiusPixels < 0.1 ? null : blurBytes(image, radiusPixels)),
})

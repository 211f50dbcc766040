import * as z from 'zod'
import { convolveTaps, strokeTaps } from '../filters/taps.ts'
import { blurWeighted } from '../filters/weighted.ts'
import { cos, sin } from '../math.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * As if the camera had moved in a straight line while the shutter was open: 0 degrees is level, 90 upright.
 * People, in percent of the longer side: slight 1, moderate 3, strong 6, max 12.
 */
export const motionBlur: SpatialOperator = spatial({
  name: 'motion-blur',
  params: z.strictObject({
    lengthPixels: z.number().min(0).max(500).default(0),
    degrees: z.number().min(-180).max(180).default(0),
  }),
  identity: { lengthPixels: 0 },
  writesAlpha: true,
  apply(image, { lengthPixels, degrees }, { mask }) {
    if (lengthPixels < 0.5) return image
    const angle = (degrees * 3.141592653589793) / 180
    // Rows go down, angles go up.
    const taps = strokeTaps(lengthPixels, cos(angle), -sin(angle))
    return blurWeighted(image, mask, (plane) => convolveTaps(plane, image.width, image.height, taps))
  },
})

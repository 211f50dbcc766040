import * as z from 'zod'
import { exp } from '../math.ts'
import { inKernel } from './kernel-shade.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Brighter or darker, as by the aperture: light times 2 to the `stops`, bent so that highlights roll off instead of clipping.
 *
 * With N the norm of a pixel (the sum of its cubes over that of its squares: between the mean and the largest channel, so that saturated colours
 * neither glow nor stay behind), all its channels are scaled by g / (1 + (g - 1) N / SHOULDER): colours keep their hue, the norm
 * follows a curve that nears SHOULDER and never reaches it, and steps add up: +1 and then -1 is nothing, +0.5 twice is +1.
 * People: slight 0.3, moderate 0.6, strong 1.2, max 2.
 */
export const exposure: PointwiseOperator = pointwise({
  name: 'exposure',
  params: z.strictObject({ stops: z.number().min(-6).max(6).default(0) }),
  identity: { stops: 0 },
  space: 'linear',
  prepare: ({ stops }) => {
    const gain = exp(stops * LN2)
    const bend = (gain - 1) / SHOULDER
    return (strip) =>
      inKernel(strip, (run, { one, two, three, count }) =>
        run.expose(one, two, three, count, gain, bend, NORM_TOP),
      )
  },
})

const LN2 = 0.6931471805599453
/** Light that the brightest pixel nears: above 1, so that white can become darker again; the rest above 1 is clipped. */
const SHOULDER = 1.25
/** Keeps the scale of a darkening step positive for light that earlier steps brought beyond the shoulder. */
const NORM_TOP = SHOULDER * 0.999

import * as z from 'zod'
import { colorParam, colorToLinear } from '../color/named.ts'
import { smoothstep } from '../math.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Edges towards `color` (above 0), or, with black, a dark rim taken off (below 0): -40 undoes 40. An ellipse of the frame's shape;
 * `midpointPercent` is where it begins, from the centre (0) to the corners (100).
 *
 * People: slight 20, moderate 40, strong 65, max 90.
 */
export const vignette: PointwiseOperator = pointwise({
  name: 'vignette',
  params: z.strictObject({
    percent: percent(-95, 95),
    color: colorParam('black'),
    midpointPercent: percent(0, 90, 30),
  }),
  identity: { percent: 0 },
  space: 'linear',
  prepare: ({ percent, color, midpointPercent }, { width, height }) => {
    const target = colorToLinear(color)
    const amount = Math.abs(percent) / 100
    const start = midpointPercent / 100
    return ({ top, one, two, three }) => {
      for (let i = 0; i < one.length; i++) {
        const u = (2 * ((i % width) + 0.5)) / width - 1
        const v = (2 * (top + Math.floor(i / width) + 0.5)) / height - 1
        const fall = amount * smoothstep(start, 1.06, Math.sqrt((u * u + v * v) / 2))
        if (percent < 0) {
          const gain = 1 / (1 - fall)
          one[i] = one[i]! * gain
          two[i] = two[i]! * gain
          three[i] = three[i]! * gain
        } else {
          one[i] = one[i]! + (target[0] - one[i]!) * fall
          two[i] = two[i]! + (target[1] - two[i]!) * fall
          three[i] = three[i]! + (target[2] - three[i]!) * fall
        }
      }
    }
  },
})

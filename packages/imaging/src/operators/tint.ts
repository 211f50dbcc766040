import * as z from 'zod'
import { colorParam, colorToOklab } from '../color/named.ts'
import { inKernel } from './kernel-shade.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * A cast of a colour, added (above 0) or taken out (below 0): Oklab a and b move along the colour's hue, all pixels alike,
 * less towards black and white. What is taken out is what was added, exactly. For green against magenta name one of the two.
 *
 * People: slight 15, moderate 30, strong 60, max 100.
 */
export const tint: PointwiseOperator = pointwise({
  name: 'tint',
  params: z.strictObject({ color: colorParam('magenta'), percent: percent(-100, 100) }),
  identity: { percent: 0 },
  space: 'oklab',
  prepare: ({ color, percent }) => {
    const { a, b } = colorToOklab(color)
    const chroma = Math.sqrt(a * a + b * b)
    // A grey has no hue, and nothing to add.
    const amount = chroma < 0.005 ? 0 : ((percent / 100) * FULL) / chroma
    return (strip) =>
      inKernel(strip, (run, { one, two, three, count }) =>
        run.addCast(one, two, three, count, a * amount, b * amount),
      )
  },
})

/** Chroma of the cast at 100 percent. */
const FULL = 0.12

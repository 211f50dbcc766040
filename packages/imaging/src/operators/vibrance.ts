import * as z from 'zod'
import { inKernel } from './kernel-shade.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Strength of the weak colours: what is nearly grey gains most, what is strong hardly, and the hues of skin half as much.
 *
 * People: slight 20, moderate 40, strong 70, max 100.
 */
export const vibrance: PointwiseOperator = pointwise({
  name: 'vibrance',
  params: z.strictObject({ percent: percent(-100, 100) }),
  identity: { percent: 0 },
  space: 'oklab',
  prepare: ({ percent }) => {
    const amount = percent / 100
    return (strip) =>
      inKernel(strip, (run, { two, three, count }) =>
        run.scaleWeakChroma(two, three, count, amount, STRONG, SKIN.a, SKIN.b),
      )
  },
})

/** Chroma from which on a colour is left as it is. */
const STRONG = 0.3
/** The direction of skin, a hue of 40 degrees. */
const SKIN = { a: 0.77, b: 0.64 }

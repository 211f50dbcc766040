import * as z from 'zod'
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
    return ({ two, three }) => {
      for (let i = 0; i < two.length; i++) {
        const a = two[i]!
        const b = three[i]!
        const chroma = Math.sqrt(a * a + b * b)
        const weak = chroma < STRONG ? 1 - chroma / STRONG : 0
        // Cosine of the angle to skin: 0.77 and 0.64 are a hue of 40 degrees.
        const skin = chroma > 0 ? (a * 0.77 + b * 0.64) / chroma : 0
        const spare = skin > 0.9 ? 1 - 5 * (skin - 0.9) : 1
        const scale = 1 + amount * weak * weak * spare
        two[i] = a * scale
        three[i] = b * scale
      }
    }
  },
})

/** Chroma from which on a colour is left as it is. */
const STRONG = 0.3

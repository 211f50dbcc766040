import * as z from 'zod'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/** How much of the picture is there: 100 as it is, 0 clear. With a mask of the background: cut out. */
export const opacity: PointwiseOperator = pointwise({
  name: 'opacity',
  params: z.strictObject({ percent: percent(0, 100, 100) }),
  identity: { percent: 100 },
  space: 'linear',
  writesAlpha: true,
  prepare: ({ percent }) => {
    const share = percent / 100
    return ({ alpha }) => {
      if (alpha) for (let i = 0; i < alpha.length; i++) alpha[i] = alpha[i]! * share
    }
  },
})

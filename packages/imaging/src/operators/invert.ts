import * as z from 'zod'
import { pointwise, type PointwiseOperator } from './operator.ts'

/** The negative: 255 less each byte, exactly. */
export const invert: PointwiseOperator = pointwise({
  name: 'invert',
  params: z.strictObject({}),
  identity: null,
  space: 'encoded',
  eachChannel: true,
  prepare:
    () =>
    ({ one, two, three }) => {
      for (const values of [one, two, three])
        for (let i = 0; i < values.length; i++) values[i] = 1 - values[i]!
    },
})

import * as z from 'zod'
import { geometric, type GeometricOperator } from './operator.ts'
import { stretched } from './placement.ts'

/** Mirrored, byte for byte: 'horizontal' swaps left and right, 'vertical' top and bottom. */
export const flip: GeometricOperator = geometric({
  name: 'flip',
  params: z.strictObject({ direction: z.enum(['horizontal', 'vertical']).default('horizontal') }),
  identity: null,
  move: ({ direction }, { width, height }) =>
    direction === 'horizontal'
      ? {
          placement: stretched({ width, height }, { scaleX: -1, offsetX: width }),
          walk: { start: width - 1, stepX: -1, stepY: width },
        }
      : {
          placement: stretched({ width, height }, { scaleY: -1, offsetY: height }),
          walk: { start: (height - 1) * width, stepX: 1, stepY: -width },
        },
})

import type { Op } from './op.ts'
import { operate, signed } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "more vivid", "muted colours", "the sky less saturated". */
export const saturation: Op = {
  name: 'saturation',
  plan: (wish, view) =>
    operate(wish, view, 'saturation', {
      percent: signed(
        wish,
        Math.min(wish.direction === 'down' ? 100 : 200, strengthOf(wish.amount, SCALES.saturation)),
      ),
    }),
}

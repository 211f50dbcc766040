import type { Op } from './op.ts'
import { operate, signed } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "more contrast", "flatter". */
export const contrast: Op = {
  name: 'contrast',
  plan: (wish, view) =>
    operate(wish, view, 'contrast', {
      percent: signed(wish, Math.min(100, strengthOf(wish.amount, SCALES.contrast))),
    }),
}

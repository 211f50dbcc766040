import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Haze out of the picture; in, where it is asked for. */
export const dehaze: Op = {
  name: 'dehaze',
  plan(wish, view) {
    const percent = Math.min(100, strengthOf(wish.amount, SCALES.dehaze))
    return operate(wish, view, 'dehaze', { percent: wish.direction === 'down' ? -percent : percent })
  },
}

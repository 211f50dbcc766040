import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "sharper", "crisper details"; down softens. */
export const sharpen: Op = {
  name: 'sharpen',
  plan: (wish, view) =>
    wish.direction === 'down'
      ? operate(wish, view, 'clarity', { percent: -Math.min(100, strengthOf(wish.amount, SCALES.clarity)) })
      : operate(wish, view, 'sharpen', { percent: Math.min(500, strengthOf(wish.amount, SCALES.sharpen)) }),
}

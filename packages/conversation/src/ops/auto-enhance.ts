import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "make it look better". */
export const autoEnhance: Op = {
  name: 'auto_enhance',
  plan: (wish, view) =>
    operate(wish, view, 'auto-enhance', { percent: Math.min(100, strengthOf(wish.amount, SCALES.enhance)) }),
}

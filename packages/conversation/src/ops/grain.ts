import { denoise } from './denoise.ts'
import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Film grain; down takes it off. */
export const grain: Op = {
  name: 'grain',
  plan: (wish, view) =>
    wish.direction === 'down'
      ? denoise.plan(wish, view)
      : operate(wish, view, 'grain', { percent: Math.min(100, strengthOf(wish.amount, SCALES.grain)) }),
}

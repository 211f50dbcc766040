import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "warmer", "much cooler". */
export const temperature: Op = {
  name: 'temperature',
  plan: (wish, view) =>
    operate(wish, view, 'temperature', {
      mired:
        signOf(wish.direction) *
        Math.min(
          200,
          strengthOf(wish.amount, SCALES.mired, (share) => 140 * share),
        ),
    }),
}

const signOf = (direction: string | undefined): number =>
  direction === 'cooler' || direction === 'down' ? -1 : 1

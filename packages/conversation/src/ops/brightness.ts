import { amountOf } from '../reading/amount.ts'
import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, stopsOf, strengthOf } from './strength.ts'

/** "brighter", "a bit darker", "20% brighter". */
export const brightness: Op = {
  name: 'brightness',
  plan(wish, view) {
    const down = wish.direction === 'down'
    const amount = amountOf(wish.amount)
    const stops =
      amount.kind === 'factor'
        ? stopsOf(amount.value)
        : amount.kind === 'percent'
          ? stopsOf(down ? 1 - Math.abs(amount.value) : 1 + Math.abs(amount.value))
          : (down ? -1 : 1) * strengthOf(wish.amount, SCALES.stops)
    return operate(wish, view, 'exposure', { stops: Math.max(-6, Math.min(6, stops)) })
  },
}

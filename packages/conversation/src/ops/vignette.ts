import type { Op } from './op.ts'
import { cssColor, operate, signed } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Darker edges; down takes a dark rim off. */
export const vignette: Op = {
  name: 'vignette',
  plan: (wish, view) =>
    operate(wish, view, 'vignette', {
      percent: signed(wish, Math.min(95, strengthOf(wish.amount, SCALES.vignette))),
      ...(wish.color === undefined ? {} : { color: cssColor(view.words, wish.color) }),
    }),
}

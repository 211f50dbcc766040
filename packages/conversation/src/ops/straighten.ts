import type { Op } from './op.ts'
import { framed } from './frame.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Levels the horizon, or sets falling lines upright. */
export const straighten: Op = {
  name: 'straighten',
  plan: (wish, view) =>
    /perspective|vertical|falling|lines|keystone|building/i.test(wish.value ?? '')
      ? framed(view, 'perspective', { verticalPercent: strengthOf(wish.amount, SCALES.perspective) })
      : framed(view, 'straighten', { degrees: 'auto' }),
}

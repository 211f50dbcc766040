import type { Op } from './op.ts'
import { operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** Noise, grain and traces of compression out. Grain that was laid on here is simply taken off. */
export const denoise: Op = {
  name: 'denoise',
  plan(wish, view) {
    const at = view.operations.findLastIndex(({ operator }) => operator === 'grain')
    if (at >= 0) return [{ do: 'operations', operations: view.operations.filter((_, index) => index !== at) }]
    return operate(wish, view, 'denoise', { percent: Math.min(100, strengthOf(wish.amount, SCALES.denoise)) })
  },
}

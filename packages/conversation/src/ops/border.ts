import { amountOf } from '../reading/amount.ts'
import type { Op } from './op.ts'
import { note } from './op.ts'
import { framed } from './frame.ts'
import { cssColor } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "a white border", "like a polaroid", "rounded corners"; down takes it off. */
export const border: Op = {
  name: 'border',
  plan(wish, view) {
    const value = (wish.value ?? '').toLowerCase()
    if (wish.direction === 'down') {
      const at = view.operations.findLastIndex(({ operator }) => operator === 'border')
      return at < 0
        ? [note('There is no border that I could take off; say how much to crop.')]
        : [{ do: 'operations', operations: view.operations.filter((_, index) => index !== at) }]
    }
    const shorter = Math.min(view.size.width, view.size.height)
    const amount = amountOf(wish.amount)
    const thick =
      amount.kind === 'pixels' || amount.kind === 'number'
        ? amount.value
        : (strengthOf(
            wish.amount ?? (/thin/.test(value) ? 'slight' : /thick|wide/.test(value) ? 'strong' : undefined),
            SCALES.border,
          ) *
            shorter) /
          100
    const color = cssColor(view.words, wish.color ?? 'white')
    if (/round/.test(value))
      return framed(view, 'border', {
        outerRadiusPixels: Math.round(0.06 * shorter),
        widthPixels: wish.color === undefined ? 0 : Math.round(thick),
        color,
      })
    return framed(view, 'border', {
      widthPixels: Math.max(1, Math.round(thick)),
      color,
      manner: /polaroid|instant/.test(value) ? 'polaroid' : 'plain',
    })
  },
}

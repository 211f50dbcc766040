import { dyeOf } from '../reading/colors.ts'
import { note, type Op } from './op.ts'
import { cssColor, operate } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

/** "a blue tint", "take the green cast out". */
export const tint: Op = {
  name: 'tint',
  plan(wish, view) {
    const color = wish.value ?? 'magenta'
    if (color !== 'magenta' && dyeOf(view.words, color) === null)
      return [note(`I do not know the colour ${color}; name one of the usual ones, or give it as #rrggbb.`)]
    const percent = Math.min(100, strengthOf(wish.amount, SCALES.tint))
    return operate(wish, view, 'tint', {
      color: color === 'magenta' ? color : cssColor(view.words, color),
      percent: wish.direction === 'down' ? -percent : percent,
    })
  },
}

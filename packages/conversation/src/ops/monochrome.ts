import { dyeOf } from '../reading/colors.ts'
import type { Op } from './op.ts'
import { cssColor, operate } from './pixels.ts'

/** "black and white", "sepia", "all in blue". */
export const monochrome: Op = {
  name: 'monochrome',
  plan(wish, view) {
    const value = (wish.value ?? 'gray').toLowerCase()
    const sepia = /sepia/.test(value)
    const gray =
      !sepia && (/gr[ae]y|black|white|monochrome|b ?& ?w/.test(value) || dyeOf(view.words, value) === null)
    return operate(wish, view, 'monochrome', {
      color: sepia ? 'sepia' : gray ? 'gray' : cssColor(view.words, value),
    })
  },
}

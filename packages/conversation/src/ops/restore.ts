import { denoise } from './denoise.ts'
import { note, type Op } from './op.ts'
import { operate } from './pixels.ts'

/** Mends an old picture as far as exact means go: fading, casts and noise; tears and scratches need repainting. */
export const restore: Op = {
  name: 'restore',
  plan(wish, view) {
    const value = wish.value ?? ''
    if (/scratch|tear|torn|crease|fold|stain|spot|hole|missing/i.test(value))
      return [
        note(
          `To fill ${value} I would have to repaint what lies below, which takes open weights (see plantain models); I can mend fading, a colour cast and noise.`,
        ),
      ]
    if (/noise|grain/i.test(value)) return denoise.plan({ op: 'denoise' }, view)
    return operate(wish, view, 'auto-enhance', { percent: 100 })
  },
}

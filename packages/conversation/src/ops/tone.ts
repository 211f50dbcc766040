import { note, type Op } from './op.ts'
import { operate, signed } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'

const RANGES: readonly (readonly [RegExp, string])[] = [
  [/black/i, 'blacksPercent'],
  [/shadow|dark/i, 'shadowsPercent'],
  [/mid/i, 'midtonesPercent'],
  [/highlight|light|bright/i, 'highlightsPercent'],
  [/white/i, 'whitesPercent'],
]

/** "lift the shadows", "bring the highlights down". */
export const tone: Op = {
  name: 'tone',
  plan(wish, view) {
    const range = RANGES.find(([pattern]) => pattern.test(wish.value ?? ''))?.[1]
    if (range === undefined)
      return [note('Say which tones: blacks, shadows, midtones, highlights or whites.')]
    return operate(wish, view, 'tone', {
      [range]: signed(wish, Math.min(100, strengthOf(wish.amount, SCALES.tone))),
    })
  },
}

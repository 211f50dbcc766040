import { amountOf } from '../reading/amount.ts'
import { namedSize } from '../reading/size.ts'
import { note, type Op } from './op.ts'
import { framed } from './frame.ts'

const LARGEST = 6144

/** "512 wide", "1920x1080", "half the size". */
export const resize: Op = {
  name: 'resize',
  plan(wish, view) {
    const size = namedSize(wish.value)
    if (size !== null && 'width' in size)
      return framed(view, 'resize', { widthPixels: size.width, heightPixels: size.height, fit: 'inside' })
    if (size !== null) {
      const tall = /high|tall|height/i.test(wish.value ?? '')
      return framed(view, 'resize', tall ? { heightPixels: size.side } : { widthPixels: size.side })
    }
    const amount = amountOf(wish.amount)
    const up = wish.direction !== 'down'
    const ratio =
      amount.kind === 'factor'
        ? amount.value
        : amount.kind === 'percent'
          ? wish.direction === undefined
            ? amount.value
            : up
              ? 1 + amount.value
              : 1 - amount.value
          : amount.kind === 'pixels'
            ? amount.value / view.size.width
            : up
              ? 1.5
              : 0.5
    if (ratio <= 0.01 || Math.max(view.size.width, view.size.height) * ratio > LARGEST)
      return [
        note(
          `That would be larger or smaller than I can make it; the longest side can be 64 to ${LARGEST} pixels.`,
        ),
      ]
    return framed(view, 'resize', { scalePercent: Math.round(ratio * 10000) / 100 })
  },
}

import { amountOf } from '../reading/amount.ts'
import { namedSize } from '../reading/size.ts'
import { note, type Op } from './op.ts'
import { framed } from './frame.ts'

const LARGEST = 6144

/** What is asked for is then made to the pixel: a cut to a ratio in whole pixels is off by up to one. */
const isNear = (one: Size, other: Size): boolean =>
  Math.abs(one.width * other.height - one.height * other.width) <=
  Math.max(one.width, one.height, other.width, other.height)
type Size = Readonly<{ width: number; height: number }>

/** "512 wide", "1920x1080", "half the size". */
export const resize: Op = {
  name: 'resize',
  plan(wish, view) {
    const size = namedSize(wish.value)
    if (size !== null && 'width' in size)
      return framed(view, 'resize', {
        widthPixels: size.width,
        heightPixels: size.height,
        fit: isNear(size, view.size) ? 'stretch' : 'inside',
      })
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

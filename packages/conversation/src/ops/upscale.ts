import { amountOf } from '../reading/amount.ts'
import { namedSize } from '../reading/size.ts'
import { note, type Op } from './op.ts'
import { framed, isUpright, unframed } from './frame.ts'

const LARGEST = 6144

/** "upscale it to 4K", "2x". A scene is painted anew with more detail; of an upload only the pixels are there. */
export const upscale: Op = {
  name: 'upscale',
  plan(wish, view) {
    const longest = Math.max(view.size.width, view.size.height)
    const size = namedSize(wish.value)
    const amount = amountOf(
      wish.amount ?? (/^\s*[\d.]+\s*x\s*$/i.test(wish.value ?? '') ? wish.value : undefined),
    )
    const side = size === null ? null : 'side' in size ? size.side : Math.max(size.width, size.height)
    const factor =
      side !== null
        ? side / longest
        : amount.kind === 'factor'
          ? amount.value
          : amount.kind === 'percent'
            ? 1 + amount.value
            : 2
    if (factor <= 1.001) return [note(`It has ${view.size.width} x ${view.size.height} pixels already.`)]
    if (longest * factor > LARGEST)
      return [
        note(
          `That would be more than ${LARGEST} pixels on the longest side, which is the most that I can make.`,
        ),
      ]
    const uncut =
      view.scene !== null &&
      isUpright(view.operations) &&
      unframed(view.operations).length === view.operations.length
    if (uncut)
      return [
        {
          do: 'shape',
          scene: view.scene!,
          width: Math.round(view.base.width * factor),
          height: Math.round(view.base.height * factor),
        },
      ]
    return framed(view, 'upscale', { factor: Math.min(8, factor) })
  },
}

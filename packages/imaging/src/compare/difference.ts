import type { Bitmap, Mask, Rect } from '@plantain/core'
import { sameSize } from '../composite.ts'
import { wordsOf } from '../mask.ts'

/** What differs between two pictures of one size, pixel by pixel. */
export interface Difference {
  readonly pixels: number
  readonly changed: number
  /** The smallest box around all that differs; null where nothing does. */
  readonly box: Rect | null
  /** Pixels that `free` does not cover at all, and how many of those differ. */
  readonly outside: number
  readonly changedOutside: number
}

/** free: where pixels may differ (any coverage above 0); without it nowhere is outside */
export function difference(before: Bitmap, after: Bitmap, free: Mask | null = null): Difference {
  sameSize(before, after)
  if (free !== null) sameSize(before, free)
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const { width, height } = before
  let [left, top, right, bottom] = [width, height, -1, -1]
  let [changed, outside, changedOutside] = [0, 0, 0]
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      const isOutside = free !== null && free.data[p] === 0
      if (isOutside) outside++
      if (one[p] === other[p]) continue
      changed++
      if (isOutside) changedOutside++
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  return {
    pixels: width * height,
    changed,
    box: changed === 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
    outside,
    changedOutside,
  }
}

import type { Bitmap } from '@plantain/core'
import { smoothstep } from '../math.ts'
import type { CutOut } from './cut-out.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom'
/** Share of a side along which a thing is cut off, from which it shows. */
const LEAST = 0.12

/** The sides on which a thing ends only because its picture did. */
export function cutSides(
  { bitmap, rect }: CutOut,
  source: { readonly width: number; readonly height: number },
): readonly Side[] {
  const { width, height, data } = bitmap
  const share = (length: number, at: (k: number) => number): number => {
    let count = 0
    for (let k = 0; k < length; k++) if (data[at(k) * 4 + 3]! > 127) count++
    return count / length
  }
  const sides: readonly (readonly [Side, boolean, number])[] = [
    ['left', rect.x <= 1, share(height, (k) => k * width)],
    ['right', rect.x + rect.width >= source.width - 1, share(height, (k) => k * width + width - 1)],
    ['top', rect.y <= 1, share(width, (k) => k)],
    ['bottom', rect.y + rect.height >= source.height - 1, share(width, (k) => (height - 1) * width + k)],
  ]
  return sides.flatMap(([side, touches, along]) => (touches && along > LEAST ? [side] : []))
}

/** Fades out towards sides, over `share` of its size, 0 to 1: no straight edge where nothing ends. */
export function fadeSides(image: Bitmap, sides: readonly Side[], share = 0.14): Bitmap {
  if (sides.length === 0) return image
  const { width, height } = image
  const data = image.data.slice()
  const reach = share * Math.min(width, height)
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [(p % width) + 0.5, Math.floor(p / width) + 0.5]
    const left: Readonly<Record<Side, number>> = { left: x, right: width - x, top: y, bottom: height - y }
    const kept = sides.reduce((product, side) => product * smoothstep(0, reach, left[side]), 1)
    data[p * 4 + 3] = Math.round(data[p * 4 + 3]! * kept)
  }
  return { width, height, data }
}

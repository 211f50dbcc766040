import type { Bitmap, Mask } from '@plantain/core'
import { maskFromAlpha, maskFromBitmap } from '@plantain/imaging'

/**
 * A mask as people paint it, in either of the two ways in use: white changes and black keeps; or, where the file has transparency,
 * what is clear changes, as in the OpenAI Images API. A layer painted in white over nothing is of the first kind: its clear part keeps.
 *
 * returns: 255 changes, 0 keeps
 */
export function paintedMask(bitmap: Bitmap): Mask {
  return isCutOut(bitmap) ? maskFromAlpha(bitmap) : maskFromBitmap(bitmap)
}

/** Something of it is clear, and what is not is no brush of one bright colour. */
function isCutOut({ data }: Bitmap): boolean {
  let [clear, dark] = [false, false]
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 255) clear = true
    if (data[i + 3]! > 127 && Math.min(data[i]!, data[i + 1]!, data[i + 2]!) < BRUSH) dark = true
    if (clear && dark) return true
  }
  return false
}
const BRUSH = 250

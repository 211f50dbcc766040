import type { Bitmap, Mask, Scene } from '@plantain/core'
import { composite, dilate } from '@plantain/imaging'

/** Numeric dust: what a repaint may differ by where nothing has changed, in levels of a byte. */
const DUST = 2
/** How far a change reaches beyond where it can be told from dust, in pixels. */
const MARGIN = 2

/**
 * The new painting laid over the old one where the two differ: a thing, its shadow, its reflection and its glow. All other pixels are
 * the old ones, byte for byte, so that nothing drifts over any number of edits. Where the whole world changed, all of it is new.
 *
 * reference: the old scene as it is painted, where the old pixels are not all its own, as a mask kept some of them
 */
export function paintChange(
  old: Bitmap,
  painted: Bitmap,
  { whole, reference = old }: { readonly whole: boolean; readonly reference?: Bitmap },
): Bitmap {
  if (whole) return painted
  return composite(old, painted, dilate(differing(reference, painted), MARGIN))
}

function differing(old: Bitmap, painted: Bitmap): Mask {
  const { width, height } = painted
  const data = new Uint8Array(width * height)
  for (let pixel = 0, i = 0; pixel < data.length; pixel++, i += 4)
    if (
      Math.abs(old.data[i]! - painted.data[i]!) > DUST ||
      Math.abs(old.data[i + 1]! - painted.data[i + 1]!) > DUST ||
      Math.abs(old.data[i + 2]! - painted.data[i + 2]!) > DUST
    )
      data[pixel] = 255
  return { width, height, data }
}

/** Only things changed, so the painting differs near them alone. */
export const sameWorld = (one: Scene, other: Scene): boolean =>
  one.seed === other.seed && JSON.stringify(one.world) === JSON.stringify(other.world)

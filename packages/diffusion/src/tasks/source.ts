import { PlantainError } from '@plantain/core'
import type { Bitmap, Mask } from '@plantain/core'
import { composite } from '@plantain/imaging'
import type { Size, Source } from '../model.ts'
import { atSize } from '../picture.ts'
import type { RunSettings } from '../settings.ts'

/** The source in its own size. Throws INVALID_ARGUMENT when the request has none. */
export function requireSource({ source }: RunSettings, task: string): Source {
  if (source !== null) return source
  throw new PlantainError('INVALID_ARGUMENT', `${task} changes a picture and was given none; give an image`)
}

/** The same source at the size of the run. */
export function sourceAtSize(source: Source, size: Size): Source {
  return { ...source, bitmap: atSize(source.bitmap, size) }
}

/** What was painted, in the size of the result, and only where the mask says so: elsewhere the source's own bytes. */
export function laidOver(source: Source, painted: Bitmap, { mask, outputSize }: RunSettings): Bitmap {
  const after = atSize(painted, outputSize)
  if (mask === null) return after
  return composite(atSize(source.bitmap, outputSize), after, maskAtSize(mask, outputSize))
}

/** The mask at another size: each pixel that of the nearest one, so that nothing is half in. */
export function maskAtSize(mask: Mask, { width, height }: Size): Mask {
  if (mask.width === width && mask.height === height) return mask
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = Math.floor(((y + 0.5) * mask.height) / height)
      data[y * width + x] = mask.data[row * mask.width + Math.floor(((x + 0.5) * mask.width) / width)]!
    }
  return { width, height, data }
}

import { PlantainError } from '@plantain/core'
import type { Bitmap, Mask } from '@plantain/core'
import { resize } from '@plantain/imaging'
import type { Size, Source } from '../model.ts'
import type { RunSettings } from '../settings.ts'

/** The source at the size of the run. Throws INVALID_ARGUMENT when the request has none. */
export function requireSource({ source, size }: RunSettings, task: string): Source {
  if (source !== null) return { ...source, bitmap: atSize(source.bitmap, size) }
  throw new PlantainError('INVALID_ARGUMENT', `${task} changes a picture and was given none; give an image`)
}

export function atSize(bitmap: Bitmap, { width, height }: Size): Bitmap {
  return bitmap.width === width && bitmap.height === height ? bitmap : resize(bitmap, width, height)
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

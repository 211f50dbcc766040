import { PlantainError } from '@plantain/core'
import type { Bitmap, Mask, Tensor } from '@plantain/core'
import { resize } from '@plantain/imaging'
import { unitPixels } from './latents.ts'

/** `unitPixels`, once looked at. Throws INTERNAL where they are not numbers: a float16 decoder ran over. */
export function checkedPixels(decoded: Tensor): Tensor {
  if (decoded.data.every(Number.isFinite)) return unitPixels(decoded)
  throw new PlantainError(
    'INTERNAL',
    'the decoder gave values that are not numbers, as float16 decoders of SDXL do; use the float32 vae_decoder of the model',
  )
}

/** Grey (0 in -1 to 1) where the mask changes. planes: [1, 3, H, W] in the size of the mask. */
export function masked(planes: Tensor, mask: Mask): Tensor {
  const area = mask.width * mask.height
  return { ...planes, data: planes.data.map((value, i) => (mask.data[i % area]! >= 128 ? 0 : value)) }
}

/** The picture itself where it has that size already, else resized. */
export function atSize(bitmap: Bitmap, size: { readonly width: number; readonly height: number }): Bitmap {
  return bitmap.width === size.width && bitmap.height === size.height
    ? bitmap
    : resize(bitmap, size.width, size.height)
}

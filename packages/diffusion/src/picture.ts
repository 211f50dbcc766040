import type { Bitmap, Mask, Tensor } from '@plantain/core'
import { PlantainError } from '@plantain/core'

/** Bytes to [1, 3, H, W] in -1 to 1; what is transparent lies on white. */
export function toPlanes({ width, height, data }: Bitmap): Tensor {
  const area = width * height
  const planes = new Float32Array(3 * area)
  for (let pixel = 0; pixel < area; pixel++) {
    const alpha = data[pixel * 4 + 3]! / 255
    for (let channel = 0; channel < 3; channel++) {
      const value = (data[pixel * 4 + channel]! / 255) * alpha + (1 - alpha)
      planes[channel * area + pixel] = 2 * value - 1
    }
  }
  return { data: planes, shape: [1, 3, height, width] }
}

/** What a decoder gives, about -1 to 1, as 0 to 1. Throws INTERNAL when it is not numbers: a float16 decoder ran over. */
export function toPixels(decoded: Tensor): Tensor {
  if (!decoded.data.every(Number.isFinite))
    throw new PlantainError(
      'INTERNAL',
      'the decoder gave values that are not numbers, as float16 decoders of SDXL do; use the float32 vae_decoder of the model',
    )
  return {
    data: decoded.data.map((value) => Math.min(1, Math.max(0, value / 2 + 0.5))),
    shape: decoded.shape,
  }
}

/** [1, 3, H, W] in 0 to 1, rounded to opaque bytes. */
export function toBitmap({ data, shape }: Tensor): Bitmap {
  const [height, width] = [shape[2]!, shape[3]!]
  const area = width * height
  const bytes = new Uint8ClampedArray(4 * area)
  for (let pixel = 0; pixel < area; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      bytes[pixel * 4 + channel] = Math.round(255 * data[channel * area + pixel]!)
    bytes[pixel * 4 + 3] = 255
  }
  return { width, height, data: bytes }
}

/** [1, 1, H / factor, W / factor]: 1 where the mask changes the top left pixel of the block. Source: diffusers, "nearest". */
export function toLatentMask({ width, height, data }: Mask, factor: number): Tensor {
  const [rows, columns] = [Math.floor(height / factor), Math.floor(width / factor)]
  const values = new Float32Array(rows * columns)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      values[y * columns + x] = data[y * factor * width + x * factor]! >= 128 ? 1 : 0
  return { data: values, shape: [1, 1, rows, columns] }
}

/** Grey (0 in -1 to 1) where the mask changes. planes: [1, 3, H, W] in the size of the mask. */
export function masked(planes: Tensor, mask: Mask): Tensor {
  const area = mask.width * mask.height
  return { ...planes, data: planes.data.map((value, i) => (mask.data[i % area]! >= 128 ? 0 : value)) }
}

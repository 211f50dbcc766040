import type { Bitmap, Mask, Tensor } from '@plantain/core'
import type { NoiseLevel } from './schedulers/scheduler.ts'
import { combine, mapTensor } from './tensor.ts'

/** The forward process: clean latents and unit noise, mixed for a level. Starts image to image; keeps the outside of a mask. */
export function addNoise(clean: Tensor, noise: Tensor, { alpha, sigma }: NoiseLevel): Tensor {
  return combine(alpha, clean, sigma, noise)
}

/** [1, 3, H, W] in -1 to 1, as encoders take pictures. Transparency is left out. */
export function pixelsOf(image: Bitmap): Tensor {
  const area = image.width * image.height
  const data = new Float32Array(3 * area)
  for (let i = 0; i < area; i++)
    for (let channel = 0; channel < 3; channel++)
      data[channel * area + i] = (image.data[4 * i + channel]! / 255) * 2 - 1
  return { data, shape: [1, 3, image.height, image.width] }
}

/** What a decoder gives, -1 to 1 and a little beyond, as 0 to 1. */
export function unitPixels(decoded: Tensor): Tensor {
  return mapTensor(decoded, (x) => Math.min(Math.max(x / 2 + 0.5, 0), 1))
}

/** Picture `index` of [N, 3, H, W] in 0 to 1, rounded to bytes, opaque. */
export function bitmapOf(pixels: Tensor, index = 0): Bitmap {
  const [, , height, width] = pixels.shape
  if (width === undefined || height === undefined)
    throw new RangeError(`pixels have shape ${pixels.shape.join(' x ')}, not [N, 3, H, W]`)
  const area = width * height
  const data = new Uint8ClampedArray(4 * area).fill(255)
  for (let i = 0; i < area; i++)
    for (let channel = 0; channel < 3; channel++)
      data[4 * i + channel] = pixels.data[(index * 3 + channel) * area + i]! * 255
  return { width, height, data }
}

/** [1, 1, h, w]: 1 repaints, 0 keeps. A latent follows the pixel at the top left of its block, as the inpainting models learnt. */
export function latentMask(mask: Mask, width: number, height: number): Tensor {
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor((x * mask.width) / width), Math.floor((y * mask.height) / height)]
      data[y * width + x] = mask.data[row * mask.width + column]! >= 128 ? 1 : 0
    }
  return { data, shape: [1, 1, height, width] }
}

import type { Bitmap } from '@plantain/core'
import { TILE, tileOf } from './pattern.ts'

/** Root mean square in steps of 255. */
const strength = 1.6

/**
 * The picture with an invisible mark that carries an id.
 *
 * What is added to a pixel follows from its place and the id alone, so two pictures of one size and id have the same pixels after it where they
 * had the same before: what an edit kept stays kept. Clear pixels are left alone.
 *
 * id: 32 bits, unsigned
 */
export function mark(image: Bitmap, id: number): Bitmap {
  const tile = tileOf(id, strength)
  const data = new Uint8ClampedArray(image.data)
  for (let y = 0; y < image.height; y++) {
    const row = (y % TILE) * TILE
    for (let x = 0; x < image.width; x++) {
      const i = (y * image.width + x) * 4
      if (data[i + 3] === 0) continue
      const step = tile[row + (x % TILE)]!
      data[i]! += step
      data[i + 1]! += step
      data[i + 2]! += step
    }
  }
  return { ...image, data }
}

import { PlantainError, type Bitmap, type Rect } from '@plantain/core'

/**
 * The part of the picture inside the rectangle, byte for byte.
 *
 * throws: INVALID_ARGUMENT when the rectangle is empty, not in whole pixels, or reaches out of the picture
 */
export function crop(image: Bitmap, { x, y, width, height }: Rect): Bitmap {
  const whole = [x, y, width, height].every(Number.isInteger)
  const inside =
    x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= image.width && y + height <= image.height
  if (!whole || !inside)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the part to keep is ${width} x ${height} at (${x}, ${y}); give whole pixels inside ${image.width} x ${image.height}`,
    )
  const data = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * image.width + x) * 4
    data.set(image.data.subarray(from, from + width * 4), row * width * 4)
  }
  return { width, height, data }
}

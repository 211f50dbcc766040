import { PlantainError } from '@plantain/core'
import type { Size } from './planes.ts'

const LONGEST_SIDE = 16384
const MOST_PIXELS = 64e6

/** throws: INVALID_ARGUMENT for a picture that would be too large, or without pixels */
export function checkSize({ width, height }: Size): void {
  if (width < 1 || height < 1)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the picture would be ${width} x ${height}; at least one pixel a side must be left`,
    )
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the picture would be ${width} x ${height}; it can have ${LONGEST_SIDE} pixels a side and ${MOST_PIXELS / 1e6} million in all`,
    )
}

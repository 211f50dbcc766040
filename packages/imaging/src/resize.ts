import { PlantainError, type Bitmap } from '@plantain/core'
import { area } from './resample/area.ts'
import { lanczos } from './resample/lanczos.ts'
import { resample } from './resample/resample.ts'

// Lanczos reads six source pixels for each target pixel of an axis, times the reduction. From a reduction by 4 on, an
// exact mean down to twice the target first looks the same and takes a fraction of the time.
const bigReduction = 4

/**
 * The picture at another size; sides are stretched as asked. Lanczos of three lobes in linear light, after an area mean
 * where the picture shrinks a lot. The same size gives an equal copy.
 *
 * throws: INVALID_ARGUMENT unless both sides are whole numbers from 1
 */
export function resize(image: Bitmap, width: number, height: number): Bitmap {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width >= 1 && height >= 1))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the size is ${width} x ${height}; give whole numbers of pixels from 1 up`,
    )
  if (width === image.width && height === image.height) return { ...image, data: image.data.slice() }
  const first = { width: firstStep(image.width, width), height: firstStep(image.height, height) }
  const reduced =
    first.width === image.width && first.height === image.height
      ? image
      : resample(image, first.width, first.height, area)
  return resample(reduced, width, height, lanczos)
}

const firstStep = (source: number, target: number): number =>
  source >= bigReduction * target ? 2 * target : source

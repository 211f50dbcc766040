import { PlantainError, type Bitmap } from '@plantain/core'
import { byteToLinear, linearToByte } from '../color/srgb.ts'
import { resize } from '../resize.ts'

/** Most pictures that come together. */
export const MOST_PICTURES = 3
const MOST_SIDE = 8192

function checked(pictures: readonly Bitmap[]): void {
  if (pictures.length < 2 || pictures.length > MOST_PICTURES)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${pictures.length} pictures should come together; give 2 or ${MOST_PICTURES}`,
    )
}

/** In a row, all as high as the first. throws: INVALID_ARGUMENT for another number than 2 or 3, or where the row would be too wide */
export function sideBySide(pictures: readonly Bitmap[]): Bitmap {
  checked(pictures)
  const { height } = pictures[0]!
  const sized = pictures.map((one) =>
    resize(one, Math.max(1, Math.round((one.width * height) / one.height)), height),
  )
  const width = sized.reduce((sum, one) => sum + one.width, 0)
  if (width > MOST_SIDE)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the row would be ${width} pixels wide, more than ${MOST_SIDE}; make the pictures smaller first`,
    )
  const data = new Uint8ClampedArray(width * height * 4)
  let left = 0
  for (const one of sized) {
    for (let y = 0; y < height; y++)
      data.set(one.data.subarray(y * one.width * 4, (y + 1) * one.width * 4), (y * width + left) * 4)
    left += one.width
  }
  return { width, height, data }
}

/** Light of one film over that of another, as two exposures of one frame: all at the size of the first. */
export function doubleExposure(pictures: readonly Bitmap[]): Bitmap {
  checked(pictures)
  const [first] = pictures
  const sized = pictures.map((one) => covering(one, first!))
  const data = first!.data.slice()
  for (let i = 0; i < data.length; i += 4)
    for (let c = 0; c < 3; c++) {
      // Screen: each exposure adds light, none more than white.
      const dark = sized.reduce((product, one) => product * (1 - 0.85 * byteToLinear(one.data[i + c]!)), 1)
      data[i + c] = linearToByte(1 - dark)
    }
  return { ...first!, data }
}

/** Scaled so that it covers the frame, the middle kept. */
function covering(image: Bitmap, { width, height }: Bitmap): Bitmap {
  const scale = Math.max(width / image.width, height / image.height)
  const sized = resize(
    image,
    Math.max(width, Math.round(image.width * scale)),
    Math.max(height, Math.round(image.height * scale)),
  )
  const [x, y] = [(sized.width - width) >> 1, (sized.height - height) >> 1]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++)
    data.set(
      sized.data.subarray(((row + y) * sized.width + x) * 4, ((row + y) * sized.width + x + width) * 4),
      row * width * 4,
    )
  return { width, height, data }
}

import type { Bitmap, Mask, Rect } from '@plantain/core'
import { sameSize } from './composite.ts'

type Size = Readonly<{ width: number; height: number }>

const maskFrom = ({ width, height }: Size, coverage: (pixel: number) => number): Mask => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, pixel) => coverage(pixel)),
})

/** All of the picture: 255 everywhere. */
export const fullMask = ({ width, height }: Size): Mask => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
})

/** 255 inside the rectangle; what reaches out of the picture is left away. */
export function maskFromRect(size: Size, rect: Rect): Mask {
  const data = new Uint8Array(size.width * size.height)
  const [left, right] = [Math.max(0, rect.x), Math.min(size.width, rect.x + rect.width)]
  for (let y = Math.max(0, rect.y); y < Math.min(size.height, rect.y + rect.height); y++)
    if (right > left) data.fill(255, y * size.width + left, y * size.width + right)
  return { width: size.width, height: size.height, data }
}

/** From a painted mask: white changes, black keeps, grey in part (luma of Rec. 709 on the encoded bytes); clear keeps. */
export const maskFromBitmap = ({ data, ...size }: Bitmap): Mask =>
  maskFrom(size, (pixel) => {
    const i = pixel * 4
    const luma = 0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!
    return Math.round((luma * data[i + 3]!) / 255)
  })

/** From transparency: where the picture is clear it may be changed, as in the OpenAI Images API. */
export const maskFromAlpha = ({ data, ...size }: Bitmap): Mask =>
  maskFrom(size, (pixel) => 255 - data[pixel * 4 + 3]!)

/** From a label map (row-major, one number a pixel): 255 where the label is wanted. */
export function maskFromLabels(
  labels: ArrayLike<number>,
  size: Size,
  wanted: (label: number) => boolean,
): Mask {
  return maskFrom(size, (pixel) => (wanted(labels[pixel]!) ? 255 : 0))
}

/** Where the two pictures differ in any byte. */
export function maskFromDifference(before: Bitmap, after: Bitmap): Mask {
  sameSize(before, after)
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const data = new Uint8Array(one.length)
  for (let pixel = 0; pixel < data.length; pixel++) if (one[pixel] !== other[pixel]) data[pixel] = 255
  return { width: before.width, height: before.height, data }
}

/** A pixel as one number, so that whole pixels compare at once. */
export function wordsOf({ data }: Bitmap): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}

/** White where the mask changes, black where it keeps: the mask as a picture, to look at or to save. */
export function maskToBitmap({ width, height, data: coverage }: Mask): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < coverage.length; pixel++) {
    data.fill(coverage[pixel]!, pixel * 4, pixel * 4 + 3)
    data[pixel * 4 + 3] = 255
  }
  return { width, height, data }
}

export const invertMask = (mask: Mask): Mask => maskFrom(mask, (pixel) => 255 - mask.data[pixel]!)

/** What either covers. */
export function uniteMasks(one: Mask, other: Mask): Mask {
  sameSize(one, other)
  return maskFrom(one, (pixel) => Math.max(one.data[pixel]!, other.data[pixel]!))
}

/** What both cover. */
export function intersectMasks(one: Mask, other: Mask): Mask {
  sameSize(one, other)
  return maskFrom(one, (pixel) => Math.min(one.data[pixel]!, other.data[pixel]!))
}

/** The box around all that a mask covers; null where it covers nothing. */
export function boundsOf({ data, width, height }: Mask): Rect | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      if (data[p] === 0) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      bottom = y
    }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

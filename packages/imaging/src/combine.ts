import { PlantainError, type Bitmap } from '@plantain/core'
import { colorToLinear } from './color/named.ts'
import { warp } from './filters/warp.ts'
import { affine } from './filters/homography.ts'
import { emptyPlanes, toBitmap, toPlanes, type Planes, type Size } from './operators/planes.ts'
import { checkSize } from './operators/frame-size.ts'
import { resizePlanes } from './filters/resample-planes.ts'

export const MANNERS = ['side-by-side', 'stacked', 'collage', 'double-exposure'] as const
export type Manner = (typeof MANNERS)[number]

/**
 * Whole pictures as one. 'side-by-side' and 'stacked' bring all to the height or width of the first, 'collage' sets them into rows of one width (2 to 9
 * pictures, every one whole), 'double-exposure' lays the light of all over each other in the frame of the first.
 *
 * gapPixels: between pictures and around a collage
 * throws:    INVALID_ARGUMENT for fewer than 2 or more than 9 pictures
 */
export function combine(
  images: readonly Bitmap[],
  { manner, gapPixels = 0, color = 'white' }: { manner: Manner; gapPixels?: number; color?: string },
): Bitmap {
  if (images.length < 2 || images.length > 9)
    throw new PlantainError('INVALID_ARGUMENT', `${images.length} pictures are to be combined; give 2 to 9`)
  if (manner === 'double-exposure') return doubleExposure(images)
  const rows =
    manner === 'side-by-side'
      ? [images]
      : manner === 'stacked'
        ? images.map((one) => [one])
        : collageRows(images)
  return toBitmap(
    layRows(rows, {
      gap: gapPixels,
      around: manner === 'collage' ? gapPixels : 0,
      color,
      width: widthOf(images, manner),
    }),
  )
}

/** Side by side is as wide as the pictures are at the first one's height; the others are as wide as the first, a collage somewhat wider. */
function widthOf(images: readonly Bitmap[], manner: Manner): number {
  const [first] = images
  if (manner === 'side-by-side')
    return Math.round(images.reduce((sum, { width, height }) => sum + (width * first!.height) / height, 0))
  return manner === 'stacked' ? first!.width : Math.max(...images.map(({ width }) => width), 1024)
}

/** Two or three a row, so that rows have about one height: the split whose heights differ least. */
function collageRows(images: readonly Bitmap[]): readonly (readonly Bitmap[])[] {
  const splits = (count: number): readonly (readonly number[])[] =>
    count === 0
      ? [[]]
      : [1, 2, 3]
          .filter((size) => size <= count)
          .flatMap((size) => splits(count - size).map((rest) => [size, ...rest]))
  const wide = (row: readonly Bitmap[]): number =>
    row.reduce((sum, { width, height }) => sum + width / height, 0)
  const cut = (sizes: readonly number[]): readonly (readonly Bitmap[])[] => {
    let from = 0
    return sizes.map((size) => images.slice(from, (from += size)))
  }
  const cost = (rows: readonly (readonly Bitmap[])[]): number => {
    const heights = rows.map((row) => 1 / wide(row))
    const total = heights.reduce((sum, height) => sum + height, 0)
    // Rows alike, and a whole that is nearly square.
    return Math.max(...heights) / Math.min(...heights) + 2 * Math.max(total, 1 / total)
  }
  return splits(images.length)
    .map(cut)
    .reduce((best, rows) => (cost(rows) < cost(best) ? rows : best))
}

function layRows(
  rows: readonly (readonly Bitmap[])[],
  { gap, around, color, width }: { gap: number; around: number; color: string; width: number },
): Planes {
  const heights = rows.map((row) => {
    const shape = row.reduce((sum, one) => sum + one.width / one.height, 0)
    return Math.max(1, Math.round((width - gap * (row.length - 1)) / shape))
  })
  const size = {
    width: width + 2 * around,
    height: heights.reduce((sum, height) => sum + height, 0) + gap * (rows.length - 1) + 2 * around,
  }
  checkSize(size)
  const canvas = filled(size, color)
  let y = around
  for (const [i, row] of rows.entries()) {
    let x = around
    for (const [k, one] of row.entries()) {
      const last = k === row.length - 1
      // The last one takes what rounding has left.
      const own = last ? around + width - x : Math.round((heights[i]! * one.width) / one.height)
      put(canvas, resizePlanes(toPlanes(one), { width: Math.max(1, own), height: heights[i]! }), x, y)
      x += own + gap
    }
    y += heights[i]! + gap
  }
  return canvas
}

function filled(size: Size, color: string): Planes {
  const planes = emptyPlanes(size, false)
  const [red, green, blue] = colorToLinear(color)
  planes.red.fill(red)
  planes.green.fill(green)
  planes.blue.fill(blue)
  return planes
}

/** A picture over the canvas, which is opaque. */
function put(canvas: Planes, image: Planes, left: number, top: number): void {
  for (let y = 0, from = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++, from++) {
      const to = (top + y) * canvas.width + left + x
      const share = image.alpha ? image.alpha[from]! : 1
      for (const channel of ['red', 'green', 'blue'] as const)
        canvas[channel][to] = canvas[channel][to]! + (image[channel][from]! - canvas[channel][to]!) * share
    }
}

/** Light of all, each at its share, brightened as two exposures on one film are: dark parts of one show the other. */
function doubleExposure(images: readonly Bitmap[]): Bitmap {
  const [first] = images
  const size = { width: first!.width, height: first!.height }
  const layers = images.map((one) => covering(toPlanes(one), size))
  const result = emptyPlanes(size, false)
  for (const channel of ['red', 'green', 'blue'] as const)
    for (let i = 0; i < result[channel].length; i++) {
      // Screen: what each takes away from full light, multiplied; at three quarters, so that bright pictures do not wash out.
      let dark = 1
      for (const layer of layers) dark *= 1 - 0.72 * Math.min(1, Math.max(0, layer[channel][i]!))
      result[channel][i] = 1 - dark
    }
  return toBitmap(result)
}

/** Enlarged or reduced until it covers the frame, cut alike on both sides. */
function covering(image: Planes, size: Size): Planes {
  const scale = Math.max(size.width / image.width, size.height / image.height)
  const scaled = resizePlanes(image, {
    width: Math.max(size.width, Math.round(image.width * scale)),
    height: Math.max(size.height, Math.round(image.height * scale)),
  })
  const [left, top] = [(scaled.width - size.width) >> 1, (scaled.height - size.height) >> 1]
  return warp(scaled, size, affine(1, 0, left, 0, 1, top), 'edge')
}

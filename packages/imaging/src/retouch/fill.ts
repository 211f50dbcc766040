import { PlantainError, throwIfCancelled, type Bitmap, type Mask } from '@plantain/core'
import { composite, sameSize } from '../composite.ts'
import { resize } from '../resize.ts'
import { fillPyramid, type Filling, type Work } from './patch-fill.ts'

/** Longer side at which patches are searched; beyond it their places are scaled up. */
const WORK_SIDE = 320
/** A hole larger than this share of the picture cannot be filled from what is left. */
export const MOST_SHARE = 0.75

/**
 * The picture with a region filled from what surrounds it: every patch of the hole is like a patch that is there. Pixels that the mask
 * leaves out are the picture's own bytes; where it is partial the filling and the picture are mixed, so that a soft border leaves no seam.
 * The same bytes everywhere.
 *
 * throws: INVALID_ARGUMENT where the region is nearly everything, CANCELLED
 */
export function fill(image: Bitmap, mask: Mask, signal: AbortSignal): Bitmap {
  sameSize(image, mask)
  const covered = mask.data.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
  if (covered === 0) return { ...image, data: image.data.slice() }
  if (covered > MOST_SHARE * mask.data.length)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the region to fill is nearly the whole picture, so there is nothing to fill it from; choose a smaller one',
    )
  throwIfCancelled(signal)
  const scale = Math.min(1, WORK_SIDE / Math.max(image.width, image.height))
  const [width, height] = [image.width, image.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number]
  const work = workOf(resize(image, width, height), shrunk(mask, width, height))
  const source = fillPyramid(work, signal)
  const filled = scale === 1 ? copied(image, source, work) : enlarged(image, source, work)
  return composite(image, filled, mask)
}

/** A pixel is in the hole if any of it is. */
function shrunk(mask: Mask, width: number, height: number): Uint8Array {
  const hole = new Uint8Array(width * height)
  for (let y = 0, p = 0; y < mask.height; y++)
    for (let x = 0; x < mask.width; x++, p++)
      if (mask.data[p]! > 0)
        hole[
          Math.min(height - 1, Math.floor((y * height) / mask.height)) * width +
            Math.min(width - 1, Math.floor((x * width) / mask.width))
        ] = 1
  return hole
}

function workOf({ width, height, data }: Bitmap, hole: Uint8Array): Work {
  const color = new Float32Array(width * height * 3)
  for (let p = 0; p < width * height; p++)
    for (let c = 0; c < 3; c++) color[p * 3 + c] = data[p * 4 + c]! / 255
  return { width, height, color, hole }
}

/** At the size of the search: the voted colours. */
function copied(image: Bitmap, { color }: Filling, { hole }: Work): Bitmap {
  const data = image.data.slice()
  for (let p = 0; p < hole.length; p++)
    if (hole[p] === 1) for (let c = 0; c < 3; c++) data[p * 4 + c] = color[p * 3 + c]! * 255
  return { ...image, data }
}

/** Above it: the detail of the place that each pixel was taken from, with the voted colours as its base. */
function enlarged(image: Bitmap, { color, from }: Filling, { width, height, hole }: Work): Bitmap {
  const data = image.data.slice()
  const small = new Uint8ClampedArray(width * height * 4)
  const original = resize(image, width, height)
  for (let p = 0; p < width * height; p++) {
    for (let c = 0; c < 3; c++)
      small[p * 4 + c] = hole[p] === 1 ? color[p * 3 + c]! * 255 : original.data[p * 4 + c]!
    small[p * 4 + 3] = 255
  }
  const base = resize({ width, height, data: small }, image.width, image.height)
  const blurred = resize(original, image.width, image.height)
  const [sx, sy] = [image.width / width, image.height / height]
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const [u, v] = [Math.min(width - 1, Math.floor(x / sx)), Math.min(height - 1, Math.floor(y / sy))]
      const p = v * width + u
      if (hole[p] === 0) continue
      const target = (y * image.width + x) * 4
      const [fx, fy] = [from[p]! % width, Math.floor(from[p]! / width)]
      const px = Math.min(image.width - 1, Math.max(0, Math.round(x + (fx - u) * sx)))
      const py = Math.min(image.height - 1, Math.max(0, Math.round(y + (fy - v) * sy)))
      const source = (py * image.width + px) * 4
      for (let c = 0; c < 3; c++)
        data[target + c] = base.data[target + c]! + image.data[source + c]! - blurred.data[source + c]!
    }
  return { ...image, data }
}

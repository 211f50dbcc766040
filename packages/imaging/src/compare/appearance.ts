import type { Bitmap, Mask, Rect } from '@plantain/core'
import { bytesToOklab } from '../color/oklab.ts'
import { sameSize } from '../composite.ts'
import { boundsOf } from '../mask.ts'

/** How a picture, or a part of it, looks, in figures that edits are meant to move. Oklab. */
export interface Appearance {
  /** Mean, 0 black to 1 white. */
  readonly lightness: number
  /** Standard deviation of the lightness. */
  readonly contrast: number
  /** Mean chroma: 0 grey, about 0.3 the strongest. */
  readonly chroma: number
  /** Mean of the green-red and of the blue-yellow axis: the colour of the whole. */
  readonly a: number
  readonly b: number
  /** Mean absolute difference to the pixel to the right and below, in lightness: fine detail, sharpness and noise. */
  readonly detail: number
  /** Share of its pixels that can be seen through, 0 to 1. */
  readonly clear: number
  /** Mean lightness of the outer eighth of the frame, less that of its middle. */
  readonly edgeLightness: number
}

/** At most about so many pixels are looked at: figures of means need no more. */
const LOOKED_AT = 16_384

/** Of all of the picture, or of what the mask covers or the box holds; null where that is nothing. */
export function appearanceOf(image: Bitmap, part: Mask | Rect | null = null): Appearance | null {
  const mask = part !== null && 'data' in part ? part : null
  if (mask !== null) sameSize(image, mask)
  const box = part !== null && 'x' in part ? within(part, image) : mask === null ? all(image) : boundsOf(mask)
  if (box === null) return null
  const step = Math.max(1, Math.floor(Math.sqrt((box.width * box.height) / LOOKED_AT)))
  const { data, width, height } = image
  let [weight, light, squares, chroma, sumA, sumB, detail, clear] = [0, 0, 0, 0, 0, 0, 0, 0]
  let [edge, edgeWeight, middle, middleWeight] = [0, 0, 0, 0]
  for (let y = box.y; y < box.y + box.height; y += step)
    for (let x = box.x; x < box.x + box.width; x += step) {
      const coverage = mask === null ? 1 : mask.data[y * width + x]! / 255
      if (coverage === 0) continue
      const i = 4 * (y * width + x)
      const { lightness, a, b } = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
      weight += coverage
      light += coverage * lightness
      squares += coverage * lightness * lightness
      chroma += coverage * Math.sqrt(a * a + b * b)
      sumA += coverage * a
      sumB += coverage * b
      if (data[i + 3]! < 255) clear += coverage
      detail +=
        coverage *
        (stepTo(data, i, x + 1 < width ? i + 4 : i) + stepTo(data, i, y + 1 < height ? i + 4 * width : i))
      const [u, v] = [Math.abs((2 * x) / width - 1), Math.abs((2 * y) / height - 1)]
      if (Math.max(u, v) > 0.75) {
        edge += coverage * lightness
        edgeWeight += coverage
      } else if (Math.max(u, v) < 0.5) {
        middle += coverage * lightness
        middleWeight += coverage
      }
    }
  if (weight === 0) return null
  const mean = light / weight
  return {
    lightness: mean,
    contrast: Math.sqrt(Math.max(0, squares / weight - mean * mean)),
    chroma: chroma / weight,
    a: sumA / weight,
    b: sumB / weight,
    detail: detail / weight,
    clear: clear / weight,
    edgeLightness: edgeWeight === 0 || middleWeight === 0 ? 0 : edge / edgeWeight - middle / middleWeight,
  }
}

/** Difference in luma of two pixels, in shares of the full range: a byte's worth of lightness is near enough for detail. */
function stepTo(data: Uint8ClampedArray, one: number, other: number): number {
  const of = (i: number): number => 0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!
  return Math.abs(of(one) - of(other)) / 510
}

const all = ({ width, height }: Bitmap): Rect => ({ x: 0, y: 0, width, height })

function within({ x, y, width, height }: Rect, image: Bitmap): Rect | null {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, bottom] = [
    Math.min(image.width, Math.ceil(x + width)),
    Math.min(image.height, Math.ceil(y + height)),
  ]
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

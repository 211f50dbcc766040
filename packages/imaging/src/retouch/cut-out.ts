import type { Bitmap, Mask, Rect } from '@plantain/core'
import { box } from '../filters/box.ts'
import { byteToLinear, linearToByte } from '../color/srgb.ts'
import { sameSize } from '../composite.ts'
import { crop } from '../crop.ts'

/** A thing alone, and where it was. */
export interface CutOut {
  readonly bitmap: Bitmap
  readonly rect: Rect
}

/**
 * What a mask covers, cropped, with alpha. Where the mask is partial the colour is that of the thing beside it, so that no rim of the old
 * background comes along. null where the mask covers nothing.
 */
export function cutOut(image: Bitmap, mask: Mask): CutOut | null {
  sameSize(image, mask)
  const rect = around(mask)
  if (rect === null) return null
  const part = crop(image, rect)
  const coverage = new Float32Array(rect.width * rect.height)
  for (let y = 0, p = 0; y < rect.height; y++)
    for (let x = 0; x < rect.width; x++, p++)
      coverage[p] = mask.data[(y + rect.y) * mask.width + x + rect.x]! / 255
  return { bitmap: withAlpha(part, coverage), rect }
}

function around({ width, height, data }: Mask): Rect | null {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let p = 0; p < data.length; p++) {
    if (data[p]! < 8) continue
    const [x, y] = [p % width, Math.floor(p / width)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  return right <= left ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

function withAlpha({ width, height, data }: Bitmap, coverage: Float32Array): Bitmap {
  const result = data.slice()
  const sure = coverage.map((value) => (value > 0.97 ? 1 : 0))
  const reach = Math.max(2, Math.round(Math.max(width, height) / 80))
  const weight = box(sure, width, height, reach)
  for (let c = 0; c < 3; c++) {
    const light = Float32Array.from(sure, (value, p) => value * byteToLinear(data[p * 4 + c]!))
    const mean = box(light, width, height, reach)
    for (let p = 0; p < coverage.length; p++)
      if (coverage[p]! > 0 && coverage[p]! <= 0.97 && weight[p]! > 1e-4)
        result[p * 4 + c] = linearToByte(mean[p]! / weight[p]!)
  }
  for (let p = 0; p < coverage.length; p++) result[p * 4 + 3] = Math.round(coverage[p]! * result[p * 4 + 3]!)
  return { width, height, data: result }
}

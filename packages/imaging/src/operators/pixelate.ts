import type { Mask } from '@plantain/core'
import * as z from 'zod'
import { mapPlanes, type Planes } from './planes.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Square blocks of one colour, the mean of their light; under a mask, of what it covers. 1 is as it is.
 * People, in percent of the longer side: slight 1, moderate 2, strong 4, max 8.
 */
export const pixelate: SpatialOperator = spatial({
  name: 'pixelate',
  params: z.strictObject({ blockPixels: z.int().min(1).max(1000).default(1) }),
  identity: { blockPixels: 1 },
  writesAlpha: true,
  apply(image, { blockPixels }, { mask }) {
    if (blockPixels === 1) return image
    const result = mapPlanes(image, image, (plane) => plane.slice())
    for (let y = 0; y < image.height; y += blockPixels)
      for (let x = 0; x < image.width; x += blockPixels) fillBlock(image, result, mask, x, y, blockPixels)
    return result
  },
})

function fillBlock(
  image: Planes,
  result: Planes,
  mask: Mask | null,
  left: number,
  top: number,
  side: number,
): void {
  const { width, height, red, green, blue, alpha } = image
  let [r, g, b, a, weight, total] = [0, 0, 0, 0, 0, 0]
  const each = (visit: (i: number) => void): void => {
    for (let y = top; y < Math.min(height, top + side); y++)
      for (let x = left; x < Math.min(width, left + side); x++) visit(y * width + x)
  }
  each((i) => {
    const coverage = mask ? mask.data[i]! : 255
    const opacity = coverage * (alpha ? alpha[i]! : 1)
    r += red[i]! * opacity
    g += green[i]! * opacity
    b += blue[i]! * opacity
    a += opacity
    weight += opacity
    total += coverage
  })
  if (total === 0) return
  each((i) => {
    if (weight > 0) {
      result.red[i] = r / weight
      result.green[i] = g / weight
      result.blue[i] = b / weight
    }
    if (result.alpha) result.alpha[i] = a / total
  })
}

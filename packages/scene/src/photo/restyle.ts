import type { Bitmap, Style } from '@plantain/core'
import { develop } from '../finish/index.ts'
import { photoDepth, photoLabels, type PhotoParts } from './frame.ts'

/** A photograph in one of the styles that scenes are painted in. throws: INVALID_ARGUMENT for a style that is not drawn */
export function restylePhoto(image: Bitmap, parts: PhotoParts, style: Style, seed: number): Bitmap {
  const { width, height, data } = image
  const color = new Float32Array(width * height * 3)
  for (let p = 0; p < width * height; p++)
    for (let c = 0; c < 3; c++) color[p * 3 + c] = data[p * 4 + c]! / 255
  const label = photoLabels(image, parts)
  // Its things agree with their surroundings already, and it has no artefacts of a painter.
  const painted = develop({ width, height, color, depth: photoDepth(image, label), label }, style, seed, {
    consistency: false,
    artefacts: false,
    sharpen: false,
  })
  const result = painted.data.slice()
  for (let i = 3; i < result.length; i += 4) result[i] = data[i]!
  return { width, height, data: result }
}

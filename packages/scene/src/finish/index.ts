import type { Bitmap, Style } from '@plantain/core'
import { stylerFor } from '../styles/index.ts'
import type { Picture } from '../styles/style.ts'
import { ARTEFACTS_REACH_PIXELS, correctArtefacts } from './artefacts.ts'
import { toBitmap } from './bytes.ts'
import { agree, CONSISTENCY_REACH } from './consistency.ts'
import { sharpen, SHARPEN_REACH_PIXELS } from './sharpen.ts'

export { toBitmap } from './bytes.ts'

/** The last stages of quality; each can be switched off, all are on by default. */
export interface Finish {
  readonly consistency?: boolean
  readonly artefacts?: boolean
  readonly sharpen?: boolean
}

/**
 * From the toned picture to bytes: things made to agree with their surroundings, artefacts corrected, the style, a
 * last sharpening (the natural look only: a style has edges of its own), and rounding with dither by place.
 */
export function develop(picture: Picture, style: Style, seed: number, finish: Finish = {}): Bitmap {
  let color = picture.color
  if (finish.consistency !== false) color = agree(picture)
  if (finish.artefacts !== false) color = correctArtefacts({ ...picture, color })
  color = style === 'natural' ? color : stylerFor(style).paint({ ...picture, color }, seed)
  if (style === 'natural' && finish.sharpen !== false) color = sharpen({ ...picture, color })
  return toBitmap(color, picture.width, picture.height, finish.artefacts !== false)
}

/** How far, in pixels of the frame, a change before `develop` can alter bytes after it. */
export function developReach(width: number, height: number, style: Style): number {
  const short = Math.min(width, height)
  const stages = Math.ceil((CONSISTENCY_REACH + stylerFor(style).reach) * short)
  return stages + ARTEFACTS_REACH_PIXELS + SHARPEN_REACH_PIXELS + 4
}

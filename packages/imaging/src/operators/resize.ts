import * as z from 'zod'
import { resizeBytes } from '../filters/resample-bytes.ts'
import { resizePlanes } from '../filters/resample-planes.ts'
import { checkSize } from './frame-size.ts'
import { quarterTurn } from './turn.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { stretched } from './placement.ts'

/**
 * Another size in pixels. A width or height of 0 follows from the other by the picture's shape; with both 0, `scalePercent` says how
 * large (50 is half a side). `fit` is for both sides given: 'stretch' to exactly that, or 'inside' that box. Lanczos in
 * linear light.
 */
export const resize: GeometricOperator = geometric({
  name: 'resize',
  params: z.strictObject({
    widthPixels: z.int().min(0).max(16384).default(0),
    heightPixels: z.int().min(0).max(16384).default(0),
    scalePercent: z.number().min(1).max(1600).default(100),
    fit: z.enum(['stretch', 'inside']).default('stretch'),
  }),
  identity: {},
  move({ widthPixels, heightPixels, scalePercent, fit }, source) {
    const scale =
      widthPixels && heightPixels
        ? Math.min(widthPixels / source.width, heightPixels / source.height)
        : widthPixels
          ? widthPixels / source.width
          : heightPixels
            ? heightPixels / source.height
            : scalePercent / 100
    const exact = fit === 'stretch' || !(widthPixels && heightPixels)
    const size = {
      width: (exact && widthPixels) || Math.max(1, Math.round(source.width * scale)),
      height: (exact && heightPixels) || Math.max(1, Math.round(source.height * scale)),
    }
    checkSize(size)
    if (size.width === source.width && size.height === source.height) return quarterTurn(0, source)
    return {
      placement: stretched(size, { scaleX: size.width / source.width, scaleY: size.height / source.height }),
      render: (image) => resizePlanes(image, size),
      renderLast: (image) => resizeBytes(image, size),
    }
  },
})

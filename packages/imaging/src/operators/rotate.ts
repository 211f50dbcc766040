import * as z from 'zod'
import { colorParam, colorToLinear } from '../color/named.ts'
import { warpPlacement } from '../filters/homography.ts'
import { warp, warpBytes } from '../filters/warp.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { expandedSize, inscribedSize, quarterTurn, turn } from './turn.ts'

/**
 * Turned clockwise (below 0: the other way). Quarter turns move bytes and compute none. Others are resampled; `fit` says whether the
 * frame grows to hold everything, with `color` or nothing ('transparent') in the corners, or is the largest one
 * without corners ('inscribed').
 */
export const rotate: GeometricOperator = geometric({
  name: 'rotate',
  params: z.strictObject({
    degrees: z.number().min(-360).max(360).default(0),
    fit: z.enum(['expand', 'inscribed']).default('expand'),
    color: z
      .union([z.literal('transparent'), colorParam('black').unwrap()])
      .describe('"transparent", a CSS colour name or #rrggbb')
      .default('transparent'),
  }),
  identity: { degrees: 0 },
  move({ degrees, fit, color }, source) {
    if (degrees % 90 === 0) return quarterTurn((((degrees / 90) % 4) + 4) % 4, source)
    const size = fit === 'expand' ? expandedSize(degrees, source) : inscribedSize(degrees, source)
    checkSize(size)
    const toSource = turn(degrees, source, size)
    const corners = color === 'transparent' ? 'clear' : colorToLinear(color)
    const outside = fit === 'inscribed' ? 'edge' : corners
    return {
      placement: warpPlacement(size, toSource),
      render: (image) => warp(image, size, toSource, outside),
      renderLast: (image) => warpBytes(image, size, toSource, outside),
    }
  },
})

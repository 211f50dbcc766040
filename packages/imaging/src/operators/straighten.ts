import * as z from 'zod'
import { warpPlacement } from '../filters/homography.ts'
import { warp, warpBytes } from '../filters/warp.ts'
import { levelingDegrees } from './horizon.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { enlargedTurn, quarterTurn } from './turn.ts'

/**
 * A tilted horizon made level: turned a little clockwise (below 0: the other way) and enlarged so that no corner is empty; the
 * frame stays. 'auto' measures the tilt of horizons, edges and walls, and does nothing where none is to be seen.
 */
export const straighten: GeometricOperator = geometric({
  name: 'straighten',
  params: z.strictObject({
    degrees: z
      .union([z.literal('auto'), z.number().min(-45).max(45)])
      .describe('"auto" or a number from -45 to 45')
      .default('auto'),
  }),
  identity: { degrees: 0 },
  move({ degrees }, source, look) {
    const angle = degrees === 'auto' ? levelingDegrees(look()) : degrees
    if (angle === 0) return quarterTurn(0, source)
    const toSource = enlargedTurn(angle, source)
    return {
      placement: warpPlacement(source, toSource),
      render: (image) => warp(image, source, toSource, 'edge'),
      renderLast: (image) => warpBytes(image, source, toSource, 'edge'),
    }
  },
})

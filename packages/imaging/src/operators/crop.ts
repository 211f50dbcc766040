import { PlantainError } from '@plantain/core'
import * as z from 'zod'
import { geometric, type GeometricOperator } from './operator.ts'
import { stretched } from './placement.ts'

const pixels = z.int().min(0).max(16384)

/** The part of the frame from (x, y), byte for byte; a width or height of 0 goes to the edge. */
export const crop: GeometricOperator = geometric({
  name: 'crop',
  params: z.strictObject({
    x: pixels.default(0),
    y: pixels.default(0),
    width: pixels.default(0),
    height: pixels.default(0),
  }),
  identity: {},
  move({ x, y, width, height }, source) {
    const size = { width: width || source.width - x, height: height || source.height - y }
    if (size.width < 1 || size.height < 1 || x + size.width > source.width || y + size.height > source.height)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `crop: the part is ${size.width} x ${size.height} at (${x}, ${y}); give one inside ${source.width} x ${source.height}`,
      )
    return {
      placement: stretched(size, { offsetX: -x, offsetY: -y }),
      walk: { start: y * source.width + x, stepX: 1, stepY: source.width },
    }
  },
})

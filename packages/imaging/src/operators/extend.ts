import * as z from 'zod'
import { colorParam, colorToLinear } from '../color/named.ts'
import { canvas, canvasOfBytes, type Fill } from './canvas.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { stretched } from './placement.ts'

const side = z.int().min(0).max(16384).default(0)

/**
 * A larger frame: pixels added to each side. The new area is a mirror of what is near ('mirror'), the same growing softer outwards ('blur'), the edge
 * drawn on ('edge'), clear ('transparent') or one colour. The picture's own pixels stay. `maskOfNew` of the placement is the area that a
 * model would paint.
 */
export const extend: GeometricOperator = geometric({
  name: 'extend',
  params: z.strictObject({
    leftPixels: side,
    topPixels: side,
    rightPixels: side,
    bottomPixels: side,
    fill: z
      .union([z.enum(['mirror', 'blur', 'edge', 'transparent']), colorParam('white').unwrap()])
      .describe('"mirror", "blur", "edge", "transparent", a CSS colour name or #rrggbb')
      .default('blur'),
  }),
  identity: {},
  move({ leftPixels, topPixels, rightPixels, bottomPixels, fill }, source) {
    const size = {
      width: source.width + leftPixels + rightPixels,
      height: source.height + topPixels + bottomPixels,
    }
    checkSize(size)
    const manner: Fill =
      fill === 'mirror' || fill === 'blur' || fill === 'edge' || fill === 'transparent'
        ? fill
        : colorToLinear(fill)
    return {
      placement: stretched(size, { offsetX: leftPixels, offsetY: topPixels }),
      render: (image) => canvas(image, size, leftPixels, topPixels, manner),
      renderBytes: (image) => canvasOfBytes(image, size, leftPixels, topPixels, manner),
    }
  },
})

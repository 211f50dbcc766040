import { PlantainError } from '@plantain/core'
import * as z from 'zod'
import { colorParam, colorToLinear } from '../color/named.ts'
import { canvas, canvasOfBytes, type Fill } from './canvas.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { percent } from './params.ts'
import { stretched } from './placement.ts'

const share = z.number().min(0.01).max(10000)

/**
 * Another shape, `ratioWidth` to `ratioHeight` (16 and 9), by cutting ('crop', bytes as they are) or by adding ('extend', filled like `extend`). The focus, in
 * percent of the picture from the left and the top, is what a cut keeps and where an extended picture stands.
 */
export const aspect: GeometricOperator = geometric({
  name: 'aspect',
  params: z.strictObject({
    ratioWidth: share.default(1),
    ratioHeight: share.default(1),
    how: z.enum(['crop', 'extend']).default('crop'),
    focusXPercent: percent(0, 100, 50),
    focusYPercent: percent(0, 100, 50),
    fill: z
      .union([z.enum(['mirror', 'blur', 'edge', 'transparent']), colorParam('white').unwrap()])
      .describe('"mirror", "blur", "edge", "transparent", a CSS colour name or #rrggbb')
      .default('blur'),
  }),
  identity: null,
  move({ ratioWidth, ratioHeight, how, focusXPercent, focusYPercent, fill }, source) {
    const ratio = ratioWidth / ratioHeight
    if (ratio < 1 / 50 || ratio > 50)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `aspect: the shape is ${ratioWidth} to ${ratioHeight}; give one from 1:50 to 50:1`,
      )
    const tooWide = source.width > source.height * ratio
    // A crop changes the side that is too long, an extension the other.
    const changesWidth = tooWide === (how === 'crop')
    const size = changesWidth
      ? { width: Math.max(1, Math.round(source.height * ratio)), height: source.height }
      : { width: source.width, height: Math.max(1, Math.round(source.width / ratio)) }
    checkSize(size)
    const [x, y] = [
      offset(source.width, size.width, focusXPercent / 100),
      offset(source.height, size.height, focusYPercent / 100),
    ]
    const placement = stretched(size, { offsetX: -x, offsetY: -y })
    if (x >= 0 && y >= 0 && size.width <= source.width && size.height <= source.height)
      return { placement, walk: { start: y * source.width + x, stepX: 1, stepY: source.width } }
    const manner: Fill =
      fill === 'mirror' || fill === 'blur' || fill === 'edge' || fill === 'transparent'
        ? fill
        : colorToLinear(fill)
    return {
      placement,
      render: (image) => canvas(image, size, -x, -y, manner),
      renderBytes: (image) => canvasOfBytes(image, size, -x, -y, manner),
    }
  },
})

/** Where the new side begins in the old one: around the focus, as far as there is something; before 0 where it is longer. */
function offset(before: number, after: number, focus: number): number {
  if (after > before) return -Math.round((after - before) * focus)
  return Math.min(before - after, Math.max(0, Math.round(before * focus - after / 2)))
}

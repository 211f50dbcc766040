import { PlantainError, type Rect } from '@plantain/core'
import * as z from 'zod'
import { colorParam, colorToLinear, type Rgb } from '../color/named.ts'
import { fit, type Block } from '../text/layout.ts'
import { FAMILIES, type Typesetter } from '../text/typesetter.ts'
import { inkOn, type Ink } from './ink.ts'
import { percent } from './params.ts'
import { drawLettering } from './lettering.ts'
import { spatial, type SpatialOperator } from './operator.ts'
import type { Planes } from './planes.ts'

const schema = z.strictObject({
  value: z.string().min(1).max(2000).describe('a text of 1 to 2000 characters').default(' '),
  family: z.enum(FAMILIES).default('sans'),
  bold: z.boolean().default(true),
  color: z
    .union([z.literal('auto'), colorParam('white').unwrap()])
    .describe('"auto", a CSS colour name or #rrggbb')
    .default('auto'),
  sizePercent: percent(0, 100),
  leftPercent: percent(0, 100, 5),
  topPercent: percent(0, 100, 5),
  widthPercent: percent(1, 100, 90),
  heightPercent: percent(1, 100, 90),
  align: z.enum(['left', 'center', 'right']).default('center'),
  vertical: z.enum(['top', 'middle', 'bottom']).default('middle'),
  backing: z.enum(['auto', 'none', 'shadow', 'outline', 'plate']).default('auto'),
})
type Params = z.output<typeof schema>

/**
 * Writes `value`, letter by letter as it is given, into a box of the frame. The box is in percent of the picture, so it holds at every size;
 * `sizePercent` is the size of the lettering in percent of the picture's height, 0 for as large as fits. 'auto' colours it white or black, whichever
 * the ground lets stand out, and 'auto' backing adds a shadow or an outline only where the ground is too alike or too busy.
 *
 * throws: INVALID_ARGUMENT, naming a character that no font has; FAILED_PRECONDITION without fonts
 * People: small 4, moderate 7, large 12, huge 20 percent; a title is the box (5, 5, 90, 20), a caption (5, 80, 90, 15).
 */
export const text: SpatialOperator = spatial({
  name: 'text',
  params: schema,
  identity: { value: ' ' },
  writesAlpha: true,
  apply(image, params, { typesetter }) {
    if (params.value.trim() === '') return image
    const { block, sizePixels } = set(image, params, typesetter)
    const box = boxOf(image, params)
    const place = {
      x: box.x + (box.width - block.width * sizePixels) * { left: 0, center: 0.5, right: 1 }[params.align],
      y:
        box.y +
        (box.height - block.height * sizePixels) * { top: 0, middle: 0.5, bottom: 1 }[params.vertical],
    }
    const covered: Rect = { ...place, width: block.width * sizePixels, height: block.height * sizePixels }
    const chosen: Rgb | null = params.color === 'auto' ? null : colorToLinear(params.color)
    const ink: Ink = inkOn(image, covered, chosen)
    const backing = params.backing === 'auto' ? ink.backing : params.backing
    return drawLettering(image, block, { ...place, sizePixels, align: params.align, ink, backing })
  },
})

function boxOf({ width, height }: Planes, box: Params): Rect {
  const x = (box.leftPercent / 100) * width
  const y = (box.topPercent / 100) * height
  return {
    x,
    y,
    width: Math.max(1, Math.min(width - x, (box.widthPercent / 100) * width)),
    height: Math.max(1, Math.min(height - y, (box.heightPercent / 100) * height)),
  }
}

/** As large as asked for, or as fits; never larger than fits. */
function set(
  image: Planes,
  params: Params,
  typesetter: Typesetter | null,
): { readonly block: Block; readonly sizePixels: number } {
  if (!typesetter)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'text: no fonts are loaded; open a typesetter and give it along',
    )
  const box = boxOf(image, params)
  const face = { family: params.family, weight: params.bold ? 700 : 400 } as const
  const largest = params.sizePercent > 0 ? (params.sizePercent / 100) * image.height : box.height
  return fit(typesetter, params.value, face, { width: box.width, height: box.height, largest })
}

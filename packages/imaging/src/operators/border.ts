import * as z from 'zod'
import { colorParam, colorToLinear, type Rgb } from '../color/named.ts'
import { canvas, canvasOfBytes } from './canvas.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { stretched } from './placement.ts'
import { quarterTurn } from './turn.ts'
import type { Planes } from './planes.ts'

/**
 * A margin of one colour around the picture, whose own pixels stay. 'polaroid' is four times as high below. `radiusPixels` rounds
 * the corners of the picture, and `outerRadiusPixels` those of the frame, which then are clear.
 *
 * People, in percent of the shorter side: thin 2, moderate 5, thick 10; rounded corners 6.
 */
export const border: GeometricOperator = geometric({
  name: 'border',
  params: z.strictObject({
    widthPixels: z.int().min(0).max(4000).default(0),
    color: colorParam('white'),
    manner: z.enum(['plain', 'polaroid']).default('plain'),
    radiusPixels: z.number().min(0).max(4000).default(0),
    outerRadiusPixels: z.number().min(0).max(4000).default(0),
  }),
  identity: {},
  move({ widthPixels, color, manner, radiusPixels, outerRadiusPixels }, source) {
    if (widthPixels === 0 && radiusPixels === 0 && outerRadiusPixels === 0) return quarterTurn(0, source)
    const below = manner === 'polaroid' ? 4 * widthPixels : widthPixels
    const size = { width: source.width + 2 * widthPixels, height: source.height + widthPixels + below }
    checkSize(size)
    const light = colorToLinear(color)
    return {
      placement: stretched(size, { offsetX: widthPixels, offsetY: widthPixels }),
      render: (image) => {
        const inner = radiusPixels > 0 ? rounded(image, radiusPixels, widthPixels > 0 ? light : null) : image
        const framed = canvas(inner, size, widthPixels, widthPixels, light)
        return outerRadiusPixels > 0 ? rounded(framed, outerRadiusPixels, null) : framed
      },
      renderBytes: (image) =>
        radiusPixels > 0 || outerRadiusPixels > 0
          ? null
          : canvasOfBytes(image, size, widthPixels, widthPixels, light),
    }
  },
})

/** Corners outside the radius in a colour, or clear. */
function rounded(image: Planes, radius: number, color: Rgb | null): Planes {
  const { width, height } = image
  const r = Math.min(radius, width / 2, height / 2)
  const [red, green, blue] = [image.red.slice(), image.green.slice(), image.blue.slice()]
  const alpha = color ? image.alpha : (image.alpha?.slice() ?? new Float32Array(width * height).fill(1))
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const dx = Math.max(r - (x + 0.5), x + 0.5 - (width - r), 0)
      const dy = Math.max(r - (y + 0.5), y + 0.5 - (height - r), 0)
      if (dx === 0 || dy === 0) continue
      const outside = Math.min(1, Math.max(0, Math.sqrt(dx * dx + dy * dy) - r + 0.5))
      if (outside === 0) continue
      if (color) {
        red[i] = red[i]! + (color[0] - red[i]!) * outside
        green[i] = green[i]! + (color[1] - green[i]!) * outside
        blue[i] = blue[i]! + (color[2] - blue[i]!) * outside
      } else alpha![i] = alpha![i]! * (1 - outside)
    }
  return { width, height, red, green, blue, alpha }
}

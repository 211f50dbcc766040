import type { Operation, Wish } from '@plantain/core'
import { placeOf } from '../reading/place.ts'
import { hexBytes, dyeOf } from '../reading/colors.ts'
import type { View } from './op.ts'
import { cssColor } from './pixels.ts'

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/hand|script|cursive|brush|calligraph|comic/i, 'handwritten'],
  [/sans|modern|clean|helvetica|arial/i, 'sans'],
  [/serif|roman|classic|elegant|times|garamond/i, 'serif'],
  [/mono|typewriter|code|courier/i, 'mono'],
  [/condensed|narrow|poster|impact|block/i, 'condensed'],
]
/** Height of the lettering in percent of the picture's. */
const SIZES: Readonly<Record<string, number>> = {
  tiny: 2.5,
  small: 4,
  medium: 7,
  moderate: 7,
  big: 12,
  large: 12,
  huge: 20,
}

/** Colour, font and size of lettering, as the operator takes them; what is not said is left out. */
export function textStyle({ color, font, size }: Wish, view: View): Operation['params'] {
  const family = font === undefined ? undefined : FAMILIES.find(([pattern]) => pattern.test(font))?.[1]
  const known = color !== undefined && (dyeOf(view.words, color) !== null || hexBytes(color) !== null)
  const named = size === undefined ? undefined : SIZES[size.toLowerCase()]
  const figure = size === undefined ? null : /^(\d+(?:\.\d+)?)\s*(%|px|pt)?$/.exec(size)
  const percent =
    named ??
    (figure === null
      ? undefined
      : figure[2] === '%'
        ? Number(figure[1])
        : (100 * Number(figure[1])) / view.size.height)
  return {
    ...(family === undefined ? {} : { family }),
    ...(font !== undefined && /\b(?:light|thin|regular)\b/i.test(font) ? { bold: false } : {}),
    ...(font !== undefined && /\bbold\b/i.test(font) ? { bold: true } : {}),
    ...(known ? { color: cssColor(view.words, color) } : {}),
    ...(percent === undefined ? {} : { sizePercent: Math.min(100, Math.max(0, percent)) }),
  }
}

/** The box of the frame that lettering goes into, in percent: a third of it, or its lower edge where nothing is said. */
export function textBox(region: string | undefined, view: View): Operation['params'] {
  const place = placeOf(view.words, region)
  const area = place?.kind === 'area' ? place.area : null
  const column = area?.column ?? (area === null ? null : 'center')
  const row =
    area?.row ??
    (area?.depth === 'background' ? 'top' : area === null || area.column === null ? 'bottom' : 'middle')
  const corner = column !== null && column !== 'center'
  return {
    leftPercent: corner ? (column === 'left' ? 4 : 51) : 5,
    widthPercent: corner ? 45 : 90,
    topPercent: row === 'top' ? 4 : row === 'middle' ? 38 : 78,
    heightPercent: row === 'middle' ? 24 : 18,
    align: column === 'left' ? 'left' : column === 'right' ? 'right' : 'center',
    vertical: row === 'top' ? 'top' : row === 'middle' ? 'middle' : 'bottom',
  }
}

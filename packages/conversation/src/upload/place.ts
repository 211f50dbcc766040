import type { Layer } from '@plantain/core'
import { placeOf } from '../reading/place.ts'
import { commonArea } from './common-area.ts'
import { boxIn } from './photo.ts'
import type { Asked } from './state.ts'

type Size = Pick<Layer, 'width' | 'height'>
type At = Pick<Layer, 'x' | 'y'>

/** Where something of a size goes in an upload, by the wish's region; at the bottom, beside the subject, where none is named. */
export function placed(asked: Asked, size: Size): At | { readonly refused: string } {
  const at = wanted(asked, size)
  if ('refused' in at) return at
  // Of what stands above or beside something large, most is kept in the frame.
  const { width, height } = asked.photo.bitmap
  const within = (value: number, own: number, frame: number): number =>
    Math.min(frame - 0.6 * own, Math.max(-0.1 * own, value))
  return { x: within(at.x, size.width, width), y: within(at.y, size.height, height) }
}

function wanted(asked: Asked, size: Size): At | { readonly refused: string } {
  const { wish, words, photo } = asked
  const { width, height } = photo.bitmap
  const place = placeOf(words, wish.region)
  if (place === null) return free(asked, size)
  if (place.kind === 'area') {
    const { column, row, depth } = place.area
    const x = column === 'left' ? 0.2 : column === 'right' ? 0.8 : 0.5
    const foot =
      row === 'top'
        ? 0.4
        : row === 'bottom' || depth === 'foreground'
          ? 0.97
          : depth === 'background'
            ? 0.62
            : 0.85
    return { x: x * width - size.width / 2, y: foot * height - size.height }
  }
  // "in the pilot seat": a part that nothing here can find is sought at the main thing.
  const box = boxOf(asked, place.of) ?? mainBox(asked)
  if (box === null) return { refused: `I see no ${place.of} in the picture; name a side of it.` }
  const [left, top, right, bottom] = box
  const middle = (left + right - size.width) / 2
  switch (place.relation) {
    case 'on':
    case 'above':
      return { x: middle, y: top + (place.relation === 'on' ? 0.12 : -0.02) * (bottom - top) - size.height }
    case 'under':
    case 'below':
    case 'in front of':
      return {
        x: middle + 0.25 * (right - left),
        y: Math.min(height, bottom + 0.15 * size.height) - size.height,
      }
    case 'left of':
      return { x: left - size.width, y: bottom - size.height }
    case 'right of':
      return { x: right, y: bottom - size.height }
    case 'in':
      return { x: middle, y: (top + bottom) / 2 - size.height / 2 }
    default: {
      // Beside it, on the side with more room; kept in the frame.
      const beside = width - right > left ? right - 0.04 * size.width : left - 0.96 * size.width
      return {
        x: Math.min(width - 0.8 * size.width, Math.max(-0.2 * size.width, beside)),
        y: Math.min(height * 1.02, bottom) - size.height,
      }
    }
  }
}

function mainBox({ things, photo }: Asked): ReturnType<typeof boxOf> {
  const area = ({ box }: Asked['things'][number]): number => box[2] * box[3]
  const main = things
    .filter(({ id, name }) => !PARTS.has(id) && !PARTS.has(name))
    .toSorted((one, other) => area(other) - area(one))[0]
  const { width, height } = photo.bitmap
  return main === undefined
    ? null
    : [
        main.box[0] * width,
        main.box[1] * height,
        (main.box[0] + main.box[2]) * width,
        (main.box[1] + main.box[3]) * height,
      ]
}
/** Of the world, and no things. */
const PARTS = new Set([
  'sky',
  'water',
  'plants',
  'ground',
  'relief',
  'clouds',
  'trees',
  'buildings',
  'cover',
  'stars',
  'wall',
  'floor',
])

/** Left, top, right, bottom in pixels of what a phrase names: told of, or found. */
export function boxOf(
  { things, photo }: Asked,
  phrase: string,
): readonly [number, number, number, number] | null {
  const { width, height } = photo.bitmap
  const name = phrase.replace(/^el:/, '').replace(/^(?:the|a|an) /i, '')
  const box = things.find((one) => one.id === name || one.name === name)?.box ?? boxIn(photo, name)
  return box === null
    ? null
    : [box[0] * width, box[1] * height, (box[0] + box[2]) * width, (box[1] + box[3]) * height]
}

/** At the bottom, on the side where the subject is not, and where what was set in before leaves most room. */
function free({ photo }: Asked, size: Size): At {
  const { width, height } = photo.bitmap
  const box = boxIn(photo, 'subject')
  const middle = box === null ? 0.5 : box[0] + box[2] / 2
  const y = 0.95 * height - size.height
  const places = (middle > 0.5 ? SIDES : SIDES.map((x) => 1 - x)).map((x) => ({
    x: x * width - size.width / 2,
    y,
  }))
  const hidden = (at: At): number =>
    photo.layers.reduce((sum, layer) => sum + commonArea({ ...at, ...size }, layer), 0)
  return places.toSorted((one, other) => hidden(one) - hidden(other))[0]!
}
const SIDES = [0.26, 0.74, 0.5] as const

import type { Rect } from '@plantain/core'
import { amountOf } from '../reading/amount.ts'
import { ratioOf } from '../reading/size.ts'
import { placeOf } from '../reading/place.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { elementId } from '../scene-edit/things.ts'
import { note, type Op, type Step, type View } from './op.ts'
import { boxIn } from '../upload/photo.ts'
import { framed } from './frame.ts'
import { guessNote } from './pixels.ts'
import { SCALES, strengthOf } from './strength.ts'
import { isWhole } from './subject.ts'

/** "crop to the dog", "cut off the left third", "crop to 16:9", "zoom in". */
export const crop: Op = {
  name: 'crop',
  plan(wish, view) {
    const { width, height } = view.size
    if (wish.target !== undefined && !isWhole(wish.target))
      return toTarget(wish.target, wish.region, ratioOf(wish.value), view)
    const ratio = ratioOf(wish.value)
    if (ratio !== null)
      return framed(view, 'aspect', {
        ratioWidth: ratio >= 1 ? ratio : 1,
        ratioHeight: ratio >= 1 ? 1 : 1 / ratio,
        how: 'crop',
      })
    const amount = amountOf(wish.amount)
    const share = Math.min(0.9, strengthOf(wish.amount, SCALES.crop) / 100)
    const place = placeOf(view.words, wish.region)
    const area = place?.kind === 'area' ? place.area : null
    const cut = (pixels: number, whole: number): number =>
      Math.min(whole - 16, Math.round(amount.kind === 'pixels' ? amount.value : pixels))
    const [x, y] = [cut(share * width, width), cut(share * height, height)]
    if (area?.column === 'left') return boxed(view, { x, y: 0, width: width - x, height })
    if (area?.column === 'right') return boxed(view, { x: 0, y: 0, width: width - x, height })
    if (area?.row === 'top') return boxed(view, { x: 0, y, width, height: height - y })
    if (area?.row === 'bottom' || area?.depth === 'foreground')
      return boxed(view, { x: 0, y: 0, width, height: height - y })
    // Zooming in cuts all around.
    const factor = amount.kind === 'factor' && amount.value > 1 ? 1 / amount.value : 1 - share
    const [w, h] = [Math.max(16, Math.round(width * factor)), Math.max(16, Math.round(height * factor))]
    return boxed(view, {
      x: Math.round((width - w) / 2),
      y: Math.round((height - h) / 2),
      width: w,
      height: h,
    })
  },
}

const boxed = (view: View, { x, y, width, height }: Rect): readonly Step[] =>
  framed(view, 'crop', { x, y, width, height })

/** The box of a thing with some air around it. */
function toTarget(
  target: string,
  region: string | undefined,
  ratio: number | null,
  view: View,
): readonly Step[] {
  if (view.scene === null) return toRegion(target, region, ratio, view)
  const { scene } = view
  const found = findTargets(target, { ...view, scene }, region)
  const ids = found.flatMap((one) =>
    one.kind === 'part'
      ? [one.part.id]
      : [
          ...one.members.map((member) => elementId(scene.things[one.index]!, member)),
          scene.things[one.index]!.id,
        ],
  )
  const boxes = view.elements
    .filter(({ id, box }) => ids.includes(id) && box !== undefined)
    .map(({ box }) => box!)
  if (boxes.length === 0) return [note(`I see no ${target.replace(/^el:/, '')} in the picture.`)]
  const { width, height } = view.size
  const left = Math.min(...boxes.map(([x]) => x)) * width
  const top = Math.min(...boxes.map(([, y]) => y)) * height
  const right = Math.max(...boxes.map(([x, , w]) => x + w)) * width
  const bottom = Math.max(...boxes.map(([, y, , h]) => y + h)) * height
  const air = 0.12 * Math.max(right - left, bottom - top) + 4
  return boxed(
    view,
    within(
      { x: left - air, y: top - air, width: right - left + 2 * air, height: bottom - top + 2 * air },
      ratio,
      view,
    ),
  )
}

/** The same in an upload, by where the thing was found. */
function toRegion(
  target: string,
  region: string | undefined,
  ratio: number | null,
  view: View,
): readonly Step[] {
  const phrase = region === undefined ? target : `${target} ${region}`
  const box = view.photo === null ? null : boxIn(view.photo, phrase)
  if (box === null)
    return [
      note(`I see no ${target.replace(/^el:/, '')} in the picture; say which side to cut off, or how much.`),
    ]
  const { width, height } = view.size
  const around = { x: box[0] * width, y: box[1] * height, width: box[2] * width, height: box[3] * height }
  const air = 0.12 * Math.max(around.width, around.height) + 4
  const wide = {
    x: around.x - air,
    y: around.y - air,
    width: around.width + 2 * air,
    height: around.height + 2 * air,
  }
  return [
    ...boxed(view, within(wide, ratio, view)),
    ...guessNote({ op: 'crop', target, ...(region === undefined ? {} : { region }) }, view),
  ]
}

/** A frame of a given shape that would grow by less than this to a side of the picture goes up to it: nobody asks for a sliver less. */
const nearlyAll = 1.15

/**
 * In whole pixels inside the picture, no smaller than 16; wider or higher where it must have a shape, about the same middle, and as large
 * as the picture allows where the thing has no room in that shape.
 */
function within(box: Rect, ratio: number | null, { size }: View): Rect {
  const wanted = {
    width: Math.max(16, box.width, ratio === null ? 0 : box.height * ratio),
    height: Math.max(16, box.height, ratio === null ? 0 : box.width / ratio),
  }
  const [across, down] = [size.width / wanted.width, size.height / wanted.height]
  const room = Math.min(across, down)
  const both = room < nearlyAll ? room : Math.min(1, room)
  const width = Math.round(wanted.width * (ratio === null ? Math.min(1, across) : both))
  const height = Math.round(wanted.height * (ratio === null ? Math.min(1, down) : both))
  const at = (middle: number, own: number, room: number): number =>
    Math.min(room - own, Math.max(0, Math.round(middle - own / 2)))
  return {
    x: at(box.x + box.width / 2, width, size.width),
    y: at(box.y + box.height / 2, height, size.height),
    width,
    height,
  }
}

import type { Bitmap, Layer, Mask } from '@plantain/core'
import { cutOut, dilate, feather, fill, type CutOut } from '@plantain/imaging'
import type { Draft } from '../carry-out/draft.ts'
import { ratioOf, stepsOf } from '../reading/amount.ts'
import { sideways } from '../reading/sideways.ts'
import { findIn, photoMask, wholeMask, type Photo } from './photo.ts'
import { mistakenFor } from './mistaken.ts'
import { placed } from './place.ts'
import { plateOf, told, withLayers, type Asked } from './state.ts'

const nameIn = (target: string | undefined): string =>
  (target ?? 'subject').replace(/^el:/, '').replace(/^(?:the|a|an) /i, '')

/** What stands in front already under that name or id; the last that came first. */
export const layerNamed = ({ layers }: Photo, target: string | undefined): Layer | undefined => {
  const name = nameIn(target).toLowerCase()
  const same = layers.filter(
    (layer) => layer.id === name || layer.name === name || name.split(' ').includes(layer.name),
  )
  return (
    same.at(-1) ?? (target === undefined || /^(?:it|that|subject)$/.test(name) ? layers.at(-1) : undefined)
  )
}

/** A region and what touches only it, with a margin, so that no rim of the thing stays, and beyond it a soft border, so that no seam shows. */
export function withMargin(photo: Photo, phrase: string): Mask {
  const whole = widened(wholeMask(photo, phrase).mask)
  // Where too little would be left with it, what the thing stands on stays.
  return shareOf(whole) > MOST_REMOVED ? widened(photoMask(photo, phrase)) : whole
}

function widened(mask: Mask): Mask {
  const margin = Math.max(2, Math.round(Math.max(mask.width, mask.height) / 90))
  const sure = dilate({ ...mask, data: mask.data.map((value) => (value > 20 ? 255 : 0)) }, margin)
  const soft = feather(dilate(sure, margin >> 1), margin)
  return { ...mask, data: sure.data.map((value, p) => Math.max(value, soft.data[p]!)) }
}

/** "remove the cup": filled from what surrounds it. */
export async function remove(asked: Asked): Promise<Draft> {
  const { wish, photo, signal, draft, things, tools, task } = asked
  // What was painted over goes, and not what came last.
  const layer = task.mask !== null && wish.target === undefined ? undefined : layerNamed(photo, wish.target)
  if (layer !== undefined)
    return withLayers(
      asked,
      await plateOf(asked),
      photo.layers.filter((one) => one !== layer),
      things.filter(({ id }) => id !== layer.id),
    )
  const name = nameIn(wish.target)
  const phrase = wish.region === undefined ? name : `${name} ${wish.region}`
  const found = task.mask === null ? findIn(photo, phrase) : null
  if (task.mask === null && found === null)
    return told(draft, `I see no ${name} in the picture; paint over what should go.`)
  const other = found?.guessed === true ? mistakenFor(name, asked) : null
  if (other !== null)
    return told(draft, `I see no ${name} in the picture, only the ${other}; paint over what should go.`)
  const painted = task.mask === null ? null : await tools.load(task.mask)
  const mask =
    painted === null
      ? withMargin(photo, phrase)
      : {
          width: painted.width,
          height: painted.height,
          data: Uint8Array.from({ length: painted.width * painted.height }, (_, p) => painted.data[p * 4]!),
        }
  // Of a thing that covers nearly everything there is nothing left to fill it from; a guess of that size is none.
  if (found !== null && shareOf(mask) > MOST_REMOVED)
    return told(
      draft,
      found.guessed
        ? `I see no ${name} in the picture that I could take out; paint over what should go.`
        : `Without the ${name}, ${Math.round(100 - 100 * shareOf(mask))} % of the picture is left, too little to fill the place from. Paint over a part of it, or ask for another background.`,
    )
  const plate = fill(await plateOf(asked), mask, signal)
  const left = things.filter(
    (thing) =>
      thing.name !== name && thing.id !== name && !(found?.guessed === true && thing.id === 'subject1'),
  )
  const done = await withLayers(asked, plate, photo.layers, left)
  return found?.guessed === true ? told(done, guessed(name)) : done
}

const guessed = (name: string): string =>
  `I took what stands out most for the ${name}; undo and paint over it if you meant something else.`

const MOST_REMOVED = 0.6
const shareOf = ({ data }: Mask): number =>
  data.reduce((count, value) => count + (value > 127 ? 1 : 0), 0) / data.length

interface Lifted {
  readonly plate: Bitmap
  readonly layer: Layer
  readonly others: readonly Layer[]
  /** What is to be said of how it was found. */
  readonly notes: readonly string[]
}

/** The layer of a thing of the picture: lifted from it, what is behind it filled in. */
async function lifted(asked: Asked): Promise<Lifted | null> {
  const { wish, photo, signal, tools } = asked
  const known = layerNamed(photo, wish.target)
  const plate = await plateOf(asked)
  if (known !== undefined)
    return { plate, layer: known, others: photo.layers.filter((one) => one !== known), notes: [] }
  const name = nameIn(wish.target)
  const found = findIn(photo, name)
  if (found === null || (found.guessed && mistakenFor(name, asked) !== null)) return null
  const cut = cutOut(photo.bitmap, wholeMask(photo, name).mask)
  if (cut === null) return null
  const layer = await layerOf(cut, name, asked, { match: 0, shadow: false })
  return {
    plate: fill(plate, withMargin(photo, name), signal),
    layer: { ...layer, artifact: await tools.save(cut.bitmap) },
    others: photo.layers,
    notes: found.guessed ? [guessed(name)] : [],
  }
}

export async function layerOf(
  { bitmap, rect }: CutOut,
  name: string,
  { photo, tools }: Asked,
  more: Pick<Layer, 'match' | 'shadow'>,
): Promise<Layer> {
  const number = photo.layers.filter((one) => one.name === name).length + 1
  return {
    id: `${name.replace(/\W+/g, '-')}-${number}`,
    name,
    artifact: await tools.save(bitmap),
    ...rect,
    ...more,
  }
}

/** "make the cat smaller": it keeps its foot where it stands. */
export async function scale(asked: Asked): Promise<Draft> {
  const { wish, draft, things } = asked
  const thing = await lifted(asked)
  if (thing === null) return told(draft, `I see no ${nameIn(wish.target)} in the picture.`)
  const ratio = Math.min(4, Math.max(0.1, ratioOf(wish.amount, wish.direction !== 'down')))
  const { layer } = thing
  const [width, height] = [layer.width * ratio, layer.height * ratio]
  const sized = {
    ...layer,
    x: layer.x + (layer.width - width) / 2,
    y: layer.y + layer.height - height,
    width,
    height,
  }
  const done = await withLayers(asked, thing.plate, [...thing.others, sized], withoutOld(asked, things))
  return told(done, ...thing.notes)
}

const STEP = 0.16

/** Pixels that a direction moves a thing by; null where none is said. "To the left", and no more said, ends on the left, as in a painted scene. */
function wayOf(
  { direction, amount }: Asked['wish'],
  layer: Layer,
  frame: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | null {
  const step = STEP * stepsOf(amount)
  if (direction === 'up' || direction === 'down')
    return { x: 0, y: (direction === 'up' ? -step : step) * frame.height }
  if (direction !== 'left' && direction !== 'right') return null
  const middle = (layer.x + layer.width / 2) / frame.width
  const far = Math.abs(sideways(middle, direction, step, amount) - middle) * frame.width
  // What is as wide as the frame has no third to go to, and stays in the picture.
  const room = Math.max(0, direction === 'left' ? layer.x : frame.width - layer.x - layer.width)
  const across = Math.max(step * frame.width, Math.min(far, room))
  return { x: direction === 'left' ? -across : across, y: 0 }
}

/** "move it to the left", "put the cup next to the plate". */
export async function move(asked: Asked): Promise<Draft> {
  const { wish, draft, photo, things } = asked
  const thing = await lifted(asked)
  if (thing === null) return told(draft, `I see no ${nameIn(wish.target)} in the picture.`)
  const { width, height } = photo.bitmap
  const by = wayOf(wish, thing.layer, { width, height })
  const at = by === null ? placed(asked, thing.layer) : { x: thing.layer.x + by.x, y: thing.layer.y + by.y }
  if ('refused' in at) return told(draft, at.refused)
  const done = await withLayers(
    asked,
    thing.plate,
    [...thing.others, { ...thing.layer, ...at }],
    withoutOld(asked, things),
  )
  return told(done, ...thing.notes)
}

/** A thing that became a layer is told of as one. */
const withoutOld = ({ wish }: Asked, things: Asked['things']): Asked['things'] =>
  things.filter(({ id, name }) => name !== nameIn(wish.target) && id !== nameIn(wish.target))

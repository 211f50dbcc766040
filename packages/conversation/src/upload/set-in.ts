import type { Bitmap, Mask, Scene, Thing } from '@plantain/core'
import {
  cutOut,
  cutSides,
  fadeSides,
  feather,
  resize,
  vapour,
  type CutOut,
  type Side,
} from '@plantain/imaging'
import { labelThing } from '@plantain/scene'
import type { Draft } from '../carry-out/draft.ts'
import { nounOf } from '../reading/nouns.ts'
import { placeOf } from '../reading/place.ts'
import { bare } from '../reading/phrase.ts'
import { boxOf, placed } from './place.ts'
import { layerOf, remove } from './layers.ts'
import { boxIn, findIn, openPhoto, photoMask, type Photo } from './photo.ts'
import { HOURS, plateOf, told, withLayers, type Asked } from './state.ts'

/** "put the cat of the first picture next to the cup": cut out along its own edges, in the light of its new place. */
export async function insert(asked: Asked): Promise<Draft> {
  const { wish, draft, task } = asked
  const source = wish.source === undefined ? undefined : task.picture(wish.source)
  if (source === undefined) return told(draft, 'Say from which picture it should come.')
  const name = bare(wish.target ?? 'subject')
    .replace(/^el:/, '')
    .replace(/\d+$/, '')
  const cut = await cutFrom(
    source.document.base.kind === 'picture' ? source.document.base.artifact : source.artifact,
    name,
    asked,
  )
  if (cut === null) return told(draft, `I see no ${name} in the picture that it should come from.`)
  return setIn(cut, name, painted(asked), asked)
}

type Whole = CutOut & { readonly sides: readonly Side[] }

/** What a phrase names in a picture, cut out of it; null where nothing fits. */
export async function cutFrom(
  artifact: string,
  phrase: string,
  { photo, tools, signal }: Cutting,
): Promise<Whole | null> {
  const other = artifact === photo?.artifact ? photo : await openPhoto(artifact, tools, signal)
  return cutOf(other, phrase)
}
type Cutting = Pick<Asked, 'tools' | 'signal'> & { readonly photo: Photo | null }

export function cutOf(photo: Photo, phrase: string): Whole | null {
  const found = findIn(photo, phrase) === null ? null : cutOut(photo.bitmap, photoMask(photo, phrase))
  return found === null ? null : { ...found, sides: cutSides(found, photo.bitmap) }
}

/** Sets a cut-out in: on a spot (left, top, right, bottom) where one is given, else where the wish says. */
export async function setIn(
  cut: Whole,
  name: string,
  spot: readonly [number, number, number, number] | undefined,
  asked: Asked,
): Promise<Draft> {
  const { draft, things } = asked
  const size = spot === undefined ? sizeFor(asked, cut.bitmap, name) : fitted(cut.bitmap, spot)
  const at =
    spot === undefined
      ? placed(asked, size)
      : { x: (spot[0] + spot[2] - size.width) / 2, y: spot[3] - size.height }
  if ('refused' in at) return told(draft, at.refused)
  const flush = spot === undefined ? flushSides(cut.sides, { ...at, ...size }, asked.photo.bitmap) : []
  const whole = {
    ...cut,
    bitmap: fadeSides(
      cut.bitmap,
      cut.sides.filter((side) => !flush.includes(side)),
    ),
  }
  const layer = await layerOf(whole, name, asked, { match: 0.6, shadow: !cut.sides.includes('bottom') })
  return withLayers(
    asked,
    await plateOf(asked),
    [...asked.photo.layers, { ...layer, ...size, ...flushed(flush, at, size, asked.photo.bitmap) }],
    things,
  )
}

type Spot = Readonly<{ x: number; y: number; width: number; height: number }>
type Frame = Readonly<{ width: number; height: number }>

/** What was cut off by the edge of its own picture is cut off by the edge of this one: below always, at a side where it is near. */
function flushSides(sides: readonly Side[], { x, width }: Spot, frame: Frame): readonly Side[] {
  const nearer = x + width / 2 > frame.width / 2 ? 'right' : 'left'
  return sides.filter((side) => side === 'bottom' || side === nearer)
}

const flushed = (
  sides: readonly Side[],
  at: Readonly<{ x: number; y: number }>,
  size: Frame,
  frame: Frame,
): Readonly<{ x: number; y: number }> => ({
  x: sides.includes('left') ? 0 : sides.includes('right') ? frame.width - size.width : at.x,
  y: sides.includes('bottom') ? frame.height - size.height : at.y,
})

/** Share of the frame's height that something takes where nothing says how large it is. */
const USUAL = 0.5

/** By the real sizes of it and of what it stands beside where both are known, drawn together so that neither is lost. */
function sizeFor(
  asked: Asked,
  { width, height }: Bitmap,
  name: string,
): { readonly width: number; readonly height: number } {
  const { photo, words, wish } = asked
  const frame = photo.bitmap
  const of =
    wish.region?.replace(/^.*\b(?:next to|beside|near|on|in|behind|of|by|with|above|under)\b\s*/i, '') ?? ''
  const box = of === '' ? null : boxOf(asked, of)
  const [own, other] = [words.kinds.get(name)?.height, words.kinds.get(of.replace(/^the /i, ''))?.height]
  const ratio =
    own !== undefined && other !== undefined ? Math.min(1.5, Math.max(0.5, Math.sqrt(own / other))) : 0.9
  const wanted = box === null ? USUAL * frame.height : ratio * (box[3] - box[1])
  // Beside what fills the frame there is no room: it stands before it.
  const room =
    box === null
      ? frame.width * 0.7
      : Math.max(0.34 * frame.width, Math.max(box[0], frame.width - box[2]) * 1.7)
  const scale = Math.min(wanted / height, room / width, (0.95 * frame.height) / height)
  const least = (0.12 * frame.height) / height
  return { width: width * Math.max(least, scale), height: height * Math.max(least, scale) }
}

/** "replace the cup with a cat": taken out, and the new thing stands on the same spot, as high. */
export async function replace(asked: Asked): Promise<Draft> {
  const { wish, draft } = asked
  const box = boxOf(asked, wish.target ?? 'subject')
  if (box === null) return told(draft, `I see no ${wish.target ?? 'subject'} in the picture.`)
  if (wish.value === undefined) return told(draft, 'Say what should stand there instead.')
  const noun = nounOf(asked.words, wish.value)
  if ('refused' in noun) return told(draft, noun.refused)
  const without = await remove(asked)
  if (without.photo === null || without.photo === draft.photo) return without
  const { target: _, value, ...rest } = wish
  const now = { ...asked, draft: without, photo: without.photo, things: without.things ?? asked.things }
  return add({ ...now, wish: { ...rest, op: 'add', target: value } }, box)
}

/** Where birds fly: at the top of the frame, in the sky, above something. */
function isHigh({ wish: { region }, words }: Asked): boolean {
  const place = placeOf(words, region)
  if (place === null) return false
  return place.kind === 'area'
    ? place.area.row === 'top'
    : place.relation === 'above' || /\bsky\b/i.test(place.of)
}
/** Birds that do not, much. */
const WALKS = /^(?:penguin|ostrich|chicken|hen|rooster|chick|turkey|peacock|dodo|emu|kiwi bird)$/

/**
 * "add a red balloon": a drawing of the catalogue, painted in the photograph's light.
 *
 * spot: left, top, right, bottom of what it takes the place of
 */
export async function add(
  asked: Asked,
  spot: readonly [number, number, number, number] | undefined = painted(asked),
): Promise<Draft> {
  const { wish, draft, words, things } = asked
  const noun = nounOf(
    words,
    [wish.color, wish.size, wish.target].filter((one) => one !== undefined).join(' '),
  )
  if ('refused' in noun)
    return told(draft, `${noun.refused} Photographs of things come only with open weights (plantain models).`)
  const kind = words.kinds.get(noun.kind)!
  // What rises does so from the main thing, where no place is named.
  const rises = /\b(?:steam|smoke|vapou?r)\b/i.test(wish.target ?? '')
  const aloft =
    kind.support === 'air' || (kind.category === 'bird' && !WALKS.test(noun.kind) && isHigh(asked))
  const drawing = rises
    ? plume(asked)
    : await paintedAlone(asked, { kind: noun.kind, given: noun.given, air: aloft })
  if (drawing === null) return told(draft, `I could not draw a ${noun.word} here.`)
  const head = asked.spot === null ? headFor(noun.kind, wish.region, drawing.bitmap, asked.photo) : undefined
  spot ??= head
  const count = Math.min(6, Math.max(1, wish.count ?? noun.count ?? 1))
  let [now, notes]: [Asked, string[]] = [
    rises && wish.region === undefined ? { ...asked, wish: { ...wish, region: 'on the subject' } } : asked,
    [
      ...noun.notes,
      `The ${noun.word} is drawn, not photographed; open weights (plantain models) could paint one.`,
    ],
  ]
  let done = draft
  for (let i = 0; i < count; i++) {
    const free =
      freeHeight(now, { ...kind, support: aloft ? 'air' : kind.support }, noun.size) *
      Math.min(1, 1.6 / Math.sqrt(count))
    const height =
      spot === undefined ? free : Math.min(spot[3] - spot[1], widest(spot, drawing.bitmap) / count)
    const size = { height, width: (height * drawing.bitmap.width) / drawing.bitmap.height }
    const at =
      spot === undefined
        ? placed(now, size)
        : { x: (spot[0] + spot[2] - size.width) / 2, y: spot[3] - size.height }
    if ('refused' in at) return told(draft, at.refused)
    const side = inRow(at.x, size.width, { i, count }, now.photo.bitmap.width)
    const worn = spot !== undefined && spot === head
    const layer = await layerOf(drawing, noun.word, now, {
      match: rises ? 0.25 : 0.85,
      shadow: !aloft && !rises && !worn && !(wish.region ?? '').includes('sky'),
    })
    done = await withLayers(
      now,
      await plateOf(now),
      [...now.photo.layers, { ...layer, ...size, x: side, y: at.y }],
      i === 0 ? things : (done.things ?? things),
    )
    now = { ...now, draft: done, photo: done.photo! }
  }
  return told(done, ...notes)
}

/** Worn on the head: across the brow of the first face there is, as wide as a hat on it. */
const ON_HEAD = /\b(?:hat|cap|crown|beanie|helmet|wreath)$/
function headFor(
  kind: string,
  region: string | undefined,
  { width, height }: Bitmap,
  photo: Photo,
): readonly [number, number, number, number] | undefined {
  if (!ON_HEAD.test(kind) || !/^(?:|on\b.*|.*\bhead\b.*)$/.test(region ?? '')) return undefined
  const face = boxIn(photo, 'face')
  if (face === null) return undefined
  const [frame, wide] = [photo.bitmap, HAT * face[2] * photo.bitmap.width]
  const [middle, brow] = [(face[0] + face[2] / 2) * frame.width, (face[1] + BROW * face[3]) * frame.height]
  return [middle - wide / 2, brow - (wide * height) / width, middle + wide / 2, brow]
}
/** Width of a hat over that of a face; how far down a face, as it is detected, a hat comes. */
const [HAT, BROW] = [1.7, 0.2]

/** Share of the frame's height of what stands free, and bounds of it. */
const FREE = { usual: 0.34, flies: 0.16, least: 0.08, most: 0.6 }

/** By the real sizes of it and of the largest thing here whose size is known, drawn together so that neither is lost. */
function freeHeight(
  { photo, things, words }: Asked,
  kind: { readonly height: number; readonly support: string },
  size: number,
): number {
  const frame = photo.bitmap.height
  const usual = (kind.support === 'air' || kind.height < 0.25 ? FREE.flies : FREE.usual) * frame
  const known = things
    .flatMap(({ name, box }) => {
      const height = words.kinds.get(name)?.height
      return height === undefined ? [] : [{ height, pixels: box[3] * frame }]
    })
    .toSorted((one, other) => other.pixels - one.pixels)[0]
  const real = known === undefined ? usual : (kind.height / known.height) * known.pixels
  const height = size * Math.sqrt(usual * Math.min(2 * usual, Math.max(usual / 4, real)))
  return Math.min(FREE.most * frame, Math.max(FREE.least * frame, height))
}

/** The left edge of one of several in a row around a place, all of them in the frame. */
function inRow(
  x: number,
  width: number,
  { i, count }: { readonly i: number; readonly count: number },
  frame: number,
): number {
  if (count === 1) return x
  const step = Math.min(1.15 * width, Math.max(0.3 * width, (frame - width) / (count - 1)))
  const first = Math.min(frame - width - (count - 1) * step, Math.max(0, x - ((count - 1) * step) / 2))
  return first + i * step
}

/** Steam or smoke is soft and let through; no drawing of a cloud. */
function plume({ wish, task }: Asked): CutOut {
  const [width, height] = [360, 480]
  const dark = /\bsmoke\b/i.test(wish.target ?? '')
  return { bitmap: vapour(width, height, task.seed % 2 ** 31, dark), rect: { x: 0, y: 0, width, height } }
}

/** Left, top, right, bottom of what the person painted over: there it goes. */
const painted = ({ spot }: Asked): readonly [number, number, number, number] | undefined =>
  spot === null ? undefined : [spot.x, spot.y, spot.x + spot.width, spot.y + spot.height]

/** As large as fits in the spot. */
function fitted(
  { width, height }: Bitmap,
  [left, top, right, bottom]: readonly [number, number, number, number],
): { readonly width: number; readonly height: number } {
  const scale = Math.min((right - left) / width, (bottom - top) / height)
  return { width: width * scale, height: height * scale }
}

/** The height at which a drawing is as wide as the spot. */
const widest = (
  [left, , right]: readonly [number, number, number, number],
  { width, height }: Bitmap,
): number => ((right - left) * height) / width

const PAINTED_SIDE = 640

async function paintedAlone(
  { draft, tools, task, signal, photo }: Asked,
  { kind, given, air }: { kind: string; given: Partial<Thing>; air: boolean },
): Promise<CutOut | null> {
  const time = HOURS[draft.hour ?? ''] ?? 'noon'
  const scene: Scene = {
    seed: task.seed % 2 ** 32,
    world: {
      land: 'meadow',
      water: 'none',
      cover: 'none',
      season: 'summer',
      time,
      weather: 'clear',
      moon: 'none',
      style: 'natural',
      viewpoint: 'eye level',
      light: 'natural',
      grade: 'none',
      backdrop: 'auto',
      sun: false,
      rainbow: false,
      aurora: false,
      lightning: false,
      horizon: 0.4,
      relief: 0.2,
      sunX: brighterSide(photo.bitmap),
      sunY: 0.7,
      clouds: 0.2,
      haze: 0,
      drama: 0,
      shore: 0,
      intensity: 0,
      focus: 0,
    },
    things: [
      {
        id: 'set-in',
        kind,
        color: 'auto',
        material: 'none',
        state: 'none',
        variant: 0,
        count: 1,
        x: 0.5,
        y: air ? 0.9 : 0.93,
        height: 0.8,
        right: true,
        support: air ? 'air' : 'ground',
        parent: null,
        ...given,
      },
    ],
  }
  const { bitmap, labels } = await tools.paint(scene, { width: PAINTED_SIDE, height: PAINTED_SIDE }, signal)
  const hard: Mask = {
    width: bitmap.width,
    height: bitmap.height,
    data: Uint8Array.from(labels, (label) => (labelThing(label) === null ? 0 : 255)),
  }
  return cutOut(bitmap, feather(hard, 1))
}

/** Frame x from which the light seems to come. */
function brighterSide(image: Bitmap): number {
  const { data, width, height } = resize(image, 8, 8)
  let [left, right] = [1, 1]
  for (let p = 0; p < width * height; p++) {
    const value = data[p * 4]! + data[p * 4 + 1]! + data[p * 4 + 2]!
    if (p % width < 4) left += value
    else right += value
  }
  return Math.min(0.9, Math.max(0.1, 0.5 + (right - left) / (right + left)))
}

import type { Bitmap, Operation, Scene, SceneSummary, SummaryThing, Thing } from '@plantain/core'
import { bytesToOklab, hueAndChroma } from '@plantain/imaging'
import { LABEL, thingLabel } from '@plantain/scene'
import { ASPECTS, type Aspect, type Said } from './ops/op.ts'
import { piecesOf } from './pieces.ts'
import { colorWord, nearestDye, type Dye } from './reading/colors.ts'
import { lemmaOf } from './reading/nouns.ts'
import type { Vocabulary } from './reading/vocabulary.ts'
import { elementId, membersOf } from './scene-edit/things.ts'
import { isIndoors, worldParts, type WorldPart } from './world-parts.ts'

/** The picture as it is shown, with what each pixel is. */
export interface Seen {
  readonly scene: Scene
  readonly bitmap: Bitmap
  /** [height, width] of the bitmap: labels of the scene package. */
  readonly labels: Uint16Array
}

/** Names that people use, beside those that the scene itself holds. */
export interface Named {
  readonly words: Vocabulary
  /** The picture that this one was made from, whose names stay where what they name stayed. */
  readonly before: { readonly scene: Scene; readonly summary: SceneSummary } | null
  /** Words of the message for aspects of the picture. */
  readonly said: Said
  /** Words for parts of the world and for states of things, by id. */
  readonly names: Readonly<Record<string, string>>
  readonly states: Readonly<Record<string, string>>
  /** Words for colours of things, by id; a thing that keeps its colour keeps the word for it. */
  readonly colors: Readonly<Record<string, string>>
}

/** A group of more than this is told as one, with its number. */
const MANY = 6

/** What a picture shows, in people's words; boxes are exact, from the label map. */
export function summarize(seen: Seen, named: Named): SceneSummary {
  const boxes = measure(seen)
  const things = seen.scene.things.flatMap((thing, index) => thingsOf(thing, index, seen.scene, boxes, named))
  const parts = worldParts.flatMap((part) => partOf(part, seen, boxes, named))
  return { things: [...things, ...parts], ...aspectsOf(seen.scene, named) }
}

interface Patch {
  left: number
  top: number
  right: number
  bottom: number
  area: number
  red: number
  green: number
  blue: number
}
interface Measured {
  readonly by: ReadonlyMap<number, Patch>
  readonly width: number
  readonly height: number
}

/** Box, area and sum of colours of every label. */
function measure({ labels, bitmap: { data, width, height } }: Seen): Measured {
  const by = new Map<number, Patch>()
  for (let p = 0, i = 0; p < labels.length; p++, i += 4) {
    const label = labels[p]!
    const x = p % width
    const y = (p - x) / width
    let patch = by.get(label)
    if (patch === undefined)
      by.set(
        label,
        (patch = { left: x, top: y, right: x + 1, bottom: y + 1, area: 0, red: 0, green: 0, blue: 0 }),
      )
    if (x < patch.left) patch.left = x
    if (x >= patch.right) patch.right = x + 1
    patch.bottom = y + 1
    patch.area++
    patch.red += data[i]!
    patch.green += data[i + 1]!
    patch.blue += data[i + 2]!
  }
  return { by, width, height }
}

type Box = readonly [number, number, number, number]
const round = (value: number): number => Math.round(value * 10_000) / 10_000

function boxOf(
  labels: readonly number[],
  { by, width, height }: Measured,
): { readonly box: Box; readonly area: number } | null {
  const found = labels.flatMap((label) => by.get(label) ?? [])
  if (found.length === 0) return null
  const left = Math.min(...found.map((one) => one.left))
  const top = Math.min(...found.map((one) => one.top))
  const right = Math.max(...found.map((one) => one.right))
  const bottom = Math.max(...found.map((one) => one.bottom))
  const box: Box = [
    round(left / width),
    round(top / height),
    round((right - left) / width),
    round((bottom - top) / height),
  ]
  return { box, area: found.reduce((sum, { area }) => sum + area, 0) / (width * height) }
}

/** Where a box lies, in the words of regions. */
export function regionWord([left, top, width, height]: Box): string {
  const [x, y] = [left + width / 2, top + height / 2]
  const column = x < 0.4 ? 'left' : x > 0.6 ? 'right' : ''
  const row = y < 0.36 ? 'top' : y > 0.66 ? 'bottom' : ''
  return [row, column].filter((word) => word !== '').join(' ') || 'center'
}

function thingsOf(
  thing: Thing,
  index: number,
  scene: Scene,
  boxes: Measured,
  { words, before, states, colors }: Named,
): readonly SummaryThing[] {
  const members = membersOf(thing)
  const shown = members.flatMap((member) => {
    const found = boxOf([thingLabel(index, member)], boxes)
    return found === null ? [] : [{ member, box: found.box }]
  })
  if (shown.length === 0) return []
  const earlier = before?.scene.things.find(({ id }) => id === thing.id)
  const told = before?.summary.things.find(({ id }) => id === elementId(thing, members[0]!))
  const said =
    states[thing.id] ??
    (earlier?.state === thing.state && earlier.mood === thing.mood ? told?.state : undefined)
  const kept = thing.color !== 'auto' && earlier?.color === thing.color && earlier.kind === thing.kind
  const hue = colors[thing.id] ?? (kept ? told?.color : undefined) ?? colorWord(thing)
  const about = {
    name: nameOf(thing, words),
    ...present('color', hue),
    ...present('state', stateWords(thing, said)),
    ...present('value', valueOf(thing, index, scene, words)),
  }
  if (members.length > MANY) {
    const box = boxOf(
      members.map((member) => thingLabel(index, member)),
      boxes,
    )!.box
    return [{ id: thing.group?.id ?? thing.id, ...about, count: shown.length, region: regionWord(box), box }]
  }
  return shown.flatMap(({ member, box }) => {
    const whole = { id: elementId(thing, member), ...about, region: regionWord(box), box }
    return [whole, ...piecesOf(thing, whole, words)]
  })
}

const present = <K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> =>
  value === null || value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, string>)

/** As the person called it, in the singular; the kind where they used no other word. */
export const nameOf = ({ word, kind }: Thing, words: Vocabulary): string =>
  word === undefined ? kind : lemmaOf(words, word, word)

function stateWords({ state, mood = 'none' }: Thing, said: string | undefined): string | null {
  const holds = [state, mood].filter((one) => one !== 'none')
  if (holds.length === 0) return null
  return [...holds.filter((one) => said?.includes(one) !== true), ...(said === undefined ? [] : [said])].join(
    ', ',
  )
}

/** Lettering, what it is made of, how it looks, what it wears and holds. */
function valueOf(
  { text, material, clothes, looks }: Thing,
  index: number,
  { things }: Scene,
  words: Vocabulary,
): string {
  const of = (support: Thing['support']): string =>
    things
      .filter((thing) => thing.parent === index && thing.support === support)
      .map((thing) => `${thing.color === 'auto' ? '' : `${thing.color} `}${nameOf(thing, words)}`)
      .join(' and ')
  const worn = [clothes ?? '', of('worn')].filter((part) => part !== '').join(' and ')
  const [wears, holds] = [worn, of('held')]
  return [text ?? '', madeOf(material, looks ?? ''), wears && `wearing ${wears}`, holds && `holding ${holds}`]
    .filter((part) => part !== '')
    .join(', ')
}

const madeOf = (material: Thing['material'], looks: string): string =>
  material === 'none' ? looks : looks === '' ? material : `${looks} (${material})`

function partOf(
  part: WorldPart,
  seen: Seen,
  boxes: Measured,
  { before, names }: Named,
): readonly SummaryThing[] {
  const { world } = seen.scene
  const name = part.name(world)
  if (name === null) return []
  const found = part.labels.length === 0 ? boxOf([LABEL.sky, LABEL.cloud], boxes) : boxOf(part.labels, boxes)
  if (found === null || (found.area < 0.0004 && part.labels.length > 0)) return []
  const kept =
    before !== null && part.name(before.scene.world) === name
      ? before.summary.things.find(({ id }) => id === part.id)?.name
      : undefined
  const color = COLORED.has(part.id) ? colorOf(part.labels, boxes) : null
  return [
    {
      id: part.id,
      name: names[part.id] ?? kept ?? name,
      ...present('color', color),
      region: regionWord(found.box),
      box: found.box,
    },
  ]
}

const COLORED = new Set(['sky', 'water', 'wall', 'cover', 'ground', 'trees', 'clouds'])

function colorOf(labels: readonly number[], { by }: Measured): Dye | null {
  // The sun and the moon are in the sky, and not its colour.
  const all = labels
    .filter((label) => label !== LABEL.sun && label !== LABEL.moon)
    .flatMap((label) => by.get(label) ?? [])
  const clear = labels.includes(LABEL.sky) ? [by.get(LABEL.sky)].filter((patch) => patch !== undefined) : []
  // Neither are clouds, unless they are all that is to be seen of it.
  const found =
    clear.reduce((sum, one) => sum + one.area, 0) > 0.1 * all.reduce((sum, one) => sum + one.area, 0)
      ? clear
      : all
  const area = found.reduce((sum, one) => sum + one.area, 0)
  if (area === 0) return null
  const mean = (channel: 'red' | 'green' | 'blue'): number =>
    found.reduce((sum, one) => sum + one[channel], 0) / area
  return seenColor(Math.round(mean('red')), Math.round(mean('green')), Math.round(mean('blue')))
}

/** The colour word for a surface as it is seen, pale or in shadow: by hue, where it has one. */
export function seenColor(red: number, green: number, blue: number): Dye {
  const lab = bytesToOklab(red, green, blue)
  const { hue, chroma } = hueAndChroma(lab)
  if (lab.lightness < 0.2 && chroma < 0.06) return 'black'
  if (chroma < 0.022) return lab.lightness > 0.86 ? 'white' : lab.lightness < 0.3 ? 'black' : 'gray'
  if (hue < 8 || hue >= 335) return 'pink'
  if (hue < 42) return lab.lightness > 0.72 ? 'pink' : lab.lightness < 0.45 && chroma < 0.1 ? 'brown' : 'red'
  if (hue < 78) return lab.lightness < 0.6 ? 'brown' : 'orange'
  if (hue < 112) return lab.lightness < 0.55 ? 'brown' : 'yellow'
  if (hue < 165) return 'green'
  if (hue < 205) return 'teal'
  if (hue < 285) return 'blue'
  return 'purple'
}

/** Water is what they are. */
const SEAS = new Set<string>(['sea', 'beach', 'island', 'underwater'])

/** The words that hold for a scene where the person used no others. */
function plainAspects({ world }: Scene): Readonly<Record<Aspect, string>> {
  const snowy =
    !isIndoors(world) && (world.season === 'winter' || world.cover === 'snow') && world.land !== 'snowfield'
  const wall = world.backdrop === 'auto' ? '' : `${world.backdrop} `
  return {
    weather: world.weather,
    season: world.season,
    time_of_day: world.time,
    background: isIndoors(world)
      ? `${wall}${world.land === 'studio' && wall !== '' ? 'backdrop' : world.land}`
      : `${snowy ? 'snowy ' : ''}${world.land}${world.water === 'none' || SEAS.has(world.land) ? '' : ` with ${world.water}`}`,
    style: world.style,
    light: world.light,
    viewpoint: world.viewpoint,
  }
}

function aspectsOf(scene: Scene, { before, said }: Named): Partial<Record<Aspect, string>> {
  const now = plainAspects(scene)
  const then = before === null ? null : plainAspects(before.scene)
  return Object.fromEntries(
    ASPECTS.map((aspect) => [
      aspect,
      said[aspect] ??
        (then !== null && then[aspect] === now[aspect] ? before!.summary[aspect] : undefined) ??
        now[aspect],
    ]),
  )
}

/** Ids of lettering that is laid over a picture: text1, text2 … */
export const LETTERING_ID: RegExp = /^text\d+$/

/** Lettering laid over a picture, as things that can be named: by its wording, with the box that it was given. */
export function letteringOf(operations: readonly Operation[]): readonly SummaryThing[] {
  return operations
    .filter(({ operator }) => operator === 'text')
    .map(({ params }, index) => {
      const share = (name: string): number => round(Number(params[name] ?? 0) / 100)
      const box: Box = [
        share('leftPercent'),
        share('topPercent'),
        share('widthPercent'),
        share('heightPercent'),
      ]
      const [, red, green, blue] = /^#(..)(..)(..)$/.exec(String(params['color'] ?? '')) ?? []
      const color =
        red === undefined ? null : nearestDye([parseInt(red, 16), parseInt(green!, 16), parseInt(blue!, 16)])
      return {
        id: `text${index + 1}`,
        name: 'text',
        value: String(params['value']),
        ...present('color', color),
        region: regionWord(box),
        box,
      }
    })
}

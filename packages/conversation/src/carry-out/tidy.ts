import { MAX_COUNT, type Scene, type Thing } from '@plantain/core'
import { groupPlaces, type Kind } from '@plantain/scene'
import type { Asked, AskedThing, Unit } from '@plantain/scene/words'
import { attributed } from './attributes.ts'
import { readyForText } from '../lettering.ts'
import type { Shown } from '../ops/op.ts'
import { asThing, FACE_RATIO } from '../scene-edit/orbs.ts'
import { part, withThing, withoutMembers, withoutThings } from '../scene-edit/things.ts'
import { isLiving, isWearable, roomForHat, wearSlot, worn } from '../scene-edit/wear.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { isIndoors } from '../world-parts.ts'

type Kinds = ReadonlyMap<string, Kind>

/**
 * A composed scene with what the words say outright: numbers as they were said, one moon in the sky and not two, the moon on the side that was
 * named, and signs that can be read.
 */
export function tidied(scene: Scene, asked: Asked, prompt: string, { kinds, text }: Vocabulary): Scene {
  const units = text.units(prompt)
  const counted = asked.things.reduce(withCount, scene)
  const coloured = inTurn(counted, asked, units)
  const dressedUp = hatted(
    still(clothed(dressed(framed(oneSky(coloured, asked, units, kinds), kinds), kinds), kinds), kinds),
  )
  return legible(attributed(dressedUp, asked, prompt, { kinds, text }))
}

/** "Three pots, red, blue and white": each of them has its colour. */
function inTurn(scene: Scene, { things }: Asked, units: readonly Unit[]): Scene {
  const colors = listedColors(units)
  if (colors.length < 2) return scene
  const asked = things.find(({ count, kinds }) => count === colors.length && kinds.length > 0)
  const index =
    asked === undefined
      ? -1
      : scene.things.findIndex(({ kind, count }) => asked.kinds.includes(kind) && count === colors.length)
  if (index < 0) return scene
  let now = scene
  const { id } = scene.things[index]!
  for (const [member, color] of colors.entries()) {
    const at = now.things.findIndex((thing) => thing.id === id)
    const one = part(now, at, [member])
    if ('refused' in one) return now
    now = withThing(one.scene, one.index, { color })
  }
  return now
}

/** Colours that stand in a list of their own, not before a noun. */
function listedColors(units: readonly Unit[]): readonly Thing['color'][] {
  let run: Thing['color'][] = []
  for (const { key, meanings } of units) {
    const color = meanings.find(({ field, way }) => field === 'color' && way === 'said')?.value
    if (color !== undefined) run.push(color as Thing['color'])
    else if (run.length > 0 && meanings.some(({ field }) => field === 'thing')) run = []
    else if (run.length > 1 && !LISTS.has(key)) break
    else if (!LISTS.has(key)) run = []
  }
  return run.length > 1 ? run : []
}
const LISTS = new Set([',', 'and', 'und', 'y', 'et', '、', '，', '和', 'one', 'a'])

/** A person's shirt is the colour of the figure, which has clothes of its own; an animal wears its coat as a thing. */
function clothed(scene: Scene, kinds: Kinds): Scene {
  const body = scene.things.flatMap(({ parent, support, kind }, index) => {
    const wearer = parent === null ? undefined : scene.things[parent]
    const person = wearer !== undefined && kinds.get(wearer.kind)?.category === 'person'
    return person && support === 'worn' && kinds.get(kind)?.category === 'clothing' && wearSlot(kind) === null
      ? [index]
      : []
  })
  const dyed = body.reduce((now, index) => {
    const { parent, color, kind, word } = scene.things[index]!
    const wearer = scene.things[parent!]!
    const called = `${color === 'auto' ? '' : `${color} `}${word ?? kind}`
    return withThing(now, parent!, {
      color: wearer.color === 'auto' ? color : wearer.color,
      clothes: wearer.clothes === undefined ? called : `${wearer.clothes} and ${called}`,
    })
  }, scene)
  return body.length === 0 ? scene : withoutThings(dyed, body)
}

const MOVING: readonly Thing['state'][] = ['sitting', 'running', 'jumping', 'dancing']

/** Windows do not sit. */
function still(scene: Scene, kinds: Kinds): Scene {
  const things = scene.things.map((thing): Thing => {
    const category = kinds.get(thing.kind)?.category ?? ''
    return MOVING.includes(thing.state) && LIFELESS.has(category) ? { ...thing, state: 'none' } : thing
  })
  return { ...scene, things }
}
const LIFELESS = new Set([
  'building',
  'furniture',
  'kitchen',
  'tool',
  'plant',
  'tree',
  'nature',
  'sign',
  'clothing',
  'electronics',
])

/** Groups in the air keep all their members in the frame. */
function framed(scene: Scene, kinds: Kinds): Scene {
  const things = scene.things.map((thing) => {
    const kind = kinds.get(thing.kind)
    if (kind === undefined || thing.count === 1 || thing.support !== 'air') return thing
    const places = groupPlaces(thing, kind, kind.aspect)
    const above = Math.max(...places.map(({ y, scale }) => scale - y))
    const below = Math.max(...places.map(({ y }) => y))
    const height = Math.min(thing.height, 0.9 / (above + below))
    return { ...thing, height, y: Math.min(0.97 - below * height, Math.max(0.03 + above * height, thing.y)) }
  })
  return { ...scene, things }
}

/** What is worn lies on nobody's floor, where there is someone to wear it. */
function dressed(scene: Scene, kinds: Kinds): Scene {
  const wearer = scene.things.findIndex(({ kind, parent }) => parent === null && isLiving(kinds.get(kind)))
  if (wearer < 0) return scene
  const things = scene.things.map((thing) =>
    thing.parent === null && thing.support !== 'wall' && isWearable(kinds.get(thing.kind))
      ? worn(scene, wearer, thing.kind, {
          ...thing,
          support: 'worn',
          parent: wearer,
          count: scene.things[wearer]!.count,
        })
      : thing,
  )
  return { ...scene, things }
}

function withCount(scene: Scene, { kinds, count, color }: AskedThing): Scene {
  if (count === null || kinds.length === 0) return scene
  const of = scene.things.flatMap((thing, index) =>
    kinds.includes(thing.kind) && (color === null || thing.color === color) ? [index] : [],
  )
  const now = of.reduce((sum, index) => sum + scene.things[index]!.count, 0)
  const [first] = of
  if (first === undefined || now === count || (count === 1 && of.length > 1)) return scene
  if (now < count)
    return withThing(scene, first, { count: Math.min(MAX_COUNT, scene.things[first]!.count + count - now) })
  // One thing of the right number is the whole of it; else the last ones leave.
  const right = of.find((index) => scene.things[index]!.count === count)
  if (right !== undefined)
    return withoutThings(
      scene,
      of.filter((index) => index !== right),
    )
  let [rest, left] = [scene, now - count]
  for (const index of [...of].reverse()) {
    const { count: own } = rest.things[index]!
    const gone = Math.min(own, left)
    if (gone === 0) break
    left -= gone
    rest = gone === own ? withoutThings(rest, [index]) : fewer(rest, index, own - gone)
  }
  return rest
}

/** A group that was never shown needs no gaps. */
function fewer(scene: Scene, index: number, count: number): Scene {
  return scene.things[index]!.group === undefined
    ? withThing(scene, index, { count })
    : withoutMembers(scene, index, [])
}

/** The expression of a sun or a moon that has a face: "a smiling sun", "a moon with a sleepy face"; null for one without. */
function faceOf(kind: 'sun' | 'moon', { state }: AskedThing, units: readonly Unit[]): Thing['state'] | null {
  const moods: readonly Thing['state'][] = ['happy', 'sad', 'angry', 'surprised', 'sleeping']
  const said = moods.find((mood) => mood === state)
  if (said !== undefined) return said
  const text = units
    .map(({ word }) => word)
    .join(' ')
    .toLowerCase()
  if (new RegExp(`\\b(?:smiling|smiley|laughing|grinning|happy|cheerful)[ -]${kind}\\b`).test(text))
    return 'happy'
  return new RegExp(`\\b${kind}\\b.{0,12}\\bface\\b`).test(text) ? 'happy' : null
}

/** The sun or the moon as a thing with a face, as large as a picture's subject where it is the only one. */
function smiling(scene: Scene, kind: 'sun' | 'moon', state: Thing['state']): Scene {
  const drawn = scene.things.findIndex((thing) => thing.kind === kind && thing.parent === null)
  const alone = scene.things.every(({ kind: other }) => other === kind)
  const world = { ...scene.world, ...(kind === 'moon' ? { moon: 'none' as const } : { sun: false }) }
  if (drawn >= 0) return withThing({ ...scene, world }, drawn, { state })
  const change = alone ? { state, x: 0.5, y: 0.55, height: 0.42 } : { state }
  return asThing(scene, kind, FACE_RATIO[kind], change) ?? scene
}

const SIDES = { left: 0.22, right: 0.78, center: 0.5 } as const

/** The world's own sun and moon do for what is asked for plainly; a smiling or a purple one is a thing. */
function oneSky(scene: Scene, { things, world: told }: Asked, units: readonly Unit[], kinds: Kinds): Scene {
  if (isIndoors(scene.world)) return scene
  let now = scene
  for (const kind of ['moon', 'sun'] as const) {
    const wish = things.find(({ kinds }) => kinds[0] === kind)
    const mood = wish === undefined || !kinds.has(kind) ? null : faceOf(kind, wish, units)
    if (mood !== null) {
      now = smiling(now, kind, mood)
      continue
    }
    const region = things.find((one) => one.kinds[0] === kind && one.region !== null)?.region ?? null
    const drawn = now.things.findIndex((thing) => thing.kind === kind && thing.parent === null)
    const shown = kind === 'moon' ? now.world.moon !== 'none' : now.world.sun
    const plain =
      wish === undefined ||
      (wish.color === null && wish.state === null && wish.material === null && wish.size === null)
    if (drawn >= 0 && plain && (wish?.count ?? 1) === 1) {
      now = withoutThings(now, [drawn])
      now = {
        ...now,
        world:
          kind === 'moon'
            ? { ...now.world, moon: shown ? now.world.moon : 'full', sun: false }
            : { ...now.world, sun: now.world.time !== 'night' },
      }
    } else if (drawn >= 0 && shown)
      now = { ...now, world: kind === 'moon' ? { ...now.world, moon: 'none' } : { ...now.world, sun: false } }
    // Asked for plainly and left out by the composer: the sky has it all the same.
    if (wish !== undefined && plain && drawn < 0 && !shown && kind === 'moon')
      now = { ...now, world: { ...now.world, moon: 'full', sun: false } }
    const side = region === null ? pushedSide(units) : SIDES[region.split(' ').at(-1) as keyof typeof SIDES]
    if (side !== undefined && (kind === 'moon' ? now.world.moon !== 'none' : now.world.sun))
      now = { ...now, world: { ...now.world, sunX: side } }
    if (
      plain &&
      wish !== undefined &&
      now.world.clouds > 0.5 &&
      !told.some(({ meanings }) => meanings.some(({ field }) => field === 'weather'))
    )
      now = { ...now, world: { ...now.world, clouds: 0.35 } }
  }
  return now
}

/** Height of a bust whose hair is in the frame. */
const HEAD_AND_ALL = 1

/** A portrait shows all of the head, and leaves room for a hat. */
function hatted(scene: Scene): Scene {
  if (scene.world.viewpoint !== 'portrait') return scene
  const whole: Scene = {
    ...scene,
    things: scene.things.map((thing) =>
      thing.parent === null ? { ...thing, height: Math.min(thing.height, HEAD_AND_ALL) } : thing,
    ),
  }
  return whole.things.reduce(
    (now, { parent, support, kind }) =>
      parent !== null && support === 'worn' && wearSlot(kind) === 'head' ? roomForHat(now, parent) : now,
    whole,
  )
}

/** A sign that is lower than this cannot be read. */
const LEGIBLE = 0.14

/** "Moon on the left" is one phrase of the lexicon, which pushes the place of sun and moon. */
function pushedSide(units: readonly Unit[]): number | undefined {
  const pushes = (value: string): boolean =>
    units.some(({ meanings }) =>
      meanings.some((one) => one.field === 'push' && one.value === value && one.way === 'said'),
    )
  return pushes('sunX low') ? SIDES.left : pushes('sunX high') ? SIDES.right : undefined
}

function legible(scene: Scene): Scene {
  return {
    ...scene,
    things: scene.things.map((thing): Thing =>
      thing.text === undefined
        ? thing
        : { ...thing, ...readyForText(thing), height: Math.max(thing.height, LEGIBLE) },
    ),
  }
}

/** The sun, the moon or the rainbow that was asked for and that the world has: it must be seen. */
export function orbIn(
  { things, world: told }: Asked,
  { world }: Scene,
  units: readonly Unit[],
): Shown | null {
  if (isIndoors(world)) return null
  const shown = { moon: world.moon !== 'none', sun: world.sun, rainbow: world.rainbow } as const
  for (const part of ['moon', 'rainbow', 'sun'] as const) {
    const wish = things.find(({ kinds }) => kinds[0] === part)
    const said = told.some(({ meanings }) =>
      meanings.some(
        ({ field, value, way }) => way === 'said' && (field === part || (field === 'flag' && value === part)),
      ),
    )
    if (shown[part] && (wish !== undefined || said))
      return {
        part,
        fixed:
          pushedSide(units) !== undefined ||
          things.some(({ kinds, region }) => kinds[0] === part && region !== null),
      }
  }
  return null
}

import { COLORS, PARTS, type ColorName, type Part, type Scene, type State, type Thing } from '@plantain/core'
import type { Drawing } from '../vector/index.ts'
import type { Art } from './art.ts'
import type { Kind } from './catalog.ts'
import { express, hasFace, faceOf } from './express.ts'
import { letter } from './lettering.ts'
import { hasTone, madeOf } from './material.ts'
import { dyePart } from './part.ts'
import { recolor } from './recolor.ts'

/** Which drawing shows a thing: its variant, its state where there is art for it, its colour. */
export interface Look {
  readonly drawing: Drawing
  /** Name of the drawing, without its colour. */
  readonly name: string
  /** True where the art itself shows the state, so that nothing has to be added for it. */
  readonly showsState: boolean
  /** It faces right as it is drawn. */
  readonly right: boolean
  /** Head and shoulders. */
  readonly portrait: boolean
}

/** Portraits show people and animals from the shoulders up, when they are the picture's subject. */
const isPortrait = (scene: Scene, thing: Thing, kind: Kind): boolean =>
  scene.world.viewpoint === 'portrait' &&
  kind.art.portrait !== undefined &&
  thing.height >= 0.4 &&
  thing.parent === null

/** Null where the kind is drawn by other means than a drawing (trees that grow). */
export function lookOf(art: Art, scene: Scene, thing: Thing, kind: Kind): Look | null {
  const portrait = isPortrait(scene, thing, kind)
  // What flies shows its wings, asked for or not.
  const aloft =
    thing.state === 'none' && thing.support === 'air' && thing.parent === null ? 'flying' : thing.state
  const upright = aloft === 'none' || (faceOf(aloft) !== null && aloft !== 'sleeping')
  const posed = upright && sits(art, scene, thing) ? 'sitting' : aloft
  const state = posed === 'none' ? undefined : ownArt(kind, posed)
  const list = written(thing, kind, portrait ? kind.art.portrait! : (state ?? kind.art.default))
  const reference = list[thing.variant % list.length]
  if (reference === undefined || reference.startsWith('tree:')) return null
  const [name, tint] = reference.split('~') as [string, string | undefined]
  // A look that is a colour of its own (a grey cat) gives way to the colour that is asked for; a stuff with a colour of its own takes either.
  const color: ColorName = hasTone(thing.material)
    ? 'auto'
    : thing.color !== 'auto'
      ? thing.color
      : tintOf(tint)
  // Art for a mood may be one face for all of them (the sun's), which is then given the expression.
  const drawnSo = state !== undefined && !portrait && posed === thing.state
  const own = !drawnSo || thing.state !== 'sleeping' ? faceOf(thing.state) : null
  const mood = thing.mood === undefined || thing.mood === 'none' ? own : thing.mood
  const place = kind.lettering?.[name]
  // What is drawn with words on it stands as it is drawn, or they could not be read.
  const right = place?.clear === true ? thing.right : !kind.leftward.includes(name)
  const words = place === undefined ? '' : settable(art, thing.text ?? '')
  const parts = grayed(thing, kind, state !== undefined && !portrait)
  // Only the living turn round within a group, and they are not lettered.
  const mirrored = words !== '' && thing.right !== right
  const key = `${name}|${color}|${mood}|${thing.material}|${thing.material === 'none' ? '' : thing.color}|${mirrored}|${words}|${JSON.stringify(parts ?? null)}`
  const made = changed(art.drawing(name), key, (drawing) => {
    const dyed = color === 'auto' ? drawing : recolor(drawing, color)
    const felt = mood !== null && hasFace(dyed) ? express(dyed, mood) : dyed
    const whole = madeOf(felt, thing)
    const made = PARTS.reduce((now, part) => {
      const own = parts?.[part]
      return own === undefined || own === 'auto' ? now : dyePart(now, part, own)
    }, whole)
    return words === '' ? made : letter(made, words, place!, art.typesetter!, mirrored)
  })
  const showsState =
    (state !== undefined && !portrait) || (own !== null && own !== 'sleeping' && hasFace(art.drawing(name)))
  return { drawing: made, name, showsState, right, portrait }
}

/** Parts of a thing that can have a colour of their own, as it is drawn in this scene. */
export function partsOf(scene: Scene, thing: Thing, kind: Kind): readonly Part[] {
  if (kind.parts === undefined) return []
  const own = thing.state === 'none' ? undefined : ownArt(kind, thing.state)
  const list = isPortrait(scene, thing, kind) ? kind.art.portrait! : (own ?? kind.art.default)
  const look = list[thing.variant % list.length]?.split('~')[0]
  return (look === undefined ? undefined : kind.parts[look]) ?? []
}

/** Age shows in people's hair, where no drawing of an old one is there and no colour of it was asked for. */
const grayed = ({ parts, state }: Thing, { category }: Kind, drawn: boolean): Thing['parts'] =>
  state === 'old' && category === 'person' && !drawn ? { hair: 'gray', ...parts } : parts

/** What can be written of a wording: all of it, or nothing where a font lacks a character of it. */
const settable = ({ typesetter }: Art, text: string): string =>
  typesetter === undefined || typesetter.missing(text).length > 0 ? '' : text.trim()

/** The looks that can be lettered, where something is to be written on the thing and there are any. */
function written(thing: Thing, { lettering }: Kind, looks: readonly string[]): readonly string[] {
  if (thing.text === undefined || lettering === undefined) return looks
  const fit = looks.filter((look) => lettering[look.split('~')[0]!] !== undefined)
  return fit.length > 0 ? fit : looks
}

/** Art for a state. A look of the kind itself is none: a happy cat stays the cat it is. */
function ownArt(kind: Kind, state: State): readonly string[] | undefined {
  const list = kind.art.states[state]
  return list?.every((look) => kind.art.default.includes(look)) === true ? undefined : list
}

/** What is put on a seat or on an animal's back sits there, where it can. */
function sits(art: Art, scene: Scene, thing: Thing): boolean {
  const parent = thing.parent === null || thing.support !== 'on' ? undefined : scene.things[thing.parent]
  return parent !== undefined && art.kinds.get(parent.kind)?.anchors['seat'] !== undefined
}

const tintOf = (tint: string | undefined): ColorName => COLORS.find((color) => color === tint) ?? 'auto'

const MOST = 24
const changes = new WeakMap<Drawing, Map<string, Drawing>>()

/** A changed drawing, kept for the next copy or the next picture. */
function changed(drawing: Drawing, key: string, change: (drawing: Drawing) => Drawing): Drawing {
  const known = changes.get(drawing) ?? new Map<string, Drawing>()
  changes.set(drawing, known)
  const found = known.get(key) ?? change(drawing)
  if (known.size >= MOST) known.clear()
  known.set(key, found)
  return found
}

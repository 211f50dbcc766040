import { COLORS, type ColorName, type Scene, type Thing } from '@plantain/core'
import type { Drawing } from '../vector/index.ts'
import type { Art } from './art.ts'
import type { Kind } from './catalog.ts'
import { recolor } from './recolor.ts'

/** Which drawing shows a thing: its variant, its state where there is art for it, its colour. */
export interface Look {
  readonly drawing: Drawing
  /** Name of the drawing, without its colour. */
  readonly name: string
  /** True where the art itself shows the state, so that nothing has to be added for it. */
  readonly showsState: boolean
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
  const state = thing.state === 'none' ? undefined : kind.art.states[thing.state]
  const list = portrait ? kind.art.portrait! : (state ?? kind.art.default)
  const reference = list[thing.variant % list.length]
  if (reference === undefined || reference.startsWith('tree:')) return null
  const [name, tint] = reference.split('~') as [string, string | undefined]
  const color: ColorName = thing.color !== 'auto' ? thing.color : tintOf(tint)
  const drawing = art.drawing(name)
  return {
    drawing: color === 'auto' ? drawing : recolored(drawing, color),
    name,
    showsState: state !== undefined && !portrait,
    portrait,
  }
}

const tintOf = (tint: string | undefined): ColorName => COLORS.find((color) => color === tint) ?? 'auto'

const dyed = new WeakMap<Drawing, Map<string, Drawing>>()
function recolored(drawing: Drawing, color: Exclude<ColorName, 'auto'>): Drawing {
  const known = dyed.get(drawing) ?? new Map<string, Drawing>()
  dyed.set(drawing, known)
  const found = known.get(color) ?? recolor(drawing, color)
  known.set(color, found)
  return found
}

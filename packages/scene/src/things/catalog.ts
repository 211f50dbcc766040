import { PlantainError, SUPPORTS, type Part, type State, type Support } from '@plantain/core'
import type { Family } from '@plantain/imaging'

/** A place in the box of a thing that looks to the right, as shares of its width and height from its top left. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

/** Where a drawing can be lettered. */
export interface Lettering {
  /** Shares of the drawing's box, x and y by turns, as it is drawn: top left, top right, bottom right, bottom left. */
  readonly corners: readonly number[]
  /** What the drawing has there (lines, a picture, other letters) gives way. */
  readonly clear?: boolean
  /** Colour of a plate that is laid first, #rrggbb. */
  readonly fill?: string
  /** #rrggbb; dark or light without it, whichever is read better. */
  readonly ink?: string
  /** The letters shine at night. */
  readonly light?: boolean
  readonly family?: Family
}

/** One kind of thing: an entry of models/plantain-tiny/renderer/catalog.json. */
export interface Kind {
  /** Plain singular English, the `kind` of a Thing. */
  readonly id: string
  /** What people call it, the id first. */
  readonly names: readonly string[]
  readonly category: string
  /** Natural height in metres. */
  readonly height: number
  /** Width over height of its first look. */
  readonly aspect: number
  /** What usually holds it. */
  readonly support: Support
  /** A small thing that goes on a table. */
  readonly indoor: boolean
  /** True when its first look faces right. */
  readonly right: boolean
  /** Names of its drawings that face left. */
  readonly leftward: readonly string[]
  /** How well it takes a colour, 0 to 1. */
  readonly recolor: number
  /** Names of drawings: one a variant, of states, and of the head and shoulders for portraits. `~gray` after a name recolours it. */
  readonly art: {
    readonly default: readonly string[]
    readonly states: Readonly<Partial<Record<State | 'closed', readonly string[]>>>
    readonly portrait?: readonly string[]
  }
  /** Where others attach: top, seat, inside, head, hand, waterline. */
  readonly anchors: Readonly<Partial<Record<string, Anchor>>>
  /** Where its looks can be lettered, by the names of their drawings; absent where none can. */
  readonly lettering?: Readonly<Record<string, Lettering>>
  /** Parts that its looks tell from the rest, by the names of their drawings; absent where there are none. */
  readonly parts?: Readonly<Record<string, readonly Part[]>>
}

/** Checks what the renderer relies on; throws DATA_LOSS for a file that is no catalogue. */
export function parseCatalog(json: unknown): ReadonlyMap<string, Kind> {
  const broken = (what: string): PlantainError =>
    new PlantainError('DATA_LOSS', `the catalogue of things is damaged (${what}); install the model again`)
  if (!Array.isArray(json)) throw broken('it is no list')
  const kinds = new Map<string, Kind>()
  for (const entry of json as readonly Partial<Kind>[]) {
    const { id, names, art, height, support } = entry
    if (
      typeof id !== 'string' ||
      !Array.isArray(names) ||
      !Array.isArray(art?.default) ||
      typeof height !== 'number'
    )
      throw broken(`an entry lacks id, names, art or height: ${JSON.stringify(entry).slice(0, 80)}`)
    if (!SUPPORTS.includes(support!)) throw broken(`"${id}" has the support "${support}"`)
    kinds.set(id, entry as Kind)
  }
  return kinds
}

import type { Meaning } from './lexicon.ts'
import type { Unit } from './features.ts'

/** A thing that a prompt names, with what is said of it. */
export interface AskedThing {
  /** As the person said it. */
  readonly word: string
  /** Kinds of the catalogue that it may be; empty for what the catalogue lacks. */
  readonly kinds: readonly string[]
  /** Only roughly that kind: a yak, drawn as a bison. */
  readonly roughly: boolean
  /** Categories of what has no kind ("people", "stethoscope": object). */
  readonly categories: readonly string[]
  /** The same word as a part of the world: "moon", "mountains". */
  readonly world: readonly Meaning[]
  readonly count: number | null
  readonly plural: boolean
  readonly color: string | null
  readonly material: string | null
  readonly state: string | null
  readonly size: string | null
  readonly region: string | null
  readonly lettering: string | null
}

/** What a prompt asks for, read off its units in order. */
export interface Asked {
  readonly things: readonly AskedThing[]
  /** What is said of the world, each word with its readings: place, hour, weather, style ... */
  readonly world: readonly { readonly word: string; readonly meanings: readonly Meaning[] }[]
  readonly lettering: readonly string[]
  readonly avoid: readonly AskedThing[]
}

const WORLD = [
  'land',
  'water',
  'cover',
  'season',
  'time',
  'weather',
  'moon',
  'style',
  'viewpoint',
  'light',
  'grade',
  'backdrop',
  'flag',
  'mood',
  'use',
]
const ATTRIBUTES = ['count', 'color', 'material', 'state', 'size', 'region'] as const
// Parts of things and of pictures: naming one asks for no thing of its own.
const NO_THINGS = ['body', 'surface', 'light', 'text', 'cloud']
const BREAKS = new Set([',', '.', ';', ':', '!', '?', '(', ')', '，', '。', '、', '；'])

type Attribute = (typeof ATTRIBUTES)[number]
type Draft = { -readonly [K in keyof AskedThing]: AskedThing[K] }
type Pending = Partial<Record<Attribute, string>>

export function readAsked(units: readonly Unit[]): Asked {
  const things: Draft[] = []
  const avoid: Draft[] = []
  const world: { word: string; meanings: readonly Meaning[] }[] = []
  const lettering: string[] = []
  let pending: Pending = {}
  let negated = false
  let last: Draft | null = null
  const settle = (): void => {
    // "a house, red": what no thing follows is said of the thing before.
    if (last) for (const field of ATTRIBUTES) attach(last, field, pending[field])
    pending = {}
  }
  units.forEach((unit, at) => {
    if (unit.lettering !== null) {
      lettering.push(unit.lettering)
      if (last) last.lettering ??= unit.lettering
      return
    }
    if (BREAKS.has(unit.key)) {
      settle()
      negated = false
      last = unit.key === ',' || unit.key === '、' || unit.key === '，' ? last : null
      return
    }
    const said = unit.meanings.filter(({ way }) => way !== 'likely')
    if (said.some(({ field }) => field === 'negation')) negated = true
    const kinds = valuesOf(said, 'thing')
    const parts = said.filter(({ field }) => WORLD.includes(field))
    const categories = valuesOf(said, 'category').filter((category) => !NO_THINGS.includes(category))
    const attributes = ATTRIBUTES.flatMap((field) =>
      valuesOf(said, field)
        .slice(0, 1)
        .map((value) => [field, value] as const),
    )
    const qualifies = attributes.length > 0 && startsThing(units[at + 1])
    if ((kinds.length > 0 || categories.length > 0) && !qualifies) {
      const thing = draft(unit, kinds, categories, parts)
      for (const field of ATTRIBUTES) attach(thing, field, pending[field])
      pending = {}
      ;(negated ? avoid : things).push(thing)
      last = negated ? last : thing
      return
    }
    if (negated && parts.length > 0) {
      avoid.push(draft(unit, [], [], parts))
      return
    }
    if (parts.length > 0 && !qualifies) world.push({ word: unit.word, meanings: parts })
    for (const [field, value] of attributes) pending[field] ??= value
    // "sleeping on" says how the thing before is, and parts it from the one after.
    if (said.some(({ field }) => field === 'relation')) settle()
  })
  settle()
  return { things, world, lettering, avoid }
}

/** "orange" before "cat" is a colour, "orange" before "," a fruit. */
function startsThing(next: Unit | undefined): boolean {
  return next !== undefined && next.meanings.some(({ field, way }) => field === 'thing' && way !== 'likely')
}

function valuesOf(meanings: readonly Meaning[], field: string): string[] {
  return meanings.filter((meaning) => meaning.field === field).map(({ value }) => value)
}

function draft(unit: Unit, kinds: string[], categories: string[], world: readonly Meaning[]): Draft {
  const first = unit.meanings.find(({ field }) => field === 'thing')
  return {
    word: unit.word,
    kinds,
    roughly: first?.way === 'roughly',
    categories,
    world,
    count: null,
    plural: unit.meanings.some(({ field, value }) => field === 'plural' && value === 'plural'),
    color: null,
    material: null,
    state: null,
    size: null,
    region: null,
    lettering: null,
  }
}

function attach(thing: Draft, field: Attribute, value: string | undefined): void {
  if (value === undefined) return
  if (field === 'count') thing.count ??= Number(value)
  else thing[field] ??= value
}

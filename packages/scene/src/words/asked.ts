import type { Unit } from './features.ts'
import { type Meaning, surfaceOf } from './lexicon.ts'
import { type AskedRelation, type Mark, readRelations } from './relations.ts'

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
  readonly relations: readonly AskedRelation[]
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
const COMMAS = new Set([',', '、', '，', '(', ')'])
const ANDS = new Set(['and', '&', '+', 'und', 'y', 'e', 'et', '和', '与', '跟', 'と', 'और'])
const DEFINITE = new Set([
  'the',
  'this',
  'that',
  'these',
  'those',
  'its',
  'his',
  'her',
  'their',
  'every',
  'each',
  'der',
  'die',
  'das',
  'den',
  'dem',
  'el',
  'los',
  'las',
  'le',
  'les',
])
const POSSESSIVE = new Set(['its', 'his', 'her', 'their', 'my'])
const DETERMINERS = new Set([
  ...DEFINITE,
  ...POSSESSIVE,
  'a',
  'an',
  'some',
  'another',
  'ein',
  'eine',
  'einen',
  'einem',
  'einer',
  'un',
  'una',
  'unos',
  'unas',
  'la',
  'une',
  'des',
  'du',
  'l',
])
const PRONOUNS = new Set(['it', 'them', 'him', 'her', 'itself', 'themselves'])
/** People who were named before, if any were. */
const SUBJECTS = new Set(['he', 'she', 'they', 'who'])
/** After these a number is no number of things: "six years old", "3 o'clock". */
const MEASURES = new Set([
  'year',
  'years',
  'o',
  'am',
  'pm',
  'story',
  'storey',
  'feet',
  'foot',
  'meter',
  'meters',
  'metre',
  'metres',
  'days',
  'hours',
  'minutes',
  '%',
  'd',
  'k',
])
/** "cat shaped cookie", "leopard print": the thing before only tells how the one after looks. */
const LOOKS = new Set([
  'shaped',
  'print',
  'printed',
  'patterned',
  'themed',
  'flavoured',
  'flavored',
  'scented',
])

/** Parts of what was named before, where "with" joins them to it. */
const PIECES = new Set([
  'roof',
  'roofs',
  'chimney',
  'chimneys',
  'door',
  'doors',
  'front door',
  'handle',
  'handles',
  'sail',
  'sails',
])
const isWith = (marks: readonly Mark[]): boolean => {
  const relation = marks.findLast((mark) => mark.is === 'relation' || mark.is === 'break')
  return relation?.is === 'relation' && relation.value === 'with'
}

/** "A bowl of apples": what holds something, and how. */
const HOLDERS: Readonly<Record<string, 'in' | 'on'>> = {
  bowl: 'in',
  basket: 'in',
  vase: 'in',
  jar: 'in',
  bucket: 'in',
  pot: 'in',
  nest: 'in',
  crate: 'in',
  barrel: 'in',
  wheelbarrow: 'in',
  'cardboard box': 'in',
  'shopping bag': 'in',
  plate: 'on',
}

/** Said of what holds something, whatever it is: the lexicon knows them as "in". */
const FULL = new Set(['full of', 'filled with'])

type Attribute = (typeof ATTRIBUTES)[number]
type Draft = { -readonly [K in keyof AskedThing]: AskedThing[K] }
type Pending = Partial<Record<Attribute, string>>

const WORDINGS = new Set(
  'text words wording lettering title headline heading caption slogan subtitle'.split(' '),
)

/** 'Balloons, text "MIA"': wording of the picture, and of no thing in it. */
const ofWhole = (before: Unit | undefined, second: Unit | undefined): boolean =>
  before !== undefined && WORDINGS.has(before.key) && second !== undefined && COMMAS.has(second.key)

/**
 * Reads things with what is said of them, the world, and what stands how to what.
 *
 * What is said of a thing stands before it ("a small red house"), or after it up to the next article, break or relation ("a house, red",
 * "a dog sleeping on", "una casa roja"). "The sofa" is the sofa that was named before. No guess is made of what a word leaves open.
 */
export function readAsked(units: readonly Unit[]): Asked {
  const things: Draft[] = []
  const avoid: Draft[] = []
  const world: { word: string; meanings: readonly Meaning[] }[] = []
  const lettering: string[] = []
  const marks: Mark[] = []
  const romance = units.some(({ key }) => /^(es|fr)\|/u.test(key))
  let pending: Pending = {}
  let negated = false
  let last: Draft | null = null
  let touching = false // nothing but words that may describe it stands between the last thing and here
  let likened = false // "shaped like a …"
  let madeOf = false
  const settle = (): void => {
    // "a house, red": what no thing follows is said of the thing before.
    if (last) for (const field of ATTRIBUTES) attach(last, field, pending[field])
    pending = {}
  }
  units.forEach((unit, at) => {
    const [before, next] = [units[at - 1], units[at + 1]]
    if (unit.lettering !== null) {
      lettering.push(unit.lettering)
      if (last && !ofWhole(before, units[at - 2])) last.lettering ??= unit.lettering
      return
    }
    const word = surfaceOf(unit.key)
    if (BREAKS.has(word)) {
      settle()
      negated = false
      likened = false
      madeOf = false
      touching = false
      last = COMMAS.has(word) ? last : null
      marks.push({ is: 'break', comma: COMMAS.has(word) })
      return
    }
    if (ANDS.has(word)) {
      if (touching) settle()
      touching = false
      marks.push({ is: 'and' })
      return
    }
    const said = unit.meanings.filter(({ way }) => way !== 'likely')
    if ((PRONOUNS.has(word) && !startsPhrase(next)) || (SUBJECTS.has(word) && things.length > 0)) {
      marks.push({ is: 'pronoun' })
      return
    }
    if (DETERMINERS.has(word)) {
      if (touching) settle()
      touching = false
      if (said.length === 0) return
    }
    if (said.some(({ field }) => field === 'negation')) negated = true
    if (word === 'like' && before !== undefined && /^(shaped|shape|looks?|looking)$/u.test(before.key))
      likened = true
    if (word === 'of' && before?.key === 'shape') likened = true
    const holds = touching && (word === 'of' || FULL.has(word)) ? HOLDERS[last?.kinds[0] ?? ''] : undefined
    if (holds !== undefined && next !== undefined) {
      marks.push({ is: 'holds', value: holds })
      touching = false
      return
    }
    if (PIECES.has(word) && last !== null && !negated && isWith(marks)) {
      // "a house with a green roof": of the roof, which is no second house.
      pending = {}
      touching = false
      return
    }
    const kinds = valuesOf(said, 'thing')
    const parts = said.filter(({ field }) => WORLD.includes(field))
    const all = valuesOf(said, 'category')
    const categories = all.filter((category) => !NO_THINGS.includes(category))
    const attributes = ATTRIBUTES.flatMap((field) =>
      field === 'count' && MEASURES.has(next?.key ?? '')
        ? []
        : valuesOf(said, field)
            .slice(0, 1)
            .map((value) => [field, value] as const),
    )
    if (word === 'of' && before !== undefined && /^(made|built|carved|formed|composed)$/u.test(before.key))
      madeOf = true
    const material = attributes.find(([field]) => field === 'material')
    if (madeOf && last && material) {
      // "made of blue glass": of the thing before, and no glass beside it.
      attach(last, 'material', material[1])
      settle()
      madeOf = false
      return
    }
    const qualifies = attributes.length > 0 && startsThing(next)
    const place =
      kinds.length > 0 &&
      ((roughly(unit) && parts.some(({ field }) => field === 'land') && isIn(units, at)) ||
        // "a ball on grass": of the ground, and no tuft of it.
        (parts.some(({ field }) => field === 'cover') &&
          Object.keys(pending).length === 0 &&
          things.length > 0 &&
          isOn(before)))
    // "a house, pencil": a style by itself after a thing, and no pencil.
    const styled =
      things.length > 0 &&
      parts.some(({ field }) => field === 'style') &&
      isBreak(before) &&
      (next === undefined || isBreak(next))
    if ((kinds.length > 0 || categories.length > 0) && !qualifies && !place && !styled) {
      const modifies =
        kinds.length > 0 &&
        !plural(unit) &&
        ((LOOKS.has(next?.key ?? '') && units[at + 2]?.key !== 'like') ||
          (plain(unit) && next !== undefined && plain(next) && startsThing(next)))
      if (modifies) return
      if (likened) {
        likened = false
        pending = {}
        return
      }
      const known =
        negated || !refersBack(units, at)
          ? -1
          : things.findIndex((thing) => thing.kinds[0] !== undefined && thing.kinds[0] === kinds[0])
      const thing = known >= 0 ? things[known]! : draft(unit, kinds, categories, parts)
      for (const field of ATTRIBUTES) attach(thing, field, pending[field])
      pending = {}
      touching = true
      if (negated) avoid.push(thing)
      else {
        if (known < 0) things.push(thing)
        last = thing
        marks.push({ is: 'thing', index: known < 0 ? things.length - 1 : known })
      }
      return
    }
    if (negated && parts.length > 0) {
      avoid.push(draft(unit, [], [], parts))
      return
    }
    if (parts.length > 0 && !qualifies) {
      world.push({ word: unit.word, meanings: parts })
      marks.push({ is: 'place' })
      // "a green lake": its colour is of no thing.
      delete pending.color
      delete pending.size
    }
    const relation = word === 'crossing' ? 'on' : valuesOf(said, 'relation')[0]
    // "sleeping on" says how the thing before is, and parts it from the one after.
    if (relation !== undefined) {
      if (touching || last === null || attributes.length > 0)
        for (const [field, value] of attributes) pending[field] ??= value
      if (last !== null && (touching || attributes.length > 0)) settle()
      touching = false
      marks.push({
        is: 'relation',
        value: relation,
        toBefore: /(^| )(it|its|them)( |$)/u.test(word),
        passive: word.endsWith(' by'),
      })
      return
    }
    if (all.includes('body')) {
      // "green hair": of the hair, which is no thing of its own. "on his head": of him.
      pending = {}
      const ofOne =
        before !== undefined &&
        (POSSESSIVE.has(before.key) || before.meanings.some(({ field }) => field === 'relation'))
      marks.push({ is: ofOne ? 'pronoun' : 'place' })
      return
    }
    for (const [field, value] of attributes) pending[field] ??= value
    if (
      romance &&
      touching &&
      attributes.length > 0 &&
      attributes.every(([field]) => field !== 'count') &&
      !qualifies
    )
      settle()
  })
  settle()
  return { things, world, lettering, avoid, relations: readRelations(marks) }
}

/** "orange" before "cat" is a colour, "orange" before "," a fruit. */
function startsThing(next: Unit | undefined): boolean {
  return next !== undefined && next.meanings.some(({ field, way }) => field === 'thing' && way !== 'likely')
}

/** "her" before "red hat" is no person of the sentence. */
function startsPhrase(next: Unit | undefined): boolean {
  return (
    next !== undefined &&
    next.meanings.some(
      ({ field, way }) =>
        way !== 'likely' && ['thing', 'category', 'color', 'size', 'material'].includes(field),
    )
  )
}

function isBreak(unit: Unit | undefined): boolean {
  return unit !== undefined && BREAKS.has(surfaceOf(unit.key))
}

function roughly(unit: Unit): boolean {
  return unit.meanings.find(({ field }) => field === 'thing')?.way === 'roughly'
}

function plural({ meanings }: Unit): boolean {
  return meanings.some(({ field }) => field === 'plural')
}

/** An English word: only there does a thing before a thing describe it ("whale skeleton"). */
function plain({ key }: Unit): boolean {
  return /^[a-z][a-z '-]*$/u.test(key)
}

/** "in a museum": the place and not the building. */
function isIn(units: readonly Unit[], at: number): boolean {
  const [before, earlier] = [units[at - 1], units[at - 2]]
  const relation = (unit: Unit | undefined): boolean =>
    unit?.meanings.some(({ field, value }) => field === 'relation' && (value === 'in' || value === 'at')) ??
    false
  return relation(before) || (DETERMINERS.has(before?.key ?? '') && relation(earlier))
}

const isOn = (before: Unit | undefined): boolean =>
  before?.meanings.some(({ field, value }) => field === 'relation' && (value === 'on' || value === 'in')) ??
  false

/** Is the thing at this place one that was named before? By its article, with no colour or number of its own. */
function refersBack(units: readonly Unit[], at: number): boolean {
  return DEFINITE.has(surfaceOf(units[at - 1]?.key ?? ''))
}

function valuesOf(meanings: readonly Meaning[], field: string): string[] {
  return meanings.filter((meaning) => meaning.field === field).map(({ value }) => value)
}

const DRAWN_SINGLY: ReadonlySet<string> = new Set(
  'balloon lemon banana carrot onion egg coin mushroom tulip sunflower pyramid squid taco ticket bone olive'.split(
    ' ',
  ),
)

function draft(unit: Unit, kinds: string[], categories: string[], world: readonly Meaning[]): Draft {
  const first = unit.meanings.find(({ field }) => field === 'thing')
  return {
    ...bareThing(unit.word, kinds),
    roughly: first?.way === 'roughly',
    categories,
    world,
    plural:
      unit.meanings.some(({ field, value }) => field === 'plural' && value === 'plural') ||
      // The lexicon has these plurals for names of the kind, which is drawn as one.
      (DRAWN_SINGLY.has(kinds[0] ?? '') && unit.key === `${kinds[0]}s`),
  }
}

/** A thing of which nothing is said but what it is called. */
export const bareThing = (word: string, kinds: readonly string[]): AskedThing => ({
  word,
  kinds,
  roughly: false,
  categories: [],
  world: [],
  count: null,
  plural: false,
  color: null,
  material: null,
  state: null,
  size: null,
  region: null,
  lettering: null,
})

function attach(thing: Draft, field: Attribute, value: string | undefined): void {
  if (value === undefined) return
  if (field === 'count') thing.count ??= Number(value)
  else thing[field] ??= value
}

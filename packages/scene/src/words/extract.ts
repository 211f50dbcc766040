import { INDOOR_LANDS, type Scene, type Thing, type World } from '@plantain/core'
import type { TextFeatures, Unit } from './features.ts'
import type { Meaning } from './lexicon.ts'
import { readAsked, type Asked, type AskedThing } from './asked.ts'

/** What was understood of a prompt, for people to read and to correct. Names are those of the evaluation's vocabulary. */
export interface Understood {
  readonly subject: readonly UnderstoodThing[]
  readonly style?: string
  readonly mood?: string
  readonly composition?: string
  readonly lighting?: string
  readonly time_of_day?: string
  readonly weather?: string
  readonly season?: string
  readonly background?: string
  readonly palette?: readonly string[]
  readonly text?: readonly string[]
  readonly use?: string
  readonly avoid?: readonly string[]
}

export interface UnderstoodThing {
  readonly name: string
  /** Kind of the catalogue, where it is another word than the name. */
  readonly kind?: string
  readonly count?: number
  readonly color?: string
  readonly material?: string
  readonly state?: string
  readonly size?: string
  readonly region?: string
  readonly text?: string
}

export interface Told {
  readonly scene: Scene
  /** What was asked for and is not in the scene, in the person's words: "stethoscope", "red car", "3 cats (2 drawn)". */
  readonly notDrawn: readonly string[]
  /** What is drawn as something like it: "yak" as "bison". */
  readonly drawnAs: readonly { readonly word: string; readonly kind: string }[]
  readonly interpretation: Understood
}

/** Holds a scene against the prompt it was made for. */
export function tellScene(text: TextFeatures, prompt: string, scene: Scene): Told {
  const units = text.units(prompt)
  const asked = readAsked(units)
  return {
    scene,
    notDrawn: lacking(asked, units, scene, text),
    drawnAs: drawnAs(asked, scene),
    interpretation: understood(asked),
  }
}

/** What the units ask for and the scene lacks; see Told.notDrawn. */
export function notDrawn(text: TextFeatures, units: readonly Unit[], scene: Scene): string[] {
  return lacking(readAsked(units), units, scene, text)
}

const lacking = (asked: Asked, units: readonly Unit[], scene: Scene, text: TextFeatures): string[] => [
  ...missing(asked, scene, text),
  ...new Set(unknownIn(units, text)),
]

/**
 * Words of which nothing is known: neither meanings nor a vector, and no caption had them ("wombat", "asdf", names). Not of manners ("securely"), nor of
 * other languages, whose verbs are often unknown.
 */
function unknownIn(units: readonly Unit[], text: TextFeatures): readonly string[] {
  if (units.some(({ key }) => FOREIGN.test(key))) return []
  const { ids, values, width } = text.features(units)
  return units.flatMap(({ word, meanings, lettering }, at) => {
    if (lettering !== null || meanings.length > 0 || at >= ids.length || ids[at] !== 0n) return []
    if (!/^[a-z]{3,}$/.test(word) || /(?:ly|ing|ed)$/.test(word)) return []
    const said = values.subarray(at * width, (at + 1) * width).reduce((sum, x) => sum + Number(x !== 0), 0)
    return said > 1 ? [] : [word] // one flag: that there is a word
  })
}
/** An entry of the lexicon for another language, or a word that no English one is written as. */
const FOREIGN = /^[a-z]{2}\||[^\0-\x7f]/

// Fields on which a scene can be held to a word. Light, view and mood are matters of degree.
const CHECKED = ['land', 'water', 'cover', 'season', 'time', 'weather', 'moon', 'style', 'backdrop', 'flag']
/** Rooms that are painted with a window. */
export const WINDOWED_LANDS: readonly World['land'][] = ['living room', 'bedroom', 'kitchen', 'room']
// A world that shows a thing without holding it as one.
const SHOWN: Readonly<Record<string, (world: World) => boolean>> = {
  sun: (world) => world.sun,
  moon: (world) => world.moon !== 'none' || world.land === 'moon',
  star: (world) => world.time === 'night' || world.land === 'space',
  cloud: (world) => world.clouds > 0.15,
  rainbow: (world) => world.rainbow,
  'lightning bolt': (world) => world.lightning,
  tree: ({ land }) => ['forest', 'jungle', 'park', 'garden'].includes(land),
  'pine tree': ({ land }) => land === 'forest',
  'palm tree': ({ land }) => land === 'island' || land === 'jungle',
  flower: ({ cover, land }) => cover === 'flowers' || land === 'garden',
  'flower bed': ({ cover }) => cover === 'flowers',
  grass: ({ cover, land }) => cover === 'grass' || ['meadow', 'park', 'hills', 'garden'].includes(land),
  wheat: ({ cover }) => cover === 'crops',
  leaf: ({ cover }) => cover === 'leaves',
  rock: ({ cover, land }) => cover === 'rocks' || ['canyon', 'mountains'].includes(land),
  mountain: ({ land, relief }) => land === 'mountains' || relief > 0.5,
  volcano: ({ land }) => land === 'volcano',
  island: ({ land }) => land === 'island',
  wave: ({ water, land }) => water === 'sea' || land === 'sea',
  puddle: ({ water }) => water === 'pond',
  snowflake: ({ weather }) => weather === 'snow',
  coral: ({ land }) => land === 'underwater',
  house: ({ land }) => land === 'village',
  skyscraper: ({ land }) => land === 'city',
  table: ({ land }) => land === 'table',
  window: ({ land }) => WINDOWED_LANDS.includes(land),
  shelf: ({ land }) => land === 'library',
  books: ({ land }) => land === 'library',
  book: ({ land }) => land === 'library',
  curtain: ({ land }) => land === 'stage',
}
// "Birds in the sky" asks for no land of its own where a sky is to be seen.
const WITHOUT_SKY: readonly World['land'][] = [...INDOOR_LANDS, 'underwater', 'space']
// Words of the hours are loose: "evening" is well served by dusk.
const NEAR_TIMES: Readonly<Record<string, readonly string[]>> = {
  dawn: ['morning'],
  morning: ['dawn'],
  noon: ['morning', 'afternoon'],
  afternoon: ['noon', 'golden hour'],
  'golden hour': ['sunset', 'afternoon'],
  sunset: ['golden hour', 'dusk'],
  dusk: ['sunset', 'night'],
  night: ['dusk'],
}

function missing(asked: Asked, scene: Scene, text: TextFeatures): string[] {
  const lacking: string[] = []
  for (const thing of asked.things) {
    const drawn = drawnFor(thing, scene, text)
    if (!drawn.shown) lacking.push(thing.word)
    else lacking.push(...shortfall(thing, drawn.things))
  }
  const styled = asked.world.filter(({ meanings }) => meanings.some(({ field }) => field === 'style'))
  for (const { word, meanings } of asked.world) {
    // "A picture of a cat, cartoon style": the picture is no style of its own beside one that is said.
    if (styled.length > 1 && word.endsWith(' of')) continue
    const checked = meanings.filter(({ field }) => CHECKED.includes(field))
    if (checked.length > 0 && !checked.some((meaning) => holds(meaning, scene.world)))
      lacking.push(bare(word))
  }
  for (const thing of asked.avoid) {
    const { shown, things } = drawnFor(thing, scene, text)
    if (shown && (things.length > 0 || thing.world.length > 0)) lacking.push(`no ${thing.word}`)
  }
  const written = scene.things.flatMap((thing) => (thing.text === undefined ? [] : [thing.text]))
  for (const wording of asked.lettering) if (!written.includes(wording)) lacking.push(`"${wording}"`)
  return [...new Set(lacking)]
}

/** "under a full moon" asks for a full moon. */
function bare(word: string): string {
  return word.replace(/^(in|at|on|under|by|during|with|against|among) (the |an? )?(?=.)/u, '')
}

/** The things of the scene that the asked one may be, and whether it is to be seen, be it as a part of the world. */
function drawnFor(
  asked: AskedThing,
  { things, world }: Scene,
  text: TextFeatures,
): { shown: boolean; things: Thing[] } {
  const { categories } = asked
  const found = things.filter(
    ({ kind }) =>
      asked.kinds.includes(kind) ||
      text.lexicon
        .categories(kind)
        .some(({ value }) => categories.some((category) => within(value, category))),
  )
  const asWorld =
    asked.kinds.some((kind) => SHOWN[kind]?.(world) ?? false) ||
    asked.world.some((meaning) => holds(meaning, world))
  return { shown: found.length > 0 || asWorld, things: found }
}

/** A bird is an animal, a ship a vehicle. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  animal: ['bird', 'fish', 'insect'],
  plant: ['tree'],
  vehicle: ['watercraft', 'aircraft'],
  food: ['drink'],
}

function within(category: string, wide: string): boolean {
  return category === wide || (WIDER[wide]?.includes(category) ?? false)
}

function holds({ field, value }: Meaning, world: World): boolean {
  if (field === 'flag') return world[value as 'sun' | 'rainbow' | 'aurora' | 'lightning']
  if (field === 'time') return world.time === value || (NEAR_TIMES[value]?.includes(world.time) ?? false)
  if (field === 'water' && value === 'sea')
    return world.water === 'sea' || ['sea', 'beach', 'island'].includes(world.land)
  if (field === 'land' && value === 'sea')
    return world.water === 'sea' || ['sea', 'beach', 'island'].includes(world.land)
  if (field === 'land' && value === 'sky') return !WITHOUT_SKY.includes(world.land)
  if (field === 'cover' && value === 'snow')
    return world.cover === 'snow' || world.land === 'snowfield' || world.season === 'winter'
  const drawn: unknown = world[field as keyof World]
  return drawn === value
}

/** What is amiss with a thing that is drawn: its colour, its number. */
function shortfall({ word, color, count }: AskedThing, things: readonly Thing[]): string[] {
  if (things.length === 0) return []
  const lacking: string[] = []
  const coloured =
    color === null
      ? things
      : things.filter((thing) => thing.color === color || natural(thing).includes(color))
  if (coloured.length === 0) lacking.push(`${color} ${word}`)
  const number = (coloured.length > 0 ? coloured : things).reduce((sum, thing) => sum + thing.count, 0)
  // One is said of each of several ("a red ball, a blue ball"), so only more than one is a number.
  if (count !== null && count > 1 && number !== count) lacking.push(`${count} ${word} (${number} drawn)`)
  return lacking
}

// Colours that a thing has when it is left its own; of others nothing is known.
const NATURAL: Readonly<Record<string, readonly string[]>> = {
  banana: ['yellow'],
  lemon: ['yellow'],
  lime: ['green'],
  orange: ['orange'],
  carrot: ['orange'],
  pumpkin: ['orange'],
  'jack-o-lantern': ['orange'],
  tomato: ['red'],
  strawberry: ['red'],
  cherries: ['red'],
  apple: ['red'],
  'fire truck': ['red'],
  flamingo: ['pink'],
  pig: ['pink'],
  elephant: ['gray'],
  mouse: ['gray'],
  fox: ['orange'],
  bear: ['brown'],
  'polar bear': ['white'],
  swan: ['white'],
  sheep: ['white'],
  snowman: ['white'],
  frog: ['green'],
  crocodile: ['green'],
  cactus: ['green'],
  'pine tree': ['green'],
  tree: ['green'],
  sunflower: ['yellow'],
  duckling: ['yellow'],
  chick: ['yellow'],
  blackbird: ['black'],
  taxi: ['yellow'],
  crown: ['gold'],
  rose: ['red'],
}

/** Colours that a kind has when it is left its own; none where nothing is known. */
export const naturalColors = (kind: string): readonly string[] => NATURAL[kind] ?? []

function natural({ kind, color }: Thing): readonly string[] {
  return color === 'auto' ? naturalColors(kind) : []
}

function drawnAs(asked: Asked, { things }: Scene): { word: string; kind: string }[] {
  return asked.things.flatMap(({ word, kinds, roughly }) => {
    const kind = roughly ? kinds.find((name) => things.some((thing) => thing.kind === name)) : undefined
    return kind === undefined ? [] : [{ word, kind }]
  })
}

function understood(asked: Asked): Understood {
  const first = (field: string): string | undefined =>
    asked.world.flatMap(({ meanings }) => meanings.filter((meaning) => meaning.field === field))[0]?.value
  const places = asked.world.filter(({ meanings }) =>
    meanings.some(({ field }) => ['land', 'water', 'backdrop'].includes(field)),
  )
  return compact({
    subject: asked.things.map(tellThing),
    style: first('style'),
    mood: first('mood'),
    composition: first('viewpoint'),
    lighting: first('light'),
    time_of_day: first('time'),
    weather: first('weather'),
    season: first('season'),
    background: places.length > 0 ? places.map(({ word }) => bare(word)).join(', ') : undefined,
    palette: first('grade') === undefined ? undefined : [first('grade')!],
    text: asked.lettering.length > 0 ? asked.lettering : undefined,
    use: first('use'),
    avoid: asked.avoid.length > 0 ? asked.avoid.map(({ word }) => word) : undefined,
  })
}

function tellThing({
  word,
  kinds,
  count,
  color,
  material,
  state,
  size,
  region,
  lettering,
}: AskedThing): UnderstoodThing {
  const kind = kinds[0] === word ? undefined : kinds[0]
  const said = { name: word, kind, count, color, material, state, size, region, text: lettering }
  return compact(said)
}

type Compact<T> = {
  [K in keyof T as T[K] extends null | undefined ? never : K]: Exclude<T[K], null | undefined>
}

/** Without the fields that nothing was said for. */
function compact<T extends object, R>(fields: T): R & Partial<Compact<T>> {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(said) as R & Partial<Compact<T>>
}

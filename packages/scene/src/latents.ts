import {
  COLORS,
  COVERS,
  GRADES,
  LANDS,
  LIGHTS,
  MATERIALS,
  MAX_COUNT,
  MAX_THINGS,
  MOONS,
  SEASONS,
  STATES,
  STYLES,
  SUPPORTS,
  TIMES,
  VIEWPOINTS,
  WATERS,
  WEATHERS,
  type Scene,
  type Thing,
  type World,
} from '@plantain/core'
import { clamp, exp, log } from './math.ts'

/**
 * Scene and latents: the array of numbers that the composer denoises, [1 + MAX_THINGS, LATENT_WIDTH].
 *
 * Token 0 is the world, token 1 + i is thing i. Categories are one-hots (HOT for the value that holds), flags and presence are
 * +1 and -1, numbers are standardised by the training data's mean and spread, and what a thing is stands as its code.
 * The Python twin, from which training data come, is training/latents.py; `latents.test.ts` holds both together.
 */
export const HOT = 2
export const CODE_WIDTH = 32
export const LATENT_TOKENS: number = 1 + MAX_THINGS

const WORLD_FIELDS = {
  land: LANDS,
  water: WATERS,
  cover: COVERS,
  season: SEASONS,
  time: TIMES,
  weather: WEATHERS,
  moon: MOONS,
  style: STYLES,
  viewpoint: VIEWPOINTS,
  light: LIGHTS,
  grade: GRADES,
  backdrop: COLORS,
} as const
const WORLD_FLAGS = ['sun', 'rainbow', 'aurora', 'lightning'] as const
const WORLD_NUMBERS = [
  'horizon',
  'relief',
  'sunX',
  'sunY',
  'clouds',
  'haze',
  'drama',
  'shore',
  'intensity',
  'focus',
] as const
const numbersTo = (last: number, first = 0): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, n) => String(first + n))
const THING_FIELDS = {
  color: COLORS,
  material: MATERIALS,
  state: STATES,
  variant: numbersTo(3),
  count: numbersTo(MAX_COUNT, 1),
  support: SUPPORTS,
  parent: ['none', ...numbersTo(MAX_THINGS - 1)],
} as const
const THING_NUMBERS = ['x', 'y', 'height'] as const

/** First place and length of every field in its token. */
export type Layout = ReadonlyMap<string, { readonly start: number; readonly size: number }>

function layout(parts: readonly (readonly [string, number])[]): Layout {
  const places = new Map<string, { start: number; size: number }>()
  let start = 0
  for (const [name, size] of parts) {
    places.set(name, { start, size })
    start += size
  }
  return places
}
const sizes = (fields: Record<string, readonly string[]>): [string, number][] =>
  Object.entries(fields).map(([name, values]) => [name, values.length])
const ones = (names: readonly string[]): [string, number][] => names.map((name) => [name, 1])

export const WORLD_LAYOUT: Layout = layout([
  ...sizes(WORLD_FIELDS),
  ...ones(WORLD_FLAGS),
  ...ones(WORLD_NUMBERS),
])
export const THING_LAYOUT: Layout = layout([
  ['present', 1],
  ['code', CODE_WIDTH],
  ...sizes(THING_FIELDS),
  ['right', 1],
  ...ones(THING_NUMBERS),
])
const widthOf = (places: Layout): number =>
  Math.max(...[...places.values()].map(({ start, size }) => start + size))
export const LATENT_WIDTH: number = Math.max(widthOf(WORLD_LAYOUT), widthOf(THING_LAYOUT))

/** What a latent space of scenes needs besides this file; shipped with the model. */
export interface LatentSpace {
  /** [mean, standard deviation] of every number over the training data; of `height`, of its logarithm. */
  readonly statistics: Readonly<Record<string, readonly [number, number]>>
  /** Code of every catalogue kind, CODE_WIDTH numbers each. */
  readonly codes: ReadonlyMap<string, Float32Array>
}

/** Latents of a scene, row-major [LATENT_TOKENS, LATENT_WIDTH]. Throws RangeError for a kind without a code. */
export function encodeScene(scene: Scene, space: LatentSpace): Float32Array {
  return encodeSlots(scene.world, scene.things, space)
}

/** The same of things by slot, of which some may be empty; `parent` of a thing is a slot. */
export function encodeSlots(world: World, slots: readonly (Thing | null)[], space: LatentSpace): Float32Array {
  const latents = new Float32Array(LATENT_TOKENS * LATENT_WIDTH)
  for (const [field, values] of Object.entries(WORLD_FIELDS)) {
    const index = (values as readonly string[]).indexOf(world[field as keyof typeof WORLD_FIELDS])
    latents[WORLD_LAYOUT.get(field)!.start + index] = HOT
  }
  for (const flag of WORLD_FLAGS) latents[WORLD_LAYOUT.get(flag)!.start] = world[flag] ? 1 : -1
  for (const name of WORLD_NUMBERS)
    latents[WORLD_LAYOUT.get(name)!.start] = standard(name, world[name], space)
  for (let slot = 0; slot < MAX_THINGS; slot++) {
    const token = latents.subarray((1 + slot) * LATENT_WIDTH, (2 + slot) * LATENT_WIDTH)
    const thing = slots[slot] ?? null
    if (thing === null) token[THING_LAYOUT.get('present')!.start] = -1
    else writeThing(token, thing, space)
  }
  return latents
}

function writeThing(token: Float32Array, thing: Thing, space: LatentSpace): void {
  const code = space.codes.get(thing.kind)
  if (!code) throw new RangeError(`no code for the kind ${thing.kind}`)
  token[THING_LAYOUT.get('present')!.start] = 1
  token.set(code, THING_LAYOUT.get('code')!.start)
  for (const [field, values] of Object.entries(THING_FIELDS)) {
    const value = String(thing[field as keyof typeof THING_FIELDS] ?? 'none')
    token[THING_LAYOUT.get(field)!.start + (values as readonly string[]).indexOf(value)] = HOT
  }
  token[THING_LAYOUT.get('right')!.start] = thing.right ? 1 : -1
  for (const name of THING_NUMBERS) token[THING_LAYOUT.get(name)!.start] = standard(name, thing[name], space)
}

/**
 * The scene that latents describe: the nearest kind by code, the greatest of each one-hot, numbers clamped to their range.
 * `seed` becomes the seed of fine texture; things are named t1, t2 … by their slot.
 */
export function decodeScene(latents: Float32Array, space: LatentSpace, seed: number): Scene {
  const token = latents.subarray(0, LATENT_WIDTH)
  const world: Record<string, string | number | boolean> = {}
  for (const [field, values] of Object.entries(WORLD_FIELDS))
    world[field] = values[greatest(token, WORLD_LAYOUT, field)]!
  for (const flag of WORLD_FLAGS) world[flag] = token[WORLD_LAYOUT.get(flag)!.start]! > 0
  for (const name of WORLD_NUMBERS) world[name] = plain(name, token[WORLD_LAYOUT.get(name)!.start]!, space)
  const slots: number[] = []
  for (let slot = 0; slot < MAX_THINGS; slot++) {
    if (latents[(1 + slot) * LATENT_WIDTH + THING_LAYOUT.get('present')!.start]! > 0) slots.push(slot)
  }
  const things = slots.map((slot) =>
    readThing(latents.subarray((1 + slot) * LATENT_WIDTH), slot, slots, space),
  )
  return { seed, world: world as unknown as World, things: withoutCircles(things) }
}

function readThing(token: Float32Array, slot: number, slots: readonly number[], space: LatentSpace): Thing {
  const pick = <T extends string>(field: string, values: readonly T[]): T =>
    values[greatest(token, THING_LAYOUT, field)]!
  const parent = slots.indexOf(greatest(token, THING_LAYOUT, 'parent') - 1)
  const number = (name: (typeof THING_NUMBERS)[number]): number =>
    plain(name, token[THING_LAYOUT.get(name)!.start]!, space)
  return {
    id: `t${slot + 1}`,
    kind: nearestKind(token, space),
    color: pick('color', COLORS),
    material: pick('material', MATERIALS),
    state: pick('state', STATES),
    variant: greatest(token, THING_LAYOUT, 'variant'),
    count: 1 + greatest(token, THING_LAYOUT, 'count'),
    x: number('x'),
    y: number('y'),
    height: number('height'),
    right: token[THING_LAYOUT.get('right')!.start]! > 0,
    support: pick('support', SUPPORTS),
    parent: parent < 0 || slots[parent] === slot ? null : parent,
  }
}

/** A thing that would carry itself, however far around, stands on the ground instead. */
function withoutCircles(things: readonly Thing[]): Thing[] {
  return things.map((thing, index) => {
    let at = thing.parent
    for (let steps = 0; at !== null && at !== index && steps < things.length; steps++) at = things[at]!.parent
    const held = ['on', 'in', 'worn', 'held', 'under'].includes(thing.support)
    if (at === index) return { ...thing, parent: null, support: held ? 'ground' : thing.support }
    if (thing.parent === null && held) return { ...thing, support: 'ground' }
    if (thing.parent !== null && !held) return { ...thing, parent: null }
    return thing
  })
}

function greatest(token: Float32Array, places: Layout, field: string): number {
  const { start, size } = places.get(field)!
  let best = 0
  for (let i = 1; i < size; i++) if (token[start + i]! > token[start + best]!) best = i
  return best
}

function nearestKind(token: Float32Array, space: LatentSpace): string {
  const { start } = THING_LAYOUT.get('code')!
  let best = ''
  let least = Infinity
  for (const [kind, code] of space.codes) {
    let distance = 0
    for (let i = 0; i < CODE_WIDTH; i++) distance += (token[start + i]! - code[i]!) ** 2
    if (distance < least) [best, least] = [kind, distance]
  }
  return best
}

function standard(name: string, value: number, space: LatentSpace): number {
  const [mean, spread] = space.statistics[name]!
  return ((name === 'height' ? log(Math.max(value, 1e-3)) : value) - mean) / spread
}

function plain(name: string, value: number, space: LatentSpace): number {
  const [mean, spread] = space.statistics[name]!
  const number = value * spread + mean
  const places = 10_000 // four decimals: a scene is written down, and must paint the same when read again
  const ranged = name === 'height' ? clamp(exp(clamp(number, -8, 1)), 0.02, 1.2) : clamp(number, 0, 1)
  return Math.round(ranged * places) / places
}

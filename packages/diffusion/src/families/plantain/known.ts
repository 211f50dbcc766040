import { COLORS, MATERIALS, MAX_COUNT, MAX_THINGS, type Scene, STATES, type Thing } from '@plantain/core'
import { encodeSlots, HANDY, IN_HAND, type LatentSpace } from '@plantain/scene'
import type { Asked, AskedThing, Lexicon } from '@plantain/scene/words'
import { coastOf, furnished, isAshore, isOfWorld } from './furnished.ts'
import { type Given, holdThing, holdWorld, nothingGiven } from './given.ts'
import { type ThingField, WORLD_FIELD_NAMES, type WorldField } from './scene-schema.ts'
import type { Wish } from './steer.ts'

/** What a wording says outright, before anything is denoised. */
export interface Known {
  /** Kinds, colours, numbers, materials, states, what carries what, and fields of the world. The rest is made. */
  readonly given: Given
  /** Where things shall stand to each other: no value to hold, but a condition on places. */
  readonly wishes: readonly Wish[]
  /** Kind and number by slot, for those who need to know how wide things are. */
  readonly things: readonly Pick<Thing, 'kind' | 'count'>[]
}

const CARRIED: Readonly<Record<string, Thing['support']>> = {
  on: 'on',
  riding: 'on',
  in: 'in',
  under: 'under',
}
const SIDES = new Set(['left of', 'right of', 'above', 'below', 'behind', 'in front of', 'next to', 'near'])
/**
 * The concepts of a prompt as latents that are held. Things take their slots in the order in which they are named, as in training.
 * Of words with several readings, of categories ("people") and of numbers beyond MAX_COUNT nothing is held: those are left to the network,
 * which sees all the words. `metres`: real heights of kinds.
 */
export function readKnown(
  named: Asked,
  lexicon: Lexicon,
  space: LatentSpace,
  metres: ReadonlyMap<string, number>,
): Known {
  const { asked, gone } = furnished(named)
  const members = asked.things.flatMap((thing, index) => {
    const kind = thing.kinds.find((name) => space.codes.has(name))
    return kind === undefined || isOfWorld(thing) ? [] : [{ thing, index, kind }]
  })
  const slotOf = new Map(members.slice(0, MAX_THINGS).map(({ index }, slot) => [index, slot]))
  const things = members.slice(0, MAX_THINGS).map(({ thing, kind }) => drafted(thing, kind))
  const held: { slot: number; field: ThingField | 'present' }[] = []
  members.slice(0, MAX_THINGS).forEach(({ thing }, slot) => {
    for (const field of ['present', 'kind', 'color', 'material', 'state'] as const) held.push({ slot, field })
    // "Birds" are some; how many is the network's choice.
    if (!thing.plural || thing.count !== null) held.push({ slot, field: 'count' })
  })
  const wishes: Wish[] = members
    .slice(0, MAX_THINGS)
    .flatMap(({ thing }, slot): Wish[] => [
      ...(thing.plural && thing.count === null ? [{ is: 'several', slot } as const] : []),
      ...(thing.region === null ? [] : [{ is: 'region', slot, region: thing.region } as const]),
    ])
  for (const { of, relation, to } of asked.relations) {
    const [one, other] = [slotOf.get(of), slotOf.get(to)]
    if (one === undefined || other === undefined) continue
    const carried = carrying(relation, [one, things[one]!], [other, things[other]!], lexicon)
    if (carried !== null) {
      const { child, parent, support } = carried
      if (things[child]!.parent !== null || carries(things, child, parent)) continue
      things[child] = { ...things[child]!, support, parent }
      held.push({ slot: child, field: 'support' }, { slot: child, field: 'parent' })
    } else if (SIDES.has(relation)) wishes.push({ is: 'side', one, relation, other })
  }
  // "A detective: trench coat, magnifying glass": clothes are on the one person that was named before.
  const related = new Set(
    asked.relations.flatMap(({ of, relation, to }) => {
      const [one, other] = [slotOf.get(of), slotOf.get(to)]
      const apart =
        relation === 'with' &&
        one !== undefined &&
        other !== undefined &&
        standsBeside(things[one]!, things[other]!, lexicon)
      return apart ? [] : [of, to]
    }),
  )
  const people = things.flatMap((thing, slot) => (isOf(lexicon, thing, ['person']) ? [slot] : []))
  members.slice(0, MAX_THINGS).forEach(({ index }, slot) => {
    const [wearer] = people
    if (
      people.length !== 1 ||
      wearer === undefined ||
      wearer >= slot ||
      related.has(index) ||
      things[wearer]!.count > 1
    )
      return
    if (!isOf(lexicon, things[slot]!, ['clothing']) || IN_HAND.has(things[slot]!.kind)) return
    things[slot] = { ...things[slot]!, support: 'worn', parent: wearer }
    related.add(index)
    held.push({ slot, field: 'support' }, { slot, field: 'parent' })
  })
  // What no relation is said of stands by itself. Of "with" and the like the network decides.
  members.slice(0, MAX_THINGS).forEach(({ index }, slot) => {
    if (!related.has(index)) held.push({ slot, field: 'parent' })
  })
  const alone = members.slice(0, MAX_THINGS).flatMap(({ index }, slot) => (related.has(index) ? [] : [slot]))
  if (alone.length > 1) wishes.unshift({ is: 'clear', slots: alone })
  const roots = things.flatMap(({ parent }, slot) => (parent === null ? [slot] : []))
  const close = asked.world.some(({ meanings }) =>
    meanings.some(({ value }) => value === 'portrait' || value === 'close-up' || value === 'headshot'),
  )
  if (roots.length > 0 && !close) {
    const real = roots.map((slot) => Math.log(Math.max(metres.get(things[slot]!.kind) ?? 1, 0.02)))
    const middle = real.reduce((sum, x) => sum + x, 0) / real.length
    // Compressed, so that a mouse beside a barn can be seen; as in training/scenes.py.
    const ratios = roots.map(
      (slot, i) => Math.exp(0.42 * (real[i]! - middle)) * (SIZES[members[slot]!.thing.size ?? ''] ?? 1),
    )
    wishes.unshift({ is: 'sizes', slots: roots, ratios, most: 0.9 })
  }
  things.forEach(({ parent, support }, slot) => {
    wishes.push(
      parent === null
        ? { is: 'inside', slot }
        : {
            is: 'carried',
            child: slot,
            parent,
            ...(support === 'in' || support === 'on'
              ? {
                  share:
                    shareOf(things[slot]!, things[parent]!, metres) *
                    ((SIZES[members[slot]!.thing.size ?? ''] ?? 1) /
                      (SIZES[members[parent]!.thing.size ?? ''] ?? 1)),
                }
              : {}),
          },
    )
    if (
      parent === null &&
      things[slot]!.state === 'none' &&
      isOf(lexicon, things[slot]!, ['watercraft']) &&
      !isAshore(asked)
    )
      wishes.push({ is: 'afloat', slot })
  })
  // All that was named has its slot: there is nothing else. Of "people" and the moon it is open whether they are things.
  if (members.length > 0 && members.length === asked.things.length - gone)
    for (let slot = members.length; slot < MAX_THINGS; slot++) held.push({ slot, field: 'present' })
  const world = worldOf(asked)
  const given = {
    values: encodeSlots({ ...BLANK, ...Object.fromEntries(world) }, things, space),
    hold: nothingGiven().hold,
  }
  for (const [field] of world) holdWorld(given, field, 1)
  for (const { slot, field } of held) holdThing(given, slot, field, 1)
  return { given, wishes, things }
}

/** Height of what is in or on a thing over that one's: compressed, as sizes are. */
function shareOf(one: Thing, other: Thing, metres: ReadonlyMap<string, number>): number {
  const [own, under] = [metres.get(one.kind) ?? 0.2, metres.get(other.kind) ?? 0.4]
  const most = one.support === 'in' ? 0.8 : 1.4
  return Math.min(most, Math.max(0.2, Math.exp(0.6 * Math.log(own / under))))
}

const SIZES: Readonly<Record<string, number>> = { tiny: 0.45, small: 0.66, large: 1.35, huge: 1.75 }

/** Names of animals that say their coat: one word for the lexicon, and any coat for the network. */
const COATS: Readonly<Record<string, Thing['color']>> = {
  'red fox': 'orange',
  'arctic fox': 'white',
  'brown bear': 'brown',
  'black bear': 'black',
}
const singular = (word: string): string => word.toLowerCase().replace(/(?<=x)es$|s$/, '')

function drafted({ word, color, material, state, count }: AskedThing, kind: string): Thing {
  return {
    id: '',
    kind,
    variant: 0,
    x: 0.5,
    y: 0.8,
    height: 0.3,
    right: true,
    support: 'ground',
    parent: null,
    color: COLORS.find((name) => name === color) ?? COATS[singular(word)] ?? 'auto',
    material: MATERIALS.find((name) => name === material) ?? 'none',
    state: STATES.find((name) => name === state) ?? 'none',
    count: count === null ? 1 : Math.min(count, MAX_COUNT),
  }
}

/** "Horses with a barn", "a man with a dog": both are there, and neither is on the other. */
function standsBeside(one: Thing, other: Thing, lexicon: Lexicon): boolean {
  const [a, b] = [one, other].map((thing) => isOf(lexicon, thing, LIVING))
  const large = [one, other].map((thing) => isOf(lexicon, thing, ['building', 'vehicle', 'tree']))
  return (
    one.parent === null && other.parent === null && ((a && b) || (a && large[1]) || (b && large[0])) === true
  )
}

interface Carried {
  readonly child: number
  readonly parent: number
  readonly support: Thing['support']
}

function carrying(
  relation: string,
  [one, a]: [number, Thing],
  [other, b]: [number, Thing],
  lexicon: Lexicon,
): Carried | null {
  const is = (thing: Thing, names: readonly string[]): boolean => isOf(lexicon, thing, names)
  const worn: Carried = { child: other, parent: one, support: 'worn' }
  const held: Carried = { child: other, parent: one, support: 'held' }
  const garment = is(b, ['clothing']) && !IN_HAND.has(b.kind)
  if (relation === 'wearing') return worn
  if (relation === 'holding') return held
  // "A woman in a red sari", "a crown on a frog".
  if (relation === 'in' && is(a, LIVING) && garment) return worn
  if (relation === 'on' && is(a, ['clothing']) && !IN_HAND.has(a.kind) && is(b, LIVING))
    return { child: one, parent: other, support: 'worn' }
  if (relation === 'with') {
    // "With" says that they belong together; how, the things tell.
    if (garment && !is(a, ['clothing', 'furniture', 'building', 'vehicle'])) return worn
    if (CONTAINERS.has(a.kind)) return { child: other, parent: one, support: 'in' }
    if (is(a, LIVING) && b.count <= 3 && (IN_HAND.has(b.kind) || is(b, HANDY))) return held
    if (is(a, ['furniture', 'tree']) && !is(b, ['furniture', 'person', 'vehicle', 'building', 'tree']))
      return { child: other, parent: one, support: 'on' }
    return null
  }
  const support = CARRIED[relation]
  return support === undefined ? null : { child: one, parent: other, support }
}

const LIVING = ['person', 'animal', 'bird', 'fantasy']
const CONTAINERS = new Set([
  'bowl',
  'basket',
  'vase',
  'jar',
  'cup',
  'mug',
  'bathtub',
  'bucket',
  'pot',
  'plant pot',
  'fishbowl',
  'birdcage',
  'nest',
  'cardboard box',
  'shopping bag',
])

function isOf(lexicon: Lexicon, { kind }: Thing, categories: readonly string[]): boolean {
  return lexicon.categories(kind).some(({ value }) => categories.includes(value))
}

/** Does the first carry the second already, however far down? */
function carries(things: readonly Thing[], first: number, second: number): boolean {
  for (
    let at: number | null = second, steps = 0;
    at !== null && steps <= things.length;
    at = things[at]!.parent, steps++
  )
    if (at === first) return true
  return false
}

/** Fields of the world for which the wording has one value and no more. */
function worldOf(asked: Asked): [WorldField, string | boolean][] {
  const { world, things } = asked
  const values = new Map<WorldField, Set<string | boolean>>()
  const coast = coastOf(asked)
  if (coast !== null && coast.land !== null)
    values.set('land', new Set([coast.land])).set('water', new Set(['sea']))
  const given = [...values.keys()]
  const meanings = [
    ...world.filter(({ word }) => word !== coast?.word).flatMap((each) => each.meanings),
    ...things
      .filter((thing) => isOfWorld(thing) && thing.word !== coast?.word)
      .flatMap((thing) => thing.world),
  ]
  for (const { field, value } of meanings) {
    const [name, said]: [string, string | boolean] = field === 'flag' ? [value, true] : [field, value]
    if (!WORLD_FIELD_NAMES.includes(name as WorldField) || given.includes(name as WorldField)) continue
    values.set(name as WorldField, (values.get(name as WorldField) ?? new Set()).add(said))
  }
  return [...values].flatMap(([field, said]) =>
    said.size === 1 ? [[field, [...said][0]!] satisfies [WorldField, string | boolean]] : [],
  )
}

/** Values that are never held. */
const BLANK: Scene['world'] = {
  land: 'meadow',
  water: 'none',
  cover: 'none',
  season: 'summer',
  time: 'noon',
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
  horizon: 0.5,
  relief: 0.3,
  sunX: 0.5,
  sunY: 0.5,
  clouds: 0.3,
  haze: 0.3,
  drama: 0.3,
  shore: 0.5,
  intensity: 0.3,
  focus: 0.2,
}

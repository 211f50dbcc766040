import { bareThing, WINDOWED_LANDS, type Asked, type AskedThing } from '@plantain/scene/words'

// What a wording asks for without naming it: the stalls of a market, the apples of a bowl of fruit, the room of a window, the sea of a harbour.

/** The last word of a name, which says what it is. */
export const lastWord = (words: string): string => words.toLowerCase().split(' ').at(-1)!

/** All that a wording asks for. What it has taken into the room has no kinds any more: `gone` counts those. */
export function furnished(named: Asked): { readonly asked: Asked; readonly gone: number } {
  const full = filled(stocked(named))
  const asked = skyward(atTable(windowed(full)))
  const gone = asked.things.filter(({ kinds }, at) => kinds !== full.things[at]!.kinds).length
  return { asked, gone }
}

/** Places that are known by what stands there, and would be any street or meadow without it. */
const STOCKED: Readonly<Record<string, readonly [kind: string, count: number]>> = {
  market: ['market stall', 3],
  bazaar: ['market stall', 3],
  harbour: ['sailboat', 2],
  harbor: ['sailboat', 2],
  marina: ['sailboat', 3],
  campsite: ['tent', 2],
  farm: ['barn', 1],
}

/** A prompt that names such a place and no thing asks for what is there. */
function stocked(asked: Asked): Asked {
  const place = asked.world.find(({ word }) => lastWord(word) in STOCKED)
  if (place === undefined || !asked.things.every(isOfWorld)) return asked
  const [kind, count] = STOCKED[lastWord(place.word)]!
  return { ...asked, things: [...asked.things, some(kind, count)] }
}

/** What fruit and vegetables are, where none is named. */
const FILLINGS: Readonly<Record<string, readonly (readonly [kind: string, count: number])[]>> = {
  fruit: [
    ['apple', 2],
    ['orange', 1],
    ['banana', 1],
  ],
  vegetable: [
    ['tomato', 2],
    ['carrot', 1],
    ['bell pepper', 1],
  ],
}

/** "A bowl of fruit", "a basket of vegetables", "fruit on a plate": some of each that is not named beside it. */
function filled(asked: Asked): Asked {
  const at = asked.things.findIndex(
    ({ word, color }) => color === null && /(?:^| of )(?:fruits?|vegetables)$/i.test(word),
  )
  if (at < 0) return asked
  const { word } = asked.things[at]!
  const holds = / of /i.test(word)
  const named = new Set(asked.things.flatMap((thing, index) => (index === at ? [] : thing.kinds)))
  const filling = FILLINGS[lastWord(word).replace(/s$/, '')]!.filter(([kind]) => !named.has(kind))
  // The word itself is one of them, where it is no name of the bowl.
  const own = holds ? undefined : filling[0]
  const others = filling.slice(holds ? 0 : 1)
  const things = asked.things.map((thing, index) =>
    index === at && own !== undefined
      ? { ...thing, kinds: [own[0]], roughly: false, count: own[1], plural: own[1] > 1 }
      : thing,
  )
  const first = things.length
  const relations = others.flatMap((_, n) =>
    holds
      ? [{ of: first + n, relation: 'in', to: at }]
      : asked.relations.filter(({ of }) => of === at).map((one) => ({ ...one, of: first + n })),
  )
  return {
    ...asked,
    things: [...things, ...others.map(([kind, count]) => some(kind, count))],
    relations: [...asked.relations, ...relations],
  }
}

/** Where it stands, "the window" is the room's: "by the window", not "a house with a window". */
const BY = new Set(['next to', 'near', 'in front of'])

/** "By the window": the room has one, which is no thing that stands about; where no place is named, it is a living room. */
function windowed(asked: Asked): Asked {
  const panes = asked.relations.flatMap(({ relation, to }) =>
    BY.has(relation) && isPane(asked.things[to]!) ? [to] : [],
  )
  const lands = asked.world.flatMap(({ meanings }) =>
    meanings.flatMap(({ field, value }) => (field === 'land' ? [value] : [])),
  )
  if (panes.length === 0 || lands.some((land) => !isWindowed(land))) return asked
  const room = {
    word: 'living room',
    meanings: [{ field: 'land', value: 'living room', way: 'said' as const }],
  }
  return {
    ...asked,
    things: asked.things.map((thing, at) => (panes.includes(at) ? { ...thing, kinds: [] } : thing)),
    world: lands.length > 0 ? asked.world : [...asked.world, room],
  }
}
const isWindowed = (land: string): boolean => WINDOWED_LANDS.some((one) => one === land)
const isPane = ({ kinds, color, state, material, count, size, lettering }: AskedThing): boolean =>
  kinds[0] === 'window' &&
  [color, state, material, size, lettering].every((said) => said === null) &&
  (count ?? 1) === 1

/** "A vase on an oak table", and no more: seen as near as a still life, where the table is all of the ground. Else it would stand on another one. */
function atTable(asked: Asked): Asked {
  const at = asked.things.findIndex(
    ({ kinds, color, state, size, count, material, lettering }) =>
      kinds[0] === 'table' &&
      [color, state, size, lettering].every((said) => said === null) &&
      (material === null || material === 'wood' || material === 'stone') &&
      (count ?? 1) === 1,
  )
  if (at < 0 || asked.world.some(({ meanings }) => meanings.some(({ field }) => field === 'land')))
    return asked
  const laid = new Set(
    asked.relations.flatMap(({ of, relation, to }) => (to === at && relation === 'on' ? [of] : [])),
  )
  // What is in something laid is, too; as often as there are relations, for things in things.
  for (const _ of asked.relations)
    for (const { of, relation, to } of asked.relations) if (relation === 'in' && laid.has(to)) laid.add(of)
  const rest = asked.things.flatMap(({ kinds }, index) => (index === at || kinds.length === 0 ? [] : [index]))
  if (rest.length === 0 || !rest.every((index) => laid.has(index))) return asked
  return {
    ...asked,
    things: asked.things.map((thing, index) => (index === at ? { ...thing, kinds: [] } : thing)),
    world: [...asked.world, { word: 'table', meanings: [{ field: 'land', value: 'table', way: 'said' }] }],
  }
}

/** "A starry sky", and no thing and no land: a picture of the sky, and of no wood that hides it. */
function skyward(asked: Asked): Asked {
  const lands = asked.world.some(({ meanings }) =>
    meanings.some(({ field }) => field === 'land' || field === 'water'),
  )
  if (lands || !asked.world.some(({ word }) => lastWord(word) === 'sky') || !asked.things.every(isOfWorld))
    return asked
  const sky = { word: 'sky', meanings: [{ field: 'land', value: 'sky', way: 'said' as const }] }
  return { ...asked, world: [...asked.world, sky] }
}

/** A boat on the beach or in the meadow lies there. */
export const isAshore = ({ world }: Asked): boolean =>
  world.some(({ word }) =>
    /beach|shore|sand|bank|meadow|field|grass|desert|street|road|garden|yard/i.test(word),
  )

const HARBOURS = new Set(['harbour', 'harbor', 'marina'])

/**
 * What a harbour, which has a town beside it, and a cliff with a lighthouse or by the sea, which is a coast and no mountain's, make of the land; null where
 * there is neither. Where other words name a land or water, they count: then `land` is null and the word itself says nothing.
 */
export function coastOf({
  things,
  world,
}: Asked): { readonly word: string; readonly land: 'village' | 'hills' | null } | null {
  const harbour = world.find(({ word }) => HARBOURS.has(lastWord(word)))
  const cliff = [...world, ...things].find(({ word }) => /^cliffs?$/i.test(lastWord(word)))
  const word = (harbour ?? cliff)?.word
  if (word === undefined) return null
  const others = world.filter((one) => one.word !== word).flatMap(({ meanings }) => meanings)
  const said = (field: string): readonly string[] =>
    others.flatMap((one) => (one.field === field && one.way !== 'likely' ? [one.value] : []))
  const elsewhere =
    said('land').some((land) => land !== 'sea' && land !== 'beach') ||
    said('water').some((water) => water !== 'sea')
  if (harbour !== undefined) return { word, land: elsewhere ? null : 'village' }
  const seaside = things.some(({ kinds }) => kinds.includes('lighthouse')) || said('water').includes('sea')
  return seaside && !elsewhere ? { word, land: 'hills' } : null
}

/** Kinds that a prompt mostly means as a part of the world. */
const OF_WORLD = new Set([
  'sun',
  'moon',
  'star',
  'cloud',
  'rainbow',
  'mountain',
  'volcano',
  'island',
  'wave',
  'grass',
  'snowflake',
  'puddle',
])

/** The moon is of the world, a red moon is a thing. */
export function isOfWorld({ kinds, color, count, size, state }: AskedThing): boolean {
  return (
    kinds.every((kind) => OF_WORLD.has(kind)) &&
    color === null &&
    size === null &&
    state === null &&
    (count ?? 1) === 1
  )
}

const some = (kind: string, count: number): AskedThing => ({
  ...bareThing(kind, [kind]),
  count,
  plural: count > 1,
})

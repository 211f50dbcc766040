import { INDOOR_LANDS, type World } from '@plantain/core'
import { LABEL } from '@plantain/scene'
import { bare, type Phrase } from './reading/phrase.ts'

/** Something of the world that people name and point at as if it were a thing: the sky, the lake, the mountains. */
export interface WorldPart {
  /** Its id among the elements of a picture. */
  readonly id: string
  /** What it is called in this world; null where the world has none. */
  readonly name: (world: World) => string | null
  /** Other words for it, besides its name. */
  readonly also: readonly string[]
  /** Fields of the lexicon that may mean it, with the value that holds in this world. */
  readonly means: (world: World) => readonly (readonly [field: string, value: string])[]
  /** Labels of its pixels; none where it has no pixels of its own. */
  readonly labels: readonly number[]
  /** Further labels that are it above the horizon. */
  readonly high?: readonly number[]
}

const INDOORS: ReadonlySet<string> = new Set(INDOOR_LANDS)
export const isIndoors = ({ land }: World): boolean => INDOORS.has(land)
const isSea = ({ land, water }: World): boolean =>
  water === 'sea' || ['sea', 'beach', 'island'].includes(land)
/** Dark and clear enough for stars. */
export const isStarry = ({ time, land, clouds }: World): boolean =>
  land === 'space' || (time === 'night' && clouds < 0.7)
const when = (holds: boolean, name: string): string | null => (holds ? name : null)
const none = (): readonly [] => []
const outside = (world: World): boolean => !isIndoors(world) && world.land !== 'underwater'

const RELIEF: Readonly<Partial<Record<World['land'], string>>> = {
  mountains: 'mountains',
  hills: 'hills',
  canyon: 'cliffs',
  volcano: 'volcano',
}

/** All parts of a world, those behind first. */
export const worldParts: readonly WorldPart[] = [
  {
    id: 'sky',
    name: (world) => when(outside(world), 'sky'),
    also: ['skies', 'heavens'],
    means: () => [['land', 'sky']],
    labels: [LABEL.sky, LABEL.cloud, LABEL.sun, LABEL.moon, LABEL.rainbow, LABEL.aurora],
  },
  {
    id: 'clouds',
    name: (world) => when(outside(world) && world.clouds > 0.15 && world.land !== 'space', 'clouds'),
    also: ['cloud'],
    means: () => [['thing', 'cloud']],
    labels: [LABEL.cloud],
  },
  {
    id: 'sun',
    name: (world) => when(outside(world) && world.sun && world.time !== 'night', 'sun'),
    also: ['sunlight disc'],
    means: () => [['flag', 'sun']],
    labels: [LABEL.sun],
  },
  {
    id: 'moon',
    name: (world) =>
      when(outside(world) && world.moon !== 'none' && (world.time === 'night' || !world.sun), 'moon'),
    also: ['crescent'],
    means: ({ moon }) => [['moon', moon]],
    labels: [LABEL.moon],
  },
  {
    id: 'stars',
    name: (world) => when(outside(world) && isStarry(world), 'stars'),
    also: ['star'],
    means: () => [['thing', 'star']],
    labels: [],
  },
  {
    id: 'rainbow',
    name: (world) => when(outside(world) && world.rainbow, 'rainbow'),
    also: [],
    means: () => [['flag', 'rainbow']],
    labels: [LABEL.rainbow],
  },
  {
    id: 'aurora',
    name: (world) => when(outside(world) && world.aurora, 'aurora'),
    also: ['northern lights', 'polar lights'],
    means: () => [['flag', 'aurora']],
    labels: [LABEL.aurora],
  },
  {
    id: 'lightning',
    name: (world) => when(outside(world) && world.lightning, 'lightning'),
    also: ['lightning bolt', 'flash'],
    means: () => [['flag', 'lightning']],
    labels: [],
  },
  {
    id: 'relief',
    name: (world) => (outside(world) ? (RELIEF[world.land] ?? null) : null),
    also: ['cliff', 'mountain range', 'peaks', 'mountaintops'],
    means: ({ land }) => [['land', land]],
    labels: [LABEL.relief],
    high: [LABEL.ground, LABEL.vegetation],
  },
  {
    id: 'place',
    name: ({ land }) => when(!['sky', 'studio', 'sea'].includes(land) && RELIEF[land] === undefined, land),
    also: [],
    means: ({ land }) => [['land', land]],
    labels: [LABEL.ground, LABEL.road, LABEL.floor, LABEL.table, LABEL.relief],
  },
  {
    id: 'water',
    name: (world) =>
      world.water !== 'none'
        ? world.water
        : isSea(world)
          ? 'sea'
          : world.land === 'underwater'
            ? 'water'
            : null,
    also: ['water', 'waves', 'water surface'],
    means: (world) => [
      ['water', isSea(world) ? 'sea' : world.water],
      ...(isSea(world)
        ? ([
            ['land', 'sea'],
            ['thing', 'wave'],
          ] as const)
        : []),
    ],
    labels: [LABEL.water],
  },
  {
    id: 'cover',
    name: (world) => when(!isIndoors(world) && !['none', 'path', 'road'].includes(world.cover), world.cover),
    also: [],
    means: ({ cover }) => [['cover', cover]],
    labels: [LABEL.ground],
  },
  {
    id: 'road',
    name: (world) =>
      world.land === 'street' || world.land === 'city'
        ? 'road'
        : when(!isIndoors(world) && ['path', 'road'].includes(world.cover), world.cover),
    also: ['way', 'track', 'lane', 'trail', 'footpath'],
    means: ({ cover, land }) => [['cover', land === 'street' || land === 'city' ? 'road' : cover]],
    labels: [LABEL.road],
  },
  {
    id: 'trees',
    name: ({ land }) =>
      when(['forest', 'jungle', 'park', 'garden', 'mountains', 'snowfield'].includes(land), 'trees'),
    also: ['tree', 'woods', 'vegetation', 'plants', 'bushes'],
    means: none,
    labels: [LABEL.vegetation],
  },
  {
    id: 'buildings',
    name: ({ land }) =>
      land === 'village' ? 'houses' : when(land === 'street' || land === 'city', 'buildings'),
    also: ['buildings', 'building', 'skyscrapers'],
    means: none,
    labels: [LABEL.building],
  },
  {
    id: 'wall',
    name: (world) =>
      when(isIndoors(world), world.land === 'studio' || world.land === 'table' ? 'backdrop' : 'wall'),
    also: ['walls', 'backdrop', 'curtain'],
    means: () => [['thing', 'wall']],
    labels: [LABEL.backdrop],
  },
  {
    id: 'floor',
    name: (world) => when(isIndoors(world) && world.land !== 'table', 'floor'),
    also: ['ground'],
    means: none,
    labels: [LABEL.floor],
  },
  {
    id: 'furniture',
    name: (world) =>
      when(['living room', 'bedroom', 'kitchen', 'room', 'library'].includes(world.land), 'furniture'),
    also: [],
    means: none,
    labels: [LABEL.furniture],
  },
  {
    id: 'ground',
    name: (world) => when(outside(world) && !['sea', 'space', 'sky'].includes(world.land), 'ground'),
    also: ['land', 'earth', 'soil', 'field', 'lawn'],
    means: none,
    labels: [LABEL.ground, LABEL.road],
  },
]

/** Whether a phrase names a part of this world, by its name or by what its words mean. */
export function namesPart(part: WorldPart, phrase: Phrase, world: World): boolean {
  const name = part.name(world)
  if (name === null) return false
  const said = bare(phrase.text).toLowerCase()
  if (said === name || said === part.id || part.also.includes(said)) return true
  return part
    .means(world)
    .some(([field, value]) =>
      phrase.meanings.some((one) => one.field === field && one.value === value && one.way !== 'likely'),
    )
}

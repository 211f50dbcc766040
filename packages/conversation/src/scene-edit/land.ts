import { INDOOR_LANDS, type ColorName, type Cover, type Land, type Scene, type Water, type World } from '@plantain/core'

/** What a wording says of a place; null where it leaves it open. */
export interface PlaceSaid {
  readonly land: Land | null
  readonly water: Water | null
  readonly cover: Cover | null
  readonly backdrop: ColorName | null
}

const COVER_OF: Readonly<Partial<Record<Land, Cover>>> = {
  meadow: 'grass',
  hills: 'grass',
  park: 'grass',
  field: 'crops',
  beach: 'sand',
  desert: 'sand',
  snowfield: 'snow',
  street: 'road',
  city: 'road',
}
const SEAS: readonly Land[] = ['beach', 'sea', 'island']
const ROOMS: readonly Land[] = INDOOR_LANDS

/**
 * The scene's things before another country or in another room; light, weather and season stay. Gives null where nothing of a place
 * was said.
 */
export function before(scene: Scene, said: PlaceSaid): Scene | null {
  const { world, things } = scene
  // Who stands would stand in the open sea up to the neck.
  const stands = things.some(({ parent, support }) => parent === null && support === 'ground')
  const land =
    (said.land === 'sea' && stands ? 'beach' : said.land) ??
    (said.backdrop !== null ? 'studio' : said.water !== null ? landOf(said.water, world.land) : null)
  if (land === null && said.cover === null) return null
  const place = land ?? world.land
  const indoors = ROOMS.includes(place)
  const same = place === world.land
  const next: World = {
    ...world,
    land: place,
    water: indoors ? 'none' : (said.water ?? (same ? world.water : SEAS.includes(place) ? 'sea' : 'none')),
    cover: indoors ? 'none' : (said.cover ?? (same ? world.cover : (COVER_OF[place] ?? 'none'))),
    backdrop: said.backdrop ?? (indoors && !same ? 'auto' : world.backdrop),
    rainbow: world.rainbow && !indoors,
    aurora: world.aurora && !indoors,
    lightning: world.lightning && !indoors,
    sun: world.sun && !indoors,
    relief: place === 'mountains' ? Math.max(0.6, world.relief) : world.relief,
  }
  return { ...scene, world: next }
}

/** A lake needs land around it; the sea is a land of its own. */
function landOf(water: Water, now: Land): Land {
  if (water === 'sea') return 'beach'
  return ROOMS.includes(now) ||
    ['desert', 'street', 'city', 'space', 'moon', 'underwater', 'sky', 'sea'].includes(now)
    ? 'hills'
    : now
}

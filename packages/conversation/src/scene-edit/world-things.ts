import {
  COVERS,
  MOONS,
  WATERS,
  WEATHERS,
  type Cover,
  type Scene,
  type Water,
  type World,
} from '@plantain/core'
import { isIndoors } from '../world-parts.ts'
import { bare, readPhrase, says, valueOf, type Phrase } from '../reading/phrase.ts'
import type { Area } from '../reading/place.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { before } from './land.ts'
import { inWeather } from './weather.ts'

/** What a person adds to a picture that is no thing but a part of its world: a lake, a rainbow, snow on the ground, rain. */
export interface WorldThing {
  readonly wording: string
  readonly area: Area | null
  /** One of it was asked for, by number, colour or place on a thing: then it is a thing, if there is such a kind. */
  readonly single: boolean
  /** It is to lie on something: snow on the ground, and none that falls. */
  readonly lies: boolean
}

/** The scene with it; null where the wording names no part of a world, or a thing will do better. */
export function withWorldThing(
  scene: Scene,
  { wording, area, single, lies }: WorldThing,
  words: Vocabulary,
): Scene | null {
  const phrase = said(readPhrase(words, wording))
  const hasKind = phrase.things.some(({ kinds }) => kinds.some((kind) => words.kinds.has(kind)))
  const { world } = scene
  const below = (): World | null => (single && hasKind ? null : ground(world, phrase, hasKind))
  const next = water(scene, phrase, area) ?? (lies ? below() : null) ?? sky(world, phrase, area) ?? below()
  if (next === null) return null
  return 'things' in next ? next : { ...scene, world: next }
}

const said = (phrase: Phrase): Phrase => ({
  ...phrase,
  meanings: phrase.meanings.filter(({ way }) => way === 'said'),
})

const DRY: readonly World['land'][] = ['space', 'moon', 'sky', 'street', 'city', 'underwater']

function water(scene: Scene, phrase: Phrase, area: Area | null): Scene | null {
  const asked = valueOf<Water>(phrase, 'water', WATERS)
  // An island, a boat: they bring water along, but are asked for themselves.
  if (asked === null || asked === 'none' || phrase.things.some(({ kinds }) => kinds.length > 0)) return null
  const moved = isIndoors(scene.world) || DRY.includes(scene.world.land)
  const next = before(scene, {
    land: moved || asked === 'sea' ? null : scene.world.land,
    water: asked,
    cover: null,
    backdrop: null,
  })
  if (next === null) return null
  const shore =
    area?.depth === 'foreground' || area?.row === 'bottom'
      ? 0.75
      : area?.depth === 'background'
        ? 0.35
        : Math.max(0.45, scene.world.shore)
  return { ...next, world: { ...next.world, shore } }
}

function sky(world: World, phrase: Phrase, area: Area | null): World | null {
  if (isIndoors(world) || world.land === 'underwater') return null
  const columns = { left: 0.2, center: 0.5, right: 0.8 } as const
  const x = area?.column ? columns[area.column] : null
  const high = area?.row === 'top' ? 0.85 : null
  const at = { ...(x === null ? {} : { sunX: x }), ...(high === null ? {} : { sunY: high }) }
  const moon = valueOf(phrase, 'moon', MOONS)
  // A moon by day: the sun leaves the sky to it.
  if (moon !== null && moon !== 'none')
    return {
      ...world,
      ...at,
      moon,
      sun: false,
      sunY: high ?? Math.max(0.5, world.sunY),
      clouds: Math.min(world.clouds, 0.6),
    }
  if (says(phrase, 'flag', 'sun'))
    return world.time === 'night' ? null : { ...inWeather(world, 'clear'), ...at, sun: true, moon: 'none' }
  if (says(phrase, 'thing', 'sun') && world.time !== 'night')
    return { ...world, ...at, sun: true, moon: 'none', clouds: Math.min(world.clouds, 0.6) }
  for (const flag of ['rainbow', 'aurora', 'lightning'] as const)
    if (says(phrase, 'flag', flag) || (flag === 'rainbow' && says(phrase, 'thing', 'rainbow')))
      return { ...world, [flag]: true }
  if (says(phrase, 'category', 'cloud') || says(phrase, 'thing', 'cloud'))
    return { ...world, clouds: Math.min(1, Math.max(0.55, world.clouds + 0.3)) }
  if (says(phrase, 'thing', 'star') && area === null && (world.time === 'night' || world.land === 'space'))
    return world.clouds < 0.2 ? null : { ...world, clouds: 0.1 }
  const weather = valueOf(phrase, 'weather', WEATHERS)
  return weather === null || phrase.things.length > 0 ? null : inWeather(world, weather)
}

const WIDE: readonly Cover[] = ['grass', 'snow', 'sand', 'path', 'road', 'crops']

/** `hasKind`: there is a drawing of one of it, so only what is said of many covers the ground. */
function ground(world: World, phrase: Phrase, hasKind: boolean): World | null {
  if (isIndoors(world)) return null
  const cover = valueOf(phrase, 'cover', COVERS)
  if (cover === null || cover === 'none') return null
  const many =
    phrase.meanings.some(({ field }) => field === 'plural') ||
    WIDE.includes(cover) ||
    bare(phrase.text).toLowerCase() === cover
  return many || !hasKind ? { ...world, cover } : null
}

import type { Cover, Scene, Season, World } from '@plantain/core'
import { isIndoors } from '../world-parts.ts'
import { inWeather } from './weather.ts'

const SOFT: readonly Cover[] = ['none', 'grass', 'flowers', 'leaves', 'crops']

/** The scene in another season: what lies on the ground follows, and snow goes when winter does. */
export function inSeason(scene: Scene, season: Season): Scene {
  const { world } = scene
  const thawed: World = season !== 'winter' && world.weather === 'snow' ? inWeather(world, 'clear') : world
  const land = season !== 'winter' && world.land === 'snowfield' ? 'meadow' : world.land
  return {
    ...scene,
    world: { ...thawed, season, land, cover: isIndoors(world) ? world.cover : coverIn(world, season) },
    things: scene.things.map((thing) =>
      season !== 'winter' && thing.state === 'snowy' ? { ...thing, state: 'none' } : thing,
    ),
  }
}

function coverIn({ cover, land }: World, season: Season): Cover {
  if (['beach', 'sea', 'desert', 'street', 'city', 'underwater', 'space', 'moon', 'sky'].includes(land))
    return cover
  if (season === 'winter') return SOFT.includes(cover) ? 'snow' : cover
  if (cover === 'snow') return season === 'autumn' ? 'leaves' : 'grass'
  return cover
}

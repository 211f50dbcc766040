import type { World } from '@plantain/core'
import { atHour } from './hour.ts'

/** A sky and a light of more (or less) contrast and tension. `steps`: 1 is moderate, below 0 is calmer. */
export function withDrama(world: World, steps: number): World {
  const drama = Math.min(1, Math.max(0, world.drama + 0.45 * steps))
  const clouds = steps > 0 ? Math.max(world.clouds, 0.62) : Math.min(world.clouds, 0.35)
  const next = { ...world, drama, clouds }
  return steps > 0 ? next : { ...next, ...sunOf(next) }
}

const sunOf = (world: World): Pick<World, 'sun' | 'moon'> => {
  const { sun, moon } = atHour(world, world.time)
  return { sun, moon }
}

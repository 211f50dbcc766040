import type { World } from '@plantain/core'
import { atHour } from './hour.ts'

/** A sky and a light of more (or less) contrast and tension. `steps`: 1 is moderate, below 0 is calmer. */
export function withDrama(world: World, steps: number): World {
  const drama = Math.min(1, Math.max(0, world.drama + 0.6 * steps))
  const aim =
    steps > 0
      ? Math.max(world.clouds, 0.62, Math.min(0.9, world.clouds + 0.12))
      : Math.min(world.clouds, 0.35)
  // "A bit less" goes a part of the way, and the sun comes out where all of it is gone.
  const clouds = world.clouds + (aim - world.clouds) * Math.min(1, Math.abs(steps))
  const next = { ...world, drama, clouds }
  return steps > -1 ? next : { ...next, ...sunOf(next) }
}

const sunOf = (world: World): Pick<World, 'sun' | 'moon'> => {
  const { sun, moon } = atHour(world, world.time)
  return { sun, moon }
}

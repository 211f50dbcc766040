import type { Weather, World } from '@plantain/core'
import { atHour } from './hour.ts'
import { isIndoors } from '../world-parts.ts'

type Air = Pick<World, 'clouds' | 'haze' | 'lightning'>

const AIRS: Readonly<Record<Weather, Air>> = {
  clear: { clouds: 0.2, haze: 0.2, lightning: false },
  cloudy: { clouds: 0.65, haze: 0.25, lightning: false },
  overcast: { clouds: 0.92, haze: 0.35, lightning: false },
  rain: { clouds: 0.92, haze: 0.45, lightning: false },
  storm: { clouds: 0.95, haze: 0.4, lightning: true },
  snow: { clouds: 0.9, haze: 0.45, lightning: false },
  fog: { clouds: 0.6, haze: 0.7, lightning: false },
  windy: { clouds: 0.45, haze: 0.2, lightning: false },
}

/** The world in another weather: clouds, haze and what can be seen of sun and moon go with it. `steps`: 1 is moderate. */
export function inWeather(world: World, weather: Weather, steps = 1): World {
  const air = AIRS[weather]
  const intensity = Math.min(1, 0.55 * steps + 0.05)
  const clear = weather === 'clear' || weather === 'windy'
  const now: World = {
    ...world,
    ...air,
    // The weather of a room is what the window shows.
    lightning: air.lightning && !isIndoors(world),
    // Less is not cleared away than there was: a blue sky stays as blue as it is.
    clouds: weather === 'clear' ? Math.min(world.clouds, air.clouds) : air.clouds,
    haze: clear ? Math.min(world.haze, air.haze) : Math.max(world.haze, air.haze),
    weather,
    intensity,
    rainbow: world.rainbow && !['storm', 'snow', 'fog'].includes(weather),
    // Snow does not fall on a meadow of a winter day without lying there.
    cover: weather === 'snow' && world.season === 'winter' && lies(world) ? 'snow' : world.cover,
  }
  const { sun, moon } = atHour(now, world.time)
  return { ...now, sun, moon }
}

const lies = ({ cover, ...world }: World): boolean =>
  !isIndoors({ cover, ...world }) && ['none', 'grass', 'flowers', 'leaves'].includes(cover)

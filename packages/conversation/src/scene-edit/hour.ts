import type { Time, World } from '@plantain/core'

type Sky = Pick<World, 'sun' | 'moon' | 'sunY'>

/** Where sun and moon stand at an hour. Behind thick clouds neither is seen. */
const SKIES: Readonly<Record<Time, Sky>> = {
  dawn: { sun: true, moon: 'none', sunY: 0.12 },
  morning: { sun: true, moon: 'none', sunY: 0.45 },
  noon: { sun: true, moon: 'none', sunY: 0.9 },
  afternoon: { sun: true, moon: 'none', sunY: 0.6 },
  'golden hour': { sun: true, moon: 'none', sunY: 0.25 },
  sunset: { sun: true, moon: 'none', sunY: 0.1 },
  dusk: { sun: false, moon: 'none', sunY: 0.05 },
  night: { sun: false, moon: 'full', sunY: 0.65 },
}

/** The world at another hour: its light follows, all else stays. */
export function atHour(world: World, time: Time): World {
  const { sun, moon, sunY } = SKIES[time]
  const open = isOpen(world)
  return {
    ...world,
    time,
    sun: sun && open,
    // A moon that was there at night stays the moon it was.
    moon: moon !== 'none' && open ? (world.moon === 'none' ? moon : world.moon) : 'none',
    sunY,
  }
}

/** Whether the sun or the moon could be seen. */
export const isOpen = ({ weather, clouds }: World): boolean =>
  ['clear', 'cloudy', 'windy'].includes(weather) && clouds < 0.85

import type { LightKind, World } from '@plantain/core'
import { clamp, clamp01, cos, mix, sin } from './math.ts'
import { fadeRgb, mixRgb, scaleRgb, timesRgb } from './sky/color.ts'
import { paletteFor } from './sky/palette.ts'

export type Rgb = readonly [number, number, number]

/** The one light of a scene: every painter shades with it, so that all parts agree. Linear light. */
export interface Light {
  /** Unit vector towards the sun, the moon or the lamp: x right, y up, z towards the viewer. */
  readonly direction: readonly [number, number, number]
  /** Colour and strength of that light on a surface that faces it. */
  readonly color: Rgb
  /** Light from the sky (on surfaces that face up) and back from the ground (on those that face down). */
  readonly sky: Rgb
  readonly ground: Rgb
  /** What distance fades into, and how fast: share of haze after 1 km, 0 to 1. */
  readonly haze: Rgb
  readonly hazePerKilometre: number
  /** How soft the edge of a cast shadow is: 0 noon sun, 1 overcast (no cast shadow, only contact). */
  readonly softness: number
  /** 0 day, 1 night: windows, lamps and fires are lit, stars come out. */
  readonly night: number
}

const SOFTNESS = {
  clear: 0.1,
  cloudy: 0.25,
  overcast: 0.95,
  rain: 0.95,
  storm: 0.8,
  snow: 0.9,
  fog: 0.95,
  windy: 0.15,
} as const

/** The light of a world under the open sky, and of a room through its window. */
export function lightFor(world: World): Light {
  const palette = paletteFor(world)
  const fog = world.weather === 'fog' ? 0.35 + 0.6 * world.intensity : 0
  const wet =
    world.weather === 'rain' || world.weather === 'snow' || world.weather === 'storm'
      ? 0.1 + 0.25 * world.intensity
      : 0
  const open: Light = {
    direction: directionFor(world, palette.elevation),
    color: palette.sun,
    sky: palette.sky,
    ground: palette.ground,
    haze: mixRgb(mixRgb(palette.horizon, palette.opposite, 0.45), palette.lower, 0.4),
    hazePerKilometre: clamp01(
      0.018 + 0.2 * world.haze * world.haze + 0.05 * world.haze + wet * 0.5 + fog * 0.9,
    ),
    softness: SOFTNESS[world.weather],
    night: palette.night,
  }
  return KINDS[world.light](open)
}

/** From the side where the sun stands; from behind when it is in the picture, but never so far that all fronts are black. */
function directionFor(world: World, elevation: number): readonly [number, number, number] {
  const visible = (world.sun && world.time !== 'night') || (world.moon !== 'none' && world.time === 'night')
  const aside = (world.sunX - 0.5) * 2
  const side = Math.abs(aside) < 0.45 ? (aside < 0 ? -0.45 : 0.45) : aside
  const angle = (clamp(elevation * (0.75 + 0.5 * world.sunY), 11, 75) * 3.141592653589793) / 180
  const towards = world.light === 'backlit' ? -0.75 : visible ? 0.1 : 0.3
  const level = Math.sqrt(side * side + towards * towards)
  return [(side / level) * cos(angle), sin(angle), (towards / level) * cos(angle)]
}

/** What each kind of light makes of the light of the hour. */
const KINDS: Record<LightKind, (light: Light) => Light> = {
  natural: (light) => light,
  soft: (light) => ({
    ...light,
    color: scaleRgb(fadeRgb(light.color, 0.15), 0.72),
    sky: scaleRgb(light.sky, 1.32),
    softness: mix(light.softness, 1, 0.6),
  }),
  studio: (light) => ({
    ...light,
    color: fadeRgb(light.color, 0.4),
    sky: scaleRgb(fadeRgb(light.sky, 0.5), 1.15),
    softness: mix(light.softness, 1, 0.45),
  }),
  dramatic: (light) => ({
    ...light,
    color: scaleRgb(light.color, 1.22),
    sky: scaleRgb(light.sky, 0.68),
    ground: scaleRgb(light.ground, 0.6),
    softness: light.softness * 0.5,
  }),
  backlit: (light) => ({ ...light, color: scaleRgb(light.color, 1.2), sky: scaleRgb(light.sky, 0.9) }),
  spotlight: (light) => ({
    ...light,
    color: scaleRgb(light.color, 1.15),
    sky: scaleRgb(light.sky, 0.5),
    ground: scaleRgb(light.ground, 0.5),
    softness: 0.15,
    night: Math.max(light.night, 0.3),
  }),
  candlelight: (light) => ({
    ...light,
    color: timesRgb(scaleRgb(light.color, 0.8), [1.25, 0.78, 0.42]),
    sky: timesRgb(scaleRgb(light.sky, 0.62), [1.2, 0.85, 0.6]),
    ground: timesRgb(light.ground, [1.3, 0.8, 0.5]),
    softness: 0.6,
    night: Math.max(light.night, 0.75),
  }),
  neon: (light) => ({
    ...light,
    color: timesRgb(scaleRgb(light.color, 0.85), [1.35, 0.5, 1.15]),
    sky: timesRgb(scaleRgb(light.sky, 0.85), [0.5, 0.85, 1.45]),
    ground: timesRgb(light.ground, [1.1, 0.6, 1.4]),
    night: Math.max(light.night, 0.8),
  }),
}

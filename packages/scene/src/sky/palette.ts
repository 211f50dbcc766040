import type { Time, World } from '@plantain/core'
import type { Rgb } from '../light.ts'
import { clamp01, smoothstep } from '../math.ts'
import { fadeRgb, luminance, mixRgb, scaleRgb, srgb } from './color.ts'

/** The colours of one sky, in linear light. Everything that is lit or fades takes its colours from here. */
export interface Palette {
  readonly zenith: Rgb
  readonly upper: Rgb
  readonly lower: Rgb
  readonly horizon: Rgb
  /** Around the sun, strongest near the horizon. */
  readonly glow: Rgb
  /** Low in the sky on the side away from the sun. */
  readonly opposite: Rgb
  /** Light of the sun or the moon on what faces it. */
  readonly sun: Rgb
  /** Light of the sky on what faces up. */
  readonly sky: Rgb
  /** Light that comes back from the ground. */
  readonly ground: Rgb
  readonly cloudLit: Rgb
  readonly cloudShade: Rgb
  /** Thin edges of clouds near the sun. */
  readonly cloudRim: Rgb
  /** Elevation of the sun as light, degrees. */
  readonly elevation: number
  readonly night: number
}

const PALETTES: Record<Time, Palette> = {
  dawn: {
    zenith: srgb('#4a6299'),
    upper: srgb('#8b96c4'),
    lower: srgb('#e6b3bb'),
    horizon: srgb('#ffd3a8'),
    glow: srgb('#ffc47e', 1.25),
    opposite: srgb('#c3a7c4'),
    sun: srgb('#ffb78a', 1.15),
    sky: srgb('#8290cc', 0.78),
    ground: srgb('#8a7470', 0.5),
    cloudLit: srgb('#ffd0b0', 1.1),
    cloudShade: srgb('#8c86ad'),
    cloudRim: srgb('#ffd9a0', 1.6),
    elevation: 9,
    night: 0.1,
  },
  morning: {
    zenith: srgb('#3577c4'),
    upper: srgb('#66a5dd'),
    lower: srgb('#a9d1ec'),
    horizon: srgb('#f3ead2'),
    glow: srgb('#fff0c4', 1.05),
    opposite: srgb('#bfdaec'),
    sun: srgb('#ffe0ae', 1.3),
    sky: srgb('#7fa9e4', 0.52),
    ground: srgb('#8d8a68', 0.45),
    cloudLit: srgb('#fff6e4', 1.12),
    cloudShade: srgb('#98aecb'),
    cloudRim: srgb('#fff4d6', 1.5),
    elevation: 27,
    night: 0,
  },
  noon: {
    zenith: srgb('#1f68c2'),
    upper: srgb('#4490dc'),
    lower: srgb('#8cc2ec'),
    horizon: srgb('#d3e8f2'),
    glow: srgb('#ffffff', 1),
    opposite: srgb('#bcdcf0'),
    sun: srgb('#fff2da', 1.28),
    sky: srgb('#7facec', 0.52),
    ground: srgb('#93907a', 0.45),
    cloudLit: srgb('#ffffff', 1.15),
    cloudShade: srgb('#93aac8'),
    cloudRim: srgb('#ffffff', 1.4),
    elevation: 52,
    night: 0,
  },
  afternoon: {
    zenith: srgb('#2f72bd'),
    upper: srgb('#629fd7'),
    lower: srgb('#aacfe4'),
    horizon: srgb('#f2e6c8'),
    glow: srgb('#fff0c8', 1.05),
    opposite: srgb('#c3d6e2'),
    sun: srgb('#ffe3b2', 1.3),
    sky: srgb('#80a8e0', 0.52),
    ground: srgb('#928868', 0.45),
    cloudLit: srgb('#fff5e2', 1.12),
    cloudShade: srgb('#9aabc4'),
    cloudRim: srgb('#fff2d0', 1.5),
    elevation: 33,
    night: 0,
  },
  'golden hour': {
    zenith: srgb('#4a7cb4'),
    upper: srgb('#8cabc4'),
    lower: srgb('#f4c99a'),
    horizon: srgb('#ffc27c'),
    glow: srgb('#ffb35a', 1.5),
    opposite: srgb('#d3b3b0'),
    sun: srgb('#ffb464', 1.55),
    sky: srgb('#8097d0', 0.58),
    ground: srgb('#94764c', 0.45),
    cloudLit: srgb('#ffd79a', 1.2),
    cloudShade: srgb('#8f8da3'),
    cloudRim: srgb('#ffe0a0', 1.9),
    elevation: 12,
    night: 0,
  },
  sunset: {
    zenith: srgb('#2d3d74'),
    upper: srgb('#6a5590'),
    lower: srgb('#e2737a'),
    horizon: srgb('#ff9a4d'),
    glow: srgb('#ffa03c', 1.7),
    opposite: srgb('#8a5f93'),
    sun: srgb('#ff9257', 1.3),
    sky: srgb('#7f78c0', 0.72),
    ground: srgb('#7d4f4c', 0.45),
    cloudLit: srgb('#ff8f66', 1.25),
    cloudShade: srgb('#5b4b78'),
    cloudRim: srgb('#ffc070', 2),
    elevation: 7,
    night: 0.15,
  },
  dusk: {
    zenith: srgb('#0f1c45'),
    upper: srgb('#263a76'),
    lower: srgb('#6a6299'),
    horizon: srgb('#e09a80'),
    glow: srgb('#f0a070', 1),
    opposite: srgb('#4a4f85'),
    sun: srgb('#d094a4', 0.5),
    sky: srgb('#6877bd', 0.86),
    ground: srgb('#3c3850', 0.5),
    cloudLit: srgb('#c98a94', 0.8),
    cloudShade: srgb('#2f3a66'),
    cloudRim: srgb('#f0a888', 1),
    elevation: 10,
    night: 0.6,
  },
  night: {
    zenith: srgb('#040a1f'),
    upper: srgb('#0a1838'),
    lower: srgb('#142b52'),
    horizon: srgb('#28466b'),
    glow: srgb('#6f92bf', 0.5),
    opposite: srgb('#1c3558'),
    sun: srgb('#9dbbee', 0.46),
    sky: srgb('#4a6aa8', 0.46),
    ground: srgb('#1c2740', 0.5),
    cloudLit: srgb('#5c7396', 0.8),
    cloudShade: srgb('#101c38'),
    cloudRim: srgb('#a8c0e0', 0.9),
    elevation: 34,
    night: 1,
  },
}

/** How much grey lies over the sky, how dark it is, and how much of the direct light is left. */
const VEILS = {
  clear: [0, 1, 1],
  cloudy: [0.1, 1, 0.9],
  overcast: [0.8, 0.84, 0.24],
  rain: [0.85, 0.66, 0.2],
  storm: [0.85, 0.42, 0.22],
  snow: [0.72, 0.92, 0.3],
  fog: [0.9, 0.97, 0.3],
  windy: [0.06, 1, 1],
} as const

/** Colours of the sky of a world: those of the hour, under the veil of the weather, in the tension of the drama. */
export function paletteFor(world: World): Palette {
  const base = PALETTES[world.time]
  const [fullVeil, dark, direct] = VEILS[world.weather]
  const precipitates =
    world.weather === 'rain' ||
    world.weather === 'storm' ||
    world.weather === 'snow' ||
    world.weather === 'fog'
  const veil = precipitates ? fullVeil * (0.6 + 0.4 * clamp01(world.intensity * 1.5)) : fullVeil
  const storm = world.weather === 'storm' ? 1 : world.weather === 'rain' ? 0.4 : 0
  const tension = world.drama
  // An even layer of cloud takes its colour from all of the sky; a storm's is slate, a snow sky's is pale and cool.
  const mean = fadeRgb(mixRgb(mixRgb(base.upper, base.lower, 0.5), base.horizon, 0.3), 0.62)
  const slate: Rgb = [0.82, 0.95, 1.06]
  const grey = scaleRgb([mean[0] * slate[0], mean[1] * slate[1], mean[2] * slate[2]], dark)
  const cover = (color: Rgb, shade: number): Rgb =>
    mixRgb(scaleRgb(color, 1 + (dark - 1) * veil), scaleRgb(grey, shade), veil)
  const deepen = (color: Rgb, by: number): Rgb => scaleRgb(color, 1 - tension * by)
  const sunLeft = 1 + (direct - 1) * (fullVeil === 0 ? 1 : veil / fullVeil)
  return {
    zenith: deepen(cover(base.zenith, 0.86 - 0.3 * storm), 0.34),
    upper: deepen(cover(base.upper, 0.94 - 0.22 * storm), 0.24),
    lower: deepen(cover(base.lower, 1.04), 0.1),
    horizon: cover(base.horizon, 1.16 + 0.35 * storm),
    glow: scaleRgb(cover(base.glow, 1), (1 - 0.75 * veil) * (1 + 0.3 * tension)),
    opposite: deepen(cover(base.opposite, 1.06), 0.15),
    sun: scaleRgb(fadeRgb(base.sun, veil * 0.6), sunLeft * (1 + 0.18 * tension)),
    sky: scaleRgb(
      fadeRgb(base.sky, veil * 0.7),
      (1 + 0.55 * veil) * (1 + (dark - 1) * veil) * (1 - 0.22 * tension),
    ),
    ground: base.ground,
    cloudLit: mixRgb(base.cloudLit, scaleRgb(grey, 1.5), veil * 0.85),
    cloudShade: deepen(mixRgb(base.cloudShade, scaleRgb(grey, 0.74 - 0.22 * storm), veil * 0.9), 0.3),
    cloudRim: scaleRgb(base.cloudRim, 1 - 0.8 * veil),
    elevation: base.elevation,
    night: clamp01(base.night + storm * 0.12),
  }
}

/** How far the eye sees the sky colour of the height `tangent` (of the elevation angle) change: 0 at the horizon, 1 overhead. */
export const skyHeight = (tangent: number): number =>
  smoothstep(0, 1, clamp01(tangent / 0.95)) * 0.35 + clamp01(tangent / 0.85) * 0.65
export { luminance }

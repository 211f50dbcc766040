import type { World } from '@plantain/core'
import type { Rgb } from '../../light.ts'
import { clamp01, mix, smoothstep } from '../../math.ts'
import { fbm2, noise2, random } from '../../noise.ts'
import { fadeRgb, mixRgb, scaleRgb, srgb, timesRgb } from '../../sky/color.ts'
import { paletteFor } from '../../sky/palette.ts'
import type { Ray } from './ray.ts'

const LEAVES = {
  spring: srgb('#7fae4e'),
  summer: srgb('#4b7a36'),
  autumn: srgb('#c27a2e'),
  winter: srgb('#7d7468'),
} as const
const LAWN = {
  spring: srgb('#86b04e'),
  summer: srgb('#6a9440'),
  autumn: srgb('#9b8c45'),
  winter: srgb('#a3a08a'),
} as const

/** What is seen through a window: sky, trees and a lawn, out of focus, by the hour, the season and the weather. */
export function outsideOf(world: World, seed: number): (ray: Ray, out: Float64Array) => void {
  const palette = paletteFor(world)
  const night = palette.night
  const gloomy =
    world.weather === 'overcast' ||
    world.weather === 'rain' ||
    world.weather === 'storm' ||
    world.weather === 'fog' ||
    world.weather === 'snow'
  const bright = mix(1.75, 1.1, night) * (gloomy ? 0.8 : 1)
  const tone = (color: Rgb): Rgb => scaleRgb(gloomy ? fadeRgb(color, 0.55) : color, bright)
  const lit = mixRgb(scaleRgb(palette.sky, 0.8), palette.sun, gloomy ? 0.1 : 0.45)
  const snowy = world.season === 'winter' && world.weather !== 'rain' ? 1 : 0
  const leaves = timesRgb(mixRgb(LEAVES[world.season], srgb('#dfe6ee'), 0.35 * snowy), scaleRgb(lit, 1.2))
  const lawn = timesRgb(mixRgb(LAWN[world.season], srgb('#eef2f6'), 0.85 * snowy), scaleRgb(lit, 1.2))
  const upper = tone(palette.upper)
  const lower = tone(palette.lower)
  const horizon = tone(palette.horizon)
  const cloud = tone(palette.cloudLit)
  const veil =
    world.weather === 'fog' ? 0.75 : world.weather === 'rain' || world.weather === 'snow' ? 0.35 : 0.12
  return (ray, out) => {
    const z = ray.dz > 0.05 ? ray.dz : 0.05
    const x = ray.dx / z + ray.ox * 0.02
    const e = ray.dy / z
    let sky = mixRgb(horizon, mixRgb(lower, upper, smoothstep(0.12, 0.6, e)), smoothstep(-0.02, 0.2, e))
    const cover = clamp01(fbm2(seed + 5, x * 2.6, e * 6, 3) * 1.6 + world.clouds * 1.5 - 0.7)
    sky = mixRgb(sky, cloud, 0.55 * cover * (1 - night))
    // Two rows of trees and a lawn, soft as a lens sees what is far behind.
    const far = 0.1 + 0.05 * noise2(seed + 6, x * 5, 1) + 0.02 * noise2(seed + 7, x * 17, 2)
    const near = 0.03 + 0.1 * noise2(seed + 8, x * 3.2, 3) + 0.035 * noise2(seed + 9, x * 11, 4)
    const spots = 0.75 + 0.5 * noise2(seed + 10, x * 22, e * 22)
    let color = mixRgb(
      sky,
      mixRgb(scaleRgb(leaves, 0.7), horizon, 0.5 + 0.4 * veil),
      smoothstep(0.03, -0.03, e - far),
    )
    color = mixRgb(
      color,
      mixRgb(scaleRgb(leaves, 0.62 * spots), horizon, veil),
      smoothstep(0.022, -0.022, e - near),
    )
    const ground = mixRgb(
      scaleRgb(lawn, 0.9 + 0.2 * noise2(seed + 11, x * 6, e * 30)),
      horizon,
      veil * clamp01(1 + e * 3),
    )
    color = mixRgb(color, ground, smoothstep(0.012, -0.03, e + 0.03))
    if (night > 0.3) {
      // Windows of other houses, each a soft disc.
      const i = Math.floor(x * 9)
      const j = Math.floor(e * 9)
      const dx = x * 9 - i - 0.5 - 0.5 * (random(seed + 12, i, j, 1) - 0.5)
      const dy = e * 9 - j - 0.5 - 0.5 * (random(seed + 12, i, j, 2) - 0.5)
      const disc = smoothstep(0.2, 0.13, Math.sqrt(dx * dx + dy * dy))
      if (e < far + 0.03 && random(seed + 12, i, j, 3) < 0.3)
        color = mixRgb(color, [1.5, 0.95, 0.42], 0.75 * disc * night)
    }
    out[0] = color[0]
    out[1] = color[1]
    out[2] = color[2]
  }
}

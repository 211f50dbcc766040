import type { World } from '@plantain/core'
import type { Camera } from '../camera.ts'
import type { Rgb } from '../light.ts'
import { clamp01, decay, smoothstep } from '../math.ts'
import { type Palette, paletteFor, skyHeight } from './palette.ts'

/** The clear air of a scene: what is seen where nothing stands in the way. Haze, water and clouds ask it for their colours. */
export interface Air {
  readonly palette: Palette
  /** Frame place of the sun or the moon; it may lie outside the frame or below the horizon. */
  readonly sunX: number
  readonly sunY: number
  /** Writes the linear colour of the sky at frame (x, y) into `out` at `at`. Below the horizon: as at the horizon. */
  color(x: number, y: number, out: Float32Array | Float64Array, at: number): void
}

const STEPS = 512

export function airFor(world: World, camera: Camera): Air {
  const palette = paletteFor(world)
  const sunX = world.sunX
  // A sun that is to be seen stands clear of the relief.
  const shows = world.sun || world.moon !== 'none'
  const height = Math.max(world.sunY, shows ? Math.min(0.86, world.relief * 0.72 + 0.07) : 0)
  const sunY = world.horizon * (1 - 0.94 * height) - 0.012
  const ramp = verticalRamp(palette)
  const { aspect, horizon, spread } = camera
  const { glow, opposite } = palette
  const low = smoothstep(30, 6, palette.elevation)
  // A low sun reddens a wide part of the horizon, a high one only whitens the air around itself.
  const near = 0.5 + 0.5 * low
  return {
    palette,
    sunX,
    sunY,
    color(x, y, out, at) {
      const height = y < horizon ? (horizon - y) * spread : 0
      const t = skyHeight(height) * (STEPS - 1)
      const i = Math.min(STEPS - 2, Math.floor(t))
      const f = t - i
      let r = ramp[i * 3]! * (1 - f) + ramp[i * 3 + 3]! * f
      let g = ramp[i * 3 + 1]! * (1 - f) + ramp[i * 3 + 4]! * f
      let b = ramp[i * 3 + 2]! * (1 - f) + ramp[i * 3 + 5]! * f
      const dx = (x - sunX) * aspect
      const dy = (y < horizon ? y : horizon) - sunY
      const away = clamp01(Math.abs(dx) * 0.85)
      const turned = away * away * (1 - clamp01(height * 1.7)) * 0.75
      r += (opposite[0] - r) * turned
      g += (opposite[1] - g) * turned
      b += (opposite[2] - b) * turned
      const square = dx * dx * (0.55 + 0.45 * (1 - low)) + dy * dy
      const distance = Math.sqrt(square)
      const wide = decay(distance * 3.2) * 0.62 * near
      const tight = decay(distance * 13) * 0.55
      const share = clamp01(wide + tight)
      out[at] = r + (glow[0] - r * 0.35) * share
      out[at + 1] = g + (glow[1] - g * 0.35) * share
      out[at + 2] = b + (glow[2] - b * 0.35) * share
    },
  }
}

/** [STEPS, 3]: horizon, lower, upper, zenith, joined smoothly. */
function verticalRamp(palette: Palette): Float64Array {
  const stops: readonly (readonly [number, Rgb])[] = [
    [0, palette.horizon],
    [0.16, palette.lower],
    [0.48, palette.upper],
    [1, palette.zenith],
  ]
  const ramp = new Float64Array(STEPS * 3)
  for (let i = 0; i < STEPS; i++) {
    const t = i / (STEPS - 1)
    for (let channel = 0; channel < 3; channel++) ramp[i * 3 + channel] = spline(stops, t, channel)
  }
  return ramp
}

/** Monotone cubic through the stops: no kinks, which the eye sees as bands in a sky. */
function spline(stops: readonly (readonly [number, Rgb])[], t: number, channel: number): number {
  let k = 0
  while (k < stops.length - 2 && t > stops[k + 1]![0]) k++
  const slope = (i: number): number =>
    (stops[i + 1]![1][channel]! - stops[i]![1][channel]!) / (stops[i + 1]![0] - stops[i]![0])
  const tangent = (i: number): number => {
    if (i <= 0) return slope(0)
    if (i >= stops.length - 1) return slope(stops.length - 2)
    const before = slope(i - 1)
    const after = slope(i)
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
  }
  const [start, end] = [stops[k]!, stops[k + 1]!]
  const width = end[0] - start[0]
  const u = (t - start[0]) / width
  const [a, b] = [start[1][channel]!, end[1][channel]!]
  const [p, q] = [tangent(k) * width, tangent(k + 1) * width]
  return a + u * (p + u * (3 * (b - a) - 2 * p - q + u * (p + q - 2 * (b - a))))
}

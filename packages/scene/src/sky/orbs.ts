import type { Scene } from '@plantain/core'
import { type Frame, LABEL } from '../frame.ts'
import { clamp01, smoothstep } from '../math.ts'
import { fbm2, gradientNoise } from '../noise.ts'
import type { Air } from './model.ts'

const SUN = 0.021
const MOON = 0.042

/** The disc of the sun or the moon; clouds are painted over it. */
export function paintOrb(frame: Frame, scene: Scene, air: Air): void {
  const { world } = scene
  if (world.time === 'night' || (world.moon !== 'none' && !world.sun)) {
    if (world.moon !== 'none') paintMoon(frame, scene, air)
  } else if (world.sun) paintSun(frame, scene, air)
}

function paintSun(frame: Frame, scene: Scene, air: Air): void {
  const { width, height, color, label } = frame
  const low = smoothstep(25, 5, air.palette.elevation)
  const radius = (SUN + 0.011 * low) * height
  const cx = air.sunX * width
  const cy = air.sunY * height
  const { glow } = air.palette
  const strength = 9 - 5.6 * low
  const reach = radius * 5
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++)
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
      const dx = x + 0.5 - cx
      const dy = y + 0.5 - cy
      const d = Math.sqrt(dx * dx + dy * dy)
      const disc = clamp01((radius - d) * Math.min(1, 60 / radius) + 0.5)
      const t = clamp01(1 - d / reach)
      const halo = t * t * t * 0.9
      const p = y * width + x
      // A low sun keeps its colour, a high one burns out to white.
      for (let channel = 0; channel < 3; channel++) {
        const hue = glow[channel]! * low + (0.6 + 0.4 * glow[channel]!) * (1 - low)
        color[p * 3 + channel] =
          color[p * 3 + channel]! * (1 - disc) + hue * (strength * disc + halo * (1 - disc))
      }
      if (disc > 0.5) label[p] = LABEL.sun
    }
}

function paintMoon(frame: Frame, scene: Scene, air: Air): void {
  const { width, height, color, label } = frame
  const { world } = scene
  const radius = MOON * height
  const cx = air.sunX * width
  const cy = air.sunY * height
  const day = 1 - air.palette.night
  const bright = 1.35 - 0.45 * day
  const tilt = world.sunX < 0.5 ? 1 : -1
  const reach = radius * 6
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++)
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
      const u = (x + 0.5 - cx) / radius
      const v = (y + 0.5 - cy) / radius
      const d = Math.sqrt(u * u + v * v)
      const p = (y * width + x) * 3
      const t = clamp01(1 - d / 6)
      const halo = t * t * t * t * 0.3 * air.palette.night * (world.moon === 'full' ? 1 : 0.5)
      color[p] = color[p]! + halo * 0.62
      color[p + 1] = color[p + 1]! + halo * 0.74
      color[p + 2] = color[p + 2]! + halo * 0.95
      const disc = clamp01((1 - d) * radius * 0.8 + 0.5)
      if (disc <= 0) continue
      let lit = 1
      if (world.moon === 'crescent') {
        // The shadow's edge is half an ellipse.
        const a = u * 0.9 + v * 0.44 * tilt
        const b = v * 0.9 - u * 0.44 * tilt
        const rim = Math.sqrt(Math.max(0, 1 - b * b))
        lit = smoothstep(-0.04, 0.22, a * -tilt - 0.42 * rim)
      }
      const sphere = Math.sqrt(Math.max(0, 1 - d * d))
      const maria = smoothstep(
        -0.05,
        0.35,
        fbm2(611, u * 1.3 + 4, v * 1.3, 3) + 0.1 * gradientNoise(612, u * 5, v * 5),
      )
      const rays = 0.06 * gradientNoise(613, u * 9, v * 9)
      const face = (0.78 + 0.22 * sphere - 0.3 * maria + rays) * bright
      const glowed = lit + (world.moon === 'crescent' ? 0.018 : 0)
      const share = disc * (day > 0.5 ? 0.72 : 1) * (world.moon === 'crescent' ? lit : 1)
      color[p] = color[p]! * (1 - share) + face * glowed * 1.0 * share
      color[p + 1] = color[p + 1]! * (1 - share) + face * glowed * 0.985 * share
      color[p + 2] = color[p + 2]! * (1 - share) + face * glowed * 0.93 * share
      if (share * glowed > 0.4) label[p / 3] = LABEL.moon
    }
}

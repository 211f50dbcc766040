import type { State } from '@plantain/core'
import type { Light } from '../light.ts'
import { clamp01, smoothstep } from '../math.ts'
import { fbm2, noise2 } from '../noise.ts'
import type { Sprite } from './sprite.ts'

const LIVING: ReadonlySet<string> = new Set(['animal', 'bird', 'fish', 'insect', 'fantasy'])

/**
 * What time and weather do to a surface, before it is lit. Changes the sprite; u and v are in heights of the thing. The living grow old
 * without cracks and stains: animals fade, people turn grey (looks.ts).
 */
export function weather(sprite: Sprite, state: State, seed: number, height: number, category: string): void {
  if (state !== 'old' && state !== 'broken' && state !== 'wet') return
  if (state === 'old' && category === 'person') return
  const { width, color, alpha } = sprite
  const unit = 1 / Math.max(8, height)
  for (let y = 0; y < sprite.height; y++)
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      if (alpha[p] === 0) continue
      const [u, v] = [x * unit, y * unit]
      if (state === 'old' && LIVING.has(category)) fade(color, 3 * p)
      else if (state === 'old') age(color, 3 * p, u, v, seed)
      else if (state === 'wet') soak(color, 3 * p, u, v, seed)
      else {
        alpha[p] = alpha[p]! * piece(u, v, seed, width * unit)
        crack(color, 3 * p, u, v, seed, 1)
      }
    }
}

/** Faded, stained, scratched. */
function age(color: Float32Array, i: number, u: number, v: number, seed: number): void {
  const grey = 0.2126 * color[i]! + 0.7152 * color[i + 1]! + 0.0722 * color[i + 2]!
  const stain = smoothstep(-0.1, 0.7, fbm2(seed + 71, u * 7, v * 4, 4, 0.6)) * 0.55
  const faded = [0.98, 0.93, 0.8]
  const dirt = [0.36, 0.27, 0.19]
  for (let channel = 0; channel < 3; channel++) {
    const pale = color[i + channel]! + (grey * faded[channel]! - color[i + channel]!) * 0.5
    color[i + channel] = pale * 0.88 * (1 - stain * (1 - dirt[channel]!))
  }
  crack(color, i, u, v, seed, 0.45)
}

function fade(color: Float32Array, i: number): void {
  const grey = 0.2126 * color[i]! + 0.7152 * color[i + 1]! + 0.0722 * color[i + 2]!
  for (let channel = 0; channel < 3; channel++)
    color[i + channel] = color[i + channel]! + (1.06 * grey - color[i + channel]!) * 0.45
}

function soak(color: Float32Array, i: number, u: number, v: number, seed: number): void {
  const run = smoothstep(0.25, 0.6, noise2(seed + 81, u * 46, v * 5))
  for (let channel = 0; channel < 3; channel++) color[i + channel] = color[i + channel]! * (0.62 + 0.12 * run)
}

/** Dark jagged lines where two noises cross. */
function crack(color: Float32Array, i: number, u: number, v: number, seed: number, strength: number): void {
  const bent = noise2(seed + 91, u * 16, v * 16) * 0.06 + noise2(seed + 92, u * 48, v * 48) * 0.016
  const line = Math.abs(noise2(seed + 93, u * 3.4 + bent * 2.4, v * 3.4 - bent * 2))
  const only = smoothstep(-0.25, 0.15, noise2(seed + 94, u * 2.2, v * 2.2))
  const dark = smoothstep(0.04, 0.014, line) * only * strength
  const light = smoothstep(0.07, 0.04, line) * only * 0.12 * strength * (line > 0.036 ? 1 : 0)
  for (let channel = 0; channel < 3; channel++)
    color[i + channel] = clamp01(color[i + channel]! * (1 - 0.85 * dark) + light * 0.5)
}

/** 0 where a piece is missing: a bite out of the upper corner, jagged. */
function piece(u: number, v: number, seed: number, wide: number): number {
  const side = (seed & 1) === 0 ? u : wide - u
  const edge =
    side +
    v * 0.9 -
    0.34 * Math.min(1, wide) +
    noise2(seed + 95, u * 11, v * 11) * 0.07 +
    noise2(seed + 96, u * 31, v * 31) * 0.03
  return smoothstep(-0.006, 0.006, edge)
}

/** Lays snow on what is open to the sky: on every upper edge of the outline, in uneven thickness, `thick` heights deep. Changes `lit`. */
export function snowOn(
  sprite: Sprite,
  lit: Float32Array,
  light: Light,
  seed: number,
  height: number,
  thick: number,
): void {
  const { width, alpha } = sprite
  const unit = 1 / Math.max(8, height)
  const shine = [0, 1, 2].map(
    (c) => 0.9 * (light.sky[c]! + light.color[c]! * Math.max(0.25, light.direction[1]) * 0.9),
  )
  for (let x = 0; x < width; x++) {
    const deep =
      (thick +
        0.5 * thick * noise2(seed + 61, x * unit * 9, 0) +
        0.008 * noise2(seed + 62, x * unit * 40, 0)) *
      height
    let open = 0
    for (let y = 0; y < sprite.height; y++) {
      const p = y * width + x
      // Under an overhang a little lies too, but only after a gap that snow could fall through.
      if (alpha[p]! < 0.2) {
        open = Math.min(deep, open + 0.15)
        continue
      }
      if (open <= 0) continue
      const cover = smoothstep(0, 0.16 * deep + 1, open)
      const shade = 0.8 + 0.2 * (open / deep)
      for (let channel = 0; channel < 3; channel++) {
        const i = 3 * p + channel
        lit[i] = lit[i]! + (shine[channel]! * shade - lit[i]!) * cover
      }
      open -= 1
    }
  }
}

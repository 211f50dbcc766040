import type { Scene } from '@plantain/core'
import type { Frame } from '../frame.ts'
import { clamp01, exp, smoothstep } from '../math.ts'
import { fbm2, gradientNoise, hash } from '../noise.ts'
import type { Air } from './model.ts'

/** Frame heights from star to star of the faintest kind. */
const CELL = 0.0125

/** Adds the stars and the milky way that a night of this strength shows, 0 to 1. */
export function paintStars(frame: Frame, scene: Scene, air: Air, horizon: number, night: number): void {
  const visible = smoothstep(0.35, 1, night) * (1 - clamp01(scene.world.haze * 0.5))
  if (visible <= 0.02) return
  const { width, height, color } = frame
  const aspect = width / height
  const seed = scene.seed + 401
  const moon = scene.world.moon === 'full' ? 0.6 : scene.world.moon === 'crescent' ? 0.85 : 1
  milkyWay(frame, seed, air, horizon, visible * moon)
  const radius = Math.max(0.62, 0.0009 * height)
  const columns = Math.ceil(aspect / CELL)
  const rows = Math.ceil(horizon / CELL)
  for (let iy = 0; iy < rows; iy++) {
    for (let ix = 0; ix < columns; ix++) {
      const h = hash(seed, ix, iy)
      const rank = ((h >>> 16) & 65535) / 65536
      const fx = (ix + (h & 255) / 255) * CELL
      const fy = (iy + ((h >>> 8) & 255) / 255) * CELL
      const band = galaxy(seed, fx, fy)
      if (rank > 0.42 + 0.5 * band) continue
      // Few are bright: brightness falls with a high power of the rank.
      const bright = 0.05 + 0.16 * (1 - rank) + (rank < 0.06 ? 0.35 : 0) + (rank < 0.012 ? 1.3 : 0)
      const dx = fx - air.sunX * aspect
      const dy = fy - air.sunY
      const low = smoothstep(0, 0.22, horizon - fy)
      const glare = 1 - 0.85 * exp(-(dx * dx + dy * dy) * 26) * (scene.world.moon === 'none' ? 0 : 1)
      const strength = bright * visible * moon * low * glare
      const warm = ((h >>> 4) & 255) / 255
      splat(
        color,
        width,
        height,
        fx * height,
        fy * height,
        radius * (1 + 0.55 * bright),
        strength,
        0.82 + 0.28 * warm,
        0.9,
        1.12 - 0.3 * warm,
      )
      if (rank < 0.0022) glint(color, width, height, fx * height, fy * height, 0.011 * height, strength * 0.4)
    }
  }
}

/** Nearness to the middle of the milky way, which crosses the sky aslant. */
function galaxy(seed: number, x: number, y: number): number {
  const slope = (hash(seed, 3) & 1) === 0 ? 0.75 : -0.75
  const across = (y - 0.3 - slope * (x - 0.5)) * 0.8 + 0.05 * gradientNoise(seed + 1, x * 3, y * 3)
  return exp(-across * across * 60)
}

function milkyWay(frame: Frame, seed: number, air: Air, horizon: number, visible: number): void {
  const { width, height, color } = frame
  const aspect = width / height
  const rows = Math.min(height, Math.floor(horizon * height))
  // Soft: every fourth pixel is computed, the rest lies between.
  const cell = Math.max(2, height / 200)
  const columnsAt = Math.ceil(width / cell) + 2
  const rowsAt = Math.ceil(rows / cell) + 2
  const map = new Float32Array(columnsAt * rowsAt * 2)
  for (let j = 0; j < rowsAt; j++)
    for (let i = 0; i < columnsAt; i++) {
      const x = ((i * cell) / width) * aspect
      const y = (j * cell) / height
      const band = galaxy(seed, x, y)
      const cloud = clamp01(0.5 + 0.9 * fbm2(seed + 5, x * 5, y * 5, 4))
      const dust = smoothstep(0.1, 0.55, fbm2(seed + 15, x * 6 + 9, y * 6, 4) + band * 0.25)
      map[(j * columnsAt + i) * 2] = band * cloud * (1 - 0.65 * dust * band)
      map[(j * columnsAt + i) * 2 + 1] = band * dust
    }
  for (let row = 0; row < rows; row++) {
    const v = row / cell
    const j = v | 0
    const fv = v - j
    const low = smoothstep(0, 0.25, horizon - row / height) * visible
    for (let column = 0; column < width; column++) {
      const u = column / cell
      const i = u | 0
      const fu = u - i
      const p = (j * columnsAt + i) * 2
      const q = p + columnsAt * 2
      const top = map[p]! + (map[p + 2]! - map[p]!) * fu
      const light = (top + (map[q]! + (map[q + 2]! - map[q]!) * fu - top) * fv) * low
      const red = map[p + 1]! * low
      const o = (row * width + column) * 3
      color[o] = color[o]! + light * 0.05 + red * 0.014
      color[o + 1] = color[o + 1]! + light * 0.058 + red * 0.006
      color[o + 2] = color[o + 2]! + light * 0.088 + red * 0.012
    }
  }
  void air
}

function splat(
  color: Float32Array,
  width: number,
  height: number,
  cx: number,
  cy: number,
  radius: number,
  strength: number,
  r: number,
  g: number,
  b: number,
): void {
  const reach = Math.ceil(radius * 2.4)
  const inverse = 1 / (radius * radius)
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++)
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
      const dx = x + 0.5 - cx
      const dy = y + 0.5 - cy
      const light = strength * exp(-(dx * dx + dy * dy) * inverse)
      const o = (y * width + x) * 3
      color[o] = color[o]! + light * r
      color[o + 1] = color[o + 1]! + light * g
      color[o + 2] = color[o + 2]! + light * b
    }
}

/** Four fine rays of a very bright star. */
function glint(
  color: Float32Array,
  width: number,
  height: number,
  cx: number,
  cy: number,
  reach: number,
  strength: number,
): void {
  for (let k = -Math.ceil(reach); k <= reach; k++) {
    const light = strength * exp(-Math.abs(k) / (reach * 0.3))
    for (const [x, y] of [
      [Math.floor(cx) + k, Math.floor(cy)],
      [Math.floor(cx), Math.floor(cy) + k],
    ] as const) {
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const o = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++)
        color[o + channel] = color[o + channel]! + light * (channel === 2 ? 1.15 : 0.95)
    }
  }
}

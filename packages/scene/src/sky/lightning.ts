import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import type { Frame } from '../frame.ts'
import { exp } from '../math.ts'
import { random } from '../noise.ts'

/** Bolts from the clouds to the horizon: a crooked channel with branches that thin out, and the glare around it. */
export function paintLightning(frame: Frame, scene: Scene, camera: Camera): void {
  const seed = scene.seed + 461
  const aspect = frame.width / frame.height
  const { horizon } = camera
  const bolts = random(seed, 1) < 0.45 ? 2 : 1
  for (let k = 0; k < bolts; k++) {
    const x = (k === 0 ? 0.2 + 0.6 * random(seed, 2) : 0.12 + 0.76 * random(seed, 3)) * aspect
    const power = k === 0 ? 1 : 0.45
    const top = horizon * (0.08 + 0.12 * random(seed, 4, k))
    glare(frame, x, horizon * 0.5, 0.36 * horizon + 0.1, power * 0.5)
    channel(frame, seed + 17 * k, x, top, x + (random(seed, 5, k) - 0.5) * 0.18, horizon - 0.004, power, 0)
  }
}

function channel(
  frame: Frame,
  seed: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  power: number,
  depth: number,
): void {
  const pieces = 26
  let px = x0
  let py = y0
  let drift = 0
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces
    drift += (random(seed, 11, i) - 0.5) * 0.034
    const pull = 4 * t * (1 - t)
    const x = x0 + (x1 - x0) * t + drift * (0.35 + 0.65 * pull)
    const y = y0 + (y1 - y0) * t + (random(seed, 12, i) - 0.5) * 0.01
    line(frame, px, py, x, y, power)
    if (depth < 2 && random(seed, 13, i) < 0.16 && t < 0.8) {
      const side = random(seed, 14, i) < 0.5 ? -1 : 1
      const reach = (y1 - y0) * (0.16 + 0.3 * random(seed, 15, i)) * (1 - t * 0.6)
      channel(
        frame,
        seed + 101 * i,
        x,
        y,
        x + side * reach * (0.5 + 0.5 * random(seed, 16, i)),
        y + reach,
        power * 0.42,
        depth + 1,
      )
    }
    px = x
    py = y
  }
}

/** A glowing line between frame places (x in frame heights). */
function line(frame: Frame, x0: number, y0: number, x1: number, y1: number, power: number): void {
  const { width, height, color, depth } = frame
  const ax = x0 * height
  const ay = y0 * height
  const bx = x1 * height
  const by = y1 * height
  const core = Math.max(0.55, 0.0011 * height * (0.5 + 0.5 * power))
  const wide = 0.007 * height
  const reach = wide * 2.6
  const dx = bx - ax
  const dy = by - ay
  const inverse = 1 / (dx * dx + dy * dy + 1e-6)
  const faint = Math.min(1, (0.0011 * height * (0.5 + 0.5 * power)) / core)
  for (
    let y = Math.max(0, Math.floor(Math.min(ay, by) - reach));
    y <= Math.min(height - 1, Math.max(ay, by) + reach);
    y++
  )
    for (
      let x = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
      x <= Math.min(width - 1, Math.max(ax, bx) + reach);
      x++
    ) {
      const px = x + 0.5 - ax
      const py = y + 0.5 - ay
      const raw = (px * dx + py * dy) * inverse
      // Each piece lights only what lies beside it; its ends belong to its neighbours.
      if (raw < 0 || raw >= 1) continue
      const ex = px - dx * raw
      const ey = py - dy * raw
      const d = Math.sqrt(ex * ex + ey * ey)
      const light = power * (7 * faint * exp((-d * d) / (core * core)) + 0.5 * exp(-d / (wide * 0.55)))
      if (light < 0.004 || depth[y * width + x]! !== Infinity) continue
      const o = (y * width + x) * 3
      color[o] = color[o]! + light * 0.88
      color[o + 1] = color[o + 1]! + light * 0.92
      color[o + 2] = color[o + 2]! + light * 1.2
    }
}

function glare(frame: Frame, cx: number, cy: number, reach: number, power: number): void {
  const { width, height, color } = frame
  for (let y = 0; y < height; y++) {
    const dy = ((y + 0.5) / height - cy) / (reach * 1.3)
    if (dy > 1.2) break
    for (let x = 0; x < width; x++) {
      const dx = ((x + 0.5) / height - cx) / reach
      const d = dx * dx + dy * dy
      if (d >= 1) continue
      const light = power * (1 - d) * (1 - d)
      const o = (y * width + x) * 3
      // Light inside the cloud shows the cloud: it multiplies.
      for (let channel = 0; channel < 3; channel++)
        color[o + channel] = color[o + channel]! * (1 + 2.4 * light) + light * (channel === 2 ? 0.06 : 0.035)
    }
  }
}

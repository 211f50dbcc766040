import type { Scene } from '@plantain/core'
import type { Stage } from '../frame.ts'
import type { Rgb } from '../light.ts'
import { clamp01, cos, sin } from '../math.ts'
import { random } from '../noise.ts'

interface Drift {
  readonly count: number
  /** Frame heights. */
  readonly radius: readonly [number, number]
  readonly alpha: number
  /** Metres: what is nearer hides them. */
  readonly far: number
  /** Blurred edge as a share of the radius. */
  readonly soft: number
}

/** Soft discs of a colour, in order from far to near, by place. */
function paintDrift(stage: Stage, seed: number, drift: Drift, color: Rgb): void {
  const { frame } = stage
  const { width, height, depth } = frame
  const aspect = width / height
  const count = Math.round(drift.count * aspect)
  for (let k = 0; k < count; k++) {
    const cx = random(seed, k, 1) * width
    const cy = random(seed, k, 2) * height
    const r = (drift.radius[0] + (drift.radius[1] - drift.radius[0]) * random(seed, k, 3)) * height
    const seen = Math.max(0.7, r)
    const alpha =
      drift.alpha * (0.55 + 0.45 * random(seed, k, 4)) * Math.min(1, (r * r) / (seen * seen) + 0.1)
    const reach = seen * (1 + drift.soft)
    for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++)
      for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
        const p = y * width + x
        if (depth[p]! < drift.far) continue
        const dx = x + 0.5 - cx
        const dy = y + 0.5 - cy
        const t = clamp01((reach - Math.sqrt(dx * dx + dy * dy)) / (seen * drift.soft * 2 + 0.7))
        const share = alpha * t * t * (3 - 2 * t)
        for (let channel = 0; channel < 3; channel++) {
          const o = p * 3 + channel
          frame.color[o] = frame.color[o]! + (color[channel]! - frame.color[o]!) * share
        }
      }
  }
}

/** Falling snow: a dust of far flakes, clear ones in the middle, a few large blurred ones before the lens. */
export function paintSnowfall(stage: Stage, scene: Scene): void {
  const { light } = stage
  const strength = 0.25 + 0.95 * clamp01(scene.world.intensity)
  const white: Rgb = [0, 1, 2].map(
    (i) => 0.16 + 0.95 * (light.sky[i]! + 0.5 * light.color[i]!),
  ) as unknown as Rgb
  const layers: readonly Drift[] = [
    { count: 2600 * strength, radius: [0.0007, 0.0012], alpha: 0.5, far: 30, soft: 0.5 },
    { count: 900 * strength, radius: [0.0012, 0.0022], alpha: 0.68, far: 10, soft: 0.5 },
    { count: 300 * strength, radius: [0.0022, 0.0042], alpha: 0.74, far: 4, soft: 0.6 },
    { count: 70 * strength, radius: [0.005, 0.009], alpha: 0.5, far: 1, soft: 0.9 },
    { count: 14 * strength, radius: [0.012, 0.022], alpha: 0.26, far: 0, soft: 0.95 },
  ]
  layers.forEach((layer, i) => {
    stage.checkpoint()
    paintDrift(stage, scene.seed + 831 + i, layer, white)
  })
}

/** What the wind carries: leaves in autumn, petals in spring, straws and dust else. */
export function paintWindblown(stage: Stage, scene: Scene): void {
  const { frame, light } = stage
  const { width, height, color, depth } = frame
  const { world } = scene
  const seed = scene.seed + 861
  const aspect = width / height
  const hues: readonly Rgb[] =
    world.season === 'spring'
      ? [
          [0.9, 0.62, 0.7],
          [0.95, 0.8, 0.84],
        ]
      : world.season === 'autumn'
        ? [
            [0.62, 0.24, 0.06],
            [0.7, 0.42, 0.09],
            [0.5, 0.14, 0.05],
          ]
        : world.season === 'winter'
          ? [[0.85, 0.88, 0.95]]
          : [
              [0.34, 0.42, 0.12],
              [0.55, 0.5, 0.2],
            ]
  const count = Math.round((30 + 130 * world.intensity) * aspect)
  for (let k = 0; k < count; k++) {
    const near = random(seed, k, 3)
    const size = (0.0022 + 0.0085 * near * near * near) * height
    const cx = random(seed, k, 1) * width
    // Streams: leaves follow waves of air.
    const stream = Math.floor(random(seed, k, 2) * 6)
    const cy =
      ((stream + 0.5) / 6 + 0.09 * sin((cx / width) * 7 + stream * 2.1) + (random(seed, k, 5) - 0.5) * 0.12) *
      height
    const angle = random(seed, k, 4) * 6.283185307179586
    const flat = 0.25 + 0.6 * random(seed, k, 6)
    const hue = hues[k % hues.length]!
    const tone = (0.35 + 0.65 * random(seed, k, 7)) * 1.1
    const far = near > 0.85 ? 0 : 3
    const [c, s] = [cos(angle), sin(angle)]
    const reach = size * 1.3 + 1
    for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(height - 1, cy + reach); y++)
      for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(width - 1, cx + reach); x++) {
        const p = y * width + x
        if (depth[p]! < far) continue
        const u = ((x + 0.5 - cx) * c + (y + 0.5 - cy) * s) / size
        const v = ((y + 0.5 - cy) * c - (x + 0.5 - cx) * s) / (size * flat * Math.max(0.15, 1 - u * u))
        const cover = clamp01((1 - Math.sqrt(u * u + v * v)) * size * flat * 0.8 + 0.4) * 0.9
        if (cover <= 0) continue
        for (let channel = 0; channel < 3; channel++) {
          const o = p * 3 + channel
          const lit = hue[channel]! * tone * (light.color[channel]! * 0.8 + light.sky[channel]! * 0.8)
          color[o] = color[o]! + (lit - color[o]!) * cover
        }
      }
  }
}

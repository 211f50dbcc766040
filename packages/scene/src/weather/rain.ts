import type { Scene } from '@plantain/core'
import type { Stage } from '../frame.ts'
import { clamp01, mix } from '../math.ts'
import { hash } from '../noise.ts'

/** Sheets of rain at several distances: near drops are long, few and bright, far ones fine and many. */
export function paintRain(stage: Stage, scene: Scene): void {
  const { frame, light, checkpoint } = stage
  const { width, height, color, depth } = frame
  const { world } = scene
  const strength = clamp01(world.intensity) * (world.weather === 'storm' ? 1.1 : 1)
  const wind = world.weather === 'storm' ? 0.3 : 0.13
  const side = world.sunX < 0.5 ? 1 : -1
  // Drops gather the light of the whole sky; against dark land they are light, against the sky hardly seen.
  const glow = [0.5, 0.53, 0.58].map((c, i) => c * (0.25 + light.sky[i]! * 1.1 + light.color[i]! * 0.25))
  const layers = [
    { wide: 0.0036, long: 0.03, share: 0.34, alpha: 0.1, far: 60 },
    { wide: 0.0055, long: 0.06, share: 0.26, alpha: 0.15, far: 20 },
    { wide: 0.0105, long: 0.12, share: 0.15, alpha: 0.2, far: 5 },
    { wide: 0.023, long: 0.22, share: 0.08, alpha: 0.24, far: 1.5 },
  ]
  for (let row = 0; row < height; row++) {
    if ((row & 63) === 0) checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++) {
      const p = row * width + column
      const x = (column + 0.5) / height
      let light1 = 0
      for (let k = 0; k < layers.length; k++) {
        const layer = layers[k]!
        if (depth[p]! < layer.far) continue
        const u = (x - side * wind * y) / layer.wide + k * 17.3
        const lane = Math.floor(u)
        const h = hash(scene.seed + 801 + k, lane)
        const v = y / layer.long + ((h & 1023) / 1023) * 7
        const cell = Math.floor(v)
        const g = hash(scene.seed + 811 + k, lane, cell)
        if ((g & 255) / 255 > layer.share * (0.35 + 0.9 * strength)) continue
        const across = (u - lane - 0.3 - 0.4 * (((g >>> 8) & 255) / 255)) * layer.wide * height
        const core = Math.max(0.5, layer.wide * height * 0.055)
        const cover =
          Math.max(0, 1 - Math.abs(across) / (core * 1.4)) * Math.min(1, (layer.wide * height * 0.11) / core)
        if (cover <= 0) continue
        const t = v - cell
        light1 += cover * layer.alpha * 4 * t * (1 - t)
      }
      if (light1 <= 0) continue
      const share = Math.min(0.6, light1 * (0.5 + 0.7 * strength))
      const o = p * 3
      for (let channel = 0; channel < 3; channel++)
        color[o + channel] = mix(color[o + channel]!, glow[channel]! + color[o + channel]! * 0.6, share)
    }
  }
}

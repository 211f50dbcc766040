import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { clamp, mix, sin, smoothstep } from '../math.ts'
import { gradientNoise, random } from '../noise.ts'

/** The bed that a piece of water lies in, laid out in the frame so that it is always well seen, and cut into the land. */
export interface Basin {
  /** Height of the still surface, metres. */
  readonly level: number
  /** Distance of the nearest shore about the middle of the frame, metres. */
  readonly near: number
  /** Ground with the bed cut in, or banks raised. */
  bed(x: number, z: number, ground: number): number
}

/** Null where the scene has no water. `full`: water to the lower edge of the frame and beyond. */
export function basinFor(scene: Scene, camera: Camera, full = false): Basin | null {
  const { world, seed } = scene
  if (world.water === 'none') return null
  const level = -0.12 * camera.eye
  const above = camera.eye - level
  const below = 1 - camera.horizon
  const distanceAt = (y: number): number => above / (camera.spread * Math.max(0.002, y - camera.horizon))
  const phase = random(seed, 501) * 6.28
  const side = random(seed, 1) < 0.5 ? -1 : 1
  const shoreAt = (frameX: number): number => {
    const t = frameX - 0.5
    const curve = side * t * 0.16 + 0.05 * sin(frameX * 5.2 + phase) - 0.1 * t * t
    return (
      camera.horizon +
      below * (full ? 3 : clamp(world.shore * (0.96 + curve) + curve * 0.25 * world.shore, 0.03, 1.2))
    )
  }
  const frameX = (x: number, z: number): number => x / (camera.spread * camera.aspect * z) + 0.5
  const near = distanceAt(shoreAt(0.5))
  /** 1 inside the water, 0 on land, by a signed share of the distance. */
  const cut = (inside: number, ground: number, depth: number): number => {
    if (inside <= -1) return ground
    if (inside <= 0) return mix(ground, level + 0.015, smoothstep(-1, 0, inside))
    return level + 0.015 - depth * inside * inside - 0.12 * Math.min(inside * 3, 1)
  }
  const rough = (x: number, z: number): number =>
    gradientNoise(seed + 511, x / (z * 0.22 + 1), z / (z * 0.22 + 1)) * 0.5
  switch (world.water) {
    case 'sea':
      return {
        level,
        near,
        bed: (x, z, ground) =>
          cut(clampInside((z / distanceAt(shoreAt(frameX(x, z))) - 1) * 2.4 + rough(x, z) * 0.25), ground, 6),
      }
    case 'pond': {
      const y = camera.horizon + below * clamp(0.28 + world.shore * 0.4, 0.2, 0.8)
      const centre = 0.5 + side * 0.08
      const wide = 0.2 + 0.28 * world.shore
      return {
        level,
        near: distanceAt(y) * 0.7,
        bed: (x, z, ground) => {
          const fx = (frameX(x, z) - centre) / wide
          const fy = (camera.horizon + above / (camera.spread * z) - y) / (below * (0.08 + 0.2 * world.shore))
          return cut(clampInside((1 - Math.sqrt(fx * fx + fy * fy)) * 3 + rough(x, z) * 0.8), ground, 1.2)
        },
      }
    }
    case 'river':
    case 'waterfall': {
      const bottom = shoreAt(0.5)
      return {
        level,
        near: distanceAt(bottom),
        bed: (x, z, ground) => {
          const y = camera.horizon + above / (camera.spread * z)
          const t = (y - camera.horizon) / below
          if (t < 0.004) return ground
          const root = Math.sqrt(t)
          const centre =
            0.5 + side * (0.05 + 0.3 * sin(root * 6.6 + 0.6 + phase * 0.1) * (0.25 + 0.75 * root) - 0.28 * t)
          const half = (0.006 + t * (0.12 + 0.42 * world.shore)) * 0.8
          const offset = Math.abs(frameX(x, z) - centre) / half
          return cut(clampInside((1 - offset) * 2.2 + rough(x, z) * 0.5), ground, 0.9)
        },
      }
    }
    default: {
      const far = clamp(260 + 900 * world.shore, 200, 1000)
      return {
        level,
        near,
        bed: (x, z, ground) => {
          const close = (z / distanceAt(shoreAt(frameX(x, z))) - 1) * 2.4
          const away = (1 - z / far) * 5 + gradientNoise(seed + 512, x / 160, z / 160) * 1.4
          return cut(clampInside(Math.min(close, away) + rough(x, z) * 0.3), ground, 4)
        },
      }
    }
  }
}
const clampInside = (value: number): number => clamp(value, -1, 1)

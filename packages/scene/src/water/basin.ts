import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { clamp, mix, sin, smoothstep } from '../math.ts'
import { type Row, addNoise } from '../land/relief/row.ts'
import { gradientNoise, random } from '../noise.ts'

/** The bed that a piece of water lies in, laid out in the frame so that it is always well seen, and cut into the land. */
export interface Basin {
  /** Height of the still surface, metres. */
  readonly level: number
  /** Distance of the nearest shore about the middle of the frame, metres. */
  readonly near: number
  /** Distance of the bank beyond the water where a town stands, metres. */
  readonly far?: number
  /** Cuts the bed into the ground along a row, in place. */
  cut(row: Row, ground: Float64Array): void
}

const SHORES = 2048
/** Distance of the foot of a waterfall, metres. */
export const FALLS_FOOT = 62
/** By how much open water lowers what stands far out in it, metres. */
const MOST_DROWNED = 250
/** Distance of the bank that a town stands on, beyond its harbour or lake: near enough that its houses are seen. Metres. */
const TOWN_BANK = 42
const waterLevel = (camera: Camera): number => -0.12 * camera.eye

/** Frame x of the middle of a river at a distance: a long S that leads into the land. */
export function riverMiddle(scene: Scene, camera: Camera): (z: number) => number {
  const phase = random(scene.seed, 501) * 6.28
  const side = random(scene.seed, 1) < 0.5 ? -1 : 1
  const reach = (camera.eye - waterLevel(camera)) / camera.spread / (1 - camera.horizon)
  return (z) => {
    const t = reach / z
    const root = Math.sqrt(t)
    return 0.5 + side * (0.05 + 0.3 * sin(root * 6.6 + 0.6 + phase * 0.1) * (0.25 + 0.75 * root) - 0.28 * t)
  }
}

/** Null where the scene has no water. `full`: water to the lower edge of the frame and beyond. */
export function basinFor(scene: Scene, camera: Camera, full = false): Basin | null {
  const { world, seed } = scene
  if (world.water === 'none') return null
  const level = waterLevel(camera)
  const above = camera.eye - level
  const below = 1 - camera.horizon
  const distanceAt = (y: number): number => above / (camera.spread * Math.max(0.002, y - camera.horizon))
  const phase = random(seed, 501) * 6.28
  const side = random(seed, 1) < 0.5 ? -1 : 1
  const settled = world.land === 'village'
  const bay = world.land === 'beach' && world.water === 'sea'
  const shoreAt = (frameX: number): number => {
    if (bay) {
      // The coast swings away to one side: palms there, the open sea on the other.
      const out = side < 0 ? frameX : 1 - frameX
      return (
        camera.horizon +
        below * world.shore * (0.06 + 1.2 * smoothstep(-0.05, 1, out) + 0.06 * sin(frameX * 9 + phase))
      )
    }
    const t = frameX - 0.5
    const curve = side * t * 0.16 + 0.05 * sin(frameX * 5.2 + phase) - 0.1 * t * t
    return (
      camera.horizon +
      below * (full ? 3 : clamp(world.shore * (0.96 + curve) + curve * 0.25 * world.shore, 0.03, 1.2))
    )
  }
  // Where the shore lies by frame x, from a table: asked for every place of the land.
  const shores = Float64Array.from({ length: SHORES + 1 }, (_, i) =>
    distanceAt(shoreAt((i / SHORES) * 1.6 - 0.3)),
  )
  const shoreBelow = (frame: number): number => shores[Math.round(clamp((frame + 0.3) / 1.6, 0, 1) * SHORES)]!
  const frameX = (x: number, z: number): number => x / (camera.spread * camera.aspect * z) + 0.5
  const near = distanceAt(shoreAt(0.5))
  /** How far the shore strays along a row; in the row's own scratch. */
  const unevenness = (row: Row, strength: number): Float64Array => {
    const rough = row.scratch[0]!
    const reach = row.z * 0.22 + 1
    rough.fill(0, 0, row.count)
    addNoise(rough, row, seed + 511, reach, row.z / reach, strength)
    return rough
  }
  /** Cuts by `inside`: below -1 dry land, 0 the shore, 1 deep water. */
  const sink = (
    depth: number,
    inside: (x: number, z: number) => number,
    roughness: number,
    end = Infinity,
  ): Basin['cut'] => {
    return (row, ground) => {
      if (row.z > end) return
      const rough = unevenness(row, roughness)
      for (let i = 0; i < row.count; i++) {
        const dry = ground[i]!
        // Water runs around hills, not through them.
        const hill = dry - level - 2.5
        const deep = inside(row.x[i]!, row.z) + rough[i]! - (hill > 0 ? hill * 0.7 : 0)
        if (deep <= -1) continue
        ground[i] =
          deep <= 0
            ? mix(dry, level + 0.015, smoothstep(-1, 0, deep))
            : level + 0.015 - depth * Math.min(1, deep * deep) - 0.12 * Math.min(deep * 3, 1)
      }
    }
  }
  /** Like `sink` by open water: low land is gone, mountains go down into it in slopes and not in a wall. */
  const drown = (inside: (x: number, z: number) => number): Basin['cut'] => {
    return (row, ground) => {
      const rough = unevenness(row, 0.12)
      for (let i = 0; i < row.count; i++) {
        const dry = ground[i]!
        const deep = inside(row.x[i]!, row.z) + rough[i]!
        if (deep <= -1) continue
        const hill = Math.max(0, dry - level - 2.5)
        const drop = clamp(deep / 0.7, 0, MOST_DROWNED) * (1 - smoothstep(200, 900, hill))
        const under = clamp((drop - hill) * 0.7, 0, Math.max(0, deep))
        const sunken =
          hill > drop ? hill - drop : -2.6 * Math.min(1, under * under) - 0.12 * clamp(under * 3, 0, 1)
        ground[i] = mix(dry, level + 0.015 + sunken, smoothstep(-1, 0, deep))
      }
    }
  }
  switch (world.water) {
    case 'sea': {
      const offshore = (x: number, z: number): number => (z / shoreBelow(frameX(x, z)) - 1) * 2.4
      if (!settled) return { level, near, cut: drown(offshore) }
      // A harbour: the town on the other bank, the open sea to one side.
      const seaward = (x: number, z: number): number => {
        const at = frameX(x, z)
        return ((side < 0 ? at : 1 - at) - 0.62) * 60
      }
      const harbour = (x: number, z: number): number =>
        Math.min(offshore(x, z), Math.max((1 - z / TOWN_BANK) * 5, seaward(x, z)))
      return { level, near, far: TOWN_BANK, cut: drown(harbour) }
    }
    case 'pond': {
      const y = camera.horizon + below * clamp(0.28 + world.shore * 0.4, 0.2, 0.8)
      const centre = 0.5 + side * 0.08
      const wide = 0.2 + 0.28 * world.shore
      const high = below * (0.08 + 0.2 * world.shore)
      const inside = (x: number, z: number): number => {
        const fx = (frameX(x, z) - centre) / wide
        const fy = (camera.horizon + above / (camera.spread * z) - y) / high
        return (1 - Math.sqrt(fx * fx + fy * fy)) * 3
      }
      return { level, near: distanceAt(y) * 0.7, cut: sink(1.2, inside, 0.4, 200) }
    }
    case 'river':
    case 'waterfall': {
      const middle = riverMiddle(scene, camera)
      const inside = (x: number, z: number): number => {
        const t = above / (camera.spread * z) / below
        if (t < 0.004) return -1
        const half = (0.006 + t * (0.12 + 0.42 * world.shore)) * 0.8
        return (1 - Math.abs(frameX(x, z) - middle(z)) / half) * 2.2
      }
      const end = world.water === 'waterfall' ? FALLS_FOOT + 1 : Infinity
      return { level, near: distanceAt(shoreAt(0.5)), cut: sink(0.9, inside, 0.25, end) }
    }
    default: {
      const far = settled ? TOWN_BANK : clamp(260 + 900 * world.shore, 200, 1000)
      const inside = (x: number, z: number): number => {
        const close = (z / shoreBelow(frameX(x, z)) - 1) * 2.4
        const away = (1 - z / far) * 5 + gradientNoise(seed + 512, x / 160, z / 160) * 1.4
        return Math.min(close, away)
      }
      return { level, near, ...(settled ? { far } : {}), cut: sink(4, inside, 0.15, far * 1.6) }
    }
  }
}

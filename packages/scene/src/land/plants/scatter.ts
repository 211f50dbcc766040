import type { Scene } from '@plantain/core'
import { type Camera, projectX, projectY } from '../../camera.ts'
import { LABEL, type Stage } from '../../frame.ts'
import { mix } from '../../math.ts'
import { hash, random } from '../../noise.ts'
import type { Haze } from '../haze.ts'
import type { Sampler } from '../relief/sample.ts'
import { type Setting, type Sprite, lightSprite, setSprite } from './sprite.ts'
import type { Species } from './species.ts'

/** Plants of some kinds that grow together. */
export interface Stand {
  readonly species: readonly Species[]
  /** Metres from plant to plant where they stand close. */
  readonly spacing: number
  readonly from: number
  readonly to: number
  /** Multiplies the height of the species. */
  readonly grown?: number
  /** Metres above the ground where its foot is: crowns overhead. */
  readonly lift?: number
  /** Share of the room that is taken, 0 to 1, at a place of that height and slope. */
  density(x: number, z: number, height: number, steep: number): number
}

interface Plant {
  readonly x: number
  readonly z: number
  readonly y: number
  readonly tall: number
  readonly lit: number
  readonly key: number
  readonly chance: number
}

const VARIANTS = 4
/** Below this many pixels a plant is part of the surface's colour. */
const LEAST = 2.4
/** Sprites are kept up to this height; taller plants are painted one by one. */
const KEPT = 280

/** Finds where plants stand: world-fixed cells, so that nothing moves when the picture is made larger or lit otherwise. */
function settle(
  stand: Stand,
  number: number,
  scene: Scene,
  camera: Camera,
  pixels: number,
  ground: Sampler,
): Plant[] {
  const plants: Plant[] = []
  const seed = scene.seed + 7919 * (number + 1)
  const { spacing } = stand
  const wide = camera.spread * camera.aspect
  const tallest = Math.max(...stand.species.map((kind) => kind.height[1])) * (stand.grown ?? 1)
  const limit = Math.min(stand.to, (tallest * pixels) / (camera.spread * LEAST))
  for (let iz = Math.floor(limit / spacing); iz * spacing >= stand.from; iz--) {
    const middle = iz * spacing
    const half = middle * wide * 0.5 + tallest * 0.4
    for (let ix = Math.floor(-half / spacing); ix * spacing <= half; ix++) {
      const h = hash(seed, ix, iz)
      const x = (ix + ((h & 255) / 255) * 0.95) * spacing
      const z = (iz + (((h >>> 8) & 255) / 255) * 0.95) * spacing
      if (z < stand.from || z > limit) continue
      const y = ground.height(x, z)
      if (!(y === y) || ground.bed(x, z) < y - 0.001) continue
      const chance = ((h >>> 16) & 4095) / 4096
      if (stand.density(x, z, y, ground.steep(x, z)) <= chance) continue
      const kind = stand.species[h % stand.species.length]!
      const tall = mix(kind.height[0], kind.height[1], random(seed + 1, ix, iz)) * (stand.grown ?? 1)
      if ((tall * pixels) / (camera.spread * z) < LEAST) continue
      plants.push({ x, z, y: y + (stand.lift ?? 0), tall, lit: ground.lit(x, z), key: h, chance })
    }
  }
  return plants
}

/** Settles the stands and returns what sets those of their plants that lie between two distances, far ones first. */
export function planter(
  stage: Stage,
  scene: Scene,
  stands: readonly Stand[],
  ground: Sampler,
  haze: Haze,
): (nearer: number, farther: number) => void {
  const { frame, camera, light, checkpoint } = stage
  const { world } = scene
  const pixels = frame.height
  const all = stands.flatMap((stand, i) =>
    settle(stand, i, scene, camera, pixels, ground).map((plant) => ({ plant, stand: i })),
  )
  all.sort((a, b) => b.plant.z - a.plant.z)
  const keyOf = (stand: number, plant: Plant): number => {
    const kinds = stands[stand]!.species.length
    return (stand * 16 + (plant.key % kinds)) * VARIANTS + ((plant.key >>> 5) % VARIANTS)
  }
  const sizeOf = (plant: Plant): number => (plant.tall * pixels) / (camera.spread * plant.z)
  const sizes = new Map<number, number>()
  for (const { plant, stand } of all) {
    const size = sizeOf(plant)
    const key = keyOf(stand, plant)
    if (size <= KEPT) sizes.set(key, Math.max(sizes.get(key) ?? 8, size))
  }
  const sprites = new Map<number, Sprite>()
  const make = (stand: number, plant: Plant, size: number): Sprite => {
    const kinds = stands[stand]!.species
    const kind = kinds[plant.key % kinds.length]!
    return lightSprite(
      kind.raster(1000 + keyOf(stand, plant), size, world),
      kind.dye(world, plant.key >>> 5),
      light,
    )
  }
  const spriteOf = (stand: number, plant: Plant, size: number): Sprite => {
    if (size > KEPT) return make(stand, plant, size)
    const key = keyOf(stand, plant)
    const known = sprites.get(key)
    if (known !== undefined) return known
    const made = make(stand, plant, sizes.get(key)!)
    sprites.set(key, made)
    return made
  }
  const at: Setting = { x: 0, y: 0, size: 0, z: 1, sun: 1, mirror: false, red: 1, green: 1, blue: 1, left: 1 }
  return (nearer, farther) => {
    for (let i = 0; i < all.length; i++) {
      const { plant, stand } = all[i]!
      if (plant.z >= farther || plant.z < nearer) continue
      if ((i & 127) === 0) checkpoint()
      at.x = projectX(camera, plant.x, plant.z) * frame.width
      at.y = projectY(camera, plant.y - 0.01 * plant.tall, plant.z) * pixels
      at.size = sizeOf(plant)
      at.z = plant.z
      at.sun = plant.lit
      at.mirror = (plant.key & 512) !== 0
      const tone = 0.86 + 0.28 * (((plant.key >>> 10) & 255) / 255)
      const warm = (((plant.key >>> 18) & 255) / 255 - 0.5) * 0.12
      at.red = tone * (1 + warm)
      at.green = tone
      at.blue = tone * (1 - warm)
      at.left = haze.left(plant.z, plant.y + plant.tall * 0.5)
      setSprite(frame, spriteOf(stand, plant, at.size), at, haze.color, LABEL.vegetation)
    }
  }
}

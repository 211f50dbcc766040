import type { Scene } from '@plantain/core'
import { type Camera, projectX, projectY } from '../../camera.ts'
import { LABEL, type Stage } from '../../frame.ts'
import { mix } from '../../math.ts'
import { hash, random } from '../../noise.ts'
import type { Haze } from '../haze.ts'
import type { Relief } from '../relief/grid.ts'
import { type Sampler, readPlace } from '../relief/sample.ts'
import { layShadow } from './shadow.ts'
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

/** Plants as numbers, PLANT to each: x, z, y, tall, lit, key, stand. There may be some ten thousand. */
const PLANT = 7
class Plants {
  data: Float64Array = new Float64Array(PLANT * 1024)
  count = 0
  add(x: number, z: number, y: number, tall: number, lit: number, key: number, stand: number): void {
    const o = this.count++ * PLANT
    if (o + PLANT > this.data.length) {
      const wider = new Float64Array(this.data.length * 2)
      wider.set(this.data)
      this.data = wider
    }
    const { data } = this
    data[o] = x
    data[o + 1] = z
    data[o + 2] = y
    data[o + 3] = tall
    data[o + 4] = lit
    data[o + 5] = key
    data[o + 6] = stand
  }
}

const VARIANTS = 4
/** Below this many pixels a plant is part of the surface's colour. */
const LEAST = 3
/** Sprites are kept up to this height; taller plants are painted one by one. */
const KEPT = 280
/** Shadows of plants farther away than this are not told apart, metres. */
const SHADED = 260

/** Finds where plants stand: world-fixed cells, so that nothing moves when the picture is made larger or lit otherwise. */
function settle(
  plants: Plants,
  stand: Stand,
  number: number,
  scene: Scene,
  camera: Camera,
  pixels: number,
  ground: Sampler,
): void {
  const seed = scene.seed + 7919 * (number + 1)
  const { spacing } = stand
  const at = new Float64Array(4)
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
      at[0] = x
      at[1] = z
      readPlace(ground, at)
      const y = at[0]!
      if (!(y === y) || at[1]! < y - 0.001) continue
      const lit = at[2]!
      const chance = ((h >>> 16) & 4095) / 4096
      if (stand.density(x, z, y, at[3]!) <= chance) continue
      const kind = stand.species[h % stand.species.length]!
      const tall = mix(kind.height[0], kind.height[1], random(seed + 1, ix, iz)) * (stand.grown ?? 1)
      if ((tall * pixels) / (camera.spread * z) < LEAST) continue
      plants.add(x, z, y + (stand.lift ?? 0), tall, lit, h, number)
    }
  }
}

/** Plants that have found their places. */
export interface Growth {
  /** Lays their shadows on the relief: shading, grass and paths then know them. */
  shade(relief: Relief): void
  /** Sets those that stand between two distances into the frame, far ones first. */
  plant(nearer: number, farther: number, haze: Haze): void
}

/** Settles the stands and returns what sets those of their plants that lie between two distances, far ones first. */
export function planter(
  stage: Stage,
  scene: Scene,
  stands: readonly Stand[],
  ground: Sampler,
  haze: Haze,
): (nearer: number, farther: number) => void {
  const growth = grow(stage, scene, stands, ground)
  return (nearer, farther) => growth.plant(nearer, farther, haze)
}

export function grow(stage: Stage, scene: Scene, stands: readonly Stand[], ground: Sampler): Growth {
  const { frame, camera, light, checkpoint } = stage
  const { world } = scene
  const pixels = frame.height
  const plants = new Plants()
  stands.forEach((stand, i) => settle(plants, stand, i, scene, camera, pixels, ground))
  const { data, count } = plants
  // Far ones first: sorted by distance in centimetres, the number of the plant in the low digits.
  const order = Float64Array.from(
    { length: count },
    (_, i) => -Math.round(data[i * PLANT + 1]! * 100) * 1048576 - i,
  ).sort()
  const keyOf = (o: number): number => {
    const stand = data[o + 6]!
    const key = data[o + 5]!
    return (stand * 16 + (key % stands[stand]!.species.length)) * VARIANTS + ((key >>> 5) % VARIANTS)
  }
  const sizeOf = (o: number): number => (data[o + 3]! * pixels) / (camera.spread * data[o + 1]!)
  const sizes = new Map<number, number>()
  for (let o = 0; o < count * PLANT; o += PLANT) {
    const size = sizeOf(o)
    if (size > KEPT) continue
    const key = keyOf(o)
    if (size > (sizes.get(key) ?? 8)) sizes.set(key, size)
  }
  const sprites = new Map<number, Sprite>()
  const make = (o: number, size: number): Sprite => {
    const kinds = stands[data[o + 6]!]!.species
    const kind = kinds[data[o + 5]! % kinds.length]!
    return lightSprite(kind.raster(1000 + keyOf(o), size, world), kind.dye(world, data[o + 5]! >>> 5), light)
  }
  const spriteOf = (o: number, size: number): Sprite => {
    if (size > KEPT) return make(o, size)
    const key = keyOf(o)
    const known = sprites.get(key)
    if (known !== undefined) return known
    const made = make(o, sizes.get(key) ?? 8)
    sprites.set(key, made)
    return made
  }
  const at: Setting = { x: 0, y: 0, size: 0, z: 1, sun: 1, mirror: false, red: 1, green: 1, blue: 1, left: 1 }
  const shade = (relief: Relief): void => {
    for (let o = 0; o < count * PLANT; o += PLANT) {
      const z = data[o + 1]!
      if (z > SHADED) continue
      const stand = stands[data[o + 6]!]!
      const kind = stand.species[data[o + 5]! % stand.species.length]!
      const crown = kind.crown ?? [0.6, 0.3]
      if (crown[1] > 0) layShadow(relief, camera, light, data[o]!, z, data[o + 3]!, crown, stand.lift ?? 0)
    }
  }
  const plant: Growth['plant'] = (nearer, farther, haze) => {
    for (let i = 0; i < count; i++) {
      const low = -order[i]! % 1048576
      const o = low * PLANT
      const z = data[o + 1]!
      if (z >= farther) continue
      if (z < nearer) break
      if ((i & 127) === 0) checkpoint()
      const y = data[o + 2]!
      const tall = data[o + 3]!
      const key = data[o + 5]!
      at.x = projectX(camera, data[o]!, z) * frame.width
      at.y = projectY(camera, y - 0.01 * tall, z) * pixels
      at.size = sizeOf(o)
      at.z = z
      at.sun = data[o + 4]!
      at.mirror = (key & 512) !== 0
      const tone = 0.86 + 0.28 * (((key >>> 10) & 255) / 255)
      const warm = (((key >>> 18) & 255) / 255 - 0.5) * 0.12
      at.red = tone * (1 + warm)
      at.green = tone
      at.blue = tone * (1 - warm)
      at.left = haze.left(z, y + tall * 0.5)
      setSprite(frame, spriteOf(o, at.size), at, haze.color, LABEL.vegetation)
    }
  }
  return { shade, plant }
}

import type { Scene, Thing, World } from '@plantain/core'
import {
  BIRCH_TREE,
  BUSH,
  CACTUS,
  CHERRY,
  CYPRESS,
  FERN,
  LIME_TREE,
  OAK_TREE,
  PALM,
  PINE,
  POPLAR_TREE,
  REEDS,
  SPRUCE,
  leafy,
  snowOnPlants,
  type Species,
} from '../land/plants/species.ts'
import { broadleaf } from '../land/plants/broadleaves.ts'
import { rasterize, type Raster } from '../land/plants/sketch.ts'
import { lightSprite, type Dye } from '../land/plants/sprite.ts'
import type { Light } from '../light.ts'
import { srgb } from '../sky/color.ts'
import type { Kind } from './catalog.ts'
import { acacia, bamboo, fruits, tuft, willow } from './plants.ts'
import { DYES } from './recolor.ts'
import { linear, type Sprite } from './sprite.ts'

/** Plants that grow anew for every thing instead of being drawings: `tree:NAME` in the catalogue. */
const GROWN: Readonly<Record<string, Species>> = {
  oak: OAK_TREE,
  lime: LIME_TREE,
  birch: BIRCH_TREE,
  poplar: POPLAR_TREE,
  pine: PINE,
  spruce: SPRUCE,
  palm: PALM,
  cherry: CHERRY,
  cypress: CYPRESS,
  bush: BUSH,
  fern: FERN,
  reeds: REEDS,
  cactus: CACTUS,
  willow: {
    height: [6, 9],
    raster: (s, d, w) => rasterize(willow(s, d, w.season === 'winter'), d),
    dye: leafy,
  },
  acacia: {
    height: [7, 12],
    raster: (s, d) => rasterize(acacia(s, d), d),
    dye: (w, v) => ({ ...leafy({ ...w, season: 'summer' }, v), leaf: srgb('#5c7434') }),
  },
  bamboo: {
    height: [5, 8],
    raster: (s, d) => rasterize(bamboo(s, d), d),
    dye: (w) => ({ ...leafy({ ...w, season: 'summer' }, 0), bark: srgb('#7f9a3f') }),
  },
  grass: { height: [0.4, 0.7], raster: (s, d) => rasterize(tuft(s, d), d), dye: leafy },
  bare: {
    height: [6, 9],
    raster: (s, d) =>
      rasterize(
        broadleaf(s, d, { wide: 0.4, from: 0.26, to: 1, puffs: 15, stem: 0.075, dense: 1, leaf: 0.02 }, true),
        d,
      ),
    dye: (w, v) => ({ ...leafy({ ...w, season: 'winter' }, v), bark: srgb('#4e4238') }),
  },
  fruit: {
    height: [3.5, 5],
    raster: (s, d, w) => rasterize(fruits(s, d, w.season === 'winter'), d),
    dye: (w, v) => ({ ...leafy(w, v), bloom: srgb(['#d83a2c', '#f09a24', '#f2cf3a', '#d85a3c'][v & 3]!) }),
  },
}

/** The name behind `tree:NAME` of a kind's variant; null for kinds that are drawings. */
export function grownName(kind: Kind, thing: Thing): string | null {
  const look = kind.art.default[thing.variant % kind.art.default.length]
  return look?.startsWith('tree:') === true ? look.slice(5) : null
}

export interface Grown {
  readonly sprite: Sprite
  /** The light that it sends out, [height, width, 3]. */
  readonly lit: Float32Array
}

/** Grows a plant whose foot is at (x, foot) of the frame and that is `height` pixels high. */
export function grow(
  name: string,
  scene: Scene,
  thing: Thing,
  light: Light,
  place: { x: number; foot: number; height: number; flip: boolean; seed: number },
): Grown {
  const species = GROWN[name] ?? OAK_TREE
  const { world } = scene
  const season: World = thing.state === 'snowy' ? { ...world, season: 'winter' } : world
  const raster = species.raster(place.seed % 9973, place.height, season)
  return settle(raster, dyeFor(species, season, thing), light, place)
}

function dyeFor(species: Species, world: World, thing: Thing): Dye {
  const dye = species.dye(world, thing.variant)
  const snow = thing.state === 'snowy' ? 0.85 : snowOnPlants(world)
  if (thing.color === 'auto') return { ...dye, snow }
  const [r, g, b] = DYES[thing.color]
  const leaf: [number, number, number] = [linear(r) * 0.8, linear(g) * 0.8, linear(b) * 0.8]
  const warm: [number, number, number] = [
    Math.min(1, leaf[0] * 1.5 + 0.05),
    Math.min(1, leaf[1] * 1.5 + 0.05),
    Math.min(1, leaf[2] * 1.5 + 0.05),
  ]
  return { ...dye, leaf, leafWarm: warm, snow: thing.color === 'white' ? 0 : snow }
}

function settle(
  raster: Raster,
  dye: Dye,
  light: Light,
  { x, foot, flip }: { x: number; foot: number; flip: boolean },
): Grown {
  const [level] = lightSprite(raster, dye, light).levels
  const { width, height, data } = level!
  const color = new Float32Array(width * height * 3)
  const lit = new Float32Array(width * height * 3)
  const alpha = new Float32Array(width * height)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = 7 * (row * width + (flip ? width - 1 - column : column))
      const cover = data[from + 6]!
      if (cover < 0.004) continue
      const p = row * width + column
      alpha[p] = Math.min(1, cover)
      for (let channel = 0; channel < 3; channel++) {
        lit[3 * p + channel] = data[from + channel]! / cover
        color[3 * p + channel] = data[from + 3 + channel]! / cover
      }
    }
  const footX = flip ? width - raster.footX : raster.footX
  const sprite = {
    left: Math.round(x - footX),
    top: Math.round(foot - raster.footY),
    width,
    height,
    color,
    alpha,
    shine: null,
  }
  return { sprite, lit }
}

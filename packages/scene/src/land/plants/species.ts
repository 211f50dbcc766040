import type { Season, World } from '@plantain/core'
import type { Rgb } from '../../light.ts'
import { mixRgb, srgb } from '../../sky/color.ts'
import { BIRCH, JUNGLE, LIME, OAK, POPLAR, broadleaf, bush } from './broadleaves.ts'
import { pine, spruce } from './conifers.ts'
import { boulder } from './rocks.ts'
import { stem } from './stems.ts'
import { type Raster, type Sketch, rasterize } from './sketch.ts'
import { box, broadleafHerb, cactus, clump, fern, palm, reeds, roseBush } from './exotics.ts'
import type { Dye } from './sprite.ts'

/** A kind of plant of the landscape. */
export interface Species {
  /** Metres, from small to tall. */
  readonly height: readonly [number, number]
  /** Height of the middle of its crown and radius of the crown, in heights: what casts its shadow; [0.6, 0.3] unless said. Radius 0 casts none. */
  readonly crown?: readonly [number, number]
  /** How it looks at a height of `pixels`. */
  raster(seed: number, pixels: number, world: World): Raster
  /** Colours of one of its individuals. */
  dye(world: World, variant: number): Dye
}

export const snowOnPlants = (world: World): number =>
  world.land === 'snowfield'
    ? 0.65
    : world.weather === 'snow'
      ? 0.55 + 0.4 * world.intensity
      : world.season === 'winter'
        ? 0.6
        : world.cover === 'snow'
          ? 0.6
          : 0

const LEAVES: Record<Season, readonly (readonly [Rgb, Rgb])[]> = {
  spring: [
    [srgb('#6d9a35'), srgb('#b8cf58')],
    [srgb('#5f9440'), srgb('#a9c755')],
    [srgb('#7ea53c'), srgb('#c6d568')],
    [srgb('#5a8c3a'), srgb('#9fc04c')],
  ],
  summer: [
    [srgb('#47752f'), srgb('#8fa83f')],
    [srgb('#3f6d33'), srgb('#86a244')],
    [srgb('#527c30'), srgb('#9fb048')],
    [srgb('#3b6630'), srgb('#7c983c')],
  ],
  autumn: [
    [srgb('#bd6a1c'), srgb('#e8a83a')],
    [srgb('#a23f1c'), srgb('#dd7030')],
    [srgb('#c9922a'), srgb('#ecc858')],
    [srgb('#84792c'), srgb('#c2a640')],
  ],
  winter: [
    [srgb('#6b5a42'), srgb('#8a7656')],
    [srgb('#6b5a42'), srgb('#8a7656')],
    [srgb('#5f5340'), srgb('#80704f')],
    [srgb('#6b5a42'), srgb('#8a7656')],
  ],
}
const BARK = srgb('#5d4a38')
const BLOOM = srgb('#f6c3d6')

export const leafy = (world: World, variant: number, bark: Rgb = BARK): Dye => {
  const [leaf, leafWarm] = LEAVES[world.season][variant & 3]!
  return { leaf, leafWarm, bark, bloom: BLOOM, through: 0.55, snow: snowOnPlants(world) }
}
const evergreen = (leaf: string, warm: string): ((world: World, variant: number) => Dye) => {
  const tones = [0, 1, 2, 3].map((i) => [mixRgb(srgb(leaf), srgb(warm), i * 0.09), srgb(warm)] as const)
  return (world, variant) => {
    const [dark, light] = tones[variant & 3]!
    return {
      leaf: dark,
      leafWarm: light,
      bark: srgb('#4f3f33'),
      bloom: BLOOM,
      through: 0.2,
      snow: snowOnPlants(world),
    }
  }
}
const bare = (world: World): boolean => world.season === 'winter' || world.land === 'snowfield'

const drawn =
  (sketch: (seed: number, pixels: number, world: World) => Sketch) =>
  (seed: number, pixels: number, world: World): Raster =>
    rasterize(sketch(seed, pixels, world), pixels)

export const SPRUCE: Species = {
  height: [13, 24],
  crown: [0.38, 0.17],
  raster: drawn(spruce),
  dye: evergreen('#23472f', '#5c7f45'),
}
export const PINE: Species = {
  height: [12, 20],
  crown: [0.75, 0.2],
  raster: drawn(pine),
  dye: evergreen('#34572f', '#7f9448'),
}
export const OAK_TREE: Species = {
  height: [9, 15],
  crown: [0.62, 0.4],
  raster: drawn((s, d, w) => broadleaf(s, d, OAK, bare(w))),
  dye: leafy,
}
export const LIME_TREE: Species = {
  height: [9, 16],
  crown: [0.6, 0.3],
  raster: drawn((s, d, w) => broadleaf(s, d, LIME, bare(w))),
  dye: leafy,
}
export const BIRCH_TREE: Species = {
  height: [9, 15],
  crown: [0.64, 0.19],
  raster: drawn((s, d, w) => broadleaf(s, d, BIRCH, bare(w))),
  dye: (w, v) => leafy(w, v, srgb('#d9d4c6')),
}
export const POPLAR_TREE: Species = {
  height: [12, 19],
  crown: [0.5, 0.13],
  raster: drawn((s, d, w) => broadleaf(s, d, POPLAR, bare(w))),
  dye: leafy,
}
/** A cypress: dark, slim, the same all year. */
export const CYPRESS: Species = {
  height: [8, 14],
  crown: [0.5, 0.13],
  raster: drawn((s, d) => broadleaf(s, d, POPLAR)),
  dye: evergreen('#2a4a2c', '#5f7d3e'),
}
export const JUNGLE_TREE: Species = {
  height: [16, 28],
  crown: [0.8, 0.36],
  raster: drawn((s, d) => broadleaf(s, d, JUNGLE)),
  dye: evergreen('#2c6330', '#86a83c'),
}
export const PALM: Species = {
  height: [7, 12],
  crown: [0.85, 0.24],
  raster: drawn(palm),
  dye: evergreen('#3f7434', '#a9b455'),
}
export const CACTUS: Species = {
  height: [2.5, 5],
  crown: [0.5, 0.12],
  raster: drawn(cactus),
  dye: evergreen('#4c6f46', '#93a166'),
}
export const FERN: Species = {
  height: [0.5, 1],
  crown: [0.3, 0.6],
  raster: drawn(fern),
  dye: (w, v) => (w.season === 'autumn' ? leafy(w, v) : evergreen('#3f7a33', '#9fc04c')(w, v)),
}
export const HERB: Species = {
  height: [0.6, 1.4],
  crown: [0.4, 0.5],
  raster: drawn(broadleafHerb),
  dye: evergreen('#2f7036', '#8fbf4a'),
}
export const REEDS: Species = {
  height: [1, 1.9],
  crown: [0.5, 0.2],
  raster: drawn(reeds),
  dye: (w, v) =>
    w.season === 'winter' || w.season === 'autumn'
      ? evergreen('#8f7a45', '#c9b070')(w, v)
      : evergreen('#5f8038', '#a9ad55')(w, v),
}
export const BUSH: Species = { height: [0.8, 1.9], crown: [0.45, 0.85], raster: drawn(bush), dye: leafy }
export const SHRUB: Species = {
  height: [0.4, 1],
  crown: [0.45, 0.85],
  raster: drawn(bush),
  dye: evergreen('#6f7547', '#a9a468'),
}
export const BOX: Species = {
  height: [0.8, 1.3],
  crown: [0.45, 0.5],
  raster: drawn(box),
  dye: evergreen('#33602f', '#6f9440'),
}
const BLOOMS = {
  rose: ['#c8283c', '#f0a0b4', '#f6ece4', '#e0607a'],
  lavender: ['#7a62b8', '#8f78cc', '#6f58a8', '#9a86d4'],
  daisy: ['#f6f3ea', '#f2d23c', '#f4efe2', '#e88a3a'],
  tulip: ['#d8342e', '#f0c030', '#e8688c', '#f4f0e8'],
} as const
/** Flowers bloom from spring to autumn; in winter only their foliage stands. */
const blooming = (flower: keyof typeof BLOOMS): Species['dye'] => {
  const green = evergreen('#47702f', '#8fae4c')
  return (world, variant) => {
    const dye = green(world, variant)
    return world.season === 'winter'
      ? { ...dye, bloom: srgb('#8a7a58') }
      : { ...dye, bloom: srgb(BLOOMS[flower][variant & 3]!) }
  }
}
export const ROSES: Species = {
  height: [0.7, 1.15],
  crown: [0.45, 0.5],
  raster: drawn(roseBush),
  dye: blooming('rose'),
}
export const LAVENDER: Species = {
  height: [0.45, 0.65],
  crown: [0.4, 0.4],
  raster: drawn((s, d) => clump(s, d, { stems: 22, spike: true, bloom: 0.075, leafy: 0.9 })),
  dye: blooming('lavender'),
}
export const DAISIES: Species = {
  height: [0.4, 0.6],
  crown: [0.4, 0.4],
  raster: drawn((s, d) => clump(s, d, { stems: 15, spike: false, bloom: 0.17, leafy: 1 })),
  dye: blooming('daisy'),
}
export const TULIPS: Species = {
  height: [0.35, 0.5],
  crown: [0.4, 0.3],
  raster: drawn((s, d) => clump(s, d, { stems: 9, spike: false, bloom: 0.24, leafy: 0.7 })),
  dye: blooming('tulip'),
}
/** A tree in blossom: pink in spring, else like any other. */
export const CHERRY: Species = {
  height: [5, 8],
  crown: [0.62, 0.4],
  raster: drawn((s, d, w) => broadleaf(s, d, OAK, bare(w))),
  dye: (world, variant) =>
    world.season === 'spring'
      ? {
          leaf: srgb(variant & 1 ? '#f0b3c8' : '#f7cfdc'),
          leafWarm: srgb('#ffe6ee'),
          bark: srgb('#4d3833'),
          bloom: BLOOM,
          through: 0.5,
          snow: 0,
        }
      : leafy(world, variant),
}
/** The stem of a great tree whose crown is out of sight. */
export const STEM: Species = {
  height: [11, 15],
  crown: [0.6, 0.05],
  raster: stem,
  dye: (w, v) => leafy(w, v, srgb(v & 1 ? '#5b4a3a' : '#6a5a48')),
}
/** Foliage overhead: a crown without a stem. */
export const CANOPY: Species = {
  height: [7, 9],
  crown: [0.5, 0],
  raster: drawn((s, d, w) =>
    broadleaf(
      s,
      d,
      { wide: 0.62, from: 0.1, to: 0.95, puffs: 13, stem: 0.02, dense: 1, leaf: 0.03 },
      bare(w),
    ),
  ),
  dye: (w, v) => (w.land === 'jungle' ? evergreen('#2c6330', '#86a83c')(w, v) : leafy(w, v)),
}
/** Boulders of a stone. */
export const stones = (color: string, low: number, high: number): Species => {
  const bark = srgb(color)
  return {
    height: [low, high],
    crown: [0.4, 0.85],
    raster: boulder,
    dye: (world) => ({
      leaf: bark,
      leafWarm: bark,
      bark,
      bloom: bark,
      through: 0,
      snow: snowOnPlants(world),
    }),
  }
}

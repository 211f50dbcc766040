import type { Scene, Season, World } from '@plantain/core'
import type { Camera } from '../camera.ts'
import type { Rgb } from '../light.ts'
import { clamp01, smoothstep } from '../math.ts'
import { gradientNoise } from '../noise.ts'
import { mixRgb, srgb } from '../sky/color.ts'
import type { Earth } from './earth.ts'
import type { Stand } from './plants/scatter.ts'
import { SHRUB, stones } from './plants/species.ts'
import type { Flower, Turf } from './plants/turf.ts'
import { type Track, trackFor } from './track.ts'

/** What the ground of a land is covered with, when the scene says nothing else. */
export type Base =
  | 'grass'
  | 'lawn'
  | 'flowers'
  | 'sand'
  | 'red sand'
  | 'snow'
  | 'leaves'
  | 'moss'
  | 'crops'
  | 'ash'
  | 'dirt'

export interface Cover {
  readonly soil: Earth['soil']
  readonly distant: Earth['soil']
  readonly ripples: number
  readonly turf: Turf | null
  readonly stands: readonly Stand[]
  readonly track: Track | null
  /** Share of level ground that is under snow. */
  readonly snow: number
}

type Density = (x: number, z: number, height: number, steep: number) => number
type Pair = readonly [Rgb, Rgb]
const pair = (a: string, b: string): Pair => [srgb(a), srgb(b)]

const GREENS: Record<
  Season,
  { readonly soil: Pair; readonly far: Pair; readonly tufts: readonly Rgb[]; readonly tip: Rgb }
> = {
  spring: {
    soil: pair('#55803a', '#7c9c44'),
    far: pair('#6f9c45', '#96b656'),
    tufts: [srgb('#5f9a36'), srgb('#79ae42'), srgb('#8cbc4c'), srgb('#6aa23e')],
    tip: srgb('#cfe07c'),
  },
  summer: {
    soil: pair('#4d7034', '#75893e'),
    far: pair('#6b8a42', '#929c50'),
    tufts: [srgb('#5f8a34'), srgb('#76993c'), srgb('#4f7d34'), srgb('#8a9c46')],
    tip: srgb('#cfcd7c'),
  },
  autumn: {
    soil: pair('#76683a', '#94793f'),
    far: pair('#938448', '#b3954c'),
    tufts: [srgb('#98863e'), srgb('#ad9348'), srgb('#857c3c'), srgb('#b9a05a')],
    tip: srgb('#e6cf92'),
  },
  winter: {
    soil: pair('#77694a', '#8d7d5a'),
    far: pair('#8a8062', '#a09474'),
    tufts: [srgb('#99895f'), srgb('#ab9b72'), srgb('#8c7f5a'), srgb('#b5a67e')],
    tip: srgb('#d9cda6'),
  },
}

const flower = (petal: string, heart: string, size: number, petals: number): Flower => ({
  petal: srgb(petal),
  heart: srgb(heart),
  size,
  petals,
})
const DAISY = flower('#f6f3ea', '#eec437', 0.021, 9)
const WILD: Record<Season, readonly Flower[]> = {
  spring: [
    flower('#f2d13a', '#d99b1e', 0.02, 5),
    DAISY,
    flower('#d884b8', '#f4e3a0', 0.021, 5),
    flower('#8f7fd6', '#efe6a8', 0.02, 6),
  ],
  summer: [
    flower('#d8382c', '#2b1a1a', 0.03, 4),
    DAISY,
    flower('#5b72d0', '#2e3a86', 0.021, 8),
    flower('#e9c62f', '#c98d1f', 0.018, 5),
  ],
  autumn: [flower('#b98ac8', '#e8c65a', 0.02, 9), flower('#e0a93a', '#8f5f1e', 0.02, 7)],
  winter: [],
}

const SANDS: Record<'sand' | 'red sand', Pair> = {
  sand: pair('#cfb083', '#e3cba0'),
  'red sand': pair('#b8703f', '#d0905a'),
}

/** How full the ground is of tufts near (x, z): patches thin out, tracks and wet shores stay bare. */
function tuftDensity(seed: number, share: number, track: Track | null, level: number): Density {
  return (x, z, y) => {
    if (y < level + 0.03) return 0
    let dense =
      share >= 0.95
        ? share
        : clamp01(
            share +
              gradientNoise(seed + 631, x / 3.1, z / 3.1) * 0.7 * (1 - share) +
              (share < 0.5 ? gradientNoise(seed + 632, x / 0.9, z / 0.9) * 0.3 - 0.1 : 0),
          )
    if (track)
      dense *= smoothstep(0.7, 1.25, track.beside(x, z) + gradientNoise(seed + 633, x / 0.5, z / 0.5) * 0.2)
    return dense
  }
}

const windOf = (world: World): number =>
  world.weather === 'windy' ? 0.55 + 0.45 * world.intensity : world.weather === 'storm' ? 0.7 : 0.14

/** The cover of a scene's ground: the land's own, changed by what the scene lays on it, its season and its weather. */
export function coverFor(scene: Scene, camera: Camera, base: Base, level: number): Cover {
  const { world, seed } = scene
  const kind = coverKind(world, base)
  const track = world.cover === 'path' || world.cover === 'road' ? trackFor(scene, camera, world.cover) : null
  const fallen = world.weather === 'snow' ? 0.62 + 0.5 * world.intensity : 0
  const wintry =
    world.season === 'winter' && kind !== 'sand' && kind !== 'red sand' && kind !== 'ash' ? 0.8 : 0
  const snow = kind === 'snow' ? 1.25 : Math.max(fallen, wintry)
  const green = GREENS[world.season]
  const wind = windOf(world)
  const tufts = (tall: number, share: number, bloom: number, flowers: readonly Flower[]): Turf => ({
    tall: tall * (snow > 0.3 ? 0.8 : 1),
    wide: 0.008 + 0.004 * Math.min(1, tall),
    colors: green.tufts,
    tip: snow > 0.3 ? mixRgb(green.tip, srgb('#ffffff'), 0.5) : green.tip,
    flowers: snow > 0.3 ? [] : flowers,
    bloom,
    wind,
    litter: [],
    litterShare: 0,
    density: tuftDensity(seed, share * (1 - 0.72 * clamp01(snow)), track, level),
  })
  const rocks = (share: number, color = '#8d8982'): Stand => ({
    species: [stones(color, 0.12, 0.5), stones(color, 0.3, 1.1)],
    spacing: 1.7,
    from: 2.2,
    to: 70,
    density: (x, z, y) =>
      y < level - 0.02
        ? 0
        : clamp01(gradientNoise(seed + 641, x / 9, z / 9) * 0.9 + share - 0.35) *
          share *
          (track && track.beside(x, z) < 1.3 ? 0 : 1),
  })
  const few = world.cover === 'rocks' ? [rocks(0.85)] : []
  const leaves: readonly Rgb[] =
    world.season === 'autumn' || world.cover === 'leaves'
      ? [srgb('#c8701f'), srgb('#a8451f'), srgb('#d9a032'), srgb('#8a5a2a')]
      : []
  switch (kind) {
    case 'sand':
    case 'red sand': {
      const soil = SANDS[kind]
      return {
        soil,
        distant: soil,
        ripples: 1,
        turf: null,
        stands: [
          ...few,
          {
            species: [SHRUB],
            spacing: 2.6,
            from: 5,
            to: 60,
            density: (x, z, y) =>
              y < level + 0.6 ? 0 : clamp01(gradientNoise(seed + 651, x / 14, z / 14) - 0.35) * 0.5,
          },
        ],
        track,
        snow,
      }
    }
    case 'snow':
      return {
        soil: pair('#dfe6f0', '#eef2f8'),
        distant: pair('#dfe6f0', '#eef2f8'),
        ripples: 0.4,
        turf: {
          ...tufts(0.3, 0.3, 0, []),
          density: (x, z, y) =>
            y < level + 0.03 ? 0 : clamp01(gradientNoise(seed + 661, x / 7, z / 7) * 1.2 - 0.62),
        },
        stands: few,
        track,
        snow,
      }
    case 'leaves':
      return {
        soil: pair('#5e4a30', '#8a5f30'),
        distant: pair('#7d5c34', '#a3763c'),
        ripples: 0,
        turf: {
          ...tufts(0.16, 0.16, 0, []),
          litter: [srgb('#c8701f'), srgb('#a8451f'), srgb('#d9a032'), srgb('#8a5a2a'), srgb('#b98535')],
          litterShare: 0.92,
        },
        stands: few,
        track,
        snow,
      }
    case 'moss':
      return {
        soil: pair('#3f4a28', '#5c6a34'),
        distant: pair('#4a5a30', '#66743a'),
        ripples: 0,
        turf: {
          ...tufts(0.2, 0.5, 0.06, WILD[world.season]),
          litter: leaves.length ? leaves : [srgb('#6b5836'), srgb('#7d6a40')],
          litterShare: leaves.length ? 0.7 : 0.3,
        },
        stands: few,
        track,
        snow,
      }
    case 'dirt':
      return {
        soil: pair('#7d6446', '#a08560'),
        distant: pair('#8d7350', '#ab9068'),
        ripples: 0,
        turf: tufts(0.2, 0.2, 0.05, []),
        stands: [...few, rocks(0.4)],
        track,
        snow,
      }
    case 'ash':
      return {
        soil: pair('#38332f', '#524a44'),
        distant: pair('#443d39', '#5d534c'),
        ripples: 0,
        turf: null,
        stands: [rocks(0.75, '#4a4542')],
        track,
        snow,
      }
    case 'crops': {
      const ripe = world.season === 'summer' || world.season === 'autumn'
      const soil = ripe
        ? pair('#a5803a', '#c69a48')
        : world.season === 'spring'
          ? pair('#6d6a3a', '#6f8a3e')
          : pair('#6b5338', '#7f6545')
      const colors = ripe ? [srgb('#c99c40'), srgb('#d8b054'), srgb('#b98a36'), srgb('#dfbd68')] : green.tufts
      const rows: Density = (x, z, y) =>
        y < level + 0.03
          ? 0
          : (track && track.beside(x, z) < 1.15 ? 0 : 1) *
            (ripe ? 0.97 : Math.abs(x / 0.9 - Math.floor(x / 0.9) - 0.5) < 0.26 ? 0.95 : 0.05)
      return {
        soil,
        distant: ripe ? pair('#c79c4a', '#dcb765') : soil,
        ripples: 0,
        turf: {
          ...tufts(ripe ? 0.85 : 0.3, 1, 0.75, []),
          colors,
          tip: ripe ? srgb('#f2d994') : green.tip,
          flowers: ripe ? [{ petal: srgb('#e3bd62'), heart: srgb('#f0d487'), size: 0.03, petals: 0 }] : [],
          density: rows,
        },
        stands: few,
        track,
        snow,
      }
    }
    case 'lawn':
      return {
        soil: mixPair(green.soil, green.far),
        distant: green.far,
        ripples: 0,
        turf: { ...tufts(0.075, 0.98, 0.03, [DAISY]), litter: leaves, litterShare: leaves.length ? 0.25 : 0 },
        stands: few,
        track,
        snow,
      }
    case 'flowers':
      return {
        soil: green.soil,
        distant: bloomPair(green.far, WILD[world.season]),
        ripples: 0,
        turf: {
          ...tufts(0.34, 0.97, 0.85, WILD[world.season]),
          litter: leaves,
          litterShare: leaves.length ? 0.3 : 0,
        },
        stands: few,
        track,
        snow,
      }
    default:
      return {
        soil: green.soil,
        distant: green.far,
        ripples: 0,
        turf: {
          ...tufts(0.34, 0.95, 0.2, WILD[world.season]),
          litter: leaves,
          litterShare: leaves.length ? 0.3 : 0,
        },
        stands: few,
        track,
        snow,
      }
  }
}

const mixPair = (a: Pair, b: Pair): Pair => [mixRgb(a[0], b[0], 0.6), mixRgb(a[1], b[1], 0.6)]
/** Flowers far off are only a tint. */
const bloomPair = (far: Pair, flowers: readonly Flower[]): Pair =>
  flowers.length === 0
    ? far
    : [mixRgb(far[0], flowers[0]!.petal, 0.22), mixRgb(far[1], flowers[1 % flowers.length]!.petal, 0.25)]

function coverKind(world: World, base: Base): Base {
  switch (world.cover) {
    case 'grass':
      return base === 'lawn' ? 'lawn' : 'grass'
    case 'flowers':
    case 'sand':
    case 'snow':
    case 'leaves':
    case 'crops':
      return world.cover
    default:
      return base
  }
}

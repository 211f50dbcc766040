import type { Scene, Water } from '@plantain/core'
import type { Ground, Stage } from '../frame.ts'
import type { Rgb } from '../light.ts'
import { smoothstep } from '../math.ts'
import { basinFor } from '../water/basin.ts'
import { addSwell, swellOf } from '../water/swell.ts'
import { fallsFor } from './lands/falls.ts'
import { type Base, coverFor } from './cover.ts'
import { type Earth, earthSurface } from './earth.ts'
import type { Stand } from './plants/scatter.ts'
import { BUSH, LIME_TREE, SPRUCE } from './plants/species.ts'
import type { Form } from './relief/forms.ts'
import { sumForms } from './relief/forms.ts'
import type { Shape } from './relief/grid.ts'
import { paintTerrain } from './terrain.ts'

/** A land in the open, told by what is special about it. */
export interface Country {
  readonly base: Base
  readonly forms: readonly Form[]
  readonly erosion?: Shape['erosion']
  readonly rock: Rgb
  readonly bare: number
  /** Rise over run up to which snow lies. */
  readonly grip?: number
  /** How rough far slopes are, 1 for rock. */
  readonly rough?: number
  readonly strata?: Earth['strata']
  readonly wood?: Earth['wood']
  readonly marks?: Earth['marks']
  /** Sand along the water, up to this many metres above it. */
  readonly beach?: number
  /** Share of level ground under snow at a height, besides the season's. */
  readonly snow?: (y: number) => number
  readonly stands: readonly Stand[]
  readonly spans: readonly (readonly [number, number])[]
  readonly far: number
  /** Beyond this distance the land is relief and no more ground to stand on. */
  readonly relief: number
  /** Water that the land has even when the scene names none. */
  readonly water?: Water
  /** No shore in front: water to the lower edge. */
  readonly flooded?: boolean
}

export function paintCountry(stage: Stage, asked: Scene, land: Country): Ground {
  const { camera } = stage
  const water = asked.world.water === 'none' && land.water !== undefined ? land.water : asked.world.water
  const scene: Scene = { ...asked, world: { ...asked.world, water } }
  const basin = basinFor(scene, camera, land.flooded === true)
  const level = basin?.level
  const swell = swellOf(scene.world)
  const cover = coverFor(scene, camera, land.base, level ?? -1e9)
  const falls = water === 'waterfall' ? fallsFor(scene, camera) : null
  const forms = falls === null ? land.forms : [...land.forms, falls.form]
  const marks = land.marks
  const track = cover.track
  const surface = earthSurface(scene.seed, camera.eye, {
    soil: cover.soil,
    distant: cover.distant,
    ripples: cover.ripples,
    grain: cover.ripples > 0 ? 0.22 : 1,
    rough: land.rough ?? 1,
    rock: land.rock,
    bare: land.bare,
    relief: land.relief,
    ...(land.strata ? { strata: land.strata } : {}),
    ...(land.grip === undefined ? {} : { grip: land.grip }),
    ...(land.wood ? { wood: land.wood } : {}),
    ...(level === undefined ? {} : { level }),
    ...(land.beach === undefined || level === undefined ? {} : { beach: level + land.beach }),
    snow: (y) => Math.max(cover.snow, land.snow?.(y) ?? 0),
    ...(marks || track || falls
      ? {
          marks: (place) => {
            marks?.(place)
            track?.mark(place)
            falls?.mark(place)
          },
        }
      : {}),
  })
  // The cliff needs close rows, wherever the land has its own.
  const spans = falls === null ? land.spans : spansWith(land.spans, falls.foot)
  const clear = (stand: Stand): Stand =>
    track === null
      ? stand
      : {
          ...stand,
          density: (x, z, y, steep) =>
            (z < 300 ? smoothstep(1.1, 1.8, track.beside(x, z)) : 1) * stand.density(x, z, y, steep),
        }
  const ground = paintTerrain(stage, scene, {
    spans,
    far: land.far,
    shape: {
      fill: (row, out) => {
        sumForms(forms, row, out)
        if (basin !== null && land.flooded !== true) basin.cut(row, out)
      },
      ...(level === undefined ? {} : { level }),
      ...(swell > 0 ? { swell: (row, out) => addSwell(row, out, scene.seed, swell) } : {}),
      ...(land.erosion ? { erosion: land.erosion } : {}),
    },
    surface,
    stands: [...land.stands.map(clear), ...cover.stands, ...(falls === null ? [] : [onTop(falls.foot)])],
    turf: cover.turf,
  })
  falls?.spray(stage)
  return ground
}

/** The spans of a land with close rows about the foot of a cliff. */
function spansWith(spans: Country['spans'], foot: number): Country['spans'] {
  const [from, to] = [foot * 0.78, foot * 1.5]
  const before = spans.filter(([start]) => start < from)
  const last = spans.filter(([start]) => start <= to).at(-1)!
  return [...before, [from, 0.0032], [to, last[1]], ...spans.filter(([start]) => start > to)]
}

/** Trees and bushes on the brink of a cliff. */
const onTop = (foot: number): Stand => ({
  species: [BUSH, SPRUCE, BUSH, LIME_TREE],
  spacing: 5,
  from: foot + 9,
  to: foot + 45,
  grown: 0.6,
  density: (_x, _z, y) => (y > 4 ? 0.4 : 0),
})

import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import type { Ground, Stage } from '../frame.ts'
import { clamp01, smoothstep } from '../math.ts'
import { gradientNoise, random } from '../noise.ts'
import { srgb } from '../sky/color.ts'
import { type Front, frontPaint } from './built/facade.ts'
import { building, BRICKS, chimney, pitched, PLASTERS, ROOFS, spire } from './built/houses.ts'
import { openAir } from './built/open-air.ts'
import { type Solid, tint } from './built/solid.ts'
import { trace } from './built/tracer.ts'
import { type Country, paintCountry } from './country.ts'
import type { LandPainter } from './painter.ts'
import { BUSH, LIME_TREE, OAK_TREE, POPLAR_TREE } from './plants/species.ts'
import { country, fold, plain } from './relief/forms.ts'
import { type Basin, basinFor } from '../water/basin.ts'
import { snowOf } from './street.ts'
import { trackFor } from './track.ts'

/** Houses along a lane that winds up a green hillside, a church above them, woods and hills behind. */
export const village: LandPainter = { lands: ['village'], paint: paintVillage }

interface Plot {
  readonly x: number
  readonly z: number
  readonly wide: number
  readonly deep: number
  readonly key: number
}

function paintVillage(stage: Stage, asked: Scene): Ground {
  const { camera } = stage
  const basin = basinFor(asked, camera)
  // A village has a lane even where none was asked for, unless it lies beyond water.
  const laned = asked.world.cover === 'none' && basin?.far === undefined
  const scene: Scene = laned ? { ...asked, world: { ...asked.world, cover: 'path' } } : asked
  const forms = formsOf(scene, camera)
  const dry = country(forms)
  const height = basin === null ? dry : country([...forms, cutBy(basin)])
  const isDry = (x: number, z: number): boolean => basin === null || height(x, z) > basin.level + 0.1
  const bank = basin?.far
  const plots = (bank === undefined ? plotsOf(scene, camera) : plotsAlong(scene, camera, bank)).filter(
    ({ x, z, wide, deep }) =>
      [-1, 1].every((a) => [-1, 1].every((b) => isDry(x + (a * wide) / 2, z + (b * deep) / 2))),
  )
  const ground = paintCountry(stage, scene, villageCountry(scene, forms, plots))
  const solids = plots.flatMap((plot) => cottage(plot, height, stage.light.night, snowOf(scene)))
  const place = chapelPlace(scene, camera)
  if (isDry(place.x, place.z)) solids.push(...chapel(scene, place, height, stage.light.night))
  const casters = solids.filter(({ casts }) => (casts ?? 0) > 0)
  trace(
    stage,
    openAir(stage, scene, solids, {
      open: (hit) => 0.75 + 0.25 * clamp01((hit.y - (hit.solid?.min[1] ?? 0)) / 3),
      casters: casters.slice(0, 8),
      beams: [],
      mirrored: [],
    }),
    true,
  )
  return ground
}

const formsOf = ({ seed, world }: Scene, camera: Camera): Country['forms'] => {
  const top = world.relief * world.horizon
  return [
    plain(seed, 0.8),
    fold(camera, { seed: seed + 51, distance: 120, rise: 0.05 + 0.1 * top }),
    fold(camera, { seed: seed + 52, distance: 330, rise: 0.07 + 0.26 * top }),
    fold(camera, { seed: seed + 54, distance: 1500, rise: 0.06 + 0.6 * top, swell: 0.8 }),
    fold(camera, { seed: seed + 55, distance: 4200, rise: 0.05 + 0.95 * top, swell: 0.9 }),
  ]
}

function villageCountry({ seed }: Scene, forms: Country['forms'], plots: readonly Plot[]): Country {
  const copse = (x: number, z: number, size: number): number =>
    gradientNoise(seed + 301, x / size, z / size) +
    0.4 * gradientNoise(seed + 302, x / (size * 0.3), z / (size * 0.3))
  const free = (x: number, z: number): number => {
    for (const plot of plots)
      if (Math.abs(x - plot.x) < plot.wide / 2 + 1.6 && Math.abs(z - plot.z) < plot.deep / 2 + 1.6) return 0
    return 1
  }
  return {
    base: 'grass',
    forms,
    rock: srgb('#8d877c'),
    bare: 1.6,
    wood: { color: srgb('#3f5a2f'), share: ({ x, z }) => smoothstep(0.1, 0.32, copse(x, z, 300)) * 0.85 },
    stands: [
      {
        species: [LIME_TREE, OAK_TREE],
        spacing: 9,
        from: 210,
        to: 2400,
        density: (x, z) => clamp01((copse(x, z, 300) - 0.1) * 4) * 0.85,
      },
      {
        species: [OAK_TREE, LIME_TREE, POPLAR_TREE],
        spacing: 13,
        from: 46,
        to: 230,
        grown: 0.72,
        density: (x, z) => free(x, z) * (copse(x, z, 60) > 0.2 ? 0.42 : 0.03),
      },
      {
        species: [BUSH],
        spacing: 3.4,
        from: 20,
        to: 170,
        density: (x, z) => free(x, z) * clamp01(copse(x, z, 30) - 0.3) * 0.7,
      },
    ],
    spans: [
      [1.2, 0.02],
      [60, 0.011],
      [900, 0.009],
    ],
    far: 7000,
    relief: 700,
  }
}

/** Ground as water has cut it. */
const cutBy = (basin: Basin): Country['forms'][number] => ({ from: 0, to: Infinity, add: basin.cut })

/** Where houses stand: to the left and right of the lane by turns, closer together up the hill. */
function plotsOf(scene: Scene, camera: Camera): Plot[] {
  const { seed, world } = scene
  const track = trackFor(scene, camera, world.cover === 'road' ? 'road' : 'path')
  const plots: Plot[] = []
  const near = camera.spread < 0.8 ? 38 : 27
  for (let k = 0; k < 15; k++) {
    const z = near * (1 + 0.24 * k + 0.018 * k * k) + 5 * random(seed, 701, k)
    const reach = 0.5 * camera.spread * camera.aspect * z
    let lane = 0
    let least = Infinity
    for (let step = -40; step <= 40; step++) {
      const x = (step / 40) * reach * 1.4
      const away = track.beside(x, z)
      if (away < least) {
        least = away
        lane = x
      }
    }
    const side = k % 2 === 0 ? -1 : 1
    const far =
      5.6 + 3.5 * random(seed, 702, k) + (k > 3 ? 10 * random(seed, 703, k) * random(seed, 704, k) : 0)
    const wide = 6.4 + 2.6 * random(seed, 705, k)
    const x = lane + side * (far + wide / 2)
    if (Math.abs(x) > reach * 1.25 + wide) continue
    const deep = 6 + 2.5 * random(seed, 706, k)
    if (
      plots.some(
        (other) =>
          Math.abs(other.x - x) < (other.wide + wide) / 2 + 0.8 &&
          Math.abs(other.z - z) < (other.deep + deep) / 2 + 0.8,
      )
    )
      continue
    plots.push({ x, z, wide, deep, key: seed + 71 * k })
  }
  return plots
}

/** Rows of houses along the far bank of a water, some gaps in each: those behind look over those in front. */
function plotsAlong({ seed }: Scene, camera: Camera, bank: number): Plot[] {
  const plots: Plot[] = []
  ;[1.2, 1.46, 1.8, 2.3, 3].forEach((away, row) => {
    const z = bank * away
    const reach = 0.6 * camera.spread * camera.aspect * z
    let x = -reach + 6 * random(seed, 711, row)
    for (let k = 0; x < reach; k++) {
      const wide = 6 + 3.5 * random(seed, 712, row, k)
      const deep = 6 + 2.5 * random(seed, 713, row, k)
      if (random(seed, 714, row, k) > 0.14 + 0.13 * row)
        plots.push({
          x: x + wide / 2,
          z: z + 3 * random(seed, 715, row, k),
          wide,
          deep,
          key: seed + 71 * (row * 40 + k),
        })
      x += wide + 0.4 + (0.8 + row) * 2.4 * random(seed, 716, row, k)
    }
  })
  return plots
}

function cottage(
  { x, z, wide, deep, key }: Plot,
  height: (x: number, z: number) => number,
  night: number,
  snow: number,
): Solid[] {
  const x0 = x - wide / 2
  const x1 = x + wide / 2
  const z0 = z - deep / 2
  const z1 = z + deep / 2
  const foot = Math.min(height(x0, z0), height(x1, z0), height(x0, z1), height(x1, z1)) - 0.25
  const kind = random(key, 1)
  const wall: Front['wall'] =
    kind < 0.55 ? 'plaster' : kind < 0.7 ? 'boards' : kind < 0.85 ? 'stone' : 'brick'
  const colors =
    wall === 'boards'
      ? [srgb('#8c3b30'), srgb('#d8d2c4'), srgb('#6b7f6a'), srgb('#7a5d44')]
      : wall === 'brick'
        ? BRICKS
        : wall === 'stone'
          ? [srgb('#b8ac98'), srgb('#a39d90')]
          : PLASTERS
  const look: Front = {
    wall,
    color: colors[Math.floor(random(key, 2) * colors.length)]!,
    trim: srgb('#eeeae0'),
    floor: 2.75,
    bay: 2.5,
    window: [1.05, 1.25],
    ground: 2.85,
    shop: false,
    shutters:
      random(key, 3) < 0.5
        ? [srgb('#4c6b5a'), srgb('#5b7690'), srgb('#8a3f34')][Math.floor(random(key, 4) * 3)]!
        : null,
    awning: null,
    boxes: random(key, 5) < 0.6,
    night,
    lit: 0.75,
    snow,
    seed: key,
  }
  const tall = random(key, 6) < 0.6 ? 3.5 : 5.7
  const min = [x0, foot, z0] as const
  const max = [x1, foot + tall, z1] as const
  const paint = frontPaint(min, max, look)
  const across = random(key, 7) < 0.5
  const rise = (across ? deep : wide) * (0.42 + 0.12 * random(key, 8))
  const roofColor = ROOFS[Math.floor(random(key, 9) * ROOFS.length)]!
  return [
    building(min, max, paint),
    pitched(
      min,
      max,
      rise,
      across,
      roofColor,
      snow,
      (hit) => {
        tint(hit, look.color, 0.97)
        // A window under the ridge.
        const du = Math.abs((hit.face === 3 && !across) || hit.face === 4 ? hit.x - x : hit.z - z)
        const dv = hit.y - foot - tall - 0.3
        if (du < 0.42 && dv > 0 && dv < 0.95) {
          tint(hit, du > 0.34 || dv < 0.09 || dv > 0.86 || du < 0.03 ? look.trim : [0.05, 0.055, 0.06])
          hit.part = 2
          if (du < 0.34 && night > 0.2 && random(key, 10) < 0.5) {
            hit.glowRed = 1.1 * night
            hit.glowGreen = 0.68 * night
            hit.glowBlue = 0.3 * night
          }
        }
      },
      key,
    ),
    chimney(x + (random(key, 11) - 0.5) * wide * 0.5, z, foot + tall + rise * 0.35, 1.2 + rise * 0.62, key),
  ]
}

function chapelPlace({ seed }: Scene, camera: Camera): { readonly x: number; readonly z: number } {
  const z = 175
  return { x: (random(seed, 721) - 0.5) * 0.55 * camera.spread * camera.aspect * z, z }
}

/** A small church on the rise behind the houses. */
function chapel(
  { seed }: Scene,
  { x, z }: { readonly x: number; readonly z: number },
  height: (x: number, z: number) => number,
  night: number,
): Solid[] {
  const foot = height(x, z) - 1
  const stone = srgb('#e5ddcb')
  const look: Front = {
    wall: 'plaster',
    color: stone,
    trim: srgb('#b9ad97'),
    floor: 7,
    bay: 3.6,
    window: [1.2, 3.4],
    ground: 0,
    shop: false,
    shutters: null,
    awning: null,
    boxes: false,
    night,
    lit: 0.4,
    snow: 0,
    seed,
  }
  const nave = { min: [x - 4.5, foot, z] as const, max: [x + 4.5, foot + 9, z + 18] as const }
  const tower = { min: [x - 2.4, foot, z - 4.6] as const, max: [x + 2.4, foot + 16, z + 0.2] as const }
  return [
    building(nave.min, nave.max, frontPaint(nave.min, nave.max, look), 0),
    pitched(nave.min, nave.max, 5, false, srgb('#8c4a38'), 0, (hit) => tint(hit, stone), seed),
    building(
      tower.min,
      tower.max,
      frontPaint(tower.min, tower.max, { ...look, bay: 4.8, window: [1, 2.2], floor: 5.2 }),
      0,
    ),
    spire(x, z - 2.2, 2.7, foot + 16, 10, srgb('#6a4a3c'), 0),
  ]
}

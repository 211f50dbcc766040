import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { patches } from '../texture.ts'
import { BIRCH_TREE, BUSH, CYPRESS, LIME_TREE, OAK_TREE, POPLAR_TREE } from '../plants/species.ts'
import { fold, massif, plain } from '../relief/forms.ts'

const ROCK = srgb('#8d877c')
const WOOD = srgb('#3f5a2f')

/** Hills behind hills, with trees in the dips and on the crests. */
function hillCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  const spread = patches(seed + 301, 100)
  /** Copses of so many metres. */
  const copse = (x: number, z: number, size: number): number => spread((x * 100) / size, (z * 100) / size)
  const tuscan = random(seed, 17) < 0.35
  return {
    base: 'grass',
    forms: [
      plain(seed, 1.6),
      fold(camera, { seed: seed + 51, distance: 95, rise: 0.014 + 0.04 * world.relief }),
      fold(camera, { seed: seed + 52, distance: 260, rise: 0.024 + 0.2 * top }),
      fold(camera, { seed: seed + 53, distance: 680, rise: 0.034 + 0.42 * top }),
      fold(camera, { seed: seed + 54, distance: 1700, rise: 0.036 + 0.68 * top, swell: 0.7 }),
      fold(camera, { seed: seed + 55, distance: 4600, rise: 0.03 + 0.95 * top, swell: 0.9 }),
    ],
    rock: ROCK,
    bare: 2.4,
    rough: 0.2,
    wood: { color: WOOD, share: ({ x, z }) => smoothstep(0.08, 0.3, copse(x, z, 380)) * 0.85 },
    stands: [
      {
        species: tuscan ? [CYPRESS, CYPRESS, OAK_TREE] : [LIME_TREE, OAK_TREE, BIRCH_TREE],
        spacing: 9,
        from: 160,
        to: 2600,
        density: (x, z) =>
          clamp01((copse(x, z, 380) - 0.14) * 4) * 0.85 + (copse(x * 3, z * 3, 300) > 0.55 ? 0.12 : 0),
      },
      {
        species: [OAK_TREE, tuscan ? POPLAR_TREE : LIME_TREE],
        spacing: 17,
        from: 34,
        to: 300,
        density: (x, z) => (copse(x, z, 120) > 0.34 ? 0.3 : 0.012),
      },
      {
        species: [BUSH],
        spacing: 4,
        from: 16,
        to: 200,
        density: (x, z) => clamp01(copse(x, z, 60) - 0.42) * 0.5,
      },
    ],
    spans: [
      [1.2, 0.02],
      [60, 0.011],
      [900, 0.009],
    ],
    far: 9000,
    relief: 900,
  }
}

/** Open grassland up to a line of trees, hills behind. */
function openCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const { land } = world
  const top = world.relief * world.horizon
  const tree = land === 'field' ? 210 : 150
  const far = patches(seed + 303, 400)
  const row = (x: number, z: number): number =>
    gradientNoise(seed + 301, x / 70, z / 260) + 0.35 * gradientNoise(seed + 302, x / 24, z / 60)
  const tall = Math.max(0.5, Math.min(2, ((0.02 + 0.27 * top) * camera.spread * tree) / 13))
  return {
    base: land === 'field' ? 'crops' : land === 'meadow' ? 'flowers' : 'grass',
    forms: [
      plain(seed, land === 'field' ? 0.35 : 1),
      fold(camera, { seed: seed + 53, distance: 900, rise: 0.012 + 0.2 * top }),
      fold(camera, { seed: seed + 54, distance: 2300, rise: 0.015 + 0.42 * top, swell: 0.7 }),
      massif(camera, {
        seed: seed + 81,
        distance: 9000,
        rise: 0.015 + 0.8 * top,
        summits: [
          [0.3, 1, 1],
          [0.72, 0.85, 1.1],
          [0.05, 0.6, 1],
          [0.98, 0.7, 0.95],
        ],
        reach: 2.2,
      }),
    ],
    rock: ROCK,
    bare: 1.1,
    wood: {
      color: WOOD,
      share: ({ x, y, z }) => smoothstep(-0.1, 0.2, far(x, z)) * (1 - smoothstep(300, 700, y)),
    },
    snow: (y) => smoothstep(500, 1300, y) * 0.9,
    stands: [
      {
        species: [LIME_TREE, OAK_TREE, POPLAR_TREE, BIRCH_TREE],
        spacing: 6,
        from: tree * 0.85,
        to: tree * 1.35,
        grown: tall,
        density: (x, z) => clamp01((row(x, z) + 0.1) * 2.6) * 0.85,
      },
      {
        species: [LIME_TREE, OAK_TREE],
        spacing: 10,
        from: 500,
        to: 2600,
        density: (x, z) => clamp01((far(x, z) - 0.02) * 3) * 0.8,
      },
      {
        species: [BUSH, BUSH, LIME_TREE],
        spacing: 8,
        from: tree * 0.72,
        to: tree * 1.1,
        density: (x, z) => clamp01((row(x, z) + 0.2) * 1.6) * 0.6,
      },
      {
        species: [OAK_TREE],
        spacing: 30,
        from: 45,
        to: 120,
        density: (x, z) =>
          land === 'field' ? 0.03 : gradientNoise(seed + 305, x / 50, z / 50) > 0.25 ? 0.25 : 0,
      },
    ],
    spans: [
      [1.2, 0.022],
      [250, 0.013],
      [2600, 0.007],
    ],
    far: 12500,
    relief: 600,
  }
}

export const hills: LandPainter = {
  lands: ['hills'],
  paint: (stage, scene) => paintCountry(stage, scene, hillCountry(scene, stage.camera)),
}
export const meadow: LandPainter = {
  lands: ['meadow', 'field'],
  paint: (stage, scene) => paintCountry(stage, scene, openCountry(scene, stage.camera)),
}

import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { BUSH, JUNGLE_TREE, OAK_TREE, PALM, stones } from '../plants/species.ts'
import { bed, isle, massif, plain, spur } from '../relief/forms.ts'

const GREEN_WOOD = srgb('#3a5f33')
const ROCK = srgb('#857d72')

function beachCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const side = random(seed, 1) < 0.5 ? -1 : 1
  const top = world.relief * world.horizon
  return {
    base: 'sand',
    forms: [
      plain(seed, 0.35),
      spur(camera, {
        seed: seed + 61,
        distance: 900,
        rise: 0.02 + 0.45 * top,
        side: side < 0 ? -1 : 1,
        reach: 0.55,
      }),
    ],
    rock: ROCK,
    bare: 0.8,
    wood: {
      color: GREEN_WOOD,
      share: ({ x, y, z }) =>
        smoothstep(2, 8, y) * smoothstep(-0.4, 0.1, gradientNoise(seed + 303, x / 120, z / 120)),
    },
    beach: 1.6,
    stands: [
      {
        species: [JUNGLE_TREE, PALM],
        spacing: 9,
        from: 420,
        to: 1500,
        grown: 0.7,
        density: (x, z, y) => (y > 3 ? clamp01(gradientNoise(seed + 303, x / 120, z / 120) + 0.5) * 0.9 : 0),
      },
      {
        species: [PALM],
        spacing: 3.6,
        from: 8,
        to: 70,
        density: (x, z, y) =>
          side * (x / (z * camera.spread * camera.aspect)) > 0.22 && y > -0.05 ? 0.42 : 0,
      },
      {
        species: [BUSH],
        spacing: 1.5,
        from: 6,
        to: 30,
        grown: 0.8,
        density: (x, z) => (side * (x / (z * camera.spread * camera.aspect)) > 0.38 ? 0.5 : 0),
      },
      {
        species: [stones('#8f8678', 0.1, 0.4)],
        spacing: 3.5,
        from: 3,
        to: 40,
        density: (x, z) => clamp01(gradientNoise(seed + 304, x / 8, z / 8) - 0.3) * 0.5,
      },
    ],
    spans: [
      [1.2, 0.014],
      [60, 0.02],
      [500, 0.012],
    ],
    far: 26000,
    relief: 300,
    water: 'sea',
  }
}

function seaCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  const side = random(seed, 1) < 0.5 ? -1 : 1
  return {
    base: 'grass',
    forms: [
      bed(-9),
      ...(world.relief > 0.12
        ? [
            spur(camera, {
              seed: seed + 61,
              distance: 5200,
              rise: 0.7 * top,
              side: side < 0 ? -1 : 1,
              reach: 0.5,
            }),
            spur(camera, {
              seed: seed + 62,
              distance: 9000,
              rise: 0.6 * top,
              side: side < 0 ? 1 : -1,
              reach: 0.42,
            }),
          ]
        : []),
    ],
    rock: ROCK,
    bare: 0.5,
    erosion: (z) => (z < 2500 ? null : { seed: seed + 41, wavelength: 900, octaves: 4, depth: 0.08 }),
    wood: {
      color: GREEN_WOOD,
      share: ({ y, steep }) => smoothstep(20, 60, y) * (1 - smoothstep(0.3, 0.6, steep)) * 0.8,
    },
    stands: [],
    spans: [
      [1.2, 0.016],
      [300, 0.03],
      [3400, 0.008],
    ],
    far: 30000,
    relief: 100,
    water: 'sea',
    flooded: true,
  }
}

function islandCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const at = random(seed, 1) < 0.5 ? 0.42 : 0.58
  const top = world.relief * world.horizon
  const distance = 330
  const rise = 0.03 + 0.44 * top
  const thick = (x: number, z: number): number => gradientNoise(seed + 303, x / 40, z / 40)
  return {
    base: 'grass',
    forms: [
      isle(camera, seed + 61, at, distance, 0.34, rise, -0.2),
      massif(camera, {
        seed: seed + 81,
        distance: 14000,
        rise: 0.02 + 0.2 * top,
        summits: [[at > 0.5 ? 0.12 : 0.9, 1, 1]],
        reach: 1.6,
      }),
    ],
    rock: ROCK,
    bare: 1.5,
    rough: 0.4,
    beach: 2.6,
    wood: { color: GREEN_WOOD, share: ({ x, y, z }) => smoothstep(3, 8, y) * clamp01(thick(x, z) + 0.8) },
    stands: [
      {
        species: [PALM, JUNGLE_TREE, OAK_TREE, PALM],
        spacing: 5.2,
        from: 120,
        to: 800,
        density: (x, z, y) => (y > 2.8 ? clamp01(thick(x, z) + 0.75) * 0.92 : y > 1.2 ? 0.1 : 0),
      },
      {
        species: [BUSH],
        spacing: 3.4,
        from: 120,
        to: 700,
        grown: 1.3,
        density: (x, z, y) => (y > 2.2 ? clamp01(thick(x, z) + 0.8) * 0.95 : 0),
      },
      {
        species: [stones('#7d766c', 1, 4)],
        spacing: 12,
        from: 120,
        to: 700,
        density: (x, z, y) => (y < 1.5 ? clamp01(gradientNoise(seed + 304, x / 30, z / 30) + 0.1) * 0.5 : 0),
      },
    ],
    spans: [
      [1.2, 0.016],
      [120, 0.006],
      [900, 0.03],
    ],
    far: 26000,
    relief: 3000,
    water: 'sea',
    flooded: true,
  }
}

export const beach: LandPainter = {
  lands: ['beach'],
  paint: (stage, scene) => paintCountry(stage, scene, beachCountry(scene, stage.camera)),
}
export const sea: LandPainter = {
  lands: ['sea'],
  paint: (stage, scene) => paintCountry(stage, scene, seaCountry(scene, stage.camera)),
}
export const island: LandPainter = {
  lands: ['island'],
  paint: (stage, scene) => paintCountry(stage, scene, islandCountry(scene, stage.camera)),
}

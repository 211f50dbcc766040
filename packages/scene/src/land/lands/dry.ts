import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { paintPlume } from '../../sky/plume.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { CACTUS, SHRUB, stones } from '../plants/species.ts'
import { canyonWalls, cone, dunes, massif, plain } from '../relief/forms.ts'
import { lavaFor } from './lava.ts'

function desertCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  return {
    base: 'sand',
    forms: [
      plain(seed, 0.5),
      dunes(camera, seed, top),
      massif(camera, {
        seed: seed + 81,
        distance: 7500,
        rise: 0.01 + 0.4 * top,
        summits: [
          [0.7, 1, 1],
          [0.2, 0.7, 1.1],
          [0.95, 0.8, 1.05],
        ],
        reach: 2,
      }),
    ],
    rock: srgb('#a9744f'),
    bare: 1.25,
    rough: 0.12,
    strata: { metres: 42, colors: [srgb('#b57a50'), srgb('#9a6444'), srgb('#c48d60')] },
    stands: [
      {
        species: [CACTUS, SHRUB, SHRUB],
        spacing: 11,
        from: 9,
        to: 160,
        density: (x, z) => clamp01(gradientNoise(seed + 301, x / 45, z / 45) - 0.12) * 0.32,
      },
    ],
    spans: [
      [1.2, 0.018],
      [30, 0.007],
      [3000, 0.007],
    ],
    far: 11000,
    relief: 900,
  }
}

function canyonCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const rise = (0.12 + 0.8 * world.relief) * world.horizon
  return {
    base: 'red sand',
    forms: [plain(seed, 0.5), canyonWalls(camera, seed, rise)],
    erosion: (z) =>
      z < 60
        ? null
        : { seed: seed + 41, wavelength: 34 * (z < 400 ? 1 : z < 1500 ? 3 : 6), octaves: 3, depth: 0.05 },
    rock: srgb('#a85a36'),
    bare: 0.5,
    strata: {
      metres: 15,
      colors: [
        srgb('#b5633c'),
        srgb('#8f4a30'),
        srgb('#c9825a'),
        srgb('#a0543a'),
        srgb('#d39b74'),
        srgb('#994d34'),
      ],
    },
    stands: [
      {
        species: [SHRUB, SHRUB, CACTUS],
        spacing: 5,
        from: 5,
        to: 200,
        density: (x, z, _y, steep) =>
          steep < 0.4 ? clamp01(gradientNoise(seed + 301, x / 25, z / 25)) * 0.35 : 0,
      },
      {
        species: [stones('#a0603f', 0.3, 1.2)],
        spacing: 4,
        from: 4,
        to: 120,
        density: (x, z) => clamp01(gradientNoise(seed + 302, x / 18, z / 18) - 0.1) * 0.4,
      },
    ],
    spans: [
      [1.2, 0.02],
      [30, 0.006],
      [2500, 0.008],
    ],
    far: 9000,
    relief: 200,
  }
}

/** Frame x of the crater. */
const craterOf = (scene: Scene): number => (random(scene.seed, 1) < 0.5 ? 0.42 : 0.58)

function volcanoCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const at = craterOf(scene)
  const rise = (0.14 + 0.84 * world.relief) * world.horizon
  return {
    base: 'ash',
    forms: [
      plain(seed, 1.6),
      massif(camera, {
        seed: seed + 83,
        distance: 7200,
        rise: rise * 0.42,
        summits: [
          [0.05, 1, 1],
          [0.93, 0.9, 1],
        ],
        reach: 1.7,
      }),
      cone(camera, seed + 81, at, 4200, rise),
    ],
    erosion: (z) => (z < 1100 ? null : { seed: seed + 41, wavelength: 640, octaves: 5, depth: 0.075 }),
    rock: srgb('#57504d'),
    bare: 0.5,
    marks: lavaFor(scene, camera, at, 4200, rise * camera.spread * 4200),
    snow: (y) => (world.season === 'winter' ? smoothstep(300, 900, y) : 0),
    stands: [
      {
        species: [SHRUB],
        spacing: 4,
        from: 6,
        to: 90,
        density: (x, z) => clamp01(gradientNoise(seed + 301, x / 22, z / 22) - 0.3) * 0.5,
      },
    ],
    spans: [
      [1.2, 0.02],
      [200, 0.011],
      [1200, 0.006],
    ],
    far: 8800,
    relief: 500,
  }
}

export const desert: LandPainter = {
  lands: ['desert'],
  paint: (stage, scene) => paintCountry(stage, scene, desertCountry(scene, stage.camera)),
}
export const canyon: LandPainter = {
  lands: ['canyon'],
  paint: (stage, scene) => paintCountry(stage, scene, canyonCountry(scene, stage.camera)),
}
export const volcano: LandPainter = {
  lands: ['volcano'],
  paint: (stage, scene) => {
    const { camera } = stage
    const land = volcanoCountry(scene, camera)
    // The plume stands behind the rim: it is painted before the land.
    const rise = (0.14 + 0.84 * scene.world.relief) * scene.world.horizon
    paintPlume(stage, scene, craterOf(scene), camera.horizon - rise * 0.93, 0.6 + 0.6 * stage.light.night)
    return paintCountry(stage, scene, land)
  },
}

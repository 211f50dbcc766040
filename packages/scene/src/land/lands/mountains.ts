import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { patches } from '../texture.ts'
import { LIME_TREE, PINE, SPRUCE } from '../plants/species.ts'
import { massif, plain, spur } from '../relief/forms.ts'

const RANGE = 6500

/** A massif behind two wooded spurs, a meadow or a lake in front. */
function country(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const left = random(seed, 1) < 0.5
  const side = left ? 1 : -1
  const place = (x: number): number => (left ? x : 1 - x)
  const rise = (0.1 + 0.88 * world.relief) * world.horizon
  const summit = rise * camera.spread * RANGE
  const line = summit * 0.36
  const wood = patches(seed + 301, 300)
  return {
    base: 'grass',
    forms: [
      plain(seed, 1),
      spur(camera, { seed: seed + 61, distance: 1500, rise: 0.05 + 0.1 * world.relief, side, reach: 0.62 }),
      spur(camera, {
        seed: seed + 71,
        distance: 2600,
        rise: 0.05 + 0.1 * world.relief,
        side: side < 0 ? 1 : -1,
        reach: 0.7,
      }),
      massif(camera, {
        seed: seed + 81,
        distance: RANGE,
        rise,
        summits: [
          [place(0.37), 1, 1],
          [place(0.76), 0.8, 1.12],
          [place(0.02), 0.66, 0.95],
          [place(0.56), 0.7, 1.25],
          [place(1.05), 0.72, 1],
        ],
        reach: 1.35,
      }),
    ],
    erosion: (z) =>
      z < 900
        ? null
        : z > 3000
          ? { seed: seed + 41, wavelength: 1700, octaves: 5, depth: 0.05 }
          : { seed: seed + 41, wavelength: 300, octaves: 3, depth: 0.02 },
    rock: srgb('#77757a'),
    bare: 0.72,
    grip: 1.75,
    wood: {
      color: srgb('#2f4a2c'),
      share: ({ x, y, z, steep }) =>
        (1 - smoothstep(line * 0.75, line * 1.1, y)) *
        (1 - smoothstep(0.9, 1.3, steep)) *
        smoothstep(-0.2, 0.15, wood(x, z) + 0.3),
    },
    snow: (y) =>
      0.16 + smoothstep(summit * 0.2, summit * 0.72, y) * (world.season === 'summer' ? 0.92 : 1.15),
    stands: [
      {
        species: [SPRUCE, SPRUCE, PINE],
        spacing: 8.5,
        from: 420,
        to: 4200,
        density: (x, z, y, steep) =>
          y > 3 && y < line && steep < 1.1
            ? clamp01((wood(x, z) + 0.42 + smoothstep(8, 60, y) * 0.3) * 2.2) * 0.94
            : 0,
      },
      {
        species: [SPRUCE, SPRUCE, SPRUCE, LIME_TREE],
        spacing: 9,
        from: 60,
        to: 900,
        density: (x, z) => clamp01((wood(x * 1.7, z * 1.7) - 0.28) * 2.4) * 0.8,
      },
    ],
    spans: [
      [1.2, 0.022],
      [250, 0.011],
      [2300, 0.0048],
    ],
    far: 10500,
    relief: 420,
  }
}

export const mountains: LandPainter = {
  lands: ['mountains'],
  paint: (stage, scene) => paintCountry(stage, scene, country(scene, stage.camera)),
}

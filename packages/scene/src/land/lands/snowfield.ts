import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { patches } from '../texture.ts'
import { BIRCH_TREE, SPRUCE } from '../plants/species.ts'
import { fold, massif, plain } from '../relief/forms.ts'

/** Drifts, snow-laden spruces, white hills and a far range. */
function country(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const left = random(seed, 1) < 0.5
  const place = (x: number): number => (left ? x : 1 - x)
  const top = world.relief * world.horizon
  const wood = patches(seed + 301, 140)
  return {
    base: 'snow',
    forms: [
      plain(seed, 1.5),
      fold(camera, { seed: seed + 52, distance: 330, rise: 0.012 + 0.07 * top }),
      fold(camera, { seed: seed + 53, distance: 1100, rise: 0.02 + 0.26 * top }),
      massif(camera, {
        seed: seed + 81,
        distance: 6500,
        rise: 0.03 + 0.9 * top,
        summits: [
          [place(0.64), 1, 1],
          [place(0.22), 0.72, 1.1],
          [place(0.95), 0.7, 1],
        ],
        reach: 1.5,
      }),
    ],
    erosion: (z) => (z < 2600 ? null : { seed: seed + 41, wavelength: 1500, octaves: 5, depth: 0.045 }),
    rock: srgb('#8a8a93'),
    bare: 0.9,
    grip: 1.4,
    snow: () => 1.12,
    wood: {
      color: srgb('#4a5a55'),
      share: ({ x, y, z }) => smoothstep(0, 0.3, wood(x / 2, z / 2)) * (1 - smoothstep(300, 600, y)) * 0.8,
    },
    stands: [
      {
        species: [SPRUCE],
        spacing: 8,
        from: 220,
        to: 2300,
        density: (x, z) => clamp01((wood(x / 2, z / 2) + 0.02) * 3) * 0.85,
      },
      {
        species: [SPRUCE, SPRUCE, BIRCH_TREE],
        spacing: 8,
        from: 26,
        to: 260,
        density: (x, z) => clamp01((wood(x, z) - 0.26) * 2.6) * 0.8,
      },
    ],
    spans: [
      [1.2, 0.018],
      [100, 0.012],
      [2300, 0.0055],
    ],
    far: 10500,
    relief: 600,
  }
}

export const snowfield: LandPainter = {
  lands: ['snowfield'],
  paint: (stage, scene) => paintCountry(stage, scene, country(scene, stage.camera)),
}

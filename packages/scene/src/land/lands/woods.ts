import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01 } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import {
  BIRCH_TREE,
  BUSH,
  CANOPY,
  FERN,
  HERB,
  JUNGLE_TREE,
  LIME_TREE,
  OAK_TREE,
  PALM,
  PINE,
  SPRUCE,
  STEM,
  stones,
} from '../plants/species.ts'
import { plain } from '../relief/forms.ts'

/** Inside a wood: stems near, crowns overhead, rows of trees that pale into the distance, a glade down the middle. */
function woodCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const jungle = world.land === 'jungle'
  const conifers = !jungle && random(seed, 21) < 0.45
  const wide = camera.spread * camera.aspect
  const top = world.relief * world.horizon
  // The glade winds; the eye follows it.
  const glade = (x: number, z: number): number =>
    Math.abs(x / (wide * z) + 0.07 * gradientNoise(seed + 305, z / 18, 1) * Math.min(1, z / 12))
  const far = conifers
    ? [SPRUCE, PINE]
    : jungle
      ? [JUNGLE_TREE, JUNGLE_TREE, PALM]
      : [LIME_TREE, OAK_TREE, BIRCH_TREE]
  const wall = 75
  const grown = Math.max(
    0.8,
    Math.min(3, ((0.12 + 0.85 * top) * camera.spread * wall) / (conifers ? 19 : jungle ? 22 : 13)),
  )
  return {
    base: conifers || jungle ? 'moss' : 'leaves',
    forms: [plain(seed, 1.1)],
    rock: srgb('#6d6a62'),
    bare: 1.5,
    stands: [
      { species: far, spacing: 4.2, from: wall * 0.8, to: wall * 1.6, grown, density: () => 0.85 },
      {
        species: far,
        spacing: 5,
        from: 36,
        to: wall * 0.8,
        grown: grown * 0.9,
        density: (x, z) => (glade(x, z) > 0.075 ? 0.62 : 0),
      },
      {
        species: [STEM],
        spacing: 4.1,
        from: 7,
        to: 44,
        density: (x, z) => (glade(x, z) > 0.13 + 0.5 / z ? 0.5 : 0),
      },
      {
        species: [conifers ? SPRUCE : CANOPY],
        spacing: 5.2,
        from: 13,
        to: 40,
        ...(conifers ? { grown: 0.55 } : { lift: 7.5 }),
        density: (x, z) => (glade(x, z) > (conifers ? 0.2 : 0.14) ? (conifers ? 0.3 : 0.8) : 0),
      },
      {
        species: jungle ? [HERB, FERN, PALM] : [BUSH, FERN],
        spacing: 2.6,
        from: 8,
        to: 60,
        grown: jungle ? 1.5 : 1,
        density: (x, z) =>
          glade(x, z) > 0.12
            ? clamp01(gradientNoise(seed + 306, x / 6, z / 6) + (jungle ? 0.5 : 0.1)) * 0.7
            : 0,
      },
      {
        species: jungle ? [HERB, FERN] : [FERN],
        spacing: 0.95,
        from: 2.3,
        to: 22,
        grown: jungle ? 1.25 : 0.85,
        density: (x, z) =>
          glade(x, z) > 0.16 - 0.02 * Math.min(3, z / 4)
            ? clamp01(gradientNoise(seed + 307, x / 3, z / 3) + (jungle ? 0.35 : 0.1)) * 0.75
            : 0,
      },
      {
        species: [stones('#6f6d66', 0.2, 0.8)],
        spacing: 4,
        from: 3.5,
        to: 40,
        density: (x, z) =>
          glade(x, z) > 0.1 ? clamp01(gradientNoise(seed + 308, x / 7, z / 7) - 0.2) * 0.5 : 0,
      },
    ],
    spans: [
      [1.2, 0.02],
      [60, 0.03],
    ],
    far: 260,
    relief: 200,
  }
}

export const woods: LandPainter = {
  lands: ['forest', 'jungle'],
  paint: (stage, scene) => paintCountry(stage, scene, woodCountry(scene, stage.camera)),
}

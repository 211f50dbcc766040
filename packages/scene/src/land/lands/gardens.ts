import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import { BIRCH_TREE, BOX, BUSH, CHERRY, HERB, LIME_TREE, OAK_TREE } from '../plants/species.ts'
import { fold, plain } from '../relief/forms.ts'

const ROCK = srgb('#8d877c')

/** Lawns under old trees, a belt of trees around. */
function parkCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  const belt = 120
  const grown = Math.max(0.7, Math.min(2.4, ((0.05 + 0.8 * top) * camera.spread * belt) / 13))
  const grove = (x: number, z: number): number =>
    gradientNoise(seed + 301, x / 26, z / 26) + 0.3 * gradientNoise(seed + 302, x / 9, z / 9)
  return {
    base: 'lawn',
    forms: [plain(seed, 0.9), fold(camera, { seed: seed + 53, distance: 600, rise: 0.02 + 0.2 * top })],
    rock: ROCK,
    bare: 1.5,
    stands: [
      {
        species: [LIME_TREE, OAK_TREE, BIRCH_TREE],
        spacing: 5.5,
        from: belt * 0.9,
        to: belt * 1.5,
        grown,
        density: (x, z) => clamp01(gradientNoise(seed + 303, x / 40, z / 40) + 0.75),
      },
      {
        species: [BUSH, LIME_TREE],
        spacing: 5,
        from: belt * 0.75,
        to: belt * 1.1,
        grown: 1.2,
        density: (x, z) => clamp01(gradientNoise(seed + 304, x / 22, z / 22) + 0.25) * 0.8,
      },
      {
        species: [OAK_TREE, LIME_TREE, CHERRY, BIRCH_TREE],
        spacing: 11,
        from: 16,
        to: 95,
        density: (x, z) => (Math.abs(x / z) < 0.07 ? 0 : clamp01((grove(x, z) - 0.02) * 2.4) * 0.62),
      },
      {
        species: [BUSH, BOX],
        spacing: 4.5,
        from: 14,
        to: 80,
        density: (x, z) => (Math.abs(x / z) < 0.09 ? 0 : clamp01(grove(x * 1.4, z * 1.4) - 0.3) * 0.6),
      },
    ],
    spans: [
      [1.2, 0.022],
      [120, 0.015],
    ],
    far: 2200,
    relief: 500,
  }
}

/** Beds of flowers on both sides of a lawn, clipped box, a hedge, blossoming trees behind it. */
function gardenCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  const bed = (x: number, z: number): number => {
    const at = Math.abs(
      x / (camera.spread * Math.min(1.25, camera.aspect) * z) + 0.03 * gradientNoise(seed + 305, z / 3, 2),
    )
    return smoothstep(0.27, 0.33, at)
  }
  const hedge = 21
  return {
    base: 'lawn',
    forms: [plain(seed, 0.4)],
    rock: ROCK,
    bare: 1.5,
    stands: [
      {
        species: [LIME_TREE, OAK_TREE, BIRCH_TREE],
        spacing: 4.5,
        from: 34,
        to: 60,
        grown: Math.max(0.6, Math.min(2, ((0.06 + 0.8 * top) * camera.spread * 42) / 13)),
        density: () => 0.9,
      },
      { species: [CHERRY], spacing: 5, from: 23, to: 31, density: () => 0.55 },
      { species: [BOX], spacing: 0.62, from: hedge, to: hedge + 1.1, grown: 1.7, density: () => 1 },
      {
        species: [BOX, BUSH],
        spacing: 2.2,
        from: 8,
        to: 20,
        grown: 0.9,
        density: (x, z) => bed(x, z) * 0.55,
      },
      {
        species: [HERB, BUSH],
        spacing: 0.75,
        from: 3,
        to: 20,
        grown: 0.62,
        density: (x, z) => bed(x, z) * clamp01(gradientNoise(seed + 306, x / 2, z / 2) + 0.4) * 0.8,
      },
    ],
    spans: [
      [1.2, 0.02],
      [30, 0.02],
    ],
    far: 400,
    relief: 200,
  }
}

export const park: LandPainter = {
  lands: ['park'],
  paint: (stage, scene) => paintCountry(stage, scene, parkCountry(scene, stage.camera)),
}
export const garden: LandPainter = {
  lands: ['garden'],
  paint: (stage, scene) => paintCountry(stage, scene, gardenCountry(scene, stage.camera)),
}

import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { type Country, paintCountry } from '../country.ts'
import type { LandPainter } from '../painter.ts'
import {
  BIRCH_TREE,
  BOX,
  BUSH,
  CHERRY,
  DAISIES,
  FERN,
  HERB,
  LAVENDER,
  LIME_TREE,
  OAK_TREE,
  ROSES,
  TULIPS,
} from '../plants/species.ts'
import { fold, plain } from '../relief/forms.ts'

const ROCK = srgb('#8d877c')

/** Lawns under old trees, a belt of trees around. */
function parkCountry(scene: Scene, camera: Camera): Country {
  const { seed, world } = scene
  const top = world.relief * world.horizon
  const belt = 130
  const grown = Math.max(0.5, Math.min(2, ((0.03 + 0.4 * top) * camera.spread * belt) / 13))
  const side = random(seed, 1) < 0.5 ? -1 : 1
  const wide = camera.spread * camera.aspect
  const grove = (x: number, z: number): number =>
    gradientNoise(seed + 301, x / 26, z / 26) + 0.3 * gradientNoise(seed + 302, x / 9, z / 9)
  /** Frame offset from the middle: the view stays open there. */
  const aside = (x: number, z: number): number => x / (wide * z)
  return {
    base: 'lawn',
    forms: [plain(seed, 1.1), fold(camera, { seed: seed + 53, distance: 600, rise: 0.02 + 0.2 * top })],
    rock: ROCK,
    bare: 1.5,
    rough: 0.3,
    wood: { color: srgb('#3f5a2f'), share: () => 0.9 },
    stands: [
      {
        species: [LIME_TREE, OAK_TREE, BIRCH_TREE],
        spacing: 6,
        from: belt * 0.9,
        to: belt * 1.6,
        grown,
        density: (x, z) => clamp01(gradientNoise(seed + 303, x / 40, z / 40) + 0.6),
      },
      {
        species: [BUSH, BUSH, LIME_TREE],
        spacing: 4.4,
        from: belt * 0.78,
        to: belt * 1.2,
        grown: 1.3,
        density: (x, z) => clamp01(gradientNoise(seed + 304, x / 22, z / 22) + 0.5) * 0.9,
      },
      {
        species: [OAK_TREE, LIME_TREE, CHERRY, BIRCH_TREE],
        spacing: 12,
        from: 26,
        to: 95,
        density: (x, z) => (Math.abs(aside(x, z)) < 0.1 ? 0 : clamp01((grove(x, z) + 0.05) * 2.4) * 0.55),
      },
      // One great tree leads into the picture from the side.
      {
        species: [OAK_TREE, LIME_TREE],
        spacing: 7,
        from: 15,
        to: 24,
        grown: 0.85,
        density: (x, z) => (aside(x, z) * side > 0.26 && aside(x, z) * side < 0.52 ? 0.6 : 0),
      },
      {
        species: [BUSH, BOX],
        spacing: 4.5,
        from: 18,
        to: 80,
        density: (x, z) => (Math.abs(aside(x, z)) < 0.14 ? 0 : clamp01(grove(x * 1.4, z * 1.4) - 0.25) * 0.7),
      },
      {
        species: [ROSES],
        spacing: 1.1,
        from: 12,
        to: 34,
        density: (x, z) =>
          Math.abs(aside(x, z)) < 0.12 ? 0 : clamp01(gradientNoise(seed + 307, x / 5, z / 5) - 0.38) * 4,
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
  const wide = camera.spread * Math.min(1.25, camera.aspect)
  /** How far from the lawn's edge into a bed, in shares of the frame; the edge swings. */
  const into = (x: number, z: number): number =>
    Math.abs(x / (wide * z)) - 0.25 - 0.05 * gradientNoise(seed + 305, z / 4.5, x > 0 ? 2 : 7)
  const band = (x: number, z: number, from: number, to: number): number => {
    const at = into(x, z)
    return at > from && at < to ? 1 : 0
  }
  const drift = (k: number, x: number, z: number): number => gradientNoise(seed + 320 + k, x / 1.5, z / 1.7)
  const hedge = 24
  return {
    base: 'lawn',
    forms: [plain(seed, 0.4)],
    rock: ROCK,
    bare: 1.5,
    marks: (place) => {
      if (place.z > hedge) return
      const at = into(place.x, place.z)
      if (at <= 0) return
      // Dark earth in the beds.
      const tone = 0.85 + 0.3 * gradientNoise(seed + 306, place.x / 0.12, place.z / 0.12)
      const share = smoothstep(0, 0.012, at)
      place.red += (0.075 * tone - place.red) * share
      place.green += (0.052 * tone - place.green) * share
      place.blue += (0.036 * tone - place.blue) * share
    },
    stands: [
      {
        species: [LIME_TREE, OAK_TREE, BIRCH_TREE],
        spacing: 4.2,
        from: 38,
        to: 64,
        grown: Math.max(0.5, Math.min(1.8, ((0.05 + 0.5 * top) * camera.spread * 44) / 13)),
        density: () => 0.95,
      },
      { species: [BUSH], spacing: 2, from: 33, to: 40, grown: 1.9, density: () => 1 },
      { species: [CHERRY], spacing: 5.5, from: hedge + 2, to: 33, grown: 0.9, density: () => 0.6 },
      {
        species: [BOX],
        spacing: 0.62,
        from: hedge,
        to: hedge + 1.1,
        grown: 1.7,
        density: (x, z) => (Math.abs(x / (wide * z)) < 0.045 ? 0 : 1),
      },
      {
        species: [BOX],
        spacing: 3.1,
        from: 6,
        to: hedge - 1,
        grown: 0.75,
        density: (x, z) => band(x, z, 0.02, 0.05) * 0.85,
      },
      {
        species: [BUSH, ROSES],
        spacing: 1.5,
        from: 5,
        to: hedge - 1,
        grown: 0.85,
        density: (x, z) => band(x, z, 0.17, 1) * 0.8,
      },
      {
        species: [ROSES],
        spacing: 0.62,
        from: 3,
        to: hedge - 1,
        density: (x, z) => band(x, z, 0.03, 0.26) * clamp01(drift(0, x, z) * 3 + 0.7) * 0.8,
      },
      {
        species: [LAVENDER],
        spacing: 0.42,
        from: 2.6,
        to: hedge - 1,
        density: (x, z) => band(x, z, 0.012, 0.15) * clamp01(drift(1, x, z) * 3),
      },
      {
        species: [DAISIES],
        spacing: 0.42,
        from: 2.6,
        to: hedge - 1,
        density: (x, z) => band(x, z, 0.008, 0.17) * clamp01(drift(2, x, z) * 3 + 0.2),
      },
      {
        species: [TULIPS],
        spacing: 0.36,
        from: 2.6,
        to: hedge - 1,
        density: (x, z) =>
          world.season === 'spring' ? band(x, z, 0.008, 0.14) * clamp01(drift(3, x, z) * 3 + 0.6) : 0,
      },
      {
        species: [HERB, FERN],
        spacing: 0.9,
        from: 3,
        to: hedge - 1,
        grown: 0.55,
        density: (x, z) => band(x, z, 0.05, 0.5) * 0.25,
      },
    ],
    spans: [
      [1.2, 0.018],
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

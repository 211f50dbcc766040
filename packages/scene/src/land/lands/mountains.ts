import type { Scene } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { LABEL } from '../../frame.ts'
import { clamp01, mix, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { basinFor } from '../../water/basin.ts'
import type { LandPainter } from '../painter.ts'
import { erode } from '../relief/erosion.ts'
import { srgb } from '../../sky/color.ts'
import type { Turf } from '../plants/turf.ts'
import { LIME_TREE, PINE, SPRUCE } from '../plants/species.ts'
import type { Stand } from '../plants/scatter.ts'
import { country, massif, plain, spur } from '../relief/forms.ts'
import type { Shape } from '../relief/grid.ts'
import type { Surface } from '../surface.ts'
import { paintTerrain } from '../terrain.ts'
import { crag, look, mottle } from '../texture.ts'

const RANGE = 6500

function shapeFor(scene: Scene, camera: Camera): Shape {
  const { seed, world } = scene
  const left = random(seed, 1) < 0.5
  const side = left ? 1 : -1
  const place = (x: number): number => (left ? x : 1 - x)
  const rise = riseOf(scene)
  const basin = basinFor(scene, camera)
  const land = country([
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
  ])
  return {
    ...(basin === null ? {} : { level: basin.level }),
    height: basin === null ? land : (x, z) => basin.bed(x, z, land(x, z)),
    carve(x, z, state) {
      if (z < 900) return
      const far = z > 3000
      erode(
        { seed: seed + 41, wavelength: far ? 1000 : 300, octaves: far ? 5 : 3, depth: far ? 0.07 : 0.025 },
        x,
        z,
        state,
        scratch,
      )
    },
  }
}
const riseOf = (scene: Scene): number => (0.1 + 0.88 * scene.world.relief) * scene.world.horizon
const scratch = new Float64Array(3)

function surfaceFor(scene: Scene, camera: Camera): Surface {
  const { seed, world } = scene
  const out = new Float64Array(3)
  const summit = riseOf(scene) * camera.spread * RANGE
  const winter = world.season === 'winter'
  const snowline = summit * (winter ? -0.2 : 0.42)
  const ox = random(seed, 91) * 64
  return (place) => {
    const { x, y, z } = place
    const far = z > 400
    // Detail of the shape
    look(crag, x / 760 + ox, z / 760, (place.pixel / 760) * 1.5, out)
    const big = out[0]!
    if (far) {
      place.slopeX += out[1]! * 0.0125 * 2.6
      place.slopeZ += out[2]! * 0.0125 * 2.6
    }
    look(mottle, x / 190 + ox, (z + y) / 190, (place.pixel / 190) * 1.5, out)
    const mid = out[0]!
    if (far) {
      place.slopeX += out[1]! * 0.02
      place.slopeZ += out[2]! * 0.02
    }
    const steep = Math.sqrt(place.slopeX * place.slopeX + place.slopeZ * place.slopeZ)
    const baseSteep = Math.sqrt(place.base.slopeX * place.base.slopeX + place.base.slopeZ * place.base.slopeZ)
    // Rock with strata
    const strata = mix(0.85, 1.12, clamp01(0.5 + mid * 0.8))
    let r = 0.3 * strata
    let g = 0.275 * strata
    let b = 0.26 * strata
    // Grass and forest
    const meadow = 1 - smoothstep(0.55, 0.95, steep + mid * 0.3 + (y / summit) * 0.5)
    if (meadow > 0) {
      const tone = 0.8 + 0.5 * mid + 0.25 * big
      r = mix(r, 0.17 * tone, meadow)
      g = mix(g, 0.25 * tone, meadow)
      b = mix(b, 0.07 * tone, meadow)
    }
    const forest = far
      ? smoothstep(-0.3, 0.25, big + mid * 0.7 - (y / summit - 0.25) * 3) *
        (1 - smoothstep(0.8, 1.2, baseSteep)) *
        smoothstep(350, 700, z)
      : 0
    if (forest > 0) {
      const tone = 0.75 + 0.5 * mid
      r = mix(r, 0.055 * tone, forest)
      g = mix(g, 0.1 * tone, forest)
      b = mix(b, 0.05 * tone, forest)
    }
    const snow = smoothstep(
      0,
      0.16,
      (y - snowline) / summit + (mid * 0.5 + big * 0.4) * 0.22 - Math.max(0, baseSteep - 0.75) * 0.3,
    )
    if (snow > 0) {
      r = mix(r, 0.86, snow)
      g = mix(g, 0.9, snow)
      b = mix(b, 0.96, snow)
      place.slopeX = mix(place.slopeX, place.base.slopeX, snow * 0.6)
      place.slopeZ = mix(place.slopeZ, place.base.slopeZ, snow * 0.6)
      place.through = snow * 0.5
    }
    place.red = r
    place.green = g
    place.blue = b
    place.label = z > 250 ? LABEL.relief : LABEL.ground
  }
}

function standsFor(scene: Scene, camera: Camera): readonly Stand[] {
  const { seed } = scene
  const line = riseOf(scene) * camera.spread * RANGE * 0.4
  const wood = (x: number, z: number): number =>
    gradientNoise(seed + 301, x / 330, z / 330) + 0.5 * gradientNoise(seed + 302, x / 90, z / 90)
  return [
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
  ]
}

function turfFor(scene: Scene): Turf {
  const { world } = scene
  return {
    tall: 0.34,
    wide: 0.009,
    colors: [srgb('#5f8a34'), srgb('#76993c'), srgb('#4f7d34'), srgb('#8a9c46')],
    tip: srgb('#c9c873'),
    flowers: [
      { petal: srgb('#f4f1e8'), heart: srgb('#eec437'), size: 0.021, petals: 9 },
      { petal: srgb('#e9c62f'), heart: srgb('#c98d1f'), size: 0.017, petals: 5 },
      { petal: srgb('#7d6fc8'), heart: srgb('#e8dfa0'), size: 0.02, petals: 6 },
    ],
    bloom: 0.3,
    wind: world.weather === 'windy' ? 0.5 + 0.5 * world.intensity : 0.15,
    density: () => 0.95,
  }
}

export const mountains: LandPainter = {
  lands: ['mountains'],
  paint(stage, scene) {
    return paintTerrain(stage, scene, {
      spans: [
        [1.2, 0.022],
        [250, 0.011],
        [2300, 0.0048],
      ],
      far: 10500,
      shape: shapeFor(scene, stage.camera),
      surface: surfaceFor(scene, stage.camera),
      stands: standsFor(scene, stage.camera),
      turf: turfFor(scene),
    })
  },
}

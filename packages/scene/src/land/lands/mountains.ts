import type { Scene } from '@plantain/core'
import { type Camera, worldX } from '../../camera.ts'
import { LABEL } from '../../frame.ts'
import { clamp01, exp, mix, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import type { LandPainter } from '../painter.ts'
import { erode } from '../relief/erosion.ts'
import type { Surface } from '../surface.ts'
import { paintTerrain } from '../terrain.ts'
import { crag, look, mottle } from '../texture.ts'

const RANGE = 6500

function shapeFor(scene: Scene, camera: Camera) {
  const { seed, world } = scene
  const summit = (0.12 + 0.88 * world.relief) * world.horizon * camera.spread * RANGE
  const left = random(seed, 1) < 0.5
  const peaks = [
    { at: left ? 0.36 : 0.64, z: RANGE, high: 1, wide: 1 },
    { at: left ? 0.78 : 0.2, z: RANGE * 1.12, high: 0.82, wide: 0.9 },
    { at: left ? 0.08 : 0.95, z: RANGE * 0.9, high: 0.6, wide: 0.8 },
    { at: left ? 0.57 : 0.44, z: RANGE * 1.3, high: 0.74, wide: 0.8 },
  ].map((peak, i) => {
    const at = peak.at + (random(seed, 2, i) - 0.5) * 0.1
    return {
      x: worldX(camera, at, peak.z),
      z: peak.z,
      high: peak.high * (0.92 + 0.16 * random(seed, 3, i)),
      wide: summit * 1.5 * peak.wide,
    }
  })
  const ridged = (x: number, z: number, octaves: number): number => {
    let sum = 0
    let weight = 0.5
    let gate = 1
    for (let i = 0; i < octaves; i++) {
      let n = 1 - Math.abs(gradientNoise(seed + 11 * i, x, z)) * 1.25
      n *= n
      sum += n * weight * gate
      gate = clamp01(n * 1.6)
      weight *= 0.5
      const t = x * 1.6 - z * 1.2
      z = x * 1.2 + z * 1.6
      x = t
    }
    return sum
  }
  return {
    height(x: number, z: number): number {
      let h =
        gradientNoise(seed + 5, x / 60, z / 60) * 0.9 * smoothstep(4, 60, z) +
        gradientNoise(seed + 6, x / 14, z / 14) * 0.2 -
        0.3 * smoothstep(2, 30, z)
      if (z > 250) {
        // Foothills
        const foot = smoothstep(300, 1500, z) * (1 - smoothstep(2200, 3800, z))
        if (foot > 0) {
          const n =
            gradientNoise(seed + 21, x / 620, z / 620) * 0.6 +
            gradientNoise(seed + 22, x / 260, z / 260) * 0.22
          h += foot * (0.35 + n) * 0.16 * world.horizon * camera.spread * z
        }
      }
      if (z > 2200) {
        const rise = smoothstep(2200, RANGE * 0.9, z)
        const wx = x + gradientNoise(seed + 31, x / 1800, z / 1800) * 420
        const wz = z + gradientNoise(seed + 32, x / 1800, z / 1800) * 420
        let cone = 0
        for (const peak of peaks) {
          const dx = (wx - peak.x) / peak.wide
          const dz = (wz - peak.z) / (peak.wide * 1.3)
          const d = Math.sqrt(dx * dx + dz * dz + 0.002)
          const c = peak.high * exp(-1.55 * d)
          cone = cone > c ? cone + c * c * 0.12 : c + cone * cone * 0.12
        }
        const r = ridged(wx / 2300, wz / 2300, 4)
        h += rise * summit * (cone * (0.66 + 0.42 * r) + 0.12 * r)
      }
      return h
    },
    carve(x: number, z: number, state: Float64Array): void {
      if (z < 500) return
      const size = z < 2400 ? 420 : 900
      erode(
        { seed: seed + 41, wavelength: size, octaves: 5, depth: z < 2400 ? 0.03 : 0.075 },
        x,
        z,
        state,
        scratch,
      )
    },
  }
}
const scratch = new Float64Array(3)

function surfaceFor(scene: Scene, camera: Camera): Surface {
  const { seed, world } = scene
  const out = new Float64Array(3)
  const summit = (0.12 + 0.88 * world.relief) * world.horizon * camera.spread * RANGE
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

export const mountains: LandPainter = {
  lands: ['mountains'],
  paint(stage, scene) {
    return paintTerrain(stage, scene, {
      near: 1.2,
      far: 14000,
      shape: shapeFor(scene, stage.camera),
      surface: surfaceFor(scene, stage.camera),
    })
  },
}

import type { Scene } from '@plantain/core'
import { worldX } from '../camera.ts'
import { LABEL, type Stage } from '../frame.ts'
import type { Rgb } from '../light.ts'
import { clamp01, decay } from '../math.ts'
import { airFor } from '../sky/model.ts'
import { srgb } from '../sky/color.ts'
import { mirrorOf } from './mirror.ts'
import { foamFor } from './foam.ts'
import { seaFor, stir } from './ripples.ts'
import { swellOf } from './swell.ts'

/** What the land tells of its water. */
export interface Pool {
  /** Height of the still surface, metres. */
  readonly level: number
  /** [H, W], metres of water below each pixel that is labelled water; null for deep water everywhere. */
  readonly deep: Float32Array | null
  /** [H, W, 3], slopes by x and z and height of great waves where the water has them; null for none. */
  readonly waves?: Float32Array | null
}

const BODY: Record<string, { readonly deep: Rgb; readonly shallow: Rgb; readonly clear: number }> = {
  lake: { deep: srgb('#0f3a4a'), shallow: srgb('#3f8f8f'), clear: 0.9 },
  river: { deep: srgb('#1d4a4a'), shallow: srgb('#5f9a86'), clear: 1.2 },
  pond: { deep: srgb('#1f3f36'), shallow: srgb('#5d8560'), clear: 1.4 },
  sea: { deep: srgb('#0b3f66'), shallow: srgb('#3fb8b4'), clear: 0.5 },
  waterfall: { deep: srgb('#1a4b52'), shallow: srgb('#6fb0a8'), clear: 1 },
}

/**
 * Paints every pixel that is labelled water: a mirror of what stands behind it, broken by ripples, over the colour of
 * its depth, with the glitter of sun or moon. What is to be mirrored must be painted already.
 */
export function paintWater(stage: Stage, scene: Scene, pool: Pool): void {
  const { frame, camera, light, checkpoint } = stage
  const { width, height, color, label, depth } = frame
  const { world } = scene
  const mirror = mirrorOf(frame, camera, pool.level)
  const sea = seaFor(world)
  const air = airFor(world, camera)
  const body = BODY[world.water] ?? BODY['lake']!
  const above = camera.eye - pool.level
  const skin = new Float64Array(3)
  const at = new Float64Array(6)
  const seen = new Float32Array(3)
  const mirrored = new Float32Array(3)
  const source = color.slice()
  // Light that comes back from the water's body: it is lit from above.
  const tint = light.color.map((c, i) => c * Math.max(0.15, light.direction[1]) * 0.8 + light.sky[i]!)
  const foam = foamFor(world, scene.seed)
  const crestScale = 1 / Math.max(0.2, swellOf(world))
  const glint = glitter(world.sunX, air.sunY, stage)
  const shining = (world.time === 'night' ? world.moon !== 'none' : world.sun) ? 1 : 0
  const low = light.softness > 0.6 ? 0.1 : 1
  for (let row = mirror.first; row < height; row++) {
    if ((row & 31) === 0) checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++) {
      const p = row * width + column
      if (label[p] !== LABEL.water || (pool.deep && pool.deep[p] === 0)) continue
      const z = depth[p]!
      const x = (column + 0.5) / width
      const wx = worldX(camera, x, z)
      const pixel = (z * camera.spread) / height
      const along = (pixel * z) / above
      at[0] = wx
      at[1] = z
      at[2] = pixel
      at[3] = along
      stir(sea, scene.seed & 63, at, skin)
      let sx = skin[0]!
      let sz = skin[1]!
      if (pool.waves) {
        sx += pool.waves[p * 3]! * 0.6
        sz += pool.waves[p * 3 + 1]! * 0.6
      }
      const blur = skin[2]!
      // The mirror image moves against the slope: twice the angle, and far water shows it foreshortened.
      const reach = 0.9
      const dx = -sx * reach * height * 0.3
      const dy = sz * reach * height * (0.3 + 0.4 * blur)
      const spreadRows = height * sea.rough * (0.15 + 0.9 * blur) * 0.5
      mirrored[0] = 0
      mirrored[1] = 0
      mirrored[2] = 0
      const wave = 0.06711056 * column + 0.00583715 * row
      const turned = 52.9829189 * (wave - Math.floor(wave))
      const noise = turned - Math.floor(turned)
      const samples = spreadRows > 1.5 ? 4 : 2
      for (let k = 0; k < samples; k++) {
        const offset = ((k + noise) / samples - 0.5) * 2
        // More upwards than down: waves lean their near sides to the viewer and show higher sky.
        const place = row + dy + (offset + 0.35) * spreadRows * (1.4 - 0.4 * offset)
        let c = Math.round(column + dx + offset * spreadRows * 0.25)
        c = c < 0 ? 0 : c >= width ? width - 1 : c
        let r = Math.round(place)
        if (r < mirror.start[c]!) r = mirror.start[c]!
        const from = r >= height ? -1 : mirror.row[r * width + c]!
        if (from >= 0) {
          const q = (from * width + c) * 3
          mirrored[0] = mirrored[0]! + source[q]!
          mirrored[1] = mirrored[1]! + source[q + 1]!
          mirrored[2] = mirrored[2]! + source[q + 2]!
        } else {
          air.color((c + 0.5) / width, 2 * camera.horizon - (r + 0.5) / height, seen, 0)
          mirrored[0] = mirrored[0]! + seen[0]!
          mirrored[1] = mirrored[1]! + seen[1]!
          mirrored[2] = mirrored[2]! + seen[2]!
        }
      }
      const distance = Math.sqrt(z * z + wx * wx + above * above)
      const facing = clamp01(above / distance + sz * 0.8)
      const grazing = 1 - facing
      const cube = grazing * grazing * grazing
      const fresnel = 0.05 + 0.87 * cube * (1 - 0.25 * blur * sea.rough * 4)
      const metres = pool.deep ? pool.deep[p]! : 50
      const shallow = metres * body.clear < 9
      const murk = shallow ? 1 - decay((metres * body.clear) / Math.max(0.25, facing)) : 1
      const near = shallow ? decay(metres * body.clear * 0.8) : 0
      let sparkle = 0
      if (shining > 0) {
        at[0] = x
        at[1] = y
        at[2] = sx
        at[3] = sz
        at[4] = blur
        glint(at, sea.rough)
        sparkle = at[0]! * low
      }
      let white = 0
      if (foam !== null) {
        at[0] = wx
        at[1] = z
        at[2] = metres
        at[3] = Math.sqrt(pixel * along)
        at[4] = pool.waves ? pool.waves[p * 3 + 2]! * crestScale * 2 : 0
        foam.share(at)
        white = at[0]!
      }
      for (let channel = 0; channel < 3; channel++) {
        const deepColor =
          (body.deep[channel]! + (body.shallow[channel]! - body.deep[channel]!) * near * 0.8) *
          tint[channel]! *
          0.9
        const bed = source[p * 3 + channel]! * 0.62
        const inside = bed + (deepColor - bed) * murk
        const wet =
          inside * (1 - fresnel) +
          (mirrored[channel]! / samples) * fresnel * 0.97 +
          sparkle * light.color[channel]!
        color[p * 3 + channel] = wet + ((channel === 2 ? 0.8 : 0.76) * tint[channel]! - wet) * white
      }
    }
  }
}

/** Strength of the reflected sun: the share of wavelets at a place that throw it into the eye. */
function glitter(sunX: number, sunY: number, stage: Stage) {
  const { camera } = stage
  // Direction to the sun as seen in the frame.
  const hx = (sunX - 0.5) * camera.spread * camera.aspect
  const hy = Math.max(0.02, (camera.horizon - sunY) * camera.spread)
  return (at: Float64Array, rough: number): void => {
    const x = at[0]!
    const y = at[1]!
    const sx = at[2]!
    const sz = at[3]!
    const blur = at[4]!
    const vx = (x - 0.5) * camera.spread * camera.aspect
    const vy = (y - camera.horizon) * camera.spread
    // Slopes that a facet needs to mirror the sun into this pixel.
    const sum = hy + vy
    const needX = (hx - vx) / (sum + 0.12)
    const needZ = (hy - vy) / (sum + 2)
    const sigma = 0.035 + rough * 1.5
    const ex = (needX + sx * 2.2) / sigma
    const ez = (needZ * 0.7 - sz * 2.6) / (sigma * 1.6)
    const density = decay(0.5 * (ex * ex + ez * ez))
    at[0] = density * (1.1 + 1.2 * (1 - blur))
  }
}

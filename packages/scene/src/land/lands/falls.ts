import type { Scene } from '@plantain/core'
import { type Camera, projectY, worldX } from '../../camera.ts'
import { LABEL, type Stage } from '../../frame.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise } from '../../noise.ts'
import { FALLS_FOOT, riverMiddle } from '../../water/basin.ts'
import type { Form } from '../relief/forms.ts'
import { addNoise } from '../relief/row.ts'
import type { Surface } from '../surface.ts'
import { crag, mottle, probe } from '../texture.ts'

/** A cliff across the view with a stream that falls over it into the pool below. */
export interface Falls {
  readonly form: Form
  readonly mark: Surface
  /** Distance of the cliff's foot, metres. */
  readonly foot: number
  /** Spray where the stream meets the pool, over what is painted. */
  spray(stage: Stage): void
}

const FOOT = FALLS_FOOT

export function fallsFor(scene: Scene, camera: Camera): Falls {
  const { seed, world } = scene
  const at = riverMiddle(scene, camera)(FOOT)
  const rise = world.horizon * (0.3 + 0.42 * world.relief)
  const high = rise * camera.spread * FOOT
  const x0 = worldX(camera, at, FOOT)
  const half = 3.2 + 3.4 * world.shore
  const form: Form = {
    from: FOOT * 0.75,
    to: 4000,
    add: (row, out) => {
      const { count, x, z } = row
      const face = row.scratch[6]!
      face.fill(0, 0, count)
      addNoise(face, row, seed + 911, 23, 0.5, 7)
      addNoise(face, row, seed + 912, 6.5, 0.5, 1.6)
      addNoise(face, row, seed + 913, 2.1, 0.5, 0.5)
      const ledge = row.scratch[5]!
      ledge.fill(0, 0, count)
      addNoise(ledge, row, seed + 914, 31, z / 31, 0.2)
      for (let i = 0; i < count; i++) {
        // The water has cut a notch: there the cliff stands back and is lower.
        const off = (x[i]! - x0) / half
        const notch = off * off < 9 ? (1 - (off * off) / 9) * (1 - (off * off) / 9) : 0
        const t = (z - FOOT - face[i]! * (1 - 0.6 * notch) - 4 * notch) / 7
        if (t <= 0) continue
        const n = Math.min(1, t) * 3 + (t < 1 ? ledge[i]! * 2.2 * t * (1 - t) * 4 : 0)
        const step = Math.floor(n)
        const wall = Math.max(0, step + smoothstep(0.08, 0.8, n - step)) / 3
        out[i] =
          out[i]! +
          high * wall * (1 + ledge[i]! - 0.14 * notch) +
          (z > FOOT + 12 ? (z - FOOT - 12) * 0.04 : 0)
      }
    },
  }
  const look = new Float64Array(3)
  const mark: Surface = (place) => {
    if (place.z < FOOT - 12 || place.z > FOOT + 22) return
    const sway = gradientNoise(seed + 921, place.y / (high * 0.4), 0.3) * 0.5
    const off = Math.abs(place.x - x0 - sway) / (half * (0.72 + 0.28 * clamp01(1 - place.y / high)))
    if (off > 1.15 || place.y < 0.1) return
    look[0] = place.x / 5.5
    look[1] = place.y / 46
    look[2] = (place.pixel * 1.2) / 5.5
    probe(crag, look)
    const strands = look[0]!
    look[0] = place.x / 1.7
    look[1] = place.y / 17
    look[2] = (place.pixel * 1.2) / 1.7
    probe(mottle, look)
    const threads = look[0]!
    const share = clamp01((1.08 - off) * 3.2 + strands * 0.75 + threads * 0.4 - 0.15)
    if (share <= 0.02) return
    const tone = 0.78 + 0.14 * threads + 0.1 * strands
    place.red += (tone * 0.95 - place.red) * share
    place.green += (tone - place.green) * share
    place.blue += (tone * 1.05 - place.blue) * share
    place.through = Math.max(place.through, share * 0.7)
    // Water faces all ways: the cliff's own slope must not darken it.
    place.slopeX *= 1 - share * 0.8
    place.slopeZ += (0.9 - place.slopeZ) * share * 0.8
    place.lit = Math.max(place.lit, 0.45 * share)
    if (share > 0.5) place.label = LABEL.water
  }
  const spray = (stage: Stage): void => {
    const { frame, light } = stage
    const { width, height, color, depth } = frame
    const cx = at * width
    const cy = projectY(camera, 0.4, FOOT) * height
    const wide = ((half * 2.3) / (camera.spread * FOOT)) * height
    const tall = wide * 0.62
    for (let y = Math.max(0, Math.floor(cy - tall * 2)); y < Math.min(height, cy + tall); y++)
      for (let x = Math.max(0, Math.floor(cx - wide * 1.5)); x < Math.min(width, cx + wide * 1.5); x++) {
        const p = y * width + x
        if (depth[p]! < FOOT * 0.72) continue
        const u = (x - cx) / (wide * 1.5)
        const v = (y - cy) / (y < cy ? tall * 2 : tall)
        const d = u * u + v * v
        if (d >= 1) continue
        look[0] = ((x - cx) / height) * 2.6
        look[1] = ((y - cy) / height) * 2.6
        look[2] = 3 / height
        probe(mottle, look)
        const share = (1 - d) * (1 - d) * clamp01(0.7 + look[0]! * 0.5) * 0.75
        for (let channel = 0; channel < 3; channel++) {
          const mist = 0.62 * light.color[channel]! + 0.72 * light.sky[channel]!
          color[p * 3 + channel] = color[p * 3 + channel]! + (mist - color[p * 3 + channel]!) * share
        }
      }
  }
  return { form, mark, foot: FOOT, spray }
}

import type { Camera } from '../../camera.ts'
import type { Light } from '../../light.ts'
import { smoothstep } from '../../math.ts'
import { gradientNoise } from '../../noise.ts'
import type { Relief } from '../relief/grid.ts'

/** Lays the shadow of a plant on the relief around it: its crown as an ellipse along the light, its stem as a stripe. */
export function layShadow(
  relief: Relief,
  camera: Camera,
  light: Light,
  x: number,
  z: number,
  tall: number,
  crown: readonly [number, number],
  lift: number,
): void {
  const { columns, rows, distance, margin, scale, lit } = relief
  const strength = 0.86 * (1 - smoothstep(0.3, 0.9, light.softness))
  if (strength <= 0.02) return
  const rise = Math.max(0.3, light.direction[1])
  const level = Math.sqrt(Math.max(0, 1 - light.direction[1] * light.direction[1])) + 1e-6
  // Away from the light; the light's z points at the viewer, the world's away from it.
  const awayX = -light.direction[0] / level
  const awayZ = light.direction[2] / level
  const long = Math.min(2.6, level / rise)
  const radius = crown[1] * tall
  const centre = (crown[0] * tall + lift) * long
  const half = radius * (0.9 + 0.5 * long)
  const reach = half + centre + radius
  const wide = camera.spread * camera.aspect
  const soft = 0.35 + 0.3 * light.softness
  const from = Math.max(0, Math.floor(relief.rowAt(Math.max(distance[0]! * 1.001, z - reach))))
  const to = Math.min(rows - 1, Math.ceil(relief.rowAt(Math.min(distance[rows - 1]! * 0.999, z + reach))))
  for (let row = from; row <= to; row++) {
    const dz = distance[row]! - z
    const cell = wide * distance[row]!
    const first = Math.max(0, Math.floor(((x - reach) / cell + 0.5) * scale + margin))
    const last = Math.min(columns - 1, Math.ceil(((x + reach) / cell + 0.5) * scale + margin))
    for (let column = first; column <= last; column++) {
      const px = ((column - margin) / scale - 0.5) * cell
      const dx = px - x
      const along = dx * awayX + dz * awayZ
      const across = dx * awayZ - dz * awayX
      const u = (along - centre) / half
      const v = across / radius
      const d = Math.sqrt(u * u + v * v)
      let dark = 1 - smoothstep(1 - soft, 1 + soft * 0.4, d)
      const stem = tall * 0.018 + cell / scale
      if (lift === 0 && along > 0 && along < centre && across < stem && across > -stem)
        dark = Math.max(dark, 0.8)
      // The ground right under it, where no sky looks in.
      const foot = (dx * dx + dz * dz) / (radius * radius * 0.3 + 0.01)
      if (lift === 0 && foot < 1) dark = Math.max(dark, 0.75 * (1 - foot))
      if (dark <= 0.01) continue
      const leaf = Math.max(0.35, tall * 0.045)
      const dapple = 0.72 + 0.42 * gradientNoise(881, px / leaf, distance[row]! / leaf)
      const left = 1 - strength * Math.min(1, dark * dapple)
      const p = row * columns + column
      if (left < lit[p]!) lit[p] = left
    }
  }
}

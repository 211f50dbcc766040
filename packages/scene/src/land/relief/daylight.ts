import type { Camera } from '../../camera.ts'
import type { Light } from '../../light.ts'
import { clamp01, smoothstep } from '../../math.ts'
import type { Relief } from './grid.ts'

/** Fills `lit` and `open` of a relief: which parts of the land the sun reaches, and how much sky each part sees. */
export function lightRelief(relief: Relief, camera: Camera, light: Light, checkpoint: () => void): void {
  castShadows(relief, camera, light, checkpoint)
  openness(relief)
}

/** Shadow rays over the fan, their steps growing with the distance covered, the edge softening likewise. */
function castShadows(relief: Relief, camera: Camera, light: Light, checkpoint: () => void): void {
  const { columns, rows, distance, margin, scale, height, lit } = relief
  const lx = light.direction[0]
  const ly = light.direction[1]
  const lz = light.direction[2]
  const level = Math.sqrt(lx * lx + lz * lz)
  if (level < 1e-3) return
  // A sun that stands lower than this would leave whole valleys in one shadow: true, but dull.
  const rise = Math.max(0.42, ly / level)
  const dirX = lx / level
  const dirZ = -lz / level // the light's z points at the viewer, the world's away
  const wide = camera.spread * camera.aspect
  const soft = 0.03 + 0.25 * light.softness
  // Every second row and column: shadows are broad, and the rest is interpolated.
  for (let row = 0; row < rows; row += 2) {
    if ((row & 31) === 0) checkpoint()
    const z0 = distance[row]!
    for (let column = 0; column < columns; column += 2) {
      const p = row * columns + column
      const x0 = ((column - margin) / scale - 0.5) * wide * z0
      const h0 = height[p]!
      let worst = 1
      let run = z0 * 0.014
      for (let k = 0; k < 20; k++) {
        const z = z0 + dirZ * run
        const r = relief.rowAt(z)
        if (r < 0 || r >= rows - 1) break
        const c = ((x0 + dirX * run) / (wide * z) + 0.5) * scale + margin
        if (c < 0 || c >= columns - 1) break
        const ri = r | 0
        const ci = c | 0
        const fr = r - ri
        const fc = c - ci
        const q = ri * columns + ci
        const top = height[q]! + (height[q + 1]! - height[q]!) * fc
        const low = height[q + columns]! + (height[q + columns + 1]! - height[q + columns]!) * fc
        const clear = (h0 + rise * run - (top + (low - top) * fr)) / run
        if (clear < worst) {
          worst = clear
          if (worst < -soft) break
        }
        run = run * 1.26 + z0 * 0.006
      }
      lit[p] = smoothstep(-soft, soft * 0.6, worst)
    }
  }
  for (let row = 0; row < rows; row += 2)
    for (let column = 1; column < columns; column += 2) {
      const p = row * columns + column
      lit[p] = column + 1 < columns ? (lit[p - 1]! + lit[p + 1]!) / 2 : lit[p - 1]!
    }
  for (let row = 1; row < rows; row += 2)
    for (let column = 0; column < columns; column++) {
      const p = row * columns + column
      lit[p] = row + 1 < rows ? (lit[p - columns]! + lit[p + columns]!) / 2 : lit[p - columns]!
    }
}

/** How far a place lies under the mean of its surroundings, at two sizes: hollows are dim, crests bright. */
function openness(relief: Relief): void {
  const { columns, rows, height, distance, open, scale } = relief
  const mean = new Float32Array(height.length)
  const scratch = new Float32Array(height.length)
  for (const radius of [3, 10]) {
    blur(height, mean, scratch, columns, rows, radius)
    for (let row = 0, p = 0; row < rows; row++) {
      const reach = (distance[row]! * radius) / scale
      const inverse = 1 / (reach * 1.5)
      for (let column = 0; column < columns; column++, p++)
        open[p] =
          open[p]! * clamp01(0.86 - 0.55 * Math.max(-0.5, Math.min(1, (mean[p]! - height[p]!) * inverse)))
    }
  }
}

/** Box blur over rows and columns by running sums, edges repeated. */
function blur(
  from: Float32Array,
  to: Float32Array,
  scratch: Float32Array,
  columns: number,
  rows: number,
  radius: number,
): void {
  const norm = 1 / (2 * radius + 1)
  for (let row = 0; row < rows; row++) {
    const base = row * columns
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += from[base + Math.min(columns - 1, Math.max(0, k))]!
    for (let column = 0; column < columns; column++) {
      scratch[base + column] = sum * norm
      sum +=
        from[base + Math.min(columns - 1, column + radius + 1)]! - from[base + Math.max(0, column - radius)]!
    }
  }
  for (let column = 0; column < columns; column++) {
    let sum = 0
    for (let k = -radius; k <= radius; k++)
      sum += scratch[Math.min(rows - 1, Math.max(0, k)) * columns + column]!
    for (let row = 0; row < rows; row++) {
      to[row * columns + column] = sum * norm
      sum +=
        scratch[Math.min(rows - 1, row + radius + 1) * columns + column]! -
        scratch[Math.max(0, row - radius) * columns + column]!
    }
  }
}

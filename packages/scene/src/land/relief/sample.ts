import type { Camera } from '../../camera.ts'
import type { Relief } from './grid.ts'

/** Values of a relief at any place, for what stands on it. */
export interface Sampler {
  /** Height of the land or the water there; NaN outside the relief. */
  height(x: number, z: number): number
  bed(x: number, z: number): number
  lit(x: number, z: number): number
  /** Rise over run, whichever way it goes. */
  steep(x: number, z: number): number
  /** All of them at once: `at` brings x and z in and takes height, bed, lit and steep out; height NaN outside. */
  all?(at: Float64Array): void
}

/** Height, bed, lit and steep of the place at[0], at[1], into `at`. */
export function readPlace(ground: Sampler, at: Float64Array): void {
  if (ground.all) {
    ground.all(at)
    return
  }
  const x = at[0]!
  const z = at[1]!
  at[0] = ground.height(x, z)
  at[1] = ground.bed(x, z)
  at[2] = ground.lit(x, z)
  at[3] = ground.steep(x, z)
}

export function samplerOf(relief: Relief, camera: Camera): Sampler {
  const { columns, rows, margin, scale } = relief
  const wide = camera.spread * camera.aspect
  const at = (field: Float32Array, x: number, z: number): number => {
    const r = relief.rowAt(z)
    const c = (x / (wide * z) + 0.5) * scale + margin
    if (r < 0 || r >= rows - 1 || c < 0 || c >= columns - 1) return Number.NaN
    const ri = r | 0
    const ci = c | 0
    const fr = r - ri
    const fc = c - ci
    const p = ri * columns + ci
    const a = field[p]! + (field[p + 1]! - field[p]!) * fc
    const b = field[p + columns]! + (field[p + columns + 1]! - field[p + columns]!) * fc
    return a + (b - a) * fr
  }
  const all = (out: Float64Array): void => {
    const z = out[1]!
    const r = relief.rowAt(z)
    const c = (out[0]! / (wide * z) + 0.5) * scale + margin
    if (r < 0 || r >= rows - 1 || c < 0 || c >= columns - 1) {
      out[0] = Number.NaN
      return
    }
    const ri = r | 0
    const ci = c | 0
    const p = ri * columns + ci
    const q = p + columns
    const w1 = (c - ci) * (1 - r + ri)
    const w2 = (1 - c + ci) * (r - ri)
    const w3 = (c - ci) * (r - ri)
    const w0 = 1 - w1 - w2 - w3
    const { height, bed, lit, slopeX, slopeZ } = relief
    out[0] = height[p]! * w0 + height[p + 1]! * w1 + height[q]! * w2 + height[q + 1]! * w3
    out[1] = bed[p]! * w0 + bed[p + 1]! * w1 + bed[q]! * w2 + bed[q + 1]! * w3
    out[2] = lit[p]! * w0 + lit[p + 1]! * w1 + lit[q]! * w2 + lit[q + 1]! * w3
    const sx = slopeX[p]! * w0 + slopeX[q + 1]! * (1 - w0)
    const sz = slopeZ[p]! * w0 + slopeZ[q + 1]! * (1 - w0)
    out[3] = Math.sqrt(sx * sx + sz * sz)
  }
  return {
    all,
    height: (x, z) => at(relief.height, x, z),
    bed: (x, z) => at(relief.bed, x, z),
    lit: (x, z) => at(relief.lit, x, z),
    steep: (x, z) => {
      const sx = at(relief.slopeX, x, z)
      const sz = at(relief.slopeZ, x, z)
      return Math.sqrt(sx * sx + sz * sz)
    },
  }
}

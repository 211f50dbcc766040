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
  return {
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

import { clamp01 } from '../../math.ts'
import { boxBlur } from './blur.ts'

/**
 * Which way edges run, on a coarse grid of fixed size in frame units: the smoothed structure tensor of a plane.
 * Source: J. Weickert, "Coherence-enhancing diffusion filtering"; J. E. Kyprianidis, "Image and video abstraction".
 */
export interface Flow {
  /**
   * Direction along the edges near pixel (x, y), as (cos, sin) of twice its angle times how sure it is (0 to 1): vectors of
   * twice the angle can be added and mixed, since a stroke has no head. Written to `out`.
   */
  at(x: number, y: number, out: Float64Array | number[]): void
}

/** Flow of a [H, W] plane; `cell` and `smooth` are shares of the shorter side; it sees about cell + 2 smooth far. */
export function flowOf(
  plane: Float32Array,
  width: number,
  height: number,
  cell: number,
  smooth: number,
): Flow {
  const short = Math.min(width, height)
  const across = Math.max(2, Math.round(width / short / cell))
  const down = Math.max(2, Math.round(height / short / cell))
  const xx = new Float32Array(across * down)
  const xy = new Float32Array(across * down)
  const yy = new Float32Array(across * down)
  const small = shrink(plane, width, height, across, down)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const l = x > 0 ? -1 : 0
      const r = x + 1 < across ? 1 : 0
      const u = (y > 0 ? -1 : 0) * across
      const d = (y + 1 < down ? 1 : 0) * across
      const i = y * across + x
      const gx =
        small[i + u + r]! +
        2 * small[i + r]! +
        small[i + d + r]! -
        small[i + u + l]! -
        2 * small[i + l]! -
        small[i + d + l]!
      const gy =
        small[i + d + l]! +
        2 * small[i + d]! +
        small[i + d + r]! -
        small[i + u + l]! -
        2 * small[i + u]! -
        small[i + u + r]!
      xx[i] = gx * gx
      xy[i] = gx * gy
      yy[i] = gy * gy
    }
  const radius = Math.max(1, smooth / cell)
  const soft = (values: Float32Array): Float32Array =>
    boxBlur(boxBlur(values, across, down, radius), across, down, radius)
  const jxx = soft(xx)
  const jxy = soft(xy)
  const jyy = soft(yy)
  const scaleX = across / width
  const scaleY = down / height
  return {
    at(x, y, out) {
      const gx = x * scaleX - 0.5
      const gy = y * scaleY - 0.5
      const cx = gx < 0 ? 0 : gx > across - 1.001 ? across - 1.001 : gx
      const cy = gy < 0 ? 0 : gy > down - 1.001 ? down - 1.001 : gy
      const ix = Math.floor(cx)
      const iy = Math.floor(cy)
      const fx = cx - ix
      const fy = cy - iy
      const i = iy * across + ix
      const a = (1 - fx) * (1 - fy)
      const b = fx * (1 - fy)
      const c = (1 - fx) * fy
      const d = fx * fy
      const sxx = a * jxx[i]! + b * jxx[i + 1]! + c * jxx[i + across]! + d * jxx[i + across + 1]!
      const sxy = a * jxy[i]! + b * jxy[i + 1]! + c * jxy[i + across]! + d * jxy[i + across + 1]!
      const syy = a * jyy[i]! + b * jyy[i + 1]! + c * jyy[i + across]! + d * jyy[i + across + 1]!
      // (sxx - syy, 2 sxy) is twice the angle of the gradient; edges run across it, hence the minus.
      const vx = syy - sxx
      const vy = -2 * sxy
      const length = Math.sqrt(vx * vx + vy * vy)
      const sure = length / (sxx + syy + 0.002)
      const scale = length > 1e-12 ? clamp01(sure * 1.3) / length : 0
      out[0] = vx * scale
      out[1] = vy * scale
    },
  }
}

/** Mean of a [H, W] plane over the cells of a coarser grid; nearest pixel where the grid is finer. */
export function shrink(
  plane: Float32Array,
  width: number,
  height: number,
  across: number,
  down: number,
): Float32Array {
  const out = new Float32Array(across * down)
  for (let gy = 0; gy < down; gy++) {
    const y0 = Math.floor((gy * height) / down)
    const y1 = Math.max(y0 + 1, Math.floor(((gy + 1) * height) / down))
    for (let gx = 0; gx < across; gx++) {
      const x0 = Math.floor((gx * width) / across)
      const x1 = Math.max(x0 + 1, Math.floor(((gx + 1) * width) / across))
      let sum = 0
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += plane[y * width + x]!
      out[gy * across + gx] = sum / ((y1 - y0) * (x1 - x0))
    }
  }
  return out
}

/** Unit vector of half the double angle (x, y), written to `out`; (1, 0) where there is no direction. */
export function halfAngle(x: number, y: number, out: Float64Array | number[]): void {
  const length = Math.sqrt(x * x + y * y)
  const c = length > 1e-12 ? x / length : 1
  out[0] = Math.sqrt(Math.max(0, (1 + c) / 2))
  const s = Math.sqrt(Math.max(0, (1 - c) / 2))
  out[1] = y < 0 ? -s : s
}

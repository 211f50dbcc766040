import { boxBlur } from './blur.ts'

/**
 * A plane cut into `steps` tones between 0 and 1, [H, W], with edges one pixel soft whatever the slope: what posterising should be.
 * `bias` moves the cuts: 0.5 cuts half way between two tones.
 */
export function tonesOf(
  plane: Float32Array,
  width: number,
  height: number,
  steps: number,
  bias = 0.5,
): Float32Array {
  const out = new Float32Array(plane.length)
  const top = steps - 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const l = x > 0 ? i - 1 : i
      const r = x + 1 < width ? i + 1 : i
      const u = y > 0 ? i - width : i
      const d = y + 1 < height ? i + width : i
      const value = plane[i]! * top
      const gx = (plane[r]! - plane[l]!) * top * 0.5
      const gy = (plane[d]! - plane[u]!) * top * 0.5
      const slope = Math.sqrt(gx * gx + gy * gy) + 1e-4
      const low = Math.floor(value)
      const over = (value - low - bias) / slope + 0.5
      out[i] = (low + (over < 0 ? 0 : over > 1 ? 1 : over)) / top
    }
  return out
}

/** Blur of a [H, W] plane that does not cross labels: two rounds of boxes, each divided by its own share of the box. */
export function blurInside(
  plane: Float32Array,
  inside: Uint8Array,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  const share = new Float32Array(plane.length)
  const masked = new Float32Array(plane.length)
  for (let i = 0; i < plane.length; i++)
    if (inside[i] !== 0) {
      share[i] = 1
      masked[i] = plane[i]!
    }
  const shares = boxBlur(boxBlur(share, width, height, radius), width, height, radius)
  const sums = boxBlur(boxBlur(masked, width, height, radius), width, height, radius)
  const out = plane.slice()
  for (let i = 0; i < out.length; i++)
    if (inside[i] !== 0 && shares[i]! > 1e-4) out[i] = sums[i]! / shares[i]!
  return out
}

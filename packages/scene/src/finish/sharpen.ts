import { LABEL } from '../frame.ts'
import type { Picture } from '../styles/style.ts'

/** Sees one pixel around; softer on sky and water, where there is nothing to sharpen but grain. */
export const SHARPEN_REACH_PIXELS = 1

/**
 * Edge-aware sharpening of luma: the difference to the 3 x 3 mean is added where the neighbourhood has contrast, and the result
 * never leaves the range of the neighbourhood by more than a little, so that no halos appear. Returns new colour [H, W, 3].
 */
export function sharpen(picture: Picture, strength = 0.55): Float32Array {
  const { width, height, color, label } = picture
  const out = color.slice()
  const luma = new Float32Array(width * height)
  for (let i = 0, j = 0; i < luma.length; i++, j += 3)
    luma[i] = 0.299 * color[j]! + 0.587 * color[j + 1]! + 0.114 * color[j + 2]!
  for (let y = 0; y < height; y++) {
    const up = y > 0 ? -width : 0
    const down = y + 1 < height ? width : 0
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const left = x > 0 ? -1 : 0
      const right = x + 1 < width ? 1 : 0
      const middle = luma[i]!
      const n = luma[i + up]!
      const s = luma[i + down]!
      const w = luma[i + left]!
      const e = luma[i + right]!
      const corners =
        luma[i + up + left]! + luma[i + up + right]! + luma[i + down + left]! + luma[i + down + right]!
      const low = Math.min(middle, n, s, w, e)
      const high = Math.max(middle, n, s, w, e)
      const range = high - low
      if (range < 0.004) continue
      const mean = (4 * middle + 2 * (n + s + w + e) + corners) / 16
      // Full effect on moderate detail; weak on grain, and weak on edges that are hard already.
      const gate = (range / (range + 0.03)) * (1 - Math.min(1, range * range * 2))
      const kind = label[i]!
      const calm = kind === LABEL.sky || kind === LABEL.cloud || kind === LABEL.aurora ? 0.35 : 1
      const margin = 0.12 * range
      let target = middle + strength * calm * gate * 2 * (middle - mean)
      if (target < low - margin) target = low - margin
      else if (target > high + margin) target = high + margin
      const change = target - middle
      out[3 * i] = color[3 * i]! + change
      out[3 * i + 1] = color[3 * i + 1]! + change
      out[3 * i + 2] = color[3 * i + 2]! + change
    }
  }
  return out
}

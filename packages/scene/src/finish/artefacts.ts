import { LABEL } from '../frame.ts'
import type { Picture } from '../styles/style.ts'

export const ARTEFACTS_REACH_PIXELS = 3

/**
 * Removes what a renderer leaves behind: single pixels much lighter or darker than all around them, and staircases at the
 * edges of things (smoothed along the edge, never across it). Stars, moonlit glitter and falling snow are small too: the sky
 * and the water are left alone. Returns new colour [H, W, 3].
 */
export function correctArtefacts(picture: Picture): Float32Array {
  const clean = withoutFireflies(picture)
  return smoothAlongEdges({ ...picture, color: clean })
}

const sparkles = (label: number): boolean =>
  label === LABEL.sky ||
  label === LABEL.cloud ||
  label === LABEL.water ||
  label === LABEL.moon ||
  label === LABEL.sun ||
  label === LABEL.aurora

function withoutFireflies({ width, height, color, label }: Picture): Float32Array {
  const out = color.slice()
  const luma = lumaPlane(color)
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x
      if (sparkles(label[i]!)) continue
      const middle = luma[i]!
      let low = 9
      let high = -9
      let lowAt = i
      let highAt = i
      for (let dy = -width; dy <= width; dy += width)
        for (let dx = -1; dx <= 1; dx++) {
          if (dy === 0 && dx === 0) continue
          const value = luma[i + dy + dx]!
          if (value < low) {
            low = value
            lowAt = i + dy + dx
          }
          if (value > high) {
            high = value
            highAt = i + dy + dx
          }
        }
      const from = middle > high + 0.22 ? highAt : middle < low - 0.22 ? lowAt : -1
      if (from < 0) continue
      out[3 * i] = color[3 * from]!
      out[3 * i + 1] = color[3 * from + 1]!
      out[3 * i + 2] = color[3 * from + 2]!
    }
  return out
}

function smoothAlongEdges({ width, height, color, label }: Picture): Float32Array {
  const out = color.slice()
  const luma = lumaPlane(color)
  for (let y = 2; y + 2 < height; y++)
    for (let x = 2; x + 2 < width; x++) {
      const i = y * width + x
      const own = label[i]!
      if (
        own === label[i - 1]! &&
        own === label[i + 1]! &&
        own === label[i - width]! &&
        own === label[i + width]!
      )
        continue
      const a = luma[i - width - 1]!
      const c = luma[i - width + 1]!
      const g = luma[i + width - 1]!
      const k = luma[i + width + 1]!
      const gx = c + 2 * luma[i + 1]! + k - a - 2 * luma[i - 1]! - g
      const gy = g + 2 * luma[i + width]! + k - a - 2 * luma[i - width]! - c
      const steep = gx * gx + gy * gy
      if (steep < 0.02) continue
      const scale = 1 / Math.sqrt(steep)
      const tx = -gy * scale
      const ty = gx * scale
      for (let channel = 0; channel < 3; channel++) {
        const along =
          at(color, width, x + tx, y + ty, channel) +
          at(color, width, x - tx, y - ty, channel) +
          0.5 *
            (at(color, width, x + 1.9 * tx, y + 1.9 * ty, channel) +
              at(color, width, x - 1.9 * tx, y - 1.9 * ty, channel))
        out[3 * i + channel] = 0.4 * color[3 * i + channel]! + 0.2 * along
      }
    }
  return out
}

/** Bilinear value of a channel at (x, y) in pixels, inside the frame. */
function at(color: Float32Array, width: number, x: number, y: number, channel: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const i = 3 * (iy * width + ix) + channel
  const top = color[i]! + (color[i + 3]! - color[i]!) * fx
  const j = i + 3 * width
  const bottom = color[j]! + (color[j + 3]! - color[j]!) * fx
  return top + (bottom - top) * fy
}

function lumaPlane(color: Float32Array): Float32Array {
  const luma = new Float32Array(color.length / 3)
  for (let i = 0, j = 0; i < luma.length; i++, j += 3)
    luma[i] = 0.299 * color[j]! + 0.587 * color[j + 1]! + 0.114 * color[j + 2]!
  return luma
}

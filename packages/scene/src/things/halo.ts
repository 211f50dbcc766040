import type { Stage } from '../frame.ts'
import { blur } from '../vector/blur.ts'
import type { Placed } from './place.ts'
import type { Sprite } from './sprite.ts'

/**
 * Light that a lamp, a flame or a window throws into the air around it: the shining pixels, blurred narrowly and widely, added.
 * `emitted` is [height, width, 3], the light of the shining part alone. Ends after a fixed reach, so that it is local.
 */
export function addHalo(
  stage: Stage,
  placed: Placed,
  sprite: Sprite,
  emitted: Float32Array,
  strength: number,
): void {
  const { frame } = stage
  const cell = Math.max(1, placed.height / 48)
  const wide = 0.26 * placed.height
  const margin = 2.6 * wide
  const columns = Math.ceil((sprite.width + 2 * margin) / cell)
  const rows = Math.ceil((sprite.height + 2 * margin) / cell)
  const [left, top] = [sprite.left - margin, sprite.top - margin]
  const source = new Float32Array(columns * rows * 3)
  for (let y = 0; y < sprite.height; y++)
    for (let x = 0; x < sprite.width; x++) {
      const i = 3 * (Math.floor((y + margin) / cell) * columns + Math.floor((x + margin) / cell))
      const from = y * sprite.width + x
      const weight = sprite.alpha[from]! / (cell * cell)
      if (weight === 0) continue
      for (let channel = 0; channel < 3; channel++)
        source[i + channel] = source[i + channel]! + emitted[3 * from + channel]! * weight
    }
  const narrow = source.slice()
  blur(narrow, columns, rows, 3, (0.06 * placed.height) / cell)
  blur(source, columns, rows, 3, wide / cell)
  const x0 = Math.max(0, Math.floor(left))
  const x1 = Math.min(frame.width, Math.floor(left + (columns - 1) * cell))
  const y0 = Math.max(0, Math.floor(top))
  const y1 = Math.min(frame.height, Math.floor(top + (rows - 1) * cell))
  for (let y = y0; y < y1; y++) {
    const sy = (y + 0.5 - top) / cell - 0.5
    const iy = Math.max(0, Math.floor(sy))
    const fy = Math.max(0, sy - iy)
    for (let x = x0; x < x1; x++) {
      const sx = (x + 0.5 - left) / cell - 0.5
      const ix = Math.max(0, Math.floor(sx))
      const fx = Math.max(0, sx - ix)
      if (ix + 1 >= columns || iy + 1 >= rows) continue
      const a = 3 * (iy * columns + ix)
      const b = a + 3 * columns
      const p = 3 * (y * frame.width + x)
      for (let channel = 0; channel < 3; channel++) {
        const soft = between(source, a + channel, b + channel, fx, fy)
        const tight = between(narrow, a + channel, b + channel, fx, fy)
        const light = (0.75 * soft + 0.3 * tight) * strength
        if (light > 0.0008) frame.color[p + channel] = frame.color[p + channel]! + light - 0.0008
      }
    }
  }
}

function between(data: Float32Array, a: number, b: number, fx: number, fy: number): number {
  const upper = data[a]! + (data[a + 3]! - data[a]!) * fx
  const lower = data[b]! + (data[b + 3]! - data[b]!) * fx
  return upper + (lower - upper) * fy
}

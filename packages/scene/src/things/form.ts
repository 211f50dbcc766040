import { clamp } from '../math.ts'
import { blur } from '../vector/blur.ts'
import type { Sprite } from './sprite.ts'

/**
 * The round form that a flat shape suggests: its outline blown up like a cushion, on a coarse grid. From it come the normals by
 * which a drawing takes the light of the scene.
 */
export interface Form {
  readonly columns: number
  readonly rows: number
  /** Pixels of the sprite a cell. */
  readonly cell: number
  /** [rows, columns]: slope of the surface to the right and downwards. */
  readonly right: Float32Array
  readonly down: Float32Array
}

const CELLS = 112

/** `round`: how far the rounding reaches in from the outline, as a share of the longer side: 0.05 a slab, 0.3 a ball. */
export function formOf(sprite: Sprite, round: number): Form {
  const cell = Math.max(1, Math.max(sprite.width, sprite.height) / CELLS)
  const columns = Math.ceil(sprite.width / cell) + 2
  const rows = Math.ceil(sprite.height / cell) + 2
  const inside = shrink(sprite, cell, columns, rows)
  const depth = distances(inside, columns, rows)
  const radius = Math.max(2, round * Math.max(columns, rows))
  for (let i = 0; i < depth.length; i++) {
    const rest = 1 - Math.min(1, depth[i]! / radius)
    depth[i] = radius * Math.sqrt(1 - rest * rest) * Math.min(1, inside[i]! * 2)
  }
  blur(depth, columns, rows, 1, 1.2 + 4 * round)
  const right = new Float32Array(columns * rows)
  const down = new Float32Array(columns * rows)
  for (let y = 1; y + 1 < rows; y++)
    for (let x = 1; x + 1 < columns; x++) {
      const i = y * columns + x
      right[i] = clamp((depth[i + 1]! - depth[i - 1]!) * 0.5, -3, 3)
      down[i] = clamp((depth[i + columns]! - depth[i - columns]!) * 0.5, -3, 3)
    }
  return { columns, rows, cell, right, down }
}

/** Mean cover of each cell; the grid has a border of one empty cell. */
function shrink(sprite: Sprite, cell: number, columns: number, rows: number): Float32Array {
  const sums = new Float32Array(columns * rows)
  const counts = new Float32Array(columns * rows)
  for (let y = 0; y < sprite.height; y++) {
    const row = (Math.min(rows - 2, Math.floor(y / cell)) + 1) * columns + 1
    for (let x = 0; x < sprite.width; x++) {
      const i = row + Math.min(columns - 3, Math.floor(x / cell))
      sums[i] = sums[i]! + sprite.alpha[y * sprite.width + x]!
      counts[i] = counts[i]! + 1
    }
  }
  for (let i = 0; i < sums.length; i++) if (counts[i]! > 0) sums[i] = sums[i]! / counts[i]!
  return sums
}

/** Distance to the outside in cells, by two sweeps with steps of 1 and 1.41. */
function distances(inside: Float32Array, columns: number, rows: number): Float32Array {
  const far = new Float32Array(columns * rows)
  for (let i = 0; i < far.length; i++) far[i] = inside[i]! > 0.5 ? 1e6 : inside[i]!
  const near = (i: number, j: number, step: number): void => {
    const through = far[j]! + step
    if (through < far[i]!) far[i] = through
  }
  for (let y = 1; y + 1 < rows; y++)
    for (let x = 1; x + 1 < columns; x++) {
      const i = y * columns + x
      near(i, i - 1, 1)
      near(i, i - columns, 1)
      near(i, i - columns - 1, 1.4142)
      near(i, i - columns + 1, 1.4142)
    }
  for (let y = rows - 2; y > 0; y--)
    for (let x = columns - 2; x > 0; x--) {
      const i = y * columns + x
      near(i, i + 1, 1)
      near(i, i + columns, 1)
      near(i, i + columns + 1, 1.4142)
      near(i, i + columns - 1, 1.4142)
    }
  return far
}

/** Slopes at the centre of pixel (x, y) of the sprite: out[0] to the right, out[1] downwards. */
export function slopeAt(form: Form, x: number, y: number, out: Float32Array): void {
  const sx = clamp((x + 0.5) / form.cell + 0.5, 0, form.columns - 1.001)
  const sy = clamp((y + 0.5) / form.cell + 0.5, 0, form.rows - 1.001)
  const ix = sx | 0
  const iy = sy | 0
  const fx = sx - ix
  const fy = sy - iy
  const a = iy * form.columns + ix
  const b = a + form.columns
  const w0 = (1 - fx) * (1 - fy)
  const w1 = fx * (1 - fy)
  const w2 = (1 - fx) * fy
  const w3 = fx * fy
  const { right, down } = form
  out[0] = right[a]! * w0 + right[a + 1]! * w1 + right[b]! * w2 + right[b + 1]! * w3
  out[1] = down[a]! * w0 + down[a + 1]! * w1 + down[b]! * w2 + down[b + 1]! * w3
}

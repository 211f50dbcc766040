import { type Camera, worldX } from '../../camera.ts'
import { exp, log } from '../../math.ts'

/**
 * Heights of the land on a fan: columns are planes through the eye, rows are distances in equal ratios, so that near and
 * far land get the same share of the picture. [rows, columns], row 0 nearest.
 */
export interface Relief {
  readonly columns: number
  readonly rows: number
  readonly near: number
  /** Natural logarithm of the ratio of one row's distance to that before. */
  readonly step: number
  /** Distance of each row in metres. */
  readonly distance: Float64Array
  /** Frame x of column c is (c - margin) / scale. */
  readonly margin: number
  readonly scale: number
  readonly height: Float32Array
  /** Rise over run to the right and away from the eye. */
  readonly slopeX: Float32Array
  readonly slopeZ: Float32Array
  /** Share of the sun's disc that is seen, 0 to 1. */
  readonly lit: Float32Array
  /** Share of the sky that is seen, 0 to 1. */
  readonly open: Float32Array
}

export interface Shape {
  /** Metres above the ground at the eye's foot. */
  readonly height: (x: number, z: number) => number
  /** Adds what follows the slope (gullies): changes state[0], the height, knowing state[1] and [2], the slopes by x and z. */
  readonly carve?: (x: number, z: number, state: Float64Array) => void
}

export interface ReliefSize {
  readonly near: number
  readonly far: number
  /** Columns of one frame height. */
  readonly resolution: number
  readonly rows: number
}

/** Frame widths that the fan reaches beyond the frame on each side, for the shadows that fall in. */
const BEYOND = 0.12

export function buildRelief(camera: Camera, size: ReliefSize, shape: Shape, checkpoint: () => void): Relief {
  const inside = Math.max(24, Math.round(size.resolution * camera.aspect))
  const margin = Math.ceil(inside * BEYOND)
  const columns = inside + 2 * margin + 1
  const { rows, near } = size
  const step = log(size.far / near) / (rows - 1)
  const heights = new Float32Array(rows * columns)
  const distance = new Float64Array(rows)
  for (let row = 0, p = 0; row < rows; row++) {
    if ((row & 31) === 0) checkpoint()
    const z = near * exp(step * row)
    distance[row] = z
    for (let column = 0; column < columns; column++, p++)
      heights[p] = shape.height(worldX(camera, (column - margin) / inside, z), z)
  }
  const relief: Relief = {
    columns,
    rows,
    near,
    step,
    distance,
    margin,
    scale: inside,
    height: heights,
    slopeX: new Float32Array(rows * columns),
    slopeZ: new Float32Array(rows * columns),
    lit: new Float32Array(rows * columns).fill(1),
    open: new Float32Array(rows * columns).fill(1),
  }
  measureSlopes(relief, camera)
  if (shape.carve) {
    carveRelief(relief, camera, shape.carve, checkpoint)
    measureSlopes(relief, camera)
  }
  return relief
}

function carveRelief(
  relief: Relief,
  camera: Camera,
  carve: NonNullable<Shape['carve']>,
  checkpoint: () => void,
): void {
  const { rows, columns, distance, margin, scale, height, slopeX, slopeZ } = relief
  const state = new Float64Array(3)
  for (let row = 0, p = 0; row < rows; row++) {
    if ((row & 31) === 0) checkpoint()
    const z = distance[row]!
    for (let column = 0; column < columns; column++, p++) {
      state[0] = height[p]!
      state[1] = slopeX[p]!
      state[2] = slopeZ[p]!
      carve(worldX(camera, (column - margin) / scale, z), z, state)
      height[p] = state[0]!
    }
  }
}

function measureSlopes(relief: Relief, camera: Camera): void {
  const { columns, rows, height, slopeX, slopeZ, distance, margin, scale } = relief
  for (let row = 0; row < rows; row++) {
    const before = Math.max(0, row - 1)
    const after = Math.min(rows - 1, row + 1)
    const run = distance[after]! - distance[before]!
    const z = distance[row]!
    const across = (camera.spread * camera.aspect * z) / scale
    for (let column = 0; column < columns; column++) {
      const p = row * columns + column
      const left = column > 0 ? p - 1 : p
      const right = column < columns - 1 ? p + 1 : p
      const dx = (height[right]! - height[left]!) / (across * (right - left))
      slopeX[p] = dx
      // Along a column x grows with z; take that part out.
      const sideways = ((column - margin) / scale - 0.5) * camera.spread * camera.aspect
      slopeZ[p] =
        (height[after * columns + column]! - height[before * columns + column]!) / run - dx * sideways
    }
  }
}

import type { Camera } from '../../camera.ts'
import { exp, log } from '../../math.ts'
import { type Erosion, erodeRow } from './erosion.ts'
import { type Row, newRow } from './row.ts'

/**
 * Heights of the land on a fan: columns are planes through the eye, rows are distances in equal ratios, so that near and
 * far land get the same share of the picture. [rows, columns], row 0 nearest.
 */
export interface Relief {
  readonly columns: number
  readonly rows: number
  /** Distance of each row in metres. */
  readonly distance: Float64Array
  /** Row of a distance, with its fraction; below 0 before the first row, `rows` after the last. */
  rowAt(z: number): number
  /** Frame x of column c is (c - margin) / scale. */
  readonly margin: number
  readonly scale: number
  /** What is seen: the land, or the water that stands on it. */
  readonly height: Float32Array
  /** The land alone. The same array where there is no water. */
  readonly bed: Float32Array
  /** Height of the waves over the still water, metres; null where the water is still or there is none. */
  readonly waves: Float32Array | null
  /** Rise over run to the right and away from the eye. */
  readonly slopeX: Float32Array
  readonly slopeZ: Float32Array
  /** Share of the sun's disc that is seen, 0 to 1. */
  readonly lit: Float32Array
  /** Share of the sky that is seen, 0 to 1. */
  readonly open: Float32Array
}

export interface Shape {
  /** Sets `out` to the metres above the ground at the eye's foot, along a row of places. */
  readonly fill: (row: Row, out: Float64Array) => void
  /** Height of still water that fills what lies below, metres. */
  readonly level?: number
  /** Adds the waves of that water along a row. */
  readonly swell?: (row: Row, out: Float64Array) => void
  /** What follows the slope: gullies. */
  readonly erosion?: (z: number) => Erosion | null
}

export interface ReliefSize {
  /** Distances where the spacing of rows changes, metres, rising, and the ratio less 1 from row to row up to the next. */
  readonly spans: readonly (readonly [from: number, ratio: number])[]
  readonly far: number
  /** Columns of one frame height. */
  readonly resolution: number
}

/** Frame widths that the fan reaches beyond the frame on each side, for the shadows that fall in. */
const BEYOND = 0.12

export function buildRelief(camera: Camera, size: ReliefSize, shape: Shape, checkpoint: () => void): Relief {
  const inside = Math.max(24, Math.round(size.resolution * camera.aspect))
  const margin = Math.ceil(inside * BEYOND)
  const columns = inside + 2 * margin + 1
  const distance = distances(size)
  const rows = distance.length
  const heights = new Float32Array(rows * columns)
  const row = newRow(columns)
  const line = new Float64Array(columns)
  for (let r = 0, p = 0; r < rows; r++) {
    if ((r & 31) === 0) checkpoint()
    placeRow(row, camera, distance[r]!, inside, margin)
    shape.fill(row, line)
    for (let column = 0; column < columns; column++, p++) heights[p] = line[column]!
  }
  const relief: Relief = {
    columns,
    rows,
    distance,
    rowAt: rowFinder(distance),
    margin,
    scale: inside,
    height: heights,
    bed: heights,
    waves: null,
    slopeX: new Float32Array(rows * columns),
    slopeZ: new Float32Array(rows * columns),
    lit: new Float32Array(rows * columns).fill(1),
    open: new Float32Array(rows * columns).fill(1),
  }
  measureSlopes(relief, camera)
  if (shape.erosion) {
    carveRelief(relief, camera, shape.erosion, checkpoint)
    measureSlopes(relief, camera)
  }
  const { level } = shape
  return level === undefined ? relief : flood(relief, camera, level, shape.swell)
}

/** Fills a relief with water up to a level, and lets waves run over it. */
function flood(relief: Relief, camera: Camera, level: number, swell: Shape['swell']): Relief {
  const { rows, columns, distance, margin, scale, bed } = relief
  const height = bed.map((h) => (h > level ? h : level))
  if (swell === undefined) return { ...relief, height }
  const waves = new Float32Array(bed.length)
  const row = newRow(columns)
  const line = new Float64Array(columns)
  for (let r = 0, p = 0; r < rows; r++) {
    placeRow(row, camera, distance[r]!, scale, margin)
    line.fill(0)
    swell(row, line)
    for (let column = 0; column < columns; column++, p++) {
      const deep = level - bed[p]!
      if (deep <= 0) continue
      // Waves die out where it is shallow.
      const wave = line[column]! * Math.min(1, deep * 1.4)
      waves[p] = wave
      height[p] = level + wave
    }
  }
  return { ...relief, height, waves }
}

function distances(size: ReliefSize): Float64Array {
  const list: number[] = []
  size.spans.forEach(([from, ratio], i) => {
    const to = size.spans[i + 1]?.[0] ?? size.far
    const count = Math.max(2, Math.round(log(to / from) / log(1 + ratio)))
    const step = log(to / from) / count
    for (let k = 0; k < count; k++) list.push(from * exp(step * k))
  })
  list.push(size.far)
  return Float64Array.from(list)
}

/** Rows by the logarithm of the distance, through a table: rows are not evenly spaced. */
function rowFinder(distance: Float64Array): (z: number) => number {
  const size = 4096
  const rows = distance.length
  const near = distance[0]!
  const scale = size / log(distance[rows - 1]! / near)
  const table = new Float32Array(size + 2)
  for (let i = 0, row = 0; i <= size + 1; i++) {
    const z = near * exp(i / scale)
    while (row < rows - 2 && distance[row + 1]! <= z) row++
    table[i] = row + (z - distance[row]!) / (distance[row + 1]! - distance[row]!)
  }
  return (z) => {
    if (z <= near) return -1
    const t = log(z / near) * scale
    if (t >= size) return rows
    const i = t | 0
    return table[i]! + (table[i + 1]! - table[i]!) * (t - i)
  }
}

/** Sets the places of a row of the fan. */
function placeRow(row: Row, camera: Camera, z: number, inside: number, margin: number): void {
  const wide = camera.spread * camera.aspect * z
  row.z = z
  for (let column = 0; column < row.count; column++) row.x[column] = ((column - margin) / inside - 0.5) * wide
}

function carveRelief(
  relief: Relief,
  camera: Camera,
  erosion: NonNullable<Shape['erosion']>,
  checkpoint: () => void,
): void {
  const { rows, columns, distance, margin, scale, height, slopeX, slopeZ } = relief
  const row = newRow(columns)
  for (let r = 0; r < rows; r++) {
    if ((r & 15) === 0) checkpoint()
    const z = distance[r]!
    const how = erosion(z)
    if (how === null) continue
    placeRow(row, camera, z, scale, margin)
    const from = r * columns
    erodeRow(
      how,
      row,
      height.subarray(from, from + columns),
      slopeX.subarray(from, from + columns),
      slopeZ.subarray(from, from + columns),
    )
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

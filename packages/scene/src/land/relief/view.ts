import { type Camera, projectY } from '../../camera.ts'
import type { Relief } from './grid.ts'

/** What each pixel sees of a relief. */
export interface View {
  /** [H, W]: row of the relief, with its fraction; -1 where the land does not reach. */
  readonly hit: Float32Array
  /** Crests that cover a pixel in part: what stands behind is in `hit`. Nearest first within a column. */
  readonly edges: {
    readonly pixel: Int32Array
    readonly hit: Float32Array
    readonly cover: Float32Array
    count: number
  }
}

const EDGES_A_COLUMN = 24

/**
 * Walks away from the eye, row by row of the relief, and fills in each column of the picture what rises into sight. All
 * columns take each step together, so that memory is read in the order in which it lies.
 */
export function viewRelief(
  relief: Relief,
  camera: Camera,
  width: number,
  height: number,
  checkpoint: () => void,
): View {
  const hit = new Float32Array(width * height).fill(-1)
  const size = width * EDGES_A_COLUMN
  const edges = {
    pixel: new Int32Array(size),
    hit: new Float32Array(size),
    cover: new Float32Array(size),
    count: 0,
  }
  const { rows, columns, margin, scale, distance } = relief
  const heights = relief.height
  const left = new Int32Array(width)
  const share = new Float64Array(width)
  for (let column = 0; column < width; column++) {
    const c = ((column + 0.5) / width) * scale + margin
    left[column] = Math.floor(c)
    share[column] = c - Math.floor(c)
  }
  /** Highest frame row reached (a fraction), pixels done from there down, row of the last crest, projection one step before. */
  const top = new Float64Array(width).fill(height)
  const filled = new Int32Array(width).fill(height)
  const crest = new Int32Array(width)
  const before = new Float64Array(width).fill(height * 2)
  const visible = new Uint8Array(width)
  const addEdge = (column: number): void => {
    const y = top[column]!
    const j = Math.floor(y)
    const cover = j + 1 - y
    if (edges.count >= size || cover < 0.02 || j < 0) return
    const k = edges.count++
    edges.pixel[k] = j * width + column
    edges.hit[k] = Math.min(crest[column]!, rows - 1.001)
    edges.cover[k] = cover
  }
  for (let row = 0; row < rows; row++) {
    if ((row & 31) === 0) checkpoint()
    const z = distance[row]!
    const base = row * columns
    const sky = projectY(camera, 0, z) * height
    const scaleY = height / (camera.spread * z)
    for (let column = 0; column < width; column++) {
      const p = base + left[column]!
      const h = heights[p]! + (heights[p + 1]! - heights[p]!) * share[column]!
      const y = sky - h * scaleY
      if (y < top[column]!) {
        const end = y > 0 ? Math.ceil(y) : 0
        const done = filled[column]!
        if (end < done) {
          const start = before[column]!
          const span = start - y
          const inverse = span > 1e-6 ? 1 / span : 0
          for (let j = done - 1; j >= end; j--) {
            const t = row === 0 ? 1 : inverse === 0 ? 0.999 : (start - (j + 0.5)) * inverse
            hit[j * width + column] = row - 1 + (t < 0 ? 0 : row > 0 && t > 0.999 ? 0.999 : t)
          }
          filled[column] = end
        }
        top[column] = y
        crest[column] = row
        visible[column] = 1
      } else if (visible[column] === 1) {
        visible[column] = 0
        addEdge(column)
      }
      before[column] = y
    }
  }
  for (let column = 0; column < width; column++)
    if (visible[column] === 1 && top[column]! > 0) addEdge(column)
  return { hit, edges }
}

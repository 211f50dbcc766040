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

/** Walks up each column of the picture from the nearest row of the relief to the farthest, filling what rises into sight. */
export function viewRelief(
  relief: Relief,
  camera: Camera,
  width: number,
  height: number,
  checkpoint: () => void,
): View {
  const hit = new Float32Array(width * height).fill(-1)
  const edges = {
    pixel: new Int32Array(width * EDGES_A_COLUMN),
    hit: new Float32Array(width * EDGES_A_COLUMN),
    cover: new Float32Array(width * EDGES_A_COLUMN),
    count: 0,
  }
  const { rows, columns, margin, scale, distance } = relief
  const heights = relief.height
  for (let column = 0; column < width; column++) {
    if ((column & 63) === 0) checkpoint()
    const c = ((column + 0.5) / width) * scale + margin
    const ci = Math.floor(c)
    const fc = c - ci
    let top = height // lowest frame row (as a fraction) that is still free ends here
    let filled = height // pixels from here down are done
    let visible = false
    let crest = 0
    let before = height * 2
    let left = columns > 0 ? EDGES_A_COLUMN : 0
    for (let row = 0; row < rows; row++) {
      const p = row * columns + ci
      const h = heights[p]! + (heights[p + 1]! - heights[p]!) * fc
      const y = projectY(camera, h, distance[row]!) * height
      if (y < top) {
        const end = Math.max(0, Math.ceil(y))
        if (end < filled) {
          const span = before - y
          for (let j = filled - 1; j >= end; j--) {
            const t = span > 1e-6 ? (before - (j + 0.5)) / span : 1
            hit[j * width + column] = row - 1 + (t < 0 ? 0 : t > 0.999 ? 0.999 : t)
          }
          filled = end
        }
        if (row === 0) for (let j = end; j < height; j++) hit[j * width + column] = 0
        top = y
        crest = row
        visible = true
        if (top <= 0) break
      } else if (visible) {
        visible = false
        left = addEdge(edges, relief, width, column, top, crest, left)
      }
      before = y
    }
    if (visible && top > 0) addEdge(edges, relief, width, column, top, crest, left)
  }
  return { hit, edges }
}

function addEdge(
  edges: View['edges'],
  relief: Relief,
  width: number,
  column: number,
  top: number,
  row: number,
  left: number,
): number {
  const j = Math.floor(top)
  const cover = j + 1 - top
  if (left === 0 || cover < 0.02) return left
  const k = edges.count++
  edges.pixel[k] = j * width + column
  edges.hit[k] = Math.min(row, relief.rows - 1.001)
  edges.cover[k] = cover
  return left - 1
}

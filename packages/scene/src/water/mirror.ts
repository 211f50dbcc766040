import type { Camera } from '../camera.ts'
import { type Frame, LABEL } from '../frame.ts'

/**
 * Where still water shows what: for each pixel below the horizon, the row of the same column that it mirrors; -1 where what
 * it mirrors lies outside the frame (more sky). Exact for every depth: hills mirror about their own foot, the sky about the
 * horizon. [H, W], rows above `first` are not filled.
 */
export interface Mirror {
  readonly first: number
  readonly row: Int16Array
  /** [W]: first row of each column that mirrors something; above it lies the far shore. */
  readonly start: Int16Array
}

export function mirrorOf(frame: Frame, camera: Camera, level: number): Mirror {
  const { width, height, depth, label } = frame
  const row = new Int16Array(width * height).fill(-1)
  const first = Math.max(0, Math.floor(camera.horizon * height) - 1)
  const start = new Int16Array(width).fill(first)
  const above = camera.eye - level
  for (let column = 0; column < width; column++) {
    let before = -1e9 // where the pixel above was mirrored to
    let beforeDepth = Infinity
    for (let j = 0; j < height; j++) {
      const z = depth[j * width + column]!
      if (label[j * width + column] === LABEL.water) continue
      const y = (j + 0.5) / height
      // Height over the water is above - (y - horizon) * spread * z; mirrored it lies as far below.
      const at =
        z === Infinity
          ? (2 * camera.horizon - y) * height - 0.5
          : ((2 * above) / (camera.spread * z) + 2 * camera.horizon - y) * height - 0.5
      const connected = before > -1e8 && (z === beforeDepth || Math.abs(z - beforeDepth) < 0.12 * z)
      const to = connected ? before : at + 0.5
      const low = Math.max(first, Math.round(Math.min(at, to)))
      const high = Math.min(height - 1, Math.round(Math.max(at, to)))
      for (let k = low; k <= high; k++) row[k * width + column] = j
      before = at
      beforeDepth = z
      if (z < Infinity && at > height * 3) break
    }
    // What a near thing hides from us its mirror image may show: there the nearest known row stands in.
    let last = -1
    for (let k = height - 1; k >= first; k--)
      if (row[k * width + column]! >= 0) {
        last = k
        break
      }
    let top = first
    while (top < last && row[top * width + column]! < 0) top++
    start[column] = top
    for (let k = first + 1; k < last; k++) {
      const p = k * width + column
      if (row[p]! < 0) row[p] = row[p - width]!
    }
  }
  return { first, row, start }
}

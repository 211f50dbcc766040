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
  const above = (2 * (camera.eye - level) * height) / camera.spread
  const last = new Int16Array(width).fill(-1)
  /** Where the pixel above was mirrored to, and its depth. */
  const before = new Float64Array(width).fill(-1e9)
  const beforeDepth = new Float64Array(width).fill(Infinity)
  const limit = height * 3
  for (let j = 0; j < height; j++) {
    const sky = (2 * camera.horizon - (j + 0.5) / height) * height - 0.5
    for (let column = 0; column < width; column++) {
      const p = j * width + column
      if (label[p] === LABEL.water) continue
      const z = depth[p]!
      // Height over the water is eye - level - (y - horizon) * spread * z; mirrored it lies as far below.
      const at = z === Infinity ? sky : above / z + sky
      const was = before[column]!
      const gap = z - beforeDepth[column]!
      const connected = was > -1e8 && (gap === 0 || gap !== gap || (gap < 0 ? -gap : gap) < 0.12 * z)
      before[column] = at
      beforeDepth[column] = z
      const to = connected ? was : at + 0.5
      let low = Math.floor((at < to ? at : to) + 0.5)
      let high = Math.floor((at < to ? to : at) + 0.5)
      if (low < first) low = first
      if (high >= height) high = height - 1
      if (low >= limit) continue
      for (let k = low; k <= high; k++) row[k * width + column] = j
      if (high > last[column]! && high >= low) last[column] = high
    }
  }
  return { first, row, start: closeGaps(row, first, last, width) }
}

/** What a near thing hides from us its mirror image may show: there the nearest known row stands in. */
function closeGaps(row: Int16Array, first: number, last: Int16Array, width: number): Int16Array {
  const start = new Int16Array(width).fill(-1)
  let deepest = 0
  for (let column = 0; column < width; column++) deepest = Math.max(deepest, last[column]!)
  for (let k = first; k <= deepest; k++)
    for (let column = 0; column < width; column++) {
      const p = k * width + column
      if (row[p]! >= 0) {
        if (start[column]! < 0) start[column] = k
      } else if (start[column]! >= 0 && k < last[column]!) row[p] = row[p - width]!
    }
  for (let column = 0; column < width; column++) if (start[column]! < 0) start[column] = first
  return start
}

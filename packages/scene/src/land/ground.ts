import { type Camera, groundDistance } from '../camera.ts'
import type { Frame, Ground } from '../frame.ts'
import { LABEL } from '../frame.ts'
import { clamp } from '../math.ts'

const SIDE = 160

/** What a finished land tells of itself, from a small copy of its depth: the frame may be painted over afterwards. */
export function groundFrom(frame: Frame, camera: Camera): Ground {
  const columns = Math.min(frame.width, SIDE)
  const rows = Math.min(frame.height, SIDE)
  const depth = new Float32Array(columns * rows)
  const crest = new Float32Array(columns)
  for (let c = 0; c < columns; c++) {
    const px = Math.floor(((c + 0.5) / columns) * frame.width)
    let top = 1
    for (let r = rows - 1; r >= 0; r--) {
      const p = Math.floor(((r + 0.5) / rows) * frame.height) * frame.width + px
      depth[r * columns + c] = frame.depth[p]!
      const label = frame.label[p]!
      if (label === LABEL.ground || label === LABEL.road || label === LABEL.water) top = r / rows
    }
    crest[c] = Math.max(top, camera.horizon)
  }
  const column = (x: number): number => clamp(Math.floor(x * columns), 0, columns - 1)
  const distance = (x: number, y: number): number => {
    const r = clamp(Math.floor(y * rows), 0, rows - 1)
    const seen = depth[r * columns + column(x)]!
    return Number.isFinite(seen)
      ? seen
      : Math.min(groundDistance(camera, Math.max(y, camera.horizon + 0.01)), 5000)
  }
  return {
    crest: (x) => crest[column(x)]!,
    distance,
    slope: (x, y) => {
      // Two places at the same distance left and right: how far apart in y?
      const here = distance(x, y)
      const lift = (side: number): number => {
        const there = distance(x + side, y)
        return camera.eye / camera.spread / here - camera.eye / camera.spread / there
      }
      return clamp((lift(0.03) - lift(-0.03)) / 0.06, -0.5, 0.5)
    },
  }
}

import { CUBIC, LINE, MOVE, QUAD, type Path } from './path.ts'
import type { Matrix } from './matrix.ts'

/** A rectangle of pixels: columns left to right - 1, rows top to bottom - 1. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Exact area coverage of a path, one number a pixel.
 *
 * Every line adds its signed area to the pixels that it crosses and its height to the first pixel right of it; the running sum of
 * a row is then the winding number, averaged over each pixel. Source: the accumulation buffer of font-rs (R. Levien).
 */
export interface Coverage {
  readonly bounds: Bounds
  readonly stride: number
  /** [rows, stride], differences along the row. */
  readonly sums: Float32Array
}

/** How far a chord may lie from its curve, in pixels. */
const TOLERANCE = 0.02
let scratch = new Float32Array(1 << 16)

/** Box of the path's control points after `matrix`, widened to whole pixels and cut to `limit`; null where nothing is left. */
export function pathBounds(path: Path, matrix: Matrix, limit: Bounds): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const { points } = path
  for (let i = 0; i < points.length; i += 2) {
    const x = matrix.a * points[i]! + matrix.c * points[i + 1]! + matrix.e
    const y = matrix.b * points[i]! + matrix.d * points[i + 1]! + matrix.f
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return intersect(
    { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) },
    limit,
  )
}

export function intersect(one: Bounds, other: Bounds): Bounds | null {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const right = Math.min(one.right, other.right)
  const bottom = Math.min(one.bottom, other.bottom)
  return left < right && top < bottom ? { left, top, right, bottom } : null
}

/** Accumulates a path. The sums live in a shared buffer: read them (`readRow` clears them) before the next call. */
export function accumulate(path: Path, matrix: Matrix, bounds: Bounds): Coverage {
  const width = bounds.right - bounds.left
  const height = bounds.bottom - bounds.top
  const stride = width + 2
  if (scratch.length < stride * height) scratch = new Float32Array(stride * height + (stride * height) / 2)
  const sums = scratch
  const { a, b, c, d } = matrix
  const e = matrix.e - bounds.left
  const f = matrix.f - bounds.top
  const { verbs, points } = path
  let [startX, startY, x, y] = [0, 0, 0, 0]
  let at = 0
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i]!
    if (verb === MOVE) {
      addLine(sums, width, height, x, y, startX, startY)
      startX = x = a * points[at]! + c * points[at + 1]! + e
      startY = y = b * points[at]! + d * points[at + 1]! + f
      at += 2
      continue
    }
    if (verb !== LINE && verb !== QUAD && verb !== CUBIC) {
      addLine(sums, width, height, x, y, startX, startY)
      x = startX
      y = startY
      continue
    }
    const x1 = a * points[at]! + c * points[at + 1]! + e
    const y1 = b * points[at]! + d * points[at + 1]! + f
    if (verb === LINE) {
      addLine(sums, width, height, x, y, x1, y1)
      x = x1
      y = y1
      at += 2
      continue
    }
    const x2 = a * points[at + 2]! + c * points[at + 3]! + e
    const y2 = b * points[at + 2]! + d * points[at + 3]! + f
    if (verb === QUAD) {
      addCurve(
        sums,
        width,
        height,
        x,
        y,
        (x + 2 * x1) / 3,
        (y + 2 * y1) / 3,
        (x2 + 2 * x1) / 3,
        (y2 + 2 * y1) / 3,
        x2,
        y2,
      )
      x = x2
      y = y2
      at += 4
      continue
    }
    const x3 = a * points[at + 4]! + c * points[at + 5]! + e
    const y3 = b * points[at + 4]! + d * points[at + 5]! + f
    addCurve(sums, width, height, x, y, x1, y1, x2, y2, x3, y3)
    x = x3
    y = y3
    at += 6
  }
  addLine(sums, width, height, x, y, startX, startY)
  return { bounds, stride, sums }
}

/** Coverage of one row (0 is the bounds' top) into `out`, one number a pixel; clears the row's sums for the next path. */
export function readRow(coverage: Coverage, row: number, evenodd: boolean, out: Float32Array): void {
  const { sums, stride } = coverage
  const width = stride - 2
  const from = row * stride
  let winding = 0
  for (let i = 0; i < width; i++) {
    winding += sums[from + i]!
    sums[from + i] = 0
    let share = winding < 0 ? -winding : winding
    if (evenodd) {
      share -= 2 * Math.floor(share / 2)
      if (share > 1) share = 2 - share
    } else if (share > 1) share = 1
    out[i] = share < 0.0005 ? 0 : share > 0.9995 ? 1 : share
  }
  sums[from + width] = 0
  sums[from + width + 1] = 0
}

function addCurve(
  sums: Float32Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  // Second differences bound the distance of chord and curve: n parts leave 1 / n^2 of it.
  const ax = Math.max(Math.abs(x0 - 2 * x1 + x2), Math.abs(x1 - 2 * x2 + x3))
  const ay = Math.max(Math.abs(y0 - 2 * y1 + y2), Math.abs(y1 - 2 * y2 + y3))
  const parts = Math.min(
    64,
    Math.max(1, Math.ceil(Math.sqrt((0.75 * Math.sqrt(ax * ax + ay * ay)) / TOLERANCE))),
  )
  let [px, py] = [x0, y0]
  for (let i = 1; i <= parts; i++) {
    const t = i / parts
    const s = 1 - t
    const [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    const x = i === parts ? x3 : w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3
    const y = i === parts ? y3 : w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3
    addLine(sums, width, height, px, py, x, y)
    px = x
    py = y
  }
}

function addLine(
  sums: Float32Array,
  width: number,
  height: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  if (fromY === toY) return
  const sign = fromY < toY ? 1 : -1
  const x0 = sign > 0 ? fromX : toX
  const y0 = sign > 0 ? fromY : toY
  const x1 = sign > 0 ? toX : fromX
  const y1 = sign > 0 ? toY : fromY
  if (y1 <= 0 || y0 >= height) return
  const slope = (x1 - x0) / (y1 - y0)
  let x = y0 < 0 ? x0 - y0 * slope : x0
  const stride = width + 2
  const last = Math.min(height, Math.ceil(y1))
  for (let row = y0 < 0 ? 0 : Math.floor(y0); row < last; row++) {
    const dy = Math.min(row + 1, y1) - Math.max(row, y0)
    const next = x + slope * dy
    let left = x < next ? x : next
    let right = x < next ? next : x
    x = next
    const step = sign * dy
    const at = row * stride
    if (left >= width) continue
    if (right <= 0) {
      sums[at] = sums[at]! + step
      continue
    }
    if (left < 0) left = 0
    if (right > width) right = width
    const first = Math.floor(left)
    const end = Math.ceil(right)
    if (end <= first + 1) {
      const rest = step * (0.5 * (left + right) - first)
      sums[at + first] = sums[at + first]! + step - rest
      sums[at + first + 1] = sums[at + first + 1]! + rest
      continue
    }
    const scale = 1 / (right - left)
    const inFirst = 1 - (left - first)
    const inLast = right - end + 1
    const a0 = 0.5 * scale * inFirst * inFirst
    const am = 0.5 * scale * inLast * inLast
    sums[at + first] = sums[at + first]! + step * a0
    if (end === first + 2) sums[at + first + 1] = sums[at + first + 1]! + step * (1 - a0 - am)
    else {
      const a1 = scale * (0.5 + inFirst)
      sums[at + first + 1] = sums[at + first + 1]! + step * (a1 - a0)
      for (let i = first + 2; i < end - 1; i++) sums[at + i] = sums[at + i]! + step * scale
      const a2 = a1 + (end - first - 3) * scale
      sums[at + end - 1] = sums[at + end - 1]! + step * (1 - a2 - am)
    }
    sums[at + end] = sums[at + end]! + step * am
  }
}

import type { Rgb } from '../color/named.ts'
import { withKernels } from '../kernels/kernels.ts'
import { emptyPlanes, type Planes, type Size } from '../operators/planes.ts'
import type { Homography } from './homography.ts'

/** A colour (linear light), nothing, or the picture's edge drawn on. */
export type Outside = Rgb | 'clear' | 'edge'

/**
 * The picture seen through a homography from target to source points, by cubic interpolation in light (Catmull–Rom), weighed by
 * opacity. What lies outside has a soft edge of one pixel, unless the edge goes on.
 */
export function warp(image: Planes, size: Size, m: Homography, outside: Outside): Planes {
  const result = emptyPlanes(size, true)
  const alpha = result.alpha!
  const { width, height } = image
  const done = innerRows(image, size, m, result)
  const taps = new Float64Array(8)
  const sum = new Float64Array(4)
  let clear = false
  const beside = typeof outside === 'object' ? outside : null
  for (let y = 0, i = 0; y < size.height; y++) {
    const [from, to] = outside === 'edge' ? [0, size.width] : reached(m, y, size.width, image)
    if (to - from < size.width) {
      if (beside) {
        fill(result, i, i + from, beside)
        fill(result, i + to, i + size.width, beside)
      } else clear = true
      i += from
    }
    for (let x = from; x < to; x++, i++) {
      if (done && x === done[2 * y]! && done[2 * y + 1]! > x) {
        const count = done[2 * y + 1]! - x
        alpha.fill(1, i, i + count)
        x += count - 1
        i += count - 1
        continue
      }
      const w = 1 / (m[6] * (x + 0.5) + m[7] * (y + 0.5) + m[8])
      const sx = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * w
      const sy = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * w
      // How much of the pixel lies inside, from the distances to the four sides.
      const inside = outside === 'edge' ? 1 : edge(sx) * edge(width - sx) * edge(sy) * edge(height - sy)
      if (inside > 0) {
        gather(image, sx - 0.5, sy - 0.5, taps, sum)
        const opacity = Math.min(1, Math.max(0, sum[3]!))
        if (opacity > 0) {
          result.red[i] = sum[0]! / sum[3]!
          result.green[i] = sum[1]! / sum[3]!
          result.blue[i] = sum[2]! / sum[3]!
        }
        alpha[i] = opacity * inside
      }
      if (beside && alpha[i]! < 1) under(result, i, beside)
      if (alpha[i]! < 1) clear = true
    }
    i = (y + 1) * size.width
  }
  return clear ? result : { ...result, alpha: null }
}

/** Above it the planes are not copied for the fast loop. */
const MOST_NUMBERS = 12_000_000

/**
 * Colours of all pixels whose sixteen neighbours lie well inside, where the map is straight and the picture opaque; tells from which to
 * before which pixel of each row [2 a row]. null: none are done.
 */
function innerRows(
  { width, height, red, green, blue, alpha }: Planes,
  size: Size,
  m: Homography,
  to: Planes,
): Int32Array | null {
  if (alpha || m[6] !== 0 || m[7] !== 0 || red.length > MOST_NUMBERS) return null
  const done = new Int32Array(2 * size.height)
  const [stepX, stepY] = [m[0] / m[8], m[3] / m[8]]
  const count = red.length
  withKernels([count, count, count, size.width, size.width, size.width], ({ run, at, floats }) => {
    for (const [n, plane] of [red, green, blue].entries()) floats[n]!.set(plane)
    for (let y = 0; y < size.height; y++) {
      const x0 = (m[0] * 0.5 + m[1] * (y + 0.5) + m[2]) / m[8] - 0.5
      const y0 = (m[3] * 0.5 + m[4] * (y + 0.5) + m[5]) / m[8] - 0.5
      const [fromX, toX] = stretch(x0, stepX, width)
      const [fromY, toY] = stretch(y0, stepY, height)
      const first = Math.max(0, fromX, fromY)
      const last = Math.min(size.width, toX, toY)
      if (last <= first) continue
      const [px, py] = [x0 + first * stepX, y0 + first * stepY]
      run.cubicRow(at[0]!, at[1]!, at[2]!, width, at[3]!, at[4]!, at[5]!, last - first, px, py, stepX, stepY)
      for (const [n, plane] of [to.red, to.green, to.blue].entries())
        plane.set(floats[3 + n]!.subarray(0, last - first), y * size.width + first)
      done.set([first, last], 2 * y)
    }
  })
  return done
}

/** For which n from to (before) `start + n * step` has two neighbours on each side, and a little more, in 0 to `length` - 1. */
function stretch(start: number, step: number, length: number): readonly [number, number] {
  const [low, high] = [1.01, length - 3.01]
  if (Math.abs(step) < 1e-9) return start >= low && start <= high ? [0, Number.MAX_SAFE_INTEGER] : [0, 0]
  const [one, other] = [(low - start) / step, (high - start) / step]
  return [Math.ceil(Math.min(one, other)), Math.floor(Math.max(one, other)) + 1]
}

/** From which to before which pixel of row `y` something of the picture can be seen; all of them where the map is not straight. */
function reached(
  m: Homography,
  y: number,
  count: number,
  { width, height }: Size,
): readonly [number, number] {
  if (m[6] !== 0 || m[7] !== 0) return [0, count]
  let [from, to] = [0, count]
  for (const [start, step, length] of [
    [(m[0] * 0.5 + m[1] * (y + 0.5) + m[2]) / m[8], m[0] / m[8], width],
    [(m[3] * 0.5 + m[4] * (y + 0.5) + m[5]) / m[8], m[3] / m[8], height],
  ] as const) {
    // Half a pixel beyond the sides, and one more for what rounding does.
    const [low, high] = [-1.5, length + 1.5]
    if (Math.abs(step) < 1e-9) {
      if (start < low || start > high) return [0, 0]
      continue
    }
    const [one, other] = [(low - start) / step, (high - start) / step]
    from = Math.max(from, Math.floor(Math.min(one, other)))
    to = Math.min(to, Math.ceil(Math.max(one, other)) + 1)
  }
  return to > from ? [from, to] : [0, 0]
}

/** Some pixels in one colour, opaque. */
function fill({ red, green, blue, alpha }: Planes, from: number, to: number, color: Rgb): void {
  for (const [n, plane] of [red, green, blue].entries()) plane.fill(color[n]!, from, to)
  alpha?.fill(1, from, to)
}

const edge = (distance: number): number => (distance >= 0.5 ? 1 : distance <= -0.5 ? 0 : distance + 0.5)

function under({ red, green, blue, alpha }: Planes, i: number, fill: Rgb): void {
  const share = alpha![i]!
  red[i] = fill[0] + (red[i]! - fill[0]) * share
  green[i] = fill[1] + (green[i]! - fill[1]) * share
  blue[i] = fill[2] + (blue[i]! - fill[2]) * share
  alpha![i] = 1
}

/** Weights of four neighbours at a place between the middle two. */
function catmullRom(t: number, taps: Float64Array, from: number): void {
  taps[from] = t * (-0.5 + t * (1 - 0.5 * t))
  taps[from + 1] = 1 + t * t * (-2.5 + 1.5 * t)
  taps[from + 2] = t * (0.5 + t * (2 - 1.5 * t))
  taps[from + 3] = t * t * (-0.5 + 0.5 * t)
}

/** Weighted sums of red, green, blue (times alpha) and alpha around a point. */
function gather(
  { width, height, red, green, blue, alpha }: Planes,
  x: number,
  y: number,
  taps: Float64Array,
  sum: Float64Array,
): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  catmullRom(x - left, taps, 0)
  catmullRom(y - top, taps, 4)
  if (!alpha && left >= 1 && top >= 1 && left + 2 < width && top + 2 < height) {
    inner(red, green, blue, (top - 1) * width + left - 1, width, taps, sum)
    return
  }
  let [r, g, b, a] = [0, 0, 0, 0]
  for (let k = 0; k < 4; k++) {
    const row = top + k - 1
    const base = (row < 0 ? 0 : row >= height ? height - 1 : row) * width
    const down = taps[4 + k]!
    for (let j = 0; j < 4; j++) {
      const column = left + j - 1
      const p = base + (column < 0 ? 0 : column >= width ? width - 1 : column)
      const weight = down * taps[j]! * (alpha ? alpha[p]! : 1)
      r += weight * red[p]!
      g += weight * green[p]!
      b += weight * blue[p]!
      a += weight
    }
  }
  sum[0] = r
  sum[1] = g
  sum[2] = b
  sum[3] = a
}

/** The same for sixteen opaque pixels that all lie inside, from `at` on; most are of this kind. */
function inner(
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
  at: number,
  stride: number,
  taps: Float64Array,
  sum: Float64Array,
): void {
  const w0 = taps[0]!
  const w1 = taps[1]!
  const w2 = taps[2]!
  const w3 = taps[3]!
  let r = 0
  let g = 0
  let b = 0
  for (let k = 0, p = at; k < 4; k++, p += stride) {
    const down = taps[4 + k]!
    r += down * (w0 * red[p]! + w1 * red[p + 1]! + w2 * red[p + 2]! + w3 * red[p + 3]!)
    g += down * (w0 * green[p]! + w1 * green[p + 1]! + w2 * green[p + 2]! + w3 * green[p + 3]!)
    b += down * (w0 * blue[p]! + w1 * blue[p + 1]! + w2 * blue[p + 2]! + w3 * blue[p + 3]!)
  }
  sum[0] = r
  sum[1] = g
  sum[2] = b
  sum[3] = 1
}

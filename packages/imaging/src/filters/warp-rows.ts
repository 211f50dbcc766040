import type { Rgb } from '../color/named.ts'
import { withByteRows, type ByteRows } from '../kernels/byte-rows.ts'
import type { Planes, Size } from '../operators/planes.ts'
import type { Homography } from './homography.ts'

/** A colour (linear light), nothing, or the picture's edge drawn on. */
export type Outside = Rgb | 'clear' | 'edge'

/** What is to be seen: a frame of the result, its map to the source, and what lies beside the source. */
export interface View {
  readonly size: Size
  readonly map: Homography
  readonly outside: Outside
}

/** A picture whose rows may be further apart than they are long. */
export interface Seen extends Planes {
  readonly stride: number
}

/** Planes in the memory of kernels: a source, or one row of the result and its alpha. */
export interface Laid {
  readonly rows: ByteRows
  readonly planes: Seen
  readonly addresses: readonly [red: number, green: number, blue: number, alpha: number]
}

export const isStraight = (m: Homography): boolean => m[6] === 0 && m[7] === 0

/** Rows and columns of the result that are made together. */
const TILE = 32

/**
 * All rows of an opaque picture seen through a straight map. `lay` puts the picture into the memory of kernels; `take` is given row after row, from
 * where to where something can be seen, and whether all of that is opaque.
 */
export function seeRows(
  source: Size,
  view: View,
  lay: (source: Laid) => boolean,
  take: (row: Laid, y: number, from: number, to: number, opaque: boolean) => void,
): boolean {
  const { width, height } = view.size
  // An odd number of cache lines a row: neighbours above each other would else all want the same few places of the cache.
  const stride = 16 * (Math.ceil((source.width + 4) / 16) | 1)
  const [count, band] = [stride * source.height, TILE * width]
  const lengths = [count, count, count, band, band, band, band]
  return withByteRows(Math.max(source.width, width), lengths, (rows) => {
    const picture = laid(rows, 0, 0, { ...source, stride })
    if (!lay(picture)) return false
    const lines = Array.from({ length: TILE }, (_, n) =>
      laid(rows, 3, n * width, { width, height: 1, stride: width }),
    )
    for (let top = 0; top < height; top += TILE) {
      const spans = lines
        .slice(0, height - top)
        .map((line, n) => ({ line, y: top + n, ...spanOf(view, top + n, source) }))
      const end = spans.reduce((most, { last }) => Math.max(most, last), 0)
      // Tile by tile: a whole row of the result may look at a thousand rows of the source, which fit into no cache.
      for (let left = 0; left < end; left += TILE)
        for (const span of spans) cubicPart(rows, picture, stride, span, left)
      for (const { line, y, from, to, first, last } of spans) {
        line.planes.alpha!.fill(1, first, last)
        const before = seeRow(picture.planes, view, y, from, first, line.planes, 0)
        const after = seeRow(picture.planes, view, y, last, to, line.planes, 0)
        take(line, y, from, to, before && after)
      }
    }
    return true
  })
}

/** Planes from array `n` of the memory on, and from so many numbers on in each. */
function laid(rows: ByteRows, n: number, skip: number, frame: Size & { readonly stride: number }): Laid {
  const end = skip + frame.stride * frame.height
  const [red, green, blue, alpha] = rows.floats.slice(n, n + 4).map((plane) => plane.subarray(skip, end))
  const [one, two, three, four] = rows.at.slice(n, n + 4).map((address) => address + 4 * skip)
  return {
    rows,
    planes: { ...frame, red: red!, green: green!, blue: blue!, alpha: n === 0 ? null : alpha! },
    addresses: [one!, two!, three!, four!],
  }
}

/** A row of the result: from where to where the source can be seen, and from where to where with all sixteen neighbours (`first`, `last`). */
interface Span {
  readonly line: Laid
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
  /** Where its first pixel looks, and how far it is to where the next one does. */
  readonly x: number
  readonly y0: number
  readonly stepX: number
  readonly stepY: number
}

function spanOf({ size, map: m, outside }: View, y: number, source: Size): Omit<Span, 'line'> {
  const [from, to] = outside === 'edge' ? [0, size.width] : reached(m, y, size.width, source)
  const [stepX, stepY] = [m[0] / m[8], m[3] / m[8]]
  const x0 = (m[0] * 0.5 + m[1] * (y + 0.5) + m[2]) / m[8] - 0.5
  const y0 = (m[3] * 0.5 + m[4] * (y + 0.5) + m[5]) / m[8] - 0.5
  const [fromX, toX] = stretch(x0, stepX, source.width)
  const [fromY, toY] = stretch(y0, stepY, source.height)
  const first = Math.max(from, fromX, fromY)
  const last = Math.min(to, toX, toY)
  const inner = last > first ? { first, last } : { first: to, last: to }
  return { from, to, ...inner, x: x0 + first * stepX, y0: y0 + first * stepY, stepX, stepY }
}

function cubicPart({ run }: ByteRows, picture: Laid, stride: number, span: Span, left: number): void {
  const { line, first, last, x, y0, stepX, stepY } = span
  const [from, to] = [Math.max(0, left - first), Math.min(last, left + TILE) - first]
  if (from >= to) return
  const [red, green, blue] = picture.addresses
  const [outRed, outGreen, outBlue] = line.addresses
  const skip = 4 * first
  run.cubicRow(
    red,
    green,
    blue,
    stride,
    outRed + skip,
    outGreen + skip,
    outBlue + skip,
    from,
    to,
    x,
    y0,
    stepX,
    stepY,
  )
}

/** Pixels `from` to before `to` of row `y`, the first of which would be at `start` of the result; tells whether all are opaque. */
export function seeRow(
  image: Seen,
  { map: m, outside }: View,
  y: number,
  from: number,
  to: number,
  result: Planes,
  start: number,
): boolean {
  const { width, height } = image
  const { red, green, blue } = result
  const alpha = result.alpha!
  const beside = typeof outside === 'object' ? outside : null
  let opaque = true
  for (let x = from, i = start + from; x < to; x++, i++) {
    const w = 1 / (m[6] * (x + 0.5) + m[7] * (y + 0.5) + m[8])
    const sx = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * w
    const sy = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * w
    // How much of the pixel lies inside, from the distances to the four sides.
    const inside = outside === 'edge' ? 1 : edge(sx) * edge(width - sx) * edge(sy) * edge(height - sy)
    red[i] = green[i] = blue[i] = alpha[i] = 0
    if (inside > 0) {
      gather(image, sx - 0.5, sy - 0.5, taps, sum)
      const opacity = Math.min(1, Math.max(0, sum[3]!))
      if (opacity > 0) {
        red[i] = sum[0]! / sum[3]!
        green[i] = sum[1]! / sum[3]!
        blue[i] = sum[2]! / sum[3]!
      }
      alpha[i] = opacity * inside
    }
    if (beside && alpha[i]! < 1) under(result, i, beside)
    if (alpha[i]! < 1) opaque = false
  }
  return opaque
}
/** Of one pixel: its neighbours' weights, and their weighed sums. */
const taps = new Float64Array(8)
const sum = new Float64Array(4)

/** For which n, from which to before which, `start + n * step` has two neighbours on each side, and a little more, in 0 to `length` - 1. */
function stretch(start: number, step: number, length: number): readonly [number, number] {
  const [low, high] = [1.01, length - 3.01]
  if (high < low) return [0, 0]
  if (Math.abs(step) < 1e-9) return start >= low && start <= high ? [0, Number.MAX_SAFE_INTEGER] : [0, 0]
  const [one, other] = [(low - start) / step, (high - start) / step]
  return [Math.ceil(Math.min(one, other)), Math.floor(Math.max(one, other)) + 1]
}

/** From which to before which pixel of row `y` something of the picture can be seen; all of them where the map is not straight. */
export function reached(
  m: Homography,
  y: number,
  count: number,
  { width, height }: Size,
): readonly [number, number] {
  if (!isStraight(m)) return [0, count]
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
  { width, height, stride, red, green, blue, alpha }: Seen,
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
    inner(red, green, blue, (top - 1) * stride + left - 1, stride, taps, sum)
    return
  }
  let [r, g, b, a] = [0, 0, 0, 0]
  for (let k = 0; k < 4; k++) {
    const row = top + k - 1
    const base = (row < 0 ? 0 : row >= height ? height - 1 : row) * stride
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

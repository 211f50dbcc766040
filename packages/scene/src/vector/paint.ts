import type { Paint, Stop } from './drawing.ts'
import { invert, multiply, type Matrix } from './matrix.ts'

/**
 * A paint as a table of premultiplied sRGB RGBA, and a rule that says which entry each pixel of a row takes.
 * `locate` writes, for `count` pixels from (x, y) on, where their colour starts in the table.
 */
export interface Shader {
  readonly table: Float32Array
  locate(x: number, y: number, count: number, out: Int32Array): void
}

const LEVELS = 1024
const LAST = LEVELS - 1

/** What a paint shows at the centres of pixels, where `matrix` takes the drawing to pixels. */
export function shaderOf(paint: Paint, matrix: Matrix): Shader {
  if (paint.kind === 'solid') return constant(premultiplied(paint.color))
  const inverse = invert(multiply(matrix, paint.toDrawing))
  const table = ramp(paint.stops)
  if (inverse === null) return constant(table.slice(LAST * 4))
  const { a, b, c, d } = inverse
  const e = inverse.e + 0.5 * (a + c)
  const f = inverse.f + 0.5 * (b + d)
  if (paint.kind === 'linear')
    return {
      table,
      locate(x, y, count, out) {
        const start = (a * x + c * y + e) * LAST + 0.5
        const step = a * LAST
        for (let i = 0; i < count; i++) {
          const level = start + step * i
          out[i] = level <= 0 ? 0 : level >= LAST ? LAST * 4 : (level | 0) * 4
        }
      },
    }
  return {
    table,
    locate(x, y, count, out) {
      const u0 = a * x + c * y + e
      const v0 = b * x + d * y + f
      for (let i = 0; i < count; i++) {
        const u = u0 + a * i
        const v = v0 + b * i
        const square = u * u + v * v
        out[i] = square >= 1 ? LAST * 4 : ((Math.sqrt(square) * LAST + 0.5) | 0) * 4
      }
    },
  }
}

const constant = (table: Float32Array): Shader => ({
  table,
  locate: (_x, _y, count, out) => {
    out.fill(0, 0, count)
  },
})
const premultiplied = ([red, green, blue, alpha]: Stop['color']): Float32Array =>
  Float32Array.of(red * alpha, green * alpha, blue * alpha, alpha)

const ramps = new WeakMap<readonly Stop[], Float32Array>()

/** The gradient at LEVELS places, premultiplied. Colours mix without alpha in them, as SVG does. */
function ramp(stops: readonly Stop[]): Float32Array {
  const known = ramps.get(stops)
  if (known !== undefined) return known
  const table = new Float32Array(LEVELS * 4)
  let next = 0
  for (let i = 0; i < LEVELS; i++) {
    const t = i / LAST
    while (next < stops.length && stops[next]!.offset <= t) next++
    const before = stops[Math.max(0, next - 1)]!
    const after = stops[Math.min(stops.length - 1, next)]!
    const gap = after.offset - before.offset
    const share = gap > 0 ? Math.min(1, Math.max(0, (t - before.offset) / gap)) : 0
    const alpha = before.color[3] + (after.color[3] - before.color[3]) * share
    for (let channel = 0; channel < 3; channel++) {
      const value = before.color[channel]! + (after.color[channel]! - before.color[channel]!) * share
      table[4 * i + channel] = value * alpha
    }
    table[4 * i + 3] = alpha
  }
  ramps.set(stops, table)
  return table
}

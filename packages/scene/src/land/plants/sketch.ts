import { cos, sin } from '../../math.ts'

/**
 * A plant as brush strokes. All lengths in heights of the plant, x to the right and y up from its foot, depth towards
 * the viewer. Strokes are painted back to front.
 */
export interface Sketch {
  /** STRIDE numbers a stroke: see `Stroke`. */
  readonly strokes: number[]
}

export interface Stroke {
  readonly x: number
  readonly y: number
  readonly depth: number
  readonly length: number
  readonly width: number
  /** Radians from the x axis, counter-clockwise. */
  readonly angle: number
  /** Direction that it faces; need not be a unit vector. */
  readonly normal: readonly [number, number, number]
  /** Share of the open sky that reaches it, 0 to 1. */
  readonly open: number
  /** -1 to 1: darker and cooler to lighter and warmer than its kind. */
  readonly hue: number
  readonly part: Part
  /** 0 an ellipse, 1 a leaf with two points. */
  readonly pointed?: number
}

/** What a stroke is made of. */
export const PART = { leaf: 0, bark: 1, bloom: 2 } as const
export type Part = (typeof PART)[keyof typeof PART]

export const STRIDE = 13
export const newSketch = (): Sketch => ({ strokes: [] })

export function stroke(sketch: Sketch, s: Stroke): void {
  const [nx, ny, nz] = s.normal
  const n = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9)
  sketch.strokes.push(
    s.x,
    s.y,
    s.depth,
    s.length,
    s.width,
    cos(s.angle),
    sin(s.angle),
    nx * n,
    ny * n,
    nz * n,
    s.open,
    s.hue,
    s.part + (s.pointed ?? 0) * 0.5,
  )
}

/** A sketch in pixels: what each pixel is, not yet lit. Rows from the top. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** Column and row of the foot. */
  readonly footX: number
  readonly footY: number
  /** Pixels of one height of the plant. */
  readonly scale: number
  /** [height, width, 8], premultiplied by cover: normal x, y, z, open, hue, bark, bloom, cover. */
  readonly data: Float32Array
}
export const CHANNELS = 8

/** Paints a sketch `scale` pixels high. */
export function rasterize(sketch: Sketch, scale: number): Raster {
  const { strokes } = sketch
  const count = strokes.length / STRIDE
  let left = 0
  let right = 0
  let top = 0
  let bottom = 0
  for (let k = 0; k < strokes.length; k += STRIDE) {
    const reach = strokes[k + 3]! * 0.5 + strokes[k + 4]! * 0.5
    left = Math.min(left, strokes[k]! - reach)
    right = Math.max(right, strokes[k]! + reach)
    top = Math.max(top, strokes[k + 1]! + reach)
    bottom = Math.min(bottom, strokes[k + 1]! - reach)
  }
  const footX = Math.ceil(-left * scale) + 2
  const footY = Math.ceil(top * scale) + 2
  const width = footX + Math.ceil(right * scale) + 2
  const height = footY + Math.ceil(-bottom * scale) + 2
  const data = new Float32Array(width * height * CHANNELS)
  const order = Float64Array.from(
    { length: count },
    (_, i) => Math.round((strokes[i * STRIDE + 2]! + 4) * 65536) * 65536 + i,
  ).sort()
  for (let n = 0; n < count; n++)
    splat(data, width, height, strokes, (order[n]! % 65536) * STRIDE, footX, footY, scale)
  return { width, height, footX, footY, scale, data }
}

function splat(
  data: Float32Array,
  width: number,
  height: number,
  strokes: number[],
  k: number,
  footX: number,
  footY: number,
  scale: number,
): void {
  const cx = footX + strokes[k]! * scale
  const cy = footY - strokes[k + 1]! * scale
  // A stroke thinner than a pixel is painted one pixel wide and as much fainter.
  const trueLength = strokes[k + 3]! * 0.5 * scale
  const trueWidth = strokes[k + 4]! * 0.5 * scale
  const a = Math.max(0.6, trueLength)
  const b = Math.max(0.6, trueWidth)
  const strength = Math.min(1, (trueLength * trueWidth + 0.02) / (a * b))
  const c = strokes[k + 5]!
  const s = -strokes[k + 6]!
  const nx = strokes[k + 7]!
  const ny = strokes[k + 8]!
  const nz = strokes[k + 9]!
  const open = strokes[k + 10]!
  const hue = strokes[k + 11]!
  const kind = strokes[k + 12]!
  const part = Math.floor(kind)
  const pointed = kind > part
  const reachX = Math.abs(c) * a + Math.abs(s) * b + 1
  const reachY = Math.abs(s) * a + Math.abs(c) * b + 1
  const x0 = Math.max(0, Math.floor(cx - reachX))
  const x1 = Math.min(width - 1, Math.ceil(cx + reachX))
  const y0 = Math.max(0, Math.floor(cy - reachY))
  const y1 = Math.min(height - 1, Math.ceil(cy + reachY))
  const soft = b
  for (let y = y0; y <= y1; y++) {
    const dy = y + 0.5 - cy
    for (let x = x0; x <= x1; x++) {
      const dx = x + 0.5 - cx
      const u = (dx * c + dy * s) / a
      let v = (dy * c - dx * s) / b
      if (pointed) v /= Math.max(0.12, 1 - u * u)
      const d = Math.sqrt(u * u + v * v)
      const cover = Math.min(1, (1 - d) * soft + 0.5) * strength
      if (cover <= 0.003) continue
      const o = (y * width + x) * CHANNELS
      const keep = 1 - cover
      // Across a stroke the light falls as on something round.
      const round = v * 0.5
      data[o] = data[o]! * keep + (nx - s * round) * cover
      data[o + 1] = data[o + 1]! * keep + (ny - c * round) * cover
      data[o + 2] = data[o + 2]! * keep + nz * cover
      data[o + 3] = data[o + 3]! * keep + open * cover
      data[o + 4] = data[o + 4]! * keep + hue * cover
      data[o + 5] = data[o + 5]! * keep + (part === 1 ? cover : 0)
      data[o + 6] = data[o + 6]! * keep + (part === 2 ? cover : 0)
      data[o + 7] = data[o + 7]! * keep + cover
    }
  }
}

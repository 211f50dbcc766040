import { LABEL } from '../frame.ts'
import { clamp01, cos, sin } from '../math.ts'
import { hash, noise2, random } from '../noise.ts'
import { boxBlur } from './kit/blur.ts'
import { lumaOf } from './kit/color.ts'
import { edgesOf } from './kit/edges.ts'
import { type Flow, flowOf, halfAngle } from './kit/flow.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

/** One pass of the brush, from the ground layer to the last touches; lengths are shares of the shorter side. */
interface Layer {
  readonly length: number
  readonly width: number
  readonly spacing: number
  readonly opacity: number
  /** Mean difference between canvas and source below which this brush leaves the canvas alone. */
  readonly error: number
  /** Difference of colour at which a stroke ends rather than cross into it. */
  readonly strict: number
}
const LAYERS: readonly Layer[] = [
  { length: 0.13, width: 0.034, spacing: 0.024, opacity: 1, error: -1, strict: 9 },
  { length: 0.075, width: 0.017, spacing: 0.013, opacity: 0.95, error: 0.022, strict: 0.2 },
  { length: 0.036, width: 0.0085, spacing: 0.0063, opacity: 0.95, error: 0.04, strict: 0.13 },
  { length: 0.02, width: 0.0046, spacing: 0.0033, opacity: 0.95, error: 0.06, strict: 0.1 },
  { length: 0.01, width: 0.0026, spacing: 0.0019, opacity: 0.95, error: 0.085, strict: 0.08 },
]
const BRISTLES = 24
const GROUND = [0.6, 0.45, 0.32]

/**
 * Oil on canvas: four brushes from broad to fine, each stroke curved along the edges of the picture and loaded with one
 * colour, bristles and dry ends; paint has height, and a low light from the upper left shows it.
 * Source: A. Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes"; relief after his "Fast paint texture".
 */
export const oil: Styler = {
  name: 'oil',
  reach: 0.2,
  paint(picture, seed) {
    const { width, height } = picture
    const short = Math.min(width, height)
    const luma = lumaOf(picture.color)
    const flow = flowOf(luma, width, height, 1 / 220, 0.012)
    const relief = new Float32Array(width * height)
    const source = smooth(picture.color, edgesOf(picture).walls, width, height, {
      radius: 0.006 * short,
      tolerance: 0.12,
    })
    // A thin warm ground: it shows through where the brush runs dry.
    const canvas = new Float32Array(source.length)
    for (let i = 0; i < canvas.length; i++) canvas[i] = 0.75 * source[i]! + 0.25 * GROUND[i % 3]!
    for (const [index, layer] of LAYERS.entries())
      paintLayer({ picture, source, flow, canvas, relief, short, seed: seed + 101 * index }, layer, index)
    light(canvas, relief, width, height, short)
    return canvas
  },
}

interface Easel {
  readonly picture: Picture
  readonly source: Float32Array
  readonly flow: Flow
  readonly canvas: Float32Array
  readonly relief: Float32Array
  readonly short: number
  readonly seed: number
}

/** How far the canvas is from the source around each pixel; things and houses ask for more care than grass and clouds. */
function errorOf({ picture, source, canvas }: Easel, radius: number): Float32Array {
  const { width, height, label } = picture
  const error = new Float32Array(width * height)
  for (let i = 0, j = 0; i < error.length; i++, j += 3) {
    const distance =
      0.3 * Math.abs(canvas[j]! - source[j]!) +
      0.5 * Math.abs(canvas[j + 1]! - source[j + 1]!) +
      0.2 * Math.abs(canvas[j + 2]! - source[j + 2]!)
    const own = label[i]!
    const care = own >= 64 || own === LABEL.building || own === LABEL.furniture ? 2 : own < 3 ? 0.6 : 0.8
    error[i] = Math.min(0.3, distance * care)
  }
  return boxBlur(error, width, height, radius)
}

function paintLayer(easel: Easel, layer: Layer, index: number): void {
  const { picture, short, seed } = easel
  const { width, height } = picture
  const pitch = layer.spacing * short
  const across = Math.ceil(width / pitch) + 2
  const down = Math.ceil(height / pitch) + 2
  const error = layer.error < 0 ? null : errorOf(easel, Math.max(1, layer.width * 0.4 * short))
  const places: { key: number; x: number; y: number; i: number; j: number }[] = []
  for (let j = -1; j < down; j++)
    for (let i = -1; i < across; i++) {
      const x = (i + random(seed, i, j, 1)) * pitch
      const y = (j + random(seed, i, j, 2)) * pitch
      const px = Math.min(width - 1, Math.max(0, Math.floor(x)))
      const py = Math.min(height - 1, Math.max(0, Math.floor(y)))
      if (error && error[py * width + px]! * (0.7 + 0.6 * random(seed, i, j, 3)) < layer.error) continue
      places.push({ key: hash(seed, i, j, 4), x, y, i, j })
    }
  // Order by hash: any order will do, as long as it does not depend on what else is in the picture.
  places.sort((a, b) => a.key - b.key || a.j - b.j || a.i - b.i)
  for (const place of places) stroke(easel, layer, index, place)
}

const direction = new Float64Array(2)
const ahead = new Float64Array(2)
const behind = new Float64Array(2)
const bristles = new Float32Array(BRISTLES + 1)

/** Direction of a stroke at (x, y): along edges where there are some, else as the matter lies. */
function strokeDirection(easel: Easel, x: number, y: number, label: number, out: Float64Array): void {
  const { flow, short, seed } = easel
  flow.at(x, y, out)
  const sure = Math.sqrt(out[0]! * out[0]! + out[1]! * out[1]!)
  const u = x / short
  const v = y / short
  let angle = 0.25 * noise2(7001, u * 3, v * 3)
  if (label === LABEL.sky || label === LABEL.cloud) angle = 1.1 * noise2(7002, u * 2.2, v * 2.6)
  else if (label === LABEL.water) angle = 0.06 * noise2(7003, u * 9, v * 30)
  else if (label === LABEL.relief) angle = 0.9 * noise2(7004, u * 5, v * 5) + 0.4
  else if (label === LABEL.vegetation) angle = 1.4 + noise2(7005, u * 14, v * 14)
  angle += 0.3 * noise2(seed, u * 25, v * 25)
  const rest = (1 - sure) * 0.6
  const mixX = out[0]! + rest * cos(2 * angle)
  const mixY = out[1]! + rest * sin(2 * angle)
  halfAngle(mixX, mixY, out)
}

/** Direction at an end of the stroke: where the flow is not sure it keeps the direction of the middle. */
function endDirection({ flow }: Easel, x: number, y: number, out: Float64Array): void {
  const c = direction[0]!
  const s = direction[1]!
  flow.at(x, y, out)
  halfAngle(out[0]! + 0.5 * (c * c - s * s), out[1]! + c * s, out)
}

/** Share of the way (dx, dy) from a place that a stroke may go before the picture has another colour. */
function free(
  { picture, source }: Easel,
  x: number,
  y: number,
  dx: number,
  dy: number,
  own: number,
  strict: number,
): number {
  const { width, height } = picture
  for (let step = 1; step <= 5; step++) {
    const px = Math.floor(x + (dx * step) / 5)
    const py = Math.floor(y + (dy * step) / 5)
    if (px < 0 || py < 0 || px >= width || py >= height) return 1
    const at = 3 * (py * width + px)
    const distance =
      0.3 * Math.abs(source[own]! - source[at]!) +
      0.5 * Math.abs(source[own + 1]! - source[at + 1]!) +
      0.2 * Math.abs(source[own + 2]! - source[at + 2]!)
    if (distance > strict) return (step - 0.7) / 5
  }
  return 1
}

function stroke(
  easel: Easel,
  layer: Layer,
  index: number,
  place: { x: number; y: number; i: number; j: number },
): void {
  const { picture, source, canvas, relief, short, seed } = easel
  const { width, height, label } = picture
  const { i, j } = place
  let { x, y } = place
  const cx = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const cy = Math.min(height - 1, Math.max(0, Math.floor(y)))
  const own = label[cy * width + cx]!
  strokeDirection(easel, x, y, own, direction)
  const tx = direction[0]!
  const ty = direction[1]!
  const full = layer.length * short * (0.5 + 0.5 * random(seed, i, j, 5)) * 0.5
  const wide = layer.width * short * (0.7 + 0.6 * random(seed, i, j, 6)) * 0.5
  const colorAt = 3 * (cy * width + cx)
  const fore = free(easel, x, y, tx * full, ty * full, colorAt, layer.strict)
  const back = free(easel, x, y, -tx * full, -ty * full, colorAt, layer.strict)
  const half = Math.max(wide, (full * (fore + back)) / 2)
  x += (tx * full * (fore - back)) / 2
  y += (ty * full * (fore - back)) / 2
  endDirection(easel, x + tx * half * 0.7, y + ty * half * 0.7, ahead)
  endDirection(easel, x - tx * half * 0.7, y - ty * half * 0.7, behind)
  // The cross product of the tangents at both ends is the sine of the turn; signs are undone first.
  const sa = ahead[0]! * tx + ahead[1]! * ty < 0 ? -1 : 1
  const sb = behind[0]! * tx + behind[1]! * ty < 0 ? -1 : 1
  const turn = sa * sb * (behind[0]! * ahead[1]! - behind[1]! * ahead[0]!)
  const bend = (Math.max(-0.9, Math.min(0.9, turn)) / (1.4 * half)) * 0.5
  // Paint is never quite mixed: each load is a little lighter or darker, warmer or cooler.
  const shade = 1 + (index < 2 ? 0.1 : 0.06) * (random(seed, i, j, 7) - 0.5)
  const warm = 0.03 * (random(seed, i, j, 8) - 0.5)
  const red = source[colorAt]! * shade + warm
  const green = source[colorAt + 1]! * shade
  const blue = source[colorAt + 2]! * shade - warm
  const second = 0.09 * (random(seed, i, j, 9) - 0.5)
  for (let k = 0; k <= BRISTLES; k++) bristles[k] = random(seed + 1, i, j, 10 + k)
  const body = 0.25 + 0.75 * random(seed, i, j, 60)
  const bow = Math.abs(bend) * half * half
  const reachX = Math.abs(tx) * half + Math.abs(ty) * (wide + bow) + 1
  const reachY = Math.abs(ty) * half + Math.abs(tx) * (wide + bow) + 1
  const x0 = Math.max(0, Math.floor(x - reachX))
  const x1 = Math.min(width - 1, Math.ceil(x + reachX))
  const y0 = Math.max(0, Math.floor(y - reachY))
  const y1 = Math.min(height - 1, Math.ceil(y + reachY))
  const soft = Math.max(1, wide * 0.18)
  const thick = 0.4 + 0.6 * body
  for (let py = y0; py <= y1; py++) {
    const dy = py + 0.5 - y
    // Only the part of the row that lies in the stroke's tilted box.
    let from = x0
    let to = x1
    if (ty > 1e-3 || ty < -1e-3) {
      const a = x + (dy * tx - wide - bow) / ty
      const b = x + (dy * tx + wide + bow) / ty
      from = Math.max(from, Math.floor(Math.min(a, b)) - 1)
      to = Math.min(to, Math.ceil(Math.max(a, b)) + 1)
    }
    for (let px = from; px <= to; px++) {
      const dx = px + 0.5 - x
      const u = dx * tx + dy * ty
      const along = u / half
      if (along < -1 || along > 1) continue
      const v = dy * tx - dx * ty - bend * u * u
      const a2 = along * along
      const room = wide * (1 - a2 * a2 * a2)
      const inside = room - (v < 0 ? -v : v)
      if (inside <= 0) continue
      const bristle = (v / wide + 1) * 0.5 * (BRISTLES - 1)
      const b = bristle < 0 ? 0 : bristle | 0
      const f = bristle - b
      const fibre = bristles[b]! + (bristles[b + 1]! - bristles[b]!) * f
      // The brush runs dry towards its end: first between the bristles, then wholly.
      const dry = clamp01((along - 0.15) * 1.25)
      let alpha = inside < soft ? inside / soft : 1
      const left = (fibre - dry * 0.95) * 5 + 1
      if (left < 1) alpha *= left < 0 ? 0 : left
      if (alpha <= 0) continue
      alpha *= layer.opacity
      const i0 = py * width + px
      const tint = 1 + (fibre - 0.5) * 0.1 + second * along
      const i3 = 3 * i0
      canvas[i3] = canvas[i3]! + alpha * (red * tint - canvas[i3]!)
      canvas[i3 + 1] = canvas[i3 + 1]! + alpha * (green * tint - canvas[i3 + 1]!)
      canvas[i3 + 2] = canvas[i3 + 2]! + alpha * (blue * tint - canvas[i3 + 2]!)
      // Paint piles up at the sides and where the brush was lifted.
      const side = 1 - inside / wide
      const lift = along > 0.6 ? (along - 0.6) * 0.8 : 0
      const h = thick * (0.35 * fibre + 0.5 * side * side * side + lift) * (wide / short) * 60
      relief[i0] = relief[i0]! * (1 - 0.8 * alpha) + h * alpha
    }
  }
}

/** Light over the relief of the paint and the weave of the canvas. */
function light(
  canvas: Float32Array,
  relief: Float32Array,
  width: number,
  height: number,
  short: number,
): void {
  const soft = boxBlur(relief, width, height, Math.max(0, 0.0008 * short))
  const perPixel = short / 1024
  // The weave fades out where a thread would be less than a pixel or two.
  const thread = 0.0042 * short
  const depth = 0.02 * clamp01((thread - 2) / 2)
  const warp = Float32Array.from({ length: width }, (_, x) => depth * sin((x * 6.2831853) / thread))
  const weft = Float32Array.from({ length: height }, (_, y) => depth * sin((y * 6.2831853) / thread))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const l = x > 0 ? i - 1 : i
      const u = y > 0 ? i - width : i
      const r = x + 1 < width ? i + 1 : i
      const d = y + 1 < height ? i + width : i
      let slope = (soft[r]! - soft[l]! + 0.8 * (soft[d]! - soft[u]!)) * perPixel
      slope += warp[x]! - weft[y]!
      // Facing away from the upper left darkens, facing it lightens; steep wet ridges glint.
      const s = slope < -0.5 ? -0.5 : slope > 0.5 ? 0.5 : slope
      const shade = 1 + 0.42 * s
      const glint = s > 0.22 ? (s - 0.22) * (s - 0.22) * 1.6 : 0
      for (let channel = 0; channel < 3; channel++) {
        const at = 3 * i + channel
        canvas[at] = clamp01(canvas[at]! * shade + glint)
      }
    }
}

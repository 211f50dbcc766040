import { cos, sin } from '../../math.ts'
import { hash, random } from '../../noise.ts'

const PI = 3.141592653589793
/** Directions to which hatching snaps, so that neighbouring lines run parallel. */
const BINS = 12

/** One layer of hatching; lengths are shares of the shorter side. */
export interface Hatching {
  readonly seed: number
  /** Length of a line, its width, and the distance from one to the next. */
  readonly length: number
  readonly width: number
  readonly pitch: number
  /** Direction wanted at pixel (x, y), radians. */
  direction(x: number, y: number): number
  /** Pressure at pixel (x, y), 0 (lift the pen) to 1; a line ends where it meets 0 or another label. */
  pressure(x: number, y: number): number
}

/**
 * Draws parallel strokes into `ink` ([H, W], added), each a tapered line with a slight bow. Lines stand on a lattice for every
 * direction, of which only those are drawn that the place asks for: regular like a draughtsman's, and the same whatever is elsewhere.
 */
export function hatch(
  ink: Float32Array,
  label: Uint16Array,
  width: number,
  height: number,
  hatching: Hatching,
): void {
  const short = Math.min(width, height)
  const along = hatching.length * short * 0.8
  const across = hatching.pitch * short
  for (let bin = 0; bin < BINS; bin++) {
    const angle = (bin * PI) / BINS
    const c = cos(angle)
    const s = sin(angle)
    // The lattice hangs on the upper left corner, not on the middle: then a wider frame has the same lines.
    const seed = hatching.seed * 31 + bin
    const spanV0 = Math.floor(Math.min(0, -s * width, c * height, c * height - s * width) / across) - 1
    const spanV1 = Math.ceil(Math.max(0, -s * width, c * height, c * height - s * width) / across) + 1
    const spanU0 = Math.floor(Math.min(0, c * width, s * height, c * width + s * height) / along) - 1
    const spanU1 = Math.ceil(Math.max(0, c * width, s * height, c * width + s * height) / along) + 1
    for (let v = spanV0; v <= spanV1; v++)
      for (let u = spanU0; u <= spanU1; u++) {
        // Every other row is shifted: no seams across the lines.
        const pu = (u + 0.9 * random(seed, u, v, 1) + 0.37 * (v & 1)) * along
        const pv = (v + 0.7 * (random(seed, u, v, 2) - 0.5)) * across
        const x = pu * c - pv * s
        const y = pu * s + pv * c
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const wanted = hatching.direction(x, y) / PI + 0.5 / BINS
        if (Math.floor((wanted - Math.floor(wanted)) * BINS) % BINS !== bin) continue
        if (hatching.pressure(x, y) <= 0) continue
        line(ink, label, width, height, hatching, { x, y, c, s, key: hash(seed, u, v, 3), short })
      }
  }
}

interface Line {
  readonly x: number
  readonly y: number
  readonly c: number
  readonly s: number
  readonly key: number
  readonly short: number
}

function line(
  ink: Float32Array,
  label: Uint16Array,
  width: number,
  height: number,
  hatching: Hatching,
  at: Line,
): void {
  const { key, short } = at
  const half = hatching.length * short * (0.4 + 0.25 * random(key, 1))
  // A hand turns about its wrist: a degree or two off, and a bow.
  const off = 0.09 * (random(key, 2) - 0.5)
  const c = at.c - at.s * off
  const s = at.s + at.c * off
  const bow = (0.12 * (random(key, 3) - 0.3)) / half
  const firm = 0.7 + 0.3 * random(key, 4)
  const thick = Math.max(0.35, hatching.width * short * (0.4 + 0.25 * random(key, 5)))
  const own = label[Math.floor(at.y) * width + Math.floor(at.x)]!
  const step = Math.max(1, half / 24)
  for (const way of [-1, 1]) {
    let before = hatching.pressure(at.x, at.y)
    for (let t = way < 0 ? step : 0; t <= half; t += step) {
      const u = way * t
      const v = bow * u * u
      const x = at.x + u * c - v * s
      const y = at.y + u * s + v * c
      const ix = Math.floor(x)
      const iy = Math.floor(y)
      if (ix < 1 || iy < 1 || ix >= width - 1 || iy >= height - 1 || label[iy * width + ix] !== own) break
      const wanted = hatching.pressure(x, y)
      if (wanted <= 0 && t > half * 0.3) break
      before += 0.4 * (wanted - before)
      // One way the pencil sets down, the other way it is lifted: that end is thinner.
      const end = t / half
      const taper = way < 0 ? 1 - 0.6 * end * end : 1 - end * end
      if (before > 0) dab(ink, width, x, y, c, s, thick, before * firm * taper, step)
    }
  }
}

/** A piece of line of that length, soft across within half a pixel, centred on (x, y); at least one pixel off the border. */
function dab(
  ink: Float32Array,
  width: number,
  x: number,
  y: number,
  c: number,
  s: number,
  thick: number,
  amount: number,
  step: number,
): void {
  const reach = Math.ceil(thick + step * 0.5 + 0.5)
  if (reach <= 1 && step <= 1.01) {
    splat(ink, width, x, y, amount * Math.min(1, 2 * thick))
    return
  }
  const height = ink.length / width
  const x0 = Math.max(0, Math.floor(x) - reach)
  const x1 = Math.min(width - 1, Math.floor(x) + reach)
  const y0 = Math.max(0, Math.floor(y) - reach)
  const y1 = Math.min(height - 1, Math.floor(y) + reach)
  for (let py = y0; py <= y1; py++)
    for (let px = x0; px <= x1; px++) {
      const dx = px + 0.5 - x
      const dy = py + 0.5 - y
      const u = dx * c + dy * s
      if (u < -step * 0.5 || u >= step * 0.5) continue
      const v = dy * c - dx * s
      const cover = thick + 0.5 - (v < 0 ? -v : v)
      if (cover <= 0) continue
      ink[py * width + px] = ink[py * width + px]! + amount * (cover > 1 ? 1 : cover)
    }
}

/** Adds `amount` to the four pixels around (x, y), by nearness. */
function splat(ink: Float32Array, width: number, x: number, y: number, amount: number): void {
  const gx = x - 0.5
  const gy = y - 0.5
  const ix = Math.floor(gx)
  const iy = Math.floor(gy)
  const fx = gx - ix
  const fy = gy - iy
  const i = iy * width + ix
  ink[i] = ink[i]! + amount * (1 - fx) * (1 - fy)
  ink[i + 1] = ink[i + 1]! + amount * fx * (1 - fy)
  ink[i + width] = ink[i + width]! + amount * (1 - fx) * fy
  ink[i + width + 1] = ink[i + width + 1]! + amount * fx * fy
}

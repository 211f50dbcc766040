import { LABEL } from '../frame.ts'
import { clamp, clamp01, exp, log, mix, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { bumpOf, edgesOf, looseOf } from './kit/edges.ts'
import { slopeOf, toothOf } from './kit/paper.ts'
import { fieldOf } from './kit/field.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

const PAPER = [0.985, 0.972, 0.945] as const
const STEPS = 2048
/** Density of pigment (natural logarithm) that leaves this much of the light: -ln of i / STEPS. */
const DENSITY = Float32Array.from(
  { length: STEPS + 2 },
  (_, i) => -log(Math.max(0.03, Math.min(1, i / STEPS))),
)
const MOST = 4
const LEFT = Float32Array.from({ length: STEPS + 2 }, (_, i) => exp((-MOST * i) / STEPS))

/** Washes end where the density crosses one of these; between them the sheet dries to one tone. */
const WASHES = [0.1, 0.26, 0.46, 0.72, 1.05, 1.5]

/**
 * Watercolour: the picture becomes densities of pigment on white paper. Washes with hard and lost edges, pigment that
 * gathers at their rims and settles in the tooth of the paper, blooms where it was wet, gaps of white between things, a thin
 * pencil drawing under it all, and a ragged border of bare paper.
 * Source: A. Bousseau et al., "Interactive watercolor rendering with temporal coherence and abstraction"; the washes are ours.
 */
export const watercolor: Styler = {
  name: 'watercolor',
  reach: 0.09,
  paint(picture, seed) {
    const { width, height } = picture
    const short = Math.min(width, height)
    const { outline, walls } = edgesOf(picture)
    const wet = wetOf(picture, short)
    const source = smooth(picture.color, walls, width, height, {
      loose: looseOf(picture),
      slack: 1.6,
      radius: 0.009 * short,
      tolerance: 0.13,
    })
    const pigment = pigmentOf(source, picture, wet, short, seed)
    const tooth = toothOf(width, height, 0.0042, 9101)
    const amount = washes(pigment, wet, picture, short, seed)
    return dry(picture, { pigment, amount, tooth, wet, outline, short, seed })
  },
}

/** How wet the paper was, 0 to 1: skies, water and far land flow into each other, near things stay put. */
function wetOf({ width, height, label, depth }: Picture, short: number): Float32Array {
  const out = new Float32Array(width * height)
  for (let i = 0; i < out.length; i++) {
    const own = label[i]!
    out[i] =
      own === LABEL.sky || own === LABEL.cloud || own === LABEL.aurora
        ? 1
        : own === LABEL.backdrop || own === LABEL.water
          ? 0.7
          : own === LABEL.relief
            ? 0.25 + 0.4 * clamp01(depth[i]! / 8000)
            : own === LABEL.ground
              ? 0.4
              : 0.1
  }
  return boxBlur(boxBlur(out, width, height, 0.008 * short), width, height, 0.008 * short)
}

/** Density of red, green and blue absorbed, [H, W, 3], looked up with an unsteady hand: further off where it was wet. */
function pigmentOf(
  source: Float32Array,
  { width, height }: Picture,
  wet: Float32Array,
  short: number,
  seed: number,
): Float32Array {
  const out = new Float32Array(source.length)
  const shake = (at: number): Float32Array =>
    fieldOf(width, height, 0.003, (u, v) => noise2(at, u * 30, v * 30) + 0.5 * noise2(at + 1, u * 85, v * 85))
  const shakeX = shake(seed + 1)
  const shakeY = shake(seed + 3)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const hand = short * (0.0013 + 0.009 * wet[i]! * wet[i]!)
      const dx = hand * shakeX[i]!
      const dy = hand * shakeY[i]!
      const sx = clamp(x + dx, 0, width - 1.001)
      const sy = clamp(y + dy, 0, height - 1.001)
      const ix = sx | 0
      const iy = sy | 0
      const fx = sx - ix
      const fy = sy - iy
      const at = 3 * (iy * width + ix)
      const below = iy + 1 < height ? at + 3 * width : at
      const right = ix + 1 < width ? 3 : 0
      for (let channel = 0; channel < 3; channel++) {
        const top = source[at + channel]! * (1 - fx) + source[at + right + channel]! * fx
        const bottom = source[below + channel]! * (1 - fx) + source[below + right + channel]! * fx
        const value = clamp01(top * (1 - fy) + bottom * fy)
        out[3 * i + channel] = DENSITY[(value * STEPS) | 0]!
      }
    }
  return out
}

/** By how much to multiply the pigment so that its mean density falls into washes with darker rims. */
function washes(
  pigment: Float32Array,
  wet: Float32Array,
  { width, height }: Picture,
  short: number,
  seed: number,
): Float32Array {
  const mean = new Float32Array(width * height)
  for (let i = 0, j = 0; i < mean.length; i++, j += 3)
    mean[i] = (pigment[j]! + pigment[j + 1]! + pigment[j + 2]!) / 3
  const soft = blur(mean, width, height, 0.0016 * short)
  const layered = new Float32Array(width * height)
  const found = fieldOf(width, height, 0.02, (u, v) => noise2(seed + 11, u * 4, v * 4))
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      // Found and lost edges: hard where the paper had dried, gone where it had not.
      const lost = clamp01(0.2 + 0.75 * wet[i]! + 0.8 * found[i]!)
      const ramp = 0.02 + 0.3 * lost * lost
      const d = soft[i]!
      let sum = 0
      let before = 0
      for (let k = 0; k < WASHES.length; k++) {
        const at = WASHES[k]!
        const width = Math.min(ramp, (at - before) * 0.9)
        sum += (at - before) * smoothstep(at - before - width + before, at, d + 0.45 * (at - before))
        before = at
      }
      layered[i] = mix(sum + Math.max(0, d - before), mean[i]!, 0.35 + 0.3 * lost)
    }
  // Pigment is carried to the rim of a wash while it dries: darker just inside, lighter behind it.
  const near = boxBlur(boxBlur(layered, width, height, 0.0022 * short), width, height, 0.0022 * short)
  const wide = boxBlur(boxBlur(layered, width, height, 0.011 * short), width, height, 0.011 * short)
  for (let i = 0; i < layered.length; i++) {
    const rim = clamp(layered[i]! - near[i]!, -0.25, 0.3)
    const pool = clamp(layered[i]! - wide[i]!, -0.3, 0.3)
    const target = layered[i]! + 1.1 * (rim > 0 ? rim : 0.5 * rim) + 0.25 * pool
    layered[i] = clamp(target / (mean[i]! + 0.03), 0, 2.5)
  }
  return layered
}

interface Sheet {
  readonly pigment: Float32Array
  readonly amount: Float32Array
  readonly tooth: Float32Array
  readonly wet: Float32Array
  readonly outline: Float32Array
  readonly short: number
  readonly seed: number
}

/** The dry sheet: flow, blooms, grain, white gaps, pencil and border put together. */
function dry(picture: Picture, sheet: Sheet): Float32Array {
  const { width, height } = picture
  const { pigment, amount, tooth, wet, outline, short, seed } = sheet
  const out = new Float32Array(width * height * 3)
  const gaps = bumpOf(outline, width, height, Math.max(1, 0.0022 * short))
  const lead = bumpOf(outline, width, height, Math.max(0.7, 0.0008 * short))
  const flowing = fieldOf(width, height, 0.005, (u, v) => fbm2(seed + 21, u * 3.2, v * 3.2, 4, 0.55))
  const blooms = fieldOf(width, height, 0.0025, (u, v) => bloom(u, v, seed))
  const gates = fieldOf(width, height, 0.02, (u, v) => noise2(seed + 31, u * 9, v * 9))
  const press = fieldOf(width, height, 0.012, (u, v) => noise2(seed + 41, u * 12, v * 12))
  const bump = slopeOf(tooth, width, height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const wetness = wet[i]!
      let share = amount[i]! * (1 + (0.22 + 0.2 * wetness) * flowing[i]!) * (1 + wetness * blooms[i]!)
      const density = (pigment[3 * i]! + pigment[3 * i + 1]! + pigment[3 * i + 2]!) / 3
      const grainy = 0.1 + 0.2 * clamp01(density * 1.2)
      share *= 1 - grainy * tooth[i]!
      if (gaps[i]! > 0.3 && gates[i]! > 0.1)
        share *= 1 - 0.9 * smoothstep(0.3, 0.7, gaps[i]!) * smoothstep(0.1, 0.45, gates[i]!)
      // Watercolour keeps its light: the darkest wash still lets some paper through.
      share *= 0.6 + (0.22 * density) / (density + 0.5)
      const edge = border(x, y, width, height, short, seed, tooth[i]!)
      share *= edge.inside * (1 + 0.45 * edge.rim)
      let pencil = 0
      if (lead[i]! > 0.2)
        pencil =
          0.34 * edge.inside * smoothstep(0.2, 0.8, lead[i]!) * smoothstep(-0.5, 0.3, tooth[i]! + press[i]!)
      const paper = 1 + 0.035 * bump[i]!
      for (let channel = 0; channel < 3; channel++) {
        const own = density - 0.03 + 1.4 * (pigment[3 * i + channel]! - density)
        const d = clamp((own > 0 ? own : 0) * share + pencil, 0, MOST)
        out[3 * i + channel] = clamp01(PAPER[channel]! * paper * LEFT[((d / MOST) * STEPS) | 0]!)
      }
    }
  return out
}

/** Change of pigment by blooms: water dropped into a drying wash pushes the pigment outwards to a ragged rim. */
function bloom(u: number, v: number, seed: number): number {
  const cell = 0.3
  let change = 0
  const ci = Math.floor(u / cell)
  const cj = Math.floor(v / cell)
  for (let j = cj - 1; j <= cj + 1; j++)
    for (let i = ci - 1; i <= ci + 1; i++) {
      if (random(seed + 51, i, j, 1) > 0.45) continue
      const dx = u - (i + random(seed + 51, i, j, 2)) * cell
      const dy = v - (j + random(seed + 51, i, j, 3)) * cell
      const radius = 0.03 + 0.07 * random(seed + 51, i, j, 4)
      const distance = Math.sqrt(dx * dx + dy * dy)
      if (distance > radius * 1.6) continue
      const rough =
        0.28 * noise2(seed + 52 + i * 7 + j * 13, u * 45, v * 45) + 0.12 * noise2(seed + 53, u * 130, v * 130)
      const ragged = distance / radius + rough
      const strength = 0.5 + 0.5 * random(seed + 51, i, j, 5)
      change -= 0.25 * strength * (1 - smoothstep(0.3, 1, ragged))
      const rim = (ragged - 1) / 0.09
      if (rim > -2 && rim < 2) change += 0.22 * strength * (1 - rim * rim * 0.25) * (1 - rim * rim * 0.25)
    }
  return change
}

const EDGE = { inside: 1, rim: 0 }
/** Where the paint ends before the edge of the sheet: ragged, with dry strokes that run out and a darker rim. */
function border(
  x: number,
  y: number,
  width: number,
  height: number,
  short: number,
  seed: number,
  tooth: number,
): typeof EDGE {
  const left = x / short
  const top = y / short
  const right = (width - 1 - x) / short
  const bottom = (height - 1 - y) / short
  const sideways = left < right ? left : right
  const upright = top < bottom ? top : bottom
  const distance = sideways < upright ? sideways : upright
  if (distance > 0.1) {
    EDGE.inside = 1
    EDGE.rim = 0
    return EDGE
  }
  // Noise drawn out along the stroke: across the left and right edges strokes run sideways.
  const along = sideways < upright ? top : left
  const side = sideways < upright ? (left < right ? 0 : 50) : top < bottom ? 100 : 150
  const stroke =
    noise2(seed + 61, along * 24, side) + 0.5 * noise2(seed + 62, along * 70, side + distance * 30)
  const slow = noise2(seed + 63, along * 5, side)
  const at = distance - 0.034 - 0.007 * stroke - 0.01 * slow
  // Here the brush was full and the edge is sharp, there it ran dry and only the tooth of the paper took paint.
  const dryness = smoothstep(0, 0.6, noise2(seed + 64, along * 8, side))
  const reach = 0.0014 + 0.014 * dryness
  EDGE.inside = smoothstep(-reach, reach, at - (0.0012 + 0.012 * dryness) * tooth)
  const rim = at / 0.0035 - 0.8
  EDGE.rim = rim > -1 && rim < 3 ? (1 - dryness) * (rim < 0 ? 1 + rim : 1 - rim / 3) : 0
  return EDGE
}

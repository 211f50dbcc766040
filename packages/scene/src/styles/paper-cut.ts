import { LABEL } from '../frame.ts'
import { clamp, clamp01, log, mix, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { fromOklab, oklabOf, planeOf } from './kit/color.ts'
import { edgesOf, looseOf } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { blurInside } from './kit/tones.ts'
import { slopeOf, toothOf } from './kit/paper.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

/** Thickness of the air between two sheets as a share of the shorter side: how far a shadow falls. */
const LIFT = 0.0075

/**
 * Cut paper: the picture becomes sheets, far ones behind near ones, each of one colour with the grain of its paper, a lit cut edge and
 * a soft shadow on the sheets below; skies are cut in bands that darken towards the viewer, as in a light box.
 */
export const paperCut: Styler = {
  name: 'paper cut',
  reach: 0.17,
  paint(picture, seed) {
    const { color, width, height } = picture
    const short = Math.min(width, height)
    const lab = oklabOf(color)
    const { walls, crowd } = edgesOf(picture)
    const loose = looseOf(picture)
    const calm = smooth(lab, walls, width, height, {
      radius: 0.008 * short,
      tolerance: 0.09,
      lab: true,
      loose,
      slack: 3,
    })
    const even = smooth(calm, walls, width, height, {
      loose,
      slack: 2.2,
      radius: 0.018 * short,
      tolerance: 0.07,
      lab: true,
      rounds: 2,
    })
    const stack = cut(picture, even, { crowd, loose }, short, seed)
    return lay(picture, even, stack, short, seed)
  },
}

interface Stack {
  /** Height above the backing of the sheet seen at each pixel, in sheets. */
  readonly height: Float32Array
  /** Lightness of that sheet's paper. */
  readonly light: Float32Array
}

/** Cuts the sheets: whole ones by what is seen and how far it is, and on them thinner ones by tone. */
function cut(
  { width, height, label, depth }: Picture,
  even: Float32Array,
  { crowd, loose }: { readonly crowd: Float32Array; readonly loose: Uint8Array },
  short: number,
  seed: number,
): Stack {
  const light = planeOf(even, 0)
  const soft = blur(blurInside(light, loose, width, height, 0.009 * short), width, height, 0.003 * short)
  const scissors = fieldOf(width, height, 0.004, (u, v) => fbm2(seed + 1, u * 7, v * 7, 3))
  const waves = fieldOf(
    width,
    height,
    0.006,
    (u, v) => noise2(seed + 2, u * 4, v * 1.5) + 0.4 * noise2(seed + 3, u * 11, v * 3),
  )
  const level = new Float32Array(light.length)
  // Blades of grass lie on their meadow: how far away it is there, without them.
  const low = new Uint8Array(light.length)
  const farness = new Float32Array(light.length)
  for (let i = 0; i < light.length; i++) {
    const own = label[i]!
    farness[i] = log(clamp(depth[i]!, 1, 60000))
    if (
      own === LABEL.ground ||
      own === LABEL.water ||
      own === LABEL.road ||
      own === LABEL.floor ||
      (own === LABEL.vegetation && (crowd[i]! > 0.45 || depth[i]! < 8))
    )
      low[i] = 1
  }
  const lie = blurInside(farness, low, width, height, 0.009 * short)
  for (let i = 0; i < level.length; i++) {
    const own = label[i]!
    const L = soft[i]! + 0.012 * scissors[i]!
    if (own === LABEL.sky || own === LABEL.aurora || own === LABEL.rainbow)
      level[i] = Math.floor(clamp((1 - L) * 9 + 0.25 * waves[i]!, 0, 6))
    else if (own === LABEL.sun || own === LABEL.moon) level[i] = 0
    else if (own === LABEL.cloud) level[i] = 7 + 0.4 * Math.floor(clamp(L * 6, 0, 5))
    else {
      const tone = Math.floor(clamp(L * 8, 0, 7))
      // A meadow is cut in waves, so that near ground lies over far ground; what stands on it lies above its sheet.
      const band =
        low[i] === 1
          ? Math.floor((11.5 - lie[i]!) * 1.5 + 0.55 * waves[i]!)
          : own >= 64 || own === LABEL.vegetation
            ? (11.5 - farness[i]!) * 1.5 + 0.7
            : Math.floor((11.5 - farness[i]!) * 1.5)
      level[i] =
        8 + Math.max(0, band) + 0.3 * (low[i] === 1 ? 0 : own === LABEL.vegetation ? 0.5 * (tone & 1) : tone)
    }
  }
  const smoothed = median(
    median(level, width, height, Math.max(1, Math.round(0.0026 * short))),
    width,
    height,
    Math.max(1, Math.round(0.0014 * short)),
  )
  return { height: smoothed, light }
}

/** Rounds off shapes: the median of five along rows, then along columns, `step` apart. */
function median(plane: Float32Array, width: number, height: number, step: number): Float32Array {
  const rows = new Float32Array(plane.length)
  const out = new Float32Array(plane.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const start = y * width
      rows[start + x] = middle(
        plane[start + Math.max(0, x - 2 * step)]!,
        plane[start + Math.max(0, x - step)]!,
        plane[start + x]!,
        plane[start + Math.min(width - 1, x + step)]!,
        plane[start + Math.min(width - 1, x + 2 * step)]!,
      )
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      out[y * width + x] = middle(
        rows[Math.max(0, y - 2 * step) * width + x]!,
        rows[Math.max(0, y - step) * width + x]!,
        rows[y * width + x]!,
        rows[Math.min(height - 1, y + step) * width + x]!,
        rows[Math.min(height - 1, y + 2 * step) * width + x]!,
      )
  return out
}
function middle(a: number, b: number, c: number, d: number, e: number): number {
  const f = Math.max(Math.min(a, b), Math.min(d, e))
  const g = Math.min(Math.max(a, b), Math.max(d, e))
  return Math.max(Math.min(f, g), Math.min(Math.max(f, g), c))
}

/** Shadows by height, [H, W], 0 (light) to 1: a march towards the light at the upper left, and the dimness beside every step. */
function shadowsOf(level: Float32Array, width: number, height: number, short: number): Float32Array {
  const out = new Float32Array(level.length)
  const steps = 7
  for (let k = 1; k <= steps; k++) {
    const far = (k / steps) * 2.2 * LIFT * short
    const dx = Math.round(-0.62 * far)
    const dy = Math.round(-0.78 * far)
    if (dx === 0 && dy === 0) continue
    for (let y = Math.max(0, -dy); y < height; y++)
      for (let x = Math.max(0, -dx); x < width; x++) {
        const i = y * width + x
        const above = level[i + dy * width + dx]! - level[i]!
        if (above < 0.1) continue
        const long = (above > 2.2 ? 2.2 : above) * LIFT * short
        const fall = clamp01((long - far) / (0.6 * long) + 0.35) * (0.45 + 0.25 * Math.min(above, 2.2))
        if (fall > out[i]!) out[i] = fall
      }
  }
  const soft = blur(out, width, height, 0.0022 * short)
  const capped = new Float32Array(level.length)
  for (let i = 0; i < capped.length; i++) capped[i] = Math.min(level[i]!, 40)
  const around = boxBlur(boxBlur(capped, width, height, 0.008 * short), width, height, 0.008 * short)
  for (let i = 0; i < soft.length; i++) soft[i] = clamp01(soft[i]! + 0.38 * clamp01(around[i]! - capped[i]!))
  return soft
}

function lay(
  { width, height, label }: Picture,
  even: Float32Array,
  stack: Stack,
  short: number,
  seed: number,
): Float32Array {
  const { height: level, light } = stack
  const shadow = shadowsOf(level, width, height, short)
  const fibre = toothOf(width, height, 0.0034, 9501)
  const bump = slopeOf(fibre, width, height)
  const mottle = fieldOf(width, height, 0.004, (u, v) => fbm2(seed + 11, u * 26, v * 26, 3))
  const out = new Float32Array(even.length)
  const edge = Math.max(1, Math.round(0.0013 * short))
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const j = 3 * i
      const here = level[i]!
      const own = label[i]!
      // One tone a sheet, with the small difference between one sheet and the next of the same pack.
      const tones = own < 4 ? 8 : 9
      const flat = (Math.floor(light[i]! * tones) + 0.5) / tones
      const pack = 0.06 * (random(seed + 21, Math.round(here * 10)) - 0.5)
      let L = mix(flat, light[i]!, 0.3) + pack + 0.012 * bump[i]! + 0.008 * mottle[i]!
      // The cut shows the white core of the paper where it faces the light.
      const before = level[Math.max(0, y - edge) * width + Math.max(0, x - edge)]!
      const lit = smoothstep(0.15, 0.5, here - before) * 0.07
      L = (L + lit) * (1 - 0.52 * shadow[i]!)
      const chroma = 1.22 * (1 - 0.2 * shadow[i]!)
      fromOklab(L, even[j + 1]! * chroma, even[j + 2]! * chroma - 0.012 * shadow[i]!, out, j)
    }
  return soften(out, level, width, height)
}

/** Takes the staircase off the cuts: a 3 x 3 mean, only where two sheets meet. */
function soften(color: Float32Array, level: Float32Array, width: number, height: number): Float32Array {
  const out = color.slice()
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x
      const own = level[i]!
      if (
        level[i - 1] === own &&
        level[i + 1] === own &&
        level[i - width] === own &&
        level[i + width] === own
      )
        continue
      for (let channel = 0; channel < 3; channel++) {
        const j = 3 * i + channel
        const w = 3 * width
        const cross = color[j - 3]! + color[j + 3]! + color[j - w]! + color[j + w]!
        const corner = color[j - 3 - w]! + color[j + 3 - w]! + color[j - 3 + w]! + color[j + 3 + w]!
        out[j] = 0.25 * color[j]! + 0.125 * cross + 0.0625 * corner
      }
    }
  return out
}

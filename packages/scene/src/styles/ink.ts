import { LABEL } from '../frame.ts'
import { clamp01, mix, smoothstep } from '../math.ts'
import { fbm2, noise2 } from '../noise.ts'
import { linesOf } from './comic.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { lumaOf } from './kit/color.ts'
import { edgesOf, looseOf } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { flowOf } from './kit/flow.ts'
import { hatch } from './kit/hatch.ts'
import { slopeOf, toothOf } from './kit/paper.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

const PAPER = [0.962, 0.94, 0.885] as const
const INK = [0.07, 0.075, 0.1] as const
/** Diluted ink is not grey: it parts into a cool and a warm tone. */
const WASH = [0.36, 0.4, 0.47] as const

/**
 * Pen, brush and wash: a brush line that swells, a few solid blacks, sparse pen hatching, and three dilutions of the same ink laid
 * over cream paper with edges that dried.
 */
export const ink: Styler = {
  name: 'ink',
  reach: 0.22,
  paint(picture, seed) {
    const { width, height, label } = picture
    const short = Math.min(width, height)
    const { outline, walls } = edgesOf(picture)
    const source = smooth(picture.color, walls, width, height, {
      radius: 0.007 * short,
      tolerance: 0.11,
      loose: looseOf(picture),
      slack: 2,
    })
    const luma = lumaOf(source)
    const wide = boxBlur(boxBlur(luma, width, height, 0.04 * short), width, height, 0.04 * short)
    const tone = new Float32Array(luma.length)
    for (let i = 0; i < tone.length; i++) {
      const light = label[i] === LABEL.sky || label[i] === LABEL.cloud ? 0.75 : 1
      tone[i] = clamp01((1.05 - luma[i]! + 0.6 * (wide[i]! - luma[i]!)) * 1.05 * light - 0.1)
    }
    const lines = linesOf(picture, outline, short, seed, 1.05)
    const pen = penOf(picture, tone, short, seed)
    return onPaper(picture, { tone, lines, pen, short, seed })
  },
}

/** Pen hatching, [H, W], 0 to 1: two directions, only where the wash alone would not be dark enough. */
function penOf(
  { width, height, label }: Picture,
  tone: Float32Array,
  short: number,
  seed: number,
): Float32Array {
  const out = new Float32Array(width * height)
  const flow = flowOf(tone, width, height, 1 / 160, 0.02)
  const bend = fieldOf(width, height, 0.02, (u, v) => 0.35 * noise2(seed + 21, u * 3, v * 3))
  const here = new Float64Array(2)
  for (const [from, turn, pitch] of [
    [0.5, 0, 0.0052],
    [0.68, 1.2, 0.0048],
  ] as const)
    hatch(out, label, width, height, {
      seed: seed + 31 + Math.round(turn * 10),
      length: 0.036,
      width: 0.00135,
      pitch,
      direction(x, y) {
        const i = (y | 0) * width + (x | 0)
        if (label[i] === LABEL.water) return 0.02
        flow.at(x, y, here)
        return -0.85 + turn + bend[i]! + 0.35 * here[1]!
      },
      pressure(x, y) {
        const i = (y | 0) * width + (x | 0)
        const asks = from + (label[i] === LABEL.ground ? 0.12 : 0)
        return tone[i]! < asks || label[i]! < 4 ? 0 : 0.75 + 0.5 * smoothstep(from, from + 0.3, tone[i]!)
      },
    })
  return out
}

interface Sheet {
  readonly tone: Float32Array
  readonly lines: Float32Array
  readonly pen: Float32Array
  readonly short: number
  readonly seed: number
}

function onPaper({ width, height, label }: Picture, { tone, lines, pen, short, seed }: Sheet): Float32Array {
  const tooth = toothOf(width, height, 0.0036, 9401)
  const bump = slopeOf(tooth, width, height)
  const soft = blur(tone, width, height, 0.0022 * short)
  const flowing = fieldOf(width, height, 0.006, (u, v) => fbm2(seed + 41, u * 4, v * 4, 4, 0.55))
  const wander = fieldOf(width, height, 0.004, (u, v) => fbm2(seed + 42, u * 16, v * 16, 3))
  const washes = new Float32Array(width * height)
  for (let i = 0; i < washes.length; i++) {
    const d = soft[i]! + 0.05 * wander[i]!
    const wet = label[i]! < 4 ? 0.16 : 0.035
    washes[i] =
      0.26 * smoothstep(0.17 - wet, 0.17 + wet, d) +
      0.3 * smoothstep(0.4 - wet, 0.4 + wet, d) +
      0.34 * smoothstep(0.62 - wet, 0.62 + wet, d)
  }
  const pooled = boxBlur(boxBlur(washes, width, height, 0.003 * short), width, height, 0.003 * short)
  const out = new Float32Array(width * height * 3)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const rim = washes[i]! - pooled[i]!
      const margin =
        Math.min(x, y, width - 1 - x, height - 1 - y) / short + 0.012 * wander[i]! + 0.006 * flowing[i]!
      const inside = smoothstep(0.018, 0.023, margin - 0.002 * tooth[i]!)
      const wash =
        clamp01(
          (washes[i]! * (0.92 + 0.3 * flowing[i]!) + 0.55 * (rim > 0 ? rim : 0)) * (1 - 0.14 * tooth[i]!),
        ) * inside
      const black = smoothstep(0.8, 0.86, soft[i]! + 0.03 * wander[i]!)
      const grip = clamp01(1.15 + 0.5 * tooth[i]!)
      const line =
        clamp01(Math.max(lines[i]! * grip, Math.min(1, pen[i]! * 0.9) * grip, black)) *
        smoothstep(0.006, 0.016, margin)
      const paper = 1 + 0.025 * bump[i]!
      for (let channel = 0; channel < 3; channel++) {
        const sheet = PAPER[channel]! * paper
        const washed = sheet * mix(1, WASH[channel]! + 0.06 * (1 - wash), wash)
        out[3 * i + channel] = clamp01(mix(washed, INK[channel]!, line))
      }
    }
  return out
}

import { LABEL } from '../frame.ts'
import { clamp, cos, sin } from '../math.ts'
import { fromOklab, toLinear, toEncoded, toOklab } from './kit/color.ts'
import { edgesOf } from './kit/edges.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

/** Cells across the shorter side, about: the number that makes a cell a whole number of pixels. */
const CELLS = 128

/** Hue in degrees, most chroma, and tones of each ramp. Dark tones turn towards blue, light ones towards yellow, as painters do. */
const RAMPS = [
  [5, 0.15, 8],
  [27, 0.17, 8],
  [45, 0.14, 8],
  [68, 0.13, 8],
  [90, 0.14, 8],
  [112, 0.12, 8],
  [135, 0.13, 9],
  [155, 0.11, 8],
  [185, 0.08, 8],
  [220, 0.09, 9],
  [245, 0.12, 10],
  [262, 0.15, 9],
  [290, 0.13, 8],
  [325, 0.14, 8],
  [30, 0.075, 8],
  [60, 0.07, 10],
  [85, 0.07, 9],
  [110, 0.075, 10],
  [135, 0.065, 10],
  [165, 0.05, 8],
  [225, 0.05, 10],
  [258, 0.07, 11],
  [300, 0.06, 8],
  [350, 0.06, 8],
  [60, 0.028, 10],
  [120, 0.03, 9],
  [250, 0.028, 12],
  [310, 0.025, 9],
] as const
const TAU = 6.283185307179586

/** The palette in Oklab, flat: fixed, so that a colour here never depends on what is drawn there. */
const PALETTE: Float32Array = palette()
function palette(): Float32Array {
  const out: number[] = []
  for (const [hue, chroma, tones] of RAMPS)
    for (let k = 0; k < tones; k++) {
      const share = k / (tones - 1)
      const L = 0.17 + 0.79 * share
      // From the blue of shade (260) to the yellow of light (95), by the shorter way round.
      const towards = share < 0.5 ? 260 : 95
      const turn = ((towards - hue + 540) % 360) - 180
      const angle = ((hue + turn * 0.22 * Math.abs(2 * share - 1)) / 360) * TAU
      const strength = chroma * (1 - 1.25 * (share - 0.5) * (share - 0.5) * 2)
      out.push(L, strength * cos(angle), strength * sin(angle))
    }
  for (let k = 0; k < 13; k++) out.push(0.1 + (0.895 * k) / 12, 0, k < 6 ? -0.01 : 0.003)
  return Float32Array.from(out)
}

const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

/**
 * Pixel art: about 128 cells across, each one colour of a fixed palette of ramps; skies and grounds are dithered in order, things get
 * a dark outline of their own hue, and single stray pixels are taken out.
 */
export const pixelArt: Styler = {
  name: 'pixel art',
  reach: 0.07,
  paint(picture) {
    const { width, height } = picture
    const cell = Math.max(1, Math.round(Math.min(width, height) / CELLS))
    // Texture finer than a cell would come out as noise.
    const color = smooth(picture.color, edgesOf(picture).walls, width, height, {
      radius: 0.9 * cell,
      tolerance: 0.11,
    })
    const board = shrinkPicture({ ...picture, color }, cell)
    crisp(board)
    outline(board)
    const chosen = choose(board)
    clean(chosen, board)
    return enlarge(chosen, board, cell, width, height)
  },
}

interface Board {
  readonly across: number
  readonly down: number
  readonly lab: Float32Array
  readonly label: Uint16Array
  readonly depth: Float32Array
  /** 1 where the cell is an outline. */
  readonly line: Uint8Array
}

/** Each cell takes the label that most of it has (things win at two fifths) and the mean colour of that part. */
function shrinkPicture({ width, height, color, label, depth }: Picture, cell: number): Board {
  const across = Math.ceil(width / cell)
  const down = Math.ceil(height / cell)
  const lab = new Float32Array(across * down * 3)
  const labels = new Uint16Array(across * down)
  const depths = new Float32Array(across * down)
  const counts = new Map<number, number>()
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      const x1 = Math.min(width, (i + 1) * cell)
      const y1 = Math.min(height, (j + 1) * cell)
      counts.clear()
      for (let y = j * cell; y < y1; y++)
        for (let x = i * cell; x < x1; x++) {
          const own = label[y * width + x]!
          counts.set(own, (counts.get(own) ?? 0) + (own >= 64 ? 1.4 : 1))
        }
      let best = 0
      let most = -1
      for (const [own, count] of counts)
        if (count > most || (count === most && own > best)) {
          most = count
          best = own
        }
      let r = 0
      let g = 0
      let b = 0
      let n = 0
      let d = Infinity
      for (let y = j * cell; y < y1; y++)
        for (let x = i * cell; x < x1; x++) {
          const k = y * width + x
          if (label[k] !== best) continue
          r += toLinear(color[3 * k]!)
          g += toLinear(color[3 * k + 1]!)
          b += toLinear(color[3 * k + 2]!)
          if (depth[k]! < d) d = depth[k]!
          n++
        }
      const at = j * across + i
      labels[at] = best
      depths[at] = d
      toOklab(toEncoded(r / n), toEncoded(g / n), toEncoded(b / n), lab, 3 * at)
    }
  return { across, down, lab, label: labels, depth: depths, line: new Uint8Array(across * down) }
}

/** More contrast between neighbours and purer colours: detail must survive in few pixels. */
function crisp({ across, down, lab }: Board): void {
  const before = lab.slice()
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const at = y * across + x
      let sum = 0
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        const nx = clamp(x + dx, 0, across - 1)
        const ny = clamp(y + dy, 0, down - 1)
        sum += before[3 * (ny * across + nx)]!
      }
      const L = before[3 * at]!
      const sharp = clamp(0.7 * (L - sum / 4), -0.12, 0.12)
      lab[3 * at] = clamp(L + sharp + 0.1 * (L - 0.55), 0, 1)
      lab[3 * at + 1] = before[3 * at + 1]! * 1.2
      lab[3 * at + 2] = before[3 * at + 2]! * 1.2
    }
}

/** Darkens the outermost cells of things, in their own hue turned to blue. */
function outline({ across, down, lab, label, depth, line }: Board): void {
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const at = y * across + x
      if (label[at]! < 64) continue
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        const nx = x + dx
        const ny = y + dy
        if (nx < 0 || ny < 0 || nx >= across || ny >= down) continue
        const other = ny * across + nx
        if (label[other] === label[at] || depth[other]! < depth[at]!) continue
        line[at] = 1
      }
      if (line[at] === 0) continue
      lab[3 * at] = lab[3 * at]! * 0.42 + 0.05
      lab[3 * at + 1] = lab[3 * at + 1]! * 0.75
      lab[3 * at + 2] = lab[3 * at + 2]! * 0.7 - 0.015
    }
}

function choose({ across, down, lab, label, line }: Board): Uint16Array {
  const chosen = new Uint16Array(across * down)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const at = y * across + x
      const own = label[at]!
      const strength =
        line[at] !== 0 ? 0 : own >= 64 || own === LABEL.building || own === LABEL.furniture ? 0.012 : 0.038
      const order = (BAYER[(y & 3) * 4 + (x & 3)]! + 0.5) / 16 - 0.5
      chosen[at] = nearest(
        lab[3 * at]! + strength * order,
        lab[3 * at + 1]!,
        lab[3 * at + 2]! + 0.25 * strength * order,
      )
    }
  return chosen
}

function nearest(L: number, a: number, b: number): number {
  let best = 0
  let least = 9
  for (let k = 0; k < PALETTE.length; k += 3) {
    const dL = PALETTE[k]! - L
    const da = PALETTE[k + 1]! - a
    const db = PALETTE[k + 2]! - b
    const distance = dL * dL + 3 * (da * da + db * db)
    if (distance < least) {
      least = distance
      best = k
    }
  }
  return best / 3
}

/** A cell with no neighbour of its colour, where most neighbours agree on another, joins them; stars and glitter stay. */
function clean(chosen: Uint16Array, { across, down, label, line }: Board): void {
  const before = chosen.slice()
  for (let y = 1; y + 1 < down; y++)
    for (let x = 1; x + 1 < across; x++) {
      const at = y * across + x
      const own = label[at]!
      if (own === LABEL.sky || own === LABEL.water || own === LABEL.moon || line[at] !== 0) continue
      const around = [
        at - 1,
        at + 1,
        at - across,
        at + across,
        at - across - 1,
        at - across + 1,
        at + across - 1,
        at + across + 1,
      ]
      if (around.some((other) => before[other] === before[at])) continue
      for (const other of around) {
        const same = around.filter((third) => before[third] === before[other] && label[third] === own).length
        if (same < 4) continue
        chosen[at] = before[other]!
        break
      }
    }
}

function enlarge(
  chosen: Uint16Array,
  { across }: Board,
  cell: number,
  width: number,
  height: number,
): Float32Array {
  const colors = new Float32Array(PALETTE.length)
  for (let k = 0; k < PALETTE.length; k += 3) {
    fromOklab(PALETTE[k]!, PALETTE[k + 1]!, PALETTE[k + 2]!, colors, k)
    // Whole bytes, so that no dither of the last stage touches them.
    for (let channel = 0; channel < 3; channel++)
      colors[k + channel] = Math.round(colors[k + channel]! * 255) / 255
  }
  const out = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * across
    for (let x = 0; x < width; x++) {
      const k = 3 * chosen[row + Math.floor(x / cell)]!
      const i = 3 * (y * width + x)
      out[i] = colors[k]!
      out[i + 1] = colors[k + 1]!
      out[i + 2] = colors[k + 2]!
    }
  }
  return out
}

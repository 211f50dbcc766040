import { COPIES, type Frame, thingLabel } from './frame.ts'
import { clamp01 } from './math.ts'

/** A colour picture of fewer pixels: [height, width, 4], the fourth the weight. */
interface Small {
  readonly width: number
  readonly height: number
  data: Float32Array
}

/** Means over blocks of `cell` pixels of what `weigh` lets through. */
function shrink(frame: Frame, cell: number, weigh: (pixel: number) => number): Small {
  const width = Math.ceil(frame.width / cell)
  const height = Math.ceil(frame.height / cell)
  const data = new Float32Array(width * height * 4)
  const { color } = frame
  for (let y = 0, p = 0; y < frame.height; y++) {
    const row = Math.floor(y / cell) * width
    for (let x = 0; x < frame.width; x++, p++) {
      const w = weigh(p)
      if (w <= 0) continue
      const o = (row + Math.floor(x / cell)) * 4
      data[o] = data[o]! + color[p * 3]! * w
      data[o + 1] = data[o + 1]! + color[p * 3 + 1]! * w
      data[o + 2] = data[o + 2]! + color[p * 3 + 2]! * w
      data[o + 3] = data[o + 3]! + w
    }
  }
  const norm = 1 / (cell * cell)
  for (let o = 0; o < data.length; o++) data[o] = data[o]! * norm
  return { width, height, data }
}

/** Values are kept as multiples of this: sums of them are exact, so a running sum has no memory of what it has passed. */
const GRAIN = 262144
const grained = (value: number): number => Math.round(value * GRAIN) / GRAIN

/** Three box blurs, nearly a Gaussian, with zero beyond the edges; `radius` in pixels of the small picture. */
function soften(small: Small, radius: number): void {
  const { width, height } = small
  for (let o = 0; o < small.data.length; o++) small.data[o] = grained(small.data[o]!)
  const r = Math.max(1, Math.round(radius))
  let from: Float32Array = small.data
  let to: Float32Array = new Float32Array(from.length)
  for (let n = 0; n < 3; n++) {
    runningMean(from, to, r, { count: width, step: 4, lines: height, jump: width * 4 })
    runningMean(to, from, r, { count: height, step: width * 4, lines: width, jump: 4 })
  }
  small.data = from
}

/** How to go through a picture: `count` pixels, `step` numbers apart, in each of so many `lines`, `jump` numbers apart. */
interface Path {
  readonly count: number
  readonly step: number
  readonly lines: number
  readonly jump: number
}

/** Means over 2r + 1 pixels along each line, zero beyond its ends. */
function runningMean(
  from: Float32Array,
  to: Float32Array,
  r: number,
  { count, step, lines, jump }: Path,
): void {
  const norm = 1 / (2 * r + 1)
  for (let line = 0; line < lines; line++)
    for (let channel = 0; channel < 4; channel++) {
      const base = line * jump + channel
      let sum = 0
      for (let k = 0; k < Math.min(r, count); k++) sum += from[base + k * step]!
      for (let k = 0; k < count; k++) {
        if (k + r < count) sum += from[base + (k + r) * step]!
        to[base + k * step] = grained(sum * norm)
        if (k - r >= 0) sum -= from[base + (k - r) * step]!
      }
    }
}

/** Value of a small picture at a full pixel, between its pixels. */
function between(small: Small, cell: number, x: number, y: number, out: Float32Array): void {
  const u = Math.max(0, Math.min(small.width - 1, (x + 0.5) / cell - 0.5))
  const v = Math.max(0, Math.min(small.height - 1, (y + 0.5) / cell - 0.5))
  const iu = u | 0
  const iv = v | 0
  const fu = u - iu
  const fv = v - iv
  const a = (iv * small.width + iu) * 4
  const b = iu + 1 < small.width ? a + 4 : a
  const down = iv + 1 < small.height ? small.width * 4 : 0
  const { data } = small
  for (let k = 0; k < 4; k++) {
    const top = data[a + k]! + (data[b + k]! - data[a + k]!) * fu
    const low = data[a + down + k]! + (data[b + down + k]! - data[a + down + k]!) * fu
    out[k] = top + (low - top) * fv
  }
}

/** How far the glow of a light can reach, as a share of the frame's height. */
export const BLOOM_REACH = 0.09

/** Light that the lens scatters around what is brighter than paper: suns, lamps, glitter, lightning. */
export function bloom(frame: Frame, strength: number): void {
  const { width, height, color } = frame
  const cell = Math.max(1, Math.round(height / 170))
  const bright = (p: number): number => {
    const peak = Math.max(color[p * 3]!, color[p * 3 + 1]!, color[p * 3 + 2]!)
    // Capped, so that one burnt-out pixel does not flood its surroundings.
    return peak > 0.95 ? ((peak - 0.95) / peak) * Math.min(1, 6 / peak) : 0
  }
  const near = shrink(frame, cell, bright)
  const wide: Small = { ...near, data: near.data.slice() }
  soften(near, (0.0055 * height) / cell)
  soften(wide, (0.024 * height) / cell)
  for (let o = 0; o < near.data.length; o++)
    near.data[o] = strength * (near.data[o]! * 0.3 + wide.data[o]! * 0.34)
  // Most of a picture glows nowhere: rows of dark cells are passed over.
  const glows = new Uint8Array(near.height)
  for (let row = 0, o = 0; row < near.height; row++)
    for (let k = 0; k < near.width; k++, o += 4) if (near.data[o + 3]! > 1e-5) glows[row] = 1
  const out = new Float32Array(4)
  for (let y = 0; y < height; y++) {
    const row = Math.min(near.height - 1, Math.max(0, Math.floor((y + 0.5) / cell - 0.5)))
    if (glows[row] === 0 && glows[Math.min(near.height - 1, row + 1)] === 0) continue
    for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
      between(near, cell, x, y, out)
      color[p] = color[p]! + out[0]!
      color[p + 1] = color[p + 1]! + out[1]!
      color[p + 2] = color[p + 2]! + out[2]!
    }
  }
}

/** What the lens is set to. */
export interface Focus {
  /** Metres up to which all is sharp. */
  readonly distance: number
  /** 0 all sharp, 1 the background melts. */
  readonly amount: number
  /** For each thing of the scene: 0 it stays sharp wherever it stands, 1 it melts as its surroundings do. */
  readonly things: readonly number[]
}

/**
 * Depth of field: what lies behind the sharp distance melts; subjects and what is nearer stay sharp and do not bleed into the
 * blur behind them.
 */
export function defocus(frame: Frame, { distance, amount: focus, things }: Focus): void {
  if (focus <= 0.02) return
  const { width, height, color, depth, label } = frame
  const cell = Math.max(1, Math.round(height / 320))
  const melts = new Float32Array(thingLabel(things.length, 0)).fill(1)
  for (const [index, melt] of things.entries())
    melts.fill(melt, thingLabel(index, 0), thingLabel(index, COPIES - 1) + 1)
  const behind = (p: number): number => {
    const blur = blurOf(depth[p]!, distance)
    return blur === 0 ? 0 : blur * melts[label[p]!]!
  }
  const shrunken = shrink(frame, cell, (p) => Math.min(1, behind(p) * 4))
  const levels = [0.003, 0.009, 0.02].map((radius) => {
    const small = { ...shrunken, data: shrunken.data.slice() }
    soften(small, (radius * focus * height) / cell)
    return small
  })
  const out = new Float32Array(4)
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      const blur = behind(p) * focus
      if (blur <= 0.01) continue
      const t = blur * 3
      const low = Math.min(2, Math.floor(t))
      const share = t - low
      const o = p * 3
      let [r, g, b] = [color[o]!, color[o + 1]!, color[o + 2]!]
      if (low > 0) {
        between(levels[low - 1]!, cell, x, y, out)
        if (out[3]! > 1e-4) [r, g, b] = [out[0]! / out[3]!, out[1]! / out[3]!, out[2]! / out[3]!]
      }
      const next = levels[Math.min(2, low)]!
      between(next, cell, x, y, out)
      const w = clamp01(share)
      if (out[3]! > 1e-4) {
        r += (out[0]! / out[3]! - r) * w
        g += (out[1]! / out[3]! - g) * w
        b += (out[2]! / out[3]! - b) * w
      }
      color[o] = r
      color[o + 1] = g
      color[o + 2] = b
    }
}

/** Share of the greatest blur at a depth: grows with the difference of the inverses, as in a lens. */
function blurOf(z: number, sharp: number): number {
  if (z <= sharp * 1.08) return 0
  const far = z === Infinity ? 0 : sharp / z
  return clamp01((1 - far) * 1.15 - 0.08)
}

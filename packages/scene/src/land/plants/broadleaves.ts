import { atan2, cos, mix, sin } from '../../math.ts'
import { random } from '../../noise.ts'
import { cushion, trunk } from './conifers.ts'
import { PART, type Sketch, newSketch, stroke } from './sketch.ts'

const TAU = 6.283185307179586

export interface Crown {
  /** Half the width of the crown and where it lies, in heights of the tree. */
  readonly wide: number
  readonly from: number
  readonly to: number
  readonly puffs: number
  /** Thickness of the stem. */
  readonly stem: number
  /** Share of the puffs' room that leaves fill: an airy birch 0.6, a dense lime 1. */
  readonly dense: number
  /** Length of a leaf, or of a spray of leaves. */
  readonly leaf: number
}
export const OAK: Crown = { wide: 0.42, from: 0.26, to: 1, puffs: 15, stem: 0.075, dense: 1, leaf: 0.02 }
export const LIME: Crown = { wide: 0.3, from: 0.2, to: 1, puffs: 14, stem: 0.05, dense: 1, leaf: 0.019 }
export const BIRCH: Crown = { wide: 0.2, from: 0.28, to: 1, puffs: 13, stem: 0.028, dense: 0.6, leaf: 0.016 }
export const POPLAR: Crown = { wide: 0.13, from: 0.06, to: 1, puffs: 20, stem: 0.03, dense: 0.9, leaf: 0.016 }
export const JUNGLE: Crown = { wide: 0.36, from: 0.6, to: 1, puffs: 12, stem: 0.045, dense: 1, leaf: 0.018 }

/** A tree with a crown of leaves: limbs that fork to puffs of foliage, each lit as a round body. */
export function broadleaf(seed: number, detail: number, crown: Crown, bare = false): Sketch {
  const sketch = newSketch()
  const lean = (random(seed, 1) - 0.5) * 0.1
  const split = mix(crown.from, crown.to, 0.2)
  trunk(sketch, seed, split + 0.06, crown.stem, lean * 0.5, 7)
  const leaf = Math.max(crown.leaf, 1.7 / detail)
  const middle = (crown.from + crown.to) / 2
  const half = (crown.to - crown.from) / 2
  for (let i = 0; i < crown.puffs; i++) {
    const t = (i + 0.5) / crown.puffs
    const v = 1 - 2 * t
    const turn = i * 2.399963 + random(seed, 2, i) * 1.3
    const ring = Math.sqrt(Math.max(0, 1 - v * v)) * (0.62 + 0.25 * random(seed, 3, i))
    const size = crown.wide * (0.4 + 0.22 * random(seed, 4, i)) * (1 - 0.2 * Math.abs(v))
    const high = Math.min(size * 0.85, half * 0.55)
    const cx = lean + ring * cos(turn) * crown.wide * 0.85
    const cy = middle + v * (half - high) + (random(seed, 5, i) - 0.5) * 0.05
    const cz = ring * sin(turn) * crown.wide * 0.85
    limb(sketch, seed + i, lean * 0.4, split, 0, cx, cy - high * 0.3, cz, crown.stem * 0.42)
    if (bare) twigs(sketch, seed + i * 31, cx, cy, cz, size, detail)
    else cushion(sketch, seed + i * 37, cx, cy, cz, size, high, leaf, crown.dense)
  }
  if (!bare) shadeInside(sketch, lean, middle, crown.wide, half)
  return sketch
}

/** A bent limb from the stem to a puff. */
function limb(
  sketch: Sketch,
  seed: number,
  x: number,
  y: number,
  z: number,
  tx: number,
  ty: number,
  tz: number,
  width: number,
): void {
  const pieces = 4
  let px = x
  let py = y
  for (let k = 1; k <= pieces; k++) {
    const u = k / pieces
    const nx = mix(x, tx, u) + (random(seed, 41, k) - 0.5) * 0.03 * (k < pieces ? 1 : 0)
    const ny = mix(y, ty, u * u * 0.4 + u * 0.6)
    const dx = nx - px
    const dy = ny - py
    const length = Math.sqrt(dx * dx + dy * dy)
    stroke(sketch, {
      x: (px + nx) / 2,
      y: (py + ny) / 2,
      depth: mix(z, tz, u) * 0.6 - 0.03,
      length: length * 1.25 + 0.004,
      width: width * mix(1, 0.4, u),
      angle: atan2(dy, dx),
      normal: [0, 0.3, 1],
      open: 0.5,
      hue: (random(seed, 42, k) - 0.5) * 0.6,
      part: PART.bark,
    })
    px = nx
    py = ny
  }
}

/** The bare twigs of a puff in winter. */
function twigs(
  sketch: Sketch,
  seed: number,
  cx: number,
  cy: number,
  cz: number,
  size: number,
  detail: number,
): void {
  const count = Math.round(mix(6, 34, Math.min(1, detail / 350)))
  for (let k = 0; k < count; k++) {
    const up = 0.5 + (random(seed, 51, k) - 0.5) * 2.6
    const length = size * (0.5 + 0.7 * random(seed, 52, k))
    const dx = sin(up - 0.5) * length * 0.5 + (random(seed, 53, k) - 0.5) * size * 0.9
    const dy = (random(seed, 54, k) - 0.25) * size * 0.9
    stroke(sketch, {
      x: cx + dx,
      y: cy + dy,
      depth: cz + (random(seed, 55, k) - 0.5) * size,
      length,
      width: 0.0035 + 0.003 * random(seed, 56, k),
      angle: TAU / 4 - (up - 0.5) * 0.9,
      normal: [0, 0.6, 0.8],
      open: 0.8,
      hue: random(seed, 57, k) - 0.5,
      part: PART.bark,
      pointed: 1,
    })
  }
}

/** Leaves deep in the crown and under it get less sky. */
function shadeInside(sketch: Sketch, cx: number, cy: number, wide: number, half: number): void {
  const { strokes } = sketch
  for (let k = 0; k < strokes.length; k += 13) {
    const dx = (strokes[k]! - cx) / wide
    const dy = (strokes[k + 1]! - cy) / half
    const dz = strokes[k + 2]! / wide
    const d = Math.sqrt(dx * dx + dy * dy + dz * dz)
    const outer = Math.min(1, Math.max(0, (d - 0.25) * 1.3))
    strokes[k + 10] =
      strokes[k + 10]! * mix(0.3, 1, outer) * mix(0.72, 1, Math.min(1, Math.max(0, dy * 0.5 + 0.5)))
    // The crown is one round body before it is many leaves.
    strokes[k + 7] = strokes[k + 7]! * 0.6 + dx * 0.4
    strokes[k + 8] = strokes[k + 8]! * 0.6 + dy * 0.4
    strokes[k + 9] = strokes[k + 9]! * 0.6 + dz * 0.4
  }
}

/** A bush: puffs on the ground. */
export function bush(seed: number, detail: number): Sketch {
  const sketch = newSketch()
  const puffs = 7
  const leaf = Math.max(0.055, 1.7 / detail)
  for (let i = 0; i < puffs; i++) {
    const turn = i * 2.399963 + random(seed, 1)
    const far = i === 0 ? 0 : 0.38 + 0.2 * random(seed, 2, i)
    const size = 0.36 + 0.16 * random(seed, 3, i)
    cushion(
      sketch,
      seed + i * 37,
      cos(turn) * far,
      size * 0.75 + (i === 0 ? 0.12 : 0),
      sin(turn) * far,
      size,
      size * 0.8,
      leaf,
      1,
    )
  }
  shadeInside(sketch, 0, 0.45, 0.85, 0.6)
  return sketch
}

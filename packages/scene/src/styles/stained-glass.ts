import { LABEL } from '../frame.ts'
import { clamp, clamp01, cos, sin, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { fromOklab, lumaOf, oklabOf } from './kit/color.ts'
import { bumpOf, darkLines, edgesOf, looseOf } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

/** Side of the widest piece, and how often it may be halved where there is detail. */
const WIDEST = 0.13
const HALVINGS = 2
const LEAD = [0.055, 0.055, 0.062] as const

/**
 * A leaded window: pieces of glass cut along the edges of everything, each of one deep colour with streaks, waves and seeds of its
 * own, held by rounded lead that is thicker round things; light comes from behind, spills over the lead, and faces are painted on.
 */
export const stainedGlass: Styler = {
  name: 'stained glass',
  reach: 0.3,
  paint(picture, seed) {
    const { width, height } = picture
    const short = Math.min(width, height)
    const { outline, walls } = edgesOf(picture)
    const even = smooth(picture.color, walls, width, height, {
      radius: 0.012 * short,
      tolerance: 0.12,
      loose: looseOf(picture),
      slack: 3,
    })
    const places = placesOf({ ...picture, color: even }, outline, short, seed)
    const cells = spread(places, walls, width, height)
    const glass = glassOf(picture, cells, places, short, seed)
    const lead = leadOf(cells, outline, width, height, short)
    return glaze(picture, { glass, lead, short })
  },
}

/** Where pieces grow from, x and y by turns, in pixels: closer together where there is detail. */
function placesOf(
  { width, height, label, color }: Picture,
  outline: Float32Array,
  short: number,
  seed: number,
): number[] {
  const luma = blur(lumaOf(color), width, height, 0.003 * short)
  const places: number[] = []
  const finest = WIDEST / (1 << HALVINGS)
  const split = (i: number, j: number, side: number, deep: number): void => {
    const x0 = Math.floor(i * side * short)
    const y0 = Math.floor(j * side * short)
    const x1 = Math.min(width, Math.floor((i + 1) * side * short))
    const y1 = Math.min(height, Math.floor((j + 1) * side * short))
    if (x0 >= x1 || y0 >= y1) return
    let sum = 0
    let low = 9
    let high = -9
    let thing = 0
    const step = Math.max(1, Math.floor(side * short * 0.04))
    let n = 0
    for (let y = y0; y < y1; y += step)
      for (let x = x0; x < x1; x += step) {
        const k = y * width + x
        const value = luma[k]!
        if (value < low) low = value
        if (value > high) high = value
        if (outline[k]! > 0.5) sum++
        if (label[k]! >= 64 || label[k] === LABEL.building) thing++
        n++
      }
    const busy = (high - low) * 0.7 + Math.min(0.3, (sum / n) * 4) + (thing > 0.3 * n ? 0.11 : 0)
    if (side > finest * 1.01 && deep < HALVINGS && busy > 0.3 + 0.13 * deep) {
      for (let k = 0; k < 4; k++) split(2 * i + (k & 1), 2 * j + (k >> 1), side / 2, deep + 1)
      return
    }
    const x = (i + 0.18 + 0.64 * random(seed, i, j, deep)) * side * short
    const y = (j + 0.18 + 0.64 * random(seed + 1, i, j, deep)) * side * short
    places.push(clamp(Math.floor(x), 0, width - 1), clamp(Math.floor(y), 0, height - 1))
  }
  for (let j = 0; j < Math.ceil(height / (WIDEST * short)); j++)
    for (let i = 0; i < Math.ceil(width / (WIDEST * short)); i++) split(i, j, WIDEST, 0)
  return places
}

/**
 * Index of the piece of each pixel, [H, W]: the nearest place that can be reached without leaving its part of the picture, by two passes of vector
 * propagation (P.-E. Danielsson, "Euclidean distance mapping"). Slivers without a place of their own join a neighbour.
 */
function spread(places: readonly number[], walls: Uint8Array, width: number, height: number): Int32Array {
  const owner = new Int32Array(width * height).fill(-1)
  const distance = new Float32Array(width * height).fill(Infinity)
  for (let k = 0; k < places.length; k += 2) {
    const at = places[k + 1]! * width + places[k]!
    owner[at] = k / 2
    distance[at] = 0
  }
  const relax = (i: number, x: number, y: number, other: number): void => {
    const piece = owner[other]!
    if (piece < 0) return
    const dx = x - places[2 * piece]!
    const dy = y - places[2 * piece + 1]!
    const squared = dx * dx + dy * dy
    if (squared < distance[i]! || (squared === distance[i]! && piece < owner[i]!)) {
      distance[i] = squared
      owner[i] = piece
    }
  }
  const sweep = (strict: boolean): void => {
    const open = (i: number, bit: number): boolean => !strict || (walls[i]! & bit) === 0
    for (let y = 0; y < height; y++) {
      const start = y * width
      for (let x = 0; x < width; x++) {
        const i = start + x
        if (y > 0 && open(i - width, 2)) relax(i, x, y, i - width)
        if (x > 0 && open(i - 1, 1)) relax(i, x, y, i - 1)
      }
      for (let x = width - 2; x >= 0; x--) if (open(start + x, 1)) relax(start + x, x, y, start + x + 1)
    }
    for (let y = height - 2; y >= 0; y--) {
      const start = y * width
      for (let x = width - 1; x >= 0; x--) {
        const i = start + x
        if (open(i, 2)) relax(i, x, y, i + width)
        if (x + 1 < width && open(i, 1)) relax(i, x, y, i + 1)
      }
      for (let x = 1; x < width; x++) if (open(start + x - 1, 1)) relax(start + x, x, y, start + x - 1)
    }
  }
  sweep(true)
  sweep(true)
  if (owner.includes(-1)) {
    // Only what has no piece yet may look across an edge.
    for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) distance[i] = -1
    sweep(false)
  }
  return owner
}

/** Colour of the glass, [H, W, 3] encoded sRGB, with its texture. */
function glassOf(
  { width, height, color, label }: Picture,
  cells: Int32Array,
  places: readonly number[],
  short: number,
  seed: number,
): Float32Array {
  const count = places.length / 2
  const lab = oklabOf(color)
  const sums = new Float64Array(count * 4)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const at = 4 * cells[i]!
      sums[at] = sums[at]! + lab[3 * i]!
      sums[at + 1] = sums[at + 1]! + lab[3 * i + 1]!
      sums[at + 2] = sums[at + 2]! + lab[3 * i + 2]!
      sums[at + 3] = sums[at + 3]! + 1
    }
  const waves = fieldOf(
    width,
    height,
    0.003,
    (u, v) => noise2(seed + 31, u * 38, v * 38) + 0.5 * noise2(seed + 32, u * 90, v * 90),
  )
  const cloudy = fieldOf(width, height, 0.004, (u, v) => fbm2(seed + 33, u * 15, v * 15, 3))
  const out = new Float32Array(color.length)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const at = 4 * cells[i]!
      const n = sums[at + 3]!
      // By the place that it grew from: a piece that loses a corner to a neighbour stays the same glass.
      const mx = places[2 * cells[i]!]!
      const my = places[2 * cells[i]! + 1]!
      const key = Math.round((mx / short) * 500) * 4099 + Math.round((my / short) * 500)
      const angle = 6.2831853 * random(seed + 41, key)
      const u = ((x - mx) * cos(angle) + (y - my) * sin(angle)) / short
      const v = ((y - my) * cos(angle) - (x - mx) * sin(angle)) / short
      const streak = noise2(seed + 42 + (key & 63), u * 14, v * 90)
      // Sheets of the same colour differ: thicker here, older there.
      const tint = 0.09 * (random(seed + 43, key) - 0.5)
      const thin = 0.035 * streak + 0.022 * cloudy[i]! + 0.018 * waves[i]!
      const mean = sums[at]! / n
      // Part of the picture is kept as painting on the glass: all of a face, a hint of a cloud.
      const keep = label[i]! >= 64 || label[i] === LABEL.building || label[i] === LABEL.furniture ? 0.85 : 0.3
      const L0 = mean + keep * (lab[3 * i]! - mean)
      const meanA = sums[at + 1]! / n
      const meanB = sums[at + 2]! / n
      const L = 0.14 + 0.86 * clamp01(L0 + tint + thin)
      const chroma = 1.5 * (1 + 0.3 * thin)
      fromOklab(
        L,
        (meanA + keep * (lab[3 * i + 1]! - meanA)) * chroma + 0.03 * (random(seed + 44, key) - 0.5),
        (meanB + keep * (lab[3 * i + 2]! - meanB)) * chroma + 0.04 * (random(seed + 45, key) - 0.5),
        out,
        3 * i,
      )
    }
  return out
}

interface Lead {
  /** 0 glass to 1 lead, and the height of its round back. */
  readonly cover: Float32Array
  readonly back: Float32Array
}

function leadOf(
  cells: Int32Array,
  outline: Float32Array,
  width: number,
  height: number,
  short: number,
): Lead {
  const thin = new Float32Array(cells.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const edge =
        (x + 1 < width && cells[i + 1] !== cells[i]) || (y + 1 < height && cells[i + width] !== cells[i])
      if (edge) thin[i] = outline[i]! > 0.5 ? 1.35 : 1
    }
  const bump = bumpOf(thin, width, height, Math.max(1.2, 0.0052 * short))
  const cover = new Float32Array(cells.length)
  const soft = 0.35 / Math.max(1, 0.0022 * short)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const rim = Math.min(x, y, width - 1 - x, height - 1 - y) / (0.011 * short)
      if (rim < 1.6) bump[i] = Math.max(bump[i]!, 1.5 - rim)
      cover[i] = smoothstep(0.5 - soft, 0.5 + soft, bump[i]!)
    }
  return { cover, back: bump }
}

function glaze(
  picture: Picture,
  { glass, lead, short }: { glass: Float32Array; lead: Lead; short: number },
): Float32Array {
  const { width, height, label, color } = picture
  const { cover, back } = lead
  const painted = darkLines(lumaOf(color), width, height, Math.max(0.7, 0.0018 * short))
  const out = new Float32Array(glass.length)
  const glow: Float32Array[] = []
  for (let channel = 0; channel < 3; channel++) {
    const plane = new Float32Array(width * height)
    for (let i = 0; i < plane.length; i++) plane[i] = glass[3 * i + channel]! * (1 - cover[i]!)
    const r = 0.012 * short
    glow.push(boxBlur(boxBlur(plane, width, height, r), width, height, r))
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const slope = back[i]! - back[i - (x > 0 ? 1 : 0) - (y > 0 ? width : 0)]!
      const shine = clamp01(slope * short * 0.016) * 0.28 + 0.03 * clamp01(back[i]! - 0.6)
      // Glass is darker under the edge of the lead, where putty and dirt collect.
      const dirt = 1 - 0.45 * smoothstep(0.12, 0.5, back[i]!)
      const own = label[i]!
      const asks = own >= 64 || own === LABEL.building || own === LABEL.furniture ? 1 : 0
      const paint = asks * smoothstep(0.02, 0.07, painted[i]!) * 0.9
      for (let channel = 0; channel < 3; channel++) {
        const g = glass[3 * i + channel]! * dirt * (1 - paint)
        const spill = glow[channel]![i]!
        const lit = clamp01(g * (0.9 + 0.28 * spill) + 0.05 * spill)
        const metal = LEAD[channel]! + shine + 0.1 * spill
        out[3 * i + channel] = clamp01(lit + (metal - lit) * cover[i]!)
      }
    }
  return out
}

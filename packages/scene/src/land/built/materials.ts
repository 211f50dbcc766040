import type { Rgb } from '../../light.ts'
import { clamp01, exp, mix, smoothstep } from '../../math.ts'
import { random } from '../../noise.ts'
import { mixRgb, srgb } from '../../sky/color.ts'
import { crag, look, mottle } from '../texture.ts'
import { blend, dim, type Hit, tint } from './solid.ts'

/** One sample of a texture, used at once. */
const scratch = new Float64Array(3)
/** Fractal noise, -1 to 1 about, one large feature a metre times `size`, already as smooth as the pixel. */
export function cloudy(hit: Hit, u: number, v: number, size: number): number {
  look(mottle, u / (8 * size), v / (8 * size), hit.pixel / (8 * size), scratch)
  return scratch[0]!
}
/** The same with sharp crests; also bends the normal by `relief` (metres) when u, v are x and z of a floor. */
export function ridged(hit: Hit, u: number, v: number, size: number): number {
  look(crag, u / (8 * size), v / (8 * size), hit.pixel / (8 * size), scratch)
  return scratch[0]!
}
/** Share of a line of that width around 0 that a pixel sees; `distance` and `width` in metres. */
export function lineAt(distance: number, width: number, pixel: number): number {
  const d = distance < 0 ? -distance : distance
  const soft = pixel * 0.7
  const cover = clamp01((width / 2 - d) / soft + 0.5)
  return width < pixel ? cover * (width / pixel) : cover
}
/** Distance to the nearest multiple of `period`. */
export function toMultiple(value: number, period: number): number {
  const t = value / period
  return (t - Math.floor(t + 0.5)) * period
}

export interface Wood {
  readonly light: Rgb
  readonly dark: Rgb
  /** Width of a board; 0 is one solid piece. */
  readonly board: number
  readonly length: number
  readonly gloss: number
}
export const OAK: Wood = {
  light: srgb('#c89a66'),
  dark: srgb('#8a5a30'),
  board: 0.16,
  length: 1.6,
  gloss: 0.5,
}
export const WALNUT: Wood = {
  light: srgb('#85583a'),
  dark: srgb('#472b1a'),
  board: 0.14,
  length: 1.5,
  gloss: 0.5,
}
export const PINE: Wood = {
  light: srgb('#dcb583'),
  dark: srgb('#b07f4a'),
  board: 0.14,
  length: 2.2,
  gloss: 0.35,
}
export const ASH: Wood = {
  light: srgb('#cdb79a'),
  dark: srgb('#9c8466'),
  board: 0.18,
  length: 1.8,
  gloss: 0.4,
}
export const CHERRY: Wood = {
  light: srgb('#a5613c'),
  dark: srgb('#66321d'),
  board: 0.12,
  length: 1.2,
  gloss: 0.6,
}

/**
 * Wood with the grain along u: rings cut lengthwise (cathedrals where the cut is near the heart), pores, and a different board every
 * `board` metres of v. Sets colour and gloss.
 */
export function wood(hit: Hit, kind: Wood, u: number, v: number, seed: number): void {
  const { board, length } = kind
  const { pixel } = hit
  let row = 0
  let column = 0
  let seam = 0
  let across = v
  if (board > 0) {
    row = Math.floor(v / board)
    across = v - (row + 0.5) * board
    const shifted = u + random(seed, row, 1) * length
    column = Math.floor(shifted / length)
    const gap = 0.0022
    seam = Math.max(lineAt(toMultiple(v, board), gap, pixel), lineAt(toMultiple(shifted, length), gap, pixel))
  }
  const key = seed + row * 131 + column * 17
  // The heart of the tree lies somewhere under the board, and wanders.
  const heart = (random(key, 2) - 0.5) * 0.24
  const under = 0.03 + 0.09 * random(key, 3)
  const ou = u + 13 * random(key, 4)
  const wander = 0.035 * cloudy(hit, ou * 0.35, across * 2 + 7 * random(key, 5), 0.5)
  const d = across - heart + wander
  const radius = Math.sqrt(d * d + under * under) + 0.12 * wander * wander
  const rings = radius / 0.0105
  const ring = rings - Math.floor(rings)
  const clear = clamp01(1.4 - pixel / 0.004)
  // Slow spring wood, then a dark line of late wood, then a sharp edge.
  const late = clear * (ring * ring * ring * (ring < 0.93 ? 1 : (1 - ring) / 0.07))
  const fibre = cloudy(hit, ou * 0.12, across * 3.2, 0.05)
  const pore = clamp01(cloudy(hit, ou * 0.5, across * 11, 0.06) * 3 - 1.15) * clear
  const tone = clamp01(0.3 + 0.42 * late + 0.24 * fibre + 3 * wander)
  const piece = 0.86 + 0.28 * random(key, 6)
  tint(hit, kind.light, piece)
  blend(hit, kind.dark, tone, piece)
  if (pore > 0) dim(hit, 1 - 0.35 * pore)
  if (seam > 0) dim(hit, 1 - 0.7 * seam)
  hit.gloss = kind.gloss * (1 - 0.6 * seam) * (0.8 + 0.2 * fibre)
}

/** Painted plaster: nearly even, with the clouds of a roller and a fine tooth. */
export function plaster(hit: Hit, color: Rgb, seed: number): void {
  const u = hit.u + (seed & 63)
  tint(hit, color, 1 + 0.04 * cloudy(hit, u, hit.v, 0.7))
}

/** Square or brick-laid tiles with joints and a glaze; u and v in metres. */
export function tiles(
  hit: Hit,
  u: number,
  v: number,
  kind: {
    readonly color: Rgb
    readonly joint: Rgb
    readonly width: number
    readonly height: number
    readonly shift: number
    readonly gloss: number
    readonly second?: Rgb
  },
  seed: number,
): void {
  const row = Math.floor(v / kind.height)
  const su = u + (row & 1) * kind.shift * kind.width
  const column = Math.floor(su / kind.width)
  const one = random(seed, row, column)
  const color = kind.second !== undefined && ((row + column) & 1) === 1 ? kind.second : kind.color
  tint(hit, color, 0.93 + 0.14 * one + 0.03 * cloudy(hit, u, v, 0.2))
  const joint = Math.max(
    lineAt(toMultiple(v, kind.height), 0.006, hit.pixel),
    lineAt(toMultiple(su, kind.width), 0.006, hit.pixel),
  )
  if (joint > 0) blend(hit, kind.joint, joint)
  hit.gloss = kind.gloss * (1 - joint)
}

/** Veined marble. */
export function marble(hit: Hit, u: number, v: number, base: Rgb, vein: Rgb, seed: number): void {
  const o = (seed & 127) * 0.37
  const warpU = 0.16 * cloudy(hit, u + o, v, 0.5)
  const warpV = 0.16 * cloudy(hit, u, v + o, 0.5)
  const line = ridged(hit, u + warpU + o, (v + warpV) * 0.6, 0.55)
  const fine = ridged(hit, u * 1.7 + warpV, v * 1.3 + warpU + o, 0.2)
  const cloud = cloudy(hit, u, v + o, 0.8)
  tint(hit, base, 1 + 0.05 * cloud)
  blend(
    hit,
    vein,
    clamp01(0.6 * smoothstep(0.3, 0.8, line) + 0.3 * smoothstep(0.35, 0.9, fine) + 0.06 * cloud),
  )
  hit.gloss = 0.9
}

/** Woven or knitted cloth: threads where they can be seen, soft folds of tone where not. */
export function cloth(hit: Hit, u: number, v: number, color: Rgb, thread: number, seed: number): void {
  const clear = clamp01(1.6 - (2.2 * hit.pixel) / thread)
  let weave = 0
  if (clear > 0) {
    const tu = toMultiple(u, thread) / thread
    const tv = toMultiple(v, thread) / thread
    const over = (Math.floor(u / thread + 0.5) + Math.floor(v / thread + 0.5)) & 1
    weave = clear * (over === 1 ? 1 - 4 * tu * tu : 1 - 4 * tv * tv)
  }
  const soft = cloudy(hit, u + seed, v, 0.35)
  const fuzz = cloudy(hit, u * 4, v * 4 + seed, 0.06)
  tint(hit, color, 0.9 + 0.16 * weave + 0.06 * soft + 0.05 * fuzz)
}

/** Brick wall in running bond. */
export function brick(hit: Hit, u: number, v: number, color: Rgb, mortar: Rgb, seed: number): void {
  const h = 0.075
  const w = 0.24
  const row = Math.floor(v / h)
  const su = u + (row & 1) * 0.5 * w
  const column = Math.floor(su / w)
  const one = random(seed, row, column)
  const other = random(seed, row, column, 7)
  const rough = cloudy(hit, u * 2, v * 2, 0.09)
  tint(hit, color, 0.72 + 0.5 * one + 0.14 * rough)
  hit.red *= 0.94 + 0.12 * other
  const joint = Math.max(
    lineAt(toMultiple(v, h), 0.011, hit.pixel),
    lineAt(toMultiple(su, w), 0.011, hit.pixel),
  )
  blend(hit, mortar, joint)
  dim(hit, 1 + 0.08 * cloudy(hit, u, v, 1.2))
}

/** Carpet with a border and a pattern of its own; u and v from -1 to 1 across it, `half` its half sizes in metres. */
export function rug(
  hit: Hit,
  u: number,
  v: number,
  half: readonly [number, number],
  colors: readonly [Rgb, Rgb, Rgb],
  seed: number,
): void {
  const du = (1 - Math.abs(u)) * half[0]
  const dv = (1 - Math.abs(v)) * half[1]
  const edge = Math.min(du, dv)
  const x = u * half[0]
  const y = v * half[1]
  tint(hit, mixRgb(colors[0], colors[1], 0.35))
  const kind = seed % 3
  if (kind === 0) {
    // Diamonds within diamonds.
    const m = Math.abs(toMultiple(x, 0.5)) + Math.abs(toMultiple(y, 0.5))
    blend(hit, colors[1], 0.7 * lineAt(m - 0.25, 0.045, hit.pixel))
    blend(hit, colors[2], 0.45 * clamp01((0.06 - m) / hit.pixel + 0.5))
  } else if (kind === 1) {
    // Broad stripes.
    const s = Math.sqrt(x * x * 0.4 + y * y)
    blend(hit, colors[1], 0.7 * lineAt(toMultiple(s, 0.24), 0.07, hit.pixel))
    blend(hit, colors[2], 0.4 * lineAt(toMultiple(s + 0.12, 0.48), 0.025, hit.pixel))
  } else {
    blend(hit, colors[1], 0.5 * clamp01(0.5 + 1.2 * cloudy(hit, x, y, 0.4)))
    blend(
      hit,
      colors[2],
      0.4 * lineAt(toMultiple(x + 0.06 * cloudy(hit, x, y * 2, 0.4), 0.2), 0.012, hit.pixel),
    )
  }
  blend(hit, colors[1], lineAt(edge - 0.13, 0.1, hit.pixel))
  blend(hit, colors[2], 0.7 * lineAt(edge - 0.04, 0.025, hit.pixel))
  const pile = cloudy(hit, x * 3, y * 3, 0.045)
  dim(hit, 0.92 + 0.16 * pile)
}

/** Light of a lampshade or a flame from its middle, by distance in units of its size. */
export const falloff = (distance: number): number => exp(-distance * distance)
export const warmth = (share: number): Rgb => [1, mix(0.85, 0.62, share), mix(0.66, 0.3, share)]

import type { Rgb } from '../../light.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { noise2, random } from '../../noise.ts'
import { mixRgb, srgb } from '../../sky/color.ts'
import { brick, cloudy, lineAt, ridged, toMultiple, wood, PINE } from './materials.ts'
import { blend, dim, type Hit, type Paint, tint } from './solid.ts'

/** How the front of a house looks. Metres. */
export interface Front {
  readonly wall: 'plaster' | 'brick' | 'stone' | 'boards' | 'glass'
  readonly color: Rgb
  readonly trim: Rgb
  readonly floor: number
  readonly bay: number
  readonly window: readonly [wide: number, tall: number]
  /** Height of a ground floor with a shop or a door; 0 for neither. */
  readonly ground: number
  readonly shop: boolean
  readonly shutters: Rgb | null
  readonly awning: Rgb | null
  readonly boxes: boolean
  /** 0 day to 1 night, and share of windows that are lit then. */
  readonly night: number
  readonly lit: number
  readonly snow: number
  readonly seed: number
}

/** Colour and glow of a front at (u, v): u along it from 0 to `long`, v up from the street to `tall`. */
export function front(hit: Hit, u: number, v: number, long: number, tall: number, house: Front): void {
  wallOf(hit, u, v, house)
  // Street dirt below, streaks of rain, shade under the eaves.
  dim(hit, 1 - 0.22 * smoothstep(0.9, 0, v) - 0.3 * smoothstep(0.5, 0, tall - v))
  if (house.wall !== 'glass') dim(hit, 1 - 0.09 * clamp01(noise2(house.seed + 5, u * 3, v * 0.25) + 0.2))
  if (house.ground > 0 && v < house.ground) {
    streetLevel(hit, u, v, long, house)
    return
  }
  const bays = Math.max(1, Math.round(long / house.bay))
  const bay = long / bays
  const above = v - house.ground
  const storey = Math.floor(above / house.floor)
  if ((storey + 0.86) * house.floor > tall - house.ground) return
  // A band of stone at each floor.
  if (
    house.wall !== 'glass' &&
    storey >= 0 &&
    above - storey * house.floor < 0.12 &&
    house.wall !== 'boards'
  ) {
    tint(hit, house.trim, 0.95 - 0.25 * smoothstep(0.1, 0, above - storey * house.floor))
    hit.part = 1
    return
  }
  const k = Math.floor(u / bay)
  const du = u - (k + 0.5) * bay
  const dv = above - storey * house.floor - house.floor * (house.wall === 'glass' ? 0.06 : 0.3)
  opening(hit, du, dv, {
    house,
    wide: Math.min(house.window[0], bay * (house.wall === 'glass' ? 0.96 : 0.72)),
    tall: house.window[1],
    key: house.seed * 7 + k * 31 + storey * 977,
  })
}

function wallOf(hit: Hit, u: number, v: number, { wall, color, seed }: Front): void {
  if (wall === 'brick') brick(hit, u + 40, v, color, mixRgb(color, [0.6, 0.58, 0.55], 0.6), seed)
  else if (wall === 'stone') {
    const row = Math.floor(v / 0.34)
    const su = u + 0.3 * (row & 1) + 40
    const column = Math.floor(su / 0.62)
    tint(hit, color, 0.84 + 0.26 * random(seed, row, column) + 0.1 * ridged(hit, u, v, 0.3))
    dim(
      hit,
      1 -
        0.32 *
          Math.max(
            lineAt(toMultiple(v, 0.34), 0.016, hit.pixel),
            lineAt(toMultiple(su, 0.62), 0.016, hit.pixel),
          ),
    )
  } else if (wall === 'boards') {
    wood(
      hit,
      {
        ...PINE,
        light: color,
        dark: mixRgb(color, [0.1, 0.08, 0.06], 0.35),
        board: 0.16,
        length: 40,
        gloss: 0,
      },
      u + 40,
      v,
      seed,
    )
    hit.ny += 0.25 * (toMultiple(v, 0.16) / 0.08)
  } else if (wall === 'glass') {
    tint(hit, color, 1)
  } else tint(hit, color, 1 + 0.06 * cloudy(hit, u, v, 1.3) + 0.03 * ridged(hit, u, v, 0.35))
}

interface Opening {
  readonly house: Front
  readonly wide: number
  readonly tall: number
  readonly key: number
}
/** A window round (0, tall / 2): frame, bars, sill, lintel, shutters, flower box; glass set back in the wall. */
function opening(hit: Hit, du: number, dv: number, { house, wide, tall, key }: Opening): void {
  const half = wide / 2
  const trim = 0.11
  const glassWall = house.wall === 'glass'
  const side = Math.abs(du)
  if (!glassWall) {
    if (side < half + 0.16 && dv > -0.12 && dv < 0) {
      tint(hit, house.snow > 0.3 && dv > -0.06 ? [0.9, 0.92, 0.96] : house.trim, 1.02)
      hit.part = 2
      if (house.boxes) flowers(hit, du, dv, house, key)
      return
    }
    if (house.boxes && side < half + 0.1 && dv >= 0 && dv < 0.2 && flowers(hit, du, dv, house, key)) return
    if (side < half + trim && dv > tall && dv < tall + 0.18) {
      tint(hit, house.trim, 0.98)
      hit.part = 2
      return
    }
    // Under the sill the wall is in shade.
    if (side < half + 0.16 && dv > -0.26 && dv <= -0.12) dim(hit, 0.8)
    if (
      house.shutters !== null &&
      side > half + 0.02 &&
      side < half + 0.02 + half * 0.98 &&
      dv > -0.02 &&
      dv < tall + 0.02
    ) {
      const slat = toMultiple(dv, 0.06) / 0.03
      tint(hit, house.shutters, 0.92 + 0.12 * slat * clamp01(1.5 - hit.pixel * 60))
      dim(hit, 1 - 0.4 * lineAt(side - half * 1.51, 0.015, hit.pixel))
      hit.part = 3
      return
    }
  }
  if (side > half || dv < 0 || dv > tall) return
  // Look into the reveal: the glass lies 12 cm behind the wall.
  const deep = glassWall ? 0.02 : 0.12
  const into = hit.face === 4 || hit.face === 5 ? hit.rz : hit.face === 0 ? hit.rx : -hit.rx
  const aside = (hit.face === 4 || hit.face === 5 ? hit.rx : hit.rz) / Math.max(0.05, Math.abs(into))
  const rise = hit.ry / Math.max(0.05, Math.abs(into))
  const gu = du + aside * deep
  const gv = dv + rise * deep
  if (gu < -half || gu > half || gv < 0 || gv > tall) {
    dim(hit, gv > tall ? 0.42 : 0.72)
    hit.part = 4
    return
  }
  const edge = Math.min(half - Math.abs(gu), gv, tall - gv)
  const bar = glassWall ? 0.035 : 0.055
  const cross = !glassWall && tall > 0.9 && (Math.abs(gu) < 0.026 || Math.abs(gv - tall * 0.62) < 0.022)
  if (edge < bar || cross) {
    tint(hit, glassWall ? [0.13, 0.14, 0.15] : mixRgb(house.trim, [0.9, 0.89, 0.86], 0.4), 0.95)
    hit.part = 5
    return
  }
  pane(hit, gu / half, gv / tall, house, key)
}

/** Glass: the sky by day with a dark room behind, warm rooms at night. */
function pane(hit: Hit, s: number, t: number, house: Front, key: number): void {
  hit.part = 6
  tint(hit, [0.035, 0.04, 0.045], 1 + 0.6 * t)
  hit.gloss = 0.85
  // No two panes hang quite straight: each shows another piece of the sky.
  hit.nx += 0.03 * (random(key, 1) - 0.5)
  hit.ny += 0.05 * (random(key, 2) - 0.5)
  const curtain = house.wall === 'glass' ? 0 : random(key, 3)
  const drawn = curtain > 0.35 && Math.abs(s) > 0.55 + 0.3 * random(key, 4)
  const blind = curtain < 0.12 && t > 0.45 + 0.4 * random(key, 5)
  if (drawn || blind) tint(hit, [0.5, 0.48, 0.44], 0.8 + 0.2 * Math.abs(toMultiple(s, 0.12)) * 16)
  if (house.night > 0.15 && random(key, 6) < house.lit) {
    const tone = random(key, 7)
    const warm: Rgb = tone < 0.75 ? [1.25, 0.72, 0.3] : tone < 0.92 ? [1.1, 0.86, 0.55] : [0.62, 0.78, 1]
    const lamp =
      (0.45 +
        0.75 * smoothstep(0.9, 0, Math.abs(t - 0.78) + 0.5 * Math.abs(s - 0.6 * (random(key, 8) - 0.5)))) *
      (0.65 + 0.5 * random(key, 9))
    // Furniture and people are dark shapes at the bottom.
    const shape = house.wall !== 'glass' && t < 0.2 + 0.12 * noise2(key, s * 2.2, 1) ? 0.6 : 1
    const strength = 0.82 * house.night * lamp * shape * (drawn || blind ? 0.62 : 1)
    hit.glowRed = warm[0] * strength
    hit.glowGreen = warm[1] * strength
    hit.glowBlue = warm[2] * strength
    hit.gloss = 0.35
  }
}

/** A box of flowers on the sill; true where the hit is one. */
function flowers(hit: Hit, du: number, dv: number, house: Front, key: number): boolean {
  const top = 0.1 + 0.09 * noise2(key + 3, du * 14, 1)
  if (dv > top) return false
  const i = Math.floor(du / 0.05)
  const j = Math.floor(dv / 0.05)
  const one = random(key + 4, i, j)
  tint(hit, [0.12, 0.26, 0.07], 0.6 + 0.8 * random(key + 5, i, j))
  const hue = random(house.seed, 61)
  if (one < 0.45 && house.snow < 0.3)
    tint(
      hit,
      hue < 0.4 ? [0.72, 0.09, 0.11] : hue < 0.7 ? [0.8, 0.28, 0.45] : [0.85, 0.6, 0.12],
      0.75 + 0.5 * random(key + 6, i, j),
    )
  hit.part = 7
  return true
}

/** The ground floor: a shop with a sign and an awning, or a door between windows. */
function streetLevel(hit: Hit, u: number, v: number, long: number, house: Front): void {
  const { ground, seed } = house
  if (v > ground - 0.14) {
    tint(hit, house.trim, 0.9)
    hit.part = 1
    return
  }
  const units = Math.max(1, Math.round(long / (house.shop ? 4.2 : 9)))
  const unit = long / units
  const k = Math.floor(u / unit)
  const du = u - k * unit
  const key = seed * 11 + k
  const doorAt = random(key, 1) < 0.5 ? 0.85 : unit - 0.85
  const dd = Math.abs(du - doorAt)
  if (!house.shop) {
    if (dd < 0.52 && v < 2.35) {
      door(hit, du - doorAt, v, house, key)
      return
    }
    const bays = Math.max(1, Math.round(long / house.bay))
    const bay = long / bays
    const b = Math.floor(u / bay)
    const bu = u - (b + 0.5) * bay
    const gap = Math.abs((b + 0.5) * bay - (k * unit + doorAt))
    if (gap > 0.5 + house.window[0] * 0.75)
      opening(hit, bu, v - 0.95, {
        house,
        wide: Math.min(house.window[0], bay * 0.72),
        tall: Math.min(house.window[1], ground - 1.5),
        key: key + b * 77,
      })
    return
  }
  // Pillars between shops, a sign over glass over a low panel.
  const paint = mixRgb(SHOPS[Math.floor(random(key, 2) * SHOPS.length)]!, house.color, 0.12)
  if (du < 0.2 || du > unit - 0.2) {
    tint(hit, paint, 0.85)
    hit.part = 2
    return
  }
  if (v > ground - 0.72) {
    tint(hit, paint, 0.95)
    hit.part = 3
    lettering(hit, du - unit / 2, v - (ground - 0.43), key, unit)
    return
  }
  if (dd < 0.5 && v < 2.3) {
    door(hit, du - doorAt, v, { ...house, trim: paint }, key)
    return
  }
  if (v < 0.55) {
    tint(hit, paint, 0.8)
    dim(hit, 1 - 0.3 * lineAt(toMultiple(du, 0.9), 0.03, hit.pixel))
    hit.part = 2
    return
  }
  if (Math.abs(toMultiple(du, 1.3)) < 0.035 || v < 0.61 || Math.abs(v - 2.3) < 0.03) {
    tint(hit, paint, 0.7)
    hit.part = 4
    return
  }
  // The display: a lit room with a few goods on two shelves.
  hit.part = 6
  hit.gloss = 0.6
  const warm = 0.3 + 0.95 * house.night
  const row = v < 1.12 ? 0 : 1
  const cell = Math.floor(du / 0.34)
  const inV = v - 0.62 - row * 0.62
  const inU = du - (cell + 0.5) * 0.34
  const tall = 0.14 + 0.26 * random(key + 9, cell, row)
  const body =
    (0.05 + 0.09 * random(key + 8, cell, row)) *
    (random(key + 6, cell) < 0.5 ? 1 : clamp01(1.25 - inV / tall))
  const goods = v < 1.7 && inV > 0 && inV < tall && Math.abs(inU) < body && random(key + 5, cell, row) < 0.62
  const board = inV < 0 && inV > -0.035
  const shade = 0.5 + 0.5 * smoothstep(0.4, 2.3, v)
  const room = 0.75 + 0.3 * noise2(key + 4, du * 1.4, v * 1.2)
  const hue = GOODS[Math.floor(random(key + 7, cell, row) * GOODS.length)]!
  const color: Rgb = goods
    ? mixRgb(hue, [0.3, 0.24, 0.16], 0.35)
    : board
      ? [0.3, 0.2, 0.11]
      : [0.16 * room, 0.115 * room, 0.075 * room]
  tint(hit, color, 0.7)
  const glow = warm * (0.24 + 0.3 * shade) * (goods ? 0.8 + 0.5 * clamp01(0.6 - inU / body) : 1)
  hit.glowRed = (goods || board ? color[0] : 0.4 * room) * glow * 1.6
  hit.glowGreen = (goods || board ? color[1] : 0.28 * room) * glow * 1.35
  hit.glowBlue = (goods || board ? color[2] : 0.16 * room) * glow
}
const SHOPS = ['#2e4a3f', '#7c2f2b', '#26394f', '#c9a24e', '#5b4636', '#3d3f46', '#8a4f62', '#e0d8c6'].map(
  (hex) => srgb(hex),
)
const GOODS = ['#d9a441', '#b5482f', '#e8dcc0', '#5d8a66', '#7a4a35', '#c8607a', '#3f6f8f'].map((hex) =>
  srgb(hex),
)

/** Letters of no language, as one reads a sign across the street. */
function lettering(hit: Hit, u: number, v: number, key: number, unit: number): void {
  const wide = Math.min(unit * 0.6, 1.6 + random(key, 11))
  if (Math.abs(u) > wide / 2 || Math.abs(v) > 0.13) return
  const cell = 0.16
  const i = Math.floor(u / cell)
  const s = u - (i + 0.5) * cell
  if (random(key, 12, i) < 0.12) return
  const stem = Math.abs(s + 0.045) < 0.018
  const kind = random(key, 13, i)
  const ring = Math.abs(Math.sqrt(s * s * 2.4 + v * v) - 0.085) < 0.02
  const bars =
    Math.abs(s) < 0.06 && (Math.abs(v - 0.09) < 0.018 || Math.abs(v) < 0.016 || Math.abs(v + 0.09) < 0.018)
  if (
    (kind < 0.5 && ring) ||
    (kind >= 0.5 && kind < 0.78 && (stem || bars)) ||
    (kind >= 0.78 && (stem || Math.abs(s - 0.05) < 0.018))
  )
    blend(hit, [0.9, 0.82, 0.62], 0.9)
}

function door(hit: Hit, du: number, v: number, house: Front, key: number): void {
  const color = SHOPS[Math.floor(random(key, 21) * SHOPS.length)]!
  if (Math.abs(du) > 0.43 || v > 2.24) {
    tint(hit, house.trim, 0.95)
    hit.part = 2
    return
  }
  hit.part = 5
  tint(hit, color, 0.9)
  if (v > 1.92) {
    pane(hit, du / 0.4, (v - 1.92) / 0.3, house, key + 5)
    return
  }
  const pu = Math.abs(Math.abs(du) - 0.2)
  const pv = Math.abs(toMultiple(v - 0.5, 0.78))
  if (pu < 0.13 && pv < 0.3) dim(hit, pu > 0.11 || pv > 0.28 ? 0.7 : 1.06)
  if (Math.abs(du - 0.34) < 0.025 && Math.abs(v - 1.02) < 0.03) tint(hit, [0.7, 0.55, 0.25])
}

/** Roof tiles or slates in rows that run along u; v is measured down the slope. */
export function roof(hit: Hit, u: number, v: number, color: Rgb, snow: number, seed: number): void {
  const row = Math.floor(v / 0.28)
  const su = u + 0.12 * (row & 1)
  const column = Math.floor(su / 0.24)
  tint(hit, color, 0.78 + 0.4 * random(seed, row, column) + 0.08 * cloudy(hit, u, v, 0.9))
  const clear = clamp01(1.5 - hit.pixel * 9)
  const lower = (v - row * 0.28) / 0.28
  dim(
    hit,
    1 - clear * (0.34 * smoothstep(0.16, 0, lower) + 0.22 * lineAt(toMultiple(su, 0.24), 0.03, hit.pixel)),
  )
  if (snow > 0) {
    const cover = smoothstep(0.42, 0.58, snow * 1.15 + 0.22 * cloudy(hit, u, v, 1.6))
    blend(hit, [0.86, 0.89, 0.95], cover)
  }
}

/** A front for all upright faces of a box whose foot is at its min y. */
export const frontPaint =
  (min: readonly number[], max: readonly number[], house: Front): Paint =>
  (hit) => {
    if (hit.face === 3) {
      tint(hit, house.snow > 0.3 ? [0.84, 0.87, 0.93] : [0.2, 0.2, 0.21])
      return
    }
    const along = hit.face < 2
    const long = along ? max[2]! - min[2]! : max[0]! - min[0]!
    front(hit, hit.u, hit.v, long, max[1]! - min[1]!, house)
  }

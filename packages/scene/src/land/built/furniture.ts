import { LABEL } from '../../frame.ts'
import type { Rgb } from '../../light.ts'
import { clamp01, cos, sin, smoothstep } from '../../math.ts'
import { random } from '../../noise.ts'
import { mixRgb, scaleRgb, srgb } from '../../sky/color.ts'
import { cloth, cloudy, lineAt, wood, type Wood } from './materials.ts'
import { blend, dim, type Hit, type Paint, type Solid, tint } from './solid.ts'

type Place = readonly [number, number, number]
interface Look {
  readonly round?: number
  readonly casts?: number
  readonly shape?: Solid['shape']
}
/** A piece of furniture from two corners. */
export const piece = (min: Place, max: Place, paint: Paint, look: Look = {}): Solid => ({
  shape: look.shape ?? 'box',
  min,
  max,
  paint,
  label: LABEL.furniture,
  casts: look.casts ?? 0,
  ...(look.round === undefined ? {} : { round: look.round }),
})

export const fabric =
  (color: Rgb, seed: number, thread = 0.011): Paint =>
  (hit) =>
    cloth(hit, hit.u, hit.v, color, thread, seed)
/** Wood with its grain along the longer side of the face. */
export const timber = (kind: Wood, seed: number, upright = false): Paint => {
  const solid = { ...kind, board: 0 }
  return (hit) => (upright ? wood(hit, solid, hit.v, hit.u, seed) : wood(hit, solid, hit.u, hit.v, seed))
}
export const enamel =
  (color: Rgb, gloss = 0.25): Paint =>
  (hit) => {
    tint(hit, color)
    hit.gloss = gloss
  }
export const brass: Paint = (hit) => {
  tint(hit, [0.62, 0.42, 0.17])
  hit.gloss = 0.7
}

/** Sofa with its back to the wall at `z`; x is its middle, `wide` its width. */
export function sofa(
  x: number,
  z: number,
  wide: number,
  color: Rgb,
  pillows: readonly Rgb[],
  legs: Wood,
  seed: number,
): Solid[] {
  const cover = fabric(color, seed)
  const deep = 0.92
  const front = z - deep
  const left = x - wide / 2
  const right = x + wide / 2
  const arm = 0.2
  const parts: Solid[] = [
    piece([left, 0.13, front + 0.06], [right, 0.36, z], cover, { round: 0.03, casts: 1 }),
    piece([left + 0.02, 0.36, z - 0.27], [right - 0.02, 0.84, z], cover, { round: 0.09, casts: 1 }),
    piece([left, 0.3, front + 0.02], [left + arm, 0.62, z - 0.02], cover, { round: 0.07 }),
    piece([right - arm, 0.3, front + 0.02], [right, 0.62, z - 0.02], cover, { round: 0.07 }),
  ]
  const seats = wide > 1.9 ? 3 : 2
  const each = (wide - 2 * arm) / seats
  for (let k = 0; k < seats; k++) {
    const a = left + arm + k * each
    parts.push(
      piece(
        [a + 0.006, 0.35, front],
        [a + each - 0.006, 0.49, z - 0.22],
        fabric(scaleRgb(color, 1.05), seed + k),
        { round: 0.06 },
      ),
    )
    parts.push(
      piece(
        [a + 0.012, 0.47, z - 0.36],
        [a + each - 0.012, 0.9, z - 0.18],
        fabric(scaleRgb(color, 1.02), seed + 5 + k),
        { round: 0.1 },
      ),
    )
  }
  for (const [k, pillow] of pillows.entries()) {
    const px = k % 2 === 0 ? left + arm + 0.24 + 0.1 * k : right - arm - 0.26
    parts.push(
      piece([px - 0.22, 0.49, z - 0.52], [px + 0.22, 0.9, z - 0.3], fabric(pillow, seed + 9 + k, 0.008), {
        shape: 'ball',
      }),
    )
  }
  for (const lx of [left + 0.08, right - 0.12])
    parts.push(piece([lx, 0, front + 0.1], [lx + 0.05, 0.14, front + 0.15], timber(legs, seed, true)))
  return parts
}

/** Lamp on a tall stand: a drum of cloth that glows when lit. */
export function floorLamp(x: number, z: number, lit: number, shade: Rgb): Solid[] {
  return [
    piece([x - 0.14, 0, z - 0.14], [x + 0.14, 0.025, z + 0.14], enamel([0.05, 0.05, 0.055], 0.3), {
      shape: 'drum',
    }),
    piece([x - 0.013, 0, z - 0.013], [x + 0.013, 1.35, z + 0.013], enamel([0.06, 0.055, 0.05], 0.4), {
      shape: 'drum',
    }),
    lampshade(x, 1.3, z, 0.2, 0.3, lit, shade),
  ]
}
export function tableLamp(x: number, y: number, z: number, lit: number, shade: Rgb, foot: Paint): Solid[] {
  return [
    piece([x - 0.07, y, z - 0.07], [x + 0.07, y + 0.22, z + 0.07], foot, { shape: 'ball' }),
    piece([x - 0.01, y + 0.18, z - 0.01], [x + 0.01, y + 0.3, z + 0.01], brass, { shape: 'drum' }),
    lampshade(x, y + 0.27, z, 0.14, 0.2, lit, shade),
  ]
}
function lampshade(
  x: number,
  y: number,
  z: number,
  radius: number,
  tall: number,
  lit: number,
  color: Rgb,
): Solid {
  return piece(
    [x - radius, y, z - radius],
    [x + radius, y + tall, z + radius],
    (hit) => {
      cloth(hit, hit.x + hit.z, hit.y, color, 0.008, 3)
      hit.through = 0.35
      if (lit <= 0) return
      // Brightest round the bulb, orange where the cloth is seen from the side.
      const dy = (hit.y - y - tall * 0.45) / (tall * 0.6)
      const side = clamp01(-hit.nz)
      const glow = lit * (0.35 + 0.9 * side * side) * (1 - 0.5 * dy * dy)
      hit.glowRed = 2.1 * glow * (0.5 + color[0])
      hit.glowGreen = 1.25 * glow * (0.5 + color[1])
      hit.glowBlue = 0.52 * glow * (0.5 + color[2])
    },
    { shape: 'drum' },
  )
}
/** Ceiling lamp on a cord. */
export function pendant(x: number, y: number, z: number, top: number, lit: number, color: Rgb): Solid[] {
  return [
    piece([x - 0.006, y + 0.16, z - 0.006], [x + 0.006, top, z + 0.006], enamel([0.05, 0.05, 0.05], 0.1), {
      shape: 'drum',
    }),
    piece(
      [x - 0.19, y, z - 0.19],
      [x + 0.19, y + 0.26, z + 0.19],
      (hit) => {
        tint(hit, color)
        hit.gloss = 0.3
        const low = clamp01(1 - (hit.y - y) / 0.09)
        hit.glowRed = 2.4 * lit * low
        hit.glowGreen = 1.6 * lit * low
        hit.glowBlue = 0.8 * lit * low
      },
      { shape: 'ball' },
    ),
  ]
}

const SPINES = [
  '#7b2d26',
  '#2f4858',
  '#b98b3e',
  '#3d5a3f',
  '#d9cdb8',
  '#5b3a4c',
  '#1f2a38',
  '#a65d3b',
  '#80857a',
  '#c7a37b',
  '#44546a',
  '#8c3b45',
].map((hex) => srgb(hex))

/** Shelf full of books: the front is a board with compartments that the ray looks into. `face` is the side with the books. */
export function bookcase(min: Place, max: Place, kind: Wood, seed: number, shelves: number, face = 4): Solid {
  const tall = (max[1] - min[1] - 0.04) / shelves
  const wide = face === 4 ? max[0] - min[0] : max[2] - min[2]
  const columns = Math.max(1, Math.round(wide / 0.85))
  const bay = wide / columns
  const board = 0.026
  const frame = timber(kind, seed, false)
  return piece(
    min,
    max,
    (hit) => {
      frame(hit)
      if (hit.face !== face) return
      const column = Math.floor(hit.u / bay)
      const row = Math.floor(hit.v / tall)
      const u = hit.u - column * bay
      const v = hit.v - row * tall
      if (row >= shelves || u < board || u > bay - board || v < board) return
      compartment(hit, u - board, v - board, bay - 2 * board, tall - board, seed + row * 57 + column * 13)
    },
    { casts: 1 },
  )
}

/** What stands in one compartment, seen at (u, v) of its opening: spines 3 cm behind it, darkness over them. */
function compartment(hit: Hit, u: number, v: number, wide: number, tall: number, seed: number): void {
  // Slopes of the ray along the face and up, for every metre into it.
  const into = hit.face === 4 ? hit.rz : hit.face === 0 ? hit.rx : -hit.rx
  const aside = (hit.face === 4 ? hit.rx : hit.rz) / Math.max(0.05, into)
  const rise = hit.ry / Math.max(0.05, into)
  const bu = u + aside * 0.035
  const bv = v + rise * 0.035
  const du = u + aside * 0.26
  const dv = v + rise * 0.26
  // The back board, dim, and dimmer in its corners.
  const inside = smoothstep(-0.02, 0.12, Math.min(du, wide - du)) * smoothstep(0.02, -0.16, dv - tall)
  tint(hit, [0.13, 0.085, 0.055], 0.35 + 0.65 * inside)
  hit.gloss = 0
  if (du < 0 || du > wide || dv < 0 || dv > tall) dim(hit, 1.5)
  const fill = 0.55 + 0.45 * random(seed, 91)
  let x = 0.004
  for (let k = 0; k < 48 && x < wide * fill; k++) {
    const thick = 0.024 + 0.03 * random(seed, k, 1) * random(seed, k, 2)
    if (random(seed, k, 3) < 0.04) {
      x += thick * 2
      continue
    }
    if (bu >= x && bu < x + thick && x + thick < wide) {
      const h = tall * (0.62 + 0.28 * random(seed, k, 4))
      const color = SPINES[Math.floor(random(seed, k, 5) * SPINES.length)]!
      if (bv < h && bv > -0.01)
        spine(hit, (bu - x) / thick, bv / h, color, random(seed, k, 6), (h - bv) / 0.05)
      return
    }
    x += thick
  }
  // A vase on the free part.
  const rest = wide - x
  if (rest < 0.14) return
  const radius = Math.min(0.075, rest * 0.35)
  const body = radius * (0.55 + 0.45 * sin(clamp01(bv / (tall * 0.55)) * 3 + 0.4))
  const d = (bu - x - rest * 0.5) / body
  if (bv < tall * 0.55 && bv > 0 && d > -1 && d < 1) {
    const shade = 0.55 + 0.55 * Math.sqrt(1 - d * d) - 0.2 * d
    tint(hit, SPINES[Math.floor(random(seed, 77) * SPINES.length)]!, 0.5 + 0.8 * shade)
    hit.gloss = 0.3
  }
}

/** One book from behind: round, with bands and a label. */
function spine(hit: Hit, s: number, t: number, color: Rgb, kind: number, belowTop: number): void {
  const round = 1 - 4 * (s - 0.5) * (s - 0.5)
  tint(hit, color, 0.55 + 0.6 * Math.sqrt(round))
  const band = kind < 0.5 ? Math.min(Math.abs(t - 0.18), Math.abs(t - 0.82)) : Math.abs(t - 0.7)
  if (band < 0.022) blend(hit, [0.7, 0.55, 0.28], 0.75)
  if (kind > 0.35 && t > 0.42 && t < 0.66 && s > 0.16 && s < 0.84)
    blend(hit, kind > 0.7 ? [0.75, 0.7, 0.58] : [0.08, 0.07, 0.06], 0.6)
  // Light falls in from above the row.
  dim(hit, 0.72 + 0.28 * smoothstep(0, 1.6, belowTop) + 0.12 * clamp01(1 - belowTop))
}

/** Framed picture on the back wall. */
export function framed(
  x: number,
  y: number,
  z: number,
  wide: number,
  tall: number,
  frame: Rgb,
  seed: number,
): Solid {
  return piece([x - wide / 2, y, z - 0.03], [x + wide / 2, y + tall, z], (hit) => {
    tint(hit, frame)
    hit.gloss = 0.3
    if (hit.face !== 4) return
    const edge = Math.min(hit.u, wide - hit.u, hit.v, tall - hit.v)
    if (edge < 0.025) {
      dim(hit, 0.85 + 0.3 * lineAt(edge - 0.012, 0.008, hit.pixel))
      return
    }
    if (edge < 0.085) {
      tint(hit, [0.86, 0.84, 0.79], 1 - 0.18 * lineAt(edge - 0.084, 0.006, hit.pixel))
      hit.gloss = 0.12
      return
    }
    artwork(hit, (hit.u - 0.085) / (wide - 0.17), (hit.v - 0.085) / (tall - 0.17), seed)
    hit.gloss = 0.12
  })
}

const print = (sky: string, one: string, two: string, three: string): readonly [Rgb, Rgb, Rgb, Rgb] => [
  srgb(sky),
  srgb(one),
  srgb(two),
  srgb(three),
]
const PRINTS = [
  print('#e9dcc3', '#d98f5c', '#7c4a3a', '#2f3e46'),
  print('#dfe7e3', '#8fb3ad', '#4a7072', '#21343b'),
  print('#f1e3cf', '#e2b25b', '#b5593c', '#4c2f2b'),
  print('#e6e4ee', '#a9a4c6', '#6b6591', '#2e2b45'),
]

/** An abstract landscape, different by seed: bands of hills under a disc. */
function artwork(hit: Hit, s: number, t: number, seed: number): void {
  const [sky, one, two, three] = PRINTS[Math.floor(random(seed, 1) * PRINTS.length)]!
  tint(hit, sky)
  const dx = s - 0.3 - 0.4 * random(seed, 2)
  const dy = (t - 0.68) * 1.1
  blend(hit, mixRgb(one, [1, 0.9, 0.7], 0.35), clamp01((0.11 - Math.sqrt(dx * dx + dy * dy)) * 60))
  for (let k = 0; k < 3; k++) {
    const color = k === 0 ? one : k === 1 ? two : three
    const top =
      0.52 - 0.17 * k + 0.09 * sin(s * (4 + 2 * k) + 6 * random(seed, 3 + k)) + 0.02 * sin(s * 17 + k)
    blend(hit, color, clamp01((top - t) * 80))
  }
  dim(hit, 1 + 0.05 * cloudy(hit, hit.u * 2, hit.v * 2, 0.1))
}

/** Plant in a pot: leaves that spread from one root, drawn on a sheet that faces the viewer. */
export function plant(x: number, z: number, tall: number, leaf: Rgb, pot: Rgb, seed: number): Solid[] {
  const potTall = 0.2 * tall + 0.1
  const potWide = 0.13 * tall + 0.07
  // Later leaves stand in front; they hang lower and wider.
  const leaves = Array.from({ length: 22 }, (_, k) => {
    const angle = 1.5708 + (random(seed, k, 1) - 0.5) * (1.5 + k * 0.09)
    return {
      c: cos(angle),
      s: sin(angle),
      long: (0.5 + 0.36 * random(seed, k, 2)) * (1 - 0.012 * k),
      droop: (0.14 + 0.25 * random(seed, k, 3)) * (angle > 1.5708 ? -2.2 : 2.2),
      tone: 0.62 + 0.5 * random(seed, k, 4),
    }
  })
  const foliage: Solid = {
    ...piece([x - tall * 0.95, potTall * 0.6, z], [x + tall * 0.95, tall * 1.25, z], (hit) => {
      hit.alpha = 0
      const px = (hit.x - x) / tall
      const py = (hit.y - potTall * 0.85) / tall
      for (let k = leaves.length - 1; k >= 0; k--) {
        const { c, s, long, droop, tone } = leaves[k]!
        const along = px * c + py * s
        if (along < 0 || along > long) continue
        const share = along / long
        const across = py * c - px * s - droop * share * share * long * (c < 0 ? -c : c)
        const blade = share < 0.35 ? 0.012 : 0.16 * long * sin((share - 0.35) * 4.833) + 0.004
        if (across > blade || across < -blade) continue
        hit.alpha = 1
        const rib = (across < 0 ? -across : across) / blade
        const turn = across > 0 ? 1 : -1
        tint(hit, leaf, tone * (0.75 + 0.4 * share) * (turn > 0 ? 1 - 0.18 * rib : 1))
        if (rib < 0.09) dim(hit, 1.25)
        hit.nx = -s * turn * 0.5
        hit.ny = 0.45 + 0.3 * c * turn
        hit.nz = -0.7
        hit.through = 0.25
        hit.gloss = 0.12
        return
      }
    }),
    shape: 'card',
  }
  return [
    foliage,
    piece(
      [x - potWide, 0, z - potWide],
      [x + potWide, potTall, z + potWide],
      (hit) => {
        tint(hit, pot, 1 + 0.08 * cloudy(hit, hit.x, hit.y, 0.1))
        if (hit.ny > 0.5) tint(hit, [0.06, 0.04, 0.03])
        hit.gloss = 0.12
      },
      { shape: 'drum', casts: 0.9 },
    ),
  ]
}

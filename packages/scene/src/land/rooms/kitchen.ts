import type { Scene } from '@plantain/core'
import type { Light, Rgb } from '../../light.ts'
import { random } from '../../noise.ts'
import { mixRgb, srgb } from '../../sky/color.ts'
import { brass, enamel, pendant, piece, plant, timber } from '../built/furniture.ts'
import { lineAt, marble, OAK, plaster, tiles, WALNUT, wood } from '../built/materials.ts'
import {
  type Bulb,
  type Interior,
  isOpen,
  moodFor,
  type Opening,
  shellFor,
  windowFrame,
} from '../built/room.ts'
import { dim, type Paint, type Solid, tint } from '../built/solid.ts'
import { FRAME, pick, sideOf, wallOf } from './base.ts'

const FAR = 4.7
const FRONTS: readonly Rgb[] = ['#e9e5dc', '#7f9482', '#5d7486', '#3f5a55', '#d9d2bf', '#b5c0bd'].map((hex) =>
  srgb(hex),
)

/** A row of cupboards along the far wall, a window over the sink, hob and hood, wall cupboards, tiles and hanging lamps. */
export function kitchen(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(
    scene,
    ['#ece6da', '#dfe3df', '#e8dcc8'].map((hex) => srgb(hex)),
  )
  const side = sideOf(scene)
  const front = pick(FRONTS, seed, 331)
  const checked = random(seed, 332) < 0.45
  const openings: Opening[] = []
  const splash = {
    color: mixRgb(srgb('#eef0ee'), wall, 0.25),
    joint: srgb('#c3c2bd'),
    width: 0.15,
    height: 0.075,
    shift: 0.5,
    gloss: 0.5,
  }
  const flags = {
    color: srgb('#d8d2c6'),
    second: srgb('#8d9a98'),
    joint: srgb('#b0aaa0'),
    width: 0.4,
    height: 0.4,
    shift: 0,
    gloss: 0.45,
  }
  const shell = shellFor(scene, aspect, FAR, 2.65, {
    wall(hit) {
      if (isOpen(hit, openings)) hit.alpha = 0
      else if (hit.y > 0.9 && hit.y < 1.5) tiles(hit, hit.x + 20, hit.y, splash, seed)
      else plaster(hit, wall, seed)
    },
    sides: (hit) => plaster(hit, wall, seed),
    floor(hit) {
      if (checked) tiles(hit, hit.x + 20.2, hit.z + 20, flags, seed)
      else wood(hit, OAK, hit.x + 9, hit.z, seed)
    },
  })
  const { left, right } = shell
  const half = (right - left) / 2
  const wx = side * half * 0.22
  openings.push({ left: wx - 0.62, right: wx + 0.62, bottom: 1.12, top: 2.12, bars: [2, 1] })
  const hobX = -side * Math.min(half - 0.9, half * 0.62)
  const bulbs: Bulb[] = [
    [wx - 0.4, 1.75, FAR - 1.5, 0.6],
    [wx + 0.5, 1.75, FAR - 1.5, 0.6],
    [hobX, 1.5, FAR - 0.35, 0.25],
  ]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const stone = random(seed, 333) < 0.5
  const top: Paint = stone
    ? (hit) => marble(hit, hit.x, hit.z + hit.y, srgb('#e7e4de'), srgb('#a8a49c'), seed)
    : (hit) => wood(hit, { ...WALNUT, board: 0.09, length: 1.2 }, hit.x + 9, hit.z + hit.y, seed)
  const z = FAR - 0.62
  const fridge = side > 0 ? right - 0.72 : left
  const solids: Solid[] = [
    ...windowFrame(shell, openings[0]!, FRAME),
    piece([left, 0.1, z], [right, 0.87, FAR], cupboards(front, 0.6, [0.16, 0.77], left), { casts: 1 }),
    piece([left, 0, z + 0.06], [right, 0.1, FAR], enamel([0.08, 0.08, 0.085], 0.1)),
    piece([left, 0.87, z - 0.03], [right, 0.91, FAR], top, { round: 0.008 }),
    piece(
      [fridge, 0, z - 0.06],
      [fridge + 0.72, 1.95, FAR],
      fridgePaint(mixRgb(front, [0.8, 0.8, 0.8], 0.7)),
      { round: 0.035, casts: 1 },
    ),
    ...hob(hobX, z, front),
    ...tap(wx, FAR - 0.16),
    ...clutter(wx, hobX, z, seed),
    ...pendant(wx - 0.4, 1.72, FAR - 1.5, 2.65, Math.max(0.25, mood.lamps), srgb('#2f3a3f')),
    ...pendant(wx + 0.5, 1.72, FAR - 1.5, 2.65, Math.max(0.25, mood.lamps), srgb('#2f3a3f')),
  ]
  // Wall cupboards where neither the window nor the hood is.
  for (const [a, b] of [
    [left, Math.min(wx - 0.8, hobX - 0.38)],
    [Math.max(wx + 0.8, hobX + 0.38), right],
    [Math.min(wx, hobX) + (hobX < wx ? 0.38 : 0.8), Math.max(wx, hobX) - (hobX < wx ? 0.8 : 0.38)],
  ] as const) {
    const a2 = fridge < 0 && a < fridge + 0.72 ? Math.max(a, fridge + 0.74) : a
    const b2 = fridge > 0 && b > fridge ? Math.min(b, fridge - 0.02) : b
    if (b2 - a2 > 0.3)
      solids.push(
        piece([a2, 1.5, FAR - 0.34], [b2, 2.3, FAR], cupboards(front, 0.45, [0.02, 0.78], a2), {
          casts: 0.8,
        }),
      )
  }
  return { shell, mood, solids }
}

/** Framed doors about `wide` wide with a small knob each; `span` is where they begin and end above the foot. */
function cupboards(color: Rgb, wide: number, span: readonly [number, number], from: number): Paint {
  return (hit) => {
    tint(hit, color)
    hit.gloss = 0.22
    if (hit.face !== 4) return
    const u = hit.x - from
    const k = Math.floor(u / wide)
    const du = u - k * wide
    const v = hit.v
    const tall = span[1]
    const edge = Math.min(du, wide - du, v - 0.004, tall - v)
    dim(hit, 1 - 0.72 * lineAt(edge, 0.008, hit.pixel))
    // A raised rim with a panel set back: light above, shade below.
    const inner = edge - 0.062
    if (inner > -0.01 && inner < 0.01) dim(hit, v - 0.004 < tall / 2 ? 1.1 : 0.84)
    else if (inner >= 0.01) dim(hit, 0.97)
    const knobU = (k & 1) === 0 ? wide - 0.035 : 0.035
    const dx = du - knobU
    const dy = v - (span[0] > 0.1 ? tall - 0.12 : 0.12)
    const d = Math.sqrt(dx * dx + dy * dy)
    if (d < 0.016) brass(hit)
    else if (d < 0.026 && dy < 0) dim(hit, 0.8)
  }
}
const fridgePaint =
  (color: Rgb): Paint =>
  (hit) => {
    tint(hit, color)
    hit.gloss = 0.45
    if (hit.face !== 4) return
    dim(hit, 1 - 0.7 * lineAt(hit.v - 1.22, 0.012, hit.pixel))
    if (Math.abs(hit.u - 0.07) < 0.014 && ((hit.v > 0.55 && hit.v < 1.1) || (hit.v > 1.33 && hit.v < 1.7))) {
      tint(hit, [0.5, 0.5, 0.52])
      hit.gloss = 0.8
    }
  }

function hob(x: number, z: number, color: Rgb): Solid[] {
  const steel = enamel([0.42, 0.43, 0.44], 0.75)
  return [
    piece(
      [x - 0.3, 0.12, z - 0.015],
      [x + 0.3, 0.86, z + 0.3],
      (hit) => {
        tint(hit, [0.055, 0.055, 0.06])
        hit.gloss = 0.7
        if (hit.face !== 4) return
        // A glass door with a bar, and knobs above.
        if (hit.v > 0.6) {
          tint(hit, [0.35, 0.355, 0.36])
          const k = Math.floor(hit.u / 0.12)
          const dx = hit.u - (k + 0.5) * 0.12
          const dy = hit.v - 0.67
          if (dx * dx + dy * dy < 0.0009) tint(hit, [0.05, 0.05, 0.05])
        } else if (Math.abs(hit.v - 0.55) < 0.014 && Math.abs(hit.u - 0.3) < 0.24)
          tint(hit, [0.55, 0.55, 0.56])
      },
      { casts: 0 },
    ),
    piece([x - 0.29, 0.905, z + 0.05], [x + 0.29, 0.918, z + 0.53], enamel([0.03, 0.03, 0.035], 0.85)),
    piece(
      [x - 0.16, 0.918, z + 0.12],
      [x + 0.1, 1.06, z + 0.38],
      enamel(mixRgb(srgb('#c4543d'), color, 0.1), 0.5),
      { shape: 'drum' },
    ),
    piece([x - 0.165, 1.055, z + 0.115], [x + 0.105, 1.085, z + 0.385], steel, { shape: 'ball' }),
    piece([x - 0.3, 1.62, FAR - 0.46], [x + 0.3, 1.72, FAR], steel, { round: 0.01, casts: 0.8 }),
    piece([x - 0.14, 1.72, FAR - 0.3], [x + 0.14, 2.65, FAR], steel),
  ]
}
function tap(x: number, z: number): Solid[] {
  const steel = enamel([0.5, 0.51, 0.52], 0.85)
  return [
    piece([x - 0.013, 0.91, z - 0.013], [x + 0.013, 1.2, z + 0.013], steel, { shape: 'drum' }),
    piece([x - 0.013, 1.18, z - 0.2], [x + 0.013, 1.205, z + 0.013], steel, { round: 0.01 }),
    piece([x - 0.012, 1.13, z - 0.2], [x + 0.012, 1.19, z - 0.176], steel, { shape: 'drum' }),
  ]
}
/** What stands about on the worktop. */
function clutter(wx: number, hobX: number, z: number, seed: number): Solid[] {
  const way = hobX < wx ? -1 : 1
  const x = (wx + hobX) / 2
  const at = wx - way * 0.95
  return [
    piece([x - 0.07, 0.91, z + 0.3], [x + 0.07, 1.1, z + 0.44], enamel(srgb('#dcd3c2'), 0.3), {
      shape: 'drum',
    }),
    piece([x + 0.1, 0.91, z + 0.33], [x + 0.21, 1.05, z + 0.44], enamel(srgb('#8fa08a'), 0.3), {
      shape: 'drum',
    }),
    piece(
      [at - 0.26, 0.91, z + 0.44],
      [at + 0.02, 1.24, z + 0.465],
      timber({ ...OAK, gloss: 0.1 }, seed, true),
      { round: 0.015 },
    ),
    // A bowl of fruit.
    piece([at - 0.22, 0.9, z + 0.12], [at + 0.1, 1.02, z + 0.4], enamel(srgb('#e9e4da'), 0.5), {
      shape: 'ball',
    }),
    piece([at - 0.16, 0.96, z + 0.16], [at - 0.06, 1.06, z + 0.26], enamel(srgb('#d0452f'), 0.35), {
      shape: 'ball',
    }),
    piece([at - 0.07, 0.965, z + 0.18], [at + 0.03, 1.065, z + 0.28], enamel(srgb('#e59a2f'), 0.25), {
      shape: 'ball',
    }),
    piece([at - 0.12, 0.97, z + 0.24], [at - 0.01, 1.075, z + 0.35], enamel(srgb('#9cb546'), 0.3), {
      shape: 'ball',
    }),
    ...plant(wx + 0.45, FAR - 0.1, 0.3, srgb('#5c8a4c'), srgb('#c07a52'), seed).map((part) =>
      lift(part, 0.95),
    ),
  ]
}
const lift = (solid: Solid, by: number): Solid => {
  const up = (p: Solid['min']): Solid['min'] => [p[0], p[1] + by, p[2]]
  return {
    ...solid,
    casts: 0,
    min: up(solid.min),
    max: up(solid.max),
    paint(hit) {
      hit.y -= by
      solid.paint(hit)
      hit.y += by
    },
  }
}

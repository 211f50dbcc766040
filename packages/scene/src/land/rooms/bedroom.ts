import type { Scene } from '@plantain/core'
import type { Light, Rgb } from '../../light.ts'
import { random } from '../../noise.ts'
import { mixRgb, scaleRgb, srgb } from '../../sky/color.ts'
import { fabric, framed, piece, plant, tableLamp, timber } from '../built/furniture.ts'
import { ASH, cloth, cloudy, OAK, rug, type Wood, WALNUT, wood } from '../built/materials.ts'
import {
  type Bulb,
  curtains,
  type Interior,
  isOpen,
  moodFor,
  type Opening,
  shellFor,
  trim,
  wallpaper,
  windowFrame,
  windowsAt,
} from '../built/room.ts'
import type { Paint, Solid } from '../built/solid.ts'
import { CLOTHS, FRAME, LINEN, pick, sideOf, TRIM, wallOf } from './base.ts'

const FAR = 5.2

/** A made bed with its head at the wall, night tables with lamps, a window with curtains. */
export function bedroom(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(scene)
  const side = sideOf(scene)
  const paper = [0, 1, 3][Math.floor(random(seed, 312) * 3)]!
  const boards = random(seed, 313) < 0.6 ? ASH : OAK
  const colors = [srgb('#d8cfc0'), srgb('#f0ebe0'), pick(CLOTHS, seed, 315)] as const
  const openings: Opening[] = []
  const shell = shellFor(scene, aspect, FAR, 2.65, {
    wall(hit) {
      if (isOpen(hit, openings)) hit.alpha = 0
      else wallpaper(hit, wall, paper, seed)
    },
    sides: (hit) => wallpaper(hit, wall, paper, seed),
    floor(hit) {
      const u = hit.x / 1.3
      const v = (hit.z - 2.5) / 0.55
      if (u > -1 && u < 1 && v > -1 && v < 1) rug(hit, u, v, [1.3, 0.55], colors, seed + 1)
      else wood(hit, boards, hit.z, hit.x, seed)
    },
  })
  const half = (shell.right - shell.left) / 2
  const wx = side * Math.min(half - 0.95, half * 0.56)
  openings.push(...windowsAt(wx, half, 1.24, { bottom: 0.78, top: 2.2, bars: [2, 3] }))
  const bedX = -side * Math.max(0.35, half - 1.75)
  const bulbs: Bulb[] = [
    [bedX - 1.12, 0.98, FAR - 0.3, 0.55],
    [bedX + 1.12, 0.98, FAR - 0.3, 0.55],
    [0, 2.3, 2.2, 0.6],
  ]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const timberKind = random(seed, 319) < 0.5 ? WALNUT : OAK
  const foot = pick(CLOTHS, seed, 320)
  const solids: Solid[] = [
    ...trim(shell, TRIM),
    ...openings.flatMap((opening) => [
      ...windowFrame(shell, opening, FRAME),
      ...curtains(shell, opening, pick(LINEN, seed, 317), 0.5, 0.2),
    ]),
    ...bed(bedX, FAR - 0.05, timberKind, srgb('#efeae2'), foot, seed),
    framed(bedX, 1.5, FAR, 1.05, 0.66, srgb('#6b5640'), seed + 1),
    ...plant(side * (half - 0.4), FAR - 0.4, 0.8, srgb('#587f4a'), srgb('#d8d2c6'), seed),
  ]
  for (const at of [-1.12, 1.12]) {
    const x = bedX + at
    if (Math.abs(x) > half - 0.2) continue
    solids.push(
      piece([x - 0.24, 0.06, FAR - 0.44], [x + 0.24, 0.54, FAR - 0.03], drawers(timberKind, seed), {
        casts: 1,
      }),
      ...tableLamp(x, 0.54, FAR - 0.25, mood.lamps, srgb('#f1e6d0'), fabric(srgb('#c9b79a'), seed)),
    )
  }
  return { shell, mood, solids }
}

/** A chest with two drawers and round knobs. */
const drawers = (kind: Wood, seed: number): Paint => {
  const body = timber(kind, seed + 3)
  return (hit) => {
    body(hit)
    if (hit.face !== 4) return
    const v = hit.v - Math.floor(hit.v / 0.24) * 0.24
    const edge = Math.min(v, 0.24 - v, hit.u, 0.48 - hit.u)
    if (edge < 0.012) {
      hit.red *= 0.45
      hit.green *= 0.45
      hit.blue *= 0.45
    }
    const du = hit.u - 0.24
    const dv = v - 0.14
    if (du * du + dv * dv < 0.00035) {
      hit.red = 0.5
      hit.green = 0.36
      hit.blue = 0.17
    }
  }
}

function bed(x: number, z: number, kind: Wood, linen: Rgb, blanket: Rgb, seed: number): Solid[] {
  const wide = 1.62
  const long = 2.05
  const l = x - wide / 2
  const r = x + wide / 2
  const front = z - long
  const quilt: Paint = (hit) => {
    // Wide soft folds that run to the foot.
    const fold = cloudy(hit, hit.x * 1.4, hit.z * 0.5 + hit.y, 0.28)
    cloth(hit, hit.x, hit.z + hit.y, linen, 0.006, seed)
    hit.nx += 0.3 * cloudy(hit, hit.x * 1.4 + 3, hit.z * 0.5, 0.3)
    hit.ny += 0.15
    hit.red *= 1 + 0.05 * fold
    hit.green *= 1 + 0.05 * fold
    hit.blue *= 1 + 0.05 * fold
  }
  const throwPaint: Paint = (hit) => {
    cloth(hit, hit.x * 0.8, hit.z + hit.y, blanket, 0.02, seed + 1)
    hit.nx += 0.35 * cloudy(hit, hit.x * 2, hit.z, 0.2)
  }
  const parts: Solid[] = [
    piece([l - 0.04, 0.12, front], [r + 0.04, 0.34, z], timber(kind, seed), { round: 0.02, casts: 1 }),
    piece([l - 0.06, 0.1, z - 0.07], [r + 0.06, 1.12, z], timber(kind, seed + 1), { round: 0.025, casts: 1 }),
    piece([l, 0.3, front + 0.02], [r, 0.6, z - 0.08], quilt, { round: 0.11 }),
    piece([l - 0.015, 0.26, front + 0.14], [r + 0.015, 0.62, front + 0.66], throwPaint, { round: 0.1 }),
    piece([l - 0.01, 0.5, z - 0.78], [r + 0.01, 0.635, z - 0.52], fabric(scaleRgb(linen, 0.94), seed + 2), {
      round: 0.06,
    }),
  ]
  for (const at of [-0.4, 0.4]) {
    parts.push(
      piece(
        [x + at - 0.35, 0.58, z - 0.56],
        [x + at + 0.35, 0.95, z - 0.12],
        fabric(mixRgb(linen, [1, 1, 1], 0.25), seed + 4),
        { shape: 'ball' },
      ),
    )
    parts.push(
      piece(
        [x + at - 0.26, 0.58, z - 0.68],
        [x + at + 0.26, 0.88, z - 0.36],
        fabric(at < 0 ? blanket : scaleRgb(blanket, 0.75), seed + 5),
        { shape: 'ball' },
      ),
    )
  }
  for (const lx of [l, r - 0.06])
    parts.push(piece([lx, 0, front + 0.03], [lx + 0.06, 0.14, front + 0.09], timber(kind, seed, true)))
  return parts
}

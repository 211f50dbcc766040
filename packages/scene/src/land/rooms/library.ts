import type { Scene } from '@plantain/core'
import type { Light } from '../../light.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { bookcase, fabric, piece, sofa, tableLamp, timber } from '../built/furniture.ts'
import { CHERRY, OAK, rug, WALNUT, wood } from '../built/materials.ts'
import {
  type Bulb,
  curtains,
  type Interior,
  isOpen,
  moodFor,
  type Opening,
  shellFor,
  wallpaper,
  windowFrame,
} from '../built/room.ts'
import type { Solid } from '../built/solid.ts'
import { FRAME, sideOf, wallOf } from './base.ts'

const FAR = 5.6

/** Books to the ceiling on three walls, a tall window between them, an armchair by a lamp, an old carpet. */
export function library(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(
    scene,
    ['#5c4a3c', '#3f4b45', '#54443f'].map((hex) => srgb(hex)),
  )
  const side = sideOf(scene)
  const kind = [WALNUT, CHERRY, OAK][Math.floor(random(seed, 341) * 3)]!
  const colors = [srgb('#8a3b34'), srgb('#d6b98a'), srgb('#2a3346')] as const
  const openings: Opening[] = []
  const shell = shellFor(scene, aspect, FAR, 3.1, {
    wall(hit) {
      if (isOpen(hit, openings)) hit.alpha = 0
      else wallpaper(hit, wall, 3, seed)
    },
    sides: (hit) => wallpaper(hit, wall, 3, seed),
    floor(hit) {
      const u = hit.x / 1.45
      const v = (hit.z - 3.3) / 1.05
      if (u > -1 && u < 1 && v > -1 && v < 1) rug(hit, u, v, [1.45, 1.05], colors, 0)
      else wood(hit, { ...kind, board: 0.11, length: 0.9 }, hit.z, hit.x, seed)
    },
  })
  const { left, right } = shell
  const half = (right - left) / 2
  const wx = side * half * 0.3
  openings.push({ left: wx - 0.52, right: wx + 0.52, bottom: 0.7, top: 2.62, bars: [2, 4] })
  const chairX = -side * (half * 0.42)
  const lampX = chairX - side * 0.78
  const bulbs: Bulb[] = [
    [lampX, 1.02, FAR - 0.75, 0.9],
    [0, 2.6, 3, 1.1],
  ]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const deep = 0.32
  const solids: Solid[] = [
    ...windowFrame(shell, openings[0]!, FRAME),
    ...curtains(shell, openings[0]!, srgb('#6d2f2c'), 0.1, 0.1),
    bookcase([left, 0.05, FAR - deep], [wx - 0.86, 2.75, FAR], kind, seed, 7),
    bookcase([wx + 0.86, 0.05, FAR - deep], [right, 2.75, FAR], kind, seed + 700, 7),
    bookcase([left, 0.05, 0.4], [left + deep, 2.75, FAR - deep], kind, seed + 1400, 7, 1),
    bookcase([right - deep, 0.05, 0.4], [right, 2.75, FAR - deep], kind, seed + 2100, 7, 0),
    piece([left, 2.75, FAR - deep - 0.04], [right, 2.84, FAR], timber(kind, seed), { round: 0.02 }),
    piece([left, 0, FAR - deep - 0.02], [wx - 0.86, 0.07, FAR], timber(kind, seed)),
    piece([wx + 0.86, 0, FAR - deep - 0.02], [right, 0.07, FAR], timber(kind, seed)),
    ...sofa(chairX, FAR - 0.5, 0.95, srgb('#4f6b57'), [srgb('#c79a55')], WALNUT, seed),
    piece([lampX - 0.22, 0.5, FAR - 0.97], [lampX + 0.22, 0.53, FAR - 0.53], timber(kind, seed), {
      shape: 'drum',
      casts: 1,
    }),
    piece([lampX - 0.025, 0, FAR - 0.775], [lampX + 0.025, 0.5, FAR - 0.725], timber(kind, seed, true), {
      shape: 'drum',
    }),
    ...tableLamp(
      lampX,
      0.53,
      FAR - 0.75,
      Math.max(0.35, mood.lamps),
      srgb('#e9d9b4'),
      fabric(srgb('#3d5a50'), seed),
    ),
  ]
  return { shell, mood, solids }
}

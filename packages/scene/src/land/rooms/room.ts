import type { Scene } from '@plantain/core'
import type { Light } from '../../light.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { framed, pendant, piece, plant, timber } from '../built/furniture.ts'
import { ASH, OAK, PINE, wood } from '../built/materials.ts'
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
import type { Solid } from '../built/solid.ts'
import { FRAME, LINEN, pick, sideOf, TRIM, wallOf } from './base.ts'

const FAR = 5

/** A nearly empty room: one tall window, boards, a bench, a picture. Room for whatever was asked for. */
export function plainRoom(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(scene)
  const side = sideOf(scene)
  const paper = random(seed, 312) < 0.5 ? 3 : 0
  const boards = [OAK, ASH, PINE][Math.floor(random(seed, 313) * 3)]!
  const openings: Opening[] = []
  const shell = shellFor(scene, aspect, FAR, 2.9, {
    wall(hit) {
      if (isOpen(hit, openings)) hit.alpha = 0
      else wallpaper(hit, wall, paper, seed)
    },
    sides: (hit) => wallpaper(hit, wall, paper, seed),
    floor: (hit) => wood(hit, boards, hit.z, hit.x, seed),
  })
  const half = (shell.right - shell.left) / 2
  const wx = side * Math.min(half - 1, half * 0.45)
  openings.push(...windowsAt(wx, half, 1.32, { bottom: 0.34, top: 2.42, bars: [2, 4] }))
  const bulbs: Bulb[] = [[-side * 0.5, 2.02, FAR - 2.2, 1.5]]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const bench = -side * (half - 0.95)
  const legs = timber(OAK, seed, true)
  const solids: Solid[] = [
    ...trim(shell, TRIM),
    ...openings.flatMap((opening) => [
      ...windowFrame(shell, opening, FRAME),
      ...curtains(shell, opening, pick(LINEN, seed, 317), 0.8, 0.14),
    ]),
    piece([bench - 0.6, 0.42, FAR - 0.5], [bench + 0.6, 0.47, FAR - 0.12], timber(OAK, seed), {
      round: 0.012,
      casts: 1,
    }),
    piece([bench - 0.54, 0, FAR - 0.47], [bench - 0.48, 0.42, FAR - 0.15], legs),
    piece([bench + 0.48, 0, FAR - 0.47], [bench + 0.54, 0.42, FAR - 0.15], legs),
    framed(bench + 0.05, 1.25, FAR, 0.8, 0.98, srgb('#4a3a2e'), seed + 1),
    ...pendant(-side * 0.5, 2, FAR - 2.2, 2.9, mood.lamps, srgb('#e6dfd2')),
    ...plant(side * (half - 0.42), FAR - 0.5, 1.3, srgb('#4f7a45'), srgb('#cfc6b6'), seed),
  ]
  return { shell, mood, solids }
}

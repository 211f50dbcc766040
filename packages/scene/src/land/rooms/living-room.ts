import type { Scene } from '@plantain/core'
import type { Light } from '../../light.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { floorLamp, framed, plant, sofa } from '../built/furniture.ts'
import { ASH, OAK, rug, WALNUT, wood } from '../built/materials.ts'
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
import { CLOTHS, FRAME, LINEN, pick, sideOf, TRIM, wallOf } from './base.ts'

const FAR = 5.4

/** Sofa, lamp and pictures on one side, a window with a plant on the other, a rug in the free middle. */
export function livingRoom(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(scene)
  const side = sideOf(scene)
  const paper = Math.floor(random(seed, 312) * 4)
  const boards = random(seed, 313) < 0.6 ? OAK : random(seed, 314) < 0.5 ? WALNUT : ASH
  const colors = [pick(CLOTHS, seed, 315), srgb('#e3d9c6'), srgb('#2f3a41')] as const
  const openings: Opening[] = []
  const shell = shellFor(scene, aspect, FAR, 2.75, {
    wall(hit) {
      if (isOpen(hit, openings)) hit.alpha = 0
      else wallpaper(hit, wall, paper, seed)
    },
    sides: (hit) => wallpaper(hit, wall, paper === 2 ? 0 : paper, seed),
    floor(hit) {
      const u = hit.x / 1.35
      const v = (hit.z - 3.25) / 0.9
      if (u > -1 && u < 1 && v > -1 && v < 1) rug(hit, u, v, [1.35, 0.9], colors, seed)
      else wood(hit, boards, hit.z, hit.x, seed)
    },
  })
  const half = (shell.right - shell.left) / 2
  const wx = side * Math.min(half - 1.1, half * 0.52)
  openings.push(...windowsAt(wx, half, 1.44, { bottom: 0.82, top: 2.28, bars: [2, 2] }))
  const sofaX = -side * Math.max(half - 1.55, half * 0.4)
  const lampX = sofaX + side * 1.3
  const bulbs: Bulb[] = [
    [lampX, 1.42, FAR - 0.5, 0.9],
    [0, 2.35, 2.4, 0.9],
  ]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const solids: Solid[] = [
    ...trim(shell, TRIM),
    ...openings.flatMap((opening) => [
      ...windowFrame(shell, opening, FRAME),
      ...curtains(shell, opening, pick(LINEN, seed, 317), 0.35),
    ]),
    ...sofa(
      sofaX,
      FAR - 0.06,
      Math.min(2.2, half * 1.1),
      pick(CLOTHS, seed, 316),
      [pick(CLOTHS, seed, 318), srgb('#e6d8bd')],
      WALNUT,
      seed,
    ),
    ...floorLamp(lampX, FAR - 0.45, mood.lamps, srgb('#efe3cb')),
    framed(sofaX - 0.48, 1.32, FAR, 0.62, 0.82, srgb('#3a2f28'), seed + 1),
    framed(sofaX + 0.32, 1.42, FAR, 0.48, 0.6, srgb('#c9b28a'), seed + 2),
    ...plant(side * (half - 0.45), FAR - 0.55, 1.15, srgb('#4f7a45'), srgb('#b0674a'), seed),
  ]
  return { shell, mood, solids }
}

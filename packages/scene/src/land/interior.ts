import type { Scene } from '@plantain/core'
import { type Light, lightFor, type Rgb } from '../light.ts'
import { random } from '../noise.ts'
import { srgb } from '../sky/color.ts'
import { floorLamp, framed, plant, sofa } from './built/furniture.ts'
import { ASH, OAK, rug, WALNUT, wood } from './built/materials.ts'
import {
  type Bulb,
  curtains,
  type Interior,
  isOpen,
  moodFor,
  type Opening,
  paintRoom,
  PAINTS,
  shellFor,
  trim,
  wallpaper,
  windowFrame,
} from './built/room.ts'
import type { Solid } from './built/solid.ts'
import type { LandPainter } from './painter.ts'

const FAR = 5.4
const QUIET = ['#d9d2c3', '#c9cfc6', '#cdc4bd', '#b9c4c6', '#d8c9b0', '#aeb8a6'].map((hex) => srgb(hex))
const CLOTHS = ['#5f7470', '#9a6b4f', '#41566b', '#8c8577', '#6c5a66', '#b08b57'].map((hex) => srgb(hex))
const pick = (list: readonly Rgb[], seed: number, at: number): Rgb =>
  list[Math.floor(random(seed, at) * list.length)]!

export function wallOf({ world, seed }: Scene): Rgb {
  return world.backdrop === 'auto' ? pick(QUIET, seed, 311) : PAINTS[world.backdrop]
}

function livingRoom(scene: Scene, aspect: number, open: Light): Interior {
  const { world, seed } = scene
  const wall = wallOf(scene)
  const side = world.sunX < 0.5 ? -1 : 1
  const paper = Math.floor(random(seed, 312) * 4)
  const boards = random(seed, 313) < 0.6 ? OAK : random(seed, 314) < 0.5 ? WALNUT : ASH
  const colors = [pick(CLOTHS, seed, 315), srgb('#e3d9c6'), srgb('#2f3a41')] as const
  const openings: Opening[] = []
  const shell = shellFor(scene, aspect, FAR, 2.75, {
    wall(hit) {
      if (isOpen(hit, shell, openings)) hit.alpha = 0
      else wallpaper(hit, wall, paper, seed)
    },
    sides: (hit) => wallpaper(hit, wall, paper === 2 ? 0 : paper, seed),
    floor(hit) {
      const u = hit.x / 1.45
      const v = (hit.z - 3.1) / 1.0
      if (Math.abs(u) < 1 && Math.abs(v) < 1) rug(hit, u, v, [1.45, 1], colors, seed)
      else wood(hit, boards, hit.z, hit.x, seed)
    },
  })
  const half = (shell.right - shell.left) / 2
  const wx = side * Math.min(half - 1.1, half * 0.52)
  openings.push({ left: wx - 0.72, right: wx + 0.72, bottom: 0.82, top: 2.28, bars: [2, 2] })
  const sofaX = -side * Math.max(half - 1.55, half * 0.4)
  const lampX = sofaX + side * 1.3
  const bulbs: Bulb[] = [
    [lampX, 1.42, FAR - 0.5, 1.5],
    [0, 2.35, 2.4, 1.3],
  ]
  const mood = moodFor(world, open, shell, openings, bulbs, wall)
  const cover = pick(CLOTHS, seed, 316)
  const solids: Solid[] = [
    ...trim(shell, [0.8, 0.79, 0.76]),
    ...windowFrame(shell, openings[0]!, [0.86, 0.85, 0.83]),
    ...curtains(
      shell,
      openings[0]!,
      pick([srgb('#e8e0d0'), srgb('#c7b8a0'), srgb('#7d8f8d'), srgb('#b98a6a')], seed, 317),
      0.35,
    ),
    ...sofa(
      sofaX,
      FAR - 0.06,
      Math.min(2.2, half * 1.1),
      cover,
      [pick(CLOTHS, seed, 318), srgb('#e6d8bd')],
      WALNUT,
      seed,
    ),
    ...floorLamp(lampX, FAR - 0.45, mood.lamps, srgb('#efe3cb')),
    framed(sofaX - 0.48, 1.32, FAR, 0.62, 0.82, srgb('#3a2f28'), seed + 1),
    framed(sofaX + 0.32, 1.42, FAR, 0.48, 0.6, srgb('#c9b28a'), seed + 2),
    ...plant(side * (half - 0.38), FAR - 0.55, 1.15, srgb('#4f7a45'), srgb('#b0674a'), seed),
  ]
  return { shell, mood, solids }
}

export const interior: LandPainter = {
  lands: ['living room'],
  enclosed: true,
  light: (scene, light) => livingRoom(scene, 1, light).mood.light,
  paint: (stage, scene) =>
    paintRoom(stage, scene, livingRoom(scene, stage.camera.aspect, lightFor(scene.world))),
}

import type { Scene } from '@plantain/core'
import type { Rgb } from '../../light.ts'
import { random } from '../../noise.ts'
import { srgb } from '../../sky/color.ts'
import { PAINTS } from '../built/room.ts'

export const QUIET: readonly Rgb[] = ['#ddd5c4', '#c6d0c6', '#d3c6bd', '#b4c5ca', '#dccbad', '#a9b8a2'].map(
  (hex) => srgb(hex),
)
export const CLOTHS: readonly Rgb[] = ['#5f7d78', '#a9694a', '#41597a', '#938a78', '#765d70', '#bd8f4f'].map(
  (hex) => srgb(hex),
)
export const LINEN: readonly Rgb[] = ['#ece4d4', '#cdbfa6', '#8fa3a0', '#c79a78'].map((hex) => srgb(hex))
export const TRIM: Rgb = [0.82, 0.81, 0.78]
export const FRAME: Rgb = [0.87, 0.86, 0.84]

/** One of a list, by seed and place in the plan. */
export const pick = (list: readonly Rgb[], seed: number, at: number): Rgb =>
  list[Math.floor(random(seed, at) * list.length)]!

/** Paint of the walls: the backdrop that was asked for, or a quiet one. */
export const wallOf = ({ world, seed }: Scene, quiet: readonly Rgb[] = QUIET): Rgb =>
  world.backdrop === 'auto' ? pick(quiet, seed, 311) : PAINTS[world.backdrop]

/** The side on which the window lies: -1 left, 1 right. */
export const sideOf = ({ world }: Scene): -1 | 1 => (world.sunX < 0.5 ? -1 : 1)

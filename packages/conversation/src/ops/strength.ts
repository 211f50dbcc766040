import type { OpName, Wish } from '@plantain/core'
import { amountOf } from '../reading/amount.ts'

/** Figures for slight, moderate, strong and max. */
export type Scale = readonly [slight: number, moderate: number, strong: number, max: number]

export type ScaleName =
  | 'mired'
  | 'stops'
  | 'contrast'
  | 'saturation'
  | 'tone'
  | 'tint'
  | 'look'
  | 'enhance'
  | 'dehaze'
  | 'clarity'
  | 'denoise'
  | 'deblur'
  | 'sharpen'
  | 'grain'
  | 'vignette'
  | 'blur'
  | 'lensBlur'
  | 'motionBlur'
  | 'pixelate'
  | 'perspective'
  | 'border'
  | 'crop'
  | 'extend'

/**
 * What the words mean for each parameter of an operator: the one place for the scale of all wishes. The figures are those that each
 * operator names for people; radii and lengths are in percent of the longer side.
 */
export const SCALES: Readonly<Record<ScaleName, Scale>> = {
  mired: [15, 35, 70, 130],
  stops: [0.3, 0.6, 1.2, 2],
  contrast: [12, 25, 50, 90],
  saturation: [12, 25, 55, 100],
  tone: [25, 50, 80, 100],
  tint: [15, 30, 60, 100],
  look: [45, 80, 110, 140],
  enhance: [50, 100, 100, 100],
  dehaze: [30, 55, 80, 100],
  clarity: [20, 40, 75, 100],
  denoise: [35, 60, 85, 100],
  deblur: [50, 80, 100, 100],
  sharpen: [40, 80, 150, 250],
  grain: [15, 30, 55, 100],
  vignette: [20, 40, 65, 90],
  blur: [0.3, 0.8, 2, 5],
  lensBlur: [0.5, 1.2, 2.5, 5],
  motionBlur: [1, 3, 6, 12],
  pixelate: [1, 2, 4, 8],
  perspective: [10, 20, 35, 60],
  border: [2, 5, 10, 20],
  crop: [10, 20, 35, 60],
  extend: [15, 30, 60, 120],
}

const WORDS = ['slight', 'moderate', 'strong', 'max'] as const

/** The figure for an amount: of a word by its scale, of a percentage or a factor by `ofShare` where that is another unit. */
export function strengthOf(
  amount: string | undefined,
  scale: Scale,
  ofShare: (share: number) => number = (share) => 100 * share,
): number {
  const said = amountOf(amount)
  if (said.kind === 'percent') return ofShare(Math.abs(said.value))
  if (said.kind === 'factor') return ofShare(Math.abs(said.value - 1))
  const at = WORDS.findIndex((word) => word === (amount ?? 'moderate').trim().toLowerCase())
  return scale[at < 0 ? 1 : at]!
}

/** Stops of a picture that is so many times as bright, to a thousandth (so that it is the same everywhere). */
export const stopsOf = (ratio: number): number => Math.round(1000 * Math.log2(Math.max(0.02, ratio))) / 1000

/** Ops whose figure is one of SCALES where nothing is said: the session's strength holds for them. */
const graded: ReadonlySet<OpName> = new Set<OpName>([
  'auto_enhance',
  'blur',
  'brightness',
  'contrast',
  'dehaze',
  'denoise',
  'grain',
  'look',
  'saturation',
  'sharpen',
  'temperature',
  'tint',
  'tone',
  'vignette',
])

/** The wish, as strong as the session's setting says where it does not say itself. */
export const graduated = (wish: Wish, strength: string | undefined): Wish =>
  strength === undefined || wish.amount !== undefined || !graded.has(wish.op)
    ? wish
    : { ...wish, amount: strength }

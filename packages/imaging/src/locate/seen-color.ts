import { own } from '@plantain/core'

/** Colour words for surfaces as they are seen, pale or in shadow. */
export const SEEN_COLORS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'gray',
  'white',
] as const
export type SeenColor = (typeof SEEN_COLORS)[number]

const OTHER_WORDS: Readonly<Record<string, SeenColor>> = {
  grey: 'gray',
  silver: 'gray',
  turquoise: 'teal',
  cyan: 'teal',
  violet: 'purple',
  lilac: 'purple',
  magenta: 'pink',
  golden: 'yellow',
  gold: 'yellow',
  beige: 'brown',
  tan: 'brown',
  crimson: 'red',
  scarlet: 'red',
  navy: 'blue',
  ginger: 'orange',
  blond: 'yellow',
  blonde: 'yellow',
}

export const seenColorNamed = (word: string): SeenColor | null =>
  SEEN_COLORS.find((name) => name === word) ?? own(OTHER_WORDS, word) ?? null

/** Tangents of hue, so that no angle is needed: is (a, b) between the directions `from` and `to`, counted from red to yellow? */
const between = (
  a: number,
  b: number,
  [fromA, fromB]: readonly [number, number],
  [toA, toB]: readonly [number, number],
): boolean => fromA * b - fromB * a >= 0 && a * toB - b * toA > 0

// Directions in the plane of Oklab's a and b at 350, 8, 42, 78, 115, 165, 205, 285, 335 degrees.
const D350 = [0.985, -0.174] as const
const D8 = [0.99, 0.139] as const
const D42 = [0.743, 0.669] as const
const D78 = [0.208, 0.978] as const
const D115 = [-0.423, 0.906] as const
const D165 = [-0.966, 0.259] as const
const D205 = [-0.906, -0.423] as const
const D285 = [0.259, -0.966] as const
const D335 = [0.906, -0.423] as const

/** The word for a colour of Oklab. */
export function seenColor(lightness: number, a: number, b: number): SeenColor {
  const chroma = Math.sqrt(a * a + b * b)
  if (lightness < 0.22 && chroma < 0.06) return 'black'
  if (chroma < 0.025) return lightness > 0.86 ? 'white' : lightness < 0.32 ? 'black' : 'gray'
  if (between(a, b, D335, D350)) return 'pink'
  if (between(a, b, D350, D8)) return 'pink'
  if (between(a, b, D8, D42)) return lightness > 0.74 ? 'pink' : chroma < 0.09 ? 'brown' : 'red'
  if (between(a, b, D42, D78)) return lightness < 0.55 || chroma < 0.055 ? 'brown' : 'orange'
  if (between(a, b, D78, D115)) return lightness < 0.5 || chroma < 0.045 ? 'brown' : 'yellow'
  if (between(a, b, D115, D165)) return 'green'
  if (between(a, b, D165, D205)) return 'teal'
  if (between(a, b, D205, D285)) return 'blue'
  return 'purple'
}

/** Words that shade into each other: who says orange may mean what is seen as red or yellow beside it. */
const NEAR: Readonly<Partial<Record<SeenColor, readonly SeenColor[]>>> = {
  red: ['pink'],
  pink: ['red', 'purple'],
  purple: ['pink'],
  teal: ['blue'],
  gray: [],
  brown: [],
  orange: [],
}

export const isSeenAs = (color: SeenColor, lightness: number, a: number, b: number): boolean => {
  const seen = seenColor(lightness, a, b)
  return seen === color || (NEAR[color]?.includes(seen) === true && a * a + b * b > 0.01)
}

import type { Shade } from './operator.ts'

/** A curve of Oklab lightness by table, for the operators that change tones. */
export interface LightnessCurve {
  /** Lightness of i / STEPS * TOP. */
  readonly values: Float64Array
}

const STEPS = 2048
/** A little above white, for what earlier steps brought there. */
const TOP = 1.25

export const lightnessCurve = (curve: (lightness: number) => number): LightnessCurve => ({
  values: Float64Array.from({ length: STEPS + 2 }, (_, i) => curve((i / STEPS) * TOP)),
})

/** At a lightness; below 0 and above TOP it goes on as it begins and ends. */
export function readCurve({ values }: LightnessCurve, lightness: number): number {
  const t = (lightness * STEPS) / TOP
  const i = t < 0 ? 0 : t < STEPS ? t | 0 : STEPS
  const low = values[i]!
  return low + (values[i + 1]! - low) * (t - i)
}

/**
 * Bends lightness by the curve. Chroma follows as light would have it in the dark, where a pixel twice as light is twice as
 * colourful, and less towards white, where colours would leave the screen. It depends on the two lightnesses alone, so a
 * curve and its inverse undo each other.
 */
export const relight =
  (curve: LightnessCurve): Shade =>
  ({ one, two, three }) => {
    for (let i = 0; i < one.length; i++) {
      const before = one[i]!
      const after = readCurve(curve, before)
      const scale = richness(after) / richness(before)
      one[i] = after
      two[i] = two[i]! * scale
      three[i] = three[i]! * scale
    }
  }

function richness(lightness: number): number {
  const l = lightness < 0 ? 0 : lightness < TOP ? lightness : TOP
  return (l + 0.03) * (1 - 0.4 * l)
}

/** The inverse of a rising curve at a value, by bisection between -1 and 2. */
export function inverse(curve: (lightness: number) => number, value: number): number {
  let [low, high] = [-1, 2]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (curve(middle) < value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

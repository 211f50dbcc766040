import { inKernel } from './kernel-shade.ts'
import type { Shade } from './operator.ts'

const STEPS = 2048
/** A little above white, for what earlier steps brought there. */
const TOP = 1.25

/**
 * Bends Oklab lightness by a curve, through a table. Chroma follows as light would have it in the dark, where a pixel twice as light is twice
 * as colourful, and less towards white, where colours would leave the screen. It depends on the two lightnesses alone, so a
 * curve and its inverse undo each other. Below 0 and above TOP the curve goes on as it begins and ends.
 */
export function relight(curve: (lightness: number) => number): Shade {
  // Pairs of the lightness after and the factor of chroma.
  const table = Float32Array.from({ length: 2 * (STEPS + 2) }, (_, i) => {
    const before = ((i >> 1) / STEPS) * TOP
    const after = curve(before)
    return i % 2 === 0 ? after : richness(after) / richness(before)
  })
  const inOklab: Shade = (strip) =>
    inKernel(strip, (run, { one, two, three, count, memory }) =>
      run.relight(one, two, three, count, memory.lookUp(table), STEPS, STEPS / TOP),
    )
  const inLight: Shade = (strip) =>
    inKernel(strip, (run, { one, two, three, count, memory }) => {
      run.lightToCones(one, two, three, count)
      run.relightCones(one, two, three, count, memory.lookUp(table), STEPS, STEPS / TOP)
      run.conesToLight(one, two, three, count)
    })
  return Object.assign(inOklab, { inLight })
}

/** Chroma of one colour under more or less light. */
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

import * as z from 'zod'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

const STEPS = 'numbers at even steps of lightness from 0 to 1, 2 to 129 of them, as many in each list'
const table = (low: number, high: number, what: string, preset: readonly [number, number]) =>
  z
    .array(z.number().min(low).max(high))
    .min(2)
    .max(129)
    .describe(`${what}: ${STEPS}`)
    .default([...preset])

/**
 * The palette of another picture, tone by tone, in Oklab: at each lightness another lightness, a cast (`a`, `b`, added) and a strength of colour (`chroma`, a
 * factor), all four between their steps. `paletteOf` measures such a palette. It depends on the pixel alone, so what an edit leaves stays as it is.
 * `percent` mixes with the original.
 */
export const tonePalette: PointwiseOperator = pointwise({
  name: 'tone-palette',
  params: z
    .strictObject({
      lightness: table(0, 1, 'lightness after', [0, 1]),
      a: table(-0.5, 0.5, 'cast from green to red', [0, 0]),
      b: table(-0.5, 0.5, 'cast from blue to yellow', [0, 0]),
      chroma: table(0, 4, 'factor of the strength of colour', [1, 1]),
      percent: percent(0, 100, 100),
    })
    .refine(
      ({ lightness, a, b, chroma }) => [a, b, chroma].every(({ length }) => length === lightness.length),
      {
        error: ({ input }) =>
          `lightness, a, b and chroma have ${lengths(input)} numbers; give as many in each`,
      },
    ),
  identity: { percent: 0 },
  space: 'oklab',
  prepare({ percent, ...lists }) {
    const share = percent / 100
    const [lightness, a, b, chroma] = [lists.lightness, lists.a, lists.b, lists.chroma].map((list) =>
      Float64Array.from(list),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array]
    const last = lightness.length - 1
    return ({ one, two, three }) => {
      for (let p = 0; p < one.length; p++) {
        const place = Math.min(1, Math.max(0, one[p]!)) * last
        const low = Math.min(last - 1, Math.floor(place))
        const between = place - low
        const factor = read(chroma, low, between) - 1
        one[p] = one[p]! + share * (read(lightness, low, between) - one[p]!)
        two[p] = two[p]! + share * (read(a, low, between) + factor * two[p]!)
        three[p] = three[p]! + share * (read(b, low, between) + factor * three[p]!)
      }
    }
  },
})

const lengths = (given: unknown): string => {
  const { lightness, a, b, chroma } = given as Record<string, readonly number[]>
  return [lightness, a, b, chroma].map((list) => list?.length ?? 2).join(', ')
}

const read = (steps: Float64Array, low: number, between: number): number =>
  steps[low]! + (steps[low + 1]! - steps[low]!) * between

import * as z from 'zod'
import { colorParam, colorToOklab } from '../color/named.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/** One hue into the shadows and another into the highlights, as cinema grades do; lightness stays. */
export const splitTone: PointwiseOperator = pointwise({
  name: 'split-tone',
  params: z.strictObject({
    shadows: colorParam('teal'),
    highlights: colorParam('orange'),
    percent: percent(0, 100),
  }),
  identity: { percent: 0 },
  space: 'oklab',
  prepare: ({ shadows, highlights, percent }) => {
    const amount = (percent / 100) * FULL
    const [dark, light] = [hueOf(shadows), hueOf(highlights)]
    return ({ one, two, three }) => {
      for (let i = 0; i < one.length; i++) {
        const l = one[i]! < 0 ? 0 : one[i]! > 1 ? 1 : one[i]!
        // Full in the quarters, nothing at black and white.
        const down = amount * 4 * l * (1 - l) * (1 - l)
        const up = amount * 4 * l * l * (1 - l)
        two[i] = two[i]! + dark[0] * down + light[0] * up
        three[i] = three[i]! + dark[1] * down + light[1] * up
      }
    }
  },
})

const FULL = 0.14
function hueOf(color: string): readonly [a: number, b: number] {
  const { a, b } = colorToOklab(color)
  const chroma = Math.sqrt(a * a + b * b)
  return chroma < 0.005 ? [0, 0] : [a / chroma, b / chroma]
}

import * as z from 'zod'
import { colorParam, colorToOklab } from '../color/named.ts'
import { inKernel } from './kernel-shade.ts'
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
    const [down, up] = [dark, light].map(([a, b]) => [4 * amount * a, 4 * amount * b] as const)
    return (strip) =>
      inKernel(strip, (run, { one, two, three, count }) =>
        run.addTwoCasts(one, two, three, count, down![0], down![1], up![0], up![1]),
      )
  },
})

const FULL = 0.14
function hueOf(color: string): readonly [a: number, b: number] {
  const { a, b } = colorToOklab(color)
  const chroma = Math.sqrt(a * a + b * b)
  return chroma < 0.005 ? [0, 0] : [a / chroma, b / chroma]
}

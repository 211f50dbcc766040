import * as z from 'zod'
import { oklabToLinear } from '../color/oklab.ts'
import { cubeRoot } from '../color/cube-root.ts'
import { colorParam, colorToOklab } from '../color/named.ts'
import { inKernel } from './kernel-shade.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * One colour only. Light is weighed by the three shares as a film weighs it (together they count as 100; the preset is the
 * eye's), and printed in grey or in shades of `color`: 'gray', 'sepia', or any colour.
 *
 * Film-like: red filter 70/25/5 (dark skies), orthochromatic 5/50/45 (pale skies, dark lips). `percent` mixes with the original.
 */
export const monochrome: PointwiseOperator = pointwise({
  name: 'monochrome',
  params: z.strictObject({
    color: z
      .union([z.literal('sepia'), colorParam('gray').unwrap()])
      .describe('"gray", "sepia", a CSS colour name or #rrggbb')
      .default('gray'),
    percent: percent(0, 100, 100),
    redPercent: percent(0, 100, 21.26),
    greenPercent: percent(0, 100, 71.52),
    bluePercent: percent(0, 100, 7.22),
  }),
  identity: { percent: 0 },
  space: 'linear',
  prepare: ({ color, percent, redPercent, greenPercent, bluePercent }) => {
    const share = percent / 100
    const total = redPercent + greenPercent + bluePercent || 1
    const [red, green, blue] = [redPercent / total, greenPercent / total, bluePercent / total]
    const inks = print(color === 'sepia' ? SEPIA : color)
    if (!inks)
      return (strip) =>
        inKernel(strip, (run, { one, two, three, count }) =>
          run.towardsGrey(one, two, three, count, red, green, blue, share),
        )
    return ({ one, two, three }) => {
      for (let i = 0; i < one.length; i++) {
        const r = one[i]!
        const g = two[i]!
        const b = three[i]!
        const light = red * r + green * g + blue * b
        const at = light <= 0 ? 0 : light >= 1 ? STEPS : (Math.sqrt(light) * STEPS + 0.5) | 0
        one[i] = r + (light * inks[at * 3]! - r) * share
        two[i] = g + (light * inks[at * 3 + 1]! - g) * share
        three[i] = b + (light * inks[at * 3 + 2]! - b) * share
      }
    }
  },
})

const SEPIA = '#a8744c'
const STEPS = 1024

/** What each light is multiplied by in red, green and blue, by the root of light: the ink's hue, weaker towards white. null: grey. */
function print(color: string): Float32Array | null {
  const { a, b } = colorToOklab(color)
  if (Math.sqrt(a * a + b * b) < 0.005) return null
  const inks = new Float32Array((STEPS + 1) * 3).fill(1)
  for (let i = 1; i <= STEPS; i++) {
    const light = (i * i) / (STEPS * STEPS)
    const lightness = cubeRoot(light)
    const share = Math.min(1, lightness / 0.5) * (1 - 0.85 * lightness * lightness * lightness) * 0.9
    const rgb = oklabToLinear({ lightness, a: a * share, b: b * share })
    const luminance = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    for (let channel = 0; channel < 3; channel++)
      inks[i * 3 + channel] = Math.max(0, rgb[channel]! / luminance)
  }
  inks.copyWithin(0, 3, 6)
  return inks
}

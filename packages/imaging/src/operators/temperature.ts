import * as z from 'zod'
import { inKernel } from './kernel-shade.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Warmer or cooler light: one gain a channel, in linear light, where light adds up. The gains are those from daylight of 6504 K
 * to the light of a black body that is `mired` further (a mired is a million over kelvin; equal steps look equal). Luminance of
 * grey stays. + is warmer; a step and its opposite cancel.
 *
 * People: slight 15, moderate 35, strong 70, max 130.
 */
export const temperature: PointwiseOperator = pointwise({
  name: 'temperature',
  params: z.strictObject({ mired: z.number().min(-200).max(200).default(0) }),
  identity: { mired: 0 },
  space: 'linear',
  prepare: ({ mired }) => {
    const [red, green, blue] = gains(mired)
    return (strip) =>
      inKernel(strip, (run, { one, two, three, count }) =>
        run.scaleChannels(one, two, three, count, red, green, blue),
      )
  },
})

const DAYLIGHT_MIRED = 1e6 / 6504
type Rgb = readonly [red: number, green: number, blue: number]

/** Gains of linear red, green and blue; cooler is the inverse of as much warmer, so that the two undo each other. */
export function gains(mired: number): Rgb {
  const there = blackBody(DAYLIGHT_MIRED + Math.abs(mired))
  const here = blackBody(DAYLIGHT_MIRED)
  const [r, g, b] = [there[0] / here[0], there[1] / here[1], there[2] / here[2]]
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return mired >= 0
    ? [r / luminance, g / luminance, b / luminance]
    : [luminance / r, luminance / g, luminance / b]
}

/** Linear sRGB of a black body, of luminance 1. Chromaticity: Kim et al., US patent 7024034 (2002), 1667 to 25000 K. */
function blackBody(mired: number): Rgb {
  const t = mired / 1000 // 1000 K over T
  const x =
    t > 0.25
      ? -0.2661239 * t * t * t - 0.2343589 * t * t + 0.8776956 * t + 0.17991
      : -3.0258469 * t * t * t + 2.1070379 * t * t + 0.2226347 * t + 0.24039
  const y =
    t > 1000 / 2222
      ? -1.1063814 * x * x * x - 1.3481102 * x * x + 2.18555832 * x - 0.20219683
      : t > 0.25
        ? -0.9549476 * x * x * x - 1.37418593 * x * x + 2.09137015 * x - 0.16748867
        : 3.081758 * x * x * x - 5.8733867 * x * x + 3.75112997 * x - 0.37001483
  const [bigX, bigZ] = [x / y, (1 - x - y) / y]
  return [
    3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ,
    -0.969266 * bigX + 1.8760108 + 0.041556 * bigZ,
    0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ,
  ]
}

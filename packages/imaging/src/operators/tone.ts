import * as z from 'zod'
import { exp, pow } from '../math.ts'
import { inverse, relight } from './lightness.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Tonal ranges, each from -100 (darker) to 100 (lighter): blacks and whites move the ends, shadows and highlights the quarters
 * beside them, midtones the middle. Each is a rising curve of Oklab lightness, and its opposite is the inverse curve.
 *
 * People, for the range they name: slight 25, moderate 50, strong 80, max 100.
 */
export const tone: PointwiseOperator = pointwise({
  name: 'tone',
  params: z.strictObject({
    blacksPercent: percent(-100, 100),
    shadowsPercent: percent(-100, 100),
    midtonesPercent: percent(-100, 100),
    highlightsPercent: percent(-100, 100),
    whitesPercent: percent(-100, 100),
  }),
  identity: {},
  space: 'oklab',
  prepare: (params) =>
    relight((lightness) =>
      ranges.reduce((value, { name, curve }) => curve(value, params[name] / 100), lightness),
    ),
})

type Curve = (lightness: number, amount: number) => number
/** A curve for amounts from 0 up, and its inverse for those below. */
const bothWays =
  (up: Curve): Curve =>
  (lightness, amount) =>
    amount >= 0 ? up(lightness, amount) : inverse((value) => up(value, -amount), lightness)
/** The same from the other end of the scale: light for dark. */
const mirrored =
  (curve: Curve): Curve =>
  (lightness, amount) =>
    1 - curve(1 - lightness, -amount)

/** Zero at black and beyond the middle, highest at a lightness of 0.22; steepest fall 0.65, so the curve still rises. */
const shadows = bothWays((lightness, amount) => {
  const t = lightness / 0.66
  return t <= 0 || t >= 1 ? lightness : lightness + amount * 0.19 * 6.75 * t * (1 - t) * (1 - t)
})
const blacks = bothWays((lightness, amount) => {
  const t = lightness < 0 ? 1 : 1 - lightness / 0.4
  return t <= 0 ? lightness : lightness + amount * 0.13 * t * t
})
const midtones: Curve = (lightness, amount) =>
  lightness <= 0 || lightness >= 1 ? lightness : pow(lightness, exp(-0.5 * amount))

const ranges = [
  { name: 'blacksPercent', curve: blacks },
  { name: 'shadowsPercent', curve: shadows },
  { name: 'midtonesPercent', curve: midtones },
  { name: 'highlightsPercent', curve: mirrored(shadows) },
  { name: 'whitesPercent', curve: mirrored(blacks) },
] as const

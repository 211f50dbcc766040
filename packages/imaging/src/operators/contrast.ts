import * as z from 'zod'
import { exp, pow } from '../math.ts'
import { relight } from './lightness.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Spread between dark and light, around mid grey (18 % light), in Oklab lightness: an S that bends towards black and white
 * instead of clipping. The odds of lightness are raised to 2 to the (percent / 100), so steps add up and opposite ones cancel.
 *
 * People: slight 12, moderate 25, strong 50, max 90; "flat" -40.
 */
export const contrast: PointwiseOperator = pointwise({
  name: 'contrast',
  params: z.strictObject({ percent: percent(-100, 100) }),
  identity: { percent: 0 },
  space: 'oklab',
  prepare: ({ percent }) => relight((lightness) => steeper(lightness, percent)),
})

/** Lightness of 18 % grey, the middle that stays. */
const MIDDLE = 0.5646
/** How far beyond black and white the S reaches its ends: above 0, so that less contrast takes black and white apart. */
const MARGIN = 0.06
const LN2 = 0.6931471805599453
const odds = (lightness: number): number => (lightness + MARGIN) / (1 + MARGIN - lightness)

function steeper(lightness: number, percent: number): number {
  if (lightness >= 1 + MARGIN * 0.99 || lightness <= -MARGIN * 0.99) return lightness
  const middle = odds(MIDDLE)
  const bent = middle * pow(odds(lightness) / middle, exp((percent / 100) * LN2))
  return (bent * (1 + MARGIN) - MARGIN) / (1 + bent)
}

import * as z from 'zod'
import { inKernel } from './kernel-shade.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Strength of all colours, as Oklab chroma: -100 is grey, -50 half, 0 as it is. More runs against a limit near the
 * strongest colours of a screen, so that what is strong already does not turn neon.
 *
 * People: slight 12, moderate 25, strong 55, max 100; "muted" -40.
 */
export const saturation: PointwiseOperator = pointwise({
  name: 'saturation',
  params: z.strictObject({ percent: percent(-100, 200) }),
  identity: { percent: 0 },
  space: 'oklab',
  add: (one, other) => ({ percent: Math.min(200, Math.max(-100, one.percent + other.percent)) }),
  prepare: ({ percent }) => {
    const factor = 1 + percent / 100
    const bend = Math.max(0, factor - 1) / LIMIT
    return (strip) =>
      inKernel(strip, (run, { two, three, count }) => run.scaleChroma(two, three, count, factor, bend))
  },
})

/** Chroma that no amount exceeds; the primaries of sRGB lie between 0.26 and 0.32. */
const LIMIT = 0.3

import * as z from 'zod'
import { looks, type LookStep } from './looks.ts'
import { percent } from './params.ts'
import { recipe, type RecipeOperator, type RecipeStep } from './operator.ts'

/**
 * A named colour grade that leaves shapes alone: a list of other operators with settings, in `looks.ts`. `percent` weakens or (to
 * 150) strengthens all of them.
 *
 * People: slight 45, moderate 80, strong 110, max 140.
 */
export const look: RecipeOperator = recipe({
  name: 'look',
  params: z.strictObject({
    name: z.enum(Object.keys(looks) as [string, ...string[]]),
    percent: percent(0, 150, 100),
  }),
  identity: { name: 'cinematic', percent: 0 },
  steps: ({ name, percent }) =>
    percent === 0 ? [] : looks[name]!.map((step) => weakened(step, percent / 100)),
})

/** Numbers that are amounts are multiplied; points of curves move between the diagonal and where they are. */
function weakened({ operator, params }: LookStep, share: number): RecipeStep {
  const scaled = Object.entries(params).map(([key, value]) => {
    if (Array.isArray(value))
      return [
        key,
        value.map(([x, y]: readonly [number, number]) => [
          x,
          Math.min(255, Math.max(0, x + (y - x) * share)),
        ]),
      ]
    return [key, typeof value === 'number' && !fixed.has(key) ? bounded(operator, key, value * share) : value]
  })
  return { operator, params: Object.fromEntries(scaled) }
}

/** What is no amount, but the manner of one. */
const fixed: ReadonlySet<string> = new Set([
  'midpointPercent',
  'redPercent',
  'greenPercent',
  'bluePercent',
  'seed',
])

const bounded = (operator: string, key: string, value: number): number =>
  !key.endsWith('ercent') ? value : Math.min(operator === 'vignette' ? 95 : 100, Math.max(-95, value))

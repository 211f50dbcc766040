import { amountOf } from '../reading/amount.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { withThing } from '../scene-edit/things.ts'
import { note, toScene, type Op } from './op.ts'
import { inState } from './condition.ts'
import { framed } from './frame.ts'
import { isWhole, missing, nameOf } from './subject.ts'

const DEGREES = { slight: 5, moderate: 90, strong: 90, max: 180 } as const

/** "turn it 90 degrees to the left". */
export const rotate: Op = {
  name: 'rotate',
  plan(wish, view) {
    const amount = amountOf(wish.amount)
    const figure =
      amount.kind === 'number' || amount.kind === 'pixels'
        ? amount.value
        : (DEGREES[(wish.amount ?? 'moderate') as keyof typeof DEGREES] ?? 90)
    const degrees = (wish.direction === 'ccw' || wish.direction === 'left' ? -1 : 1) * figure
    if (wish.target === undefined || isWhole(wish.target) || view.scene === null)
      return framed(view, 'rotate', { degrees: degrees % 360 })
    const [first] = findTargets(wish.target, { ...view, scene: view.scene }, wish.region)
    if (first?.kind !== 'thing') return [missing(wish)]
    const thing = view.scene.things[first.index]!
    const turned = Math.abs(degrees) >= 135 ? 'upside down' : 'tilted'
    const exact = Math.abs(degrees) === 180
    return [
      toScene(
        withThing(view.scene, first.index, {
          ...inState(thing, turned, 'other'),
          ...(turned === 'tilted' ? { right: degrees > 0 } : {}),
        }),
      ),
      ...(exact
        ? []
        : [
            note(
              `I can draw the ${nameOf(thing)} tilted or upside down, not turned by exactly ${Math.abs(degrees)} degrees.`,
            ),
          ]),
    ]
  },
}

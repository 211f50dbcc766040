import { withThing } from '../scene-edit/things.ts'
import { findTargets } from '../scene-edit/targets.ts'
import { toScene, type Op } from './op.ts'
import { inState } from './condition.ts'
import { framed } from './frame.ts'
import { isWhole, missing } from './subject.ts'

/** "mirror it", "flip it upside down"; of a thing: it looks the other way. */
export const flip: Op = {
  name: 'flip',
  plan(wish, view) {
    const direction = wish.direction === 'vertical' ? 'vertical' : 'horizontal'
    if (wish.target === undefined || isWhole(wish.target) || view.scene === null)
      return framed(view, 'flip', { direction })
    const [first] = findTargets(wish.target, { ...view, scene: view.scene }, wish.region)
    if (first?.kind !== 'thing') return [missing(wish)]
    const thing = view.scene.things[first.index]!
    return [
      toScene(
        withThing(
          view.scene,
          first.index,
          direction === 'horizontal'
            ? { right: !thing.right }
            : inState(thing, thing.state === 'upside down' ? 'none' : 'upside down', 'other'),
        ),
      ),
    ]
  },
}

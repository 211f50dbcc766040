import type { Thing } from '@plantain/core'
import { carriedBy, withThing } from '../scene-edit/things.ts'
import { ratioOf } from '../reading/amount.ts'
import { asThing } from '../scene-edit/orbs.ts'
import { changeThings, missing, nameOf, subjects } from './subject.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'

/** "make the tree bigger", "half as big". What it wears and holds grows with it; what is on, in or under it stays as large as it is. */
export const scale: Op = sceneOp('scale', (wish, view) => {
  const ratio = ratioOf(wish.amount, wish.direction !== 'down')
  const [first] = subjects(wish, view)
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part') {
    const orb = asThing(view.scene, first.part.id, ratio)
    return [
      orb === null
        ? note(
            `The ${first.part.id} has no size of its own; move the camera or change the background instead.`,
          )
        : toScene(orb),
    ]
  }
  const size = ({ height }: Thing): number => Math.min(1.2, Math.max(0.02, height * ratio))
  const edited = changeThings(view.scene, [first], (thing) => ({ height: size(thing) }))
  if ('refused' in edited) return [note(edited.refused)]
  if (edited.scene === view.scene)
    return [
      note(
        `The ${nameOf(view.scene.things[first.index]!)} is as ${ratio > 1 ? 'large' : 'small'} as I can draw it.`,
      ),
    ]
  let { scene } = edited
  const goesAlong = ({ support }: Thing): boolean =>
    support === 'worn' || support === 'held' || (support === 'in' && ratio < 1) // or it would not fit any more
  for (const child of carriedBy(view.scene, first.index))
    if (goesAlong(view.scene.things[child]!))
      scene = withThing(scene, child, { height: size(view.scene.things[child]!) })
  return [toScene(scene)]
})

import type { Thing } from '@plantain/core'
import { findTargets } from '../scene-edit/targets.ts'
import { cutting, planted } from '../scene-edit/transplant.ts'
import { placeBy } from '../scene-edit/where.ts'
import { placeOf } from '../reading/place.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'
import { mainThing } from './subject.ts'
import { whereOf } from './where.ts'

/** "put the dog of the first picture into this one": the same individual, with what it wears and holds. */
export const insert: Op = sceneOp('insert', (wish, view) => {
  const from = wish.source === undefined ? undefined : view.sceneOf(wish.source)
  if (from === undefined) return [note('Say from which picture it should come.')]
  if (from === null)
    return [
      note(
        `To take the ${wish.target ?? 'subject'} out of an uploaded picture I have to set it into a picture; say into which.`,
      ),
    ]
  const found =
    wish.target === undefined
      ? []
      : findTargets(wish.target, { scene: from, elements: [], words: view.words, refers: [] })
  const named = found.find((target) => target.kind === 'thing')?.index
  const index = named ?? (wish.target === undefined ? mainThing(from) : null)
  if (index === null || index === undefined)
    return [note(`I see no ${wish.target ?? 'subject'} in the picture that it should come from.`)]
  const thing = from.things[index]!
  const kind = view.words.kinds.get(thing.kind)
  const place = placeOf(view.words, wish.region)
  const where = place === null ? null : whereOf(place, view)
  if (where !== null && 'refused' in where) return [note(where.refused)]
  const placing: Partial<Thing> =
    kind === undefined
      ? {}
      : placeBy(where, view.scene, kind, view.words.kinds, view.base.width / view.base.height)
  const set = planted(view.scene, cutting(from, index), placing)
  return [set === null ? note('The picture is full; take something out first.') : toScene(set)]
})

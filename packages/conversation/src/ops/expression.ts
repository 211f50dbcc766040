import { FEELINGS, inState, stateOf } from './condition.ts'
import { withFace } from '../scene-edit/orbs.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "make him laugh", "sad now". */
export const expression: Op = sceneOp('expression', (wish, view) => {
  const feeling = stateOf(view.words, wish.value ?? '', FEELINGS)
  if (feeling === null)
    return [
      note(`I cannot draw a face that is ${wish.value ?? 'so'}; I know ${FEELINGS.join(', ')} and neutral.`),
    ]
  const found = subjects(wish, view)
  const [orb] = found
  const faced = orb?.kind === 'part' ? withFace(view.scene, orb.part.id, feeling) : null
  if (faced !== null) return [toScene(faced)]
  const targets = found.filter(({ kind }) => kind === 'thing')
  const [first] = targets
  if (first === undefined || first.kind !== 'thing') return [missing(wish)]
  const name = nameOf(view.scene.things[first.index]!)
  return stepsFor(
    view.scene,
    targets,
    (one) => inState(one, feeling, 'mood'),
    `The ${name} looks ${feeling === 'none' ? 'neutral' : feeling} already.`,
  )
})

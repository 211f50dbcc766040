import { readPhrase } from '../reading/phrase.ts'
import { facingBy, inState, POSES, stateOf } from './condition.ts'
import { note, sceneOp, type Op } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "make the dog sit", "have her look to the left". */
export const pose: Op = sceneOp('pose', (wish, view) => {
  const wording = wish.value ?? ''
  const targets = subjects(wish, view).filter(({ kind }) => kind === 'thing')
  const [first] = targets
  if (first === undefined || first.kind !== 'thing') return [missing(wish)]
  const thing = view.scene.things[first.index]!
  const state = stateOf(view.words, wording, POSES)
  const facing = facingBy(readPhrase(view.words, wording))
  if (state === null && facing === null)
    return [
      note(
        `I cannot draw the ${nameOf(thing)} ${wording}; I know ${POSES.slice(0, 5).join(', ')}, sleeping, standing, and looking left or right.`,
      ),
    ]
  return stepsFor(
    view.scene,
    targets,
    (one) => ({
      ...(state === null ? {} : inState(one, state, 'other')),
      right: facing === null ? one.right : facing === 'turn' ? !one.right : facing === 'right',
    }),
    `The ${nameOf(thing)} does so already.`,
  )
})

import { readPhrase } from '../reading/phrase.ts'
import { facingBy, inState, POSES, stateOf } from './condition.ts'
import type { Thing } from '@plantain/core'
import { findTargets } from '../scene-edit/targets.ts'
import { note, sceneOp, type Op, type SceneView } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "Looking at the snowman": the side that it stands on. */
function towards(wording: string, { x }: Thing, view: SceneView): 'left' | 'right' | null {
  const [, name] = /\b(?:at|towards?|facing|to)\s+(?:the |a |an )?(\p{L}[\p{L} -]*)$/iu.exec(wording) ?? []
  const [target] = name === undefined ? [] : findTargets(name, view)
  if (target?.kind !== 'thing') return null
  return view.scene.things[target.index]!.x > x ? 'right' : 'left'
}

/** "make the dog sit", "have her look to the left". */
export const pose: Op = sceneOp('pose', (wish, view) => {
  const wording = wish.value ?? ''
  const targets = subjects(wish, view).filter(({ kind }) => kind === 'thing')
  const [first] = targets
  if (first === undefined || first.kind !== 'thing') return [missing(wish)]
  const thing = view.scene.things[first.index]!
  const state = stateOf(view.words, wording, POSES)
  const facing = facingBy(readPhrase(view.words, wording)) ?? towards(wording, thing, view)
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

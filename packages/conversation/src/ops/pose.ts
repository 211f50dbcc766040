import { readPhrase } from '../reading/phrase.ts'
import { facingBy, inState, POSES, stateOf } from './condition.ts'
import type { Thing } from '@plantain/core'
import { findTargets } from '../scene-edit/targets.ts'
import { note, sceneOp, type Op, type SceneView } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "Looking at the snowman": what they turn to. */
function goalOf(wording: string, view: SceneView): Thing | null {
  if (/\bback\b|\baway\b/i.test(wording)) return null
  const [, name] = /\b(?:at|towards?|facing)\s+(?:the |a |an )?(\p{L}[\p{L} -]*)$/iu.exec(wording) ?? []
  const [target] = name === undefined ? [] : findTargets(name, view)
  return target?.kind === 'thing' ? view.scene.things[target.index]! : null
}

/** "make the dog sit", "have her look to the left". */
export const pose: Op = sceneOp('pose', (wish, view) => {
  const wording = wish.value ?? ''
  const targets = subjects(wish, view).filter(({ kind }) => kind === 'thing')
  const [first] = targets
  if (first === undefined || first.kind !== 'thing') return [missing(wish)]
  const thing = view.scene.things[first.index]!
  const state = stateOf(view.words, wording, POSES)
  const said = facingBy(readPhrase(view.words, wording))
  const goal = said === null ? goalOf(wording, view) : null
  if (state === null && said === null && goal === null)
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
      right:
        goal !== null
          ? goal.x > one.x
          : said === null
            ? one.right
            : said === 'turn'
              ? !one.right
              : said === 'right',
    }),
    `The ${nameOf(thing)} does so already.`,
  )
})

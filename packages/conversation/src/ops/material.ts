import { MATERIALS } from '@plantain/core'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, type Op } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "make the statue golden", "a glass house". */
export const material: Op = sceneOp('material', (wish, view) => {
  const phrase = readPhrase(view.words, wish.value ?? '')
  const stuff =
    valueOf(phrase, 'material', MATERIALS) ?? (valueOf(phrase, 'color', ['gold']) === 'gold' ? 'gold' : null)
  if (stuff === null)
    return [note(`I cannot make things of ${wish.value ?? 'that'}; I know ${MATERIALS.slice(1).join(', ')}.`)]
  const targets = subjects(wish, view)
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part')
    return [note(`I can change what things are made of, not the ${first.part.name(view.scene.world)}.`)]
  const name = nameOf(view.scene.things[first.index]!)
  return stepsFor(view.scene, targets, () => ({ material: stuff }), `The ${name} is of ${stuff} already.`)
})

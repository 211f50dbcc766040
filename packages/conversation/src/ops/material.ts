import { MATERIALS } from '@plantain/core'
import { stuffIn } from '../reading/looks.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, type Op } from './op.ts'
import { missing, nameOf, stepsFor, subjects } from './subject.ts'

/** "make the statue golden", "a glass house". */
export const material: Op = sceneOp('material', (wish, view) => {
  const phrase = readPhrase(view.words, wish.value ?? '')
  const said = stuffIn(view.words, wish.value ?? '')
  const stuff =
    said?.material ??
    valueOf(phrase, 'material', MATERIALS) ??
    (valueOf(phrase, 'color', ['gold']) === 'gold' ? 'gold' : null)
  if (stuff === null)
    return [note(`I cannot make things of ${wish.value ?? 'that'}; I know ${MATERIALS.slice(1).join(', ')}.`)]
  const targets = subjects(wish, view)
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part')
    return [note(`I can change what things are made of, not the ${first.part.name(view.scene.world)}.`)]
  const name = nameOf(view.scene.things[first.index]!)
  const word = said?.word ?? null
  return stepsFor(
    view.scene,
    targets,
    ({ color, looks }) => ({
      material: stuff,
      color: color === 'auto' ? (said?.color ?? 'auto') : color,
      ...(word === null && looks === undefined ? {} : { looks: word ?? '' }),
    }),
    `The ${name} is of ${word ?? stuff} already.`,
  )
})

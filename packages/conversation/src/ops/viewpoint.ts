import { VIEWPOINTS } from '@plantain/core'
import { seenFrom } from '../scene-edit/view.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'
import { mainThing, subjects } from './subject.ts'

/** "from above", "a close-up of the dog". */
export const viewpoint: Op = sceneOp('viewpoint', (wish, view) => {
  const wording = wish.value ?? ''
  const from = valueOf(readPhrase(view.words, wording), 'viewpoint', VIEWPOINTS)
  if (from === null) return [note(`I cannot show it ${wording || 'so'}; I know ${VIEWPOINTS.join(', ')}.`)]
  const named =
    wish.target === undefined ? undefined : subjects(wish, view).find((target) => target.kind === 'thing')
  const subject = named?.index ?? mainThing(view.scene)
  if (from === view.scene.world.viewpoint && from !== 'close-up') return [note(`It is seen ${from} already.`)]
  return [toScene(seenFrom(view.scene, from, subject), { viewpoint: wording })]
})

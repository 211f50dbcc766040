import { TIMES } from '@plantain/core'
import { atHour } from '../scene-edit/hour.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'

/** "now make it night", "golden hour". */
export const timeOfDay: Op = sceneOp('time_of_day', (wish, view) => {
  const wording = wish.value ?? ''
  const phrase = readPhrase(view.words, wording)
  const day = /\b(?:day|daytime|daylight|midday)\b/i.test(wording) ? 'noon' : null
  const said = valueOf(phrase, 'time', TIMES) ?? day
  if (said === null) return [note(`I know no hour "${wording}"; I know ${TIMES.join(', ')}.`)]
  const { scene } = view
  if (said === scene.world.time) return [note(`It is ${said} already.`)]
  return [toScene({ ...scene, world: atHour(scene.world, said) }, { time_of_day: wording })]
})

import { SEASONS } from '@plantain/core'
import { inSeason } from '../scene-edit/season.ts'
import { readPhrase, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'

/** "make it winter", "autumn colours". */
export const season: Op = sceneOp('season', (wish, view) => {
  const said = valueOf(readPhrase(view.words, wish.value ?? ''), 'season', SEASONS)
  if (said === null)
    return [note(`I know no season "${wish.value ?? ''}"; say spring, summer, autumn or winter.`)]
  if (said === view.scene.world.season && (said === 'winter') === (view.scene.world.cover === 'snow'))
    return [note(`It is ${said} already.`)]
  return [toScene(inSeason(view.scene, said), { season: wish.value ?? said })]
})

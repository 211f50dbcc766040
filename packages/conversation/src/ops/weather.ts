import { WEATHERS } from '@plantain/core'
import { inWeather } from '../scene-edit/weather.ts'
import { stepsOf } from '../reading/amount.ts'
import { readPhrase, says, valueOf } from '../reading/phrase.ts'
import { note, sceneOp, toScene, type Op } from './op.ts'

/** "make it rain", "thick fog", "stop the rain". */
export const weather: Op = sceneOp('weather', (wish, view) => {
  const wording = wish.value ?? ''
  const phrase = readPhrase(view.words, wording)
  const { scene } = view
  const stopped = /\b(?:no|stop|without|less|end)\b/i.test(wording)
  const said = valueOf(phrase, 'weather', WEATHERS)
  if (says(phrase, 'flag', 'rainbow'))
    return [toScene({ ...scene, world: { ...scene.world, rainbow: !stopped } })]
  if (said === null) return [note(`I do not know the weather "${wording}"; I know ${WEATHERS.join(', ')}.`)]
  const pushed = says(phrase, 'push', 'intensity high')
    ? 1.6
    : says(phrase, 'push', 'intensity low')
      ? 0.5
      : 1
  const asked = stopped ? 'clear' : said
  const steps = wish.amount === undefined ? pushed : stepsOf(wish.amount)
  // "more rain" while it rains adds to what falls.
  const before = scene.world.weather === asked && wish.amount === undefined && pushed === 1
  const world = inWeather(scene.world, asked, before ? 1.6 : steps)
  return [toScene({ ...scene, world }, { weather: stopped ? 'clear' : wording })]
})

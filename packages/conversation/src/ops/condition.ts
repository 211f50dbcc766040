import { type Mood, MOODS, STATES, type State, type Thing } from '@plantain/core'
import { readPhrase, valueOf, type Phrase } from '../reading/phrase.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'

export const FEELINGS: readonly State[] = [...MOODS, 'sleeping']
export const POSES: readonly State[] = [
  'sitting',
  'running',
  'flying',
  'jumping',
  'dancing',
  'sleeping',
  'upside down',
  'tilted',
]

const NEUTRAL =
  /\b(?:neutral|calm|serious|normal|relaxed|no expression|blank|standing|stand|still|upright|straight)\b/i
const STANDING = /\b(?:stand|stands|standing|stood)\b/i
const OFF = /\b(?:off|unlit|out|extinguished|put out)\b/i
const ON = /\b(?:on|lit|glowing|burning|shining|lights? on|illuminated|switched on|turned on)\b/i

/** The state that a wording means, of those allowed; 'none' for what is calm or stands; null where it says none of them. */
export function stateOf(
  words: Vocabulary,
  wording: string,
  allowed: readonly State[] = STATES,
): State | null {
  // The lexicon knows standing as something like sitting.
  if (STANDING.test(wording)) return 'none'
  const said = valueOf(readPhrase(words, wording), 'state', allowed)
  return said ?? (NEUTRAL.test(wording) ? 'none' : null)
}

/**
 * A thing in another state. A face stays as it was when its owner sits down, grows old or gets wet, and none of these is lost by a smile;
 * 'none' ends what the wish is about: the mood where `of` is 'mood', else the rest.
 */
export function inState(thing: Thing, state: State, of: 'mood' | 'other'): Partial<Thing> {
  const [after, mood] = bothAfter(thing, state, of)
  return { state: after, ...(mood === (thing.mood ?? 'none') ? {} : { mood }) }
}

function bothAfter(
  { state: before, mood = 'none' }: Thing,
  state: State,
  of: 'mood' | 'other',
): [State, Mood | 'none'] {
  const own = moodOf(before)
  const wanted = moodOf(state)
  const awake = before === 'sleeping' ? 'none' : before
  if (wanted !== null) return own !== null || awake === 'none' ? [wanted, 'none'] : [before, wanted]
  if (state !== 'none') return [state, state === 'sleeping' ? 'none' : (own ?? mood)]
  if (of === 'mood') return [own === null ? awake : 'none', 'none']
  return mood === 'none' ? [own ?? 'none', mood] : [mood, 'none']
}

const moodOf = (state: State): Mood | null => MOODS.find((one) => one === state) ?? null

/** Whether a light is meant to be lit or out; null where nothing is said of it. */
export const litBy = (wording: string): 'lit' | 'none' | null =>
  OFF.test(wording) ? 'none' : ON.test(wording) ? 'lit' : null

/** Which way a wording turns someone: to the right, to the left, or the other way round. */
export function facingBy(phrase: Phrase): 'left' | 'right' | 'turn' | null {
  const said = valueOf(phrase, 'facing', ['left', 'right'])
  if (said !== null) return said
  const text = phrase.text.toLowerCase()
  if (/\b(?:turn(?:ed)? around|turn round|other way|opposite|mirror(?:ed)?|flip(?:ped)?)\b/.test(text))
    return 'turn'
  if (/\b(?:fac|look|turn|gaz|head|walk|point)\w*\b.*\bleft\b/.test(text)) return 'left'
  if (/\b(?:fac|look|turn|gaz|head|walk|point)\w*\b.*\bright\b/.test(text)) return 'right'
  return null
}

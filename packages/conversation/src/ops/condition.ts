import { STATES, type State } from '@plantain/core'
import { readPhrase, valueOf, type Phrase } from '../reading/phrase.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'

export const FEELINGS: readonly State[] = ['happy', 'sad', 'angry', 'surprised', 'sleeping']
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
const OFF = /\b(?:off|unlit|out|extinguished|put out)\b/i
const ON = /\b(?:on|lit|glowing|burning|shining|lights? on|illuminated|switched on|turned on)\b/i

/** The state that a wording means, of those allowed; 'none' for what is calm or stands; null where it says none of them. */
export function stateOf(
  words: Vocabulary,
  wording: string,
  allowed: readonly State[] = STATES,
): State | null {
  const said = valueOf(readPhrase(words, wording), 'state', allowed)
  return said ?? (NEUTRAL.test(wording) ? 'none' : null)
}

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

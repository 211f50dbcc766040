import type { Interpretation, Message, Wish } from '@plantain/core'
import { sceneBefore } from './before.ts'
import { areAlike } from './alike.ts'
import type { Words } from './words.ts'

/** What is done to one thing, so that another in its place is a loss. */
const DONE_TO: ReadonlySet<string> = new Set(['remove', 'move', 'scale', 'replace', 'recolor'])
const POINTING =
  /\b(?:it|its|he|his|him|she|hers?|they|them|their|this|that|these|those|one|ones|other|both|all|everything|everyone|thing|guy|same|again|too)\b/i

/**
 * "Remove the flag" of a photograph of which a face is told: the network points at what it knows, and so at the face. Where the message names one thing, right
 * after its article, that shares no meaning with the target and is no word of the reading, that thing is the target. English; a message that points is left.
 */
export function named(reading: Interpretation, message: Message, words: Words): Interpretation {
  const [wish] = reading.ops
  // Of a scene all things are told; what is absent is asked about there.
  if (
    message.partial !== true ||
    reading.kind !== 'edit' ||
    reading.ops.length !== 1 ||
    wish?.target === undefined
  )
    return reading
  if (!DONE_TO.has(wish.op) || POINTING.test(message.message)) return reading
  const said = wordsOf(message.message)
  const target = wordsOf(wish.target)
  // The person's own word for it, or one that means the same.
  if (target.some((word) => said.some((one) => stem(word).endsWith(stem(one)) && one.length > 2)))
    return reading
  const noun =
    /^\W*(?:please\W+|now\W+|and\W+|can you\W+|could you\W+)*(?:remove|delete|erase|take|move|shift|replace|swap|shrink|enlarge|drop|lose|hide)(?:\s+(?:away|out|off))?\s+(?:the|a|an|that|my)\s+(\p{L}+)(?:\s+(?:away|out|off|please|too))*(?:\s+(?:to|on|onto|in|into|from|at|up|down|over|behind|next|with|by|for)\b.*)?\W*$/iu.exec(
      message.message,
    )?.[1]
  if (noun === undefined || NO_THINGS.test(noun) || !isThing(noun, words)) return reading
  // People go by many words.
  if (PEOPLE.test(noun) && target.some((word) => /^(?:person|people|face)$/.test(word))) return reading
  const senses = sensesOf(noun, words)
  const [key] = keysOf(noun, words)
  const means = (word: string): boolean =>
    [...sensesOf(word, words)].some((sense) => senses.has(sense)) ||
    keysOf(word, words).some((other) => key !== undefined && areAlike(key, other, words))
  if (target.some(means)) return reading
  const elsewhere = Object.entries(wish).some(
    ([slot, value]) =>
      slot !== 'op' && slot !== 'target' && String(value).toLowerCase().includes(noun.toLowerCase()),
  )
  if (elsewhere) return reading
  const own = elementsOf(message).find(({ name }) => wordsOf(name).some((word) => stem(word) === stem(noun)))
  const refs = reading.refers_to.filter((ref) => !ref.startsWith('el:'))
  return {
    ...reading,
    ops: [{ ...wish, target: noun } satisfies Wish],
    refers_to: own === undefined ? refs : [...refs, `el:${own.id}`],
  }
}

const NO_THINGS =
  /^(?:camera|view|shot|picture|photo|photograph|image|frame|subject|background|foreground|crop)$/i
const PEOPLE =
  /^(?:m[ae]n|wom[ae]n|boys?|girls?|lady|ladies|guys?|kids?|child|children|bab(?:y|ies)|bride|groom|mother|father|mom|mum|dad|friend|couple|figure|astronaut|model|tourists?|players?|dancers?|workers?|passers?-?by)$/i

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
const stem = (word: string): string => word.toLowerCase().replace(/(?:es|s)$/, '')
const keysOf = (word: string, words: Words): readonly string[] => words.units(word).map(({ key }) => key)
const sensesOf = (word: string, words: Words): ReadonlySet<string> =>
  new Set(keysOf(word, words).flatMap((key) => [...words.senses(key)]))
const isThing = (word: string, words: Words): boolean =>
  [...sensesOf(word, words)].some((sense) => sense.startsWith('#'))
const elementsOf = ({ history, uploads }: Message) => [...uploads.flat(), ...sceneBefore(history)]

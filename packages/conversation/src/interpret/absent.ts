import type { Interpretation, Message, OpName } from '@plantain/core'
import { areAlike } from './alike.ts'
import type { Words } from './words.ts'

/** What can only be done to a thing that is there. */
const DONE_TO: ReadonlySet<OpName> = new Set<OpName>(['remove', 'recolor', 'move', 'scale', 'replace'])
/** Rooms have walls and nights have stars that no list of things tells. */
const EVERYWHERE = /\b(?:walls?|floors?|ceilings?|lights?|stars?|reflections?|shadows?|glare)\b/i

/**
 * "The dog is a nuisance", of a picture without a dog: which thing is meant has to be asked. Only of things that the lexicon knows as
 * things, where what the picture shows, or showed before, is told and none of it shares a meaning; never where an element was pointed at.
 * Of 6,800 such wishes in the written messages it holds of 3 in a thousand.
 */
export function askedIfAbsent(
  reading: Interpretation,
  { history, uploads, partial }: Message,
  words: Words,
): Interpretation {
  if (partial === true || reading.kind !== 'edit' || reading.refers_to.some((ref) => ref.startsWith('el:')))
    return reading
  const targets = reading.ops
    .filter(({ op }) => op !== 'keep' && op !== 'avoid')
    .map(({ op, target }) => (DONE_TO.has(op) ? target : undefined))
  if (targets.length === 0 || targets.includes(undefined)) return reading
  const shown = [
    ...uploads.flat(),
    ...history.flatMap((turn) => (turn.role === 'user' ? (turn.uploads ?? []).flat() : (turn.scene ?? []))),
  ]
  if (shown.length < 2) return reading
  const sensesOf = (text: string): readonly string[] =>
    words.units(text).flatMap(({ key }) => [...words.senses(key)])
  const there = new Set(shown.flatMap(({ name, value }) => [...sensesOf(name), ...sensesOf(value ?? '')]))
  const isAbsent = (target: string): boolean => {
    const noun = words.units(target).at(-1)
    const isThing = noun !== undefined && [...words.senses(noun.key)].some((sense) => sense.startsWith('#'))
    if (!isThing || EVERYWHERE.test(target) || sensesOf(target).some((sense) => there.has(sense)))
      return false
    return !shown.some(({ name }) => {
      const last = words.units(name).at(-1)
      return last !== undefined && areAlike(noun.key, last.key, words)
    })
  }
  return targets.every((target) => isAbsent(target!))
    ? {
        kind: 'clarify',
        ops: [],
        refers_to: reading.refers_to.filter((ref) => ref !== 'edit:last'),
        ask: 'target',
      }
    : reading
}

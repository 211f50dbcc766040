import type { Constraints, Wish } from '@plantain/core'
import { readAsked, type Asked } from '@plantain/scene/words'
import type { Task } from '../perform.ts'
import { readPhrase } from '../reading/phrase.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'

const TOLD: readonly (keyof Constraints)[] = [
  'style',
  'mood',
  'composition',
  'lighting',
  'time_of_day',
  'weather',
  'season',
  'background',
]

/**
 * What the composer reads: the person's own words, and what the message means beside them (a subject that "one with a cat instead"
 * leaves out, the style that the session has settled on).
 */
export function promptFor(
  { message, interpretation, options }: Task,
  create: Wish | undefined,
  words: Vocabulary,
): string {
  const { constraints = {} } = interpretation
  const meanings = new Set(readPhrase(words, message).meanings.map(({ field, value }) => `${field}:${value}`))
  const lacks = (text: string): boolean => {
    const phrase = readPhrase(words, text)
    const own = phrase.meanings.filter(
      ({ way, field }) => way === 'said' && field !== 'count' && field !== 'plural',
    )
    const known = own.filter(({ field, value }) => meanings.has(`${field}:${value}`))
    return own.length > 0 ? known.length === 0 : !message.toLowerCase().includes(text.toLowerCase())
  }
  const subjects = (create?.subject ?? []).filter(lacks)
  const told = TOLD.flatMap((field) => {
    const value = constraints[field]
    return typeof value === 'string' && lacks(value) ? [value] : []
  })
  const palette = (constraints.palette ?? []).filter(lacks)
  const style =
    constraints.style === undefined && options['style'] !== undefined && lacksField(message, 'style', words)
      ? [options['style']]
      : []
  const lettering =
    constraints.text !== undefined && !message.includes(constraints.text)
      ? [`a sign that says "${constraints.text}"`]
      : []
  return [message.trim(), ...subjects, ...told, ...palette, ...style, ...lettering].join(', ')
}

export const lacksField = (message: string, field: string, words: Vocabulary): boolean =>
  !readPhrase(words, message).meanings.some((one) => one.field === field && one.way !== 'likely')

/** What must not be seen, in words. */
export function unwantedWords({ interpretation, options }: Task): string {
  const avoided = interpretation.ops.flatMap(({ op, target }) =>
    op === 'avoid' && target !== undefined ? [target] : [],
  )
  return [...avoided, ...(options['avoid'] === undefined ? [] : [options['avoid']])].join(', ')
}

export const askedIn = (prompt: string, words: Vocabulary): Asked => readAsked(words.text.units(prompt))

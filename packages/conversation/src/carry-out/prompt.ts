import type { Constraints, Wish } from '@plantain/core'
import { readAsked, type Asked, type Meaning } from '@plantain/scene/words'
import type { Task } from '../perform.ts'
import { readPhrase, type Phrase } from '../reading/phrase.ts'
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
  const phrase = readPhrase(words, message)
  const meanings = new Set(phrase.meanings.map(key))
  const subject = create?.subject ?? []
  const covered = subject.map((text) => coverage(text, message, meanings, words))
  const lacks = (text: string): boolean => coverage(text, message, meanings, words) === 'none'
  const told = TOLD.flatMap((field) => {
    const value = constraints[field]
    return typeof value === 'string' && !contradicts(value, phrase, words) ? [value] : []
  })
  const palette = constraints.palette ?? []
  const style =
    constraints.style === undefined && options['style'] !== undefined && lacksField(message, 'style', words)
      ? [options['style']]
      : []
  const lettering =
    constraints.text !== undefined && !message.includes(constraints.text)
      ? [`a sign that says "${constraints.text}"`]
      : []
  // "drwa a hous": where half of a subject was lost on the lexicon, what was understood is the better wording.
  const own = covered.includes('part')
    ? [...subject, ...told, ...palette]
    : [
        shapeless(message, interpretation),
        ...subject.filter(lacks),
        ...told.filter(lacks),
        ...palette.filter(lacks),
      ]
  return [...own, ...style, ...lettering].join(', ')
}

/** "On a wooden table" was said, and a beach was understood: what was said counts. */
function contradicts(value: string, message: Phrase, words: Vocabulary): boolean {
  const said = message.meanings.filter(({ way }) => way === 'said')
  return readPhrase(words, value).meanings.some(
    ({ field, value: one, way }) =>
      way === 'said' &&
      OF_WORLD.has(field) &&
      said.some((other) => other.field === field) &&
      !said.some((other) => other.field === field && other.value === one),
  )
}
const OF_WORLD = new Set(['land', 'season', 'time', 'weather', 'style'])

/** A square picture is not one of a square. */
function shapeless(message: string, { constraints }: Task['interpretation']): string {
  if (constraints?.aspect === undefined) return message.trim()
  return message
    .replace(
      /[,;]?\s*\b(?:(?:as|in) (?:an? )?)?(?:square|\d+\s*:\s*\d+)(?: (?:format|shape|aspect ratio|aspect|picture|image))?\b/giu,
      '',
    )
    .trim()
}

const key = ({ field, value }: Meaning): string => `${field}:${value}`

/** How much of what a wording names, in things above all, a message says too. */
function coverage(
  text: string,
  message: string,
  meanings: ReadonlySet<string>,
  words: Vocabulary,
): 'all' | 'part' | 'none' {
  const units = readPhrase(words, text)
    .units.map((unit) =>
      unit.meanings.filter(({ way, field }) => way === 'said' && field !== 'count' && field !== 'plural'),
    )
    .filter((unit) => unit.length > 0)
  if (units.length === 0) return isSpelled(text, message) ? 'all' : 'none'
  const named = units.filter((unit) => unit.some(({ field }) => field === 'thing'))
  const counted = named.length > 0 ? named : units
  const known = counted.filter((unit) => unit.some((meaning) => meanings.has(key(meaning))))
  if (known.length === counted.length) return 'all'
  if (known.length > 0) return 'part'
  // "Wood table" of "on a wooden table", which is a place there: the same words are not said twice.
  return isSpelled(text, message) ? 'all' : 'none'
}

/** All its words stand in the message, or longer ones made of them. */
function isSpelled(text: string, message: string): boolean {
  if (message.toLowerCase().includes(text.toLowerCase())) return true
  const [own, said] = [wordsOf(text), wordsOf(message)]
  return own.length > 0 && own.every((word) => said.some((one) => one.startsWith(word)))
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

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

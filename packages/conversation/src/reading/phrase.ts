import { readAsked, type AskedThing, type Meaning, type Unit } from '@plantain/scene/words'
import type { Vocabulary } from './vocabulary.ts'

/** A phrase of a wish, read by the lexicon. */
export interface Phrase {
  readonly text: string
  readonly units: readonly Unit[]
  readonly things: readonly AskedThing[]
  /** All that its words mean, in their order. */
  readonly meanings: readonly Meaning[]
}

export function readPhrase({ text: lexicon }: Vocabulary, text: string): Phrase {
  const units = lexicon.units(text)
  return {
    text,
    units,
    things: readAsked(units).things,
    meanings: units.flatMap(({ meanings }) => meanings),
  }
}

/** The value that a phrase is, or says, for a field ("wooden" of material: "wood"); what is only likely counts where nothing is said. */
export function valueOf<T extends string>(phrase: Phrase, field: string, values: readonly T[]): T | null {
  const text = bare(phrase.text).toLowerCase()
  const itself = values.find((value) => value === text)
  if (itself !== undefined) return itself
  const found = phrase.meanings.filter((meaning) => meaning.field === field)
  const best = found.find(({ way }) => way === 'said') ?? found[0]
  return values.find((value) => value === best?.value) ?? null
}

/** Whether a word of the phrase is said to mean this. */
export const says = ({ meanings }: Phrase, field: string, value?: string): boolean =>
  meanings.some(
    (one) => one.field === field && one.way !== 'likely' && (value === undefined || one.value === value),
  )

const ARTICLES =
  /^(?:the|a|an|some|this|that|these|those|my|his|her|its|their|our|your|all|all the|both|every|each)\s+/iu

/** Without what only points: "the old dog" is "old dog". */
export function bare(text: string): string {
  const once = text.trim().replace(ARTICLES, '')
  return once === text.trim() ? once : bare(once)
}

const plain = (text: string): string[] =>
  bare(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=..)(?<!s)s$/, ''))

/** The same noun, be it plural or with another article. */
export const sameWords = (one: string, other: string): boolean =>
  plain(one).join(' ') === plain(other).join(' ')

/** `name` is what `asked` says, or says more precisely: "pine tree" for "tree", "red house" for "house"; not "tree house" for "tree". */
export function namedBy(asked: string, name: string): boolean {
  const [words, of] = [plain(asked), plain(name)]
  if (words.length === 0 || of.length === 0) return false
  return words.every((word) => of.includes(word)) && words.at(-1) === of.at(-1)
}

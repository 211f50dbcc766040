import { PlantainError } from '@plantain/core'

/** 'said': the word means it. 'roughly': a spaniel is drawn as a dog. 'likely': "epic" makes mountains likely. */
export type Way = 'said' | 'roughly' | 'likely'

/** A field and a value of the vocabularies of training/lexicon/layout.py, or field 'thing' and a kind of the catalogue. */
export interface Meaning {
  readonly field: string
  readonly value: string
  readonly way: Way
}

export interface Entry {
  /** Surface that lends its id and its vector: "Hunde", "dogs" → "dog". */
  readonly lemma: string | null
  readonly meanings: readonly Meaning[]
}

/** What phrases may mean. See its maker, training/lexicon/build.py. */
export interface Lexicon {
  entry(surface: string): Entry | undefined
  /** Surfaces of the units of a text: the longest run of tokens that is an entry, else one token. */
  phrases(tokens: readonly string[]): string[]
  /** Categories of a kind of thing, as meanings. */
  categories(thing: string): readonly Meaning[]
  readonly things: readonly string[]
}

const MAX_PHRASE = 12 // tokens; kana stand alone, so a Japanese word is many
const KATAKANA = /^[ァ-ヺー]$/u
const WAYS: readonly Way[] = ['said', 'roughly', 'likely']

interface LexiconFile {
  readonly meanings: readonly (readonly [string, string])[]
  readonly things: readonly string[]
  readonly ofThing: readonly (readonly number[])[]
  readonly entries: Readonly<Record<string, readonly (string | number)[]>>
}

/** json: a `lexicon.json`, parsed. Throws DATA_LOSS where a part is missing. */
export function openLexiconFile(json: object): Lexicon {
  const file = json as Partial<LexiconFile>
  const { meanings, things, ofThing, entries } = file
  if (!meanings || !things || !ofThing || !entries) {
    throw new PlantainError(
      'DATA_LOSS',
      'lexicon.json lacks its meanings, things or entries; fetch the model again',
    )
  }
  const known = new Map(Object.entries(entries))
  const longest = longestFrom(known.keys())
  const meaning = (number: number, way: Way): Meaning => {
    const pair = meanings[number]
    return pair
      ? { field: pair[0], value: pair[1], way }
      : { field: 'thing', value: things[number - meanings.length]!, way }
  }
  const entry = (surface: string): Entry | undefined => {
    const packed = known.get(surface)
    if (packed === undefined) return undefined
    const lemma = typeof packed[0] === 'string' ? packed[0] : null
    const numbers = packed.filter((item) => typeof item === 'number')
    return { lemma, meanings: numbers.map((number) => meaning(number >> 2, WAYS[number & 3]!)) }
  }
  const phrases = (tokens: readonly string[]): string[] => {
    const units: string[] = []
    for (let at = 0; at < tokens.length;) {
      const size = phraseSize(tokens, at, known, longest)
      // Tokens of an entry are joined by spaces; those of an unknown foreign word, written out in kana, by nothing.
      const spaced = tokens.slice(at, at + size).join(' ')
      units.push(known.has(spaced) ? spaced : tokens.slice(at, at + size).join(''))
      at += size
    }
    return units
  }
  const categories = things.map((_, index) => (ofThing[index] ?? []).map((number) => meaning(number, 'said')))
  const place = new Map(things.map((thing, index) => [thing, index]))
  return { entry, phrases, things, categories: (thing) => categories[place.get(thing) ?? -1] ?? [] }
}

/** Tokens of the longest entry that starts with each token. */
function longestFrom(surfaces: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>()
  for (const surface of surfaces) {
    const tokens = surface.split(' ')
    const first = tokens[0]!
    if (tokens.length > (longest.get(first) ?? 0)) longest.set(first, tokens.length)
  }
  return longest
}

function phraseSize(
  tokens: readonly string[],
  at: number,
  known: ReadonlyMap<string, unknown>,
  longest: ReadonlyMap<string, number>,
): number {
  const token = tokens[at]!
  for (let size = Math.min(longest.get(token) ?? 1, MAX_PHRASE, tokens.length - at); size > 1; size--) {
    if (known.has(tokens.slice(at, at + size).join(' '))) return size
  }
  if (known.has(token) || !KATAKANA.test(token)) return 1
  let size = 1
  while (at + size < tokens.length && !known.has(tokens[at + size]!) && KATAKANA.test(tokens[at + size]!))
    size++
  return size
}

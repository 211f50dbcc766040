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

/**
 * What phrases may mean. See its maker, training/lexicon/build.py.
 *
 * A key is a surface (tokens joined by spaces), or "de|hut" where a word means something else in the language of the text.
 */
export interface Lexicon {
  entry(key: string): Entry | undefined
  /** Of the words that stand for themselves in one language only, the most; 'en' where none do. */
  language(tokens: readonly string[]): string
  /** Keys of the units of a text: the longest run of tokens that is an entry, else one token. */
  phrases(tokens: readonly string[], language: string): string[]
  /** Categories of a kind of thing, as meanings. */
  categories(thing: string): readonly Meaning[]
  readonly things: readonly string[]
  keys(): Iterable<string>
  /** Words that tell a language. */
  readonly telling: readonly string[]
}

/** The surface of a key. */
export function surfaceOf(key: string): string {
  return key.slice(key.lastIndexOf('|') + 1)
}

const MAX_PHRASE = 12 // tokens; kana stand alone, so a Japanese word is many
const KATAKANA = /^[ァ-ヺー]$/u
const KANA = /[ぁ-ゖァ-ヺ]/u
const HAN = /[一-鿿]/u
const WAYS: readonly Way[] = ['said', 'roughly', 'likely']

interface LexiconFile {
  readonly meanings: readonly (readonly [string, string])[]
  readonly things: readonly string[]
  readonly ofThing: readonly (readonly number[])[]
  /** Words that tell a language; under "de?" those that English has too. */
  readonly marks: Readonly<Record<string, readonly string[]>>
  readonly entries: Readonly<Record<string, readonly (string | number)[]>>
}

/** json: a `lexicon.json`, parsed. Throws DATA_LOSS where a part is missing. */
export function openLexiconFile(json: object): Lexicon {
  const { meanings, things, ofThing, marks, entries } = json as Partial<LexiconFile>
  if (!meanings || !things || !ofThing || !marks || !entries) {
    throw new PlantainError(
      'DATA_LOSS',
      'lexicon.json lacks its meanings, things, marks or entries; fetch the model again',
    )
  }
  const known = (key: string): boolean => Object.hasOwn(entries, key)
  const meaning = (number: number, way: Way): Meaning => {
    const pair = meanings[number]
    return pair
      ? { field: pair[0], value: pair[1], way }
      : { field: 'thing', value: things[number - meanings.length]!, way }
  }
  const entry = (key: string): Entry | undefined => {
    if (!known(key)) return undefined
    const packed = entries[key]!
    const lemma = typeof packed[0] === 'string' ? packed[0] : null
    const numbers = packed.filter((item) => typeof item === 'number')
    return { lemma, meanings: numbers.map((number) => meaning(number >> 2, WAYS[number & 3]!)) }
  }
  const phrases = (tokens: readonly string[], language: string): string[] => {
    const units: string[] = []
    for (let at = 0; at < tokens.length;) {
      const { key, size } = phraseAt(tokens, at, language, known)
      units.push(key)
      at += size
    }
    return units
  }
  const categories = things.map((_, index) => (ofThing[index] ?? []).map((number) => meaning(number, 'said')))
  const place = new Map(things.map((thing, index) => [thing, index]))
  return {
    entry,
    language: teller(marks),
    phrases,
    things,
    keys: () => Object.keys(entries),
    telling: Object.values(marks).flat(),
    categories: (thing) => categories[place.get(thing) ?? -1] ?? [],
  }
}

/** Of the words that stand for themselves in one language only, the most; English where none do. */
export function teller(marks: LexiconFile['marks']): Lexicon['language'] {
  const sets = new Map(Object.entries(marks).map(([mark, words]) => [mark, new Set(words)]))
  const has = (mark: string, token: string): boolean => sets.get(mark)?.has(token) ?? false
  const languages = [...sets.keys()].filter((mark) => mark !== 'en' && !mark.endsWith('?')).toSorted()
  return (tokens) => {
    const text = tokens.join('')
    if (KANA.test(text)) return 'ja'
    if (HAN.test(text)) return 'zh'
    let [best, most] = ['en', 0]
    for (const language of languages) {
      const own = tokens.filter((token) => has(language, token)).length
      // Less the English ones that this language does not have ("in" is German too).
      const english = tokens.filter((token) => has('en', token) && !has(`${language}?`, token)).length
      if (own > 0 && own - english > most) [best, most] = [language, own - english]
    }
    return best
  }
}

function phraseAt(
  tokens: readonly string[],
  at: number,
  language: string,
  known: (key: string) => boolean,
): { readonly key: string; readonly size: number } {
  const token = tokens[at]!
  for (let size = Math.min(MAX_PHRASE, tokens.length - at); size > 0; size--) {
    const surface = tokens.slice(at, at + size).join(' ')
    const apart = `${language}|${surface}`
    if (language !== 'en' && known(apart)) return { key: apart, size }
    if (known(surface)) return { key: surface, size }
  }
  let size = 1
  if (KATAKANA.test(token)) {
    // An unknown foreign word, written out.
    while (at + size < tokens.length && !known(tokens[at + size]!) && KATAKANA.test(tokens[at + size]!))
      size++
  }
  return { key: tokens.slice(at, at + size).join(''), size }
}

import { own } from '@plantain/core'
import { surfaceOf, teller } from '@plantain/scene/words'
import { readLexicon, readVectors, WAYS, type LexiconFile } from './lexicon.ts'
import { mend } from './spelling.ts'
import { tokensOf, type TextToken } from './tokens.ts'

/** What is copied or pointed at as one: a word of English, an entry of the lexicon in other languages. */
export interface Unit {
  /** As it stands, lower case. */
  readonly word: string
  /** Of the lexicon; where nothing knows the word, the nearest that is known. */
  readonly key: string
  /** What copying it writes, in English where the lexicon knows it. */
  readonly copy: string
  /** Code points of the text. */
  readonly start: number
  readonly end: number
}

/** The fixed half of the interpreter: words and what is known of them. Twin of training/interpret/text.py. */
export interface Words {
  /** Numbers that `values` gives. */
  readonly width: number
  units(text: string): Unit[]
  /** What is known of a word: [vector | code of the thing | flags | meanings]. */
  values(key: string): Float32Array
  /** By which two words are known to mean the same thing. */
  senses(key: string): ReadonlySet<string>
  /** Anything is known of it: it is in the lexicon, has a vector or is no word of letters. */
  isKnown(key: string): boolean
  /** Neither a word of the lexicon nor a frequent one. */
  isName(key: string): boolean
}

const MAX_PHRASE = 12 // tokens; kana stand alone, so a Japanese word is many
const MENDABLE = 12_000 // mending leads to words of the lexicon and to this many of the most frequent
const FREQUENT = 4000
const KATAKANA = /^[ァ-ヺー]+$/u
const NOT_ASCII = /[^\0-\x7f]/

/** Throws DATA_LOSS for files that are not what they should be. */
export function openWords(files: { readonly lexicon: Uint8Array; readonly vectors: Uint8Array }): Words {
  const lexicon = readLexicon(files.lexicon)
  const vectors = readVectors(files.vectors)
  const entries = new Map(Object.entries(lexicon.entries))
  const longest = longestFrom(entries.keys())
  const language = teller(lexicon.marks)
  const { right, known } = spellings(entries.keys(), vectors.rows, lexicon.marks)
  const codeSize = lexicon.codes.find((code) => code.length > 0)?.length ?? 0
  const flags = vectors.columns + codeSize
  const width = flags + 2 + lexicon.meanings
  const mended = new Map<string, string>()

  const lemmaOf = (key: string): string => {
    const lemma = entries.get(key)?.[0]
    if (typeof lemma === 'string') return lemma
    const surface = surfaceOf(key)
    return NOT_ASCII.test(surface) ? surface.replaceAll(' ', '') : surface
  }
  const corrected = (word: string): string => {
    if (known.has(word) || !/^[a-z]{4,}$/.test(word)) return word
    const before = mended.get(word)
    if (before !== undefined) return before
    const found = mend(word, right, vectors.rows)
    if (mended.size < 20_000) mended.set(word, found)
    return found
  }
  const english = ({ text, start, end }: TextToken): Unit => {
    const key = corrected(text)
    return { word: text, key, copy: NOT_ASCII.test(key) ? lemmaOf(key) : key, start, end }
  }
  const keyAt = (tokens: readonly TextToken[], at: number, tongue: string): { key: string; size: number } => {
    const first = tokens[at]!.text
    for (let size = Math.min(longest.get(first) ?? 1, MAX_PHRASE, tokens.length - at); size > 0; size--) {
      const surface = tokens
        .slice(at, at + size)
        .map(({ text }) => text)
        .join(' ')
      if (entries.has(`${tongue}|${surface}`)) return { key: `${tongue}|${surface}`, size }
      if (entries.has(surface)) return { key: surface, size }
    }
    if (!KATAKANA.test(first)) return { key: first, size: 1 }
    let [key, size] = [first, 1] // a foreign word, written out
    for (; at + size < tokens.length; size++) {
      const { text } = tokens[at + size]!
      if (!KATAKANA.test(text) || entries.has(text)) break
      key += text
    }
    return { key, size }
  }

  return {
    width,
    units(text) {
      const tokens = tokensOf(text)
      const tongue = language(tokens.map((token) => token.text))
      if (tongue === 'en') return tokens.map(english)
      const units: Unit[] = []
      for (let at = 0; at < tokens.length;) {
        const { key, size } = keyAt(tokens, at, tongue)
        const { start } = tokens[at]!
        units.push({ word: surfaceOf(key), key, copy: lemmaOf(key), start, end: tokens[at + size - 1]!.end })
        at += size
      }
      return units
    },
    values(key) {
      const out = new Float32Array(width)
      const rows = lemmaOf(key)
        .split(' ')
        .flatMap((word) => vectors.rows.get(word) ?? [])
      for (let c = 0; c < vectors.columns && rows.length > 0; c++) {
        let sum = 0
        for (const row of rows) sum += vectors.table[row * vectors.columns + c]!
        out[c] = (sum * vectors.scales[c]!) / rows.length
      }
      if (rows.length > 0) out[flags] = 1
      addMeanings(out, entries.get(key) ?? [], lexicon, vectors.columns, flags)
      return out
    },
    senses(key) {
      const found = new Set([singular(lemmaOf(key))])
      for (const code of entries.get(key) ?? []) {
        if (typeof code === 'number' && (code & 3) === 0 && code >> 2 >= lexicon.meanings)
          found.add(`#${code >> 2}`)
      }
      return found
    },
    isKnown: (key) =>
      !/^\p{L}/u.test(key) ||
      entries.has(key) ||
      lemmaOf(key)
        .split(' ')
        .some((word) => vectors.rows.has(word)),
    isName: (key) =>
      !entries.has(key) && (vectors.rows.get(key) ?? FREQUENT + 1) > FREQUENT && /^\p{L}/u.test(key),
  }
}

function addMeanings(
  out: Float32Array,
  entry: readonly (string | number)[],
  { meanings, codes, ofThing }: LexiconFile,
  columns: number,
  flags: number,
): void {
  const start = flags + 2
  let thing = false
  for (const code of entry) {
    if (typeof code === 'string') continue
    const way = WAYS[code & 3]!
    const meaning = code >> 2
    if (meaning < meanings) {
      out[start + meaning] = Math.max(out[start + meaning]!, way)
      continue
    }
    const look = codes[meaning - meanings] ?? []
    if (!thing && look.length > 0) {
      out.set(look, columns)
      out[flags + 1] = way
      thing = true
    }
    for (const category of ofThing[meaning - meanings] ?? []) out[start + (category >> 2)] = 1
  }
}

/** Tokens of the longest entry that starts with each token. */
function longestFrom(keys: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>()
  for (const key of keys) {
    const tokens = surfaceOf(key).split(' ')
    if (tokens.length > (longest.get(tokens[0]!) ?? 0)) longest.set(tokens[0]!, tokens.length)
  }
  return longest
}

function spellings(
  keys: Iterable<string>,
  rows: ReadonlyMap<string, number>,
  marks: LexiconFile['marks'],
): { readonly right: ReadonlySet<string>; readonly known: ReadonlySet<string> } {
  const right = new Set<string>()
  const known = new Set<string>([...rows.keys(), ...Object.values(marks).flat()])
  for (const key of keys) {
    for (const token of surfaceOf(key).split(' ')) {
      known.add(token)
      if (!key.includes('|') && token.length > 3 && !NOT_ASCII.test(token)) right.add(token)
    }
  }
  for (const [word, row] of rows) if (row < MENDABLE && word.length > 3) right.add(word)
  return { right, known }
}

/** As the evaluation counts plurals: "boxes" and "box" are one. */
export function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(x|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

const SPELLING: Readonly<Record<string, string>> = {
  colour: 'color',
  colours: 'color',
  grey: 'gray',
  centre: 'center',
  middle: 'center',
  watercolour: 'watercolor',
}

/** The words of a text as names are compared by: without signs, plurals and British spelling. */
export function plainWords(text: string): string[] {
  return tokensOf(text)
    .map((token) => token.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => singular(own(SPELLING, word) ?? word))
}

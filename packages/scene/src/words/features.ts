import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import type { Lexicon, Meaning } from './lexicon.ts'
import { openLexiconFile, surfaceOf } from './lexicon.ts'
import { openSpelling } from './spelling.ts'
import { openWords, pieces } from './tokenize.ts'

/** Files of `text_encoder/`: JSON parsed, `vectors.bin` as bytes. */
export interface LexiconFiles {
  readonly tokenizer: object
  readonly lexicon: object
  readonly features: object
  readonly vectors: Uint8Array
}

/** A phrase of the prompt that means one thing. */
export interface Unit {
  /** In the lexicon: lower case, tokens joined by spaces. Empty for lettering. */
  readonly key: string
  /** As one may say it back to the person. */
  readonly word: string
  /** What is to be written, verbatim; null for ordinary words. */
  readonly lettering: string | null
  readonly meanings: readonly Meaning[]
}

export interface UnitFeatures {
  /** [units], 0 for units that were not learned. */
  readonly ids: BigInt64Array
  /** [units, width] float32. */
  readonly values: Float32Array
  readonly width: number
}

/** The fixed half of the text encoder: what a prompt may mean. Its twin for training is training/features.py. */
export interface TextFeatures {
  readonly lexicon: Lexicon
  readonly width: number
  readonly maxUnits: number
  /** Code of each kind of the catalogue, [32]; what a thing is, in scene latents. */
  readonly codes: ReadonlyMap<string, Float32Array>
  units(text: string): Unit[]
  /** At most `maxUnits`; of no units at all, the one row that stands for no wording. */
  features(units: readonly Unit[]): UnitFeatures
}

const LETTERING_UNIT = '[TEXT]' // no token of a text looks like it, since brackets are split off
const NO_WORDING = '[NONE]'
const NO_SPACES = /^[぀-ヿ㐀-鿿 ]+$/u
const Place = z.object({ start: z.number(), size: z.number(), values: z.array(z.string()).optional() })
const FeatureSpec = z.object({
  width: z.number(),
  maxUnits: z.number(),
  layout: z.record(z.string(), Place),
  codes: z.record(z.string(), z.array(z.number())),
})

/** Throws DATA_LOSS where a file is not what the others expect. */
export function openLexicon(files: LexiconFiles): TextFeatures {
  const spec = FeatureSpec.safeParse(files.features)
  if (!spec.success) {
    throw new PlantainError('DATA_LOSS', 'features.json is not as expected; fetch the model again', {
      cause: spec.error,
    })
  }
  const { width, maxUnits, layout, codes: plainCodes } = spec.data
  const words = openWords(files.tokenizer)
  const lexicon = openLexiconFile(files.lexicon)
  const { rank, vectorOf } = openVectors(files.vectors)
  const spelling = openSpelling(lexicon.keys(), [...words.vocabulary, ...lexicon.telling], rank)
  const codes = new Map(Object.entries(plainCodes).map(([thing, code]) => [thing, Float32Array.from(code)]))
  const start = (field: string): number => layout[field]!.start
  const column = ({ field, value }: Meaning): number => start(field) + layout[field]!.values!.indexOf(value)

  const lettering = (text: string): Unit => ({
    key: '',
    word: text,
    lettering: text,
    meanings: [{ field: 'lettering', value: 'verbatim', way: 'said' }],
  })
  const ordinary = (key: string): Unit => {
    const surface = surfaceOf(key)
    const word = NO_SPACES.test(surface) ? surface.replaceAll(' ', '') : surface.replaceAll(" ' ", "'")
    return { key, word, lettering: null, meanings: lexicon.entry(key)?.meanings ?? [] }
  }
  const units = (text: string): Unit[] => {
    const parts = pieces(text).map((piece) => ({
      ...piece,
      tokens: piece.lettering ? [] : words.split(piece.text),
    }))
    const language = lexicon.language(parts.flatMap((part) => part.tokens))
    const mended = (tokens: readonly string[]): readonly string[] =>
      language === 'en' ? spelling.mend(tokens) : tokens
    return parts.flatMap((part) =>
      part.lettering ? [lettering(part.text)] : lexicon.phrases(mended(part.tokens), language).map(ordinary),
    )
  }

  const fill = (out: Float32Array, unit: Unit): void => {
    const flags = start('unit')
    out[flags] = 1
    if (unit.lettering !== null) {
      out[start('lettering')] = 1
      return
    }
    const vector = vectorOf(lexicon.entry(unit.key)?.lemma ?? surfaceOf(unit.key))
    if (vector) {
      out.set(vector)
      out[flags + 1] = 1
    }
    let thing = false
    const say = (meaning: Meaning): void => {
      // 1 where it is said, a half where it is only likely ("epic": mountains). What is said wins.
      const at = column(meaning)
      out[at] = Math.max(out[at]!, meaning.way === 'likely' ? 0.5 : 1)
    }
    for (const meaning of unit.meanings) {
      if (meaning.field !== 'thing') {
        say(meaning)
        continue
      }
      if (!thing) {
        out.set(codes.get(meaning.value) ?? [], start('code'))
        out[flags + 2] = 1
        out[flags + 3] = meaning.way === 'roughly' ? 1 : 0
        thing = true
      }
      lexicon.categories(meaning.value).forEach(say)
    }
  }
  const idOf = (unit: Unit): number => {
    if (unit.lettering !== null) return words.id(LETTERING_UNIT)
    const lemma = lexicon.entry(unit.key)?.lemma
    return (lemma ? words.id(lemma) : 0) || words.id(surfaceOf(unit.key))
  }
  const features = (all: readonly Unit[]): UnitFeatures => {
    const used = all.slice(0, maxUnits)
    const values = new Float32Array(Math.max(used.length, 1) * width)
    used.forEach((unit, row) => fill(values.subarray(row * width, (row + 1) * width), unit))
    if (used.length === 0) values[start('unit')] = 1
    const ids = used.length === 0 ? [words.id(NO_WORDING)] : used.map(idOf)
    return { ids: BigInt64Array.from(ids, BigInt), values, width }
  }
  return { lexicon, width, maxUnits, codes, units, features }
}

interface Vectors {
  /** Row of each word; the most frequent first. */
  readonly rank: ReadonlyMap<string, number>
  vectorOf(phrase: string): Float32Array | undefined
}

/**
 * Vectors of words. `vectors.bin`: bytes of the header (uint32, little endian), the header (JSON: words, columns, scales), then
 * int8 [words, columns]. The vector of a phrase is the mean of those of its known words; undefined where none is known.
 */
function openVectors(bytes: Uint8Array): Vectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(0, true)
  const Header = z.object({ columns: z.number(), scales: z.array(z.number()), words: z.string() })
  const { columns, scales, words } = Header.parse(
    JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))),
  )
  const rows = new Map(words.split(' ').map((word, row) => [word, row]))
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + size, rows.size * columns)
  const vectorOf = (phrase: string): Float32Array | undefined => {
    const found = phrase.split(' ').flatMap((word) => rows.get(word) ?? [])
    if (found.length === 0) return undefined
    const out = new Float32Array(columns)
    for (let c = 0; c < columns; c++) {
      let sum = 0
      for (const row of found) sum += table[row * columns + c]!
      out[c] = (sum * scales[c]!) / found.length // in double precision, as numpy does it
    }
    return out
  }
  return { rank: rows, vectorOf }
}

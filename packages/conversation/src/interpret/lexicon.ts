import { PlantainError } from '@plantain/core'

/** `lexicon.json`: what surfaces may mean. `entries`: surface, or language|surface → [lemma?, 4 * meaning + way]. */
export interface LexiconFile {
  /** Meanings below this number are fields of a scene, those from it on are things of the catalogue. */
  readonly meanings: number
  /** Meanings of each thing, as in `entries`. */
  readonly ofThing: readonly (readonly number[])[]
  /** What each thing looks like to the composer; empty where it has none. */
  readonly codes: readonly (readonly number[])[]
  /** Words that tell a language; under "de?" those that English has too. */
  readonly marks: Readonly<Record<string, readonly string[]>>
  readonly entries: Readonly<Record<string, readonly (string | number)[]>>
}

/** Vectors of English words, the most frequent first. */
export interface WordVectors {
  readonly columns: number
  readonly scales: readonly number[]
  readonly rows: ReadonlyMap<string, number>
  readonly table: Int8Array
}

/** How surely a surface means what its entry says: said, roughly, likely. */
export const WAYS = [1, 0.7, 0.5] as const

/** Throws DATA_LOSS where a part is missing. */
export function readLexicon(bytes: Uint8Array): LexiconFile {
  const json = JSON.parse(new TextDecoder().decode(bytes)) as Partial<LexiconFile>
  if (!json.entries || !json.marks || !json.codes || !json.ofThing || json.meanings === undefined) {
    throw new PlantainError(
      'DATA_LOSS',
      'lexicon.json of the interpreter lacks its entries, marks, codes or meanings; fetch the model again',
    )
  }
  return json as LexiconFile
}

/** `vectors.bin`: bytes of the header (uint32, little endian), the header (JSON: words, columns, scales), int8 [words, columns]. */
export function readVectors(bytes: Uint8Array): WordVectors {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as {
    readonly words: string
    readonly columns: number
    readonly scales: readonly number[]
  }
  const words = header.words.split(' ')
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + size, words.length * header.columns)
  return {
    columns: header.columns,
    scales: header.scales,
    rows: new Map(words.map((word, row) => [word, row])),
    table,
  }
}

import { readFileSync } from 'node:fs'
import { parseCatalog, type Kind } from '@plantain/scene'
import { openLexicon, type TextFeatures } from '@plantain/scene/words'
import { openDirectory } from '../../directory.ts'

/** What words mean to an embedded model, and what it can draw. */
export interface ModelVocabulary {
  readonly text: TextFeatures
  /** Kinds that have a drawing, by id. */
  readonly kinds: ReadonlyMap<string, Kind>
}

/** Reads the lexicon and the catalogue of a model directory; opens no network. Throws NOT_FOUND, DATA_LOSS. */
export function readVocabulary(path: string): ModelVocabulary {
  const directory = openDirectory(path)
  const json = (name: string): unknown => JSON.parse(directory.text(name)) as unknown
  const text = openLexicon({
    tokenizer: json('text_encoder/tokenizer.json') as object,
    lexicon: json('text_encoder/lexicon.json') as object,
    features: json('text_encoder/features.json') as object,
    vectors: readFileSync(directory.file('text_encoder/vectors.bin')),
  })
  const kinds = [...parseCatalog(json('renderer/catalog.json'))].filter(
    ([, { art }]) => art.default.length > 0,
  )
  return { text, kinds: new Map(kinds) }
}

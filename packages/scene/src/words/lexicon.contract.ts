import { readFileSync } from 'node:fs'
import { openLexicon, type TextFeatures } from './features.ts'

// The words of the model that is shipped, for tests.

const folder = new URL('../../../../models/plantain-tiny/text_encoder/', import.meta.url)
const json = (name: string): object => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object

export const text: TextFeatures = openLexicon({
  tokenizer: json('tokenizer.json'),
  lexicon: json('lexicon.json'),
  features: json('features.json'),
  vectors: readFileSync(new URL('vectors.bin', folder)),
})

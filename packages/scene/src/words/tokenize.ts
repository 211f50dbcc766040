import { PlantainError } from '@plantain/core'
import { Tokenizer } from '@huggingface/tokenizers'

/** A stretch of a prompt: ordinary words, or the wording of some lettering, verbatim. */
export interface Piece {
  readonly lettering: boolean
  readonly text: string
}

// Keep in step with LETTERING in training/features.py.
const CAPITALS = 8 // the group of capitals without quotation marks; it ends the match
const LETTERING = new RegExp(
  String.raw`"([^"\n]{1,120})"|“([^”\n]{1,120})”|„([^“”\n]{1,120})[“”]|«([^»\n]{1,120})»|「([^」\n]{1,120})」|『([^』\n]{1,120})』` +
    String.raw`|(?<![A-Za-z0-9À-ɏ])[‘']([^\n]{1,120}?)['’](?![A-Za-z0-9À-ɏ])` +
    // Capitals after a word that announces lettering need no quotation marks: a sign that says OPEN.
    String.raw`|(?<![A-Za-z])(?:says?|saying|reads?|reading|spells|spelling|words?|letters|text|titled?|label(?:l?ed)?|signs?) ` +
    String.raw`([A-Z0-9][A-Z0-9'!&.?]*[A-Z][A-Z0-9'!&.?]*(?: [A-Z0-9][A-Z0-9'!&.?]*)*)(?![A-Za-z])`,
  'gu',
)

/** Takes what is to be written on things out of a prompt. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const match of text.matchAll(LETTERING)) {
    const wording = match.slice(1).find((group) => group !== undefined) ?? ''
    const end = match.index + match[0].length
    const start = match[CAPITALS] === undefined ? match.index : end - wording.length
    if (start > at) found.push({ lettering: false, text: text.slice(at, start) })
    found.push({ lettering: true, text: wording })
    at = end
  }
  if (at < text.length) found.push({ lettering: false, text: text.slice(at) })
  return found
}

/** Splits words off a text, as `tokenizer.json` says, and numbers the units that the composer has learned. */
export interface Words {
  split(text: string): string[]
  /** 0 for what is not in the vocabulary. */
  id(unit: string): number
  readonly vocabulary: Iterable<string>
}

/** json: a `tokenizer.json`, parsed. Throws DATA_LOSS where it holds no normaliser and no word vocabulary. */
export function openWords(json: object): Words {
  const tokenizer = new Tokenizer(json, {})
  const { normalizer, pre_tokenizer: preTokenizer } = tokenizer
  if (normalizer === null || preTokenizer === null || tokenizer.token_to_id('[UNK]') !== 0) {
    throw new PlantainError(
      'DATA_LOSS',
      'tokenizer.json lacks its normaliser, its pre-tokeniser or its vocabulary; fetch the model again',
    )
  }
  return {
    split: (text) => preTokenizer.pre_tokenize(normalizer.normalize(text)),
    id: (unit) => tokenizer.token_to_id(unit) ?? 0,
    vocabulary: tokenizer.get_vocab().keys(),
  }
}

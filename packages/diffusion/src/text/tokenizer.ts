import { PlantainError } from '@plantain/core'
import { Tokenizer } from '@huggingface/tokenizers'
import type { ModelDirectory } from '../directory.ts'

/** Words to the numbers that a text encoder reads. */
export interface TextTokenizer {
  /** The longest row that the model was trained with, special tokens included. */
  readonly length: number
  readonly padId: number
  /** All of the text, with the special tokens around it. */
  encode(text: string): readonly number[]
  /** Without special tokens: a piece of a prompt. */
  pieces(text: string): readonly number[]
  /** Special tokens that stand before and after a text. */
  readonly prefix: readonly number[]
  readonly suffix: readonly number[]
  decode(ids: readonly number[]): string
}

interface Defaults {
  readonly length: number
  readonly padding: string
}

/** tokenizer: the object of a tokenizer.json. The files beside it say the length and the padding. */
export function tokenizerFrom(
  directory: ModelDirectory,
  folder: string,
  tokenizer: object,
  defaults: Defaults,
): TextTokenizer {
  const config = directory.json(`${folder}/tokenizer_config.json`) ?? {}
  const special = directory.json(`${folder}/special_tokens_map.json`) ?? {}
  const inner = create(tokenizer, config, directory.file(folder))
  const padding = tokenText(special['pad_token']) ?? tokenText(config['pad_token']) ?? defaults.padding
  const padId = inner.token_to_id(padding)
  if (padId === undefined)
    throw new PlantainError(
      'DATA_LOSS',
      `the tokenizer in ${directory.file(folder)} pads with ${padding}, which its vocabulary does not have; download it again`,
    )
  const length = Number(config['model_max_length'] ?? defaults.length)
  const around: readonly number[] = inner.encode('').ids
  const withText: readonly number[] = inner.encode('a').ids
  // An empty text is its special tokens alone; those that a text moves to its end are the suffix.
  const prefix = around.filter((id, i) => withText[i] === id)
  return {
    length: length > 1e6 ? defaults.length : length, // "no limit" is written as a huge number
    padId,
    prefix,
    suffix: around.slice(prefix.length),
    encode: (text) => inner.encode(text).ids,
    pieces: (text) => inner.encode(text, { add_special_tokens: false }).ids,
    decode: (ids) => inner.decode([...ids], { skip_special_tokens: true }).trim(),
  }
}

function create(tokenizer: object, config: object, folder: string): Tokenizer {
  try {
    return new Tokenizer(tokenizer, config)
  } catch (cause) {
    throw new PlantainError('DATA_LOSS', `the tokenizer in ${folder} cannot be read; download it again`, {
      cause,
    })
  }
}

/** Written as a string in some files, as an object in others. */
function tokenText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'content' in value) return String(value.content)
  return null
}

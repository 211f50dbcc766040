import type { ModelDirectory } from '../directory.ts'
import { tokenizerFrom, type TextTokenizer } from './tokenizer.ts'

const START = '<|startoftext|>'
const END = '<|endoftext|>'

/**
 * CLIP's tokenizer from its folder. Many models bring only vocab.json and merges.txt: the library gets what
 * tokenizer.json would say.
 *
 * Source: openai/CLIP simple_tokenizer.py; tokenizer.json of openai/clip-vit-large-patch14.
 */
export function clipTokenizer(directory: ModelDirectory, folder: string): TextTokenizer {
  const whole = directory.json(`${folder}/tokenizer.json`)
  return tokenizerFrom(directory, folder, whole ?? describe(directory, folder), {
    length: 77,
    padding: END,
  })
}

function describe(directory: ModelDirectory, folder: string): object {
  const vocab = JSON.parse(directory.text(`${folder}/vocab.json`)) as Record<string, number>
  const merges = directory
    .text(`${folder}/merges.txt`)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#version'))
  const special = [START, END].map((content) => ({
    id: vocab[content],
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: content === START,
    special: true,
  }))
  return {
    version: '1.0',
    added_tokens: special,
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        {
          type: 'Split',
          pattern: { Regex: "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" },
          behavior: 'Removed',
          invert: true,
        },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
      ],
    },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [END, vocab[END]],
      cls: [START, vocab[START]],
      trim_offsets: false,
      add_prefix_space: false,
    },
    decoder: { type: 'ByteLevel' },
    model: {
      type: 'BPE',
      unk_token: END,
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab,
      merges,
    },
  }
}

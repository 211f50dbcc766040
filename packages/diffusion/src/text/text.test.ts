import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDirectory, type ModelDirectory } from '../directory.ts'
import type { Conditions } from '../model.ts'
import type { Parts } from '../parts.ts'
import { clipTokenizer } from './clip-bpe.ts'
import { textEncoder } from './encoder.ts'
import { guidedText } from './guided.ts'
import { emptyRow, fixedRow, promptRows } from './rows.ts'
import { t5Tokenizer } from './t5-unigram.ts'
import { parseWeights } from './weights.ts'

const golden = (name: string): string => fileURLToPath(new URL(`../../golden/${name}`, import.meta.url))
const json = <T>(name: string): T => JSON.parse(readFileSync(golden(name), 'utf8')) as T
const model = (name: string): ModelDirectory => openDirectory(golden(`pipelines/${name}`))

interface Ids {
  readonly cases: readonly {
    readonly text: string
    readonly ids?: number[]
    readonly ids_32?: number[]
    readonly ids_77?: number[]
    readonly ids_untruncated?: number[]
  }[]
}
const reference = json<Record<'clip' | 'clip_pad_bang' | 't5', Ids>>('text/tokenizers.json')

describe('tokens are those of the reference', () => {
  const clip = clipTokenizer(model('sd15'), 'tokenizer')
  const bang = clipTokenizer(model('sdxl'), 'tokenizer_2')
  const t5 = t5Tokenizer(openDirectory(golden('text/t5')), 'tokenizer')

  test.each(reference.clip.cases)('CLIP: $text', ({ text, ids_untruncated, ids_77 }) => {
    expect(clip.encode(text)).toEqual(ids_untruncated)
    expect(fixedRow(clip, text, 77)).toEqual(ids_77)
    if (ids_untruncated!.length <= 77)
      expect(promptRows(clip, text, { weighted: false, most: 1 }).rows[0]!.ids).toEqual(ids_77)
  })
  test.each(reference.clip_pad_bang.cases)('CLIP padded with "!": $text', ({ text, ids_77 }) => {
    expect(fixedRow(bang, text, 77)).toEqual(ids_77)
  })
  test.each(reference.t5.cases)('T5: $text', ({ text, ids, ids_32 }) => {
    expect(t5.encode(text)).toEqual(ids)
    expect(fixedRow(t5, text, 32)).toEqual(ids_32)
  })
})

describe('weights in a prompt', () => {
  const { cases } = json<{ cases: { text: string; parts: [string, number][] }[] }>('text/prompt_weights.json')
  test.each(cases)('$text', ({ text, parts }) => {
    const ours = parseWeights(text).map((part) =>
      part === 'BREAK' ? ['BREAK', -1] : [part.text, part.weight],
    )
    expect(ours.map(([piece]) => piece)).toEqual(parts.map(([piece]) => piece))
    ours.forEach(([, weight], i) => expect(weight).toBeCloseTo(parts[i]![1], 6))
  })

  test('any text parses, and without brackets, colons and backslashes it stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = parseWeights(text)
        expect(parts.length).toBeGreaterThan(0)
        if (!/[()[\]:\\]|BREAK/.test(text)) expect(parts).toEqual([{ text, weight: 1 }])
      }),
    )
  })
})

describe('long prompts', () => {
  const clip = clipTokenizer(model('sd15'), 'tokenizer')
  const words = (count: number, word = 'a'): string => Array<string>(count).fill(word).join(' ')

  test('75 tokens fill a row, the 76th begins another', () => {
    const rows = (count: number): number =>
      promptRows(clip, words(count), { weighted: false, most: 9 }).rows.length
    expect([75, 76, 150, 151].map(rows)).toEqual([1, 2, 2, 3])
    for (const { ids } of promptRows(clip, words(151), { weighted: false, most: 9 }).rows)
      expect(ids).toHaveLength(77)
  })

  test('a row breaks after a comma near its end, so that a phrase stays whole', () => {
    const comma = clip.pieces(',')[0]
    const { rows } = promptRows(clip, `${words(65)}, ${words(20)}`, { weighted: false, most: 9 })
    expect(rows).toHaveLength(2)
    expect(rows[0]!.ids.indexOf(comma!)).toBe(66) // start, 65 words, comma
    expect(rows[0]!.ids[67]).toBe(clip.suffix[0])
    expect(rows[1]!.ids.slice(1, 22)).toEqual([...clip.pieces(words(20)), clip.suffix[0]])
  })

  test('words without room are told', () => {
    const { rows, lost } = promptRows(clip, `${words(75)} red fox`, { weighted: false, most: 1 })
    expect(rows).toHaveLength(1)
    expect(lost).toBe('red fox')
  })

  test('BREAK begins a row, and counts only where weights are read', () => {
    const read = (weighted: boolean): number =>
      promptRows(clip, 'a cat BREAK a dog', { weighted, most: 9 }).rows.length
    expect([read(true), read(false)]).toEqual([2, 1])
  })

  test('brackets are text where weights are not read', () => {
    const [row] = promptRows(clip, '(a:1.3)', { weighted: false, most: 1 }).rows
    expect(row!.ids.slice(1, 6)).toEqual(clip.pieces('(a:1.3)').slice(0, 5))
    expect(new Set(row!.weights)).toEqual(new Set([1]))
  })
})

describe('embeddings', () => {
  const clip = clipTokenizer(model('sd15'), 'tokenizer')
  const never = new AbortController().signal
  /** An encoder whose embedding of an id at a place is known: [id, place]. */
  const fake = (): { parts: Parts; runs: number[][] } => {
    const runs: number[][] = []
    const parts = {
      async run(_name: string, feeds: Record<string, { data: Float32Array }>) {
        const ids = [...feeds['input_ids']!.data]
        runs.push(ids)
        return {
          last_hidden_state: { data: Float32Array.from(ids.flatMap((id, i) => [id, i])), shape: [1, 77, 2] },
        }
      },
    } as unknown as Parts
    return { parts, runs }
  }
  const conditions = (more: Partial<Conditions>): Conditions =>
    ({ prompt: 'a cat', negativePrompt: null, promptWeights: false, ...more }) as Conditions
  const encoder = (): ReturnType<typeof textEncoder> =>
    textEncoder({ part: 'text_encoder', hidden: 'last_hidden_state', pooled: null })

  test('the same text is encoded once', async () => {
    const { parts, runs } = fake()
    const text = { tokenizer: clip, encoder: encoder(), most: 4 }
    await guidedText(text, parts, conditions({}), true, never)
    await guidedText(text, parts, conditions({}), true, never)
    expect(runs).toHaveLength(2) // the prompt and nothing
  })

  test('a long prompt gives its opposite as many rows', async () => {
    const { parts } = fake()
    const text = { tokenizer: clip, encoder: encoder(), most: 4 }
    const long = Array<string>(100).fill('a').join(' ')
    const { positive, negative } = await guidedText(text, parts, conditions({ prompt: long }), true, never)
    expect(positive.hidden.shape).toEqual([1, 154, 2])
    expect(negative!.hidden.shape).toEqual([1, 154, 2])
  })

  test('a weight moves a token away from the embedding of nothing, and no other', async () => {
    const { parts } = fake()
    const rows = promptRows(clip, 'a (cat:1.5)', { weighted: true, most: 1 }).rows
    const { hidden } = await encoder()(parts, rows, emptyRow(clip), never)
    const [plain] = promptRows(clip, 'a cat', { weighted: false, most: 1 }).rows
    const empty = emptyRow(clip).ids
    const cat = clip.pieces('cat').length
    plain!.ids.forEach((id, place) => {
      const weight = place >= 2 && place < 2 + cat ? 1.5 : 1
      expect(hidden.data[place * 2]).toBeCloseTo(empty[place]! + weight * (id - empty[place]!), 3)
    })
  })

  test('a negative prompt without guidance is told', async () => {
    const { parts } = fake()
    const text = { tokenizer: clip, encoder: encoder(), most: 4 }
    const { notes, negative } = await guidedText(
      text,
      parts,
      conditions({ negativePrompt: 'blur' }),
      false,
      never,
    )
    expect(negative).toBeNull()
    expect(notes).toEqual([expect.stringContaining('the negative prompt has no effect')])
  })
})

import type { TextTokenizer } from './tokenizer.ts'
import { parseWeights, type Weighted } from './weights.ts'

/** One run of a text encoder: ids padded to its length, and how much each counts. */
export interface Row {
  readonly ids: readonly number[]
  readonly weights: readonly number[]
}

export interface Rows {
  readonly rows: readonly Row[]
  /** The end of the prompt that found no room; null when all of it did. */
  readonly lost: string | null
}

export interface RowOptions {
  /** Read brackets as weights. */
  readonly weighted: boolean
  /** How many rows the network can take; words beyond are lost. */
  readonly most: number
}

interface Token {
  readonly id: number
  readonly weight: number
}

/**
 * A prompt as rows of CLIP: 75 tokens each between start and end, the rest padding. A row breaks after a comma when one is
 * near its end, so that a phrase stays whole.
 */
export function promptRows(tokenizer: TextTokenizer, prompt: string, { weighted, most }: RowOptions): Rows {
  const room = tokenizer.length - tokenizer.prefix.length - tokenizer.suffix.length
  const pieces: readonly Weighted[] = weighted ? parseWeights(prompt) : [{ text: prompt, weight: 1 }]
  const comma = tokenizer.pieces(',')[0]
  const contents = split(pieces, tokenizer, room, comma)
  const kept = contents.slice(0, most)
  const cut = contents.slice(most).flat()
  return {
    rows: kept.map((content) => padded(content, tokenizer)),
    lost: cut.length === 0 ? null : tokenizer.decode(cut.map(({ id }) => id)),
  }
}

/** An empty row: what a shorter prompt is filled up with to the rows of a longer one. */
export function emptyRow(tokenizer: TextTokenizer): Row {
  return padded([], tokenizer)
}

/** One row of exactly `length`, cut where it is longer, the special tokens kept. */
export function fixedRow(tokenizer: TextTokenizer, prompt: string, length: number): readonly number[] {
  const { prefix, suffix } = tokenizer
  const ids = tokenizer.encode(prompt)
  const content = ids.slice(prefix.length, ids.length - suffix.length)
  const kept = content.slice(0, length - prefix.length - suffix.length)
  const row = [...prefix, ...kept, ...suffix]
  return [...row, ...Array<number>(length - row.length).fill(tokenizer.padId)]
}

/** How far back from a row's end a comma is looked for. */
const nearEnd = 20

function split(
  pieces: readonly Weighted[],
  tokenizer: TextTokenizer,
  room: number,
  comma: number | undefined,
): Token[][] {
  const rows: Token[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'BREAK') {
      rows.push([])
      continue
    }
    for (const id of tokenizer.pieces(piece.text)) {
      if (rows.at(-1)!.length === room) rows.push(carried(rows.at(-1)!, comma))
      rows.at(-1)!.push({ id, weight: piece.weight })
    }
  }
  return rows
}

/** What a full row hands to the next: the tokens after its last comma, when that is near. */
function carried(row: Token[], comma: number | undefined): Token[] {
  const last = row.findLastIndex(({ id }) => id === comma)
  return last >= row.length - nearEnd && last < row.length - 1 ? row.splice(last + 1) : []
}

function padded(content: readonly Token[], { prefix, suffix, padId, length }: TextTokenizer): Row {
  const fill = length - prefix.length - suffix.length - content.length
  return {
    ids: [...prefix, ...content.map(({ id }) => id), ...suffix, ...Array<number>(fill).fill(padId)],
    weights: [
      ...prefix.map(() => 1),
      ...content.map(({ weight }) => weight),
      ...suffix.map(() => 1),
      ...Array<number>(fill).fill(1),
    ],
  }
}

import type { Conditions } from '../model.ts'
import type { Part } from '../manifest.ts'
import type { Parts } from '../parts.ts'
import type { Encoded, TextEncoder } from './encoder.ts'
import { emptyRow, promptRows } from './rows.ts'
import type { TextTokenizer } from './tokenizer.ts'

export interface ClipText {
  readonly tokenizer: TextTokenizer
  readonly encoder: TextEncoder
  /** Rows of 77 that the denoiser can take. */
  readonly most: number
}

export interface GuidedText {
  readonly positive: Encoded
  /** null where guidance is off. */
  readonly negative: Encoded | null
  /** Sentences about words that found no room. */
  readonly losses: readonly string[]
  /** Other sentences for the person. */
  readonly notes: readonly string[]
}

const withoutEffect =
  'the negative prompt has no effect: this run has no guidance (guidance scale 1 or less, or a distilled model)'

/** The prompt and, with guidance, the negative prompt, as embeddings of equal length. */
export async function guidedText(
  { tokenizer, encoder, most }: ClipText,
  parts: Parts,
  conditions: Conditions,
  guided: boolean,
  signal: AbortSignal,
): Promise<GuidedText> {
  const options = { weighted: conditions.promptWeights, most }
  const positive = promptRows(tokenizer, conditions.prompt, options)
  const negative = promptRows(tokenizer, guided ? (conditions.negativePrompt ?? '') : '', options)
  const empty = emptyRow(tokenizer)
  const length = Math.max(positive.rows.length, negative.rows.length)
  const encode = (rows: typeof positive.rows): Promise<Encoded> =>
    encoder(
      parts,
      Array.from({ length }, (_, i) => rows[i] ?? empty),
      empty,
      signal,
    )
  return {
    positive: await encode(positive.rows),
    negative: guided ? await encode(negative.rows) : null,
    losses: [...lossOf('prompt', positive.lost), ...lossOf('negative prompt', negative.lost)],
    notes: !guided && conditions.negativePrompt ? [withoutEffect] : [],
  }
}

/** A fixed axis takes one row; a free one as many as anybody writes. */
export function rowLimit(denoiser: Part): number {
  const tokens = denoiser.inputs.find(({ name }) => name === 'encoder_hidden_states')?.shape[1]
  return typeof tokens === 'number' ? Math.max(1, Math.floor(tokens / 77)) : 16
}

/** A sentence about the end of a text that found no room; long ends are shown in part. */
export function lossOf(what: string, lost: string | null): readonly string[] {
  if (lost === null) return []
  const shown = lost.length > 200 ? `${lost.slice(0, 200)}…` : lost
  return [`the end of the ${what} was left out, it is too long for this model: "${shown}"`]
}

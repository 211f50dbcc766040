import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import type { ModelDirectory } from '../directory.ts'
import type { Conditions } from '../model.ts'
import type { Parts } from '../parts.ts'
import { textEncoder } from './encoder.ts'
import { lossOf } from './guided.ts'
import { fixedRow } from './rows.ts'
import { t5Tokenizer } from './t5-unigram.ts'

export interface LongTextOptions {
  readonly part: string
  readonly folder: string
  /** Tokens of a prompt when the request does not say `maxSequenceLength`. */
  readonly length: number
}

export interface LongText {
  /** [1, length, width] */
  readonly hidden: Tensor
  readonly warnings: readonly string[]
}

const hints = z.object({ maxSequenceLength: z.int().min(8).max(512).optional() })

/** The embedding of a prompt by T5: padded to its length, without weights and without a mask, as the models were trained. */
export function longText(
  directory: ModelDirectory,
  { part, folder, length }: LongTextOptions,
): (parts: Parts, prompt: string, conditions: Conditions, signal: AbortSignal) => Promise<LongText> {
  const tokenizer = t5Tokenizer(directory, folder)
  const encode = textEncoder({ part, hidden: 'last_hidden_state', pooled: null })
  return async (parts, prompt, conditions, signal) => {
    const read = hints.safeParse(conditions.hints)
    if (!read.success) throw new PlantainError('INVALID_ARGUMENT', `hints: ${z.prettifyError(read.error)}`)
    const room = read.data.maxSequenceLength ?? length
    const ids = fixedRow(tokenizer, prompt, room)
    const row = { ids, weights: ids.map(() => 1) }
    const { hidden } = await encode(parts, [row], row, signal)
    const all = tokenizer.encode(prompt)
    const lost = all.length > room ? tokenizer.decode(all.slice(room - tokenizer.suffix.length)) : null
    return { hidden, warnings: lossOf('prompt', lost) }
  }
}

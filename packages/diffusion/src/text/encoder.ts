import type { Tensor } from '@plantain/core'
import type { Parts } from '../parts.ts'
import { recent } from '../recent.ts'
import { concatenate } from '../shape.ts'
import type { Row } from './rows.ts'

export interface EncoderOptions {
  /** The part that encodes. */
  readonly part: string
  /** Which of its outputs: the one that holds a row a token, and the pooled one (null: none). */
  readonly hidden: string
  readonly pooled: string | null
}

export interface Encoded {
  /** [1, rows * tokens, width] */
  readonly hidden: Tensor
  /** Of the first row: [1, width]; null where the encoder has none. */
  readonly pooled: Tensor | null
}

export type TextEncoder = (
  parts: Parts,
  rows: readonly Row[],
  empty: Row,
  signal: AbortSignal,
) => Promise<Encoded>

/** A megabyte holds a prompt of SDXL; people repeat their last dozens of prompts. */
const cacheBytes = 64e6

/** Ids to embeddings, remembered: the same prompt at another seed costs nothing. */
export function textEncoder({ part, hidden, pooled }: EncoderOptions): TextEncoder {
  const cache = new WeakMap<Parts, ReturnType<typeof recent<Encoded>>>() // adapters change embeddings, and have parts of their own
  const wanted = pooled === null ? [hidden] : [hidden, pooled]
  return async (parts, rows, empty, signal) => {
    const known = cache.get(parts) ?? recent<Encoded>(cacheBytes)
    cache.set(parts, known)
    const encode = async (ids: readonly number[]): Promise<Encoded> => {
      const feeds = { input_ids: { data: Float32Array.from(ids), shape: [1, ids.length] } }
      const outputs = await parts.run(part, feeds, wanted, signal)
      return { hidden: outputs[hidden]!, pooled: pooled === null ? null : outputs[pooled]! }
    }
    const remembered = (ids: readonly number[]): Promise<Encoded> =>
      known(
        ids.join(),
        () => encode(ids),
        ({ hidden }) => hidden.data.byteLength,
      )
    const encoded: Encoded[] = []
    for (const row of rows)
      encoded.push(await weigh(row, await remembered(row.ids), () => remembered(empty.ids)))
    return {
      hidden: concatenate(
        encoded.map(({ hidden }) => hidden),
        1,
      ),
      pooled: encoded[0]!.pooled,
    }
  }
}

/** Away from the embedding of nothing, by each token's weight: stable for large weights. Source: ComfyUI. */
async function weigh(row: Row, encoded: Encoded, nothing: () => Promise<Encoded>): Promise<Encoded> {
  if (row.weights.every((weight) => weight === 1)) return encoded
  const origin = (await nothing()).hidden.data
  const width = encoded.hidden.shape.at(-1)!
  const data = encoded.hidden.data.map((value, i) => {
    const weight = row.weights[Math.floor(i / width)]!
    return weight === 1 ? value : origin[i]! + weight * (value - origin[i]!)
  })
  return { ...encoded, hidden: { data, shape: encoded.hidden.shape } }
}

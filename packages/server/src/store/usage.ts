import type { InsertQueryBuilder, InsertResult, Kysely, QueryCreator } from 'kysely'
import type { Database } from './schema.ts'

/** What was made and what it took. */
export interface Amounts {
  readonly requests: number
  readonly images: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly milliseconds: number
}
export interface UsageEntry extends Amounts {
  readonly keyId: string
  /** UTC, 2026-11-26. */
  readonly day: string
  readonly model: string
}

export const utcDay = (time: Date): string => time.toISOString().slice(0, 10)

/** Adds to the day's sums, in one statement: two processes lose nothing. */
export async function addUsage(database: Kysely<Database>, entry: UsageEntry): Promise<void> {
  await addingUsage(database, entry).execute()
}

/** The statement of it, for who writes it as a part of another. */
export function addingUsage(
  database: QueryCreator<Database>,
  { keyId, day, model, requests, images, inputTokens, outputTokens, milliseconds }: UsageEntry,
): InsertQueryBuilder<Database, 'usage', InsertResult> {
  return database
    .insertInto('usage')
    .values({
      key_id: keyId,
      day,
      model,
      requests,
      images,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      milliseconds: Math.round(milliseconds),
    })
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'day', 'model']).doUpdateSet((old) => ({
        requests: old('usage.requests', '+', requests),
        images: old('usage.images', '+', images),
        input_tokens: old('usage.input_tokens', '+', inputTokens),
        output_tokens: old('usage.output_tokens', '+', outputTokens),
        milliseconds: old('usage.milliseconds', '+', Math.round(milliseconds)),
      })),
    )
}

/** Days from `from` to `to`, both included; of one key or of all. */
export async function readUsage(
  database: Kysely<Database>,
  { from, to, keyId }: { readonly from: string; readonly to: string; readonly keyId?: string },
): Promise<readonly UsageEntry[]> {
  let query = database.selectFrom('usage').selectAll().where('day', '>=', from).where('day', '<=', to)
  if (keyId !== undefined) query = query.where('key_id', '=', keyId)
  const rows = await query.orderBy('day').orderBy('key_id').orderBy('model').execute()
  return rows.map((row) => ({
    keyId: row.key_id,
    day: row.day,
    model: row.model,
    requests: row.requests,
    images: row.images,
    inputTokens: Number(row.input_tokens),
    outputTokens: Number(row.output_tokens),
    milliseconds: Number(row.milliseconds),
  }))
}

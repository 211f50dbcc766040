import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { openStates } from './entry.ts'

/** Forgets what has long been over; lines of batches go with their batch. */
export async function forgetJobs(database: Kysely<Database>, days: number): Promise<void> {
  await database
    .deleteFrom('jobs')
    .where('batch', 'is', null)
    .where('state', 'not in', openStates)
    .where('ended_at', '<', sql<Date>`current_timestamp - make_interval(days => ${days})`)
    .execute()
}

/** Hashes of blobs that jobs name. */
export async function blobsOfJobs(database: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('jobs')
    .select(sql<string>`concat(payload::text, result::text)`.as('text'))
    .where((eb) => eb.or([eb('payload', 'is not', null), eb('result', 'is not', null)]))
    .execute()
  return new Set(rows.flatMap(({ text }) => text.match(/[0-9a-f]{64}/g) ?? []))
}

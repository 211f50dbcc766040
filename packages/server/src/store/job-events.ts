import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** What a job tells while it runs in another process than the one that waits for it; JSON. */
export async function insertJobEvents(
  database: Kysely<Database>,
  job: string,
  events: readonly { readonly number: number; readonly body: string }[],
): Promise<void> {
  if (events.length === 0) return
  await database
    .insertInto('job_events')
    .values(events.map(({ number, body }) => ({ job, number, body })))
    .onConflict((conflict) => conflict.columns(['job', 'number']).doNothing()) // told again by who does it again
    .execute()
}

/** Those after number `after`, in order. */
export async function readJobEvents(
  database: Kysely<Database>,
  job: string,
  after: number,
): Promise<readonly { readonly number: number; readonly body: unknown }[]> {
  return database
    .selectFrom('job_events')
    .select(['number', 'body'])
    .where('job', '=', job)
    .where('number', '>', after)
    .orderBy('number')
    .execute()
}

export async function deleteJobEvents(database: Kysely<Database>, job: string): Promise<void> {
  await database.deleteFrom('job_events').where('job', '=', job).execute()
}

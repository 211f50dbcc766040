import { sql, type Kysely, type QueryCreator } from 'kysely'
import type { Database, JobState } from '../schema.ts'
import { addingUsage, type UsageEntry } from '../usage.ts'
import { openStates, type JobError } from './entry.ts'

export interface Ending {
  readonly state: 'succeeded' | 'failed' | 'cancelled'
  readonly result?: string
  readonly error?: JobError
}

const columnsOf = ({ state, result, error }: Ending) => ({
  state,
  ended_at: sql<Date>`current_timestamp`,
  result: result ?? null,
  error: error === undefined ? null : JSON.stringify(error),
})

/**
 * One statement, also where something is to be counted: with the embedded database a transaction of several takes twice as long.
 *
 * usage:   counted in any case: whose job was taken away has made the picture none the less
 * returns: false where the job is no longer this process's: it was taken for dead, or somebody removed it
 */
export async function endJob(
  database: Kysely<Database>,
  id: string,
  worker: string,
  ending: Ending,
  usage?: UsageEntry,
): Promise<boolean> {
  const statement: QueryCreator<Database> =
    usage === undefined ? database : database.with('counted', (counting) => addingUsage(counting, usage))
  const { numUpdatedRows } = await statement
    .updateTable('jobs')
    .set(columnsOf(ending))
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends many in the same way that nothing was made of. */
export async function endJobs(
  database: Kysely<Database>,
  ids: readonly string[],
  worker: string,
  ending: Ending,
): Promise<void> {
  await database
    .updateTable('jobs')
    .set(columnsOf(ending))
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('worker', '=', worker)
    .where('state', 'in', openStates)
    .execute()
}

/**
 * One that waits ends here; a process that has one is to be told to stop.
 *
 * returns: the ids of those that processes have, running or in line there
 */
export async function cancelJobs(
  database: Kysely<Database>,
  which: { readonly owner: string; readonly id: string } | { readonly batch: string },
): Promise<readonly string[]> {
  const rows = await database
    .updateTable('jobs')
    .set({
      cancel: true,
      state: sql`case when state = 'queued' then 'cancelled' else state end`,
      ended_at: sql`case when state = 'queued' then current_timestamp end`,
    })
    .where('state', 'in', openStates)
    .where((eb) =>
      'batch' in which
        ? eb('batch', '=', which.batch)
        : eb.and([eb('owner', '=', which.owner), eb('id', '=', which.id)]),
    )
    .returning(['id', 'worker'])
    .execute()
  return rows.filter(({ worker }) => worker !== null).map(({ id }) => id)
}

/**
 * Ends a job that another process may have, by the one that waits for it, which has read what it wanted; what the job was given and gave
 * is let go.
 */
export async function closeJob(
  database: Kysely<Database>,
  id: string,
  awaitedBy: string,
  { state, error }: Ending,
): Promise<void> {
  await database
    .updateTable('jobs')
    .set({
      payload: null,
      result: null,
      state: sql<JobState>`case when state in ('queued', 'running') then ${state} else state end`,
      error: sql<string>`coalesce(error, ${error === undefined ? null : JSON.stringify(error)}::json)`,
      ended_at: sql<Date>`coalesce(ended_at, current_timestamp)`,
    })
    .where('id', '=', id)
    .where('awaited_by', '=', awaitedBy)
    .execute()
  await database.deleteFrom('job_events').where('job', '=', id).execute()
}

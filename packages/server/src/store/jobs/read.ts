import type { Kysely } from 'kysely'
import type { Database, JobState } from '../schema.ts'
import { entryOf, interrupted, toThrown, type JobEntry, type JobError } from './entry.ts'

export interface Outcome {
  readonly state: JobState
  readonly result: unknown
  readonly error: JobError | null
  /** Jobs that go first, where it waits. */
  readonly position: number
}

/** throws: ABORTED where the job is gone */
export async function readOutcome(database: Kysely<Database>, id: string): Promise<Outcome> {
  const row = await database
    .selectFrom('jobs')
    .select(({ selectFrom, fn }) => [
      'state',
      'result',
      'error',
      selectFrom('jobs as other')
        .select(fn.countAll<string>().as('before'))
        .where('other.state', '=', 'queued')
        .whereRef('other.priority', '<=', 'jobs.priority')
        .whereRef('other.arrival', '<', 'jobs.arrival')
        .as('before'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw toThrown(interrupted)
  return {
    state: row.state,
    result: row.result,
    error: row.error as JobError | null,
    position: row.state === 'queued' ? 1 + Number(row.before ?? 0) : 0,
  }
}

/** How many wait that somebody waits for, and how many of them are this owner's. */
export async function countWaiting(
  database: Kysely<Database>,
  owner: string,
): Promise<{ readonly all: number; readonly own: number }> {
  const row = await database
    .selectFrom('jobs')
    .select(({ fn }) => [
      fn.countAll<string>().as('all'),
      fn.countAll<string>().filterWhere('owner', '=', owner).as('own'),
    ])
    .where('state', '=', 'queued')
    .where('priority', '=', 0)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), own: Number(row.own) }
}

/** null: there is none of that name, or it is somebody else's. */
export async function readJob(
  database: Kysely<Database>,
  owner: string,
  id: string,
): Promise<JobEntry | null> {
  const row = await database
    .selectFrom('jobs')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** The newest first; lines of batches are listed with their batch. */
export async function listJobs(
  database: Kysely<Database>,
  owner: string,
  limit: number,
): Promise<readonly JobEntry[]> {
  const rows = await database
    .selectFrom('jobs')
    .selectAll()
    .where('owner', '=', owner)
    .where('batch', 'is', null)
    .orderBy('arrival', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

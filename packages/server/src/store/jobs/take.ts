import { sql, type Kysely } from 'kysely'
import type { Database, JobState } from '../schema.ts'
import { entryOf, type JobEntry, type JobError } from './entry.ts'

export interface NewJobRow {
  readonly id: string
  readonly owner: string
  readonly kind: string
  readonly model: string
  readonly priority: number
  /** The process whose client waits for it. */
  readonly awaitedBy: string | null
  /** The process that does it; null: any may take it. */
  readonly worker: string | null
  /** Whether that process is at it already, and it does not wait there. */
  readonly running?: boolean
  /** JSON; null where only `worker` can do it. */
  readonly payload: string | null
  readonly batch?: string
  readonly number?: number
  /** It is over before it began. */
  readonly error?: JobError
}

export async function insertJobs(database: Kysely<Database>, jobs: readonly NewJobRow[]): Promise<void> {
  if (jobs.length === 0) return
  await database
    .insertInto('jobs')
    .values(
      jobs.map(({ awaitedBy, batch, number, running = false, error, ...row }) => ({
        ...row,
        state: stateOf(running, error),
        error: error === undefined ? null : JSON.stringify(error),
        ended_at: error === undefined ? null : sql<Date>`current_timestamp`,
        awaited_by: awaitedBy,
        batch: batch ?? null,
        number: number ?? null,
        attempts: running ? 1 : 0,
        started_at: running ? sql<Date>`clock_timestamp()` : null,
      })),
    )
    .execute()
}

const stateOf = (running: boolean, error: JobError | undefined): JobState => {
  if (error !== undefined) return 'failed'
  return running ? 'running' : 'queued'
}

/** Its turn has come in the process that has it. */
export async function startJob(database: Kysely<Database>, id: string, worker: string): Promise<void> {
  await database
    .updateTable('jobs')
    .set(({ eb }) => ({
      state: 'running' as const,
      attempts: eb('attempts', '+', 1),
      started_at: sql<Date>`clock_timestamp()`,
    }))
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'queued')
    .execute()
}

/** Gives a job back that this process cannot go on with, as if it had not begun. */
export async function releaseJob(database: Kysely<Database>, id: string, worker: string): Promise<void> {
  await database
    .updateTable('jobs')
    .set(({ eb }) => ({ state: 'queued' as const, worker: null, attempts: eb('attempts', '-', 1) }))
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'running')
    .execute()
}

export interface Claimed extends JobEntry {
  readonly payload: unknown
  readonly batch: string | null
  readonly number: number | null
  readonly awaitedBy: string | null
}

/**
 * The job that is next, taken for this process; null where none waits. Of the most urgent ones the owner's that was longest without a
 * turn, whatever came first, so that owners take turns; of the same owner the one that came first. Turns are told by what was started
 * within a day, however long ago it was handed in. Two that ask at once get different ones.
 */
export async function claimJob(database: Kysely<Database>, worker: string): Promise<Claimed | null> {
  const next = database
    .with('turns', (turns) =>
      turns
        .selectFrom('jobs')
        .where('started_at', '>', sql<Date>`current_timestamp - interval '1 day'`)
        .groupBy('owner')
        .select(({ fn }) => ['owner', fn.max('started_at').as('last')]),
    )
    .selectFrom('jobs as job')
    .leftJoin('turns', 'turns.owner', 'job.owner')
    .select('job.id')
    .where('job.state', '=', 'queued')
    .where('job.cancel', '=', false)
    .where('job.payload', 'is not', null)
    .orderBy('job.priority')
    .orderBy('turns.last', (order) => order.asc().nullsFirst())
    .orderBy('job.created_at')
    .orderBy('job.batch')
    .orderBy('job.number')
    .orderBy('job.arrival')
    .limit(1)
    .forUpdate('job')
    .skipLocked()
  const row = await database
    .updateTable('jobs')
    .set(({ eb }) => ({
      state: 'running' as const,
      worker,
      attempts: eb('attempts', '+', 1),
      started_at: sql<Date>`clock_timestamp()`,
    }))
    .where('id', '=', next)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  const { payload, batch, number, awaited_by } = row
  return { ...entryOf(row), payload, batch, number, awaitedBy: awaited_by }
}

import { PlantainError, type Code } from '@plantain/core'
import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type QueryCreator,
  type SqlBool,
} from 'kysely'
import type { Database, JobState } from './schema.ts'
import { addingUsage, type UsageEntry } from './usage.ts'
import { ago } from './workers.ts'

/** What of an error is kept, and told again later. */
export interface JobError {
  readonly code: Code
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface JobEntry {
  readonly id: string
  readonly owner: string
  readonly kind: string
  readonly model: string
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly error: JobError | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

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

const openStates = ['queued', 'running'] as const

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

type Where = ExpressionBuilder<Database, 'jobs'>
const isDead = (eb: Where, column: 'jobs.worker' | 'jobs.awaited_by', seconds: number): Expression<SqlBool> =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('workers')
        .select('workers.id')
        .whereRef('workers.id', '=', column)
        .where('workers.heartbeat_at', '>', ago(seconds)),
    ),
  )

const mostAttempts = 3
export const interrupted: JobError = {
  code: 'ABORTED',
  message:
    'Plantain was stopped in the middle of this request; nothing of it was kept as if it were whole, send it again',
}
const gaveUp: JobError = {
  code: 'INTERNAL',
  message: `the process that worked on this died ${mostAttempts} times; change the request, or look into the log of the worker`,
}

/**
 * Jobs of processes that are dead: what somebody waited for in such a process ends, with an error; what another can do is put back in
 * line; what has killed several ends, too.
 *
 * returns: how many were put back and how many ended; and which of these others may be at, and are to be told to stop
 */
export async function recoverJobs(
  database: Kysely<Database>,
  deadSeconds: number,
): Promise<{ readonly resumed: number; readonly ended: number; readonly stop: readonly string[] }> {
  const end = (error: JobError, which: (eb: Where) => Expression<SqlBool>) =>
    database
      .updateTable('jobs')
      .set({ state: 'failed', error: JSON.stringify(error), ended_at: sql`current_timestamp` })
      .where('state', 'in', openStates)
      .where(which)
      .returning('id')
      .execute()
  const nobodyWaits = await end(interrupted, (eb) =>
    eb.and([eb('jobs.awaited_by', 'is not', null), isDead(eb, 'jobs.awaited_by', deadSeconds)]),
  )
  const hopeless = await end(gaveUp, (eb) =>
    eb.and([
      eb('jobs.state', '=', 'running'),
      eb('jobs.attempts', '>=', mostAttempts),
      isDead(eb, 'jobs.worker', deadSeconds),
    ]),
  )
  const { numUpdatedRows } = await database
    .updateTable('jobs')
    .set({ state: 'queued', worker: null })
    .where('state', '=', 'running')
    .where('payload', 'is not', null)
    .where((eb) => isDead(eb, 'jobs.worker', deadSeconds))
    .executeTakeFirst()
  return {
    resumed: Number(numUpdatedRows),
    ended: nobodyWaits.length + hopeless.length,
    stop: nobodyWaits.map(({ id }) => id),
  }
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

interface Row {
  readonly id: string
  readonly owner: string
  readonly kind: string
  readonly model: string
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly error: unknown
  readonly created_at: Date
  readonly started_at: Date | null
  readonly ended_at: Date | null
}
const entryOf = (row: Row): JobEntry => ({
  id: row.id,
  owner: row.owner,
  kind: row.kind,
  model: row.model,
  state: row.state,
  priority: row.priority,
  attempts: row.attempts,
  error: row.error as JobError | null,
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

export const jobErrorOf = ({ code, message, details }: PlantainError): JobError => ({
  code,
  message,
  ...(Object.keys(details).length > 0 ? { details } : {}),
})
export const toThrown = ({ code, message, details }: JobError): PlantainError =>
  new PlantainError(code, message, details === undefined ? {} : { details })

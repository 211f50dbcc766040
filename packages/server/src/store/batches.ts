import { sql, type Kysely, type Selectable } from 'kysely'
import { cancelJobs } from './jobs/end.ts'
import type { JobError } from './jobs/entry.ts'
import type { BatchesTable, Database, JobState } from './schema.ts'

export interface BatchEntry {
  readonly id: string
  readonly owner: string
  readonly model: string
  readonly displayName: string
  readonly inputFile: string | null
  readonly outputFile: string | null
  readonly cancelled: boolean
  readonly createdAt: Date
  /** Jobs by their state. */
  readonly counts: Readonly<Record<JobState, number>>
  /** When the last of its jobs began or ended; when it was created, before that. */
  readonly updatedAt: Date
}

/** One of a batch's jobs, when it is over. */
export interface BatchLine {
  readonly state: JobState
  readonly payload: unknown
  readonly result: unknown
  readonly error: JobError | null
}

export async function insertBatch(
  database: Kysely<Database>,
  batch: Pick<BatchEntry, 'id' | 'owner' | 'model' | 'displayName' | 'inputFile'>,
): Promise<void> {
  const { displayName, inputFile, ...row } = batch
  await database
    .insertInto('batches')
    .values({ ...row, display_name: displayName, input_file: inputFile, output_file: null })
    .execute()
}

/** null: there is none of that name, or it is somebody else's. */
export async function readBatch(
  database: Kysely<Database>,
  owner: string,
  id: string,
): Promise<BatchEntry | null> {
  const row = await database
    .selectFrom('batches')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : (await withCounts(database, [row]))[0]!
}

/** The newest first, those after a place. */
export async function listBatches(
  database: Kysely<Database>,
  owner: string,
  limit: number,
  after: { readonly createdAt: Date; readonly id: string } | null,
): Promise<readonly BatchEntry[]> {
  let query = database.selectFrom('batches').selectAll().where('owner', '=', owner)
  if (after !== null)
    query = query.where(({ eb, or, and }) =>
      or([
        eb('created_at', '<', after.createdAt),
        and([eb('created_at', '=', after.createdAt), eb('id', '<', after.id)]),
      ]),
    )
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return withCounts(database, rows)
}

async function withCounts(
  database: Kysely<Database>,
  rows: readonly Selectable<BatchesTable>[],
): Promise<readonly BatchEntry[]> {
  if (rows.length === 0) return []
  const counted = await database
    .selectFrom('jobs')
    .select(({ fn }) => [
      'batch',
      'state',
      fn.countAll<string>().as('count'),
      sql<Date>`max(coalesce(ended_at, started_at, created_at))`.as('moved'),
    ])
    .where(
      'batch',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['batch', 'state'])
    .execute()
  return rows.map((row) => {
    const own = counted.filter(({ batch }) => batch === row.id)
    const counts = { queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 }
    for (const { state, count } of own) counts[state] = Number(count)
    const updatedAt = new Date(Math.max(row.created_at.getTime(), ...own.map(({ moved }) => moved.getTime())))
    return {
      id: row.id,
      owner: row.owner,
      model: row.model,
      displayName: row.display_name,
      inputFile: row.input_file,
      outputFile: row.output_file,
      cancelled: row.cancelled,
      createdAt: row.created_at,
      counts,
      updatedAt,
    }
  })
}

/** In the order of the requests; from one number to another, not included, as all of a large batch need not be held at once. */
export async function readLines(
  database: Kysely<Database>,
  id: string,
  from: number,
  to: number,
): Promise<readonly BatchLine[]> {
  const rows = await database
    .selectFrom('jobs')
    .select(['state', 'payload', 'result', 'error'])
    .where('batch', '=', id)
    .where('number', '>=', from)
    .where('number', '<', to)
    .orderBy('number')
    .execute()
  return rows.map(({ error, ...row }) => ({ ...row, error: error as JobError | null }))
}

/** Ends what waits. returns: ids of its jobs that run, which are to be stopped */
export async function cancelBatch(database: Kysely<Database>, id: string): Promise<readonly string[]> {
  return database.transaction().execute(async (transaction) => {
    await transaction.updateTable('batches').set({ cancelled: true }).where('id', '=', id).execute()
    return cancelJobs(transaction, { batch: id })
  })
}

export async function setOutputFile(database: Kysely<Database>, id: string, file: string): Promise<void> {
  await database.updateTable('batches').set({ output_file: file }).where('id', '=', id).execute()
}

/** With its jobs; running ones end as if they had been cancelled. */
export async function deleteBatch(database: Kysely<Database>, id: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('jobs').where('batch', '=', id).execute()
    await transaction.deleteFrom('batches').where('id', '=', id).execute()
  })
}

/** Ends what still waits of batches that are older. */
export async function expireBatches(database: Kysely<Database>, hours: number): Promise<void> {
  await database
    .updateTable('jobs')
    .set({
      state: 'cancelled',
      ended_at: sql`current_timestamp`,
      error: JSON.stringify({
        code: 'DEADLINE_EXCEEDED',
        message: `the batch was not through after ${hours} hours; hand in again what is left`,
      } satisfies JobError),
    })
    .where('state', '=', 'queued')
    .where('batch', 'in', ({ selectFrom }) =>
      selectFrom('batches')
        .select('batches.id')
        .where('batches.created_at', '<', sql<Date>`current_timestamp - make_interval(hours => ${hours})`),
    )
    .execute()
}

/** Forgets batches that nobody has deleted. */
export async function forgetBatches(database: Kysely<Database>, days: number): Promise<void> {
  const old = sql<Date>`current_timestamp - make_interval(days => ${days})`
  await database
    .deleteFrom('jobs')
    .where('batch', 'in', ({ selectFrom }) =>
      selectFrom('batches').select('batches.id').where('batches.created_at', '<', old),
    )
    .execute()
  await database.deleteFrom('batches').where('created_at', '<', old).execute()
}

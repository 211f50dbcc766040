import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import type { Database } from '../schema.ts'
import { ago } from '../workers.ts'
import { interrupted, openStates, type JobError } from './entry.ts'

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

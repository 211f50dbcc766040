import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database, WorkersTable } from './schema.ts'

/** A process that works on jobs or awaits some. */
export interface WorkerEntry {
  readonly id: string
  readonly role: WorkersTable['role']
  readonly host: string
  readonly startedAt: Date
  /** Of its last sign of life. */
  readonly heartbeatAt: Date
}

/** Enters the process, or tells that it lives; by the database's clock, as clocks of machines differ. */
export async function beat(
  database: Kysely<Database>,
  { id, role, host }: Pick<WorkerEntry, 'id' | 'role' | 'host'>,
): Promise<void> {
  await database
    .insertInto('workers')
    .values({ id, role, host })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ heartbeat_at: sql`current_timestamp` }))
    .execute()
}

export async function removeWorker(database: Kysely<Database>, id: string): Promise<void> {
  await database.deleteFrom('workers').where('id', '=', id).execute()
}

/** Where only one process can have the database, all others are dead. */
export async function removeOtherWorkers(database: Kysely<Database>, id: string): Promise<void> {
  await database.deleteFrom('workers').where('id', '<>', id).execute()
}

export async function removeDeadWorkers(database: Kysely<Database>, deadSeconds: number): Promise<void> {
  await database.deleteFrom('workers').where('heartbeat_at', '<', ago(deadSeconds)).execute()
}

export async function listWorkers(database: Kysely<Database>): Promise<readonly WorkerEntry[]> {
  const rows = await database.selectFrom('workers').selectAll().orderBy('started_at').orderBy('id').execute()
  return rows.map(({ id, role, host, started_at, heartbeat_at }) => ({
    id,
    role,
    host,
    startedAt: started_at,
    heartbeatAt: heartbeat_at,
  }))
}

/** How many processes live that do nothing but work. */
export async function countWorkers(database: Kysely<Database>, deadSeconds: number): Promise<number> {
  const { count } = await database
    .selectFrom('workers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('role', '=', 'worker')
    .where('heartbeat_at', '>', ago(deadSeconds))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const ago = (seconds: number): RawBuilder<Date> =>
  sql<Date>`current_timestamp - make_interval(secs => ${seconds})`

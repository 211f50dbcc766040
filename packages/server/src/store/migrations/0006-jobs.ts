import { sql, type Kysely } from 'kysely'

const now = sql`current_timestamp`

/** Generations as jobs, and the processes that work on them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('payload', 'json')
    .addColumn('result', 'json')
    .addColumn('error', 'json')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('worker', 'text')
    .addColumn('awaited_by', 'text')
    .addColumn('cancel', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('batch', 'text')
    .addColumn('number', 'integer')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('started_at', 'timestamptz')
    .addColumn('ended_at', 'timestamptz')
    .execute()
  // What is over is most of the table, and is never claimed.
  await database.schema
    .createIndex('jobs_open')
    .on('jobs')
    .columns(['priority', 'created_at'])
    .where(sql.ref('state'), 'in', sql`('queued', 'running')`)
    .execute()
  await database.schema.createIndex('jobs_by_owner').on('jobs').columns(['owner', 'created_at']).execute()
  await database.schema.createIndex('jobs_by_batch').on('jobs').columns(['batch', 'number']).execute()
  await database.schema
    .createTable('workers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('heartbeat_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
}

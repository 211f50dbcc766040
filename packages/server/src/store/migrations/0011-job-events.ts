import { sql, type Kysely } from 'kysely'

/**
 * What jobs tell while they run in another process; what all processes of one installation share; and the order in which jobs came, which
 * a clock of milliseconds does not tell.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('jobs')
    .addColumn('arrival', 'bigserial', (column) => column.notNull())
    .execute()
  await database.schema
    .createTable('job_events')
    .addColumn('job', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_events_pkey', ['job', 'number'])
    .execute()
  await database.schema
    .createTable('shared')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`current_timestamp`))
    .execute()
}

import { sql, type Kysely } from 'kysely'

/** Many requests that were handed in together; each is a job. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('input_file', 'text')
    .addColumn('output_file', 'text')
    .addColumn('cancelled', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`current_timestamp`)) // as fine as tokens of pages are
    .execute()
  await database.schema
    .createIndex('batches_by_owner')
    .on('batches')
    .columns(['owner', 'created_at', 'id'])
    .execute()
}

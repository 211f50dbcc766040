import { sql, type Kysely } from 'kysely'

/** Interactions that shall be kept: which turn of which session each is, and what was told of it besides. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('interactions')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`current_timestamp`))
    .addPrimaryKeyConstraint('interactions_pkey', ['owner', 'id'])
    .execute()
}

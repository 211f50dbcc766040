import { sql, type Kysely } from 'kysely'

/** Files that went out through a stateless API, and the picture of which session each is. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('origins')
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('picture', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`current_timestamp`))
    .addPrimaryKeyConstraint('origins_pkey', ['key_id', 'sha256'])
    .execute()
}

import { sql, type Kysely } from 'kysely'

const now = sql`current_timestamp`

/** Sessions, their turns, and the files that these name. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull()) // not jsonb: the text stays as it was written
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await database.schema
    .createTable('turns')
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addPrimaryKeyConstraint('turns_pkey', ['session_id', 'number']) // two writers of one turn: the second is told
    .execute()
  await database.schema
    .createTable('artifacts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('mime_type', 'text', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
}

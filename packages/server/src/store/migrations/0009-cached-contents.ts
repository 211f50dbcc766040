import { sql, type Kysely } from 'kysely'

const now = sql`current_timestamp`

/** Contents that requests of the Gemini API go on from by name. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('cached_contents')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('text_tokens', 'integer', (column) => column.notNull())
    .addColumn('image_tokens', 'integer', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('pieces', 'json', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('cached_contents_pkey', ['owner', 'id'])
    .execute()
}

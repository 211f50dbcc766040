import { sql, type Kysely } from 'kysely'

const now = sql`current_timestamp`

/** Files of the Gemini API, and uploads on their way to become one. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('files')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('mime_type', 'text', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('pieces', 'json', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    // Names are the owner's own: who asks for one learns nothing of another's.
    .addPrimaryKeyConstraint('files_pkey', ['owner', 'id'])
    .execute()
  await database.schema.createIndex('files_by_expiry').on('files').column('expires_at').execute()
  await database.schema
    .createTable('uploads')
    .addColumn('id', 'text', (column) => column.primaryKey()) // sha-256 of what stands in its URL
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('display_name', 'text')
    .addColumn('mime_type', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('declared_bytes', 'bigint')
    .addColumn('received_bytes', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('pieces', 'json', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('uploads_by_owner').on('uploads').column('owner').execute()
}

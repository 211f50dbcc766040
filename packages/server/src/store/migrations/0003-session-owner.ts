import type { Kysely } from 'kysely'

/** Whose a session is: those from before keys are of this machine. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('sessions')
    .addColumn('owner', 'text', (column) => column.notNull().defaultTo('local'))
    .execute()
  await database.schema
    .createIndex('sessions_by_owner')
    .on('sessions')
    .columns(['owner', 'updated_at'])
    .execute()
}

import type { Kysely } from 'kysely'

/** Who claims a job asks whose was started last, of all that were started within a day. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.createIndex('jobs_by_start').on('jobs').columns(['started_at']).execute()
}

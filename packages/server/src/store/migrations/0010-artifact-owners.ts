import { sql, type Kysely } from 'kysely'

/** Whose files are: who knows the hash of another's file does not get it by that. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('artifact_owners')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('artifact_id', 'text', (column) => column.notNull().references('artifacts.id'))
    .addPrimaryKeyConstraint('artifact_owners_pkey', ['owner', 'artifact_id'])
    .execute()
  // Those of the turns that there are: every hash that stands in one.
  await sql`
    insert into artifact_owners (owner, artifact_id)
    select distinct sessions.owner, artifacts.id
    from turns
    join sessions on sessions.id = turns.session_id
    cross join lateral regexp_matches(turns.body::text, '"([0-9a-f]{64})"', 'g') as named(hash)
    join artifacts on artifacts.id = named.hash[1]
  `.execute(database)
}

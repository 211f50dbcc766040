import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** An interaction that is kept, as the turn of a session that it is. */
export interface InteractionEntry {
  readonly owner: string
  readonly id: string
  readonly session: string
  readonly turn: number
  /** Plain JSON: what was told of it besides pictures. */
  readonly body: unknown
}

export async function insertInteraction(
  database: Kysely<Database>,
  { owner, id, session, turn, body }: InteractionEntry,
): Promise<void> {
  await database
    .insertInto('interactions')
    .values({ owner, id, session_id: session, turn, body: JSON.stringify(body) })
    .execute()
}

/** null: there is none of that id, it was deleted, or it is another's. */
export async function readInteraction(
  database: Kysely<Database>,
  owner: string,
  id: string,
): Promise<InteractionEntry | null> {
  const row = await database
    .selectFrom('interactions')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { owner: row.owner, id: row.id, session: row.session_id, turn: row.turn, body: row.body }
}

/** Whether there was one. Its session stays: other interactions may go on from it. */
export async function deleteInteraction(
  database: Kysely<Database>,
  owner: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('interactions')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

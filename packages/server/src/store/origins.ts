import type { Kysely } from 'kysely'
import type { Origin } from '../answer/signature.ts'
import type { Database } from './schema.ts'

/** Remembers which picture of which session a file is. The latest counts where the same bytes were made twice. */
export async function saveOrigin(
  database: Kysely<Database>,
  keyId: string,
  sha256: string,
  { session, turn, picture }: Origin,
): Promise<void> {
  await database
    .insertInto('origins')
    .values({ key_id: keyId, sha256, session_id: session, turn, picture })
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'sha256']).doUpdateSet({ session_id: session, turn, picture }),
    )
    .execute()
}

/** null: not a file that this key was given. */
export async function findOrigin(
  database: Kysely<Database>,
  keyId: string,
  sha256: string,
): Promise<Origin | null> {
  const row = await database
    .selectFrom('origins')
    .selectAll()
    .where('key_id', '=', keyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row === undefined ? null : { session: row.session_id, turn: row.turn, picture: row.picture }
}

import type { ArtifactId } from '@plantain/core'
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

const sessionsAtOnce = 200
const turnsAtOnce = 500

/**
 * Deletes sessions in which nothing was said since `before`, each whole or not at all. Who adds a turn to one at that moment either
 * comes first, and it stays, or is told that it is gone.
 *
 * returns: their ids
 */
export async function deleteIdleSessions(
  database: Kysely<Database>,
  before: Date,
): Promise<readonly string[]> {
  const deleted: string[] = []
  for (;;) {
    const ids = await database.transaction().execute(async (transaction) => {
      const idle = await transaction
        .selectFrom('sessions')
        .select('id')
        .where('updated_at', '<', before)
        .orderBy('updated_at')
        .limit(sessionsAtOnce)
        .forUpdate() // a turn that is being added has the row; after it the session is idle no more
        .skipLocked()
        .execute()
      const names = idle.map(({ id }) => id)
      if (names.length === 0) return names
      await transaction.deleteFrom('turns').where('session_id', 'in', names).execute()
      await transaction.deleteFrom('origins').where('session_id', 'in', names).execute()
      await transaction.deleteFrom('sessions').where('id', 'in', names).execute()
      return names
    })
    deleted.push(...ids)
    if (ids.length < sessionsAtOnce) return deleted
  }
}

/**
 * All blobs that a turn names, wherever in it: pictures, masks, layers, plates, files. Whatever looks like a hash counts, so that a
 * new place for one cannot be forgotten here.
 */
export async function blobsOfSessions(database: Kysely<Database>): Promise<ReadonlySet<ArtifactId>> {
  const named = new Set<ArtifactId>()
  let after: { readonly session_id: string; readonly number: number } | undefined = {
    session_id: '',
    number: 0,
  }
  while (after !== undefined) {
    const rows: readonly { session_id: string; number: number; text: string }[] = await database
      .selectFrom('turns')
      .select(['session_id', 'number', sql<string>`body::text`.as('text')])
      .where(sql<boolean>`(session_id, number) > (${after.session_id}, ${after.number})`)
      .orderBy('session_id')
      .orderBy('number')
      .limit(turnsAtOnce)
      .execute()
    for (const { text } of rows)
      for (const [hash] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)) named.add(hash)
    after = rows.at(-1)
  }
  return named
}

import type { Kysely, Selectable } from 'kysely'
import type { After, Piece } from './files.ts'
import type { CachedContentsTable, Database } from './schema.ts'

/** Contents of a caller that requests go on from by name, until they expire. */
export interface CachedEntry {
  readonly owner: string
  readonly id: string
  /** The model's id as the client named it. */
  readonly model: string
  readonly displayName: string | null
  readonly textTokens: number
  readonly imageTokens: number
  readonly bytes: number
  readonly pieces: readonly Piece[]
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly expiresAt: Date
}

export async function insertCachedContent(database: Kysely<Database>, entry: CachedEntry): Promise<void> {
  await database
    .insertInto('cached_contents')
    .values({
      owner: entry.owner,
      id: entry.id,
      model: entry.model,
      display_name: entry.displayName,
      text_tokens: entry.textTokens,
      image_tokens: entry.imageTokens,
      size_bytes: entry.bytes,
      pieces: JSON.stringify(entry.pieces),
      created_at: entry.createdAt,
      updated_at: entry.updatedAt,
      expires_at: entry.expiresAt,
    })
    .execute()
}

/** null: there is none of that name, it is another's, or it has expired. */
export async function readCachedContent(
  database: Kysely<Database>,
  owner: string,
  id: string,
  now: Date,
): Promise<CachedEntry | null> {
  const row = await database
    .selectFrom('cached_contents')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** The newest first, those after a place. */
export async function listCachedContents(
  database: Kysely<Database>,
  { owner, now, limit, after }: { owner: string; now: Date; limit: number; after: After | null },
): Promise<readonly CachedEntry[]> {
  let query = database
    .selectFrom('cached_contents')
    .selectAll()
    .where('owner', '=', owner)
    .where('expires_at', '>', now)
  if (after !== null)
    query = query.where(({ eb, or, and }) =>
      or([
        eb('created_at', '<', after.createdAt),
        and([eb('created_at', '=', after.createdAt), eb('id', '<', after.id)]),
      ]),
    )
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(entryOf)
}

/** null: there is none that has not expired; what has expired does not come back. */
export async function changeExpiry(
  database: Kysely<Database>,
  { owner, id }: Pick<CachedEntry, 'owner' | 'id'>,
  expiresAt: Date,
  now: Date,
): Promise<CachedEntry | null> {
  const row = await database
    .updateTable('cached_contents')
    .set({ expires_at: expiresAt, updated_at: now })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** Whether there was one. */
export async function deleteCachedContent(
  database: Kysely<Database>,
  owner: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('cached_contents')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteExpiredCachedContents(database: Kysely<Database>, now: Date): Promise<void> {
  await database.deleteFrom('cached_contents').where('expires_at', '<=', now).execute()
}

const entryOf = (row: Selectable<CachedContentsTable>): CachedEntry => ({
  owner: row.owner,
  id: row.id,
  model: row.model,
  displayName: row.display_name,
  textTokens: row.text_tokens,
  imageTokens: row.image_tokens,
  bytes: Number(row.size_bytes),
  pieces: row.pieces as readonly Piece[],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  expiresAt: row.expires_at,
})

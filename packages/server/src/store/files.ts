import { PlantainError, type ArtifactId } from '@plantain/core'
import type { Kysely, Selectable } from 'kysely'
import type { Database, FilesTable } from './schema.ts'

/** A stretch of a file, as it lies in the blobs. */
export interface Piece {
  readonly sha256: ArtifactId
  readonly bytes: number
}
export type FileSource = 'UPLOADED' | 'GENERATED'

/** A file of a caller; it is there until it expires. */
export interface FileEntry {
  readonly owner: string
  readonly id: string
  readonly displayName: string | null
  readonly mimeType: string
  readonly bytes: number
  /** Of the whole, hexadecimal. */
  readonly sha256: string
  readonly source: FileSource
  readonly pieces: readonly Piece[]
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** throws: ALREADY_EXISTS where the owner has a file of that name that has not expired */
export async function insertFile(database: Kysely<Database>, file: FileEntry, now: Date): Promise<void> {
  const { owner, id } = file
  await database
    .deleteFrom('files')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '<=', now)
    .execute()
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('files')
    .values({
      owner,
      id,
      display_name: file.displayName,
      mime_type: file.mimeType,
      size_bytes: file.bytes,
      sha256: file.sha256,
      source: file.source,
      pieces: JSON.stringify(file.pieces),
      created_at: file.createdAt,
      expires_at: file.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['owner', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw nameTaken()
}

export const nameTaken = (): PlantainError =>
  new PlantainError('ALREADY_EXISTS', 'Requested entity already exists', {
    details: { field: 'file.name' },
  })

/** null: there is none of that name, it is another's, or it has expired. */
export async function readFileEntry(
  database: Kysely<Database>,
  owner: string,
  id: string,
  now: Date,
): Promise<FileEntry | null> {
  const row = await database
    .selectFrom('files')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** Whether there was one. */
export async function deleteFile(
  database: Kysely<Database>,
  owner: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('files')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** A place in the list of an owner's files. */
export interface After {
  readonly createdAt: Date
  readonly id: string
}

/** The newest first, those after a place; files that come or go meanwhile shift nothing. */
export async function listFiles(
  database: Kysely<Database>,
  { owner, now, limit, after }: { owner: string; now: Date; limit: number; after: After | null },
): Promise<readonly FileEntry[]> {
  let query = database
    .selectFrom('files')
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

/** Bytes of an owner's files, of what comes in for more, and of cached contents. */
export async function storedBytes(database: Kysely<Database>, owner: string, now: Date): Promise<number> {
  const kept = await database
    .selectFrom('files')
    .select(({ fn }) => fn.sum<string | null>('size_bytes').as('bytes'))
    .where('owner', '=', owner)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const coming = await database
    .selectFrom('uploads')
    .select(({ fn }) => fn.sum<string | null>('received_bytes').as('bytes'))
    .where('owner', '=', owner)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const cached = await database
    .selectFrom('cached_contents')
    .select(({ fn }) => fn.sum<string | null>('size_bytes').as('bytes'))
    .where('owner', '=', owner)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return [kept, coming, cached].reduce((sum, row) => sum + Number(row?.bytes ?? 0), 0)
}

/** Forgets what has expired. Returns how many files that were. */
export async function deleteExpiredFiles(database: Kysely<Database>, now: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('files')
    .where('expires_at', '<=', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** What files, uploads and cached contents are made of: blobs that must stay. */
export async function piecesInUse(database: Kysely<Database>): Promise<ReadonlySet<ArtifactId>> {
  const rows = [
    ...(await database.selectFrom('uploads').select('pieces').execute()),
    ...(await database.selectFrom('files').select('pieces').execute()), // after uploads, which become files
    ...(await database.selectFrom('cached_contents').select('pieces').execute()),
  ]
  return new Set(rows.flatMap(({ pieces }) => (pieces as readonly Piece[]).map(({ sha256 }) => sha256)))
}

const entryOf = (row: Selectable<FilesTable>): FileEntry => ({
  owner: row.owner,
  id: row.id,
  displayName: row.display_name,
  mimeType: row.mime_type,
  bytes: Number(row.size_bytes),
  sha256: row.sha256,
  source: row.source as FileSource,
  pieces: row.pieces as readonly Piece[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

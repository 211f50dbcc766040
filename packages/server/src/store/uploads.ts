import { PlantainError } from '@plantain/core'
import type { Kysely } from 'kysely'
import { insertFile, type FileEntry, type FileSource, type Piece } from './files.ts'
import type { Database } from './schema.ts'

export type UploadStatus = 'active' | 'final' | 'cancelled'

/** A file on its way in. */
export interface Upload {
  /** sha-256 of what stands in its URL. */
  readonly id: string
  readonly owner: string
  /** The name that the file shall get; null: any. */
  readonly name: string | null
  readonly displayName: string | null
  readonly mimeType: string | null
  readonly source: FileSource
  /** How long it shall be; null: not said. */
  readonly declaredBytes: number | null
  readonly receivedBytes: number
  readonly pieces: readonly Piece[]
  readonly status: UploadStatus
  /** The file that it became. */
  readonly fileId: string | null
  readonly expiresAt: Date
}

export async function insertUpload(database: Kysely<Database>, upload: Upload): Promise<void> {
  await database
    .insertInto('uploads')
    .values({
      id: upload.id,
      owner: upload.owner,
      name: upload.name,
      display_name: upload.displayName,
      mime_type: upload.mimeType,
      source: upload.source,
      declared_bytes: upload.declaredBytes,
      received_bytes: upload.receivedBytes,
      pieces: JSON.stringify(upload.pieces),
      status: upload.status,
      file_id: upload.fileId,
      expires_at: upload.expiresAt,
    })
    .execute()
}

/** null: unknown or expired. */
export async function readUpload(database: Kysely<Database>, id: string, now: Date): Promise<Upload | null> {
  const row = await database
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    owner: row.owner,
    name: row.name,
    displayName: row.display_name,
    mimeType: row.mime_type,
    source: row.source as FileSource,
    declaredBytes: row.declared_bytes === null ? null : Number(row.declared_bytes),
    receivedBytes: Number(row.received_bytes),
    pieces: row.pieces as readonly Piece[],
    status: row.status as UploadStatus,
    fileId: row.file_id,
    expiresAt: row.expires_at,
  }
}

/** Uploads of an owner that are open. */
export async function countUploads(database: Kysely<Database>, owner: string, now: Date): Promise<number> {
  const { count } = await database
    .selectFrom('uploads')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('owner', '=', owner)
    .where('status', '=', 'active')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * What is changed of an upload, if nobody else has changed it meanwhile: of two requests that send the same stretch one goes on.
 *
 * throws: ABORTED for the other
 */
export async function changeUpload(
  database: Kysely<Database>,
  before: Upload,
  change: Partial<Pick<Upload, 'receivedBytes' | 'pieces' | 'status' | 'fileId' | 'expiresAt'>>,
): Promise<Upload> {
  const after = { ...before, ...change }
  const { numUpdatedRows } = await database
    .updateTable('uploads')
    .set({
      received_bytes: after.receivedBytes,
      pieces: JSON.stringify(after.pieces),
      status: after.status,
      file_id: after.fileId,
      expires_at: after.expiresAt,
    })
    .where('id', '=', before.id)
    .where('received_bytes', '=', before.receivedBytes)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw new PlantainError(
      'ABORTED',
      'another request went on with this upload meanwhile; ask with X-Goog-Upload-Command: query how much has arrived, and go on from there',
    )
  return after
}

/** An upload becomes a file: both or nothing. throws: ALREADY_EXISTS, ABORTED */
export async function finishUpload(
  database: Kysely<Database>,
  upload: Upload,
  file: FileEntry,
  now: Date,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await changeUpload(transaction, upload, { status: 'final', fileId: file.id })
    await insertFile(transaction, file, now)
  })
}

export async function deleteExpiredUploads(database: Kysely<Database>, now: Date): Promise<void> {
  await database.deleteFrom('uploads').where('expires_at', '<=', now).execute()
}

import type { ColumnType, Generated } from 'kysely'

/** Tables as they are after the last migration. Columns in the habit of SQL, with underscores. */
export interface Database {
  readonly sessions: SessionsTable
  readonly turns: TurnsTable
  readonly artifacts: ArtifactsTable
  readonly artifact_owners: ArtifactOwnersTable
  readonly keys: KeysTable
  readonly usage: UsageTable
  readonly admissions: AdmissionsTable
  readonly origins: OriginsTable
  readonly files: FilesTable
  readonly uploads: UploadsTable
  readonly cached_contents: CachedContentsTable
}

/** JSON goes in as text and comes out parsed, on both databases. */
type Json = ColumnType<unknown, string, string>
type Time = Generated<Date>

export interface SessionsTable {
  readonly id: string
  /** The caller whose it is; 'local' without keys. */
  readonly owner: Generated<string>
  /** The first words of the first message. */
  readonly title: string
  readonly body: Json
  readonly created_at: Time
  readonly updated_at: Time
}

/** Only ever added to: a turn is never changed and never taken out. */
export interface TurnsTable {
  readonly session_id: string
  readonly number: number
  readonly body: Json
  readonly created_at: Time
}

/** Files that turns name; their bytes are in the blobs. */
export interface ArtifactsTable {
  /** sha-256 of the bytes. */
  readonly id: string
  readonly mime_type: string
  readonly width: number
  readonly height: number
  readonly created_at: Time
}

/** Whose sessions name a file; the same bytes may be several callers'. */
export interface ArtifactOwnersTable {
  readonly owner: string
  readonly artifact_id: string
}

/** API keys; the key itself is nowhere. */
export interface KeysTable {
  readonly id: string
  readonly name: string
  /** sha-256 of the key, hexadecimal. */
  readonly hash: string
  /** Separated by spaces. */
  readonly scopes: string
  readonly limits: Json
  readonly created_at: Time
  readonly revoked_at: ColumnType<Date | null, Date | null, Date | null>
}

/** What a key made on a day with a model. Sums come out of Postgres as text. */
export interface UsageTable {
  readonly key_id: string
  readonly day: string
  readonly model: string
  readonly requests: number
  readonly images: number
  readonly input_tokens: Sum
  readonly output_tokens: Sum
  readonly milliseconds: Sum
}
type Sum = ColumnType<string | number, number, number>

export interface AdmissionsTable {
  readonly key_id: string
  readonly period: string
  readonly requests: number
  readonly created_at: Time
}

/** Files that went out through a stateless API. */
export interface OriginsTable {
  readonly key_id: string
  readonly sha256: string
  readonly session_id: string
  readonly turn: number
  readonly picture: number
  readonly created_at: Time
}

/** Files that programs uploaded or had made, for some hours; their bytes are in the blobs of files, piece by piece. */
export interface FilesTable {
  readonly owner: string
  readonly id: string
  readonly display_name: string | null
  readonly mime_type: string
  readonly size_bytes: Sum
  /** Of the whole, hexadecimal. */
  readonly sha256: string
  readonly source: string
  /** [{ sha256, bytes }] in order. */
  readonly pieces: Json
  readonly created_at: Time
  readonly expires_at: Date
}

/** Files that come in piece by piece. */
export interface UploadsTable {
  readonly id: string
  readonly owner: string
  readonly name: string | null
  readonly display_name: string | null
  readonly mime_type: string | null
  readonly source: string
  readonly declared_bytes: ColumnType<string | number | null, number | null, never>
  readonly received_bytes: Sum
  readonly pieces: Json
  readonly status: string
  readonly file_id: string | null
  readonly created_at: Time
  readonly expires_at: Date
}

/** What requests go on from by name, for some time; as JSON in the blobs of files. */
export interface CachedContentsTable {
  readonly owner: string
  readonly id: string
  readonly model: string
  readonly display_name: string | null
  readonly text_tokens: number
  readonly image_tokens: number
  readonly size_bytes: Sum
  readonly pieces: Json
  readonly created_at: Time
  readonly updated_at: Time
  readonly expires_at: Date
}

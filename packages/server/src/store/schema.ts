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
  readonly jobs: JobsTable
  readonly workers: WorkersTable
  readonly batches: BatchesTable
  readonly job_events: JobEventsTable
  readonly shared: SharedTable
  readonly interactions: InteractionsTable
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

/** Generations, waiting, running and over. Pictures are in the blobs, never in a row. */
export interface JobsTable {
  readonly id: string
  readonly owner: string
  /** What is to be done; see jobs/kinds. */
  readonly kind: string
  readonly model: string
  readonly state: JobState
  /** 0: somebody waits; 1: batches. */
  readonly priority: Generated<number>
  /** What another process needs to do it; null where only the one that began it can. */
  readonly payload: MaybeJson
  readonly result: MaybeJson
  readonly error: MaybeJson
  /** How often it was begun. */
  readonly attempts: Generated<number>
  /** The process that works on it. */
  readonly worker: string | null
  /** The process whose client waits for it: the job ends with it. null: nobody need wait. */
  readonly awaited_by: string | null
  /** Whoever works on it is to stop. */
  readonly cancel: Generated<boolean>
  readonly batch: string | null
  /** Place in the batch, from 0. */
  readonly number: number | null
  /** The order in which jobs came. */
  readonly arrival: Generated<string>
  readonly created_at: Time
  readonly started_at: MaybeTime
  readonly ended_at: MaybeTime
}
export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Processes that work on jobs, or have clients that wait for some. */
export interface WorkersTable {
  readonly id: string
  readonly role: 'server' | 'worker'
  readonly host: string
  readonly started_at: Time
  readonly heartbeat_at: ColumnType<Date, Date | undefined, unknown>
}

/** Many requests that were handed in together; each is a job. */
export interface BatchesTable {
  readonly id: string
  readonly owner: string
  /** As the client named it. */
  readonly model: string
  readonly display_name: string
  /** The file that the requests came in; null: they came with the call. */
  readonly input_file: string | null
  /** The file of the answers, once it is there. */
  readonly output_file: string | null
  readonly cancelled: Generated<boolean>
  readonly created_at: Time
}

/** What a job tells while it runs elsewhere. */
export interface JobEventsTable {
  readonly job: string
  readonly number: number
  readonly body: Json
}

/** What all processes of one installation have in common. */
export interface SharedTable {
  readonly name: string
  readonly value: string
  readonly created_at: Time
}

/** Interactions that are kept; their words and pictures are in the turn. */
export interface InteractionsTable {
  readonly owner: string
  readonly id: string
  readonly session_id: string
  readonly turn: number
  readonly body: Json
  readonly created_at: Time
}

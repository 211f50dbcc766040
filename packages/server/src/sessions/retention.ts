import type { Kysely } from 'kysely'
import type { Blobs } from '../store/blobs/blobs.ts'
import { blobsOfSessions, deleteIdleSessions } from '../store/retention.ts'
import type { Database } from '../store/schema.ts'
import type { Sessions } from './sessions.ts'

export interface RetentionUse {
  readonly database: () => Promise<Kysely<Database>>
  readonly blobs: () => Blobs
  readonly sessions: Pick<Sessions, 'forget'>
  readonly now: () => Date
  /** 0: for ever. */
  readonly sessionDays: number
  /** Of stored pictures that no session names; 0: as sessionDays. */
  readonly artifactDays: number
}
export interface Swept {
  readonly sessions: number
  readonly artifacts: number
}

const day = 86_400_000

/**
 * Takes away what has outlived the days that the operator gives it: sessions in which nothing was said, then pictures that no session
 * names. The shortest time is a day, so nothing goes that belongs to a message which is being worked on.
 */
export async function sweepSessions(use: RetentionUse): Promise<Swept> {
  const database = await use.database()
  const before = (days: number): Date => new Date(use.now().getTime() - days * day)
  const gone = use.sessionDays === 0 ? [] : await deleteIdleSessions(database, before(use.sessionDays))
  use.sessions.forget(gone)
  const days = use.artifactDays === 0 ? use.sessionDays : use.artifactDays
  const artifacts = days === 0 ? 0 : await use.blobs().sweep(before(days), () => blobsOfSessions(database))
  return { sessions: gone.length, artifacts }
}

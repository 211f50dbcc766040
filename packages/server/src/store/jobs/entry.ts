import { PlantainError, type Code } from '@plantain/core'
import type { JobState } from '../schema.ts'

/** What of an error is kept, and told again later. */
export interface JobError {
  readonly code: Code
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface JobEntry {
  readonly id: string
  readonly owner: string
  readonly kind: string
  readonly model: string
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly error: JobError | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

/** Of a job that is not over. */
export const openStates: readonly JobState[] = ['queued', 'running']

export interface JobRow {
  readonly id: string
  readonly owner: string
  readonly kind: string
  readonly model: string
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly error: unknown
  readonly created_at: Date
  readonly started_at: Date | null
  readonly ended_at: Date | null
}
/** A row as it is told. */
export const entryOf = (row: JobRow): JobEntry => ({
  id: row.id,
  owner: row.owner,
  kind: row.kind,
  model: row.model,
  state: row.state,
  priority: row.priority,
  attempts: row.attempts,
  error: row.error as JobError | null,
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

export const interrupted: JobError = {
  code: 'ABORTED',
  message:
    'Plantain was stopped in the middle of this request; nothing of it was kept as if it were whole, send it again',
}

export const jobErrorOf = ({ code, message, details }: PlantainError): JobError => ({
  code,
  message,
  ...(Object.keys(details).length > 0 ? { details } : {}),
})
export const toThrown = ({ code, message, details }: JobError): PlantainError =>
  new PlantainError(code, message, details === undefined ? {} : { details })

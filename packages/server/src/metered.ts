import { cancelled } from '@plantain/core'
import type { Caller } from './access.ts'
import type { Job } from './jobs/jobs.ts'
import type { Plantain } from './plantain.ts'
import type { Amounts } from './store/usage.ts'
import { counted } from './telemetry/tally.ts'

export interface Meter<R> {
  readonly caller: Caller
  /** As it stands in limits and sums. */
  readonly model: string
  /** What it is, for the list of jobs. */
  readonly kind: string
  readonly amounts: (result: R) => Amounts
  readonly signal: AbortSignal
}

/**
 * A run within its caller's limits, as a job, and counted when it is through: job and count are written together.
 *
 * throws: what `access.admit` throws, before the run begins
 */
export async function* metered<E, R>(
  plantain: Plantain,
  { caller, model, kind, amounts, signal }: Meter<R>,
  run: (job: Job) => AsyncGenerator<E, R>,
): AsyncGenerator<E, R> {
  const job = await plantain.jobs.begin({ owner: caller.id, kind, model }, signal)
  const leave = await plantain.access.admit(caller, model, job.insert)
  try {
    const result = yield* counted(plantain.tally, run(job))
    await job.end({}, (database) => plantain.access.record(database, caller, model, amounts(result)))
    return result
  } catch (error) {
    await job.end({ error }).catch(() => {}) // the first error is the one to tell
    throw error
  } finally {
    await job.end({ error: cancelled(job.signal) }) // who read the events has left
    leave()
  }
}

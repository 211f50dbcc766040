import { cancelled } from '@plantain/core'
import type { Caller } from './access.ts'
import { follow } from './jobs/follow.ts'
import { pack } from './jobs/pack.ts'
import type { Task } from './jobs/task.ts'
import type { Plantain } from './plantain.ts'
import type { Amounts } from './store/usage.ts'
import { counted } from './telemetry/tally.ts'

export interface Meter<P, E, R> {
  readonly caller: Caller
  /** As it stands in limits and sums. */
  readonly model: string
  readonly task: Task<P, E, R>
  readonly payload: P
  readonly amounts: (result: R) => Amounts
  readonly signal: AbortSignal
}

/**
 * A task within its caller's limits, as a job, and counted when it is through: the end of the job and the count are written together.
 * It is done here, or by another process where this one has no room.
 *
 * throws: what `access.admit` throws, before the task begins; UNAVAILABLE where only workers compute and none runs
 */
export async function* metered<P, E, R>(
  plantain: Plantain,
  { caller, model, task, payload, amounts, signal }: Meter<P, E, R>,
): AsyncGenerator<E, R> {
  const { jobs } = plantain
  const away = await jobs.elsewhere()
  const given = away ? { payload: await pack(payload, plantain.jobBlobs()) } : {}
  const job = await jobs.begin({ owner: caller.id, kind: task.kind, model, ...given }, signal)
  const { written, leave } = await plantain.access.admit(caller, model, job.insert)
  written.catch(() => jobs.stop([job.id]).catch(() => {})) // whoever awaits it is told why
  let ended = false
  try {
    if (away) await written.then(jobs.announce)
    const run = away
      ? follow<E, R>(job, {
          jobs,
          database: await plantain.database(),
          blobs: plantain.jobBlobs(),
          waiting: task.waiting,
        })
      : task.run(plantain, payload, job)
    const result = yield* counted(plantain.tally, told(run, written))
    await job.end({}, plantain.access.usageOf(caller, model, amounts(result)))
    ended = true
    return result
  } catch (error) {
    ended = true
    await job.end({ error }).catch(() => {}) // the first error is the one to tell
    throw error
  } finally {
    if (!ended) await job.end({ error: cancelled(job.signal) }) // who read the events has left
    leave()
  }
}

/** The work begins while its row is written; what comes of it is told when the row is there. */
async function* told<E, R>(run: AsyncGenerator<E, R>, written: Promise<void>): AsyncGenerator<E, R> {
  try {
    const first = run.next()
    first.catch(() => {}) // told below, where the row is there
    await written
    let next = await first
    for (; !next.done; next = await run.next()) yield next.value
    return next.value
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the work
  }
}

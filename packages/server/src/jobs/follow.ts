import type { Kysely } from 'kysely'
import { throwIfCancelled } from '@plantain/core'
import type { Blobs } from '../store/blobs/blobs.ts'
import { readJobEvents } from '../store/job-events.ts'
import { cancelJobs } from '../store/jobs/end.ts'
import { toThrown } from '../store/jobs/entry.ts'
import { readOutcome } from '../store/jobs/read.ts'
import type { Database } from '../store/schema.ts'
import type { Job, Jobs } from './jobs.ts'
import { unpack } from './pack.ts'

const lookMilliseconds = 2000

export interface Follow<E> {
  readonly database: Kysely<Database>
  readonly jobs: Jobs
  readonly blobs: Blobs
  readonly waiting: (position: number) => E
}

/**
 * What a job tells that another process does, and what comes of it. Who leaves early, or whose signal fires, stops it.
 *
 * throws: the job's own error; CANCELLED
 */
export async function* follow<E, R>(
  { id, owner, signal }: Pick<Job, 'id' | 'owner' | 'signal'>,
  { database, jobs, blobs, waiting }: Follow<E>,
): AsyncGenerator<E, R> {
  let heard = deferred()
  const hear = (): void => heard.resolve()
  const unsubscribe = await jobs.onTold(id, hear)
  signal.addEventListener('abort', hear)
  let [seen, position, over] = [0, 0, false]
  try {
    for (;;) {
      heard = deferred() // before it looks, so that nothing is said unheard
      throwIfCancelled(signal)
      const outcome = await readOutcome(database, id) // before its events, so that none is missed at the end
      for (const { number, body } of await readJobEvents(database, id, seen)) {
        seen = number
        yield (await unpack(body, blobs)) as E
      }
      if (outcome.state === 'succeeded') {
        over = true
        return (await unpack(outcome.result, blobs)) as R
      }
      if (outcome.state !== 'queued' && outcome.state !== 'running') {
        over = true
        throw toThrown(outcome.error ?? { code: 'CANCELLED', message: 'the run was cancelled' })
      }
      if (outcome.position > 0 && outcome.position !== position) yield waiting(outcome.position)
      position = outcome.position
      await Promise.race([heard.promise, late()])
    }
  } finally {
    signal.removeEventListener('abort', hear)
    await unsubscribe()
    if (!over) await jobs.stop(await cancelJobs(database, { owner, id }))
  }
}

/** What is said while the connection is broken is lost. */
const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, lookMilliseconds).unref())

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

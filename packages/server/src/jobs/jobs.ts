import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { PlantainError } from '@plantain/core'
import type { Kysely } from 'kysely'
import { expireBatches, forgetBatches } from '../store/batches.ts'
import { toPlantainError } from '../http-error.ts'
import { createEndTogether } from './end-together.ts'
import { refuseOverBound, type Place } from '../queue.ts'
import { cancelJobs, closeJob, endJob, type Ending } from '../store/jobs/end.ts'
import { jobErrorOf, type JobEntry } from '../store/jobs/entry.ts'
import { countWaiting, listJobs, readJob } from '../store/jobs/read.ts'
import { recoverJobs } from '../store/jobs/recover.ts'
import { forgetJobs } from '../store/jobs/sweep.ts'
import { claimJob, insertJobs, releaseJob, startJob, type Claimed } from '../store/jobs/take.ts'
import { notify, type Connection } from '../store/open.ts'
import type { Database } from '../store/schema.ts'
import { addUsage, type UsageEntry } from '../store/usage.ts'
import {
  beat,
  countWorkers,
  removeDeadWorkers,
  removeOtherWorkers,
  removeWorker,
  type WorkerEntry,
} from '../store/workers.ts'

export interface NewJob {
  readonly owner: string
  /** What it is, for lists. */
  readonly kind: string
  readonly model: string
  readonly priority?: number
  /** What another process needs to do it, as JSON; absent: it is done here. */
  readonly payload?: string
}

/** A generation that this process does. */
export interface Job extends Required<Place> {
  readonly id: string
  /** Fires when the caller's does, and when the job is cancelled. */
  readonly signal: AbortSignal
  /** Ends its row, and counts what was made together with it. Only the first ending counts. */
  end(ending: Ended, usage?: UsageEntry): Promise<void>
}
/** `result`: JSON, kept for who comes later. */
export type Ended = { readonly error: unknown } | { readonly result?: string }

/** One that somebody waits for in this process: it ends with them. */
export interface NewlyBegun extends Job {
  /** Writes its row; in the transaction that lets the request in, where there is one. */
  insert(database: Kysely<Database>): Promise<void>
}

/** Generations as rows of the database, whoever computes them. */
export interface Jobs {
  begin(job: NewJob, signal: AbortSignal): Promise<NewlyBegun>
  /** The next one that waits for whoever can do it; null: none. */
  claim(signal: AbortSignal): Promise<{ readonly job: Job; readonly claimed: Claimed } | null>
  /** Puts one that was claimed back in line. */
  release(id: string): Promise<void>
  /** Tells all that wait for work that there is some. */
  announce(): Promise<void>
  /** How often to look for work that nobody told of. */
  lookSeconds(): Promise<number>
  /** Hears that there is work. returns: stops */
  onWork(hear: () => void): Promise<() => Promise<void>>
  /** Stops those that run, in whichever process. */
  stop(ids: readonly string[]): Promise<void>
  list(owner: string, limit?: number): Promise<readonly JobEntry[]>
  /** throws: NOT_FOUND */
  read(owner: string, id: string): Promise<JobEntry>
  /** Stops it within a step, in whichever process it runs. throws: NOT_FOUND */
  cancel(owner: string, id: string): Promise<JobEntry>
  /** Whether what comes in now is to be done by another process. throws: UNAVAILABLE where it is to be and there is none */
  elsewhere(): Promise<boolean>
  /** Says that a job has told something or is over, to the process that waits for it. */
  tell(id: string): Promise<void>
  /** Hears that. returns: stops */
  onTold(id: string, hear: () => void): Promise<() => Promise<void>>
  /** Enters this process, ends or puts back what dead ones left; done with the first job at the latest. */
  open(role?: WorkerEntry['role']): Promise<void>
  /** Leaves the list of processes. */
  close(): Promise<void>
}

const beatSeconds = 5
/** Six beats missed: a machine that swaps is slow, not dead. */
export const deadSeconds = 30
const keptDays = 7
/** A batch that is not through then is given up, as at Google. */
export const batchHours = 48
/** Of the answers of a batch that nobody deletes. */
const batchDays = 30

export interface JobsUse {
  readonly connect: () => Promise<Connection>
  /** Whether this process computes nothing that somebody waits for. */
  readonly isIdle: () => boolean
  /** Whether it computes at all. */
  readonly computes: boolean
  readonly maxWaiting: number
}

export function createJobs({ connect, isIdle, computes, maxWaiting }: JobsUse): Jobs {
  const ears = new Map<string, Set<() => void>>() // of jobs that are awaited here
  let [helpers, helpersAt] = [0, -Infinity]
  const stops = new Map<string, AbortController>()
  const endTogether = createEndTogether()
  let opening: Promise<() => Promise<void>> | null = null

  const stop = (ids: readonly string[]): void => {
    for (const id of ids) stops.get(id)?.abort(new PlantainError('CANCELLED', `the job ${id} was cancelled`))
  }

  async function enter(role: WorkerEntry['role']): Promise<() => Promise<void>> {
    const { database, id, shared, subscribe } = await connect()
    const worker = { id, role, host: hostname() }
    await beat(database, worker)
    if (!shared) await removeOtherWorkers(database, id)
    await recoverJobs(database, deadSeconds)
    await forgetJobs(database, keptDays)
    await forgetBatches(database, batchDays)
    await expireBatches(database, batchHours)
    const unsubscribe = await subscribe('plantain_jobs', (text) => {
      const { cancel, told } = JSON.parse(text) as Said
      if (cancel !== undefined) stop(cancel)
      if (told !== undefined) for (const hear of ears.get(told) ?? []) hear()
    })
    // Nobody else looks where nobody else can be: an idle laptop's disk may sleep.
    const timer = shared ? setInterval(() => void live().catch(() => {}), beatSeconds * 1000) : undefined
    timer?.unref()
    const live = async (): Promise<void> => {
      await beat(database, worker)
      const { resumed, stop: orphans } = await recoverJobs(database, deadSeconds)
      if (resumed > 0) await say({ work: true })
      if (orphans.length > 0) await say({ cancel: orphans })
      await removeDeadWorkers(database, 10 * deadSeconds)
      await expireBatches(database, batchHours)
    }
    return async () => {
      clearInterval(timer)
      await unsubscribe()
      if (shared) await removeWorker(database, id)
    }
  }
  const open = async (role: WorkerEntry['role'] = 'server'): Promise<void> => {
    opening ??= enter(role)
    opening.catch(() => (opening = null)) // what was wrong may have been mended
    await opening
  }

  const say = async (said: Said): Promise<void> =>
    notify((await connect()).database, 'plantain_jobs', JSON.stringify(said))

  /** A job that this process does, until it ends. */
  function hold(
    { id, owner, priority }: Pick<JobEntry, 'id' | 'owner' | 'priority'>,
    signal: AbortSignal,
    { database, id: worker }: Connection,
  ): Job {
    const controller = new AbortController()
    stops.set(id, controller)
    let ended = false
    return {
      id,
      owner,
      priority,
      signal: AbortSignal.any([signal, controller.signal]),
      started() {},
      async end(ending, usage) {
        if (ended) return
        ended = true
        try {
          const how = endingOf(ending)
          if (how.state === 'cancelled' && usage === undefined) await endTogether(database, id, worker, how)
          else await endJob(database, id, worker, how, usage)
          stops.delete(id)
        } catch (error) {
          ended = false // nothing was written
          throw error
        }
      },
    }
  }

  return {
    open,
    async begin({ owner, kind, model, priority = 0, payload }, signal) {
      await open()
      const { database, id: worker } = await connect()
      const id = `job_${randomBytes(9).toString('base64url')}`
      let [inserting, started, closed]: [Promise<void> | null, boolean, boolean] = [null, false, false]
      const { end, ...job } = hold({ id, owner, priority }, signal, await connect())
      return {
        ...job,
        async insert(transaction) {
          started ||= isIdle()
          if (payload !== undefined) refuseOverBound(await countWaiting(transaction, owner), maxWaiting)
          const how =
            payload === undefined ? { worker, payload: null, running: started } : { worker: null, payload }
          inserting = insertJobs(transaction, [
            { id, owner, kind, model, priority, awaitedBy: worker, ...how },
          ])
          await inserting
        },
        started() {
          if (started) return
          started = true
          // It may begin while its row is written; its ending tells what is wrong.
          inserting?.then(() => startJob(database, id, worker)).catch(() => {})
        },
        async end(ending, usage) {
          const inserted = await inserting?.then(
            () => true,
            () => false,
          )
          if (inserted !== true) stops.delete(id)
          else if (payload === undefined) await end(ending, usage)
          else if (!closed) {
            closed = true
            stops.delete(id)
            await database.transaction().execute(async (transaction) => {
              if (usage !== undefined) await addUsage(transaction, usage)
              await closeJob(transaction, id, worker, endingOf(ending))
            })
          }
        },
      }
    },
    async claim(signal) {
      await open()
      const connection = await connect()
      const claimed = await claimJob(connection.database, connection.id)
      return claimed === null ? null : { claimed, job: hold(claimed, signal, connection) }
    },
    async release(id) {
      const { database, id: worker } = await connect()
      stops.delete(id)
      await releaseJob(database, id, worker)
    },
    async elsewhere() {
      await open()
      const { database, shared } = await connect()
      if (!shared || (computes && isIdle())) return false
      if (performance.now() - helpersAt > beatSeconds * 1000 || helpers === 0) {
        helpers = await countWorkers(database, deadSeconds)
        helpersAt = performance.now()
      }
      if (helpers === 0 && !computes)
        throw new PlantainError(
          'UNAVAILABLE',
          'no worker runs, and this server computes nothing itself; start `plantain worker` with the same PLANTAIN_DATABASE_URL, or set PLANTAIN_COMPUTE=here',
          { details: { retryAfterSeconds: 10 } },
        )
      return helpers > 0
    },
    tell: (id) => say({ told: id }),
    async onTold(id, hear) {
      const own = ears.get(id) ?? new Set()
      ears.set(id, own.add(hear))
      return async () => {
        own.delete(hear)
        if (own.size === 0) ears.delete(id)
      }
    },
    announce: () => say({ work: true }),
    // Where nobody else can be, nothing is said unheard.
    lookSeconds: async () => ((await connect()).shared ? 5 : 86_400),
    async onWork(hear) {
      await open()
      return (await connect()).subscribe('plantain_jobs', (text) => {
        if ((JSON.parse(text) as Said).work === true) hear()
      })
    },
    async stop(ids) {
      stop(ids)
      if (ids.length > 0 && (await connect()).shared) await say({ cancel: ids })
    },
    list: async (owner, limit = 100) => listJobs((await connect()).database, owner, limit),
    async read(owner, id) {
      const entry = await readJob((await connect()).database, owner, id)
      if (entry === null) throw unknown(id)
      return entry
    },
    async cancel(owner, id) {
      const { database } = await connect()
      await this.stop(await cancelJobs(database, { owner, id }))
      const entry = await readJob(database, owner, id)
      if (entry === null) throw unknown(id)
      return entry
    },
    async close() {
      await (
        await opening?.catch(() => null)
      )?.()
    },
  }
}

function endingOf(ended: Ended): Ending {
  if (!('error' in ended)) return { state: 'succeeded', ...ended }
  const told = toPlantainError(ended.error)
  return { state: told.code === 'CANCELLED' ? 'cancelled' : 'failed', error: jobErrorOf(told) }
}

/** What processes say to each other. */
interface Said {
  readonly work?: true
  /** Jobs that are to be stopped, by whoever has them. */
  readonly cancel?: readonly string[]
  /** A job that has told something or is over. */
  readonly told?: string
}

const unknown = (id: string): PlantainError =>
  new PlantainError('NOT_FOUND', `there is no job "${id.slice(0, 80)}"; list the jobs to see which there are`)

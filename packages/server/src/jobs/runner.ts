import { setTimeout as wait } from 'node:timers/promises'
import { own, PlantainError } from '@plantain/core'
import { toPlantainError } from '../http-error.ts'
import type { Plantain } from '../plantain.ts'
import type { Claimed } from '../store/jobs/take.ts'
import type { UsageEntry } from '../store/usage.ts'
import type { Job } from './jobs.ts'

/** What was made of a job: `result` as JSON, and what is counted together with its end. */
export interface Done {
  readonly result: string
  readonly usage?: UsageEntry
  /** What is done when that is written. */
  readonly after?: () => Promise<void>
}

/** How one kind of job is done. throws: what ends the job with an error */
export type Kind = (plantain: Plantain, claimed: Claimed, job: Job) => Promise<Done>

export interface Runner {
  /** Takes no more; what it is at goes back in line, for whoever comes next. */
  stop(): Promise<void>
}

/** Takes jobs that wait, one after the other, whenever nothing that somebody waits for is computed here. */
export function startRunner(
  plantain: Plantain,
  kinds: Readonly<Record<string, Kind>>,
  log: (message: string, cause: unknown) => void,
): Runner {
  const stopping = new AbortController()
  const { signal } = stopping
  let work = new AbortController() // aborted when there is some

  const said = plantain.jobs.onWork(() => work.abort())
  said.catch(() => {}) // the loop tells

  /** Until somebody says that there is work; now and then without, as what is said may be lost. */
  const listen = async (seconds: number): Promise<void> => {
    await wait(seconds * 1000, undefined, {
      signal: AbortSignal.any([work.signal, signal]),
      ref: false,
    }).catch(() => {})
  }

  /** Written until it is: a job without an end would be nobody's. */
  const insist = async (write: () => Promise<void>): Promise<void> => {
    for (;;)
      try {
        return await write()
      } catch (error) {
        log('the end of a job could not be written', error)
        if (signal.aborted) return
        await wait(1000, undefined, { signal, ref: false }).catch(() => {})
      }
  }

  async function perform(job: Job, claimed: Claimed): Promise<void> {
    const kind = own(kinds, claimed.kind)
    const told = async (): Promise<void> => {
      if (claimed.awaitedBy !== null) await plantain.jobs.tell(claimed.id).catch(() => {}) // it looks by itself, too
    }
    try {
      if (kind === undefined)
        throw new PlantainError(
          'UNIMPLEMENTED',
          `this version does no jobs of the kind ${claimed.kind}; run the same version everywhere`,
        )
      const { result, usage, after } = await kind(plantain, claimed, job)
      await insist(() => job.end({ result }, usage))
      await told()
      await after?.().catch((error: unknown) => log('what follows a job failed', error))
    } catch (thrown) {
      if (signal.aborted) return await plantain.jobs.release(claimed.id)
      const error = toPlantainError(thrown)
      if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
      await insist(() => job.end({ error }))
      await told()
    }
  }

  const running = (async () => {
    while (!signal.aborted) {
      try {
        await plantain.idle()
        work = new AbortController() // before it looks, so that nothing is said unheard
        const next = await plantain.jobs.claim(signal)
        if (next === null) await listen(await plantain.jobs.lookSeconds())
        else await perform(next.job, next.claimed)
      } catch (error) {
        if (signal.aborted) break
        log('looking for jobs failed', error)
        await listen(10)
      }
    }
  })()

  return {
    async stop() {
      stopping.abort()
      await running
      await (
        await said.catch(() => null)
      )?.()
    },
  }
}

import type { Plantain } from '../plantain.ts'
import type { Job } from './jobs.ts'

/**
 * Work that somebody waits for, which this process or another does: the payload, the events and the value are plain but for bytes and
 * pixels, so that they can be written down.
 */
export interface Task<P, E, R> {
  /** Among the kinds of jobs. */
  readonly kind: string
  readonly run: (plantain: Plantain, payload: P, job: Job) => AsyncGenerator<E, R>
  /** What is told while others go first. */
  readonly waiting: (position: number) => E
}

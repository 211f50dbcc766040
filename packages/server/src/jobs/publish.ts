import type { Plantain } from '../plantain.ts'
import { insertJobEvents } from '../store/job-events.ts'
import { pack } from './pack.ts'

export interface Publisher {
  tell(event: unknown): Promise<void>
  /** Resolves when all that was told is written. */
  flush(): Promise<void>
}

const writeMilliseconds = 100 // steps of a small model come faster than anybody looks

/** Writes down what a job tells, for the process that waits for it: a row an event, several rows at a time. */
export function createPublisher(plantain: Plantain, job: string): Publisher {
  let number = 0
  let unwritten: { number: number; body: string }[] = []
  let writing: Promise<void> = Promise.resolve()
  let lastWrite = 0

  const write = async (): Promise<void> => {
    const events = unwritten
    unwritten = []
    lastWrite = performance.now()
    if (events.length === 0) return
    await insertJobEvents(await plantain.database(), job, events)
    await plantain.jobs.tell(job)
  }
  const flush = (): Promise<void> => (writing = writing.then(write))

  return {
    async tell(event) {
      const own = ++number // before the pictures in it are written, so that the order holds
      const body = await pack(event, plantain.jobBlobs())
      unwritten.push({ number: own, body })
      if (performance.now() - lastWrite >= writeMilliseconds) await flush()
    },
    flush,
  }
}

import { answering } from '../answer/answer.ts'
import { generating } from '../generate/task.ts'
import { sending } from '../sessions/task.ts'
import { batchLine } from '../surfaces/gemini/batch-line.ts'
import { pack, unpack } from './pack.ts'
import { createPublisher } from './publish.ts'
import type { Kind } from './runner.ts'
import type { Task } from './task.ts'

/** A task that a process does for another one: its events and its value are written down there. */
const away =
  <P, E, R>(task: Task<P, E, R>): Kind =>
  async (plantain, { id, payload }, job) => {
    const blobs = plantain.jobBlobs()
    const publisher = createPublisher(plantain, id)
    const run = task.run(plantain, (await unpack(payload, blobs)) as P, job)
    try {
      let next = await run.next()
      for (; !next.done; next = await run.next()) await publisher.tell(next.value)
      await publisher.flush()
      return { result: await pack(next.value, blobs) }
    } finally {
      await run.return(undefined as never) // whoever fails to write stops the engine
    }
  }

/** Every kind of job that any process may take. */
export const kinds: Readonly<Record<string, Kind>> = {
  line: batchLine,
  [answering.kind]: away(answering),
  [generating.kind]: away(generating),
  [sending.kind]: away(sending),
}

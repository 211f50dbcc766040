import type { Kysely } from 'kysely'
import { endJobs, type Ending } from '../store/jobs/end.ts'
import type { Database } from '../store/schema.ts'

interface Group {
  readonly ids: string[]
  readonly written: Promise<void>
}

/** Ends a job of which nothing came. Those that end alike in the same moment are one statement: hundreds of clients that are cut off hold nobody up. */
export type EndTogether = (
  database: Kysely<Database>,
  id: string,
  worker: string,
  ending: Ending,
) => Promise<void>

export function createEndTogether(): EndTogether {
  const open = new Map<string, Group>()
  return async (database, id, worker, ending) => {
    const key = JSON.stringify([worker, ending])
    let group = open.get(key)
    if (group === undefined) {
      const ids: string[] = []
      const written = new Promise((resolve) => setImmediate(resolve)).then(() => {
        open.delete(key)
        return endJobs(database, ids, worker, ending)
      })
      group = { ids, written }
      open.set(key, group)
    }
    group.ids.push(id)
    await group.written
  }
}

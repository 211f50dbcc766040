import { randomBytes } from 'node:crypto'
import { PlantainError } from '@plantain/core'
import { toPlantainError } from '../../http-error.ts'
import { insertBatch, readBatch } from '../../store/batches.ts'
import { jobErrorOf } from '../../store/jobs/entry.ts'
import { insertJobs, type NewJobRow } from '../../store/jobs/take.ts'
import { operationBody } from './batches.ts'
import { linesOf, type Line } from './batch-input.ts'
import { invalid } from './content.ts'
import type { Asked } from './understand.ts'

const mostLines = 50_000
const rowsAtOnce = 500 // a statement bears 65 535 values

/**
 * Takes in many requests, each of which becomes a job. All are kept, or none.
 *
 * throws: INVALID_ARGUMENT for no requests or too many; what `access.admitBatch` throws
 */
export async function createBatch(body: unknown, asked: Asked): Promise<object> {
  const { plantain, alias, caller, scenario } = asked
  const { displayName, inputFile, lines } = await linesOf(body, plantain, caller)
  const id = newBatchId()
  const rows: NewJobRow[] = []
  for await (const line of lines) {
    if (rows.length >= mostLines)
      throw invalid(
        `a batch holds at most ${mostLines} requests; hand them in as several batches`,
        'batch.input_config',
      )
    rows.push(await rowOf(line, { id, number: rows.length, asked, scenario }))
  }
  if (rows.length === 0)
    throw invalid(
      '* BatchGenerateContentRequest.batch.input_config: there are no requests in it\n',
      'batch.input_config',
    )
  await plantain.access.admitBatch(caller, alias.id, rows.length, async (transaction) => {
    await insertBatch(transaction, { id, owner: caller.id, model: alias.id, displayName, inputFile })
    for (let i = 0; i < rows.length; i += rowsAtOnce)
      await insertJobs(transaction, rows.slice(i, i + rowsAtOnce))
  })
  await plantain.jobs.announce()
  const batch = await readBatch(await plantain.database(), caller.id, id)
  if (batch === null) throw new PlantainError('ABORTED', `the batch ${id} was deleted while it was created`)
  return operationBody(batch)
}

/** What is wrong with a line is its own answer, and told with the others'. */
async function rowOf(
  { request, metadata, key, error }: Line,
  { id, number, asked, scenario }: { id: string; number: number; asked: Asked; scenario: Asked['scenario'] },
): Promise<NewJobRow> {
  const { plantain, alias, caller } = asked
  const payload = {
    alias: alias.id,
    ...(key === undefined ? {} : { key }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(scenario === null ? {} : { scenario }),
    ...(request === undefined ? {} : { request: await plantain.jobBlobs().write(request) }),
  }
  return {
    id: `job_${randomBytes(9).toString('base64url')}`,
    owner: caller.id,
    kind: 'line',
    model: alias.id,
    priority: 1,
    awaitedBy: null,
    worker: null,
    payload: JSON.stringify(payload),
    batch: id,
    number,
    ...(error === undefined ? {} : { error: jobErrorOf(toPlantainError(error)) }),
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Without dashes, at which a client of Google's cuts names. 30 of 36 letters: nothing to guess. */
const newBatchId = (): string =>
  Array.from(randomBytes(30), (byte) => letters[byte % letters.length]).join('')

import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { amounts, last, reply } from '../../answer/answer.ts'
import { simulate, type Scenario } from '../../answer/simulate.ts'
import type { Kind } from '../../jobs/runner.ts'
import { readBatch } from '../../store/batches.ts'
import { finishBatch } from './batches.ts'
import { aliasFor } from './models.ts'
import { toResponse } from './respond.ts'
import { understand } from './understand.ts'
import { parseGenerateContent } from './wire.ts'

const Payload = z.object({
  alias: z.string(),
  request: z.string(),
  scenario: z.object({ name: z.string(), value: z.string() }).optional(),
})

/** A request of a batch: the same as a request on its own, but that nobody waits. */
export const batchLine: Kind = async (plantain, { owner, payload, batch: batchId }, job) => {
  const { alias: id, request, scenario } = Payload.parse(payload)
  const caller = await plantain.access.callerOf(owner)
  if (caller === null)
    throw new PlantainError('PERMISSION_DENIED', 'the key that handed in this batch was revoked')
  await plantain.access.checkBudget(caller, id)
  const blobs = plantain.jobBlobs()
  const body: unknown = JSON.parse(Buffer.from(await blobs.read(request)).toString())
  const alias = aliasFor(plantain, id, 'v1beta', 'batchGenerateContent')
  const { ask, head } = await understand(parseGenerateContent(body), {
    plantain,
    alias,
    caller,
    scenario: scenario ?? null,
  })
  const answered = await last(
    scenario === undefined ? reply(plantain, ask, job) : simulate(ask, promptly(scenario), job.signal),
  )
  const response = await blobs.write(Buffer.from(JSON.stringify(toResponse(answered, head))))
  return {
    result: JSON.stringify({ response }),
    ...(scenario === undefined ? { usage: plantain.access.usageOf(caller, id, amounts(answered)) } : {}),
    async after() {
      const batch = await readBatch(await plantain.database(), owner, batchId ?? '')
      if (batch !== null) await finishBatch(plantain, batch)
    },
  }
}

/** Lines are done one after the other: to wait in one would hold up everybody's batches. */
const promptly = (scenario: Scenario): Scenario =>
  scenario.name === 'slow' ? { name: 'ok', value: '' } : scenario

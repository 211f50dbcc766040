import { Readable } from 'node:stream'
import { PlantainError } from '@plantain/core'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Plantain } from '../../plantain.ts'
import { cancelBatch, deleteBatch, listBatches, readBatch, type BatchEntry } from '../../store/batches.ts'
import { callerIn } from '../authenticate.ts'
import { pageFrom } from '../page-token.ts'
import { finishBatch, isDone, operationBody, operationText } from './batches.ts'

const limits = { usual: 50, most: 1000 }
const longestWaitSeconds = 60

/** As google.longrunning has it. */
export const WaitSchema: z.ZodType<{ timeout?: string | undefined }> = z.object({
  timeout: z
    .string()
    .regex(/^\d{1,9}(\.\d+)?s$/)
    .optional(),
})

/** Batches, which are also the only long-running operations that there are. */
export function batchRoutes(routes: Hono, plantain: Plantain): void {
  for (const base of ['batches', 'operations', 'models/:model/operations'] as const) {
    routes.get(`/:version/${base}`, async (c) => {
      const { pageSize, pageToken } = c.req.query()
      const { page, nextPageToken } = await pageFrom(
        async (limit, after) => listBatches(await plantain.database(), callerIn(c).id, limit, after),
        pageSize,
        pageToken,
        limits,
      )
      return c.json({
        ...(page.length > 0 ? { operations: page.map(operationBody) } : {}),
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      })
    })
    routes.get(`/:version/${base}/:id`, async (c) => whole(c, plantain, await find(c, plantain)))
    routes.delete(`/:version/${base}/:id`, async (c) => {
      const { id } = await find(c, plantain)
      const database = await plantain.database()
      await plantain.jobs.stop(await cancelBatch(database, id))
      await deleteBatch(database, id)
      return c.json({})
    })
    routes.post(`/:version/${base}/:call`, async (c) => {
      const [id = '', verb] = c.req.param('call').split(':')
      const batch = await find(c, plantain, id)
      if (verb === 'cancel') {
        if (!isDone(batch)) await plantain.jobs.stop(await cancelBatch(await plantain.database(), batch.id))
        return c.json({})
      }
      if (verb === 'wait') return whole(c, plantain, await waited(c, plantain, batch))
      throw new PlantainError(
        'NOT_FOUND',
        `there is no method "${(verb ?? '').slice(0, 40)}" of operations; there are cancel and wait`,
      )
    })
  }
}

async function find(c: Context, plantain: Plantain, id: string = c.req.param('id')!): Promise<BatchEntry> {
  const batch = await readBatch(await plantain.database(), callerIn(c).id, id)
  if (batch === null)
    throw new PlantainError(
      'NOT_FOUND',
      `Requested entity was not found: ${c.req.path.split('/').at(-2)}/${id.slice(0, 80)}`,
    )
  return finishBatch(plantain, batch) // what could not be written when the last answer came
}

function whole(c: Context, plantain: Plantain, batch: BatchEntry): Response {
  const text = Readable.from(operationText(plantain, batch))
  return c.body(Readable.toWeb(text) as ReadableStream<Uint8Array>, 200, {
    'Content-Type': 'application/json; charset=UTF-8',
  })
}

/** Until it is through, the client is gone, or the time is up that the request gives: as it then is. */
async function waited(c: Context, plantain: Plantain, batch: BatchEntry): Promise<BatchEntry> {
  const wish = WaitSchema.safeParse(await c.req.json().catch(() => ({})))
  if (!wish.success)
    throw new PlantainError('INVALID_ARGUMENT', 'timeout is no time in seconds like "10s"', {
      details: { field: 'timeout' },
    })
  const seconds = wish.data.timeout === undefined ? longestWaitSeconds : Number.parseFloat(wish.data.timeout)
  const end = Date.now() + Math.min(seconds, longestWaitSeconds) * 1000
  let now = batch
  while (!isDone(now) && Date.now() < end && !c.req.raw.signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(250, Math.max(0, end - Date.now()))))
    now = await find(c, plantain, batch.id)
  }
  return now
}

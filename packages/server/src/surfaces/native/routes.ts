import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { GenerateEvent, GenerateResult } from '../../generate/events.ts'
import { parseGenerateRequest } from '../../generate/request.ts'
import { generating } from '../../generate/task.ts'
import { toBody, toPlantainError, toStatus } from '../../http-error.ts'
import { metered } from '../../metered.ts'
import type { Plantain } from '../../plantain.ts'
import { holdToPolicy } from '../../safety/hold.ts'
import { ASPECTS, SIZES } from '../../sizes.ts'
import type { Amounts } from '../../store/usage.ts'
import { callerIn } from '../authenticate.ts'
import { hangUpOf } from '../hang-up.ts'
import { jobRoutes } from './jobs.ts'
import { readOwnJson } from './read-own-json.ts'
import { sessionRoutes } from './sessions.ts'
import { eventBody, resultBody, toInput } from './wire.ts'

const previewMilliseconds = 200

/** What the page and the command line use. */
export function nativeRoutes(
  plantain: Plantain,
  { log }: { log: (message: string, cause: unknown) => void },
): Hono {
  const routes = new Hono()
  routes.get('/models', (c) =>
    c.json({
      models: plantain.models.list().map(({ id }) => ({ id })),
      defaultModel: plantain.models.get().id,
      aspects: Object.keys(ASPECTS),
      sizes: Object.keys(SIZES),
    }),
  )
  routes.post('/generate', async (c) => {
    const request = parseGenerateRequest(toInput(await readOwnJson(c)))
    const { signal, fire } = hangUpOf(c)
    await holdToPolicy(plantain, request.prompt, signal)
    const events = metered(plantain, {
      caller: callerIn(c),
      model: plantain.models.get(request.model).id,
      task: generating,
      payload: { request, previewMilliseconds },
      amounts,
      signal,
    })
    // The first event before the first byte: a full queue or an unknown model is then a status and not an event.
    let next = await events.next()
    return streamSSE(c, async (stream) => {
      stream.onAbort(fire)
      try {
        while (!next.done) {
          await stream.writeSSE(await message(next.value))
          next = await events.next()
        }
        await stream.writeSSE({ event: 'generate-end', data: JSON.stringify(resultBody(next.value)) })
      } catch (thrown) {
        const error = toPlantainError(thrown)
        if (toStatus(error) === 500) log(error.message, error.cause ?? error)
        if (signal.aborted) return // nobody reads it
        await stream.writeSSE({ event: 'error', data: JSON.stringify(toBody(error)) })
      } finally {
        await events.return(undefined as unknown as GenerateResult)
      }
    })
  })
  routes.route('/', sessionRoutes(plantain, { log }))
  routes.route('/', jobRoutes(plantain))
  return routes
}

const amounts = ({ images, usage }: GenerateResult): Amounts => ({
  requests: 1,
  images: images.length,
  inputTokens: usage.promptTokens + usage.inputImageTokens,
  outputTokens: usage.outputImageTokens,
  milliseconds: usage.milliseconds,
})

const message = async (event: GenerateEvent): Promise<{ event: string; data: string }> => ({
  event: event.type,
  data: JSON.stringify(await eventBody(event)),
})

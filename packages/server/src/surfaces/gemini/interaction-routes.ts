import type { Context, Hono } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { answer } from '../../answer/answer.ts'
import { joinTurns, type Answer, type Ask } from '../../answer/ask.ts'
import { toPlantainError } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { callerIn } from '../authenticate.ts'
import { scenarioOf } from '../credential.ts'
import { readJson } from '../read-json.ts'
import { openCached } from './cached-content.ts'
import { toGoogleError } from './error.ts'
import { fileReader } from './files.ts'
import {
  asGenerateContent,
  contents,
  parseInteraction,
  toHead,
  toInteraction,
  toInteractionTurns,
  type InteractionHead,
  type InteractionRequest,
  type Told,
} from './interactions.ts'
import {
  cancelInteraction,
  idFor,
  keepInteraction,
  openInteraction,
  previousOf,
  removeInteraction,
} from './kept-interactions.ts'
import { aliasFor, engineModel } from './models.ts'
import { toSettings } from './settings.ts'
import { promptTokens } from './tokens.ts'

/** The Interactions API. */
export function interactionRoutes(
  routes: Hono,
  plantain: Plantain,
  log: (message: string, cause: unknown) => void,
): void {
  routes.post('/:version/interactions', async (c) => {
    const request = parseInteraction(await readJson(c))
    const { ask, told } = await understand(c, plantain, request)
    const events = answer(plantain, ask, c.req.raw.signal)
    const finish = async (result: Answer): Promise<{ head: InteractionHead; content: readonly object[] }> => {
      const head = toHead(result, told, plantain.now())
      if (request.store !== false)
        await keepInteraction(plantain, ask.caller, { head, answer: result, format: ask.format })
      return { head, content: contents(result) }
    }
    const first = await events.next()
    if (request.stream !== true) {
      let next = first
      while (!next.done) next = await events.next()
      const { head, content } = await finish(next.value)
      return c.json(toInteraction(head, content))
    }
    return streamSSE(c, async (stream) => {
      try {
        await begin(stream, { id: told.id, model: told.alias.id, created: told.created })
        let next = first
        while (!next.done) next = await events.next()
        const { head, content } = await finish(next.value)
        await tell(stream, head, content)
      } catch (thrown) {
        const error = toPlantainError(thrown)
        if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
        await send(stream, 'error', toGoogleError(error))
      } finally {
        await events.return(undefined as unknown as Answer) // whoever leaves early stops the engine
      }
    })
  })
  routes.get('/:version/interactions/:id', async (c) => {
    const { head, content, whole } = await openInteraction(plantain, callerIn(c), c.req.param('id'))
    if (c.req.query('stream') !== 'true') return c.json(whole)
    return streamSSE(c, async (stream) => {
      await begin(stream, head)
      await tell(stream, head, content)
    })
  })
  routes.delete('/:version/interactions/:id', async (c) => {
    await removeInteraction(plantain, callerIn(c), c.req.param('id'))
    return c.json({})
  })
  routes.post('/:version/interactions/:id/cancel', (c) =>
    cancelInteraction(plantain, callerIn(c), c.req.param('id')),
  )
}

const send = (stream: SSEStreamingApi, type: string, data: object): Promise<void> =>
  stream.writeSSE({ event: type, data: JSON.stringify({ event_type: type, ...data }) })

const begin = (
  stream: SSEStreamingApi,
  { id, model, created }: Pick<InteractionHead, 'id' | 'model' | 'created'>,
): Promise<void> =>
  send(stream, 'interaction.created', {
    interaction: { id, object: 'interaction', model, status: 'in_progress', created },
  })

async function tell(
  stream: SSEStreamingApi,
  head: InteractionHead,
  content: readonly object[],
): Promise<void> {
  await send(stream, 'step.start', { index: 0, step: { type: 'model_output', content: [] } })
  for (const delta of content) await send(stream, 'step.delta', { index: 0, delta })
  await send(stream, 'step.stop', { index: 0 })
  await send(stream, 'interaction.completed', { interaction: toInteraction(head, content) })
  await stream.writeSSE({ event: 'done', data: '[DONE]' })
}

async function understand(
  c: Context,
  plantain: Plantain,
  request: InteractionRequest,
): Promise<{ ask: Ask; told: Told }> {
  const caller = callerIn(c)
  const alias = aliasFor(plantain, request.model, c.req.param('version') ?? 'v1beta', 'interactions')
  const settings = toSettings(asGenerateContent(request), alias)
  const { previousInteractionId: previous, cachedContent: name } = request
  const kept = name ? await openCached(plantain, caller, { name, alias }) : null
  const said = await toInteractionTurns(request.input, fileReader(plantain, caller))
  const turns = joinTurns([...(kept?.turns ?? []), ...said])
  const instruction = [kept?.instruction ?? '', request.systemInstruction ?? '']
    .filter((text) => text !== '')
    .join('\n')
  const scenario = scenarioOf(c.req.raw)
  const ask: Ask = {
    caller,
    alias: alias.id,
    turns,
    model: engineModel(alias),
    size: settings.size,
    format: settings.format,
    count: 1,
    wordsOnly: !settings.image,
    previewMilliseconds: null,
    ...(scenario === null ? {} : { scenario }),
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    ...(instruction === '' ? {} : { instruction }),
    ...(previous ? { previous: await previousOf(plantain, caller, previous) } : {}),
  }
  const told: Told = {
    id: await idFor(plantain, request.store),
    alias,
    created: plantain.now().toISOString(),
    sizeName: settings.sizeName,
    prompt: await promptTokens({ turns, instruction }),
    cached: kept?.tokens ?? null,
    previous,
  }
  return { ask, told }
}

import { randomBytes } from 'node:crypto'
import { PlantainError } from '@plantain/core'
import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { answer } from '../../answer/answer.ts'
import type { Answer, Ask } from '../../answer/ask.ts'
import { toPlantainError } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { callerIn } from '../authenticate.ts'
import { scenarioOf } from '../credential.ts'
import { readJson } from '../read-json.ts'
import { toUrlSafe } from './bytes.ts'
import { toGoogleError } from './error.ts'
import { fileReader } from './files.ts'
import {
  asGenerateContent,
  contents,
  parseInteraction,
  toInteraction,
  toInteractionTurns,
  type InteractionRequest,
  type Told,
} from './interactions.ts'
import { aliasFor, engineModel } from './models.ts'
import { toSettings } from './settings.ts'
import { promptTokens } from './tokens.ts'

/** An id is the signed place of a turn: it needs no table, and no other caller can guess one. */
const idOf = (name = ''): string => `v1_${toUrlSafe(name)}`
/** Of an interaction that shall not be kept: it leads nowhere. */
const forgotten = (): string => `v1_${randomBytes(24).toString('base64url')}`
const nameOf = (id: string): string => id.replace(/^v1_/, '')

const named = ({ store }: InteractionRequest, { name }: Answer): string =>
  store === false ? forgotten() : idOf(name)

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
    if (request.stream !== true) {
      let next = await events.next()
      while (!next.done) next = await events.next()
      return c.json(toInteraction(next.value, { ...told, id: named(request, next.value) }))
    }
    const first = await events.next()
    return streamSSE(c, async (stream) => {
      const send = (type: string, data: object): Promise<void> =>
        stream.writeSSE({ event: type, data: JSON.stringify({ event_type: type, ...data }) })
      try {
        let next = first
        while (!next.done) next = await events.next()
        const id = named(request, next.value)
        await send('interaction.created', {
          interaction: {
            id,
            object: 'interaction',
            model: told.alias.id,
            status: 'in_progress',
            created: told.created,
          },
        })
        await tell(send, next.value)
        await send('interaction.completed', { interaction: toInteraction(next.value, { ...told, id }) })
        await stream.writeSSE({ event: 'done', data: '[DONE]' })
      } catch (thrown) {
        const error = toPlantainError(thrown)
        if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
        await send('error', toGoogleError(error))
      } finally {
        await events.return(undefined as unknown as Answer) // whoever leaves early stops the engine
      }
    })
  })
  routes.get('/:version/interactions/:id', async (c) => c.json(await stored(plantain, c)))
}

async function tell(send: (type: string, data: object) => Promise<void>, result: Answer): Promise<void> {
  await send('step.start', { index: 0, step: { type: 'model_output', content: [] } })
  for (const delta of contents(result)) await send('step.delta', { index: 0, delta })
  await send('step.stop', { index: 0 })
}

async function understand(
  c: Context,
  plantain: Plantain,
  request: InteractionRequest,
): Promise<{ ask: Ask; told: Omit<Told, 'id'> }> {
  const alias = aliasFor(plantain, request.model, c.req.param('version') ?? 'v1beta', 'interactions')
  const settings = toSettings(asGenerateContent(request), alias)
  const turns = await toInteractionTurns(request.input, fileReader(plantain, callerIn(c)))
  const scenario = scenarioOf(c.req.raw)
  const { systemInstruction: instruction, previousInteractionId } = request
  const ask: Ask = {
    caller: callerIn(c),
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
    ...(instruction === undefined || instruction === '' ? {} : { instruction }),
    ...(previousInteractionId === undefined ? {} : { previous: nameOf(previousInteractionId) }),
  }
  const prompt = await promptTokens({ turns, ...(instruction === undefined ? {} : { instruction }) })
  return { ask, told: { alias, created: new Date().toISOString(), sizeName: settings.sizeName, prompt } }
}

/** An interaction as it was answered, from its session. */
async function stored(plantain: Plantain, c: Context): Promise<object> {
  const id = c.req.param('id') ?? ''
  const origin = (await plantain.signer()).read(nameOf(id))
  const gone = new PlantainError('NOT_FOUND', `Interaction ${id.slice(0, 60)} is not found.`)
  if (origin === null) throw gone
  const sessions = plantain.sessions.of(callerIn(c).id)
  const turn = (await sessions.open(origin.session)).turns[origin.turn - 1]
  if (turn === undefined) throw gone
  const images = await Promise.all(
    turn.pictures.map((_, index) => sessions.picture(origin.session, `turn:${origin.turn}.${index + 1}`)),
  )
  const content = [
    { type: 'text', text: turn.text },
    ...images.map(({ bytes, mimeType }) => ({
      type: 'image',
      data: Buffer.from(bytes).toString('base64'),
      mime_type: mimeType,
    })),
  ]
  return { id, object: 'interaction', status: 'completed', steps: [{ type: 'model_output', content }] }
}

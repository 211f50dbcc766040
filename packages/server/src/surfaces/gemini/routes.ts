import { own, PlantainError } from '@plantain/core'
import { Hono, type Context } from 'hono'
import { stream } from 'hono/streaming'
import type { Alias } from '../../aliases/index.ts'
import type { Answer, AnswerEvent } from '../../answer/ask.ts'
import { answer, last } from '../../answer/answer.ts'
import { toPlantainError } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { openAiModel } from '../openai/models.ts'
import { hangUpOf } from '../hang-up.ts'
import { readJson } from '../read-json.ts'
import { callerIn } from '../authenticate.ts'
import { scenarioOf } from '../credential.ts'
import { pageOf } from '../page-token.ts'
import { batchRoutes } from './batch-routes.ts'
import { createBatch } from './create-batch.ts'
import { cachedContentRoutes } from './cached-content-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { aliasFor, modelBody, served } from './models.ts'
import { toPredictAsk, toPredictions } from './predict.ts'
import { cachedTokens, toResponse } from './respond.ts'
import { frames, jsonArray, serverSentEvents, write } from './stream.ts'
import { promptTokens } from './tokens.ts'
import { conversationOf, understand, type Asked } from './understand.ts'
import { uploadRoutes } from './upload-routes.ts'
import { parseCountTokens, parseGenerateContent } from './wire.ts'

/** The Gemini API on its canonical paths, /gemini/VERSION/… */
export function geminiRoutes(plantain: Plantain, log: (message: string, cause: unknown) => void): Hono {
  const routes = new Hono()
  routes.get('/:version/models', (c) => {
    const { page, nextPageToken } = pageOf(
      served(plantain),
      c.req.query('pageSize'),
      c.req.query('pageToken'),
      { usual: 50, most: 1000 },
    )
    return c.json({
      models: page.map(modelBody),
      ...(nextPageToken ? { nextPageToken } : {}),
      // /v1/models is also OpenAI's: the union serves both, whoever asks.
      ...(c.req.param('version') === 'v1' ? { object: 'list', data: page.map(openAiModel) } : {}),
    })
  })
  routes.get('/:version/models/:id', (c) => {
    const { id, version } = c.req.param()
    const alias = served(plantain).find((one) => one.id === id)
    if (alias === undefined)
      throw new PlantainError(
        'NOT_FOUND',
        `Model is not found: models/${id.slice(0, 100)} for api version ${version}`,
      )
    return c.json(version === 'v1' ? { ...openAiModel(alias), ...modelBody(alias) } : modelBody(alias))
  })
  fileRoutes(routes, plantain)
  cachedContentRoutes(routes, plantain)
  uploadRoutes(routes, plantain)
  batchRoutes(routes, plantain)
  interactionRoutes(routes, plantain, log)
  routes.post('/:version/models/:call{.+}', async (c) => {
    const { call, version } = c.req.param()
    const { id, verb, run } = verbOf(call)
    return run({ c, plantain, log, alias: aliasFor(plantain, id, version, verb) })
  })
  return routes
}

/** A call of a model: what every verb is given, on Google's and on Vertex's paths. */
export interface Call {
  readonly c: Context
  readonly plantain: Plantain
  readonly log: (message: string, cause: unknown) => void
  readonly alias: Alias
  /** On Vertex's paths a few fields more are told. */
  readonly vertex?: boolean
}
type Verb = (call: Call) => Promise<Response>

const verbs: Readonly<Record<string, Verb>> = {
  async generateContent({ c, plantain, alias, vertex }) {
    const request = parseGenerateContent(await readJson(c))
    const { ask, head } = await understand(request, callOf(c, plantain, alias))
    const events = answer(plantain, ask, c.req.raw.signal)
    const response = toResponse(await last(events), head)
    return c.json(vertex === true ? { ...response, createTime: new Date().toISOString() } : response)
  },
  async streamGenerateContent({ c, plantain, log, alias }) {
    const { ask, head } = await understand(
      parseGenerateContent(await readJson(c)),
      callOf(c, plantain, alias),
    )
    const framing = c.req.query('alt') === 'sse' ? serverSentEvents : jsonArray
    const { signal, fire } = hangUpOf(c)
    const events = await begun(answer(plantain, ask, signal))
    c.header('Content-Type', framing.contentType)
    return stream(c, async (out) => {
      out.onAbort(fire)
      await write(frames(events, head), framing, out, (thrown) => {
        const error = toPlantainError(thrown)
        if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
        return error
      })
    })
  },
  async batchGenerateContent({ c, plantain, alias }) {
    return c.json(await createBatch(await readJson(c), callOf(c, plantain, alias)))
  },
  async predict({ c, plantain, alias }) {
    const scenario = scenarioOf(c.req.raw)
    const { ask, warnings } = toPredictAsk(await readJson(c), alias, callerIn(c))
    const asked = { ...ask, ...(scenario === null ? {} : { scenario }) }
    return c.json(toPredictions(await last(answer(plantain, asked, c.req.raw.signal)), warnings))
  },
  async countTokens({ c, plantain, alias }) {
    const request = parseCountTokens(await readJson(c))
    const { turns, instruction, cached } = await conversationOf(request, callOf(c, plantain, alias))
    const { total, details } = await promptTokens({ turns, instruction })
    return c.json({
      totalTokens: total,
      promptTokensDetails: details,
      ...(cached === null ? {} : cachedTokens(cached)),
    })
  },
}

const callOf = (c: Context, plantain: Plantain, alias: Alias): Asked => ({
  plantain,
  alias,
  caller: callerIn(c),
  scenario: scenarioOf(c.req.raw),
})

/** MODEL:VERB → its parts. throws: NOT_FOUND with the verbs that there are */
export function verbOf(call: string): { readonly id: string; readonly verb: string; readonly run: Verb } {
  const colon = call.lastIndexOf(':')
  const [id, verb] = colon < 0 ? [call, ''] : [call.slice(0, colon), call.slice(colon + 1)]
  const run = own(verbs, verb)
  if (run !== undefined) return { id, verb, run }
  throw new PlantainError(
    'NOT_FOUND',
    `there is no method "${verb.slice(0, 100)}" of models; there are ${Object.keys(verbs).join(', ')}`,
  )
}

/** The same events, the first already awaited: what is refused at once is a status and not an event. */
async function begun(
  events: AsyncGenerator<AnswerEvent, Answer>,
): Promise<AsyncGenerator<AnswerEvent, Answer>> {
  const first = await events.next()
  return (async function* () {
    try {
      let next = first
      for (; !next.done; next = await events.next()) yield next.value
      return next.value
    } finally {
      await events.return(undefined as unknown as Answer)
    }
  })()
}

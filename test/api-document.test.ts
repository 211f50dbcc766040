import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { encode } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { holdAnswers, type AnswersHeld } from '../packages/server/src/openapi/answers.contract.ts'
import type { Document } from '../packages/server/src/openapi/document.ts'
import { smallParts } from '../packages/server/src/sessions/small-parts.contract.ts'
import {
  DATABASE_TIMEOUT_MILLISECONDS,
  testDatabase,
} from '../packages/server/src/store/test-database.contract.ts'

// What /openapi.json says of answers, held to real ones, of every route that it describes; only who reads and paints is small.
const data = mkdtempSync(join(tmpdir(), 'plantain-document-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let plantain: Plantain
let server: Listening
let held: AnswersHeld
let image: string

beforeAll(async () => {
  const connection = await testDatabase()
  const config = loadConfig({ flags: { data, model: 'fake', port: 0 }, environment: {}, directory: data })
  plantain = createPlantain(config, {
    openDatabase: async () => connection,
    openEngine: async () => fakeEngine({ family: 'plantain' }),
    openParts: async ({ blobs }) => smallParts(blobs),
    randomSeed: () => 42,
  })
  server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  held = holdAnswers((await (await fetch(`${server.url}/openapi.json`)).json()) as Document)
  const png = await encode({ width: 64, height: 48, data: new Uint8ClampedArray(64 * 48 * 4).fill(200) })
  image = Buffer.from(png).toString('base64')
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  await server.close()
  await plantain[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})

type Body = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- bodies of tests
interface Asked {
  readonly at?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
const usual = { version: 'v1beta', model: 'gemini-2.5-flash-image', project: 'p', location: 'global' }

/** Asks at an address of the document and holds what comes to it. returns: the body, or the data of the events */
async function ask(route: string, { at = {}, query = '', body, headers = {} }: Asked = {}): Promise<Body> {
  const [method, template] = route.split(' ') as [string, string]
  const names: Readonly<Record<string, string>> = { ...usual, ...at }
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
  const response = await fetch(`${server.url}${path}${query}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  expect([route, response.status < 300 ? 'ok' : text]).toEqual([route, 'ok'])
  const mediaType = response.headers.get('content-type')!.split(';')[0]!
  if (mediaType !== 'text/event-stream') {
    const value = JSON.parse(text) as Body
    held.hold(method, template, mediaType, value)
    return value
  }
  const events = [...text.matchAll(/^data: (.+?)\r?$/gm)]
    .map(([, one]) => one!)
    .filter((one) => one !== '[DONE]')
  expect(events.length).toBeGreaterThan(0)
  const values = events.map((one) => JSON.parse(one) as Body)
  for (const value of values) held.hold(method, template, mediaType, value)
  return values
}

const contents = (text: string, ...parts: object[]) => ({
  contents: [{ role: 'user', parts: [{ text }, ...parts] }],
})
const inlineData = () => ({ inlineData: { mimeType: 'image/png', data: image } })
const simulated = (what: string) => ({ 'x-plantain-simulate': what })
const bases = [
  '/{version}/models/{model}',
  '/{version}/publishers/google/models/{model}',
  '/{version}/projects/{project}/locations/{location}/publishers/google/models/{model}',
]

test.each(bases)('the verbs of %s', async (base) => {
  const generate = `POST ${base}:generateContent`
  await ask(generate, { body: contents('a house') })
  await ask(generate, { body: contents('brighten this', inlineData()) })
  await ask(generate, { body: contents('something bad') }) // refused, with ratings
  await ask(generate, { body: contents('a house'), headers: simulated('image-blocked') })
  await ask(generate, { body: contents('a house'), headers: simulated('no-image') })
  const stream = `POST ${base}:streamGenerateContent`
  const thoughts = { generationConfig: { thinkingConfig: { includeThoughts: true } } }
  await ask(stream, { query: '?alt=sse', body: { ...contents('a house'), ...thoughts } })
  await ask(stream, { body: contents('a house') })
  const cut = await ask(stream, {
    query: '?alt=sse',
    body: contents('a house'),
    headers: simulated('cut'),
  })
  expect(cut.at(-1)).toHaveProperty('error')
  await ask(`POST ${base}:countTokens`, { body: contents('a house', inlineData()) })
  const predict = `POST ${base}:predict`
  const parameters = { enhancePrompt: true, sampleCount: 2 }
  await ask(predict, { body: { instances: [{ prompt: 'a house' }], parameters } })
  await ask(predict, { body: { instances: [{ prompt: 'a fox' }] }, headers: simulated('image-blocked') })
  await ask(`POST ${base}:batchGenerateContent`, { body: batchOf('a house') })
})

test('Google’s lists of models', async () => {
  await ask('GET /{version}/models', { query: '?pageSize=2' })
  await ask('GET /{version}/models', { at: { version: 'v1' } })
  await ask('GET /{version}/models/{id}', { at: { id: 'gemini-3-pro-image' } })
  await ask('GET /{version}/models/{id}', { at: { id: 'imagen-4.0-generate-001', version: 'v1' } })
  for (const base of bases.slice(1).map((one) => one.replace('/{model}', ''))) {
    await ask(`GET ${base}`)
    await ask(`GET ${base}/{id}`, { at: { id: 'gemini-2.5-flash-image' } })
  }
})

test('files', async () => {
  const headers = {
    'X-Goog-Upload-Protocol': 'raw',
    'Content-Type': 'text/plain',
    'X-Goog-Upload-File-Name': 'a',
  }
  const { file } = await ask('POST /upload/{version}/files', { body: 'some words', headers })
  await ask('PUT /upload/{version}/files', { body: 'other words', headers })
  const id = file.name.replace('files/', '')
  await ask('GET /{version}/files/{id}', { at: { id } })
  await ask('GET /{version}/files', { query: '?pageSize=1' })
  await ask('DELETE /{version}/files/{id}', { at: { id } })
})

test('cached contents', async () => {
  const body = { model: `models/${usual.model}`, displayName: 'mine', ...contents('a house') }
  const made = await ask('POST /{version}/cachedContents', { body })
  const at = { id: made['name'].replace('cachedContents/', '') }
  await ask('GET /{version}/cachedContents/{id}', { at })
  await ask('GET /{version}/cachedContents')
  await ask('PATCH /{version}/cachedContents/{id}', { at, body: { ttl: '60s' } })
  const cachedContent = made['name']
  await ask('POST /{version}/models/{model}:countTokens', { body: { ...contents('a house'), cachedContent } })
  await ask('POST /{version}/models/{model}:generateContent', {
    body: { ...contents('a house'), cachedContent },
  })
  await ask('POST /{version}/interactions', {
    body: { model: usual.model, input: 'a house', cached_content: cachedContent },
  })
  await ask('DELETE /{version}/cachedContents/{id}', { at })
})

const batchOf = (...texts: string[]) => ({
  batch: {
    displayName: 'houses',
    inputConfig: {
      requests: { requests: texts.map((text) => ({ request: contents(text), metadata: { key: text } })) },
    },
  },
})
test.each(['batches', 'operations', 'models/{model}/operations'])('batches, as %s', async (base) => {
  const create = 'POST /{version}/models/{model}:batchGenerateContent'
  const idOf = ({ name }: Body): { id: string } => ({ id: name.replace('batches/', '') })
  // One that is answered, one whose request is wrong.
  const at = idOf(await ask(create, { body: batchOf('a house', '') }))
  const done = await ask(`POST /{version}/${base}/{id}:wait`, { at, body: { timeout: '60s' } })
  expect(done['response'].inlinedResponses.inlinedResponses.map((one: Body) => Object.keys(one)[0])).toEqual([
    'response',
    'error',
  ])
  await ask(`GET /{version}/${base}/{id}`, { at })
  const lines = JSON.stringify({ key: 'a', request: contents('a house') })
  const { file } = await ask('POST /upload/{version}/files', {
    body: lines,
    headers: { 'X-Goog-Upload-Protocol': 'raw', 'Content-Type': 'application/jsonl' },
  })
  const filed = idOf(await ask(create, { body: { batch: { inputConfig: { fileName: file.name } } } }))
  const through = await ask(`POST /{version}/${base}/{id}:wait`, { at: filed, body: {} })
  expect(through['metadata'].output.responsesFile).toMatch(/^files\//)
  const answers = await ask('GET /{version}/files/{id}', {
    at: { id: through['response'].responsesFile.replace('files/', '') },
  })
  expect(answers).toHaveProperty('downloadUri')
  const stopped = idOf(await ask(create, { body: batchOf('a house, endless') }))
  await ask(`POST /{version}/${base}/{id}:cancel`, { at: stopped })
  expect(await ask(`GET /{version}/${base}/{id}`, { at: stopped })).toHaveProperty('error')
  await ask(`GET /{version}/${base}`, { query: '?pageSize=1' })
  await ask(`DELETE /{version}/${base}/{id}`, { at })
})

test('interactions', async () => {
  const { model } = usual
  const first = await ask('POST /{version}/interactions', { body: { model, input: 'a house' } })
  const next = { model, input: 'make it night', previous_interaction_id: first['id'] }
  await ask('POST /{version}/interactions', { body: next })
  await ask('POST /{version}/interactions', { body: { ...next, stream: true } })
  const failed = { model, input: 'a house', stream: true }
  const cut = await ask('POST /{version}/interactions', { body: failed, headers: simulated('cut') })
  expect(cut.at(-1)['event_type']).toBe('error')
  const at = { id: first['id'] }
  await ask('GET /{version}/interactions/{id}', { at })
  await ask('GET /{version}/interactions/{id}', { at, query: '?stream=true' })
  await ask('DELETE /{version}/interactions/{id}', { at })
})

test('OpenAI', async () => {
  await ask('GET /v1/models')
  await ask('GET /v1/models/{id}', { at: { id: 'gpt-image-1' } })
  const images = () => [{ image_url: `data:image/png;base64,${image}` }]
  const made = await ask('POST /v1/images/generations', {
    body: { prompt: 'a house', user: 'me', style: 'vivid' },
  })
  const own = [{ image_url: `data:image/png;base64,${made['data'][0].b64_json}` }]
  const stream = { stream: true, partial_images: 1 }
  await ask('POST /v1/images/generations', { body: { prompt: 'a house', response_format: 'url' } })
  await ask('POST /v1/images/generations', { body: { prompt: 'a house', ...stream } })
  await ask('POST /v1/images/edits', { body: { prompt: 'brighten this', images: images(), quality: 'high' } })
  await ask('POST /v1/images/edits', { body: { prompt: 'brighten this', images: images(), ...stream } })
  await ask('POST /v1/images/variations', { body: { images: own }, headers: simulated('ok') })
  const events = await ask('POST /v1/images/variations', {
    body: { images: own, ...stream },
    headers: simulated('cut'),
  })
  expect(events.at(-1)['type']).toBe('error')
  const input = [
    {
      role: 'user',
      content: [
        { type: 'input_text', text: 'brighten this' },
        { type: 'input_image', image_url: images()[0]!.image_url },
      ],
    },
  ]
  const tools = [{ type: 'image_generation', quality: 'high' }]
  await ask('POST /v1/responses', { body: { input, tools } })
  const steps = await ask('POST /v1/responses', { body: { input: 'a house', stream: true } })
  // The picture goes out when it is there, and in the whole; not with its announcement.
  expect(steps.filter(({ type }: Body) => type === 'response.output_item.added')[0].item.result).toBeNull()
  await ask('POST /v1/responses', { body: { input: 'a house', stream: true }, headers: simulated('cut') })
  const messages = [{ role: 'user', content: 'a house' }]
  await ask('POST /v1/chat/completions', { body: { messages } })
  await ask('POST /v1/chat/completions', { body: { messages, stream: true } })
  await ask('POST /v1/chat/completions', { body: { messages: [{ role: 'user', content: 'something bad' }] } })
})

test('sessions and pictures', async () => {
  await ask('GET /v1/native/models')
  await ask('POST /v1/native/generate', { body: { prompt: 'a teapot', count: 2 } })
  const failed = await ask('POST /v1/native/generate', { body: { prompt: 'a crash' } })
  expect(failed.at(-1)).toHaveProperty('error')
  const session = await ask('POST /v1/native/sessions', { body: { seed: 3 } })
  const at = { id: session['id'] }
  const say = (text: string, more: object = {}): Promise<Body> =>
    ask('POST /v1/native/sessions/{id}/messages', { at, body: { text, ...more } })
  await say('a house', { attachments: [{ data: image }] })
  await say('make it night')
  await say('as jpeg')
  await say('a house, crash')
  for (const move of ['undo', 'redo']) await ask(`POST /v1/native/sessions/{id}/${move}`, { at, body: {} })
  for (const move of ['branch', 'revert'])
    await ask(`POST /v1/native/sessions/{id}/${move}`, { at, body: { place: 'turn:1' } })
  await ask('GET /v1/native/sessions/{id}', { at })
  await ask('GET /v1/native/sessions', { query: '?limit=1' })
  const { jobs } = await ask('GET /v1/native/jobs')
  expect(new Set(jobs.map(({ state }: Body) => state))).toContain('failed')
  const job = { id: jobs[0].id }
  await ask('GET /v1/native/jobs/{id}', { at: job })
  await ask('POST /v1/native/jobs/{id}/cancel', { at: job, body: {} })
})

test('the server itself, and the tools of assistants', async () => {
  await ask('GET /healthz')
  await ask('GET /readyz')
  const parameters = {
    name: 'generate_image',
    arguments: { prompt: 'a house' },
    _meta: { progressToken: 'p' },
  }
  await ask('POST /mcp', { body: { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} } })
  await ask('POST /mcp', { body: { jsonrpc: '2.0', id: 2, method: 'tools/call', params: parameters } })
  // As the SDK speaks it, which goes by another version of the protocol.
  const listening: typeof fetch = async (...given) => {
    const response = await fetch(...given)
    const type = response.headers.get('content-type')?.split(';')[0]
    if (type === 'application/json' && response.ok)
      held.hold('POST', '/mcp', type, await response.clone().json())
    return response
  }
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { fetch: listening }))
  await client.listTools()
  await client.close()
})

test('nothing is described that no answer was held to', () => {
  expect(held.left()).toEqual([])
})

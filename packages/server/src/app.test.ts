import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from '@plantain/codecs'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { loadConfig, type Config } from './config.ts'
import { fakeEngine } from './fake-engine.contract.ts'
import { listen } from './listen.ts'
import { createPlantain } from './plantain.ts'
import { openDatabase, type Connection } from './store/open.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-app-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')

// One for all tests: a folder bears one process, and one opening of it.
let opening: Promise<Connection> | null = null
const shared = (config: Config): Promise<Connection> => (opening ??= openDatabase(config))
afterAll(async () => (await opening)?.[Symbol.asyncDispose]())

function setUp({
  stepMilliseconds = 1,
  ...flags
}: Partial<Record<keyof Config, unknown>> & { stepMilliseconds?: number } = {}) {
  const engine = fakeEngine({ stepMilliseconds })
  const config = loadConfig({
    flags: { data, model: 'fake', port: 0, ...flags },
    environment: {},
    directory: data,
  })
  const plantain = createPlantain(config, {
    openEngine: async () => engine,
    openDatabase: async () => ({ ...(await shared(config)), [Symbol.asyncDispose]: async () => {} }),
    randomSeed: () => 42,
  })
  const logged: string[] = []
  const log = (message: string, cause: unknown): void => void logged.push(`${message} ${String(cause)}`)
  return { engine, plantain, logged, log, app: createApp(plantain, { log }) }
}
type App = ReturnType<typeof setUp>['app']
const post = (
  app: App,
  body: unknown,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
) =>
  app.request('/v1/native/generate', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const parse = (text: string): { event: string; data: Record<string, never> }[] =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)![1]!,
      data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!),
    }))

describe('POST /v1/native/generate', () => {
  test('streams the steps with previews, the picture, the end', async () => {
    const response = await post(setUp().app, { prompt: 'a hill', steps: 2, seed: 5 })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const events = parse(await response.text())
    expect(events.map(({ event }) => event)).toEqual([
      'picture-start',
      'step',
      'step',
      'decode-start',
      'picture-end',
      'image-ready',
      'generate-end',
    ])
    const preview = await decode(
      Buffer.from(events[1]!.data['preview'].replace('data:image/webp;base64,', ''), 'base64'),
    )
    expect([preview.width, preview.height]).toEqual([8, 8])
    const picture = events[5]!.data['image']
    expect(picture).toMatchObject({ mimeType: 'image/png', width: 64, height: 64, seed: 5 })
    expect((await decode(Buffer.from(picture.data, 'base64'))).width).toBe(64)
    expect(events[6]!.data).toMatchObject({
      type: 'generate-end',
      notDrawn: [],
      interpretation: { kind: 'generate' },
      images: [{ seed: 5, sha256: picture.sha256 }],
    })
  })
  test.each([
    ['{"prompt": ""}', 400, 'INVALID_ARGUMENT', /prompt is ""; give a sentence/],
    ['{"prompt": "x", "steps": 0}', 400, 'INVALID_ARGUMENT', /steps is 0/],
    ['{"prompt": "x", "model": "nobody"}', 404, 'NOT_FOUND', /the model "nobody" is not installed/],
    [
      '{"prompt": "x", "references": ["no"]}',
      400,
      'INVALID_ARGUMENT',
      /references is not a list of pictures/,
    ],
    ['{"prompt": ', 400, 'INVALID_ARGUMENT', /the body is no JSON/],
    ['"x"', 400, 'INVALID_ARGUMENT', /the body is no JSON object/],
  ])('%s is %i %s', async (body, status, code, message) => {
    const response = await post(setUp().app, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code, message: expect.stringMatching(message) } })
  })
  test('another type than JSON is refused, so that another site cannot make pictures through the browser', async () => {
    const response = await post(setUp().app, { prompt: 'x' }, { 'Content-Type': 'text/plain' })
    expect([response.status, (await response.json()).error.message]).toEqual([
      400,
      'the body is not JSON; send it with Content-Type: application/json',
    ])
  })
  test('a body over the limit is refused', async () => {
    const response = await post(setUp({ maxBodyMegabytes: 0.1 }).app, { prompt: 'x'.repeat(200_000) })
    expect([response.status, (await response.json()).error.message]).toEqual([
      400,
      'the request is larger than 0.1 MB; send smaller pictures',
    ])
  })
  test('a full queue is 429 with a time to come back', async () => {
    const { app, plantain } = setUp({ maxWaiting: 0, stepMilliseconds: 20 })
    const first = await post(app, { prompt: 'a hill' })
    const second = await post(app, { prompt: 'a hill' })
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '5'])
    await first.text()
    expect(plantain.busy).toBe(0)
  })
  test('a bad reference is an error event, and names what is wrong', async () => {
    const response = await post(setUp().app, {
      prompt: 'x',
      references: [{ data: Buffer.from('hello').toString('base64') }],
    })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { code: 'INVALID_ARGUMENT' } },
    ])
  })
  test('a bug tells nothing of itself outside, and all of it in the log', async () => {
    const { app, logged } = setUp()
    const text = await (await post(app, { prompt: 'crash' })).text()
    expect(parse(text).at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'INTERNAL' } } })
    expect(text).not.toContain('secret')
    expect(logged).toEqual([expect.stringContaining('secret of the house')])
  })
})

describe('the rest of the surface', () => {
  test('health, models, page, and nothing else', async () => {
    const { app } = setUp()
    expect(await (await app.request('/healthz')).json()).toMatchObject({ status: 'ok', busy: 0 })
    expect(await (await app.request('/v1/native/models')).json()).toMatchObject({
      defaultModel: 'fake',
      sizes: ['1K', '2K', '4K'],
    })
    const page = await app.request('/')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await page.text()).toContain('<title>Plantain</title>')
    const nothing = await app.request('/nowhere')
    expect([nothing.status, (await nothing.json()).error.code]).toEqual([404, 'NOT_FOUND'])
  })
  test('the page offers the ratios that there are', async () => {
    const { app } = setUp()
    const script = await (await app.request('/page.js')).text()
    const offered = JSON.parse(/const aspects = (\[.*?\])/s.exec(script)![1]!.replaceAll("'", '"'))
    expect(offered).toEqual((await (await app.request('/v1/native/models')).json()).aspects)
  })
})

describe('listen', () => {
  test('who hangs up stops the engine', async () => {
    const { plantain, engine, log } = setUp({ stepMilliseconds: 10 })
    const server = await listen(plantain, { log })
    const stop = new AbortController()
    const response = await fetch(`${server.url}/v1/native/generate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"prompt": "a hill", "steps": 150}',
      signal: stop.signal,
    })
    await response.body!.getReader().read()
    stop.abort()
    await expect.poll(() => engine.stopped, { timeout: 2000 }).toBe(1)
    await expect.poll(() => plantain.busy).toBe(0)
    await server.close()
  })
  test('closing lets the running picture finish and takes no new one', async () => {
    const { plantain, log } = setUp({ stepMilliseconds: 20 })
    const server = await listen(plantain, { log })
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"prompt": "a hill", "steps": 5}',
    }
    const running = await fetch(`${server.url}/v1/native/generate`, request)
    const closing = server.close()
    await expect(fetch(`${server.url}/v1/native/generate`, request)).rejects.toThrow()
    expect(parse(await running.text()).at(-1)!.event).toBe('generate-end')
    await closing
  })
  test('what takes longer than the drain is cancelled', async () => {
    const { plantain, engine, log } = setUp({ stepMilliseconds: 50, drainSeconds: 0.2 })
    const server = await listen(plantain, { log })
    const running = fetch(`${server.url}/v1/native/generate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"prompt": "a hill", "steps": 150}',
    }).then((response) => response.text())
    const ended = running.then(
      () => 'whole',
      () => 'cut',
    )
    await expect.poll(() => engine.requests.length).toBe(1)
    await server.close()
    expect([engine.stopped, await ended]).toEqual([1, 'cut'])
  })
  test('a port in use is a sentence', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { plantain, log } = setUp({ port })
    await expect(listen(plantain, { log })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `port ${port} of 127.0.0.1 is in use; stop the program that has it, or give another with --port`,
    })
    other.close()
  })
})

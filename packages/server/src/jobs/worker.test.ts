import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { loadConfig, type Config } from '../config.ts'
import { fakeEngine, type FakeEngine } from '../fake-engine.contract.ts'
import { listen } from '../listen.ts'
import { createPlantain, type Plantain } from '../plantain.ts'
import { recoverJobs } from '../store/jobs/recover.ts'
import type { Connection } from '../store/open.ts'
import { testDatabase } from '../store/test-database.contract.ts'
import { readUsage } from '../store/usage.ts'
import { removeWorker } from '../store/workers.ts'
import { markBlobs } from './blobs-shared.ts'
import type { Runner } from './runner.ts'
import { work } from './work.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-worker-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
  await markBlobs(start('first', null)) // as a server does when it starts
}, 300_000)
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

const configOf = (flags: Partial<Record<keyof Config, unknown>>): Config =>
  loadConfig({
    flags: { data, model: 'fake', databaseUrl: 'postgres://shared/database', ...flags },
    environment: {},
    directory: data,
  })
/** A process with the database that all of them have. */
function start(
  id: string,
  engine: FakeEngine | null,
  flags: Partial<Record<keyof Config, unknown>> = {},
): Plantain {
  return createPlantain(configOf(flags), {
    randomSeed: () => 42,
    openEngine: async () => {
      if (engine === null) throw new Error('a server without an engine opened one')
      return engine
    },
    openDatabase: async () => ({ ...connection, id, shared: true, [Symbol.asyncDispose]: async () => {} }),
  })
}
function server(flags: Partial<Record<keyof Config, unknown>> = {}) {
  const plantain = start('server', null, { compute: 'workers', ...flags })
  const app = createApp(plantain, { log: () => {} })
  const post = (path: string, body: object, signal?: AbortSignal): Promise<Response> | Response =>
    app.request(`http://localhost/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
  return { plantain, post }
}
const helpers: { runner: Runner; plantain: Plantain }[] = []
async function worker(id: string, engine: FakeEngine = fakeEngine()): Promise<FakeEngine> {
  const plantain = start(id, engine)
  helpers.push({ plantain, runner: await work(plantain, { log: () => {} }) })
  return engine
}
async function dismiss(): Promise<void> {
  for (const { runner, plantain } of helpers.splice(0)) {
    await runner.stop()
    await plantain[Symbol.asyncDispose]()
  }
}
const sha = (text: string): string => /"sha256":"([0-9a-f]+)"/.exec(text)![1]!
const last = async (): Promise<{
  state: string
  attempts: number
  worker: string | null
  payload: unknown
}> =>
  connection.database
    .selectFrom('jobs')
    .select(['state', 'attempts', 'worker', 'payload'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

describe('a server that computes nothing', () => {
  test('says what to do while no worker runs', async () => {
    const response = await server().post('v1/native/generate', { prompt: 'a hill' })
    expect([response.status, (await response.json()).error]).toMatchObject([
      503,
      { code: 'UNAVAILABLE', message: expect.stringContaining('plantain worker') },
    ])
  })
  test('has a worker do it: the same events, bytes and counts as if it had done it itself', async () => {
    const engine = await worker('one')
    const { post, plantain } = server()
    const request = { prompt: 'a hill', steps: 3, seed: 7 }
    const text = await (await post('v1/native/generate', request)).text()
    expect([...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining([
        'picture-start',
        'step',
        'decode-start',
        'picture-end',
        'image-ready',
        'generate-end',
      ]),
    )
    expect(text).toContain('data:image/webp;base64,')
    const direct = await (
      await createApp(start('alone', fakeEngine()), { log: () => {} }).request(
        'http://localhost/v1/native/generate',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        },
      )
    ).text()
    expect(sha(text)).toBe(sha(direct))
    expect(engine.requests).toHaveLength(1)
    const answer = await post('v1beta/models/gemini-2.5-flash-image:generateContent', {
      contents: [{ parts: [{ text: 'a fox' }] }],
    })
    expect((await answer.json()).candidates[0].finishReason).toBe('STOP')
    expect(await last()).toMatchObject({ state: 'succeeded', worker: 'one', payload: null })
    expect(await connection.database.selectFrom('job_events').selectAll().execute()).toEqual([])
    const usage = await readUsage(connection.database, { from: '2000-01-01', to: '2100-01-01' })
    expect(usage.reduce((sum, { images }) => sum + images, 0)).toBe(3)
    expect(plantain.busy).toBe(0)
  })
  test('tells what goes wrong there, and stops it there when its client hangs up', async () => {
    const { post } = server()
    expect(await (await post('v1/native/generate', { prompt: 'crash' })).text()).toContain(
      '"code":"INTERNAL"',
    )
    const stop = new AbortController()
    const engine = helpers[0]!
    expect(engine.plantain.busy).toBe(0)
    await post('v1/native/generate', { prompt: 'an endless road' }, stop.signal)
    stop.abort()
    await expect.poll(async () => (await last()).state, { timeout: 20_000 }).toBe('cancelled')
    await expect.poll(() => engine.plantain.busy, { timeout: 20_000 }).toBe(0)
  })
  test('is bounded as one that computes', async () => {
    const { post } = server({ maxWaiting: 0 })
    await dismiss()
    await connection.database
      .insertInto('workers')
      .values({ id: 'busy', role: 'worker', host: 'x' })
      .execute()
    expect((await post('v1/native/generate', { prompt: 'a hill' })).status).toBe(429)
    await removeWorker(connection.database, 'busy')
  })
  test('gets its answer from another worker when one dies in the middle', async () => {
    await worker('victim', fakeEngine({ stepMilliseconds: 20_000 }))
    const running = server().post('v1/native/generate', { prompt: 'a hill', steps: 2, seed: 7 })
    await expect.poll(async () => (await last()).state, { timeout: 20_000 }).toBe('running')
    await removeWorker(connection.database, 'victim') // as it is when its heart has stopped
    expect((await recoverJobs(connection.database, 30)).resumed).toBe(1)
    await worker('heir')
    expect(await (await running).text()).toContain('event: generate-end')
    expect(await last()).toMatchObject({ state: 'succeeded', worker: 'heir', attempts: 2 })
    await dismiss()
  })
})

test('a worker that is stopped puts back what it is at', async () => {
  await worker('leaving', fakeEngine({ stepMilliseconds: 2000 }))
  const stop = new AbortController()
  const running = Promise.resolve(
    server().post('v1/native/generate', { prompt: 'a hill', steps: 9 }, stop.signal),
  )
  await expect.poll(async () => (await last()).state, { timeout: 20_000 }).toBe('running')
  await dismiss()
  expect(await last()).toMatchObject({ state: 'queued', worker: null, attempts: 0 })
  stop.abort()
  await running
  await expect.poll(async () => (await last()).state, { timeout: 20_000 }).toBe('cancelled')
})
test('a worker that looks elsewhere for pictures than the servers is told so at once', async () => {
  const elsewhere = start('elsewhere', fakeEngine(), { blobs: join(data, 'elsewhere') })
  await expect(work(elsewhere, { log: () => {} })).rejects.toMatchObject({
    code: 'FAILED_PRECONDITION',
    message: expect.stringContaining('PLANTAIN_BLOBS'),
  })
})
test('with the embedded database there is no worker, and a sentence says what to do', async () => {
  const flags = { databaseUrl: '' }
  await expect(work(start('embedded', fakeEngine(), flags), { log: () => {} })).rejects.toMatchObject({
    code: 'FAILED_PRECONDITION',
    message: expect.stringContaining('PLANTAIN_DATABASE_URL'),
  })
  const alone = start('embedded', null, { ...flags, compute: 'workers', port: 0 })
  await expect(listen(alone, { log: () => {} })).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' })
})

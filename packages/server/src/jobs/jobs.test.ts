import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { loadConfig, type Config } from '../config.ts'
import { fakeEngine } from '../fake-engine.contract.ts'
import { createPlantain } from '../plantain.ts'
import { interrupted } from '../store/jobs/entry.ts'
import type { Connection } from '../store/open.ts'
import { testDatabase } from '../store/test-database.contract.ts'
import { readUsage } from '../store/usage.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-jobs-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
}, 300_000)
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

/** A process: over the same database, as after a restart. */
function start(id: string, flags: Partial<Record<keyof Config, unknown>> = {}) {
  const config = loadConfig({ flags: { data, model: 'fake', ...flags }, environment: {}, directory: data })
  const engine = fakeEngine()
  const plantain = createPlantain(config, {
    openEngine: async () => engine,
    openDatabase: async () => ({ ...connection, id, [Symbol.asyncDispose]: async () => {} }),
  })
  const app = createApp(plantain, { log: () => {} })
  // oxlint-disable-next-line typescript/no-explicit-any -- bodies are what is tested
  const get = async (path: string): Promise<any> =>
    (await app.request(`http://localhost/v1/native/${path}`)).json()
  const post = (path: string, body: object, signal?: AbortSignal): Promise<Response> | Response =>
    app.request(`http://localhost/v1/native/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    })
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  const job = async (): Promise<any> => (await get('jobs')).jobs[0]
  return { plantain, engine, app, get, post, job }
}
const usage = async (): Promise<number> => {
  const entries = await readUsage(connection.database, { from: '2000-01-01', to: '2100-01-01' })
  return entries.reduce((sum, { images }) => sum + images, 0)
}

describe('a request for a picture', () => {
  test('is a job: running while it is made, over when it is there, counted with its end', async () => {
    const { post, job, get } = start('one')
    const before = await usage()
    const response = await post('generate', { prompt: 'a hill', steps: 30 })
    expect(await job()).toMatchObject({ kind: 'generate', model: 'fake', state: 'running', attempts: 1 })
    expect(await response.text()).toContain('event: generate-end')
    const { id, state, error, endedAt } = await job()
    expect([state, error, await usage()]).toEqual(['succeeded', null, before + 1])
    expect(Date.parse(endedAt)).toBeGreaterThan(0)
    expect(await get(`jobs/${id}`)).toEqual(await job())
    expect(await get('jobs/job_unknown')).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
  test('that fails keeps its error, and nothing of the cause', async () => {
    const { post, job } = start('one')
    await (await post('generate', { prompt: 'crash' })).text()
    expect(await job()).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } })
    expect(JSON.stringify(await job())).not.toContain('secret')
  })
  test('is stopped by its id, while it runs and while it waits, and is not counted', async () => {
    const { post, get, engine } = start('one')
    const before = await usage()
    const runs = [
      await post('generate', { prompt: 'an endless road' }),
      await post('generate', { prompt: 'another endless road' }),
    ]
    const [waiting, running] = (await get('jobs')).jobs
    expect([running.state, waiting.state]).toEqual(['running', 'queued'])
    for (const { id } of [waiting, running]) await post(`jobs/${id}/cancel`, {})
    for (const run of runs) expect(await run.text()).toContain('"code":"CANCELLED"')
    expect((await get('jobs')).jobs.slice(0, 2).map((one: { state: string }) => one.state)).toEqual([
      'cancelled',
      'cancelled',
    ])
    expect([engine.stopped, await usage()]).toEqual([1, before])
    expect((await post('jobs/job_unknown/cancel', {})).status).toBe(404)
  })
  test('ends when its client hangs up', async () => {
    const { post, job, engine } = start('one')
    const stop = new AbortController()
    await post('generate', { prompt: 'an endless road' }, stop.signal)
    stop.abort()
    await expect.poll(async () => (await job()).state).toBe('cancelled')
    expect(engine.stopped).toBe(1)
  })
  test('that was cut off by the death of its process ends with an error that says what to do', async () => {
    const dying = start('two')
    const response = await dying.post('generate', { prompt: 'an endless road' })
    expect((await dying.job()).state).toBe('running')
    const next = start('three')
    await next.plantain.jobs.open()
    expect(await next.job()).toMatchObject({ state: 'failed', error: interrupted })
    await response.body!.cancel()
  })
  test('over a limit leaves no job, and counts in no window', async () => {
    const { post, get } = start('one', { requestsPerMinute: 1000, requestsPerDay: 1 })
    const before = (await get('jobs')).jobs.length
    await (await post('generate', { prompt: 'a hill' })).text()
    expect((await post('generate', { prompt: 'a hill' })).status).toBe(429)
    expect((await get('jobs')).jobs.length).toBe(before + 1)
    const windows = await connection.database.selectFrom('admissions').selectAll().execute()
    expect(windows.map(({ requests }) => requests)).toEqual([1, 1])
  })
})

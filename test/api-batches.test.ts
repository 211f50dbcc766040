import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GoogleGenAI, type BatchJob, type GenerateContentResponse } from '@google/genai'
import { decode } from '@plantain/codecs'
import { createPlantain, loadConfig, type Config, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawsAll, fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { createKey, noLimits } from '../packages/server/src/store/keys.ts'
import type { Connection } from '../packages/server/src/store/open.ts'
import { testDatabase } from '../packages/server/src/store/test-database.contract.ts'
import { readUsage } from '../packages/server/src/store/usage.ts'

// Google's own client, with nothing changed but the base URL, against the real server; only the engine is a small one.
const data = mkdtempSync(join(tmpdir(), 'plantain-batches-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let connection: Connection
const servers: { server: Listening; plantain: Plantain }[] = []
let google: GoogleGenAI
let url: string

/** A server that is a process of its own to the database. */
async function serve(
  id: string,
  {
    stepMilliseconds = 1,
    ...flags
  }: Partial<Record<keyof Config, unknown>> & { stepMilliseconds?: number } = {},
): Promise<string> {
  const config = loadConfig({
    flags: { data, model: 'fake', port: 0, drainSeconds: 0, ...flags },
    environment: {},
    directory: data,
  })
  const plantain = createPlantain(config, {
    openEngine: async () => fakeEngine({ stepMilliseconds }),
    openInterpreter: drawsAll,
    openDatabase: async () => ({ ...connection, id, [Symbol.asyncDispose]: async () => {} }),
  })
  const server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  servers.push({ server, plantain })
  return server.url
}
const client = (baseUrl: string, apiKey = 'any'): GoogleGenAI =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl } })

beforeAll(async () => {
  connection = await testDatabase()
  url = await serve('one')
  google = client(url)
}, 300_000)
afterAll(async () => {
  for (const { server, plantain } of servers) {
    await server.close()
    await plantain[Symbol.asyncDispose]()
  }
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

const model = 'gemini-2.5-flash-image'
async function through(job: BatchJob, from: GoogleGenAI = google): Promise<BatchJob> {
  await expect
    .poll(async () => (await from.batches.get({ name: job.name! })).state, patient)
    .toBe('JOB_STATE_SUCCEEDED')
  return from.batches.get({ name: job.name! })
}
/** The picture of an answer: in a batch the client gives plain objects, without `data`. */
const picture = (response: GenerateContentResponse | undefined): string | undefined =>
  response?.candidates?.[0]?.content?.parts?.find(({ inlineData }) => inlineData)?.inlineData?.data
const pixels = async (response: GenerateContentResponse | undefined): Promise<[number, number]> => {
  const { width, height } = await decode(Buffer.from(picture(response)!, 'base64'))
  return [width, height]
}
const patient = { timeout: 40_000 }
const raw = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${url}/v1beta/${path}`, {
    headers: { 'x-goog-api-key': 'any', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

describe('a batch', () => {
  test('answers each request in its order, honours its settings, and lets one fail alone', async () => {
    const job = await google.batches.create({
      model,
      src: [
        {
          contents: 'a fox',
          config: { imageConfig: { aspectRatio: '16:9' }, seed: 3 },
          metadata: { my_key: 'a' },
        },
        { contents: 'a fox', config: { imageConfig: { aspectRatio: '7:1' } }, metadata: { my_key: 'b' } },
        { contents: 'a fox', config: { imageConfig: { aspectRatio: '16:9' }, seed: 3 } },
      ],
      config: { displayName: 'foxes' },
    })
    expect(job).toMatchObject({
      name: expect.stringMatching(/^batches\/[a-z0-9]{30}$/),
      displayName: 'foxes',
      state: expect.stringMatching(/^JOB_STATE_(PENDING|RUNNING)$/),
      model: `models/${model}`,
    })
    const { dest, endTime } = await through(job)
    expect(Date.parse(endTime!)).toBeGreaterThan(Date.parse(job.createTime!) - 1)
    const [first, second, third] = dest!.inlinedResponses!
    expect(await pixels(first!.response)).toEqual([1344, 768])
    expect([first!.metadata, second!.metadata, third!.metadata]).toEqual([
      { my_key: 'a' },
      { my_key: 'b' },
      undefined,
    ])
    expect(second!.error).toMatchObject({ code: 400, message: expect.stringContaining('aspect_ratio') })
    expect(picture(third!.response)).toBe(picture(first!.response))
    expect(first!.response!.usageMetadata!.totalTokenCount).toBeGreaterThan(1290)
    const body = await (await raw(job.name!)).json()
    expect(body.done).toBe(true)
    expect(body.metadata.batchStats).toEqual({
      requestCount: '3',
      successfulRequestCount: '2',
      failedRequestCount: '1',
      pendingRequestCount: '0',
    })
    expect(body.response.inlinedResponses).toEqual(body.metadata.output.inlinedResponses)
  })
  test('is made of the same answers as direct calls, and each counts once', async () => {
    const images = async (): Promise<number> =>
      (await readUsage(connection.database, { from: '2000-01-01', to: '2100-01-01' })).reduce(
        (sum, entry) => sum + entry.images,
        0,
      )
    const before = await images()
    const direct = await google.models.generateContent({ model, contents: 'a hill', config: { seed: 9 } })
    const job = await google.batches.create({ model, src: [{ contents: 'a hill', config: { seed: 9 } }] })
    const { dest } = await through(job)
    expect(picture(dest!.inlinedResponses![0]!.response)).toBe(picture(direct))
    expect(await images()).toBe(before + 2)
  })
  test('of a file is answered in a file: a line for each line, broken ones too', async () => {
    const request = (text: string, more = {}) => ({ contents: [{ parts: [{ text }] }], ...more })
    const lines = [
      JSON.stringify({
        key: 'a',
        request: request('a fox', { generation_config: { image_config: { aspect_ratio: '9:16' } } }),
      }),
      '',
      '{"key": "b", "request": ',
      JSON.stringify({ key: 'c' }),
      JSON.stringify({ key: 'añ🦊', request: request('a hill') }),
    ]
    const file = await google.files.upload({
      file: new Blob([`${lines.join('\n')}\n`]),
      config: { mimeType: 'jsonl' },
    })
    const job = await google.batches.create({ model, src: { fileName: file.name! } })
    const { dest } = await through(job)
    expect(dest!.fileName).toMatch(/^files\/batch-[a-z0-9]{30}$/)
    const response = await raw(`${dest!.fileName}:download?alt=media`)
    expect(response.headers.get('content-type')).toBe('application/jsonl')
    const answers = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ key }) => key)).toEqual(['a', undefined, 'c', 'añ🦊'])
    expect(await pixels(answers[0].response)).toEqual([768, 1344])
    expect([answers[1].error.code, answers[2].error.code]).toEqual([400, 400])
    expect(answers[3].response.candidates[0].finishReason).toBe('STOP')
    expect((await google.files.get({ name: dest!.fileName! })).source).toBe('GENERATED')
    expect(
      (
        await raw(`models/${model}:batchGenerateContent`, {
          batch: { inputConfig: { fileName: 'files/nobody' } },
        })
      ).status,
    ).toBe(403)
  })
  test('is taken in snake_case, and simulated where a key asks for that', async () => {
    const response = await fetch(`${url}/v1/models/${model}:batchGenerateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': 'test:prompt-blocked', 'content-type': 'application/json' },
      body: JSON.stringify({
        batch: {
          display_name: 'snakes',
          input_config: { requests: { requests: [{ request: { contents: [{ parts: [{ text: 'x' }] }] } }] } },
        },
      }),
    })
    const { name, metadata } = await response.json()
    expect(metadata.displayName).toBe('snakes')
    const body = await (await raw(`${name}:wait`, { timeout: '40s' })).json()
    expect(
      body.metadata.output.inlinedResponses.inlinedResponses[0].response.promptFeedback.blockReason,
    ).toBe('PROHIBITED_CONTENT')
  })
  test('a line that is to be slow holds up nobody: it is answered at once', async () => {
    const slow = client(url, 'test:slow=60000')
    const job = await slow.batches.create({ model, src: [{ contents: 'a fox' }] })
    const { dest } = await through(job)
    expect(picture(dest!.inlinedResponses![0]!.response)).toBeDefined()
  })
  test.each([
    [{}, /there are no requests/],
    [{ batch: { inputConfig: { requests: { requests: [] } } } }, /there are no requests/],
    [{ batch: { inputConfig: { requests: { requests: 'x' } } } }, /no list of requests/],
    [{ batch: { displayName: 7 } }, /display name/],
    [{ batch: { inputConfig: { fileName: 'files/a', requests: { requests: [] } } } }, /not both/],
  ])('%j is refused', async (body, message) => {
    const response = await raw(`models/${model}:batchGenerateContent`, body)
    expect(response.status).toBe(400)
    expect((await response.json()).error.message).toMatch(message)
  })
  test('is cancelled within a step, keeps what is there, and is gone when it is deleted', async () => {
    const job = await google.batches.create({
      model,
      src: [{ contents: 'a hill' }, { contents: 'an endless road' }, { contents: 'a lake' }],
    })
    await expect
      .poll(
        async () => (await (await raw(job.name!)).json()).metadata.batchStats.successfulRequestCount,
        patient,
      )
      .toBe('1')
    expect((await google.batches.get({ name: job.name! })).state).toBe('JOB_STATE_RUNNING')
    await google.batches.cancel({ name: job.name! })
    const cancelled = await google.batches.get({ name: job.name! })
    expect(cancelled.state).toBe('JOB_STATE_CANCELLED')
    const [first, , third] = cancelled.dest!.inlinedResponses!
    expect(picture(first!.response)).toBeDefined()
    expect(third!.error!.code).toBe(499)
    const other = await through(await google.batches.create({ model, src: [{ contents: 'a sea' }] }))
    expect(other.dest!.inlinedResponses).toHaveLength(1) // the runner is free again
    await google.batches.delete({ name: job.name! })
    await expect(google.batches.get({ name: job.name! })).rejects.toThrow(/not found/)
  })
  test('lists come in pages, the newest first', async () => {
    const names: string[] = []
    for (const displayName of ['p1', 'p2', 'p3'])
      names.push(
        (await google.batches.create({ model, src: [{ contents: 'x' }], config: { displayName } })).name!,
      )
    const listed: string[] = []
    for await (const { name } of await google.batches.list({ config: { pageSize: 2 } })) listed.push(name!)
    expect(listed.slice(0, 3)).toEqual(names.toReversed())
    expect(new Set(listed).size).toBe(listed.length)
    expect((await raw('operations/nobody')).status).toBe(404)
    for (const name of names) await through({ name })
  })
  test('of a process that died goes on in the next, and what was done stays done', async () => {
    const slow = client(await serve('slow', { stepMilliseconds: 3000 }))
    await servers.shift()!.server.close() // so that only the slow one takes it
    const job = await slow.batches.create({ model, src: [{ contents: 'a hill', config: { seed: 9 } }] })
    await expect
      .poll(async () => (await slow.batches.get({ name: job.name! })).state, patient)
      .toBe('JOB_STATE_RUNNING')
    const next = client(await serve('next')) // the database has one process at a time: the slow one must be dead
    const { dest } = await through(job, next)
    expect(picture(dest!.inlinedResponses![0]!.response)).toBeDefined()
    const [row] = await connection.database
      .selectFrom('jobs')
      .select(['attempts', 'worker'])
      .where('batch', '=', job.name!.slice('batches/'.length))
      .execute()
    expect(row).toEqual({ attempts: 2, worker: 'next' })
  })
  test('belongs to its key, counts for its day, and waits no longer than the key lives', async () => {
    const base = await serve('keys', { auth: 'keys' })
    const key = async (requestsPerDay: number): Promise<GoogleGenAI> => {
      const made = await createKey(connection.database, {
        name: 'k',
        scopes: ['generate'],
        limits: { ...noLimits, requestsPerDay },
      })
      return client(base, made.key)
    }
    const [mine, yours] = [await key(2), await key(0)]
    const src = [{ contents: 'a hill' }, { contents: 'a lake' }]
    const job = await through(await mine.batches.create({ model, src }), mine)
    await expect(yours.batches.get({ name: job.name! })).rejects.toThrow(/not found/)
    await expect(mine.batches.create({ model, src: src.slice(1) })).rejects.toThrow(/2 requests a day/)
    await expect(mine.models.generateContent({ model, contents: 'x' })).rejects.toThrow(/2 requests a day/)
  })
})

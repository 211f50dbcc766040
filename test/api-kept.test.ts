import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApiError, createPartFromUri, GoogleGenAI } from '@google/genai'
import { encode, readRecipe } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawsAll, fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { smallParts } from '../packages/server/src/sessions/small-parts.contract.ts'
import { createKey, noLimits } from '../packages/server/src/store/keys.ts'
import {
  DATABASE_TIMEOUT_MILLISECONDS,
  testDatabase,
} from '../packages/server/src/store/test-database.contract.ts'

// What the Gemini API keeps between requests, as the official client uses it, with keys; only the engine is a small one.
const data = mkdtempSync(join(tmpdir(), 'plantain-kept-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
const model = 'gemini-2.5-flash-image'
const clock = { now: new Date() }
let plantain: Plantain
let server: Listening
let keys: { mine: string; yours: string }
let png: Uint8Array

beforeAll(async () => {
  const connection = await testDatabase()
  const flags = { data, model: 'fake', port: 0, auth: 'keys' }
  plantain = createPlantain(loadConfig({ flags, environment: {}, directory: data }), {
    openEngine: async () => fakeEngine(),
    openInterpreter: drawsAll,
    openDatabase: async () => connection,
    openParts: async ({ blobs }) => smallParts(blobs),
    now: () => clock.now,
  })
  server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  const key = async (name: string) =>
    (await createKey(connection.database, { name, scopes: ['generate'], limits: noLimits })).key
  keys = { mine: await key('mine'), yours: await key('yours') }
  png = await encode({ width: 40, height: 30, data: new Uint8ClampedArray(4800).fill(200) })
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  await server.close()
  await plantain[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})

type Body = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- bodies of tests
const client = (apiKey = keys.mine): GoogleGenAI =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: server.url } })
const send = async (method: string, path: string, body?: unknown, key = keys.mine) => {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Body }
}
const failure = async (promise: Promise<unknown>): Promise<{ status: number; message: string }> => {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ApiError)
  const { status, message } = error as ApiError
  return { status, message: JSON.parse(message).error.message }
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('cached contents', () => {
  const create = (more: object = {}) =>
    client().caches.create({
      model,
      config: {
        contents: [{ role: 'user', parts: [{ text: 'This is Tom, my cat.' }, inline()] }],
        systemInstruction: 'You draw in ink.',
        ttl: '600s',
        displayName: 'Tom',
        ...more,
      },
    })
  const inline = () => ({ inlineData: { mimeType: 'image/png', data: Buffer.from(png).toString('base64') } })

  test('come before what a request says, and are counted', async () => {
    const ai = client()
    const cache = await create()
    expect(cache).toMatchObject({
      name: expect.stringMatching(/^cachedContents\/[a-z0-9]{12}$/),
      model: `models/${model}`,
      displayName: 'Tom',
      usageMetadata: { totalTokenCount: 5 + 4 + 258 },
    })
    expect(Date.parse(cache.expireTime!) - Date.parse(cache.createTime!)).toBe(600_000)
    expect(await ai.caches.get({ name: cache.name! })).toEqual(cache)
    const response = await ai.models.generateContent({
      model,
      contents: 'give him a hat',
      config: { cachedContent: cache.name! },
    })
    const recipe = await readRecipe(Buffer.from(response.data!, 'base64'))
    expect(recipe).toMatchObject({
      prompt: 'This is Tom, my cat.\ngive him a hat. You draw in ink.',
      references: [sha256(png)],
    })
    const usage = response.usageMetadata!
    expect(usage.cachedContentTokenCount).toBe(267)
    expect(usage.cacheTokensDetails).toEqual([
      { modality: 'TEXT', tokenCount: 9 },
      { modality: 'IMAGE', tokenCount: 258 },
    ])
    expect(usage.promptTokenCount).toBeGreaterThan(267)
    expect(usage.totalTokenCount).toBe(usage.promptTokenCount! + usage.candidatesTokenCount!)
    const counted = await send('POST', `/v1beta/models/${model}:countTokens`, {
      generateContentRequest: {
        model: `models/${model}`,
        contents: [{ parts: [{ text: 'give him a hat' }] }],
        cachedContent: cache.name,
      },
    })
    expect(counted.body).toMatchObject({
      totalTokens: usage.promptTokenCount,
      cachedContentTokenCount: 267,
    })
    // Streams tell the same.
    const frames = []
    for await (const frame of await ai.models.generateContentStream({
      model,
      contents: 'give him a hat',
      config: { cachedContent: cache.name! },
    }))
      frames.push(frame)
    expect(frames.at(-1)!.usageMetadata!.cachedContentTokenCount).toBe(267)
  })
  test('a turn of the model may stand last, and the request’s own instruction comes after', async () => {
    const cache = await create({
      contents: [
        { role: 'user', parts: [{ text: 'a cat' }] },
        { role: 'model', parts: [inline()] },
      ],
    })
    const response = await client().models.generateContent({
      model,
      contents: 'warmer',
      config: { cachedContent: cache.name!, systemInstruction: 'No text.' },
    })
    expect(await readRecipe(Buffer.from(response.data!, 'base64'))).toMatchObject({
      prompt: 'warmer. You draw in ink.\nNo text.',
      references: [sha256(png)],
    })
  })
  test('keep the bytes of a file longer than the file is kept', async () => {
    const ai = client()
    const file = await ai.files.upload({
      file: new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }),
    })
    const cache = await create({ contents: ['Tom', createPartFromUri(file.uri!, 'image/png')] })
    await ai.files.delete({ name: file.name! })
    clock.now = new Date(clock.now.getTime() + 300_000)
    await plantain.files.sweep()
    const response = await ai.models.generateContent({
      model,
      contents: 'a hat',
      config: { cachedContent: cache.name! },
    })
    expect((await readRecipe(Buffer.from(response.data!, 'base64')))!['references']).toEqual([sha256(png)])
  })
  test('expire; the expiry and nothing else can be changed; deleting is for good', async () => {
    const ai = client()
    const cache = await create()
    clock.now = new Date(clock.now.getTime() + 599_000)
    const later = await ai.caches.update({ name: cache.name!, config: { ttl: '3.5s' } })
    expect(Date.parse(later.expireTime!)).toBe(clock.now.getTime() + 3500)
    const expireTime = new Date(clock.now.getTime() + 7000).toISOString()
    expect((await ai.caches.update({ name: cache.name!, config: { expireTime } })).expireTime).toBe(
      expireTime,
    )
    const path = `/v1beta/${cache.name}`
    for (const [query, body] of [
      ['', {}],
      ['?updateMask=contents', { ttl: '60s' }],
      ['', { ttl: '60' }],
      ['', { ttl: '0s' }],
      ['', { ttl: '-1s' }],
      ['', { ttl: '999999999999s' }],
      ['', { ttl: '60s', expireTime }],
      ['', { expire_time: 'tomorrow' }],
      ['', { expire_time: '2001-01-01T00:00:00Z' }],
    ] as const)
      expect([body, (await send('PATCH', path + query, body)).status]).toEqual([body, 400])
    expect((await send('PATCH', `${path}?updateMask=ttl`, { ttl: '5s' })).status).toBe(200)
    clock.now = new Date(clock.now.getTime() + 5000)
    const gone = { status: 403, message: 'CachedContent not found (or permission denied)' }
    expect(await failure(ai.caches.get({ name: cache.name! }))).toEqual(gone)
    expect(await failure(ai.caches.update({ name: cache.name!, config: { ttl: '60s' } }))).toEqual(gone)
    const asked = ai.models.generateContent({ model, contents: 'x', config: { cachedContent: cache.name! } })
    expect(await failure(asked)).toEqual(gone)
    const other = await create()
    await ai.caches.delete({ name: other.name! })
    expect(await failure(ai.caches.delete({ name: other.name! }))).toEqual(gone)
  })
  test('are listed by pages, each key’s own', async () => {
    const yours = client(keys.yours)
    const made = []
    for (const text of ['1', '2', '3'])
      made.push((await yours.caches.create({ model, config: { contents: text } })).name)
    const listed = []
    for await (const one of await yours.caches.list({ config: { pageSize: 2 } })) listed.push(one.name)
    expect(listed.toSorted()).toEqual(made.toSorted())
    expect(await failure(client().caches.get({ name: made[0]! }))).toMatchObject({ status: 403 })
    expect(
      await failure(
        client().models.generateContent({ model, contents: 'x', config: { cachedContent: made[0]! } }),
      ),
    ).toMatchObject({ status: 403 })
  })
  test.each([
    ['another model', { model: 'models/gemini-9' }, 404, /models\/gemini-9 is not found/],
    ['a model that only predicts', { model: 'models/imagen-4.0-generate-001' }, 404, /not supported for/],
    ['no model', { model: undefined }, 400, /'model'/],
    ['nothing to keep', { contents: [] }, 400, /contents is not specified/],
    ['a bad role', { contents: [{ role: 'robot', parts: [{ text: 'x' }] }] }, 400, /valid role/],
    ['functions', { tools: [{ functionDeclarations: [{ name: 'f' }] }] }, 400, /Function calling/],
    [
      'a file of nobody',
      { contents: [{ parts: [{ fileData: { fileUri: 'files/x' } }] }] },
      403,
      /File x or it/,
    ],
    [
      'a bad picture',
      { contents: [{ parts: [{ inlineData: { data: 'AAAA' } }] }] },
      400,
      /Unable to process/,
    ],
  ])('%s: one error that says what to do', async (_, more, status, message) => {
    const body = { model: `models/${model}`, contents: [{ parts: [{ text: 'x' }] }], ...more }
    const refused = await send('POST', '/v1/cachedContents', body)
    expect([refused.status, refused.body['error'].message]).toEqual([status, expect.stringMatching(message)])
  })
  test('are for the model that they were made for', async () => {
    const cache = await create()
    const asked = client().models.generateContent({
      model: 'gemini-3-pro-image',
      contents: 'x',
      config: { cachedContent: cache.name! },
    })
    expect(await failure(asked)).toEqual({
      status: 400,
      message: `Model used by GenerateContent request (models/gemini-3-pro-image) and CachedContent (models/${model}) has to be the same.`,
    })
  })
})

test('the file of a session is for its key only, whoever knows its hash', async () => {
  const { body } = await send('POST', '/v1/native/sessions', {})
  const events = await (
    await fetch(`${server.url}/v1/native/sessions/${body['id']}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.mine}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'a house' }),
    })
  ).text()
  const url = /\/v1\/native\/artifacts\/[0-9a-f]{64}/.exec(events)![0]
  const as = async (key: string) =>
    (await fetch(server.url + url, { headers: { authorization: `Bearer ${key}` } })).status
  expect([await as(keys.mine), await as(keys.yours)]).toEqual([200, 404])
})

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApiError, createPartFromUri, GoogleGenAI } from '@google/genai'
import { encode, readRecipe } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawsAll, fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { createKey, noLimits } from '../packages/server/src/store/keys.ts'
import {
  DATABASE_TIMEOUT_MILLISECONDS,
  testDatabase,
} from '../packages/server/src/store/test-database.contract.ts'

// The Files API as the official client and as curl speak it, with keys, on sockets; only the engine is a small one.
const data = mkdtempSync(join(tmpdir(), 'plantain-files-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
const clock = { now: new Date() }
let plantain: Plantain
let server: Listening
let keys: { mine: string; yours: string }
let png: Uint8Array

beforeAll(async () => {
  const flags = { data, model: 'fake', port: 0, auth: 'keys', maxFileMegabytes: 40, maxBodyMegabytes: 5 }
  const connection = await testDatabase()
  plantain = createPlantain(loadConfig({ flags, environment: {}, directory: data }), {
    openEngine: async () => fakeEngine(),
    openInterpreter: drawsAll,
    openDatabase: async () => connection,
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
const client = (apiKey = keys.mine, apiVersion = 'v1beta'): GoogleGenAI =>
  new GoogleGenAI({ apiKey, apiVersion, httpOptions: { baseUrl: server.url } })
const blob = (bytes: Uint8Array, type = 'image/png'): Blob =>
  new Blob([bytes as Uint8Array<ArrayBuffer>], { type })
const send = (path: string, init: RequestInit & { key?: string | null } = {}): Promise<Response> =>
  fetch(path.startsWith('http') ? path : server.url + path, {
    ...init,
    headers: {
      ...(init.key === null ? {} : { 'x-goog-api-key': init.key ?? keys.mine }),
      ...(init.headers as Record<string, string> | undefined),
    },
  })
const json = async (response: Response): Promise<Body> => (await response.json()) as Body
const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}

describe('@google/genai', () => {
  test.each(['v1beta', 'v1', 'v1alpha'])('%s: uploads, gets, lists, uses, deletes', async (version) => {
    const ai = client(keys.mine, version)
    const file = await ai.files.upload({
      file: blob(png),
      config: { displayName: 'a cat', mimeType: 'image/png' },
    })
    expect(file).toMatchObject({
      name: expect.stringMatching(/^files\/[a-z0-9]{12}$/),
      displayName: 'a cat',
      mimeType: 'image/png',
      sizeBytes: String(png.length),
      state: 'ACTIVE',
      source: 'UPLOADED',
      uri: `${server.url}/v1beta/${file.name}`, // this SDK uploads by v1beta, whatever it is told
    })
    expect(Date.parse(file.expirationTime!) - Date.parse(file.createTime!)).toBe(48 * 3_600_000)
    expect(await ai.files.get({ name: file.name! })).toEqual({
      ...file,
      uri: `${server.url}/${version}/${file.name}`,
    })
    const listed = []
    for await (const one of await ai.files.list({ config: { pageSize: 1 } })) listed.push(one.name)
    expect(listed).toContain(file.name)
    const contents = ['make it warmer', createPartFromUri(file.uri!, file.mimeType!)]
    const { totalTokens } = await ai.models.countTokens({ model: 'gemini-2.5-flash-image', contents })
    const response = await ai.models.generateContent({ model: 'gemini-2.5-flash-image', contents })
    expect(response.data!.length).toBeGreaterThan(100)
    expect(response.usageMetadata!.promptTokenCount).toBe(totalTokens)
    expect(response.usageMetadata!.promptTokensDetails).toContainEqual({ modality: 'IMAGE', tokenCount: 258 })
    // The file that was uploaded is the one that the picture was made from, to the byte.
    const recipe = await readRecipe(Buffer.from(response.data!, 'base64'))
    expect(recipe!['references']).toEqual([createHash('sha256').update(png).digest('hex')])
    await ai.files.delete({ name: file.name! })
    const gone = await failure(ai.files.get({ name: file.name! }))
    expect([gone.status, JSON.parse(gone.message).error.status]).toEqual([403, 'PERMISSION_DENIED'])
  })
  test('a file of several chunks', async () => {
    const bytes = new Uint8Array(17_000_000).map((_, i) => i * 7)
    const file = await client().files.upload({ file: blob(bytes, 'application/x-thing') })
    expect(file).toMatchObject({ sizeBytes: '17000000', mimeType: 'application/x-thing' })
    const response = await send(`/v1beta/${file.name}:download?alt=media`)
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0)
  })
  test('options of one call, with which the SDK loses its headers', async () => {
    const file = await client().files.upload({
      file: blob(png),
      config: { mimeType: 'image/png', httpOptions: { headers: { 'x-own': '1' } } },
    })
    expect(file).toMatchObject({ mimeType: 'image/png', sizeBytes: String(png.length) })
  })
  test('interactions take files, too', async () => {
    const file = await client().files.upload({ file: blob(png) })
    const interaction = await client().interactions.create({
      model: 'gemini-2.5-flash-image',
      input: [
        { type: 'text', text: 'make it warmer' },
        { type: 'image', uri: file.uri!, mime_type: 'image/png' },
      ],
    })
    expect(interaction.status).toBe('completed')
  })
})

describe('a resumable upload', () => {
  const begin = async (body: unknown, headers: Record<string, string> = {}, version = 'v1beta') =>
    send(`/upload/${version}/files`, {
      method: 'POST',
      headers: {
        'X-Goog-Upload-Protocol': 'resumable',
        'X-Goog-Upload-Command': 'start',
        'Content-Type': 'application/json',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const step = (url: string, command: string, offset: number, body?: string | Uint8Array, method = 'POST') =>
    send(url, {
      method,
      key: null, // the address is the credential
      headers: {
        'Content-Type': 'application/json', // as the SDKs lie
        'X-Goog-Upload-Command': command,
        'X-Goog-Upload-Offset': String(offset),
      },
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
    })
  const status = (response: Response) => [
    response.status,
    response.headers.get('x-goog-upload-status'),
    response.headers.get('x-goog-upload-size-received'),
  ]
  const urlOf = (response: Response): string => response.headers.get('x-goog-upload-url')!

  test.each(['v1beta', 'v1', 'v1alpha'])(
    '%s: begins, goes on, is asked, ends; by POST and PUT',
    async (version) => {
      const begun = await begin(
        { file: { display_name: 'words', mime_type: 'text/plain', size_bytes: 9 } }, // as Python spells it
        { 'X-Goog-Upload-Header-Content-Length': '9', 'X-Goog-Upload-Header-Content-Type': 'text/plain' },
        version,
      )
      expect([begun.status, begun.headers.get('x-goog-upload-status')]).toEqual([200, 'active'])
      expect(begun.headers.get('x-goog-upload-chunk-granularity')).toBe('262144')
      const url = urlOf(begun)
      expect(url.startsWith(`${server.url}/upload/${version}/files?upload_id=`)).toBe(true)
      expect(status(await step(url, 'query', 0))).toEqual([200, 'active', '0'])
      expect(status(await step(url, 'upload', 0, 'plant'))).toEqual([200, 'active', '5'])
      expect(status(await step(url, 'upload', 5, 'ai', 'PUT'))).toEqual([200, 'active', '7'])
      const wrong = await step(url, 'upload, finalize', 5, 'ains'.repeat(1_000_000)) // and the connection goes on
      expect(status(wrong)).toEqual([400, 'active', '7'])
      expect((await json(wrong)).error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' })
      expect(status(await step(url, 'finalize', 7))[0]).toBe(400) // two bytes are missing
      const end = await step(url, 'upload,finalize', 7, 'ns')
      expect(status(end)).toEqual([200, 'final', '9'])
      const { file } = await json(end)
      expect(file).toMatchObject({ displayName: 'words', mimeType: 'text/plain', sizeBytes: '9' })
      const hex = 'f3ca6ac81a31c5da5e59cd06bd7e8a4b0ee31bde7d3cbf9a7ae0ee3c9f02c78e'
      expect(Buffer.from(file.sha256Hash, 'base64').toString()).toHaveLength(hex.length)
      // Who lost the answer asks again, either way.
      expect((await json(await step(url, 'upload, finalize', 7, 'ns'))).file).toEqual(file)
      expect((await json(await step(url, 'finalize', 9))).file).toEqual(file)
      expect(status(await step(url, 'query', 0))).toEqual([200, 'final', '9'])
      expect(await (await send(`/${version}/${file.name}:download?alt=media`)).text()).toBe('plantains')
      expect(await (await send(`/download/${version}/${file.name}:download?alt=media`)).text()).toBe(
        'plantains',
      )
    },
  )
  test('whose connection breaks in the middle of a chunk goes on where it broke', async () => {
    const bytes = Buffer.alloc(12_000_000, 'plantain ')
    const url = urlOf(await begin({}))
    await new Promise<void>((resolve) => {
      const { hostname, port, pathname, search } = new URL(url)
      const upload = request({
        hostname,
        port,
        path: pathname + search,
        method: 'POST',
        headers: {
          'X-Goog-Upload-Command': 'upload, finalize',
          'X-Goog-Upload-Offset': '0',
          'Content-Length': bytes.length,
        },
      })
      upload.on('error', () => {})
      upload.on('close', resolve)
      upload.write(bytes.subarray(0, 9_000_000), () => setTimeout(() => upload.destroy(), 300))
    })
    const received = async () =>
      Number((await step(url, 'query', 0)).headers.get('x-goog-upload-size-received'))
    await expect.poll(received, { timeout: 20_000 }).toBeGreaterThanOrEqual(8 * 2 ** 20)
    await expect
      .poll(async () => {
        const before = await received()
        await new Promise((resolve) => setTimeout(resolve, 200))
        return before === (await received())
      })
      .toBe(true)
    const arrived = await received()
    expect(arrived).toBeLessThanOrEqual(9_000_000)
    const end = await step(url, 'upload, finalize', arrived, bytes.subarray(arrived))
    const { file } = await json(end)
    expect([status(end)[1], file.sizeBytes, file.mimeType]).toEqual(['final', '12000000', 'text/plain'])
    const back = Buffer.from(await (await send(`/v1beta/${file.name}:download`)).arrayBuffer())
    expect(Buffer.compare(back, bytes)).toBe(0)
  })
  test('is cancelled, and cannot be guessed', async () => {
    const url = urlOf(await begin(''))
    expect(status(await step(url, 'cancel', 0))).toEqual([200, 'cancelled', '0'])
    expect(status(await step(url, 'upload', 0, 'x'))).toEqual([400, 'cancelled', '0'])
    const guessed = await step(`${server.url}/upload/v1beta/files?upload_id=guess`, 'upload', 0, 'x')
    expect([guessed.status, (await json(guessed)).error.status]).toEqual([404, 'NOT_FOUND'])
    expect((await step(`${server.url}/upload/v1beta/files`, 'upload', 0, 'x')).status).toBe(403) // no key
  })
  test('has a name of its own, once', async () => {
    const name = { file: { name: 'files/my-cat', mimeType: 'text/plain' } }
    const both = [urlOf(await begin(name)), urlOf(await begin(name))]
    const ends = []
    for (const url of both) ends.push(await step(url, 'upload, finalize', 0, 'x'))
    expect(ends.map((end) => end.status)).toEqual([200, 409])
    expect((await json(ends[1]!)).error).toMatchObject({ status: 'ALREADY_EXISTS' })
    const taken = await begin(name)
    expect([taken.status, (await json(taken)).error.message]).toEqual([
      409,
      'Requested entity already exists',
    ])
    for (const bad of ['files/-a', 'files/A', 'files/a_b', `files/${'x'.repeat(41)}`, 'files/a/b'])
      expect((await begin({ file: { name: bad } })).status).toBe(400)
    expect((await begin({ file: { displayName: 'x'.repeat(513) } })).status).toBe(400)
    expect((await begin('{"file":')).status).toBe(400)
  })
  test('too long is refused: when it is announced, and when it comes', async () => {
    const announced = await begin({}, { 'X-Goog-Upload-Header-Content-Length': '41000000' })
    expect([announced.status, (await json(announced)).error.message]).toEqual([
      400,
      expect.stringContaining('larger than 40 MB'),
    ])
    const url = urlOf(await begin({}))
    const long = await step(url, 'upload, finalize', 0, new Uint8Array(41_000_000))
    expect([long.status, (await json(long)).error.message]).toEqual([
      400,
      expect.stringContaining('larger than 40 MB'),
    ])
  })
  test('below a proxy has the address that the proxy has', async () => {
    const proxied = await begin(
      {},
      {
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-Host': 'pictures.example.org',
        'X-Forwarded-Prefix': '/banana',
      },
    )
    expect(urlOf(proxied)).toMatch(
      /^https:\/\/pictures\.example\.org\/banana\/upload\/v1beta\/files\?upload_id=/,
    )
    const hostile = await begin({}, { 'X-Forwarded-Host': 'a"b c', 'X-Forwarded-Proto': 'javascript' })
    expect(urlOf(hostile).startsWith(`${server.url}/upload/`)).toBe(true)
  })
})

describe('other uploads', () => {
  const related = (boundary: string, said: string, media: Uint8Array | string, type = 'image/png') =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Type: application/json; charset=utf-8\r\n\r\n${said}\r\n`),
      Buffer.from(`--${boundary}\r\nContent-Type: ${type}\r\n\r\n`),
      Buffer.from(media),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
  test('multipart/related, as the older SDK sends it, and by ?uploadType', async () => {
    const said = JSON.stringify({ file: { name: 'files/older', displayName: 'older' } })
    const response = await send('/upload/v1beta/files', {
      method: 'POST',
      headers: {
        'X-Goog-Upload-Protocol': 'multipart',
        'Content-Type': 'multipart/related; boundary=f00',
      },
      body: related('f00', said, png),
    })
    expect((await json(response)).file).toMatchObject({
      name: 'files/older',
      displayName: 'older',
      mimeType: 'image/png',
      sizeBytes: String(png.length),
    })
    const tricky = 'a\r\n--f0\r\n\r\n--f00d\r\nx--f00--' // looks like boundaries and is none
    const second = await send('/upload/v1/files?uploadType=multipart', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/related; boundary="f00d-1"' },
      body: related('f00d-1', '{}', tricky, 'text/plain'),
    })
    const { file } = await json(second)
    expect(await (await send(`/v1/${file.name}:download?alt=media`)).text()).toBe(tricky)
    for (const [body, type] of [
      ['x', 'multipart/related'],
      ['x', 'multipart/related; boundary=f00'],
      ['--f00\r\n\r\n{}\r\n--f00--', 'multipart/related; boundary=f00'],
      [related('f00', '[]', 'x'), 'multipart/related; boundary=f00'],
      ['x', 'multipart/form-data; boundary=f00'],
    ] as const) {
      const bad = await send('/upload/v1beta/files', {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
      })
      expect([bad.status, (await json(bad)).error.status]).toEqual([400, 'INVALID_ARGUMENT'])
    }
  })
  test('a form, as curl -F sends it', async () => {
    const form = new FormData()
    form.set('metadata', JSON.stringify({ file: { display_name: 'form' } }))
    form.set('file', blob(png, 'application/octet-stream'), 'cat.png')
    const response = await send('/upload/v1beta/files', { method: 'POST', body: form })
    expect((await json(response)).file).toMatchObject({ displayName: 'form', mimeType: 'image/png' })
  })
  test('raw, as curl --data-binary sends it; a file of JSON is a file', async () => {
    const raw = async (body: string | Uint8Array, type: string) =>
      (
        await json(
          await send('/upload/v1beta/files', {
            method: 'POST',
            headers: { 'X-Goog-Upload-Protocol': 'raw', 'Content-Type': type },
            body: body as Uint8Array<ArrayBuffer>,
          }),
        )
      ).file
    expect(await raw(png, 'application/x-www-form-urlencoded')).toMatchObject({ mimeType: 'image/png' })
    expect(await raw('{"file":{},"other":1}', 'application/json')).toMatchObject({ sizeBytes: '21' })
    expect(await raw('{"key":"a"}\n{"key":"b"}\n', 'application/jsonl')).toMatchObject({
      mimeType: 'application/jsonl',
    })
    const long = `{"file":{"displayName":"${'x'.repeat(100_000)}"}}`
    expect(await raw(long, 'application/json')).toMatchObject({ sizeBytes: String(long.length) })
  })
})

describe('whose files they are', () => {
  test('another key sees, uses and removes nothing of them', async () => {
    const file = await client().files.upload({ file: blob(png) })
    const other = client(keys.yours)
    const failures = [
      await failure(other.files.get({ name: file.name! })),
      await failure(other.files.delete({ name: file.name! })),
      await failure(
        other.models.generateContent({
          model: 'gemini-2.5-flash-image',
          contents: ['warmer', createPartFromUri(file.uri!, 'image/png')],
        }),
      ),
    ]
    for (const error of failures)
      expect([error.status, JSON.parse(error.message).error.message]).toEqual([
        403,
        `You do not have permission to access the File ${file.name!.slice(6)} or it may not exist.`,
      ])
    expect(await json(await send('/v1beta/files', { key: keys.yours }))).toEqual({})
    expect((await send(`/v1beta/${file.name}:download?alt=media`, { key: keys.yours })).status).toBe(403)
    expect((await send(`/v1beta/${file.name}`)).status).toBe(200)
  })
  test('nobody without a key, and OpenAI’s clients are told so in their way', async () => {
    expect((await send('/v1beta/files', { key: null })).status).toBe(403)
    expect((await send('/v1beta/files', { key: 'wrong' })).status).toBe(400)
    const openai = await send('/v1/files', { key: null, headers: { authorization: `Bearer ${keys.mine}` } })
    expect([openai.status, await json(openai)]).toEqual([
      404,
      { error: expect.objectContaining({ type: 'invalid_request_error', param: null }) },
    ])
    const google = await send('/v1/files', { key: null, headers: { 'x-goog-api-key': keys.mine } })
    expect(google.status).toBe(200)
  })
  test('pages go on from their tokens', async () => {
    const own = keys.yours
    for (const words of ['1', '2', '3', '4', '5'])
      await send('/upload/v1beta/files', { method: 'POST', body: words, key: own })
    const first = await json(await send('/v1beta/files?pageSize=2', { key: own }))
    const second = await json(
      await send(`/v1beta/files?pageSize=2&pageToken=${first['nextPageToken']}`, { key: own }),
    )
    const third = await json(
      await send(`/v1beta/files?pageSize=2&pageToken=${second['nextPageToken']}`, { key: own }),
    )
    const names = [first, second, third].flatMap(({ files }) => files.map(({ name }: Body) => name))
    expect([new Set(names).size, third['nextPageToken']]).toEqual([5, undefined])
    for (const query of ['pageSize=x', 'pageSize=-1', 'pageToken=nonsense'])
      expect((await send(`/v1beta/files?${query}`, { key: own })).status).toBe(400)
    expect((await json(await send('/v1beta/files?pageSize=1000', { key: own })))['files']).toHaveLength(5)
  })
})

describe('a file in a request', () => {
  const ask = (fileUri: string, more: object = {}) =>
    send('/v1beta/models/gemini-2.5-flash-image:generateContent', {
      method: 'POST',
      body: JSON.stringify({
        contents: [{ parts: [{ text: 'warmer' }, { file_data: { file_uri: fileUri, ...more } }] }],
      }),
    })
  test('is known by its name and by its address on any host', async () => {
    const { name } = await client().files.upload({ file: blob(png) })
    for (const uri of [
      name!,
      `${server.url}/v1beta/${name}`,
      `https://generativelanguage.googleapis.com/v1/${name}`,
      `http://pictures.example.org/banana/v1alpha/${name}`,
    ])
      expect([uri, (await ask(uri, { mime_type: 'image/jpeg' })).status]).toEqual([uri, 200])
  })
  test.each([
    'http://127.0.0.1:1/picture.png',
    'http://localhost/files/abc',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/v1beta/picture.png',
    'https://example.org/cat.png',
    'https://example.org/cat.png?x=/v1beta/files/abc',
    'https://example.org/#/v1beta/files/abc',
    'gs://bucket/cat.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'https://www.youtube.com/watch?v=1',
    'files/../../etc/passwd',
    '',
  ])('%s is refused by name and never fetched', async (uri) => {
    const response = await ask(uri)
    const { error } = await json(response)
    expect([response.status, error.status, error.message]).toEqual([
      400,
      'INVALID_ARGUMENT',
      `Invalid or unsupported file uri: ${uri}`,
    ])
    expect(error.details[0].fieldViolations[0].field).toBe('contents[0].parts[1].file_data.file_uri')
  })
  test('that is not there, is no picture, or only says it is one', async () => {
    const missing = await ask('https://169.254.169.254/v1beta/files/nobody')
    const { error } = await json(missing)
    expect([missing.status, error.status, error.details[0].fieldViolations[0].field]).toEqual([
      403,
      'PERMISSION_DENIED',
      'contents[0].parts[1].file_data.file_uri',
    ])
    const words = await client().files.upload({ file: blob(Buffer.from('words'), 'text/plain') })
    expect((await json(await ask(words.uri!))).error.message).toBe('Unsupported MIME type: text/plain')
    const liar = await client().files.upload({ file: blob(Buffer.from('words'), 'image/png') })
    expect((await json(await ask(liar.uri!))).error.message).toMatch(/^Unable to process input image/)
  })
  test('pictures of a request are together no larger than a body', async () => {
    const large = new Uint8Array(3_000_000)
    large.set(png)
    const uris = []
    for (let i = 0; i < 2; i++) uris.push((await client().files.upload({ file: blob(large) })).uri!)
    const parts = uris.map((fileUri) => ({ fileData: { fileUri } }))
    const response = await send('/v1beta/models/gemini-2.5-flash-image:countTokens', {
      method: 'POST',
      body: JSON.stringify({ contents: [{ parts }] }),
    })
    expect([response.status, (await json(response)).error.message]).toEqual([
      400,
      expect.stringContaining('together larger than 5 MB'),
    ])
    const once = [parts[0], parts[0], parts[0]]
    const again = await send('/v1beta/models/gemini-2.5-flash-image:countTokens', {
      method: 'POST',
      body: JSON.stringify({ contents: [{ parts: once }] }),
    })
    expect((await json(again))['totalTokens']).toBe(3 * 258)
  })
  test('is gone after 48 hours, and its bytes after the next sweep', async () => {
    const file = await client().files.upload({ file: blob(png) })
    clock.now = new Date(clock.now.getTime() + 48 * 3_600_000)
    expect((await ask(file.uri!)).status).toBe(403)
    expect(await json(await send('/v1beta/files'))).toEqual({})
    await plantain.files.sweep()
    const { count } = await (
      await plantain.database()
    )
      .selectFrom('files')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(0)
    const { readdirSync } = await import('node:fs')
    const left = readdirSync(join(data, 'blobs', 'files'), { recursive: true }).map(String)
    expect(left.filter((path) => path.length > 10)).toEqual([])
  })
  test('is shown by a browser as nothing of ours', async () => {
    const html = await client().files.upload({ file: blob(Buffer.from('<script>1</script>'), 'text/html') })
    const response = await send(`/v1beta/${html.name}:download?alt=media`)
    expect(response.headers.get('content-disposition')).toBe('attachment')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode } from '@plantain/codecs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import { createPlantain } from '../../plantain.ts'
import { smallParts } from '../../sessions/small-parts.contract.ts'
import type { Connection } from '../../store/open.ts'
import { DATABASE_TIMEOUT_MILLISECONDS, testDatabase } from '../../store/test-database.contract.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-native-'))
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})

const logged: string[] = []
const plantain = createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }), {
  openDatabase: async () => connection,
  openParts: async ({ blobs }) => smallParts(blobs),
  randomSeed: () => 42,
})
const app = createApp(plantain, { log: (message, cause) => void logged.push(`${message} ${String(cause)}`) })
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`/v1/native${path}`, { headers })
const post = (path: string, body: unknown = {}) =>
  app.request(`/v1/native${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const create = async (): Promise<string> => (await (await post('/sessions')).json()).id as string
type Body = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- bodies of tests
async function say(id: string, body: unknown): Promise<{ event: string; data: Body }[]> {
  const text = await (await post(`/sessions/${id}/messages`, body)).text()
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)![1]!,
      data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Body,
    }))
}
const turn = async (id: string, text: string): Promise<Body> =>
  (await say(id, { text })).at(-1)!.data['turn'] as Body
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

describe('messages', () => {
  test('stream what was understood, previews, the picture, the words, the turn', async () => {
    const id = await create()
    const events = await say(id, { text: 'a house' })
    expect(events.map(({ event }) => event)).toEqual([
      'interpretation-ready',
      'progress',
      'image-ready',
      'text',
      'turn-end',
    ])
    expect(events[1]!.data['preview']).toMatch(/^data:image\/webp;base64,/)
    expect(events[2]!.data).toMatchObject({
      place: 'turn:1',
      width: 24,
      height: 16,
      url: expect.stringContaining('/v1/native/artifacts/'),
    })
    expect(events[4]!.data['turn']).toMatchObject({
      session: id,
      turn: 1,
      kind: 'generate',
      message: 'a house',
      images: [{ place: 'turn:1', width: 24, url: `/v1/native/sessions/${id}/pictures/turn:1` }],
      can: { undo: false, redo: false },
    })
  })
  test('pictures come by their address, to the byte, and need not be sent twice', async () => {
    const id = await create()
    const { images } = await turn(id, 'a house')
    const response = await app.request(images[0].url)
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      'image/png',
      'private, max-age=31536000, immutable',
    ])
    expect((await decode(new Uint8Array(await response.arrayBuffer()))).width).toBe(24)
    const again = await app.request(images[0].url, {
      headers: { 'If-None-Match': response.headers.get('etag')! },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await get(`/sessions/${id}/pictures/current`)).headers.get('cache-control')).toBe(
      'private, no-cache',
    )
  })
  test('are counted for who sent them, moves are not', async () => {
    const { readUsage, utcDay } = await import('../../store/usage.ts')
    const day = utcDay(new Date())
    const count = async () =>
      (await readUsage(connection.database, { from: day, to: day })).reduce(
        (sum, { images }) => sum + images,
        0,
      )
    const [id, before] = [await create(), await count()]
    await turn(id, 'a house')
    await turn(id, 'three variations')
    await post(`/sessions/${id}/undo`)
    expect(await count()).toBe(before + 4)
  })
  test('with pictures and a mask', async () => {
    const id = await create()
    const photo = await encode({ width: 6, height: 4, data: new Uint8ClampedArray(96).fill(200) })
    const events = await say(id, {
      text: 'brighten this',
      attachments: [{ data: base64(photo) }],
      mask: { data: base64(photo) },
    })
    expect(events.at(-1)!.data['turn']).toMatchObject({
      images: [{ width: 6, height: 4 }],
      attachments: [{ width: 6, height: 4 }],
    })
  })
  test('a bug is an error event that tells nothing of itself, and the session goes on', async () => {
    const id = await create()
    const events = await say(id, { text: 'a house, crash' })
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'INTERNAL' } } })
    expect(logged.at(-1)).toContain('secret of the house')
    expect(await turn(id, 'a house')).toMatchObject({ turn: 1 })
  })
  test.each([
    [{ text: '' }, 400, 'the message is empty'],
    [{ text: 7 }, 400, 'text is 7; give a text'],
    [{ text: 'x'.repeat(50_000) }, 400, 'the message has 50000 characters'],
    [{ text: 'a house', attachments: ['x'] }, 400, 'attachments is'],
    [
      { text: 'a house', attachments: [{ data: 'aGVsbG8=' }] },
      400,
      'picture 1 of the message: the file is no picture',
    ],
    [{ text: 'a house', options: { colour: 'red' } }, 400, 'options is'],
    [{ text: 'a house', options: { count: 'lots' } }, 400, 'the option count is'],
    [{ text: 'a house', options: { aspect: 'constructor' } }, 400, 'the option aspect is'],
    [{ words: 'a house' }, 400, 'words is not known; known are text'],
    ['a house', 400, 'the body is no JSON object'],
  ])('%j is refused with a sentence', async (body, status, message) => {
    const response = await post(`/sessions/${await create()}/messages`, body)
    expect([response.status, (await response.json()).error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ])
  })
  test('an unknown session is 404, for every verb', async () => {
    for (const response of [
      await get('/sessions/nobody'),
      await post('/sessions/nobody/messages', { text: 'a house' }),
      await post('/sessions/nobody/undo'),
      await get('/sessions/nobody/pictures/current'),
      await get(`/artifacts/${'0'.repeat(64)}`),
    ])
      expect([response.status, (await response.json()).error.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('moves', () => {
  test('undo, redo, revert and branch answer with the turn', async () => {
    const id = await create()
    await turn(id, 'a house')
    await turn(id, 'make it night')
    const undone = await (await post(`/sessions/${id}/undo`)).json()
    expect(undone).toMatchObject({
      kind: 'undo',
      images: [{ place: 'turn:1' }],
      can: { undo: false, redo: true },
    })
    expect(await (await post(`/sessions/${id}/redo`, { steps: 2 })).json()).toMatchObject({
      images: [{ place: 'turn:2' }],
    })
    expect(await (await post(`/sessions/${id}/revert`, { place: 'turn:1' })).json()).toMatchObject({
      kind: 'revert_to',
      current: 'turn:1',
    })
    expect(await (await post(`/sessions/${id}/branch`, { place: 'turn:2' })).json()).toMatchObject({
      lines: 2,
      current: 'turn:2',
    })
    expect(await (await post(`/sessions/${id}/branch`, { place: 'turn:99' })).json()).toMatchObject({
      text: expect.stringContaining('There is no picture 99'),
      images: [],
    })
    const bad = await post(`/sessions/${id}/branch`, { place: 'over there' })
    expect([bad.status, (await bad.json()).error.message]).toEqual([
      400,
      expect.stringContaining('give a picture like "turn:2"'),
    ])
  })
  test('a session tells all its turns, and where it stands', async () => {
    const id = await create()
    await turn(id, 'a house')
    await turn(id, 'make it night')
    await post(`/sessions/${id}/undo`)
    const session = await (await get(`/sessions/${id}`)).json()
    expect(session).toMatchObject({ id, current: 'turn:1', can: { undo: false, redo: true }, lines: 1 })
    expect(
      session.turns.map(({ turn: number, message, current }: Body) => [number, message, current]),
    ).toEqual([
      [1, 'a house', 'turn:1'],
      [2, 'make it night', 'turn:2'],
      [3, '/undo', 'turn:1'],
    ])
    const list = await (await get('/sessions')).json()
    expect(list.sessions[0]).toMatchObject({ id, title: 'a house', turns: 3 })
  })
  test('nobody sees the sessions of another', async () => {
    const id = await create()
    await expect(plantain.sessions.of('somebody else').open(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { images } = await turn(id, 'a house')
    const { artifact } = (await plantain.sessions.open(id)).turns[0]!.pictures[0]!
    expect([images.length, (await get(`/artifacts/${artifact}`)).status]).toEqual([1, 200])
    await expect(plantain.sessions.of('somebody else').artifact(artifact)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await plantain.sessions.of('somebody else').list()).toEqual([])
  })
})

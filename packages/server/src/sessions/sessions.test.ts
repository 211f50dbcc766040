import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, readRecipe } from '@plantain/codecs'
import { changedBytes } from '@plantain/imaging'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readManifest } from '@plantain/codecs/provenance'
import { loadConfig } from '../config.ts'
import { createSeal } from '../provenance/seal.ts'
import { createQueue } from '../queue.ts'
import { diskBlobs } from '../store/blobs/disk.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import type { Connection } from '../store/open.ts'
import { DATABASE_TIMEOUT_MILLISECONDS, testDatabase } from '../store/test-database.contract.ts'
import { createSessions, type SessionEvent, type SessionMessage, type Sessions } from './sessions.ts'
import { reading, smallParts } from './small-parts.contract.ts'
import type { TurnView } from './view.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantain-sessions-'))
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

/** As after a restart: nothing but what was stored. */
const house = (
  blobs: Blobs = diskBlobs(folder),
  database = async () => connection.database,
  seal = createSeal(loadConfig({ environment: {}, directory: folder })),
): Sessions =>
  createSessions({
    database,
    blobs: () => blobs,
    parts: async () => smallParts(() => blobs),
    queue: createQueue(4),
    randomSeed: () => 42,
    seal,
    version: '1.2.3',
    maxPixels: 1000,
    maxWaiting: 4,
  })
const never = (): AbortSignal => new AbortController().signal
async function send(
  sessions: Sessions,
  id: string,
  message: string | SessionMessage,
  signal = never(),
): Promise<TurnView & { events: SessionEvent[] }> {
  const run = sessions.send(id, typeof message === 'string' ? { text: message } : message, signal)
  const events: SessionEvent[] = []
  for (;;) {
    const next = await run.next()
    if (next.done) return { ...next.value, events }
    events.push(next.value)
  }
}
async function talk(
  sessions: Sessions,
  ...messages: (string | SessionMessage)[]
): Promise<TurnView & { id: string }> {
  const { id } = sessions.start()
  let view: TurnView | null = null
  for (const message of messages) view = await send(sessions, id, message)
  return { ...view!, id }
}
const sha = async (sessions: Sessions, id: string, reference = 'current'): Promise<string> =>
  (await sessions.picture(id, reference)).sha256
const picture = (width = 10, height = 8): Promise<Uint8Array> =>
  encode({ width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) })

describe('send', () => {
  test('tells what happens and gives the turn as it is kept', async () => {
    const sessions = house()
    const { events, ...view } = await send(sessions, sessions.start({ seed: 7 }).id, 'a house')
    expect(events.map(({ type }) => type)).toEqual([
      'interpretation-ready',
      'progress',
      'image-ready',
      'text',
      'turn-end',
    ])
    expect(view).toMatchObject({
      turn: 1,
      parent: null,
      kind: 'generate',
      text: 'I made a house.',
      scene: { things: [{ name: 'house' }] },
      places: ['turn:1'],
      can: { undo: false, redo: false },
      lines: 1,
      usage: { promptTokens: 2, outputImageTokens: 1290, steps: 4 },
    })
  })
  test('a session is there after a restart, to the byte', async () => {
    const before = house()
    const { id } = await talk(before, 'a house', 'make it night', 'make it rain')
    const after = house()
    expect(await after.open(id)).toEqual(await before.open(id))
    for (const place of ['turn:1', 'turn:2', 'turn:3', 'current'])
      expect(await sha(after, id, place)).toBe(await sha(before, id, place))
    expect(await send(after, id, 'undo')).toMatchObject({
      turn: 4,
      places: ['turn:2'],
      can: { undo: true, redo: true },
    })
  })
  test('undo, redo and going back give the very file', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house', 'make it night')
    const [first, second] = [await sessions.picture(id, 'turn:1'), await sessions.picture(id, 'turn:2')]
    expect(first.sha256).not.toBe(second.sha256)
    await send(sessions, id, 'undo')
    expect(await sessions.picture(id, 'current')).toEqual(first)
    await send(sessions, id, 'redo')
    expect(await sessions.picture(id, 'current')).toEqual(second)
    await send(sessions, id, 'back to the first')
    expect(await sessions.picture(id, 'current')).toEqual(first)
  })
  test('messages to one session wait for each other', async () => {
    const sessions = house()
    const { id } = sessions.start()
    const views = await Promise.all([
      send(sessions, id, 'a house'),
      send(sessions, id, 'make it night'),
      send(sessions, id, 'undo'),
    ])
    expect(views.map(({ turn }) => turn)).toEqual([1, 2, 3])
  })
  test('what another process added is seen, and two at once do not both count', async () => {
    const [one, other] = [house(), house()]
    const { id } = await talk(one, 'a house')
    await send(other, id, 'make it night')
    expect(await send(one, id, 'make it rain')).toMatchObject({ turn: 3, parent: 2 })
    const results = await Promise.allSettled([
      send(one, id, 'make it night'),
      send(other, id, 'make it rain'),
    ])
    const failed = results.filter((result) => result.status === 'rejected')
    expect(failed.length).toBeLessThanOrEqual(1)
    for (const { reason } of failed) expect(reason).toMatchObject({ code: 'ABORTED' })
    expect((await house().open(id)).turns).toHaveLength(5 - failed.length)
  })
  test('a turn that fails, or is stopped, leaves nothing', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house')
    const before = await sessions.open(id)
    await expect(send(sessions, id, 'make it night, crash')).rejects.toThrow('secret')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 20)
    await expect(send(sessions, id, 'make it night, endless', stop.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect(await sessions.open(id)).toEqual(before)
    expect(await house().open(id)).toEqual(before)
    expect(await send(sessions, id, 'make it night')).toMatchObject({ turn: 2 })
  })
  test('who leaves in the middle stops it', async () => {
    const sessions = house()
    const { id } = sessions.start()
    const run = sessions.send(id, { text: 'a house' }, never())
    await run.next()
    await run.return(undefined as never)
    expect((await sessions.open(id)).turns).toEqual([])
    expect(await send(sessions, id, 'a house')).toMatchObject({ turn: 1 })
  })
  test('a database that cannot be opened is told before a picture is made', async () => {
    const sessions = house(diskBlobs(folder), async () => {
      throw new RangeError('no database')
    })
    const events: SessionEvent[] = []
    const run = sessions.send(sessions.start().id, { text: 'a house' }, never())
    await expect(
      (async () => {
        for await (const event of run) events.push(event)
      })(),
    ).rejects.toThrow('no database')
    expect(events.map(({ type }) => type)).toEqual(['interpretation-ready'])
  })
  test('a place for files that cannot be written is a sentence, and the session goes on', async () => {
    const broken: Blobs = {
      ...diskBlobs(folder),
      write: async () => Promise.reject(Object.assign(new Error('full'), { code: 'X' })),
    }
    let full = true
    const good = diskBlobs(folder)
    const sessions = house({ read: good.read, write: (bytes) => (full ? broken : good).write(bytes) })
    const { id } = sessions.start()
    await expect(send(sessions, id, 'a house')).rejects.toThrow('full')
    full = false
    expect(await send(sessions, id, 'a house')).toMatchObject({ turn: 1 })
  })
  test('an unknown session', async () => {
    for (const id of ['nobody', '', '../../etc', 'x'.repeat(5000)])
      await expect(send(house(), id, 'a house')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('files', () => {
  test('a picture carries how it was made, and its pixels are those that are stored', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house')
    const { bytes, mimeType, extension, width, height } = await sessions.picture(id, 'turn:1')
    expect({ mimeType, extension, width, height }).toEqual({
      mimeType: 'image/png',
      extension: 'png',
      width: 24,
      height: 16,
    })
    expect(await readRecipe(bytes)).toMatchObject({
      message: 'a house',
      version: '1.2.3',
      document: { operations: [] },
    })
    const stored = (await sessions.open(id)).turns[0]!.pictures[0]!.artifact
    expect(await decode(bytes)).toEqual(await decode((await sessions.artifact(stored)).bytes))
  })
  test('the mask of a change is a stored picture', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house', 'make it night')
    const { mask } = await sessions.picture(id, 'turn:2')
    const { bytes, mimeType, width } = await sessions.artifact(mask!)
    expect([mimeType, width]).toEqual(['image/png', 24])
    expect(new Set((await decode(bytes)).data)).toEqual(new Set([0, 255])) // black, opaque
    expect((await sessions.picture(id, 'turn:1')).mask).toBeUndefined()
  })
  test('in a session of JPEGs pictures are JPEGs from then on, those before stay', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house', 'always jpeg', 'make it night')
    expect((await sessions.picture(id, 'turn:1')).extension).toBe('png')
    const third = await sessions.picture(id, 'turn:3')
    expect([third.mimeType, third.extension]).toEqual(['image/jpeg', 'jpg'])
    expect(third).toEqual(await house().picture(id, 'turn:3'))
  })
  test('a format that comes beside a message is that of its picture alone', async () => {
    const sessions = house()
    const { id } = await sessions.create()
    for (const [text, options] of [
      ['a house', { format: 'webp' }],
      ['make it night', undefined],
    ] as const) {
      const run = sessions.send(
        id,
        { text, attachments: [], ...(options ? { options } : {}) },
        new AbortController().signal,
      )
      while (!(await run.next()).done);
    }
    expect((await sessions.picture(id, 'turn:1')).mimeType).toBe('image/webp')
    expect((await sessions.picture(id, 'turn:2')).mimeType).toBe('image/png')
  })
  test('exports: format, size, all at once; by their id', async () => {
    const sessions = house()
    const jpeg = await talk(sessions, 'a house', 'as jpeg')
    expect(jpeg).toMatchObject({
      places: [],
      files: [{ name: 'turn-1.jpg', mimeType: 'image/jpeg', width: 24, height: 16 }],
    })
    expect((await decode((await sessions.artifact(jpeg.files[0]!.artifact)).bytes)).width).toBe(24)
    expect(await talk(sessions, 'a house', 'half as large')).toMatchObject({
      files: [{ name: 'turn-1.webp', width: 12, height: 8 }],
    })
    const all = await talk(sessions, 'a house', 'three variations', 'as a zip')
    const archive = Buffer.from((await sessions.artifact(all.files[0]!.artifact)).bytes)
    for (const name of ['turn-1.png', 'turn-2.png', 'turn-2-2.png', 'turn-2-3.png'])
      expect(archive.includes(name)).toBe(true)
  })
  test('signed where that is set: what was made here and what began with an upload, told apart; undo gives back the very file', async () => {
    const config = loadConfig({ flags: { data: folder, sign: 'on' }, environment: {}, directory: folder })
    const sessions = house(diskBlobs(folder), undefined, createSeal(config))
    const { id } = sessions.start()
    await send(sessions, id, 'a house')
    await send(sessions, id, 'make it night')
    const { bytes, sha256 } = await sessions.picture(id, 'turn:2')
    expect(await readManifest(bytes)).toMatchObject({ signature: 'valid', actions: ['c2pa.created'] })
    await send(sessions, id, 'undo')
    await send(sessions, id, 'redo')
    expect((await sessions.picture(id, 'current')).sha256).toBe(sha256)
    const { files } = await send(sessions, id, 'as jpeg')
    expect(await readManifest((await sessions.artifact(files[0]!.artifact)).bytes)).toMatchObject({
      signature: 'valid',
    })
    const other = sessions.start().id
    const upload = await encode({ width: 24, height: 16, data: new Uint8ClampedArray(24 * 16 * 4).fill(255) })
    await send(sessions, other, { text: 'brighten this', attachments: [upload] })
    expect(await readManifest((await sessions.picture(other, 'turn:1')).bytes)).toMatchObject({
      actions: ['c2pa.opened', 'c2pa.edited'],
    })
    expect(await readManifest((await sessions.picture(other, 'image:1')).bytes)).toBeNull()
  })
  test('marked where that is set: only what goes back to words alone, and only when it goes out', async () => {
    const config = loadConfig({
      flags: { data: folder, watermark: 'on', watermarkId: 'c0ffee42' },
      environment: {},
      directory: folder,
    })
    const sessions = house(diskBlobs(folder), undefined, createSeal(config))
    const { id } = sessions.start()
    await send(sessions, id, 'a house')
    const { bytes } = await sessions.picture(id, 'turn:1')
    const stored = await sessions.artifact((await sessions.open(id)).turns[0]!.pictures[0]!.artifact)
    expect(await readRecipe(bytes)).toMatchObject({ watermark: 'c0ffee42' })
    expect(changedBytes(await decode(bytes), await decode(stored.bytes))).toBeGreaterThan(0)
    const other = sessions.start().id
    const upload = await encode({ width: 24, height: 16, data: new Uint8ClampedArray(24 * 16 * 4).fill(255) })
    await send(sessions, other, { text: 'brighten this', attachments: [upload] })
    expect(await readRecipe((await sessions.picture(other, 'turn:1')).bytes)).not.toHaveProperty('watermark')
  })
  test('what no turn names is not handed out', async () => {
    const blobs = diskBlobs(folder)
    const secret = await blobs.write(new TextEncoder().encode('secret'))
    await expect(house(blobs).artifact(secret)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('pictures that are sent', () => {
  test('are kept whole, and undo gives them back', async () => {
    const sessions = house()
    const { id } = await talk(sessions, { text: 'brighten this', attachments: [await picture()] }, 'undo')
    const { bytes, width } = await sessions.picture(id, 'current')
    expect([width, (await decode(bytes)).data]).toEqual([10, (await decode(await picture())).data])
  })
  test.each([
    [
      'no picture',
      async () => [new TextEncoder().encode('hello')],
      'picture 1 of the message: the file is no picture that is known',
    ],
    [
      'the second is cut short',
      async () => [await picture(), (await picture()).subarray(0, 60)],
      'picture 2 of the message: the PNG picture is truncated',
    ],
    [
      'too large',
      async () => [await picture(50, 50)],
      'picture 1 of the message: the picture has 50 x 50 pixels, the limit is 1000',
    ],
    [
      'four',
      async () => Promise.all([1, 2, 3, 4].map(() => picture())),
      '4 pictures came with the message; send up to 3',
    ],
  ])('%s: a sentence, and the session as it was', async (_, attachments, message) => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house')
    await expect(
      send(sessions, id, { text: 'brighten this', attachments: await attachments() }),
    ).rejects.toThrow(message)
    expect((await sessions.open(id)).turns).toHaveLength(1)
  })
  test('a mask of another size than the picture is refused', async () => {
    const sessions = house()
    const { id } = await talk(sessions, 'a house')
    await expect(send(sessions, id, { text: 'make it rain', mask: await picture() })).rejects.toThrow(
      'the mask has 10 x 8 pixels, the picture 24 x 16',
    )
    await send(sessions, id, { text: 'make it rain', mask: await picture(24, 16) })
    expect((await sessions.open(id)).turns[1]!.painted).toMatch(/^[0-9a-f]{64}$/)
  })
})

test('the list tells what was talked about', async () => {
  const sessions = house()
  const { id } = await talk(sessions, 'a house', 'make it night')
  const empty = await sessions.create()
  const [first, second] = await sessions.list()
  expect(first).toMatchObject({ id: empty.id, title: '', turns: 0 })
  expect(second).toMatchObject({ id, title: 'a house', turns: 2 })
  expect(await sessions.list({ limit: 1, offset: 1 })).toEqual([second])
})

test('any sequence of moves, with restarts between: the same bytes under the same name, and undo then redo is where we were', async () => {
  const step = fc.constantFrom(
    'make it night',
    'make it rain',
    'undo',
    'redo',
    'back to the first',
    'how many turns?',
    'restart',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      let sessions = house()
      const { id } = await talk(sessions, 'a house')
      const seen = new Map([['turn:1', await sha(sessions, id, 'turn:1')]])
      for (const one of steps) {
        if (one === 'restart') sessions = house()
        else
          for (const place of (await send(sessions, id, one)).places) {
            const now = await sha(sessions, id, place)
            expect(seen.get(place) ?? now).toBe(now)
            seen.set(place, now)
          }
      }
      const here = await sha(sessions, id)
      const undone = await send(sessions, id, { text: '', interpretation: reading('undo') })
      if (undone.places.length > 0) await send(house(), id, { text: '', interpretation: reading('redo') })
      expect(await sha(house(), id)).toBe(here)
    }),
    { numRuns: 25 },
  )
}, 120_000)

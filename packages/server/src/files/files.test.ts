import { createHash, randomBytes } from 'node:crypto'
import { encode } from '@plantain/codecs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryBlobs } from '../store/blobs/memory.ts'
import type { Connection } from '../store/open.ts'
import { DATABASE_TIMEOUT_MILLISECONDS, testDatabase } from '../store/test-database.contract.ts'
import { isFileId, newFileId, parseFileId } from './file-name.ts'
import { createFiles, type FilesUse, type FileWish } from './files.ts'
import { mediaTypeOf } from './media-type.ts'
import { gather, pieceBytes } from './pieces.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => connection?.[Symbol.asyncDispose]())

const nothingSaid: FileWish = { id: null, displayName: null, mimeType: null, bytes: null }
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
async function* stream(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
/** So many bytes, then the connection breaks. */
async function* breaking(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
  throw new Error('ECONNRESET')
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function house(use: Partial<FilesUse> = {}) {
  const clock = { now: new Date() }
  const blobs = memoryBlobs()
  const files = createFiles({
    database: async () => connection.database,
    blobs: () => blobs,
    now: () => clock.now,
    maxFileBytes: 100e6,
    maxStorageBytes: 200e6,
    lifetimeMilliseconds: 48 * 3_600_000,
    ...use,
  })
  const bytesOf = async (owner: string, id: string): Promise<Uint8Array> => {
    const parts = []
    for await (const part of files.read(await files.of(owner).get(id))) parts.push(part)
    return new Uint8Array(Buffer.concat(parts))
  }
  return { files, clock, blobs, bytesOf }
}

describe('an upload', () => {
  test('in chunks of any length is the file that was sent, in pieces of one length', async () => {
    const { files, bytesOf } = house()
    const bytes = new Uint8Array(randomBytes(pieceBytes * 2 + 12_345))
    const token = await files.of('chunks').begin({ ...nothingSaid, bytes: bytes.length })
    let offset = 0
    for (const length of [1, 255, pieceBytes - 1, 700_000, pieceBytes, Infinity]) {
      const chunk = bytes.subarray(offset, Math.min(bytes.length, offset + length))
      const half = chunk.length >> 1
      const state = await files.receive(token, offset, stream(chunk.subarray(0, half), chunk.subarray(half)))
      offset += chunk.length
      expect(state.receivedBytes).toBe(offset)
    }
    const file = await files.finish(token)
    expect([file.bytes, file.sha256]).toEqual([bytes.length, sha256(bytes)])
    expect(file.pieces.map((piece) => piece.bytes)).toEqual([pieceBytes, pieceBytes, 12_345])
    expect(Buffer.compare(await bytesOf('chunks', file.id), bytes)).toBe(0)
  })
  test('that breaks off keeps what has arrived, and goes on from there', async () => {
    const { files, bytesOf } = house()
    const token = await files.of('broken').begin(nothingSaid)
    await expect(files.receive(token, 0, breaking(text('plan')))).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await files.upload(token)).toMatchObject({ receivedBytes: 4, status: 'active' })
    await expect(files.receive(token, 0, stream(text('plantain')))).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('4 bytes have arrived'),
    })
    await files.receive(token, 4, stream(text('tain')))
    const file = await files.finish(token)
    expect(Buffer.from(await bytesOf('broken', file.id)).toString()).toBe('plantain')
    expect(await files.finish(token)).toEqual(file)
    await expect(files.receive(token, 8, stream(text('x')))).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
    })
  })
  test('of two requests with the same bytes one goes on', async () => {
    const { files, bytesOf } = house()
    const token = await files.of('twice').begin(nothingSaid)
    const results = await Promise.allSettled([
      files.receive(token, 0, stream(text('same'))),
      files.receive(token, 0, stream(text('same'))),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    const file = await files.finish(token)
    expect(Buffer.from(await bytesOf('twice', file.id)).toString()).toBe('same')
  })
  test('is as long as it was announced, neither more nor less', async () => {
    const { files } = house()
    const token = await files.of('length').begin({ ...nothingSaid, bytes: 6 })
    await files.receive(token, 0, stream(text('1234')))
    await expect(files.finish(token)).rejects.toMatchObject({ message: expect.stringContaining('4 of 6') })
    await expect(files.receive(token, 4, stream(text('567')))).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
    await files.receive(token, 4, stream(text('56')))
    expect((await files.finish(token)).bytes).toBe(6)
    const empty = await files.of('length').begin(nothingSaid)
    await expect(files.finish(empty)).rejects.toMatchObject({ message: expect.stringContaining('empty') })
  })
  test('larger than a file or all files may be is refused, before and while it comes', async () => {
    const { files } = house({ maxFileBytes: 10, maxStorageBytes: 15 })
    const own = files.of('large')
    await expect(own.begin({ ...nothingSaid, bytes: 11 })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    await expect(own.create(nothingSaid, stream(new Uint8Array(11)))).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
    await own.create(nothingSaid, stream(new Uint8Array(10)))
    await expect(own.begin({ ...nothingSaid, bytes: 6 })).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
    })
    await expect(own.create(nothingSaid, stream(new Uint8Array(6)))).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
    })
    await own.create(nothingSaid, stream(new Uint8Array(5))) // what failed takes no room
    await files.of('other').create(nothingSaid, stream(new Uint8Array(10)))
  })
  test('is given up when nothing comes for an hour, and can be cancelled', async () => {
    const { files, clock } = house()
    const [late, over] = [
      await files.of('slow').begin(nothingSaid),
      await files.of('slow').begin(nothingSaid),
    ]
    await files.receive(over, 0, stream(text('x')))
    await files.cancel(over)
    expect((await files.upload(over)).status).toBe('cancelled')
    await expect(files.finish(over)).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' })
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    for (const token of [late, 'nobody', ''])
      await expect(files.upload(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a file', () => {
  test('is its owner’s alone', async () => {
    const { files } = house()
    const { id } = await files.of('me').create(nothingSaid, stream(text('mine')))
    for (const other of [files.of('you').get(id), files.of('you').remove(id), files.of('me').get('nobody')])
      await expect(other).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
        message: expect.stringMatching(
          /^You do not have permission to access the File .* it may not exist\.$/,
        ),
      })
    expect(await files.of('you').list(10, null)).toEqual([])
    expect(await files.of('me').list(10, null)).toHaveLength(1)
  })
  test('is gone after 48 hours, and its bytes when nobody else has them', async () => {
    const { files, clock, blobs, bytesOf } = house()
    const owner = files.of('expiry')
    const first = await owner.create({ ...nothingSaid, id: 'mine' }, stream(text('alone')))
    const shared = await owner.create(nothingSaid, stream(text('shared')))
    await expect(owner.begin({ ...nothingSaid, id: 'mine' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    })
    clock.now = new Date(clock.now.getTime() + 47 * 3_600_000)
    const again = await owner.create(nothingSaid, stream(text('shared')))
    await files.sweep()
    expect(Buffer.from(await bytesOf('expiry', 'mine')).toString()).toBe('alone')
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    await expect(owner.get('mine')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    await expect(owner.get(shared.id)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    await files.sweep()
    await expect(blobs.read(first.pieces[0]!.sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(Buffer.from(await bytesOf('expiry', again.id)).toString()).toBe('shared')
    await owner.create({ ...nothingSaid, id: 'mine' }, stream(text('new')))
    expect(Buffer.from(await bytesOf('expiry', 'mine')).toString()).toBe('new')
  })
})

test('names are as Google has them', () => {
  for (let i = 0; i < 100; i++) expect(newFileId()).toMatch(/^[a-z0-9]{12}$/)
  expect(['a', 'a-b', 'x'.repeat(40), '0'].map(isFileId)).toEqual([true, true, true, true])
  expect(['', '-a', 'a-', 'A', 'x'.repeat(41), 'a_b', 'a/b', '..', 'a\n'].some(isFileId)).toBe(false)
  expect([parseFileId('files/a-b'), parseFileId('a-b'), parseFileId('')]).toEqual(['a-b', 'a-b', null])
  expect(() => parseFileId('files/Ä')).toThrow(/lower-case letters/)
})

test('a picture is what its bytes say, other files what was said of them', async () => {
  const png = await encode({ width: 1, height: 1, data: new Uint8ClampedArray(4) })
  const cases: [Uint8Array, string | null, string | null, string][] = [
    [png, 'text/html', null, 'image/png'],
    [png, null, 'a.txt', 'image/png'],
    [text('<html>'), 'image/png', null, 'image/png'], // said so, and refused when it is read
    [text('{"a":1}\n'), 'jsonl', null, 'application/jsonl'],
    [text('{"a":1}\n'), null, 'batch.jsonl', 'application/jsonl'],
    [text('héllo'), 'application/octet-stream', null, 'text/plain'],
    [text('x'), 'text/plain; charset=utf-8', null, 'text/plain'],
    [text('x'), 'image/*', null, 'text/plain'],
    [text('x'), 'text/html\r\nSet-Cookie: a', null, 'text/plain'],
    [text('x'), null, 'x.constructor', 'text/plain'],
    [new Uint8Array([0, 1, 2]), null, null, 'application/octet-stream'],
    [new Uint8Array([0, 1, 2]), 'image/jpg', null, 'image/jpeg'],
  ]
  for (const [bytes, declared, name, type] of cases) expect(mediaTypeOf(bytes, declared, name)).toBe(type)
})

test('bytes gather to pieces without one being lost, whatever the lengths they come in', () => {
  const bytes = new Uint8Array(randomBytes(pieceBytes * 2 + 5))
  for (const cut of [1, pieceBytes - 1, pieceBytes, pieceBytes + 1, bytes.length]) {
    const gathering = gather(bytes.subarray(0, 3))
    const full = [...gathering.push(bytes.subarray(3, 3 + cut)), ...gathering.push(bytes.subarray(3 + cut))]
    expect(full.map(({ length }) => length)).toEqual([pieceBytes, pieceBytes])
    expect(Buffer.compare(Buffer.concat([...full, gathering.rest()]), bytes)).toBe(0)
    expect(gathering.length).toBe(0)
  }
})

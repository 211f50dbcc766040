import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeExpiry,
  deleteCachedContent,
  deleteExpiredCachedContents,
  insertCachedContent,
  listCachedContents,
  readCachedContent,
} from './cached-contents.ts'
import {
  deleteExpiredFiles,
  deleteFile,
  insertFile,
  listFiles,
  piecesInUse,
  readFileEntry,
  storedBytes,
  type FileEntry,
} from './files.ts'
import type { Connection } from './open.ts'
import {
  changeUpload,
  countUploads,
  deleteExpiredUploads,
  finishUpload,
  insertUpload,
  readUpload,
  type Upload,
} from './uploads.ts'

const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 2, 3, minutes, 4, 567))
const hash = (digit: string): string => digit.repeat(64)

/** Files and uploads on any database. */
export function filesContract(name: string, open: () => Promise<Connection>): void {
  describe(`${name}: files`, () => {
    let connection: Connection
    beforeAll(async () => {
      connection = await open()
    }, 300_000)
    afterAll(async () => connection?.[Symbol.asyncDispose]())
    const database = () => connection.database
    const owner = `owner-${randomUUID()}`
    const file = (id: string, more: Partial<FileEntry> = {}): FileEntry => ({
      owner,
      id,
      displayName: null,
      mimeType: 'image/png',
      bytes: 5_000_000_000, // more than an integer of Postgres holds
      sha256: hash('a'),
      source: 'UPLOADED',
      pieces: [{ sha256: hash('b'), bytes: 5_000_000_000 }],
      createdAt: at(0),
      expiresAt: at(50),
      ...more,
    })
    const upload = (id: string, more: Partial<Upload> = {}): Upload => ({
      id: `${id}-${owner}`,
      owner,
      name: null,
      displayName: 'añade "dos" 🕊️',
      mimeType: null,
      source: 'UPLOADED',
      declaredBytes: null,
      receivedBytes: 0,
      pieces: [],
      status: 'active',
      fileId: null,
      expiresAt: at(50),
      ...more,
    })

    test('a file comes back as it was, for its owner and until it expires', async () => {
      const one = file('whole', { displayName: 'a cat, "asleep"' })
      await insertFile(database(), one, at(0))
      expect(await readFileEntry(database(), owner, 'whole', at(49))).toEqual(one)
      expect(await readFileEntry(database(), owner, 'whole', at(50))).toBeNull()
      expect(await readFileEntry(database(), 'somebody else', 'whole', at(1))).toBeNull()
      expect(await readFileEntry(database(), owner, "'; drop table files; --", at(1))).toBeNull()
    })
    test('a name is its owner’s once, and free again when the file has expired', async () => {
      await insertFile(database(), file('taken'), at(0))
      await expect(insertFile(database(), file('taken'), at(1))).rejects.toMatchObject({
        code: 'ALREADY_EXISTS',
      })
      await insertFile(database(), file('taken', { owner: `other-${owner}` }), at(1))
      await insertFile(database(), file('taken', { expiresAt: at(59) }), at(50))
      expect(await readFileEntry(database(), owner, 'taken', at(55))).not.toBeNull()
    })
    test('deleting says whether there was one', async () => {
      await insertFile(database(), file('gone'), at(0))
      expect(await deleteFile(database(), 'somebody else', 'gone', at(1))).toBe(false)
      expect(await deleteFile(database(), owner, 'gone', at(1))).toBe(true)
      expect(await deleteFile(database(), owner, 'gone', at(1))).toBe(false)
    })
    test('lists go from the newest, page by page, whatever comes and goes meanwhile', async () => {
      const lister = `lister-${owner}`
      const one = (id: string, minute: number) => file(id, { owner: lister, createdAt: at(minute) })
      for (const [id, minute] of [
        ['a', 1],
        ['b', 2],
        ['c', 2],
        ['d', 3],
      ] as const)
        // prettier-ignore
        await insertFile(database(), one(id, minute), at(0))
      const page = async (after: FileEntry | null) =>
        listFiles(database(), { owner: lister, now: at(4), limit: 2, after })
      const first = await page(null)
      expect(first.map(({ id }) => id)).toEqual(['d', 'c'])
      await insertFile(database(), one('e', 4), at(0))
      await deleteFile(database(), lister, 'c', at(4))
      expect((await page(first.at(-1)!)).map(({ id }) => id)).toEqual(['b', 'a'])
      expect(await listFiles(database(), { owner: lister, now: at(51), limit: 9, after: null })).toEqual([])
    })
    test('cached contents are their owner’s, until an expiry that can be moved', async () => {
      const entry = {
        owner,
        id: 'cached',
        model: 'm',
        displayName: 'a "fox" 🦊',
        textTokens: 3,
        imageTokens: 258,
        bytes: 9,
        pieces: [{ sha256: hash('f'), bytes: 9 }],
        createdAt: at(0),
        updatedAt: at(0),
        expiresAt: at(10),
      }
      await insertCachedContent(database(), entry)
      expect(await readCachedContent(database(), owner, 'cached', at(9))).toEqual(entry)
      expect(await readCachedContent(database(), 'somebody else', 'cached', at(9))).toBeNull()
      expect(await changeExpiry(database(), { owner: 'x', id: 'cached' }, at(30), at(9))).toBeNull()
      const later = { ...entry, expiresAt: at(30), updatedAt: at(9) }
      expect(await changeExpiry(database(), entry, at(30), at(9))).toEqual(later)
      expect(await listCachedContents(database(), { owner, now: at(29), limit: 5, after: null })).toEqual([
        later,
      ])
      expect(await listCachedContents(database(), { owner, now: at(29), limit: 5, after: later })).toEqual([])
      expect(await changeExpiry(database(), entry, at(50), at(30))).toBeNull() // over is over
      expect((await piecesInUse(database())).has(hash('f'))).toBe(true)
      expect(await deleteCachedContent(database(), owner, 'cached', at(30))).toBe(false)
      await deleteExpiredCachedContents(database(), at(30))
      expect((await piecesInUse(database())).has(hash('f'))).toBe(false)
    })
    test('an upload goes on in one request at a time', async () => {
      const begun = upload('race', { declaredBytes: 6_000_000_000 })
      await insertUpload(database(), begun)
      expect(await readUpload(database(), begun.id, at(1))).toEqual(begun)
      const change = { receivedBytes: 3_000_000_000, pieces: [{ sha256: hash('c'), bytes: 3_000_000_000 }] }
      const results = await Promise.allSettled([
        changeUpload(database(), begun, change),
        changeUpload(database(), begun, change),
      ])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await readUpload(database(), begun.id, at(1))).toEqual({ ...begun, ...change })
      expect(await readUpload(database(), begun.id, at(50))).toBeNull()
    })
    test('an upload becomes a file, or neither is changed', async () => {
      const begun = upload('finish', { receivedBytes: 7 })
      await insertUpload(database(), begun)
      await insertFile(database(), file('same-name'), at(0))
      await expect(finishUpload(database(), begun, file('same-name'), at(1))).rejects.toMatchObject({
        code: 'ALREADY_EXISTS',
      })
      expect(await readUpload(database(), begun.id, at(1))).toEqual(begun)
      await finishUpload(database(), begun, file('its-own'), at(1))
      expect(await readUpload(database(), begun.id, at(1))).toMatchObject({
        status: 'final',
        fileId: 'its-own',
      })
      await expect(finishUpload(database(), begun, file('again'), at(1))).rejects.toMatchObject({
        code: 'ABORTED',
      })
      expect(await readFileEntry(database(), owner, 'again', at(1))).toBeNull()
    })
    test('what is kept is counted, and what has expired is forgotten with its pieces', async () => {
      const counter = `counter-${owner}`
      await insertFile(database(), file('x', { owner: counter, bytes: 10 }), at(0))
      await insertFile(
        database(),
        file('y', {
          owner: counter,
          bytes: 20,
          pieces: [{ sha256: hash('d'), bytes: 20 }],
          expiresAt: at(10),
        }),
        at(0),
      )
      await insertUpload(
        database(),
        upload('z', {
          owner: counter,
          receivedBytes: 5,
          pieces: [{ sha256: hash('e'), bytes: 5 }],
          expiresAt: at(10),
        }),
      )
      expect(await storedBytes(database(), counter, at(1))).toBe(35)
      expect(await countUploads(database(), counter, at(1))).toBe(1)
      expect(await storedBytes(database(), counter, at(10))).toBe(10)
      expect(await storedBytes(database(), 'nobody', at(1))).toBe(0)
      expect([...(await piecesInUse(database()))]).toEqual(expect.arrayContaining([hash('d'), hash('e')]))
      expect(await deleteExpiredFiles(database(), at(10))).toBe(1)
      await deleteExpiredUploads(database(), at(10))
      const left = await piecesInUse(database())
      expect([left.has(hash('b')), left.has(hash('d')), left.has(hash('e'))]).toEqual([true, false, false])
    })
  })
}

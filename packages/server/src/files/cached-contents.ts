import { PlantainError } from '@plantain/core'
import {
  changeExpiry,
  deleteCachedContent,
  insertCachedContent,
  listCachedContents,
  readCachedContent,
  type CachedEntry,
} from '../store/cached-contents.ts'
import type { After } from '../store/files.ts'
import { newFileId } from './file-name.ts'
import { holdAgainstStorage, type FilesUse } from './files.ts'
import { readWhole, writePieces } from './pieces.ts'

/** Contents that requests go on from by name; each caller has its own, until they expire. */
export interface CachedContents {
  of(owner: string): OwnCachedContents
}
export interface OwnCachedContents {
  /** throws: RESOURCE_EXHAUSTED */
  create(
    wish: Pick<CachedEntry, 'model' | 'displayName' | 'textTokens' | 'imageTokens' | 'expiresAt'>,
    body: Uint8Array,
  ): Promise<CachedEntry>
  /** throws: PERMISSION_DENIED in Google's words for one that is not there, is another's or has expired */
  get(id: string): Promise<CachedEntry>
  /** throws: NOT_FOUND, DATA_LOSS */
  body(entry: CachedEntry): Promise<Uint8Array>
  list(limit: number, after: After | null): Promise<readonly CachedEntry[]>
  /** throws: PERMISSION_DENIED as `get` */
  setExpiry(id: string, expiresAt: Date): Promise<CachedEntry>
  /** throws: PERMISSION_DENIED as `get` */
  remove(id: string): Promise<void>
}

export function createCachedContents(use: FilesUse): CachedContents {
  const { database, blobs, now } = use
  return {
    of: (owner) => ({
      async create(wish, body) {
        await holdAgainstStorage(use, owner, body.length)
        const pieces = await writePieces(body, blobs())
        const time = now()
        const id = newFileId()
        const entry = { ...wish, owner, id, bytes: body.length, pieces, createdAt: time, updatedAt: time }
        await insertCachedContent(await database(), entry)
        return entry
      },
      async get(id) {
        return (await readCachedContent(await database(), owner, id, now())) ?? notThere()
      },
      body: ({ pieces }) => readWhole(pieces, blobs()),
      list: async (limit, after) => listCachedContents(await database(), { owner, now: now(), limit, after }),
      async setExpiry(id, expiresAt) {
        return (await changeExpiry(await database(), { owner, id }, expiresAt, now())) ?? notThere()
      },
      async remove(id) {
        if (!(await deleteCachedContent(await database(), owner, id, now()))) notThere()
      },
    }),
  }
}

const notThere = (): never => {
  throw new PlantainError('PERMISSION_DENIED', 'CachedContent not found (or permission denied)')
}

import { randomBytes } from 'node:crypto'
import { PlantainError } from '@plantain/core'
import type { Kysely } from 'kysely'
import { sha256 } from '../sha256.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { deleteExpiredCachedContents } from '../store/cached-contents.ts'
import {
  deleteExpiredFiles,
  deleteFile,
  listFiles,
  nameTaken,
  piecesInUse,
  readFileEntry,
  storedBytes,
  type After,
  type FileEntry,
  type FileSource,
  type Piece,
} from '../store/files.ts'
import type { Database } from '../store/schema.ts'
import {
  changeUpload,
  countUploads,
  deleteExpiredUploads,
  finishUpload,
  insertUpload,
  readUpload,
  type Upload,
} from '../store/uploads.ts'
import { isFileId, newFileId } from './file-name.ts'
import { mediaTypeOf } from './media-type.ts'
import { digest, gather, pieceBytes, readPieces, readWhole } from './pieces.ts'

/** What is said of a file before its bytes come. */
export interface FileWish {
  /** As `parseFileId` gives it; null: any. */
  readonly id: string | null
  readonly displayName: string | null
  readonly mimeType: string | null
  /** How long it will be; null: not said. */
  readonly bytes: number | null
  /** A file that was made here and not sent. */
  readonly source?: FileSource
}

/** Files that programs send once and name in requests, or that are made for them; each caller has its own, for some hours. */
export interface Files {
  of(owner: string): OwnFiles
  /**
   * The upload behind the text of its URL, which is its credential: it needs no key.
   *
   * throws: NOT_FOUND for an unknown or expired one
   */
  upload(token: string): Promise<Upload>
  /**
   * Takes bytes from `offset` on. What has arrived when the stream breaks off is kept.
   *
   * throws: INVALID_ARGUMENT for another offset than what was received, or for more bytes than allowed; ABORTED when another request
   *         sends the same; FAILED_PRECONDITION for an upload that is over
   */
  receive(token: string, offset: number, body: AsyncIterable<Uint8Array>): Promise<Upload>
  /** Makes the file; a second time, gives the same. throws: INVALID_ARGUMENT where bytes are missing; ALREADY_EXISTS */
  finish(token: string): Promise<FileEntry>
  cancel(token: string): Promise<void>
  /** All of it. throws: NOT_FOUND, DATA_LOSS */
  bytes(file: FileEntry): Promise<Uint8Array>
  /** The bytes, piece by piece. throws: NOT_FOUND, DATA_LOSS */
  read(file: FileEntry): AsyncGenerator<Uint8Array>
  /** Removes what has expired, and bytes that nobody names. */
  sweep(): Promise<void>
}

export interface OwnFiles {
  /** Returns the text for the URL of an upload. throws: ALREADY_EXISTS, INVALID_ARGUMENT, RESOURCE_EXHAUSTED */
  begin(wish: FileWish): Promise<string>
  /** A file of bytes that come in one go. throws: as `begin`, `receive` and `finish` */
  create(wish: FileWish, body: AsyncIterable<Uint8Array>): Promise<FileEntry>
  /** throws: PERMISSION_DENIED in Google's words for one that is not there, is another's or has expired */
  get(id: string): Promise<FileEntry>
  list(limit: number, after: After | null): Promise<readonly FileEntry[]>
  /** throws: PERMISSION_DENIED as `get` */
  remove(id: string): Promise<void>
}

export interface FilesUse {
  readonly database: () => Promise<Kysely<Database>>
  /** Of files alone: what lies there and has no row is swept. */
  readonly blobs: () => Blobs
  readonly now: () => Date
  readonly maxFileBytes: number
  /** Of all files of one caller. */
  readonly maxStorageBytes: number
  readonly lifetimeMilliseconds: number
}

const hour = 3_600_000
/** An upload that nothing comes for is given up. */
const uploadMilliseconds = hour
/** Bytes lie so long before they can be swept: their row may be about to be written. */
const graceMilliseconds = hour / 6
/** Unfinished uploads of one caller. */
const mostUploads = 500

export function createFiles(use: FilesUse): Files {
  const later = (milliseconds: number): Date => new Date(use.now().getTime() + milliseconds)

  function refuseLonger(bytes: number): void {
    if (bytes > use.maxFileBytes)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the file is larger than ${megabytes(use.maxFileBytes)}; send a smaller one`,
        { details: { field: 'file.size_bytes' } },
      )
  }

  async function begin(owner: string, wish: FileWish): Promise<string> {
    const database = await use.database()
    const now = use.now()
    refuseLonger(wish.bytes ?? 0)
    if (wish.id !== null && (await readFileEntry(database, owner, wish.id, now)) !== null) throw nameTaken()
    await holdAgainstStorage(use, owner, wish.bytes ?? 0)
    if ((await countUploads(database, owner, now)) >= mostUploads)
      throw new PlantainError(
        'RESOURCE_EXHAUSTED',
        `${mostUploads} uploads are unfinished; finish or cancel some, or wait an hour`,
      )
    const token = randomBytes(24).toString('base64url')
    await insertUpload(database, {
      id: sha256(token),
      owner,
      name: wish.id,
      displayName: wish.displayName,
      mimeType: wish.mimeType,
      source: wish.source ?? 'UPLOADED',
      declaredBytes: wish.bytes,
      receivedBytes: 0,
      pieces: [],
      status: 'active',
      fileId: null,
      expiresAt: later(uploadMilliseconds),
    })
    return token
  }

  async function upload(token: string): Promise<Upload> {
    const found = await readUpload(await use.database(), sha256(token), use.now())
    if (found === null)
      throw new PlantainError(
        'NOT_FOUND',
        'there is no such upload, or it was given up after an hour; start it again',
      )
    return found
  }

  async function active(token: string): Promise<Upload> {
    const found = await upload(token)
    if (found.status !== 'active')
      throw new PlantainError(
        'FAILED_PRECONDITION',
        `this upload is ${found.status === 'final' ? 'finished' : 'cancelled'}; start another`,
      )
    return found
  }

  /** A piece more; the one before it is replaced where it was not full. */
  async function keep(before: Upload, whole: Uint8Array): Promise<Upload> {
    const full = fullPieces(before)
    const receivedBytes = full.reduce((sum, { bytes }) => sum + bytes, 0) + whole.length
    await holdAgainstStorage(use, before.owner, receivedBytes - before.receivedBytes)
    const piece = { sha256: await use.blobs().write(whole), bytes: whole.length }
    return changeUpload(await use.database(), before, {
      receivedBytes,
      pieces: [...full, piece],
      expiresAt: later(uploadMilliseconds),
    })
  }

  async function receive(token: string, offset: number, body: AsyncIterable<Uint8Array>): Promise<Upload> {
    let state = await active(token)
    if (offset !== state.receivedBytes)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the offset is ${offset}, but ${state.receivedBytes} bytes have arrived; go on from there`,
        { details: { field: 'X-Goog-Upload-Offset' } },
      )
    const most = Math.min(use.maxFileBytes, state.declaredBytes ?? Infinity)
    const last = state.pieces.at(-1)
    const gathering = gather(
      last === undefined || last === fullPieces(state).at(-1)
        ? new Uint8Array()
        : await use.blobs().read(last.sha256),
    )
    let arrived = offset
    let broken: BrokenOff | null = null
    try {
      for await (const bytes of named(body)) {
        arrived += bytes.length
        if (arrived > most) throw tooMuch(state, use.maxFileBytes)
        for (const whole of gathering.push(bytes)) state = await keep(state, whole)
      }
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error
      broken = error
    }
    if (arrived > state.receivedBytes) state = await keep(state, gathering.rest())
    if (broken !== null)
      throw new PlantainError('CANCELLED', 'the connection broke off; ask how much has arrived and go on', {
        cause: broken.cause,
      })
    return state
  }

  async function finish(token: string): Promise<FileEntry> {
    const found = await upload(token)
    if (found.status === 'final') return get(found.owner, found.fileId!) // who lost the answer asks again
    const state = await active(token)
    const { declaredBytes, receivedBytes } = state
    if (receivedBytes === 0)
      throw new PlantainError('INVALID_ARGUMENT', 'the file is empty; send its bytes before it is finalized')
    if (declaredBytes !== null && receivedBytes !== declaredBytes)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `${receivedBytes} of ${declaredBytes} bytes have arrived; send the others before it is finalized`,
      )
    const { sha256: hash, head } = await digest(state.pieces, use.blobs())
    const now = use.now()
    const file: FileEntry = {
      owner: state.owner,
      id: state.name ?? newFileId(),
      displayName: state.displayName,
      mimeType: mediaTypeOf(head, state.mimeType, state.displayName),
      bytes: receivedBytes,
      sha256: hash,
      source: state.source,
      pieces: state.pieces,
      createdAt: now,
      expiresAt: later(use.lifetimeMilliseconds),
    }
    await finishUpload(await use.database(), state, file, now)
    return file
  }

  async function cancel(token: string): Promise<void> {
    const state = await active(token)
    await changeUpload(await use.database(), state, { status: 'cancelled', pieces: [] })
  }

  async function get(owner: string, id: string): Promise<FileEntry> {
    const found = isFileId(id) ? await readFileEntry(await use.database(), owner, id, use.now()) : null
    if (found === null) throw notThere(id)
    return found
  }

  return {
    of: (owner) => ({
      begin: (wish) => begin(owner, wish),
      async create(wish, body) {
        const token = await begin(owner, wish)
        try {
          await receive(token, 0, body)
          return await finish(token)
        } catch (error) {
          await cancel(token).catch(() => {}) // what is wrong with the file is told
          throw error
        }
      },
      get: (id) => get(owner, id),
      list: async (limit, after) => listFiles(await use.database(), { owner, now: use.now(), limit, after }),
      async remove(id) {
        if (!isFileId(id) || !(await deleteFile(await use.database(), owner, id, use.now())))
          throw notThere(id)
      },
    }),
    upload,
    receive,
    finish,
    cancel,
    bytes: ({ pieces }) => readWhole(pieces, use.blobs()),
    read: ({ pieces }) => readPieces(pieces, use.blobs()),
    async sweep() {
      const database = await use.database()
      await deleteExpiredFiles(database, use.now())
      await deleteExpiredUploads(database, use.now())
      await deleteExpiredCachedContents(database, use.now())
      await use.blobs().sweep(later(-graceMilliseconds), () => piecesInUse(database))
    },
  }
}

const megabytes = (bytes: number): string => `${bytes / 1e6} MB`

/** throws: RESOURCE_EXHAUSTED where the caller would have more than allowed */
export async function holdAgainstStorage(
  { database, now, maxStorageBytes }: Pick<FilesUse, 'database' | 'now' | 'maxStorageBytes'>,
  owner: string,
  more: number,
): Promise<void> {
  const stored = await storedBytes(await database(), owner, now())
  if (stored + more > maxStorageBytes)
    throw new PlantainError(
      'RESOURCE_EXHAUSTED',
      `your files take ${megabytes(stored)}, the limit is ${megabytes(maxStorageBytes)}; delete some, or wait until they expire`,
    )
}

/** Those that need nothing more: all but a last one that is not full. */
const fullPieces = ({ pieces }: Upload): readonly Piece[] =>
  pieces.filter(({ bytes }) => bytes === pieceBytes)

class BrokenOff extends Error {}
/** The same bytes; a failure of their source can be told from one of ours. */
async function* named(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw new BrokenOff('the source of the bytes failed', { cause })
  }
}

const tooMuch = ({ declaredBytes }: Upload, most: number): PlantainError =>
  new PlantainError(
    'INVALID_ARGUMENT',
    declaredBytes !== null && declaredBytes <= most
      ? `more bytes come than the ${declaredBytes} that were announced; start again with the right length`
      : `the file is larger than ${most / 1e6} MB; send a smaller one`,
  )

const notThere = (id: string): PlantainError =>
  new PlantainError(
    'PERMISSION_DENIED',
    `You do not have permission to access the File ${id.slice(0, 60)} or it may not exist.`,
  )

import { PlantainError, type Interpretation, type Interpreter } from '@plantain/core'
import type { Perform, ReplyEvent, Session, SessionOptions, Tools } from '@plantain/conversation'
import type { Kysely } from 'kysely'
import { createQueue, type Place, type Queue, type QueueEvent } from '../queue.ts'
import { readArtifact, type ArtifactEntry } from '../store/artifacts.ts'
import type { Keep } from '../performer/performer.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import {
  insertSession,
  listSessions,
  readSession,
  readTurns,
  type SessionEntry,
} from '../store/conversations.ts'
import type { Seal } from '../provenance/seal.ts'
import type { Database } from '../store/schema.ts'
import type { Out, PictureFile } from './files.ts'
import { newSessionId } from './session-id.ts'
import type { TurnView } from './view.ts'

/** What a person sends: words, pictures as files, a painted mask as a file. */
export interface SessionMessage {
  readonly text: string
  readonly attachments?: readonly Uint8Array[]
  /** White changes, black keeps; at the size of the current picture. */
  readonly mask?: Uint8Array
  /** Of a command or a button, which need no reading. */
  readonly interpretation?: Interpretation
  /** Settings of this message alone. */
  readonly options?: SessionOptions
  /** Tell how the picture looks while it is made. */
  readonly previews?: boolean
  /** The picture that it is about (`turn:2`), made the current one first where it is not; in the same go, so that nobody comes between. */
  readonly from?: string
}

export type SessionEvent = ReplyEvent | QueueEvent | { readonly type: 'turn-end'; readonly turn: TurnView }

/** Conversations that are kept: each turn is stored whole or not at all, and a session goes on after a restart. */
export interface Sessions {
  /** Those of another caller; nobody sees those of others. What is computed waits at `place` in the queue. */
  of(owner: string, place?: Place): Sessions
  /** A new one, which is stored with its first turn. */
  start(options?: { readonly seed?: number }): Session
  /** A new one that is stored at once. */
  create(options?: { readonly seed?: number }): Promise<Session>
  /** throws: NOT_FOUND */
  open(id: string): Promise<Session>
  /** The one that was talked in last comes first; 50 of them from the first on, or as said. */
  list(page?: { readonly limit?: number; readonly offset?: number }): Promise<readonly SessionEntry[]>
  /**
   * One message: what is told while it is worked on, then the turn as it is kept. Messages to one session wait for each other.
   *
   * throws: NOT_FOUND for an unknown session; INVALID_ARGUMENT for a message or a picture that cannot be read; CANCELLED;
   *         ABORTED when another process has added a turn. The session is then as it was.
   */
  send(id: string, message: SessionMessage, signal: AbortSignal): AsyncGenerator<SessionEvent, TurnView>
  /** Whether a file can be sent with a message. throws: INVALID_ARGUMENT with what is wrong with it */
  check(attachment: Uint8Array): Promise<void>
  /** File of a picture by its reference (`turn:2`, `turn:2.3`, `image:1`, `current`); the same bytes every time. throws: NOT_FOUND */
  picture(id: string, reference: string): Promise<PictureFile>
  /** A stored file that some turn of this caller names. throws: NOT_FOUND */
  artifact(id: string): Promise<ArtifactEntry & { readonly bytes: Uint8Array }>
  /** Those are deleted; what is known of them is, too. */
  forget(ids: readonly string[]): void
  /** How many are in memory. */
  readonly held: number
  /** Resolves when the last turn is kept. */
  drain(): Promise<void>
}

/** Who understands, who paints. */
export interface Parts {
  readonly interpreter: Interpreter
  readonly perform: Perform
  /** Takes in what comes with a message. */
  readonly keep: Keep
  readonly tools: Tools
  /** Those that tell how a picture looks while it is made. */
  readonly previewing: Tools
  /** Ends what they run on. */
  close?(): Promise<void>
}

export interface SessionsUse {
  readonly database: () => Promise<Kysely<Database>>
  readonly blobs: () => Blobs
  /** Opened with the first message. */
  readonly parts: () => Promise<Parts>
  /** The one in front of the engine. */
  readonly queue: Queue
  readonly randomSeed: () => number
  readonly seal: Seal
  readonly version: string
  readonly maxPixels: number
  readonly maxWaiting: number
}

interface Held {
  readonly session: Session
  readonly owner: string
  /** Whether the database knows it. */
  readonly stored: boolean
}
const mostHeld = 64
/** Begun and never stored: what was refused or given up. */
const mostBegun = 1024

// What turns need is imported with the first one: help, lists and single pictures do without.
export function createSessions(use: SessionsUse): Sessions {
  const held = new Map<string, Held>() // by the time of the last use
  const lines = new Map<string, Queue>()

  const out = (): Out => ({ blobs: use.blobs(), seal: use.seal })

  const hold = (session: Session, owner: string, stored: boolean): Session => {
    held.delete(session.id)
    held.set(session.id, { session, owner, stored })
    for (const [id, other] of held) {
      if (held.size <= mostHeld) break
      if (other.stored || held.size > mostBegun) held.delete(id)
    }
    return session
  }

  /** As it is now, also where another process has added turns. */
  async function open(id: string, owner: string): Promise<Session> {
    const known = held.get(id)
    if (known !== undefined && known.owner !== owner) throw unknown(id)
    if (known?.stored === false) return known.session
    const database = await use.database()
    if (known === undefined) {
      const session = await readSession(database, id, owner)
      if (session === null) throw unknown(id)
      return hold(session, owner, true)
    }
    const more = await readTurns(database, id, known.session.turns.length)
    return hold(
      more.length === 0 ? known.session : { ...known.session, turns: [...known.session.turns, ...more] },
      owner,
      true,
    )
  }

  const begin = ({ seed = use.randomSeed() }: { readonly seed?: number } = {}): Session => ({
    id: newSessionId(),
    seed,
    turns: [],
  })

  async function* take(
    { id, owner, place }: { readonly id: string; readonly owner: string; readonly place: Place },
    message: SessionMessage,
    signal: AbortSignal,
  ): AsyncGenerator<SessionEvent, TurnView> {
    const began = performance.now()
    use.database().catch(() => {}) // seconds at the first start: while the modules are read; the turn tells what is wrong
    const { takeTurn } = await import('./take-turn.ts')
    return yield* takeTurn(message, { ...use, out: out(), place, began }, signal, {
      open: () => open(id, owner),
      keep: (session) => void hold(session, owner, true),
      forget() {
        if (held.get(id)?.stored) held.delete(id)
      },
      owner,
    })
  }

  const scoped = (owner: string, place: Place = { owner }): Sessions => ({
    of: scoped,
    start: (options) => hold(begin(options), owner, false),
    async create(options) {
      const session = begin(options)
      await insertSession(await use.database(), session, owner)
      return hold(session, owner, true)
    },
    open: (id) => open(id, owner),
    list: async ({ limit = 50, offset = 0 } = {}) =>
      listSessions(await use.database(), { limit, offset }, owner),
    async *send(id, message, signal) {
      const line = lines.get(id) ?? createQueue(use.maxWaiting)
      lines.set(id, line)
      try {
        return yield* line.run(() => take({ id, owner, place }, message, signal), signal)
      } finally {
        if (line.length === 0) lines.delete(id)
      }
    },
    async check(attachment) {
      const { decode } = await import('@plantain/codecs')
      await decode(attachment, { maxPixels: use.maxPixels })
    },
    async picture(id, reference) {
      const { pictureFile } = await import('./files.ts')
      return pictureFile(await open(id, owner), reference, out())
    },
    async artifact(id) {
      const entry = await readArtifact(await use.database(), id, owner)
      if (entry === null)
        throw new PlantainError('NOT_FOUND', `there is no file "${id.slice(0, 80)}"; check its id`)
      return { ...entry, bytes: await use.blobs().read(entry.id) }
    },
    forget(ids) {
      for (const id of ids) held.delete(id)
    },
    get held(): number {
      return held.size
    },
    async drain() {
      await Promise.all([...lines.values()].map((line) => line.drain()))
    },
  })
  return scoped('local')
}

const unknown = (id: string): PlantainError =>
  new PlantainError(
    'NOT_FOUND',
    `there is no session "${id.slice(0, 80)}"; list the sessions to see which there are`,
    {
      details: { session: id.slice(0, 80) },
    },
  )

import { PlantainError } from '@plantain/core'
import type { Session, Turn } from '@plantain/conversation'
import type { Kysely, Transaction } from 'kysely'
import { artifactsOf, insertArtifacts } from './artifacts.ts'
import type { Database } from './schema.ts'

/** A session in a list. */
export interface SessionEntry {
  readonly id: string
  /** The first words of its first message; empty before it. */
  readonly title: string
  readonly turns: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

const longestTitle = 80
const titleOf = (turn: Turn | undefined): string => (turn?.message ?? '').slice(0, longestTitle)

/** Stores a session that has no turns yet. */
export async function insertSession(
  database: Kysely<Database>,
  session: Session,
  owner: string = local,
): Promise<void> {
  await database.insertInto('sessions').values(row(session, owner)).execute()
}

/** Whose sessions are where no keys are required. */
const local = 'local'

const row = (
  session: Session,
  owner: string,
): { id: string; owner: string; title: string; body: string } => ({
  id: session.id,
  owner,
  title: titleOf(session.turns[0]),
  body: JSON.stringify({ seed: session.seed }),
})

/**
 * Stores the last turn of the session, and the session itself where this is its first: all of it or nothing. The bytes of its
 * files are in the blobs before.
 *
 * throws: ABORTED when somebody else has added a turn since
 */
export async function saveLastTurn(
  database: Kysely<Database>,
  session: Session,
  owner: string = local,
): Promise<void> {
  const turn = session.turns.at(-1)
  if (turn === undefined) throw new RangeError(`session ${session.id} has no turn to store`)
  try {
    await database.transaction().execute(async (transaction) => {
      await touch(transaction, session, owner)
      await insertArtifacts(transaction, artifactsOf(turn), owner)
      await transaction
        .insertInto('turns')
        .values({ session_id: session.id, number: turn.number, body: JSON.stringify(turn) })
        .execute()
    })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    throw new PlantainError(
      'ABORTED',
      `the session ${session.id} went on elsewhere meanwhile; nothing was changed, say it again`,
      { cause },
    )
  }
}

async function touch(transaction: Transaction<Database>, session: Session, owner: string): Promise<void> {
  if (session.turns.length > 1) {
    const { numUpdatedRows } = await transaction
      .updateTable('sessions')
      .set({ updated_at: new Date() })
      .where('id', '=', session.id)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) return
    // Begun anew it would be a session without its beginning.
    throw new PlantainError(
      'NOT_FOUND',
      `the session ${session.id} has been deleted, as sessions are when nothing is said for long; start a new one`,
      { details: { session: session.id } },
    )
  }
  await transaction
    .insertInto('sessions')
    .values(row(session, owner))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        updated_at: new Date(),
        ...(session.turns.length === 1 ? { title: titleOf(session.turns[0]) } : {}),
      }),
    )
    .execute()
}

/** Source: PostgreSQL error codes, unique_violation. */
const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === '23505'

/** null: there is none of that name, or it is somebody else's. */
export async function readSession(
  database: Kysely<Database>,
  id: string,
  owner: string = local,
): Promise<Session | null> {
  const found = await database
    .selectFrom('sessions')
    .select('body')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst()
  if (found === undefined) return null
  const { seed } = found.body as { seed: number }
  return { id, seed, turns: await readTurns(database, id, 0) }
}

/** Turns after number `after`, in order. */
export async function readTurns(
  database: Kysely<Database>,
  id: string,
  after: number,
): Promise<readonly Turn[]> {
  const rows = await database
    .selectFrom('turns')
    .select('body')
    .where('session_id', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .execute()
  return rows.map(({ body }) => body as Turn)
}

/** The one that was talked in last comes first; `limit` of them from number `offset` on. */
export async function listSessions(
  database: Kysely<Database>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  owner: string = local,
): Promise<readonly SessionEntry[]> {
  const rows = await database
    .selectFrom('sessions')
    .select(({ selectFrom, fn }) => [
      'sessions.id',
      'sessions.title',
      'sessions.created_at',
      'sessions.updated_at',
      selectFrom('turns')
        .whereRef('turns.session_id', '=', 'sessions.id')
        .select(fn.countAll<string>().as('count'))
        .as('turns'),
    ])
    .where('sessions.owner', '=', owner)
    .orderBy('sessions.updated_at', 'desc')
    .orderBy('sessions.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ id, title, turns, created_at, updated_at }) => ({
    id,
    title,
    turns: Number(turns ?? 0),
    createdAt: created_at,
    updatedAt: updated_at,
  }))
}

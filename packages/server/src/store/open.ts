import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PlantainError } from '@plantain/core'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { hearing } from './hearing.ts'
import { lockFolder } from './lock.ts'
import { migrations } from './migrations/index.ts'
import { preparing } from './prepared.ts'
import type { Database } from './schema.ts'

export interface StoreConfig {
  readonly data: string
  /** Empty: the embedded database under `data`/db. */
  readonly databaseUrl: string
}

/** An open database, brought to the newest tables. */
export interface Connection extends AsyncDisposable {
  readonly database: Kysely<Database>
  /** Names this process among those that work with the same database. */
  readonly id: string
  /** Whether there may be others. */
  readonly shared: boolean
  /**
   * Hears what `notify` says, in this process or another. What is said while the connection is broken is lost, so that who waits for
   * something looks for it now and then, too.
   *
   * returns: stops
   */
  subscribe(channel: Channel, hear: (text: string) => void): Promise<() => Promise<void>>
}

/** Of Postgres' LISTEN and NOTIFY. */
export type Channel = 'plantain_jobs'

/** text: at most 7999 bytes */
export async function notify(database: Kysely<Database>, channel: Channel, text: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${text})`.execute(database)
}

/** throws: FAILED_PRECONDITION, UNAVAILABLE or PERMISSION_DENIED with a sentence that says what to do */
export async function openDatabase({ data, databaseUrl }: StoreConfig): Promise<Connection> {
  return databaseUrl === '' ? embedded(join(data, 'db')) : hosted(databaseUrl)
}

async function embedded(folder: string): Promise<Connection> {
  const unlock = await lockFolder(folder)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const connection = await overPGlite(await PGlite.create(folder))
    return {
      ...connection,
      async [Symbol.asyncDispose]() {
        await connection[Symbol.asyncDispose]()
        await unlock()
      },
    }
  } catch (cause) {
    await unlock()
    if (cause instanceof PlantainError) throw cause
    throw new PlantainError(
      'UNAVAILABLE',
      `the sessions under ${folder} cannot be opened (${(cause as Error).message}); check that the disk has room and the folder can be written, or set PLANTAIN_DATA to another folder`,
      { cause },
    )
  }
}

/** A PGlite that the caller opened, brought to the newest tables; closing the connection closes it. */
export async function overPGlite(pglite: PGlite): Promise<Connection> {
  await migrate(new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }))
  const database = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: await preparing(pglite) }) })
  return {
    database,
    id: randomUUID(),
    shared: false,
    subscribe: (channel, hear) => pglite.listen(channel, hear),
    async [Symbol.asyncDispose]() {
      await database.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

async function hosted(url: string): Promise<Connection> {
  const { default: pg } = await import('pg')
  let pool: InstanceType<typeof pg.Pool>
  try {
    pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
    pool.on('error', () => {}) // a connection that idles and breaks; the next query opens another or says why not
    const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
    await migrate(database)
    const listener = hearing(url)
    return {
      database,
      id: randomUUID(),
      shared: true,
      subscribe: listener.subscribe,
      async [Symbol.asyncDispose]() {
        await listener.close()
        await database.destroy()
      },
    }
  } catch (cause) {
    if (cause instanceof PlantainError) throw cause
    throw new PlantainError(
      'UNAVAILABLE',
      `the database of PLANTAIN_DATABASE_URL cannot be used (${reason(cause)}); check that it runs and the URL has the right host, user and database`,
      { cause },
    )
  }
}

/** Node gives a list where a host has several addresses, with an empty message of its own. */
const reason = (cause: unknown): string => {
  if (cause instanceof AggregateError) return cause.errors.map((one) => (one as Error).message).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}

async function migrate(database: Kysely<Database>): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest()
  if (error === undefined) return
  const newer = /corrupted migrations/.test((error as Error).message)
  if (newer)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'the sessions were kept by a newer Plantain; start that one, or set PLANTAIN_DATA to another folder',
      { cause: error },
    )
  throw error instanceof Error ? error : new Error('a migration failed', { cause: error })
}

import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PlantainError } from '@plantain/core'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { lockFolder } from './lock.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

export interface StoreConfig {
  readonly data: string
  /** Empty: the embedded database under `data`/db. */
  readonly databaseUrl: string
}

/** An open database, brought to the newest tables. */
export interface Connection extends AsyncDisposable {
  readonly database: Kysely<Database>
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
      database: connection.database,
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
  const database = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(database)
  return {
    database,
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
    return { database, [Symbol.asyncDispose]: () => database.destroy() }
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

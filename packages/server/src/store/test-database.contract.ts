import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrations } from './migrations/index.ts'
import { overPGlite, type Connection } from './open.ts'

/** A first start of the embedded database may take so long on a busy machine. */
export const DATABASE_TIMEOUT_MILLISECONDS = 300_000

/**
 * An empty database in memory, for one file of tests. Made from a dump that is kept between runs: to make a database takes seconds,
 * to load one a fraction.
 */
export async function testDatabase(): Promise<Connection> {
  const kept = join(tmpdir(), `plantain-test-database-${key()}.tar`)
  if (!existsSync(kept)) {
    const fresh = await PGlite.create()
    const connection = await overPGlite(fresh)
    const dump = await fresh.dumpDataDir('none')
    const unfinished = `${kept}.${randomUUID()}`
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()))
    renameSync(unfinished, kept) // whole, also where two files of tests make it at once
    return connection
  }
  return overPGlite(await PGlite.create({ loadDataDir: new Blob([readFileSync(kept)]) }))
}

/** Another version of PGlite, or another migration, is another dump. */
function key(): string {
  const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return createHash('sha256')
    .update(JSON.stringify([manifest, Object.keys(migrations)]))
    .digest('hex')
    .slice(0, 12)
}

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readArtifact } from './artifacts.ts'
import { blobsContract } from './blobs/blobs.contract.ts'
import { diskBlobs } from './blobs/disk.ts'
import { memoryBlobs } from './blobs/memory.ts'
import { openBlobs } from './blobs/open.ts'
import { readSession, saveLastTurn } from './conversations.ts'
import { filesContract } from './files.contract.ts'
import { jobsContract } from './jobs/jobs.contract.ts'
import { keysContract } from './keys.contract.ts'
import { lockFolder } from './lock.ts'
import { up as artifactOwners } from './migrations/0010-artifact-owners.ts'
import { openDatabase } from './open.ts'
import { DATABASE_TIMEOUT_MILLISECONDS, testDatabase } from './test-database.contract.ts'
import { storeContract } from './store.contract.ts'
import { session, turn } from './turn.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantain-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract('PGlite', testDatabase)
keysContract('PGlite', testDatabase)
filesContract('PGlite', testDatabase)
jobsContract('PGlite', testDatabase)
// A database of its own, on a Postgres that is there: STORE_TEST_DATABASE_URL=postgres://user@host/scratch
const url = process.env['STORE_TEST_DATABASE_URL']
if (url !== undefined) {
  storeContract('Postgres', () => openDatabase({ data: folder, databaseUrl: url }))
  keysContract('Postgres', () => openDatabase({ data: folder, databaseUrl: url }))
  filesContract('Postgres', () => openDatabase({ data: folder, databaseUrl: url }))
  jobsContract('Postgres', () => openDatabase({ data: folder, databaseUrl: url }))
}

describe('openDatabase', () => {
  const config = { data: join(folder, 'embedded'), databaseUrl: '' }
  test(
    'what was stored is there after a restart, also after one that nobody prepared',
    async () => {
      const stored = session('s', [turn(1)])
      {
        await using first = await openDatabase(config)
        await saveLastTurn(first.database, stored)
      }
      // A process (of the compiled program) that stores a turn, begins another and is killed in the middle of it.
      const compiled = (name: string): string =>
        JSON.stringify(join(import.meta.dirname, '../../dist/store', name))
      const script = `
      import { openDatabase } from ${compiled('open.js')}
      import { saveLastTurn } from ${compiled('conversations.js')}
      const { database } = await openDatabase(${JSON.stringify(config)})
      await saveLastTurn(database, ${JSON.stringify(session('s', [turn(1), turn(2)]))})
      await database.transaction().execute(async (transaction) => {
        await transaction.insertInto('turns').values({ session_id: 's', number: 3, body: '{}' }).execute()
        process.kill(process.pid, 'SIGKILL')
        await new Promise(() => {})
      })`
      const killed = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        encoding: 'utf8',
      })
      expect([killed.stderr, killed.signal]).toEqual(['', 'SIGKILL'])
      await using again = await openDatabase(config)
      expect((await readSession(again.database, 's'))?.turns.map(({ number }) => number)).toEqual([1, 2])
    },
    DATABASE_TIMEOUT_MILLISECONDS,
  ) // three starts of an embedded database
  test('a second process is told who has it and what to do', async () => {
    const data = join(folder, 'shared')
    mkdirSync(data)
    writeFileSync(join(data, 'db.lock'), JSON.stringify({ pid: process.ppid, startedAt: 0, token: 'x' }))
    await expect(openDatabase({ ...config, data })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(
        /another Plantain \(process \d+\) has the sessions .* PLANTAIN_DATABASE_URL/,
      ),
    })
  })
  test('says which command has it, and where to talk to it then', async () => {
    const path = join(folder, 'served')
    const parent = { pid: process.ppid, startedAt: 0, token: 'x', command: 'serve' }
    writeFileSync(`${path}.lock`, JSON.stringify(parent))
    await expect(lockFolder(path)).rejects.toThrow(
      /^`plantain serve` \(process \d+\) has the sessions .* open; talk to it there .* PLANTAIN_DATABASE_URL/,
    )
  })
  test('a database that does not answer is named, not its password', async () => {
    const databaseUrl = 'postgres://me:secret@127.0.0.1:1/nothing'
    const error = await openDatabase({ ...config, databaseUrl }).then(
      () => null,
      (thrown: Error) => thrown,
    )
    expect(error).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('PLANTAIN_DATABASE_URL'),
    })
    expect(error!.message).not.toContain('secret')
  })
})

test('files of sessions from before they had owners get those of their sessions', async () => {
  await using connection = await testDatabase()
  const { database } = connection
  await saveLastTurn(database, session('before', [turn(1)]), 'key_1')
  await saveLastTurn(database, session('others', [turn(2)]), 'key_2')
  await database.schema.dropTable('artifact_owners').execute()
  await artifactOwners(database)
  const [first, second] = ['1'.repeat(64), '2'.repeat(64)]
  expect(await readArtifact(database, first, 'key_1')).not.toBeNull()
  expect(await readArtifact(database, first, 'key_2')).toBeNull()
  expect(await readArtifact(database, second, 'key_2')).not.toBeNull()
  expect(await readArtifact(database, second, 'local')).toBeNull()
})

describe('lockFolder', () => {
  test('gives the folder back, and takes it from a process that died', async () => {
    const path = join(folder, 'one')
    const unlock = await lockFolder(path)
    await expect(lockFolder(path)).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' })
    await unlock()
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(`${path}.lock`, JSON.stringify({ pid, startedAt: 1, token: 'dead' }))
    await (
      await lockFolder(path)
    )()
    writeFileSync(`${path}.lock`, '{"pi') // cut short
    await (
      await lockFolder(path)
    )()
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.pid, startedAt: 1, token: 'container' }))
    await (
      await lockFolder(path)
    )()
    expect(readdirSync(folder).filter((name) => name.startsWith('one'))).toEqual([])
  })
})

blobsContract('disk', () => diskBlobs(mkdtempSync(join(folder, 'blobs-'))))
blobsContract('memory', memoryBlobs)

describe('blobs on disk', () => {
  test('a sweep takes what a writer that died left half written', async () => {
    const blobs = diskBlobs(join(folder, 'died'))
    const id = await blobs.write(new Uint8Array(10))
    writeFileSync(join(folder, 'died', id.slice(0, 2), `${id}.0badcafe.part`), 'half')
    await blobs.sweep(new Date(Date.now() + 60_000), async () => new Set([id]))
    expect(readdirSync(join(folder, 'died', id.slice(0, 2)))).toEqual([id])
  })
  test('no unfinished file stays, and a damaged one is found out', async () => {
    const blobs = diskBlobs(join(folder, 'careful'))
    const id = await blobs.write(new Uint8Array(1000))
    expect(readdirSync(join(folder, 'careful', id.slice(0, 2)))).toEqual([id])
    writeFileSync(join(folder, 'careful', id.slice(0, 2), id), 'something else')
    await expect(blobs.read(id)).rejects.toMatchObject({ code: 'DATA_LOSS' })
  })
  test('a place that cannot be written is a sentence', async () => {
    writeFileSync(join(folder, 'a file'), '')
    await expect(diskBlobs(join(folder, 'a file')).write(new Uint8Array(1))).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining('PLANTAIN_BLOBS'),
    })
  })
  test('what is neither a folder nor a bucket is said so', () => {
    for (const blobs of ['gs://bucket/prefix', 's3://', 's3://B_d'])
      expect(() => openBlobs({ data: folder, blobs })).toThrow(
        'give a folder, or a bucket as s3://bucket/prefix',
      )
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from '@plantain/codecs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadConfig } from '../config.ts'
import { createPlantain, type Plantain } from '../plantain.ts'
import { diskBlobs } from '../store/blobs/disk.ts'
import { readSession, saveLastTurn } from '../store/conversations.ts'
import type { Connection } from '../store/open.ts'
import { findOrigin, saveOrigin } from '../store/origins.ts'
import { blobsOfSessions, deleteIdleSessions } from '../store/retention.ts'
import { testDatabase } from '../store/test-database.contract.ts'
import { session, turn } from '../store/turn.contract.ts'
import { smallParts } from './small-parts.contract.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })
const data = mkdtempSync(join(tmpdir(), 'plantain-retention-'))
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
})
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})
const database = () => connection.database
beforeEach(async () => {
  for (const table of ['turns', 'origins', 'sessions'] as const) await database().deleteFrom(table).execute()
})
const day = 86_400_000
let places = 0
/** A clock of its own, and pictures on a disk of its own. */
function house(flags: object): { plantain: Plantain; clock: { days: number }; folder: string } {
  const clock = { days: 0 }
  const folder = join(data, `blobs-${++places}`)
  const plantain = createPlantain(
    loadConfig({ flags: { data, ...flags }, environment: {}, directory: data }),
    {
      openDatabase: async () => connection,
      openParts: async ({ blobs }) => smallParts(blobs),
      openBlobs: () => diskBlobs(folder),
      now: () => new Date(Date.now() + clock.days * day),
    },
  )
  return { plantain, clock, folder }
}
async function say(plantain: Plantain, id: string, text: string, more: object = {}): Promise<void> {
  const run = plantain.sessions.send(id, { text, ...more }, new AbortController().signal)
  for (let next = await run.next(); !next.done; next = await run.next());
}
const photo = (shade: number) => encode({ width: 6, height: 4, data: new Uint8ClampedArray(96).fill(shade) })

describe('retention', () => {
  test('without settings nothing is ever removed', async () => {
    const { plantain, clock } = house({})
    const { id } = plantain.sessions.start()
    await say(plantain, id, 'a house')
    const orphan = await plantain.blobs().write(await photo(9))
    clock.days = 10_000
    expect(await plantain.sweepSessions()).toEqual({ sessions: 0, artifacts: 0 })
    expect((await plantain.sessions.picture(id, 'current')).width).toBe(24)
    expect((await plantain.blobs().read(orphan)).length).toBeGreaterThan(0)
  })
  test('a session that nobody talked in goes after its days, with its pictures; the others stay to the byte', async () => {
    const { plantain, clock } = house({ sessionDays: 30 })
    // Seeds of their own: of two that fall on one shade the picture would be both sessions', and stay.
    const [old, young] = [plantain.sessions.start({ seed: 1 }), plantain.sessions.start({ seed: 2 })]
    await say(plantain, old.id, 'brighten this', { attachments: [await photo(100)] })
    await say(plantain, young.id, 'brighten this', { attachments: [await photo(200)] })
    const [gone, kept] = [
      await plantain.sessions.picture(old.id, 'current'),
      await plantain.sessions.picture(young.id, 'current'),
    ]
    const artifact = (await plantain.sessions.open(old.id)).turns[0]!.pictures[0]!.artifact
    await saveOrigin(database(), 'local', gone.sha256, { session: old.id, turn: 1, picture: 1 })
    clock.days = 29
    expect(await plantain.sweepSessions()).toEqual({ sessions: 0, artifacts: 0 })
    await database()
      .updateTable('sessions')
      .set({ updated_at: new Date(Date.now() + 20 * day) })
      .where('id', '=', young.id)
      .execute()
    clock.days = 31
    const swept = await plantain.sweepSessions()
    expect(swept.sessions).toBe(1)
    expect(swept.artifacts).toBeGreaterThanOrEqual(2) // what was sent, and what was made
    await expect(plantain.sessions.open(old.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(plantain.blobs().read(artifact)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await findOrigin(database(), 'local', gone.sha256)).toBeNull()
    expect(await plantain.sessions.picture(young.id, 'current')).toEqual(kept)
    await say(plantain, young.id, 'make it night')
  })
  test('what no session names goes by days of its own', async () => {
    const { plantain, clock } = house({ artifactDays: 7 })
    const { id } = plantain.sessions.start()
    await say(plantain, id, 'a house')
    const orphan = await plantain.blobs().write(await photo(9))
    clock.days = 6
    expect(await plantain.sweepSessions()).toEqual({ sessions: 0, artifacts: 0 })
    clock.days = 8
    expect(await plantain.sweepSessions()).toEqual({ sessions: 0, artifacts: 1 })
    await expect(plantain.blobs().read(orphan)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await plantain.sessions.picture(id, 'current')).width).toBe(24)
  })
  test('who talks while it sweeps loses nothing: the turn is kept whole, or is told that the session is gone', async () => {
    const { plantain, clock } = house({ sessionDays: 1 })
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { id } = plantain.sessions.start()
        await say(plantain, id, 'a house')
        return id
      }),
    )
    await database()
      .updateTable('sessions')
      .set({ updated_at: new Date(0) })
      .execute()
    clock.days = 0.5 // sessions are older than a day, what is written now is not
    const talks = ids.map((id, i) =>
      say(plantain, id, i % 2 === 0 ? 'make it night' : 'make it rain').then(
        () => true,
        (error: { code: string }) => error.code,
      ),
    )
    const sweeps = [plantain.sweepSessions(), plantain.sweepSessions(), plantain.sweepSessions()]
    const said = await Promise.all(talks)
    await Promise.all(sweeps)
    for (const [i, id] of ids.entries()) {
      const stored = await readSession(database(), id)
      if (said[i] === true) {
        expect(stored?.turns.map(({ number }) => number)).toEqual([1, 2])
        expect((await plantain.sessions.picture(id, 'turn:2')).width).toBe(24)
        expect((await plantain.sessions.picture(id, 'turn:1')).width).toBe(24)
      } else expect([said[i], stored]).toEqual(['NOT_FOUND', null])
    }
  })
})

describe('deleteIdleSessions', () => {
  test('more than go in one step, and a turn that comes too late is refused whole', async () => {
    const one = session('late', [turn(1)])
    await saveLastTurn(database(), one)
    await database()
      .insertInto('sessions')
      .columns(['id', 'title', 'body', 'updated_at'])
      .expression(
        sql`select 'many-' || n, '', '{"seed":1}'::jsonb, timestamptz '2020-01-01' from generate_series(1, 450) n`,
      )
      .execute()
    expect((await deleteIdleSessions(database(), new Date('2021-01-01'))).length).toBe(450)
    expect(await deleteIdleSessions(database(), new Date(Date.now() + day))).toEqual(['late'])
    await expect(saveLastTurn(database(), { ...one, turns: [...one.turns, turn(2)] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('has been deleted'),
    })
    expect(await readSession(database(), 'late')).toBeNull()
    expect(await database().selectFrom('turns').selectAll().execute()).toEqual([])
  })
})

describe('blobsOfSessions', () => {
  test('finds hashes wherever a turn has them, on all pages', async () => {
    const hash = (n: number): string => n.toString(16).padStart(64, 'c')
    const layered = turn(1)
    const [picture] = layered.pictures
    const base = {
      kind: 'picture' as const,
      artifact: hash(1),
      width: 4,
      height: 3,
      plate: hash(2),
      layers: [
        { id: 'a', name: 'a', artifact: hash(3), x: 0, y: 0, width: 1, height: 1, match: 0, shadow: false },
      ],
    }
    const operations = [
      { operator: 'blur', params: { like: hash(4) }, region: { kind: 'mask' as const, mask: hash(5) } },
    ]
    await saveLastTurn(
      database(),
      session('layers', [{ ...layered, pictures: [{ ...picture!, document: { base, operations } }] }]),
    )
    await database()
      .insertInto('turns')
      .columns(['session_id', 'number', 'body'])
      .expression(
        sql`select 'layers', n, ('"' || lpad(to_hex(n), 64, '0') || '"')::jsonb from generate_series(2, 1100) n`,
      )
      .execute()
    const found = await blobsOfSessions(database())
    for (const n of [1, 2, 3, 4, 5]) expect(found.has(hash(n))).toBe(true)
    expect([...found].filter((one) => one.startsWith('000')).length).toBe(1099)
  })
})

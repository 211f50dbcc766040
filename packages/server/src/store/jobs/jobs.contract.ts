import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelJobs, endJob, endJobs } from './end.ts'
import { interrupted } from './entry.ts'
import { listJobs, readJob } from './read.ts'
import { recoverJobs } from './recover.ts'
import { forgetJobs } from './sweep.ts'
import { claimJob, insertJobs, startJob, type NewJobRow } from './take.ts'
import { notify, type Connection } from '../open.ts'
import { readUsage } from '../usage.ts'
import { beat, listWorkers, removeWorker } from '../workers.ts'

/** Jobs on any database. */
export function jobsContract(name: string, open: () => Promise<Connection>): void {
  describe(`${name}: jobs`, () => {
    let connection: Connection
    let worker: string
    beforeAll(async () => {
      connection = await open()
    }, 300_000)
    afterAll(async () => connection?.[Symbol.asyncDispose]())
    beforeEach(async () => {
      await database().deleteFrom('jobs').execute()
      worker = randomUUID()
      await beat(database(), { id: worker, role: 'worker', host: 'here' })
    })
    const database = () => connection.database
    const job = (id: string, more: Partial<NewJobRow> = {}): NewJobRow => ({
      id,
      owner: 'anna',
      kind: 'line',
      model: 'm',
      priority: 0,
      awaitedBy: null,
      worker: null,
      payload: '{"prompt":"añade 🕊️"}',
      ...more,
    })
    const claimed = async (): Promise<string[]> => {
      const ids: string[] = []
      for (let one = await claimJob(database(), worker); one; one = await claimJob(database(), worker)) {
        ids.push(one.id)
        await pass()
      }
      return ids
    }
    /** A second goes by. The embedded database's clock has milliseconds, and claims without work between them may share one. */
    const pass = async (): Promise<void> => {
      const before = (column: string) => sql<Date>`${sql.ref(column)} - interval '1 second'`
      await database()
        .updateTable('jobs')
        .set({ started_at: before('started_at'), ended_at: before('ended_at') })
        .execute()
    }
    const state = async (id: string, owner = 'anna') => (await readJob(database(), owner, id))?.state

    test('a job is claimed once, with what is to be done, and is over once', async () => {
      await insertJobs(database(), [job('a')])
      const one = await claimJob(database(), worker)
      expect(one).toMatchObject({
        id: 'a',
        state: 'running',
        attempts: 1,
        payload: { prompt: 'añade 🕊️' },
      })
      expect(await claimJob(database(), worker)).toBeNull()
      expect(await endJob(database(), 'a', 'another', { state: 'succeeded' })).toBe(false)
      expect(await endJob(database(), 'a', worker, { state: 'succeeded', result: '{"n":1}' })).toBe(true)
      expect(await endJob(database(), 'a', worker, { state: 'failed' })).toBe(false)
      expect(await readJob(database(), 'anna', 'a')).toMatchObject({ state: 'succeeded', error: null })
      expect(await readJob(database(), 'ben', 'a')).toBeNull()
    })
    test('two who claim at once get different jobs', async () => {
      await insertJobs(
        database(),
        Array.from({ length: 20 }, (_, i) => job(`c${i}`)),
      )
      const ids = (await Promise.all(Array.from({ length: 30 }, () => claimJob(database(), worker)))).flatMap(
        (one) => (one === null ? [] : [one.id]),
      )
      expect(ids).toHaveLength(20)
      expect(new Set(ids).size).toBe(20)
    })
    test('owners take turns, batches come last, lines of a batch in their order', async () => {
      const line = (i: number) => job(`line${i}`, { priority: 1, batch: 'b', number: i, owner: 'dora' })
      await insertJobs(database(), [2, 0, 1].map(line))
      for (const id of ['anna1', 'anna2', 'anna3']) await insertJobs(database(), [job(id)])
      await insertJobs(database(), [job('ben1', { owner: 'ben' })])
      await insertJobs(database(), [job('cleo1', { owner: 'cleo' })])
      expect(await claimed()).toEqual(['anna1', 'ben1', 'cleo1', 'anna2', 'anna3', 'line0', 'line1', 'line2'])
    })
    test('turns are told by what was started lately, however long ago it was handed in', async () => {
      await insertJobs(
        database(),
        ['anna1', 'anna2', 'anna3'].map((id) => job(id)),
      )
      await database()
        .updateTable('jobs')
        .set({ created_at: new Date(Date.now() - 30 * 3_600_000) }) // as the lines of a large batch are
        .execute()
      expect((await claimJob(database(), worker))?.id).toBe('anna1')
      await pass()
      await insertJobs(database(), [job('ben1', { owner: 'ben' }), job('ben2', { owner: 'ben' })])
      expect(await claimed()).toEqual(['ben1', 'anna2', 'ben2', 'anna3'])
    })
    test('the end of a job and what was made are written together; many end at once', async () => {
      const made = { requests: 1, images: 2, inputTokens: 3, outputTokens: 4, milliseconds: 5 }
      const entry = { keyId: `key_${worker}`, day: '2026-11-26', model: 'm', ...made }
      const ids = ['i1', 'i2', 'i3', 'i4']
      await insertJobs(
        database(),
        ids.map((id) => job(id, { worker, running: true })),
      )
      expect(await endJob(database(), 'i1', worker, { state: 'succeeded' }, entry)).toBe(true)
      expect(await endJob(database(), 'i2', worker, { state: 'succeeded' }, entry)).toBe(true)
      const wide = { from: entry.day, to: entry.day, keyId: entry.keyId }
      expect(await readUsage(database(), wide)).toMatchObject([{ requests: 2, images: 4, outputTokens: 8 }])
      const error = { code: 'CANCELLED', message: 'gone' } as const
      await endJobs(database(), ['i2', 'i3', 'i4'], worker, { state: 'cancelled', error })
      expect(await Promise.all(ids.map((id) => state(id)))).toEqual([
        'succeeded',
        'succeeded',
        'cancelled',
        'cancelled',
      ])
      expect(await readJob(database(), 'anna', 'i4')).toMatchObject({ error })
    })
    test('a statement that fails leaves the next ones whole, in a transaction and out of it', async () => {
      await insertJobs(database(), [job('j1')])
      await expect(insertJobs(database(), [job('j1')])).rejects.toThrow(/duplicate/)
      const twice = database()
        .transaction()
        .execute(async (transaction) => {
          await insertJobs(transaction, [job('j2')])
          await insertJobs(transaction, [job('j1')])
        })
      await expect(twice).rejects.toThrow(/duplicate/)
      await insertJobs(database(), [job('j3')])
      expect([await state('j1'), await state('j2'), await state('j3')]).toEqual([
        'queued',
        undefined,
        'queued',
      ])
    })
    test('what a dead process worked on is put back in line; the third death ends it', async () => {
      await insertJobs(database(), [job('d')])
      for (const attempt of [1, 2, 3]) {
        const victim = randomUUID()
        await beat(database(), { id: victim, role: 'worker', host: 'there' })
        expect(await claimJob(database(), victim)).toMatchObject({ id: 'd', attempts: attempt })
        expect(await recoverJobs(database(), 30)).toMatchObject({ resumed: 0, ended: 0 })
        await removeWorker(database(), victim)
        expect(await recoverJobs(database(), 30)).toMatchObject(
          attempt < 3 ? { resumed: 1, ended: 0 } : { resumed: 0, ended: 1 },
        )
        expect(await endJob(database(), 'd', victim, { state: 'succeeded' })).toBe(false) // it was not dead after all
      }
      expect((await readJob(database(), 'anna', 'd'))?.error).toMatchObject({
        code: 'INTERNAL',
        message: expect.stringMatching(/died 3 times/),
      })
    })
    test('a heartbeat that is too old is death, a new one is life', async () => {
      await insertJobs(database(), [job('e')])
      await claimJob(database(), worker)
      await new Promise((resolve) => setTimeout(resolve, 30))
      await beat(database(), { id: worker, role: 'worker', host: 'here' })
      expect(await recoverJobs(database(), 20)).toMatchObject({ resumed: 0, ended: 0 })
      await new Promise((resolve) => setTimeout(resolve, 30))
      expect(await recoverJobs(database(), 0.02)).toMatchObject({ resumed: 1, ended: 0 })
      expect((await listWorkers(database())).map(({ id }) => id)).toContain(worker)
    })
    test('what somebody waited for in a process that died ends with an error that says so', async () => {
      await insertJobs(database(), [
        job('f1', { awaitedBy: 'gone', worker: 'gone', payload: null, running: true }),
        job('f2', { awaitedBy: 'gone', worker: 'gone', payload: null }),
        job('f3', { awaitedBy: worker, worker, payload: null }),
      ])
      expect(await recoverJobs(database(), 30)).toMatchObject({ resumed: 0, ended: 2 })
      expect(await readJob(database(), 'anna', 'f1')).toMatchObject({ state: 'failed', error: interrupted })
      expect([await state('f2'), await state('f3')]).toEqual(['failed', 'queued'])
      await startJob(database(), 'f3', worker)
      expect(await readJob(database(), 'anna', 'f3')).toMatchObject({ state: 'running', attempts: 1 })
    })
    test('cancelling ends what waits and names what runs; what is over stays as it was', async () => {
      await insertJobs(
        database(),
        ['g1', 'g2', 'g3'].map((id) => job(id, { batch: 'g' })),
      )
      await claimJob(database(), worker)
      await endJob(database(), 'g1', worker, { state: 'succeeded' })
      await claimJob(database(), worker)
      expect(await cancelJobs(database(), { owner: 'ben', id: 'g2' })).toEqual([])
      expect(await cancelJobs(database(), { batch: 'g' })).toEqual(['g2'])
      expect([await state('g1'), await state('g2'), await state('g3')]).toEqual([
        'succeeded',
        'running',
        'cancelled',
      ])
      expect(await claimJob(database(), worker)).toBeNull()
    })
    test('the list is the owner’s, newest first, without lines of batches; old ones are forgotten', async () => {
      for (const id of ['h1', 'h2']) await insertJobs(database(), [job(id)])
      // Before the others come: a fast machine gives all four the same millisecond.
      expect(await claimJob(database(), worker)).toMatchObject({ id: 'h1' })
      await insertJobs(database(), [job('h3', { batch: 'h' }), job('h4', { owner: 'ben' })])
      expect((await listJobs(database(), 'anna', 10)).map(({ id }) => id)).toEqual(['h2', 'h1'])
      await endJob(database(), 'h1', worker, { state: 'succeeded' })
      await forgetJobs(database(), 7)
      expect(await state('h1')).toBe('succeeded')
      await pass()
      await forgetJobs(database(), 0)
      expect([await state('h1'), await state('h2')]).toEqual([undefined, 'queued'])
    })
    test('what is said is heard by all who listen, until they stop', async () => {
      const heard: string[] = []
      const stop = await connection.subscribe('plantain_jobs', (text) => void heard.push(`1 ${text}`))
      await connection.subscribe('plantain_jobs', (text) => void heard.push(`2 ${text}`))
      await notify(database(), 'plantain_jobs', "it's")
      await expect.poll(() => heard.toSorted()).toEqual(["1 it's", "2 it's"])
      await stop()
      await notify(database(), 'plantain_jobs', 'again')
      await expect.poll(() => heard.slice(2)).toEqual(['2 again'])
    })
  })
}

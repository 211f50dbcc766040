import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admit, forgetAdmissions, pacificDay } from './admissions.ts'
import { createKey, findKey, listKeys, noLimits, revokeKey } from './keys.ts'
import type { Connection } from './open.ts'
import { addUsage, readUsage } from './usage.ts'

/** Keys and usage on any database. */
export function keysContract(name: string, open: () => Promise<Connection>): void {
  describe(`${name}: keys and usage`, () => {
    let connection: Connection
    beforeAll(async () => {
      connection = await open()
    }, 300_000)
    afterAll(async () => connection?.[Symbol.asyncDispose]())
    const database = () => connection.database
    const run = randomUUID()

    test('a key is found by its text until it is revoked; its text is nowhere in the database', async () => {
      const { key, entry } = await createKey(database(), {
        name: 'laptop',
        scopes: ['generate'],
        limits: { ...noLimits, requestsPerDay: 5 },
      })
      expect(await findKey(database(), key)).toEqual(entry)
      expect(entry.limits.requestsPerDay).toBe(5)
      for (const other of [`${key}x`, key.slice(0, -1), '', 'plantain_', key.toUpperCase()])
        expect(await findKey(database(), other)).toBeNull()
      const rows = await database().selectFrom('keys').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(key)
      await revokeKey(database(), entry.id)
      expect(await findKey(database(), key)).toBeNull()
      expect((await listKeys(database())).find(({ id }) => id === entry.id)!.revokedAt).toBeInstanceOf(Date)
      await expect(revokeKey(database(), entry.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
    test('of many who come at once exactly as many are let in as the limit says', async () => {
      const key = `crowd-${run}`
      const admitted = await Promise.all(Array.from({ length: 40 }, () => admit(database(), key, 'now', 7)))
      expect(admitted.filter(Boolean)).toHaveLength(7)
      expect(await admit(database(), key, 'later', 7)).toBe(true)
      await forgetAdmissions(database(), new Date(Date.now() + 60_000))
      expect(await admit(database(), key, 'now', 7)).toBe(true)
    })
    test('usage adds up by day, key and model, also from many at once', async () => {
      const keyId = `adder-${run}`
      const one = {
        keyId,
        day: '2026-11-26',
        model: 'm',
        requests: 1,
        images: 2,
        inputTokens: 10,
        outputTokens: 2580,
        milliseconds: 12.6,
      }
      await Promise.all(Array.from({ length: 20 }, () => addUsage(database(), one)))
      await addUsage(database(), { ...one, day: '2026-11-27' })
      expect(await readUsage(database(), { from: '2026-11-26', to: '2026-11-26', keyId })).toEqual([
        { ...one, requests: 20, images: 40, inputTokens: 200, outputTokens: 51_600, milliseconds: 260 },
      ])
    })
    test('a day ends at midnight in California, also when the clocks change', () => {
      expect(pacificDay(new Date('2026-07-01T06:59:00Z'))).toBe('2026-06-30')
      expect(pacificDay(new Date('2026-07-01T07:00:00Z'))).toBe('2026-07-01')
      expect(pacificDay(new Date('2026-12-01T07:59:00Z'))).toBe('2026-11-30')
    })
  })
}

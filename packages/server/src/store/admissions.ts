import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Counts requests in a window, unless they would be more than it holds: one statement, so that many processes together let in no more
 * than the limit.
 *
 * returns: false where the limit is reached
 */
export async function admit(
  database: Kysely<Database>,
  keyId: string,
  period: string,
  limit: number,
  count = 1,
): Promise<boolean> {
  if (count > limit) return false
  const row = await database
    .insertInto('admissions')
    .values({ key_id: keyId, period, requests: count })
    .onConflict((conflict) =>
      conflict
        .columns(['key_id', 'period'])
        .doUpdateSet((old) => ({ requests: old('admissions.requests', '+', count) }))
        .where('admissions.requests', '<=', limit - count),
    )
    .returning('requests')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets windows that are over. */
export async function forgetAdmissions(database: Kysely<Database>, before: Date): Promise<void> {
  await database.deleteFrom('admissions').where('created_at', '<', before).execute()
}

/** Midnight at the US Pacific coast is when Google's days begin. */
export const pacificDay = (time: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' }).format(time)
export const utcMinute = (time: Date): string => time.toISOString().slice(0, 16)

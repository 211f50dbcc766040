import { randomBytes, timingSafeEqual } from 'node:crypto'
import { PlantainError } from '@plantain/core'
import type { Kysely } from 'kysely'
import { sha256 } from '../sha256.ts'
import type { Database } from './schema.ts'

/** `generate`: make and change pictures; `admin`: keys and usage of all. */
export const SCOPES = ['generate', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** 0: no limit. */
export interface Limits {
  readonly requestsPerMinute: number
  readonly requestsPerDay: number
  readonly concurrent: number
  /** Of a month (UTC), at the configured prices. */
  readonly dollarsPerMonth: number
}
export const noLimits: Limits = { requestsPerMinute: 0, requestsPerDay: 0, concurrent: 0, dollarsPerMonth: 0 }

export interface KeyEntry {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly limits: Limits
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

/** A new key; its text is given once, here, and kept nowhere. 192 random bits need no slow hash. */
export async function createKey(
  database: Kysely<Database>,
  { name, scopes, limits }: Pick<KeyEntry, 'name' | 'scopes' | 'limits'>,
): Promise<{ readonly key: string; readonly entry: KeyEntry }> {
  const key = `plantain_${randomBytes(24).toString('base64url')}`
  const id = `key_${randomBytes(6).toString('hex')}`
  await database
    .insertInto('keys')
    .values({
      id,
      name,
      hash: sha256(key),
      scopes: scopes.join(' '),
      limits: JSON.stringify(limits),
      revoked_at: null,
    })
    .execute()
  return { key, entry: (await listKeys(database)).find((entry) => entry.id === id)! }
}

/** The entry of a key that is valid now; null for an unknown or revoked one. */
export async function findKey(database: Kysely<Database>, key: string): Promise<KeyEntry | null> {
  const hash = sha256(key)
  const row = await database
    .selectFrom('keys')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return null
  return entryOf(row)
}

export async function listKeys(database: Kysely<Database>): Promise<readonly KeyEntry[]> {
  return (await database.selectFrom('keys').selectAll().orderBy('created_at').orderBy('id').execute()).map(
    entryOf,
  )
}

/** throws: NOT_FOUND */
export async function revokeKey(database: Kysely<Database>, id: string): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('keys')
    .set({ revoked_at: new Date() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw new PlantainError(
      'NOT_FOUND',
      `there is no valid key ${id.slice(0, 60)}; \`plantain keys list\` shows the ids`,
    )
}

interface Row {
  readonly id: string
  readonly name: string
  readonly scopes: string
  readonly limits: unknown
  readonly created_at: Date
  readonly revoked_at: Date | null
}
const entryOf = ({ id, name, scopes, limits, created_at, revoked_at }: Row): KeyEntry => ({
  id,
  name,
  scopes: scopes.split(' ').filter((scope): scope is Scope => (SCOPES as readonly string[]).includes(scope)),
  limits: { ...noLimits, ...(limits as Partial<Limits>) },
  createdAt: created_at,
  revokedAt: revoked_at,
})

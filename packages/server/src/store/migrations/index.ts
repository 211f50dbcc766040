import type { Migration } from 'kysely/migration'
import { up } from './0001-initial.ts'

/** Forwards only, in the order of their names. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-initial': { up } }

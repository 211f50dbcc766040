import type { Migration } from 'kysely/migration'
import { up as initial } from './0001-initial.ts'
import { up as keysAndUsage } from './0002-keys-usage.ts'

/** Forwards only, in the order of their names. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': { up: initial },
  '0002-keys-usage': { up: keysAndUsage },
}

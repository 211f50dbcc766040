import type { Migration } from 'kysely/migration'
import { up as initial } from './0001-initial.ts'
import { up as keysAndUsage } from './0002-keys-usage.ts'
import { up as sessionOwner } from './0003-session-owner.ts'
import { up as origins } from './0004-origins.ts'
import { up as files } from './0005-files.ts'
import { up as jobs } from './0006-jobs.ts'
import { up as batches } from './0007-batches.ts'
import { up as cachedContents } from './0009-cached-contents.ts'
import { up as artifactOwners } from './0010-artifact-owners.ts'
import { up as jobEvents } from './0011-job-events.ts'
import { up as interactions } from './0012-interactions.ts'
import { up as jobStarts } from './0013-job-starts.ts'

/** Forwards only, in the order of their names. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': { up: initial },
  '0002-keys-usage': { up: keysAndUsage },
  '0003-session-owner': { up: sessionOwner },
  '0004-origins': { up: origins },
  '0005-files': { up: files },
  '0006-jobs': { up: jobs },
  '0007-batches': { up: batches },
  '0009-cached-contents': { up: cachedContents },
  '0010-artifact-owners': { up: artifactOwners },
  '0011-job-events': { up: jobEvents },
  '0012-interactions': { up: interactions },
  '0013-job-starts': { up: jobStarts },
}

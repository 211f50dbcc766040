import { PlantainError } from '@plantain/core'
import { sql } from 'kysely'
import type { Plantain } from '../plantain.ts'
import { within } from './within.ts'

export interface Readiness {
  readonly ready: boolean
  /** 'ok', or what is wrong. */
  readonly checks: Readonly<Record<string, string>>
}
const mostMilliseconds = 5000
const nothing = '0'.repeat(64)

/** Whether a picture could be made and kept now: the model is read, the database answers, the blobs answer. */
export async function readiness(plantain: Plantain): Promise<Readiness> {
  const looks: Readonly<Record<string, () => Promise<unknown>>> = {
    model: async () => (await plantain.engine()).load(plantain.models.get().directory),
    database: async () => sql`select 1`.execute(await plantain.database()),
    blobs: () => plantain.blobs().read(nothing).catch(asThere),
  }
  const checks = await Promise.all(
    Object.entries(looks).map(async ([name, look]): Promise<[string, string]> => {
      try {
        await within(mostMilliseconds, look())
        return [name, 'ok']
      } catch (error) {
        // Anybody may ask: a sentence of ours says what to do, another error may say too much.
        return [
          name,
          error instanceof PlantainError
            ? error.message
            : 'does not answer; the log of the server has the reason',
        ]
      }
    }),
  )
  return { ready: checks.every(([, said]) => said === 'ok'), checks: Object.fromEntries(checks) }
}

/** A store that says that it has no such file answers. */
function asThere(error: unknown): void {
  if (!(error instanceof PlantainError && error.code === 'NOT_FOUND')) throw error
}

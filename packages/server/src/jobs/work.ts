import { PlantainError } from '@plantain/core'
import type { AppOptions } from '../app.ts'
import type { Plantain } from '../plantain.ts'
import { checkBlobs } from './blobs-shared.ts'
import { kinds } from './kinds.ts'
import { startRunner, type Runner } from './runner.ts'

/**
 * This process as one that takes jobs and has no clients.
 *
 * throws: FAILED_PRECONDITION with the embedded database, or where the pictures of the others are not
 */
export async function work(plantain: Plantain, { log }: AppOptions): Promise<Runner> {
  if (plantain.config.databaseUrl === '')
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'a worker shares a Postgres with its server, and this is the embedded database, which only one process can have; set PLANTAIN_DATABASE_URL for both, or run no worker: the server computes by itself',
    )
  await checkBlobs(plantain)
  await plantain.jobs.open('worker')
  return startRunner(plantain, kinds, log)
}

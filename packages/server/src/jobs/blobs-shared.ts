import { randomBytes } from 'node:crypto'
import { PlantainError } from '@plantain/core'
import type { Plantain } from '../plantain.ts'
import { sha256 } from '../sha256.ts'
import { agree } from '../store/shared.ts'
import { listWorkers } from '../store/workers.ts'

const markerOf = async (plantain: Plantain): Promise<Uint8Array> =>
  Buffer.from(await agree(await plantain.database(), 'marker', async () => randomBytes(16).toString('hex')))

/** Leaves a mark among the pictures, by which a worker knows that it looks at the same ones. */
export async function markBlobs(plantain: Plantain): Promise<void> {
  await plantain.blobs().write(await markerOf(plantain))
}

/** throws: FAILED_PRECONDITION where servers are known and their mark is not to be seen */
export async function checkBlobs(plantain: Plantain): Promise<void> {
  const servers = (await listWorkers(await plantain.database())).filter(({ role }) => role === 'server')
  if (servers.length === 0) return
  try {
    await plantain.blobs().read(sha256(await markerOf(plantain)))
  } catch (error) {
    if (!(error instanceof PlantainError && error.code === 'NOT_FOUND')) throw error
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'the pictures of the servers with this database are not where this worker looks for them; set PLANTAIN_BLOBS to one place that all of them see',
    )
  }
}

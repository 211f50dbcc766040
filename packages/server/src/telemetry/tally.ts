import { PlantainError } from '@plantain/core'

export type Outcome = 'succeeded' | 'failed' | 'cancelled'

/** What this process has done since it started. Only counts: nothing of what was asked for. */
export interface Tally {
  /** Requests for pictures that were let in. */
  readonly jobs: Record<Outcome, number>
  /** Pictures that were denoised. */
  pictures: number
  steps: number
  denoisingMilliseconds: number
}

export const newTally = (): Tally => ({
  jobs: { succeeded: 0, failed: 0, cancelled: 0 },
  pictures: 0,
  steps: 0,
  denoisingMilliseconds: 0,
})

/** A run, counted by how it ends; who leaves it early has cancelled it. */
export async function* counted<E, R>(tally: Tally, run: AsyncGenerator<E, R>): AsyncGenerator<E, R> {
  let outcome: Outcome = 'cancelled'
  try {
    const result = yield* run
    outcome = 'succeeded'
    return result
  } catch (error) {
    if (!(error instanceof PlantainError && error.code === 'CANCELLED')) outcome = 'failed'
    throw error
  } finally {
    tally.jobs[outcome]++
  }
}

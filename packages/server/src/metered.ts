import type { Caller } from './access.ts'
import type { Plantain } from './plantain.ts'
import type { Amounts } from './store/usage.ts'
import { counted } from './telemetry/tally.ts'

export interface Meter<R> {
  readonly caller: Caller
  /** As it stands in limits and sums. */
  readonly model: string
  readonly amounts: (result: R) => Amounts
}

/**
 * A run within its caller's limits, and counted when it is through.
 *
 * throws: what `access.admit` throws, before the run begins
 */
export async function* metered<E, R>(
  plantain: Plantain,
  { caller, model, amounts }: Meter<R>,
  run: AsyncGenerator<E, R>,
): AsyncGenerator<E, R> {
  const leave = await plantain.access.admit(caller, model)
  try {
    const result = yield* counted(plantain.tally, run)
    await plantain.access.record(caller, model, amounts(result))
    return result
  } finally {
    leave()
  }
}

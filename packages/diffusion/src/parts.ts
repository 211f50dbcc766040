import type { Tensor } from '@plantain/core'
import type { Progress } from './progress.ts'
import type { Feeds } from './runtimes/runtime.ts'
import type { Adapter } from './model.ts'

/** The networks of one directory, opened when first used and shared by all that use it. */
export interface Parts {
  /** What networks may take together; a large picture is computed in tiles where it would take as much. */
  readonly memoryBytes: number
  has(name: string): boolean
  /** Opens what is not in memory, and tells so. Throws RESOURCE_EXHAUSTED before reading what cannot fit. */
  load(names: readonly string[], signal: AbortSignal): AsyncGenerator<Progress, void>
  /** Throws NOT_FOUND for a part that the directory lacks, CANCELLED before the run when the signal has fired. */
  run(
    name: string,
    feeds: Feeds,
    wanted: readonly string[],
    signal: AbortSignal,
  ): Promise<Record<string, Tensor>>
  /** The same networks with adapters merged into their weights; without any, these very parts. */
  adapted(adapters: readonly Adapter[]): Parts
}

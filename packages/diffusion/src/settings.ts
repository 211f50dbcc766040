import type { Mask } from '@plantain/core'
import type { Adapter, Control, Details, Size, Source } from './model.ts'
import type { Scheduler, SchedulerConfig } from './schedulers/scheduler.ts'

/** A request with all that it left open filled in: what tasks read. */
export interface RunSettings {
  readonly prompt: string
  readonly negativePrompt: string | null
  readonly size: Size
  readonly steps: number
  readonly guidanceScale: number
  readonly guidanceRescale: number
  readonly imageGuidanceScale: number
  readonly seed: number
  readonly scheduler: Scheduler
  readonly schedulerConfig: SchedulerConfig
  readonly eta: number | undefined
  readonly strength: number
  readonly source: Source | null
  readonly mask: Mask | null
  readonly references: readonly Source[]
  readonly controls: readonly Control[]
  readonly adapters: readonly Adapter[]
  readonly promptWeights: boolean
  readonly hints: Details
}

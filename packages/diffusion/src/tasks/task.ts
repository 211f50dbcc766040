import type { Tensor } from '@plantain/core'
import type { Model, Picture } from '../model.ts'
import type { NoiseSource } from '../noise.ts'
import type { Progress } from '../progress.ts'
import type { RunSettings } from '../settings.ts'

export interface TaskContext {
  readonly noise: NoiseSource
  /** Of the picture in its batch, for the progress. */
  readonly index: number
  readonly signal: AbortSignal
  readonly previewMilliseconds: number | null
}

/** A picture and the latents it was decoded from. */
export interface Painted extends Picture {
  readonly latents: Tensor
}

/** Steps over any model: a task knows no family. */
export interface Task {
  readonly name: string
  run(model: Model, settings: RunSettings, context: TaskContext): AsyncGenerator<Progress, Painted>
}

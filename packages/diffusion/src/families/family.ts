import type { ModelDirectory } from '../directory.ts'
import type { Model } from '../model.ts'
import type { ModelManifest } from '../manifest.ts'
import type { Parts } from '../parts.ts'

/**
 * A family = its parts and how they are conditioned. Nothing about tasks: those work over any `Model`.
 * A new one is one file and one line in `families/index.ts`.
 */
export interface Family {
  readonly name: string
  /** Does this directory hold one? By `_class_name` first, by the files that are there where the class says too little. */
  matches(directory: ModelDirectory): boolean
  /** Reads configurations only. Throws NOT_FOUND or DATA_LOSS with a sentence for what is missing or broken. */
  describe(directory: ModelDirectory): ModelManifest
  /** No network is opened before it is used; `parts` owns them. */
  open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model
}

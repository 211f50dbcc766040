import { PlantainError } from '@plantain/core'
import type { Part } from '../manifest.ts'
import type { Adapter } from '../model.ts'
import type { Patches } from '../runtimes/runtime.ts'

export function mergeAdapters(_part: Part, adapters: readonly Adapter[]): Patches | null {
  throw new PlantainError('UNIMPLEMENTED', `adapters: ${adapters.length}`)
}

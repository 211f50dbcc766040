import { performBlend } from './carry-out/blend.ts'
import { performEdit } from './carry-out/edit.ts'
import { performGenerate } from './carry-out/generate.ts'
import { nothing } from './carry-out/usage.ts'
import { performVary } from './carry-out/vary.ts'
import type { Perform } from './perform.ts'

/** Carries out what was understood; see `Perform`. */
export const perform: Perform = async function* (task, tools, signal) {
  switch (task.interpretation.kind) {
    case 'generate':
      return yield* performGenerate(task, tools, signal)
    case 'vary':
      return yield* performVary(task, tools, signal)
    case 'blend':
      return yield* performBlend(task, tools, signal)
    case 'edit':
    case 'style_transfer':
    case 'branch':
    case 'export':
    case 'revert_to':
      return yield* performEdit(task, tools, signal)
    default:
      return nothing()
  }
}

import { performBlend } from './carry-out/blend.ts'
import { performEdit } from './carry-out/edit.ts'
import { performGenerate } from './carry-out/generate.ts'
import { nothing } from './carry-out/usage.ts'
import { performVary } from './carry-out/vary.ts'
import type { Wish } from '@plantain/core'
import type { Perform, Task } from './perform.ts'

/** Carries out what was understood; see `Perform`. */
export const perform: Perform = async function* (task, tools, signal) {
  switch (task.interpretation.kind) {
    case 'generate':
      if (isWithin(task)) return yield* performEdit(addingInstead(task), tools, signal)
      return yield* performGenerate(task, tools, signal)
    case 'vary':
      if (isWithin(task)) return nothing(UNBOUNDED)
      return yield* performVary(task, tools, signal)
    case 'blend':
      if (isWithin(task)) return nothing(UNBOUNDED)
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

const UNBOUNDED =
  'That makes another picture and cannot be held within a mask; say it without one, or say what to change where you painted.'
const isWithin = ({ mask, current }: Task): boolean => mask !== null && current !== null

/** "A red balloon", with a mask painted over the picture: it goes there. */
function addingInstead(task: Task): Task {
  const { ops, ...rest } = task.interpretation
  const wishes = ops.flatMap((wish): readonly Wish[] =>
    wish.op === 'create' ? (wish.subject ?? []).map((target) => ({ op: 'add', target })) : [wish],
  )
  return { ...task, interpretation: { ...rest, kind: 'edit', ops: wishes } }
}

import type { Interpretation, Message } from '@plantain/core'
import { opsBefore } from './before.ts'

const BACK = /^\W*(?:(?:and|now|then|ok|okay|so)\W+)*back(?: again)?\W*$/i

/** "And back", after a turn by 90 degrees: not the same turn once more, which the reading leans on, but the one before undone. */
export function takenBack(reading: Interpretation, { message, history }: Message): Interpretation {
  if (!BACK.test(message)) return reading
  // "And back" is one step, whatever was done before.
  if (reading.kind === 'undo') return { ...reading, ops: [{ op: 'undo' }] }
  const before = opsBefore(history)
  const repeats =
    reading.kind === 'edit' &&
    reading.ops.length > 0 &&
    reading.ops.every(({ op }) => before.some((one) => one.op === op))
  return repeats ? { kind: 'undo', ops: [{ op: 'undo' }], refers_to: [] } : reading
}

import type { Interpretation, Message, Wish } from '@plantain/core'
import { opsBefore } from './before.ts'

const BORROWED = ['region', 'color'] as const

/**
 * "More clouds" after "a green hat on the kid" asks for no green clouds on the kid: colour and place of the edit before stay with what it was about.
 * Of nothing but such short wishes for more; whatever else leans on the edit before ("and a scarf") means its place, too.
 */
export function unborrowed(reading: Interpretation, { message, history }: Message): Interpretation {
  const before = opsBefore(history)
  const [wish] = reading.ops
  if (reading.kind !== 'edit' || wish?.op !== 'add' || reading.ops.length > 1 || !MORE.test(message))
    return reading
  if (before.some(({ target }) => target === wish.target)) return reading
  const borrowed = BORROWED.filter(
    (slot) => wish[slot] !== undefined && before.some((one) => one[slot] === wish[slot]),
  )
  if (borrowed.length === 0) return reading
  const own: { -readonly [K in keyof Wish]: Wish[K] } = { ...wish }
  for (const slot of borrowed) delete own[slot]
  return { ...reading, ops: [own] }
}
const MORE = /^\W*(?:some |a few |even |a bit )?more \p{L}+\W*(?:please\W*)?$/iu

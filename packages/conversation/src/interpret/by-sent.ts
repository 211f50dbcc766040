import type { Interpretation, Message } from '@plantain/core'
import { guidanceIn, guideOf, guidesFor, guideWords } from '../guidance.ts'

/**
 * "Use the colours of this photo for the sky": the picture that is sent now, or that the number names, and no earlier one that the reading points at.
 */
export function bySent(reading: Interpretation, message: Message): Interpretation {
  if (reading.kind !== 'edit' && reading.kind !== 'style_transfer') return reading
  const said = reading.ops.flatMap(({ value }) => (value === undefined ? [] : (guideOf(value) ?? [])))
  const guidance = said.length === 1 ? guidanceIn(message.message) : null
  const [guide, ...more] = guidance === null ? [] : (guidesFor(guidance, message) ?? [])
  const [wrong] = said
  if (guide === undefined || wrong === undefined || more.length > 0 || guide.ref === wrong.ref) return reading
  return {
    ...reading,
    ops: reading.ops.map((wish) =>
      wish.value !== undefined && guideOf(wish.value) !== null
        ? { ...wish, value: guideWords({ ...wrong, ref: guide.ref }) }
        : wish,
    ),
    refers_to: [...new Set([...reading.refers_to.filter((ref) => ref !== wrong.ref), guide.ref])],
  }
}

import type { Interpretation, Message } from '@plantain/core'
import { PLACES } from './places.ts'

/** Places to put somebody, where no thing of that name could be meant: a castle or a stage is one, a horse or a hat is not. */
const PUT = new RegExp(
  `^(?:please |can you |could you |now )*(?:put|place|set|show) (?:this|that) (\\p{L}+),? (?:in|on|at|onto|into) ((?:the |an? )?(?:\\p{L}+ ){0,2}(?:${PLACES}|moon|mars|space|snow|paris|london|new york|tokyo)s?)(?: at (?:night|dawn|dusk|noon|sunset))?[.!]?$`,
  'iu',
)

/**
 * "Put this rocket on the moon", of the one picture that there is: its place is another, and no second rocket is drawn. English.
 */
export function putElsewhere(
  reading: Interpretation,
  { message, history, images, uploads }: Message,
): Interpretation {
  const [wish, ...others] = reading.ops
  const isOnly = Math.max(images, uploads.length) === 1
  const isAdd = reading.kind === 'edit' && wish?.op === 'add' && others.length === 0
  if (!isOnly || (!isAdd && reading.kind !== 'clarify')) return reading
  if (history.some((turn) => turn.role === 'assistant' && turn.scene !== undefined)) return reading
  const [, name, where] = PUT.exec(message.trim()) ?? []
  if (name === undefined || where === undefined) return reading
  const target = name.toLowerCase()
  if (isAdd && wish.target?.toLowerCase().includes(target) !== true) return reading
  return {
    kind: 'edit',
    refers_to: reading.refers_to,
    ops: [{ op: 'background', target, value: where.replace(/^(?:the|an?) /i, '') }],
  }
}

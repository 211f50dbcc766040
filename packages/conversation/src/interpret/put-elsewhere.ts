import type { Interpretation, Message } from '@plantain/core'

const PUT =
  /^(?:please |can you |could you |now )*(?:put|place|set|show|imagine) (?:this|that|him|her|it|them)(?: (\p{L}+))?,? ((?:in|on|at|onto|into|inside|under|before|by) .+)$/iu

/**
 * "Put this rocket on the moon", of the one picture that there is: its place is another, and no second rocket is drawn. English.
 */
export function putElsewhere(
  reading: Interpretation,
  { message, history, images, uploads }: Message,
): Interpretation {
  const [wish, ...others] = reading.ops
  const sent = Math.max(images, uploads.length)
  if (reading.kind !== 'edit' || wish?.op !== 'add' || others.length > 0) return reading
  if (sent !== 1 || history.some((turn) => turn.role === 'assistant' && turn.scene !== undefined))
    return reading
  const [, name, where] = PUT.exec(message.trim().replace(/[.!]+$/, '')) ?? []
  if (where === undefined) return reading
  const named = name === undefined ? wish.target : name.toLowerCase()
  if (name !== undefined && wish.target !== undefined && !wish.target.toLowerCase().includes(named!))
    return reading
  const value = where.replace(/^\S+ (?:the |an? )?/i, '')
  return { ...reading, ops: [{ op: 'background', ...(name === undefined ? {} : { target: named! }), value }] }
}

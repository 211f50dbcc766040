import type { Interpretation, Message, Wish } from '@plantain/core'

/** Of a picture without any colour, and no colour of a thing. */
const COLORLESS = /\b(?:black[ -](?:and|&|n)[ -]white|b ?& ?w|monochrome|gr[ae]y ?scale|sepia)\b/i
export const isColorless = (value: string): boolean =>
  new RegExp(`^(?:${COLORLESS.source})$`, 'i').test(value.trim())
const POINTING = /\b(?:it|him|her|them|that|this|these|those)\b/i
const WHOLE = /\b(?:picture|image|photo|photograph|everything|all of it|the whole)\b/i

/**
 * "Black and white, please" is said of the picture, whatever thing the edit before was about and the reading leans on; of a thing it is said by its name or
 * by a pronoun.
 */
export function ofWholePicture(reading: Interpretation, { message }: Message): Interpretation {
  const [wish] = reading.ops
  if (reading.kind !== 'edit' || reading.ops.length !== 1 || wish?.target === undefined) return reading
  const asks = wish.op === 'monochrome' || (wish.op === 'recolor' && isColorless(wish.value ?? ''))
  if (!asks || !COLORLESS.test(message)) return reading
  const said = message.toLowerCase()
  const isNamed = wish.target
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 2 && said.includes(word))
  if (!WHOLE.test(message) && (isNamed || POINTING.test(message))) return reading
  const value = /sepia/i.test(message) ? 'sepia' : 'gray'
  const { target: _, ...own }: Wish = { ...wish, op: 'monochrome', value }
  return { ...reading, ops: [own], refers_to: [] }
}

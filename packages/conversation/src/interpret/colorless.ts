import type { Interpretation, Message, Wish } from '@plantain/core'

/** Of a picture without any colour, and no colour of a thing. */
const COLORLESS = /\b(?:black (?:and|&|n) white|b ?& ?w|monochrome|gr[ae]y ?scale|sepia)\b/i
const FILLERS =
  /\b(?:and|now|then|ok|okay|so|well|just|please|thanks|maybe|perhaps|try|go|in|a|an|the|to|version|tone|tones|filter|style|look|effect)\b/gi

/** "Black and white, please" is said of the picture, whatever thing the edit before was about and the reading leans on; "make it black and white" is not. */
export function ofWholePicture(reading: Interpretation, { message }: Message): Interpretation {
  const [wish] = reading.ops
  const isAlone =
    COLORLESS.test(message) && !/\p{L}/u.test(message.replace(COLORLESS, '').replace(FILLERS, ''))
  if (!isAlone || reading.kind !== 'edit' || reading.ops.length !== 1 || wish?.target === undefined)
    return reading
  if (wish.op !== 'monochrome' && !(wish.op === 'recolor' && COLORLESS.test(wish.value ?? ''))) return reading
  const value = /sepia/i.test(message) ? 'sepia' : 'gray'
  const { target: _, ...own }: Wish = { ...wish, op: 'monochrome', value }
  return { ...reading, ops: [own], refers_to: [] }
}

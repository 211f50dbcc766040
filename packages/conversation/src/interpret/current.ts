import type { Interpretation, Message } from '@plantain/core'

/** English, by words that few other languages have. */
const ENGLISH = /\b(?:make|the|put|add|turn|give|with|what|is|do you|how many)\b/i
/** Words that an earlier picture is pointed at by. */
const POINTING =
  /\d|\b(?:versions?|variants?|pictures?|images?|photos?|shots?|scenes?|renders?|collages?|edits?|results?|turns?|steps?|attempts?|drafts?|ones?|first|second|third|fourth|last|latest|previous|earliest|earlier|original|initial|beginning|start|before|after|that|this|these|those|back|again|other|both|same|as|like|from|where|when|without|two|three)\b/i
/** Uses, and the picture that is shown. */
const OF_NONE =
  /\b(?:passport|profile|product|id) (?:photos?|pictures?|shots?)\b|\b(?:in|on|of) (?:the|this) (?:picture|image|photo|scene)\b/gi

/**
 * "Make a passport photo", after a step back, and "what is in the picture?": of the picture that is shown, and of no earlier one, which nothing in the message
 * points at. English.
 */
export function ofCurrent(reading: Interpretation, { message }: Message): Interpretation {
  const { kind, refers_to } = reading
  if ((kind !== 'edit' && kind !== 'question') || !refers_to.some(isTurn)) return reading
  if (!ENGLISH.test(message) || POINTING.test(message.replace(OF_NONE, ''))) return reading
  return { ...reading, refers_to: refers_to.filter((ref) => !isTurn(ref)) }
}
const isTurn = (ref: string): boolean => ref.startsWith('turn:')

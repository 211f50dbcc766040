import type { Interpretation, Message } from '@plantain/core'
import { opsBefore } from './before.ts'

/** English, by words that few other languages have. */
const ENGLISH = /\b(?:make|the|put|add|turn|give|with|what|is|do you|how many)\b/i
/** Words that an earlier picture is pointed at by. */
const POINTING =
  /\d|\b(?:versions?|variants?|pictures?|images?|photos?|shots?|scenes?|renders?|collages?|edits?|results?|steps?|attempts?|drafts?|ones?|first|second|third|fourth|last|latest|previous|earliest|earlier|original|initial|beginning|start|before|after|that|this|these|those|back|again|other|both|same|as|like|from|where|when|without|two|three)\b/i
/** Uses, and the picture that is shown. */
const OF_NONE =
  /\b(?:passport|profile|product|id) (?:photos?|pictures?|shots?)\b|\b(?:in|on|of) (?:the|this) (?:picture|image|photo|scene)\b/gi

const KINDS: ReadonlySet<string> = new Set(['edit', 'question', 'style_transfer'])

/**
 * "Make a passport photo", after a step back, and "what is in the picture?", or "turn it into a watercolor" of a photograph that was changed since it was sent: of
 * the picture that is shown, and of no earlier one, which nothing in the message points at. English.
 */
export function ofCurrent(reading: Interpretation, { message, history, images }: Message): Interpretation {
  const { kind, ops, refers_to } = reading
  const isChanged = images === 0 && opsBefore(history).length > 0
  const isEarlier = (ref: string): boolean =>
    ref.startsWith('turn:') || (isChanged && ref.startsWith('image:'))
  const takes = ops.some(({ source, sources }) => source !== undefined || sources !== undefined)
  if (takes) return ofShown(reading, { message, history, images })
  if (!KINDS.has(kind) || !refers_to.some(isEarlier)) return reading
  if (!ENGLISH.test(message) || POINTING.test(message.replace(OF_NONE, ''))) return reading
  return { ...reading, refers_to: refers_to.filter((ref) => !isEarlier(ref)) }
}

/** "Now the style of this one", with a picture sent to one that is shown: what was sent before has no part in it, where nothing points at it. */
function ofShown(
  reading: Interpretation,
  { message, history, images }: Pick<Message, 'message' | 'history' | 'images'>,
): Interpretation {
  const { ops, refers_to } = reading
  if (images !== 1 || opsBefore(history).length === 0 || EARLIER.test(message)) return reading
  const taken = new Set(ops.flatMap(({ source, sources = [], into }) => [source, ...sources, into]))
  const left = refers_to.filter((ref) => !ref.startsWith('image:') || taken.has(ref))
  return left.length === refers_to.length ? reading : { ...reading, refers_to: left }
}
const EARLIER =
  /\d|\b(?:first|second|third|original|earlier|before|previous|upload\w*|sent|both|other|photos|pictures|images)\b|第|erste|zweite|premi|deuxi|primer|segund/i

import type { Interpretation, Message } from '@plantain/core'

const ENGLISH = /\b(?:make|the|put|add|turn|change|give|with|and)\b/i
/** Words that an earlier picture is pointed at by. */
const POINTING =
  /\d|\b(?:versions?|pictures?|images?|turns?|steps?|attempts?|drafts?|ones?|first|second|third|fourth|last|latest|previous|earlier|original|initial|start|before|after|that|this|these|those|back|again|other|both|same|as|like|from|where|when|without|two|three)\b/i

/** "Make a passport photo", after a step back: of the picture that is shown, and of no earlier one, which nothing in the message points at. English. */
export function ofCurrent(reading: Interpretation, { message }: Message): Interpretation {
  const { kind, refers_to } = reading
  if (kind !== 'edit' || !refers_to.some(isTurn) || !ENGLISH.test(message) || POINTING.test(message))
    return reading
  return { ...reading, refers_to: refers_to.filter((ref) => !isTurn(ref)) }
}
const isTurn = (ref: string): boolean => ref.startsWith('turn:')

import type { Message } from '@plantain/core'

/** "The cat", "both", "the blue one", "left one please": which one, and nothing to be done with it. */
const WHICH =
  /^\W*(?:(?:no|oh|sorry|i mean|i meant|ok|just)\W+)*((?:the|that|this|both|all|my|his|her|their)\b[\p{L}\p{N}' -]{0,40}|(?:left|right|first|second|third|last|upper|lower|top|bottom|big|small|\p{L}+) ones?)\W*(?:please\W*)?$/iu
const PRONOUN = /\b(?:it|that|this|them|those|these|him|her)\b(?! (?:is|was|will|looks)\b)/i
const MOST_WORDS = 5

/**
 * The answer to a question back, put into what had been asked for: "make it orange", "Which one do you mean …?", "the cat" is read as "make the
 * cat orange", and "remove the pot", "the blue one" as "remove the blue pot". English; as it is where the last turn asked nothing, or the message says more.
 */
export function answered(message: Message): Message {
  const { history } = message
  const [asked, question] = history.slice(-2)
  if (asked?.role !== 'user' || question?.role !== 'assistant') return message
  const isQuestion =
    (question.ops ?? []).length === 0 && question.scene === undefined && /[?？]\s*$/.test(question.text ?? '')
  const [, which] = WHICH.exec(message.message) ?? []
  if (!isQuestion || which === undefined || which.split(/\s+/).length > MOST_WORDS) return message
  const whole = putInto(asked.text, which.trim())
  if (whole === null) return message
  const sent = asked.uploads ?? []
  return {
    ...message,
    message: whole,
    history: history.slice(0, -2),
    images: message.images + (asked.images ?? 0),
    uploads: [...sent, ...message.uploads],
  }
}

function putInto(wish: string, which: string): string | null {
  const named = /\b(?:the|that|this|one of the)\s+((?:\p{L}+ )?\p{L}+)\b/iu.exec(wish)
  if (/\bones?$/i.test(which)) {
    const noun = named?.[1]?.split(' ').at(-1)
    if (named === null || noun === undefined) return null
    return wish.replace(named[0], (/^the\b/i.test(which) ? which : `the ${which}`).replace(/ones?$/i, noun))
  }
  return PRONOUN.test(wish) ? wish.replace(PRONOUN, which) : null
}

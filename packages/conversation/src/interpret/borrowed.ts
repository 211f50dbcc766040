import type { Interpretation, Message, Wish } from '@plantain/core'

/** What an ellipsis may take over from the edit before ("another one", "same for the cow"), and only for the same thing. */
const BORROWED = ['region', 'color'] as const
const LEANS =
  /^\W*(?:and|plus|now)\b|\b(?:same|again|also|too|another|likewise|there|as well|such|like (?:that|this|before))\b/i

/**
 * "More clouds" after "a green hat on the kid" asks for no green clouds on the kid: colour and place of the edit before stay with what it was about,
 * unless the message leans on them.
 */
export function unborrowed(reading: Interpretation, { message, history }: Message): Interpretation {
  const last = history.findLast((turn) => turn.role === 'assistant')
  const before = last?.role === 'assistant' ? (last.ops ?? []) : []
  if (reading.kind !== 'edit' || before.length === 0 || LEANS.test(message)) return reading
  const words = new Set(wordsOf(message))
  const isSaid = (text: string): boolean => wordsOf(text).some((word) => word.length > 2 && words.has(word))
  const ops = reading.ops.map((wish): Wish => {
    if (wish.op !== 'add' || before.some(({ target }) => target === wish.target)) return wish
    const kept = BORROWED.filter((slot) => {
      const value = wish[slot]
      return value !== undefined && before.some((one) => one[slot] === value) && !isSaid(value)
    })
    return kept.length === 0
      ? wish
      : (Object.fromEntries(
          Object.entries(wish).filter(([slot]) => !kept.some((one) => one === slot)),
        ) as unknown as Wish)
  })
  return ops.some((wish, at) => wish !== reading.ops[at]) ? { ...reading, ops } : reading
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

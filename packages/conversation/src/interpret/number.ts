import type { Interpretation, Message, Wish } from '@plantain/core'

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }
const NUMBER = `(${Object.keys(NUMBERS).join('|')}|[1-9])`

/**
 * "Remove one cow" of three: a number that the message puts to what is to go is its count, where the reading left it out. English; numbers are a
 * closed class.
 */
export function numbered(reading: Interpretation, { message }: Message): Interpretation {
  const ops = reading.ops.map((wish) => {
    const count = wish.op === 'remove' && wish.count === undefined ? countOf(wish, message) : null
    return count === null ? wish : { ...wish, count }
  })
  return ops.some((wish, at) => wish !== reading.ops[at]) ? { ...reading, ops } : reading
}

/** "All but one cow", "every one of them", "picture 2": numbers of something else. */
const OF_OTHERS = /\b(?:every|each|all|but|except|leave|keep|only|picture|image|photo|step|version|number)\b/i

function countOf({ target = '' }: Wish, message: string): number | null {
  const noun = target
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.at(-1)
  if (noun === undefined || OF_OTHERS.test(message)) return null
  const stem = noun.replace(/(?:es|s)$/, '')
  // "One of the cows", "two more cows", "one white cow"; not "the one cow that …", not "one cow's tail".
  const said = new RegExp(
    `(?<!\\b(?:the|this|that) )\\b${NUMBER} (?:(?:of (?:the|these|those|my|our) )|more |(?!the |of |a |an )\\p{L}+ )?${stem}(?:es|s)?(?!['’]|\\p{L})`,
    'iu',
  ).exec(message)?.[1]
  return said === undefined ? null : (NUMBERS[said.toLowerCase()] ?? Number(said))
}

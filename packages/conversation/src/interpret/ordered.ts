import type { Interpretation, Message, Wish } from '@plantain/core'

/** Their words are lettering, copied as they stand. */
const LETTERED: ReadonlySet<string> = new Set(['add_text', 'edit_text'])

/** Words of a wish that stand together in the message stand in its order: "a city street" is no "street city". */
export function ordered(reading: Interpretation, { message }: Message): Interpretation {
  const said = message.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  const inOrder = (text: string): string => {
    const words = text.split(' ')
    if (words.length < 2 || message.toLowerCase().includes(text.toLowerCase())) return text
    const sorted = sortedWords(words)
    const at = said.findIndex((_, from) => sortedWords(said.slice(from, from + words.length)) === sorted)
    return at < 0 ? text : said.slice(at, at + words.length).join(' ')
  }
  const ops = reading.ops.map((wish) => {
    const own: { -readonly [K in keyof Wish]: Wish[K] } = { ...wish }
    if (typeof wish.target === 'string' && !LETTERED.has(wish.op)) own.target = inOrder(wish.target)
    if (wish.subject) own.subject = wish.subject.map(inOrder)
    return JSON.stringify(own) === JSON.stringify(wish) ? wish : own
  })
  return ops.every((wish, at) => wish === reading.ops[at]) ? reading : { ...reading, ops }
}

const sortedWords = (words: readonly string[]): string =>
  words
    .map((word) => word.toLowerCase())
    .toSorted()
    .join(' ')

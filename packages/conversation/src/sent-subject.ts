import type { Interpretation, Ref } from '@plantain/core'

/** Someone or something of a sent picture that a new one is to show. */
export interface SentSubject {
  /** The message with "a cat" in place of "this cat". */
  readonly rest: string
  readonly name: string
  /** Number said of the picture, from 1; null: the one at hand. */
  readonly which: number | null
}

/** A new picture is asked for: "create a …", "a picture of …", "imagine this man as …". English, as all here; readings of other languages know such subjects by themselves. */
const NEW =
  /^(?:please,? |can you |could you |now )*(?:(?:(?:create|generate|draw|paint|imagine|design|render|make|show|produce|give) (?:me )?)?(?:an?|another|some|two|three) \p{L}|(?:imagine|picture|depict|portray|show me) (?:this|that|the same) \p{L}+ (?:as|in|on|at|with|\p{L}+ing)\b)/iu
const PICTURE = '(?:picture|image|photo|photograph|pic|one|upload)'
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd']
const FROM = new RegExp(
  `\\b(?:the|this|that) (\\p{L}+) (?:from|in|of|on) (?:(?:the|this|that|my) (?:(?:attached|uploaded|other) )?(?:(${ORDINALS.join('|')}) )?${PICTURE}|${PICTURE} ([1-9]))\\b`,
  'iu',
)
const THIS = /\b(?:this|that|the same) (\p{L}+)\b/iu
/** Said after "this", and nobody. */
const NOBODY =
  /^(?:pictures?|images?|photos?|photographs?|pics?|paintings?|shots?|styles?|looks?|time|times|day|days|year|years|week|month|morning|evening|night|afternoon|season|way|kind|sort|size|colou?rs?|palette|place|scene|one|is|was|has|and|in|on|at|with|of|but|as|to|moment|text|title|word|words|sentence|mood|light|lighting|atmosphere|composition|background|pose|angle|view|format|shape|ratio)$/i

export function sentSubject(message: string): SentSubject | null {
  if (!NEW.test(message)) return null
  const [from, name, ordinal, digit] = FROM.exec(message) ?? []
  if (name !== undefined && !NOBODY.test(name)) {
    const said = ORDINALS.findIndex(
      (words) => ordinal !== undefined && new RegExp(`^(?:${words})$`, 'i').test(ordinal),
    )
    const which = digit !== undefined ? Number(digit) : said < 0 ? null : said + 1
    return { rest: message.replace(from!, indefinite(name)), name, which }
  }
  const [whole, own] = THIS.exec(message) ?? []
  if (own === undefined || NOBODY.test(own)) return null
  return { rest: message.replace(whole!, indefinite(own)), name: own, which: null }
}

const indefinite = (name: string): string =>
  /(?:[^s]s|people|men|women|children)$/i.test(name) ? name : `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`

/** A reading of that rest, with whom it is about: first among what is to be seen. */
export function starred(reading: Interpretation, { name }: SentSubject, ref: Ref): Interpretation {
  const ops = reading.ops.map((wish) => {
    if (wish.op !== 'create') return wish
    const { subject = [] } = wish
    const isOf = (one: string): boolean => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(one)
    const own = subject.find(isOf) ?? name.toLowerCase()
    return { ...wish, subject: [own, ...subject.filter((one) => one !== own)], subject_ref: ref }
  })
  return { ...reading, ops, refers_to: [...new Set([...reading.refers_to, ref])] }
}

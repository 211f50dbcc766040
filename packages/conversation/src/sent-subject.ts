import type { Interpretation, Ref } from '@plantain/core'

/** Someone or something of a sent picture that a new one is to show. */
export interface SentSubject {
  /** The message with "a cat" in place of "this cat". */
  readonly rest: string
  readonly name: string
  /** Number said of the picture, from 1; null: the one at hand. */
  readonly which: number | null
}

const PICTURE = '(?:picture|image|photo|photograph|pic|one|upload)'
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd']
// What is shown comes after these, or first of all; after "on", "behind", "around" it is where something else is.
const SHOWS = '(?:^|\\b(?:of|with|featuring|showing|starring|imagine|depict|portray|show me|draw|paint) )'
const FROM = new RegExp(
  `${SHOWS}((?:the|this) (\\p{L}+) (?:from|in|of|on) (?:(?:the|this|that|my) (?:(?:attached|uploaded|other) )?(?:(${ORDINALS.join('|')}) )?${PICTURE}|${PICTURE} ([1-9])))(?!\\p{L})`,
  'iu',
)
const THIS = new RegExp(`${SHOWS}((?:this|the same) (\\p{L}+))(?!\\p{L})`, 'iu')
/** Said after "this", and nobody. */
const NOBODY =
  /^(?:pictures?|images?|photos?|photographs?|pics?|paintings?|shots?|references?|styles?|looks?|time|times|day|days|year|years|week|month|morning|evening|night|afternoon|season|way|kind|sort|size|colou?rs?|palette|place|scene|event|occasion|moment|one|is|was|has|and|in|on|at|with|of|but|as|to|text|title|word|words|sentence|quote|mood|light|lighting|atmosphere|feel|vibe|composition|background|pose|angle|view|format|shape|ratio)$/i

/** English, as all here; readings of other languages know such subjects by themselves. */
export function sentSubject(message: string): SentSubject | null {
  const [, from, name, ordinal, digit] = FROM.exec(message) ?? []
  if (from !== undefined && name !== undefined && !NOBODY.test(name)) {
    const isSaid = (words: string): boolean => new RegExp(`^(?:${words})$`, 'i').test(ordinal ?? '')
    const said = ORDINALS.findIndex(isSaid)
    const which = digit !== undefined ? Number(digit) : said < 0 ? null : said + 1
    return { rest: message.replace(from, indefinite(name)), name, which }
  }
  const [, whole, own] = THIS.exec(message) ?? []
  if (whole === undefined || own === undefined || NOBODY.test(own)) return null
  return { rest: message.replace(whole, indefinite(own)), name: own, which: null }
}

const indefinite = (name: string): string =>
  /(?:[^s]s|people|men|women|children)$/i.test(name) ? name : `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`

/** A reading of that rest, with whom it is about: first among what is to be seen. */
export function starred(reading: Interpretation, { name }: SentSubject, ref: Ref): Interpretation {
  const isOf = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu')
  const ops = reading.ops.map((wish) => {
    if (wish.op !== 'create') return wish
    const { subject = [] } = wish
    const own = subject.find((one) => isOf.test(one)) ?? name.toLowerCase()
    return { ...wish, subject: [own, ...subject.filter((one) => one !== own)], subject_ref: ref }
  })
  return { ...reading, ops, refers_to: [...new Set([...reading.refers_to, ref])] }
}

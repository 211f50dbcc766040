/** English for people: lists, articles, numbers. */

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
export const numberWord = (count: number): string => numbers[count] ?? String(count)

/** "a, b and c". */
export function list(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

export const sentence = (text: string): string => {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const capital = trimmed[0]!.toUpperCase() + trimmed.slice(1)
  return /[.!?…]["”')]?$/.test(capital) ? capital : `${capital}.`
}

const irregular: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  mouse: 'mice',
  goose: 'geese',
  foot: 'feet',
  tooth: 'teeth',
  leaf: 'leaves',
  wolf: 'wolves',
  shelf: 'shelves',
  knife: 'knives',
  loaf: 'loaves',
  ox: 'oxen',
}
const sameInPlural =
  /(^|\s)(sheep|fish|deer|aircraft|bison|moose|salmon|grass|snow|rain|water|smoke|steam|fog)$/
const alreadyPlural = /(men|women|children|people|mice|geese|feet|teeth|[^s]s)$/

/** Of the last word: "pine tree" → "pine trees". A word that is plural stays. */
export function plural(noun: string): string {
  if (sameInPlural.test(noun)) return noun
  const [, before, word] = /^(.*?)([^\s]+)$/.exec(noun) ?? ['', '', noun]
  const known = irregular[word!]
  if (known !== undefined) return before + known
  if (isPlural(word!)) return noun
  if (/[^aeiou]y$/.test(word!)) return `${before}${word!.slice(0, -1)}ies`
  return `${before}${word}${/(s|x|z|ch|sh)$/.test(word!) ? 'es' : 's'}`
}
/** Words in -us, -as and -is are singular for the most part (cactus, canvas, iris). */
const isPlural = (word: string): boolean => alreadyPlural.test(word) && !/(us|as|is)$/.test(word)

const mass =
  /(^|\s)(snow|rain|fog|smoke|steam|water|sand|grass|ice|fire|light|lightning|mist|hair|food|bread|coffee|tea|fruit|furniture|lettering|text|sky|moonlight|sunlight|fabric|wood|glass|gold)$/
const determined =
  /^(a|an|the|some|any|no|my|your|his|her|its|our|their|this|that|these|those|several|many|few|both|all|each|every|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s/i

/** "red house" → "a red house", "two pine trees" and "snow" stay. */
export function withArticle(noun: string): string {
  const words = noun.trim()
  if (words === '' || determined.test(words) || mass.test(words)) return words
  const head = words.split(/\s+(?:with|of|in|on|at|under|over|by|from|wearing|holding)\s/)[0]!
  if (isPlural(head.split(/\s+/).at(-1)!)) return words
  return `${startsWithVowel(words) ? 'an' : 'a'} ${words}`
}
const startsWithVowel = (word: string): boolean =>
  /^[aeiou]/i.test(word) && !/^(uni([^mn]|$)|us(e|u)|eu|one\b|once)/i.test(word)

/** "the house"; a name or a phrase that has its own word before it stays. */
export const withThe = (noun: string): string =>
  determined.test(noun) || /^[A-Z]/.test(noun) || noun === '' ? noun : `the ${noun}`

export const counted = (count: number, noun: string): string =>
  count === 1 ? withArticle(noun) : `${numberWord(count)} ${plural(noun)}`

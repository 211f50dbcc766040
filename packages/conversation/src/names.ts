import type { Element } from '@plantain/core'

/** A name that the message gives to a thing of the picture: "call her Mia", "the dog's name is Rex". */
export interface Naming {
  readonly name: string
  /** The things that it can mean; more than one has to be asked about. */
  readonly candidates: readonly Element[]
}

const name = String.raw`["“']?([\p{Lu}][\p{L}\p{M}'’-]*(?: [\p{Lu}][\p{L}\p{M}'’-]*){0,2})["”']?`
const whom = String.raw`(him|her|it|them|(?:the|this|that) [\p{L} ]{1,40}?)`
/** How a name is given, and whom it means where the words are a pronoun alone. */
const manners: readonly (readonly [RegExp, 'her' | 'him' | 'it' | 'named'])[] = (
  [
    [
      String.raw`^(?:please |let'?s |i(?:'ll| will)? |we(?:'ll| will)? )?(?:call|name) ${whom} ${name}$`,
      'named',
    ],
    [String.raw`^${whom}(?:'s name is| is called| is named) ${name}$`, 'named'],
    [String.raw`^her name is ${name}$`, 'her'],
    [String.raw`^his name is ${name}$`, 'him'],
    [String.raw`^its name is ${name}$`, 'it'],
    [
      String.raw`^(?:nenne? sie|sie hei(?:ß|ss)t|ll[aá]mala|ella se llama|appelle[- ]la|elle s['’]appelle) ${name}$`,
      'her',
    ],
    [
      String.raw`^(?:nenne? ihn|er hei(?:ß|ss)t|ll[aá]malo|él se llama|appelle[- ]le|il s['’]appelle) ${name}$`,
      'him',
    ],
    [String.raw`^(?:nenne? es|es hei(?:ß|ss)t|se llama) ${name}$`, 'it'],
  ] as const
).map(([pattern, meaning]) => [new RegExp(pattern, 'iu'), meaning])

const women = /\b(woman|girl|lady|queen|princess|mother|grandmother|bride|witch|ballerina|mermaid)\b/
const men = /\b(man|boy|gentleman|king|prince|father|grandfather|groom|wizard|knight|cowboy|monk)\b/
const matter =
  /\b(sky|sea|lake|river|water|ground|grass|meadow|field|beach|mountains?|hills?|forest|background|floor|wall|snow|clouds?|land)\b/

/**
 * null: the message gives no name. Only the plain forms are taken, with a capital letter: a message that asks for something
 * else must not be lost. "Call it X" is lettering where the picture has lettering.
 */
export function findNaming(message: string, scene: readonly Element[]): Naming | null {
  const text = message.trim().replace(/[.!]+$/, '')
  for (const [manner, meaning] of manners) {
    const match = manner.exec(text)
    if (match === null) continue
    const [target, given] = meaning === 'named' ? [match[1]!.toLowerCase(), match[2]!] : [meaning, match[1]!]
    if (!/^\p{Lu}/u.test(given)) return null // the flag i lets small letters through
    if (target === 'it' && scene.some(({ value }) => value !== undefined)) return null
    const candidates = meant(target, scene)
    // A noun that the picture does not have: the message is about something else.
    return candidates.length === 0 && /^(the|this|that) /.test(target) ? null : { name: given, candidates }
  }
  return null
}

function meant(target: string, scene: readonly Element[]): readonly Element[] {
  const named = (pattern: RegExp): readonly Element[] => scene.filter(({ name: word }) => pattern.test(word))
  if (target === 'her' || target === 'him') {
    const persons = named(target === 'her' ? women : men)
    if (persons.length > 0) return persons
  }
  const noun = /^(?:the|this|that) (.+)$/.exec(target)?.[1]
  if (noun !== undefined)
    return scene.filter((one) => {
      const full = [one.color, one.name].filter(Boolean).join(' ').toLowerCase()
      return (
        full === noun || one.name.toLowerCase() === noun || one.name.toLowerCase().split(' ').at(-1) === noun
      )
    })
  return scene.filter(({ name: word }) => !matter.test(word))
}

/**
 * The message with the names that people gave replaced by what they stand for, so that who reads it need not know them. What
 * stands in quotation marks is lettering and stays.
 */
export function withoutNames(
  message: string,
  names: Readonly<Record<string, string>>,
  scene: readonly Element[],
  known: readonly Element[],
): string {
  return Object.entries(names).reduce((text, [id, given]) => {
    const here = scene.find((one) => one.id === id)
    const thing = here ?? known.find((one) => one.id === id)
    if (thing === undefined) return text
    const color = here !== undefined && several(scene, thing) && thing.color ? `${thing.color} ` : ''
    const phrase = `the ${here === undefined ? 'same ' : ''}${color}${thing.name}`
    return outsideQuotes(text, (part) => part.replace(wholeWord(given), phrase))
  }, message)
}
const several = (scene: readonly Element[], thing: Element): boolean =>
  scene.filter((one) => one.name === thing.name).length > 1
const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')

const outsideQuotes = (text: string, change: (part: string) => string): string =>
  text
    .split(/("[^"]*"|“[^”]*”|«[^»]*»|「[^」]*」)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')

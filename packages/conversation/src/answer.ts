import type { Interpretation, SummaryThing } from '@plantain/core'
import { nameOfPicture, tellApart } from './ask.ts'
import { describeWishes, namesIn, type NameOf } from './explain.ts'
import { elementsOf, namesOf } from './history.ts'
import { isPiece } from './pieces.ts'
import { picturesIn } from './references.ts'
import type { Session } from './session.ts'
import { ancestors, optionsOf, pictureAt, standing, turnAt } from './tree.ts'
import { counted, list, numberWord, plural, sentence, withArticle, withThe } from './words.ts'

/** All that an answer in words can be read off. */
interface Asked {
  readonly message: string
  readonly session: Session
  readonly interpretation: Interpretation
  /** What the picture that is asked about shows; empty where there is none. */
  readonly things: readonly SummaryThing[]
  readonly nameOf: NameOf
}

/** A kind of question: null where the message is another. */
type Answer = (asked: Asked) => string | null

/**
 * The answer to a message that wants words, from what is known of the pictures and of the session; the first kind that fits.
 *
 * session: with the message as its last turn
 */
export function answer(session: Session, interpretation: Interpretation, message: string): string {
  const picture = pictureAt(session, picturesIn(interpretation)[0] ?? 'current')
  const nameOf = namesIn(picture?.summary, namesOf(session))
  const asked = { message, session, interpretation, things: picture?.summary.things ?? [], nameOf }
  for (const one of answers) {
    const text = one(asked)
    if (text !== null) return text
  }
  return picture === undefined
    ? 'There is no picture yet. Tell me what to draw, for example “a red house by a lake”, or send me a picture.'
    : describe(asked)
}

const says =
  (pattern: RegExp): ((asked: Asked) => boolean) =>
  ({ message }) =>
    pattern.test(message)
const when =
  (fits: (asked: Asked) => boolean, text: (asked: Asked) => string | null): Answer =>
  (asked) =>
    fits(asked) ? text(asked) : null

const isThanks = says(
  /\b(thanks?|thank you|thx|ty|cheers|merci|danke|gracias|great|perfect|lovely|awesome|beautiful|nice|super|genial|parfait|well done|love it)\b|谢|謝|ありがと|धन्यवाद|शुक्रिया/i,
)
const isGreeting = says(
  /^\W*(hi|hello|hey|hiya|good (morning|afternoon|evening|day)|bonjour|salut|hallo|guten (morgen|tag|abend)|hola|buen[oa]s (d[ií]as|tardes|noches))\b|^\s*(你好|您好|こんにちは|おはよう|नमस्ते)/i,
)
const isFarewell = says(/\b(bye|goodbye|good night|see you|tsch[uü]ss|au revoir|adi[oó]s)\b|再见|さようなら/i)
const asksWords = /[?？]|\b(what|how|which|where|who|is|are|do|does|can|could|quel|was|wie|qu[eé])\b/i

const whatCanBeDone =
  'Tell me what to draw, then say what to change: add, remove, move or recolour things, the weather, the season, the time of day, the style, the light, crop, rotate, write something. “Undo” takes a change back, “go back to the first one” an earlier picture, and “export as JPEG” gives you a file.'

const answers: readonly Answer[] = [
  when(
    (a) => isGreeting(a) && !asksWords.test(a.message.replace(/how are you/i, '')),
    ({ session }) =>
      pictureAt(session, 'current') === undefined
        ? 'Hello! What would you like to see?'
        : 'Hello! What would you like me to change, or to draw next?',
  ),
  when(
    (a) => isThanks(a) && !/[?？]/.test(a.message),
    () => 'You are welcome! Say what to change, or what to draw next.',
  ),
  when(isFarewell, () => 'Goodbye! Everything is kept in this session.'),
  when(
    says(
      /\bwhat did (you|i|we)\b|\bwhat (has |have you )?(changed?|been done)|what was (changed|done)|was hast du (ge|ver)|qu'?as-tu (fait|chang)|qu[eé] (has )?cambia|改了什么|何を変え|क्या बदला/i,
    ),
    whatChanged,
  ),
  when(
    // A question about the last edit; one of what is to be seen is not, whatever it refers to.
    ({ interpretation, message }) =>
      interpretation.refers_to.includes('edit:last') &&
      /what|was|qu/i.test(message) &&
      !/\b(in|on) (it|this|that|there|here|the (picture|image|photo))\b|\b(see|show|describe)\b/i.test(
        message,
      ),
    whatChanged,
  ),
  when(
    says(
      /\bhow many (turns?|messages?|steps?|edits?|changes?|pictures?|images?|versions?|branches|lines)\b/i,
    ),
    howManyTurns,
  ),
  when(
    says(
      /\bhow many\b|\bhow much\b|cu[aá]nt[oa]s?|combien|wie ?viele?|有几|几[只个辆]|多少|いくつ|何(匹|羽|個|台|人|頭)|कितन/i,
    ),
    howMany,
  ),
  when(
    says(
      /\b(resolution|dimensions?|how (big|large|wide|high)|size|pixels?|megapixels?|aspect( ratio)?)\b|aufl[oö]sung|r[eé]solution|resoluci[oó]n|分辨率|解像度|रिज़ॉल्यूशन/i,
    ),
    size,
  ),
  when(
    says(/\b(formats?|file types?|download|export)\b|dateiformat|格式|形式|प्रारूप/i),
    () =>
      'You can have PNG, JPEG or WebP, at any size and quality, or all pictures of this session as a ZIP. Say “export as JPEG at 85” for example.',
  ),
  when(
    says(
      /\b(keep|store|save|privacy|private|upload(ed)? (to|any)|delete|where (are|is|do).*(stored|kept|saved)|who can see)\b.*[?？]|datenschutz|confidential|privacidad|隐私|プライバシー/i,
    ),
    () =>
      'Your pictures stay where this program runs and are sent to nobody. This session is kept there with its pictures until its data folder is removed.',
  ),
  when(says(/\bwhat(?:'s| is| was)? the seed\b|\bwhich seed\b|\bseed\b.*[?？]/i), ({ session }) => {
    const turn = turnAt(session, standing(session).current ?? '')
    return turn === undefined ? null : `The seed of this picture is ${turn.seed}.`
  }),
  when(
    says(
      /\bwhat(?:'s| is| are)? (?:her|his|its|their) names?\b|\bwhat (?:is|was) (?:he|she|it|the \w+) called\b/i,
    ),
    theNames,
  ),
  when(says(/\b(options?|defaults?|settings?)\b.*[?？]/i), theOptions),
  when(
    says(
      /\b(ideas?|suggest|suggestions?|inspir|what (could|should|can) i (do|add|change|try)|how (could|can) i make)\b|qu[eé] puedo hacer|was kann ich|que puis-je|我能|何ができ|क्या कर सकत/i,
    ),
    ideas,
  ),
  when(
    says(
      /\b(what can you do|what do you do|help|how (does|do) (this|it|you|i)|who are you|what are you)\b|\bhilfe\b|\bayuda\b|\baide\b|帮助|ヘルプ|मदद/i,
    ),
    () => whatCanBeDone,
  ),
  when(
    says(
      /\bwhat colou?r|\bwhich colou?r|is (it|the|that).*\bor\b|welche farbe|quelle couleur|qu[eé] color|什么颜色|何色|कौन सा रंग|रंग/i,
    ),
    whatColor,
  ),
  when(says(/\bwhere\b|\bwo (ist|sind)\b|\bo[uù] (est|sont)\b|d[oó]nde|在哪|どこ|कहाँ/i), where),
  when(
    says(
      /\b(weather|season|time of day|style|what time|day or night|light)\b.*[?？]|^(what|which) (weather|season|style)/i,
    ),
    atmosphere,
  ),
  when(
    says(
      /^\W*(is|are) (there|it|this|that|the)\b|\bdo you see\b|\bcan you see\b|\bhay\b|\bgibt es\b|y a-t-il|有没有|ありますか/i,
    ),
    isThere,
  ),
]

function whatChanged({ message, session, nameOf }: Asked): string {
  const { current } = standing(session)
  const turn = current === null ? undefined : turnAt(session, current)
  if (turn === undefined) return 'I have not changed anything yet.'
  const line = [...ancestors(session, current!), current!].flatMap((place) => turnAt(session, place) ?? [])
  if (line.length > 1 && SO_FAR.test(message))
    return `So far, step by step: ${line.map(({ interpretation, text }) => describeWishes(interpretation.ops, nameOf) || text).join('; ')}.`
  const what = describeWishes(turn.interpretation.ops, nameOf)
  return what === '' ? sentence(turn.text) : `I ${what}.`
}

const SO_FAR =
  /\b(?:so far|until now|all|every(?:thing)?|since|altogether|in total|bisher|alles|jusqu|tout|hasta ahora|todo)\b|到目前|全部|これまで|अब तक/i

function howManyTurns({ session, message }: Asked): string {
  const before = session.turns.slice(0, -1)
  const { lines } = standing(session)
  const pictures = before.reduce((sum, turn) => sum + turn.pictures.length, 0)
  if (/\b(branches|lines)\b/i.test(message))
    return `There ${lines === 1 ? 'is one line' : `are ${numberWord(lines)} lines`} of pictures.`
  if (/\b(pictures?|images?|versions?)\b/i.test(message) && !/\bin (the|this)\b/i.test(message))
    return `There ${pictures === 1 ? 'is one picture' : `are ${numberWord(pictures)} pictures`} in this session so far.`
  if (/\b(edits?|changes?)\b/i.test(message)) {
    const edits = before.filter((turn) => turn.pictures.length > 0 && turn.kind !== 'generate').length
    return `There ${edits === 1 ? 'was one change' : `were ${numberWord(edits)} changes`} so far.`
  }
  return `There ${before.length === 1 ? 'was one turn' : `were ${numberWord(before.length)} turns`} before this one, with ${counted(pictures, 'picture')}.`
}

/** Things that are asked about: those that the interpretation names, else those whose name stands in the message. */
function meant({ interpretation, things, message }: Asked): readonly SummaryThing[] {
  const ids = interpretation.refers_to.map((reference) => reference.replace(/^el:/, ''))
  const listed = things.filter(({ id }) => ids.includes(id))
  if (listed.length > 0) return listed
  const text = ` ${message.toLowerCase()} `
  return things.filter(({ name }) => {
    const last = name.toLowerCase().split(' ').at(-1)!
    return [name.toLowerCase(), last, plural(name.toLowerCase()), plural(last)].some((word) =>
      new RegExp(`\\b${word.replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'u').test(text),
    )
  })
}

const total = (things: readonly SummaryThing[]): number =>
  things.reduce((sum, { count = 1 }) => sum + count, 0)

function howMany(asked: Asked): string {
  const things = meant(asked)
  const noun =
    /\bhow (?:many|much) ([\p{L} -]+?)(?: (?:are|is|do|does|can|have|in|on|there)\b|[?？]|$)/iu.exec(
      asked.message,
    )?.[1]
  if (things.length === 0) {
    if (asked.things.length === 0) return notSeen(asked)
    return noun === undefined ? describe(asked) : `I see no ${noun.trim()} in the picture.`
  }
  const count = total(things)
  const kinds = [...new Set(things.map(({ name }) => name))]
  if (kinds.length === 1) return `There ${count === 1 ? 'is' : 'are'} ${counted(count, kinds[0]!)}.`
  return `There are ${count} in all: ${list(kinds.map((kind) => counted(total(things.filter(({ name }) => name === kind)), kind)))}.`
}

function size({ session, interpretation }: Asked): string {
  const picture = pictureAt(session, picturesIn(interpretation)[0] ?? 'current')
  return picture === undefined
    ? 'There is no picture yet. New ones are 1024 x 1024 pixels unless you ask for another size.'
    : `It is ${picture.width} x ${picture.height} pixels.`
}

function theNames({ session }: Asked): string {
  const names = Object.entries(namesOf(session))
  if (names.length === 0) return 'No names were given yet. Say “call her Mia” to give one.'
  return sentence(
    list(
      names.map(
        ([id, given]) =>
          `${withThe(namesIn(pictureAt(session, 'current')?.summary, {})(`el:${id}`))} is ${given}`,
      ),
    ),
  )
}

function theOptions({ session }: Asked): string {
  const options = Object.entries(optionsOf(session))
  if (options.length === 0)
    return 'Nothing is set for this session; pictures are made with the usual settings.'
  return `For this session I noted: ${list(options.map(([name, value]) => `${name} ${value}`))}.`
}

function ideas({ things, session }: Asked): string {
  const [thing] = things
  if (pictureAt(session, 'current') === undefined)
    return 'You could start with a place and one thing in it, for example “a lighthouse on a cliff at sunset”.'
  const about = thing === undefined ? '' : `give ${withThe(thing.name)} another colour, `
  return `You could ${about}change the time of day to golden hour, add something in the foreground, make it snow, or try it as a watercolor.`
}

function whatColor(asked: Asked): string | null {
  const things = meant(asked)
  if (things.length === 0) return null
  const names = tellApart(elementsOf({ things }))
  return sentence(
    list(
      things.map(({ color }, i) =>
        color === undefined
          ? `I do not know the colour of ${names[i] ?? 'it'}`
          : `${names[i]?.replace(`${color} `, '') ?? 'it'} is ${color}`,
      ),
    ),
  )
}

function where(asked: Asked): string | null {
  const things = meant(asked).filter(({ region }) => region !== undefined)
  if (things.length === 0) return null
  return sentence(list(things.map(({ name, region }) => `${withThe(name)} is ${inRegion(region!)}`)))
}
const inRegion = (region: string): string =>
  /^(center|centre|middle|foreground|background)$/.test(region) ? `in the ${region}` : `at the ${region}`

function atmosphere({ session, message }: Asked): string | null {
  const summary = pictureAt(session, 'current')?.summary
  if (summary === undefined) return null
  const { weather, season, time_of_day, style, light } = summary
  const told = [
    [/weather/i, 'weather', weather],
    [/season/i, 'season', season],
    [/time|night/i, 'time of day', time_of_day],
    [/style/i, 'style', style],
    [/light/i, 'light', light],
  ] as const
  const found = told.find(([pattern]) => pattern.test(message))
  return found === undefined || found[2] === undefined ? null : `The ${found[1]} is ${found[2]}.`
}

function isThere(asked: Asked): string | null {
  if (asked.things.length === 0) return notSeen(asked)
  const things = meant(asked)
  if (things.length > 0) return `Yes, there ${total(things) === 1 ? 'is' : 'are'} ${list(named(things))}.`
  const noun = /\b(?:is|are) there (?:an?|any|some|the)? ?([\p{L} -]+?)(?: (?:in|on|at)\b.*)?[?？]/iu.exec(
    asked.message,
  )?.[1]
  return noun === undefined ? null : `No, I see no ${noun.trim()} in the picture.`
}

/** Hair and clothes are told with whom they belong to. */
const wholes = (things: readonly SummaryThing[]): readonly SummaryThing[] =>
  things.filter(({ id }) => !isPiece(id))
const named = (things: readonly SummaryThing[]): readonly string[] =>
  things.map(({ name, color, count = 1 }) => counted(count, [color, name].filter(Boolean).join(' ')))

function notSeen({ session }: Asked): string {
  return pictureAt(session, 'current') === undefined
    ? 'There is no picture yet. Tell me what to draw.'
    : 'I do not know what is in this picture: it was sent, and I only know what I drew or what you told me.'
}

/** What the picture shows, in a sentence or two. */
function describe(asked: Asked): string {
  const { session, things, interpretation } = asked
  const places = picturesIn(interpretation)
  if (places.length > 1)
    return places
      .map((place) => {
        const picture = pictureAt(session, place)
        return `${nameOfPicture(session, place)[0]!.toUpperCase()}${nameOfPicture(session, place).slice(1)} shows ${list(named(wholes(picture?.summary.things ?? []))) || 'what I do not know'}.`
      })
      .join(' ')
  const summary = pictureAt(session, places[0] ?? 'current')?.summary
  const { weather, season, time_of_day, background, style, light, viewpoint } = summary ?? {}
  if (things.length === 0 && background === undefined) return notSeen(asked)
  const shows = `The picture shows ${list([...named(wholes(things)), ...(background === undefined ? [] : [withArticle(background)])])}.`
  const air = [time_of_day, season, weather, light === 'natural' ? undefined : light].filter(Boolean)
  const manner = [
    style === 'natural' ? undefined : style,
    viewpoint === 'eye level' ? undefined : viewpoint,
  ].filter(Boolean)
  const more = [...air, ...manner]
  return more.length === 0 ? shows : `${shows} It is ${more.join(', ')}.`
}

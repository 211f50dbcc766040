import type { Interpretation, Message, Ref } from '@plantain/core'
import { guidanceLanguages, type GuidanceWords, type Taken } from './guidance-words.ts'

/** What a new picture takes from another one. */
export interface Guide {
  readonly ref: Ref
  readonly taken: Taken
}

/** A wish for a new picture, apart from the pictures that it goes by. */
export interface Guidance {
  /** The message without the words for them. */
  readonly rest: string
  /** `which`: a number said of a picture, from 1; null: the one at hand. */
  readonly guides: readonly { readonly which: number | null; readonly taken: Taken }[]
}

interface Clause {
  readonly pattern: RegExp
  readonly words: GuidanceWords
}

/** "In the colours of this picture", "inspired by the second photo"; null where nothing of that kind is said. */
export function guidanceIn(message: string): Guidance | null {
  // Runs of spaces would be tried at each of their places.
  let rest = message.replace(/\s+/g, ' ')
  const guides: Guidance['guides'][number][] = []
  for (const { pattern, words } of clauses)
    rest = rest.replace(pattern, (clause, ...found: unknown[]) => {
      const last = found.at(-1)
      const groups = typeof last === 'object' ? (last as Groups) : {}
      for (const taken of takenIn(clause, words)) guides.push({ which: numberIn(groups, words), taken })
      return ' '
    })
  if (guides.length === 0) return null
  for (const pattern of repeats) rest = rest.replace(pattern, ' ')
  return { rest: tidy(rest), guides }
}

const clauses: readonly Clause[] = guidanceLanguages.flatMap((words) =>
  words.clauses.map((source): Clause => {
    const taken = words.taken.map(([, one]) => one).join('|')
    const more = `(?:(?:\\s*[,&]\\s*|\\s*(?:,\\s*)?(?:and|y|et|und|e|和|と)\\s*)(?:the |los? |las? |les |die |das )?(?:${taken}))*`
    const whole = source
      .replaceAll('PICTURE', `(?:${words.picture})`)
      .replaceAll('TAKENMORE', `(?:${taken})${more}`)
      .replaceAll('TAKEN', `(?:${taken})`)
    return { words, pattern: wordwise(uniqueGroups(whole)) }
  }),
)
const repeats: readonly RegExp[] = guidanceLanguages.flatMap(({ again }) =>
  again === undefined ? [] : [wordwise(again)],
)

const pictures: readonly RegExp[] = guidanceLanguages.map(({ picture }) => wordwise(uniqueGroups(picture)))
const POINTING = /\b(?:it|this|that|these|those|him|her|them|same)\b/i
/** Whether a picture that is there, or what is in it, is spoken of. */
export function speaksOfPicture(text: string): boolean {
  const rest = text.replace(/\s+/g, ' ').replace(ANY, '')
  return POINTING.test(rest) || pictures.some((pattern) => pattern.test(rest))
}
/** Pictures that are still to be made, or that hang on a wall. */
const ANY =
  /\b(?:an?|another|some|new|two|three) (?:new |other |different )?(?:pictures?|images?|photos?|photographs?|pics?|paintings?|shots?)\b/gi

type Groups = Readonly<Record<string, string | undefined>>

/** Letters of a longer word neither begin nor end it; scripts without spaces have no such bounds. */
function wordwise(source: string): RegExp {
  const isSpaced = !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(source.replaceAll('和|と', ''))
  return new RegExp(isSpaced ? `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])` : source, 'iu')
}

/** A picture may stand in a clause twice; names of groups may not. */
function uniqueGroups(source: string): string {
  let number = 0
  return source.replace(/\(\?<which\d?>/g, () => `(?<which${++number}>`)
}

function takenIn(clause: string, { taken }: GuidanceWords): readonly Taken[] {
  const found = taken.flatMap(([name, words]) => (new RegExp(edged(words), 'iu').test(clause) ? [name] : []))
  return found.length === 0 ? ['all'] : found
}
const edged = (words: string): string => (/[a-z]/i.test(words) ? `(?<!\\p{L})(?:${words})(?!\\p{L})` : words)

function numberIn(groups: Groups, { ordinals }: GuidanceWords): number | null {
  const said = Object.values(groups).find((value) => value !== undefined)
  if (said === undefined) return null
  const ordinal = ordinals.findIndex((words) => new RegExp(`^(?:${words})$`, 'iu').test(said))
  return ordinal >= 0 ? ordinal + 1 : Number(said) || null
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/^[\s,.;:，、]+|[\s,;:，、]+$/g, '')
    .replace(/^(?:and|then|but|please|y|et|und|e)\s+/i, '')
    .trim()

/** The picture that is meant, by a number that is said or as the one at hand; null where there is none. */
export function pictureMeant(which: number | null, { history, images, uploads }: Message): Ref | null {
  const before = history.reduce(
    (sum, turn) => sum + (turn.role === 'user' ? Math.max(turn.images ?? 0, turn.uploads?.length ?? 0) : 0),
    0,
  )
  const sent = Math.max(images, uploads.length)
  const made = history.flatMap((turn) =>
    turn.role === 'assistant' && turn.scene !== undefined && turn.turn !== undefined ? [turn.turn] : [],
  )
  if (which !== null) {
    const number = which <= sent ? before + which : which
    if (number <= before + sent) return `image:${number}`
    // "The first picture", where none was sent: the first that was made, by its number or in its order.
    const turn = made.includes(which) ? which : made[which - 1]
    return turn === undefined ? null : `turn:${turn}`
  }
  if (sent > 0) return `image:${before + 1}`
  const shown = made.at(-1)
  if (shown !== undefined) return `turn:${shown}`
  return before > 0 ? `image:${before}` : null
}

/** null where one of them is not there. */
export function guidesFor({ guides }: Guidance, message: Message): readonly Guide[] | null {
  const found = guides.map(({ which, taken }) => ({ ref: pictureMeant(which, message), taken }))
  return found.some(({ ref }) => ref === null) ? null : (found as readonly Guide[])
}

const wordsFor = ({ ref, taken }: Guide): string =>
  `${taken === 'all' ? 'look' : taken} of ${ref.replace(':', ' ')}`

/** A reading of what is left, with the pictures that it goes by: stated as constraints, as all that is said of a new picture. */
export function guided(reading: Interpretation, guides: readonly Guide[]): Interpretation {
  const { palette: _, style, lighting, ...constraints } = reading.constraints ?? {}
  const of = (taken: Taken): readonly string[] => guides.filter((one) => one.taken === taken).map(wordsFor)
  const [light] = of('light')
  const [likeness] = [...of('style'), ...of('all')]
  const palette = [...(reading.constraints?.palette ?? []), ...of('colors')]
  return {
    ...reading,
    refers_to: [...new Set([...reading.refers_to, ...guides.map(({ ref }) => ref)])],
    constraints: {
      ...constraints,
      ...(palette.length === 0 ? {} : { palette }),
      ...(light === undefined ? (lighting === undefined ? {} : { lighting }) : { lighting: light }),
      ...(likeness === undefined ? (style === undefined ? {} : { style }) : { style: likeness }),
    },
  }
}

const TAKEN_OF =
  /^(?:the )?(?:(colou?rs?|palette|tones)|(light(?:ing)?|mood|atmosphere)|(style)|(look)) of (?:the )?(image|turn|picture|photo)[ :]?(\d+(?:\.\d+)?)$/i

/** "Colors of image 2": what a value takes from a picture; null for plain words. */
export function guideOf(value: string): Guide | null {
  const [, colors, light, style, look, kind, number] = TAKEN_OF.exec(value.trim()) ?? []
  if (number === undefined) return null
  const taken: Taken | null = colors ? 'colors' : light ? 'light' : style ? 'style' : look ? 'all' : null
  return taken === null ? null : { ref: `${/turn/i.test(kind!) ? 'turn' : 'image'}:${number}`, taken }
}

/** All that a reading takes from other pictures for a new one. */
export function guidesOf({ constraints = {} }: Interpretation): readonly Guide[] {
  const { palette = [], style, lighting, mood } = constraints
  return [...palette, style, lighting, mood].flatMap((value) => {
    const guide = value === undefined ? null : guideOf(String(value))
    return guide === null ? [] : [guide]
  })
}

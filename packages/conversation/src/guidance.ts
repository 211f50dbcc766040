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

type Groups = Readonly<Record<string, string | undefined>>

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

/** Letters of a longer word neither begin nor end it; scripts without spaces have no such bounds. */
const wordwise = (source: string, { spaced }: GuidanceWords): RegExp =>
  new RegExp(spaced ? `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])` : source, 'iu')

const clauses: readonly { readonly pattern: RegExp; readonly words: GuidanceWords }[] =
  guidanceLanguages.flatMap((words) => {
    const taken = words.taken.map(([, one]) => one).join('|')
    return words.clauses.map((clause) => {
      const source = clause
        .replace('PICTURE', `(?:${words.picture})`)
        .replaceAll('TAKENMORE', `(?:${taken})(?:${words.and}(?:${taken}))*`)
      return { words, pattern: wordwise(source, words) }
    })
  })
const repeats: readonly RegExp[] = guidanceLanguages.flatMap((words) =>
  words.again === undefined ? [] : [wordwise(words.again, words)],
)

function takenIn(clause: string, words: GuidanceWords): readonly Taken[] {
  const found = words.taken.flatMap(([name, one]) => (wordwise(one, words).test(clause) ? [name] : []))
  return found.length === 0 ? ['all'] : found
}

function numberIn(groups: Groups, { ordinals }: GuidanceWords): number | null {
  const said = Object.values(groups).find((value) => value !== undefined)
  if (said === undefined) return null
  const ordinal = ordinals.findIndex((words) => new RegExp(`^(?:${words})$`, 'iu').test(said))
  return ordinal >= 0 ? ordinal + 1 : Number(said) || null
}

/** Without what the words that were taken out have left behind. */
const tidy = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .replace(/^[ ,.;:，、]+/, '')
    .replace(/[ ,;:，、]{1,8}$/, '')
    .replace(/^(?:and|then|but|please|y|et|und|e) /i, '')
    .trim()

const pictures: readonly RegExp[] = guidanceLanguages.map((words) => wordwise(words.picture, words))
/** What is done to a picture that is there: "turn it into", "make this brighter". */
const OBJECT =
  /^(?:please |can you |could you |now )*\p{L}+ (?:it|this|that|these|those|them|him|her)(?=$|[.,;!]| (?:in|into|with|as|on|at|to|look|a bit|more|less|\p{L}+er)\b)/iu

/** Whether a picture that is there, or what is in it, is what is to be changed. */
export const speaksOfPicture = (text: string): boolean =>
  OBJECT.test(text) || pictures.some((pattern) => pattern.test(text.replace(/\s+/g, ' ')))

/**
 * The picture that is meant, by a number that is said or as the one at hand; null where there is none. Of several that are sent with the message the number
 * counts those; of one that comes after others, all that were sent.
 */
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
    const number = which <= sent && (sent > 1 || before === 0) ? before + which : which
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

/** As a value says it. */
export const guideWords = ({ ref, taken }: Guide): string =>
  `${taken === 'all' ? 'look' : taken} of ${ref.replace(':', ' ')}`

/**
 * A reading of what is left, with the pictures that it goes by: stated as constraints, as all that is said of a new picture. There is one style and one light;
 * of further pictures with either it is the palette that counts.
 */
export function guided(reading: Interpretation, guides: readonly Guide[]): Interpretation {
  const { palette = [], style, lighting, ...constraints } = reading.constraints ?? {}
  const [likeness, ...alike] = guides.filter(({ taken }) => taken === 'style' || taken === 'all')
  const [light, ...lights] = guides.filter(({ taken }) => taken === 'light')
  const spent = (value: string | undefined): boolean => value !== undefined && guideOf(value) !== null
  const isStyled = spent(style)
  const colors: readonly Guide[] = [
    ...guides.filter(({ taken }) => taken === 'colors'),
    ...(isStyled && likeness !== undefined ? [likeness] : []),
    ...alike,
    ...lights,
  ].map(({ ref }) => ({ ref, taken: 'colors' }))
  const palettes = [...new Set([...palette, ...colors.map(guideWords)])]
  const said = {
    palette: palettes.length === 0 ? undefined : palettes,
    lighting: light === undefined ? lighting : guideWords(light),
    style: likeness === undefined || isStyled ? style : guideWords(likeness),
  }
  return {
    ...reading,
    refers_to: [...new Set([...reading.refers_to, ...guides.map(({ ref }) => ref)])],
    constraints: {
      ...constraints,
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
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

import { guideOf } from './guidance.ts'
import {
  own,
  type Constraints,
  type Interpretation,
  type OpName,
  type SceneSummary,
  type Wish,
} from '@plantain/core'
import { parsePlace } from './tree.ts'
import { counted, list, sentence, withArticle, withThe } from './words.ts'

/** Name of a thing by its word or its id; what the picture does not know keeps the word that was used. */
export type NameOf = (target: string) => string

export function namesIn(summary: SceneSummary | undefined, given: Readonly<Record<string, string>>): NameOf {
  return (target) => {
    const id = target.replace(/^el:/, '')
    const thing = summary?.things.find((one) => one.id === id)
    return own(given, id) ?? thing?.name ?? (target.startsWith('el:') ? id.replace(/\d+$/, '') : target)
  }
}

/** One or two sentences: what was done, then what could not be. */
export function explain(
  { ops, constraints }: Interpretation,
  notes: readonly string[],
  { nameOf, pictures }: { readonly nameOf: NameOf; readonly pictures: number },
): string {
  const done = ops.filter(({ op }) => !silent.has(op)).map((wish) => phrases[wish.op](wish, words(nameOf)))
  const first = pictures === 0 ? [] : [`I ${list([...new Set(done)]) || 'changed the picture'}`]
  const frame = framing(constraints)
  const how = first.length > 0 && frame !== '' ? `${first[0]}${frame}` : first[0]
  return [...(how === undefined ? [] : [how]), ...notes].map(sentence).join(' ')
}

/** Moves and settings are told by who carries them out. */
const silent: ReadonlySet<OpName> = new Set(['undo', 'redo', 'export', 'set_option'])

/** What a new picture was asked to be, beyond its subject. */
function framing(constraints: Constraints = {}): string {
  const { style, time_of_day, season, weather, background, count } = constraints
  const parts = [
    style === undefined || guideOf(style) !== null ? '' : ` in the style of ${style.replace(/ style$/, '')}`,
    season === undefined ? '' : ` in ${season}`,
    time_of_day === undefined ? '' : ` at ${time_of_day}`,
    weather === undefined ? '' : `, weather: ${weather}`,
    background === undefined ? '' : `, with ${withArticle(`${background} background`)}`,
    count === undefined || count === 1 ? '' : `, ${count} times`,
  ]
  return parts.join('')
}

interface Words {
  /** "the house", or "it" for the whole picture. */
  readonly the: (wish: Wish) => string
  /** " of the house", or nothing for the whole picture. */
  readonly of: (wish: Wish) => string
  readonly name: NameOf
}
function words(nameOf: NameOf): Words {
  const the = ({ target }: Wish): string => (target === undefined ? 'it' : withThe(nameOf(target)))
  const of = (wish: Wish): string => (wish.target === undefined ? '' : ` of ${the(wish)}`)
  return { the, of, name: nameOf }
}

const amounts: Readonly<Record<string, string>> = { slight: 'a little ', strong: 'much ' }
/** "a little warmer", "warmer by 20%". */
function more(comparative: string, { amount }: Wish): string {
  if (amount === undefined || amount === 'moderate') return comparative
  const word = amounts[amount]
  if (amount === 'max')
    return `as ${comparative.replace(/i?er$/, (end) => (end === 'ier' ? 'y' : ''))} as it goes`
  return word === undefined ? `${comparative} (${amount})` : `${word}${comparative}`
}
/** "a little", "a lot", "by 20%" after a verb. */
function much({ amount }: Wish): string {
  if (amount === undefined || amount === 'moderate') return ''
  return { slight: ' a little', strong: ' a lot', max: ' fully' }[amount] ?? ` by ${amount}`
}
const up = ({ direction }: Wish): boolean => direction !== 'down'
const place = ({ region }: Wish): string => {
  if (region === undefined) return ''
  if (
    /^(left|right|top|bottom|center|centre|middle|foreground|background|sky|top .*|bottom .*)$/.test(region)
  )
    return ` ${/ground|sky/.test(region) || /^(center|centre|middle)$/.test(region) ? 'in' : 'at'} the ${region}`
  return ` ${region}`
}
const from = (reference: string | undefined): string => {
  const at = reference === undefined ? null : parsePlace(reference)
  if (at === null) return ''
  return at.kind === 'image'
    ? ` from the picture you sent${at.number > 1 ? ` (${at.number})` : ''}`
    : ` from picture ${at.number}`
}
/** A new thing with all that was said of it: "a small white boat", "two dolphins". */
function thing({ target = 'something', count = 1, color, size, value }: Wish, name: NameOf): string {
  const called = name(target)
  // "white boat", white: what the noun says already is not said twice.
  const said = new Set(called.toLowerCase().split(/[\s-]+/))
  const noun = [...[size, color].filter((word) => word && !said.has(word.toLowerCase())), called].join(' ')
  return `${counted(count, noun)}${value === undefined ? '' : ` (${value})`}`
}
const quoted = (text: string | undefined): string => `“${text ?? ''}”`

const COLORS: ReadonlySet<string> = new Set(
  'white black gray grey red orange yellow green teal blue purple pink brown beige gold silver'.split(' '),
)

type Phrase = (wish: Wish, words: Words) => string
/** What was done, to follow "I". */
const phrases: Readonly<Record<OpName, Phrase>> = {
  temperature: (w, { the }) => `made ${the(w)} ${more(w.direction === 'cooler' ? 'cooler' : 'warmer', w)}`,
  tint: (w, { the }) =>
    up(w)
      ? `gave ${the(w)} a ${w.value ?? 'colour'} tint`
      : `took the ${w.value ?? 'colour'} cast out of ${the(w)}`,
  brightness: (w, { the }) => `made ${the(w)} ${more(up(w) ? 'brighter' : 'darker', w)}`,
  contrast: (w, { of }) => `${up(w) ? 'raised' : 'lowered'} the contrast${of(w)}${much(w)}`,
  saturation: (w, { of }) => `made the colours${of(w)} ${more(up(w) ? 'stronger' : 'softer', w)}`,
  tone: (w, { of }) => `${up(w) ? 'lightened' : 'darkened'} the ${w.value ?? 'midtones'}${of(w)}${much(w)}`,
  monochrome: (w, { the }) => {
    if (w.value === 'sepia') return `gave ${the(w)} a sepia tone`
    return `turned ${the(w)} ${w.value === undefined || /^gr[ae]y$/.test(w.value) ? 'black and white' : `into shades of ${w.value}`}`
  },
  invert: (w, { of }) => `inverted the colours${of(w)}`,
  look: (w) => likeness(w.value) ?? `gave it ${withArticle(`${w.value ?? 'new'} look`)}`,
  auto_enhance: (w, { of }) => `balanced light, colour and sharpness${of(w)}`,
  dehaze: (w) => (up(w) ? `took out the haze${much(w)}` : 'brought some haze back'),
  blur: (w, { the }) => {
    if (!up(w)) return `took blur back from ${the(w)}`
    if (w.value === 'pixelate') return `pixelated ${the(w)}`
    return w.value === undefined
      ? `blurred ${the(w)}${much(w)}`
      : `gave ${the(w)} ${withArticle(`${w.value} blur`)}`
  },
  sharpen: (w, { the }) => (up(w) ? `sharpened ${the(w)}${much(w)}` : `made ${the(w)} less sharp`),
  denoise: (w, { of }) => `took out the noise${of(w)}${much(w)}`,
  grain: (w) =>
    up(w)
      ? `added ${{ slight: 'a little ', strong: 'a lot of ' }[w.amount ?? ''] ?? ''}film grain`
      : 'took out the grain',
  vignette: (w) => (up(w) ? `darkened the edges${much(w)}` : 'took the vignette off'),
  crop: (w, { the }) => {
    if (w.target !== undefined) return `cropped to ${the(w)}${w.value === undefined ? '' : ` (${w.value})`}`
    if (w.value !== undefined) return `cropped to ${w.value}`
    return w.region === undefined ? `cropped in${much(w)}` : `cropped the ${w.region}${much(w)}`
  },
  rotate: (w, { the }) =>
    `turned ${the(w)}${w.amount === undefined ? '' : ` by ${w.amount}${/^\d+$/.test(w.amount) ? '°' : ''}`}${w.direction === 'ccw' ? ' counterclockwise' : w.direction === 'cw' ? ' clockwise' : ''}`,
  straighten: (w) => (w.value === 'perspective' ? 'straightened the perspective' : 'straightened it'),
  flip: (w, { the }) =>
    `mirrored ${the(w)} ${w.direction === 'vertical' ? 'top to bottom' : 'left to right'}`,
  aspect: (w) => `made it ${w.value === '1:1' ? 'square' : (w.value ?? 'another shape')}`,
  resize: (w) =>
    w.value === undefined ? `made it ${up(w) ? 'larger' : 'smaller'}${much(w)}` : `resized it to ${w.value}`,
  upscale: (w) => `raised the resolution${w.value ? ` to ${w.value}` : w.amount ? ` ${w.amount}` : ''}`,
  extend: (w) =>
    w.region === undefined
      ? `zoomed out${w.value === undefined ? '' : ` to ${w.value}`}`
      : `extended it at the ${w.region}`,
  border: (w) =>
    up(w)
      ? `put ${withArticle([w.color, w.value, 'border'].filter(Boolean).join(' '))} around it`
      : 'took the border off',
  add: (w, { name }) => `added ${thing(w, name)}${place(w)}`,
  remove: (w, { the, name }) =>
    w.count !== undefined && w.target !== undefined
      ? `removed ${w.count === 1 ? `one ${name(w.target)}` : counted(w.count, name(w.target))}${place(w)}`
      : `removed ${w.target === undefined ? 'what you meant' : the(w)}${place(w)}`,
  replace: ({ value = 'something', ...w }, { the, name }) =>
    `replaced ${the(w)} with ${thing({ ...w, target: value }, name)}`,
  set_count: (w, { name }) =>
    w.count === 1
      ? `left one ${name(w.target ?? 'thing')}`
      : `made it ${counted(w.count ?? 1, name(w.target ?? 'thing'))}`,
  move: (w, { the }) => {
    const by =
      w.direction === undefined
        ? ''
        : ` ${w.direction === 'up' || w.direction === 'down' ? w.direction : `to the ${w.direction}`}`
    return `moved ${the(w)}${w.region === undefined ? by : /^(left|right|top|bottom|center|foreground|background|other|opposite)/.test(w.region) ? ` to the ${w.region}` : ` ${w.region}`}`
  },
  scale: (w, { the }) => `made ${the(w)} ${more(up(w) ? 'bigger' : 'smaller', w)}`,
  recolor: (w, { the }) => likeness(w.value, the(w)) ?? `made ${the(w)} ${w.value ?? 'another colour'}`,
  material: (w, { the }) => `made ${the(w)} of ${w.value ?? 'another material'}`,
  modify: (w, { the }) => `changed ${the(w)}${w.value === undefined ? '' : ` to ${quoted(w.value)}`}`,
  expression: (w, { the }) =>
    /ing\b|\s/.test(w.value ?? '')
      ? `changed the expression of ${the(w)} to ${quoted(w.value)}`
      : `gave ${the(w)} ${withArticle(`${w.value ?? 'new'} look`)}`,
  pose: (w, { the }) =>
    `changed the pose of ${the(w)}${w.value === undefined ? '' : ` to ${quoted(w.value)}`}`,
  outfit: (w, { the }) =>
    `put ${the(w)} in ${withArticle([w.color, w.value ?? 'other clothes'].filter(Boolean).join(' '))}`,
  retouch: (w, { the }) => `retouched ${the(w)}${w.value === undefined ? '' : ` (${w.value})`}`,
  background: (w, { the }) => {
    if (w.value === 'transparent') return `cut ${w.target === undefined ? 'the subject' : the(w)} out`
    return `changed the background${w.value === undefined ? '' : ` to ${COLORS.has(w.value) ? w.value : withArticle(w.value)}`}`
  },
  weather: (w) => {
    const [light, heavy] = [w.amount === 'slight', w.amount === 'strong' || w.amount === 'max']
    const known: Readonly<Record<string, string>> = {
      rain: `made it rain${light ? ' a little' : heavy ? ' hard' : ''}`,
      snow: `made it snow${light ? ' a little' : heavy ? ' hard' : ''}`,
      clear: 'cleared the sky',
      fog: `brought in ${light ? 'light ' : heavy ? 'thick ' : ''}fog`,
      storm: `brought in ${light ? 'a light' : heavy ? 'a heavy' : 'a'} storm`,
    }
    return known[w.value ?? ''] ?? `made the weather ${w.value ?? 'different'}`
  },
  season: (w) => `made it ${w.value ?? 'another season'}`,
  time_of_day: (w) => `made it ${w.value ?? 'another time of day'}`,
  light: (w, { of }) =>
    likeness(w.value) ??
    `changed the light${of(w)}${w.value === undefined ? '' : ` to ${w.value}`}${w.region === undefined ? '' : ` from the ${w.region}`}`,
  viewpoint: (w) =>
    /^(from|at)\b/.test(w.value ?? '')
      ? `showed it ${w.value}`
      : `changed the view${w.value === undefined ? '' : ` to ${quoted(w.value)}`}`,
  restyle: (w, { the }) =>
    w.value === undefined
      ? `gave ${the(w)} the style${from(w.source)}`
      : MANNERS.test(w.value)
        ? `made ${the(w)} ${w.value}`
        : `turned ${the(w)} into ${withArticle(w.value)}`,
  restore: (w) => `mended it${w.value === undefined ? '' : ` (${w.value})`}`,
  colorize: (w, { the }) => `gave ${the(w)} natural colours`,
  add_text: (w) => `wrote ${quoted(w.value)}${place(w)}${w.color === undefined ? '' : ` in ${w.color}`}`,
  edit_text: (w) =>
    w.value === undefined
      ? `changed how ${w.target === undefined ? 'the lettering' : quoted(w.target)} looks`
      : w.target === undefined
        ? `changed the lettering to ${quoted(w.value)}`
        : `changed ${quoted(w.target)} to ${quoted(w.value)}`,
  insert: (w, { the }) =>
    `put ${the(w)}${from(w.source)} into ${from(w.into).replace(/^ from /, '') || 'it'}${place(w)}`,
  combine: (w) => `brought the pictures together${w.value === undefined ? '' : ` (${w.value})`}`,
  create: (w) => `made ${subject(w)}`,
  variation: (w) => `made ${counted(w.count ?? 1, 'variation')}`,
  keep: (w, { the }) => `left ${w.target === undefined ? 'the rest' : the(w)} unchanged`,
  avoid: (w, { the }) => `left out ${w.target === undefined ? 'what you named' : the(w)}`,
  undo: () => 'took the last change back',
  redo: () => 'brought the change back',
  export: () => 'made a file',
  set_option: () => 'noted that',
}

/** What is taken from another picture; null for words. */
function likeness(value = '', what = 'it'): string | null {
  const guide = guideOf(value)
  if (guide === null) return null
  const taken = { colors: 'colours', light: 'light', style: 'style', all: 'look' }[guide.taken]
  return `gave ${what} the ${taken}${from(guide.ref).replace(/^ from/, ' of')}`
}

/** Styles that are no noun. */
const MANNERS =
  /^(?:photo-?)?(?:real\w*|natural\w*|flat|abstract|minimal\w*|cinematic|cartoonish|painterly|surreal\w*|impressionist\w*|futuristic|dreamy|cute)$/i

function subject({ subject: things = [], subject_ref }: Wish): string {
  const named = list([...new Set(things.map(withArticle))])
  // Of someone in a photograph it is told apart whether they were seen in it.
  const again = subject_ref === undefined || subject_ref.startsWith('image:') ? '' : ', the same as before'
  return named === '' ? 'the picture' : `${named}${again}`
}

/** What the wishes were, to follow "you asked me to have" or "that turn": "added a boat and made it night". */
export const describeWishes = (ops: readonly Wish[], nameOf: NameOf): string =>
  list(ops.filter(({ op }) => !silent.has(op)).map((wish) => phrases[wish.op](wish, words(nameOf))))

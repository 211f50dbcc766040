import { bareThing, type AskedThing } from '@plantain/scene/words'
import { COLORS, STATES, type Thing } from '@plantain/core'
import { naturalLooks, stuffIn } from './looks.ts'
import { readPhrase, valueOf } from './phrase.ts'
import type { Vocabulary } from './vocabulary.ts'
import { dyeOf } from './colors.ts'

/** A thing that a wish asks for, as the catalogue has it. */
export interface Noun {
  readonly kind: string
  /** As the person said it. */
  readonly word: string
  /** What is said of it. */
  readonly given: Partial<Pick<Thing, 'color' | 'material' | 'state' | 'looks'>>
  readonly size: number
  readonly count: number | null
  /** Where the kind is only near to what was asked: a sentence that says so. */
  readonly notes: readonly string[]
}

const SIZES: Readonly<Record<string, number>> = { tiny: 0.45, small: 0.65, large: 1.4, huge: 2 }

/** The kind that a phrase names, with its attributes; the sentence where the catalogue has none. */
export function nounOf(words: Vocabulary, wording: string): Noun | { readonly refused: string } {
  const phrase = readPhrase(words, wording)
  const thing =
    phrase.things.find(({ kinds }) => kinds.some((kind) => words.kinds.has(kind))) ?? titled(words, wording)
  const kind = thing?.kinds.find((one) => words.kinds.has(one))
  if (thing === undefined || kind === undefined)
    return { refused: `I have no drawing of ${wording.trim() || 'that'}; name something near to it.` }
  const color = thing.color ?? dyeOf(words, wording)
  const several = thing.count === null && (thing.plural || isPlural(words, thing.word)) ? SOME : null
  const stuff = stuffIn(words, wording)
  const looks = [stuff?.word ?? null, naturalLooks(wording, kind, words)].filter((one) => one !== null)
  const state = valueOf(phrase, 'state', STATES)
  return {
    kind,
    word: lemmaOf(words, wording, thing.word),
    given: {
      ...(color !== null && isColor(color)
        ? { color }
        : (stuff?.color ?? null) === null
          ? {}
          : { color: stuff!.color! }),
      ...(stuff !== null ? { material: stuff.material } : {}),
      ...(looks.length > 0 ? { looks: looks.join(' ') } : {}),
      ...(state !== null ? { state } : {}),
    },
    size: SIZES[thing.size ?? ''] ?? 1,
    count: thing.count ?? several,
    notes:
      thing.roughly && words.kinds.get(kind)?.names.includes(thing.word) !== true
        ? [`I have no ${thing.word}; I drew a ${kind}, the nearest that I have.`]
        : [],
  }
}

/**
 * A thing by a name of the catalogue, where the lexicon has the word for something else alone: a "painting" is a style in a prompt, and
 * hangs on a wall where one is asked for by itself.
 */
function titled(words: Vocabulary, wording: string): AskedThing | undefined {
  const said = wording.toLowerCase().match(/\p{L}+/gu) ?? []
  for (let from = 0; from < said.length; from++) {
    const word = said.slice(from).join(' ')
    const names = singulars(word)
    for (const { id, names: own } of words.kinds.values())
      if (names.some((name) => own.includes(name)))
        return { ...bareThing(word, [id]), plural: !own.includes(word) }
  }
  return undefined
}

/** "Stars", "some trees": as many as are several at a glance. */
const SOME = 3
/** A plural of a word that is known in the singular; sunglasses and scissors are one. */
function isPlural({ text }: Vocabulary, word: string): boolean {
  const lower = word.toLowerCase()
  return (
    singulars(lower).some(
      (one) =>
        one !== lower && text.lexicon.entry(one)?.meanings.some(({ field }) => field === 'thing') === true,
    ) &&
    !/(?:glasses|goggles|trousers|pants|jeans|shorts|shoes|boots|gloves|socks|slippers|skates|skis|wings|clothes|scissors|headphones|earphones|pliers|binoculars|stairs|headlights|grapes|fries)$/.test(
      lower,
    )
  )
}

const isColor = (text: string): text is Thing['color'] => (COLORS as readonly string[]).includes(text)

/** The singular, in English where the word was of another language. */
export function lemmaOf({ text, kinds }: Vocabulary, wording: string, word: string): string {
  const unit = text.units(wording).find((one) => one.word === word)
  const lemma = unit === undefined ? null : (text.lexicon.entry(unit.key)?.lemma ?? null)
  if (lemma !== null) return lemma
  const kind = unit?.meanings.find(({ field }) => field === 'thing')?.value
  const names = kind === undefined ? [] : (kinds.get(kind)?.names ?? [])
  return singulars(word).find((one) => one !== word && names.includes(one)) ?? word
}

const singulars = (word: string): readonly string[] => [
  word.replace(/ies$/, 'y'),
  word.replace(/(?<=s|x|z|ch|sh|o)es$/, ''),
  word.replace(/ves$/, 'f'),
  word.replace(/s$/, ''),
]

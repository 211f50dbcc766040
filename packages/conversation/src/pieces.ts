import type { SummaryThing, Thing } from '@plantain/core'
import { FEELINGS } from './ops/condition.ts'
import { dyeOf, leadingDye } from './reading/colors.ts'
import { lemmaOf } from './reading/nouns.ts'
import { readPhrase } from './reading/phrase.ts'
import type { Vocabulary } from './reading/vocabulary.ts'

/** Ids of parts of things: what a person says of hair, clothes or a face is said of them. */
const MARK = '-part-'
export const isPiece = (id: string): boolean => id.includes(MARK)
/** The element that a part belongs to: itself for what is none. */
export const wholeOf = (id: string): string => id.split(MARK)[0]!

/**
 * Parts of one thing that were given looks of their own, as elements that can be named: dyed hair, a golden handle, a person's shirt, a
 * person's face. They lie in the box of their thing; where in it is not measured.
 */
export function piecesOf(thing: Thing, whole: SummaryThing, words: Vocabulary): readonly SummaryThing[] {
  if (thing.count > 1 || thing.group !== undefined) return []
  const piece = (name: string, about: Partial<SummaryThing>): SummaryThing => ({
    id: `${whole.id}${MARK}${name.replaceAll(' ', '-')}`,
    name,
    ...about,
    ...(whole.region === undefined ? {} : { region: whole.region }),
    box: whole.box,
  })
  const dyed = Object.entries(thing.parts ?? {}).map(([part, color]) =>
    piece(part, color === 'auto' ? {} : { color }),
  )
  const clothes = garments(thing.clothes, words).map(({ name, color }) =>
    piece(name, color === null ? {} : { color }),
  )
  const feeling = thing.mood === undefined || thing.mood === 'none' ? thing.state : thing.mood
  const person = words.kinds.get(thing.kind)?.category === 'person'
  const face =
    person && FEELINGS.includes(feeling)
      ? [piece('face', { state: thing.mood === feeling ? feeling : (whole.state ?? feeling) })]
      : []
  return [...dyed, ...clothes, ...face]
}

/** "white shirt and blue jeans": each garment with its colour. */
export function garments(
  clothes: string | undefined,
  words: Vocabulary,
): readonly { readonly name: string; readonly color: string | null }[] {
  if (clothes === undefined) return []
  return clothes.split(/\s+and\s+/).flatMap((one) => {
    const color = leadingDye(words, one)
    const rest = /^\s*\S+\s+(\S.*)$/.exec(one)?.[1] ?? one
    const noun = nounIn(color !== null && dyeOf(words, one) === null ? rest : one, words)
    return noun === '' ? [] : [{ name: noun, color }]
  })
}

/** The garment itself: what its words name as a thing, else the last word. */
function nounIn(wording: string, words: Vocabulary): string {
  const thing = readPhrase(words, wording).things.at(-1)?.word
  const last = wording.trim().split(/\s+/).at(-1) ?? ''
  return lemmaOf(words, wording, thing ?? last)
}

/** Clothes that take another colour: all of them, since the figure wears one. */
export function recoloredClothes(clothes: string, color: string, words: Vocabulary): string {
  return garments(clothes, words)
    .map(({ name }) => `${color} ${name}`)
    .join(' and ')
}

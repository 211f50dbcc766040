import { bare, readPhrase } from './phrase.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A part of the frame: left, top and so on to the nearest of a three by three grid; 'foreground' and 'background' by depth. */
export interface Area {
  readonly column: 'left' | 'center' | 'right' | null
  readonly row: 'top' | 'middle' | 'bottom' | null
  readonly depth: 'foreground' | 'background' | null
}

export const RELATIONS = [
  'on',
  'in',
  'under',
  'above',
  'below',
  'behind',
  'in front of',
  'next to',
  'left of',
  'right of',
  'between',
  'around',
  'wearing',
  'holding',
  'among',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Where something is to be: an area of the frame, or in relation to what a phrase names ("next to the bench"). */
export type Place =
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'relation'; readonly relation: Relation; readonly of: string }

const WORDS: readonly (readonly [RegExp, Relation])[] = [
  [/^(?:in |at )?(?:the )?front of|^before/, 'in front of'],
  [/^(?:in (?:the )?)?back of|^behind/, 'behind'],
  [/^(?:to |on |at )?(?:the |its )?left(?:-hand)?(?: side)? of/, 'left of'],
  [/^(?:to |on |at )?(?:the |its )?right(?:-hand)?(?: side)? of/, 'right of'],
  [/^(?:next to|beside|near(?: to)?|close to|by|alongside|at the side of|adjacent to|with|at)\b/, 'next to'],
  [/^(?:on top of|onto|upon|on|riding|sitting on|standing on|tied to|hanging from|attached to)\b/, 'on'],
  [/^(?:inside(?: of)?|into|in|within)\b/, 'in'],
  [/^(?:underneath|under|beneath)\b/, 'under'],
  [/^(?:above|over|floating over)\b/, 'above'],
  [/^below\b/, 'below'],
  // Smoke from a chimney, steam out of a cup.
  [
    /^(?:(?:rising|coming|curling|drifting|billowing) )?(?:up )?(?:from|out of)(?= (?:the |a |its |their |his |her )?(?:[a-z]+ )?(?:chimneys?|cup|mug|pot|teapot|kettle|pan|bowl|fire|campfire|bonfire|volcano|crater|factory|smokestack|funnel|stack|engine|candle)\b)/,
    'above',
  ],
  [/^(?:between|in between)\b/, 'between'],
  [/^(?:all around|around|surrounding|round)\b/, 'around'],
  [/^(?:among|amongst|amid)\b/, 'among'],
  [/^worn by\b/, 'wearing'],
  [/^(?:held by|in the (?:hands?|paws?|arms) of)\b/, 'holding'],
]
const COLUMNS: readonly (readonly [RegExp, Area['column']])[] = [
  [/\bleft\b/, 'left'],
  [/\bright\b/, 'right'],
  [/\bcent(?:er|re)\b|\bmiddle\b/, 'center'],
]
const ROWS: readonly (readonly [RegExp, Area['row']])[] = [
  [/\b(?:top|upper|up|above)\b/, 'top'],
  [/\b(?:bottom|lower|down|below)\b/, 'bottom'],
]
const AREA_WORDS =
  /^(?:left|right|center|centre|middle|top|bottom|upper|lower|foreground|background|front|back|side|corner|hand|edge|half|third|part|area|far|near|of|the|in|on|at|to|a|picture|image|frame|photo|scene|screen|distance|horizon|close|centered|and|-|most)$/

/** Where a region of a wish is; null for an empty one or for all of the picture. */
export function placeOf(words: Vocabulary, region: string | undefined): Place | null {
  const text = (region ?? '').trim().toLowerCase().replace(/-/g, ' ')
  if (text === '') return null
  if (text.split(/\s+/).every((word) => AREA_WORDS.test(word))) {
    const area = areaOf(text)
    return area === null ? null : { kind: 'area', area }
  }
  for (const [pattern, relation] of WORDS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const of = bare(text.slice(found[0].length).trim())
    if (of !== '') return { kind: 'relation', relation, of }
  }
  const said = readPhrase(words, text).meanings.find(
    ({ field, value }) => field === 'region' || (field === 'relation' && value === 'on'),
  )
  const area = said?.field === 'region' ? areaOf(said.value) : null
  // A bare noun: "sky", "the lake".
  return area === null ? { kind: 'relation', relation: 'on', of: bare(text) } : { kind: 'area', area }
}

function areaOf(text: string): Area | null {
  const depth = /\b(?:foreground|front|close)\b/.test(text)
    ? 'foreground'
    : /\b(?:background|back|distance|horizon|far)\b/.test(text)
      ? 'background'
      : null
  const row = ROWS.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const column = COLUMNS.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const middle = column === 'center' && row === null && depth === null ? 'middle' : row
  return column === null && middle === null && depth === null ? null : { column, row: middle, depth }
}

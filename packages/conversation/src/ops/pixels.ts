import type { Operation, Region, Wish } from '@plantain/core'
import { findTargets, referred, type Target } from '../scene-edit/targets.ts'
import { elementId } from '../scene-edit/things.ts'
import { dyeBytes, dyeOf, hexBytes } from '../reading/colors.ts'
import { findIn } from '../upload/photo.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { note, type Step, type View } from './op.ts'
import { SCALES, strengthOf } from './strength.ts'
import { isWhole } from './subject.ts'

/** What part of the picture a wish about pixels is for; the sentence where it names what is not there. */
export function regionOf(wish: Wish, view: View): Region | { readonly refused: string } {
  if (view.painted !== null) return view.painted
  const { target, region } = wish
  const named = target === undefined || isWhole(target) ? null : targetRegion(target, view, region)
  if (named !== null) return named
  if (region !== undefined && target === undefined && view.scene !== null) {
    const of = targetRegion(region, view, undefined)
    if ('kind' in of) return of
  }
  return region === undefined ? { kind: 'all' } : { kind: 'phrase', phrase: region }
}

function targetRegion(
  target: string,
  view: View,
  region: string | undefined,
): Region | { readonly refused: string } {
  if (/^(?:the )?(?:background|backdrop|surroundings|rest)$/i.test(target))
    return { kind: 'phrase', phrase: 'background' }
  if (/^(?:the )?(?:foreground|subject|edges|borders?|corners|center|centre|middle)$/i.test(target))
    return { kind: 'phrase', phrase: target }
  if (view.scene === null) return uploadRegion(target, view, region)
  const found = findTargets(target, { ...view, scene: view.scene }, region)
  return found.length === 0
    ? { refused: `I see no ${target.replace(/^el:/, '')} in the picture.` }
    : regionFor(found, view, region)
}

/** In an upload a region stays a phrase, which is found again whenever the picture is developed. */
function uploadRegion(
  target: string,
  { photo, elements, refers }: View,
  region: string | undefined,
): Region | { readonly refused: string } {
  const name = target.replace(/^el:/, '')
  // "it", "that one": what the message refers to.
  const pointed = /^(?:it|that|this|them|those)(?: one)?$/i.test(name)
    ? (refers.flatMap((ref) => elements.find(({ id }) => ref === `el:${id}`) ?? [])[0]?.id ?? 'subject')
    : name
  const phrase = region === undefined ? pointed : `${pointed} ${region}`
  if (photo !== null && findIn(photo, phrase) !== null) return { kind: 'phrase', phrase }
  return { refused: `I see no ${name} in the picture; paint over it, or name it by its colour or its side.` }
}

/** Told where a region was a guess: the picture's main thing, under a name that nothing here can check. */
export function guessNote({ target, region }: Wish, { photo, painted }: View): readonly Step[] {
  if (photo === null || painted !== null || target === undefined || isWhole(target)) return []
  const phrase = region === undefined ? target : `${target} ${region}`
  return findIn(photo, phrase)?.guessed === true
    ? [note(`I took what stands out most for the ${target}; paint over it if you mean something else.`)]
    : []
}

/** A region by ids, so that it goes with its things. */
export function regionFor(targets: readonly Target[], view: View, region?: string): Region {
  const parts = targets.flatMap((target) => (target.kind === 'part' ? [target.part.id] : []))
  const ids = targets.flatMap((target) =>
    target.kind === 'thing'
      ? target.members.map((member) => elementId(view.scene!.things[target.index]!, member))
      : [],
  )
  if (parts.length === 0) return { kind: 'things', ids }
  return {
    kind: 'phrase',
    phrase: `${[...ids, ...parts].join(' and ')}${region === undefined ? '' : `, ${region}`}`,
  }
}

/** What the message points at without a word for it ("brighten that one"). */
export const pointedRegion = (view: View): Region | null => {
  if (view.scene === null) return null
  const found = referred({ ...view, scene: view.scene })
  return found.length === 0 ? null : regionFor(found, view)
}

const sameRegion = (one: Region, other: Region): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Parameters that are steps on a scale: two of them add up, and none is left where they cancel. */
const ADDITIVE: Readonly<Record<string, readonly [field: string, low: number, high: number]>> = {
  temperature: ['mired', -200, 200],
  exposure: ['stops', -6, 6],
  contrast: ['percent', -100, 100],
  saturation: ['percent', -100, 200],
  vibrance: ['percent', -100, 100],
  tint: ['percent', -100, 100],
  grain: ['percent', 0, 100],
  vignette: ['percent', -95, 95],
  sharpen: ['percent', 0, 500],
  clarity: ['percent', -100, 100],
  dehaze: ['percent', -100, 100],
  denoise: ['percent', 0, 100],
  deblur: ['percent', 0, 100],
  look: ['percent', 0, 150],
  blur: ['radiusPixels', 0, 500],
  'lens-blur': ['radiusPixels', 0, 200],
  'motion-blur': ['lengthPixels', 0, 500],
}

/**
 * The operations with one more. Where the last one is the same operator on the same region, it is amended, so that "a bit less"
 * takes back and ten small steps are one.
 */
export function amended(operations: readonly Operation[], next: Operation): readonly Operation[] {
  const last = operations.at(-1)
  const additive = ADDITIVE[next.operator]
  if (
    last === undefined ||
    additive === undefined ||
    last.operator !== next.operator ||
    !sameRegion(last.region, next.region)
  )
    return [...operations, next]
  const [field, low, high] = additive
  const { [field]: one, ...restOfLast } = last.params
  const { [field]: other, ...restOfNext } = next.params
  if (JSON.stringify(restOfLast) !== JSON.stringify(restOfNext)) return [...operations, next]
  const sum = Math.min(high, Math.max(low, Number(one ?? 0) + Number(other ?? 0)))
  const before = operations.slice(0, -1)
  // A rounding error is no change.
  return Math.abs(sum) < 1e-6 ? before : [...before, { ...last, params: { ...last.params, [field]: sum } }]
}

/** One step: an operation on the region that the wish is for. */
export function operate(
  wish: Wish,
  view: View,
  operator: string,
  params: Operation['params'],
): readonly Step[] {
  const region = regionOf(wish, view)
  if ('refused' in region) return [note(region.refused)]
  const operations = amended(view.operations, { operator, params, region })
  return [{ do: 'operations', operations }, ...guessNote(wish, view)]
}

/** The part alone, or what was left of it beside what was to be kept. */
const isOn = (part: string, region: Region): boolean =>
  region.kind === 'phrase' && region.phrase.split(' except ')[0] === part

const COLORING = new Set(['recolor', 'monochrome', 'tint', 'saturation', 'vibrance'])

/** "More pink", "even pinker", of what is pink already: a stronger colour. Of the colour alone: "red, and more trees" says nothing of it. */
export function asksMore(message: string, color: string): boolean {
  const stem = color
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .replace(/e$/, '')
  if (stem === '') return false
  return new RegExp(
    `\\b(?:more|deeper|stronger|richer|更|もっと|más|plus|mehr) ?(?:of (?:a|the) )?${stem}|\\b${stem}(?:d|n)?(?:er|ier)\\b`,
    'iu',
  ).test(message)
}

/** A part of the world in another colour; a later colour takes the place of an earlier one, and the same once more makes it stronger. */
export function colorRegion(part: string, color: string, view: View): readonly Step[] {
  const same = view.operations.find(
    ({ operator, params, region: on }) =>
      operator === 'recolor' && isOn(part, on) && params['color'] === cssColor(view.words, color),
  )
  if (same !== undefined && asksMore(view.message, color)) {
    const more = { operator: 'saturation', params: { percent: SCALES.saturation[1] }, region: same.region }
    return [{ do: 'operations', operations: amended(view.operations, more) }]
  }
  const region: Region = { kind: 'phrase', phrase: part }
  const kept = view.operations.filter((one) => !(COLORING.has(one.operator) && isOn(part, one.region)))
  const natural = naturalColor(part, view) === dyeOf(view.words, color)
  if (natural && kept.length < view.operations.length) return [{ do: 'operations', operations: kept }]
  const ink: Operation = {
    operator: 'recolor',
    params: { color: cssColor(view.words, color), percent: 100 },
    region,
  }
  return [{ do: 'operations', operations: [...kept, ink] }]
}

/** The colour that a part of the world has when nothing was done to it. */
function naturalColor(part: string, { scene }: View): string | null {
  if (scene === null) return null
  const { time, weather } = scene.world
  const day = !['dawn', 'golden hour', 'sunset', 'dusk', 'night'].includes(time)
  if (part === 'sky') return day && ['clear', 'cloudy', 'windy'].includes(weather) ? 'blue' : null
  if (part === 'water') return day ? 'blue' : null
  if (part === 'ground' || part === 'trees')
    return ['spring', 'summer'].includes(scene.world.season) ? 'green' : null
  return null
}

/** A colour as an operator takes it: #rrggbb. */
export function cssColor(words: Vocabulary, text: string): string {
  const dye = dyeOf(words, text)
  const bytes = hexBytes(text) ?? (dye === null ? null : dyeBytes(dye))
  return bytes === null ? text : `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A cast of a colour over the picture, for coloured light. */
export const tintOp = (color: string, amount: string | undefined, view: View): Step => ({
  do: 'operations',
  operations: amended(view.operations, {
    operator: 'tint',
    params: { color: cssColor(view.words, color), percent: strengthOf(amount, SCALES.tint) },
    region: { kind: 'all' },
  }),
})

/** Share of the longer side in pixels. */
export const pixelsOf = ({ size }: View, percent: number): number =>
  Math.round((Math.max(size.width, size.height) * percent) / 10) / 10

/** Blur of a part that a phrase names. */
export const blurred = (phrase: string, amount: string | undefined, view: View): Step => ({
  do: 'operations',
  operations: amended(view.operations, {
    operator: 'lens-blur',
    params: { radiusPixels: pixelsOf(view, strengthOf(amount, SCALES.lensBlur)) },
    region: { kind: 'phrase', phrase },
  }),
})

/** Below 0 where the wish is for less. */
export const signed = ({ direction }: Wish, value: number): number => (direction === 'down' ? -value : value)

import type { OpName, Rect, SummaryThing, Wish } from '@plantain/core'
import { bytesToOklab } from '@plantain/imaging'
import { dyeBytes, dyeOf, hexBytes } from '../reading/colors.ts'
import { bare, sameWords } from '../reading/phrase.ts'
import { LETTERING_ID } from '../summary.ts'
import { worldParts } from '../world-parts.ts'
import { checked, looksIn, moved, type Check, type Compared } from './compared.ts'
import { anyChange } from './light.ts'

const countOf = (things: readonly SummaryThing[]): number =>
  things.filter(({ id }) => !LETTERING_ID.test(id)).reduce((sum, { count = 1 }) => sum + count, 0)

/** As many things as were asked for came, or went: told by their ids, whatever they are called. */
const added: Check = (wish, compared) => {
  const { source, made } = compared
  // More of what the world has already, "more clouds", is no further thing.
  const grown = worldParts.some(
    ({ id, also }) =>
      [id, ...also].some((name) => sameWords(wish.target ?? '', name)) &&
      source.summary.things.some((one) => one.id === id),
  )
  if (grown) return anyChange(wish, compared)
  const [before, after] = [countOf(source.summary.things), countOf(made.summary.things)]
  const known = new Set(source.summary.things.map(({ id }) => id))
  const fresh = made.summary.things.filter(({ id }) => !known.has(id))
  const wanted = wish.count ?? 1
  return checked(wish, {
    measure: 'things in the picture',
    before,
    after,
    expected: `${wanted} that ${wanted === 1 ? 'was' : 'were'} not there`,
    followed: countOf(fresh) >= wanted || after >= before + wanted,
  })
}

/** How far the pixels must be from those that were there, in Oklab, for something else to be seen. */
const LEAST_DIFFERENCE = 0.01

const removed: Check = (wish, compared) => {
  const { source, made, changed } = compared
  const [before, after] = [source.summary.things, made.summary.things]
  const left = new Set(after.map(({ id }) => id))
  if (before.some(({ id }) => !left.has(id)) || countOf(after) < countOf(before))
    return checked(wish, {
      measure: 'things in the picture',
      before: countOf(before),
      after: countOf(after),
      expected: 'fewer',
      followed: true,
    })
  // What the picture was not known to show: its pixels must be others.
  const seen = changed === null ? null : looksIn(compared, changed)
  if (seen === null) return anyChange(wish, compared)
  const far = distance(seen.was, seen.is) + Math.abs(seen.was.contrast - seen.is.contrast)
  return checked(wish, {
    measure: 'difference of what was taken out and what is there now (Oklab)',
    before: 0,
    after: far,
    expected: `at least ${LEAST_DIFFERENCE}`,
    followed: far >= LEAST_DIFFERENCE,
  })
}

interface Lab {
  readonly lightness: number
  readonly a: number
  readonly b: number
}
const distance = (one: Lab, other: Lab): number =>
  Math.sqrt((one.lightness - other.lightness) ** 2 + (one.a - other.a) ** 2 + (one.b - other.b) ** 2)

/** The colour of what changed came nearer to the one that was named: its hue, or for black, grey and white its lightness. */
const recolored: Check = (wish, compared) => {
  const color = wish.value ?? wish.color ?? ''
  const dye = dyeOf(compared.words, color)
  const bytes = hexBytes(color) ?? (dye === null ? null : dyeBytes(dye))
  const seen = compared.changed === null ? null : looksIn(compared, compared.changed)
  if (bytes === null || seen === null) return anyChange(wish, compared)
  const wanted = bytesToOklab(...(bytes as [number, number, number]))
  const chromatic = Math.sqrt(wanted.a ** 2 + wanted.b ** 2) > 0.04
  // Shading stays: of a colour the hue is what was asked for.
  const far = ({ lightness, a, b }: Lab): number =>
    chromatic
      ? distance({ lightness: 0, a, b }, { ...wanted, lightness: 0 })
      : distance({ lightness: lightness, a, b }, wanted)
  return moved(
    wish,
    { measure: `distance to ${color} (Oklab)`, before: far(seen.was), after: far(seen.is) },
    LEAST_DIFFERENCE,
    false,
  )
}

/** The thing that a wish is about, in either picture. */
function thingIn(things: readonly SummaryThing[], { target }: Wish): SummaryThing | undefined {
  if (target === undefined) return undefined
  const id = target.replace(/^el:/, '')
  const noun = bare(id)
  return things.find((one) => one.id === id) ?? things.find(({ name }) => sameWords(noun, name))
}

const middle = ({ box: [x, y, width, height] }: SummaryThing): readonly [number, number] => [
  x + width / 2,
  y + height / 2,
]

const shifted: Check = (wish, compared) => {
  const [was, is] = [
    thingIn(compared.source.summary.things, wish),
    thingIn(compared.made.summary.things, wish),
  ]
  const axis = wish.direction === 'up' || wish.direction === 'down' ? 1 : 0
  if (was === undefined || is === undefined || wish.direction === undefined) return anyChange(wish, compared)
  const up = wish.direction === 'right' || wish.direction === 'down'
  const [measure, least] = [
    `${axis === 0 ? 'left to right' : 'top to bottom'}, in shares of the frame`,
    0.005,
  ]
  return moved(wish, { measure, before: middle(was)[axis]!, after: middle(is)[axis]! }, least, up)
}

const scaled: Check = (wish, compared) => {
  const [was, is] = [
    thingIn(compared.source.summary.things, wish),
    thingIn(compared.made.summary.things, wish),
  ]
  if (was === undefined || is === undefined) return anyChange(wish, compared)
  const area = ({ box }: SummaryThing): number => box[2] * box[3]
  return moved(
    wish,
    { measure: 'area of its box, in shares of the frame', before: area(was), after: area(is) },
    0,
    wish.direction !== 'down',
  )
}

const counted: Check = (wish, compared) => {
  const noun = bare(wish.target ?? '')
  const of = (things: readonly SummaryThing[]): number =>
    countOf(things.filter(({ name }) => sameWords(noun, name)))
  const [before, after] = [of(compared.source.summary.things), of(compared.made.summary.things)]
  if (wish.count === undefined || (before === 0 && after === 0)) return anyChange(wish, compared)
  return checked(wish, {
    measure: `things named ${noun}`,
    before,
    after,
    expected: String(wish.count),
    followed: after === wish.count,
  })
}

/** Share of the box of the lettering that must have changed. */
const LEAST_INK = 0.01

const written: Check = (wish, compared) => {
  const { made, source, after, changed } = compared
  const value = wish.value ?? ''
  const lettering = made.summary.things.find((one) => one.value?.includes(value) === true)
  if (lettering === undefined || changed === null)
    return checked(wish, {
      measure: 'lettering with these words',
      before: 0,
      after: lettering === undefined ? 0 : 1,
      expected: '1',
      followed: lettering !== undefined,
    })
  const had = source.summary.things.some((one) => one.id === lettering.id && one.value === lettering.value)
  const ink = shareOf(changed, pixelBox(lettering, after))
  return checked(wish, {
    measure: 'share of the lettering box that changed',
    before: 0,
    after: ink,
    expected: `at least ${LEAST_INK}`,
    followed: ink >= LEAST_INK || had,
  })
}

const pixelBox = ({ box }: SummaryThing, { width, height }: Size): Rect => ({
  x: Math.floor(box[0] * width),
  y: Math.floor(box[1] * height),
  width: Math.ceil(box[2] * width),
  height: Math.ceil(box[3] * height),
})
type Size = Readonly<{ width: number; height: number }>

function shareOf({ data, width, height }: NonNullable<Compared['changed']>, box: Rect): number {
  let [covered, count] = [0, 0]
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++)
    for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++, count++)
      if (data[y * width + x]! > 0) covered++
  return count === 0 ? 0 : covered / count
}

/** Night is darker than it was, and cut out is clear around. */
const hour: Check = (wish, compared) => {
  if (!/\b(?:night|midnight|dusk)\b/i.test(wish.value ?? '') || compared.changed === null)
    return anyChange(wish, compared)
  const seen = looksIn(compared, compared.changed)
  if (seen === null) return anyChange(wish, compared)
  const [before, after] = [seen.was.lightness, seen.is.lightness]
  return moved(wish, { measure: 'mean lightness of what changed', before, after }, 0.002, false)
}

const backdrop: Check = (wish, compared) => {
  if (wish.value !== 'transparent' || compared.changed === null) return anyChange(wish, compared)
  const seen = looksIn(compared, { x: 0, y: 0, ...compared.after })
  if (seen === null) return null
  return moved(
    wish,
    { measure: 'share that can be seen through', before: seen.was.clear, after: seen.is.clear },
    0.01,
    true,
  )
}

/** What is in the picture. */
export const things: Readonly<Partial<Record<OpName, Check>>> = {
  add: added,
  insert: added,
  remove: removed,
  recolor: recolored,
  move: shifted,
  scale: scaled,
  set_count: counted,
  add_text: written,
  edit_text: written,
  time_of_day: hour,
  background: backdrop,
}

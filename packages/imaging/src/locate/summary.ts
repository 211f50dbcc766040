import type { SceneSummary, SummaryThing } from '@plantain/core'
import { foregroundOf, type Look } from './look.ts'
import { isSurelySky, partRegion } from './parts.ts'
import { ANIMALS } from './object-names.ts'
import { piecesOf } from './pieces.ts'
import { seenColor } from './seen-color.ts'
import { overlap, type Detection } from './sight.ts'
import { objectRegion, subjectOf, SURE } from './subject.ts'
import type { Part } from './classes.ts'

/** Parts that are told of, by what people call them; the share of the frame from which one is worth telling. */
const TOLD: readonly (readonly [Part, string])[] = [
  ['sky', 'sky'],
  ['water', 'water'],
  ['vegetation', 'plants'],
]
const LEAST_SHARE = 0.06

/** What a photograph shows, as far as it was recognised: what is not sure is left out. */
export function summaryOfLook(look: Look): SceneSummary {
  const objects = objectsOf(look)
  const parts = TOLD.flatMap(([part, name]) => partThing(look, part, name))
  const subject = objects.length > 0 ? [] : subjectThing(look)
  const faces = faceThings(look)
  return { things: [...objects, ...subject, ...faces, ...parts], ...hourOf(look) }
}

function objectsOf(look: Look): readonly SummaryThing[] {
  const kept: Detection[] = []
  for (const one of look.sighting?.objects ?? [])
    // Two names for one thing: the surer one.
    if (one.score >= SURE && kept.every((other) => overlap(one, other) < 0.6)) kept.push(one)
  const counts = new Map<string, number>()
  return kept.slice(0, 12).map((one) => {
    const number = (counts.get(one.name) ?? 0) + 1
    counts.set(one.name, number)
    const color = colorOf(look, objectRegion(look, one))
    const clothed = one.name === 'person' || ANIMALS.has(one.name)
    const box = [one.left, one.top, one.right - one.left, one.bottom - one.top] as const
    return {
      id: `${one.name}${number}`,
      name: one.name,
      ...(clothed || color === null ? {} : { color }),
      region: regionWord(box),
      box,
    }
  })
}

function subjectThing(look: Look): readonly SummaryThing[] {
  const region = subjectOf(look)
  const share = areaOf(region)
  // Contrast alone finds something in every picture; it is told only where it is one clear thing or the networks saw it as well.
  const [largest, second] = piecesOf(region, look.small)
  if (largest === undefined || share < 0.01 || share > 0.75) return []
  if (foregroundOf(look) === null && (second?.area ?? 0) > largest.area * 0.5) return []
  const { width, height } = look.small
  const box = [
    largest.left / width,
    largest.top / height,
    (largest.right - largest.left) / width,
    (largest.bottom - largest.top) / height,
  ].map(rounded) as unknown as SummaryThing['box']
  const color = colorOf(look, region)
  return [
    { id: 'subject1', name: 'subject', ...(color === null ? {} : { color }), region: regionWord(box), box },
  ]
}

function faceThings({ sighting }: Look): readonly SummaryThing[] {
  return (sighting?.faces ?? [])
    .filter(({ score }) => score > 0.7)
    .slice(0, 6)
    .map(({ left, top, right, bottom }, index) => {
      const box = [left, top, right - left, bottom - top].map(rounded) as unknown as SummaryThing['box']
      return { id: `face${index + 1}`, name: 'face', region: regionWord(box), box }
    })
}

function partThing(look: Look, part: Part, name: string): readonly SummaryThing[] {
  const region = partRegion(look, part)
  if (region === null || areaOf(region) < LEAST_SHARE || !isSure(look, part, region)) return []
  const { width, height } = look.small
  let [left, top, right, bottom] = [width, height, 0, 0]
  region.forEach((value, p) => {
    if (value <= 0.5) return
    const [x, y] = [p % width, Math.floor(p / width)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  })
  const box = [left / width, top / height, (right - left) / width, (bottom - top) / height].map(
    rounded,
  ) as unknown as SummaryThing['box']
  const color = colorOf(look, region)
  return [{ id: name, name, ...(color === null ? {} : { color }), region: regionWord(box), box }]
}

function isSure(look: Look, part: Part, region: Float32Array): boolean {
  if (part === 'sky') return isSurelySky(look, region)
  const color = colorOf(look, region)
  if (part === 'vegetation') return color === 'green'
  // Water is told only under a sky: a floor or a table shines as well.
  const sky = partRegion(look, 'sky')
  return (
    sky !== null && isSurelySky(look, sky) && (color === 'blue' || color === 'teal') && areaOf(region) > 0.12
  )
}

/** The hour by its sky, where there is enough of one to tell. */
function hourOf(look: Look): Pick<SceneSummary, 'time_of_day' | 'weather'> {
  const sky = partRegion(look, 'sky')
  if (sky === null || areaOf(sky) < 0.12 || !isSurelySky(look, sky)) return {}
  const { lightness, a, b } = meanOf(look, sky)
  const chroma = Math.sqrt(a * a + b * b)
  if (lightness < 0.22) return { time_of_day: 'night' }
  if (lightness < 0.45 && b < 0) return { time_of_day: 'dusk' }
  if (b > 0.05 && lightness < 0.85) return { time_of_day: 'sunset' }
  if (lightness > 0.6 && b < -0.04) return { weather: 'clear' }
  if (lightness > 0.55 && chroma < 0.02) return { weather: 'overcast' }
  return {}
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
const areaOf = (region: Float32Array): number =>
  region.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0) / Math.max(1, region.length)

interface Mean {
  readonly lightness: number
  readonly a: number
  readonly b: number
}
function meanOf({ small }: Look, region: Float32Array): Mean {
  let [lightness, a, b, weight] = [0, 0, 0, 1e-6]
  region.forEach((share, p) => {
    lightness += share * small.lightness[p]!
    a += share * small.a[p]!
    b += share * small.b[p]!
    weight += share
  })
  return { lightness: lightness / weight, a: a / weight, b: b / weight }
}

/** The word that most of a region's pixels have; null where none has nearly half. */
function colorOf({ small }: Look, region: Float32Array): string | null {
  const counts = new Map<string, number>()
  let total = 0
  region.forEach((share, p) => {
    if (share <= 0.5) return
    const word = seenColor(small.lightness[p]!, small.a[p]!, small.b[p]!)
    counts.set(word, (counts.get(word) ?? 0) + 1)
    total++
  })
  const [word, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? ['', 0]
  return count > 0.45 * total ? word : null
}

/** Where a box [x, y, width, height] lies, in the words of regions. */
export function regionWord([left, top, width, height]: readonly [number, number, number, number]): string {
  const [x, y] = [left + width / 2, top + height / 2]
  const column = x < 0.4 ? 'left' : x > 0.6 ? 'right' : ''
  const row = y < 0.36 ? 'top' : y > 0.66 ? 'bottom' : ''
  return [row, column].filter((word) => word !== '').join(' ') || 'center'
}

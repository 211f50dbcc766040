import type { Part } from './classes.ts'
import { cutRegion, softened } from './cut.ts'
import type { Look } from './look.ts'
import { animalHead, facesRegion } from './head.ts'
import { ANIMALS, objectNamed } from './object-names.ts'
import { partRegion } from './parts.ts'
import { keepPieces, piecesOf, type Piece } from './pieces.ts'
import { isSeenAs, seenColorNamed, type SeenColor } from './seen-color.ts'
import type { Box, Detection } from './sight.ts'
import { objectRegion, standing, subjectOf, tidied } from './subject.ts'

/** A region that words name. */
export interface Found {
  /** Per pixel of the thumbnail, 0 to 1. */
  readonly region: Float32Array
  /** Nothing was recognised: the thing that stands out was taken for what is named. */
  readonly guessed: boolean
}

const PARTS_BY_NOUN: Readonly<Record<string, Part>> = {
  ...nouns('sky', 'sky heaven cloud'),
  ...nouns('water', 'water sea lake river ocean pond pool wave'),
  ...nouns(
    'vegetation',
    'grass lawn tree foliage leaf leave plant bush hedge vegetation forest wood jungle greenery',
  ),
  ...nouns('ground', 'ground floor road street sand beach path field meadow pavement earth soil asphalt'),
  ...nouns('relief', 'mountain hill peak ridge cliff rock'),
  ...nouns('building', 'building house tower skyline city castle church facade'),
  ...nouns('wall', 'wall backdrop'),
}
function nouns(part: Part, words: string): Record<string, Part> {
  return Object.fromEntries(words.split(' ').map((word) => [word, part]))
}
const BEHIND = new Set(['background', 'surrounding', 'rest', 'behind', 'environment'])
const FRONT = new Set(['subject', 'foreground', 'object', 'thing', 'it', 'main', 'motif'])
const ANY = new Set(['part', 'area', 'region', 'one', 'color', 'colour', 'bit', 'spot'])
const FILLER =
  /\b(?:the|a|an|my|his|her|their|our|this|that|these|those|of|in|on|at|to|with|picture|image|photo|photograph|main|whole|entire|side|one|big|small|large|little)\b/g

/**
 * The region that a phrase names: "the sky", "the red car", "the dog on the left", "person and dog", "everything except the cup", or an
 * id as the summary gives it. Null where nothing fits it.
 */
export function findRegion(look: Look, phrase: string): Found | null {
  const [kept, except] = phrase.toLowerCase().split(/\s+(?:except|but not|without)(?: for)?\s+/)
  const wanted = findAny(look, kept!)
  if (wanted === null || except === undefined) return wanted
  const spared = findAny(look, except)
  return spared === null
    ? null
    : {
        region: wanted.region.map((value, p) => value * (1 - spared.region[p]!)),
        guessed: wanted.guessed || spared.guessed,
      }
}

function findAny(look: Look, phrase: string): Found | null {
  const found = phrase
    .split(/\s*,\s*|\s+and\s+/)
    .filter((name) => name !== '')
    .flatMap((name) => findOne(look, name) ?? [])
  if (found.length === 0) return null
  return found.reduce((one, other) => ({
    region: one.region.map((value, p) => Math.max(value, other.region[p]!)),
    guessed: one.guessed || other.guessed,
  }))
}

/** Share of the frame that a region surely takes. */
const areaOf = (region: Float32Array): number =>
  region.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0) / region.length

type Side = 'left' | 'right' | 'top' | 'bottom' | 'middle'

interface Words {
  readonly noun: string
  readonly color: SeenColor | null
  readonly side: Side | null
  /** "cat2": the second of them. */
  readonly number: number | null
  readonly plural: boolean
}

function wordsOf(phrase: string): Words {
  const side = /\bleft(?:most)?\b/.test(phrase)
    ? 'left'
    : /\bright(?:most)?\b/.test(phrase)
      ? 'right'
      : /\b(?:top|upper)\b/.test(phrase)
        ? 'top'
        : /\b(?:bottom|lower)\b/.test(phrase)
          ? 'bottom'
          : /\b(?:middle|cent(?:er|re))\b/.test(phrase)
            ? 'middle'
            : null
  const [, stem, digits] = /^([a-z ]+?)(\d+)$/.exec(phrase.replace(/^el:/, '')) ?? []
  const bare = (stem ?? phrase)
    .replace(/\b(?:left|right|top|upper|bottom|lower|middle|cent(?:er|re)|leftmost|rightmost)\b/g, ' ')
    .replace(FILLER, ' ')
  const words = bare.split(/[^a-z]+/).filter((word) => word !== '')
  const color = words.map(seenColorNamed).find((one) => one !== null) ?? null
  const rest = words.filter((word) => seenColorNamed(word) === null || words.length === 1)
  const noun = singular(rest.join(' '))
  return {
    noun,
    color,
    side,
    number: digits === undefined ? null : Number(digits),
    plural: noun !== rest.join(' '),
  }
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  leaves: 'leaf',
  grass: 'grass',
  knives: 'knife',
  wolves: 'wolf',
  buses: 'bus',
  bus: 'bus',
  glasses: 'glass',
}
function singular(phrase: string): string {
  const at = phrase.lastIndexOf(' ') + 1
  const last = phrase.slice(at)
  const one =
    IRREGULAR[last] ??
    (/(?:ss|us|is)$/.test(last) || last.length < 4
      ? last
      : last
          .replace(/(ch|sh|x)es$/, '$1')
          .replace(/ies$/, 'y')
          .replace(/s$/, ''))
  return phrase.slice(0, at) + one
}

function findOne(look: Look, phrase: string): Found | null {
  const words = wordsOf(phrase)
  const { noun, color, side, plural } = words
  if (/^(?:everything|all|picture|image|frame)?$/.test(noun) && color === null && side === null)
    return whole(look)
  if (BEHIND.has(noun)) return { region: subjectOf(look).map((value) => 1 - value), guessed: false }
  if (/\b(?:face|head|muzzle|snout)$/.test(noun)) return faceIn(look, words)
  const object = objectRegions(look, words)
  if (object !== null) return object
  const part = PARTS_BY_NOUN[noun.split(' ').at(-1)!]
  if (part !== undefined) {
    const region = partRegion(look, part)
    if (region !== null) return { region: pick(look, region, side), guessed: false }
    if (color === null)
      return part === 'building' || part === 'relief' || part === 'vegetation'
        ? standsOut(look, side, true)
        : null
  }
  if (color !== null && (ANY.has(noun) || noun === '' || noun === color))
    return colorRegion(look, color, side)
  if (color !== null) return colorRegion(look, color, side, true) ?? null
  if (FRONT.has(noun)) return { region: pick(look, subjectOf(look), side), guessed: false }
  return standsOut(look, side, plural)
}

const whole = (look: Look): Found => ({
  region: new Float32Array(look.salient.length).fill(1),
  guessed: false,
})

/** A word for a thing that no network knows: what stands out, if something clearly does. */
function standsOut(look: Look, side: Side | null, several: boolean): Found | null {
  const subject = subjectOf(look)
  const one = several
    ? subject
    : keepPieces(subject, look.small, piecesOf(subject, look.small).slice(0, 1), 0)
  const region = pick(look, side === null ? one : subject, side)
  const share = areaOf(region)
  return share < 0.004 || share > 0.9 ? null : { region, guessed: true }
}

/** How sure the detector must be of an object that the person names. */
const NAMED = 0.16

function objectRegions(look: Look, { noun, color, side, number }: Words): Found | null {
  const name = objectNamed(noun) ?? objectNamed(noun.split(' ').at(-1)!)
  if (name === null || look.sighting === null) return null
  const seen = look.sighting.objects.filter((one) => one.name === name && one.score >= NAMED)
  if (seen.length === 0) return null
  // Those that are about as sure as the best; the rest are second thoughts of the detector.
  const likely = seen
    .filter(({ score }) => score >= seen[0]!.score * 0.7)
    .filter((one, at, all) => all.slice(0, at).every((better) => within(one, better) < 0.7))
  const chosen =
    number !== null && likely[number - 1] !== undefined
      ? [likely[number - 1]!]
      : side === null
        ? likely
        : [atSide(likely, side)]
  const regions = chosen.map((one) => objectRegion(look, one))
  const region = regions.reduce((one, other) => one.map((value, p) => Math.max(value, other[p]!)))
  if (color === null) return { region, guessed: false }
  const tinted = colorRegion(look, color, side, true)
  if (tinted === null) return { region, guessed: false }
  const both = region.map((value, p) => value * tinted.region[p]!)
  const share =
    both.reduce((sum, value) => sum + value, 0) /
    Math.max(
      1,
      region.reduce((sum, value) => sum + value, 0),
    )
  return { region: share > 0.15 ? region : tinted.region, guessed: share <= 0.15 }
}

/** Share of the smaller of two boxes that lies in the other. */
function within(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)
  return across <= 0 || down <= 0 ? 0 : (across * down) / Math.max(1e-9, Math.min(area(one), area(other)))
}

function atSide(seen: readonly Detection[], side: Side): Detection {
  const far = ({ left, top, right, bottom }: Box): number =>
    side === 'left'
      ? -(left + right)
      : side === 'right'
        ? left + right
        : side === 'top'
          ? -(top + bottom)
          : side === 'bottom'
            ? top + bottom
            : -Math.abs(left + right - 1)
  return seen.reduce((one, other) => (far(other) > far(one) ? other : one))
}

function faceIn(look: Look, { noun, side }: Words): Found | null {
  const faces = look.sighting?.faces ?? []
  if (faces.length > 0)
    return { region: facesRegion(look, side === null ? faces : [atSide(faces, side)]), guessed: false }
  const whose = objectNamed(noun.split(' ')[0]!)
  const animals = (look.sighting?.objects ?? []).filter(
    ({ name, score }) => ANIMALS.has(name) && score >= NAMED && (whose === null || name === whose),
  )
  if (animals.length === 0) return null
  return { region: animalHead(look, side === null ? animals[0]! : atSide(animals, side)), guessed: true }
}

/** What has a colour: the largest pieces of it, of things only where `standing` out counts. */
function colorRegion(look: Look, color: SeenColor, side: Side | null, ofThing = false): Found | null {
  const { lightness, a, b } = look.small
  const stands = ofThing ? standing(look) : null
  const rough = lightness.map((l, p) =>
    isSeenAs(color, l, a[p]!, b[p]!) ? (stands === null ? 0.9 : 0.45 + 0.5 * stands[p]!) : 0.04,
  )
  const region = tidied(look, cutRegion(look.small, softened(look.small, rough, 1)), ofThing)
  const share = areaOf(region)
  return share < 0.002 ? null : { region: pick(look, region, side), guessed: false }
}

/** Of several pieces the one on a side; all where no side is named. */
function pick({ small }: Look, region: Float32Array, side: Side | null): Float32Array {
  if (side === null) return region
  const pieces = piecesOf(region, small)
  if (pieces.length < 2) return region
  const far = ({ left, right, top, bottom }: Piece): number =>
    side === 'left'
      ? -(left + right)
      : side === 'right'
        ? left + right
        : side === 'top'
          ? -(top + bottom)
          : side === 'bottom'
            ? top + bottom
            : -Math.abs(left + right - small.width)
  const one = pieces
    .filter(({ area }) => area > pieces[0]!.area * 0.1)
    .reduce((best, piece) => (far(piece) > far(best) ? piece : best))
  return keepPieces(region, small, [one], 0)
}

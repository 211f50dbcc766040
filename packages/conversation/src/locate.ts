import type { Mask, Region, Scene } from '@plantain/core'
import {
  feather,
  fullMask,
  intersectMasks,
  invertMask,
  maskFromLabels,
  smoothstep,
  transformMask,
  uniteMasks,
  type Placement,
} from '@plantain/imaging'
import { labelThing, thingLabel } from '@plantain/scene'
import { elementId, membersOf } from './scene-edit/things.ts'
import { worldParts } from './world-parts.ts'
import { findTargets } from './scene-edit/targets.ts'
import type { Vocabulary } from './reading/vocabulary.ts'
import { PlantainError } from '@plantain/core'
import { isArea, placedMask, type Photo } from './upload/photo.ts'

/** A picture's base, in which regions are found: for an upload there are no labels. */
export interface Located {
  readonly width: number
  readonly height: number
  readonly scene: Scene | null
  /** [height, width]; null for an upload. */
  readonly labels: Uint16Array | null
  readonly words: Vocabulary
  /** An upload that was looked at. */
  readonly photo?: Photo | null
}

type Size = Readonly<{ width: number; height: number }>

/**
 * Coverage of a region in a picture whose base has gone where `placement` says. Phrases are: names and ids of things and of parts of the
 * world joined by "and", sides of the frame ("left half", "top right"), both ("sky, left"), and "X except Y".
 *
 * throws: NOT_FOUND where the phrase names nothing in the picture
 */
export function locate(
  region: Region,
  base: Located,
  placement: Placement,
  painted: (id: string) => Mask,
): Mask | null {
  if (region.kind === 'all') return null
  if (region.kind === 'mask') return fitted(painted(region.mask), placement)
  if (region.kind === 'things') return things(region.ids, base, placement)
  return phraseMask(region.phrase, base, placement)
}

/** A picture that was painted at another shape since keeps its masks where they were, in shares of the frame. */
function fitted(mask: Mask, { width, height }: Size): Mask {
  if (mask.width === width && mask.height === height) return mask
  const [across, down] = [mask.width / width, mask.height / height]
  return transformMask(mask, {
    width,
    height,
    toSource: (x, y) => [x * across, y * down],
    toTarget: (x, y) => [x / across, y / down],
  })
}

function phraseMask(phrase: string, base: Located, placement: Placement): Mask {
  const [kept, except] = phrase.split(/\s+except\s+/)
  const [what, ...areas] = kept!.split(/\s*,\s*/)
  let mask = named(what!, base, placement)
  for (const area of areas)
    mask = intersectMasks(mask, areaMask(area, placement) ?? named(area, base, placement))
  return except === undefined ? mask : intersectMasks(mask, invertMask(named(except, base, placement)))
}

const WHOLE = /^(?:the )?(?:picture|image|everything|all|whole picture)$/i

function named(what: string, base: Located, placement: Placement): Mask {
  const names = what.split(/\s+and\s+/)
  if (names.length > 1) return names.map((one) => named(one, base, placement)).reduce(uniteMasks)
  if (WHOLE.test(what)) return fullMask(placement)
  if (base.photo && !isArea(what)) return placedMask(base.photo, what, placement)
  const area = areaMask(what, placement)
  if (area !== null && !isKnown(what, base)) return area
  return things([what], base, placement)
}

const isKnown = (what: string, { scene }: Located): boolean =>
  scene !== null &&
  scene.things.some((thing) => membersOf(thing).some((member) => elementId(thing, member) === what))

/** Labels of what ids or names stand for, and whether pixels of the world above the horizon count. */
function things(ids: readonly string[], base: Located, placement: Placement): Mask {
  const { labels, scene, photo } = base
  if (photo) return placedMask(photo, ids.join(' and '), placement)
  if (labels === null || scene === null)
    throw new PlantainError(
      'NOT_FOUND',
      `what ${ids.join(' and ')} covers in an uploaded picture is not known; paint over it or name a side of the picture`,
    )
  const wanted = wantedLabels(ids, base)
  const horizonRow = Math.round(scene.world.horizon * base.height)
  const mask =
    wanted.background === true
      ? maskFromLabels(labels, base, (label) => labelThing(label) === null)
      : withHigh(
          maskFromLabels(labels, base, (label) => wanted.labels.has(label)),
          wanted.high,
          labels,
          base,
          horizonRow,
        )
  return softened(transformMask(mask, placement), placement)
}

interface Wanted {
  readonly labels: ReadonlySet<number>
  readonly high: ReadonlySet<number>
  readonly background?: boolean
}

function wantedLabels(ids: readonly string[], { scene, words }: Located): Wanted {
  const [labels, high] = [new Set<number>(), new Set<number>()]
  let background = false
  const addThing = (index: number, members: readonly number[]): void => {
    for (const member of members) labels.add(thingLabel(index, member))
    scene!.things.forEach((child, at) => {
      if (child.parent === index)
        addThing(
          at,
          membersOf(child).filter(
            (member) =>
              members.length === membersOf(scene!.things[index]!).length || members.includes(member),
          ),
        )
    })
  }
  for (const id of ids) {
    if (/^(?:the )?background$/i.test(id)) {
      background = true
      continue
    }
    const part = worldParts.find((one) => one.id === id && one.name(scene!.world) !== null)
    const found =
      part !== undefined
        ? [{ kind: 'part', part } as const]
        : findTargets(id, { scene: scene!, elements: [], words, refers: [] })
    const byId = scene!.things.flatMap((thing, index) => {
      const members = membersOf(thing).filter((member) => elementId(thing, member) === id)
      return members.length > 0
        ? [{ kind: 'thing', index, members } as const]
        : [thing.id, thing.group?.id].includes(id)
          ? [{ kind: 'thing', index, members: membersOf(thing) } as const]
          : []
    })
    const all = byId.length > 0 ? byId : found
    // What was there and was taken away since covers nothing: its operation rests.
    for (const target of all) {
      if (target.kind === 'thing') addThing(target.index, target.members)
      else {
        for (const label of target.part.labels) labels.add(label)
        for (const label of target.part.high ?? []) high.add(label)
      }
    }
  }
  return { labels, high, background }
}

function withHigh(
  mask: Mask,
  high: ReadonlySet<number>,
  labels: Uint16Array,
  { width }: Size,
  horizonRow: number,
): Mask {
  if (high.size > 0)
    for (let p = 0; p < horizonRow * width && p < labels.length; p++)
      if (high.has(labels[p]!)) mask.data[p] = 255
  return mask
}

/** An edge of about a pixel a thousand, as the things themselves have. */
const softened = (mask: Mask, { width, height }: Size): Mask =>
  feather(mask, Math.max(1, Math.round(Math.max(width, height) / 700)))

/** A side of the frame, with a soft border; null for what is no side. */
export function areaMask(phrase: string, { width, height }: Size): Mask | null {
  const text = phrase.toLowerCase()
  const column = /\bleft\b/.test(text) ? 'left' : /\bright\b/.test(text) ? 'right' : null
  const row = /\b(?:top|upper|above)\b/.test(text)
    ? 'top'
    : /\b(?:bottom|lower|foreground|below)\b/.test(text)
      ? 'bottom'
      : null
  const centre = /\b(?:cent(?:er|re)|middle)\b/.test(text)
  const edges = /\b(?:edges?|borders?|corners?|sides?)\b/.test(text) && column === null && row === null
  if (column === null && row === null && !centre && !edges) return null
  const share = /\bthird\b/.test(text) ? 1 / 3 : /\bquarter\b/.test(text) && !(column && row) ? 0.25 : 0.5
  const soft = 0.06
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height]
      const across =
        column === null ? 1 : 1 - smoothstep(share - soft, share + soft, column === 'left' ? u : 1 - u)
      const down = row === null ? 1 : 1 - smoothstep(share - soft, share + soft, row === 'top' ? v : 1 - v)
      const radius = Math.sqrt((2 * u - 1) ** 2 + (2 * v - 1) ** 2)
      const radial = edges
        ? smoothstep(0.7, 1.1, radius)
        : centre && column === null && row === null
          ? 1 - smoothstep(0.45, 0.8, radius)
          : 1
      data[y * width + x] = Math.round(255 * across * down * radial)
    }
  return { width, height, data }
}

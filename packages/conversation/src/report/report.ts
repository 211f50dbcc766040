import type { Bitmap, EditCheck, EditReport, Mask, Wish } from '@plantain/core'
import { difference, maskFromDifference, measureShift, placedBefore, type Placement } from '@plantain/imaging'
import type { PictureState } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { anyChange, light } from './light.ts'
import type { Check } from './compared.ts'
import { frame } from './frame.ts'
import { things } from './things.ts'

const checks: Readonly<Partial<Record<Wish['op'], Check>>> = { ...light, ...frame, ...things }
/** Wishes that only bound others, or are done elsewhere. */
const SILENT = new Set<Wish['op']>([
  'keep',
  'avoid',
  'undo',
  'redo',
  'export',
  'set_option',
  'create',
  'variation',
])

export interface Edited {
  readonly ops: readonly Wish[]
  readonly source: PictureState
  readonly made: PictureState
  readonly before: Bitmap
  readonly after: Bitmap
  /** Where the pixels of the picture before have gone. */
  readonly placement: Placement
  /** A mask that the person painted, at the size of the picture before. */
  readonly painted: Mask | null
  /** What the wishes name, where that is all that may change. */
  readonly region: Mask | null
  readonly words: Vocabulary
}

/** What shows all of it from elsewhere, as a step back does: nothing was to stay in its place. */
const isAnew = ({ op, region, value }: Wish): boolean =>
  op === 'viewpoint' || (op === 'extend' && region === undefined && value === undefined)

/** An edit held against what was asked for, on the pixels; some 30 ms a megapixel. */
export function reportOf(edited: Edited): Omit<EditReport, 'attempts'> {
  const { before, after, placement, painted, region, ops } = edited
  const placed = isSameFrame(edited) ? { image: before, free: null } : placedBefore(before, placement)
  const comparable = placed !== null && sameSize(placed.image, after) ? placed : null
  const free = comparable === null ? null : (comparable.free ?? painted ?? region)
  const found = comparable === null ? null : difference(comparable.image, after, free)
  const changed = comparable === null ? null : maskFromDifference(comparable.image, after)
  const outside = free === null ? changed : free
  const share = found === null ? 1 : found.changed / found.pixels
  const of = painted !== null ? 'mask' : region !== null ? 'region' : 'change'
  const [all, same] =
    found === null
      ? [0, 0]
      : free === null
        ? [found.pixels - found.changed, found.pixels - found.changed]
        : [found.outside, found.outside - found.changedOutside]
  const done = ops.filter(({ op }) => !SILENT.has(op))
  const compared = {
    ...edited,
    changedShare: share,
    part: isSameFrame(edited) ? (painted ?? region) : null,
    changed: isSameFrame(edited) ? changed : null,
    // What else the message asked for moves the same figures.
    crowded: done.length > 1,
    seen: new Map(),
  }
  const held = done.flatMap((wish): readonly EditCheck[] => {
    const check = (checks[wish.op] ?? anyChange)(wish, compared)
    return check === null ? [] : [check]
  })
  return {
    changedShare: rounded(share),
    changedBox: found === null ? null : found.box,
    outside: {
      of,
      share: found === null ? 0 : rounded(all / found.pixels),
      untouched: found === null || all === 0 ? null : same / all,
    },
    shiftPixels:
      comparable === null || done.some(isAnew)
        ? null
        : measureShift(comparable.image, after, wholePicture(outside) ? null : outside),
    checks: held,
    followed: held.length === 0 ? null : held.every(({ followed }) => followed),
  }
}

const sameSize = (one: Size, other: Size): boolean => one.width === other.width && one.height === other.height
type Size = Readonly<{ width: number; height: number }>

/** Pixels were not to go anywhere. */
function isSameFrame({ before, after, placement }: Edited): boolean {
  if (!sameSize(before, after)) return false
  const points = [
    [0.5, 0.5],
    [before.width - 0.5, 0.5],
    [0.5, before.height - 0.5],
  ] as const
  return points.every(([x, y]) => {
    const [u, v] = placement.toSource(x, y)
    return Math.abs(u - x) < 1e-6 && Math.abs(v - y) < 1e-6
  })
}

/** Where all of it was to change, or all but a few pixels did, all of it shows whether it moved. */
function wholePicture(mask: Mask | null): boolean {
  if (mask === null) return true
  let kept = 0
  for (const value of mask.data) if (value === 0) kept++
  return kept < LEAST_KEPT * mask.data.length
}
const LEAST_KEPT = 0.05

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** What is said where an edit did not come out, or came out elsewhere; nothing where all is well. */
export function toldOf({ checks: held, shiftPixels, outside, attempts }: EditReport): readonly string[] {
  const missed = held.filter(({ followed }) => !followed)
  const again = attempts > 1 ? ' I tried it twice, with another seed.' : ''
  return [
    ...missed.map(
      ({ op, target, measure, before, after, expected }) =>
        `I measured it, and it did not come out as asked (${op.replaceAll('_', ' ')}${target === undefined ? '' : ` of ${target}`}): ${measure} ${before === null ? '' : `was ${before} and `}is ${after ?? 'unknown'}, wanted ${expected}.${again}`,
    ),
    ...(shiftPixels !== null && (shiftPixels.x !== 0 || shiftPixels.y !== 0)
      ? [`What was to stay has moved by ${shiftPixels.x}, ${shiftPixels.y} pixels.`]
      : []),
    ...(outside.of === 'mask' && outside.untouched !== null && outside.untouched < 1
      ? ['Something outside of the mask has changed.']
      : []),
  ]
}

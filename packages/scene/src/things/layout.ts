import { MAX_COUNT, type Thing } from '@plantain/core'
import { clamp, cos, sin } from '../math.ts'
import { hashText, random } from '../noise.ts'
import type { Kind } from './catalog.ts'

/** One of a group: where it is, in heights of one from the group's centre (x to the right, y down), and how it differs. */
export interface Member {
  readonly x: number
  readonly y: number
  readonly scale: number
  /** Looks the other way than the group. */
  readonly turned: boolean
}

const ALONE: readonly Member[] = [{ x: 0, y: 0, scale: 1, turned: false }]

/**
 * Places of the members of a thing with a count, as an illustrator sets a group: side by side, a little uneven, the ones behind
 * higher and smaller; birds in flight in a wedge or a loose flock. By the thing's id alone, so that no other thing moves them.
 */
export function membersOf(thing: Thing, kind: Kind, aspect: number): readonly Member[] {
  const count = clamp(Math.round(thing.group?.size ?? thing.count), 1, MAX_COUNT)
  if (count === 1) return ALONE
  const seed = seedOf(thing)
  if (thing.support === 'air')
    return kind.category === 'bird' && count >= 4 ? wedge(count, aspect) : flock(count, aspect, seed)
  if (thing.support === 'worn' || thing.support === 'held') return row(count, aspect, seed, 0.6, 0)
  if (kind.indoor || thing.support === 'on' || thing.support === 'in')
    return row(count, aspect, seed, 1.04, 0.05)
  return rows(count, aspect, seed, kind)
}

/** Seed of a thing's own variation: of the group that it was parted from, where it was. */
export const seedOf = (thing: Thing): number => hashText(thing.group?.id ?? thing.id)

function row(count: number, aspect: number, seed: number, gap: number, uneven: number): Member[] {
  return Array.from({ length: count }, (_, i) => ({
    x: (i - (count - 1) / 2) * aspect * gap,
    y: (random(seed, 1, i) - 0.5) * uneven,
    scale: 1 + (random(seed, 2, i) - 0.5) * uneven * 1.6,
    turned: false,
  }))
}

/** One row up to four, then two or three, the rear ones in the gaps, higher in the frame and smaller. */
function rows(count: number, aspect: number, seed: number, kind: Kind): Member[] {
  const depth = count <= 4 ? 1 : count <= 8 ? 2 : 3
  const living = ['animal', 'bird', 'insect', 'person', 'fish', 'fantasy'].includes(kind.category)
  const uneven =
    living || kind.category === 'plant' || kind.category === 'tree' || kind.category === 'nature' ? 1 : 0.35
  const members: Member[] = []
  for (let level = depth - 1, left = count; level >= 0; level--) {
    const size = level === 0 ? left : Math.floor(left / (level + 1))
    left -= size
    const shrink = 1 - 0.16 * level
    const gap = aspect * (1.08 + 0.16 * uneven) * shrink
    for (let i = 0; i < size; i++) {
      const at = members.length
      const jitter = (k: number): number => (random(seed, k, at) - 0.5) * uneven
      members.push({
        x: (i - (size - 1) / 2 + (level % 2) * 0.5 * (size > 1 ? 1 : 0.6) + jitter(1) * 0.28) * gap,
        y: -0.26 * level + jitter(2) * 0.1 + (depth === 1 && count > 1 ? ((i % 2) - 0.5) * 0.05 * uneven : 0),
        scale: shrink * (1 + jitter(3) * 0.16),
        turned: living && count <= 3 ? i === count - 1 && count > 1 : living && random(seed, 4, at) < 0.22,
      })
    }
  }
  return members
}

/** A wedge like geese fly: the first ahead, two lines falling back. */
function wedge(count: number, aspect: number): Member[] {
  return Array.from({ length: count }, (_, i) => {
    const place = (i + 1) >> 1
    const side = i % 2 === 0 ? 1 : -1
    return {
      x: -place * aspect * 0.95,
      y: side * place * 0.62 - 0.2 * place,
      scale: 1 - 0.02 * i,
      turned: false,
    }
  }).map((member) => ({ ...member, x: member.x + (count / 4) * aspect * 0.95 }))
}

function flock(count: number, aspect: number, seed: number): Member[] {
  return Array.from({ length: count }, (_, i) => {
    // Turns by the golden angle fill a disc evenly; the jitter takes the pattern away.
    const radius = Math.sqrt((i + 0.35) / count) * Math.sqrt(count) * 0.92
    const turn = i * 2.399963 + random(seed, 5)
    const [c, s] = [cos(turn), sin(turn)]
    return {
      x: (c * radius * 1.25 + (random(seed, 6, i) - 0.5) * 0.4) * Math.max(0.7, aspect),
      y: s * radius * 0.85 + (random(seed, 7, i) - 0.5) * 0.3,
      scale: 0.82 + 0.36 * random(seed, 8, i),
      turned: false,
    }
  })
}

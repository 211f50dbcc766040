import type { Look } from './look.ts'
import { contrastOf, type Patch } from './patches.ts'

/** Patches less unlike than this go on into each other; a border to what is around is at least so much. */
const [SAME, BORDER] = [0.06, 0.085]
/** Most that is taken along, as a share of the thing; least part of the thing's outline that it lies along. */
const [MOST, LEAST_CONTACT] = [2, 0.12]
/** Most of what lies between, as a share of the thing. */
const SMALL = 0.1
/** Share of a patch that the thing covers, from which it belongs to the thing. */
const OWN = 0.5

/**
 * What a thing stands on or throws, and nothing else touches: its saucer, its shadow, a ring of froth. A stretch of even patches that lies
 * along the thing, is no larger than it by much, ends before the frame does, and ends at an edge, not by and by. 0 to 1 per pixel of the
 * thumbnail, without the thing itself; null where there is none.
 */
export function contactOf({ small, parts, patches }: Look, region: Float32Array): Float32Array | null {
  const covered = new Float32Array(patches.length)
  region.forEach((value, p) => (covered[parts.of[p]!]! += value))
  const isOwn = (i: number): boolean => covered[i]! > OWN * patches[i]!.size
  const shared = borders(parts.of, small.width)
  const area = region.reduce((sum, value) => sum + value, 0)
  const outline = sumOf(patches, (i) => (isOwn(i) ? along(shared, patches, i, (j) => !isOwn(j)) : 0))
  if (area === 0 || outline === 0) return null
  const seen = new Uint8Array(patches.length)
  const taken = new Uint8Array(patches.length)
  let some = false
  for (let start = 0; start < patches.length; start++) {
    if (seen[start] === 1 || isOwn(start) || !patches[start]!.neighbours.some(isOwn)) continue
    const stretch = grown(patches, start, (i) => !isOwn(i))
    for (const i of stretch) seen[i] = 1
    if (!touchesOnly(stretch)) continue
    for (const i of stretch) taken[i] = 1
    some = true
  }
  if (some) closeUp()
  return some ? Float32Array.from(parts.of, (i, p) => (taken[i] === 1 ? 1 - region[p]! : 0)) : null

  /** What lies between, mostly walled in by what goes, goes too: glints, and the dark ring under a rim. */
  function closeUp(): void {
    const goes = (i: number): boolean => taken[i] === 1 || isOwn(i)
    for (let round = 0; round < 3; round++)
      patches.forEach(({ rim, size }, i) => {
        if (goes(i) || rim > 0 || size > SMALL * area) return
        const wall = along(shared, patches, i, () => true)
        const by = along(shared, patches, i, (j) => taken[j] === 1)
        if (by > 0.2 * wall && along(shared, patches, i, goes) > 0.55 * wall) taken[i] = 1
      })
  }

  function touchesOnly(stretch: readonly number[]): boolean {
    const inside = new Set(stretch)
    const size = stretch.reduce((sum, i) => sum + patches[i]!.size, 0)
    if (size > MOST * area || stretch.some((i) => patches[i]!.rim > 0)) return false
    const contact = stretch.reduce((sum, i) => sum + along(shared, patches, i, isOwn), 0)
    if (contact < LEAST_CONTACT * outline) return false
    let [edge, length] = [0, 0]
    for (const i of stretch)
      for (const j of patches[i]!.neighbours) {
        if (inside.has(j) || isOwn(j)) continue
        const meet = shared.get(key(i, j, patches.length)) ?? 0
        edge += meet * contrastOf(patches[i]!, patches[j]!)
        length += meet
      }
    return length === 0 || edge / length > BORDER
  }
}

/** All patches that a patch goes on into by small steps. */
function grown(patches: readonly Patch[], start: number, may: (i: number) => boolean): readonly number[] {
  const found = [start]
  const seen = new Set(found)
  for (let at = 0; at < found.length; at++) {
    const i = found[at]!
    for (const j of patches[i]!.neighbours)
      if (!seen.has(j) && may(j) && contrastOf(patches[i]!, patches[j]!) < SAME) {
        seen.add(j)
        found.push(j)
      }
  }
  return found
}

const key = (i: number, j: number, count: number): number => Math.min(i, j) * count + Math.max(i, j)

/** Pixel sides that two patches have in common. */
function borders(of: Int32Array, width: number): ReadonlyMap<number, number> {
  const count = of.reduce((most, i) => Math.max(most, i + 1), 0)
  const shared = new Map<number, number>()
  const meet = (i: number, j: number): void => {
    if (i !== j) shared.set(key(i, j, count), (shared.get(key(i, j, count)) ?? 0) + 1)
  }
  for (let p = 0; p < of.length; p++) {
    if ((p + 1) % width !== 0) meet(of[p]!, of[p + 1]!)
    if (p + width < of.length) meet(of[p]!, of[p + width]!)
  }
  return shared
}

const along = (
  shared: ReadonlyMap<number, number>,
  patches: readonly Patch[],
  i: number,
  other: (j: number) => boolean,
): number =>
  patches[i]!.neighbours.reduce(
    (sum, j) => sum + (other(j) ? (shared.get(key(i, j, patches.length)) ?? 0) : 0),
    0,
  )

const sumOf = (patches: readonly Patch[], of: (i: number) => number): number =>
  patches.reduce((sum, _, i) => sum + of(i), 0)

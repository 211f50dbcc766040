import type { Scene, Thing } from '@plantain/core'
import { labelThing } from '@plantain/scene'
import type { Tools } from '../perform.ts'
import { withThing } from '../scene-edit/things.ts'
import { isWet } from './wet.ts'

/** Large enough to tell how much of a thing is hidden. */
const LOOKED_AT = 96
/** Share of a thing that may go behind another one without a look for a better place. */
const HIDDEN = 0.12
/** Steps across the frame, the nearest first; then the same nearer to the viewer, and farther off. */
const ACROSS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7].map((step) => step * 0.09)
/** Down the frame, and size: the last resort is a smaller one. */
const ROWS = [
  [0, 1],
  [0.08, 1],
  [-0.06, 1],
  [0.06, 0.65],
  [-0.03, 0.65],
] as const
const LEAST = 0.06

export interface Wanted {
  /** What was said of its place. */
  readonly holds?: (tried: Scene) => boolean
  /** One more of what is there: as large as those are drawn. */
  readonly alike?: boolean
}

/**
 * A thing that came to a picture stands where neither it nor what was there is hidden, in the water if it was in the water: the nearest such
 * place, else the one that hides least. What stands on or in another thing stays. `index`: of the thing that came.
 */
export async function apart(
  scene: Scene,
  index: number,
  tools: Tools,
  signal: AbortSignal,
  { holds = () => true, alike = false }: Wanted = {},
): Promise<Scene> {
  const given = scene.things[index]!
  if (given.parent !== null || scene.things.some(({ parent }) => parent === index)) return scene
  const side = { width: LOOKED_AT, height: LOOKED_AT }
  const painted = async (of: Scene): Promise<Uint16Array> => (await tools.paint(of, side, signal)).labels
  const others = { ...scene, things: scene.things.filter((_, at) => at < index) }
  // Those that come after it would shift: they are left out, since labels count things.
  if (others.things.length !== scene.things.length - 1) return scene
  const [there, bare, own] = [
    await painted(others),
    await painted({ ...scene, things: [] }),
    await painted({ ...scene, things: [given] }),
  ]
  const like = others.things.findIndex(({ kind }) => kind === given.kind)
  // Members of a group are drawn smaller than one alone of the same height.
  const scale = alike && like >= 0 ? tallest(there, like) / Math.max(1, tallest(own, 0)) : 1
  const thing = { ...given, height: given.height * Math.min(1.1, Math.max(0.3, scale)) }
  const seen = indices(there)
  const sees = { there: seen, areas: areas(seen), own: indices(own), given, things: others.things }
  // One more of a kind keeps to the element of its like: a third duck swims.
  const wet = isWet(bare, LOOKED_AT, others.things[like] ?? thing)
  let [best, least]: [Scene, number] = [scene, Infinity]
  for (const [row, size] of ROWS)
    for (const step of ACROSS) {
      const tried = withThing(scene, index, shifted(thing, step, row, size, scene))
      const { x, y } = tried.things[index]!
      const asPlanned = step === 0 && row === 0 && size === 1
      const outside = x < LEAST || x > 1 - LEAST || y > 0.96
      if (isWet(bare, LOOKED_AT, { x, y }) !== wet || (!asPlanned && (outside || !holds(tried)))) continue
      const lost = hidden(tried.things[index]!, sees)
      if (lost < HIDDEN) return tried
      if (lost < least) [best, least] = [tried, lost]
    }
  return best
}

interface Sees {
  /** [LOOKED_AT, LOOKED_AT]: index of the thing that is seen, or -1; of the others, and of the one that came, alone where it was given. */
  readonly there: Int16Array
  readonly own: Int16Array
  readonly areas: ReadonlyMap<number, number>
  readonly given: Thing
  readonly things: readonly Thing[]
}

/**
 * The largest share of any one thing that would not be seen, told by moving the outline that the thing has alone; what has its foot lower
 * stands in front. What falls outside the frame is not seen either.
 */
function hidden(thing: Thing, { there, areas: whole, own, given, things }: Sees): number {
  const scale = thing.height / given.height
  const [across, down] = [thing.x * LOOKED_AT, thing.y * LOOKED_AT]
  const [wasAcross, wasDown] = [given.x * LOOKED_AT, given.y * LOOKED_AT]
  const covered = new Map<number, number>()
  let [area, lost] = [0, 0]
  for (let row = 0; row < LOOKED_AT; row++)
    for (let column = 0; column < LOOKED_AT; column++) {
      if (own[row * LOOKED_AT + column] !== 0) continue
      area++
      const toRow = Math.round(down + (row - wasDown) * scale)
      const toColumn = Math.round(across + (column - wasAcross) * scale)
      const inside = toRow >= 0 && toRow < LOOKED_AT && toColumn >= 0 && toColumn < LOOKED_AT
      const other = inside ? there[toRow * LOOKED_AT + toColumn]! : -1
      if (!inside || (other >= 0 && things[other]!.y > thing.y)) lost++
      else if (other >= 0) covered.set(other, (covered.get(other) ?? 0) + scale * scale)
    }
  if (area === 0) return 0
  return Math.max(lost / area, ...[...covered].map(([other, pixels]) => pixels / whole.get(other)!))
}

const indices = (labels: Uint16Array): Int16Array =>
  Int16Array.from(labels, (label) => labelThing(label)?.index ?? -1)

/** Rows of pixels that the tallest copy of a thing takes. */
function tallest(labels: Uint16Array, index: number): number {
  const rows = new Map<number, [number, number]>()
  labels.forEach((label, at) => {
    const found = labelThing(label)
    if (found?.index !== index) return
    const row = Math.floor(at / LOOKED_AT)
    const [top, bottom] = rows.get(found.copy) ?? [row, row]
    rows.set(found.copy, [Math.min(top, row), Math.max(bottom, row)])
  })
  return Math.max(0, ...[...rows.values()].map(([top, bottom]) => bottom - top + 1))
}

function areas(seen: Int16Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const at of seen) if (at >= 0) found.set(at, (found.get(at) ?? 0) + 1)
  return found
}

/** What stands nearer is drawn larger, what is farther off smaller, as the ground runs to the horizon. */
function shifted(
  thing: Thing,
  across: number,
  row: number,
  size: number,
  { world: { horizon } }: Scene,
): Partial<Thing> {
  const grounded = thing.support === 'ground' || thing.support === 'water'
  const [was, y] = [thing.y - horizon, thing.y + row]
  const scale = grounded && was > 0.05 ? Math.max(0.5, (y - horizon) / was) : 1
  return { x: thing.x + across, y, height: Math.min(1, thing.height * scale * size) }
}

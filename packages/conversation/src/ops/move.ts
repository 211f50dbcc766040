import type { Scene, Thing } from '@plantain/core'
import { findTargets } from '../scene-edit/targets.ts'
import { placeBy, rootOf } from '../scene-edit/where.ts'
import { carriedBy, part, withThing } from '../scene-edit/things.ts'
import { amountOf, SHARES } from '../reading/amount.ts'
import { placeOf } from '../reading/place.ts'
import { sideways } from '../reading/sideways.ts'
import { whereOf } from './where.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { missing, subjects } from './subject.ts'

/** Share of the frame that "a bit to the left" to "all the way left" goes. */
const STEP = 0.16

/** "move the boat to the left", "put the cat next to the dog". */
export const move: Op = sceneOp('move', (wish, view) => {
  const targets = subjects(
    wish.region !== undefined && wish.direction === undefined
      ? { ...wish, region: undefined as never }
      : wish,
    view,
  )
  const [first] = targets
  if (first === undefined) return [missing(wish)]
  if (first.kind === 'part') return movePart(first.part.id, wish.region, wish.direction, view, wish.amount)
  const parted = part(view.scene, first.index, first.members)
  if ('refused' in parted) return [note(parted.refused)]
  const { scene, index } = parted
  const thing = freed(scene.things[index]!)
  const across = acrossFrom(wish.region ?? '', thing, { ...view, scene })
  if (across !== null)
    return [toScene(carried(scene, index, standing(scene, index, { ...thing, x: across }, true)))]
  const place = placeOf(view.words, wish.region)
  const where = place === null ? null : whereOf(place, { ...view, scene })
  if (where !== null && 'refused' in where) return [note(where.refused)]
  const kind = view.words.kinds.get(thing.kind)
  if (kind === undefined) return [missing(wish)]
  const aspect = view.base.width / view.base.height
  if (where !== null) {
    const place = placeBy(where, { ...scene, things: scene.things }, kind, view.words.kinds, aspect)
    const sideways = where.kind === 'area' && where.area.row === null && where.area.depth === null
    // To the left is along the ground: it keeps its distance and its size.
    const placed = sideways
      ? { x: place.x! }
      : { ...place, height: keptHeight(thing, place.height, where.kind) }
    return [toScene(carried(scene, index, standing(scene, index, { ...thing, ...placed }, sideways)))]
  }
  if (wish.direction === undefined) return [note('Say where it should go: to a side, or next to something.')]
  return [
    toScene(
      carried(scene, index, standing(scene, index, shifted(thing, wish.direction, wish.amount, view), true)),
    ),
  ]
})

/** "To the other side" is as far from the middle, "to the other side of the sofa" as far from the sofa; null for other places. */
function acrossFrom(region: string, { x }: Thing, view: SceneView): number | null {
  const found = /\b(?:other|opposite) side(?:\s+of\s+(.+))?$/i.exec(region)
  if (found === null) return null
  const [target] = found[1] === undefined ? [] : findTargets(found[1], view)
  // Of a part of the world, or of what is not there, another rule tells.
  if (found[1] !== undefined && target?.kind !== 'thing') return null
  const middle = target?.kind === 'thing' ? view.scene.things[target.index]!.x : 0.5
  return Math.min(0.95, Math.max(0.05, 2 * middle - x))
}

/** A member that leaves its group is a thing of its own. */
function freed(thing: Thing): Thing {
  if (thing.group === undefined || thing.count > 1) return thing
  const { group: _, ...alone } = thing
  return alone
}

const keptHeight = (thing: Thing, height: number | undefined, kind: string): number =>
  kind === 'thing' && height !== undefined ? Math.min(height, thing.height * 1.4) : thing.height

/** What leaves what it was on stands on the ground. */
function standing(scene: Scene, index: number, thing: Thing, along: boolean): Thing {
  const before = scene.things[index]!
  if (!along || before.parent === null) return thing
  const parent = scene.things[before.parent]!
  const half = 0.5 * parent.height
  // Small shifts stay on the table.
  if (before.support === 'on' && Math.abs(thing.x - parent.x) < half) return thing
  const root = rootOf(scene, index)
  return {
    ...thing,
    parent: null,
    support: ['water', 'air', 'wall'].includes(root.support) ? root.support : 'ground',
    y: root.y,
  }
}

function shifted(thing: Thing, direction: string, amount: string | undefined, view: SceneView): Thing {
  const far = amountOf(amount)
  const step =
    far.kind === 'word'
      ? far.share === SHARES.max
        ? 1
        : STEP * far.share
      : far.kind === 'percent'
        ? Math.abs(far.value)
        : far.kind === 'pixels'
          ? far.value / (direction === 'left' || direction === 'right' ? view.base.width : view.base.height)
          : STEP
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  if (direction === 'left' || direction === 'right') {
    const x = sideways(thing.x, direction, step, amount)
    return { ...thing, x: Math.min(0.92, Math.max(0.08, x)) }
  }
  const { horizon } = view.scene.world
  const grounded = thing.support === 'ground' || thing.support === 'water'
  const [least, most] = grounded ? [horizon + 0.03, 0.98] : [thing.height + 0.02, 0.95]
  return { ...thing, y: Math.min(most, Math.max(least, thing.y + sign * step)) }
}

/** The scene with a thing at its new place, and what it carries there with it. */
function carried(scene: Scene, index: number, thing: Thing): Scene {
  const before = scene.things[index]!
  const [dx, dy] = [thing.x - before.x, thing.y - before.y]
  let now = withThing(scene, index, thing)
  if (before.group !== undefined && thing.group === undefined)
    now = { ...now, things: now.things.map((one, at) => (at === index ? thing : one)) }
  for (const child of carriedBy(scene, index)) {
    const one = scene.things[child]!
    now = withThing(now, child, {
      x: Math.min(1, Math.max(0, one.x + dx)),
      y: Math.min(1, Math.max(0, one.y + dy)),
    })
  }
  return now
}

/** Sun and moon move as things do; the rest of a world does not. */
function movePart(
  id: string,
  region: string | undefined,
  direction: string | undefined,
  view: SceneView,
  amount: string | undefined,
): readonly Step[] {
  const { scene } = view
  if (id !== 'moon' && id !== 'sun') return [note(`The ${id} cannot be moved; things can.`)]
  const { sunX, sunY } = scene.world
  const area = placeOf(view.words, region)
  const far = amountOf(amount)
  const step = far.kind === 'word' ? 0.18 * far.share : far.kind === 'percent' ? far.value : 0.18
  const columns = { left: 0.18, center: 0.5, right: 0.82 } as const
  const [column, row] = area?.kind === 'area' ? [area.area.column, area.area.row] : [null, null]
  const x =
    column !== null
      ? columns[column]
      : direction === 'left' || direction === 'right'
        ? sideways(sunX, direction, step, amount)
        : sunX
  const y =
    row === 'top'
      ? 0.85
      : row === 'bottom'
        ? 0.2
        : row === 'middle'
          ? 0.5
          : direction === 'up'
            ? sunY + step
            : direction === 'down'
              ? sunY - step
              : sunY
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
  const world = { ...scene.world, sunX: clamp(x, 0.06, 0.94), sunY: clamp(y, 0.08, 0.95) }
  return [{ do: 'scene', scene: { ...scene, world }, shows: { part: id, fixed: true } }]
}

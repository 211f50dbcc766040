import type { Part as ThingPart, Scene, Thing } from '@plantain/core'
import type { Kind } from '@plantain/scene'
import type { Area, Relation } from '../reading/place.ts'
import { heightAt, heightBeside, widthOf } from './sizes.ts'

type Kinds = ReadonlyMap<string, Kind>

/** Where a thing is to be: an area of the frame, in relation to another thing, or on a part of the world. */
export type Where =
  | { readonly kind: 'area'; readonly area: Area }
  /** `part`: of that thing, which alone is meant. */
  | { readonly kind: 'thing'; readonly relation: Relation; readonly index: number; readonly part?: ThingPart }
  | { readonly kind: 'part'; readonly relation: Relation; readonly part: string }
  | { readonly kind: 'between'; readonly indices: readonly [number, number] }

const CENTRES = { left: 0.2, center: 0.5, right: 0.8 } as const

/** What a place says of a thing; the rest is free. Numbers are frame units. */
export type Placing = Partial<Pick<Thing, 'x' | 'y' | 'height' | 'support' | 'parent' | 'right'>>

/**
 * Places a thing by rule. It is the fallback where the composer's own place does not fit, and the way in which things are moved.
 * `aspect`: width over height of the frame.
 */
export function placeBy(
  where: Where | null,
  scene: Scene,
  kind: Kind,
  kinds: Kinds,
  aspect: number,
): Placing {
  const base = standing(scene, kind, kinds)
  if (where === null) return { ...base, x: freest(scene, kinds, aspect) }
  if (where.kind === 'area') return { ...base, ...inArea(where.area, scene, kind, kinds, base) }
  if (where.kind === 'part') return { ...base, ...onPart(where, scene, kind, kinds, base, aspect) }
  if (where.kind === 'between') return { ...base, ...betweenThings(where.indices, scene, kind, kinds) }
  const beside = besideThing(where, scene, kind, kinds, aspect)
  // What reaches out of the frame still has its foot in it: a scene holds no other.
  return { ...base, ...beside, ...(beside.y === undefined ? {} : { y: Math.min(1, Math.max(0, beside.y)) }) }
}

/** Where a kind usually is. */
function standing(
  scene: Scene,
  kind: Kind,
  kinds: Kinds,
): Required<Omit<Placing, 'right' | 'x'>> & { parent: null } {
  const { horizon, land } = scene.world
  if (kind.support === 'air')
    return { y: Math.max(0.12, horizon * 0.5), height: airborne(kind), support: 'air', parent: null }
  if (kind.support === 'wall') return { y: horizon * 0.6, height: 0.2, support: 'wall', parent: null }
  const y = Math.min(0.97, horizon + 0.62 * (1 - horizon))
  const support =
    kind.support === 'water' && (scene.world.water !== 'none' || land === 'sea') ? 'water' : 'ground'
  return { y, height: heightAt(scene, kind, y, kinds), support, parent: null }
}

const airborne = ({ height }: Kind): number =>
  height > 100 ? 0.16 : Math.min(0.25, Math.max(0.07, 0.06 * Math.sqrt(height) + 0.05))

function inArea(
  { column, row, depth }: Area,
  scene: Scene,
  kind: Kind,
  kinds: Kinds,
  base: Placing,
): Placing {
  const { horizon } = scene.world
  const x = CENTRES[column ?? 'center']
  const ground = 1 - horizon
  const at = (y: number): Placing => ({
    x,
    y,
    height:
      base.support === 'ground' || base.support === 'water' ? heightAt(scene, kind, y, kinds) : base.height!,
  })
  if (depth === 'foreground') return at(0.95)
  if (depth === 'background') return at(base.support === 'air' ? horizon * 0.7 : horizon + 0.1 * ground)
  if (row === 'top')
    return {
      x,
      y: Math.max(base.height! + 0.03, horizon * 0.4),
      height: base.height!,
      support: base.support === 'ground' ? 'air' : base.support!,
    }
  if (row === 'bottom') return base.support === 'air' ? { x, y: 0.9 } : at(0.95)
  if (row === 'middle') return { x, y: Math.max(base.y!, 0.55 + base.height! / 2) }
  return { x }
}

const WATERY = new Set(['water'])
const ALOFT = new Set(['sky', 'clouds', 'sun', 'moon', 'stars', 'rainbow', 'aurora'])

function onPart(
  { relation, part }: Where & { kind: 'part' },
  scene: Scene,
  kind: Kind,
  kinds: Kinds,
  base: Placing,
  aspect: number,
): Placing {
  const { horizon, shore, sunX, sunY } = scene.world
  if (part === 'moon' || part === 'sun') {
    const orbY = horizon * (1 - sunY)
    if (relation === 'left of' || relation === 'right of' || relation === 'next to')
      return {
        support: 'air',
        x: sunX + (relation === 'left of' || (relation === 'next to' && sunX > 0.5) ? -0.18 : 0.18),
        y: orbY + 0.05,
      }
    return { support: 'air', x: sunX, y: Math.min(horizon, orbY + 0.1) }
  }
  if (ALOFT.has(part))
    return {
      support: 'air',
      x: freest(scene, kinds, aspect),
      y: Math.max(airborne(kind) + 0.03, horizon * 0.45),
      height: airborne(kind),
    }
  const x = freest(scene, kinds, aspect)
  if (WATERY.has(part)) {
    const y = horizon + Math.max(0.05, (1 - horizon) * (1 - shore) * 0.5 + 0.3 * (1 - horizon) * shore)
    if (relation === 'on' || relation === 'in')
      return { support: 'water', x, y, height: heightAt(scene, kind, y, kinds) }
    return { x, y: Math.min(0.97, horizon + 0.85 * (1 - horizon)) }
  }
  if (part === 'wall') return { support: 'wall', x, y: horizon * 0.6, height: Math.min(0.22, base.height!) }
  return { x }
}

/** Frame x farthest from all things. */
function freest(scene: Scene, kinds: Kinds, aspect: number): number {
  const spans = scene.things
    .filter(({ parent }) => parent === null)
    .map(
      (thing) =>
        [thing.x - widthOf(thing, kinds, aspect) / 2, thing.x + widthOf(thing, kinds, aspect) / 2] as const,
    )
  let [best, most] = [0.5, -Infinity]
  for (const x of [0.5, 0.3, 0.7, 0.2, 0.8, 0.4, 0.6, 0.12, 0.88]) {
    const room = Math.min(1, ...spans.map(([from, to]) => Math.max(from - x, x - to)))
    if (room > most + 0.02) [best, most] = [x, room]
  }
  return best
}

/** Two things that one may be between: themselves where both are on the same third (`shared`), else what carries them. */
function pairAt(
  indices: readonly [number, number],
  scene: Scene,
): { readonly one: Thing; readonly other: Thing; readonly shared: boolean } {
  const [a, b] = indices.map((index) => scene.things[index]!) as [Thing, Thing]
  const shared = a.parent !== null && a.parent === b.parent && a.support === b.support
  const [one, other] = shared ? [a, b] : (indices.map((index) => rootOf(scene, index)) as [Thing, Thing])
  return { one, other, shared }
}

/** In the middle, on what both stand on; as near to the viewer as the nearer of the two. */
function betweenThings(indices: readonly [number, number], scene: Scene, kind: Kind, kinds: Kinds): Placing {
  const { one, other, shared } = pairAt(indices, scene)
  const [x, y] = [(one.x + other.x) / 2, Math.max(one.y, other.y)]
  if (shared)
    return { x, y, support: one.support, parent: one.parent, height: heightBeside(kind, one, kinds) }
  const support = one.support === other.support && one.support !== 'on' ? one.support : 'ground'
  const height =
    support === 'ground' || support === 'water'
      ? heightAt(scene, kind, y, kinds)
      : heightBeside(kind, one, kinds)
  return { x, y, support, parent: null, height }
}

function besideThing(
  { relation, index, part }: Where & { kind: 'thing' },
  scene: Scene,
  kind: Kind,
  kinds: Kinds,
  aspect: number,
): Placing {
  const other = scene.things[index]!
  const height = heightBeside(kind, other, kinds)
  const unit = Math.min(1, 1.25 * aspect)
  const half = (widthOf(other, kinds, aspect) + (height * unit * kind.aspect) / aspect) / 2
  const root = rootOf(scene, index)
  const support =
    root.support === 'ground' || root.support === 'water' || root.support === 'wall' || root.support === 'air'
      ? root.support
      : 'ground'
  const level: Placing = {
    support: kind.support === 'air' && relation === 'next to' ? 'air' : support,
    parent: null,
    height,
  }
  const clear = (x: number): number => Math.min(0.95, Math.max(0.05, x))
  if (part === 'door' && relation === 'on')
    return {
      support: 'held',
      parent: index,
      x: other.x,
      y: other.y - 0.2 * other.height * unit,
      height: Math.min(height, 0.16 * other.height),
    }
  const aside = (side: number): number => clear(other.x + side * (half + 0.02))
  /** Of both sides the one where less stands; the one with more room where that is equal. */
  const emptierSide = (): number => {
    const wide = (height * unit * kind.aspect) / aspect
    const taken = (side: number): number =>
      scene.things.reduce((sum, thing, at) => {
        if (
          at === index ||
          thing.kind === kind.id ||
          thing.parent !== null ||
          Math.abs(thing.y - root.y) > 0.25
        )
          return sum
        const reach = (wide + widthOf(thing, kinds, aspect)) / 2
        return sum + Math.max(0, reach - Math.abs(thing.x - aside(side)))
      }, 0)
    const usual = other.x < 0.5 ? 1 : -1
    return taken(-usual) < taken(usual) - 0.02 ? -usual : usual
  }
  switch (relation) {
    case 'on':
      return {
        support: 'on',
        parent: index,
        x: other.x,
        y: other.y - other.height * unit,
        height: small(height, other),
      }
    case 'in':
      return { support: 'in', parent: index, x: other.x, y: other.y, height: small(height, other) }
    case 'under':
      return other.parent === null && other.height > height
        ? {
            support: 'under',
            parent: index,
            x: other.x,
            y: other.y,
            height: Math.min(height, 0.8 * other.height),
          }
        : { ...level, x: other.x, y: Math.min(0.98, other.y + height * unit) }
    case 'wearing':
      return {
        support: 'worn',
        parent: index,
        x: other.x,
        y: other.y - 0.8 * other.height * unit,
        height: 0.25 * other.height,
      }
    case 'holding':
      return {
        support: 'held',
        parent: index,
        x: other.x,
        y: other.y - 0.4 * other.height * unit,
        height: Math.min(height, 0.5 * other.height),
      }
    case 'left of':
      return { ...level, x: aside(-1), y: root.y }
    case 'right of':
      return { ...level, x: aside(1), y: root.y }
    case 'in front of': {
      const y = Math.min(0.99, root.y + Math.max(0.05, 0.5 * height * unit))
      return {
        ...level,
        x: clear(other.x + 0.12 * (other.x < 0.5 ? 1 : -1) * half),
        y,
        height: Math.min(height, 0.75 * other.height) * 1.1,
      }
    }
    case 'behind':
      return {
        ...level,
        x: clear(other.x + 0.6 * half * (other.x < 0.5 ? 1 : -1)),
        y: Math.max(scene.world.horizon + 0.02, root.y - 0.05),
        height: Math.max(height, 0.5 * other.height),
      }
    case 'above': {
      const chimney = part === 'chimney' ? kinds.get(other.kind)?.anchors['chimney'] : undefined
      if (chimney !== undefined) {
        const side = (chimney.x - 0.5) * widthOf(other, kinds, aspect) * (other.right ? 1 : -1)
        const top = other.y - other.height * unit
        return {
          support: 'air',
          parent: null,
          height: 0.4 * other.height,
          x: clear(other.x + side),
          y: Math.max(0.4 * other.height * unit, top),
        }
      }
      return {
        support: 'air',
        parent: null,
        height,
        x: other.x,
        y: Math.max(height * unit + 0.02, other.y - other.height * unit - 0.04),
      }
    }
    case 'below':
      return { ...level, x: other.x, y: Math.min(0.98, other.y + height * unit + 0.03) }
    default:
      return { ...level, x: aside(emptierSide()), y: root.y }
  }
}

const small = (height: number, other: Thing): number => Math.min(height, Math.max(0.5 * other.height, 0.06))

/** What at last carries a thing. */
export function rootOf(scene: Scene, index: number): Thing {
  let thing = scene.things[index]!
  for (let steps = 0; thing.parent !== null && steps < scene.things.length; steps++)
    thing = scene.things[thing.parent]!
  return thing
}

/** What hangs on a door and what comes out of a chimney has its place by the drawing, of which the composer knows nothing. */
const ruledAlone = ({ relation, part }: Where & { kind: 'thing' }): boolean =>
  (part === 'door' && relation === 'on') || (part === 'chimney' && relation === 'above')

/** Whether a thing is where it was asked to be. `aspect`: of the frame. */
export function fits(
  where: Where | null,
  scene: Scene,
  index: number,
  kinds: Kinds,
  aspect: number,
): boolean {
  const thing = scene.things[index]!
  if (thing.x < 0.02 || thing.x > 0.98 || thing.height < 0.02) return false
  if (where === null) return true
  const unit = Math.min(1, 1.25 * aspect)
  if (where.kind === 'thing' && ruledAlone(where)) return false // which the composer knows nothing of
  if (where.kind === 'area') return inAreaNow(where.area, thing, scene, unit)
  if (where.kind === 'part') return onPartNow(where, thing, scene)
  if (where.kind === 'between') {
    const { one, other, shared } = pairAt(where.indices, scene)
    if (shared && thing.parent !== one.parent) return false
    const middle = (one.x + other.x) / 2
    return (
      Math.abs(thing.x - middle) < 0.2 * Math.abs(one.x - other.x) + 0.03 &&
      Math.abs(thing.y - Math.max(one.y, other.y)) < 0.12
    )
  }
  return relatedNow(where, scene, index, kinds, aspect)
}

function inAreaNow({ column, row, depth }: Area, thing: Thing, { world }: Scene, unit: number): boolean {
  const middle = thing.y - (thing.height * unit) / 2
  const ground = 1 - world.horizon
  return (
    (column === null || Math.abs(thing.x - CENTRES[column]) < 0.17) &&
    (row === null ||
      (row === 'top' ? middle < 0.42 : row === 'bottom' ? thing.y > 0.7 : middle > 0.3 && middle < 0.7)) &&
    (depth === null ||
      (depth === 'foreground'
        ? thing.y > world.horizon + 0.55 * ground
        : thing.y < world.horizon + 0.4 * ground))
  )
}

function onPartNow({ relation, part }: Where & { kind: 'part' }, thing: Thing, { world }: Scene): boolean {
  if (ALOFT.has(part)) return thing.support === 'air' && thing.y < world.horizon + 0.05
  if (WATERY.has(part) && (relation === 'on' || relation === 'in')) return thing.support === 'water'
  if (part === 'wall') return thing.support === 'wall'
  return true
}

function relatedNow(
  { relation, index: other }: Where & { kind: 'thing' },
  scene: Scene,
  index: number,
  kinds: Kinds,
  aspect: number,
): boolean {
  const thing = scene.things[index]!
  const of = scene.things[other]!
  const unit = Math.min(1, 1.25 * aspect)
  const half = (widthOf(thing, kinds, aspect) + widthOf(of, kinds, aspect)) / 2
  const [dx, dy] = [thing.x - of.x, thing.y - rootOf(scene, other).y]
  switch (relation) {
    case 'on':
    case 'in':
    case 'under':
      return thing.parent === other && thing.support === relation
    case 'wearing':
      return thing.parent === other && thing.support === 'worn'
    case 'holding':
      return thing.parent === other && thing.support === 'held'
    case 'left of':
      return dx < -0.55 * half
    case 'right of':
      return dx > 0.55 * half
    case 'in front of':
      return dy > 0.015 && Math.abs(dx) < half
    case 'behind':
      return dy < -0.01 && Math.abs(dx) < half + 0.05
    case 'above':
      return thing.y < of.y - 0.7 * of.height * unit && Math.abs(dx) < half + 0.05
    case 'below':
      return thing.y - thing.height * unit > of.y - 0.3 * of.height * unit
    default:
      return Math.abs(dx) > 0.4 * half && Math.abs(dx) < half + 0.18 && Math.abs(dy) < 0.25
  }
}

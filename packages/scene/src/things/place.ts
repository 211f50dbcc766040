import type { Scene, Support, Thing } from '@plantain/core'
import { LABEL, type Ground, type Stage } from '../frame.ts'
import { clamp } from '../math.ts'
import type { Art } from './art.ts'
import type { Kind } from './catalog.ts'
import { room, settleOn, sizeOn } from './hold.ts'
import { type Member, membersOf, seedOf } from './layout.ts'
import { lookOf, type Look } from './looks.ts'

/** One copy of a thing, settled: where its box lies in pixels of the frame, what holds it, how far away it is. */
export interface Placed {
  readonly index: number
  readonly copy: number
  readonly thing: Thing
  readonly kind: Kind
  readonly look: Look | null
  /** Middle of the box and its lowest edge, pixels with fractions. */
  readonly x: number
  readonly foot: number
  readonly width: number
  readonly height: number
  readonly flip: boolean
  /** As it is seen. */
  readonly facesRight: boolean
  /** Radians, clockwise, about the middle of the box. */
  readonly turn: number
  /** How it is held once what is there was looked at: a boat on a meadow stands on the ground. */
  readonly support: Support
  /** Metres. */
  readonly distance: number
  /** Pixels between the foot and what it stands on; 0 unless it jumps or flies. */
  readonly lift: number
  readonly parent: Placed | null
  /** Seed of its own variation. */
  readonly seed: number
}

/** Settles all things of a scene, farthest first, parents before what they hold. */
export function placeThings(stage: Stage, scene: Scene, art: Art, ground: Ground): readonly Placed[] {
  const done = new Map<number, readonly Placed[]>()
  const settle = (index: number, above: readonly number[]): readonly Placed[] => {
    const known = done.get(index)
    if (known !== undefined) return known
    const thing = scene.things[index]!
    const held =
      thing.parent !== null &&
      scene.things[thing.parent] !== undefined &&
      !above.includes(thing.parent) &&
      thing.parent !== index
    const parents = held ? settle(thing.parent!, [...above, index]) : []
    const copies = placeOne(stage, scene, art, ground, index, parents)
    done.set(index, copies)
    return copies
  }
  const roots: Placed[] = []
  const children = new Map<Placed, Placed[]>()
  scene.things.forEach((_, index) => {
    for (const placed of settle(index, []))
      if (placed.parent === null) roots.push(placed)
      else children.set(placed.parent, [...(children.get(placed.parent) ?? []), placed])
  })
  // Ties are broken by what does not change when another thing is added or taken away.
  const rank = (a: Placed, b: Placed): number =>
    b.distance - a.distance ||
    a.foot - b.foot ||
    compareText(a.thing.group?.id ?? a.thing.id, b.thing.group?.id ?? b.thing.id) ||
    a.copy - b.copy
  const ordered: Placed[] = []
  const visit = (placed: Placed): void => {
    const held = (children.get(placed) ?? []).sort(rank)
    held.filter(isBehind).forEach(visit)
    ordered.push(placed)
    held.filter((child) => !isBehind(child)).forEach(visit)
  }
  roots.sort(rank).forEach(visit)
  return ordered
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isBehind = ({ kind, support }: Placed): boolean =>
  (support === 'worn' && (kind.id === 'cape' || kind.id === 'backpack')) ||
  (support === 'held' && kind.id === 'umbrella')

function placeOne(
  stage: Stage,
  scene: Scene,
  art: Art,
  ground: Ground,
  index: number,
  parents: readonly Placed[],
): readonly Placed[] {
  const thing = scene.things[index]!
  const kind = art.kind(thing.kind)
  const look = lookOf(art, scene, thing, kind)
  const box = look?.drawing.box
  const aspect = box === undefined ? kind.aspect : (box.right - box.left) / (box.bottom - box.top)
  const group = membersOf(thing, kind, aspect)
  const { width, height } = stage.frame
  const parent = parents[0] ?? null
  // Who sits is not as tall as who stands.
  const seated = look?.name.endsWith('/sit') === true ? 0.8 : 1
  const size = (parent === null ? thing.height * height : sizeOn(thing, kind, parent, height)) * seated
  // A group that is wider than the picture, or than what holds it, moves together.
  const left = Math.min(...group.map((m) => m.x - (m.scale * aspect) / 2)) * size
  const right = Math.max(...group.map((m) => m.x + (m.scale * aspect) / 2)) * size
  const [from, to] = parent === null ? [0.02 * width, 0.98 * width] : room(parent, thing)
  const fit = group.length === 1 ? 1 : Math.min(1, (to - from) / (right - left))
  // What stands alone may leave the frame by a little of its width, as in a snapshot.
  const over = group.length === 1 && parent === null ? SNAP * size * aspect : 0
  const middle = settleBetween(thing.x * width, from - left * fit - over, to - right * fit + over)
  const sink =
    parent === null && isUp(thing.support) ? sinkOf(thing.y * height, group, size * fit, height) : 0
  const mirrored = thing.support === 'air' && !thing.right ? -1 : 1
  const shown = thing.group?.members
  return group.flatMap((member, copy) => {
    if (shown !== undefined && !shown.includes(copy)) return []
    const high = size * fit * member.scale
    const facesRight = thing.right !== member.turned
    const at = {
      index,
      copy,
      thing,
      kind,
      look,
      x: middle + member.x * size * fit * mirrored,
      foot: thing.y * height + sink + member.y * size * fit,
      height: high,
      width: high * aspect,
      flip: facesRight !== (look?.right ?? true),
      facesRight,
      turn: turnOf(thing),
      seed: seedOf(thing) + 131 * copy,
    }
    return parents.length === 0 ? settleAlone(at, stage, ground, scene) : settleOn(at, parents)
  })
}

/** Share of its width that a thing may be beyond the side of the frame. */
const SNAP = 0.12
const isUp = (support: Support): boolean => support === 'air' || support === 'wall'

/** Pixels by which a group that flies or hangs has to come down, or up, so that none of it is cut off. */
function sinkOf(y: number, group: readonly Member[], size: number, frameHeight: number): number {
  const top = Math.min(...group.map((m) => m.y - m.scale)) * size + y
  const bottom = Math.max(...group.map((m) => m.y)) * size + y
  return settleBetween(0, 0.015 * frameHeight - top, 0.985 * frameHeight - bottom)
}

const turnOf = (thing: Thing): number =>
  thing.state === 'upside down'
    ? Math.PI
    : thing.state === 'tilted'
      ? thing.right
        ? 0.3
        : -0.3
      : thing.state === 'dancing'
        ? thing.right
          ? 0.12
          : -0.12
        : thing.state === 'running'
          ? thing.right
            ? 0.1
            : -0.1
          : 0

/** Clamped between two places; half-way where they have crossed. */
const settleBetween = (x: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : clamp(x, low, high)

/** A copy before it is known what holds it. */
export type Loose = Omit<Placed, 'support' | 'distance' | 'lift' | 'parent'>

function settleAlone(at: Loose, stage: Stage, ground: Ground, scene: Scene): Placed {
  const { frame } = stage
  const { thing, kind } = at
  let { foot } = at
  let support: Support = thing.support
  const natural = kind.height / ((at.height / frame.height) * stage.camera.spread)
  const labelAt = (y: number, x = at.x): number => {
    const column = clamp(Math.floor(x), 0, frame.width - 1)
    return frame.label[clamp(Math.floor(y), 0, frame.height - 1) * frame.width + column]!
  }
  const isWet = (y: number, x = at.x): boolean => labelAt(y, x) === LABEL.water
  if (support === 'on' || support === 'in' || support === 'under') support = 'ground'
  if (support === 'held' || support === 'worn') support = kind.indoor || thing.y > 0.5 ? 'ground' : 'air'
  if (support === 'water') {
    const wet = isWet(foot) ? foot : nearest(foot, frame.height, isWet)
    if (wet === null)
      support = scene.world.land === 'underwater' || kind.category === 'fish' ? 'air' : 'ground'
    else {
      // Off the far shore: what is near enough to be this large has water behind it.
      const off = wet === foot ? 0 : 0.35 * at.height
      foot = [off, off / 2].map((down) => wet + down).find((y) => isWet(y)) ?? wet
    }
  }
  if (support === 'ground') {
    const crest = ground.crest(clamp(at.x / frame.width, 0, 1)) * frame.height
    // The larger it is drawn for its kind the nearer it stands: a mouse as high as a house is not on the horizon.
    const near = clamp((0.4 * stage.camera.eye) / (stage.camera.spread * natural), 0.004, 0.07)
    const least = Math.min(frame.height * 0.995, crest + near * frame.height)
    if (foot < least) foot = least
    foot = shoreOf(at, foot, frame.height, labelAt)
    if (isWet(foot) && foot < frame.height) support = 'water'
  }
  const lift =
    thing.state === 'jumping'
      ? 0.32 * at.height
      : thing.state === 'flying' && support !== 'air'
        ? 0.9 * at.height
        : thing.state === 'dancing' || thing.state === 'running'
          ? 0.02 * at.height
          : 0
  const distance =
    support === 'ground' || support === 'water'
      ? ground.distance(clamp(at.x / frame.width, 0, 1), clamp(foot / frame.height, 0, 1))
      : Math.min(natural, 20000)
  return { ...at, foot: foot - lift, support, distance, lift, parent: null }
}

/** The row near `foot` where all of it stands dry; else where its middle does; `foot` where neither is within reach. */
function shoreOf(
  at: Loose,
  foot: number,
  height: number,
  labelAt: (y: number, x?: number) => number,
): number {
  const side = 0.32 * at.width
  const places = [at.x, at.x - side, at.x + side]
  if (foot >= height || places.every((x) => labelAt(foot, x) !== LABEL.water)) return foot
  const dry = (y: number, x: number): boolean => DRY.has(labelAt(y, x))
  const whole = nearest(foot, height, (y) => places.every((x) => dry(y, x)))
  if (whole !== null && Math.abs(whole - foot) < 0.12 * height) return whole
  const middle = nearest(foot, height, (y) => dry(y, at.x))
  return middle !== null && Math.abs(middle - foot) < 0.12 * height ? middle : foot
}
const DRY: ReadonlySet<number> = new Set([LABEL.ground, LABEL.road, LABEL.floor, LABEL.vegetation])

/** Nearest row to `from` that passes, up or down; null when there is none. */
function nearest(from: number, height: number, passes: (y: number) => boolean): number | null {
  const step = Math.max(1, Math.floor(height / 200))
  for (let away = 0; away < height; away += step)
    for (const y of [from + away, from - away]) if (y >= 0 && y < height && passes(y)) return y
  return null
}

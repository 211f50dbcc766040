import { LANDS, WATERS } from '@plantain/core'
import { type LatentSpace, LATENT_WIDTH, THING_LAYOUT, WORLD_LAYOUT } from '@plantain/scene'

/** A condition on places, which no single value can hold. Slots count things from 0. */
export type Wish =
  | { readonly is: 'side'; readonly one: number; readonly relation: string; readonly other: number }
  | { readonly is: 'region'; readonly slot: number; readonly region: string }
  /** Things that stand by themselves do not hide each other. */
  | { readonly is: 'clear'; readonly slots: readonly number[] }
  /** Sizes beside each other: `ratios` are heights over what is usual in a scene, by slot; at most `most` of the frame. */
  | {
      readonly is: 'sizes'
      readonly slots: readonly number[]
      readonly ratios: readonly number[]
      readonly most: number
    }
  /** The frame cuts nothing off. */
  | { readonly is: 'inside'; readonly slot: number }
  /** What is on, in or under a thing goes where that one goes; what is in or on it takes about this share of its height. */
  | { readonly is: 'carried'; readonly child: number; readonly parent: number; readonly share?: number }
  /** In the water, where the scene has some: neither in the air over it nor on its shore. */
  | { readonly is: 'afloat'; readonly slot: number }
  /** More than one of it. */
  | { readonly is: 'several'; readonly slot: number }

interface Box {
  x: number
  y: number
  height: number
  width: number
}

/**
 * Steers a run: the estimate of the clean latents, at every step, with places moved as little as makes the wishes true. What is made in the later
 * steps sees the moved places, so the rest of the scene follows. The same idea as projecting onto constraints in diffusion (arXiv 2402.03559).
 *
 * Places are moved, never the facts. `aspects`: width over
 * the height of one, of the whole group, by slot.
 */
export function steer(
  clean: Float32Array,
  wishes: readonly Wish[],
  aspects: readonly number[],
  space: LatentSpace,
): Float32Array {
  if (wishes.length === 0) return clean
  const steered = clean.slice()
  const boxes = new Map<number, Box>()
  const box = (slot: number): Box => {
    const known = boxes.get(slot) ?? readBox(steered, slot, aspects[slot] ?? 1, space)
    boxes.set(slot, known)
    return known
  }
  for (const wish of wishes) {
    if (wish.is === 'sizes') toSizes(wish.slots.map(box), wish.ratios, wish.most)
    else if (wish.is === 'several') several(steered, wish.slot)
    else if (wish.is === 'region') toRegion(box(wish.slot), wish.region)
    else if (wish.is === 'clear') clear(wish.slots.map(box))
  }
  // Twice: what the second relation moves may have broken the first.
  for (let round = 0; round < 2; round++)
    for (const wish of wishes) if (wish.is === 'side') toSide(box(wish.one), wish.relation, box(wish.other))
  for (const wish of wishes) if (wish.is === 'inside') inside(box(wish.slot))
  const water = waterIn(steered, space)
  for (const wish of wishes) if (wish.is === 'afloat' && water !== null) afloat(box(wish.slot), water)
  // Twice: a hat on a cat on a chair.
  for (let round = 0; round < 2; round++)
    for (const wish of wishes)
      if (wish.is === 'carried') follow(box(wish.child), box(wish.parent), wish.share)
  for (const [slot, each] of boxes) writeBox(steered, slot, each, space)
  return steered
}

function several(latents: Float32Array, slot: number): void {
  const { start, size } = THING_LAYOUT.get('count')!
  const at = (1 + slot) * LATENT_WIDTH + start
  let best = 1
  for (let i = 2; i < size; i++) if (latents[at + i]! > latents[at + best]!) best = i
  latents[at] = Math.min(latents[at]!, latents[at + best]! - 0.1)
}

function toRegion(box: Box, region: string): void {
  const half = Math.min(box.width / 2, 0.3)
  if (region.includes('left')) box.x = Math.max(Math.min(box.x, 0.34), Math.min(half, 0.34))
  if (region.includes('right')) box.x = Math.min(Math.max(box.x, 0.66), Math.max(1 - half, 0.66))
  if (region === 'center') box.x = clamp(box.x, 0.42, 0.58)
  if (region.startsWith('top')) box.y = Math.min(box.y, 0.36 + box.height / 2)
  if (region.startsWith('bottom')) box.y = Math.max(box.y, 0.72)
  if (region === 'foreground') box.y = Math.max(box.y, 0.84)
  if (region === 'background') box.y = Math.min(box.y, 0.66)
}

/** Lands with water to the lower edge of the frame, and the others that have a sea of their own. */
const FLOODED: readonly string[] = ['sea', 'island']
const BY_THE_SEA: readonly string[] = [...FLOODED, 'beach']

/** Frame y between which a foot is in the water. */
interface Water {
  readonly horizon: number
  readonly shore: number
}

/** The water of the estimate; null where it has none. As `basinFor` in the renderer lays it out. */
function waterIn(latents: Float32Array, { statistics }: LatentSpace): Water | null {
  const chosen = <T extends string>(field: string, values: readonly T[]): T => {
    const { start, size } = WORLD_LAYOUT.get(field)!
    const scores = latents.subarray(start, start + size)
    return values[scores.indexOf(Math.max(...scores))]!
  }
  const plain = (name: string): number => {
    const [mean, spread] = statistics[name]!
    return clamp(latents[WORLD_LAYOUT.get(name)!.start]! * spread + mean, 0, 1)
  }
  const [land, water] = [chosen('land', LANDS), chosen('water', WATERS)]
  if (!BY_THE_SEA.includes(land) && !STILL.includes(water)) return null
  const horizon = plain('horizon')
  const shore = FLOODED.includes(land) ? 1 : plain('shore') * (land === 'beach' ? 0.6 : 0.82)
  return { horizon, shore: horizon + (1 - horizon) * shore }
}

/** What is large in the frame is near, and low in it. */
function afloat(box: Box, { horizon, shore }: Water): void {
  const from = horizon + Math.max(0.07, 0.55 * box.height)
  box.y = clamp(box.y, Math.min(from, shore), Math.max(shore, horizon + 0.07))
}
/** A river winds: where it is at a height, only the renderer knows. */
const STILL: readonly string[] = ['sea', 'lake', 'pond']

/** Over the parent's middle half; how high, the renderer knows better, which has the outlines. */
function follow(child: Box, parent: Box, share?: number): void {
  if (share !== undefined) {
    const room = Math.max(0.05, parent.y - 0.8 * parent.height - 0.02) // up to the frame's edge
    const usual = clamp(child.height, 0.8 * share * parent.height, 1.2 * share * parent.height)
    const height = Math.min(usual, room)
    child.width *= height / child.height
    child.height = height
  }
  child.x = clamp(child.x, parent.x - parent.width / 4, parent.x + parent.width / 4)
}

/**
 * Each within a quarter of its share of what all have in common; none wider than the frame. The network knows what is larger, but lets
 * far noise through: a man of twice the frame. What is usual, 0.17 to 0.58 of the frame, is that of training/scenes.py.
 */
function toSizes(boxes: readonly Box[], ratios: readonly number[], most: number): void {
  const logs = boxes.map(({ height }, i) => Math.log(height / ratios[i]!))
  const usual = clamp(
    Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length),
    0.17,
    Math.min(most, boxes.length === 1 ? 0.58 : 0.45),
  )
  boxes.forEach((box, i) => {
    const before = box.height
    const share = usual * ratios[i]!
    const widest = 0.82 / (box.width / before)
    box.height = Math.max(0.03, Math.min(clamp(before, 0.8 * share, 1.25 * share), most, widest))
    box.width *= box.height / before
  })
}

function inside(box: Box): void {
  const half = Math.min(box.width / 2, 0.5)
  box.x = clamp(box.x, half, 1 - half)
  box.y = clamp(box.y, Math.min(box.height + 0.02, 0.98), 1)
}

/** Pairs of which one would cover a third of the other move apart, sideways. */
function clear(boxes: readonly Box[]): void {
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      const across =
        Math.min(one.x + one.width / 2, other.x + other.width / 2) -
        Math.max(one.x - one.width / 2, other.x - other.width / 2)
      const down = Math.min(one.y, other.y) - Math.max(one.y - one.height, other.y - other.height)
      const smaller = Math.min(one.width * one.height, other.width * other.height)
      if (across <= 0 || down <= 0 || across * down < 0.33 * smaller) continue
      // Side by side they must fit the frame: both give way.
      const fit = Math.max(0.6, Math.min(1, 0.96 / (one.width + other.width)))
      for (const box of [one, other]) {
        box.height *= fit
        box.width *= fit
      }
      const [left, right] = one.x <= other.x ? [one, other] : [other, one]
      apart(left, right, Math.min(0.5 * (one.width + other.width), 0.6))
    }
  })
}

function toSide(one: Box, relation: string, other: Box): void {
  const beside = 0.5 * (one.width + other.width)
  switch (relation) {
    case 'left of':
      return apart(one, other, clamp(beside, 0.16, 0.5))
    case 'right of':
      return apart(other, one, clamp(beside, 0.16, 0.5))
    case 'above':
      return over(one, other)
    case 'below':
      return over(other, one)
    case 'behind':
      return before(other, one)
    case 'in front of':
      return before(one, other)
    default:
      return near(one, other, beside)
  }
}

/** At least `gap` between the middles, the first on the left, both within the frame. */
function apart(left: Box, right: Box, gap: number): void {
  if (right.x - left.x >= gap) return
  const middle = clamp((left.x + right.x) / 2, 0.1 + gap / 2, 0.9 - gap / 2)
  left.x = middle - gap / 2
  right.x = middle + gap / 2
}

/** The foot of the upper over the head of the lower, as far as the frame has room; then both get smaller. */
function over(upper: Box, lower: Box): void {
  const room = 0.94
  const both = upper.height + lower.height + 0.02
  if (both > room) {
    const shrink = room / both
    upper.height *= shrink
    lower.height *= shrink
  }
  lower.y = Math.max(lower.y, upper.height + lower.height + 0.05)
  upper.y = Math.min(upper.y, lower.y - lower.height - 0.02)
  if (Math.abs(upper.x - lower.x) > 0.12) upper.x = lower.x + (upper.x > lower.x ? 0.12 : -0.12)
}

/** The foot of what is in front is lower in the frame; both can be seen. */
function before(front: Box, back: Box): void {
  const step = 0.05
  if (front.y - back.y < step) {
    const middle = Math.min((front.y + back.y) / 2, 0.97 - step / 2)
    front.y = middle + step / 2
    back.y = middle - step / 2
  }
  const shift = clamp(0.3 * (front.width + back.width), 0.08, 0.22)
  if (Math.abs(front.x - back.x) > 0.3) front.x = back.x + (front.x > back.x ? 0.3 : -0.3)
  else if (front.height > 0.7 * back.height && Math.abs(front.x - back.x) < shift) {
    if (front.x < back.x) apart(front, back, shift)
    else apart(back, front, shift)
  }
}

function near(one: Box, other: Box, beside: number): void {
  const distance = Math.abs(one.x - other.x)
  const [left, right] = one.x <= other.x ? [one, other] : [other, one]
  if (distance < 0.8 * beside) apart(left, right, Math.min(0.9 * beside, 0.6))
  else if (distance > beside + 0.15) {
    const middle = (left.x + right.x) / 2
    left.x = middle - (beside + 0.05) / 2
    right.x = middle + (beside + 0.05) / 2
  }
}

function readBox(latents: Float32Array, slot: number, aspect: number, space: LatentSpace): Box {
  const plain = (name: string): number => {
    const [mean, spread] = space.statistics[name]!
    return latents[placeOf(slot, name)]! * spread + mean
  }
  const height = clamp(Math.exp(clamp(plain('height'), -4, 0.2)), 0.02, 1.2)
  return { x: plain('x'), y: plain('y'), height, width: height * aspect }
}

function writeBox(latents: Float32Array, slot: number, { x, y, height }: Box, space: LatentSpace): void {
  for (const [name, value] of [
    ['x', x],
    ['y', y],
    ['height', Math.log(height)],
  ] as const) {
    const [mean, spread] = space.statistics[name]!
    latents[placeOf(slot, name)] = (value - mean) / spread
  }
}

function placeOf(slot: number, name: string): number {
  return (1 + slot) * LATENT_WIDTH + THING_LAYOUT.get(name)!.start
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** Width of a group over the height of one; more than five stand in two rows. As in training/scenes.py. */
export function groupAspect(aspect: number, count: number): number {
  const row = count <= 5 ? count : Math.ceil(count / 2)
  return aspect * (1 + (row - 1) * 0.95)
}

import type { Thing } from '@plantain/core'
import { clamp } from '../math.ts'
import { random } from '../noise.ts'
import type { Kind } from './catalog.ts'
import type { Loose, Placed } from './place.ts'

/** Where each kind of worn thing goes. */
const ON_HEAD = /hat|cap|crown|beanie|helmet|wreath/
const ON_FACE = /glasses|goggles|mask/
const ON_NECK = /scarf|tie|necklace|medal|stethoscope/
const ON_BACK = /cape|backpack/
const ON_BODY = /^(?:coat|shirt|dress|kimono|sari|swimsuit|martial arts uniform|trousers|shorts)$/

/** Where a hand takes a thing, as shares of its box; most are taken a little below the middle. */
const GRIPS: Readonly<Record<string, readonly [number, number]>> = {
  umbrella: [0.5, 0.9],
  balloon: [0.5, 0.99],
  parasol: [0.5, 0.7],
  flag: [0.1, 0.72],
  'pirate flag': [0.1, 0.72],
  lantern: [0.5, 0.04],
  'paper lantern': [0.5, 0.02],
  bucket: [0.5, 0.06],
  basket: [0.5, 0.05],
  handbag: [0.5, 0.08],
  suitcase: [0.5, 0.05],
  'shopping bag': [0.5, 0.06],
  'watering can': [0.5, 0.12],
  bouquet: [0.5, 0.82],
  'ice cream': [0.5, 0.82],
  lollipop: [0.5, 0.9],
  popsicle: [0.5, 0.9],
  candle: [0.5, 0.8],
  'wine glass': [0.5, 0.72],
  mug: [0.4, 0.6],
  cup: [0.4, 0.6],
  book: [0.5, 0.85],
  'open book': [0.5, 0.85],
  kite: [0.5, 1.3],
  signpost: [0.5, 0.85],
  broom: [0.5, 0.45],
  shovel: [0.5, 0.45],
  rake: [0.5, 0.45],
  spear: [0.5, 0.5],
  sword: [0.5, 0.88],
  lighter: [0.5, 0.8],
  key: [0.3, 0.3],
  'fishing rod': [0.2, 0.85],
  'magic wand': [0.2, 0.85],
  'wrapped gift': [0.5, 0.8],
  'teddy bear': [0.5, 0.45],
  ball: [0.5, 0.6],
  crutch: [0.5, 0.12],
  ladder: [0.5, 0.5],
  shield: [0.5, 0.5],
  flashlight: [0.3, 0.7],
  smartphone: [0.5, 0.75],
  camera: [0.5, 0.7],
  anchor: [0.5, 0.1],
}

/** Head of a placed thing, in pixels of the frame. */
interface Head {
  readonly x: number
  readonly top: number
  readonly height: number
  readonly width: number
}

function headOf(parent: Placed): Head {
  const marks = parent.look?.drawing.marks
  if (marks) {
    const [x, top] = onFrame(parent, marks.headX, marks.headTop)
    const height = onFrame(parent, 0, marks.chin)[1] - top
    return { x, top, height, width: 0.84 * height }
  }
  const anchor = parent.kind.anchors['head'] ?? { x: 0.5, y: 0.04 }
  const [x, top] = atShare(parent, anchor.x, anchor.y)
  const height = parent.look?.portrait
    ? 0.8 * parent.height
    : 0.34 * Math.min(parent.height, 1.3 * parent.width)
  return { x, top, height, width: 0.95 * height }
}

/** A point of a drawing, in its units, on the frame. */
function onFrame(parent: Placed, x: number, y: number): readonly [number, number] {
  const { box } = parent.look!.drawing
  const scale = parent.height / (box.bottom - box.top)
  const side = parent.flip ? -1 : 1
  return [parent.x + (x - (box.left + box.right) / 2) * scale * side, parent.foot - (box.bottom - y) * scale]
}
/** A place in a thing's box, given as it looks to the right. */
const atShare = (parent: Placed, x: number, y: number): readonly [number, number] => [
  parent.x + (x - 0.5) * parent.width * (parent.facesRight ? 1 : -1),
  parent.foot - (1 - y) * parent.height,
]

/** Height in pixels of something on, in, worn or held by another: what is worn fits the wearer. */
export function sizeOn(thing: Thing, kind: Kind, parent: Placed, frameHeight: number): number {
  const asked = thing.height * frameHeight
  if (thing.support === 'worn') {
    const { width } = headOf(parent)
    if (ON_HEAD.test(kind.id)) return (width * (kind.aspect > 1.3 ? 1.55 : 1.22)) / kind.aspect
    if (ON_FACE.test(kind.id)) return (width * 0.95) / kind.aspect
    if (ON_NECK.test(kind.id))
      return (width * (kind.id === 'scarf' ? 1.25 : kind.aspect > 1.2 ? 0.55 : 0.4)) / kind.aspect
    if (ON_BODY.test(kind.id)) return Math.min(0.56 * parent.height, (0.72 * parent.width) / kind.aspect)
    if (ON_BACK.test(kind.id)) return parent.height * (kind.id === 'cape' ? 0.62 : 0.34)
    return Math.min(asked, 0.5 * parent.height)
  }
  if (thing.support === 'held' && kind.id === 'umbrella')
    return clamp(asked, 0.55 * parent.height, 0.8 * parent.height)
  if (thing.support === 'held') return clamp(asked, 0.1 * parent.height, 1.15 * parent.height)
  return asked
}

/** Left and right ends of the room that a parent gives to what is on or in it, pixels. */
export function room(parent: Placed, thing: Thing): readonly [number, number] {
  const share = thing.support === 'in' ? 0.4 : thing.support === 'on' ? 0.47 : 0.6
  return [parent.x - share * parent.width, parent.x + share * parent.width]
}

/** Share of its height at which the near rim of a vessel is, for drawings that differ from their kind. */
const RIMS: Readonly<Record<string, number>> = { 'own:basket': 0.5, bucket: 0.05, 'own:crate': 0.1 }

/** Settles a copy on what holds it; each copy of a pair has its own holder where there are as many. */
export function settleOn(at: Loose, parents: readonly Placed[]): Placed {
  const { thing, kind } = at
  const parent = parents.find(({ copy }) => copy === at.copy) ?? parents.at(-1)!
  const placed = { ...at, support: thing.support, lift: 0, parent, distance: parent.distance * (1 - 1e-4) }
  switch (thing.support) {
    case 'worn':
      return { ...placed, ...worn(at, parent) }
    case 'held': {
      const marks = parent.look?.drawing.marks
      // What a building holds hangs on its door.
      const hand = parent.kind.anchors['hand'] ?? parent.kind.anchors['door'] ?? { x: 0.8, y: 0.58 }
      const [x, y] = marks ? onFrame(parent, marks.handX, marks.handY) : atShare(parent, hand.x, hand.y)
      const side = parent.facesRight ? 1 : -1
      const head = headOf(parent)
      // Overhead, so that the face stays free.
      if (kind.id === 'umbrella') return { ...placed, x: (x + head.x) / 2, foot: head.top + 0.56 * at.height }
      if (kind.id === 'balloon')
        return { ...placed, x: x + 0.35 * at.width * side, foot: Math.min(y, head.top + 0.5 * at.height) }
      const [gripX, gripY] = GRIPS[kind.id] ?? [0.5, 0.62]
      return {
        ...placed,
        x: x - (gripX - 0.5) * at.width * (at.facesRight ? 1 : -1),
        foot: y + (1 - gripY) * at.height,
      }
    }
    case 'in': {
      const own = RIMS[parent.look?.name ?? '']
      const [, rim] = own === undefined ? shareOf(parent, 'inside', 0.5, 0.4) : atShare(parent, 0.5, own)
      return { ...placed, foot: rim + 0.3 * at.height }
    }
    case 'under':
      // The parent is above; what is under it stands where the parent's ground is.
      return {
        ...placed,
        support: parent.support === 'water' ? 'water' : 'ground',
        foot: parent.foot + parent.lift + 0.01 * parent.height,
      }
    default:
      return { ...placed, support: 'on', ...onTop(at, parent) }
  }
}

const shareOf = (parent: Placed, name: string, x: number, y: number): readonly [number, number] => {
  const anchor = parent.kind.anchors[name] ?? { x, y }
  return atShare(parent, anchor.x, anchor.y)
}

function worn({ kind, height }: Loose, parent: Placed): { x: number; foot: number } {
  const head = headOf(parent)
  if (ON_FACE.test(kind.id)) return { x: head.x, foot: head.top + 0.54 * head.height + height / 2 }
  if (ON_NECK.test(kind.id)) {
    // An animal's neck lies behind its head.
    const back = parent.look?.drawing.marks ? 0 : 0.3 * head.width * (parent.facesRight ? -1 : 1)
    return {
      x: head.x + back,
      foot: head.top + (parent.look?.drawing.marks ? 0.95 : 0.82) * head.height + height,
    }
  }
  // Over the trunk: below the head, above the legs.
  if (ON_BODY.test(kind.id)) return { x: parent.x, foot: parent.foot - 0.14 * parent.height }
  if (ON_BACK.test(kind.id))
    return { x: parent.x, foot: parent.foot - (kind.id === 'cape' ? 0.14 : 0.38) * parent.height }
  if (ON_HEAD.test(kind.id))
    return { x: head.x, foot: head.top + (kind.aspect > 1.3 ? 0.34 : 0.32) * head.height }
  return { x: head.x, foot: head.top + 0.16 * head.height }
}

function onTop(at: Loose, parent: Placed): { x: number; foot: number } {
  const { kind, look, height, width } = at
  const { anchors } = parent.kind
  const living = ['person', 'animal', 'bird', 'fantasy'].includes(kind.category)
  const seated = anchors['seat'] !== undefined && (living || anchors['top'] === undefined)
  const [middle, level] = seated ? shareOf(parent, 'seat', 0.5, 0.3) : shareOf(parent, 'top', 0.5, 0.04)
  const marks = look?.drawing.marks
  // A figure that sits lets its legs hang: its seat comes to rest there, not its feet.
  const hang =
    seated && marks && look.showsState
      ? (height * (look.drawing.box.bottom - marks.seat)) / (look.drawing.box.bottom - look.drawing.box.top)
      : 0
  // Roofs slope, and end before the eaves do.
  const reach = parent.kind.category === 'building' ? 0.3 : 0.46
  const half = Math.max(0, parent.width * reach - width * 0.5)
  const x = seated
    ? clamp(at.x, middle - Math.min(half, 0.3 * parent.width), middle + Math.min(half, 0.3 * parent.width))
    : parent.kind.category === 'building'
      ? clamp(at.x, middle - half, middle + half)
      : at.x
  return { x, foot: level + hang + 0.012 * parent.height + (random(at.seed, 3) - 0.5) * 0.01 * parent.height }
}

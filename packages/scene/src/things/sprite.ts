import { toLinear } from '../sky/color.ts'
import type { Bounds } from '../vector/coverage.ts'
import {
  isGroup,
  multiply,
  rasterize,
  translation,
  type Drawing,
  type Matrix,
  type Node,
  type Paint,
} from '../vector/index.ts'

/** A thing as pixels of the frame, not yet lit: what it reflects and how much of each pixel it covers. */
export interface Sprite {
  /** Column and row of its first pixel in the frame; may lie outside. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** [height, width, 3], linear light, not multiplied by alpha. */
  readonly color: Float32Array
  /** [height, width] */
  readonly alpha: Float32Array
  /** [height, width]: share of the pixel that shines when lit (panes, flames, lamps); null where nothing does. */
  readonly shine: Float32Array | null
}

/**
 * Paints a drawing over the pixels that it reaches, inside `limit` where one is given. `matrix` takes units of the drawing to
 * pixels of the frame.
 */
export function spriteOf(drawing: Drawing, matrix: Matrix, limit: Bounds | null = null): Sprite {
  const reach = cut(reachOf(drawing, matrix), limit)
  const shifted = multiply(translation(-reach.left, -reach.top), matrix)
  const { width, height } = reach
  const pixels = rasterize(drawing, shifted, width, height)
  const color = new Float32Array(width * height * 3)
  const alpha = new Float32Array(width * height)
  for (let p = 0, i = 0, j = 0; p < alpha.length; p++, i += 4, j += 3) {
    const cover = pixels[i + 3]!
    if (cover < 0.002) continue
    alpha[p] = cover
    const inverse = 1 / cover
    for (let channel = 0; channel < 3; channel++) color[j + channel] = linear(pixels[i + channel]! * inverse)
  }
  return { ...reach, color, alpha, shine: shineOf(drawing, shifted, width, height) }
}

function cut(reach: Reach, limit: Bounds | null): Reach {
  if (limit === null) return reach
  const left = Math.max(reach.left, Math.floor(limit.left))
  const top = Math.max(reach.top, Math.floor(limit.top))
  const right = Math.min(reach.left + reach.width, Math.ceil(limit.right))
  const bottom = Math.min(reach.top + reach.height, Math.ceil(limit.bottom))
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

interface Reach {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Whole pixels around the view box of a drawing after a transform, with room for soft edges. */
function reachOf(drawing: Drawing, m: Matrix): Reach {
  const { box } = drawing
  const pad = 0.02 * (box.bottom - box.top)
  const xs: number[] = []
  const ys: number[] = []
  for (const x of [box.left - pad, box.right + pad])
    for (const y of [box.top - pad, box.bottom + pad]) {
      xs.push(m.a * x + m.c * y + m.e)
      ys.push(m.b * x + m.d * y + m.f)
    }
  const left = Math.floor(Math.min(...xs)) - 1
  const top = Math.floor(Math.min(...ys)) - 1
  return {
    left,
    top,
    width: Math.ceil(Math.max(...xs)) + 1 - left,
    height: Math.ceil(Math.max(...ys)) + 1 - top,
  }
}

const STEPS = 4096
const TABLE: Float32Array = Float32Array.from({ length: STEPS + 2 }, (_, i) => toLinear(i / STEPS))

/** Linear light of an sRGB value, clipped to 0 to 1, by table. */
export function linear(value: number): number {
  const place = value <= 0 ? 0 : value >= 1 ? STEPS : value * STEPS
  const i = place | 0
  return TABLE[i]! + (TABLE[i + 1]! - TABLE[i]!) * (place - i)
}

const WHITE: Paint = { kind: 'solid', color: [1, 1, 1, 1] }
const hasLight = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => (isGroup(node) ? hasLight(node.children) : node.role === 'light'))

/** What shines, as it is seen: covered by what lies over it. */
function shineOf(drawing: Drawing, matrix: Matrix, width: number, height: number): Float32Array | null {
  if (!hasLight(drawing.nodes)) return null
  const black = (paint: Paint): Paint =>
    paint.kind === 'solid'
      ? { ...paint, color: [0, 0, 0, paint.color[3]] }
      : {
          ...paint,
          stops: paint.stops.map((stop) => ({ ...stop, color: [0, 0, 0, stop.color[3]] as const })),
        }
  const walk = (node: Node): Node =>
    isGroup(node)
      ? {
          ...node,
          children: node.children.map(walk),
          effects: node.effects.filter(({ kind }) => kind === 'blur'),
        }
      : { ...node, paint: node.role === 'light' ? WHITE : black(node.paint) }
  const pixels = rasterize({ ...drawing, nodes: drawing.nodes.map(walk) }, matrix, width, height)
  const shine = new Float32Array(width * height)
  for (let p = 0; p < shine.length; p++) shine[p] = pixels[4 * p]!
  return shine
}

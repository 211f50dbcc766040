import {
  blockToPath,
  CLOSE,
  fit,
  LINE,
  MOVE,
  type Path,
  type Typeface,
  type Typesetter,
} from '@plantain/imaging'
import { clamp01 } from '../math.ts'
import {
  isGroup,
  multiply,
  rasterize,
  scaling,
  translation,
  type Box,
  type Drawing,
  type Node,
  type Paint,
  type Shape,
} from '../vector/index.ts'
import type { Lettering } from './catalog.ts'
import { linear } from './sprite.ts'

/** Four corners in units of a drawing, x and y by turns: top left, top right, bottom right, bottom left. */
type Corners = Lettering['corners']

/** Room that lettering leaves free around it, as a share of its place. */
const MARGIN = 0.05
/** The tallest letters, as a share of the height of their place: one line does not fill it from edge to edge. */
const LARGEST = 0.86
/** Units of a drawing are few: lettering is set as if one were so many pixels. */
const FINE = 64

/**
 * A drawing with words on it, as shapes of its own: they turn, tilt, weather and take the light with what they stand on.
 *
 * mirrored: the drawing will be painted the other way round; the words are then set backwards, and can be read
 */
export function letter(
  drawing: Drawing,
  text: string,
  place: Lettering,
  typesetter: Typesetter,
  mirrored: boolean,
): Drawing {
  const corners = cornersOf(drawing.box, place.corners)
  const kept = place.clear === true ? without(drawing.nodes, boxOf(corners)) : drawing.nodes
  const plate = place.fill === undefined ? [] : plateOf(corners, place.fill)
  const bare = { ...drawing, nodes: [...kept, ...plate] }
  const [tl, tr, br, bl] = [0, 2, 4, 6].map((i) => [corners[i]!, corners[i + 1]!] as const) as [
    Point,
    Point,
    Point,
    Point,
  ]
  const onto = mirrored ? between(tr, tl, bl, br) : between(tl, tr, br, bl)
  const width = ((length(tl, tr) + length(bl, br)) / 2) * FINE
  const height = ((length(tl, bl) + length(tr, br)) / 2) * FINE
  const face: Typeface = { family: place.family ?? 'sans', weight: 700 }
  const inner = { width: width * (1 - 2 * MARGIN), height: height * (1 - 2 * MARGIN) }
  const { sizePixels, block } = fit(typesetter, text, face, { ...inner, largest: LARGEST * height })
  const path = blockToPath(block, {
    sizePixels,
    x: (width - block.width * sizePixels) / 2,
    y: (height - block.height * sizePixels) / 2,
    align: 'center',
  })
  const ink = place.ink === undefined ? inkOn(bare, boxOf(corners)) : hex(place.ink)
  const words: Shape = {
    path: warped(path, (x, y) => onto(x / width, y / height)),
    evenodd: false,
    paint: solid(ink),
    role: place.light === true ? 'light' : 'keep',
  }
  return { ...bare, nodes: [...bare.nodes, words] }
}

type Point = readonly [number, number]
const length = (a: Point, b: Point): number =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))

/** The place of (u, v), 0 to 1 each, between four corners. */
const between =
  (tl: Point, tr: Point, br: Point, bl: Point) =>
  (u: number, v: number): Point => {
    const at = (k: 0 | 1): number => {
      const top = tl[k] + (tr[k] - tl[k]) * u
      return top + (bl[k] + (br[k] - bl[k]) * u - top) * v
    }
    return [at(0), at(1)]
  }

function warped({ verbs, points }: Path, to: (x: number, y: number) => Point): Path {
  const moved = new Float32Array(points.length)
  for (let i = 0; i < points.length; i += 2) moved.set(to(points[i]!, points[i + 1]!), i)
  return { verbs, points: moved }
}

function cornersOf(box: Box, shares: Corners): Corners {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  return shares.map((share, i) => (i % 2 === 0 ? box.left + share * width : box.top + share * height))
}

function boxOf(points: ArrayLike<number>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let i = 0; i < points.length; i += 2) {
    box.left = Math.min(box.left, points[i]!)
    box.right = Math.max(box.right, points[i]!)
    box.top = Math.min(box.top, points[i + 1]!)
    box.bottom = Math.max(box.bottom, points[i + 1]!)
  }
  return box
}

/** Leaves out what lies wholly inside a box: lines, emblems, other letters. */
function without(nodes: readonly Node[], box: Box): readonly Node[] {
  const slack = 0.03 * (box.right - box.left)
  const inside = (node: Node): boolean => {
    // A picture is as large as what it is clipped to.
    if (isGroup(node))
      return node.mask?.luminance === false ? node.mask.nodes.every(inside) : node.children.every(inside)
    const own = boxOf(node.path.points)
    return (
      own.left > box.left - slack &&
      own.right < box.right + slack &&
      own.top > box.top - slack &&
      own.bottom < box.bottom + slack
    )
  }
  return nodes.flatMap((node): readonly Node[] => {
    if (inside(node)) return []
    return [isGroup(node) ? { ...node, children: without(node.children, box) } : node]
  })
}

/** A plain plate with a darker rim. */
function plateOf(corners: Corners, color: string): readonly Shape[] {
  const box = boxOf(corners)
  const rim = 0.02 * Math.min(box.right - box.left, box.bottom - box.top)
  const [r, g, b] = hex(color)
  const quad = (grow: number): Path => {
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const points = Float32Array.from(corners, (value, i) => value + (value < middle[i % 2]! ? -grow : grow))
    return { verbs: Uint8Array.of(MOVE, LINE, LINE, LINE, CLOSE), points }
  }
  return [
    { path: quad(rim), evenodd: false, paint: solid([r * 0.72, g * 0.68, b * 0.62]), role: 'keep' },
    { path: quad(0), evenodd: false, paint: solid([r, g, b]), role: 'keep' },
  ]
}

type Ink = readonly [number, number, number]
const solid = ([r, g, b]: Ink): Paint => ({ kind: 'solid', color: [r, g, b, 1] })
const hex = (text: string): Ink =>
  [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255) as unknown as Ink

const DARK: Ink = [0.15, 0.12, 0.14]
const LIGHT: Ink = [1, 0.985, 0.95]
/** Sign painters write white on red, green and blue, where the numbers still prefer black. */
const PREFERENCE = 1.6

/** Dark or light, whichever has the greater contrast with what is drawn in a box, with a taste for light. Source: WCAG 2.2, contrast ratio. */
function inkOn(drawing: Drawing, box: Box): Ink {
  const scale = 40 / Math.max(box.right - box.left, box.bottom - box.top)
  const width = Math.max(1, Math.round((box.right - box.left) * scale))
  const height = Math.max(1, Math.round((box.bottom - box.top) * scale))
  const pixels = rasterize(drawing, multiply(scaling(scale), translation(-box.left, -box.top)), width, height)
  let [sum, cover] = [0, 0]
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3]!
    if (alpha < 0.5) continue
    sum += luminance([pixels[i]! / alpha, pixels[i + 1]! / alpha, pixels[i + 2]! / alpha]) * alpha
    cover += alpha
  }
  const ground = cover === 0 ? 1 : sum / cover
  const contrast = (ink: Ink): number => {
    const [a, b] = [luminance(ink), ground]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  return contrast(DARK) >= PREFERENCE * contrast(LIGHT) ? DARK : LIGHT
}

const luminance = ([r, g, b]: Ink): number =>
  0.2126 * linear(clamp01(r)) + 0.7152 * linear(clamp01(g)) + 0.0722 * linear(clamp01(b))

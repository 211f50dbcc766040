import { type Mood, MOODS, type State } from '@plantain/core'
import {
  CLOSE,
  CUBIC,
  isGroup,
  LINE,
  MOVE,
  type Drawing,
  type Group,
  type Node,
  type Paint,
  type Path,
  type Role,
  type Shape,
} from '../vector/index.ts'

/** States that a face can show: moods, and sleep. */
export type Face = Mood | 'sleeping'
const FACES: readonly Face[] = [...MOODS, 'sleeping']
export const faceOf = (state: State): Face | null => FACES.find((face) => face === state) ?? null

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** True when the drawing has a face whose parts are known. */
export const hasFace = (drawing: Drawing): boolean =>
  featuresOf(drawing).mouth !== null || featuresOf(drawing).eyes.length > 0

interface Features {
  readonly mouth: Box | null
  /** Left one first. */
  readonly eyes: readonly Box[]
  readonly brows: readonly Box[]
  readonly browColor: Paint
}

/** A face with another expression: mouth, brows and closed eyes are drawn anew where the old ones were. */
export function express(drawing: Drawing, mood: Face): Drawing {
  const features = featuresOf(drawing)
  const gone = new Set<Role>(mood === 'sleeping' ? ['eye', 'mouth'] : ['mouth', 'brow'])
  const without = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node): Node[] => {
      if (!isGroup(node)) return gone.has(node.role) ? [] : [node]
      const children = without(node.children)
      return children.length === 0 ? [] : [{ ...node, children }]
    })
  const added: Node[] = []
  if (features.mouth !== null) added.push(...mouth(features.mouth, mood))
  if (mood === 'sleeping') features.eyes.forEach((eye) => added.push(closed(eye)))
  else
    features.brows.forEach((brow, i) =>
      added.push(...browOf(brow, i === 0 ? -1 : 1, mood, features.browColor)),
    )
  if (mood === 'sad' && features.eyes[0] !== undefined) added.push(...tear(features.eyes[0]))
  return { ...drawing, nodes: [...without(drawing.nodes), ...added] }
}

function featuresOf({ nodes }: Drawing): Features {
  const found: Record<string, Shape[]> = { mouth: [], eye: [], brow: [] }
  const visit = (node: Node): void => {
    if (isGroup(node)) node.children.forEach(visit)
    else found[node.role]?.push(node)
  }
  nodes.forEach(visit)
  const mouthBox = union(found['mouth']!.map((shape) => boxOf(shape.path)))
  const sides = (shapes: readonly Shape[]): Box[] => {
    const boxes = shapes.map((shape) => boxOf(shape.path))
    const all = union(boxes)
    if (all === null) return []
    const middle = mouthBox === null ? (all.left + all.right) / 2 : (mouthBox.left + mouthBox.right) / 2
    return [
      boxes.filter((box) => box.left + box.right < 2 * middle),
      boxes.filter((box) => box.left + box.right >= 2 * middle),
    ]
      .map(union)
      .filter((box) => box !== null)
  }
  const color = found['brow']![0]?.paint ?? { kind: 'solid', color: [0.2, 0.13, 0.12, 1] }
  return { mouth: mouthBox, eyes: sides(found['eye']!), brows: sides(found['brow']!), browColor: color }
}

function boxOf({ points }: Path): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let i = 0; i < points.length; i += 2) {
    box.left = Math.min(box.left, points[i]!)
    box.right = Math.max(box.right, points[i]!)
    box.top = Math.min(box.top, points[i + 1]!)
    box.bottom = Math.max(box.bottom, points[i + 1]!)
  }
  return box
}
function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  }
}

const solid = (red: number, green: number, blue: number, alpha = 1): Paint => ({
  kind: 'solid',
  color: [red, green, blue, alpha],
})
const LIPS = solid(0.53, 0.02, 0.31)
const TEETH = solid(0.98, 0.97, 0.98)
const TONGUE = solid(0.86, 0.28, 0.42)
const LID = solid(0.24, 0.13, 0.14)
const WATER = solid(0.45, 0.76, 0.98, 0.92)

const shape = (path: Path, paint: Paint): Shape => ({ path, paint, evenodd: false, role: 'keep' })

/** A closed path from cubic pieces: a start, then six numbers a piece. */
function curve(...numbers: readonly number[]): Path {
  const pieces = (numbers.length - 2) / 6
  return {
    verbs: Uint8Array.of(MOVE, ...Array.from({ length: pieces }, () => CUBIC), CLOSE),
    points: Float32Array.from(numbers),
  }
}
function ellipse(x: number, y: number, rx: number, ry: number): Path {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523]
  return curve(
    x - rx,
    y,
    x - rx,
    y - ky,
    x - kx,
    y - ry,
    x,
    y - ry,
    x + kx,
    y - ry,
    x + rx,
    y - ky,
    x + rx,
    y,
    x + rx,
    y + ky,
    x + kx,
    y + ry,
    x,
    y + ry,
    x - kx,
    y + ry,
    x - rx,
    y + ky,
    x - rx,
    y,
  )
}
/** A thick arc from left to right that is `bend` lower in the middle than at its ends (higher where negative). */
function arc(left: number, right: number, y: number, bend: number, thick: number): Path {
  const w = (right - left) / 3
  const t = thick / 2
  return curve(
    left,
    y - t,
    left + w,
    y - t + bend * 1.33,
    right - w,
    y - t + bend * 1.33,
    right,
    y - t,
    right + t,
    y - t,
    right + t,
    y + t,
    right,
    y + t,
    right - w,
    y + t + bend * 1.33,
    left + w,
    y + t + bend * 1.33,
    left,
    y + t,
    left - t,
    y + t,
    left - t,
    y - t,
    left,
    y - t,
  )
}

function mouth(box: Box, mood: Face): Node[] {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  const w = box.right - box.left
  switch (mood) {
    case 'happy': {
      const [l, r, top] = [x - 0.62 * w, x + 0.62 * w, y - 0.16 * w]
      const open = curve(
        l,
        top,
        l + 0.3 * w,
        top + 0.1 * w,
        r - 0.3 * w,
        top + 0.1 * w,
        r,
        top,
        r,
        top + 0.55 * w,
        x + 0.3 * w,
        top + 0.66 * w,
        x,
        top + 0.66 * w,
        x - 0.3 * w,
        top + 0.66 * w,
        l,
        top + 0.55 * w,
        l,
        top,
      )
      const teeth = curve(
        l + 0.08 * w,
        top + 0.04 * w,
        l + 0.32 * w,
        top + 0.1 * w,
        r - 0.32 * w,
        top + 0.1 * w,
        r - 0.08 * w,
        top + 0.04 * w,
        r - 0.12 * w,
        top + 0.22 * w,
        x + 0.2 * w,
        top + 0.25 * w,
        x,
        top + 0.25 * w,
        x - 0.2 * w,
        top + 0.25 * w,
        l + 0.12 * w,
        top + 0.22 * w,
        l + 0.08 * w,
        top + 0.04 * w,
      )
      return [
        shape(open, LIPS),
        shape(teeth, TEETH),
        within(open, [shape(ellipse(x, top + 0.68 * w, 0.3 * w, 0.2 * w), TONGUE)]),
      ]
    }
    case 'sad':
      return [shape(arc(x - 0.4 * w, x + 0.4 * w, y + 0.2 * w, -0.26 * w, 0.13 * w), LIPS)]
    case 'angry':
      return [shape(arc(x - 0.44 * w, x + 0.44 * w, y + 0.12 * w, -0.15 * w, 0.15 * w), LIPS)]
    case 'surprised':
      return [
        shape(ellipse(x, y + 0.12 * w, 0.27 * w, 0.36 * w), LIPS),
        within(ellipse(x, y + 0.12 * w, 0.27 * w, 0.36 * w), [
          shape(ellipse(x, y + 0.42 * w, 0.22 * w, 0.16 * w), TONGUE),
        ]),
      ]
    case 'sleeping':
      return [shape(arc(x - 0.24 * w, x + 0.24 * w, y, 0.08 * w, 0.11 * w), LIPS)]
  }
}

const within = (outline: Path, children: readonly Node[]): Group => ({
  children,
  opacity: 1,
  effects: [],
  mask: { luminance: false, nodes: [shape(outline, TEETH)] },
})

const closed = (eye: Box): Shape => {
  const h = eye.bottom - eye.top
  return shape(arc(eye.left + 0.06 * h, eye.right - 0.06 * h, eye.top + 0.55 * h, 0.28 * h, 0.2 * h), LID)
}

/** A slanted bar; `side` is -1 for the left brow. */
function browOf(box: Box, side: number, mood: Face, paint: Paint): Node[] {
  const w = box.right - box.left
  const inner = side < 0 ? box.right : box.left
  const outer = side < 0 ? box.left : box.right
  const lift: Record<Face, readonly [number, number]> = {
    happy: [-0.12, -0.12],
    sad: [-0.3, 0.12],
    angry: [0.32, -0.22],
    surprised: [-0.42, -0.42],
    sleeping: [0, 0],
  }
  const [li, lo] = lift[mood]
  const y = (box.top + box.bottom) / 2
  const t = 0.13 * w * (mood === 'angry' ? 1.25 : 1)
  const [yi, yo] = [y + li * w, y + lo * w]
  const middle = (inner + outer) / 2
  const bow = mood === 'angry' ? 0 : -0.16 * w
  const bar: Path = {
    verbs: Uint8Array.of(MOVE, CUBIC, LINE, CUBIC, CLOSE),
    points: Float32Array.of(
      inner,
      yi - t,
      middle,
      (yi + yo) / 2 - t + bow,
      middle,
      (yi + yo) / 2 - t + bow,
      outer,
      yo - t * 0.5,
      outer,
      yo + t * 0.5,
      middle,
      (yi + yo) / 2 + t + bow,
      middle,
      (yi + yo) / 2 + t + bow,
      inner,
      yi + t,
    ),
  }
  return [shape(bar, paint)]
}

function tear(eye: Box): Node[] {
  const x = (eye.left + eye.right) / 2
  const y = eye.bottom
  const r = (eye.right - eye.left) * 0.17
  return [
    shape(
      curve(
        x,
        y,
        x + 0.4 * r,
        y + 1.2 * r,
        x + r,
        y + 1.8 * r,
        x + r,
        y + 2.6 * r,
        x + r,
        y + 3.4 * r,
        x + 0.5 * r,
        y + 3.8 * r,
        x,
        y + 3.8 * r,
        x - 0.5 * r,
        y + 3.8 * r,
        x - r,
        y + 3.4 * r,
        x - r,
        y + 2.6 * r,
        x - r,
        y + 1.8 * r,
        x - 0.4 * r,
        y + 1.2 * r,
        x,
        y,
      ),
      WATER,
    ),
  ]
}

import type { Bitmap, Tensor } from '@plantain/core'
import { exp } from '../math.ts'
import { resize } from '../resize.ts'
import { OBJECT_NAMES } from './object-names.ts'

/** Small networks that look at photographs (models/plantain-sight), run by whoever has a runtime. Tensors are [1, …], by name. */
export type RunNetwork = (
  network: 'objects' | 'foreground' | 'faces',
  input: Tensor,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, Tensor>>>

/** Shares of the frame. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export interface Detection extends Box {
  readonly name: string
  /** 0 to 1: what both looks at the picture agree on. */
  readonly score: number
}
/** What the networks saw, rounded so that machines agree. */
export interface Sighting {
  readonly objects: readonly Detection[]
  readonly faces: readonly Detection[]
  /** How likely each point is the subject in front: side x side values over the frame, 0 to 1. */
  readonly foreground: { readonly side: number; readonly data: Float32Array }
}

/** Looks with three networks; about a tenth of a second each. throws: CANCELLED, and what `run` throws */
export async function sight(image: Bitmap, run: RunNetwork, signal: AbortSignal): Promise<Sighting> {
  const [whole, stretched] = views(image)
  const objects = merge(
    nonOverlapping(decodeObjects(await run('objects', objectsInput(whole.bitmap), signal), whole)),
    nonOverlapping(decodeObjects(await run('objects', objectsInput(stretched.bitmap), signal), stretched)),
  )
  const square = resize(image, FOREGROUND_SIDE, FOREGROUND_SIDE)
  const foreground = await run('foreground', pixelsInput(square, 0, 1), signal)
  const faces = decodeFaces(
    await run('faces', pixelsInput(resize(image, FACES_SIDE, FACES_SIDE), -1, 1), signal),
  )
  const front = { side: FOREGROUND_SIDE, data: tidy(only(foreground).data) }
  return { objects: objects.filter((one) => isLikely(one, front)), faces, foreground: front }
}

/** A person without a body in front is a mistake of the detector: the map of what is in front was made for people. */
const isLikely = (one: Detection, front: Sighting['foreground']): boolean =>
  one.name !== 'person' || meanWithin(front, one) > 0.3

function meanWithin({ side, data }: Sighting['foreground'], { left, top, right, bottom }: Box): number {
  let [sum, count] = [0, 0]
  for (let y = Math.floor(top * side); y < Math.ceil(bottom * side); y++)
    for (let x = Math.floor(left * side); x < Math.ceil(right * side); x++) {
      sum += data[y * side + x]!
      count++
    }
  return count === 0 ? 0 : sum / count
}

const OBJECTS_SIDE = 416
const FOREGROUND_SIDE = 256
const FACES_SIDE = 256
/** Below this nothing is kept, however much it is asked for. */
const LEAST = 0.14

interface View {
  readonly bitmap: Bitmap
  /** Share of the view's sides that the picture takes. */
  readonly across: number
  readonly down: number
}

/** Once in its own shape on grey, once stretched to a square: what is there is seen in both. */
function views(image: Bitmap): readonly [View, View] {
  const scale = OBJECTS_SIDE / Math.max(image.width, image.height)
  const [width, height] = [image.width, image.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number]
  const small = resize(image, width, height)
  const data = new Uint8ClampedArray(OBJECTS_SIDE * OBJECTS_SIDE * 4).fill(114)
  for (let y = 0; y < height; y++)
    data.set(small.data.subarray(y * width * 4, (y + 1) * width * 4), y * OBJECTS_SIDE * 4)
  return [
    {
      bitmap: { width: OBJECTS_SIDE, height: OBJECTS_SIDE, data },
      across: width / OBJECTS_SIDE,
      down: height / OBJECTS_SIDE,
    },
    { bitmap: resize(image, OBJECTS_SIDE, OBJECTS_SIDE), across: 1, down: 1 },
  ]
}

/** Blue, green, red, as the detector was trained; mean and deviation of its training pictures. */
function objectsInput({ data, width, height }: Bitmap): Tensor {
  const size = width * height
  const values = new Float32Array(size * 3)
  for (let p = 0; p < size; p++) {
    values[p] = (data[p * 4 + 2]! - 103.53) / 57.375
    values[size + p] = (data[p * 4 + 1]! - 116.28) / 57.12
    values[2 * size + p] = (data[p * 4]! - 123.675) / 58.395
  }
  return { data: values, shape: [1, 3, height, width] }
}

function pixelsInput({ data, width, height }: Bitmap, low: number, high: number): Tensor {
  const values = new Float32Array(width * height * 3)
  for (let p = 0, k = 0; p < width * height; p++)
    for (let channel = 0; channel < 3; channel++)
      values[k++] = low + ((high - low) * data[p * 4 + channel]!) / 255
  return { data: values, shape: [1, height, width, 3] }
}

const round = (value: number, steps: number): number => Math.round(value * steps) / steps
const tidy = (values: Float32Array): Float32Array => values.map((value) => round(value, 64))
const only = (outputs: Readonly<Record<string, Tensor>>): Tensor => Object.values(outputs)[0]!
const bySize = (outputs: Readonly<Record<string, Tensor>>, rows: number, columns: number): Tensor =>
  Object.values(outputs).find(({ shape }) => shape[1] === rows && shape[2] === columns)!

/** Distances to the four sides are told as a distribution over so many steps. Source: Li et al., Generalized focal loss, 2020. */
const STEPS = 11

function decodeObjects(outputs: Readonly<Record<string, Tensor>>, { across, down }: View): Detection[] {
  const found: Detection[] = []
  for (const cells of [52, 26, 13]) {
    const scores = bySize(outputs, cells * cells, OBJECT_NAMES.length).data
    const sides = bySize(outputs, cells * cells, 4 * STEPS).data
    for (let cell = 0; cell < cells * cells; cell++)
      for (let kind = 0; kind < OBJECT_NAMES.length; kind++) {
        const score = scores[cell * OBJECT_NAMES.length + kind]!
        if (score < LEAST) continue
        const [l, t, r, b] = [0, 1, 2, 3].map(
          (side) => expected(sides, (cell * 4 + side) * STEPS) / cells,
        ) as [number, number, number, number]
        const [x, y] = [((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells]
        if (x > across || y > down) continue
        found.push(
          boxed(
            OBJECT_NAMES[kind]!,
            score,
            (x - l) / across,
            (y - t) / down,
            (x + r) / across,
            (y + b) / down,
          ),
        )
      }
  }
  return found
}

function expected(values: Float32Array, at: number): number {
  let [sum, weight, top] = [0, 0, -Infinity]
  for (let i = 0; i < STEPS; i++) top = Math.max(top, values[at + i]!)
  for (let i = 0; i < STEPS; i++) {
    const share = exp(values[at + i]! - top)
    sum += i * share
    weight += share
  }
  return sum / weight
}

function boxed(
  name: string,
  score: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Detection {
  const inside = (value: number): number => round(Math.min(1, Math.max(0, value)), 256)
  return {
    name,
    score: round(score, 64),
    left: inside(left),
    top: inside(top),
    right: inside(right),
    bottom: inside(bottom),
  }
}

/** Area in common over area of both. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (width <= 0 || height <= 0) return 0
  const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)
  return (width * height) / (area(one) + area(other) - width * height)
}

function nonOverlapping(found: readonly Detection[]): readonly Detection[] {
  const kept: Detection[] = []
  for (const one of [...found].sort((a, b) => b.score - a.score || a.left - b.left || a.top - b.top))
    if (kept.every((other) => other.name !== one.name || overlap(one, other) < 0.5)) kept.push(one)
  return kept
}

/** What two looks agree on has the mean of their scores; what only one saw has half of its score. */
function merge(one: readonly Detection[], other: readonly Detection[]): readonly Detection[] {
  const left = [...other]
  const merged = one.map((a) => {
    const at = left.findIndex((b) => b.name === a.name && overlap(a, b) > 0.4)
    if (at < 0) return { ...a, score: round(a.score / 2, 128) }
    const [b] = left.splice(at, 1)
    const weigh = (p: number, q: number): number =>
      round((p * a.score + q * b!.score) / (a.score + b!.score), 256)
    return {
      ...boxed(
        a.name,
        (a.score + b!.score) / 2,
        weigh(a.left, b!.left),
        weigh(a.top, b!.top),
        weigh(a.right, b!.right),
        weigh(a.bottom, b!.bottom),
      ),
    }
  })
  return [...merged, ...left.map((b) => ({ ...b, score: round(b.score / 2, 128) }))].sort(
    (a, b) => b.score - a.score || a.left - b.left,
  )
}

/** Anchors are cell centres: two a cell of a 16 x 16 grid, six a cell of an 8 x 8 grid. */
function decodeFaces(outputs: Readonly<Record<string, Tensor>>): readonly Detection[] {
  const found: Detection[] = []
  for (const [cells, anchors] of [
    [16, 2],
    [8, 6],
  ] as const) {
    const rows = cells * cells * anchors
    const [scores, boxes] = [bySize(outputs, rows, 1).data, bySize(outputs, rows, 16).data]
    for (let i = 0; i < rows; i++) {
      const score = 1 / (1 + exp(-Math.max(-30, Math.min(30, scores[i]!))))
      if (score < 0.5) continue
      const cell = Math.floor(i / anchors)
      const x = ((cell % cells) + 0.5) / cells + boxes[i * 16]! / FACES_SIDE
      const y = (Math.floor(cell / cells) + 0.5) / cells + boxes[i * 16 + 1]! / FACES_SIDE
      const [w, h] = [boxes[i * 16 + 2]! / FACES_SIDE, boxes[i * 16 + 3]! / FACES_SIDE]
      found.push(boxed('face', score, x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    }
  }
  const kept: Detection[] = []
  for (const one of found.sort((a, b) => b.score - a.score || a.left - b.left))
    if (kept.every((other) => overlap(one, other) < 0.05)) kept.push(one)
  return kept
}

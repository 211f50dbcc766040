import { PARTS, PlantainError, type Part } from '@plantain/core'
import {
  MOVE,
  LINE,
  QUAD,
  CUBIC,
  ROLES,
  type Drawing,
  type Effect,
  type Node,
  type Paint,
  type Path,
  type Stop,
} from './drawing.ts'
import type { Matrix } from './matrix.ts'

/**
 * The packed form of drawings, written by training/art/pack.mjs: numbers are variable-length integers (7 bits a byte, low first;
 * signed ones zigzag), points are differences in 1/512 of a unit, colours are bytes.
 */
const UNIT = 1 / 512
const FINE = 1 / 4096

/** Reads numbers off bytes; throws DATA_LOSS past the end. */
class Reader {
  readonly #bytes: Uint8Array
  #at: number
  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }
  byte(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined)
      throw new PlantainError(
        'DATA_LOSS',
        'the art file ends in the middle of a drawing; install the model again',
      )
    return value
  }
  count(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const next = this.byte()
      value += (next & 127) * scale
      if (next < 128) return value
      scale *= 128
    }
  }
  signed(): number {
    const value = this.count()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + length)
    if (part.length < length) this.#at = this.#bytes.length
    this.#at += length
    return part
  }
}

const MAGIC = 'PLART1'

/** The parts of an unpacked art file by name: bytes that `decodeDrawing` reads. */
export function readIndex(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = new Reader(bytes)
  const text = (length: number): string => String.fromCharCode(...reader.take(length))
  if (text(MAGIC.length) !== MAGIC)
    throw new PlantainError('DATA_LOSS', 'the art file does not start as one; install the model again')
  const table = Array.from({ length: reader.count() }, () => ({
    name: text(reader.count()),
    length: reader.count(),
  }))
  return new Map(table.map(({ name, length }) => [name, reader.take(length)]))
}

export function decodeDrawing(bytes: Uint8Array): Drawing {
  const reader = new Reader(bytes)
  const length = (): number => reader.count() * UNIT
  const [width, height] = [length(), length()]
  const box = { left: length(), top: length(), right: length(), bottom: length() }
  const place = (): number => reader.signed() * UNIT
  const marks =
    reader.byte() === 0
      ? null
      : { headX: place(), headTop: place(), chin: place(), handX: place(), handY: place(), seat: place() }
  return { width, height, box, marks, nodes: nodes(reader) }
}

function nodes(reader: Reader): Node[] {
  return Array.from({ length: reader.count() }, () => node(reader))
}

function node(reader: Reader): Node {
  const flags = reader.byte()
  if ((flags & 1) === 1) {
    const opacity = reader.byte() / 255
    const effects = Array.from({ length: reader.count() }, () => effect(reader))
    const masked = reader.byte()
    const mask = masked === 0 ? null : { luminance: masked === 2, nodes: nodes(reader) }
    return { children: nodes(reader), opacity, effects, mask }
  }
  const part = (flags & 128) === 0 ? {} : { part: partOf(reader.byte()) }
  const paintOf = paint(reader, (flags >> 4) & 3)
  return {
    path: path(reader),
    evenodd: (flags & 2) !== 0,
    paint: paintOf,
    role: ROLES[((flags >> 2) & 3) | (((flags >> 6) & 1) << 2)]!,
    ...part,
  }
}

function partOf(index: number): Part {
  const part = PARTS[index]
  if (part === undefined)
    throw new PlantainError(
      'DATA_LOSS',
      'the art file names a part that is not known; install the model again',
    )
  return part
}

const color = (reader: Reader): Stop['color'] => [
  reader.byte() / 255,
  reader.byte() / 255,
  reader.byte() / 255,
  reader.byte() / 255,
]

function paint(reader: Reader, kind: number): Paint {
  if (kind === 0) return { kind: 'solid', color: color(reader) }
  const [a, b, c, d] = [
    reader.signed() * FINE,
    reader.signed() * FINE,
    reader.signed() * FINE,
    reader.signed() * FINE,
  ]
  const toDrawing: Matrix = { a, b, c, d, e: reader.signed() * UNIT, f: reader.signed() * UNIT }
  const stops = Array.from({ length: reader.count() }, () => ({
    offset: reader.byte() / 255,
    color: color(reader),
  }))
  return { kind: kind === 1 ? 'linear' : 'radial', toDrawing, stops }
}

function effect(reader: Reader): Effect {
  const kind = reader.byte()
  const deviation = reader.count() * FINE
  if (kind === 0) return { kind: 'blur', deviation }
  const dx = reader.signed() * FINE
  const dy = reader.signed() * FINE
  return { kind: kind === 1 ? 'inner shadow' : 'drop shadow', deviation, dx, dy, color: color(reader) }
}

const POINTS: Readonly<Record<number, number>> = { [MOVE]: 1, [LINE]: 1, [QUAD]: 2, [CUBIC]: 3 }

function path(reader: Reader): Path {
  const verbs = reader.take(reader.count()).slice()
  let total = 0
  for (const verb of verbs) total += POINTS[verb] ?? 0
  const points = new Float32Array(total * 2)
  let [x, y] = [0, 0]
  for (let i = 0; i < points.length; i += 2) {
    x += reader.signed()
    y += reader.signed()
    points[i] = x * UNIT
    points[i + 1] = y * UNIT
  }
  return { verbs, points }
}

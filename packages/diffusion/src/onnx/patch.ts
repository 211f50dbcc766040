import { PlantainError } from '@plantain/core'
import { openBytes, type Bytes } from './bytes.ts'
import { readGraph, type Initializer } from './graph.ts'
import { fields } from './protobuf.ts'

/** A protobuf must stay below 2 GB; some room is left for the structure. */
const mostBytes = 1.9e9

/**
 * The graph of a file with other weights in some places, held in it instead of beside it. All else stays byte for byte.
 *
 * replacements: raw weights by name of the initializer, in its own dtype and shape
 * throws:       RESOURCE_EXHAUSTED when they do not fit one graph
 */
export function patchGraph(file: string, replacements: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = openBytes(file)
  try {
    const size = [...replacements.values()].reduce((sum, { length }) => sum + length, bytes.size)
    if (size > mostBytes)
      throw new PlantainError(
        'RESOURCE_EXHAUSTED',
        `the adapters change ${Math.round(size / 1e6)} MB of ${file}, at most ${mostBytes / 1e6} MB can be; use a float16 export`,
      )
    const known = new Map(readGraph(bytes).initializers.map((initializer) => [initializer.name, initializer]))
    return joined([...model(bytes, known, replacements)])
  } finally {
    bytes[Symbol.dispose]()
  }
}

function* model(
  bytes: Bytes,
  known: ReadonlyMap<string, Initializer>,
  replacements: ReadonlyMap<string, Uint8Array>,
): Generator<Uint8Array> {
  let before = 0
  for (const field of fields(bytes)) {
    if (field.number === 7) {
      const pieces = [...graph(bytes, field.start, field.end, known, replacements)]
      yield tagged(7, pieces)
      yield* pieces
    } else yield bytes.slice(before, field.end)
    before = field.end
  }
}

function* graph(
  bytes: Bytes,
  start: number,
  end: number,
  known: ReadonlyMap<string, Initializer>,
  replacements: ReadonlyMap<string, Uint8Array>,
): Generator<Uint8Array> {
  const places = new Map([...known.values()].map((initializer) => [initializer.start, initializer]))
  let before = start
  for (const field of fields(bytes, start, end)) {
    const initializer = field.number === 5 ? places.get(field.start) : undefined
    const data = initializer && replacements.get(initializer.name)
    if (initializer && data) {
      const pieces = [...tensor(initializer, data)]
      yield tagged(5, pieces)
      yield* pieces
    } else yield bytes.slice(before, field.end)
    before = field.end
  }
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
function* tensor({ name, shape, dataType }: Initializer, data: Uint8Array): Generator<Uint8Array> {
  for (const side of shape) yield Uint8Array.from([1 << 3, ...varint(side)])
  yield Uint8Array.from([2 << 3, ...varint(dataType)])
  const encoded = new TextEncoder().encode(name)
  yield tagged(8, [encoded])
  yield encoded
  yield tagged(9, [data])
  yield data
}

/** Key and length of a field that holds bytes. */
function tagged(number: number, pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([(number << 3) | 2, ...varint(pieces.reduce((sum, { length }) => sum + length, 0))])
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

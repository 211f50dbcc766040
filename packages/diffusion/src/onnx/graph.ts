import type { TensorSpec } from '../runtimes/runtime.ts'
import { type Bytes } from './bytes.ts'
import { fields, integers, text, type Field } from './protobuf.ts'

/** Where the weights of an initializer lie: in the graph's own file, or in another beside it. */
export interface Initializer {
  readonly name: string
  readonly shape: readonly number[]
  /** onnx.TensorProto.DataType: 1 is float32, 10 is float16. */
  readonly dataType: number
  /** null: in the graph's file (or in typed fields, then `bytes` is 0). */
  readonly location: string | null
  readonly offset: number
  readonly bytes: number
  /** Where its message begins in the file. */
  readonly start: number
}

export interface GraphNode {
  readonly name: string
  readonly type: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Of Gemm: the weights are (out, in). */
  readonly transposed: boolean
}

export interface Graph {
  readonly inputs: readonly TensorSpec[]
  readonly outputs: readonly TensorSpec[]
  readonly initializers: readonly Initializer[]
}

/** Inputs, outputs and the places of the weights. Source: onnx.proto of ONNX 1.18, whose field numbers these are. */
export function readGraph(bytes: Bytes): Graph {
  const inputs: TensorSpec[] = []
  const outputs: TensorSpec[] = []
  const initializers: Initializer[] = []
  for (const field of graphFields(bytes)) {
    if (field.number === 5) initializers.push(readInitializer(bytes, field))
    if (field.number === 11) inputs.push(readValueInfo(bytes, field))
    if (field.number === 12) outputs.push(readValueInfo(bytes, field))
  }
  // Old exports list the weights among the inputs too.
  const weights = new Set(initializers.map(({ name }) => name))
  return { inputs: inputs.filter(({ name }) => !weights.has(name)), outputs, initializers }
}

export function readNodes(bytes: Bytes): readonly GraphNode[] {
  const nodes: GraphNode[] = []
  for (const field of graphFields(bytes)) {
    if (field.number !== 1) continue
    const node = { name: '', type: '', inputs: [] as string[], outputs: [] as string[], transposed: false }
    for (const inner of fields(bytes, field.start, field.end)) {
      if (inner.number === 1) node.inputs.push(text(bytes, inner))
      if (inner.number === 2) node.outputs.push(text(bytes, inner))
      if (inner.number === 3) node.name = text(bytes, inner)
      if (inner.number === 4) node.type = text(bytes, inner)
      if (inner.number === 5) node.transposed ||= isTransB(bytes, inner)
    }
    nodes.push(node)
  }
  return nodes
}

/** AttributeProto: name 1, integer 3. */
function isTransB(bytes: Bytes, field: Field): boolean {
  let [name, value] = ['', 0]
  for (const inner of fields(bytes, field.start, field.end)) {
    if (inner.number === 1) name = text(bytes, inner)
    if (inner.number === 3) value = inner.value
  }
  return name === 'transB' && value === 1
}

function* graphFields(bytes: Bytes): Generator<Field> {
  for (const field of fields(bytes)) if (field.number === 7) yield* fields(bytes, field.start, field.end)
}

function readInitializer(bytes: Bytes, field: Field): Initializer {
  const found = { name: '', shape: [] as number[], dataType: 0, offset: 0, bytes: 0, start: field.start }
  const external = new Map<string, string>()
  for (const inner of fields(bytes, field.start, field.end)) {
    if (inner.number === 1) found.shape.push(...integers(bytes, inner))
    if (inner.number === 2) found.dataType = inner.value
    if (inner.number === 8) found.name = text(bytes, inner)
    if (inner.number === 9) {
      found.offset = inner.start
      found.bytes = inner.end - inner.start
    }
    if (inner.number === 13) external.set(...readEntry(bytes, inner))
  }
  const location = external.get('location')
  if (location === undefined) return { ...found, location: null }
  return {
    ...found,
    location,
    offset: Number(external.get('offset') ?? 0),
    bytes: Number(external.get('length') ?? 0),
  }
}

function readEntry(bytes: Bytes, field: Field): [string, string] {
  const entry: [string, string] = ['', '']
  for (const inner of fields(bytes, field.start, field.end)) entry[inner.number - 1] = text(bytes, inner)
  return entry
}

// onnx.TensorProto.DataType, under the names that the runtime uses.
const types: Readonly<Record<number, string>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  16: 'bfloat16',
}

/** ValueInfoProto: name 1, type 2 → TypeProto.tensor_type 1 → elem_type 1, shape 2 → dim 1 → value 1 or symbol 2. */
function readValueInfo(bytes: Bytes, field: Field): TensorSpec {
  let [name, type] = ['', '']
  const shape: (number | string)[] = []
  for (const info of fields(bytes, field.start, field.end)) {
    if (info.number === 1) name = text(bytes, info)
    if (info.number !== 2) continue
    for (const tensor of fields(bytes, info.start, info.end)) {
      if (tensor.number !== 1) continue
      for (const inner of fields(bytes, tensor.start, tensor.end)) {
        if (inner.number === 1) type = types[inner.value] ?? `type ${inner.value}`
        if (inner.number !== 2) continue
        for (const dim of fields(bytes, inner.start, inner.end))
          if (dim.number === 1) shape.push(readAxis(bytes, dim))
      }
    }
  }
  return { name, type, shape }
}

function readAxis(bytes: Bytes, field: Field): number | string {
  for (const inner of fields(bytes, field.start, field.end)) {
    if (inner.number === 1) return inner.value
    if (inner.number === 2) return text(bytes, inner)
  }
  return '?'
}

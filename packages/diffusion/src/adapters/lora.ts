import { dirname, join } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { Part } from '../manifest.ts'
import type { Adapter } from '../model.ts'
import { openBytes, type Bytes } from '../onnx/bytes.ts'
import { readGraph, readNodes, type GraphNode, type Initializer } from '../onnx/graph.ts'
import { patchGraph } from '../onnx/patch.ts'
import { fromHalf, toHalf } from '../runtimes/half.ts'
import { layerOf, parseLoraKey, type LoraKey } from './lora-names.ts'
import { openSafetensors, type Safetensors } from './safetensors.ts'

/** up x down is what an adapter adds to the weights of a layer, times `scale`. */
interface Delta {
  readonly down: Tensor
  readonly up: Tensor
  readonly scale: number
  readonly adapter: Adapter
}

/** Where the weights of a layer are, and how: (in, out) as MatMul has them, else (out, in). */
interface Place {
  readonly initializer: Initializer
  readonly inFirst: boolean
}

/**
 * The graph of a part with adapters added into its weights; null when none of them touches it. Several add up; a weight of
 * 0 changes no bit.
 *
 * Source: LoRA, arXiv 2106.09685, section 4.1: W + weight * (alpha / rank) * up x down.
 */
export function mergeAdapters(part: Part, adapters: readonly Adapter[]): Uint8Array | null {
  const layers = new Map<string, Delta[]>()
  for (const adapter of adapters.filter(({ weight }) => weight !== 0))
    for (const [layer, delta] of deltasOf(adapter, part.name))
      layers.set(layer, [...(layers.get(layer) ?? []), delta])
  if (layers.size === 0) return null
  const bytes = openBytes(part.file)
  try {
    const places = placesOf(bytes)
    const replacements = new Map<string, Uint8Array>()
    for (const [layer, deltas] of layers) {
      const place = places.get(layer) ?? refuseLayer(layer, deltas[0]!.adapter, part)
      if (replacements.has(place.initializer.name)) refuseLayer(layer, deltas[0]!.adapter, part) // two layers share it
      replacements.set(
        place.initializer.name,
        merged(readWeights(bytes, part.file, place.initializer), place, deltas),
      )
    }
    return patchGraph(part.file, replacements)
  } finally {
    bytes[Symbol.dispose]()
  }
}

function refuseLayer(layer: string, { file }: Adapter, part: Part): never {
  throw new PlantainError(
    'FAILED_PRECONDITION',
    `the adapter ${file} changes ${layer}, which ${part.file} does not have by itself; ` +
      'it is for another kind of model, or the export has fused its layers: use a plain export',
  )
}

function deltasOf(adapter: Adapter, part: string): Map<string, Delta> {
  const file = openSafetensors(adapter.file)
  const keys = new Map<string, Partial<Record<LoraKey['role'], string>>>()
  for (const name of file.names) {
    const key = parseLoraKey(name) ?? refuseKey(name, adapter)
    const mine = key.part === part || (key.part === 'denoiser' && (part === 'unet' || part === 'transformer'))
    if (mine) keys.set(key.layer, { ...keys.get(key.layer), [key.role]: name })
  }
  const deltas = new Map<string, Delta>()
  for (const [layer, { down, up, alpha }] of keys) {
    if (down === undefined || up === undefined) throw refuseKey(layer, adapter)
    const rank = file.read(down).shape[0]!
    const scaling = alpha === undefined ? (alphaOf(file, part) ?? rank) : file.read(alpha).data[0]!
    deltas.set(layer, {
      down: file.read(down),
      up: file.read(up),
      scale: (adapter.weight * scaling) / rank,
      adapter,
    })
  }
  return deltas
}

function refuseKey(name: string, { file }: Adapter): never {
  throw new PlantainError(
    'UNIMPLEMENTED',
    `the adapter ${file} has ${name}, which is no plain LoRA (DoRA, LoHa, LoKr and fused layers are not supported); use a LoRA of kohya or diffusers`,
  )
}

/** diffusers writes the configuration of its adapters into the metadata. */
function alphaOf({ metadata }: Safetensors, part: string): number | null {
  const text = metadata['lora_adapter_metadata']
  if (text === undefined) return null
  const config = JSON.parse(text) as Record<string, unknown>
  const alpha = config[`${part}.lora_alpha`] ?? config['lora_alpha']
  return typeof alpha === 'number' ? alpha : null
}

/**
 * Layers by name, from the nodes that use them: exporters keep the path of a layer in the name of its node, but not always
 * in that of its weights.
 */
function placesOf(bytes: Bytes): Map<string, Place> {
  const initializers = new Map(readGraph(bytes).initializers.map((one) => [one.name, one]))
  const nodes = readNodes(bytes)
  const producers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)))
  const places = new Map<string, Place>()
  for (const node of nodes) {
    if (!['MatMul', 'Gemm', 'Conv'].includes(node.type)) continue
    const source = sourceOf(node.inputs[1] ?? '', initializers, producers)
    if (source === null) continue
    const inFirst = (node.type === 'MatMul' || (node.type === 'Gemm' && !node.transposed)) !== source.turned
    places.set(layerOf(node.name.replace(/\/(MatMul|Gemm|Conv)(_\d+)?$/, '')), { ...source, inFirst })
  }
  return places
}

/** The weights behind an input, through casts and transpositions. */
function sourceOf(
  name: string,
  initializers: ReadonlyMap<string, Initializer>,
  producers: ReadonlyMap<string, GraphNode>,
): { readonly initializer: Initializer; readonly turned: boolean } | null {
  const initializer = initializers.get(name)
  if (initializer) return { initializer, turned: false }
  const producer = producers.get(name)
  if (!producer || !['Cast', 'Identity', 'Transpose'].includes(producer.type)) return null
  const behind = sourceOf(producer.inputs[0] ?? '', initializers, producers)
  return behind && { ...behind, turned: behind.turned !== (producer.type === 'Transpose') }
}

const FLOAT16 = 10

/** As float32, whether they lie in the graph or beside it. */
function readWeights(
  bytes: Bytes,
  file: string,
  { location, offset, bytes: length, ...initializer }: Initializer,
): Float32Array {
  const raw =
    location === null
      ? bytes.slice(offset, offset + length)
      : readBeside(join(dirname(file), location), offset, length)
  if (initializer.dataType === 1) return new Float32Array(raw.buffer, raw.byteOffset, raw.length / 4)
  if (initializer.dataType === FLOAT16)
    return fromHalf(new Uint16Array(raw.buffer, raw.byteOffset, raw.length / 2))
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${initializer.name} of ${file} is quantised, and adapters cannot be merged into it; use a float32 or float16 export`,
  )
}

function readBeside(file: string, offset: number, length: number): Uint8Array {
  const beside = openBytes(file)
  try {
    return beside.slice(offset, offset + length)
  } finally {
    beside[Symbol.dispose]()
  }
}

function merged(
  weights: Float32Array,
  { initializer, inFirst }: Place,
  deltas: readonly Delta[],
): Uint8Array {
  const sums = Float64Array.from(weights)
  for (const delta of deltas) add(sums, delta, inFirst)
  const values = Float32Array.from(sums)
  const raw = initializer.dataType === FLOAT16 ? toHalf(values) : values
  return new Uint8Array(raw.buffer)
}

/** down: [rank, in, …kernel], up: [out, rank]. */
function add(sums: Float64Array, { down, up, scale, adapter }: Delta, inFirst: boolean): void {
  const rank = down.shape[0]!
  const [outputs, inputs] = [up.data.length / rank, down.data.length / rank]
  if (outputs * inputs !== sums.length)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the adapter ${adapter.file} was made for layers of another size; use it with the kind of model that it was trained on`,
    )
  const row = new Float64Array(inputs)
  for (let output = 0; output < outputs; output++) {
    row.fill(0)
    for (let k = 0; k < rank; k++) {
      const factor = scale * up.data[output * rank + k]!
      for (let input = 0; input < inputs; input++) row[input]! += factor * down.data[k * inputs + input]!
    }
    for (let input = 0; input < inputs; input++)
      sums[inFirst ? input * outputs + output : output * inputs + input]! += row[input]!
  }
}

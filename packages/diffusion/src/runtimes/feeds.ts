import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { fromHalf, toHalf } from './half.ts'
import type { TensorSpec } from './runtime.ts'

/** What the runtime's own tensors are made of. */
export interface RawTensor {
  readonly type: string
  readonly data: Float32Array | Float64Array | Uint16Array | Int32Array | BigInt64Array | Uint8Array
  readonly shape: readonly number[]
}

type Values = RawTensor['data']

const writers: Readonly<Record<string, (data: Float32Array) => Values>> = {
  float32: (data) => data,
  float64: (data) => Float64Array.from(data),
  float16: toHalf,
  // A whole-number timestep comes from exports that were trained on whole ones: the nearest is meant.
  int32: (data) => Int32Array.from(data, Math.round),
  int64: (data) => BigInt64Array.from(Array.from(data, (value) => BigInt(Math.round(value)))),
  bool: (data) => Uint8Array.from(data, (value) => (value === 0 ? 0 : 1)),
}

/**
 * A float32 tensor as a network declares its input: dtype, rank and fixed axes are the network's own word, because exports
 * of one family differ in all three.
 *
 * Throws INVALID_ARGUMENT for another fixed axis, UNIMPLEMENTED for a dtype that the CPU cannot take.
 */
export function toFeed(spec: TensorSpec, tensor: Tensor, file: string): RawTensor {
  const write = writers[spec.type]
  if (write === undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      `${file} takes ${spec.name} as ${spec.type}, which only special hardware has; use a float32 or float16 export`,
    )
  return { type: spec.type, data: write(tensor.data), shape: fitShape(spec, tensor.shape, file) }
}

/** Axes of 1 are added in front or taken away to reach the declared rank; an empty declaration of many values is unknown. */
export function fitShape(spec: TensorSpec, shape: readonly number[], file: string): readonly number[] {
  const wanted = spec.shape
  const scalar = shape.every((side) => side === 1)
  if (wanted.length === 0) return scalar ? [] : shape
  const fitted = [...shape]
  while (fitted.length > wanted.length && fitted.includes(1)) fitted.splice(fitted.indexOf(1), 1)
  while (fitted.length < wanted.length) fitted.unshift(1)
  const fits =
    fitted.length === wanted.length &&
    wanted.every((side, axis) => typeof side === 'string' || side === fitted[axis])
  if (fits) return fitted
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `${file} takes ${spec.name} as ${wanted.join(' x ')}, but it would be ${shape.join(' x ')}; ` +
      'ask for the size that the export is fixed to, or export it with free axes',
    { details: { input: spec.name, declared: wanted, given: shape } },
  )
}

/** What a network gave, as float32. */
export function fromOutput(type: string, data: unknown, shape: readonly number[]): Tensor {
  if (data instanceof Float32Array) return { data, shape }
  if (data instanceof Uint16Array && type === 'float16') return { data: fromHalf(data), shape }
  if (data instanceof BigInt64Array) return { data: Float32Array.from(data, Number), shape }
  if (ArrayBuffer.isView(data) && Symbol.iterator in data)
    return { data: Float32Array.from(data as unknown as Iterable<number>), shape }
  throw new PlantainError(
    'UNIMPLEMENTED',
    `a network gave ${type}, which cannot be read; use a float32 export`,
  )
}

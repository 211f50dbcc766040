import type { Tensor } from '@plantain/core'
import { sizeOf } from './tensor.ts'

/** A tensor of one value everywhere. */
export function filled(shape: readonly number[], value = 0): Tensor {
  return { data: new Float32Array(sizeOf(shape)).fill(value), shape }
}

/** One number as [1]. */
export function scalar(value: number): Tensor {
  return { data: Float32Array.of(value), shape: [1] }
}

/** Side by side along an axis; the other axes must be equal. One tensor is given back as it is. */
export function concatenate(tensors: readonly Tensor[], axis: number): Tensor {
  const first = tensors[0]
  if (first === undefined) throw new RangeError('nothing to concatenate')
  if (tensors.length === 1) return first
  const outer = sizeOf(first.shape.slice(0, axis))
  const inner = tensors.map(({ shape }) => sizeOf(shape.slice(axis)))
  for (const { shape } of tensors)
    if (shape.length !== first.shape.length || shape.some((side, i) => i !== axis && side !== first.shape[i]))
      throw new RangeError(
        `cannot put ${shape.join(' x ')} beside ${first.shape.join(' x ')} on axis ${axis}`,
      )
  const row = inner.reduce((sum, size) => sum + size, 0)
  const data = new Float32Array(outer * row)
  for (let o = 0, at = 0; o < outer; o++)
    tensors.forEach((tensor, k) => {
      data.set(tensor.data.subarray(o * inner[k]!, (o + 1) * inner[k]!), at)
      at += inner[k]!
    })
  const shape = [...first.shape]
  shape[axis] = tensors.reduce((sum, tensor) => sum + tensor.shape[axis]!, 0)
  return { data, shape }
}

/** The part [from, to) of an axis. */
export function slice(tensor: Tensor, axis: number, from: number, to: number): Tensor {
  const outer = sizeOf(tensor.shape.slice(0, axis))
  const each = sizeOf(tensor.shape.slice(axis + 1))
  const side = tensor.shape[axis]!
  const data = new Float32Array(outer * (to - from) * each)
  for (let o = 0; o < outer; o++)
    data.set(tensor.data.subarray((o * side + from) * each, (o * side + to) * each), o * (to - from) * each)
  return { data, shape: tensor.shape.map((length, i) => (i === axis ? to - from : length)) }
}

/** Zeros after the end of the last axis, up to `width`. */
export function padLast(tensor: Tensor, width: number): Tensor {
  const side = tensor.shape.at(-1)!
  if (side === width) return tensor
  return concatenate([tensor, filled([...tensor.shape.slice(0, -1), width - side])], tensor.shape.length - 1)
}

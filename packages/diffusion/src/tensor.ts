import type { Tensor } from '@plantain/core'

type Terms =
  | [number, Tensor]
  | [number, Tensor, number, Tensor]
  | [number, Tensor, number, Tensor, number, Tensor]
  | [number, Tensor, number, Tensor, number, Tensor, number, Tensor]
  | [number, Tensor, number, Tensor, number, Tensor, number, Tensor, number, Tensor]

/**
 * a · x + b · y + …, element by element: summed in double, rounded to float32 once.
 * A factor of exactly 0 leaves its tensor out, so that a limit (0 · ∞) stays what the caller meant.
 */
export function combine(...terms: Terms): Tensor {
  const first = terms[1]
  const sum = new Float64Array(first.data.length)
  for (let k = 0; k < terms.length; k += 2) {
    const factor = terms[k] as number
    const { data } = terms[k + 1] as Tensor
    if (data.length !== sum.length) throw new RangeError(`cannot add ${data.length} values to ${sum.length}`)
    if (factor === 0) continue
    for (let i = 0; i < sum.length; i++) sum[i]! += factor * data[i]!
  }
  return { data: new Float32Array(sum), shape: first.shape }
}

/** The product of a shape: how many values it holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}

/** Every value through one function; the shape stays. */
export function mapTensor(tensor: Tensor, value: (x: number) => number): Tensor {
  return { data: tensor.data.map((x) => value(x)), shape: tensor.shape }
}

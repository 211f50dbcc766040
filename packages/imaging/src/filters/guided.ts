import { box } from './box.ts'

/**
 * `input` smoothed, except where `guide` has an edge: in each window the result is a straight line of the guide.
 * `epsilon` is the variance of the guide below which a window counts as flat.
 *
 * Source: He, Sun, Tang, Guided image filtering, 2010.
 */
export function guided(
  guide: Float32Array,
  input: Float32Array,
  { width, height, radius, epsilon }: { width: number; height: number; radius: number; epsilon: number },
): Float32Array {
  const mean = (plane: Float32Array): Float32Array => box(plane, width, height, radius)
  const itself = guide === input
  const meanGuide = mean(guide)
  const meanInput = itself ? meanGuide : mean(input)
  const square = mean(products(guide, guide))
  const product = itself ? square : mean(products(guide, input))
  const slope = new Float32Array(guide.length)
  const offset = new Float32Array(guide.length)
  for (let i = 0; i < guide.length; i++) {
    const g = meanGuide[i]!
    const v = meanInput[i]!
    const variance = square[i]! - g * g
    slope[i] = (product[i]! - g * v) / ((variance > 0 ? variance : 0) + epsilon)
    offset[i] = v - slope[i]! * g
  }
  const [a, b] = [mean(slope), mean(offset)]
  for (let i = 0; i < a.length; i++) a[i] = a[i]! * guide[i]! + b[i]!
  return a
}

function products(one: Float32Array, other: Float32Array): Float32Array {
  const result = new Float32Array(one.length)
  for (let i = 0; i < result.length; i++) result[i] = one[i]! * other[i]!
  return result
}

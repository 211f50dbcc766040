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
  const square = mean(guide.map((value) => value * value))
  const product = itself ? square : mean(guide.map((value, i) => value * input[i]!))
  const slope = new Float32Array(guide.length)
  const offset = new Float32Array(guide.length)
  for (let i = 0; i < guide.length; i++) {
    const [g, v] = [meanGuide[i]!, meanInput[i]!]
    const variance = square[i]! - g * g
    slope[i] = (product[i]! - g * v) / ((variance > 0 ? variance : 0) + epsilon)
    offset[i] = v - slope[i]! * g
  }
  const [a, b] = [mean(slope), mean(offset)]
  return a.map((value, i) => value * guide[i]! + b[i]!)
}

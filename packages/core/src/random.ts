import { PlantainError } from './error.ts'

/** Four 32-bit words, as unsigned numbers. */
export type Words = readonly [number, number, number, number]

/**
 * Philox 4x32, 10 rounds: a keyed scrambling of counters. No state: any element, in any order, on any thread.
 *
 * Source: Salmon et al., Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
 */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter
  let [left, right] = key
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, a)
    const low0 = Math.imul(0xd2511f53, a)
    const high1 = multiplyHigh(0xcd9e8d57, c)
    const low1 = Math.imul(0xcd9e8d57, c)
    a = (high1 ^ b ^ left) >>> 0
    b = low1 >>> 0
    c = (high0 ^ d ^ right) >>> 0
    d = low0 >>> 0
    left = (left + 0x9e3779b9) >>> 0 // golden ratio
    right = (right + 0xbb67ae85) >>> 0 // square root of 3, less 1
  }
  return [a, b, c, d]
}

/** Upper 32 bits of a 64-bit product. Halves of 16 bits keep every partial product exact in a double. */
function multiplyHigh(x: number, y: number): number {
  const [xHigh, xLow, yHigh, yLow] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff]
  const middle = xHigh * yLow + Math.floor((xLow * yLow) / 0x10000)
  const other = xLow * yHigh + (middle % 0x10000)
  return (xHigh * yHigh + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000)) >>> 0
}

/** Unit normals of picture `picture` (its index in the batch) and draw `draw` (a name for the use, not a count). */
export interface NormalsOptions {
  readonly draw?: number
  readonly picture?: number
}

/**
 * `count` unit normals. With picture 0 and draw 0 these are the starting noise of CUDA and of A1111's "NV" source.
 *
 * seed:   whole number, 0 to 2^53 - 1
 * Source: Box–Muller, sine branch, in double, rounded to float32; key = seed, counter = [draw, picture, element, 0].
 */
export function normals(
  seed: number,
  count: number,
  { draw = 0, picture = 0 }: NormalsOptions = {},
): Float32Array {
  const key = seedKey(seed)
  const values = new Float32Array(count)
  for (let element = 0; element < count; element++) {
    const [first, second] = philox([draw, picture, element, 0], key)
    const radius = Math.sqrt(-2 * Math.log(first * 2 ** -32 + 2 ** -33))
    values[element] = radius * Math.sin((second * 2 ** -32 + 2 ** -33) * 2 * Math.PI)
  }
  return values
}

/**
 * A seed for a part of a run: hashes the labels, never counts calls, so that one more operation disturbs no other.
 * Labels are told apart by place (`'a', 'bc'` is not `'ab', 'c'`); 1 and '1' are the same label. Returns 0 to 2^53 - 1.
 */
export function deriveSeed(root: number, ...labels: readonly (string | number)[]): number {
  let key = seedKey(root)
  for (const label of labels) {
    const text = String(label)
    const [low, high] = philox([hashText(text, 0x811c9dc5), hashText(text, 0x01000193), text.length, 1], key)
    key = [low, high & 0x1fffff]
  }
  return key[1] * 2 ** 32 + key[0]
}

function seedKey(seed: number): readonly [number, number] {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `seed is ${seed}; give a whole number from 0 to 9007199254740991`,
    )
  return [seed >>> 0, Math.floor(seed / 2 ** 32)]
}

/** FNV-1a over UTF-16 units; the basis tells the two halves of a 64-bit hash apart. */
function hashText(text: string, basis: number): number {
  let hash = basis
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

import type { Bitmap, Mask } from '@plantain/core'
import { sameSize } from '../composite.ts'

export interface Shift {
  readonly x: number
  readonly y: number
}

/** A block is compared at every place this far around its own, in pixels. */
const REACH = 8
const BLOCK = 32
/** Blocks that are compared: those with the most texture, spread over the picture. */
const MOST_BLOCKS = 12
/** Standard deviation of a block, in levels of a byte, below which it is too plain to tell where it is. */
const PLAIN = 5
/** Correlation from which a block counts as found again. */
const FOUND = 0.6
const LEAST_BLOCKS = 2
/** A correlation from which a block is the same, elsewhere. */
const UNCHANGED = 0.9
/** By how much the correlation elsewhere is to be better where it is not. */
const BETTER = 0.05

/**
 * How far the picture has moved where it was to stay, by integer search: blocks with texture are looked for around their place by
 * normalised cross-correlation of luma (blind to brightness and contrast), and the median of what they say counts.
 *
 * keep:    where the pictures show the same: the mask's 0; null for everywhere
 * returns: pixels to the right and down; null where too little of it has texture or is found again
 */
export function measureShift(before: Bitmap, after: Bitmap, free: Mask | null): Shift | null {
  sameSize(before, after)
  const found = blocksOf(before, free).flatMap((block) => {
    if (isSame(before, after, block)) return { x: 0, y: 0 }
    return seek(before, after, block) ?? []
  })
  if (found.length < LEAST_BLOCKS) return null
  return { x: median(found.map(({ x }) => x)), y: median(found.map(({ y }) => y)) }
}

interface Block {
  readonly x: number
  readonly y: number
}

/** Places with room to search around, outside of what is free, the most textured of each part of the picture first. */
function blocksOf(image: Bitmap, free: Mask | null): readonly Block[] {
  const { width, height } = image
  const step = Math.max(BLOCK, Math.floor(Math.min(width, height) / 12))
  const found: (Block & { readonly deviation: number })[] = []
  for (let y = REACH; y + BLOCK + REACH <= height; y += step)
    for (let x = REACH; x + BLOCK + REACH <= width; x += step) {
      if (free !== null && touches(free, { x, y })) continue
      const deviation = deviationOf(image, { x, y })
      if (deviation >= PLAIN) found.push({ x, y, deviation })
    }
  // Neighbours say the same: of each ninth of the picture a share.
  const cell = ({ x, y }: Block): number =>
    Math.floor((3 * (x + BLOCK / 2)) / width) + 3 * Math.floor((3 * (y + BLOCK / 2)) / height)
  const taken = new Map<number, number>()
  return found
    .toSorted((one, other) => other.deviation - one.deviation)
    .filter((block) => {
      const count = taken.get(cell(block)) ?? 0
      taken.set(cell(block), count + 1)
      return count < 2
    })
    .slice(0, MOST_BLOCKS)
}

/** Anything within the block, or within reach of it, is free to change. */
function touches({ data, width }: Mask, { x, y }: Block): boolean {
  for (let row = y; row < y + BLOCK; row += 2)
    for (let column = x; column < x + BLOCK; column += 2) if (data[row * width + column]! > 0) return true
  return false
}

const luma = (data: Uint8ClampedArray, i: number): number =>
  0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!

function deviationOf({ data, width }: Bitmap, { x, y }: Block): number {
  let [sum, squares, count] = [0, 0, 0]
  for (let row = y; row < y + BLOCK; row += 2)
    for (let column = x; column < x + BLOCK; column += 2) {
      const value = luma(data, 4 * (row * width + column))
      sum += value
      squares += value * value
      count++
    }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}

function isSame(before: Bitmap, after: Bitmap, { x, y }: Block): boolean {
  for (let row = y; row < y + BLOCK; row++) {
    const from = 4 * (row * before.width + x)
    for (let i = from; i < from + 4 * BLOCK; i++) if (before.data[i] !== after.data[i]) return false
  }
  return true
}

/** Where the block is found again; null where nothing around it is like it. */
function seek(before: Bitmap, after: Bitmap, block: Block): Shift | null {
  const wide = BLOCK + 2 * REACH
  const template = valuesOf(before, block, BLOCK)
  const area = valuesOf(after, { x: block.x - REACH, y: block.y - REACH }, wide)
  const { mean, deviation } = momentsOf(template)
  let best = { score: -2, x: 0, y: 0 }
  let inPlace = -2
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++) {
      let [sum, squares, product] = [0, 0, 0]
      for (let y = 0; y < BLOCK; y++) {
        const from = (y + dy + REACH) * wide + dx + REACH
        for (let x = 0; x < BLOCK; x++) {
          const value = area[from + x]!
          sum += value
          squares += value * value
          product += value * template[y * BLOCK + x]!
        }
      }
      const count = BLOCK * BLOCK
      const spread = Math.sqrt(Math.max(1e-9, squares / count - (sum / count) ** 2))
      const score = (product / count - (sum / count) * mean) / Math.max(1e-6, spread * deviation)
      if (dx === 0 && dy === 0) inPlace = score
      // Of equal places the nearest.
      const nearer = dx * dx + dy * dy < best.x * best.x + best.y * best.y
      if (score > best.score + 1e-6 || (score > best.score - 1e-6 && nearer)) best = { score, x: dx, y: dy }
    }
  if (best.score < FOUND) return null
  // Snow on a slope looks here and there more like the slope one pixel on. What is found again as it was has moved; of what is changed as well, and about
  // as like itself in its place, nothing of that sort can be told.
  return best.score < UNCHANGED && inPlace > best.score - BETTER ? { x: 0, y: 0 } : { x: best.x, y: best.y }
}

function valuesOf({ data, width }: Bitmap, { x, y }: Block, side: number): Float32Array {
  const values = new Float32Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      values[row * side + column] = luma(data, 4 * ((y + row) * width + x + column))
  return values
}

function momentsOf(values: Float32Array): { readonly mean: number; readonly deviation: number } {
  let [sum, squares] = [0, 0]
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / values.length
  return { mean, deviation: Math.sqrt(Math.max(1e-9, squares / values.length - mean * mean)) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1]!
}

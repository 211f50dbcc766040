import type { Mask } from '@plantain/core'

/** The mask grown by a square of `radiusPixels` (0 and up) on all sides. */
export const dilate = (mask: Mask, radiusPixels: number): Mask => slide(mask, radiusPixels, Math.max)
/** The mask shrunk by a square of `radiusPixels`; beyond the edge of the picture it is taken to go on. */
export const erode = (mask: Mask, radiusPixels: number): Mask => slide(mask, radiusPixels, Math.min)

/** The mask with a soft edge: three box means, close to a Gaussian of standard deviation `radiusPixels` / 2. */
export function feather(mask: Mask, radiusPixels: number): Mask {
  if (radiusPixels < 1) return { ...mask, data: mask.data.slice() }
  const radius = Math.max(1, Math.round(radiusPixels / 2))
  let data: Float32Array = Float32Array.from(mask.data)
  for (let pass = 0; pass < 3; pass++) data = boxColumns(boxRows(data, mask, radius), mask, radius)
  return { width: mask.width, height: mask.height, data: Uint8Array.from(data, Math.round) }
}

function slide(
  { width, height, data }: Mask,
  radius: number,
  pick: (one: number, other: number) => number,
): Mask {
  const rows = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let value = data[y * width + x]!
      for (let k = Math.max(0, x - radius); k <= Math.min(width - 1, x + radius); k++)
        value = pick(value, data[y * width + k]!)
      rows[y * width + x] = value
    }
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let value = rows[y * width + x]!
      for (let k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++)
        value = pick(value, rows[k * width + x]!)
      result[y * width + x] = value
    }
  return { width, height, data: result }
}

type Size = Readonly<{ width: number; height: number }>

const boxRows = (data: Float32Array, { width, height }: Size, radius: number): Float32Array =>
  box(data, { lines: height, lineStep: width, length: width, step: 1 }, radius)
const boxColumns = (data: Float32Array, { width, height }: Size, radius: number): Float32Array =>
  box(data, { lines: width, lineStep: 1, length: height, step: width }, radius)

/** Running mean along each line; the edge pixel goes on outside. Sums of integers and of their means: exact enough to round alike. */
function box(
  data: Float32Array,
  { lines, lineStep, length, step }: { lines: number; lineStep: number; length: number; step: number },
  radius: number,
): Float32Array {
  const result = new Float32Array(data.length)
  const window = 2 * radius + 1
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep
    const at = (i: number): number => data[base + Math.min(Math.max(i, 0), length - 1) * step]!
    let sum = 0
    for (let i = -radius; i <= radius; i++) sum += at(i)
    for (let i = 0; i < length; i++) {
      result[base + i * step] = sum / window
      sum += at(i + radius + 1) - at(i - radius)
    }
  }
  return result
}

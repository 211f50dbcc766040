import type { Bitmap } from '@plantain/core'
import type { Rgb } from '../color/named.ts'
import { linearToByte } from '../color/srgb.ts'
import { gaussian } from '../filters/gaussian.ts'
import { clamp01 } from '../math.ts'
import { channelsOf, emptyPlanes, wordsOf, type Planes, type Size } from './planes.ts'

/** What a frame is filled with beside the picture: linear light, or made from the picture. */
export type Fill = 'mirror' | 'blur' | 'edge' | 'transparent' | Rgb

/** The picture on a larger frame, its own pixels as they are. */
export function canvas(image: Planes, size: Size, left: number, top: number, fill: Fill): Planes {
  if (fill === 'blur') return softened(canvas(image, size, left, top, 'mirror'), image, left, top)
  const result = emptyPlanes(size, image.alpha !== null || fill === 'transparent')
  const colors = fill === 'transparent' ? [0, 0, 0, 0] : typeof fill === 'object' ? [...fill, 1] : null
  const sources = channelsOf(image)
  for (const [n, target] of channelsOf(result).entries()) {
    const beside = colors ? colors[n]! : (fill as 'mirror' | 'edge')
    const source = sources[n] ?? new Float32Array(image.width * image.height).fill(1)
    lay({ source, target, from: image, to: size, left, top, beside })
  }
  return result
}

/** The same of bytes, where nothing is computed; null for a fill that has to be. */
export function canvasOfBytes(
  image: Bitmap,
  size: Size,
  left: number,
  top: number,
  fill: Fill,
): Bitmap | null {
  if (fill === 'blur') return null
  const target = new Uint32Array(size.width * size.height)
  const flat = typeof fill === 'object' ? [...fill.map(linearToByte), 255] : [0, 0, 0, 0]
  const word = new Uint32Array(Uint8Array.from(flat).buffer)[0]!
  const beside = fill === 'mirror' || fill === 'edge' ? fill : word
  lay({ source: wordsOf(image), target, from: image, to: size, left, top, beside })
  return { ...size, data: new Uint8ClampedArray(target.buffer) }
}

/** One number a pixel: rows of the picture, and beside them one number, or the picture folded. */
function lay<Numbers extends Float32Array | Uint32Array>(of: {
  readonly source: Numbers
  readonly target: Numbers
  readonly from: Size
  readonly to: Size
  readonly left: number
  readonly top: number
  readonly beside: number | 'mirror' | 'edge'
}): void {
  const { source, target, from, to, left, top, beside } = of
  const right = left + from.width
  const fold = beside === 'edge' ? clamped : mirrored
  if (typeof beside === 'number') target.fill(beside as never)
  for (let y = 0; y < to.height; y++) {
    const outside = y < top || y >= top + from.height
    if (outside && typeof beside === 'number') continue
    const row = fold(y - top, from.height) * from.width
    const at = y * to.width
    target.set(source.subarray(row, row + from.width), at + left)
    if (typeof beside === 'number') continue
    for (let x = 0; x < left; x++) target[at + x] = source[row + fold(x - left, from.width)]!
    for (let x = right; x < to.width; x++) target[at + x] = source[row + fold(x - left, from.width)]!
  }
}

const clamped = (at: number, length: number): number => (at < 0 ? 0 : at >= length ? length - 1 : at)
/** There and back again, without repeating the edge. */
function mirrored(at: number, length: number): number {
  const period = Math.max(1, 2 * length - 2)
  const folded = ((at % period) + period) % period
  return folded < length ? folded : period - folded
}

/** Softer the farther outside: two blurs, and between them and the mirror a ramp. */
function softened(mirror: Planes, { width, height }: Size, left: number, top: number): Planes {
  const reach = Math.max(mirror.width - width, mirror.height - height)
  if (reach === 0) return mirror
  const sigma = Math.max(2, Math.max(mirror.width, mirror.height) / 60)
  const blur = (plane: Float32Array, deviation: number): Float32Array =>
    gaussian(plane, mirror.width, mirror.height, deviation)
  for (const plane of channelsOf(mirror)) {
    const [near, far] = [blur(plane, sigma), blur(plane, 3 * sigma)]
    for (let y = 0, i = 0; y < mirror.height; y++) {
      const dy = Math.max(top - y, y - (top + height - 1), 0)
      for (let x = 0; x < mirror.width; x++, i++) {
        const dx = Math.max(left - x, x - (left + width - 1), 0)
        const distance = Math.max(dx, dy)
        if (distance === 0) continue
        const [first, second] = [clamp01(distance / (3 * sigma)), clamp01(distance / (9 * sigma) - 0.33)]
        const soft = plane[i]! + (near[i]! - plane[i]!) * first
        plane[i] = soft + (far[i]! - soft) * second
      }
    }
  }
  return mirror
}

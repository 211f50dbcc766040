import type { Rgb } from '../color/named.ts'
import { gaussian } from '../filters/gaussian.ts'
import { clamp01 } from '../math.ts'
import { channelsOf, emptyPlanes, type Planes, type Size } from './planes.ts'

/** What a frame is filled with beside the picture: linear light, or made from the picture. */
export type Fill = 'mirror' | 'blur' | 'edge' | 'transparent' | Rgb

/** The picture on a larger frame, its own pixels as they are. */
export function canvas(image: Planes, size: Size, left: number, top: number, fill: Fill): Planes {
  if (fill === 'blur') return softened(canvas(image, size, left, top, 'mirror'), image, left, top)
  const flat = typeof fill === 'object'
  const result = emptyPlanes(size, image.alpha !== null || fill === 'transparent')
  const sources = channelsOf(image)
  const targets = channelsOf(result)
  const fold = fill === 'edge' ? clamped : mirrored
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) {
      const inside = x >= left && y >= top && x < left + image.width && y < top + image.height
      if (inside || !(flat || fill === 'transparent')) {
        const from = fold(y - top, image.height) * image.width + fold(x - left, image.width)
        for (let channel = 0; channel < targets.length; channel++)
          targets[channel]![i] = sources[channel]?.[from] ?? 1
      } else if (flat)
        for (let channel = 0; channel < targets.length; channel++) targets[channel]![i] = fill[channel] ?? 1
    }
  return result
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

import type { Bitmap } from '@plantain/core'
import { resize } from '../resize.ts'
import { cos, sin } from '../math.ts'

/** Farther than this from level it was meant. */
const MOST_DEGREES = 12
const STEP_DEGREES = 0.25
const SIDE = 384

/**
 * How many degrees clockwise the picture should be turned to be level; 0 where nothing long and straight says so.
 *
 * Edges are projected along lines of every slope: at the right one the profile of a horizon, a shelf or the walls of a house is at its sharpest.
 */
export function levelingDegrees(image: Bitmap): number {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height))
  const small = resize(
    image,
    Math.max(3, Math.round(image.width * scale)),
    Math.max(3, Math.round(image.height * scale)),
  )
  const edges = gradients(small)
  const count = Math.round((2 * MOST_DEGREES) / STEP_DEGREES) + 1
  const scores = Array.from({ length: count }, (_, i) =>
    sharpness(edges, small, -MOST_DEGREES + i * STEP_DEGREES),
  )
  const best = scores.indexOf(Math.max(...scores))
  const usual = scores.toSorted((p, q) => p - q)[count >> 1]!
  // Not at the end of the range, and clearly above what any other slope gives.
  if (best < 2 || best > count - 3 || scores[best]! < 1.4 * usual) return 0
  const [before, here, after] = [scores[best - 1]!, scores[best]!, scores[best + 1]!]
  const bend = before - 2 * here + after
  const fine = bend < 0 ? (0.5 * (before - after)) / bend : 0
  const slope = -MOST_DEGREES + (best + fine) * STEP_DEGREES
  return Math.abs(slope) < 0.2 ? 0 : -slope
}

interface Gradients {
  readonly across: Float32Array
  readonly down: Float32Array
}

function gradients({ width, height, data }: Bitmap): Gradients {
  const luma = Float32Array.from(
    { length: width * height },
    (_, p) => 0.2126 * data[p * 4]! + 0.7152 * data[p * 4 + 1]! + 0.0722 * data[p * 4 + 2]!,
  )
  const across = new Float32Array(luma.length)
  const down = new Float32Array(luma.length)
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x
      const gx = luma[i + 1]! - luma[i - 1]!
      const gy = luma[i + width]! - luma[i - width]!
      // Only what is nearly level counts for the horizon, only what is nearly upright for walls; strong edges no more than clear ones.
      if (Math.abs(gy) > 3 * Math.abs(gx)) down[i] = Math.max(-40, Math.min(40, gy))
      else if (Math.abs(gx) > 3 * Math.abs(gy)) across[i] = Math.max(-40, Math.min(40, gx))
    }
  return { across, down }
}

/**
 * Sum of squares of the edges' projections along a slope (degrees clockwise) and, at half the weight because walls converge,
 * across it.
 */
function sharpness({ across, down }: Gradients, { width, height }: Bitmap, degrees: number): number {
  const angle = (degrees * 3.141592653589793) / 180
  const [c, s] = [cos(angle), sin(angle)]
  const reach = width + height
  const level = new Float64Array(2 * reach + 2)
  const upright = new Float64Array(2 * reach + 2)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (down[i] !== 0) spread(level, reach + y * c - x * s, down[i]!)
      if (across[i] !== 0) spread(upright, reach + x * c + y * s, across[i]!)
    }
  return (
    level.reduce((sum, value) => sum + value * value, 0) +
    0.5 * upright.reduce((sum, value) => sum + value * value, 0)
  )
}

function spread(profile: Float64Array, place: number, value: number): void {
  const i = Math.floor(place)
  profile[i] = profile[i]! + value * (i + 1 - place)
  profile[i + 1] = profile[i + 1]! + value * (place - i)
}

import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { resamplePlanes } from '../filters/resample-planes.ts'
import { area } from '../resample/area.ts'
import { lanczos } from '../resample/lanczos.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { perceived, withPerceived } from './perceived.ts'
import { stretched } from './placement.ts'
import type { Planes, Size } from './planes.ts'
import { quarterTurn } from './turn.ts'

/**
 * More pixels with crisp edges and nothing invented: Lanczos, edges made steeper within what their neighbourhood in the original holds, and then corrected so that
 * the result, made small again, is the original (back-projection). Detail that is not there does not appear; that takes a model.
 *
 * People: "2x" 2, "4K" whatever makes the longer side 3840. Source: Irani and Peleg, Improving resolution by image registration, 1991.
 */
export const upscale: GeometricOperator = geometric({
  name: 'upscale',
  params: z.strictObject({ factor: z.number().min(1).max(8).default(2) }),
  identity: { factor: 1 },
  move({ factor }, source) {
    const size = { width: Math.round(source.width * factor), height: Math.round(source.height * factor) }
    checkSize(size)
    if (size.width === source.width && size.height === source.height) return quarterTurn(0, source)
    return {
      placement: stretched(size, { scaleX: size.width / source.width, scaleY: size.height / source.height }),
      render: (image) => enlarge(image, size, factor),
    }
  },
})

function enlarge(image: Planes, size: Size, factor: number): Planes {
  const result = steepened(resamplePlanes(image, size, lanczos), factor)
  // What the result lacks of the original, seen from its own size, twice: errors halve each time.
  for (let round = 0; round < 2; round++) {
    const lack = { ...resamplePlanes(result, image, area), alpha: null }
    for (const name of channels) subtractFrom(image[name], lack[name])
    const added = resamplePlanes(lack, size, lanczos)
    for (const name of channels) addTo(result[name], added[name])
  }
  return result
}
const channels = ['red', 'green', 'blue'] as const

/** `numbers` become what is left of `whole` without them. */
function subtractFrom(whole: Float32Array, numbers: Float32Array): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = whole[i]! - numbers[i]!
}
/** Light is never below none. */
function addTo(numbers: Float32Array, others: Float32Array): void {
  for (let i = 0; i < numbers.length; i++) {
    const light = numbers[i]! + others[i]!
    numbers[i] = light > 0 ? light : 0
  }
}

/** Unsharp masking of lightness at the width of the enlargement, held within the pixels around. */
function steepened(image: Planes, factor: number): Planes {
  const { width, height } = image
  const lightness = perceived(image)
  const after = gaussian(lightness, width, height, 0.55 * factor)
  const reach = Math.max(1, Math.round(factor / 2))
  const [low, high] = [lightness.slice(), lightness.slice()]
  for (let y = 0; y < height; y++)
    for (let k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++)
      if (k !== 0) widen(low, high, y * width, (y + 1) * width, lightness, lightness, k * width)
  const [below, above] = [low.slice(), high.slice()]
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let k = -reach; k <= reach; k++) {
      const [from, to] = [row + Math.max(0, -k), row + Math.min(width, width - k)]
      if (k !== 0) widen(low, high, from, to, below, above, k)
    }
  }
  harden(after, lightness, low, high)
  return withPerceived(image, lightness, after)
}

/** A soft plane becomes one that is as much harder than the plane itself, between what is lowest and highest around. */
function harden(soft: Float32Array, plane: Float32Array, low: Float32Array, high: Float32Array): void {
  for (let i = 0; i < soft.length; i++) {
    const wanted = plane[i]! + 1.1 * (plane[i]! - soft[i]!)
    const raised = wanted < low[i]! ? low[i]! : wanted
    soft[i] = raised > high[i]! ? high[i]! : raised
  }
}

/** Numbers `from` to before `to` of the lowest and highest also hold those of two planes, `step` further on. */
function widen(
  low: Float32Array,
  high: Float32Array,
  from: number,
  to: number,
  below: Float32Array,
  above: Float32Array,
  step: number,
): void {
  for (let i = from; i < to; i++) {
    const [lower, higher] = [below[i + step]!, above[i + step]!]
    low[i] = low[i]! < lower ? low[i]! : lower
    high[i] = high[i]! > higher ? high[i]! : higher
  }
}

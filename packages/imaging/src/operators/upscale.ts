import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { resamplePlanes } from '../filters/resample-planes.ts'
import { area } from '../resample/area.ts'
import { lanczos } from '../resample/lanczos.ts'
import { checkSize } from './frame-size.ts'
import { geometric, type GeometricOperator } from './operator.ts'
import { perceived, withPerceived } from './perceived.ts'
import { stretched } from './placement.ts'
import { mapPlanes, type Planes, type Size } from './planes.ts'
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
  const smooth = resamplePlanes(image, size, lanczos)
  const steep = steepened(smooth, factor)
  // What the result lacks of the original, seen from its own size, twice: errors halve each time.
  let result = steep
  for (let round = 0; round < 2; round++) {
    const small = resamplePlanes(result, image, area)
    const lack = mapPlanes(image, image, (plane) => plane)
    const missing: Planes = {
      ...lack,
      red: difference(image.red, small.red),
      green: difference(image.green, small.green),
      blue: difference(image.blue, small.blue),
      alpha: null,
    }
    const added = resamplePlanes(missing, size, lanczos)
    result = {
      ...result,
      red: sum(result.red, added.red),
      green: sum(result.green, added.green),
      blue: sum(result.blue, added.blue),
    }
  }
  return result
}

function difference(one: Float32Array, other: Float32Array): Float32Array {
  const result = new Float32Array(one.length)
  for (let i = 0; i < result.length; i++) result[i] = one[i]! - other[i]!
  return result
}
function sum(one: Float32Array, other: Float32Array): Float32Array {
  const result = new Float32Array(one.length)
  for (let i = 0; i < result.length; i++) result[i] = Math.max(0, one[i]! + other[i]!)
  return result
}

/** Unsharp masking of lightness at the width of the enlargement, held within the pixels around. */
function steepened(image: Planes, factor: number): Planes {
  const { width, height } = image
  const lightness = perceived(image)
  const soft = gaussian(lightness, width, height, 0.55 * factor)
  const reach = Math.max(1, Math.round(factor / 2))
  const low = extremes(lightness, width, height, reach, -1)
  const high = extremes(lightness, width, height, reach, 1)
  const after = new Float32Array(lightness.length)
  for (let i = 0; i < after.length; i++) {
    const wanted = lightness[i]! + 1.1 * (lightness[i]! - soft[i]!)
    after[i] = wanted < low[i]! ? low[i]! : wanted > high[i]! ? high[i]! : wanted
  }
  return withPerceived(image, lightness, after)
}

/** The greatest (`sign` 1) or least (-1) within `reach` pixels of each, in a square. What lies outside adds nothing: the edge itself is within reach. */
function extremes(
  plane: Float32Array,
  width: number,
  height: number,
  reach: number,
  sign: 1 | -1,
): Float32Array {
  const across = plane.slice()
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let k = -reach; k <= reach; k++)
      outdo(across, row + Math.max(0, -k), row + Math.min(width, width - k), plane, k, sign)
  }
  const result = across.slice()
  for (let y = 0; y < height; y++)
    for (let k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++)
      outdo(result, y * width, (y + 1) * width, across, k * width, sign)
  return result
}

/** Numbers `from` to before `to` become those of `others`, `step` further on, where these are greater (1) or less (-1). */
function outdo(
  best: Float32Array,
  from: number,
  to: number,
  others: Float32Array,
  step: number,
  sign: 1 | -1,
): void {
  if (sign === 1) {
    for (let i = from; i < to; i++) if (others[i + step]! > best[i]!) best[i] = others[i + step]!
  } else for (let i = from; i < to; i++) if (others[i + step]! < best[i]!) best[i] = others[i + step]!
}

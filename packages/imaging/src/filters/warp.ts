import type { Bitmap } from '@plantain/core'
import type { Rgb } from '../color/named.ts'
import { emptyPlanes, type Planes, type Size } from '../operators/planes.ts'
import type { Homography } from './homography.ts'
import { isStraight, reached, seeRow, seeRows, type Outside } from './warp-rows.ts'

export type { Outside }

/**
 * The picture seen through a homography from target to source points, by cubic interpolation in light (Catmull–Rom), weighed by
 * opacity. What lies outside has a soft edge of one pixel, unless the edge goes on.
 */
export function warp(image: Planes, size: Size, map: Homography, outside: Outside): Planes {
  const result = emptyPlanes(size, true)
  const { width, height } = size
  const view = { size, map, outside }
  const beside = typeof outside === 'object' ? outside : null
  let clear = false
  const finish = (y: number, from: number, to: number, opaque: boolean): void => {
    clear ||= !opaque
    if (to - from === width) return
    if (beside) {
      fill(result, y * width, y * width + from, beside)
      fill(result, y * width + to, (y + 1) * width, beside)
    } else clear = true
  }
  if (isQuick(image, map) && !image.alpha)
    seeRows(
      image,
      view,
      ({ planes: { stride, red, green, blue } }) => {
        for (let y = 0; y < image.height; y++) {
          const [from, to] = [y * image.width, (y + 1) * image.width]
          red.set(image.red.subarray(from, to), y * stride)
          green.set(image.green.subarray(from, to), y * stride)
          blue.set(image.blue.subarray(from, to), y * stride)
        }
        return true
      },
      ({ planes: { red, green, blue, alpha } }, y, from, to, opaque) => {
        const start = y * width + from
        result.red.set(red.subarray(from, to), start)
        result.green.set(green.subarray(from, to), start)
        result.blue.set(blue.subarray(from, to), start)
        result.alpha!.set(alpha!.subarray(from, to), start)
        finish(y, from, to, opaque)
      },
    )
  else
    for (let y = 0; y < height; y++) {
      const [from, to] = outside === 'edge' ? [0, width] : reached(map, y, width, image)
      finish(y, from, to, seeRow({ ...image, stride: image.width }, view, y, from, to, result, y * width))
    }
  return clear ? result : { ...result, alpha: null }
}

/** The bytes that `warp` would round to, row by row. null where something is clear, the map bends or the picture is very large. */
export function warpBytes(image: Bitmap, size: Size, map: Homography, outside: Outside): Bitmap | null {
  if (!isQuick(image, map)) return null
  const { width, height } = size
  const data = new Uint8ClampedArray(4 * width * height)
  const beside = typeof outside === 'object' ? outside : null
  const done = seeRows(
    image,
    { size, map, outside },
    ({ rows, planes: { stride }, addresses: [red, green, blue] }) => {
      for (let y = 0; y < image.height; y++) {
        const step = 4 * y * stride
        const to = [red + step, green + step, blue + step] as const
        if (!rows.read(image.data, y * image.width, image.width, to)) return false
      }
      return true
    },
    ({ rows, planes, addresses: [red, green, blue, alpha] }, y, from, to) => {
      if (beside) {
        fill(planes, 0, from, beside)
        fill(planes, to, width, beside)
        rows.write([red, green, blue], 0, data, y * width, width)
      } else {
        const step = 4 * from
        rows.write([red + step, green + step, blue + step], alpha + step, data, y * width + from, to - from)
      }
    },
  )
  return done ? { width, height, data } : null
}

/** Whether the fast loop can do it: a map that keeps even steps even, and a picture that is not too large to lay out for it. */
const isQuick = ({ width, height }: Size, map: Homography): boolean =>
  isStraight(map) && width * height <= MOST_PIXELS
const MOST_PIXELS = 12_000_000

/** Some pixels in one colour, opaque. */
function fill({ red, green, blue, alpha }: Planes, from: number, to: number, color: Rgb): void {
  for (const [n, plane] of [red, green, blue].entries()) plane.fill(color[n]!, from, to)
  alpha?.fill(1, from, to)
}

import type { Bitmap } from '@plantain/core'
import { byteToLinear, linearToByte } from '../color/srgb.ts'

/**
 * A picture in float32: linear light of red, green and blue, straight alpha. 0 to 1 is what a screen can show; values outside
 * are kept until the end, so that a later step can bring them back.
 */
export interface Planes {
  readonly width: number
  readonly height: number
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  /** 0 to 1; null where the whole picture is opaque. */
  readonly alpha: Float32Array | null
}
export type Size = Readonly<{ width: number; height: number }>

export const emptyPlanes = ({ width, height }: Size, withAlpha: boolean): Planes => ({
  width,
  height,
  red: new Float32Array(width * height),
  green: new Float32Array(width * height),
  blue: new Float32Array(width * height),
  alpha: withAlpha ? new Float32Array(width * height) : null,
})

/** The colour planes and alpha, for what treats all alike. */
export const channelsOf = ({ red, green, blue, alpha }: Planes): readonly Float32Array[] =>
  alpha ? [red, green, blue, alpha] : [red, green, blue]

/** The same picture through `change`, plane by plane. */
export const mapPlanes = (
  { red, green, blue, alpha }: Planes,
  { width, height }: Size,
  change: (plane: Float32Array) => Float32Array,
): Planes => ({
  width,
  height,
  red: change(red),
  green: change(green),
  blue: change(blue),
  alpha: alpha && change(alpha),
})

export function isOpaque({ data }: Bitmap): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false
  return true
}

export function toPlanes(image: Bitmap): Planes {
  const planes = emptyPlanes(image, !isOpaque(image))
  const { red, green, blue, alpha } = planes
  const { data } = image
  for (let p = 0, i = 0; p < red.length; p++, i += 4) {
    red[p] = byteToLinear(data[i]!)
    green[p] = byteToLinear(data[i + 1]!)
    blue[p] = byteToLinear(data[i + 2]!)
    if (alpha) alpha[p] = data[i + 3]! / 255
  }
  return planes
}

/** Rounds, once. Colours that a screen cannot show are brought in by `writePixel`. */
export function toBitmap(planes: Planes): Bitmap {
  const { width, height, red, green, blue, alpha } = planes
  const data = new Uint8ClampedArray(width * height * 4)
  writeLinear(red, green, blue, data, 0)
  if (alpha) for (let p = 0, i = 3; p < alpha.length; p++, i += 4) data[i] = alpha[p]! * 255
  else for (let i = 3; i < data.length; i += 4) data[i] = 255
  return { width, height, data }
}

/** Linear light → the colour bytes of `data` from pixel `first` on. */
export function writeLinear(
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
  data: Uint8ClampedArray,
  first: number,
): void {
  for (let p = 0, i = first * 4; p < red.length; p++, i += 4) {
    const r = red[p]!
    const g = green[p]!
    const b = blue[p]!
    if (r >= 0 && r <= 1 && g >= 0 && g <= 1 && b >= 0 && b <= 1) {
      data[i] = linearToByte(r)
      data[i + 1] = linearToByte(g)
      data[i + 2] = linearToByte(b)
    } else writeOutside(r, g, b, data, i)
  }
}

/**
 * A colour that a screen cannot show. Below 0 it is mixed with grey of its own light until nothing is negative; above 1 half of
 * the excess is taken from all channels alike, which keeps the hue, and half is clipped, which keeps the light: warm white stays bright and warm.
 */
function writeOutside(r: number, g: number, b: number, data: Uint8ClampedArray, i: number): void {
  const low = Math.min(r, g, b)
  if (low < 0) {
    const light = 0.2126 * r + 0.7152 * g + 0.0722 * b
    const share = light > 0 ? light / (light - low) : 0
    const grey = light > 0 ? light : 0
    r = grey + (r - light) * share
    g = grey + (g - light) * share
    b = grey + (b - light) * share
  }
  const high = Math.max(r, g, b)
  const scale = high > 1 ? 0.5 + 0.5 / high : 1
  data[i] = linearToByte(r * scale)
  data[i + 1] = linearToByte(g * scale)
  data[i + 2] = linearToByte(b * scale)
}

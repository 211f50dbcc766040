import { area } from '../resample/area.ts'
import { lanczos } from '../resample/lanczos.ts'
import type { Filter, Weights } from '../resample/weights.ts'
import { mapPlanes, type Planes, type Size } from '../operators/planes.ts'

/** The picture at another size through one filter; what is clear lends no colour. */
export function resamplePlanes(image: Planes, size: Size, filter: Filter): Planes {
  const across = filter(image.width, size.width)
  const down = filter(image.height, size.height)
  const one = (plane: Float32Array): Float32Array =>
    columns(rows(plane, image, size.width, across), size, down)
  const { alpha } = image
  if (!alpha) return mapPlanes(image, size, one)
  const opacity = one(alpha).map((value) => Math.min(1, Math.max(0, value)))
  const color = (plane: Float32Array): Float32Array =>
    one(plane.map((value, i) => value * alpha[i]!)).map((value, i) =>
      opacity[i]! > 1e-4 ? value / opacity[i]! : 0,
    )
  const { red, green, blue } = image
  return { ...size, red: color(red), green: color(green), blue: color(blue), alpha: opacity }
}

function rows(
  plane: Float32Array,
  source: Size,
  width: number,
  { starts, taps, values }: Weights,
): Float32Array {
  const result = new Float32Array(width * source.height)
  for (let y = 0, i = 0; y < source.height; y++)
    for (let x = 0; x < width; x++, i++) {
      const from = y * source.width + starts[x]!
      let sum = 0
      for (let k = 0, w = x * taps; k < taps; k++, w++) sum += values[w]! * plane[from + k]!
      result[i] = sum
    }
  return result
}

function columns(
  plane: Float32Array,
  { width, height }: Size,
  { starts, taps, values }: Weights,
): Float32Array {
  const result = new Float32Array(width * height)
  const line = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    line.fill(0)
    for (let k = 0; k < taps; k++) {
      const weight = values[y * taps + k]!
      if (weight === 0) continue
      const from = (starts[y]! + k) * width
      for (let x = 0; x < width; x++) line[x] = line[x]! + weight * plane[from + x]!
    }
    result.set(line, y * width)
  }
  return result
}

/** As `resize` of bitmaps: where a picture shrinks a lot, an exact mean down to twice the target first. */
export function resizePlanes(image: Planes, size: Size): Planes {
  const first = {
    width: image.width >= 4 * size.width ? 2 * size.width : image.width,
    height: image.height >= 4 * size.height ? 2 * size.height : image.height,
  }
  const smaller = first.width !== image.width || first.height !== image.height
  return resamplePlanes(smaller ? resamplePlanes(image, first, area) : image, size, lanczos)
}

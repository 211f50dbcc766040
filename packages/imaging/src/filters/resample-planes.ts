import { BAND_NUMBERS, withKernels } from '../kernels/kernels.ts'
import { area } from '../resample/area.ts'
import { lanczos } from '../resample/lanczos.ts'
import type { Filter, Weights } from '../resample/weights.ts'
import { mapPlanes, type Planes, type Size } from '../operators/planes.ts'

/** The picture at another size through one filter; what is clear lends no colour. */
export function resamplePlanes(image: Planes, size: Size, filter: Filter): Planes {
  const across = filter(image.width, size.width)
  const down = filter(image.height, size.height)
  // First the way that leaves less for the other, which has to turn the picture on its side and back.
  const downFirst = size.height < image.height
  const one = (plane: Float32Array): Float32Array =>
    downFirst
      ? rows(
          columns(plane, { width: image.width, height: size.height }, down),
          { width: image.width, height: size.height },
          size.width,
          across,
        )
      : columns(rows(plane, image, size.width, across), size, down)
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

const upToFour = (count: number): number => (count + 3) & ~3

function rows(
  plane: Float32Array,
  source: Size,
  width: number,
  { starts, taps, values }: Weights,
): Float32Array {
  const result = new Float32Array(width * source.height)
  const [from, to] = [upToFour(source.width), upToFour(width)]
  const most = Math.max(4, Math.floor(BAND_NUMBERS / Math.max(from, to)) & ~3)
  const lengths = [from * most, from * most, to * most, to * most, starts.length, values.length]
  return withKernels(lengths, ({ run, at, floats }) => {
    const [band, , , mixed] = floats as [Float32Array, Float32Array, Float32Array, Float32Array]
    setWeights(floats, { starts, taps, values }, 4)
    for (let top = 0; top < source.height; top += most) {
      const count = Math.min(most, source.height - top)
      const padded = upToFour(count)
      for (let y = 0; y < count; y++) {
        const first = (top + y) * source.width
        band.set(plane.subarray(first, first + source.width), y * from)
      }
      // Rows become columns, so that four of them are mixed at a time.
      run.transpose(at[0]!, at[1]!, from, padded)
      run.mixRows(at[1]!, at[2]!, at[4]!, at[5]!, taps, padded, width)
      run.transpose(at[2]!, at[3]!, padded, to)
      for (let y = 0; y < count; y++) result.set(mixed.subarray(y * to, y * to + width), (top + y) * width)
    }
    return result
  })
}

function columns(plane: Float32Array, { width, height }: Size, weights: Weights): Float32Array {
  const { starts, taps, values } = weights
  const result = new Float32Array(width * height)
  const most = Math.max(1, Math.floor(BAND_NUMBERS / width))
  for (let top = 0; top < height; top += most) {
    const count = Math.min(most, height - top)
    const first = starts[top]!
    const last = starts[top + count - 1]! + taps
    const lengths = [(last - first) * width, count * width, count, count * taps]
    withKernels(lengths, ({ run, at, floats }) => {
      floats[0]!.set(plane.subarray(first * width, last * width))
      const own = starts.slice(top, top + count).map((start) => start - first)
      setWeights(floats, { starts: own, taps, values: values.subarray(top * taps, (top + count) * taps) }, 2)
      run.mixRows(at[0]!, at[1]!, at[2]!, at[3]!, taps, width, count)
      result.set(floats[1]!, top * width)
    })
  }
  return result
}

/** Starts as whole numbers, and weights, into two neighbouring arrays. */
function setWeights(floats: readonly Float32Array[], { starts, values }: Weights, first: number): void {
  const place = floats[first]!
  new Int32Array(place.buffer, place.byteOffset, place.length).set(starts)
  floats[first + 1]!.set(values)
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

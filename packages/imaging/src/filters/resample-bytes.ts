import type { Bitmap } from '@plantain/core'
import { RowWindow, withByteRows, type PlaneAddresses } from '../kernels/byte-rows.ts'
import { lanczos } from '../resample/lanczos.ts'
import type { Filter } from '../resample/weights.ts'
import type { Size } from '../operators/planes.ts'

/** Rows of the result that are made together; a multiple of 4. More do not fit into the processor's cache. */
const ROWS = 16
const upToFour = (count: number): number => (count + 3) & ~3

/** The bytes that `resizePlanes` would round to, band by band. null where something is clear or the picture shrinks to a quarter: that takes planes. */
export const resizeBytes = (image: Bitmap, size: Size): Bitmap | null =>
  image.width >= 4 * size.width || image.height >= 4 * size.height ? null : resampleBytes(image, size, lanczos)

function resampleBytes(image: Bitmap, size: Size, filter: Filter): Bitmap | null {
  const across = filter(image.width, size.width)
  const alike = image.width === image.height && size.width === size.height
  const down = alike ? across : filter(image.height, size.height)
  const bands = Array.from({ length: Math.ceil(size.height / ROWS) }, (_, n) => {
    const top = n * ROWS
    const count = Math.min(ROWS, size.height - top)
    return { top, count, first: down.starts[top]!, end: down.starts[top + count - 1]! + down.taps }
  })
  const deepest = bands.reduce((most, { first, end }) => Math.max(most, end - first), 0)
  // As in `resamplePlanes`: first the way that leaves less for the other.
  const downFirst = size.height < image.height
  const [from, to] = [upToFour(image.width), upToFour(size.width)]
  const line = downFirst ? from : to
  const window = (deepest + ROWS) * line
  const wide = Math.max(from, to) * ROWS
  const data = new Uint8ClampedArray(4 * size.width * size.height)
  const weights = [across.starts.length, across.values.length, ROWS, down.values.length]
  const lengths = [window, window, window, wide, wide, wide, wide, wide, wide, wide, wide, ...weights]
  return withByteRows(Math.max(from, to), lengths, ({ run, at, floats, read, write }) => {
    const [rawRed, rawGreen, rawBlue, outRed, outGreen, outBlue, turned, mixed] = at.slice(3) as number[]
    const raw: PlaneAddresses = [rawRed!, rawGreen!, rawBlue!]
    const out: PlaneAddresses = [outRed!, outGreen!, outBlue!]
    const [acrossStarts, acrossValues, downStarts, downValues] = at.slice(11) as [number, number, number, number]
    const whole = (address: number, count: number): Int32Array =>
      new Int32Array(floats[0]!.buffer, address, count)
    whole(acrossStarts, across.starts.length).set(across.starts)
    floats[12]!.set(across.values)
    floats[14]!.set(down.values)

    /** Rows of the source's width into as many of the result's. Turned on their side, so that up to sixteen are mixed at a time. */
    const narrow = (source: number, target: number, count: number): void => {
      const padded = upToFour(count)
      run.transpose(source, turned!, from, padded)
      run.mixRows(turned!, mixed!, acrossStarts, acrossValues, across.taps, padded, size.width)
      run.transpose(mixed!, target, padded, to)
    }
    const readRow = (y: number, planes: PlaneAddresses, row: number): boolean => {
      const [red, green, blue] = planes
      const step = 4 * from * row
      return read(image.data, y * image.width, image.width, [red + step, green + step, blue + step])
    }
    const source: PlaneAddresses = [at[0]!, at[1]!, at[2]!]
    const make = (first: number, end: number, row: number): boolean => {
      if (downFirst) {
        for (let y = first; y < end; y++) if (!readRow(y, source, row + y - first)) return false
        return true
      }
      for (let y = first; y < end; y += ROWS) {
        const count = Math.min(ROWS, end - y)
        for (let k = 0; k < count; k++) if (!readRow(y + k, raw, k)) return false
        for (let n = 0; n < 3; n++) narrow(raw[n]!, source[n]! + 4 * line * (row + y - first), count)
      }
      return true
    }
    const rows = new RowWindow(floats.slice(0, 3), line)
    for (const { top, count, first, end } of bands) {
      if (!rows.show(first, end, make)) return null
      const starts = whole(downStarts, count)
      for (let y = 0; y < count; y++) starts[y] = down.starts[top + y]! - first
      const values = downValues + 4 * top * down.taps
      for (let n = 0; n < 3; n++) {
        const target = downFirst ? raw[n]! : out[n]!
        run.mixRows(source[n]!, target, downStarts, values, down.taps, line, count)
        if (downFirst) narrow(raw[n]!, out[n]!, count)
      }
      for (let y = 0; y < count; y++) {
        const step = 4 * to * y
        write([out[0] + step, out[1] + step, out[2] + step], 0, data, (top + y) * size.width, size.width)
      }
    }
    return { ...size, data }
  })
}

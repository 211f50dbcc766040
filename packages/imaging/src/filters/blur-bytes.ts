import type { Bitmap } from '@plantain/core'
import { RowWindow, withByteRows, type PlaneAddresses } from '../kernels/byte-rows.ts'
import { convolve, gaussianPlan, kernel } from './gaussian.ts'
import { layPlaces, type Reduced } from './reduce.ts'

/** Rows of the result that are made together. */
const ROWS = 16

/** The bytes that `gaussian` of each channel would round to, band by band. null where something is clear. */
export function blurBytes(image: Bitmap, sigma: number): Bitmap | null {
  const plan = gaussianPlan(sigma)
  if (plan.factor === 1) return convolveBytes(image, kernel(plan.sigma))
  const small = reduceBytes(image, plan.factor)
  if (!small) return null
  const weights = kernel(plan.sigma)
  const soft = small.map((one) => ({ ...one, plane: convolve(one.plane, one.width, one.height, weights) }))
  return enlargeBytes(soft, image, plan.factor)
}

/** As `convolve`. */
function convolveBytes({ width, height, data: source }: Bitmap, weights: Float32Array): Bitmap | null {
  const radius = weights.length - 1
  const stride = width + 2 * radius
  const window = (ROWS + 2 * radius) * width
  const raw = ROWS * stride
  const lengths = [window, window, window, raw, raw, raw, ROWS * width, ROWS * width, ROWS * width, weights.length]
  const data = new Uint8ClampedArray(source.length)
  return withByteRows(width * ROWS, lengths, ({ run, at, floats, read, write }) => {
    floats[9]!.set(weights)
    const make = (first: number, end: number, row: number): boolean => {
      for (let top = first; top < end; top += ROWS) {
        const count = Math.min(ROWS, end - top)
        for (let k = 0; k < count; k++) {
          const y = Math.min(height - 1, Math.max(0, top + k))
          const to = k * stride + radius
          const step = 4 * to
          if (!read(source, y * width, width, [at[3]! + step, at[4]! + step, at[5]! + step])) return false
          for (const plane of floats.slice(3, 6)) {
            plane.fill(plane[to]!, to - radius, to)
            plane.fill(plane[to + width - 1]!, to + width, to + width + radius)
          }
        }
        const target = 4 * width * (row + top - first)
        for (let n = 0; n < 3; n++)
          run.convolveAcross(at[3 + n]!, at[n]! + target, at[9]!, radius, width, count, stride)
      }
      return true
    }
    const rows = new RowWindow(floats.slice(0, 3), width)
    for (let top = 0; top < height; top += ROWS) {
      const count = Math.min(ROWS, height - top)
      if (!rows.show(top - radius, top + count + radius, make)) return null
      for (let n = 0; n < 3; n++) run.convolveDown(at[n]!, at[6 + n]!, at[9]!, radius, width, count)
      write([at[6]!, at[7]!, at[8]!], 0, data, top * width, count * width)
    }
    return { width, height, data }
  })
}

/** As `reduce`, of each channel. */
function reduceBytes({ width, height, data }: Bitmap, factor: number): readonly Reduced[] | null {
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const stride = (w * factor + 3) & ~3
  const small = [0, 1, 2].map(() => new Float32Array(w * h))
  const rows = factor * stride
  return withByteRows(width, [rows, rows, rows, w], ({ run, at, floats, read }) => {
    for (let y = 0; y < h; y++) {
      for (let k = 0; k < factor; k++) {
        const first = Math.min(y * factor + k, height - 1) * width
        const step = 4 * k * stride
        if (!read(data, first, width, [at[0]! + step, at[1]! + step, at[2]! + step])) return null
        if (stride > width)
          for (const plane of floats.slice(0, 3))
            plane.fill(plane[k * stride + width - 1]!, k * stride + width, (k + 1) * stride)
      }
      for (let n = 0; n < 3; n++) {
        run.reduceRow(at[n]!, at[3]!, factor, w, stride, 1 / (factor * factor))
        small[n]!.set(floats[3]!, y * w)
      }
    }
    return small.map((plane) => ({ plane, width: w, height: h }))
  })
}

/** As `enlarge`, of each channel. */
function enlargeBytes(small: readonly Reduced[], { width, height }: Bitmap, factor: number): Bitmap {
  const { width: w, height: h } = small[0]!
  const data = new Uint8ClampedArray(4 * width * height)
  // Ends of rows are repeated once.
  const count = w + 2
  const padded = (width + 3) & ~3
  const own = count * h
  const lengths = [own, own, own, count, padded, padded, padded, padded, padded]
  return withByteRows(width, lengths, ({ run, at, floats, write }) => {
    for (const [n, { plane }] of small.entries())
      for (let y = 0, to = 0; y < h; y++, to += count) {
        const target = floats[n]!
        target.set(plane.subarray(y * w, (y + 1) * w), to + 1)
        target[to] = target[to + 1]!
        target[to + w + 1] = target[to + w]!
      }
    layPlaces(floats[4]!, floats[5]!, width, factor)
    const out: PlaneAddresses = [at[6]!, at[7]!, at[8]!]
    for (let y = 0; y < height; y++) {
      const place = (y + 0.5) / factor - 0.5
      const above = Math.floor(place)
      const one = 4 * count * Math.max(0, above)
      const other = 4 * count * Math.min(h - 1, above + 1)
      const part = place - above
      for (let n = 0; n < 3; n++)
        run.enlargeRow(at[n]! + one, at[n]! + other, part, at[3]!, count, at[4]!, at[5]!, out[n]!, width)
      write(out, 0, data, y * width, width)
    }
    return { width, height, data }
  })
}

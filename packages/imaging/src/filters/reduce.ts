import { withKernels } from '../kernels/kernels.ts'

export interface Reduced {
  readonly plane: Float32Array
  readonly width: number
  readonly height: number
}

/** Means over blocks of `factor` x `factor`; the edge pixels fill the last ones. */
export function reduce(plane: Float32Array, width: number, height: number, factor: number): Reduced {
  const [w, h] = [Math.ceil(width / factor), Math.ceil(height / factor)]
  const result = new Float32Array(w * h)
  const stride = (w * factor + 3) & ~3
  return withKernels([factor * stride, w], ({ run, at, floats }) => {
    const [rows, target] = floats as [Float32Array, Float32Array]
    for (let y = 0; y < h; y++) {
      for (let k = 0; k < factor; k++) {
        const from = Math.min(y * factor + k, height - 1) * width
        rows.set(plane.subarray(from, from + width), k * stride)
        if (stride > width) rows.fill(plane[from + width - 1]!, k * stride + width, (k + 1) * stride)
      }
      run.reduceRow(at[0]!, at[1]!, factor, w, stride, 1 / (factor * factor))
      result.set(target, y * w)
    }
    return { plane: result, width: w, height: h }
  })
}

/** Straight lines between the means. */
export function enlarge(small: Reduced, width: number, height: number, factor: number): Float32Array {
  const result = new Float32Array(width * height)
  // Ends of rows are repeated once.
  const count = small.width + 2
  const padded = (width + 3) & ~3
  return withKernels([count, count, count, padded, padded, width], ({ run, at, floats }) => {
    const [one, other, , starts, shares, target] = floats as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    layPlaces(starts, shares, width, factor)
    const lay = (target: Float32Array, y: number): void => {
      const from = y * small.width
      target.set(small.plane.subarray(from, from + small.width), 1)
      target[0] = target[1]!
      target[count - 1] = target[count - 2]!
    }
    for (let y = 0; y < height; y++) {
      const place = (y + 0.5) / factor - 0.5
      const above = Math.floor(place)
      lay(one, Math.max(0, above))
      lay(other, Math.min(small.height - 1, above + 1))
      run.enlargeRow(at[0]!, at[1]!, place - above, at[2]!, count, at[3]!, at[4]!, at[5]!, width)
      result.set(target, y * width)
    }
    return result
  })
}

/** For each place along a row: from which number of the reduced one, ends repeated, and how far towards the next. Full to a multiple of four. */
export function layPlaces(starts: Float32Array, shares: Float32Array, width: number, factor: number): void {
  const whole = new Int32Array(starts.buffer, starts.byteOffset, starts.length)
  for (let x = 0; x < starts.length; x++) {
    const place = (Math.min(x, width - 1) + 0.5) / factor - 0.5
    whole[x] = Math.floor(place) + 1
    shares[x] = place - Math.floor(place)
  }
}

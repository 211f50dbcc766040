import { BAND_NUMBERS, withKernels } from '../kernels/kernels.ts'
import { padRows } from './pad-rows.ts'

/**
 * `plane` with the detail that `soft`, a blur of it, has lost, `amount` times as strong. Detail much fainter than 0.004 is noise and left; no number
 * goes further beyond its four neighbours than 0.12 of their range and 0.004.
 */
export function unsharp(
  plane: Float32Array,
  soft: Float32Array,
  { width, height, amount }: { readonly width: number; readonly height: number; readonly amount: number },
): Float32Array {
  const stride = width + 2 // one number more on each side
  const most = Math.min(height, Math.max(1, Math.floor(BAND_NUMBERS / stride)))
  const result = new Float32Array(plane.length)
  return withKernels([(most + 2) * stride, most * width, most * width], ({ run, at, floats }) => {
    const [source, blurred, target] = floats as [Float32Array, Float32Array, Float32Array]
    const [first, softAt, targetAt] = at as [number, number, number]
    for (let top = 0; top < height; top += most) {
      const rows = Math.min(most, height - top)
      padRows(plane, { width, height, top, rows }, { halo: 1, before: 1, stride }, source)
      blurred.set(soft.subarray(top * width, (top + rows) * width))
      for (let y = 0; y < rows; y++) {
        const row = first + 4 * ((y + 1) * stride + 1)
        const [above, below] = [row - 4 * stride, row + 4 * stride]
        run.unsharpRow(above, row, below, softAt + 4 * y * width, targetAt + 4 * y * width, width, amount)
      }
      result.set(target.subarray(0, rows * width), top * width)
    }
    return result
  })
}

import type { Bitmap } from '@plantain/core'
import { byteToLinear, linearToByte } from '../color/srgb.ts'
import type { Filter, Weights } from './weights.ts'

/** The picture at another size through one filter, in linear light, weighted by opacity so that what is clear lends no colour. */
export function resample(image: Bitmap, width: number, height: number, filter: Filter): Bitmap {
  const rows = new Float32Array(image.height * width * 4) // [H, W', RGBA]
  const line = new Float32Array(image.width * 4)
  const across = filter(image.width, width)
  for (let y = 0; y < image.height; y++) {
    readLine(image, y, line)
    accumulate(line, across, 4, rows.subarray(y * width * 4, (y + 1) * width * 4))
  }
  const data = new Uint8ClampedArray(width * height * 4)
  const down = filter(image.height, height)
  const sum = new Float32Array(width * 4)
  for (let y = 0; y < height; y++) {
    sum.fill(0)
    for (let k = 0; k < down.taps; k++) {
      const weight = down.values[y * down.taps + k]!
      if (weight === 0) continue
      const from = (down.starts[y]! + k) * sum.length
      for (let i = 0; i < sum.length; i++) sum[i]! += weight * rows[from + i]!
    }
    writeLine(sum, data, y * sum.length)
  }
  return { width, height, data }
}

/** One row of bytes → linear light times opacity, and opacity. */
function readLine({ data, width }: Bitmap, y: number, line: Float32Array): void {
  for (let i = 0, from = y * width * 4; i < line.length; i += 4, from += 4) {
    const alpha = data[from + 3]! / 255
    line[i] = byteToLinear(data[from]!) * alpha
    line[i + 1] = byteToLinear(data[from + 1]!) * alpha
    line[i + 2] = byteToLinear(data[from + 2]!) * alpha
    line[i + 3] = alpha
  }
}

function accumulate(
  line: Float32Array,
  { starts, taps, values }: Weights,
  channels: 4,
  target: Float32Array,
): void {
  for (let i = 0; i < starts.length; i++) {
    let red = 0
    let green = 0
    let blue = 0
    let alpha = 0
    for (let k = 0, from = starts[i]! * channels; k < taps; k++, from += channels) {
      const weight = values[i * taps + k]!
      red += weight * line[from]!
      green += weight * line[from + 1]!
      blue += weight * line[from + 2]!
      alpha += weight * line[from + 3]!
    }
    target[i * channels] = red
    target[i * channels + 1] = green
    target[i * channels + 2] = blue
    target[i * channels + 3] = alpha
  }
}

function writeLine(sum: Float32Array, data: Uint8ClampedArray, to: number): void {
  for (let i = 0; i < sum.length; i += 4) {
    const alpha = Math.round(Math.min(1, sum[i + 3]!) * 255)
    data[to + i + 3] = alpha
    if (alpha <= 0) continue // clear: no colour to bring back
    data[to + i] = linearToByte(sum[i]! / sum[i + 3]!)
    data[to + i + 1] = linearToByte(sum[i + 1]! / sum[i + 3]!)
    data[to + i + 2] = linearToByte(sum[i + 2]! / sum[i + 3]!)
  }
}

import { exp } from '../math.ts'
import { borrow, giveBack } from './pool.ts'

/**
 * Gaussian blur of interleaved planes [height, width, channels], in place; beyond the border is 0. Deviation in pixels.
 * Small ones are convolved as they are; three running means stand for the larger, as the SVG specification allows.
 */
export function blur(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  deviation: number,
): void {
  if (deviation < 0.05) return
  const other = borrow(data.length)
  const stride = width * channels
  if (deviation < 1.8) {
    const kernel = gaussian(deviation)
    convolveAcross(data, other, stride, height, channels, kernel)
    convolveDown(other, data, stride, height, kernel)
    giveBack(other)
    return
  }
  const [a, b, c] = boxSizes(deviation)
  meanAcross(data, other, stride, height, channels, a)
  meanAcross(other, data, stride, height, channels, b)
  meanAcross(data, other, stride, height, channels, c)
  meanDown(other, data, stride, height, a)
  meanDown(data, other, stride, height, b)
  meanDown(other, data, stride, height, c)
  giveBack(other)
}

function gaussian(deviation: number): Float32Array {
  const radius = Math.ceil(2.8 * deviation)
  const kernel = new Float32Array(radius + 1)
  let total = 0
  for (let i = 0; i <= radius; i++) {
    kernel[i] = exp((-i * i) / (2 * deviation * deviation))
    total += kernel[i]! * (i === 0 ? 1 : 2)
  }
  for (let i = 0; i <= radius; i++) kernel[i] = kernel[i]! / total
  return kernel
}

/** Adds weight * from[start ..] to to[at ..]. */
function addScaled(
  from: Float32Array,
  start: number,
  to: Float32Array,
  at: number,
  count: number,
  weight: number,
): void {
  for (let i = 0; i < count; i++) to[at + i] = to[at + i]! + weight * from[start + i]!
}

function convolveAcross(
  from: Float32Array,
  to: Float32Array,
  stride: number,
  height: number,
  channels: number,
  kernel: Float32Array,
): void {
  to.fill(0)
  for (let y = 0; y < height; y++) {
    const row = y * stride
    addScaled(from, row, to, row, stride, kernel[0]!)
    for (let k = 1; k < kernel.length; k++) {
      const shift = k * channels
      if (shift >= stride) break
      addScaled(from, row, to, row + shift, stride - shift, kernel[k]!)
      addScaled(from, row + shift, to, row, stride - shift, kernel[k]!)
    }
  }
}

function convolveDown(
  from: Float32Array,
  to: Float32Array,
  stride: number,
  height: number,
  kernel: Float32Array,
): void {
  to.fill(0)
  for (let y = 0; y < height; y++)
    for (let k = 1 - kernel.length; k < kernel.length; k++) {
      const source = y + k
      if (source >= 0 && source < height)
        addScaled(from, source * stride, to, y * stride, stride, kernel[k < 0 ? -k : k]!)
    }
}

/** Three odd widths whose means in a row have the deviation (variance (w^2 - 1) / 12 each), as near as odd widths come. */
function boxSizes(deviation: number): readonly [number, number, number] {
  const ideal = Math.sqrt(4 * deviation * deviation + 1)
  let low = Math.floor(ideal)
  if (low % 2 === 0) low--
  const narrow = Math.round((12 * deviation * deviation - 3 * low * low - 12 * low - 9) / (-4 * low - 4))
  const size = (i: number): number => (i < narrow ? low : low + 2)
  return [size(0), size(1), size(2)]
}

function meanAcross(
  from: Float32Array,
  to: Float32Array,
  stride: number,
  height: number,
  channels: number,
  size: number,
): void {
  const reach = ((size - 1) / 2) * channels
  const scale = 1 / size
  for (let y = 0; y < height; y++) {
    const start = y * stride
    const end = start + stride
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0
      for (let i = start + channel; i < Math.min(start + reach, end); i += channels) sum += from[i]!
      for (let i = start + channel; i < end; i += channels) {
        if (i + reach < end) sum += from[i + reach]!
        to[i] = sum * scale
        if (i - reach >= start) sum -= from[i - reach]!
      }
    }
  }
}

function meanDown(from: Float32Array, to: Float32Array, stride: number, height: number, size: number): void {
  const reach = (size - 1) / 2
  const scale = 1 / size
  const sums = new Float64Array(stride)
  for (let y = 0; y < Math.min(reach, height); y++) addTo(sums, from, y * stride, 1)
  for (let y = 0; y < height; y++) {
    if (y + reach < height) addTo(sums, from, (y + reach) * stride, 1)
    const row = y * stride
    for (let i = 0; i < stride; i++) to[row + i] = sums[i]! * scale
    if (y >= reach) addTo(sums, from, (y - reach) * stride, -1)
  }
}

function addTo(sums: Float64Array, from: Float32Array, start: number, sign: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + sign * from[start + i]!
}

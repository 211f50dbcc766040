import { cos, sin, TAU } from '../math.ts'

/** Complex numbers in rows: real and imaginary parts apart. */
export interface Grid {
  readonly size: number
  readonly re: Float64Array
  readonly im: Float64Array
}

export const grid = (size: number): Grid => ({
  size,
  re: new Float64Array(size * size),
  im: new Float64Array(size * size),
})

/**
 * Fourier transform of a square grid in place, sum of values times exp(sign · 2πi (ux + vy) / size), not scaled. Columns of zeros cost nothing.
 *
 * size: a power of two
 */
export function transform({ size, re, im }: Grid, sign: 1 | -1): void {
  const line = lineOf(size, sign)
  const [a, b] = [new Float64Array(size), new Float64Array(size)]
  for (let x = 0; x < size; x++) {
    let any = false
    for (let y = 0; y < size; y++) {
      a[y] = re[y * size + x]!
      b[y] = im[y * size + x]!
      any ||= a[y] !== 0 || b[y] !== 0
    }
    if (!any) continue
    line(a, b)
    for (let y = 0; y < size; y++) {
      re[y * size + x] = a[y]!
      im[y * size + x] = b[y]!
    }
  }
  for (let y = 0; y < size; y++)
    line(re.subarray(y * size, (y + 1) * size), im.subarray(y * size, (y + 1) * size))
}

type Line = (re: Float64Array, im: Float64Array) => void
const lines = new Map<number, Line>()

function lineOf(size: number, sign: 1 | -1): Line {
  const found = lines.get(sign * size) ?? createLine(size, sign)
  lines.set(sign * size, found)
  return found
}

/** Radix 2, decimation in time. */
function createLine(size: number, sign: 1 | -1): Line {
  const cosines = Float64Array.from({ length: size / 2 }, (_, i) => cos((TAU * i) / size))
  const sines = Float64Array.from({ length: size / 2 }, (_, i) => sign * sin((TAU * i) / size))
  const reversed = new Uint32Array(size)
  for (let i = 1; i < size; i++) reversed[i] = (reversed[i >> 1]! >> 1) | (i & 1 ? size >> 1 : 0)
  return (re, im) => {
    for (let i = 0; i < size; i++) {
      const j = reversed[i]!
      if (j <= i) continue
      const [r, m] = [re[i]!, im[i]!]
      re[i] = re[j]!
      im[i] = im[j]!
      re[j] = r
      im[j] = m
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half)
      for (let start = 0; start < size; start += 2 * half)
        for (let k = 0; k < half; k++) {
          const [i, j] = [start + k, start + k + half]
          const [c, s] = [cosines[k * stride]!, sines[k * stride]!]
          const r = re[j]! * c - im[j]! * s
          const m = re[j]! * s + im[j]! * c
          re[j] = re[i]! - r
          im[j] = im[i]! - m
          re[i] = re[i]! + r
          im[i] = im[i]! + m
        }
    }
  }
}

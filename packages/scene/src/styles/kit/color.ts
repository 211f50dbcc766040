import { clamp01 } from '../../math.ts'

/** Colour spaces. Oklab: B. Ottosson, "A perceptual color space for image processing". */

const STEPS = 4096
/** Gamma-encoded sRGB at i / STEPS to linear light; the exponent 2.4 by x^2 * x^0.4, the fifth root by Newton. */
const LINEAR = Float32Array.from({ length: STEPS + 2 }, (_, i) => {
  const c = i / STEPS
  if (c <= 0.04045) return c / 12.92
  const base = (c + 0.055) / 1.055
  const root = fifthRoot(base)
  return base * base * root * root
})

function fifthRoot(value: number): number {
  let r = 0.5 + 0.5 * value
  for (let i = 0; i < 24; i++) r -= (r - value / (r * r * r * r)) / 5
  return r
}

/** Gamma-encoded sRGB to linear light, 0 to 1. */
export function toLinear(encoded: number): number {
  const at = clamp01(encoded) * STEPS
  const i = Math.floor(at)
  const low = LINEAR[i]!
  return low + (LINEAR[i + 1]! - low) * (at - i)
}

const ENCODED = Float32Array.from({ length: STEPS + 2 }, (_, i) => encode((i / STEPS) * (i / STEPS)))
/** Inverse of the curve by bisection on the table's own definition; runs once. */
function encode(linear: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (toLinear(middle) < linear) low = middle
    else high = middle
  }
  return (low + high) / 2
}
/** Linear light to gamma-encoded sRGB, 0 to 1. The table is over the square root, where the curve is nearly straight. */
export function toEncoded(linear: number): number {
  const at = Math.sqrt(clamp01(linear)) * STEPS
  const i = Math.floor(at)
  const low = ENCODED[i]!
  return low + (ENCODED[i + 1]! - low) * (at - i)
}

const bits = new Float32Array(1)
const words = new Int32Array(bits.buffer)
/** Cube root of x >= 0: a guess from the exponent, then three Newton steps; relative error below 1e-7. */
export function cbrt(x: number): number {
  if (x <= 0) return 0
  bits[0] = x
  words[0] = ((words[0]! / 3) | 0) + 0x2a5137a0
  let r = bits[0]
  r -= (r - x / (r * r)) / 3
  r -= (r - x / (r * r)) / 3
  r -= (r - x / (r * r)) / 3
  return r
}

/** Oklab of encoded sRGB, written to `out` at `at`: L 0 to 1, a and b about -0.3 to 0.3. */
export function toOklab(
  red: number,
  green: number,
  blue: number,
  out: Float32Array | number[],
  at = 0,
): void {
  const r = toLinear(red)
  const g = toLinear(green)
  const b = toLinear(blue)
  const l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  out[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  out[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  out[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
}

/** Encoded sRGB of Oklab, written to `out` at `at`, each clamped to 0 to 1. */
export function fromOklab(L: number, a: number, b: number, out: Float32Array | number[], at = 0): void {
  const l = L + 0.3963377774 * a + 0.2158037573 * b
  const m = L - 0.1055613458 * a - 0.0638541728 * b
  const s = L - 0.0894841775 * a - 1.291485548 * b
  const l3 = l * l * l
  const m3 = m * m * m
  const s3 = s * s * s
  out[at] = toEncoded(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3)
  out[at + 1] = toEncoded(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3)
  out[at + 2] = toEncoded(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3)
}

/** [H, W, 3] encoded sRGB to [H, W, 3] Oklab. */
export function oklabOf(color: Float32Array): Float32Array {
  const out = new Float32Array(color.length)
  for (let i = 0; i < color.length; i += 3) toOklab(color[i]!, color[i + 1]!, color[i + 2]!, out, i)
  return out
}
/** [H, W, 3] Oklab to [H, W, 3] encoded sRGB. */
export function rgbOf(lab: Float32Array): Float32Array {
  const out = new Float32Array(lab.length)
  for (let i = 0; i < lab.length; i += 3) fromOklab(lab[i]!, lab[i + 1]!, lab[i + 2]!, out, i)
  return out
}

/** Luma of encoded sRGB, [H, W]. */
export function lumaOf(color: Float32Array): Float32Array {
  const out = new Float32Array(color.length / 3)
  for (let i = 0, j = 0; i < out.length; i++, j += 3)
    out[i] = 0.299 * color[j]! + 0.587 * color[j + 1]! + 0.114 * color[j + 2]!
  return out
}
/** One of the three planes of [H, W, 3]. */
export function planeOf(color: Float32Array, channel: number): Float32Array {
  const out = new Float32Array(color.length / 3)
  for (let i = 0, j = channel; i < out.length; i++, j += 3) out[i] = color[j]!
  return out
}

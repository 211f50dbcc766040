import { toLinear, toSrgb } from './srgb.ts'

/**
 * The sRGB curve for numbers between bytes, by tables of straight pieces: errors below 1e-6 from black to white. What lies
 * outside 0 to 1 goes on (down in a straight line, up to `TOP`), so that a later step can bring it back.
 */
const STEPS = 8192
/** Encoded 1.5 is linear 2.53: half a stop and more above white. */
const TOP = 1.5
const LINEAR_TOP = toLinear(TOP)
const rootScale = STEPS / Math.sqrt(LINEAR_TOP)
// Indexed by the square root of light, which gives the dark tones the finer steps. Rounded to float32 to hide the last bit.
const encodedOfRoot: Float32Array = Float32Array.from({ length: STEPS + 2 }, (_, i) =>
  toSrgb((i * i) / (rootScale * rootScale)),
)
const linearScale = STEPS / TOP
const linearOfEncoded: Float32Array = Float32Array.from({ length: STEPS + 2 }, (_, i) =>
  toLinear(i / linearScale),
)

/** Linear light → encoded sRGB, both 0 to 1. */
export function encode(linear: number): number {
  if (linear < 0.0031308) return linear * 12.92
  const t = linear < LINEAR_TOP ? Math.sqrt(linear) * rootScale : STEPS
  const i = t | 0
  const low = encodedOfRoot[i]!
  return low + (encodedOfRoot[i + 1]! - low) * (t - i)
}

/** Encoded sRGB → linear light, both 0 to 1. */
export function decode(encoded: number): number {
  if (encoded < 0.04045) return encoded / 12.92
  const t = encoded < TOP ? encoded * linearScale : STEPS
  const i = t | 0
  const low = linearOfEncoded[i]!
  return low + (linearOfEncoded[i + 1]! - low) * (t - i)
}

/** A curve as a kernel takes it: by a table, of the number's square root or of itself, straight with `slope` below `start`. */
export interface BendTable {
  readonly values: Float32Array
  readonly steps: number
  readonly scale: number
  readonly ofRoot: boolean
  readonly start: number
  readonly slope: number
}
/** As `encode`. */
export const encodeTable: BendTable = {
  values: encodedOfRoot,
  steps: STEPS,
  scale: rootScale,
  ofRoot: true,
  start: 0.0031308,
  slope: 12.92,
}
/** As `decode`. */
export const decodeTable: BendTable = {
  values: linearOfEncoded,
  steps: STEPS,
  scale: linearScale,
  ofRoot: false,
  start: 0.04045,
  slope: 1 / 12.92,
}

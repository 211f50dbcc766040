/**
 * The transfer curve of sRGB. Light adds up in linear values only, so whatever mixes pixels (resize, blend, blur) goes
 * through here. Source: IEC 61966-2-1.
 */

/** Encoded 0 to 1 → linear light 0 to 1. */
export const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
/** Linear light 0 to 1 → encoded 0 to 1. */
export const toSrgb = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055

// Powers may differ in the last bit between JavaScript engines; rounding to float32, and to bytes, hides that, so what is
// computed through these tables is the same everywhere.
/** Linear light of each byte. */
export const linearOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) =>
  toLinear(byte / 255),
)
// 65536 steps: the darkest bytes are 20 steps apart, so every byte finds its way back to itself.
const steps = 65535
/** The nearest byte to each of 65536 even steps of linear light. */
export const byteOfStep: Uint8Array = nearestBytes()

/** For every step the nearest byte, from the 255 borders between bytes: 65536 powers would take longer than a small picture. */
function nearestBytes(): Uint8Array {
  const bytes = new Uint8Array(steps + 1)
  for (let byte = 1; byte < 256; byte++) bytes.fill(byte, Math.ceil(toLinear((byte - 0.5) / 255) * steps))
  return bytes
}

/** sRGB byte → linear light, 0 to 1. */
export const byteToLinear = (byte: number): number => linearOfByte[byte]!
/** Linear light → nearest sRGB byte; what lies outside 0 to 1 is clipped. */
export const linearToByte = (value: number): number =>
  value <= 0 ? 0 : value >= 1 ? 255 : byteOfStep[(value * steps + 0.5) | 0]!

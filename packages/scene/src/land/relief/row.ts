import { gradientNoise } from '../../noise.ts'

/**
 * A line of places across the view, all at one distance. Landforms are computed row by row: a loop over numbers in arrays
 * runs several times faster than a function asked for each place, whose arguments and result the engine must box.
 */
export interface Row {
  /** How many places, at most as long as the arrays. */
  count: number
  /** Distance, metres. */
  z: number
  /** Places to the right, metres. */
  readonly x: Float64Array
  /** Buffers for whoever computes; nothing in them outlives a call. */
  readonly scratch: readonly Float64Array[]
}

export const newRow = (size: number): Row => ({
  count: size,
  z: 1,
  x: new Float64Array(size),
  scratch: Array.from({ length: 8 }, () => new Float64Array(size)),
})

/** out += amount * noise(x / wide + shift, y): the noise of a row at one depth of it. */
export function addNoise(
  out: Float64Array,
  row: Row,
  seed: number,
  wide: number,
  y: number,
  amount: number,
  shift = 0,
): void {
  const { count, x } = row
  const scale = 1 / wide
  for (let i = 0; i < count; i++) out[i] = out[i]! + amount * gradientNoise(seed, x[i]! * scale + shift, y)
}

/** out += amount * noise(x[i] * scale, z[i] * scale): for places that were bent. */
export function addNoiseAt(
  out: Float64Array,
  count: number,
  seed: number,
  x: Float64Array,
  z: Float64Array,
  scale: number,
  amount: number,
): void {
  for (let i = 0; i < count; i++)
    out[i] = out[i]! + amount * gradientNoise(seed, x[i]! * scale, z[i]! * scale)
}

/**
 * Sharp crests that branch, 0 to about 1, into out: each octave grows only where the one before rises. x and z, in units
 * of the first crest's spacing, are used up; gate is a buffer.
 */
export function ridges(
  out: Float64Array,
  count: number,
  seed: number,
  x: Float64Array,
  z: Float64Array,
  gate: Float64Array,
  octaves: number,
): void {
  out.fill(0, 0, count)
  gate.fill(1, 0, count)
  let weight = 0.55
  for (let octave = 0; octave < octaves; octave++) {
    for (let i = 0; i < count; i++) {
      const u = x[i]!
      const v = z[i]!
      const g = gradientNoise(seed + octave, u, v)
      const n = 1 - (g < 0 ? -g : g) * 1.3
      const sharp = n > 0 ? n * n : 0
      out[i] = out[i]! + sharp * weight * gate[i]!
      const next = sharp * 1.5
      gate[i] = next > 1 ? 1 : next
      x[i] = u * 1.6 - v * 1.2
      z[i] = u * 1.2 + v * 1.6
    }
    weight *= 0.48
  }
}

import { clamp01 } from '../../math.ts'
import { noise2 } from '../../noise.ts'

/**
 * Height of the tooth of a sheet, [H, W], about -1 to 1. `grain` is the size of its grains as a share of the shorter side. An octave
 * whose features would be smaller than a pixel is left out, so that small pictures get smooth paper and not noise.
 */
export function toothOf(width: number, height: number, grain: number, seed: number): Float32Array {
  const short = Math.min(width, height)
  const out = new Float32Array(width * height)
  for (const [octave, strength] of [
    [1, 0.6],
    [0.5, 0.4],
    [3.1, 0.25],
  ] as const) {
    const size = grain * octave * short
    const amount = strength * clamp01((size - 0.7) / 1.3)
    if (amount <= 0) continue
    const scale = 1 / size
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++)
        // Turned, so that the lattice of the noise does not line up with the sheet.
        out[i] =
          out[i]! +
          amount * noise2(seed + octave * 10, (x * 0.86 - y * 0.5) * scale, (x * 0.5 + y * 0.86) * scale)
  }
  return out
}

/** Light from the upper left over a height field: about -1 to 1, 0 where it is level. */
export function slopeOf(tooth: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(tooth.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const a = tooth[i - (x > 0 ? 1 : 0) - (y > 0 ? width : 0)]!
      out[i] = tooth[i]! - a
    }
  return out
}

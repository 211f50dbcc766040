import { hash } from '../../noise.ts'
import { cos, sin, smoothstep } from '../../math.ts'

const TURN = 1024
const COS: Float64Array = Float64Array.from({ length: TURN }, (_, i) => cos((i / TURN) * 6.283185307179586))
const SIN: Float64Array = Float64Array.from({ length: TURN }, (_, i) => sin((i / TURN) * 6.283185307179586))
const OFFSETS: Float64Array = Float64Array.from(
  { length: 512 },
  (_, i) => (hash(77, i) / 4294967296 - 0.5) * 0.9,
)

/**
 * One octave of gullies: stripes of a cosine that run down the slope, with a random phase in each cell, blended where
 * cells meet, so that they fork as watercourses do. Source: the erosion filter of Clay John and Rune Skovbo Johansen.
 *
 * x, z: in wavelengths. across: unit vector level across the slope. out: value -1 .. 1 and its derivatives by x and z.
 */
export function gullies(
  seed: number,
  x: number,
  z: number,
  acrossX: number,
  acrossZ: number,
  out: Float64Array,
): void {
  const ix = Math.floor(x)
  const iz = Math.floor(z)
  const fx = x - ix
  const fz = z - iz
  let value = 0
  let slope = 0
  let total = 0
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const h = Math.imul(Math.imul(ix + i, 0x9e3779b1) ^ Math.imul(iz + j, 0x85ebca77) ^ seed, 0x27d4eb2f)
      const n = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 23
      const px = fx - i - 0.5 - OFFSETS[n]!
      const pz = fz - j - 0.5 - OFFSETS[(n + 171) & 511]!
      const d = px * px + pz * pz
      if (d >= 1.6) continue
      const w = 1 - d * 0.625
      const weight = w * w * w
      const phase = (px * acrossX + pz * acrossZ) * TURN
      const t = Math.floor(phase) & (TURN - 1)
      value += COS[t]! * weight
      slope -= SIN[t]! * weight
      total += weight
    }
  }
  const norm = total > 0 ? 1 / total : 0
  out[0] = value * norm
  const along = slope * norm * 6.283185307179586
  out[1] = along * acrossX
  out[2] = along * acrossZ
}

export interface Erosion {
  readonly seed: number
  /** Metres between the greatest gullies. */
  readonly wavelength: number
  readonly octaves: number
  /** Depth of a gully as a share of its wavelength. */
  readonly depth: number
}

/** Carves gullies into a height whose slopes are known. state: height, slope by x, slope by z; changed in place. */
export function erode(
  erosion: Erosion,
  x: number,
  z: number,
  state: Float64Array,
  scratch: Float64Array,
): void {
  let length = erosion.wavelength
  let depth = erosion.depth
  for (let octave = 0; octave < erosion.octaves; octave++) {
    const sx = state[1]!
    const sz = state[2]!
    const steep = Math.sqrt(sx * sx + sz * sz)
    if (steep < 0.02) return
    gullies(
      Math.imul(erosion.seed + octave, 0x165667b1),
      x / length,
      z / length,
      -sz / steep,
      sx / steep,
      scratch,
    )
    const strength = depth * smoothstep(0.02, 0.55, steep)
    state[0] = state[0]! + (scratch[0]! - 0.6) * strength * length
    state[1] = sx + scratch[1]! * strength
    state[2] = sz + scratch[2]! * strength
    length *= 0.5
    depth *= 0.8
  }
}

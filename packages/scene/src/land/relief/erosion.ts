import { hash } from '../../noise.ts'
import { cos, sin } from '../../math.ts'
import type { Row } from './row.ts'

const TURN = 1024
const COS: Float64Array = Float64Array.from({ length: TURN }, (_, i) => cos((i / TURN) * 6.283185307179586))
const SIN: Float64Array = Float64Array.from({ length: TURN }, (_, i) => sin((i / TURN) * 6.283185307179586))
const OFFSETS: Float64Array = Float64Array.from(
  { length: 512 },
  (_, i) => (hash(77, i) / 4294967296 - 0.5) * 0.9,
)

export interface Erosion {
  readonly seed: number
  /** Metres between the greatest gullies. */
  readonly wavelength: number
  readonly octaves: number
  /** Depth of a gully as a share of its wavelength. */
  readonly depth: number
}

/**
 * Carves gullies along a row: stripes of a cosine that run down the slope, with a random phase in each cell, blended where
 * cells meet, so that they fork as watercourses do; each octave follows the slopes that the one before left.
 * Source: the erosion filter of Clay John and Rune Skovbo Johansen. height, slopeX, slopeZ: [row.count], changed in place.
 */
export function erodeRow(
  erosion: Erosion,
  row: Row,
  height: Float32Array,
  slopeX: Float32Array,
  slopeZ: Float32Array,
): void {
  const { count } = row
  let length = erosion.wavelength
  let depth = erosion.depth
  const cell = count > 1 ? row.x[1]! - row.x[0]! : 0
  // Gullies narrower than two columns would only be teeth.
  for (let octave = 0; octave < erosion.octaves && length > 2.2 * cell; octave++) {
    const seed = Math.imul(erosion.seed + octave, 0x165667b1)
    const inverse = 1 / length
    const z = row.z * inverse
    const iz = Math.floor(z)
    const fz = z - iz
    for (let place = 0; place < count; place++) {
      const sx = slopeX[place]!
      const sz = slopeZ[place]!
      const steep = Math.sqrt(sx * sx + sz * sz)
      if (steep < 0.02) continue
      const acrossX = -sz / steep
      const acrossZ = sx / steep
      const x = row.x[place]! * inverse
      const ix = Math.floor(x)
      const fx = x - ix
      let value = 0
      let slope = 0
      let total = 0
      for (let j = -1; j <= 1; j++) {
        for (let i = -1; i <= 1; i++) {
          const h = Math.imul(
            Math.imul(ix + i, 0x9e3779b1) ^ Math.imul(iz + j, 0x85ebca77) ^ seed,
            0x27d4eb2f,
          )
          const n = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 23
          const px = fx - i - 0.5 - OFFSETS[n]!
          const pz = fz - j - 0.5 - OFFSETS[(n + 171) & 511]!
          const d = px * px + pz * pz
          if (d >= 1.6) continue
          const w = 1 - d * 0.625
          const weight = w * w * w
          const t = Math.floor((px * acrossX + pz * acrossZ) * TURN) & (TURN - 1)
          value += COS[t]! * weight
          slope -= SIN[t]! * weight
          total += weight
        }
      }
      if (total <= 0) continue
      const t = steep > 0.55 ? 1 : (steep - 0.02) / 0.53
      const strength = (depth * t * t * (3 - 2 * t)) / total
      const along = slope * strength * 6.283185307179586
      height[place] = height[place]! + (value - 0.6 * total) * strength * length
      slopeX[place] = sx + along * acrossX
      slopeZ[place] = sz + along * acrossZ
    }
    length *= 0.5
    depth *= 0.8
  }
}

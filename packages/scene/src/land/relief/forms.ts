import { type Camera, worldX } from '../../camera.ts'
import { clamp01, exp, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'

/** One landform; a country is the sum of some. */
export interface Form {
  /** Metres from the eye between which it is not level. */
  readonly from: number
  readonly to: number
  height(x: number, z: number): number
}

/** Sharp crests that branch, 0 to about 1: each octave grows only where the one before rises. */
export function ridged(seed: number, x: number, z: number, octaves: number): number {
  let sum = 0
  let weight = 0.55
  let gate = 1
  for (let i = 0; i < octaves; i++) {
    const n = 1 - Math.abs(gradientNoise(seed + i, x, z)) * 1.3
    const sharp = n > 0 ? n * n : 0
    sum += sharp * weight * gate
    gate = clamp01(sharp * 1.5)
    weight *= 0.48
    const turned = x * 1.6 - z * 1.2
    z = x * 1.2 + z * 1.6
    x = turned
  }
  return sum
}

/** Gentle ground from the eye's foot outwards. */
export function plain(seed: number, roughness: number): Form {
  return {
    from: 0,
    to: 4000,
    height: (x, z) => {
      const near = smoothstep(3, 60, z)
      const broad = gradientNoise(seed + 5, x / 70, z / 70) * 1.1 * near
      const small = gradientNoise(seed + 6, x / 13, z / 13) * 0.16
      return (broad + small) * roughness * (1 - smoothstep(1500, 4000, z))
    },
  }
}

export interface MassifOptions {
  readonly seed: number
  /** Distance of the main summit, metres. */
  readonly distance: number
  /** Height of the main summit above the horizon as a share of the frame's height. */
  readonly rise: number
  /** Frame x of the summits, main one first, with heights as shares of the main one. */
  readonly summits: readonly (readonly [at: number, high: number, behind: number])[]
  /** How far flanks reach, as a multiple of the height. */
  readonly reach: number
}

/** A mountain massif: summits with long flanks, joined by branching crests. */
export function massif(camera: Camera, options: MassifOptions): Form {
  const { seed, distance, rise, reach } = options
  const high = rise * camera.spread * distance
  const summits = options.summits.map(([at, share, behind], i) => {
    const z = distance * behind
    const jitter = (random(seed, 2, i) - 0.5) * 0.06
    return {
      x: worldX(camera, at + jitter, z),
      z,
      share: share * behind,
      wide: high * reach * (0.8 + 0.4 * random(seed, 4, i)),
    }
  })
  const from = distance * 0.4
  const grain = high * 1.05 + distance * 0.06
  return {
    from,
    to: distance * 2,
    height: (x, z) => {
      const wx = x + gradientNoise(seed + 31, x / grain / 1.3, z / grain / 1.3) * grain * 0.22
      const wz = z + gradientNoise(seed + 32, x / grain / 1.3, z / grain / 1.3) * grain * 0.22
      let cone = 0
      for (let i = 0; i < summits.length; i++) {
        const summit = summits[i]!
        const dx = (wx - summit.x) / summit.wide
        const dz = (wz - summit.z) / (summit.wide * 1.25)
        const d = Math.sqrt(dx * dx + dz * dz + 0.0008)
        const c = summit.share * exp(-1.5 * d)
        cone = cone > c ? cone + c * c * 0.15 : c + cone * cone * 0.15
      }
      const r = ridged(seed + 41, wx / grain, wz / grain, 4)
      const foot = smoothstep(from, distance * 0.92, z)
      return foot * high * (cone * (0.6 + 0.5 * r) + 0.14 * r)
    },
  }
}

export interface SpurOptions {
  readonly seed: number
  readonly distance: number
  /** Height above the horizon at the frame's edge, as a share of the frame's height. */
  readonly rise: number
  /** Comes in from the left (-1) or the right (1), and falls to the plain at this frame x. */
  readonly side: -1 | 1
  readonly reach: number
}

/** A hillside that comes into the frame from one side and runs out towards the middle: it leads the eye in. */
export function spur(camera: Camera, options: SpurOptions): Form {
  const { seed, distance, rise, side, reach } = options
  const high = rise * camera.spread * distance
  const wide = camera.spread * camera.aspect
  const from = distance * 0.62
  const to = distance * 1.7
  return {
    from,
    to,
    height: (x, z) => {
      const at = x / (wide * z) + 0.5
      const edge = side < 0 ? at : 1 - at
      const t = 1 - edge / reach
      if (t <= 0) return 0
      const body = smoothstep(from, distance, z) * (1 - smoothstep(distance, to, z))
      const n = gradientNoise(seed + 3, x / (high * 2.6), z / (high * 2.6))
      const m = gradientNoise(seed + 4, x / (high * 0.9), z / (high * 0.9))
      const profile = t * t * (3 - 2 * t) * 0.55 + t * 0.45
      return high * body * profile * (1 + 0.34 * n + 0.12 * m)
    },
  }
}

/** Sums forms, asking only those that reach there. */
export function country(forms: readonly Form[]): (x: number, z: number) => number {
  return (x, z) => {
    let sum = 0
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i]!
      if (z > form.from && z < form.to) sum += form.height(x, z)
    }
    return sum
  }
}

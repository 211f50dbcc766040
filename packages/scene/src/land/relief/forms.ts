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
      return foot * high * (cone * (0.52 + 0.62 * r) + 0.17 * r)
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

export interface FoldOptions {
  readonly seed: number
  readonly distance: number
  /** Height of its crest over the horizon as a share of the frame's height. */
  readonly rise: number
  /** Metres from swell to swell along the crest, as a share of the distance. */
  readonly swell?: number
}

/** A long rounded ridge across the view: hills stand one behind another as folds. */
export function fold(camera: Camera, options: FoldOptions): Form {
  const { seed, distance, rise } = options
  const swell = (options.swell ?? 0.55) * distance
  const high = camera.spread * distance * rise
  const base = camera.eye * 0.9
  const from = distance * 0.5
  const to = distance * 1.75
  return {
    from,
    to,
    height: (x, z) => {
      const wander = gradientNoise(seed + 2, x / swell / 1.7, 3.7) * 0.16 * distance
      const body = smoothstep(from, distance, z + wander) * (1 - smoothstep(distance, to, z + wander))
      const n =
        gradientNoise(seed, x / swell, (z / swell) * 0.35) * 0.5 +
        gradientNoise(seed + 1, x / (swell * 0.37), z / (swell * 0.5)) * 0.13
      return body * (base * 0.8 + (high + base * 0.2) * Math.max(0.05, 0.62 + n))
    },
  }
}

/** Dunes: sharp crests that bend, a long windward side and a slip face. */
export function dunes(camera: Camera, seed: number, rise: number): Form {
  const scale = 190
  return {
    from: 6,
    to: 9000,
    height: (x, z) => {
      let sum = 0
      for (let i = 0; i < 2; i++) {
        const length = i === 0 ? scale * (1 + z / 1500) : 58
        const bend = gradientNoise(seed + 21 + i, x / (length * 1.6), z / (length * 1.6))
        const u = (z * 0.55 + x * 0.3) / length + bend * 0.9
        const t = u - Math.floor(u)
        const crest = t < 0.72 ? t / 0.72 : (1 - t) / 0.28
        const smooth = crest * crest * (2 - crest)
        const tall = 0.5 + 0.5 * gradientNoise(seed + 31 + i, x / (length * 2.1) + 7, z / (length * 2.1))
        sum += smooth * tall * length * (i === 0 ? 0.12 : 0.05)
      }
      const grow = smoothstep(8, 120, z) * (0.3 + 0.7 * smoothstep(60, 1500, z))
      return sum * grow * (0.5 + 1.6 * rise) * (0.6 + 0.4 * camera.spread)
    },
  }
}

/** Walls of a canyon on both sides of a winding floor, in steps of hard and soft stone. */
export function canyonWalls(camera: Camera, seed: number, rise: number): Form {
  const wide = camera.spread * camera.aspect
  const step = (t: number): number => {
    const n = t * 5
    const i = Math.floor(n)
    return (i + smoothstep(0.08, 0.42, n - i)) / 5
  }
  return {
    from: 14,
    to: 9000,
    height: (x, z) => {
      const bend = gradientNoise(seed + 1, 0.3, z / 520) * 0.22 * (1 - smoothstep(0, 2500, z) * 0.5)
      const at = x / (wide * z) - bend * smoothstep(30, 300, z)
      const rough =
        gradientNoise(seed + 2, x / 140, z / 140) * 0.16 +
        gradientNoise(seed + 3, x / 45, z / 45) * 0.07 +
        gradientNoise(seed + 7, x / 430, z / 430) * 0.2
      const floor = 0.2 + 0.16 * smoothstep(60, 900, z) * gradientNoise(seed + 4, 5, z / 700)
      const t = clamp01((Math.abs(at) - floor + rough * smoothstep(20, 90, z)) * 2.7)
      const tall =
        rise * camera.spread * (110 + 0.42 * z) * (0.75 + 0.5 * gradientNoise(seed + 5, x / 900, z / 900))
      const butte =
        smoothstep(0.1, 0.32, gradientNoise(seed + 6, x / 820, z / 820)) * smoothstep(900, 1600, z) * 0.8
      const both = Math.max(t, butte)
      return step(both) * tall * smoothstep(14, 60, z) + both * 3
    },
  }
}

/** A volcano: a steep cone with a broken crater. */
export function cone(camera: Camera, seed: number, at: number, distance: number, rise: number): Form {
  const x0 = worldX(camera, at, distance)
  const high = rise * camera.spread * distance
  return {
    from: distance * 0.3,
    to: distance * 2,
    height: (x, z) => {
      const wx = x - x0 + gradientNoise(seed + 1, x / high, z / high) * high * 0.12
      const wz = z - distance + gradientNoise(seed + 2, x / high, z / high) * high * 0.12
      const d = Math.sqrt(wx * wx + wz * wz) / high
      const flank = 1.22 * exp(-1.15 * d) - 0.05
      const rim = 0.98 + 0.05 * gradientNoise(seed + 3, x / (high * 0.22), z / (high * 0.22))
      const crater = rim - Math.max(0, 0.2 - d) * 1.6
      return Math.max(0, Math.min(flank, crater)) * high * smoothstep(distance * 0.3, distance * 0.75, z)
    },
  }
}

/** An island: land that rises out of the water about a middle. */
export function isle(
  camera: Camera,
  seed: number,
  at: number,
  distance: number,
  wide: number,
  rise: number,
  level: number,
): Form {
  const x0 = worldX(camera, at, distance)
  const half = wide * camera.spread * Math.min(1.4, camera.aspect) * distance
  const high = rise * camera.spread * distance
  return {
    from: 0,
    to: 1e9,
    height: (x, z) => {
      const dx = (x - x0) / half
      const dz = (z - distance) / (half * 0.8)
      const shape =
        gradientNoise(seed + 1, x / (half * 0.7), z / (half * 0.7)) * 0.25 +
        gradientNoise(seed + 2, x / (half * 0.23), z / (half * 0.23)) * 0.1
      const d = Math.sqrt(dx * dx + dz * dz) - shape
      const beach = smoothstep(1.12, 0.86, d)
      const hill = smoothstep(
        0.85,
        0.05,
        d + gradientNoise(seed + 3, x / (half * 0.4), z / (half * 0.4)) * 0.2,
      )
      return level - 8 + beach * (8 + 0.03 * half * 0.2 + 1) + hill * hill * high
    },
  }
}

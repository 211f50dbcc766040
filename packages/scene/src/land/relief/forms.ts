import { type Camera, worldX } from '../../camera.ts'
import { clamp01, decay, smoothstep } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { type Row, addNoise, newRow, ridges } from './row.ts'

/** One landform; a country is the sum of some. */
export interface Form {
  /** Metres from the eye between which it is not level. */
  readonly from: number
  readonly to: number
  /** Adds its height at each place of the row to `out`. */
  add(row: Row, out: Float64Array): void
}

/** Sets `out` to the sum of the forms along a row. */
export function sumForms(forms: readonly Form[], row: Row, out: Float64Array): void {
  out.fill(0, 0, row.count)
  for (const form of forms) if (row.z > form.from && row.z < form.to) form.add(row, out)
}

/** Height of the forms at single places: for the few things that stand on them. */
export function country(forms: readonly Form[]): (x: number, z: number) => number {
  const row = newRow(1)
  const out = new Float64Array(1)
  return (x, z) => {
    row.x[0] = x
    row.z = z
    sumForms(forms, row, out)
    return out[0]!
  }
}

/** Gentle ground from the eye's foot outwards. */
export function plain(seed: number, roughness: number): Form {
  return {
    from: 0,
    to: 4000,
    add: (row, out) => {
      const { z } = row
      const fade = roughness * (1 - smoothstep(1500, 4000, z))
      addNoise(out, row, seed + 5, 70, z / 70, 1.1 * smoothstep(3, 60, z) * fade)
      addNoise(out, row, seed + 6, 13, z / 13, 0.16 * fade)
    },
  }
}

export interface MassifOptions {
  readonly seed: number
  /** Distance of the main summit, metres. */
  readonly distance: number
  /** Height of the main summit above the horizon as a share of the frame's height. */
  readonly rise: number
  /** Frame x of the summits, main one first, with heights as shares of the main one and distances likewise. */
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
    add: (row, out) => {
      const { count, z } = row
      const [wx, wz, crest, gate, cone] = row.scratch as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ]
      for (let i = 0; i < count; i++) {
        wx[i] = row.x[i]!
        wz[i] = z
      }
      addNoise(wx, row, seed + 31, grain * 1.3, z / grain / 1.3, grain * 0.22)
      addNoise(wz, row, seed + 32, grain * 1.3, z / grain / 1.3, grain * 0.22)
      cone.fill(0, 0, count)
      for (const summit of summits) {
        const inverse = 1 / summit.wide
        const { x, share } = summit
        for (let i = 0; i < count; i++) {
          const dx = (wx[i]! - x) * inverse
          const dz = (wz[i]! - summit.z) * inverse * 0.8
          const d = 1.5 * Math.sqrt(dx * dx + dz * dz + 0.0008)
          // Near e to the -d, without a call.
          const c = share / (1 + d * (1 + d * (0.5 + d * (0.167 + d * 0.055))))
          const before = cone[i]!
          cone[i] = before > c ? before + c * c * 0.15 : c + before * before * 0.15
        }
      }
      for (let i = 0; i < count; i++) {
        wx[i] = wx[i]! / grain
        wz[i] = wz[i]! / grain
      }
      ridges(crest, count, seed + 41, wx, wz, gate, 4)
      const foot = smoothstep(from, distance * 0.92, z) * high
      for (let i = 0; i < count; i++)
        out[i] = out[i]! + foot * (cone[i]! * (0.52 + 0.62 * crest[i]!) + 0.17 * crest[i]!)
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
    add: (row, out) => {
      const { count, z, x } = row
      const swell = row.scratch[0]!
      swell.fill(1, 0, count)
      addNoise(swell, row, seed + 3, high * 2.6, z / (high * 2.6), 0.34)
      addNoise(swell, row, seed + 4, high * 0.9, z / (high * 0.9), 0.12)
      const body = high * smoothstep(from, distance, z) * (1 - smoothstep(distance, to, z))
      const inverse = 1 / (wide * z)
      for (let i = 0; i < count; i++) {
        const at = x[i]! * inverse + 0.5
        const t = 1 - (side < 0 ? at : 1 - at) / reach
        if (t <= 0) continue
        out[i] = out[i]! + body * (t * t * (3 - 2 * t) * 0.55 + t * 0.45) * swell[i]!
      }
    },
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
    add: (row, out) => {
      const { count, z } = row
      const [wander, wave] = row.scratch as [Float64Array, Float64Array]
      wander.fill(z, 0, count)
      addNoise(wander, row, seed + 2, swell * 1.7, 3.7, 0.16 * distance)
      wave.fill(0.62, 0, count)
      addNoise(wave, row, seed, swell, (z / swell) * 0.35, 0.5)
      addNoise(wave, row, seed + 1, swell * 0.37, (z / swell) * 2, 0.13)
      for (let i = 0; i < count; i++) {
        const body = smoothstep(from, distance, wander[i]!) * (1 - smoothstep(distance, to, wander[i]!))
        const n = wave[i]!
        out[i] = out[i]! + body * (base * 0.8 + (high + base * 0.2) * (n > 0.05 ? n : 0.05))
      }
    },
  }
}

/** Dunes: crests that wind across the view, a long windward side, a steep slip face behind a sharp edge. */
export function dunes(camera: Camera, seed: number, rise: number): Form {
  return {
    from: 14,
    to: 9000,
    add: (row, out) => {
      const { count, z, x } = row
      const [bend, tall] = row.scratch as [Float64Array, Float64Array]
      // Crests run into the depth: one side of each is seen in the light, one in its shadow.
      const way = random(seed, 19) < 0.5 ? 0.7 : -0.7
      for (let size = 0; size < 3; size++) {
        // Great dunes stand far off, small ones near: each is seen about as large.
        const length = size === 0 ? 620 : size === 1 ? 190 : 46
        const near = length * 0.25
        const grow =
          smoothstep(near, near * 3.2, z) *
          (size === 0 ? 1 : 1 - 0.6 * smoothstep(length * 12, length * 30, z))
        if (grow <= 0) continue
        const amount = length * (0.06 + 0.34 * rise) * grow * (0.55 + 0.45 * camera.spread)
        bend.fill(0, 0, count)
        tall.fill(0.5, 0, count)
        addNoise(bend, row, seed + 21 + size, length * 1.9, z / (length * 1.9), 1.05)
        addNoise(bend, row, seed + 25 + size, length * 0.7, z / (length * 0.7), 0.16)
        addNoise(tall, row, seed + 31 + size, length * 1.5, z / (length * 2.2), 0.62, 7)
        for (let i = 0; i < count; i++) {
          const u = (z * 0.36 + x[i]! * way) / length + bend[i]!
          const t = u - Math.floor(u)
          const crest = t < 0.7 ? t / 0.7 : (1 - t) / 0.3
          const body = tall[i]!
          // The windward side swells, the lee falls straight.
          const shape = t < 0.7 ? crest * crest * (3 - 2 * crest) * 0.6 + crest * crest * 0.4 : crest
          if (body > 0) out[i] = out[i]! + shape * body * amount
        }
      }
    },
  }
}

/** Walls of a canyon on both sides of a winding floor, in steps of hard and soft stone. */
export function canyonWalls(camera: Camera, seed: number, rise: number): Form {
  const wide = camera.spread * camera.aspect
  return {
    from: 14,
    to: 9000,
    add: (row, out) => {
      const { count, z, x } = row
      const [rough, tall, butte] = row.scratch as [Float64Array, Float64Array, Float64Array]
      const bend =
        gradientNoise(seed + 1, 0.3, z / 520) *
        0.22 *
        (1 - smoothstep(0, 2500, z) * 0.5) *
        smoothstep(30, 300, z)
      const floor = 0.2 + 0.16 * smoothstep(60, 900, z) * gradientNoise(seed + 4, 5, z / 700)
      const near = smoothstep(20, 90, z)
      rough.fill(0, 0, count)
      addNoise(rough, row, seed + 2, 140, z / 140, 0.16 * near)
      addNoise(rough, row, seed + 3, 45, z / 45, 0.07 * near)
      addNoise(rough, row, seed + 7, 430, z / 430, 0.2 * near)
      tall.fill(0.75, 0, count)
      addNoise(tall, row, seed + 5, 900, z / 900, 0.5)
      butte.fill(0, 0, count)
      addNoise(butte, row, seed + 6, 820, z / 820, 1)
      const stand = smoothstep(900, 1600, z) * 0.8
      const high = rise * camera.spread * (110 + 0.42 * z) * smoothstep(14, 60, z)
      const inverse = 1 / (wide * z)
      for (let i = 0; i < count; i++) {
        const at = Math.abs(x[i]! * inverse - bend)
        const t = Math.max(clamp01((at - floor + rough[i]!) * 2.7), smoothstep(0.1, 0.32, butte[i]!) * stand)
        const n = t * 5
        const step = Math.floor(n)
        out[i] = out[i]! + ((step + smoothstep(0.08, 0.42, n - step)) / 5) * high * tall[i]! + t * 3
      }
    },
  }
}

/** A volcano: a steep cone with a broken crater. */
export function cone(camera: Camera, seed: number, at: number, distance: number, rise: number): Form {
  const x0 = worldX(camera, at, distance)
  const high = rise * camera.spread * distance
  const from = distance * 0.3
  return {
    from,
    to: distance * 2,
    add: (row, out) => {
      const { count, z } = row
      const [wx, wz, rim] = row.scratch as [Float64Array, Float64Array, Float64Array]
      for (let i = 0; i < count; i++) {
        wx[i] = row.x[i]! - x0
        wz[i] = z - distance
        rim[i] = 0.98
      }
      addNoise(wx, row, seed + 1, high, z / high, high * 0.12)
      addNoise(wz, row, seed + 2, high, z / high, high * 0.12)
      addNoise(rim, row, seed + 3, high * 0.22, z / (high * 0.22), 0.05)
      const foot = smoothstep(from, distance * 0.75, z) * high
      for (let i = 0; i < count; i++) {
        const d = Math.sqrt(wx[i]! * wx[i]! + wz[i]! * wz[i]!) / high
        const flank = 1.22 * decay(1.15 * d) - 0.05
        const crater = rim[i]! - (d < 0.2 ? (0.2 - d) * 1.6 : 0)
        const h = flank < crater ? flank : crater
        if (h > 0) out[i] = out[i]! + h * foot
      }
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
    add: (row, out) => {
      const { count, z, x } = row
      const [shape, crest] = row.scratch as [Float64Array, Float64Array]
      shape.fill(0, 0, count)
      addNoise(shape, row, seed + 1, half * 0.7, z / (half * 0.7), 0.25)
      addNoise(shape, row, seed + 2, half * 0.23, z / (half * 0.23), 0.1)
      crest.fill(0, 0, count)
      addNoise(crest, row, seed + 3, half * 0.4, z / (half * 0.4), 0.2)
      const dz = (z - distance) / (half * 0.8)
      for (let i = 0; i < count; i++) {
        const dx = (x[i]! - x0) / half
        const d = Math.sqrt(dx * dx + dz * dz) - shape[i]!
        const beach = smoothstep(1.12, 0.86, d)
        const hill = smoothstep(0.85, 0.05, d + crest[i]!)
        out[i] = out[i]! + level - 8 + beach * (9 + 0.006 * half) + hill * hill * high
      }
    },
  }
}

/** The same height everywhere: the bed of a sea. */
export const bed = (height: number): Form => ({
  from: 0,
  to: 1e9,
  add: (row, out) => {
    for (let i = 0; i < row.count; i++) out[i] = out[i]! + height
  },
})

/** Tops of clouds seen from above: swells, heaps on them and smaller heaps on those. */
export function cloudTops(seed: number, deck: number): Form {
  return {
    from: 0,
    to: 1e9,
    add: (row, out) => {
      const { count, z } = row
      const n = row.scratch[0]!
      for (let i = 0; i < count; i++) out[i] = out[i]! + deck
      addNoise(out, row, seed + 1, 1500, z / 1500, 190)
      for (let k = 0; k < 3; k++) {
        const length = 620 / (k === 0 ? 1 : k === 1 ? 2.4 : 5.6)
        const tall = k === 0 ? 120 : k === 1 ? 52 : 20
        n.fill(0, 0, count)
        addNoise(n, row, seed + 2 + k, length, z / length, 1.5)
        for (let i = 0; i < count; i++) {
          // Rounded heads, creases between them.
          const heap = n[i]! < 0 ? -n[i]! : n[i]!
          out[i] = out[i]! + tall * (1.7 * heap - heap * heap * 0.45 - 0.5)
        }
      }
    },
  }
}

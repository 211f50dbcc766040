import { hash } from '../noise.ts'

/**
 * Fractal noise of 5 octaves on a tile of 256 x 256 that repeats, with its slopes, in ever smaller copies: one look gives
 * what five calls of noise would, already smoothed to the size of a pixel. Values about -1 to 1, mean 0.
 */
export interface Texture {
  /** One array a level, [side, side, 3]: value and slopes by u and v (per tile). */
  readonly levels: readonly Float32Array[]
}
const SIDE = 256
const BITS = 8

function lattice(seed: number, cells: number): Float32Array {
  return Float32Array.from(
    { length: cells * cells },
    (_, i) => hash(seed, i % cells, (i / cells) | 0) / 2147483648 - 1,
  )
}

function makeTexture(
  seed: number,
  cells: number,
  octaves: number,
  gain: number,
  shape: (value: number) => number,
): Texture {
  const value = new Float32Array(SIDE * SIDE)
  let strength = 1
  let total = 0
  for (let octave = 0, count = cells; octave < octaves; octave++, count *= 2) {
    const grid = lattice(seed + octave, count)
    const size = count / SIDE
    for (let y = 0, p = 0; y < SIDE; y++) {
      const gy = (y + 0.5) * size
      const iy = Math.floor(gy)
      const fy = gy - iy
      const v = fy * fy * (3 - 2 * fy)
      const row0 = (iy % count) * count
      const row1 = ((iy + 1) % count) * count
      for (let x = 0; x < SIDE; x++, p++) {
        const gx = (x + 0.5) * size
        const ix = Math.floor(gx)
        const fx = gx - ix
        const u = fx * fx * (3 - 2 * fx)
        const x0 = ix % count
        const x1 = (ix + 1) % count
        const a = grid[row0 + x0]! + (grid[row0 + x1]! - grid[row0 + x0]!) * u
        const b = grid[row1 + x0]! + (grid[row1 + x1]! - grid[row1 + x0]!) * u
        value[p] = value[p]! + shape(a + (b - a) * v) * strength
      }
    }
    total += strength
    strength *= gain
  }
  let mean = 0
  for (let p = 0; p < value.length; p++) mean += value[p]!
  mean /= value.length
  let square = 0
  for (let p = 0; p < value.length; p++) {
    value[p] = value[p]! - mean
    square += value[p]! * value[p]!
  }
  const norm = 0.4 / Math.sqrt(square / value.length)
  for (let p = 0; p < value.length; p++) value[p] = value[p]! * norm
  return { levels: pyramid(value) }
}

function pyramid(finest: Float32Array): Float32Array[] {
  const levels: Float32Array[] = []
  let value = finest
  for (let side = SIDE; side >= 1; side >>= 1) {
    const level = new Float32Array(side * side * 3)
    for (let y = 0, p = 0; y < side; y++)
      for (let x = 0; x < side; x++, p++) {
        const right = value[y * side + ((x + 1) & (side - 1))]!
        const left = value[y * side + ((x + side - 1) & (side - 1))]!
        const below = value[((y + 1) & (side - 1)) * side + x]!
        const above = value[((y + side - 1) & (side - 1)) * side + x]!
        level[p * 3] = value[p]!
        level[p * 3 + 1] = (right - left) * 0.5 * side
        level[p * 3 + 2] = (below - above) * 0.5 * side
      }
    levels.push(level)
    if (side === 1) break
    const half = side >> 1
    const smaller = new Float32Array(half * half)
    for (let y = 0, p = 0; y < half; y++)
      for (let x = 0; x < half; x++, p++) {
        const q = y * 2 * side + x * 2
        smaller[p] = (value[q]! + value[q + 1]! + value[q + side]! + value[q + side + 1]!) / 4
      }
    value = smaller
  }
  return levels
}

/** Clouds of all sizes: earth, grass, moss, water stains. */
export const mottle: Texture = makeTexture(101, 8, 5, 0.62, (v) => v)
/** Sharp crests between round hollows: rock, bark, cracked earth. */
export const crag: Texture = makeTexture(202, 8, 5, 0.6, (v) => 1 - 2 * Math.abs(v))

/**
 * Looks a texture up at (u, v), in tiles; `footprint` is the width of a pixel in tiles. out: value and slopes by u and v
 * (per tile). Fades to 0 where a pixel is as wide as the tile.
 */
export function look(texture: Texture, u: number, v: number, footprint: number, out: Float64Array): void {
  out[0] = u
  out[1] = v
  out[2] = footprint
  probe(texture, out)
}

/**
 * The same for loops over pixels: `at` brings u, v and footprint in and takes value and slopes out, so that no number must
 * be boxed for the call.
 */
export function probe(texture: Texture, at: Float64Array): void {
  const u = at[0]!
  const v = at[1]!
  let size = at[2]! * SIDE
  let level = 0
  while (size > 2 && level < BITS) {
    size *= 0.5
    level++
  }
  let value = 0
  let du = 0
  let dv = 0
  if (level < BITS - 1) {
    // Levels blend in the middle third of the way only: two looks cost twice.
    const blend = size > 1.333 ? (size < 1.667 ? (size - 1.333) * 3 : 1) : 0
    const ru = u - Math.floor(u)
    const rv = v - Math.floor(v)
    let weight = 1 - blend
    for (let k = 0; k < 2; k++) {
      if (weight > 0.001) {
        const side = SIDE >> (level + k)
        const data = texture.levels[level + k]!
        const x = ru * side - 0.5
        const y = rv * side - 0.5
        const ix = Math.floor(x)
        const iy = Math.floor(y)
        const fx = x - ix
        const fy = y - iy
        const mask = side - 1
        const x0 = ix & mask
        const x1 = (ix + 1) & mask
        const r0 = (iy & mask) * side
        const r1 = ((iy + 1) & mask) * side
        const a = (r0 + x0) * 3
        const b = (r0 + x1) * 3
        const c = (r1 + x0) * 3
        const d = (r1 + x1) * 3
        const wb = fx * (1 - fy) * weight
        const wc = (1 - fx) * fy * weight
        const wd = fx * fy * weight
        const wa = weight - wb - wc - wd
        value += data[a]! * wa + data[b]! * wb + data[c]! * wc + data[d]! * wd
        du += data[a + 1]! * wa + data[b + 1]! * wb + data[c + 1]! * wc + data[d + 1]! * wd
        dv += data[a + 2]! * wa + data[b + 2]! * wb + data[c + 2]! * wc + data[d + 2]! * wd
      }
      weight = blend
    }
  }
  at[0] = value
  at[1] = du
  at[2] = dv
}

/** Patches of a land, -1 to 1, some `metres` across, by place: where woods stand and clearings open. */
export function patches(seed: number, metres: number): (x: number, z: number) => number {
  const at = new Float64Array(3)
  const scale = 1 / (metres * 8)
  const shift = (seed & 1023) * 0.0371
  return (x, z) => {
    at[0] = x * scale + shift
    at[1] = z * scale + shift * 0.7
    at[2] = 0.006
    probe(mottle, at)
    return at[0]! * 1.15
  }
}

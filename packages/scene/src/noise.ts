/** Noise by place, never by order: the same value wherever, whenever and in whatever tile it is asked for. */

/** 32-bit hash of up to three integers and a seed (murmur3's finaliser over a product sum). */
export function hash(seed: number, x: number, y = 0, z = 0): number {
  let h = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(z, 0xc2b2ae3d) ^ Math.imul(seed, 0x27d4eb2f)) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
/** Uniform in [0, 1) by place. */
export const random = (seed: number, x: number, y = 0, z = 0): number => hash(seed, x, y, z) * 2.3283064365386963e-10

/** Hash of a string, for seeds from ids. FNV-1a. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Value noise, -1 to 1, quintic interpolation, one feature a unit. */
export function noise2(seed: number, x: number, y: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const a = hash(seed, ix, iy)
  const b = hash(seed, ix + 1, iy)
  const c = hash(seed, ix, iy + 1)
  const d = hash(seed, ix + 1, iy + 1)
  const top = a + (b - a) * u
  return (top + (c + (d - c) * u - top) * v) * 4.656612873077393e-10 - 1
}

/** Sum of `octaves` of value noise, each at twice the frequency and `gain` of the strength, about -1 to 1. */
export function fbm2(seed: number, x: number, y: number, octaves: number, gain = 0.5): number {
  let sum = 0
  let total = 0
  let strength = 1
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise2(seed + octave, x, y)
    total += strength
    strength *= gain
    // A turn and a non-integer factor keep the lattice of one octave from showing in the next.
    const turned = x * 1.6 - y * 1.2
    y = x * 1.2 + y * 1.6
    x = turned
  }
  return sum / total
}

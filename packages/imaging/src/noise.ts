import { cos, sin } from './math.ts'

/** Noise by place, never by order: the same value wherever, whenever and in whatever tile it is asked for. */

/** 32-bit hash of up to three integers and a seed (murmur3's finaliser over a product sum). */
export function hash(seed: number, x: number, y = 0, z = 0): number {
  let h =
    (Math.imul(x, 0x9e3779b1) ^
      Math.imul(y, 0x85ebca77) ^
      Math.imul(z, 0xc2b2ae3d) ^
      Math.imul(seed, 0x27d4eb2f)) |
    0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
/** Uniform in [0, 1) by place. */
export const random = (seed: number, x: number, y = 0, z = 0): number =>
  hash(seed, x, y, z) * 2.3283064365386963e-10

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

const GRADIENTS = 256
const GRADIENT_X: Float64Array = new Float64Array(GRADIENTS)
const GRADIENT_Y: Float64Array = new Float64Array(GRADIENTS)
for (let i = 0; i < GRADIENTS; i++) {
  const angle = (i / GRADIENTS) * 6.283185307179586
  GRADIENT_X[i] = cos(angle)
  GRADIENT_Y[i] = sin(angle)
}
const gradientAt = (seed: number, x: number, y: number): number => {
  const h = Math.imul(Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ seed, 0x27d4eb2f)
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 24
}

/**
 * Gradient noise with its slopes: out[0] is the value, about -1 to 1, out[1] and out[2] are its derivatives by x and y.
 * Rounder than value noise, for shapes whose light will show their slopes.
 */
export function slopeNoise(seed: number, x: number, y: number, out: Float64Array): void {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const s = Math.imul(seed, 0x165667b1)
  const a = gradientAt(s, ix, iy)
  const b = gradientAt(s, ix + 1, iy)
  const c = gradientAt(s, ix, iy + 1)
  const d = gradientAt(s, ix + 1, iy + 1)
  const ax = GRADIENT_X[a]!
  const ay = GRADIENT_Y[a]!
  const bx = GRADIENT_X[b]!
  const by = GRADIENT_Y[b]!
  const cx = GRADIENT_X[c]!
  const cy = GRADIENT_Y[c]!
  const dx = GRADIENT_X[d]!
  const dy = GRADIENT_Y[d]!
  const va = ax * fx + ay * fy
  const vb = bx * (fx - 1) + by * fy
  const vc = cx * fx + cy * (fy - 1)
  const vd = dx * (fx - 1) + dy * (fy - 1)
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const du = 30 * fx * fx * (fx * (fx - 2) + 1)
  const dv = 30 * fy * fy * (fy * (fy - 2) + 1)
  const k = va - vb - vc + vd
  out[0] = 1.5 * (va + u * (vb - va) + v * (vc - va) + u * v * k)
  out[1] = 1.5 * (ax + u * (bx - ax) + v * (cx - ax) + u * v * (ax - bx - cx + dx) + du * (vb - va + v * k))
  out[2] = 1.5 * (ay + u * (by - ay) + v * (cy - ay) + u * v * (ay - by - cy + dy) + dv * (vc - va + u * k))
}

/** Gradient noise alone, about -1 to 1. */
export function gradientNoise(seed: number, x: number, y: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const s = Math.imul(seed, 0x165667b1)
  const a = gradientAt(s, ix, iy)
  const b = gradientAt(s, ix + 1, iy)
  const c = gradientAt(s, ix, iy + 1)
  const d = gradientAt(s, ix + 1, iy + 1)
  const va = GRADIENT_X[a]! * fx + GRADIENT_Y[a]! * fy
  const vb = GRADIENT_X[b]! * (fx - 1) + GRADIENT_Y[b]! * fy
  const vc = GRADIENT_X[c]! * fx + GRADIENT_Y[c]! * (fy - 1)
  const vd = GRADIENT_X[d]! * (fx - 1) + GRADIENT_Y[d]! * (fy - 1)
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const top = va + (vb - va) * u
  return 1.5 * (top + (vc + (vd - vc) * u - top) * v)
}

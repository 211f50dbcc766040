// Oklab. Source: B. Ottosson, 2020.

// @ts-nocheck: another compiler reads this

// Numbers that a loop needs are read from memory before it: the compiler of the engine would make a constant anew each time round.
const TO_CONES = memory.data<f32>([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005])
const TO_LAB = memory.data<f32>([0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766])
const FROM_LAB = memory.data<f32>([1, 0.3963377774, 0.2158037573, 1, -0.1055613458, -0.0638541728, 1, -0.0894841775, -1.291485548])
const FROM_CONES = memory.data<f32>([4.0767416621, -3.3077115913, 0.2309699292, -1.2684380046, 2.6097574011, -0.3413193965, -0.0041960863, -0.7034186147, 1.707614701])

/** Smallest number with a root; 1; slope and offset of the guess; and the polynomial: see `roots`. */
const ROOT = memory.data<f32>([1e-30, 1, -0.0013020833, 13935088, 0.66666669, 0.55553638, 0.49380071, 0.45856468, 0.42875867])
const SIGN = memory.data<u32>([0x80000000])

/**
 * Cube roots, in place, to the last bits of float32, and without a division. A third of the bits of x, of the exponent and nearly so of what
 * follows it, guesses y = 1 / root within 3.5 %. From the rest h = 1 - x y^3 the root is x y^2 (1 - h)^(-2/3), the power as a polynomial of least
 * greatest error (2e-8 where |h| < 0.103). Negative numbers mirror.
 */
export function roots(plane: usize, count: i32): void {
  const end = plane + (<usize>count << 2)
  const signBit = v128.load32_splat(SIGN)
  const least = v128.load32_splat(ROOT)
  const unit = v128.load32_splat(ROOT + 4)
  const slope = v128.load32_splat(ROOT + 8)
  const offset = v128.load32_splat(ROOT + 12)
  const p0 = v128.load32_splat(ROOT + 16)
  const p1 = v128.load32_splat(ROOT + 20)
  const p2 = v128.load32_splat(ROOT + 24)
  const p3 = v128.load32_splat(ROOT + 28)
  const p4 = v128.load32_splat(ROOT + 32)
  for (let at = plane; at < end; at += 16) {
    const value = v128.load(at)
    const sign = v128.and(value, signBit)
    const size = v128.xor(value, sign)
    // The bits as a number, over 256 so that it fits the mantissa of the sum, and back among the bits.
    const y = i32x4.shl(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(size), slope), offset), 8)
    const near = f32x4.mul(size, f32x4.mul(y, y))
    const h = f32x4.sub(unit, f32x4.mul(near, y))
    const hh = f32x4.mul(h, h)
    const upper = f32x4.add(f32x4.add(p2, f32x4.mul(p3, h)), f32x4.mul(hh, p4))
    const power = f32x4.add(f32x4.add(p0, f32x4.mul(p1, h)), f32x4.mul(hh, upper))
    const root = f32x4.add(near, f32x4.mul(f32x4.mul(near, h), power))
    v128.store(at, v128.or(v128.and(root, f32x4.gt(size, least)), sign))
  }
}

// @ts-ignore: decorator
@inline
function mix(a: v128, x: v128, b: v128, y: v128, c: v128, z: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(a, x), f32x4.mul(b, y)), f32x4.mul(c, z))
}

/** Three planes by a matrix of nine numbers, in place. */
function byMatrix(one: usize, two: usize, three: usize, count: i32, matrix: usize): void {
  const end = <usize>count << 2
  const c0 = v128.load32_splat(matrix + 0)
  const c1 = v128.load32_splat(matrix + 4)
  const c2 = v128.load32_splat(matrix + 8)
  const c3 = v128.load32_splat(matrix + 12)
  const c4 = v128.load32_splat(matrix + 16)
  const c5 = v128.load32_splat(matrix + 20)
  const c6 = v128.load32_splat(matrix + 24)
  const c7 = v128.load32_splat(matrix + 28)
  const c8 = v128.load32_splat(matrix + 32)
  for (let i: usize = 0; i < end; i += 16) {
    const x = v128.load(one + i)
    const y = v128.load(two + i)
    const z = v128.load(three + i)
    v128.store(one + i, mix(c0, x, c1, y, c2, z))
    v128.store(two + i, mix(c3, x, c4, y, c5, z))
    v128.store(three + i, mix(c6, x, c7, y, c8, z))
  }
}

/** Light → cube roots of what the three kinds of cones answer to it. */
export function lightToCones(one: usize, two: usize, three: usize, count: i32): void {
  byMatrix(one, two, three, count, TO_CONES)
  roots(one, count)
  roots(two, count)
  roots(three, count)
}

export function lightToOklab(one: usize, two: usize, three: usize, count: i32): void {
  lightToCones(one, two, three, count)
  byMatrix(one, two, three, count, TO_LAB)
}

/** The way back from `lightToCones`. */
export function conesToLight(one: usize, two: usize, three: usize, count: i32): void {
  const end = <usize>count << 2
  for (let i: usize = 0; i < end; i += 16) {
    const l = v128.load(one + i)
    const m = v128.load(two + i)
    const s = v128.load(three + i)
    v128.store(one + i, f32x4.mul(l, f32x4.mul(l, l)))
    v128.store(two + i, f32x4.mul(m, f32x4.mul(m, m)))
    v128.store(three + i, f32x4.mul(s, f32x4.mul(s, s)))
  }
  byMatrix(one, two, three, count, FROM_CONES)
}

export function oklabToLight(one: usize, two: usize, three: usize, count: i32): void {
  byMatrix(one, two, three, count, FROM_LAB)
  conesToLight(one, two, three, count)
}

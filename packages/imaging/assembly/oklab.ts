// Oklab. Source: B. Ottosson, 2020.

// @ts-nocheck: another compiler reads this

// Numbers that a loop needs are read from memory before it: the compiler of the engine would make a constant anew each time round.
const TO_CONES = memory.data<f32>([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005])
const TO_LAB = memory.data<f32>([0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766])
const FROM_LAB = memory.data<f32>([1, 0.3963377774, 0.2158037573, 1, -0.1055613458, -0.0638541728, 1, -0.0894841775, -1.291485548])
const FROM_CONES = memory.data<f32>([4.0767416621, -3.3077115913, 0.2309699292, -1.2684380046, 2.6097574011, -0.3413193965, -0.0041960863, -0.7034186147, 1.707614701])
const LEAST = memory.data<f32>([1e-30])
const BITS = memory.data<u32>([0x80000000, 709921077, 0x55555556])

/** Halley's rule twice from a guess by exponent: to the last bits of float32. Negative values mirror. */
// @ts-ignore: decorator
@inline
function cubeRoot(value: v128, signBit: v128, guess: v128, third: v128, least: v128): v128 {
  const sign = v128.and(value, signBit)
  const size = v128.xor(value, sign)
  // A third of the bits, of the exponent and nearly so of what follows it: the upper halves of products with a third of 2 to the 32.
  const low = i64x2.extmul_low_i32x4_u(size, third)
  const high = i64x2.extmul_high_i32x4_u(size, third)
  let root = i32x4.add(v128.shuffle<i32>(low, high, 1, 3, 5, 7), guess)
  const twice = f32x4.add(size, size)
  for (let n = 0; n < 2; n++) {
    const cube = f32x4.mul(root, f32x4.mul(root, root))
    root = f32x4.mul(root, f32x4.div(f32x4.add(cube, twice), f32x4.add(f32x4.add(cube, cube), size)))
  }
  return v128.or(v128.and(root, f32x4.gt(size, least)), sign)
}

// @ts-ignore: decorator
@inline
function mix(a: v128, x: v128, b: v128, y: v128, c: v128, z: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(a, x), f32x4.mul(b, y)), f32x4.mul(c, z))
}

export function lightToOklab(one: usize, two: usize, three: usize, count: i32): void {
  const end = <usize>count << 2
  const signBit = v128.load32_splat(BITS)
  const guess = v128.load32_splat(BITS + 4)
  const third = v128.load32_splat(BITS + 8)
  const least = v128.load32_splat(LEAST)
  const c0 = v128.load32_splat(TO_CONES + 0)
  const c1 = v128.load32_splat(TO_CONES + 4)
  const c2 = v128.load32_splat(TO_CONES + 8)
  const c3 = v128.load32_splat(TO_CONES + 12)
  const c4 = v128.load32_splat(TO_CONES + 16)
  const c5 = v128.load32_splat(TO_CONES + 20)
  const c6 = v128.load32_splat(TO_CONES + 24)
  const c7 = v128.load32_splat(TO_CONES + 28)
  const c8 = v128.load32_splat(TO_CONES + 32)
  const d0 = v128.load32_splat(TO_LAB + 0)
  const d1 = v128.load32_splat(TO_LAB + 4)
  const d2 = v128.load32_splat(TO_LAB + 8)
  const d3 = v128.load32_splat(TO_LAB + 12)
  const d4 = v128.load32_splat(TO_LAB + 16)
  const d5 = v128.load32_splat(TO_LAB + 20)
  const d6 = v128.load32_splat(TO_LAB + 24)
  const d7 = v128.load32_splat(TO_LAB + 28)
  const d8 = v128.load32_splat(TO_LAB + 32)
  for (let i: usize = 0; i < end; i += 16) {
    const red = v128.load(one + i)
    const green = v128.load(two + i)
    const blue = v128.load(three + i)
    const l = cubeRoot(mix(c0, red, c1, green, c2, blue), signBit, guess, third, least)
    const m = cubeRoot(mix(c3, red, c4, green, c5, blue), signBit, guess, third, least)
    const s = cubeRoot(mix(c6, red, c7, green, c8, blue), signBit, guess, third, least)
    v128.store(one + i, mix(d0, l, d1, m, d2, s))
    v128.store(two + i, mix(d3, l, d4, m, d5, s))
    v128.store(three + i, mix(d6, l, d7, m, d8, s))
  }
}

export function oklabToLight(one: usize, two: usize, three: usize, count: i32): void {
  const end = <usize>count << 2
  const c1 = v128.load32_splat(FROM_LAB + 4)
  const c2 = v128.load32_splat(FROM_LAB + 8)
  const c4 = v128.load32_splat(FROM_LAB + 16)
  const c5 = v128.load32_splat(FROM_LAB + 20)
  const c7 = v128.load32_splat(FROM_LAB + 28)
  const c8 = v128.load32_splat(FROM_LAB + 32)
  const d0 = v128.load32_splat(FROM_CONES + 0)
  const d1 = v128.load32_splat(FROM_CONES + 4)
  const d2 = v128.load32_splat(FROM_CONES + 8)
  const d3 = v128.load32_splat(FROM_CONES + 12)
  const d4 = v128.load32_splat(FROM_CONES + 16)
  const d5 = v128.load32_splat(FROM_CONES + 20)
  const d6 = v128.load32_splat(FROM_CONES + 24)
  const d7 = v128.load32_splat(FROM_CONES + 28)
  const d8 = v128.load32_splat(FROM_CONES + 32)
  for (let i: usize = 0; i < end; i += 16) {
    const lightness = v128.load(one + i)
    const a = v128.load(two + i)
    const b = v128.load(three + i)
    const l0 = f32x4.add(f32x4.add(lightness, f32x4.mul(c1, a)), f32x4.mul(c2, b))
    const m0 = f32x4.add(f32x4.add(lightness, f32x4.mul(c4, a)), f32x4.mul(c5, b))
    const s0 = f32x4.add(f32x4.add(lightness, f32x4.mul(c7, a)), f32x4.mul(c8, b))
    const l = f32x4.mul(l0, f32x4.mul(l0, l0))
    const m = f32x4.mul(m0, f32x4.mul(m0, m0))
    const s = f32x4.mul(s0, f32x4.mul(s0, s0))
    v128.store(one + i, mix(d0, l, d1, m, d2, s))
    v128.store(two + i, mix(d3, l, d4, m, d5, s))
    v128.store(three + i, mix(d6, l, d7, m, d8, s))
  }
}

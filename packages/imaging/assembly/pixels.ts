// Bytes of pixels to planes of float32 and back, rounded as src/color/srgb.ts and src/operators/planes.ts say, to the last bit.

// @ts-nocheck: another compiler reads this

/** RGBA bytes → three planes by a table of 256 numbers, and alpha from 0 to 1 where `alpha` is an address. A multiple of four pixels. */
export function bytesToPlanes(bytes: usize, one: usize, two: usize, three: usize, alpha: usize, count: i32, table: usize): void {
  const end = <usize>count << 2
  const most = v128.load32_splat(UNIT + 4)
  for (let i: usize = 0; i < end; i += 16) {
    const words = v128.load(bytes + i)
    const a = <usize>i32x4.extract_lane(words, 0)
    const b = <usize>i32x4.extract_lane(words, 1)
    const c = <usize>i32x4.extract_lane(words, 2)
    const d = <usize>i32x4.extract_lane(words, 3)
    v128.store(one + i, four(table, (a & 255) << 2, (b & 255) << 2, (c & 255) << 2, (d & 255) << 2))
    v128.store(two + i, four(table, (a >> 6) & 1020, (b >> 6) & 1020, (c >> 6) & 1020, (d >> 6) & 1020))
    v128.store(three + i, four(table, (a >> 14) & 1020, (b >> 14) & 1020, (c >> 14) & 1020, (d >> 14) & 1020))
    if (alpha != 0)
      v128.store(alpha + i, f32x4.div(f32x4.convert_i32x4_u(i32x4.shr_u(words, 24)), most))
  }
}

/** 1 where all of so many RGBA pixels are opaque, else 0. */
export function allOpaque(bytes: usize, count: i32): i32 {
  const whole = <usize>(count & ~3) << 2
  let all = v128.load32_splat(ALPHA)
  for (let i: usize = 0; i < whole; i += 16) all = v128.and(all, v128.load(bytes + i))
  let one = i32x4.extract_lane(all, 0) & i32x4.extract_lane(all, 1) & i32x4.extract_lane(all, 2) & i32x4.extract_lane(all, 3)
  for (let i = whole; i < <usize>count << 2; i += 4) one &= load<i32>(bytes + i)
  return <i32>(<u32>one >> 24 == 255)
}

// @ts-ignore: decorator
@inline
function four(table: usize, a: usize, b: usize, c: usize, d: usize): v128 {
  let result = v128.load32_zero(table + a)
  result = v128.load_lane<f32>(table + b, result, 1)
  result = v128.load_lane<f32>(table + c, result, 2)
  return v128.load_lane<f32>(table + d, result, 3)
}

/** Read from memory before a loop: the compiler of the engine would make a constant anew each time round. */
const WHOLE = memory.data<f64>([4503599627370496, 65535, 255])
const ALPHA = memory.data<u32>([0xff000000])
const UNIT = memory.data<f32>([1, 255])

/** value * scale to the nearest whole number, for values of 0 to 1, as computed in float64. `whole` is 2 to the 52. */
// @ts-ignore: decorator
@inline
function nearest(value: v128, scale: v128, whole: v128): v128 {
  // Added to 2 to the 52, whose last bit is worth one, a number rounds to a whole one, which then stands in the low bits. The product is exact.
  const low = f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(value), scale), whole)
  const upper = v128.shuffle<f32>(value, value, 2, 3, 2, 3)
  const high = f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(upper), scale), whole)
  return v128.shuffle<i32>(low, high, 0, 2, 4, 6)
}

/** Light → the colour bytes of RGBA, through the nearest of 65536 steps; alpha stays. What a screen cannot show is brought in. A multiple of four pixels. */
export function lightToBytes(one: usize, two: usize, three: usize, bytes: usize, count: i32, table: usize): void {
  const end = <usize>count << 2
  const none = f32x4.splat(0)
  const full = v128.load32_splat(UNIT)
  const whole = v128.load64_splat(WHOLE)
  const scale = v128.load64_splat(WHOLE + 8)
  for (let i: usize = 0; i < end; i += 16) {
    const r = v128.load(one + i)
    const g = v128.load(two + i)
    const b = v128.load(three + i)
    const least = f32x4.min(r, f32x4.min(g, b))
    const most = f32x4.max(r, f32x4.max(g, b))
    if (i32x4.all_true(v128.and(f32x4.ge(least, none), f32x4.le(most, full)))) {
      const red = nearest(r, scale, whole)
      const green = nearest(g, scale, whole)
      const blue = nearest(b, scale, whole)
      put(bytes + i, table, i32x4.extract_lane(red, 0), i32x4.extract_lane(green, 0), i32x4.extract_lane(blue, 0))
      put(bytes + i + 4, table, i32x4.extract_lane(red, 1), i32x4.extract_lane(green, 1), i32x4.extract_lane(blue, 1))
      put(bytes + i + 8, table, i32x4.extract_lane(red, 2), i32x4.extract_lane(green, 2), i32x4.extract_lane(blue, 2))
      put(bytes + i + 12, table, i32x4.extract_lane(red, 3), i32x4.extract_lane(green, 3), i32x4.extract_lane(blue, 3))
    } else {
      outside(f64x2.promote_low_f32x4(r), f64x2.promote_low_f32x4(g), f64x2.promote_low_f32x4(b), bytes + i, table)
      outside(upper(r), upper(g), upper(b), bytes + i + 8, table)
    }
  }
}

/** The upper two of four numbers, in float64. */
// @ts-ignore: decorator
@inline
function upper(value: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(value, value, 2, 3, 2, 3))
}

// @ts-ignore: decorator
@inline
function put(at: usize, table: usize, red: i32, green: i32, blue: i32): void {
  const color = <u32>load<u8>(table + <usize>red) | (<u32>load<u8>(table + <usize>green) << 8) | (<u32>load<u8>(table + <usize>blue) << 16)
  store<u32>(at, (load<u32>(at) & 0xff000000) | color)
}

const SCREEN = memory.data<f64>([0.2126, 0.7152, 0.0722, 0.5, 1])

/** Two colours of which a screen cannot show one, in float64, as `toBitmap` of src/operators/planes.ts says; a channel that is no number is 0. */
function outside(r: v128, g: v128, b: v128, at: usize, table: usize): void {
  const none = f64x2.splat(0)
  const half = v128.load64_splat(SCREEN + 24)
  const full = v128.load64_splat(SCREEN + 32)
  const low = f64x2.min(r, f64x2.min(g, b))
  const below = f64x2.lt(low, none)
  if (v128.any_true(below)) {
    // Towards grey of the same light, until nothing is below 0.
    const weighted = f64x2.add(f64x2.mul(v128.load64_splat(SCREEN), r), f64x2.mul(v128.load64_splat(SCREEN + 8), g))
    const light = f64x2.add(weighted, f64x2.mul(v128.load64_splat(SCREEN + 16), b))
    const lit = f64x2.gt(light, none)
    const share = v128.and(f64x2.div(light, f64x2.sub(light, low)), lit)
    const grey = v128.and(light, lit)
    r = v128.bitselect(f64x2.add(grey, f64x2.mul(f64x2.sub(r, light), share)), r, below)
    g = v128.bitselect(f64x2.add(grey, f64x2.mul(f64x2.sub(g, light), share)), g, below)
    b = v128.bitselect(f64x2.add(grey, f64x2.mul(f64x2.sub(b, light), share)), b, below)
  }
  const high = f64x2.max(r, f64x2.max(g, b))
  const dimmed = f64x2.add(half, f64x2.div(half, high))
  const scale = v128.bitselect(dimmed, full, f64x2.gt(high, full))
  const red = step(f64x2.mul(r, scale), full, half)
  const green = step(f64x2.mul(g, scale), full, half)
  const blue = step(f64x2.mul(b, scale), full, half)
  put(at, table, i32x4.extract_lane(red, 0), i32x4.extract_lane(green, 0), i32x4.extract_lane(blue, 0))
  put(at + 4, table, i32x4.extract_lane(red, 1), i32x4.extract_lane(green, 1), i32x4.extract_lane(blue, 1))
}

/** The nearest of 65536 steps from 0 to 1. */
// @ts-ignore: decorator
@inline
function step(value: v128, full: v128, half: v128): v128 {
  const shown = f64x2.min(full, value) // what is no number stays so, and becomes 0 below, as what is negative does
  const whole = v128.load64_splat(WHOLE + 8)
  return i32x4.trunc_sat_f64x2_u_zero(f64x2.add(f64x2.mul(shown, whole), half))
}

/** Encoded numbers → the colour bytes of RGBA; alpha stays. A multiple of four pixels. */
export function sharesToBytes(one: usize, two: usize, three: usize, bytes: usize, count: i32): void {
  const end = <usize>count << 2
  const whole = v128.load64_splat(WHOLE)
  const scale = v128.load64_splat(WHOLE + 16)
  const full = v128.load32_splat(UNIT)
  const opaque = v128.load32_splat(ALPHA)
  for (let i: usize = 0; i < end; i += 16) {
    const red = nearest(within(v128.load(one + i), full), scale, whole)
    const green = i32x4.shl(nearest(within(v128.load(two + i), full), scale, whole), 8)
    const blue = i32x4.shl(nearest(within(v128.load(three + i), full), scale, whole), 16)
    const alpha = v128.and(v128.load(bytes + i), opaque)
    v128.store(bytes + i, v128.or(v128.or(red, green), v128.or(blue, alpha)))
  }
}

/** 0 to 1; what is no number is 0. */
// @ts-ignore: decorator
@inline
function within(value: v128, full: v128): v128 {
  return v128.and(f32x4.min(full, f32x4.max(f32x4.splat(0), value)), f32x4.eq(value, value))
}

/** Opacity of 0 to 1 → the alpha bytes of RGBA; colours stay. A multiple of four pixels. */
export function alphaToBytes(alpha: usize, bytes: usize, count: i32): void {
  const end = <usize>count << 2
  const whole = v128.load64_splat(WHOLE)
  const scale = v128.load64_splat(WHOLE + 16)
  const full = v128.load32_splat(UNIT)
  const opaque = v128.load32_splat(ALPHA)
  for (let i: usize = 0; i < end; i += 16) {
    const value = i32x4.shl(nearest(within(v128.load(alpha + i), full), scale, whole), 24)
    v128.store(bytes + i, v128.or(value, v128.andnot(v128.load(bytes + i), opaque)))
  }
}

/** Colour bytes of RGBA through three tables of 256 bytes; alpha stays. */
export function bytesThroughTables(bytes: usize, count: i32, tables: usize): void {
  const end = bytes + (<usize>count << 2)
  for (let at = bytes; at < end; at += 4) {
    const word = load<u32>(at)
    const red = <u32>load<u8>(tables + <usize>(word & 255))
    const green = <u32>load<u8>(tables + 256 + <usize>((word >> 8) & 255))
    const blue = <u32>load<u8>(tables + 512 + <usize>((word >> 16) & 255))
    store<u32>(at, (word & 0xff000000) | red | (green << 8) | (blue << 16))
  }
}

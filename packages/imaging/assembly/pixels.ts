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
    } else
      for (let k: usize = 0; k < 16; k += 4)
        outside(<f64>load<f32>(one + i + k), <f64>load<f32>(two + i + k), <f64>load<f32>(three + i + k), bytes + i + k, table)
  }
}

// @ts-ignore: decorator
@inline
function put(at: usize, table: usize, red: i32, green: i32, blue: i32): void {
  const color = <u32>load<u8>(table + <usize>red) | (<u32>load<u8>(table + <usize>green) << 8) | (<u32>load<u8>(table + <usize>blue) << 16)
  store<u32>(at, (load<u32>(at) & 0xff000000) | color)
}

/** A colour that a screen cannot show, as `toBitmap` of src/operators/planes.ts says. */
function outside(r: f64, g: f64, b: f64, at: usize, table: usize): void {
  const low = min(r, min(g, b))
  if (low < 0) {
    const light = 0.2126 * r + 0.7152 * g + 0.0722 * b
    const share = light > 0 ? light / (light - low) : 0
    const grey = light > 0 ? light : 0
    r = grey + (r - light) * share
    g = grey + (g - light) * share
    b = grey + (b - light) * share
  }
  const high = max(r, max(g, b))
  const scale = high > 1 ? 0.5 + 0.5 / high : 1
  put(at, table, step(r * scale), step(g * scale), step(b * scale))
}

// @ts-ignore: decorator
@inline
function step(value: f64): i32 {
  return value > 0 ? (value < 1 ? <i32>(value * 65535 + 0.5) : 65535) : 0
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

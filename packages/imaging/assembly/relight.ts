// More or less light by a curve of Oklab lightness.

// @ts-nocheck: another compiler reads this

// Read from memory before a loop: the compiler of the engine would make a constant anew each time round.
const NUMBERS = memory.data<f32>([1, 0.5, 12582912])
/** The first row of Oklab's second matrix. */
const LIGHTNESS = memory.data<f32>([0.2104542553, 0.793617785, -0.0040720468])

/**
 * Oklab: lightness through a table of straight pieces, a and b by a factor from the same. table: pairs of the lightness after and the factor,
 * `steps` + 2 of them, `scale` to a lightness of 1. Below and above it lightness goes on straight, and the factor stays.
 */
export function relight(one: usize, two: usize, three: usize, count: i32, table: usize, steps: i32, scale: f32): void {
  bent(one, two, three, count, table, steps, scale, false)
}

/**
 * The same over cube roots of the cones' answers (`lightToCones`), in place: they differ from lightness as a and b do from 0, so that neither
 * is wanted.
 */
export function relightCones(one: usize, two: usize, three: usize, count: i32, table: usize, steps: i32, scale: f32): void {
  bent(one, two, three, count, table, steps, scale, true)
}

/** Both of them; inlined, so that each has its own loop without a question in it. */
// @ts-ignore: decorator
@inline
function bent(one: usize, two: usize, three: usize, count: i32, table: usize, steps: i32, scale: f32, ofCones: bool): void {
  const end = <usize>count << 2
  const none = f32x4.splat(0)
  const last = f32x4.splat(<f32>steps)
  const allScale = f32x4.splat(scale)
  const unit = v128.load32_splat(NUMBERS)
  const half = v128.load32_splat(NUMBERS + 4)
  const whole = v128.load32_splat(NUMBERS + 8) // its last bit is worth one
  const toL = v128.load32_splat(LIGHTNESS)
  const toM = v128.load32_splat(LIGHTNESS + 4)
  const toS = v128.load32_splat(LIGHTNESS + 8)
  for (let i: usize = 0; i < end; i += 16) {
    const first = v128.load(one + i)
    const second = v128.load(two + i)
    const third = v128.load(three + i)
    const before = ofCones
      ? f32x4.add(f32x4.add(f32x4.mul(toL, first), f32x4.mul(toM, second)), f32x4.mul(toS, third))
      : first
    const t = f32x4.mul(before, allScale)
    // To the nearest whole number below, or at a border to that below it, with a share of 1: straight pieces meet there.
    const at = f32x4.add(f32x4.sub(f32x4.min(last, f32x4.max(none, t)), half), whole)
    const share = f32x4.sub(t, f32x4.sub(at, whole))
    const a = v128.load(table + (<usize>(i32x4.extract_lane(at, 0) & 0xffff) << 3))
    const b = v128.load(table + (<usize>(i32x4.extract_lane(at, 1) & 0xffff) << 3))
    const c = v128.load(table + (<usize>(i32x4.extract_lane(at, 2) & 0xffff) << 3))
    const d = v128.load(table + (<usize>(i32x4.extract_lane(at, 3) & 0xffff) << 3))
    // Of each: lightness and factor here, and at the next step.
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
    const abNext = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
    const cdNext = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
    const after = between(left(ab, cd), left(abNext, cdNext), share)
    const change = between(right(ab, cd), right(abNext, cdNext), f32x4.min(unit, f32x4.max(none, share)))
    if (ofCones) {
      v128.store(one + i, f32x4.add(after, f32x4.mul(change, f32x4.sub(first, before))))
      v128.store(two + i, f32x4.add(after, f32x4.mul(change, f32x4.sub(second, before))))
      v128.store(three + i, f32x4.add(after, f32x4.mul(change, f32x4.sub(third, before))))
    } else {
      v128.store(one + i, after)
      v128.store(two + i, f32x4.mul(second, change))
      v128.store(three + i, f32x4.mul(third, change))
    }
  }
}

// @ts-ignore: decorator
@inline
function left(ab: v128, cd: v128): v128 {
  return v128.shuffle<f32>(ab, cd, 0, 1, 4, 5)
}
// @ts-ignore: decorator
@inline
function right(ab: v128, cd: v128): v128 {
  return v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)
}
// @ts-ignore: decorator
@inline
function between(low: v128, high: v128, share: v128): v128 {
  return f32x4.add(low, f32x4.mul(f32x4.sub(high, low), share))
}

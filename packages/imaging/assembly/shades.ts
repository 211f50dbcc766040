// What pointwise operators do, over three planes of `count` numbers in place. Operators say what their numbers mean.

// @ts-nocheck: another compiler reads this

// Read from memory before a loop: the compiler of the engine would make a constant anew each time round.
const NUMBERS = memory.data<f32>([1, 5, 0.9, 0.35, 2.5, 0.8, 0.5, 12582912])

/** A gain for each channel. */
export function scaleChannels(one: usize, two: usize, three: usize, count: i32, first: f32, second: f32, third: f32): void {
  const end = <usize>count << 2
  const allFirst = f32x4.splat(first)
  const allSecond = f32x4.splat(second)
  const allThird = f32x4.splat(third)
  for (let i: usize = 0; i < end; i += 16) {
    v128.store(one + i, f32x4.mul(v128.load(one + i), allFirst))
    v128.store(two + i, f32x4.mul(v128.load(two + i), allSecond))
    v128.store(three + i, f32x4.mul(v128.load(three + i), allThird))
  }
}

/** All channels by gain / (1 + bend * norm), the norm no more than `top`. */
export function expose(one: usize, two: usize, three: usize, count: i32, gain: f32, bend: f32, top: f32): void {
  const end = <usize>count << 2
  const unit = v128.load32_splat(NUMBERS + 0)
  const allTop = f32x4.splat(top)
  const none = f32x4.splat(0)
  const allGain = f32x4.splat(gain)
  const allBend = f32x4.splat(bend)
  for (let i: usize = 0; i < end; i += 16) {
    const r = v128.load(one + i)
    const g = v128.load(two + i)
    const b = v128.load(three + i)
    const rr = f32x4.mul(r, r)
    const gg = f32x4.mul(g, g)
    const bb = f32x4.mul(b, b)
    const squares = f32x4.add(f32x4.add(rr, gg), bb)
    const cubes = f32x4.add(f32x4.add(f32x4.mul(rr, r), f32x4.mul(gg, g)), f32x4.mul(bb, b))
    const norm = f32x4.min(allTop, v128.and(f32x4.div(cubes, squares), f32x4.gt(squares, none)))
    const scale = f32x4.div(allGain, f32x4.add(unit, f32x4.mul(allBend, norm)))
    v128.store(one + i, f32x4.mul(r, scale))
    v128.store(two + i, f32x4.mul(g, scale))
    v128.store(three + i, f32x4.mul(b, scale))
  }
}

/** Towards the same light in grey by `share`; the three weights add up to 1. */
export function towardsGrey(one: usize, two: usize, three: usize, count: i32, red: f32, green: f32, blue: f32, share: f32): void {
  const end = <usize>count << 2
  const keep = f32x4.splat(1 - share)
  const allRed = f32x4.splat(red)
  const allGreen = f32x4.splat(green)
  const allBlue = f32x4.splat(blue)
  const allShare = f32x4.splat(share)
  for (let i: usize = 0; i < end; i += 16) {
    const r = v128.load(one + i)
    const g = v128.load(two + i)
    const b = v128.load(three + i)
    const light = f32x4.add(f32x4.add(f32x4.mul(allRed, r), f32x4.mul(allGreen, g)), f32x4.mul(allBlue, b))
    const grey = f32x4.mul(light, allShare)
    v128.store(one + i, f32x4.add(grey, f32x4.mul(r, keep)))
    v128.store(two + i, f32x4.add(grey, f32x4.mul(g, keep)))
    v128.store(three + i, f32x4.add(grey, f32x4.mul(b, keep)))
  }
}

/** Oklab: a and b by factor / (1 + bend * chroma). */
export function scaleChroma(two: usize, three: usize, count: i32, factor: f32, bend: f32): void {
  const end = <usize>count << 2
  const allFactor = f32x4.splat(factor)
  const unit = v128.load32_splat(NUMBERS + 0)
  const allBend = f32x4.splat(bend)
  for (let i: usize = 0; i < end; i += 16) {
    const a = v128.load(two + i)
    const b = v128.load(three + i)
    const chroma = f32x4.sqrt(f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)))
    const scale = f32x4.div(allFactor, f32x4.add(unit, f32x4.mul(allBend, chroma)))
    v128.store(two + i, f32x4.mul(a, scale))
    v128.store(three + i, f32x4.mul(b, scale))
  }
}

/** Oklab: a and b by 1 + amount * (1 - chroma / strong)², and less of it near the direction (skinA, skinB). */
export function scaleWeakChroma(two: usize, three: usize, count: i32, amount: f32, strong: f32, skinA: f32, skinB: f32): void {
  const end = <usize>count << 2
  const unit = v128.load32_splat(NUMBERS + 0)
  const none = f32x4.splat(0)
  const allStrong = f32x4.splat(strong)
  const allSkinA = f32x4.splat(skinA)
  const allSkinB = f32x4.splat(skinB)
  const five = v128.load32_splat(NUMBERS + 4)
  const near = v128.load32_splat(NUMBERS + 8)
  const allAmount = f32x4.splat(amount)
  for (let i: usize = 0; i < end; i += 16) {
    const a = v128.load(two + i)
    const b = v128.load(three + i)
    const chroma = f32x4.sqrt(f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)))
    const weak = f32x4.max(none, f32x4.sub(unit, f32x4.div(chroma, allStrong)))
    const along = f32x4.div(f32x4.add(f32x4.mul(a, allSkinA), f32x4.mul(b, allSkinB)), chroma)
    const skin = v128.and(along, f32x4.gt(chroma, none))
    const spare = f32x4.sub(unit, f32x4.mul(five, f32x4.max(none, f32x4.sub(skin, near))))
    const scale = f32x4.add(unit, f32x4.mul(f32x4.mul(allAmount, spare), f32x4.mul(weak, weak)))
    v128.store(two + i, f32x4.mul(a, scale))
    v128.store(three + i, f32x4.mul(b, scale))
  }
}

/** Oklab: (a, b) added, less towards black and white. */
export function addCast(one: usize, two: usize, three: usize, count: i32, a: f32, b: f32): void {
  const end = <usize>count << 2
  const unit = v128.load32_splat(NUMBERS + 0)
  const none = f32x4.splat(0)
  const dark = v128.load32_splat(NUMBERS + 12)
  const slant = v128.load32_splat(NUMBERS + 16)
  const bright = v128.load32_splat(NUMBERS + 20)
  const allA = f32x4.splat(a)
  const allB = f32x4.splat(b)
  for (let i: usize = 0; i < end; i += 16) {
    const l = v128.load(one + i)
    // Rises to 1 at 0.35, falls to a half from 0.8 to 1.
    const up = f32x4.min(unit, f32x4.max(none, f32x4.div(l, dark)))
    const down = f32x4.mul(slant, f32x4.sub(f32x4.min(l, unit), bright))
    const share = f32x4.sub(up, f32x4.max(none, down))
    v128.store(two + i, f32x4.add(v128.load(two + i), f32x4.mul(allA, share)))
    v128.store(three + i, f32x4.add(v128.load(three + i), f32x4.mul(allB, share)))
  }
}

/** Oklab: two casts, full in the dark and in the bright quarter, nothing at black and white. */
export function addTwoCasts(one: usize, two: usize, three: usize, count: i32, darkA: f32, darkB: f32, lightA: f32, lightB: f32): void {
  const end = <usize>count << 2
  const unit = v128.load32_splat(NUMBERS + 0)
  const none = f32x4.splat(0)
  const allDarkA = f32x4.splat(darkA)
  const allLightA = f32x4.splat(lightA)
  const allDarkB = f32x4.splat(darkB)
  const allLightB = f32x4.splat(lightB)
  for (let i: usize = 0; i < end; i += 16) {
    const l = f32x4.min(unit, f32x4.max(none, v128.load(one + i)))
    const rest = f32x4.sub(unit, l)
    const both = f32x4.mul(l, rest)
    const down = f32x4.mul(both, rest)
    const up = f32x4.mul(both, l)
    v128.store(two + i, f32x4.add(v128.load(two + i), f32x4.add(f32x4.mul(allDarkA, down), f32x4.mul(allLightA, up))))
    v128.store(three + i, f32x4.add(v128.load(three + i), f32x4.add(f32x4.mul(allDarkB, down), f32x4.mul(allLightB, up))))
  }
}

/** Each number of a plane through a table of straight pieces, by itself (`root` 0) or its square root (1); below `start` times `slope`. */
export function bend(plane: usize, count: i32, table: usize, steps: i32, scale: f32, root: i32, start: f32, slope: f32): void {
  const end = <usize>count << 2
  const none = f32x4.splat(0)
  const allScale = f32x4.splat(scale)
  const allSlope = f32x4.splat(slope)
  const allStart = f32x4.splat(start)
  const last = f32x4.splat(<f32>steps)
  const half = v128.load32_splat(NUMBERS + 24)
  const whole = v128.load32_splat(NUMBERS + 28) // its last bit is worth one
  for (let i: usize = 0; i < end; i += 16) {
    const value = v128.load(plane + i)
    const place = root ? f32x4.sqrt(value) : value
    const t = f32x4.min(last, f32x4.max(none, f32x4.mul(place, allScale)))
    const at = f32x4.add(f32x4.sub(t, half), whole)
    const share = f32x4.sub(t, f32x4.sub(at, whole))
    const a = v128.load64_zero(table + (<usize>(i32x4.extract_lane(at, 0) & 0xffff) << 2))
    const b = v128.load64_zero(table + (<usize>(i32x4.extract_lane(at, 1) & 0xffff) << 2))
    const c = v128.load64_zero(table + (<usize>(i32x4.extract_lane(at, 2) & 0xffff) << 2))
    const d = v128.load64_zero(table + (<usize>(i32x4.extract_lane(at, 3) & 0xffff) << 2))
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
    const low = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5)
    const next = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)
    const bent = f32x4.add(low, f32x4.mul(f32x4.sub(next, low), share))
    v128.store(plane + i, v128.bitselect(f32x4.mul(value, allSlope), bent, f32x4.lt(value, allStart)))
  }
}

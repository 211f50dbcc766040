// AssemblyScript: the inner loops of filters and colour spaces on four numbers at a time (WebAssembly SIMD: the same bits everywhere).
// `npm run kernels -w @plantain/imaging` compiles it into src/kernels/module.ts. All arrays are float32; the caller lays them out and leaves 16 bytes
// after each, because the last step of a row may write up to three numbers too many.

// @ts-nocheck: another compiler reads this

export * from './oklab'
export * from './pixels'
export * from './relight'
export * from './shades'
export * from './sharpen'

/** Rows of `stride` numbers, `radius` more on each side than wanted → rows of `width`. weights: from the middle to one side. */
export function convolveAcross(source: usize, target: usize, weights: usize, radius: i32, width: i32, rows: i32, stride: i32): void {
  for (let y = 0; y < rows; y++)
    symmetric(source + (<usize>(y * stride + radius) << 2), target + (<usize>(y * width) << 2), weights, radius, 4, width)
}

/** `radius` rows more above and below than wanted. */
export function convolveDown(source: usize, target: usize, weights: usize, radius: i32, width: i32, rows: i32): void {
  const line = <usize>width << 2
  for (let y = 0; y < rows; y++) symmetric(source + <usize>(y + radius) * line, target + <usize>y * line, weights, radius, line, width)
}

/** `width` sums of a number and those up to `radius` steps before and after it, sixteen at a time. */
function symmetric(middle: usize, out: usize, weights: usize, radius: i32, step: usize, width: i32): void {
  const end = weights + (<usize>radius << 2)
  let x = 0
  for (; x + 16 <= width; x += 16) {
    const at = middle + (<usize>x << 2)
    let weight = v128.load32_splat(weights)
    let a = f32x4.mul(weight, v128.load(at))
    let b = f32x4.mul(weight, v128.load(at + 16))
    let c = f32x4.mul(weight, v128.load(at + 32))
    let d = f32x4.mul(weight, v128.load(at + 48))
    let before = at - step
    let after = at + step
    for (let k = weights + 4; k <= end; k += 4) {
      weight = v128.load32_splat(k)
      a = f32x4.add(a, f32x4.mul(weight, f32x4.add(v128.load(before), v128.load(after))))
      b = f32x4.add(b, f32x4.mul(weight, f32x4.add(v128.load(before + 16), v128.load(after + 16))))
      c = f32x4.add(c, f32x4.mul(weight, f32x4.add(v128.load(before + 32), v128.load(after + 32))))
      d = f32x4.add(d, f32x4.mul(weight, f32x4.add(v128.load(before + 48), v128.load(after + 48))))
      before -= step
      after += step
    }
    const to = out + (<usize>x << 2)
    v128.store(to, a)
    v128.store(to + 16, b)
    v128.store(to + 32, c)
    v128.store(to + 48, d)
  }
  for (; x < width; x += 4) {
    const at = middle + (<usize>x << 2)
    let sum = f32x4.mul(v128.load32_splat(weights), v128.load(at))
    let before = at - step
    let after = at + step
    for (let k = weights + 4; k <= end; k += 4) {
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(k), f32x4.add(v128.load(before), v128.load(after))))
      before -= step
      after += step
    }
    v128.store(out + (<usize>x << 2), sum)
  }
}

/** Each row of the result from `taps` rows of the source: row y from those at starts[y] on (int32), weighed by values[y, taps]. */
export function mixRows(source: usize, target: usize, starts: usize, values: usize, taps: i32, width: i32, rows: i32): void {
  const line = <usize>width << 2
  for (let y = 0; y < rows; y++) {
    const row = source + <usize>load<i32>(starts + (<usize>y << 2)) * line
    const weights = values + (<usize>(y * taps) << 2)
    const end = weights + (<usize>taps << 2)
    const out = target + <usize>y * line
    let x: usize = 0
    for (; x + 64 <= line; x += 64) {
      let a = f32x4.splat(0)
      let b = f32x4.splat(0)
      let c = f32x4.splat(0)
      let d = f32x4.splat(0)
      let from = row + x
      for (let k = weights; k < end; k += 4) {
        const weight = v128.load32_splat(k)
        a = f32x4.add(a, f32x4.mul(weight, v128.load(from)))
        b = f32x4.add(b, f32x4.mul(weight, v128.load(from + 16)))
        c = f32x4.add(c, f32x4.mul(weight, v128.load(from + 32)))
        d = f32x4.add(d, f32x4.mul(weight, v128.load(from + 48)))
        from += line
      }
      v128.store(out + x, a)
      v128.store(out + x + 16, b)
      v128.store(out + x + 32, c)
      v128.store(out + x + 48, d)
    }
    for (; x < line; x += 16) {
      let sum = f32x4.splat(0)
      let from = row + x
      for (let k = weights; k < end; k += 4) {
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(k), v128.load(from)))
        from += line
      }
      v128.store(out + x, sum)
    }
  }
}

/** Means over blocks of `factor` x `factor`: `factor` rows of `stride` numbers → one of `width`. The rows are used up. */
export function reduceRow(rows: usize, target: usize, factor: i32, width: i32, stride: i32, share: f32): void {
  const line = <usize>stride << 2
  for (let x: usize = 0; x < line; x += 16) {
    let sum = v128.load(rows + x)
    for (let k = 1; k < factor; k++) sum = f32x4.add(sum, v128.load(rows + <usize>k * line + x))
    v128.store(rows + x, sum)
  }
  let from = rows
  for (let x = 0; x < width; x++) {
    let sum: f32 = 0
    for (let k = 0; k < factor; k++, from += 4) sum += load<f32>(from)
    store<f32>(target + (<usize>x << 2), sum * share)
  }
}

/** A row between two of `count` numbers, `part` of the way, and straight lines along it: number x from that at starts[x] (int32) to the next, shares[x] of the way. A multiple of four, starts for all of them. */
export function enlargeRow(one: usize, other: usize, part: f32, row: usize, count: i32, starts: usize, shares: usize, target: usize, width: i32): void {
  const all = f32x4.splat(part)
  for (let x: usize = 0; x < <usize>count << 2; x += 16) {
    const low = v128.load(one + x)
    v128.store(row + x, f32x4.add(low, f32x4.mul(f32x4.sub(v128.load(other + x), low), all)))
  }
  for (let x: usize = 0; x < <usize>width << 2; x += 16) {
    const a = v128.load64_zero(row + (<usize>load<i32>(starts + x) << 2))
    const b = v128.load64_zero(row + (<usize>load<i32>(starts + x + 4) << 2))
    const c = v128.load64_zero(row + (<usize>load<i32>(starts + x + 8) << 2))
    const d = v128.load64_zero(row + (<usize>load<i32>(starts + x + 12) << 2))
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
    const low = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5)
    const next = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)
    v128.store(target + x, f32x4.add(low, f32x4.mul(f32x4.sub(next, low), v128.load(shares + x))))
  }
}

/** [rows, width] → [width, rows]; both multiples of 4. */
export function transpose(source: usize, target: usize, width: i32, rows: i32): void {
  const from = <usize>width << 2
  const to = <usize>rows << 2
  for (let y = 0; y < rows; y += 4)
    for (let x = 0; x < width; x += 4) {
      const at = source + <usize>y * from + (<usize>x << 2)
      const a = v128.load(at)
      const b = v128.load(at + from)
      const c = v128.load(at + 2 * from)
      const d = v128.load(at + 3 * from)
      const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
      const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
      const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
      const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
      const out = target + <usize>x * to + (<usize>y << 2)
      v128.store(out, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5))
      v128.store(out + to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7))
      v128.store(out + 2 * to, v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5))
      v128.store(out + 3 * to, v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7))
    }
}

// Non-local means.

/** e to the -x for 0 <= x: 2 to the whole part by the exponent's bits, the rest by a polynomial. Beyond 60 it is nothing. */
// @ts-ignore: decorator
@inline
function fade(x: v128): v128 {
  const power = f32x4.mul(f32x4.min(x, f32x4.splat(60)), f32x4.splat(-1.44269504))
  const whole = f32x4.floor(power)
  const part = f32x4.sub(power, whole)
  let value = f32x4.splat(0.0018943794)
  value = f32x4.add(f32x4.mul(value, part), f32x4.splat(0.0089494274))
  value = f32x4.add(f32x4.mul(value, part), f32x4.splat(0.0558632893))
  value = f32x4.add(f32x4.mul(value, part), f32x4.splat(0.2401397705))
  value = f32x4.add(f32x4.mul(value, part), f32x4.splat(0.6931547523))
  value = f32x4.add(f32x4.mul(value, part), f32x4.splat(0.9999998846))
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.mul(value, exponent)
}

/**
 * One move (dx, dy) of non-local means over a band of `rows` rows of `stride` numbers, padding included: squares of differences, their
 * means over 5 x 5, weights, and what each of the two pixels lends the other. All planes [rows, stride]; two of working space.
 * Rows 2 to rows - 3 - dy and columns 4 to stride - 9 are worked on.
 */
export function moveOfMeans(plane: usize, sums: usize, weights: usize, strongest: usize, squares: usize, across: usize, dx: i32, dy: i32, rows: i32, stride: i32, floor: f32, scale: f32): void {
  const line = <usize>stride << 2
  const step = <isize>(dy * stride + dx) << 2
  const last = rows - dy
  for (let y = 0; y < last; y++) {
    const row = <usize>y * line
    for (let x: usize = 16; x < line - 16; x += 16) {
      const at = plane + row + x
      const d = f32x4.sub(v128.load(at), v128.load(at + step))
      v128.store(squares + row + x, f32x4.mul(d, d))
    }
    for (let x: usize = 16; x < line - 16; x += 16) {
      const at = squares + row + x
      let sum = f32x4.add(v128.load(at - 8), v128.load(at - 4))
      sum = f32x4.add(sum, f32x4.add(v128.load(at + 4), v128.load(at + 8)))
      v128.store(across + row + x, f32x4.add(sum, v128.load(at)))
    }
  }
  const share = f32x4.splat(0.04)
  const least = f32x4.splat(floor)
  const steep = f32x4.splat(scale)
  const none = f32x4.splat(0)
  for (let y = 2; y < last - 2; y++) {
    const row = <usize>y * line
    for (let x: usize = 16; x < line - 32; x += 16) {
      const i = row + x
      const at = across + i
      let sum = f32x4.add(v128.load(at - 2 * line), v128.load(at - line))
      sum = f32x4.add(sum, f32x4.add(v128.load(at + line), v128.load(at + 2 * line)))
      const distance = f32x4.mul(f32x4.add(sum, v128.load(at)), share)
      const weight = fade(f32x4.mul(f32x4.max(f32x4.sub(distance, least), none), steep))
      const j = i + step
      v128.store(sums + i, f32x4.add(v128.load(sums + i), f32x4.mul(weight, v128.load(plane + j))))
      v128.store(weights + i, f32x4.add(v128.load(weights + i), weight))
      v128.store(strongest + i, f32x4.max(v128.load(strongest + i), weight))
      v128.store(sums + j, f32x4.add(v128.load(sums + j), f32x4.mul(weight, v128.load(plane + i))))
      v128.store(weights + j, f32x4.add(v128.load(weights + j), weight))
      v128.store(strongest + j, f32x4.max(v128.load(strongest + j), weight))
    }
  }
}

// Bicubic.

/** Weights of four neighbours at a place between the middle two: for each power of the place, what the four have of it. */
const CUBIC = memory.data<f32>([0, 1, 0, 0, -0.5, 0, 0.5, 0, 1, -2.5, 2, -0.5, -0.5, 1.5, -1.5, 0.5])
// @ts-ignore: decorator
@inline
function weightsAt(t: v128, c0: v128, c1: v128, c2: v128, c3: v128): v128 {
  return f32x4.add(c0, f32x4.mul(t, f32x4.add(c1, f32x4.mul(t, f32x4.add(c2, f32x4.mul(t, c3))))))
}

/**
 * Pixels `first` to before `last` of a row seen through a straight map: pixel n looks at (x + n * stepX, y + n * stepY) of three planes of
 * `stride` numbers a row, whose sixteen neighbours are all there. Catmull-Rom. Writes number n of three rows.
 */
export function cubicRow(red: usize, green: usize, blue: usize, stride: i32, outRed: usize, outGreen: usize, outBlue: usize, first: i32, last: i32, x: f64, y: f64, stepX: f64, stepY: f64): void {
  const line = <usize>stride << 2
  const c0 = v128.load(CUBIC)
  const c1 = v128.load(CUBIC + 16)
  const c2 = v128.load(CUBIC + 32)
  const c3 = v128.load(CUBIC + 48)
  const start = f64x2.replace_lane(f64x2.splat(x), 1, y)
  const step = f64x2.replace_lane(f64x2.splat(stepX), 1, stepY)
  for (let n = first; n < last; n++) {
    const place = f64x2.add(start, f64x2.mul(f64x2.splat(<f64>n), step))
    const whole = f64x2.floor(place)
    const part = f32x4.demote_f64x2_zero(f64x2.sub(place, whole))
    const corner = i32x4.trunc_sat_f64x2_s_zero(whole)
    const at = (<usize>((i32x4.extract_lane(corner, 1) - 1) * stride + i32x4.extract_lane(corner, 0) - 1)) << 2
    const w = weightsAt(v128.shuffle<f32>(part, part, 0, 0, 0, 0), c0, c1, c2, c3)
    const v = weightsAt(v128.shuffle<f32>(part, part, 1, 1, 1, 1), c0, c1, c2, c3)
    const w0 = f32x4.mul(w, v128.shuffle<f32>(v, v, 0, 0, 0, 0))
    const w1 = f32x4.mul(w, v128.shuffle<f32>(v, v, 1, 1, 1, 1))
    const w2 = f32x4.mul(w, v128.shuffle<f32>(v, v, 2, 2, 2, 2))
    const w3 = f32x4.mul(w, v128.shuffle<f32>(v, v, 3, 3, 3, 3))
    const r = patch(red + at, line, w0, w1, w2, w3)
    const g = patch(green + at, line, w0, w1, w2, w3)
    const b = patch(blue + at, line, w0, w1, w2, w3)
    // The four numbers of each added up, all three together.
    const rg = f32x4.add(v128.shuffle<f32>(r, g, 0, 1, 4, 5), v128.shuffle<f32>(r, g, 2, 3, 6, 7))
    const bb = f32x4.add(b, v128.shuffle<f32>(b, b, 2, 3, 0, 1))
    const sums = f32x4.add(v128.shuffle<f32>(rg, bb, 0, 2, 4, 6), v128.shuffle<f32>(rg, bb, 1, 3, 5, 7))
    const out = <usize>n << 2
    v128.store_lane<f32>(outRed + out, sums, 0)
    v128.store_lane<f32>(outGreen + out, sums, 1)
    v128.store_lane<f32>(outBlue + out, sums, 2)
  }
}

// @ts-ignore: decorator
@inline
function patch(at: usize, line: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  const upper = f32x4.add(f32x4.mul(w0, v128.load(at)), f32x4.mul(w1, v128.load(at + line)))
  const lower = f32x4.add(f32x4.mul(w2, v128.load(at + 2 * line)), f32x4.mul(w3, v128.load(at + 3 * line)))
  return f32x4.add(upper, lower)
}

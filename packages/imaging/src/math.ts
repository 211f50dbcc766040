/**
 * Elementary functions that give the same bits on every JavaScript engine. Math.sin, exp and pow may differ by an ulp
 * between engines, and pictures must not; these use only IEEE-exact operations. Errors below 2e-7, enough for pictures.
 */
export const TAU = 6.283185307179586

/** 2 to the n - 120: exact, for n of 0 .. 240. */
const POWERS: Float64Array = Float64Array.from({ length: 241 }, (_, n) => {
  let value = 1
  for (let i = n; i > 120; i--) value *= 2
  for (let i = n; i < 120; i++) value *= 0.5
  return value
})

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value
export const clamp01 = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value)
export const mix = (a: number, b: number, share: number): number => a + (b - a) * share
/** Cubic ramp from 0 at `low` to 1 at `high`; `low` may be the greater. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = clamp01((value - low) / (high - low))
  return t * t * (3 - 2 * t)
}

/** Sine; radians. Folded to [-pi/2, pi/2], odd polynomial of degree 11. */
export function sin(angle: number): number {
  let turn = angle / TAU
  turn -= Math.floor(turn + 0.5) // -0.5 .. 0.5
  if (turn > 0.25) turn = 0.5 - turn
  else if (turn < -0.25) turn = -0.5 - turn
  const x = turn * TAU
  const s = x * x
  return x * (1 + s * (-1 / 6 + s * (1 / 120 + s * (-1 / 5040 + s * (1 / 362880 - s / 39916800)))))
}
export const cos = (angle: number): number => sin(angle + TAU / 4)

/** e to the x, for x in -80 .. 80. Range reduction by halves of ln 2, then a Taylor polynomial. */
export function exp(x: number): number {
  if (x < -80) return 0
  const n = Math.floor(x * 1.4426950408889634 + 0.5)
  const r = x - n * 0.6931471805599453
  const p = 1 + r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040))))))
  return p * POWERS[n + 120]!
}

const FADE_STEPS = 256
const FADES: Float64Array = Float64Array.from({ length: 16 * FADE_STEPS + 2 }, (_, i) => exp(-i / FADE_STEPS))
/** e to the -x for x of 0 and more, from a table; errors below 2e-6. Small enough to be inlined into loops. */
export function decay(x: number): number {
  if (x >= 16) return 0
  const t = x * FADE_STEPS
  const i = t | 0
  return FADES[i]! + (FADES[i + 1]! - FADES[i]!) * (t - i)
}

/** Natural logarithm of x > 0 (1e-9 .. 1e9), by the power of two below it and the series of atanh. */
export function log(x: number): number {
  let n = 0
  let m = x
  if (x < 1) {
    m = x * 1073741824
    n = -30
  }
  const power = 31 - Math.clz32(m)
  m *= POWERS[120 - power]!
  n += power
  if (m > 1.4142135623730951) {
    m *= 0.5
    n++
  }
  const t = (m - 1) / (m + 1)
  const s = t * t
  return n * 0.6931471805599453 + 2 * t * (1 + s * (1 / 3 + s * (1 / 5 + s * (1 / 7 + s * (1 / 9 + s / 11)))))
}
/** x to the y for x >= 0. */
export const pow = (x: number, y: number): number => (x <= 0 ? 0 : exp(y * log(x)))

/** Arc tangent of y / x in -pi .. pi; error below 2e-6. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0
  const ax = x < 0 ? -x : x
  const ay = y < 0 ? -y : y
  const a = ax > ay ? ay / ax : ax / ay
  const s = a * a
  let r =
    a *
    (0.99997726 + s * (-0.33262347 + s * (0.19354346 + s * (-0.11643287 + s * (0.05265332 - s * 0.0117212)))))
  if (ay > ax) r = TAU / 4 - r
  if (x < 0) r = TAU / 2 - r
  return y < 0 ? -r : r
}

// Unsharp masking that stays near the neighbours.

// @ts-nocheck: another compiler reads this

/** Sizes of detail that are noise; how far beyond the neighbours a pixel may go, as a share of their range and beside it. */
const LIMITS = memory.data<f32>([0.004, 0.12, 0.004])

/**
 * A row of `width` numbers and what is left of it after a blur → the row with its detail `amount` times as strong. `row` has one number more
 * on each side; above and below: the neighbouring rows.
 */
export function unsharpRow(above: usize, row: usize, below: usize, soft: usize, target: usize, width: i32, amount: f32): void {
  const end = <usize>width << 2
  const noise = v128.load32_splat(LIMITS)
  const share = v128.load32_splat(LIMITS + 4)
  const least = v128.load32_splat(LIMITS + 8)
  const allAmount = f32x4.splat(amount)
  for (let i: usize = 0; i < end; i += 16) {
    const value = v128.load(row + i)
    const left = v128.load(row + i - 4)
    const right = v128.load(row + i + 4)
    const up = v128.load(above + i)
    const down = v128.load(below + i)
    const low = f32x4.min(value, f32x4.min(f32x4.min(left, right), f32x4.min(up, down)))
    const high = f32x4.max(value, f32x4.max(f32x4.max(left, right), f32x4.max(up, down)))
    const room = f32x4.add(f32x4.mul(share, f32x4.sub(high, low)), least)
    const detail = f32x4.sub(value, v128.load(soft + i))
    const size = f32x4.abs(detail)
    const kept = f32x4.mul(detail, f32x4.div(size, f32x4.add(size, noise)))
    const wanted = f32x4.add(value, f32x4.mul(allAmount, kept))
    v128.store(target + i, f32x4.min(f32x4.add(high, room), f32x4.max(f32x4.sub(low, room), wanted)))
  }
}

/**
 * Cube roots by table, the same bits on every engine: two tables of straight pieces, a fine one for dark values. Errors below
 * 1e-5 of the result from 1e-4 up, and a cube gives the value back within 1e-6.
 */
const TOP = 4
const DARK = 1 / 64
const STEPS = 16384
const scale = STEPS / TOP
const darkScale = STEPS / DARK

/** Newton's rule from above, until it no longer falls: to the last bit or the one before. */
export function exactCubeRoot(value: number): number {
  if (value === 0) return 0
  if (value < 0) return -exactCubeRoot(-value)
  let root = value > 1 ? value : 1
  for (;;) {
    const next = (2 * root + value / (root * root)) / 3
    if (next >= root) return root
    root = next
  }
}
const table: Float64Array = Float64Array.from({ length: STEPS + 2 }, (_, i) => exactCubeRoot(i / scale))
const darkTable: Float64Array = Float64Array.from({ length: STEPS + 2 }, (_, i) =>
  exactCubeRoot(i / darkScale),
)

/** Cube root of `value`; negative values mirror, what lies beyond 4 is taken as 4. */
export function cubeRoot(value: number): number {
  if (value < 0) return -cubeRoot(-value)
  if (value < DARK) {
    const t = value * darkScale
    const i = t | 0
    const low = darkTable[i]!
    return low + (darkTable[i + 1]! - low) * (t - i)
  }
  const t = value < TOP ? value * scale : STEPS
  const i = t | 0
  const low = table[i]!
  return low + (table[i + 1]! - low) * (t - i)
}

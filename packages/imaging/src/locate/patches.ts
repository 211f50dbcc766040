import type { Superpixels } from './superpixels.ts'
import type { Thumbnail } from './thumbnail.ts'

/** What is measured of one patch. */
export interface Patch {
  readonly size: number
  readonly lightness: number
  readonly a: number
  readonly b: number
  /** Deviation of lightness within it, and mean step from pixel to pixel across and down. */
  readonly deviation: number
  readonly across: number
  readonly down: number
  /** Centre and extent, shares of the frame. */
  readonly x: number
  readonly y: number
  readonly top: number
  readonly bottom: number
  /** Pixels on the frame's edge. */
  readonly rim: number
  readonly neighbours: readonly number[]
}

export function measurePatches(image: Thumbnail, { count, of }: Superpixels): readonly Patch[] {
  const { width, height, lightness, a, b } = image
  const sums = Array.from({ length: count }, () => ({
    size: 0,
    l: 0,
    ll: 0,
    a: 0,
    b: 0,
    across: 0,
    down: 0,
    x: 0,
    y: 0,
    top: height,
    bottom: 0,
    rim: 0,
    near: new Set<number>(),
  }))
  for (let p = 0; p < of.length; p++) {
    const [x, y] = [p % width, Math.floor(p / width)]
    const one = sums[of[p]!]!
    const l = lightness[p]!
    one.size++
    one.l += l
    one.ll += l * l
    one.a += a[p]!
    one.b += b[p]!
    one.x += x
    one.y += y
    one.top = Math.min(one.top, y)
    one.bottom = Math.max(one.bottom, y + 1)
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) one.rim++
    if (x + 1 < width) {
      one.across += Math.abs(lightness[p + 1]! - l)
      link(sums, of[p]!, of[p + 1]!)
    }
    if (y + 1 < height) {
      one.down += Math.abs(lightness[p + width]! - l)
      link(sums, of[p]!, of[p + width]!)
    }
  }
  return sums.map((one): Patch => {
    const n = Math.max(1, one.size)
    const mean = one.l / n
    return {
      size: one.size,
      lightness: mean,
      a: one.a / n,
      b: one.b / n,
      deviation: Math.sqrt(Math.max(0, one.ll / n - mean * mean)),
      across: one.across / n,
      down: one.down / n,
      x: (one.x / n + 0.5) / width,
      y: (one.y / n + 0.5) / height,
      top: one.top / height,
      bottom: one.bottom / height,
      rim: one.rim,
      neighbours: [...one.near].sort((i, j) => i - j),
    }
  })
}

function link(sums: readonly { near: Set<number> }[], i: number, j: number): void {
  if (i === j) return
  sums[i]!.near.add(j)
  sums[j]!.near.add(i)
}

/** How unlike two patches look; 0.1 is plain to see. Hue weighs more than lightness, since shadows are no edges. */
export function contrastOf(one: Patch, other: Patch): number {
  const [l, a, b] = [one.lightness - other.lightness, 2.2 * (one.a - other.a), 2.2 * (one.b - other.b)]
  return Math.sqrt(l * l + a * a + b * b)
}

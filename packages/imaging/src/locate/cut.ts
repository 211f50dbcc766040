import { box } from '../filters/box.ts'
import { exp, log } from '../math.ts'
import type { Thumbnail } from './thumbnail.ts'

/** Colours are counted in BINS x BINS x BINS cells of Oklab. */
const BINS = 14
const ROUNDS = 4
/** How fast neighbours part where they differ, and how much a pixel's own colour and prior weigh against them. */
const [EDGE, OWN] = [1400, 0.035]

/**
 * A region with the picture's own edges, 0 to 1 per pixel, from a rough one (`prior`, 0 to 1: how likely a pixel belongs to it). The
 * colours inside and outside are learned from the rough region, each pixel judged by both, and the judgement spread as heat
 * spreads in a sheet that is thin where the picture has edges; then once more with the better region.
 *
 * Source: Grady, Random walks for image segmentation, 2006, with colour models as in GrabCut (Rother et al., 2004).
 */
export function cutRegion(image: Thumbnail, prior: Float32Array): Float32Array {
  const cells = cellsOf(image)
  const bonds = bondsOf(image)
  let region: Float32Array | null = null
  for (let round = 0; round < ROUNDS; round++)
    region = spread(image, bonds, judge(cells, region ?? prior, prior), region)
  return region!
}

function cellsOf({ lightness, a, b }: Thumbnail): Int32Array {
  const cell = (value: number, low: number, high: number): number =>
    Math.max(0, Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS)))
  return Int32Array.from(
    lightness,
    (l, p) => (cell(l, 0, 1) * BINS + cell(a[p]!, -0.2, 0.24)) * BINS + cell(b[p]!, -0.26, 0.2),
  )
}

/** Share of each colour inside and outside → how likely each pixel is inside. */
function judge(cells: Int32Array, region: Float32Array, prior: Float32Array): Float32Array {
  const [inside, outside] = [new Float32Array(BINS ** 3), new Float32Array(BINS ** 3)]
  let [ins, outs] = [1e-3, 1e-3]
  for (let p = 0; p < cells.length; p++) {
    const share = region[p]!
    inside[cells[p]!] = inside[cells[p]!]! + share
    outside[cells[p]!] = outside[cells[p]!]! + 1 - share
    ins += share
    outs += 1 - share
  }
  const [near, far] = [smooth(inside), smooth(outside)]
  const floor = 2e-5
  return cells.reduce((judged, cell, p) => {
    const odds = log((near[cell]! / ins + floor) / (far[cell]! / outs + floor))
    const q = Math.min(0.97, Math.max(0.03, prior[p]!))
    const total = 0.8 * odds + 1.4 * log(q / (1 - q))
    judged[p] = 1 / (1 + exp(-Math.max(-30, Math.min(30, total))))
    return judged
  }, new Float32Array(cells.length))
}

/** Counts lent to neighbouring cells: a colour between two that were seen is as likely. */
function smooth(counts: Float32Array): Float32Array {
  let now = counts
  for (const step of [1, BINS, BINS * BINS]) {
    const next = new Float32Array(now.length)
    for (let i = 0; i < now.length; i++) {
      const at = Math.floor(i / step) % BINS
      next[i] =
        0.5 * now[i]! +
        0.25 * (at > 0 ? now[i - step]! : now[i]!) +
        0.25 * (at < BINS - 1 ? now[i + step]! : now[i]!)
    }
    now = next
  }
  return now
}

interface Bonds {
  readonly right: Float32Array
  readonly down: Float32Array
}

function bondsOf({ width, height, lightness, a, b }: Thumbnail): Bonds {
  const [right, down] = [new Float32Array(lightness.length), new Float32Array(lightness.length)]
  const bond = (p: number, q: number): number => {
    const [dl, da, db] = [lightness[p]! - lightness[q]!, 2.2 * (a[p]! - a[q]!), 2.2 * (b[p]! - b[q]!)]
    return exp(-Math.min(60, EDGE * (dl * dl + da * da + db * db))) + 2e-4
  }
  for (let p = 0; p < lightness.length; p++) {
    if ((p + 1) % width !== 0) right[p] = bond(p, p + 1)
    if (p + width < width * height) down[p] = bond(p, p + width)
  }
  return { right, down }
}

/** Residual, as a share of what the start has, at which the sheet is at rest. */
const AT_REST = 1e-6
const MOST_STEPS = 45

/**
 * Minimises Σ bond (s_i - s_j)² + OWN Σ (s_i - judged_i)² by conjugate gradients, each pixel weighed by how firmly it is held.
 *
 * start: a sheet that is near already; null: the judgement itself
 */
function spread(
  { width, height }: Thumbnail,
  { right, down }: Bonds,
  judged: Float32Array,
  start: Float32Array | null,
): Float32Array {
  const n = width * height
  const held = heldBy(width, right, down)
  const s = Float64Array.from(start ?? judged)
  const [product, rest, way, eased] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  pull(s, product, held, { width, right, down })
  let [before, first] = [0, 0]
  for (let p = 0; p < n; p++) {
    const own = OWN * judged[p]!
    rest[p] = own - product[p]!
    way[p] = eased[p] = rest[p]! / held[p]!
    before += rest[p]! * eased[p]!
    first += (own * own) / held[p]!
  }
  for (let step = 0; step < MOST_STEPS && before > AT_REST * first; step++) {
    pull(way, product, held, { width, right, down })
    const stride = before / dot(way, product)
    let now = 0
    for (let p = 0; p < n; p++) {
      s[p] = s[p]! + stride * way[p]!
      rest[p] = rest[p]! - stride * product[p]!
      eased[p] = rest[p]! / held[p]!
      now += rest[p]! * eased[p]!
    }
    const turn = now / before
    before = now
    for (let p = 0; p < n; p++) way[p] = eased[p]! + turn * way[p]!
  }
  return Float32Array.from(s, (value) => Math.min(1, Math.max(0, value)))
}

/** OWN and all bonds of each pixel: the diagonal of the system. */
function heldBy(width: number, right: Float32Array, down: Float32Array): Float64Array {
  const held = new Float64Array(right.length).fill(OWN)
  for (let p = 0; p < held.length; p++) {
    const [r, d] = [right[p]!, down[p]!]
    held[p] = held[p]! + r + d
    if (r > 0) held[p + 1] = held[p + 1]! + r
    if (d > 0) held[p + width] = held[p + width]! + d
  }
  return held
}

function pull(
  s: Float64Array,
  out: Float64Array,
  held: Float64Array,
  { width, right, down }: Bonds & { readonly width: number },
): void {
  const n = s.length
  for (let p = 0; p < n; p++) {
    // Bonds beyond the frame are 0.
    const left = p > 0 ? right[p - 1]! * s[p - 1]! : 0
    const up = p >= width ? down[p - width]! * s[p - width]! : 0
    const next = p + 1 < n ? right[p]! * s[p + 1]! : 0
    const below = p + width < n ? down[p]! * s[p + width]! : 0
    out[p] = held[p]! * s[p]! - left - up - next - below
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}

/** A rough region with soft borders of `radius` pixels, so that the cut may move them. */
export const softened = ({ width, height }: Thumbnail, region: Float32Array, radius: number): Float32Array =>
  box(box(region, width, height, radius), width, height, radius)

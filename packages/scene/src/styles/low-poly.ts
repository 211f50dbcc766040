import Delaunator from 'delaunator'
import { LABEL } from '../frame.ts'
import { random } from '../noise.ts'
import { blur } from './kit/blur.ts'
import { fromOklab, lumaOf, oklabOf } from './kit/color.ts'
import { edgesOf, looseOf } from './kit/edges.ts'
import { smooth } from './kit/smooth.ts'
import type { Picture, Styler } from './style.ts'

/** Side of the widest cell that holds one corner, and how often it may be halved. */
const WIDEST = 0.09
const HALVINGS = 4

/**
 * Low poly: corners are scattered by a quadtree, densely where much happens and exactly on the edges of things, joined by
 * Delaunay's triangles, and every facet has one colour, tilted a little to the light or away from it.
 */
export const lowPoly: Styler = {
  name: 'low poly',
  reach: 0.36,
  paint(picture, seed) {
    const { width, height } = picture
    const short = Math.min(width, height)
    const points = cornersOf(picture, busyOf(picture, short), short, seed)
    const { triangles } = new Delaunator(points)
    const owner = ownersOf(points, triangles, width, height)
    const facets = facetColors(picture, owner, points, triangles, seed)
    return fill(owner, facets, points, triangles, width, height)
  },
}

/** How much each pixel asks for a corner: edges of things most, then edges of colour. */
function busyOf(picture: Picture, short: number): Float32Array {
  const { width, height, color, label } = picture
  const { outline: out, walls } = edgesOf(picture)
  const luma = blur(
    lumaOf(
      smooth(color, walls, width, height, {
        radius: 0.006 * short,
        tolerance: 0.12,
        loose: looseOf(picture),
        slack: 2.5,
      }),
    ),
    width,
    height,
    0.0022 * short,
  )
  const scale = short / 1024
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x
      const gx = luma[i + 1]! - luma[i - 1]!
      const gy = luma[i + width]! - luma[i - width]!
      const steep = Math.sqrt(gx * gx + gy * gy) * scale
      const own = label[i]!
      const care = own >= 64 || own === LABEL.building || own === LABEL.furniture ? 1.6 : own < 4 ? 0.5 : 0.8
      const asks = Math.min(0.75, steep * care * 9)
      if (asks > out[i]!) out[i] = asks
    }
  return out
}

/** Corners, x and y by turns, in pixels. */
function cornersOf(picture: Picture, busy: Float32Array, short: number, seed: number): Float64Array {
  const { width, height, label } = picture
  const points: number[] = []
  const finest = WIDEST / (1 << HALVINGS)
  const split = (i: number, j: number, side: number, depth: number): void => {
    const x0 = Math.floor(i * side * short)
    const y0 = Math.floor(j * side * short)
    const x1 = Math.min(width, Math.floor((i + 1) * side * short))
    const y1 = Math.min(height, Math.floor((j + 1) * side * short))
    if (x0 >= x1 || y0 >= y1) return
    let most = 0
    let at = -1
    let sum = 0
    let thing = 0
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const k = y * width + x
        const value = busy[k]!
        sum += value
        if (label[k]! >= 64) thing++
        // Of equal edges the one that the hash prefers: corners do not line up with the pixels.
        const rank =
          value + 0.2 * random(seed + 3, Math.floor((x / short) * 900), Math.floor((y / short) * 900))
        if (value > 0.12 && rank > most) {
          most = rank
          at = k
        }
      }
    const area = (x1 - x0) * (y1 - y0)
    const asks = (sum / area) * side * 26 + (thing > area * 0.3 ? 0.05 * side * 20 : 0)
    if (depth < HALVINGS && side > finest * 1.01 && asks > 0.045 + 0.035 * depth) {
      for (let k = 0; k < 4; k++) split(2 * i + (k & 1), 2 * j + (k >> 1), side / 2, depth + 1)
      return
    }
    let x = (i + 0.15 + 0.7 * random(seed, i, j, depth)) * side * short
    let y = (j + 0.15 + 0.7 * random(seed + 1, i, j, depth)) * side * short
    if (at >= 0) {
      x = (at % width) + 0.5 + 0.01 * random(seed + 2, i, j, depth)
      y = Math.floor(at / width) + 0.5 + 0.01 * random(seed + 4, i, j, depth)
    }
    if (x > 1 && y > 1 && x < width - 1 && y < height - 1) points.push(x, y)
  }
  const across = Math.ceil(width / (WIDEST * short))
  const down = Math.ceil(height / (WIDEST * short))
  for (let j = 0; j < down; j++) for (let i = 0; i < across; i++) split(i, j, WIDEST, 0)
  rim(points, width, height, short, seed)
  return Float64Array.from(points)
}

/** Corners along the border of the frame, so that triangles end there. */
function rim(points: number[], width: number, height: number, short: number, seed: number): void {
  const pitch = 0.06 * short
  for (const [length, side] of [
    [width, 0],
    [width, 1],
    [height, 2],
    [height, 3],
  ] as const) {
    const steps = Math.max(1, Math.round(length / pitch))
    for (let k = side > 1 ? 1 : 0; k <= steps - (side > 1 ? 1 : 0); k++) {
      const inside = k > 0 && k < steps ? 0.6 * (random(seed + 7, k, side) - 0.5) : 0
      const at = ((k + inside) / steps) * length
      if (side === 0) points.push(at, 0)
      else if (side === 1) points.push(at, height)
      else if (side === 2) points.push(0, at)
      else points.push(width, at)
    }
  }
}

/** Index of the triangle at the middle of each pixel, [H, W]. */
function ownersOf(points: Float64Array, triangles: Uint32Array, width: number, height: number): Int32Array {
  const owner = new Int32Array(width * height).fill(-1)
  for (let t = 0; t < triangles.length; t += 3) {
    const [ax, ay, bx, by, cx, cy] = corners(points, triangles, t)
    const x0 = Math.max(0, Math.floor(Math.min(ax, bx, cx)))
    const x1 = Math.min(width - 1, Math.ceil(Math.max(ax, bx, cx)))
    const y0 = Math.max(0, Math.floor(Math.min(ay, by, cy)))
    const y1 = Math.min(height - 1, Math.ceil(Math.max(ay, by, cy)))
    for (let y = y0; y <= y1; y++)
      for (let x = x0; x <= x1; x++)
        if (insideOf(ax, ay, bx, by, cx, cy, x + 0.5, y + 0.5)) owner[y * width + x] = t / 3
  }
  return owner
}

type Corners = [number, number, number, number, number, number]
function corners(points: Float64Array, triangles: Uint32Array, t: number): Corners {
  const a = 2 * triangles[t]!
  const b = 2 * triangles[t + 1]!
  const c = 2 * triangles[t + 2]!
  return [points[a]!, points[a + 1]!, points[b]!, points[b + 1]!, points[c]!, points[c + 1]!]
}
/** Whether (x, y) is in the triangle, whichever way it turns; a point on an edge is in both. */
function insideOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  x: number,
  y: number,
): boolean {
  const p = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  const q = (cx - bx) * (y - by) - (cy - by) * (x - bx)
  const r = (ax - cx) * (y - cy) - (ay - cy) * (x - cx)
  return (p >= 0 && q >= 0 && r >= 0) || (p <= 0 && q <= 0 && r <= 0)
}

/** Encoded sRGB of each facet, [triangles, 3]. */
function facetColors(
  picture: Picture,
  owner: Int32Array,
  points: Float64Array,
  triangles: Uint32Array,
  seed: number,
): Float32Array {
  const { width, height } = picture
  const count = triangles.length / 3
  const lab = oklabOf(picture.color)
  const sums = new Float64Array(count * 4)
  for (let i = 0; i < owner.length; i++) {
    const t = owner[i]!
    if (t < 0) continue
    sums[4 * t] = sums[4 * t]! + lab[3 * i]!
    sums[4 * t + 1] = sums[4 * t + 1]! + lab[3 * i + 1]!
    sums[4 * t + 2] = sums[4 * t + 2]! + lab[3 * i + 2]!
    sums[4 * t + 3] = sums[4 * t + 3]! + 1
  }
  const out = new Float32Array(count * 3)
  for (let t = 0; t < count; t++) {
    const [ax, ay, bx, by, cx, cy] = corners(points, triangles, 3 * t)
    const mx = (ax + bx + cx) / 3
    const my = (ay + by + cy) / 3
    const n = sums[4 * t + 3]!
    const at = 3 * (Math.min(height - 1, my | 0) * width + Math.min(width - 1, mx | 0))
    const mean = (channel: number): number => (n > 0 ? sums[4 * t + channel]! / n : lab[at + channel]!)
    // A facet has no normal to read, so its outline gives one: how its lowest corner lies to its middle.
    const lean =
      (ax + bx + cx - 3 * Math.min(ax, bx, cx)) / (Math.max(ax, bx, cx) - Math.min(ax, bx, cx) + 1) - 1.5
    const tilt = 0.03 * lean + 0.035 * (random(seed + 9, mx | 0, my | 0) - 0.5)
    const L = mean(0)
    fromOklab(L + tilt * (0.4 + L) * 1.1, mean(1) * 1.14, mean(2) * 1.14, out, 3 * t)
  }
  return out
}

/** Six places in a pixel, x and y by turns, no two in line. */
const PLACES = [0.08, 0.42, 0.25, 0.92, 0.42, 0.08, 0.58, 0.75, 0.75, 0.25, 0.92, 0.58]

/** Facets filled; a pixel on an edge is the mean of six places in it. */
function fill(
  owner: Int32Array,
  facets: Float32Array,
  points: Float64Array,
  triangles: Uint32Array,
  width: number,
  height: number,
): Float32Array {
  const out = new Float32Array(width * height * 3)
  const near: number[] = []
  const flat = new Float64Array(triangles.length * 2)
  for (let k = 0; k < triangles.length; k++) {
    flat[2 * k] = points[2 * triangles[k]!]!
    flat[2 * k + 1] = points[2 * triangles[k]! + 1]!
  }
  const within = (t: number, x: number, y: number): boolean => {
    const k = 6 * t
    return insideOf(flat[k]!, flat[k + 1]!, flat[k + 2]!, flat[k + 3]!, flat[k + 4]!, flat[k + 5]!, x, y)
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const own = Math.max(0, owner[i]!)
      near.length = 0
      for (let dy = y > 0 ? -1 : 0; dy <= (y + 1 < height ? 1 : 0); dy++)
        for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < width ? 1 : 0); dx++) {
          const other = owner[i + dy * width + dx]!
          if (other >= 0 && other !== own && !near.includes(other)) near.push(other)
        }
      if (near.length === 0) {
        for (let channel = 0; channel < 3; channel++) out[3 * i + channel] = facets[3 * own + channel]!
        continue
      }
      let red = 0
      let green = 0
      let blue = 0
      for (let s = 0; s < PLACES.length; s += 2) {
        const px = x + PLACES[s]!
        const py = y + PLACES[s + 1]!
        let found = own
        for (let k = 0; k < near.length && !within(own, px, py); k++)
          if (within(near[k]!, px, py)) {
            found = near[k]!
            break
          }
        red += facets[3 * found]!
        green += facets[3 * found + 1]!
        blue += facets[3 * found + 2]!
      }
      out[3 * i] = (2 * red) / PLACES.length
      out[3 * i + 1] = (2 * green) / PLACES.length
      out[3 * i + 2] = (2 * blue) / PLACES.length
    }
  return out
}

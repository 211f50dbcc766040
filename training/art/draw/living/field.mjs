/**
 * Rounded outlines: shapes are signed distance fields (negative inside, in drawing units) that flow into one another like clay;
 * `outline` turns one into path data. Fields: (x, y) => distance.
 */
import { fitted } from './fit.mjs'

export const oval = (cx, cy, rx, ry = rx, degrees = 0) => {
  if (rx === ry) return (x, y) => Math.hypot(x - cx, y - cy) - rx
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return (x, y) => {
    const [u, v] = [(x - cx) * c + (y - cy) * s, (y - cy) * c - (x - cx) * s]
    const a = Math.hypot(u / rx, v / ry)
    const b = Math.hypot(u / (rx * rx), v / (ry * ry))
    return b === 0 ? -Math.min(rx, ry) : (a * (a - 1)) / b
  }
}
/** A line that is `a` thick (radius) at one end and `b` at the other: the hull of two circles. */
export const cap = (x1, y1, a, x2, y2, b = a) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy)
  const slope = length > 0 ? Math.min(0.95, Math.max(-0.95, (a - b) / length)) : 0
  const lean = slope / Math.sqrt(1 - slope * slope)
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [0, 0]
  return (x, y) => {
    const along = (x - x1) * ux + (y - y1) * uy
    const aside = Math.abs((y - y1) * ux - (x - x1) * uy)
    const t = length > 0 ? Math.min(1, Math.max(0, (along - aside * lean) / length)) : 0
    return Math.hypot(x - x1 - t * dx, y - y1 - t * dy) - (a + (b - a) * t)
  }
}
/** A limb through [x, y, radius] points, bent smoothly. */
export function limb(...points) {
  const caps = []
  let last = points[0]
  for (const next of spline(points, false, 6).slice(1)) {
    caps.push(cap(...last, ...next))
    last = next
  }
  const [xs, ys, widest] = [points.map(([x]) => x), points.map(([, y]) => y), Math.max(...points.map(([, , r]) => r)) + 4]
  const [l, t, r, b] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const all = union(...caps)
  return (x, y) => {
    const off = Math.max(l - x, x - r, t - y, y - b) - widest
    return off > 50 ? off : all(x, y)
  }
}
/** A smooth closed shape through points; a point with a third value 1 is a corner; `round` swells it. */
export function blob(points, round = 0) {
  const edge = spline(points.map(([x, y, corner]) => [x, y, 0, corner]), true, 9)
  return polygon(edge, round)
}
export function polygon(edge, round = 0) {
  const count = edge.length
  const [xs, ys] = [edge.map(([x]) => x), edge.map(([, y]) => y)]
  const [l, t, r, b] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return (x, y) => {
    const off = Math.max(l - x, x - r, t - y, y - b)
    if (off > 40) return off - round
    let best = Infinity
    let inside = false
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const [ax, ay] = edge[i]
      const [bx, by] = edge[j]
      const [ex, ey, px, py] = [bx - ax, by - ay, x - ax, y - ay]
      const t = Math.min(1, Math.max(0, (px * ex + py * ey) / (ex * ex + ey * ey || 1)))
      best = Math.min(best, (px - ex * t) ** 2 + (py - ey * t) ** 2)
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
    return (inside ? -1 : 1) * Math.sqrt(best) - round
  }
}
/** Points of a Catmull-Rom curve: [x, y, radius], `steps` a span; a fourth value 1 makes a corner. */
export function spline(points, closed, steps) {
  const count = points.length
  const at = (i) => (closed ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))])
  const found = closed ? [] : [points[0].slice(0, 3)]
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b] = [at(i), at(i + 1)]
    const [before, after] = [a[3] ? a : at(i - 1), b[3] ? b : at(i + 2)]
    const slope = (from, to, axis, corner) => (corner ? b[axis] - a[axis] : (to[axis] - from[axis]) / 2)
    for (let k = 1; k <= steps; k++) {
      const t = k / steps
      const point = [0, 1, 2].map((axis) => {
        const m0 = slope(before, b, axis, a[3])
        const m1 = slope(a, after, axis, b[3])
        const [p, q] = [a[axis], b[axis]]
        return p + m0 * t + (3 * (q - p) - 2 * m0 - m1) * t * t + (2 * (p - q) + m0 + m1) * t ** 3
      })
      found.push(point)
    }
  }
  return found
}

export const union = (...fields) => (x, y) => {
  let best = Infinity
  for (const field of fields) best = Math.min(best, field(x, y))
  return best
}
const soft = (a, b, k) => {
  const h = Math.max(0, k - Math.abs(a - b)) / k
  return Math.min(a, b) - h * h * k * 0.25
}
/** Shapes that flow together over `k` units. */
export const melt = (k, ...fields) => (x, y) => fields.reduce((sum, field) => soft(sum, field(x, y), k), 1e4)
/** `a` without `b`, its new edge rounded by k. */
export const cut = (a, b, k = 1) => (x, y) => -soft(-a(x, y), b(x, y), k)
export const both = (a, b, k = 1) => (x, y) => -soft(-a(x, y), -b(x, y), k)
/** What is above the ground at `level`. */
export const stand = (field, level = 380, k = 8) => (x, y) => -soft(-field(x, y), level - y, k)
export const grown = (field, by) => (x, y) => field(x, y) - by
export const mirrored = (field, axis) => (x, y) => field(2 * axis - x, y)
export const moved = (field, dx, dy) => (x, y) => field(x - dx, y - dy)
export const turned = (field, degrees, cx, cy) => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return (x, y) => field(cx + (x - cx) * c + (y - cy) * s, cy + (y - cy) * c - (x - cx) * s)
}
export const scaled = (field, by, cx, cy) => (x, y) => field(cx + (x - cx) / by, cy + (y - cy) / by) * by

const [LOW, HIGH, BLOCK] = [-120, 560, 20]
/** Path data of a field's edge, found on a grid of `cell` units (finer for small shapes). `fine`: how far the path may stray from it. */
export function outline(field, fine = 0.3) {
  const blocks = []
  for (let x = LOW; x < HIGH; x += BLOCK)
    for (let y = LOW; y < HIGH; y += BLOCK) if (Math.abs(field(x + BLOCK / 2, y + BLOCK / 2)) < BLOCK * 1.5) blocks.push([x, y])
  const cell = blocks.length < 14 ? 1 : 2
  const links = new Map()
  const grid = new Map()
  const value = (x, y) => {
    const id = (x + 1000) * 4096 + y + 1000
    let known = grid.get(id)
    if (known === undefined) grid.set(id, (known = field(x, y) || 1e-6))
    return known
  }
  for (const [bx, by] of blocks)
    for (let x = bx; x < bx + BLOCK; x += cell) for (let y = by; y < by + BLOCK; y += cell) square(x, y, cell, value, links)
  return contours(links).map((points) => fitted(points, fine)).join('')
}

/** The edge's piece within one square, inside on its left hand. */
function square(x, y, s, value, links) {
  const v = [value(x, y), value(x + s, y), value(x + s, y + s), value(x, y + s)]
  const code = v.reduce((sum, d, i) => sum | (d < 0 ? 1 << i : 0), 0)
  if (code === 0 || code === 15) return
  const sides = [['h', x, y, v[0], v[1]], ['v', x + s, y, v[1], v[2]], ['h', x, y + s, v[3], v[2]], ['v', x, y, v[0], v[3]]]
  const crossed = (i) => {
    const [way, sx, sy, a, b] = sides[i]
    const t = (s * a) / (a - b)
    return { id: `${way}${sx},${sy}`, point: way === 'h' ? [sx + t, sy] : [sx, sy + t] }
  }
  const PAIRS = { 1: [[3, 0]], 2: [[0, 1]], 3: [[3, 1]], 4: [[1, 2]], 5: [[3, 0], [1, 2]], 6: [[0, 2]], 7: [[3, 2]], 8: [[2, 3]], 9: [[2, 0]], 10: [[0, 1], [2, 3]], 11: [[2, 1]], 12: [[1, 3]], 13: [[1, 0]], 14: [[0, 3]] }
  for (const [from, to] of PAIRS[code]) {
    const [a, b] = [crossed(from), crossed(to)]
    links.set(a.id, { point: a.point, next: b.id })
  }
}
function contours(links) {
  const found = []
  while (links.size > 0) {
    const [start] = links.keys()
    const points = []
    for (let id = start; links.has(id); ) {
      const { point, next } = links.get(id)
      links.delete(id)
      points.push(point)
      id = next
    }
    if (points.length > 7) found.push(points)
  }
  return found
}

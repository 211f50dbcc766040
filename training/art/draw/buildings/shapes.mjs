/** Outlines: absolute path data, so that `box` of kit.mjs can read it. */
import { n } from './kit.mjs'

const K = 0.5523
const p = ([x, y]) => `${n(x)} ${n(y)}`

export const ell = (cx, cy, rx, ry = rx) =>
  `M${n(cx - rx)} ${n(cy)}C${[cx - rx, cy - K * ry, cx - K * rx, cy - ry, cx, cy - ry].map(n).join(' ')}C${[cx + K * rx, cy - ry, cx + rx, cy - K * ry, cx + rx, cy].map(n).join(' ')}C${[cx + rx, cy + K * ry, cx + K * rx, cy + ry, cx, cy + ry].map(n).join(' ')}C${[cx - K * rx, cy + ry, cx - rx, cy + K * ry, cx - rx, cy].map(n).join(' ')}Z`

/** A rectangle with rounded corners; r: one radius, or those of the top left, top right, bottom right, bottom left. */
export function rr(x, y, w, h, r = 0) {
  return poly([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], r, 0.45)
}

/** A polygon whose corners are rounded by r (one, or one a corner); bend: 0.45 is about a circle's, 0.33 softer. */
export function poly(points, r = 0, bend = 0.45) {
  const radius = (i) => (Array.isArray(r) ? (r[i] ?? 0) : r)
  let d = ''
  points.forEach((point, i) => {
    const before = points[(i + points.length - 1) % points.length]
    const after = points[(i + 1) % points.length]
    const cut = (other, share) => {
      const length = Math.hypot(other[0] - point[0], other[1] - point[1]) || 1
      const reach = Math.min(radius(i), length / 2) * share
      return [point[0] + ((other[0] - point[0]) / length) * reach, point[1] + ((other[1] - point[1]) / length) * reach]
    }
    const verb = i === 0 ? 'M' : 'L'
    d += radius(i) > 0 ? `${verb}${p(cut(before, 1))}C${p(cut(before, bend))} ${p(cut(after, bend))} ${p(cut(after, 1))}` : `${verb}${p(point)}`
  })
  return `${d}Z`
}
export const line = (...points) => points.map((point, i) => `${i === 0 ? 'M' : 'L'}${p(point)}`).join('')

/** A smooth curve through points; a point with a third value `1` is a corner. */
export function smooth(points, closed = true, tension = 1) {
  const count = points.length
  const get = (i) => (closed ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))])
  const tangent = (i) => (get(i)[2] === 1 ? null : [((get(i + 1)[0] - get(i - 1)[0]) * tension) / 6, ((get(i + 1)[1] - get(i - 1)[1]) * tension) / 6])
  let d = `M${p(points[0])}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b] = [get(i), get(i + 1)]
    const corner = (from, to) => [((to[0] - from[0]) * tension) / 3, ((to[1] - from[1]) * tension) / 3]
    const [ta, tb] = [tangent(i) ?? corner(a, b), tangent(i + 1) ?? corner(a, b)]
    d += `C${p([a[0] + ta[0], a[1] + ta[1]])} ${p([b[0] - tb[0], b[1] - tb[1]])} ${p(b)}`
  }
  return closed ? `${d}Z` : d
}

/** A window's or door's outline with a round (rise: height of the arch) top. */
export function arch(x, y, w, h, rise = w / 2) {
  const [m, k] = [x + w / 2, K]
  return `M${n(x)} ${n(y + h)}L${n(x)} ${n(y + rise)}C${[x, y + rise - k * rise, m - (k * w) / 2, y, m, y].map(n).join(' ')}C${[m + (k * w) / 2, y, x + w, y + rise - k * rise, x + w, y + rise].map(n).join(' ')}L${n(x + w)} ${n(y + h)}Z`
}
/** A pointed (Gothic) outline. */
export function ogive(x, y, w, h, rise = w * 0.8) {
  const m = x + w / 2
  return `M${n(x)} ${n(y + h)}L${n(x)} ${n(y + rise)}C${[x, y + rise * 0.5, m - w * 0.2, y + rise * 0.14, m, y].map(n).join(' ')}C${[m + w * 0.2, y + rise * 0.14, x + w, y + rise * 0.5, x + w, y + rise].map(n).join(' ')}L${n(x + w)} ${n(y + h)}Z`
}
/** A round thing that stands or lies: straight sides, ends bulging by `bulge` (of a cylinder seen a little from above). */
export function drum(x, y, w, h, top = 0, bottom = top, taper = 0) {
  const [a, b] = [x + taper, x + w - taper]
  const m = (x + x + w) / 2
  const half = (to, way) => [K * (w / 2 - (way === 'top' ? taper : 0)), to]
  const [kt] = half(0, 'top')
  const [kb] = half(0, 'bottom')
  return `M${n(a)} ${n(y)}C${[a, y - top * K, m - kt, y - top, m, y - top].map(n).join(' ')}C${[m + kt, y - top, b, y - top * K, b, y].map(n).join(' ')}L${n(x + w)} ${n(y + h)}C${[x + w, y + h + bottom * K, m + kb, y + h + bottom, m, y + h + bottom].map(n).join(' ')}C${[m - kb, y + h + bottom, x, y + h + bottom * K, x, y + h].map(n).join(' ')}Z`
}
/** A star of `count` points, or a many-toothed burst. */
export const star = (cx, cy, outer, inner, count, from = -Math.PI / 2) =>
  poly(Array.from({ length: count * 2 }, (_, i) => {
    const [r, a] = [i % 2 === 0 ? outer : inner, from + (Math.PI * i) / count]
    return [cx + r * Math.cos(a), cy + r * Math.sin(a)]
  }))
/** A speck: too small to be round. */
export const speck = (x, y, r, s = r) => `M${n(x - r)} ${n(y)}L${n(x)} ${n(y - s)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + s)}Z`

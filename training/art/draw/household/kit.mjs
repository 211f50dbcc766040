/**
 * What household things share, over the paper and the shapes of `../buildings`: turned bodies (cups, bottles, lamps) from a profile,
 * boxes and table tops in perspective, wood, metal, glass, cushions, cloth, knitting. Everything returns SVG text.
 */
import { tone } from '../buildings/color.mjs'
import { blur, box, clip, group, inset, lin, linU, n, path, rad, rand, range, stroke } from '../buildings/kit.mjs'
import { DARK } from '../buildings/parts.mjs'
import { ell, line, poly, rr, smooth } from '../buildings/shapes.mjs'

export { mix, tone } from '../buildings/color.mjs'
export * from '../buildings/kit.mjs'
export * from '../buildings/shapes.mjs'
export { DARK, bar, flame, foliage, tube, tyre, blossoms } from '../buildings/parts.mjs'
export { flat, planks, quad, bricks, stones } from '../buildings/surfaces.mjs'

export const WOOD = '#a9683a'
export const OAK = '#c88f54'
export const WALNUT = '#7c4a30'
export const GOLD = '#f0b440'
export const STEEL = '#b9bccb'

const K = 0.5523

/**
 * A body of revolution about x = cx. profile: [radius, y, corner?] from its top down; rings are seen from above, `sq` as high as wide.
 * Returns its outline `d`, `span(a, b)` (the part between two shares of the radius, -1 to 1), `r(y)`, `place(u, y)` (a point of its front,
 * u from -1 to 1 by angle), `ring(y)` and `band(y1, y2)` (front half of a ring).
 */
export function lathe(cx, profile, sq = 0.2) {
  const rows = profile.map(([r, y, c]) => [r, y, c])
  const [first, last] = [rows[0], rows.at(-1)]
  const sampled = samples(rows)
  const r = (y) => {
    const i = sampled.findIndex(([, b]) => b >= y)
    if (i <= 0) return i === 0 ? sampled[0][0] : sampled.at(-1)[0]
    const [[ra, ya], [rb, yb]] = [sampled[i - 1], sampled[i]]
    return yb === ya ? rb : ra + ((rb - ra) * (y - ya)) / (yb - ya)
  }
  const side = (k, list) => contour(list.map(([rad0, y, c]) => [cx + rad0 * k, y, c]))
  const half = (rx, ry, y) => `C${[cx - rx, y - K * ry, cx - K * rx, y - ry, cx, y - ry].map(n).join(' ')}C${[cx + K * rx, y - ry, cx + rx, y - K * ry, cx + rx, y].map(n).join(' ')}`
  const under = (rx, ry, y) => `C${[cx + rx, y + K * ry, cx + K * rx, y + ry, cx, y + ry].map(n).join(' ')}C${[cx - K * rx, y + ry, cx - rx, y + K * ry, cx - rx, y].map(n).join(' ')}`
  const d = `M${n(cx - first[0])} ${n(first[1])}${half(first[0], first[0] * sq, first[1])}${side(1, rows)}${under(last[0], last[0] * sq, last[1])}${side(-1, [...rows].reverse())}Z`
  const max = Math.max(...rows.map(([q]) => q))
  const place = (u, y) => [cx + r(y) * Math.sin((u * Math.PI) / 2), y + r(y) * sq * Math.cos((u * Math.PI) / 2)]
  const arc = (y, a = -1, b = 1) => range(13).map((i) => place(a + ((b - a) * i) / 12, y))
  return {
    cx, d, r, max, sq, place, arc, top: first[1], bottom: last[1],
    span(a, b, over = 0) {
      const long = over === 0 ? rows : [[first[0], first[1] - over - first[0] * sq, 1], [first[0], first[1], 1], ...rows.slice(1, -1), [last[0], last[1], 1], [last[0], last[1] + over + last[0] * sq, 1]]
      return `M${n(cx + long[0][0] * a)} ${n(long[0][1])}L${n(cx + long[0][0] * b)} ${n(long[0][1])}${side(b, long)}L${n(cx + long.at(-1)[0] * a)} ${n(long.at(-1)[1])}${side(a, [...long].reverse())}Z`
    },
    ring: (y, k = 1) => ell(cx, y, r(y) * k, r(y) * k * sq),
    band: (y1, y2, a = -1, b = 1) => `${smooth(arc(y1, a, b), false)}L${smooth(arc(y2, a, b).reverse(), false).slice(1)}Z`,
    streak(a, b, y1, y2) {
      const ys = range(7).map((i) => y1 + ((y2 - y1) * i) / 6)
      const mid = (a + b) / 2
      const w = (i) => Math.sin((Math.PI * (i + 0.35)) / 6.7) ** 0.5
      return smooth([...ys.map((y, i) => [cx + r(y) * (mid + (b - mid) * w(i)), y + r(y) * sq * Math.sqrt(1 - mid * mid)]), ...ys.map((y, i) => [cx + r(y) * (mid - (mid - a) * w(i)), y + r(y) * sq * Math.sqrt(1 - mid * mid)]).reverse()])
    },
  }
}
/** Cubics through points after the first; handles as long as a third of their own piece, so that uneven steps do not overshoot. */
function contour(points) {
  const way = (i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  }
  let d = ''
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]]
    const far = Math.hypot(b[0] - a[0], b[1] - a[1])
    const straight = [(b[0] - a[0]) / (far || 1), (b[1] - a[1]) / (far || 1)]
    const [u, v] = [a[2] === 1 ? straight : way(i), b[2] === 1 ? straight : way(i + 1)]
    d += `C${[a[0] + (u[0] * far) / 3, a[1] + (u[1] * far) / 3, b[0] - (v[0] * far) / 3, b[1] - (v[1] * far) / 3, b[0], b[1]].map(n).join(' ')}`
  }
  return d
}
/** Points on a path of cubics, evenly by piece: [x, y, direction in radians]. */
export function walk(d, count) {
  const pieces = []
  let from
  for (const [, verb, rest] of d.matchAll(/([MC])([^MCLZ]*)/g)) {
    const v = rest.match(/-?\d*\.?\d+/g).map(Number)
    if (verb === 'C') pieces.push([...from, ...v])
    from = v.slice(-2)
  }
  const fine = pieces.flatMap(([px, py, x1, y1, x2, y2, x, y]) => range(24).map((i) => {
    const [t, q] = [i / 24, 1 - i / 24]
    return [q ** 3 * px + 3 * q * q * t * x1 + 3 * q * t * t * x2 + t ** 3 * x, q ** 3 * py + 3 * q * q * t * y1 + 3 * q * t * t * y2 + t ** 3 * y]
  }))
  fine.push(from)
  const lengths = [0]
  for (let i = 1; i < fine.length; i++) lengths.push(lengths[i - 1] + Math.hypot(fine[i][0] - fine[i - 1][0], fine[i][1] - fine[i - 1][1]))
  return range(count).map((k) => {
    const at = (lengths.at(-1) * k) / (count - 1)
    const i = Math.max(1, lengths.findIndex((l) => l >= at - 1e-6))
    const t = (at - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1)
    const [a, b] = [fine[i - 1], fine[i]]
    return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, Math.atan2(b[1] - a[1], b[0] - a[0])]
  })
}
/** The profile again as many points on its curve. */
function samples(rows) {
  const numbers = (text) => text.match(/-?\d*\.?\d+/g).map(Number)
  const out = []
  let [px, py] = rows[0]
  out.push([px, py])
  for (const [, rest] of contour(rows).matchAll(/C([^C]*)/g)) {
    const [x1, y1, x2, y2, x, y] = numbers(rest)
    for (const i of range(12)) {
      const t = (i + 1) / 12
      const q = 1 - t
      out.push([q ** 3 * px + 3 * q * q * t * x1 + 3 * q * t * t * x2 + t ** 3 * x, q ** 3 * py + 3 * q * q * t * y1 + 3 * q * t * t * y2 + t ** 3 * y])
    }
    ;[px, py] = [x, y]
  }
  return out
}

/** How light lies on a turned body: the tone of its shaded side, then spans of the radius with theirs. */
export const FINISH = {
  matte: { base: -0.32, bands: [[-0.98, 0.62, 0], [-0.78, 0.02, 0.15]], gloss: 0 },
  glazed: { base: -0.36, bands: [[-0.97, 0.62, 0], [-0.78, 0, 0.17]], gloss: 0.62 },
  metal: { base: -0.42, bands: [[-0.93, 0.78, 0.02], [-0.74, -0.26, 0.62], [-0.02, 0.3, -0.22], [0.5, 0.72, 0.3]], gloss: 0.5 },
  wood: { base: -0.34, bands: [[-0.96, 0.6, 0], [-0.7, -0.1, 0.14]], gloss: 0.16 },
}
/** A turned body with volume. finish: of FINISH; streak: from, to as shares of its height, where it is glossy. */
export function turned(L, color, { finish = 'glazed', role, streak = [0.14, 0.55], gloss, fall = 0.16, over = '' } = {}) {
  const { base, bands, gloss: own } = FINISH[finish]
  const soft = Math.max(0.6, L.max * 0.1)
  const height = L.bottom - L.top
  const shine = gloss ?? own
  return group([
    clip(L.d,
      path(L.d, tone(color, base)),
      bands.map(([a, b, t], i) => blur(soft * (i === 0 ? 1.25 : 0.85), path(L.span(a, b, soft * 4), tone(color, t)))),
      over,
      fall > 0 ? path(L.d, lin('v', [0.35, `${DARK}/0`], [1, `${DARK}/${fall}`])) : '',
      shine > 0 ? blur(soft * 0.32, path(L.streak(-0.66, -0.44, L.top + height * streak[0], L.top + height * streak[1]), '#ffffff', { op: shine })) : '',
    ),
  ], { role })
}
/** The mouth of a hollow turned body: its lip and what is seen inside (`inside`: colour of the wall; `fill`: SVG over it). */
export function mouth(cx, y, r, ry, { lip, inside, width = 0.07, fill = '', deep = 0.45 } = {}) {
  const inner = ell(cx, y + ry * width * 0.6, r * (1 - width), ry * (1 - width * 1.3))
  return group([
    path(ell(cx, y, r, ry), lin('h', tone(lip, 0.42), tone(lip, 0.2), tone(lip, -0.16))),
    path(inner, lin([0, 0, 1, 0.3], [0, tone(inside, -deep)], [0.45, tone(inside, -deep * 0.45)], [1, tone(inside, 0.08)])),
    clip(inner, fill, blur(Math.max(0.8, ry * 0.16), path(`${ell(cx, y + ry * 0.1, r * 1.4, ry * 2)}${ell(cx, y + ry * 0.34, r * 0.94, ry * 0.9)}`, `${DARK}/.42`, { rule: true }))),
  ])
}

/** Strokes of grain within `d`, along x or upright. */
export function grain(d, color, { upright = false, count = 14, op = 0.35, width = 1.1, long = 0.5 } = {}) {
  const [l, t, r, b] = box(d)
  const P = (along, cross) => (upright ? [l + cross * (r - l), t + along * (b - t)] : [l + along * (r - l), t + cross * (b - t)])
  const lines = [[], []]
  for (const i of range(count)) {
    const [s, c] = [rand(-0.15, 0.8), (i + rand(0.1, 0.9)) / count]
    const e = s + long * rand(0.5, 1.1)
    const bow = rand(-0.6, 0.6) / count
    lines[i % 2].push(`M${P(s, c).map(n).join(' ')}C${[P(s * 0.67 + e * 0.33, c + bow * 1.4), P(s * 0.33 + e * 0.67, c + bow), P(e, c - bow * 0.3)].flat().map(n).join(' ')}`)
  }
  return clip(d, stroke(lines[0].join(''), `${tone(color, -0.45)}/${op}`, width, { cap: 'butt' }), stroke(lines[1].join(''), `${tone(color, 0.35)}/${op * 0.8}`, width * 0.9, { cap: 'butt' }))
}
/** A flat wooden part: gradient, grain, soft edges. */
export function wood(d, color, { upright = false, count, role, way = upright ? 'h' : 'v', k, op, rim = 0.5, core = 0.42, hi = 0.12, lo = 0.16, long } = {}) {
  const [l, t, r, b] = box(d)
  const width = k ?? Math.max(0.9, Math.min(r - l, b - t) * 0.07)
  return group([
    path(d, lin(way, tone(color, hi), color, tone(color, -lo))),
    grain(d, color, { upright, count: count ?? Math.max(4, Math.round((upright ? r - l : b - t) / 5)), op, long }),
    inset(d, -width * 0.6, -width * 0.7, width * 0.6, tone(color, -0.55), core),
    inset(d, width * 0.35, width * 0.45, width * 0.3, tone(color, 0.55), rim),
  ], { role })
}
/** A bar of wood between two points that grows or shrinks: widths at its ends. */
export function leg([ax, ay], [bx, by], wa, wb, color, { r = 2, k = 1 } = {}) {
  const length = Math.hypot(bx - ax, by - ay)
  const [u, v] = [-(by - ay) / length, (bx - ax) / length]
  const d = poly([[ax - u * wa * 0.5, ay - v * wa * 0.5], [ax + u * wa * 0.5, ay + v * wa * 0.5], [bx + u * wb * 0.5, by + v * wb * 0.5], [bx - u * wb * 0.5, by - v * wb * 0.5]], r)
  const [mx, my, w] = [(ax + bx) / 2, (ay + by) / 2, (wa + wb) / 4]
  const sign = u > 0 ? -1 : 1
  return path(d, linU([mx + u * w * sign, my + v * w * sign, mx - u * w * sign, my - v * w * sign], [0, tone(color, 0.06 * k)], [0.28, tone(color, 0.22 * k)], [0.55, color], [0.9, tone(color, -0.32 * k)], [1, tone(color, -0.22 * k)]))
}
/** Shade that falls on `d` from something above its top edge. */
export const under = (d, depth, op = 0.4) => {
  const [l, t, r] = box(d)
  return clip(d, blur(depth * 0.45, path(rr(l - 20, t - 20, r - l + 40, 20 + depth * 0.6), DARK, { op })))
}
/** Dark where two parts meet: a soft line along `d` on the host. */
export const crease = (host, d, width, op = 0.45, color = DARK) => clip(host, blur(width * 0.4, stroke(d, color, width, { op })))
/** A fold of cloth along `d`: dark valley, lit ridge beside it. */
export const fold = (d, width, { dark = 0.3, light = 0.35, dx = -0.7, dy = -0.25 } = {}) =>
  blur(width * 0.42, stroke(d, DARK, width, { op: dark })) + blur(width * 0.36, stroke(d, '#ffffff', width * 0.8, { op: light, t: `translate(${n(width * dx)} ${n(width * dy)})` }))

/** A stuffed pad: a pillowy outline in a box, with seams. pinch: how far the sides swell beyond the corners. */
export function padOutline(x, y, w, h, swell = 0.04, r = 0.16) {
  const s = Math.min(w, h)
  const [sx, sy, q] = [h * swell, w * swell * 0.6, s * r]
  return smooth([[x + q * 0.3, y + q * 0.3], [x + w * 0.2, y - sy * 0.6], [x + w * 0.5, y - sy], [x + w * 0.8, y - sy * 0.6], [x + w - q * 0.3, y + q * 0.3], [x + w + sx * 0.7, y + h * 0.25], [x + w + sx, y + h * 0.5], [x + w + sx * 0.7, y + h * 0.75],
    [x + w - q * 0.3, y + h - q * 0.3], [x + w * 0.8, y + h + sy * 0.5], [x + w * 0.5, y + h + sy * 0.7], [x + w * 0.2, y + h + sy * 0.5], [x + q * 0.3, y + h - q * 0.3], [x - sx * 0.7, y + h * 0.75], [x - sx, y + h * 0.5], [x - sx * 0.7, y + h * 0.25]])
}
/** A soft volume as of upholstery: lit from above, with a wide soft turn at its edges. */
export function plush(d, color, { role, k, hi = 0.2, lo = 0.2, core = 0.55, rim = 0.4, way = 'v' } = {}) {
  const [l, t, r, b] = box(d)
  const s = k ?? Math.min(r - l, b - t) * 0.16
  return group([
    path(d, lin(way, tone(color, hi), tone(color, hi * 0.2), tone(color, -lo))),
    inset(d, -s * 0.35, -s * 0.65, s * 0.7, tone(color, -0.5), core),
    inset(d, s * 0.5, s * 0.1, s * 0.6, tone(color, -0.35), core * 0.45),
    inset(d, s * 0.12, s * 0.42, s * 0.32, tone(color, 0.6), rim),
  ], { role })
}

/**
 * A box from the front, a little from above: its front from x, y (top edge), its top going back `rise` up and `shrink` in at each side.
 * Returns outlines { front, top, all }.
 */
export function boxed(x, y, w, h, rise, shrink = rise * 0.8, r = 4) {
  return {
    front: rr(x, y, w, h, r),
    top: poly([[x, y + r], [x + shrink, y - rise], [x + w - shrink, y - rise], [x + w, y + r]], [r, r * 1.2, r * 1.2, r]),
  }
}
/** Points on a circle or ellipse. */
export const around = (cx, cy, rx, ry, count, from = 0) => range(count).map((i) => {
  const a = from + (i * 2 * Math.PI) / count
  return [cx + rx * Math.cos(a), cy + ry * Math.sin(a), a]
})
/** A dashed seam along points. */
export function stitches(points, color, { length = 5, gap = 4, width = 1.4 } = {}) {
  const dashes = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]]
    const far = Math.hypot(b[0] - a[0], b[1] - a[1])
    const count = Math.max(1, Math.round(far / (length + gap)))
    for (const j of range(count)) {
      const [s, e] = [(j + 0.15) / count, (j + 0.15 + length / (length + gap)) / count]
      dashes.push(line([a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s], [a[0] + (b[0] - a[0]) * e, a[1] + (b[1] - a[1]) * e]))
    }
  }
  return stroke(dashes.join(''), color, width, { cap: 'butt' })
}
/** Knitting over `d`: columns of V stitches; `bend(x, y)` moves a point where the knit curves. */
export function knit(d, color, { size = 11, bend = (x, y) => [x, y], op = 0.5 } = {}) {
  const [l, t, r, b] = box(d)
  const [darks, lights] = [[], []]
  // Filled chevrons, not strokes: a fifth of the points once strokes have become outlines.
  const chevron = (P, y, w) => line(P(0.02, y), P(0.5, y + 0.58), P(0.98, y), P(0.98, y + w), P(0.5, y + 0.58 + w), P(0.02, y + w)) + 'Z'
  for (let x = l; x < r + size; x += size)
    for (let y = t - size; y < b + size; y += size * 0.8) {
      const P = (u, v) => bend(x + u * size, y + v * size)
      darks.push(chevron(P, 0, 0.22))
      lights.push(chevron(P, -0.26, 0.16))
    }
  return clip(d, path(darks.join(''), `${tone(color, -0.45)}/${op}`), path(lights.join(''), `${tone(color, 0.35)}/${op * 0.8}`))
}
/** Clear glass over the outline `d`: faint blue, its edges dense, two reflections. */
export function clearGlass(d, { color = '#cfe9fb', k, op = 0.34, edge = 0.75 } = {}) {
  const [l, t, r, b] = box(d)
  const w = k ?? (r - l) * 0.05
  return group([
    path(d, lin('h', [0, `${tone(color, -0.12)}/${op + 0.3}`], [0.2, `${color}/${op}`], [0.7, `${color}/${op * 0.8}`], [1, `${tone(color, -0.2)}/${op + 0.35}`])),
    inset(d, -w * 0.3, -w * 0.3, w * 0.6, tone(color, -0.42), edge * 0.7),
    inset(d, w * 0.55, w * 0.3, w * 0.4, '#ffffff', edge),
  ])
}
export const chrome = (way = 'h') => lin(way, [0, '#8f93a6'], [0.18, '#eef1f8'], [0.36, '#c3c7d6'], [0.55, '#8a8ea3'], [0.72, '#b4b8c9'], [0.86, '#e8ebf3'], [1, '#7b7f94'])
export const gilt = (way = 'h') => lin(way, [0, '#b87a1e'], [0.2, '#fff0b0'], [0.38, '#f3bf4b'], [0.6, '#c98a22'], [0.82, '#ffd978'], [1, '#9a6114'])
/** A knob or ball of a material. */
export const knob = (cx, cy, r, color) => path(ell(cx, cy, r), rad([0.36, 0.3, 0.75], [0, tone(color, 0.75)], [0.3, tone(color, 0.2)], [0.65, tone(color, -0.1)], [1, tone(color, -0.45)]))
/** A twisted rope along points. */
export function rope(points, width, color, closed = false) {
  const d = smooth(points, closed)
  const places = walk(d, Math.max(4, Math.round(lengthOf(d) / (width * 0.55))))
  const strand = ([x, y, a]) => {
    const P = (u, v) => [x + (u * Math.cos(a) - v * Math.sin(a)) * width, y + (u * Math.sin(a) + v * Math.cos(a)) * width]
    return `${line(P(-0.22, 0.46), P(0.12, -0.46), P(0.26, -0.46), P(-0.08, 0.46))}Z`
  }
  return [stroke(d, tone(color, -0.42), width), stroke(d, color, width * 0.84), blur(width * 0.1, stroke(d, tone(color, 0.4), width * 0.22, { op: 0.8, t: `translate(${n(-width * 0.08)} ${n(-width * 0.16)})` })), path(places.map(strand).join(''), `${tone(color, -0.5)}/.5`)]
}
const lengthOf = (d) => {
  const points = walk(d, 40)
  return points.reduce((sum, [x, y], i) => sum + (i === 0 ? 0 : Math.hypot(x - points[i - 1][0], y - points[i - 1][1])), 0)
}

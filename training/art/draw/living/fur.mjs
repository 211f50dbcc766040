/** Living surfaces: soft volumes, patches, eyes, noses. Everything returns SVG text; `d` is path data or a field of field.mjs. */
import { mix, tone } from '../buildings/color.mjs'
import { blur, box, clip, group, inset, keep, lin, n, path, rad, stroke } from '../buildings/kit.mjs'
import { ell } from '../buildings/shapes.mjs'
import { blob, outline } from './field.mjs'

export * from './field.mjs'
export { mix, tone } from '../buildings/color.mjs'
export { at, ball, blur, body, clip, flip, glow, group, inset, keep, lin, linU, lit, n, path, pick, rad, radU, rand, range, roundH, roundV, shade, stroke, turn } from '../buildings/kit.mjs'
export { ell, line, poly, rr, smooth, star } from '../buildings/shapes.mjs'

export const dOf = (d) => (typeof d === 'function' ? outline(d) : d)

/**
 * A rounded body lit from the upper left: lighter on top, violet underneath, with a soft rim of light and a soft dark edge.
 * hi, lo: tone of top and bottom; under: colour that the bottom leans to; k: width of the soft edges; rim, core: their strength.
 */
export function form(d, color, { role = 'body', hi = 0.16, lo = 0.14, under = '#7b3f9a', lean = 0.14, k, rim = 0.5, core = 0.42, inner = [] } = {}) {
  const edge = dOf(d)
  const [l, t, r, b] = box(edge)
  const width = k ?? Math.min(26, Math.min(r - l, b - t) * 0.14)
  const dark = mix(tone(color, -0.42), under, 0.25)
  return group([
    path(edge, lin([0.35, 0, 0.6, 1], tone(color, hi), [0.45, color], mix(tone(color, -lo), under, lean)), { role }),
    inner.length > 0 ? clip(edge, ...inner) : '',
    group([
      core > 0 ? inset(edge, -width * 0.5, -width * 0.7, width * 0.55, dark, core) : '',
      rim > 0 ? inset(edge, width * 0.28, width * 0.4, width * 0.3, tone(color, 0.6), rim) : '',
    ], { role }),
  ])
}
/** Darkness that something at `d` throws on `host`. */
export const contact = (host, d, dx = -3, dy = 9, soft = 7, op = 0.32, color = '#3d1d4f') =>
  clip(dOf(host), blur(soft, path(dOf(d), color, { op, t: `translate(${n(dx)} ${n(dy)})` })))
/** A patch of another colour; soft: how blurred its edge is. */
export function patch(d, color, { soft = 0, hi = 0.1, lo = 0.12, op, role } = {}) {
  const drawn = path(dOf(d), lin('v', tone(color, hi), mix(tone(color, -lo), '#8a4a9a', 0.08)), { op, role })
  return soft > 0 ? blur(soft, drawn) : drawn
}
/** An eye as Fluent draws it: a dark oval with a glint. */
export function eye(x, y, rx, ry = rx * 1.3, { color = '#3a2638', glint = 0.9, turn = 0 } = {}) {
  return keep(
    group([path(ell(x, y, rx, ry), rad([0.5, 0.62, 0.62], mix(color, '#8a6a78', 0.35), [0.75, color]))], turn ? { t: `rotate(${turn} ${n(x)} ${n(y)})` } : {}),
    path(ell(x - rx * 0.28, y - ry * 0.38, rx * 0.34, rx * 0.34), `#fff/${glint}`),
    path(ell(x + rx * 0.34, y + ry * 0.36, rx * 0.17, rx * 0.17), '#fff/.45'),
  )
}
/** An eye with white and iris: for faces that look at us. */
export function bigEye(x, y, r, iris = '#6a3d22', { look = [0, 0], white = '#fdf9f4', lid } = {}) {
  const [px, py] = [x + look[0] * r * 0.25, y + look[1] * r * 0.25]
  return keep(
    path(ell(x, y, r, r * 1.12), lin('v', mix(white, '#b9a9c4', 0.35), [0.4, white])),
    path(ell(px, py, r * 0.68, r * 0.74), rad([0.5, 0.7, 0.62], tone(iris, 0.28), [0.8, tone(iris, -0.25)])),
    path(ell(px, py, r * 0.4, r * 0.44), '#1f1420'),
    path(ell(px - r * 0.24, py - r * 0.28, r * 0.19), '#fff/.95'),
    path(ell(px + r * 0.22, py + r * 0.28, r * 0.1), '#fff/.5'),
    lid ? stroke(`M${n(x - r * 1.05)} ${n(y - r * 0.35)}C${n(x - r * 0.7)} ${n(y - r * 1.3)} ${n(x + r * 0.7)} ${n(y - r * 1.3)} ${n(x + r * 1.05)} ${n(y - r * 0.35)}`, lid, r * 0.2) : '',
  )
}
/** A wet nose: broad above, narrow below. */
export function nose(x, y, w, h = w * 0.7, color = '#3a2638') {
  const d = `M${n(x - w / 2)} ${n(y - h * 0.15)}C${n(x - w / 2)} ${n(y - h * 0.62)} ${n(x + w / 2)} ${n(y - h * 0.62)} ${n(x + w / 2)} ${n(y - h * 0.15)}C${n(x + w / 2)} ${n(y + h * 0.25)} ${n(x + w * 0.16)} ${n(y + h * 0.5)} ${n(x)} ${n(y + h * 0.5)}C${n(x - w * 0.16)} ${n(y + h * 0.5)} ${n(x - w / 2)} ${n(y + h * 0.25)} ${n(x - w / 2)} ${n(y - h * 0.15)}Z`
  return keep(path(d, lin('v', tone(color, 0.2), [0.55, color])), blur(w * 0.04, path(ell(x - w * 0.14, y - h * 0.26, w * 0.16, h * 0.1), '#fff/.6')))
}
/** A closed, content eye or a brow: an arc; up < 0 bends it upwards. */
export const arc = (x, y, w, up, color = '#3a2638', width = 4) =>
  keep(stroke(`M${n(x - w / 2)} ${n(y)}C${n(x - w / 4)} ${n(y + up * 1.3)} ${n(x + w / 4)} ${n(y + up * 1.3)} ${n(x + w / 2)} ${n(y)}`, color, width))
export const blush = (x, y, r, color = '#ff6f91', op = 0.35) => keep(blur(r * 0.35, path(ell(x, y, r, r * 0.7), color, { op })))
/** Wisps of fur, thin at both ends, `width` in the middle. Each: [x, y, length, degrees, bend]. */
export const tufts = (color, width, ...list) => group(list.map(([x, y, length, degrees, bend = 0.2]) => {
  const a = (degrees * Math.PI) / 180
  const end = `${n(x + length * Math.cos(a))} ${n(y + length * Math.sin(a))}`
  const bow = (t, side) => `${n(x + length * t * Math.cos(a) - (length * bend + side) * Math.sin(a))} ${n(y + length * t * Math.sin(a) + (length * bend + side) * Math.cos(a))}`
  return path(`M${n(x)} ${n(y)}C${bow(0.35, width * 0.7)} ${bow(0.65, width * 0.7)} ${end}C${bow(0.65, -width * 0.7)} ${bow(0.35, -width * 0.7)} ${n(x)} ${n(y)}Z`, color)
}))
/** Lines between the toes of a foot whose front is at x and sole at y. */
export const toes = (x, y, gap, color, count = 2, length = 11, width = 2.6) =>
  group(Array.from({ length: count }, (_, i) => stroke(`M${n(x - i * gap)} ${n(y)}C${n(x - i * gap - 2)} ${n(y - length * 0.4)} ${n(x - i * gap - 2)} ${n(y - length * 0.8)} ${n(x - i * gap - 4)} ${n(y - length)}`, color, width)))
/** The lines from a nose to the corners of a mouth: a smile of half width w. */
export const smile = (x, y, w, h, color = '#4a2f3a', width = 3.2, stem = h) =>
  keep(stroke(`M${n(x)} ${n(y)}L${n(x)} ${n(y + stem)}`, color, width), stroke(`M${n(x - w)} ${n(y + stem)}C${n(x - w)} ${n(y + stem + h)} ${n(x)} ${n(y + stem + h)} ${n(x)} ${n(y + stem)}C${n(x)} ${n(y + stem + h)} ${n(x + w)} ${n(y + stem + h)} ${n(x + w)} ${n(y + stem)}`, color, width))
/** A feather's field from its root to its tip; width: half of it. */
export const feather = (x, y, tx, ty, width) => {
  const [dx, dy] = [tx - x, ty - y]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [(-dy / length) * width, (dx / length) * width]
  return blob([[x, y], [x + dx * 0.45 + nx, y + dy * 0.45 + ny], [x + dx * 0.88 + nx * 0.7, y + dy * 0.88 + ny * 0.7], [tx, ty], [x + dx * 0.88 - nx * 0.7, y + dy * 0.88 - ny * 0.7], [x + dx * 0.45 - nx, y + dy * 0.45 - ny]])
}

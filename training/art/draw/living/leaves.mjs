/** Leaves, petals, stems, pots. Angles in degrees, 0 to the right, 90 down; lengths in drawing units. */
import { contact, ell, form, group, limb, lin, linU, mix, n, path, rad, smooth, stroke, tone, poly } from './fur.mjs'

export const GREEN = '#4f9a3c'
export const polar = (x, y, degrees, length) => [x + length * Math.cos((degrees * Math.PI) / 180), y + length * Math.sin((degrees * Math.PI) / 180)]

/** Path data of a leaf or petal from its root; `belly`: where it is widest (0 to 1); tip: 0 pointed, 1 round. */
export function blade(x, y, degrees, length, width, { belly = 0.45, tip = 0, bend = 0 } = {}) {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const to = (u, v) => {
    const bow = bend * length * u * u
    return `${n(x + u * length * c - (v * width + bow) * s)} ${n(y + u * length * s + (v * width + bow) * c)}`
  }
  const round = 0.5 * tip
  return `M${to(0, 0)}C${to(belly * 0.45, -0.32)} ${to(belly * 0.6, -0.5)} ${to(belly, -0.5)}C${to(belly + (1 - belly) * 0.55, -0.5)} ${to(1 - 0.1 * (1 - tip), -round - 0.04)} ${to(1, 0)}C${to(1 - 0.1 * (1 - tip), round + 0.04)} ${to(belly + (1 - belly) * 0.55, 0.5)} ${to(belly, 0.5)}C${to(belly * 0.6, 0.5)} ${to(belly * 0.45, 0.32)} ${to(0, 0)}Z`
}
/** A petal: darker at its root. */
export function petal(x, y, degrees, length, width, color, { role = 'body', root = tone(color, -0.28), ...shape } = {}) {
  const way = Math.round(degrees / 5) * 5
  const [from, to] = [polar(0.5, 0.5, way + 180, 0.5), polar(0.5, 0.5, way, 0.5)]
  return path(blade(x, y, degrees, length, width, { belly: 0.62, tip: 0.8, ...shape }), lin([...from, ...to], root, [0.42, color], tone(color, 0.24)), { role })
}
/** A leaf with a midrib, veins and one half in shade. */
export function leaf(x, y, degrees, length, width, color = GREEN, { role, veins = 3, bend = 0, tip = 0, belly = 0.42 } = {}) {
  const d = blade(x, y, degrees, length, width, { belly, bend, tip })
  const [ex, ey] = polar(x, y, degrees, length)
  const dark = mix(tone(color, -0.34), '#1f4a6a', 0.2)
  const [mx, my] = polar(x, y, degrees + 90, bend * length)
  const mid = `M${n(x)} ${n(y)}C${n(x + (ex - x) * 0.33)} ${n(y + (ey - y) * 0.33)} ${n(x + (ex - x) * 0.66 + (mx - x) * 0.34)} ${n(y + (ey - y) * 0.66 + (my - y) * 0.34)} ${n(ex + (mx - x) * 0.96)} ${n(ey + (my - y) * 0.96)}`
  // The half below the midrib lies in shade.
  const down = Math.cos((degrees * Math.PI) / 180) >= 0 ? 90 : -90
  const [sx, sy] = polar(x, y, degrees + down, width * 0.5)
  const lines = Array.from({ length: veins }, (_, i) => [-1, 1].map((side) => {
    const t = 0.2 + (0.55 * i) / Math.max(1, veins - 1)
    const [px, py] = [x + (ex - x) * t + (mx - x) * t * t, y + (ey - y) * t + (my - y) * t * t]
    const [qx, qy] = polar(px, py, degrees + side * 42, width * (0.36 - Math.abs(t - belly) * 0.3))
    return `M${n(px)} ${n(py)}L${n(qx)} ${n(qy)}`
  }).join('')).join('')
  return group([
    path(d, linU([(x + ex) / 2 - (sx - x), (y + ey) / 2 - (sy - y), (x + ex) / 2 + (sx - x), (y + ey) / 2 + (sy - y)], tone(color, 0.26), [0.49, tone(color, 0.06)], [0.53, tone(color, -0.1)], dark), { role }),
    veins > 0 ? stroke(lines, `${tone(color, 0.35)}/.5`, Math.max(1, width * 0.028)) : '', stroke(mid, `${tone(color, 0.42)}/.7`, Math.max(1.4, width * 0.05)),
  ])
}
export const stem = (points, color = '#5a9a3f') => form(limb(...points), color, { role: 'keep', k: 3, under: '#1f5a5a', lean: 0.2 })
/** A round flower's centre, dotted. */
export const heart = (x, y, rx, ry, color, dots = 26) => group([
  path(ell(x, y, rx, ry), rad([0.42, 0.34, 0.7], tone(color, 0.35), [0.5, color], tone(color, -0.35))),
  ...Array.from({ length: dots }, (_, i) => {
    const [r, a] = [Math.sqrt((i + 0.5) / dots) * 0.88, i * 2.39996]
    return path(ell(x + r * rx * Math.cos(a), y + r * ry * Math.sin(a), rx * 0.075), i % 3 ? `${tone(color, -0.45)}/.55` : `${tone(color, 0.6)}/.8`)
  }),
], { role: 'keep' })
/** A clay pot that stands at 380: its top edge at `top`, `w` wide there. */
export function pot(x, top, w, color = '#d0754a', { role = 'body', rim = true } = {}) {
  const [l, r] = [x - w / 2, x + w / 2]
  const bodyD = poly([[l + w * 0.06, top + 10], [r - w * 0.06, top + 10], [r - w * 0.19, 380], [l + w * 0.19, 380]], [0, 0, 14, 14])
  const rimD = poly([[l, top], [r, top], [r - w * 0.03, top + w * 0.2], [l + w * 0.03, top + w * 0.2]], [6, 6, 8, 8])
  return [
    form(bodyD, color, { role, k: 12 }), rim ? contact(bodyD, rimD, 0, 8, 5) : '', form(rimD, color, { role, k: 6 }),
    path(ell(x, top + 3, w * 0.46, w * 0.05), '#4a2f2a', { role: 'keep' }), path(ell(x, top + 5, w * 0.43, w * 0.035), '#6a4636', { role: 'keep' }),
  ]
}
export const curve = (points) => smooth(points, false)

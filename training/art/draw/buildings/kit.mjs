/** The paper: a drawing's defs, paints, soft edges, volumes. Everything returns SVG text; see README.md of `../../own` for what is allowed. */
import { tone } from './color.mjs'

let page
/** Starts a drawing; `seed` makes its random numbers. */
export function open(seed) {
  page = { defs: [], known: new Map(), state: [...seed].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16777619), 2166136261) >>> 0 }
}
export const defs = () => page.defs.join('')

/** A random number from `low` to `high`, the same on every build. */
export function rand(low = 0, high = 1) {
  page.state = (page.state + 0x6d2b79f5) | 0
  let t = Math.imul(page.state ^ (page.state >>> 15), 1 | page.state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return low + (((t ^ (t >>> 14)) >>> 0) / 4294967296) * (high - low)
}
export const pick = (list) => list[Math.floor(rand(0, list.length))]
export const range = (count) => Array.from({ length: count }, (_, i) => i)

export const n = (value) => String(Math.round(value * 10) / 10)
const fine = (value) => String(Math.round(value * 1000) / 1000)

function define(make) {
  const probe = make('?')
  const known = page.known.get(probe)
  if (known !== undefined) return known
  const id = `a${page.known.size.toString(36)}`
  page.known.set(probe, id)
  page.defs.push(make(id))
  return id
}

const stopsOf = (stops) =>
  stops.map((stop, i) => {
    const [offset, color] = Array.isArray(stop) ? stop : [stops.length === 1 ? 0 : i / (stops.length - 1), stop]
    const [paint, opacity] = color.split('/')
    return `<stop offset="${fine(offset)}" stop-color="${paint}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`
  }).join('')

const WAYS = { v: [0, 0, 0, 1], h: [0, 0, 1, 0], d: [0.1, 0, 0.9, 1], u: [0.9, 0, 0.1, 1] }
/** A linear gradient over the shape's box: way `v`, `h`, `d`iagonal from the top left, `u` from the top right, or x1 y1 x2 y2. */
export function lin(way, ...stops) {
  const [x1, y1, x2, y2] = (WAYS[way] ?? way).map(fine)
  return `url(#${define((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`)})`
}
/** A linear gradient in user units, from x1 y1 to x2 y2. */
export function linU([x1, y1, x2, y2], ...stops) {
  return `url(#${define((id) => `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}">${stopsOf(stops)}</linearGradient>`)})`
}
/** A radial gradient over the shape's box. */
export function rad([cx, cy, r], ...stops) {
  return `url(#${define((id) => `<radialGradient id="${id}" cx="${fine(cx)}" cy="${fine(cy)}" r="${fine(r)}">${stopsOf(stops)}</radialGradient>`)})`
}
/** A radial gradient in user units; `squash` flattens it. */
export function radU([cx, cy, r], squash, ...stops) {
  const turn = squash === 1 ? '' : ` gradientTransform="matrix(1 0 0 ${fine(squash)} 0 ${n(cy * (1 - squash))})"`
  return `url(#${define((id) => `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}"${turn}>${stopsOf(stops)}</radialGradient>`)})`
}

/** Attributes: role, part, op (opacity), t (transform), rule (evenodd). */
function attributes({ role, part, op, t, rule } = {}) {
  return (role ? ` data-role="${role}"` : '') + (part ? ` data-part="${part}"` : '') + (op === undefined || op === 1 ? '' : ` opacity="${fine(op)}"`) +
    (t ? ` transform="${t}"` : '') + (rule ? ' fill-rule="evenodd"' : '')
}
function painted(key, paint) {
  const [color, opacity] = paint.startsWith('url') ? [paint] : paint.split('/')
  return ` ${key}="${color}"${opacity === undefined ? '' : ` ${key}-opacity="${opacity}"`}`
}
export const path = (d, fill, options) => (d === '' ? '' : `<path d="${d}"${painted('fill', fill)}${attributes(options)}/>`)
export function stroke(d, paint, width, { cap = 'round', join = 'round', ...options } = {}) {
  return `<path d="${d}" fill="none"${painted('stroke', paint)} stroke-width="${n(width)}"${cap === 'butt' ? '' : ` stroke-linecap="${cap}"`} stroke-linejoin="${join}"${attributes(options)}/>`
}
export const group = (children, options) => `<g${attributes(options)}>${[children].flat(9).join('')}</g>`
export const body = (...children) => group(children, { role: 'body' })
export const keep = (...children) => group(children, { role: 'keep' })
export const lit = (...children) => group(children, { role: 'light' })
/** `children` inside of the shape `d` only. */
export function clip(d, ...children) {
  return `<g clip-path="url(#${define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)})">${children.flat(9).join('')}</g>`
}
/** The same for an outline with holes. */
export function clipEven(d, ...children) {
  return `<g clip-path="url(#${define((id) => `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath>`)})">${children.flat(9).join('')}</g>`
}
export function blur(deviation, ...children) {
  const id = define((key) => `<filter id="${key}" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="${n(deviation)}"/></filter>`)
  return `<g filter="url(#${id})">${children.flat(9).join('')}</g>`
}
/** Mirrors what looks to one side about the vertical at x. */
export const flip = (x, ...children) => group(children, { t: `matrix(-1 0 0 1 ${n(2 * x)} 0)` })
export const at = (x, y, scale, ...children) => group(children, { t: `translate(${n(x)} ${n(y)})${scale === 1 ? '' : ` scale(${fine(scale)})`}` })
export const turn = (angle, x, y, ...children) => group(children, { t: `rotate(${n(angle)} ${n(x)} ${n(y)})` })

/** The box of a path of absolute commands, by its control points: [left, top, right, bottom]. */
export function box(d) {
  const values = d.match(/-?\d*\.?\d+/g).map(Number)
  const xs = values.filter((_, i) => i % 2 === 0)
  const ys = values.filter((_, i) => i % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Soft colour inside of `d` along the edges that face (-dx, -dy): what is not covered by `d` when it is moved by (dx, dy). */
export function inset(d, dx, dy, soft, color, op = 1) {
  const [l, t, r, b] = box(d)
  const m = 3 * soft + Math.abs(dx) + Math.abs(dy) + 2
  const frame = `M${n(l - m)} ${n(t - m)}H${n(r + m)}V${n(b + m)}H${n(l - m)}Z`
  return clip(d, blur(soft, path(`${frame}${d}`, color, { op, rule: true, t: `translate(${n(dx)} ${n(dy)})` })))
}
/** A soft dark (or other) shape `d` on the host shape only: contact and cast shadows. */
export const shade = (host, d, soft, op = 0.35, color = '#1a0f2e') => clip(host, blur(soft, path(d, color, { op })))
/** A soft light spot. */
export const glow = (d, soft, color, op = 1) => blur(soft, path(d, color, { op }))

/**
 * A rounded volume: a gradient, a lit edge at the top left, a shaded one at the bottom right.
 * way: the gradient's; hi, lo: how much lighter and darker its ends are; k: the width of the soft edges; rim, core: their strength.
 */
export function vol(d, color, { role, way = 'd', hi = 0.18, lo = 0.2, k, rim = 0.55, core = 0.5 } = {}) {
  const [l, t, r, b] = box(d)
  const width = k ?? Math.min(r - l, b - t) * 0.13
  return group([
    path(d, lin(way, tone(color, hi), color, tone(color, -lo))),
    core > 0 ? inset(d, -width * 0.55, -width * 0.65, width * 0.55, tone(color, -0.5), core) : '',
    rim > 0 ? inset(d, width * 0.3, width * 0.38, width * 0.3, tone(color, 0.55), rim) : '',
  ], { role })
}
/** The gradient of something round seen from the side, lit from the left. */
export const roundH = (c, k = 1) =>
  lin('h', [0, tone(c, -0.22 * k)], [0.1, tone(c, -0.04 * k)], [0.3, tone(c, 0.24 * k)], [0.5, c], [0.85, tone(c, -0.32 * k)], [1, tone(c, -0.22 * k)])
/** The same for something that lies: lit from above. */
export const roundV = (c, k = 1) =>
  lin('v', [0, tone(c, 0.02)], [0.2, tone(c, 0.26 * k)], [0.48, c], [0.85, tone(c, -0.32 * k)], [1, tone(c, -0.22 * k)])
/** A ball. */
export const ball = (c) =>
  rad([0.36, 0.28, 0.8], [0, tone(c, 0.5)], [0.22, tone(c, 0.24)], [0.5, c], [0.82, tone(c, -0.3)], [1, tone(c, -0.42)])

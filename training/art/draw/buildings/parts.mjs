/** Parts that many things share: windows, doors, chimneys, leaves, wheels, flames, ropes, flags. */
import { mix, tone } from './color.mjs'
import { ball, blur, clip, glow, group, inset, keep, lin, lit, n, pick, path, rad, rand, range, roundH, roundV, shade, stroke, vol } from './kit.mjs'
import { arch, ell, line, ogive, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks } from './surfaces.mjs'

export const DARK = '#1a0f2e'
const same = (d) => d

/** Panes of glass within the outline `d`: sky above, room below, a slanting reflection. They shine when lit. */
export function glass(d, { map = same, box: [x, y, w, h], color = '#5aa5dd', curtains } = {}) {
  const lace = curtains === undefined ? '' : [
    smooth([[x, y, 1], [x + w * 0.4, y, 1], [x + w * 0.34, y + h * 0.35], [x + w * 0.12, y + h * 0.66], [x + w * 0.17, y + h, 1], [x, y + h, 1]]),
    smooth([[x + w, y, 1], [x + w * 0.6, y, 1], [x + w * 0.66, y + h * 0.35], [x + w * 0.88, y + h * 0.66], [x + w * 0.83, y + h, 1], [x + w, y + h, 1]]),
  ].map((side) => path(map(side), lin('v', tone(curtains, 0.25), curtains, tone(curtains, -0.25)))).join('')
  return group([
    lit(path(d, lin([0.2, 0, 0.7, 1], [0, tone(color, -0.38)], [0.55, color], [1, tone(color, 0.42)])), clip(d, lace)),
    clip(d, path(map(poly([[x + w * 0.1, y + h], [x + w * 0.55, y], [x + w * 0.8, y], [x + w * 0.35, y + h]])), '#fff/.2'),
      path(map(poly([[x + w * 0.5, y + h], [x + w * 0.92, y], [x + w, y], [x + w * 0.6, y + h]])), '#fff/.13')),
  ])
}

/**
 * A window on a face. kind: rr, arch, ogive; bars: columns and rows of panes; sill, shutters, box (flowers), curtains: colours or undefined.
 */
export function window(f, x, y, w, h, { kind = 'rr', frame = '#fbf3e4', bars = [2, 2], width = Math.min(w, h) * 0.09, sill = frame, shutters, flowers, curtains, color, reveal = 0.5 } = {}) {
  const M = f.map
  const outline = (grow) => {
    const [l, t, ww, hh] = [x - grow, y - grow, w + 2 * grow, h + 2 * grow]
    return M(kind === 'arch' ? arch(l, t, ww, hh) : kind === 'ogive' ? ogive(l, t, ww, hh) : rr(l, t, ww, hh, width * 0.5))
  }
  const inner = outline(0)
  const beam = (l, t, ww, hh) => path(M(rr(l, t, ww, hh, 0.4)), lin('d', tone(frame, 0.2), tone(frame, -0.18)))
  const b = width * 0.62
  const muntins = [
    ...range(bars[0] - 1).map((i) => beam(x + (w * (i + 1)) / bars[0] - b / 2, y, b, h)),
    ...range(bars[1] - 1).map((i) => beam(x, y + (h * (i + 1)) / bars[1] - b / 2, w, b)),
  ]
  return group([
    shutters ? [shutter(f, x - width - w * 0.5, y - width, w * 0.46, h + 2 * width, shutters), shutter(f, x + w + width + w * 0.04, y - width, w * 0.46, h + 2 * width, shutters)] : '',
    path(M(rr(x - width, y - width * 0.2, w + width * 2.4, h + width * 2, width)), `${DARK}/.16`),
    path(outline(width), lin('d', tone(frame, 0.35), frame, tone(frame, -0.28))),
    path(outline(width * 0.18), tone(frame, -0.42)),
    glass(inner, { map: M, box: [x, y, w, h], color, curtains }),
    inset(inner, width * 0.5, width * 0.8, width * 0.55, DARK, reveal),
    clip(inner, path(M(rr(x, y, w, h)), `${DARK}/0`), ...muntins),
    sill ? [path(M(rr(x - width * 1.6, y + h + width * 1.7, w + width * 3.6, width * 1.5, width * 0.4)), `${DARK}/.22`),
      path(M(rr(x - width * 1.8, y + h + width * 0.7, w + width * 3.6, width * 1.4, width * 0.4)), lin('v', tone(sill, 0.3), sill, tone(sill, -0.3)))] : '',
    flowers ? flowerBox(f, x - width * 1.4, y + h + width * 0.2, w + width * 2.8, flowers) : '',
  ])
}
function shutter(f, x, y, w, h, color) {
  const M = f.map
  const slats = range(9).map((i) => path(M(rr(x + w * 0.16, y + h * (0.07 + i * 0.097), w * 0.68, h * 0.07, 0.5)), lin('v', tone(color, 0.22), tone(color, -0.3))))
  return group([path(M(rr(x + 1, y + 1.4, w, h, 1)), `${DARK}/.25`), path(M(rr(x, y, w, h, 1)), lin('d', tone(color, 0.2), tone(color, -0.12))),
    path(M(rr(x + w * 0.12, y + h * 0.05, w * 0.76, h * 0.9, 1)), tone(color, -0.28)), slats])
}
function flowerBox(f, x, y, w, [blossom, wood = '#9a6238']) {
  const h = w * 0.17
  const [px, py] = f.place(x, y)
  const [qx] = f.place(x + w, y)
  const wide = qx - px
  return group([
    foliage(range(7).map((i) => [px + (wide * (i + 0.5)) / 7, py - h * 0.15 + rand(-1, 1), wide * rand(0.07, 0.09)]), '#4f9a3c', { leaf: wide * 0.07, dense: 1.4 }),
    keep(blossoms(range(9).map((i) => [px + (wide * (i + 0.5)) / 9 + rand(-1, 1), py - h * 0.3 + rand(-0.5, 0.35) * h, wide * rand(0.045, 0.06)]), blossom)),
    path(f.map(rr(x, y + h * 0.2, w, h, h * 0.15)), lin('v', tone(wood, 0.2), wood, tone(wood, -0.35))),
    path(f.map(rr(x - w * 0.015, y + h * 0.12, w * 1.03, h * 0.24, h * 0.1)), lin('v', tone(wood, 0.35), tone(wood, 0))),
  ])
}
export const blossoms = (places, color) => places.map(([x, y, r]) =>
  path(petals(x, y, r), pick([color, tone(color, 0.25), tone(color, -0.12)])) +
  path(ell(x, y, r * 0.32), '#ffd84d')).join('')

/** Five petals in one line. */
const petals = (x, y, r) => `M${n(x)} ${n(y)}` + range(5).map((i) => {
  const P = (angle, far) => `${n(x + far * Math.cos(angle))} ${n(y + far * Math.sin(angle))}`
  const a = i * 1.2566 - 0.3
  return `C${P(a - 0.75, r * 1.5)} ${P(a + 0.75, r * 1.5)} ${n(x)} ${n(y)}`
}).join('') + 'Z'

/** A door with panels in its frame. kind: rr, arch; light: a pane at the top. */
export function door(f, x, y, w, h, { color = '#8a4b32', frame = '#fbf3e4', kind = 'rr', light = true, boards = false, knob = 'right', iron = '#3b3340', step } = {}) {
  const M = f.map
  const k = w * 0.1
  const shape = (g) => M(kind === 'arch' ? arch(x - g, y - g, w + 2 * g, h + g, w / 2 + g) : rr(x - g, y - g, w + 2 * g, h + g, [k * 0.5, k * 0.5, 0, 0]))
  const leaf = shape(0)
  const panel = (l, t, ww, hh) => {
    const d = M(rr(x + w * l, y + h * t, w * ww, h * hh, w * 0.03))
    return path(d, tone(color, -0.28)) + inset(d, w * 0.02, w * 0.025, w * 0.015, tone(color, -0.6), 0.8) +
      path(M(rr(x + w * (l + 0.045), y + h * t + w * 0.045, w * (ww - 0.09), h * hh - w * 0.09, w * 0.03)), lin('d', tone(color, 0.16), tone(color, -0.12)))
  }
  const top = kind === 'arch' ? 0.3 : 0.07
  const pane = M(rr(x + w * 0.17, y + h * top, w * 0.66, h * 0.24, w * 0.05))
  const [kx, ky] = [x + w * (knob === 'right' ? 0.87 : 0.13), y + h * 0.56]
  return group([
    path(shape(k), lin('d', tone(frame, 0.3), frame, tone(frame, -0.3))),
    group([path(leaf, lin('d', tone(color, 0.16), color, tone(color, -0.22))),
      boards ? planks(flatOn(f, x, y, w, h), { count: 5, upright: true, color, over: leaf, grain: 5 })
        : [light ? '' : panel(0.15, top, 0.7, 0.24), panel(0.15, 0.38, 0.3, 0.24), panel(0.55, 0.38, 0.3, 0.24), panel(0.15, 0.67, 0.3, 0.27), panel(0.55, 0.67, 0.3, 0.27)],
    ], { part: 'door' }),
    boards ? [0.24, 0.78].map((t) => path(M(poly([[x, y + h * t], [x + w * 0.7, y + h * (t + 0.012)], [x + w * 0.7, y + h * (t + 0.028)], [x, y + h * (t + 0.045)]], 1)), lin('v', tone(iron, 0.3), iron))) : '',
    light && !boards ? glass(pane, { map: M, box: [x + w * 0.17, y + h * top, w * 0.66, h * 0.24] }) + inset(pane, 1, 1.4, 1, DARK, 0.5) + path(M(rr(x + w * 0.48, y + h * top, w * 0.04, h * 0.24)), tone(color, 0.05)) : '',
    inset(leaf, w * 0.05, w * 0.07, w * 0.05, DARK, 0.5),
    path(M(ell(kx + w * 0.012, ky + w * 0.02, w * 0.05)), `${DARK}/.4`), path(M(ell(kx, ky, w * 0.048)), rad([0.35, 0.3, 0.8], '#fff3b8', '#e0a63a', '#8a5a18')),
    step ? [path(M(rr(x - w * 0.24, y + h - w * 0.12, w * 1.48, w * 0.12, w * 0.03)), lin('v', tone(step, 0.3), step, tone(step, -0.3)))] : '',
  ])
}
const flatOn = (f, x, y, w, h) => ({ w, h, place: (u, v) => f.place(x + u, y + v), map: (d) => f.map(d.replace(/(-?\d*\.?\d+) (-?\d*\.?\d+)/g, (_, a, b) => `${n(Number(a) + x)} ${n(Number(b) + y)}`)), outline: f.map(rr(x, y, w, h)) })
export { flatOn as part }

/** A brick chimney standing from y to y + h, with a cap and pots. */
export function chimney(x, y, w, h, { color = '#b5604a', pots = 1 } = {}) {
  const shaft = flat(x, y + w * 0.2, w, h - w * 0.2)
  const cap = (dx, top, hh, c) => path(rr(x - dx, top, w + 2 * dx, hh, 1.2), lin('h', tone(c, 0.25), c, tone(c, -0.35)))
  return group([
    range(pots).map((i) => {
      const [px, pw] = [x + (w * (i + 0.5)) / pots - (w * 0.17), w * 0.34]
      return path(poly([[px + pw * 0.1, y - w * 0.28], [px + pw * 0.9, y - w * 0.28], [px + pw, y + 2], [px, y + 2]], 1), roundH('#c8734a')) + path(rr(px - 1, y - w * 0.36, pw + 2, w * 0.12, 1), roundH('#d98a5c'))
    }),
    bricks(shaft, { bw: w * 0.42, bh: w * 0.17, color }),
    path(shaft.outline, lin('h', '#fff/.18', '#fff/0', `${DARK}/.4`)),
    path(rr(x, y + w * 0.3, w, w * 0.18), `${DARK}/.3`),
    cap(w * 0.08, y + w * 0.16, w * 0.14, tone(color, -0.05)), cap(w * 0.15, y, w * 0.18, tone(color, 0.12)),
  ], { part: 'chimney' })
}

/** A mass of leaves: balls of foliage [x, y, r], with leaves in four tones over them. leaf: a leaf's length. */
export function foliage(balls, color, { leaf = 6, dense = 1, role } = {}) {
  const all = balls.map(([x, y, r]) => ell(x, y, r)).join('')
  const leaves = [[], [], [], []]
  for (const [x, y, r] of balls)
    for (const _ of range(Math.round(((dense * r * r) / (leaf * leaf)) * 5))) {
      const [a, q] = [rand(0, Math.PI * 2), Math.sqrt(rand()) * 1.02]
      const [lx, ly] = [x + r * q * Math.cos(a), y + r * q * Math.sin(a)]
      const height = -q * (Math.sin(a) * 0.75 + Math.cos(a) * 0.45) + rand(-0.45, 0.45)
      leaves[height > 0.55 ? 3 : height > 0.12 ? 2 : height > -0.4 ? 1 : 0].push(leafAt(lx, ly, leaf * rand(0.7, 1.2), a + rand(-1, 1)))
    }
  return group([
    path(all, tone(color, -0.42)),
    ...balls.map(([x, y, r]) => path(ell(x, y, r), rad([0.36, 0.28, 0.8], [0, tone(color, 0.16)], [0.45, color], [0.8, `${tone(color, -0.32)}/.9`], [1, `${tone(color, -0.42)}/.2`]))),
    ...[-0.38, -0.12, 0.12, 0.32].map((d, i) => path(leaves[i].join(''), tone(color, d))),
  ], { role })
}
function leafAt(x, y, size, angle) {
  const [c, s] = [Math.cos(angle) * size * 0.5, Math.sin(angle) * size * 0.5]
  const [u, v] = [-s * 0.75, c * 0.75]
  return `M${n(x - c)} ${n(y - s)}C${[x - c * 0.3 + u, y - s * 0.3 + v, x + c * 0.5 + u * 0.7, y + s * 0.5 + v * 0.7, x + c, y + s].map(n).join(' ')}C${[x + c * 0.5 - u * 0.7, y + s * 0.5 - v * 0.7, x - c * 0.3 - u, y - s * 0.3 - v, x - c, y - s].map(n).join(' ')}Z`
}

/** A car's wheel: tyre, rim, spokes. It is never recoloured. */
export function tyre(cx, cy, r, { rim = '#d9d6e2', spokes = 5, share = 0.6 } = {}) {
  const q = r * share
  return keep(
    path(ell(cx, cy, r), rad([0.42, 0.36, 0.7], [0, '#5a5566'], [0.6, '#38333f'], [1, '#1f1b26'])),
    stroke(ell(cx, cy, r * 0.86), '#15111b/.7', r * 0.05), stroke(ell(cx, cy, r * 0.93), '#6a6476/.5', r * 0.04),
    path(ell(cx, cy, q * 1.08), '#17131d'), path(ell(cx, cy, q), lin('d', tone(rim, 0.4), rim, tone(rim, -0.35))),
    path(ell(cx, cy, q * 0.86), lin('d', tone(rim, -0.5), tone(rim, -0.25))),
    range(spokes).map((i) => {
      const a = (i / spokes) * Math.PI * 2 - Math.PI / 2
      const [c, s] = [Math.cos(a), Math.sin(a)]
      const P = (d, w) => [cx + c * d - s * w, cy + s * d + c * w]
      return path(poly([P(q * 0.1, -q * 0.16), P(q * 0.9, -q * 0.11), P(q * 0.9, q * 0.11), P(q * 0.1, q * 0.16)], q * 0.06), lin('d', tone(rim, 0.35), tone(rim, -0.2)))
    }),
    path(ell(cx, cy, q * 0.28), ball(rim)), path(ell(cx, cy, q * 0.13), tone(rim, -0.4)),
    clip(ell(cx, cy, r), blur(r * 0.08, path(ell(cx - r * 0.3, cy - r * 0.75, r * 0.5, r * 0.16), '#fff/.35'))),
  )
}
/** A cart's wheel: wooden rim and spokes, iron hub. */
export function woodWheel(cx, cy, r, { color = '#9a6238', spokes = 8, hub = '#5a4a44' } = {}) {
  const ring = ell(cx, cy, r) + ell(cx, cy, r * 0.8)
  return group([
    range(spokes).map((i) => {
      const a = (i / spokes) * Math.PI * 2 + 0.2
      return stroke(line([cx, cy], [cx + r * 0.85 * Math.cos(a), cy + r * 0.85 * Math.sin(a)]), tone(color, -0.35), r * 0.12, { cap: 'butt' }) +
        stroke(line([cx - r * 0.012, cy - r * 0.015], [cx + r * 0.85 * Math.cos(a) - r * 0.012, cy + r * 0.85 * Math.sin(a) - r * 0.015]), tone(color, 0.08), r * 0.075, { cap: 'butt' })
    }),
    path(ring, lin('d', tone(color, 0.28), color, tone(color, -0.4)), { rule: true }),
    stroke(ell(cx, cy, r * 0.985), '#4a4450', r * 0.05), stroke(ell(cx, cy, r * 0.81), `${tone(color, -0.55)}/.6`, r * 0.02),
    path(ell(cx, cy, r * 0.22), ball(color)), path(ell(cx, cy, r * 0.11), ball(hub)),
  ])
}

/** A flame standing on x, y: tongues of three heats, each fading towards its tip. */
export function flame(x, y, w, h, lean = 0) {
  const tongue = (cx, wide, high, tip) => smooth([[cx - wide * 0.5, y - high * 0.2], [cx - wide * 0.36, y - high * 0.5], [cx - wide * 0.1 + tip * 0.4, y - high * 0.74], [cx + tip, y - high, 1], [cx + wide * 0.2 + tip * 0.3, y - high * 0.66], [cx + wide * 0.42, y - high * 0.42], [cx + wide * 0.5, y - high * 0.18], [cx + wide * 0.26, y], [cx - wide * 0.28, y]])
  const heat = (shapes, ...stops) => path(shapes.join(''), linU([x, y, x, y - h], ...stops))
  const soft = Math.max(0.4, w * 0.02)
  return lit(
    heat([tongue(x - w * 0.24, w * 0.5, h * 0.66, -w * 0.1 + lean), tongue(x + w * 0.24, w * 0.5, h * 0.74, w * 0.1 + lean), tongue(x, w * 0.8, h, lean)], [0, '#ffb52f'], [0.3, '#ff7a1c'], [0.7, '#f2481c'], [1, '#d92c16/.85']),
    blur(soft, heat([tongue(x - w * 0.16, w * 0.4, h * 0.46, -w * 0.05 + lean), tongue(x + w * 0.18, w * 0.38, h * 0.52, w * 0.06 + lean), tongue(x - w * 0.01, w * 0.58, h * 0.74, lean * 0.8)], [0, '#ffe06a'], [0.4, '#ffb02a'], [0.74, '#ff8a1f/.75'])),
    blur(soft, heat([tongue(x - w * 0.02, w * 0.38, h * 0.5, lean * 0.5), tongue(x + w * 0.12, w * 0.22, h * 0.32, w * 0.02)], [0, '#fffbe0'], [0.28, '#fff0a0'], [0.5, '#ffd84a/.85'])),
  )
}

/** Heaped puffs of cloud or smoke, [x, y, r] from the back to the front: each lit at its top left, shaded below. */
export function puffs(balls, light, mid, dark) {
  return balls.map(([x, y, r]) => path(ell(x, y, r), rad([0.36, 0.24, 0.86], [0, light], [0.34, light], [0.62, mid], [1, dark]))).join('')
}

/** A twisted rope along points. */
export function rope(points, width, color = '#d9b073', closed = false) {
  const d = smooth(points, closed)
  const strands = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const [c, s] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    for (let t = 0; t < length; t += width * 0.75) {
      const [x, y] = [a[0] + c * t, a[1] + s * t]
      strands.push(line([x - s * width * 0.36, y + c * width * 0.36], [x + c * width * 0.5 + s * width * 0.36, y + s * width * 0.5 - c * width * 0.36]))
    }
  }
  return stroke(d, tone(color, -0.4), width) + stroke(d, color, width * 0.78) + stroke(strands.join(''), `${tone(color, -0.45)}/.55`, width * 0.16)
}

/** A bar with rounded ends between two points, shaded across. */
export function bar([ax, ay], [bx, by], width, color, k = 1) {
  const length = Math.hypot(bx - ax, by - ay) || 1
  let [u, v] = [(-(by - ay) / length) * width * 0.5, ((bx - ax) / length) * width * 0.5]
  if (u > 0 || (Math.abs(u) < 0.01 && v > 0)) [u, v] = [-u, -v] // its light side: left, or top
  const d = poly([[ax + u, ay + v], [bx + u, by + v], [bx - u, by - v], [ax - u, ay - v]], width * 0.3)
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2]
  return path(d, linAcross([mx + u, my + v, mx - u, my - v], color, k))
}
import { linU } from './kit.mjs'
export const linAcross = (ends, c, k = 1) => linU(ends, [0, tone(c, -0.02)], [0.25, tone(c, 0.26 * k)], [0.5, c], [0.88, tone(c, -0.34 * k)], [1, tone(c, -0.24 * k)])
/** A tube along points: stroke, shade below, light above. */
export function tube(d, width, color, { cap = 'round' } = {}) {
  return stroke(d, tone(color, -0.38), width, { cap }) + stroke(d, color, width * 0.78, { cap, t: `translate(${n(-width * 0.05)} ${n(-width * 0.06)})` }) +
    stroke(d, `${tone(color, 0.45)}/.8`, width * 0.24, { cap, t: `translate(${n(-width * 0.15)} ${n(-width * 0.17)})` })
}

/** A cloth flag from its pole's top at x, y, waving to the right. */
export function cloth(x, y, w, h, color, { role = 'body', mark = '' } = {}) {
  const d = smooth([[x, y, 1], [x + w * 0.25, y - h * 0.07], [x + w * 0.6, y + h * 0.09], [x + w, y - h * 0.02, 1], [x + w * 0.97, y + h * 0.5], [x + w, y + h * 0.98, 1], [x + w * 0.6, y + h * 1.08], [x + w * 0.25, y + h * 0.93], [x, y + h, 1], [x, y + h / 2]])
  return group([path(d, lin('h', [0, tone(color, -0.2)], [0.22, tone(color, 0.22)], [0.42, color], [0.58, tone(color, -0.26)], [0.8, tone(color, 0.16)], [1, tone(color, -0.06)]))], { role }) + mark +
    path(d, lin('h', [0, `${DARK}/.1`], [0.22, '#fff/.18'], [0.58, `${DARK}/.22`], [0.8, '#fff/.12'], [1, `${DARK}/.05`])) + inset(d, 0, -h * 0.05, h * 0.04, DARK, 0.3)
}
export { ball, mix, planks, roundV, glow, shade, vol }

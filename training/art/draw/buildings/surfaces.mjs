/**
 * Faces of things and what covers them. A face maps its own units (x to the right, y down) to the page: `face.map(d)` takes path data there,
 * so that a window is drawn upright once and stands right on any wall. What covers a face is gathered by tone, a few long paths in all.
 */
import { tone } from './color.mjs'
import { clip, group, lin, linU, n, path, pick, rand, range, stroke } from './kit.mjs'
import { line, poly, rr } from './shapes.mjs'

function face(width, height, place) {
  const map = (d) => d.replace(/(-?\d*\.?\d+) (-?\d*\.?\d+)/g, (_, x, y) => place(Number(x), Number(y)).map(n).join(' '))
  return { w: width, h: height, place, map, outline: map(line([0, 0], [width, 0], [width, height], [0, height]) + 'Z') }
}
/** A flat face at x, y. */
export const flat = (x, y, w, h) => face(w, h, (u, v) => [x + u, y + v])
/** A face between four corners: top left, top right, bottom right, bottom left. */
export function quad([ax, ay], [bx, by], [cx, cy], [dx, dy], w, h) {
  return face(w, h, (x, y) => {
    const [u, v] = [x / w, y / h]
    const [p, q, r, s] = [(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v]
    return [p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy]
  })
}
/** The front half of a round tower: rings bulge upwards by `rise(y)`, as seen from its foot. */
export function tower(cx, top, height, radiusTop, radiusBottom, rise = (y) => 0.12 * radiusTop * (1 - y / height)) {
  const w = (Math.PI * (radiusTop + radiusBottom)) / 2
  const made = face(w, height, (x, y) => {
    const angle = (x / w - 0.5) * Math.PI
    const radius = radiusTop + ((radiusBottom - radiusTop) * y) / height
    return [cx + radius * Math.sin(angle), top + y - rise(y) * Math.cos(angle)]
  })
  const edge = (y) => range(13).map((i) => made.place((w * i) / 12, y))
  made.outline = `${line(...edge(0), ...edge(height).reverse())}Z`
  made.band = (y1, y2) => `${line(...edge(y1), ...edge(y2).reverse())}Z`
  return made
}

/** The ends of a gradient across a strip from y1 to y2 (or x1 to x2, upright): square to its length, so that it follows slanting rows. */
function across(f, a, b, upright = false) {
  const P = (along, cross) => (upright ? f.place(cross, along * f.h) : f.place(along * f.w, cross))
  const [from, to, l, r] = [P(0.5, a), P(0.5, b), P(0, (a + b) / 2), P(1, (a + b) / 2)]
  const length = Math.hypot(r[0] - l[0], r[1] - l[1])
  const [nx, ny] = [-(r[1] - l[1]) / length, (r[0] - l[0]) / length]
  const reach = (to[0] - from[0]) * nx + (to[1] - from[1]) * ny
  return [from[0], from[1], from[0] + nx * reach, from[1] + ny * reach]
}

const tonesOf = (color, spread, count = 4) => range(count).map((i) => tone(color, spread * ((2 * i) / (count - 1) - 1)))
/** Shapes sorted by random tone: one path a tone. */
function byTone(shapes, tones) {
  const sorted = tones.map(() => [])
  for (const shape of shapes) pick(sorted).push(shape)
  return sorted.map((list, i) => path(list.join(''), tones[i])).join('')
}

/** Bricks in running bond. A brick is bw x bh in the face's units; bare: the share that is left out, as plaster would. */
export function bricks(f, { bw = 16, bh = 7, color = '#b8573f', mortar = tone(color, -0.35), spread = 0.13, bare = 0, role, over = f.outline } = {}) {
  const [shapes, lights] = [[], []]
  const rows = Math.round(f.h / bh)
  for (const row of range(rows)) {
    const y = (row * f.h) / rows
    for (let x = row % 2 ? -bw / 2 : 0; x < f.w; x += bw) {
      if (rand() < bare) continue
      const [l, r] = [Math.max(0, x) + bw * 0.04, Math.min(f.w, x + bw) - bw * 0.04]
      if (r - l < bw * 0.1) continue
      shapes.push(f.map(line([l, y + bh * 0.08], [r, y + bh * 0.08], [r, y + bh * 0.9], [l, y + bh * 0.9]) + 'Z'))
      lights.push(f.map(line([l, y + bh * 0.1], [r, y + bh * 0.1], [r, y + bh * 0.3], [l, y + bh * 0.3]) + 'Z'))
    }
  }
  const ground = bare > 0 ? '' : path(f.outline, mortar)
  return clip(over, group([ground, byTone(shapes, tonesOf(color, spread)), path(lights.join(''), '#fff/.14')], { role }))
}

/** Masonry of uneven, pillowy stones. */
export function stones(f, { size = 20, color = '#a8a3ad', mortar = tone(color, -0.4), spread = 0.16, role, over = f.outline } = {}) {
  const [shapes, lights, darks] = [[], [], []]
  for (let y = 0; y < f.h - 1; ) {
    let h = size * rand(0.5, 0.8)
    if (f.h - y - h < size * 0.35) h = f.h - y
    for (let x = -rand(0, size); x < f.w; ) {
      const w = size * rand(0.75, 1.6)
      const [l, r] = [Math.max(0, x), Math.min(f.w, x + w)]
      const g = size * 0.045
      const j = () => rand(-1, 1) * size * 0.035
      const corner = (a, b) => [a + j(), b + j()]
      if (r - l > size * 0.2) {
        const corners = [corner(l + g, y + g), corner(r - g, y + g), corner(r - g, y + h - g), corner(l + g, y + h - g)]
        shapes.push(f.map(poly(corners, h * 0.28)))
        const [cx, cy] = [(l + r) / 2, y + h / 2]
        const inner = (s, dy) => poly(corners.map(([a, b]) => [cx + (a - cx) * s - 0.02 * size, cy + (b - cy) * s + dy]), size < 19 ? 0 : h * 0.24)
        lights.push(f.map(inner(0.8, -h * 0.07)))
        darks.push(f.map(poly([[l + g * 2, y + h - g * 3.2], [r - g * 2, y + h - g * 3.2], [r - g * 3, y + h - g * 1.4], [l + g * 3, y + h - g * 1.4]])))
      }
      x += w
    }
    y += h
  }
  return clip(over, group([
    path(f.outline, mortar), byTone(shapes, tonesOf(color, spread)), path(darks.join(''), '#1a0f2e/.12'), path(lights.join(''), '#fff/.13'),
  ], { role }))
}

/** Boards, along x (or upright): each a gradient of its own, with gaps, grain and the tones of wood. */
export function planks(f, { count = 8, upright = false, color = '#a8703f', spread = 0.08, gap = 0.06, grain = 3, lap = 0.28, role, over = f.outline, radius = 0.12 } = {}) {
  const [long, wide] = upright ? [f.h, f.w] : [f.w, f.h]
  const size = wide / count
  const P = (a, b) => (upright ? [b, a] : [a, b])
  const boards = range(count).map((i) => {
    const [s, e] = [i * size + (size * gap) / 2, (i + 1) * size - (size * gap) / 2]
    const c = tone(color, rand(-spread, spread))
    const d = f.map(poly([P(0, s), P(long, s), P(long, e), P(0, e)], size * radius))
    return path(d, linU(across(f, s, e, upright), [0, tone(c, lap * 0.7)], [0.18, tone(c, lap * 0.25)], [0.7, c], [1, tone(c, -lap)]))
  })
  const lines = range(count * grain).map(() => {
    const s = rand(0.02, 0.7) * long
    const b = (Math.floor(rand(0, count)) + rand(0.2, 0.8)) * size
    const reach = Math.min(long - s, rand(0.1, 0.4) * long)
    return f.map(line(P(s, b), P(s + reach / 2, b + rand(-0.05, 0.05) * size), P(s + reach, b)))
  })
  const ends = stroke(lines.join(''), `${tone(color, -0.5)}/.35`, Math.max(0.5, size * 0.045), { cap: 'butt' })
  return clip(over, group([path(f.outline, tone(color, -0.5)), boards, ends], { role }))
}

const EDGES = {
  /** Rounded tails, as on a doll's house. */
  scallop: (l, r, y, b) => `M${n(l)} ${n(y)}L${n(r)} ${n(y)}L${n(r)} ${n(b - (r - l) * 0.4)}C${[r, b + (r - l) * 0.13, l, b + (r - l) * 0.13, l, b - (r - l) * 0.4].map(n).join(' ')}Z`,
  flat: (l, r, y, b) => poly([[l, y], [r, y], [r, b], [l, b]], [0, 0, (r - l) * 0.16, (r - l) * 0.16]),
  shake: (l, r, y, b) => poly([[l, y], [r, y], [r, b - rand(0, 0.22) * (b - y)], [l, b - rand(0, 0.22) * (b - y)]], 0.6),
}
/** Roof tiles in rows, the upper over the lower ones. */
export function tiles(f, { rows = 9, columns = 14, color = '#d2503c', edge = 'scallop', spread = 0.09, gap = 0.05, role, over = f.outline, fade = 0.25 } = {}) {
  const [h, w] = [f.h / rows, f.w / columns]
  const laid = []
  for (let row = rows - 1; row >= 0; row--) {
    const [y, b] = [row * h - h * 0.1, (row + 1) * h + h * 0.16]
    const shapes = []
    for (let i = row % 2 ? -0.5 : 0; i < columns; i++) {
      const [l, r] = [Math.max(0, i * w), Math.min(f.w, (i + 1) * w)]
      if (r - l > w * 0.2) shapes.push([l + w * gap, r - w * gap])
    }
    const at = (drop) => shapes.map(([l, r]) => f.map(EDGES[edge](l, r, y, b + drop))).join('')
    const light = fade * (0.5 - row / rows)
    const tones = tonesOf(tone(color, light), spread, 3).map((c) => linU(across(f, y, b), [0, tone(c, -0.34)], [0.45, c], [0.85, tone(c, 0.13)], [1, tone(c, 0.3)]))
    laid.push(path(at(h * 0.1), `${tone(color, -0.62)}/.55`), byTone(shapes.map(([l, r]) => f.map(EDGES[edge](l, r, y, b))), tones))
  }
  return clip(over, group([path(f.outline, tone(color, -0.4)), laid], { role, part: 'roof' }))
}

/** Thatch: a soft mass with strands and a cut edge. */
export function thatch(f, { color = '#c99a4b', rows = 4, over = f.outline, role } = {}) {
  const strands = [[], [], []]
  for (const _ of range(300)) {
    const [x, y] = [rand(0, f.w), rand(0, f.h * 0.96)]
    strands[Math.floor(rand(0, 3))].push(f.map(line([x, y], [x + rand(-2, 2), y + f.h * rand(0.06, 0.16)])))
  }
  const bands = range(rows - 1).map((i) => {
    const y = (f.h * (i + 1)) / rows
    const edge = range(25).map((k) => [(f.w * k) / 24, y + (k % 2 ? 2.5 : -1) + rand(-1, 1)])
    return stroke(f.map(line(...edge)), `${tone(color, -0.45)}/.5`, 1.8)
  })
  return clip(over, group([
    path(f.outline, linU(across(f, 0, f.h), tone(color, 0.22), color, tone(color, -0.12), tone(color, -0.3))),
    ...[-0.35, 0.3, -0.18].map((d, i) => stroke(strands[i].join(''), `${tone(color, d)}/.6`, 1.2, { cap: 'butt' })), bands,
  ], { role, part: 'roof' }))
}
/** Shade laid over a round surface: dark edges, light at the left third. */
export const roundShade = (d, k = 1, color = '#1a0f2e') =>
  path(d, lin('h', [0, `${color}/${0.34 * k}`], [0.12, `${color}/${0.12 * k}`], [0.28, `#fff/${0.2 * k}`], [0.42, '#fff/0'], [0.55, `${color}/${0.04 * k}`], [0.88, `${color}/${0.46 * k}`], [1, `${color}/${0.36 * k}`]))
export { rr }

/** Houses that people live in. The eye is at their feet: what is above it runs down to the horizon at their base. */
import { tone } from './color.mjs'
import { body, clip, group, inset, keep, lin, linU, path, rad, rand, range, roundH, shade, stroke, vol } from './kit.mjs'
import { DARK, bar, chimney, door, foliage, glass, part, window } from './parts.mjs'
import { arch, ell, line, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, stones, thatch, tiles } from './surfaces.mjs'

const moved = ([x, y], [dx, dy], k = 1) => [x + dx * k, y + dy * k]
const between = ([ax, ay], [bx, by], t) => [ax + (bx - ax) * t, ay + (by - ay) * t]

/**
 * A gabled house at an angle: its gable to the left, its side to the right of the near corner.
 * x: left end, near corner, right end; eaves: heights there; peak: height of the ridge over the gable's middle; base: y of the ground.
 */
export function gabled({ x: [x0, x1, x2], eaves: [h0, h1, h2], peak, base = 360, over = 1.12, out = 10 }) {
  const top = [x0 + (x1 - x0) * 0.49, base - peak]
  const run = [(x2 - x1) * 0.97, (peak * (1 - h2 / h1)) * 0.9]
  const farTop = moved(top, run)
  const [left, near, far] = [[x0, base - h0], [x1, base - h1], [x2, base - h2]]
  const back = moved([0, 0], run, -out / run[0])
  const ridge = [moved(top, back), moved(farTop, back, -0.9)]
  const [slopeR, slopeL] = [[(near[0] - top[0]) * over, (near[1] - top[1]) * over], [(left[0] - top[0]) * over, (left[1] - top[1]) * over]]
  const eaveNear = moved(ridge[0], slopeR)
  const eaveFar = moved(ridge[1], [slopeR[0] * 0.98, (far[1] - farTop[1]) * over])
  const eaveLeft = moved(ridge[0], slopeL)
  const gable = quad([x0, base - peak * (h0 / h1)], [x1, base - peak], [x1, base], [x0, base], x1 - x0, peak)
  const side = quad(near, far, [x2, base], [x1, base], x2 - x1, h1)
  const slope = Math.hypot(...slopeR)
  const roof = quad(ridge[0], ridge[1], eaveFar, eaveNear, x2 - x1, slope)
  const wall = poly([left, top, near, [x1, base], [x0, base]])
  return { gable, side, roof, wall, ridge, eaveNear, eaveFar, eaveLeft, top, base, x0, x1, x2, near, left, far }
}
/** The boards under a roof's edge, their thickness seen. */
function verge(house, color, width = 9) {
  const { ridge: [peak], eaveNear, eaveLeft } = house
  const slat = (from, to, light) => path(poly([from, to, [to[0], to[1] + width * 1.15], [from[0], from[1] + width * 1.35]], 1.5), linU([...from, from[0] - (to[0] - from[0]) * 0.05, from[1] + width * 1.3], tone(color, light + 0.25), tone(color, light), tone(color, light - 0.25)))
  return slat(peak, eaveLeft, 0.05) + slat(peak, eaveNear, -0.02)
}
function eave(house, color, width = 6) {
  const { eaveNear, eaveFar } = house
  return path(poly([eaveNear, eaveFar, [eaveFar[0], eaveFar[1] + width * 0.9], [eaveNear[0], eaveNear[1] + width]], 1), lin('v', tone(color, 0.2), tone(color, -0.35)))
}
/** The roof's underside beyond the walls. */
function soffit(house, color) {
  const { ridge: [peak], eaveLeft, eaveNear, left, top, near } = house
  return path(poly([eaveLeft, peak, eaveNear, near, top, left]), lin('v', tone(color, -0.45), tone(color, -0.62)))
}
/** The shade of the roof on both walls. */
function eaveShade(house, reach = 20) {
  const { ridge: [peak], eaveNear, eaveLeft, eaveFar, wall, side } = house
  const down = ([x, y], d) => [x, y + d]
  return shade(wall, poly([down(eaveLeft, -20), down(peak, -20), down(eaveNear, -20), down(eaveNear, reach), down(peak, reach), down(eaveLeft, reach)]), 5, 0.42) +
    shade(side.outline, poly([down(eaveNear, -30), down(eaveFar, -30), down(eaveFar, reach * 0.9), down(eaveNear, reach)]), 5, 0.5)
}
function ridgeCap(house, color) {
  const [a, b] = house.ridge
  return range(13).map((i) => {
    const [p, q] = [between(a, b, i / 13), between(a, b, (i + 1.12) / 13)]
    return path(poly([[p[0], p[1] - 4], [q[0], q[1] - 4], [q[0] + 1.5, q[1] + 4], [p[0] + 1.5, p[1] + 4.5]], 2), lin('v', tone(color, 0.3), color, tone(color, -0.35)))
  }).join('')
}

function house() {
  const h = gabled({ x: [34, 178, 396], eaves: [146, 152, 140], peak: 256 })
  const [roofColor, wallColor, trim] = ['#cf4a35', '#f3cf9b', '#fff6e6']
  const sidePorch = { x: 42, w: 52, h: 98 }
  return [
    chimney(262, 72, 34, 90), soffit(h, trim),
    body(
      planks(h.gable, { count: 30, color: wallColor, spread: 0.03, lap: 0.24, grain: 0, over: h.wall }),
      planks(h.side, { count: 18, color: tone(wallColor, -0.12), spread: 0.03, lap: 0.24, grain: 0 }),
    ),
    path(h.wall, lin('h', `${DARK}/.16`, `${DARK}/0`, '#fff/.1')),
    path(h.side.outline, lin('h', `${DARK}/.06`, `${DARK}/.24`)),
    clip(h.wall, stones(part(h.gable, 0, 232, 144, 26), { size: 17, color: '#a59aa6' })),
    stones(part(h.side, 0, 130, 218, 24), { size: 17, color: '#90869a' }),
    eaveShade(h),
    path(h.gable.map(rr(138, 100, 7, 156, 1)), lin('h', tone(trim, 0.1), tone(trim, -0.1))), path(h.side.map(rr(-1, 0, 7, 152, 1)), lin('h', tone(trim, -0.06), tone(trim, -0.25))),
    path(h.gable.map(ell(71, 62, 15)), tone(trim, -0.25)), path(h.gable.map(ell(71, 61, 14.5)), lin('d', tone(trim, 0.3), tone(trim, -0.1))),
    glass(h.gable.map(ell(71, 61, 11)), { map: h.gable.map, box: [60, 50, 22, 22] }), inset(h.gable.map(ell(71, 61, 11)), 1, 2, 1.5, DARK, 0.5),
    path(h.gable.map(rr(70, 50, 2, 22)) + h.gable.map(rr(60, 60, 22, 2)), trim),
    window(h.gable, 24, 138, 34, 48, { frame: trim, shutters: '#3f7d74', bars: [2, 3], curtains: '#f7e9d8', flowers: ['#e8486a'] }),
    window(h.gable, 94, 138, 28, 48, { frame: trim, bars: [2, 3], curtains: '#f7e9d8', flowers: ['#e8486a'] }),
    door(h.side, 34, 56, 44, 94, { color: '#3f7d74', frame: trim, step: '#b9b0bd' }),
    window(h.side, 118, 46, 30, 48, { frame: tone(trim, -0.06), bars: [2, 3], curtains: '#f7e9d8', flowers: ['#f2c14a'] }),
    window(h.side, 172, 46, 30, 48, { frame: tone(trim, -0.1), bars: [2, 3], curtains: '#f7e9d8', flowers: ['#f2c14a'] }),
    tiles(h.roof, { rows: 10, columns: 20, color: roofColor }),
    path(h.roof.outline, lin([0, 0, 0.6, 1], '#fff/.16', '#fff/0', `${DARK}/.16`)),
    eave(h, trim), verge(h, trim), ridgeCap(h, roofColor),
    group(porch(h.side, roofColor, trim)),
  ]
}
function porch(f, roofColor, trim) {
  const [l, r, t] = [f.place(24, 44), f.place(90, 46), f.place(56, 16)]
  const out = 10
  return [
    bar([l[0] + 4, l[1] + 8], [l[0] + 4, 359], 5, trim), bar([r[0] - 3, r[1] + 8], [r[0] - 3, 359], 5, trim),
    path(poly([l, t, r, [r[0] + 3, r[1] + 8], [t[0], t[1] + 11], [l[0] - 3, l[1] + 8]], 1.5), lin('v', tone(roofColor, 0.1), tone(roofColor, -0.2))),
    path(poly([[l[0] + 3, l[1] + 7], [t[0], t[1] + 11], [r[0] - 3, r[1] + 7]]), lin('v', tone(trim, -0.05), tone(trim, -0.25))),
  ]
}

function houseTall() {
  const [brick, trim, slate] = ['#b96a50', '#fbf1e2', '#5d6b86']
  const [l, r, t] = [46, 354, 128]
  const f = flat(l, t, r - l, 360 - t)
  const roof = quad([l + 44, 28], [r - 44, 28], [r + 16, t + 4], [l - 16, t + 4], 308, 106)
  const dormer = (x) => {
    const d = flat(x - 22, 66, 44, 52)
    return [
      path(poly([[x - 22, 122], [x + 34, 122], [x + 22, 76]]), `${DARK}/.35`),
      path(d.outline, lin('h', tone(trim, 0.1), tone(trim, -0.14))), window(d, 10, 12, 24, 36, { frame: tone(trim, -0.08), bars: [2, 3], sill: undefined, curtains: '#f7e9d8', kind: 'arch' }),
      path(poly([[x - 28, 70], [x, 44], [x + 28, 70], [x + 28, 76], [x, 52], [x - 28, 76]], 1.5), lin('d', tone(trim, 0.3), tone(trim, -0.25))),
      path(poly([[x - 28, 70], [x, 42], [x + 28, 70], [x, 47]], 1), lin('v', tone(slate, 0.2), tone(slate, -0.1))),
    ]
  }
  const style = { frame: trim, bars: [2, 3], curtains: '#f3e4d4', sill: trim }
  const lintel = (x, y, w) => path(f.map(poly([[x - 5, y], [x + w + 5, y], [x + w + 1, y + 9], [x - 1, y + 9]])), lin('v', tone(trim, 0.1), tone(trim, -0.22)))
  return [
    chimney(84, 22, 30, 70, { color: '#a85a44', pots: 2 }), chimney(288, 22, 30, 70, { color: '#a85a44', pots: 2 }),
    body(bricks(f, { bw: 14, bh: 5.8, color: brick, mortar: tone(brick, 0.25) })),
    path(f.outline, lin('h', '#fff/.12', '#fff/0', `${DARK}/.26`)), path(f.outline, lin('v', `${DARK}/.12`, `${DARK}/0`, `${DARK}/.12`)),
    range(14).map((i) => [l, r - (i % 2 ? 17 : 11)].map((x) => path(rr(x, t + 8 + i * 14.2, i % 2 ? 17 : 11, 13, 1.2), lin('d', tone(trim, 0.05), tone(trim, -0.24))))),
    shade(f.outline, rr(l - 10, t - 20, 300, 46), 6, 0.5),
    stones(flat(l - 4, 334, r - l + 8, 26), { size: 18, color: '#a39aa8' }), path(rr(l - 7, 329, r - l + 14, 7, 1.5), lin('v', '#d8d0dc', '#8f8698')),
    path(rr(l, 230, r - l, 6, 1), lin('v', tone(trim, 0.1), tone(trim, -0.3))),
    [44, 134, 224].map((x) => [lintel(x, 24, 40), window(f, x, 36, 40, 54, { ...style, shutters: x === 134 ? undefined : '#46556f' })]),
    [44, 224].map((x) => [lintel(x, 118, 40), window(f, x, 130, 40, 60, { ...style, shutters: '#46556f', flowers: ['#ee5577'] })]),
    entrance(f, trim),
    tiles(roof, { rows: 9, columns: 20, color: slate, edge: 'flat' }), path(roof.outline, lin('h', '#fff/.14', '#fff/0', `${DARK}/.28`)),
    path(rr(l + 40, 24, r - l - 80, 7, 3), lin('v', tone(slate, 0.3), tone(slate, -0.3))),
    shade(roof.outline, poly([[l + 4, 40], [l + 72, 40], [l + 64, 70], [l + 30, 84]]), 5, 0.3),
    dormer(124), dormer(276),
    path(rr(l - 18, t + 2, r - l + 36, 11, 2.5), lin('v', tone(trim, 0.35), trim, tone(trim, -0.3))),
    range(22).map((i) => path(rr(l - 6 + i * 14.6, t + 12, 7, 8, 1), lin('v', tone(trim, -0.1), tone(trim, -0.38)))),
  ]
}
function entrance(f, trim) {
  const [x, w] = [127, 54]
  return [
    path(f.map(rr(x - 4, 196, w + 8, 36)), `${DARK}/.2`),
    door(f, x + 8, 134, 38, 88, { color: '#2f5d8a', frame: trim, light: false }),
    glass(f.map(arch(x + 8, 114, 38, 18, 18)), { map: f.map, box: [x + 8, 114, 38, 18] }), stroke(f.map(line([x + 27, 114], [x + 27, 132])), trim, 1.6),
    [0, 1, 2].map((i) => path(f.map(rr(x - 4 - i * 5, 216 + i * 5.4, w + 8 + i * 10, 6, 1)), lin('v', '#e6e0ea', '#9d94a8'))),
    [x, x + w - 7].map((c) => path(f.map(rr(c, 112, 7, 105, 1)), roundH(trim, 0.8)) + path(f.map(rr(c - 1.5, 110, 10, 6, 1)), lin('v', trim, tone(trim, -0.25)))),
    path(f.map(poly([[x - 8, 112], [x + w / 2, 92], [x + w + 8, 112]], 2)), lin('d', tone(trim, 0.35), tone(trim, -0.2))), path(f.map(poly([[x + 4, 109], [x + w / 2, 97], [x + w - 4, 109]], 1)), tone(trim, -0.3)),
    path(f.map(rr(x - 8, 110, w + 16, 5, 1)), lin('v', trim, tone(trim, -0.35))),
  ]
}

function houseGable() {
  const h = gabled({ x: [70, 236, 384], eaves: [204, 212, 196], peak: 328, over: 1.1, out: 12 })
  const [plaster, timber, roofColor] = ['#f6ead2', '#7a4a30', '#8d5440']
  const beam = (f, d, light = 0) => path(f.map(d), lin('d', tone(timber, 0.2 + light), tone(timber, -0.15 + light)))
  const upright = (f, x, y, hh, w = 7) => beam(f, rr(x, y, w, hh, 1))
  const brace = (f, a, b) => beam(f, poly([[a[0] - 4, a[1]], [a[0] + 4, a[1]], [b[0] + 4, b[1]], [b[0] - 4, b[1]]], 1))
  const glassy = { frame: '#5b3524', bars: [3, 4], sill: '#8a5a3c', color: '#6fbcf0', curtains: '#fff3df' }
  return [
    chimney(286, 20, 32, 130, { color: '#a9644c', pots: 2 }), soffit(h, timber),
    body(path(h.wall, lin('d', tone(plaster, 0.2), plaster, tone(plaster, -0.1))), path(h.side.outline, lin('d', tone(plaster, -0.12), tone(plaster, -0.26)))),
    clip(h.wall, range(40).map(() => { const [x, y] = [rand(70, 236), rand(50, 260)]; return path(ell(x, y, rand(4, 12), rand(2, 5)), `${tone(plaster, -0.3)}/.1`) })),
    bricks(part(h.gable, 0, 222, 166, 106), { bw: 15, bh: 6.4, color: '#b46650', mortar: '#cfae94' }), bricks(part(h.side, 0, 106, 148, 106), { bw: 15, bh: 6.4, color: '#94503f', mortar: '#a58672' }),
    clip(h.wall, [
      upright(h.gable, 0, 110, 114, 8), upright(h.gable, 158, 110, 114, 8), upright(h.gable, 50, 118, 104), upright(h.gable, 109, 118, 104),
      upright(h.gable, 79.5, 0, 60), upright(h.gable, 46, 50, 68), upright(h.gable, 113, 50, 68),
      brace(h.gable, [30, 118], [14, 216]), brace(h.gable, [136, 118], [152, 216]), brace(h.gable, [82, 58], [56, 114]), brace(h.gable, [84, 58], [110, 114]),
      beam(h.gable, rr(0, 216, 166, 9, 1)), beam(h.gable, rr(0, 112, 166, 8, 1)), beam(h.gable, rr(40, 54, 88, 7, 1)),
    ]),
    upright(h.side, 0, 0, 108, 8), upright(h.side, 138, 0, 108, 8), upright(h.side, 46, 0, 108), upright(h.side, 94, 0, 108), brace(h.side, [34, 4], [14, 102]), brace(h.side, [112, 4], [130, 102]),
    beam(h.side, rr(0, 102, 148, 8, 1), -0.1),
    path(h.side.outline, lin('h', `${DARK}/.1`, `${DARK}/.26`)), eaveShade(h, 24),
    window(h.gable, 62, 140, 42, 62, { ...glassy, flowers: ['#f0556e', '#8a5a3c'] }), window(h.gable, 68, 74, 30, 32, { ...glassy, bars: [2, 3] }),
    window(h.gable, 96, 244, 46, 50, { ...glassy, flowers: ['#f6c445', '#8a5a3c'] }),
    door(h.gable, 28, 236, 42, 92, { kind: 'arch', boards: true, color: '#7d4c2f', frame: '#cfc3b6', step: '#b5acb8' }),
    window(h.side, 60, 24, 28, 56, glassy), window(h.side, 22, 134, 34, 50, glassy), window(h.side, 88, 134, 34, 50, glassy),
    tiles(h.roof, { rows: 12, columns: 16, color: roofColor, edge: 'flat' }), path(h.roof.outline, lin([0, 0, 0.6, 1], '#fff/.14', '#fff/0', `${DARK}/.22`)),
    eave(h, timber), verge(h, tone(timber, 0.05), 10), ridgeCap(h, roofColor),
  ]
}

function cottage() {
  const h = gabled({ x: [50, 184, 392], eaves: [104, 108, 102], peak: 212, over: 1.2, out: 14 })
  const [stone, straw, blue] = ['#e0cdb0', '#d3a355', '#4f86b8']
  const style = { frame: '#f8efdf', bars: [2, 2], curtains: '#ffe9d6', sill: '#a99c8c' }
  const { ridge: [a, b], eaveNear, eaveFar, eaveLeft } = h
  const low = (p, d) => [p[0], p[1] + d]
  const roof = smooth([[a[0] + 2, a[1] - 8], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 5], [b[0] + 4, b[1] - 6], [b[0] + 22, b[1] + 16], between(b, eaveFar, 0.6).map((v, i) => v + (i ? 0 : 10)), [eaveFar[0] + 6, eaveFar[1] - 4], [eaveFar[0] - 4, eaveFar[1] + 14], between(eaveFar, eaveNear, 0.3).map((v, i) => v + (i ? 12 : 0)), between(eaveFar, eaveNear, 0.5).map((v, i) => v + (i ? 2 : 0)), between(eaveFar, eaveNear, 0.7).map((v, i) => v + (i ? 14 : 0)), low(eaveNear, 16), [eaveNear[0] - 12, eaveNear[1] + 8], between(a, eaveNear, 0.5).map((v, i) => v - (i ? 4 : 2)), [a[0] - 5, a[1] + 4]])
  const verge = smooth([[a[0], a[1] - 9], between(a, eaveLeft, 0.5).map((v, i) => v - (i ? 10 : 6)), [eaveLeft[0] - 4, eaveLeft[1] - 4], [eaveLeft[0] + 4, eaveLeft[1] + 14], between(eaveLeft, a, 0.45).map((v, i) => v + (i ? 18 : 0)), low(a, 20, 1), between(a, eaveNear, 0.55).map((v, i) => v + (i ? 20 : -4)), [eaveNear[0] - 2, eaveNear[1] + 18], [eaveNear[0] + 4, eaveNear[1] + 2], between(a, eaveNear, 0.5).map((v, i) => v - (i ? 2 : -4))])
  const t = quad([a[0] - 14, a[1] - 10], [b[0] + 44, b[1] - 8], [eaveFar[0] + 24, eaveFar[1] + 18], [eaveNear[0] - 24, eaveNear[1] + 20], 240, 140)
  const roses = range(30).map((i) => { const q = i / 29; const angle = Math.PI * (1.02 + q * 0.96); return h.side.place(74 + 30 * Math.cos(angle) + rand(-3, 3), 58 + 42 * Math.sin(angle) + (q < 0.1 || q > 0.9 ? rand(-4, 26) : rand(-4, 4))) })
  return [
    stonesChimney(300, 96, 34, 80), soffit(h, straw),
    body(stones(h.gable, { size: 19, color: stone, over: h.wall, spread: 0.1 }), stones(h.side, { size: 19, color: tone(stone, -0.14), spread: 0.1 })),
    path(h.wall, lin('h', `${DARK}/.2`, `${DARK}/0`, '#fff/.12')), path(h.side.outline, lin('h', `${DARK}/.04`, `${DARK}/.22`)),
    eaveShade(h, 34),
    window(h.gable, 46, 128, 36, 40, { ...style, shutters: blue, flowers: ['#f0617c'] }),
    window(h.gable, 52, 76, 22, 24, style),
    door(h.side, 54, 34, 40, 74, { kind: 'arch', boards: true, color: blue, frame: '#d8cdbd', step: '#b0a6a2' }),
    window(h.side, 8, 44, 26, 32, { ...style, flowers: ['#f6c445'] }), window(h.side, 130, 44, 40, 34, { ...style, bars: [3, 2], shutters: blue, flowers: ['#f0617c'] }),
    foliage(roses.map(([x, y]) => [x, y, rand(4.5, 7)]), '#4c8f3f', { leaf: 4.2 }), keep(roseDots(roses)),
    path(roof, straw), thatch(t, { color: straw, over: roof, rows: 4 }), inset(roof, -3, -9, 6, tone(straw, -0.6), 0.75), inset(roof, 3, 6, 6, '#ffe9b0', 0.5),
    path(verge, lin('v', tone(straw, 0.25), tone(straw, -0.05), tone(straw, -0.3))), inset(verge, 0, -5, 4, tone(straw, -0.6), 0.7),
    clip(verge, strands(verge, straw)),
    thatchRidge(a, b, straw),
  ]
}
const roseDots = (places) => places.filter((_, i) => i % 2 === 0).map(([x, y]) => path(ell(x + rand(-2, 2), y + rand(-2, 2), rand(2, 3)), rad([0.4, 0.35, 0.7], '#ffd0d8', '#ef5f7f', '#b82c52'))).join('')
const strands = (d, color) => {
  const [x0, y0, x1, y1] = boxOf(d)
  return [-0.4, 0.3].map((k) => stroke(range(80).map(() => { const [x, y] = [rand(x0, x1), rand(y0, y1)]; return line([x, y], [x + rand(-1.5, 1.5), y + rand(4, 9)]) }).join(''), `${tone(color, k)}/.6`, 1.2, { cap: 'butt' })).join('')
}
const boxOf = (d) => { const v = d.match(/-?\d*\.?\d+/g).map(Number); const [xs, ys] = [v.filter((_, i) => i % 2 === 0), v.filter((_, i) => i % 2)]; return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
function thatchRidge(a, b, straw) {
  const d = smooth([[a[0] - 6, a[1] - 6], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 12], [b[0] + 10, b[1] - 10], [b[0] + 18, b[1] + 12], ...range(11).map((i) => [b[0] + 6 + ((a[0] - b[0]) * (i + 0.5)) / 11, b[1] + ((a[1] - b[1]) * i) / 11 + (i % 2 ? 24 : 12), 1]), [a[0] - 2, a[1] + 10]])
  return [path(d, lin('v', tone(straw, 0.3), tone(straw, 0.05), tone(straw, -0.25))), clip(d, strands(d, straw), stroke(line([a[0], a[1] + 2], [b[0] + 12, b[1] + 1]), `${tone(straw, -0.5)}/.6`, 1.6), stroke(line([a[0] + 2, a[1] + 8], [b[0] + 12, b[1] + 7]), `${tone(straw, -0.5)}/.6`, 1.6))]
}
function stonesChimney(x, y, w, h) {
  return [stones(flat(x, y, w, h), { size: 12, color: '#b3a596' }), path(rr(x, y, w, h), lin('h', '#fff/.2', '#fff/0', `${DARK}/.42`)), path(rr(x - 4, y - 7, w + 8, 9, 2), lin('h', '#d8ccbd', '#a89a8c', '#75685f')), path(rr(x + 8, y - 18, w - 16, 12, 1), roundH('#c8734a'))]
}

function cabin() {
  const h = gabled({ x: [44, 190, 384], eaves: [112, 118, 108], peak: 214, over: 1.2, out: 22 })
  const [log, shake] = ['#a8683a', '#6a5048']
  const glassy = { frame: '#7a4526', bars: [2, 2], sill: '#8f5631', curtains: '#e9675a', width: 4.5 }
  const ends = (x, y0, count, size) => range(count).map((i) => path(ell(x, y0 + i * size + size / 2, size * 0.56), rad([0.4, 0.35, 0.65], '#f0c48a', '#d39a5c', '#9a6236')) + stroke(ell(x, y0 + i * size + size / 2, size * 0.34) + ell(x, y0 + i * size + size / 2, size * 0.15), '#8a5428/.6', 0.9)).join('')
  const logs = (f, count, color, over) => planks(f, { count, color, over, lap: 0.42, spread: 0.05, radius: 0.4, gap: 0.1, grain: 2 })
  return [
    stonesChimney(292, 92, 36, 90), soffit(h, log),
    body(logs(h.gable, 17, log, h.wall), logs(h.side, 9, tone(log, -0.14))),
    path(h.wall, lin('h', `${DARK}/.2`, `${DARK}/0`, '#fff/.12')), path(h.side.outline, lin('h', `${DARK}/.04`, `${DARK}/.26`)),
    eaveShade(h, 36),
    window(h.gable, 54, 122, 38, 40, glassy), window(h.gable, 60, 70, 26, 26, { ...glassy, curtains: undefined }),
    door(h.side, 48, 30, 44, 88, { boards: true, color: '#7c4a2c', frame: '#8f5631', step: '#8f8792' }), window(h.side, 122, 40, 42, 36, glassy),
    ends(190, 242, 9, 13.1), ends(382, 252, 9, 12), ends(46, 248, 9, 12.4),
    tiles(h.roof, { rows: 10, columns: 18, color: shake, edge: 'shake', spread: 0.14 }), path(h.roof.outline, lin([0, 0, 0.6, 1], '#fff/.16', '#fff/0', `${DARK}/.2`)),
    eave(h, '#8a5532', 7), verge(h, '#9c6238', 9), ridgeCap(h, shake),
    path(ell(h.ridge[0][0], h.ridge[0][1] + 4, 7), rad([0.4, 0.35, 0.65], '#f0c48a', '#d39a5c', '#9a6236')), stroke(ell(h.ridge[0][0], h.ridge[0][1] + 4, 4), '#8a5428/.6', 0.9),
  ]
}

function barn() {
  const [red, trim, roofColor] = ['#b8382f', '#f6efe6', '#6f7480']
  const [x0, x1, base] = [36, 214, 360]
  const front = [[x0, 232], [58, 158], [124, 104], [192, 154], [x1, 228]]
  const run = [170, 16]
  const wall = poly([...front, [x1, base], [x0, base]])
  const f = flat(x0, 104, x1 - x0, base - 104)
  const side = quad([x1, 228], [x1 + run[0], 238], [x1 + run[0], base], [x1, base], 176, 132)
  const back = [-9, -0.8]
  const [top, knee, foot] = [front[2], front[3], front[4]].map((p) => moved(p, back))
  const low = [foot[0] + 4, foot[1] + 12]
  const far = (p, k = 1.07, drop = 0) => [p[0] + run[0] * k, p[1] + run[1] * k + drop]
  const upper = quad(top, far(top), far(knee, 1.07, -1), knee, 180, 86)
  const lower = quad(knee, far(knee, 1.07, -1), far(low, 1.09, -4), low, 180, 84)
  const metal = (q) => [planks(q, { count: 15, upright: true, color: roofColor, spread: 0.03, lap: 0.3, grain: 0, gap: 0.03 })]
  const edge = [[26, 246], [49, 156], [124, 94], [201, 152], [226, 242]].map((p) => moved(p, [-4, 0]))
  const vergeBoard = poly([...edge, [edge[4][0] - 8, edge[4][1] + 4], [edge[3][0] - 7, edge[3][1] + 8], [edge[2][0], edge[2][1] + 13], [edge[1][0] + 7, edge[1][1] + 8], [edge[0][0] + 8, edge[0][1] + 4]], 2)
  const board = (d) => path(d, lin('d', tone(trim, 0.3), tone(trim, -0.22)))
  const bigDoor = (x, y, w, h) => [path(rr(x - 4, y - 4, w + 8, h + 4, 1), lin('d', tone(trim, 0.2), tone(trim, -0.24))), group(planks(flat(x, y, w, h), { count: 8, upright: true, color: tone(red, -0.12), grain: 2 }), { role: 'body' }),
    board(line([x, y], [x + 7, y], [x + w, y + h - 5], [x + w, y + h], [x + w - 7, y + h], [x, y + 5]) + 'Z'), board(line([x + w, y], [x + w - 7, y], [x, y + h - 5], [x, y + h], [x + 7, y + h], [x + w, y + 5]) + 'Z'),
    stroke(rr(x + 2.5, y + 2.5, w - 5, h - 5, 0.5), tone(trim, -0.04), 5, { join: 'miter' }), inset(rr(x, y, w, h), 2, 3, 2.5, DARK, 0.45)]
  return [
    path(poly([[14, 250], [38, 152], [116, 94], [124, 110], [60, 165], [36, 240]]), tone(trim, -0.55)),
    group([planks(f, { count: 26, upright: true, color: red, spread: 0.06, grain: 2, over: wall }), planks(side, { count: 26, upright: true, color: tone(red, -0.2), spread: 0.06, grain: 2 })], { role: 'body' }),
    path(wall, lin('h', `${DARK}/.12`, '#fff/.06', '#fff/.06')), path(side.outline, lin('h', `${DARK}/.06`, `${DARK}/.28`)),
    shade(wall, poly([...edge.map(([x, y]) => [x, y - 20]), ...[...edge].reverse().map(([x, y]) => [x, y + 17])]), 4, 0.5), shade(side.outline, poly([[x1, 210], [390, 220], [390, 252], [x1, 244]]), 5, 0.5),
    stones(flat(x0, 346, x1 - x0, 14), { size: 13, color: '#a49ba6' }), stones(part(side, 0, 118, 176, 14), { size: 13, color: '#847b90' }),
    board(poly([[x0, 225], [x1, 222], [x1, 230], [x0, 233]])),
    board(rr(x0, 228, 6, 132, 1)), board(rr(x1 - 7, 226, 7, 134, 1)), path(side.map(rr(0, 0, 6, 132)), lin('h', tone(trim, -0.15), tone(trim, -0.3))),
    bigDoor(70, 258, 52, 102), bigDoor(128, 258, 52, 102), path(rr(58, 246, 134, 8, 2), lin('v', '#8d8794', '#4b4550')), [78, 114, 136, 172].map((x) => path(rr(x, 250, 5, 14, 1), '#4b4550')),
    bigDoor(102, 160, 44, 50), path(rr(120, 108, 9, 22, 1), lin('h', '#8a5a3a', '#5a3724')), stroke(line([124, 128], [124, 150]), '#4b4048', 1.6), path(ell(124, 130, 4), '#4b4550'),
    [28, 78, 128].map((x) => window(side, x, 44, 26, 34, { frame: tone(trim, -0.14), bars: [2, 3], sill: tone(trim, -0.2) })),
    metal(upper), metal(lower),
    path(upper.outline, lin('v', '#fff/.22', '#fff/0')), path(lower.outline, lin('v', '#fff/.05', `${DARK}/.3`)),
    path(poly([low, far(low, 1.09, -4), far(low, 1.09, 1), [low[0], low[1] + 6]]), lin('v', tone(trim, 0), tone(trim, -0.3))),
    path(vergeBoard, lin('d', tone(trim, 0.3), tone(trim, -0.2))), inset(vergeBoard, 0, -3, 2, DARK, 0.3),
    group(cupola(262, 118, roofColor, trim)),
  ]
}
function cupola(x, y, roofColor, trim) {
  return [path(rr(x - 13, y - 30, 26, 32, 1), lin('h', tone(trim, 0.2), tone(trim, -0.25))), range(5).map((i) => path(rr(x - 9, y - 25 + i * 4.4, 18, 2.6, 0.5), tone(trim, -0.42))),
    path(poly([[x, y - 54], [x + 20, y - 28], [x - 20, y - 28]], 2), lin('d', tone(roofColor, 0.25), tone(roofColor, -0.3))),
    stroke(line([x, y - 54], [x, y - 76]), '#5a5560', 2), stroke(line([x - 10, y - 66], [x + 10, y - 66]), '#5a5560', 1.6), path(poly([[x + 10, y - 70], [x + 17, y - 66], [x + 10, y - 62]], 1), '#5a5560'), path(ell(x, y - 77, 2.4), '#d8a83a')]
}

export const drawings = { house, 'house-tall': houseTall, 'house-gable': houseGable, cottage, cabin, barn }

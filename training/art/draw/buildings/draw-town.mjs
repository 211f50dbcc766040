/** Shops, high houses, garden houses and walls. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, group, inset, keep, lin, linU, lit, path, pick, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, blossoms, chimney as brickChimney, door, foliage, glass, part, rope, tube, window } from './parts.mjs'
import { arch, drum, ell, line, ogive, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade, stones, thatch, tiles, tower } from './surfaces.mjs'

/** A striped awning hanging from y, with a scalloped hem. */
function awning(x, y, w, h, count, color, second = '#fdf6ea') {
  const size = w / count
  const flare = w * 0.03
  return range(count).map((i) => {
    const c = i % 2 ? second : color
    const X = (k, t) => x + k * size + (k / count - 0.5) * 2 * flare * t
    const [a, b] = [i, i + 1]
    const main = poly([[X(a, 0), y], [X(b, 0), y], [X(b, 1), y + h], [X(a, 1), y + h]])
    const hem = smooth([[X(a, 1), y + h, 1], [X(b, 1), y + h, 1], [X(b, 1), y + h + size * 0.32], [(X(a, 1) + X(b, 1)) / 2, y + h + size * 0.62], [X(a, 1), y + h + size * 0.32]])
    return group([path(main, lin('v', tone(c, 0.26), c, tone(c, -0.16))), path(hem, lin('v', tone(c, -0.18), tone(c, 0.06)))], { role: i % 2 ? undefined : 'body' })
  }).join('') + path(rr(x - 3, y - 4, w + 6, 7, 3), lin('v', '#ffffff', '#b9b2bf'))
}

function shop() {
  const [brick, trim, front] = ['#c98a6a', '#fbf2e2', '#2f6a5f']
  const f = flat(40, 30, 340, 150)
  const W = (x, y, w, h) => window(f, x, y, w, h, { frame: trim, bars: [2, 2], curtains: '#f3e4d4', flowers: ['#ee5577'] })
  const goods = (x, y, w) => [path(rr(x, y, w, 5, 1), lin('v', '#c98d56', '#7d4e2c')), range(Math.floor(w / 15)).map((i) => { const gx = x + 8 + i * 15; const k = pick([0, 1, 2]); return keep(k === 0 ? path(ell(gx, y - 7, 7), ball(pick(['#e8a13c', '#d9603a', '#c98d56']))) : k === 1 ? path(rr(gx - 5, y - 17, 10, 17, 3), roundH(pick(['#5f9ac4', '#d94f5a', '#7fb05a']))) : path(smooth([[gx - 7, y, 1], [gx - 7, y - 8], [gx, y - 14], [gx + 7, y - 8], [gx + 7, y, 1]]), lin('v', '#f0c88a', '#b57a3c'))) })]
  const pane = (x, y, w, h) => [path(rr(x - 5, y - 5, w + 10, h + 10, 3), lin('d', tone(front, 0.2), tone(front, -0.24)), { role: 'body' }), lit(path(rr(x, y, w, h, 2), lin('v', '#6a5a50', '#ffdf9a', '#ffefc8'))), clip(rr(x, y, w, h, 2), blur(6, path(ell(x + w / 2, y + 16, w * 0.4, 18), '#fff3c8/.7')), goods(x, y + h * 0.52, w), goods(x, y + h - 4, w), path(poly([[x + w * 0.1, y + h], [x + w * 0.42, y], [x + w * 0.6, y], [x + w * 0.28, y + h]]), '#fff/.22'), path(poly([[x + w * 0.5, y + h], [x + w * 0.82, y], [x + w * 0.9, y], [x + w * 0.58, y + h]]), '#fff/.14')), inset(rr(x, y, w, h, 2), 2, 3, 3, DARK, 0.55)]
  return [
    brickChimney(300, -8, 28, 36, { pots: 2 }),
    bricks(f, { bw: 14, bh: 6, color: brick, mortar: tone(brick, 0.28), spread: 0.1 }), path(f.outline, lin('h', '#fff/.12', '#fff/0', `${DARK}/.26`)), shade(f.outline, rr(30, 20, 360, 24), 5, 0.5),
    W(40, 44, 50, 66), W(145, 44, 50, 66), W(250, 44, 50, 66),
    path(rr(32, 16, 356, 16, 3), lin('v', tone(trim, 0.3), trim, tone(trim, -0.32))), path(rr(40, 31, 340, 5, 1), lin('v', tone(trim, -0.2), tone(trim, -0.4))), range(24).map((i) => path(rr(46 + i * 14, 32, 7, 8, 1), lin('v', tone(trim, -0.1), tone(trim, -0.36)))),
    body(path(rr(40, 176, 340, 204, 2), lin('h', tone(front, 0.16), front, tone(front, -0.22)))), path(rr(34, 172, 352, 34, 3), lin('v', tone(front, 0.24), front, tone(front, -0.28)), { role: 'body' }), inset(rr(34, 172, 352, 34, 3), 1.6, 2, 1.6, '#fff', 0.3), path(rr(46, 178, 328, 22, 2), `${tone(front, -0.5)}/.35`), range(3).map((i) => path(poly([[150 + i * 60, 189], [156 + i * 60, 184], [162 + i * 60, 189], [156 + i * 60, 194]]), '#f2d38a')), stroke(line([70, 189], [136, 189]) + line([284, 189], [350, 189]), '#f2d38a', 2.4),
    pane(60, 236, 108, 100), pane(258, 236, 104, 100), [[56, 346, 116], [254, 346, 112]].map(([x, y, w]) => [path(rr(x, y, w, 28, 2), `${DARK}/.2`), path(rr(x + 4, y + 4, w - 8, 20, 2), lin('v', tone(front, -0.12), tone(front, 0.1)), { role: 'body' })]),
    door(flat(182, 226, 62, 154), 8, 8, 46, 146, { color: tone(front, -0.12), frame: tone(front, 0.1), step: '#b9b0bd' }), keep(path(rr(202, 276, 22, 13, 2), '#fdf6ea'), stroke(line([206, 266], [213, 276]) + line([220, 266], [213, 276]), '#6a5a50', 1), stroke(line([206, 282], [220, 282]), '#c8503a', 3)),
    shade(rr(40, 206, 340, 174), rr(34, 196, 352, 60), 6, 0.55), awning(38, 206, 344, 40, 16, '#d8503f'),
    path(rr(36, 374, 140, 8, 1), lin('v', '#b9b0bd', '#77707f')), path(rr(250, 374, 134, 8, 1), lin('v', '#a9a0ad', '#67606f')), [[66, 352], [348, 352]].map(([x, y]) => [foliage([[x, y - 22, 17], [x - 9, y - 12, 12], [x + 10, y - 12, 12], [x, y - 38, 12]], '#4f9a4a', { leaf: 7 }), path(poly([[x - 16, y - 4], [x + 16, y - 4], [x + 12, y + 30], [x - 12, y + 30]], 2), roundH('#c8734a')), path(rr(x - 18, y - 8, 36, 8, 3), roundH('#d98a5c'))]),
  ]
}

function marketStall() {
  const c = '#e0503f'
  const wood = '#b07c44'
  const crate = (x, y, w, color, kind) => [
    range(18).map((i) => { const row = Math.floor(i / 6); const gx = x + 9 + (i % 6) * ((w - 18) / 5) + rand(-2, 2); const gy = y - 4 + row * 6 - 4; return keep(kind === 'leaf' ? foliage([[gx, gy, 9]], color, { leaf: 7 }) : path(ell(gx, gy, 8.6), ball(tone(color, rand(-0.06, 0.08)))) + (kind === 'stalk' ? stroke(line([gx, gy - 7], [gx + 2, gy - 11]), '#5f7a3a', 1.6) : '')) }),
    planks(quad([x - 3, y + 8], [x + w + 3, y + 8], [x + w, y + 38], [x, y + 38], w, 30), { count: 3, color: wood, grain: 3 }), [x + 3, x + w - 10].map((k) => path(rr(k, y + 6, 7, 32, 1), lin('h', tone(wood, 0.2), tone(wood, -0.3)))),
  ]
  return [
    [74, 340].map((x) => path(rr(x, 70, 9, 300, 2), roundH(tone(wood, -0.3)))), path(rr(80, 90, 262, 140), lin('v', '#4a3430', '#6f4f3c')), path(rr(84, 150, 256, 8, 1), lin('v', '#a8703f', '#5f3a20')), range(9).map((i) => keep(path(rr(96 + i * 27, 128 - (i % 3) * 4, 15, 22 + (i % 3) * 4, 5), roundH(['#d9a53f', '#c8503a', '#7fa04a', '#e8d8b0'][i % 4])), path(rr(98 + i * 27, 122 - (i % 3) * 4, 11, 7, 2), '#8a5a34'))),
    [[140, 172], [280, 172]].map(([x, y]) => [stroke(line([x, 96], [x, y - 26]), '#5a4438', 1.6), lit(path(smooth([[x - 11, y - 10], [x, y - 26], [x + 11, y - 10], [x, y + 2]]), rad([0.45, 0.45, 0.6], '#fff6d0', '#ffd46a', '#e0912c')))]),
    path(rr(62, 208, 290, 40), '#3a2620'), crate(66, 206, 66, '#e2453a', 'stalk'), crate(138, 206, 66, '#f29a35'), crate(210, 206, 66, '#6fae4a', 'leaf'), crate(282, 206, 66, '#f2d03f'),
    path(rr(52, 240, 310, 12, 3), lin('v', tone(wood, 0.4), wood, tone(wood, -0.3))), planks(flat(60, 252, 294, 118), { count: 7, upright: true, color: wood }), path(rr(60, 252, 294, 118), lin('v', `${DARK}/.32`, '#fff/0', '#fff/0', `${DARK}/.2`)), shade(rr(60, 252, 294, 118), rr(50, 246, 314, 18), 4, 0.5),
    body(range(9).map((i) => path(smooth([[60 + i * 32.7, 252, 1], [92.7 + i * 32.7, 252, 1], [88 + i * 32.7, 272], [76.3 + i * 32.7, 281], [64.7 + i * 32.7, 272]]), lin('v', tone(c, -0.2), tone(c, 0.12))))),
    keep(path(rr(164, 292, 86, 50, 4), lin('d', tone(wood, -0.3), tone(wood, -0.5))), path(rr(169, 297, 76, 40, 2), lin('d', '#3f5a50', '#20342e')), stroke(line([180, 308], [216, 308]) + line([180, 318], [206, 318]) + line([180, 327], [220, 327]), '#f4f6f0/.85', 2.6), path(ell(231, 317, 7), '#e2453a/.9')),
    [52, 350].map((x) => path(rr(x, 60, 12, 310, 2), roundH(wood))), shade(rr(80, 90, 262, 100), rr(40, 90, 340, 36), 6, 0.45), [52, 350].map((x) => path(rr(x, 100, 12, 24), lin('v', `${DARK}/.5`, `${DARK}/0`))), awning(36, 40, 342, 62, 12, c), path(poly([[56, 40], [358, 40], [348, 24], [66, 24]], 3), lin('v', tone(wood, 0.2), tone(wood, -0.25))), path(rr(60, 18, 294, 9, 4), roundV(wood)),
  ]
}

/** Windows in rows, some of them lit, gathered by colour. */
function panes(f, columns, rows, { gapX = 0.2, gapY = 0.28, color = '#3f6f9c', bright = 0.16, radius = 0 } = {}) {
  const [w, h] = [f.w / columns, f.h / rows]
  const groups = [[], [], [], []]
  for (const r of range(rows)) for (const c of range(columns)) groups[rand() < bright ? 3 : Math.floor(rand(0, 3))].push(f.map(rr(c * w + w * gapX * 0.5, r * h + h * gapY * 0.5, w * (1 - gapX), h * (1 - gapY), radius)))
  return lit([tone(color, -0.18), color, tone(color, 0.22), tone(color, 0.5)].map((c, i) => path(groups[i].join(''), c)))
}

function skyscraper() {
  const c = '#8fa4b8'
  const left = quad([70, 66], [196, 40], [196, 460], [70, 460], 126, 420)
  const right = quad([196, 40], [290, 70], [290, 460], [196, 460], 94, 420)
  const topL = quad([98, -6], [190, -26], [190, 48], [98, 68], 92, 74)
  const topR = quad([190, -26], [262, -2], [262, 72], [190, 48], 72, 74)
  const ribs = (f, n, color) => path(range(n + 1).map((i) => f.map(rr((f.w * i) / n - 1.6, 0, 3.2, f.h))).join(''), color)
  const floors = (f, n, color) => path(range(n + 1).map((i) => f.map(rr(0, (f.h * i) / n - 1, f.w, 2))).join(''), color)
  const cloudy = (f, d) => [path(f.outline, lin('v', '#dff0fb/.7', '#9cc8e8/.3', '#fff/0', `${DARK}/.16`)), clip(f.outline, path(poly([[60, 380], [210, 120], [240, 180], [80, 460]]), '#fff/.12'), path(poly([[190, 330], [300, 180], [300, 240], [190, 400]]), '#fff/.1'))]
  return [
    stroke(line([176, -24], [176, -84]), '#6a7280', 4), stroke(line([176, -60], [176, -92]), '#8d93a0', 2), lit(path(ell(176, -92, 3.4), ball('#ff4a4a'))), bar([206, -20], [206, -52], 3, '#8d93a0'),
    body(path(topL.outline, lin('h', tone(c, 0.2), c)), path(topR.outline, lin('h', tone(c, -0.2), tone(c, -0.34)))), panes(topL, 7, 6, { color: '#5f92bd' }), panes(topR, 6, 6, { color: '#3f6a92' }), cloudy(topL), path(topR.outline, `${DARK}/.2`), path(poly([[94, -8], [190, -29], [266, -4], [266, 3], [190, -22], [94, 0]]), tone(c, 0.3), { role: 'body' }),
    body(path(left.outline, lin('h', tone(c, 0.2), c)), path(right.outline, lin('h', tone(c, -0.22), tone(c, -0.36)))), panes(left, 10, 34, { color: '#5f92bd', gapX: 0.16 }), panes(right, 8, 34, { color: '#3f6a92', gapX: 0.16 }), body(ribs(left, 5, tone(c, 0.24)), ribs(right, 4, tone(c, -0.24)), floors(left, 17, tone(c, 0.14)), floors(right, 17, tone(c, -0.3))), cloudy(left), path(right.outline, lin('h', `${DARK}/.14`, `${DARK}/.3`)),
    body(path(poly([[66, 62], [196, 35], [294, 66], [294, 76], [196, 46], [66, 73]]), lin('h', tone(c, 0.4), tone(c, 0.1), tone(c, -0.3)))),
    path(poly([[64, 418], [196, 414], [296, 418], [296, 460], [64, 460]], 1), lin('h', '#6a7280', '#4f5664', '#343a46')), lit(path(range(8).map((i) => rr(72 + i * 15, 426, 11, 34, 1)).join(''), lin('v', '#ffdf9a', '#fff0c8'))), lit(path(range(6).map((i) => rr(204 + i * 15, 426, 11, 34, 1)).join(''), lin('v', '#e8b870', '#f6d898'))), path(poly([[56, 412], [196, 407], [304, 412], [304, 420], [196, 416], [56, 420]], 1), lin('v', '#b9c0cc', '#5a616e')), path(rr(116, 424, 34, 36, 1), '#2a303c'), lit(path(rr(119, 427, 13, 33), '#bfe4f6'), path(rr(134, 427, 13, 33), '#bfe4f6')),
  ]
}

function skyscraperRound() {
  const c = '#5f9ab8'
  const R = (y) => 76 - 10 * ((440 - y) / 440) ** 2 - (y < 60 ? (60 - y) * 0.55 : 0)
  const f = { w: 300, h: 440, place: (x, y) => { const a = (x / 300 - 0.5) * Math.PI; return [150 + R(y) * Math.sin(a), 20 + y - 10 * Math.cos(a) * (1 - y / 440)] } }
  f.map = (d) => d.replace(/(-?\d*\.?\d+) (-?\d*\.?\d+)/g, (_, x, y) => f.place(Number(x), Number(y)).map((v) => Math.round(v * 10) / 10).join(' '))
  const edge = (y) => range(13).map((i) => f.place((300 * i) / 12, y))
  const side = (x) => range(23).map((i) => f.place(x, i * 20))
  f.outline = `${line(...side(0), ...edge(440), ...side(300).reverse(), ...edge(0).reverse())}Z`
  const ring = (y, h) => `${line(...edge(y), ...edge(y + h).reverse())}Z`
  return [
    stroke(line([150, 16], [150, -60]), '#6a7280', 4), stroke(line([150, -40], [150, -86]), '#8d93a0', 2), lit(path(ell(150, -87, 3.4), ball('#ff4a4a'))), path(smooth([[117, 14, 1], [122, -2], [150, -10], [178, -2], [183, 14, 1], [150, 10]]), roundH('#8fa4b8')),
    body(path(f.outline, c)), clip(f.outline, panes({ ...f, w: 300 }, 22, 36, { color: '#4f92c0', gapX: 0.14, gapY: 0.34, bright: 0.08 }), body(path(range(19).map((i) => ring(i * 24.4, 3.4)).join(''), tone(c, 0.5)))), path(range(12).map((i) => `${line(...side(i * 27.2 - 1.4), ...side(i * 27.2 + 1.4).reverse())}Z`).join(''), `${tone(c, -0.3)}/.45`),
    clip(f.outline, path(poly([[70, 300], [150, 60], [178, 60], [110, 380]]), '#fff/.22')), roundShade(f.outline, 1.15), path(f.outline, lin('v', '#dff2ff/.5', '#fff/0', '#fff/0', `${DARK}/.24`)),
    path(ring(400, 6), '#e4ebf2'), path(ring(408, 40), lin('h', '#4f5664', '#8d96a6', '#343a46')), lit(path(range(11).map((i) => f.map(rr(12 + i * 26, 412, 18, 27))).join(''), lin('v', '#ffdf9a', '#fff0c8'))), roundShade(ring(408, 32), 0.9), path(ring(403, 5), lin('h', '#b9c0cc', '#f4f7fa', '#6a7280')), path(poly([[66, 448], [234, 448], [240, 460], [60, 460]], 2), lin('v', '#b9c0cc', '#6a7280')),
  ]
}

function greenhouse() {
  const frame = '#f4f2ea'
  const wall = quad([30, 190], [190, 186], [190, 350], [30, 350], 160, 164)
  const gable = poly([[30, 192], [112, 104], [190, 188], [190, 350], [30, 350]])
  const side = quad([190, 188], [410, 200], [410, 350], [190, 350], 220, 160)
  const roof = quad([112, 104], [336, 122], [410, 200], [190, 188], 224, 110)
  const green = '#5aa04a'
  const plants = (x0, x1, y, n) => foliage(range(n).map((i) => [x0 + ((x1 - x0) * (i + 0.5)) / n + rand(-4, 4), y - rand(0, 34), rand(13, 22)]), green, { leaf: 9 })
  const bars = (f, n, w = 3.4) => range(n + 1).map((i) => path(f.map(rr((f.w * i) / n - w / 2, 0, w, f.h)), lin('h', frame, tone(frame, -0.3))))
  const pane = (d, k) => [path(d, lin([0, 0, 1, 1], `#e6f7fb/${0.62 * k}`, `#a9dbe8/${0.42 * k}`, `#d6f0f4/${0.5 * k}`))]
  return [
    path(roof.outline, '#cfe8ea/.55'), path(gable, '#dff0ea/.5'), path(side.outline, '#c4e0dc/.55'),
    clip(`${gable}${side.outline}`, path(rr(30, 300, 380, 50), '#6f5040'), plants(40, 180, 300, 7), plants(200, 400, 304, 10), [70, 110, 236, 290, 350].map((x) => [foliage([[x, 224, 15], [x + 8, 246, 16], [x - 8, 264, 15], [x + 4, 206, 10]], tone(green, 0.08), { leaf: 9 }), keep(range(5).map(() => path(ell(x + rand(-14, 14), rand(210, 276), 4.4), ball('#e2453a'))))]), keep(blossoms(range(16).map(() => [rand(40, 400), rand(280, 306), rand(4, 6)]), '#f29ac0')), [60, 130, 214, 266, 318, 372].map((x) => [path(poly([[x, 306], [x + 26, 306], [x + 22, 334], [x + 4, 334]], 2), roundH('#c8734a')), path(rr(x - 2, 302, 30, 7, 2), roundH('#d98a5c'))])),
    pane(gable, 1), pane(side.outline, 1.1), pane(roof.outline, 1.3), clip(roof.outline, path(poly([[180, 90], [230, 90], [280, 220], [230, 220]]), '#fff/.4'), path(poly([[300, 90], [320, 90], [370, 220], [350, 220]]), '#fff/.3')), clip(side.outline, path(poly([[220, 350], [280, 190], [310, 190], [250, 350]]), '#fff/.3')), clip(gable, path(poly([[40, 340], [110, 120], [134, 120], [64, 350]]), '#fff/.26')),
    bricks(flat(28, 322, 162, 30), { bw: 16, bh: 6.4, color: '#b9654c' }), bricks(quad([190, 322], [412, 322], [412, 352], [190, 352], 222, 30), { bw: 16, bh: 6.4, color: '#9a5240' }), path(rr(24, 316, 168, 7, 2), lin('v', frame, tone(frame, -0.3))), path(rr(188, 316, 228, 7, 2), lin('v', tone(frame, -0.1), tone(frame, -0.4))),
    [56, 84, 140, 166].map((x) => bar([x, 318], [x, x < 112 ? 192 - (x - 30) * 1.07 : 104 + (x - 112) * 1.08], 3, frame)), bar([30, 246], [190, 244], 3, frame), bar([190, 252], [410, 258], 3, tone(frame, -0.12)), bars(side, 7), bars(roof, 8), bar([150, 146], [374, 161], 3, tone(frame, -0.06)),
    path(rr(88, 316, 50, 36), lin('v', '#8fc0b4', '#6a9a8f')), path(rr(88, 218, 50, 134, 1), '#e6f7fb/.35'), path(rr(84, 214, 58, 138, 2) + rr(91, 221, 44, 56, 1) + rr(91, 283, 44, 62, 1), lin('d', tone(frame, 0.3), tone(frame, -0.2)), { rule: true }), path(rr(128, 280, 8, 3, 1), '#8d8794'), stroke(line([113, 221], [113, 277]), frame, 2),
    bar([30, 350], [30, 190], 6, frame), bar([190, 350], [190, 188], 6, frame), bar([410, 350], [410, 200], 6, tone(frame, -0.16)), bar([24, 196], [112, 101], 6, frame), bar([196, 194], [112, 101], 6, frame), bar([112, 102], [340, 121], 6, frame), bar([190, 189], [416, 201], 7, frame), bar([338, 121], [412, 202], 5, tone(frame, -0.16)), path(ell(112, 96, 5), ball(frame)), stroke(line([112, 96], [112, 80]), frame, 2.6),
  ]
}

function wall() {
  const f = flat(0, 60, 440, 140)
  const c = '#b9604a'
  return [body(bricks(f, { bw: 44, bh: 17.5, color: c, mortar: '#d8c8b8', spread: 0.16 }), bricksWear(f, 44, 17.5)), path(f.outline, lin('v', `${DARK}/.2`, '#fff/.04', '#fff/0', `${DARK}/.3`)), range(10).map((i) => path(rr(-6 + i * 45.4, 44, 44.4, 18, 2), lin('v', '#e6dcd4', '#c2b4ac', '#94867f')) + path(rr(-5 + i * 45.4, 45, 42, 4, 1.6), '#fff/.35')), shade(f.outline, rr(-10, 50, 460, 20), 4, 0.45), foliage(range(34).map((i) => { const q = i / 33; return [16 + rand(-8, 26) * q, 190 - q * 122 - rand(0, 6), rand(5, 9) * (1.1 - q * 0.4)] }), '#5a9a4a', { leaf: 6.4 })]
}
const bricksWear = (f, bw, bh) => range(26).map(() => { const [x, y] = [rand(0, f.w - 20), rand(4, f.h - 8)]; return path(f.map(ell(x, y, rand(2, 6), rand(1, 2.4))), `${pick(['#fff', DARK])}/.12`) })
function wallStone() {
  const c = '#a9a29a'
  const f = flat(0, 64, 440, 136)
  const top = range(15).map((i) => { const x = -6 + i * 30.4 + rand(-2, 2); const h = rand(20, 30); const k = tone(c, rand(-0.06, 0.14)); return path(poly([[x, 70], [x + rand(1, 5), 70 - h], [x + 26 - rand(0, 4), 70 - h + rand(-3, 3)], [x + 30, 70]], 6), lin('d', tone(k, 0.28), k, tone(k, -0.3))) })
  return [body(stones(f, { size: 34, color: c, spread: 0.14 }), top), path(f.outline, lin('v', '#fff/.06', '#fff/0', `${DARK}/.3`)), foliage(range(34).map(() => [rand(0, 440), pick([64, 66, 192, 190, 130]) + rand(-3, 3), rand(3, 6)]), '#7a9a52', { leaf: 4.4 }), keep(blossoms(range(9).map(() => [rand(10, 430), rand(58, 72), rand(2.6, 3.8)]), '#f6f0fa'))]
}

function archway() {
  const c = '#d8c8b0'
  const hole = arch(110, 150, 120, 230, 60)
  const shape = rr(40, 92, 260, 288)
  const depth = arch(122, 164, 104, 216, 52)
  return [
    path(hole + depth, lin('h', tone(c, -0.6), tone(c, -0.3), tone(c, -0.15)), { rule: true }),
    body(clipEven(shape + hole, stones(flat(40, 92, 260, 288), { size: 30, color: c, mortar: tone(c, -0.25), spread: 0.08 }))), clipEven(shape + hole, path(shape, lin('h', '#fff/.16', '#fff/0', `${DARK}/.26`)), shade(shape, rr(30, 86, 280, 26), 5, 0.4)),
    body(range(13).map((i) => { const [a, b] = [Math.PI * (1 + i / 13) + 0.014, Math.PI * (1 + (i + 1) / 13) - 0.014]; const P = (t, r) => [170 + r * Math.cos(t), 210 + r * Math.sin(t)]; const key = i === 6; const k = tone(c, rand(-0.04, 0.12)); return path(poly([P(a, 61), P(a, key ? 98 : 88), P(b, key ? 98 : 88), P(b, 61)], 2), lin('d', tone(k, 0.3), k, tone(k, -0.24))) })),
    [40, 230].map((x) => [range(6).map((i) => path(rr(x - (i % 2 ? 2 : 5), 206 + i * 29, 70 + (i % 2 ? 4 : 10), 27, 3), lin('h', tone(c, 0.26), tone(c, 0.02), tone(c, -0.28)))), path(rr(x - 9, 368, 88, 12, 2), lin('v', tone(c, 0.2), tone(c, -0.3))), path(rr(x - 7, 196, 84, 12, 3), lin('v', tone(c, 0.35), tone(c, -0.26)))]),
    path(rr(26, 74, 288, 22, 3), lin('v', tone(c, 0.4), c, tone(c, -0.3))), range(15).map((i) => path(rr(38 + i * 18.2, 95, 9, 9, 1), lin('v', tone(c, 0), tone(c, -0.32)))), path(rr(40, 44, 260, 30, 2), lin('v', tone(c, 0.16), tone(c, -0.1))), path(rr(60, 50, 220, 18, 2), tone(c, -0.2)), path(rr(62, 52, 216, 16, 2), tone(c, 0.08)), path(rr(32, 34, 276, 12, 3), lin('v', tone(c, 0.45), tone(c, -0.25))),
    foliage(range(44).map((i) => { const q = i / 43; return [46 + q * 34 + rand(-6, 6), 364 - q * 250 + rand(-6, 6), rand(6, 12) * (1.15 - q * 0.5)] }), '#5a9a4a', { leaf: 8 }),
  ]
}

function gate() {
  const [iron, stone] = ['#3a424c', '#c4b8ae']
  const pillarAt = (x) => [body(stones(flat(x, 130, 62, 250), { size: 26, color: stone, spread: 0.1 })), path(rr(x, 130, 62, 250), lin('h', '#fff/.22', '#fff/0', `${DARK}/.36`)), path(rr(x - 6, 364, 74, 16, 2), lin('v', tone(stone, 0.2), tone(stone, -0.3))), path(rr(x - 7, 116, 76, 16, 3), lin('v', tone(stone, 0.4), tone(stone, -0.25))), path(poly([[x, 117], [x + 12, 102], [x + 50, 102], [x + 62, 117]], 2), lin('h', tone(stone, 0.3), tone(stone, -0.25))), path(ell(x + 31, 84, 20), ball(stone))]
  const leaf = (x0, x1, way) => { const n = 8; const top = (t) => 176 - 44 * (way > 0 ? t : 1 - t) ** 1.5; return [
    range(n + 1).map((i) => { const t = i / n; const x = x0 + (x1 - x0) * t; return [bar([x, 366], [x, top(t) - 6], 5.4, iron), path(smooth([[x - 5, top(t) - 6], [x, top(t) - 24, 1], [x + 5, top(t) - 6], [x, top(t)]]), lin('h', '#e8c060', '#b5862c'))] }),
    [214, 352].map((y) => bar([x0, y], [x1, y], 6, iron)), stroke(smooth(range(9).map((i) => [x0 + ((x1 - x0) * i) / 8, top(i / 8) + 8]), false), tone(iron, -0.2), 6.4), stroke(smooth(range(9).map((i) => [x0 + ((x1 - x0) * i) / 8, top(i / 8) + 7]), false), tone(iron, 0.25), 2.4),
    [[(x0 * 3 + x1) / 4, 284], [(x0 + x1 * 3) / 4, 284]].map(([x, y]) => [stroke(smooth([[x, y - 52], [x - 16, y - 40], [x - 17, y - 18], [x - 4, y - 16], [x - 3, y - 28], [x - 10, y - 28]], false) + smooth([[x, y - 52], [x + 16, y - 40], [x + 17, y - 18], [x + 4, y - 16], [x + 3, y - 28], [x + 10, y - 28]], false) + smooth([[x, y + 52], [x - 16, y + 40], [x - 17, y + 18], [x - 4, y + 16], [x - 3, y + 28], [x - 10, y + 28]], false) + smooth([[x, y + 52], [x + 16, y + 40], [x + 17, y + 18], [x + 4, y + 16], [x + 3, y + 28], [x + 10, y + 28]], false), iron, 3.4), path(ell(x, y, 6), ball('#e0b04a'))]),
  ] }
  return [leaf(88, 212, 1), leaf(218, 342, -1), path(rr(204, 268, 12, 34, 4), roundH(tone(iron, 0.1))), path(rr(214, 268, 12, 34, 4), roundH(tone(iron, 0))), stroke(ell(206, 286, 7), '#e0b04a', 3) , stroke(ell(224, 286, 7), '#e0b04a', 3), pillarAt(20), pillarAt(348)]
}

export const drawings = { shop, 'market-stall': marketStall, skyscraper, 'skyscraper-round': skyscraperRound, greenhouse, wall, 'wall-stone': wallStone, arch: archway, gate }

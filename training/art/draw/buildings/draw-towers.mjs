/** What stands tall: lighthouse, windmills, towers, castle, church. */
import { tone } from './color.mjs'
import { ball, blur, body, clip, group, inset, lin, linU, lit, path, rand, range, roundH, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, cloth, door, foliage, glass, part, window } from './parts.mjs'
import { arch, drum, ell, line, ogive, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade, stones, tiles, tower } from './surfaces.mjs'

const STONE = '#b9b1b8'

/** A round tower's cone of tiles. */
function cone(cx, tip, foot, radius, color, { rows = 9, columns = 9, bulge = radius * 0.16 } = {}) {
  const f = tower(cx, tip, foot - tip, radius * 0.02, radius, (y) => (-bulge * y) / (foot - tip))
  return [
    tiles(f, { rows, columns, color }), roundShade(f.outline, 0.9),
    path(ell(cx, tip, 2.6), ball('#f2c84b')), stroke(line([cx, tip], [cx, tip - 12]), '#d9a935', 2), path(ell(cx, tip - 13, 2.4), ball('#f2c84b')),
  ]
}
/** Battlements along a flat wall's top: merlons from x to x + w, their feet at y. */
function merlons(x, y, w, count, color, height = 12) {
  const size = w / (count * 2 - 1)
  return range(count).map((i) => path(rr(x + i * 2 * size, y - height, size, height + 1, [1.5, 1.5, 0, 0]), lin('d', tone(color, 0.28), color, tone(color, -0.22))) +
    path(rr(x + i * 2 * size - 0.8, y - height - 1, size + 1.6, 3, 1), lin('v', tone(color, 0.4), tone(color, 0)))).join('')
}
/** Battlements round a tower. */
function crown(cx, y, radius, color, { count = 7, height = 12, rise = 4 } = {}) {
  const f = tower(cx, y - height, height * 2.2, radius, radius, () => rise)
  const size = f.w / (count * 2 - 1)
  const low = tower(cx, y, height * 0.9, radius, radius, () => rise)
  return [
    path(ell(cx, y - rise * 0.4, radius, rise * 1.4), tone(color, -0.5)),
    group(range(count).map((i) => path(f.map(rr(i * 2 * size, 0, size, height + 2, 1)), lin('v', tone(color, 0.22), color)))),
    path(low.outline, lin('v', tone(color, 0.05), tone(color, -0.1))), stones(low, { size: 9, color }), roundShade(tower(cx, y - height, height * 1.9, radius, radius, () => rise).outline, 0.55),
  ]
}
/** A slit or arched window in thick stone. */
const slit = (cx, y, w, h, frame = '#d8d0d6') => {
  const d = arch(cx - w / 2, y, w, h)
  return path(arch(cx - w / 2 - w * 0.28, y - w * 0.28, w * 1.56, h + w * 0.28, w * 0.78), lin('d', tone(frame, 0.2), tone(frame, -0.3))) + path(rr(cx - w * 0.85, y + h, w * 1.7, w * 0.24, 1), lin('v', tone(frame, 0.25), tone(frame, -0.3))) +
    lit(path(d, lin('v', '#3b3f68', '#5b6a9c'))) + stroke(line([cx, y], [cx, y + h]) + line([cx - w / 2, y + h * 0.55], [cx + w / 2, y + h * 0.55]), '#2a2440', w * 0.09) + inset(d, w * 0.14, w * 0.2, w * 0.12, DARK, 0.6)
}
const banner = (x, y, h, color, w = h * 0.8) => [bar([x, y + h * 1.9], [x, y - 3], 2.6, '#8a6a4a'), path(ell(x, y - 4, 2.4), ball('#f2c84b')), cloth(x + 1, y, w, h, color, { role: 'none' })]

function lighthouse() {
  const [red, white] = ['#d8402f', '#fbf6ee']
  const t = tower(150, 122, 258, 37, 62, (y) => 9 * (1 - y / 258))
  const bands = range(5).map((i) => t.band((i * 2 * 258) / 9, ((i * 2 + 1) * 258) / 9))
  const lantern = tower(150, 66, 40, 25, 25, () => 6)
  const rail = (r, y, h) => [range(13).map((i) => { const a = (i / 12 - 0.5) * Math.PI; const x = 150 + r * Math.sin(a); const dy = -5 * Math.cos(a); return stroke(line([x, y + dy], [x, y - h + dy]), '#4a4456', 1.6) }), [0, 0.5].map((k) => stroke(smooth(range(9).map((i) => { const a = (i / 8 - 0.5) * Math.PI; return [150 + r * Math.sin(a), y - h * (1 - k) - 5 * Math.cos(a)] }), false), k ? '#6a6478' : '#4a4456', k ? 1.2 : 2.2))]
  return [
    path(t.outline, white), clip(t.outline, bricks(t, { bw: 15, bh: 8, color: '#efe6dc', mortar: '#e2d7cd', spread: 0.05 })),
    body(...bands.map((d) => path(d, red))), clip(t.outline, group(bands.map((d) => clip(d, bricks(t, { bw: 15, bh: 8, color: red, mortar: tone(red, -0.12), spread: 0.05, bare: 0.1 }))), { role: 'body' })),
    roundShade(t.outline, 0.95), path(t.outline, lin('v', '#fff/.08', '#fff/0', `${DARK}/.16`)),
    slit(150, 172, 13, 22, white), slit(150, 240, 14, 24, white), slit(122, 206, 9, 18, white),
    stones(tower(150, 362, 18, 66, 70, () => 0), { size: 15, color: '#9b929f' }), roundShade(rr(80, 362, 140, 18), 0.7),
    door(flat(128, 310, 44, 70), 6, 6, 32, 64, { kind: 'arch', color: '#35617f', frame: '#d9d0d2', light: false, step: '#c9c0ca' }),
    shade(t.outline, rr(96, 100, 108, 40), 6, 0.5),
    path(drum(100, 118, 100, 7, 8, -3), roundH('#54607a')), path(drum(104, 125, 92, 7, 0, -4, 0), roundH('#3f4760')),
    path(lantern.outline, '#2c3048'), lit(path(rr(126, 64, 48, 40, 2), lin('h', '#ffd46a', '#fff4c2', '#ffe08a', '#f0a63a')), path(ell(150, 84, 10, 15), '#fffbe6'), blur(6, path(ell(150, 84, 16, 18), '#fff2b0/.9'))),
    range(7).map((i) => { const x = 150 + 25 * Math.sin((i / 6 - 0.5) * Math.PI); return stroke(line([x, 62], [x, 104]), '#3a3f58', 2) }), stroke(line([125, 84], [175, 84]), '#3a3f58', 1.6),
    path(rr(126, 64, 48, 40, 2), lin('h', `${DARK}/.3`, '#fff/.28', `${DARK}/0`, `${DARK}/.35`)),
    path(drum(121, 102, 58, 6, 3, -1), roundH('#54607a')), rail(48, 120, 17),
    body(path(smooth([[114, 66, 1], [126, 46], [140, 30], [150, 26], [160, 30], [174, 46], [186, 66, 1], [168, 70], [150, 71.5], [132, 70]]), roundH(red))),
    path(smooth([[114, 66, 1], [132, 70], [150, 71.5], [168, 70], [186, 66, 1], [186, 69, 1], [168, 74], [150, 75.5], [132, 74], [114, 69, 1]]), roundH(tone(red, -0.35)), { role: 'body' }),
    path(ell(150, 24, 7, 6), ball('#4a5270')), stroke(line([150, 20], [150, 2]), '#4a5270', 2.2), path(ell(150, 3, 2.6), ball('#f2c84b')),
  ]
}

function windmill() {
  const [wall, wood, cap] = ['#f3ead8', '#8a5a3a', '#7d4a3a']
  const t = tower(170, 150, 230, 42, 72, (y) => 10 * (1 - y / 230))
  const sail = (angle) => {
    const slats = range(15).map((i) => stroke(line([172, 138 - 18 - i * 8.2], [199, 138 - 18 - i * 8.2]), tone(wood, -0.05), 2.2))
    return turn(angle, 172, 138,
      path(rr(173, 4, 27, 118, 1), lin('h', '#fffaf0', '#efe2cc')), path(rr(173, 4, 27, 118, 1), lin('v', `${DARK}/0`, `${DARK}/.14`)),
      slats, bar([199, 120], [199, 4], 3, wood), bar([186, 120], [186, 4], 1.8, tone(wood, 0.1)), bar([172, 138], [172, 0], 6, tone(wood, 0.06)))
  }
  return [
    body(path(t.outline, wall), clip(t.outline, bricks(t, { bw: 18, bh: 9, color: wall, mortar: tone(wall, -0.12), spread: 0.04 }))),
    roundShade(t.outline, 0.95), path(t.outline, lin('v', '#fff/.1', '#fff/0', `${DARK}/.2`)),
    clip(t.outline, stones(tower(170, 344, 36, 66, 72, () => 0), { size: 17, color: '#a29aa4' })), roundShade(tower(170, 344, 36, 67, 72, () => 0).outline, 0.7),
    [[170, 190, 22, 30], [142, 252, 20, 28], [206, 252, 20, 28]].map(([x, y, w, h]) => window(flat(x - w / 2, y, w, h), 0, 0, w, h, { frame: '#7f5136', bars: [2, 2], sill: '#9a6843', shutters: x === 170 ? undefined : '#3f7d74' })),
    door(flat(150, 298, 44, 82), 2, 0, 38, 82, { kind: 'arch', boards: true, color: '#3f7d74', frame: '#b9aeb0', step: '#b0a8b4' }),
    shade(t.outline, rr(110, 128, 120, 42), 6, 0.55),
    path(smooth([[118, 152, 1], [120, 122], [136, 98], [168, 86], [202, 96], [222, 124], [224, 152, 1], [170, 141]]), roundH(cap)),
    clip(smooth([[118, 152, 1], [120, 122], [136, 98], [168, 86], [202, 96], [222, 124], [224, 152, 1], [170, 141]]), tiles(tower(171, 84, 70, 20, 55, (y) => 2 + y * 0.14), { rows: 7, columns: 10, color: cap, edge: 'flat' }), roundShade(rr(116, 84, 110, 70), 0.8)),
    path(smooth([[116, 152, 1], [170, 140], [226, 152, 1], [226, 158, 1], [170, 146], [116, 158, 1]]), roundH('#c9a27c')),
    group([45, 135, 225, 315].map((a) => sail(a - 22))),
    path(ell(172, 138, 11), ball('#a06a44')), path(ell(172, 138, 5), ball('#e0b04a')),
  ]
}

function windTurbine() {
  const white = '#f4f5fa'
  const blade = (angle) => {
    const d = smooth([[196, 128, 1], [188, 112], [189, 84], [198, -20, 1], [203, -18], [206, 80], [206, 108], [204, 128, 1]])
    return turn(angle, 200, 130, path(d, lin('h', [0, tone(white, 0.3)], [0.45, white], [0.62, tone(white, -0.16)], [1, tone(white, -0.3)])), path(poly([[197.2, 0], [203.4, 0], [203.8, 14], [196.2, 14]]), '#e2483a/.85'))
  }
  return [
    path(poly([[195.5, 134], [204.5, 134], [209, 440], [191, 440]]), roundH(white, 0.8)), path(rr(186, 432, 28, 8, 2), roundH('#cfd2dc')), path(rr(198.5, 420, 5, 12, 1), '#8b8fa3'),
    path(poly([[190, 122], [226, 124], [230, 130], [226, 138], [190, 140]], 4), lin('v', '#fff', white, tone(white, -0.32))),
    blade(18), blade(138), blade(258), path(ell(200, 130, 11), ball(white)), path(ell(200, 130, 5), ball('#dfe2ec')),
  ]
}

function towerRound() {
  const t = tower(150, 140, 260, 50, 62, (y) => 11 * (1 - y / 260))
  const head = tower(150, 96, 48, 64, 64, (y) => 13 - y * 0.03)
  return [
    body(stones(t, { size: 21, color: STONE }), roundShade(t.outline, 1)), path(t.outline, lin('v', '#fff/0', '#fff/0', `${DARK}/.2`)),
    slit(150, 196, 15, 30), slit(124, 262, 10, 26), slit(178, 286, 10, 26),
    foliage(range(34).map((i) => { const q = i / 33; return [88 + q * 14 + rand(-7, 9) * (1.3 - q), 397 - q * 110 - rand(0, 6), rand(3, 6) * (1.15 - q * 0.6)] }), '#4c8a44', { leaf: 4.4, dense: 1.5 }),
    door(flat(126, 316, 48, 84), 4, 4, 40, 80, { kind: 'arch', boards: true, color: '#7c4d2e', frame: '#d3cad0', step: '#bdb4bf' }),
    shade(t.outline, rr(80, 110, 140, 48), 6, 0.6),
    range(11).map((i) => { const a = ((i + 0.5) / 11 - 0.5) * Math.PI; const x = 150 + 58 * Math.sin(a); return path(poly([[x - 4, 134 - 11 * Math.cos(a)], [x + 4, 134 - 11 * Math.cos(a)], [x + 3, 152 - 11 * Math.cos(a)], [x - 3, 152 - 11 * Math.cos(a)]], 1.5), lin('v', tone(STONE, 0.1), tone(STONE, -0.42))) }),
    stones(head, { size: 17, color: tone(STONE, 0.08) }), roundShade(head.outline, 1),
    slit(122, 96, 12, 24), slit(150, 92, 12, 24), slit(178, 96, 12, 24),
    shade(head.outline, rr(70, 60, 160, 38), 5, 0.5),
    cone(150, -24, 98, 76, '#4f6fa8', { rows: 11, columns: 12 }), banner(150, -70, 18, '#d8402f', 30),
  ]
}

function clockTower() {
  const [wall, trim, roof] = ['#d9a877', '#f4e7d0', '#3f7f78']
  const shaft = flat(106, 150, 88, 250)
  const face = (x, y, r) => [
    path(ell(x, y, r * 1.24), lin('d', tone(trim, 0.3), trim, tone(trim, -0.35))), path(ell(x, y, r * 1.1), lin('d', '#c99a3c', '#f5d67c', '#a8752a')),
    lit(path(ell(x, y, r), lin('d', '#ffffff', '#f4ecdc', '#ddd0ba'))), range(12).map((i) => turn(i * 30, x, y, path(rr(x - (i % 3 ? 0.8 : 1.4), y - r * 0.92, i % 3 ? 1.6 : 2.8, r * (i % 3 ? 0.12 : 0.2), 0.5), '#3a2c3c'))),
    turn(305, x, y, path(poly([[x - 2, y + 4], [x + 2, y + 4], [x + 1, y - r * 0.52], [x - 1, y - r * 0.52]], 0.6), '#2c2236')), turn(50, x, y, path(poly([[x - 1.6, y + 5], [x + 1.6, y + 5], [x + 0.7, y - r * 0.8], [x - 0.7, y - r * 0.8]], 0.6), '#2c2236')),
    path(ell(x, y, 2.6), ball('#c99a3c')), inset(ell(x, y, r), 2, 3, 2.5, DARK, 0.35),
  ]
  const band = (y, grow, h) => path(rr(106 - grow, y, 88 + grow * 2, h, 2), lin('h', tone(trim, 0.3), trim, tone(trim, -0.38)))
  const side = (d) => path(d, lin('h', '#fff/.2', '#fff/0', `${DARK}/.08`, `${DARK}/.38`))
  return [
    body(bricks(shaft, { bw: 14, bh: 6, color: wall, mortar: tone(wall, 0.3), spread: 0.08 })), side(shaft.outline),
    stones(flat(98, 368, 104, 32), { size: 18, color: '#b3a8ac' }), side(rr(98, 368, 104, 32)), band(364, 10, 6),
    range(13).map((i) => [106, 194 - (i % 2 ? 14 : 9)].map((x) => path(rr(x, 192 + i * 13.3, i % 2 ? 14 : 9, 12, 1), lin('d', trim, tone(trim, -0.3))))),
    [218, 274].map((y) => window(flat(132, y, 36, 44), 8, 0, 20, 40, { kind: 'arch', frame: trim, bars: [2, 3] })),
    door(flat(128, 322, 44, 78), 4, 6, 36, 72, { kind: 'arch', boards: true, color: '#6d4530', frame: trim, step: '#c4bac2' }),
    shade(shaft.outline, rr(90, 168, 120, 28), 4, 0.5), band(184, 8, 8), band(178, 12, 7),
    body(path(rr(100, 96, 100, 84), wall)), body(bricks(flat(100, 96, 100, 84), { bw: 14, bh: 6, color: tone(wall, 0.06), mortar: tone(wall, 0.3), spread: 0.07 })), side(rr(100, 96, 100, 84)),
    face(150, 138, 31), path(rr(98, 94, 10, 86, 1), roundH(trim)), path(rr(192, 94, 10, 86, 1), roundH(trim)),
    shade(rr(100, 96, 100, 84), rr(90, 80, 120, 22), 4, 0.5), band(88, 13, 9),
    path(rr(110, 46, 80, 44), lin('h', tone(wall, 0.2), wall, tone(wall, -0.4)), { role: 'body' }), [116, 141, 166].map((x) => path(arch(x - 2, 52, 22, 37), lin('d', trim, tone(trim, -0.3))) + path(arch(x, 54, 18, 35), lin('v', '#2a2238', '#463a52')) + (x === 141 ? path(smooth([[143, 82, 1], [146, 76], [147, 68], [150, 65], [153, 68], [154, 76], [157, 82, 1]]), roundH('#d9a63f')) + path(ell(150, 83, 2), '#8a5a1c') : '')),
    band(42, 2, 6),
    path(smooth([[98, 44, 1], [118, 26], [132, 0], [140, -34], [150, -72, 1], [160, -34], [168, 0], [182, 26], [202, 44, 1]]), roundH(roof)),
    clip(smooth([[98, 44, 1], [118, 26], [132, 0], [140, -34], [150, -72, 1], [160, -34], [168, 0], [182, 26], [202, 44, 1]]), range(9).map((i) => stroke(smooth([[90 + i * 15, 46], [150 + (90 + i * 15 - 150) * 0.5, 14], [150 + (90 + i * 15 - 150) * 0.24, -30], [150, -74]], false), `${tone(roof, -0.5)}/.55`, 1.2)), range(12).map((i) => stroke(line([90, 40 - i * 9], [210, 40 - i * 9]), `${tone(roof, -0.4)}/.28`, 0.8))),
    path(rr(95, 41, 110, 6, 2), roundH(tone(roof, -0.1))), path(ell(150, -74, 4.5), ball('#f2c84b')), stroke(line([150, -76], [150, -96]), '#d9a935', 2.2), path(ell(150, -96, 2.4), ball('#f2c84b')),
  ]
}

function church() {
  const [wall, roof, trim] = ['#f1e6d6', '#7a5562', '#fffaf0']
  const nave = { near: [214, 230], far: [396, 240] }
  const side = quad(nave.near, nave.far, [396, 380], [214, 380], 190, 150)
  const roofFace = quad([186, 122], [372, 136], [410, 250], [206, 240], 200, 124)
  const front = flat(120, 100, 96, 280)
  const gableWall = poly([[86, 232], [168, 130], [216, 214], [216, 380], [86, 380]])
  const side2 = (d) => path(d, lin('h', '#fff/.14', `${DARK}/0`, `${DARK}/.14`))
  const glassy = (f, x, y, w, h) => {
    const d = f.map(ogive(x, y, w, h))
    const colors = ['#4f8fe0', '#f2c14a', '#e0566a', '#5fb58a', '#9a72d0']
    const panes = range(6).map((r) => range(2).map((c) => path(f.map(rr(x + (c * w) / 2, y + (r * h) / 6, w / 2, h / 6)), tone(colors[(r * 2 + c * 3) % 5], 0.1))))
    return [path(f.map(ogive(x - 3, y - 5, w + 6, h + 6)), lin('d', trim, tone(trim, -0.32))), lit(path(d, '#7fb2ea'), clip(d, panes)), clip(d, stroke(range(5).map((r) => f.map(line([x, y + ((r + 1) * h) / 6], [x + w, y + ((r + 1) * h) / 6]))).join('') + f.map(line([x + w / 2, y], [x + w / 2, y + h])), '#4a3a4a', 1.2)), inset(d, 1.4, 2.4, 1.6, DARK, 0.5), path(f.map(rr(x - 5, y + h, w + 10, 4, 1)), lin('v', trim, tone(trim, -0.35)))]
  }
  const steeple = flat(118, 112, 76, 268)
  return [
    body(path(side.outline, lin('v', tone(wall, -0.12), tone(wall, -0.2))), stones(side, { size: 20, color: tone(wall, -0.13), mortar: tone(wall, -0.26), spread: 0.04 })),
    path(side.outline, lin('h', `${DARK}/.22`, `${DARK}/.1`, `${DARK}/.26`)), shade(side.outline, poly([[200, 210], [410, 220], [410, 262], [200, 252]]), 5, 0.5),
    [52, 96, 140].map((x) => glassy(side, x, 44, 18, 66)), [32, 78, 122, 166].map((x) => path(side.map(poly([[x - 4, 46], [x + 5, 46], [x + 7, 150], [x - 6, 150]])), lin('h', tone(wall, 0), tone(wall, -0.35)))),
    body(path(gableWall, lin('h', tone(wall, -0.1), wall))), clip(gableWall, body(stones(flat(86, 130, 130, 250), { size: 20, color: wall, mortar: tone(wall, -0.14), spread: 0.04 }))), path(gableWall, lin('h', `${DARK}/.18`, `${DARK}/.02`)),
    tiles(roofFace, { rows: 9, columns: 20, color: roof, edge: 'flat' }), path(roofFace.outline, lin([0, 0, 0.5, 1], '#fff/.12', '#fff/0', `${DARK}/.2`)),
    path(poly([[206, 239], [410, 249], [410, 255], [206, 246]], 1), lin('v', trim, tone(trim, -0.35))),
    shade(roofFace.outline, poly([[186, 110], [214, 110], [250, 260], [190, 260]]), 8, 0.4),
    path(poly([[78, 238], [166, 124], [222, 222], [218, 232], [166, 138], [84, 246]], 1.5), lin('d', tone(roof, 0.3), tone(roof, -0.25))),
    body(path(steeple.outline, wall), stones(steeple, { size: 20, color: wall, mortar: tone(wall, -0.14), spread: 0.04 })),
    path(steeple.outline, lin('h', '#fff/.2', '#fff/0', `${DARK}/.08`, `${DARK}/.34`)),
    [118, 184].map((x) => path(rr(x, 112, 10, 268, 1), lin('h', tone(wall, 0.12), tone(wall, -0.25)))),
    stones(flat(86, 362, 130, 18), { size: 15, color: '#a69ca4' }), stones(part(side, 0, 134, 190, 16), { size: 15, color: '#8b8192' }),
    path(ell(156, 210, 20), lin('d', trim, tone(trim, -0.34))), lit(path(ell(156, 210, 16.5), '#6ea8ea'), range(8).map((i) => turn(i * 45, 156, 210, path(smooth([[156, 207, 1], [151.5, 200], [156, 195.5], [160.5, 200]]), ['#e0566a', '#f2c14a', '#9a72d0', '#5fb58a'][i % 4])))), path(ell(156, 210, 4), '#f2c14a'), inset(ell(156, 210, 16.5), 1.4, 2.2, 1.6, DARK, 0.45),
    [134, 158].map((x) => path(ogive(x - 2, 140, 22, 40), lin('d', trim, tone(trim, -0.3))) + path(ogive(x, 143, 18, 36), '#2e2540') + range(5).map((i) => path(rr(x, 152 + i * 5.4, 18, 3, 0.5), lin('v', '#8d7f92', '#5a4d66'))).join('')),
    door(flat(130, 286, 52, 94), 8, 8, 36, 86, { kind: 'arch', boards: true, color: '#7c4a34', frame: trim, step: '#c2b8c0' }), [0, 1].map((i) => path(rr(120 - i * 6, 370 + i * 5, 72 + i * 12, 5, 1), lin('v', '#ddd5de', '#978da0'))),
    path(rr(112, 126, 88, 7, 1.5), lin('h', tone(trim, 0.1), tone(trim, -0.36))), path(rr(112, 248, 88, 6, 1.5), lin('h', tone(trim, 0.1), tone(trim, -0.36))),
    shade(steeple.outline, rr(100, 100, 110, 20), 4, 0.5),
    path(poly([[156, -34], [166, -10], [206, 116], [106, 116]], 2), roundH(roof)),
    clip(poly([[156, -34], [206, 116], [106, 116]]), tiles(quad([154, -34], [158, -34], [206, 116], [106, 116], 60, 150), { rows: 16, columns: 11, color: roof, edge: 'scallop' }), path(poly([[156, -34], [206, 116], [174, 116]]), `${DARK}/.28`), path(poly([[156, -34], [134, 116], [106, 116]]), '#fff/.12')),
    path(rr(103, 112, 106, 7, 2), lin('h', tone(trim, 0.2), tone(trim, -0.36))),
    bar([156, -34], [156, -66], 4, '#e5b545'), bar([146, -54], [166, -54], 4, '#e5b545'), path(ell(156, -34, 4.5), ball('#e5b545')),
  ]
}

function castle() {
  const [wall, roof] = ['#cbbfd0', '#5a76c4']
  const flagColor = '#e2483a'
  const round = (cx, top, r, base, coneHeight, options = {}) => {
    const t = tower(cx, top, base - top, r, r * 1.04, (y) => 7 * (1 - y / (base - top)))
    return [
      body(stones(t, { size: 18.9, color: wall, spread: 0.09, mortar: tone(wall, -0.28) })), roundShade(t.outline, 1), path(t.outline, lin('v', '#fff/0', `${DARK}/.14`)),
      (options.slits ?? []).map(([x, y, w = 10, h = 22]) => slit(cx + x, y, w, h, '#efe6f0')),
      shade(t.outline, rr(cx - r * 1.3, top - 20, r * 2.6, 34), 4, 0.55),
      options.bare ? body(crown(cx, top - 2, r * 1.14, tone(wall, 0.06), { count: 6, height: 11, rise: 5 })) : [path(tower(cx, top - 34, 30, r * 0.8, r * 0.8, () => 4).outline, roundH(wall), { role: 'body' }), body(crown(cx, top - 2, r * 1.14, tone(wall, 0.06), { count: 6, height: 11, rise: 5 })), shade(rr(cx - r, top - 40, r * 2, 30), rr(cx - r, top - 44, r * 2, 16), 3, 0.5), cone(cx, top - 34 - coneHeight, top - 30, r * 1.02, roof, { rows: 9, columns: 9 }), options.flag ? banner(cx, top - 62 - coneHeight, 15, flagColor, 24) : ''],
    ]
  }
  const curtainWall = (x, y, w, h, count) => [body(merlons(x, y, w, count, wall, 13), path(rr(x - 2, y - 2, w + 4, 8, 1), lin('v', tone(wall, 0.25), tone(wall, -0.25))), stones(flat(x, y + 4, w, h - 4), { size: 20, color: wall, spread: 0.09, mortar: tone(wall, -0.28) })), path(rr(x, y + 4, w, h - 4), lin('v', '#fff/.08', `${DARK}/.2`)), path(rr(x, y + 5, w, 9), `${DARK}/.2`)]
  return [
    round(210, 128, 36, 300, 92, { slits: [[0, 150, 14, 28], [-16, 196], [18, 204]], flag: true }),
    round(136, 178, 23, 300, 62, { slits: [[0, 198]] }), round(284, 166, 23, 300, 66, { slits: [[0, 188]], flag: true }),
    curtainWall(120, 224, 180, 156, 8),
    slit(148, 250, 10, 22, '#efe6f0'), slit(272, 250, 10, 22, '#efe6f0'),
    curtainWall(46, 276, 110, 104, 6), curtainWall(264, 276, 110, 104, 6), [[104, 306], [316, 306]].map(([x, y]) => slit(x, y, 10, 24, '#efe6f0')),
    round(46, 232, 31, 380, 80, { slits: [[0, 262, 12, 26], [6, 318, 11, 24]], flag: true }), round(374, 232, 31, 380, 80, { slits: [[0, 262, 12, 26], [-6, 318, 11, 24]], flag: true }),
    round(168, 258, 21, 380, 0, { bare: true, slits: [[0, 284, 9, 22]] }), round(252, 258, 21, 380, 0, { bare: true, slits: [[0, 284, 9, 22]] }),
    body(stones(flat(186, 246, 48, 134), { size: 15, color: wall, spread: 0.09, mortar: tone(wall, -0.28) }), merlons(186, 246, 48, 3, wall, 11)), path(rr(186, 246, 48, 134), lin('v', '#fff/0', `${DARK}/.16`)),
    path(ell(210, 268, 9), lin('d', '#ffe08a', '#d99a2c')), path(ell(210, 268, 6.5), flagColor), path(poly([[210, 262], [212, 266.6], [217, 267], [213, 270], [214.4, 274.6], [210, 272], [205.6, 274.6], [207, 270], [203, 267], [208, 266.6]]), '#ffe08a'),
    path(arch(186, 288, 48, 92, 24), lin('d', '#efe6f0', '#8d8296')), path(arch(190, 292, 40, 88, 20), '#231a33'), clip(arch(190, 292, 40, 88, 20), path(rr(190, 330, 40, 50), lin('v', '#231a33', '#4a3a5a')), range(6).map((i) => stroke(line([193 + i * 7, 290], [193 + i * 7, 346]), '#6a5f70', 2)), range(4).map((i) => stroke(line([190, 302 + i * 13], [230, 302 + i * 13]), '#6a5f70', 2)), range(6).map((i) => path(poly([[191 + i * 7, 346], [195 + i * 7, 346], [193 + i * 7, 352]]), '#6a5f70')), inset(arch(190, 292, 40, 88, 20), 2, 4, 3, DARK, 0.7)),
    path(poly([[190, 366], [230, 366], [240, 380], [180, 380]], 1), lin('v', '#7a5136', '#a8754a')), range(6).map((i) => stroke(line([193 + i * 6.8, 366], [184 + i * 10.4, 380]), '#4a2d1c/.6', 1)),
  ]
}

export const drawings = { lighthouse, windmill, 'wind-turbine': windTurbine, tower: towerRound, 'clock-tower': clockTower, church, castle }
export { STONE, cone, crown, merlons, slit, banner }

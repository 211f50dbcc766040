/** Instruments, sports gear, tools and weapons, machines with a plug. */
import {
  DARK, GOLD, OAK, STEEL, WALNUT, WOOD, around, at, ball, bar, blur, body, chrome, clearGlass, clip, clipEven, ell, flame, flat, flip, fold, gilt, grain, group, inset, keep, knob, lathe, leg, lin, linU, line, lit,
  mix, n, padOutline, path, pick, plush, poly, quad, rad, radU, rand, range, rope, rr, smooth, star, stitches, stroke, tone, tube, turn, turned, under, vol, walk, wood,
} from './kit.mjs'

const steelBlade = (x1, x2) => linU([x1, 0, x2, 0], [0, '#8a8ea2'], [0.2, '#f6f8fc'], [0.49, '#c3c7d6'], [0.51, '#8d91a6'], [0.8, '#d9dce6'], [1, '#767a90'])

function guitarAcoustic() {
  const c = '#d98f45'
  const shell = smooth([[150, 200], [106, 206], [76, 240], [84, 290], [98, 326], [76, 366], [46, 420], [52, 490], [96, 532], [150, 540], [204, 532], [248, 490], [254, 420], [224, 366], [202, 326], [216, 290], [224, 240], [194, 206]])
  const neck = poly([[138, 40], [162, 40], [166, 300], [134, 300]], 1)
  const headstock = smooth([[136, 46, 1], [124, 30], [122, -40], [132, -54], [150, -50], [168, -54], [178, -40], [176, 30], [164, 46, 1]])
  return turn(22, 150, 540,
    path(shell, tone('#7a4526', -0.1), { t: 'translate(9 4)' }), body(path(shell, rad([0.42, 0.6, 0.7], tone(c, 0.34), c, tone(c, -0.3))), grain(shell, c, { upright: true, count: 26, op: 0.22, long: 0.8 }), inset(shell, -5, -6, 8, tone(c, -0.6), 0.5)), stroke(shell, '#f3e3c0', 4.5), stroke(shell, '#7a4526', 1.4, { t: 'translate(1.5 1)' }), clip(shell, blur(10, path(ell(104, 430, 22, 60), '#ffffff', { op: 0.35, t: 'rotate(20 104 430)' }))),
    keep(path(ell(150, 318, 43), '#7a4526'), stroke(ell(150, 318, 39), '#f3e3c0', 3), path(ell(150, 318, 34), '#34201c'), inset(ell(150, 318, 34), 4, 5, 5, '#000000', 0.6), path(smooth([[184, 300], [212, 330], [226, 372], [206, 396], [186, 372], [182, 340]]), lin('d', '#6a3a2a', '#3a1f1a')),
      wood(neck, '#5a3626', { upright: true, k: 1.6 }), range(13).map((i) => path(rr(137, 62 + i * 18 - i * 0.25 * i * 0.4, 26, 2.4), '#e6dcc8')), [98, 134, 170].map((y) => path(ell(150, y, 3.6), '#f6efe0')), wood(headstock, '#8a5230', { upright: true, k: 2.6 }), path(rr(135, 42, 30, 6, 1), '#f6efe0'), [-34, -8, 18].flatMap((y) => [[118, y], [182, y]]).map(([x, y], i) => [path(rr(x - (i % 2 ? 2 : 16), y - 3, 18, 6, 2), chrome('v')), path(ell(x + (i % 2 ? 15 : -15), y, 7, 9), lin('d', '#ffffff', '#c9c3b4')), knob(x + (i % 2 ? -10 : 10), y, 4, '#d9dce6')]),
      vol(rr(104, 438, 92, 19, 6), '#4a2a20', { k: 3 }), path(rr(124, 437, 52, 4, 1), '#f6efe0'), range(6).map((i) => knob(128 + i * 8.8, 451, 2.6, '#fff6e0')), stroke(range(6).map((i) => line([139 + i * 4.4, 44], [129 + i * 8.4, 440])).join(''), '#fff/.85', 1.1), stroke(range(6).map((i) => line([140.3 + i * 4.4, 44], [130.3 + i * 8.4, 440])).join(''), `${DARK}/.25`, 0.9)))
}
const KEYS = (x, y, w, h, count) => [path(rr(x, y, w, h, 2), '#fbf7ee'), stroke(range(count - 1).map((i) => line([x + ((i + 1) * w) / count, y], [x + ((i + 1) * w) / count, y + h])).join(''), '#a89e90', 1.2), path(range(count - 1).filter((i) => ![2, 6].includes(i % 7)).map((i) => rr(x + ((i + 1) * w) / count - (w / count) * 0.3, y, (w / count) * 0.6, h * 0.6, 1)).join(''), '#352f3c')]
function grandPiano() {
  const c = '#3f3848'
  const side = smooth([[60, 236, 1], [210, 246], [290, 242], [350, 222], [420, 200], [478, 190], [496, 176, 1], [496, 226, 1], [476, 246], [420, 258], [350, 280], [290, 300], [210, 304], [60, 294, 1]])
  const inside = smooth([[60, 236, 1], [120, 180, 1], [300, 166], [430, 150], [484, 160], [496, 176], [478, 190], [420, 200], [350, 222], [290, 242], [210, 246]])
  const lid = smooth([[118, 178, 1], [64, 24, 1], [200, 6], [300, 16], [360, 50], [420, 76], [476, 88], [502, 116], [492, 158, 1], [430, 148], [300, 164]])
  const footAt = (x, y, h) => [turned(lathe(x, [[13, y, 1], [15, y + 16], [9, y + 30], [11, y + h * 0.6], [8, y + h - 14], [10, y + h - 10, 1]], 0.18), c, { gloss: 0.4 }), knob(x, y + h - 4, 7, GOLD)]
  return [
    body(footAt(430, 220, 176), footAt(210, 296, 120)), body(path(lid, lin('d', tone(c, 0.28), c, tone(c, -0.3))), clip(lid, blur(12, path(poly([[120, 20], [190, 0], [260, 170], [190, 180]]), '#ffffff', { op: 0.2 }))), inset(lid, 2, 2, 2, '#ffffff', 0.35)), bar([392, 204], [366, 84], 5, tone(c, 0.1)),
    path(inside, lin('v', '#6a3f24', '#b9783a')), keep(clip(inside, path(smooth([[130, 230], [160, 190], [300, 176], [440, 160], [470, 176], [400, 196], [330, 222], [280, 236], [200, 240]]), gilt('d')), stroke(range(26).map((i) => line([140 + i * 6, 236 - i * 0.4], [190 + i * 11, 168 - i * 0.7])).join(''), '#fff2c4/.8', 1), [[210, 214], [270, 206], [330, 196]].map(([x, y]) => path(ell(x, y, 13, 5), '#6a3f24')))), stroke(smooth([[60, 236], [210, 246], [290, 242], [350, 222], [420, 200], [478, 190], [496, 176]], false), tone(c, 0.4), 5), inset(inside, 2, 5, 5, DARK, 0.5),
    path(poly([[118, 182], [178, 176], [190, 134], [134, 138]], 3), lin('v', tone(c, 0.2), tone(c, -0.2))), keep(path(poly([[136, 176], [152, 174], [162, 142], [146, 143]], 1), '#fffaf0'), path(poly([[154, 174], [170, 172], [180, 141], [164, 142]], 1), '#f3ecdd')),
    body(path(side, linU([0, 180, 0, 300], tone(c, 0.24), c, tone(c, -0.34))), clip(side, blur(4, stroke(smooth([[70, 256], [210, 264], [300, 258], [380, 232], [490, 196]], false), '#ffffff', 5, { op: 0.4 })))), body(vol(poly([[24, 226], [66, 222], [66, 300], [24, 306]], 5), c, { k: 5 }), vol(poly([[10, 256], [30, 246], [30, 304], [10, 306]], 4), c, { k: 3 })), keep(path(poly([[22, 248], [92, 186], [120, 182], [62, 238]], 2), '#fbf7ee'), stroke(range(13).map((i) => line([24 + i * 5.8 + 2, 246 - i * 5], [62 + i * 4.8, 237 - i * 4.6])).join(''), '#8a8078', 1.2), path(range(11).map((i) => (i % 7 === 2 || i % 7 === 6 ? '' : poly([[42 + i * 5.8, 238 - i * 5], [46 + i * 5.8, 234.5 - i * 5], [66 + i * 4.9, 230 - i * 4.6], [62 + i * 4.9, 233.5 - i * 4.6]]))).join(''), '#352f3c')),
    body(footAt(56, 298, 118)), body(bar([140, 300], [150, 392], 6, c), bar([160, 300], [152, 392], 6, c), vol(rr(136, 386, 32, 12, 4), c, { k: 2 })), [142, 152, 162].map((x) => path(ell(x, 402, 4.5, 3), gilt('v'))),
  ]
}
function piano() {
  const c = '#8a5230'
  return [
    body(wood(rr(30, 40, 380, 310, 5), c, { k: 4 }), wood(rr(50, 60, 340, 104, 4), tone(c, 0.06), { k: 3 }), path(poly([[110, 150], [330, 150], [322, 84], [118, 84]], 4), lin('v', tone(c, 0.1), tone(c, -0.2))), wood(rr(48, 250, 344, 92, 4), tone(c, -0.04), { k: 3 })),
    keep(path(poly([[150, 148], [218, 146], [218, 74], [154, 78]], 2), lin('h', '#fffaf0', '#e6dcc8')), path(poly([[220, 146], [290, 148], [286, 78], [220, 74]], 2), lin('h', '#e9dfcb', '#fffaf0')), stroke([92, 106, 120, 134].map((y) => line([160, y], [212, y - 1]) + line([226, y - 1], [280, y])).join(''), '#8a8078', 1.4), range(14).map((i) => [path(ell(166 + (i % 7) * 17, 96 + ((i * 37) % 40), 3.4, 2.6), '#3a343e'), stroke(line([169 + (i % 7) * 17, 96 + ((i * 37) % 40)], [169 + (i % 7) * 17, 84 + ((i * 37) % 40)]), '#3a343e', 1.3)])),
    body(path(poly([[14, 214], [30, 178], [410, 178], [426, 214]], 3), tone(c, -0.55))), keep(path(poly([[34, 212], [46, 182], [394, 182], [406, 212]]), '#fbf7ee'), stroke(range(34).map((i) => line([34 + i * 11.27, 212], [46 + i * 10.55, 182])).join(''), '#a89e90', 1.2), path(range(33).filter((i) => ![2, 6].includes(i % 7)).map((i) => { const [x, y] = [46 + (i + 1) * 10.55, 182]; const k = (x - 220) * 0.0024; return poly([[x - 3.2, y], [x + 3.2, y], [x + 3.4 + k * 18, y + 18], [x - 3.4 + k * 18, y + 18]], 0.8) }).join(''), '#352f3c'), path(rr(46, 179, 348, 4), '#b8283c')),
    body(wood(rr(10, 210, 420, 24, 5), tone(c, 0.1), { k: 2.6 }), wood(rr(10, 170, 24, 50, 4), c, { k: 2 }), wood(rr(406, 170, 24, 50, 4), tone(c, -0.06), { k: 2 }), clip(rr(48, 234, 344, 40), blur(7, path(rr(40, 226, 360, 20), DARK, { op: 0.55 }))), [26, 390].map((x) => turned(lathe(x + 12, [[13, 234, 1], [15, 250], [9, 264], [12, 300], [8, 336], [12, 346, 1]], 0.16), c, { finish: 'wood' })), wood(rr(20, 342, 400, 22, 4), tone(c, -0.06), { k: 2.4 }), wood(rr(18, 22, 404, 22, 6), tone(c, 0.12), { k: 2.6 })),
    [196, 220, 244].map((x) => [path(rr(x - 8, 348, 16, 9, 4), gilt('v'))]), [44, 380].map((x) => path(rr(x, 362, 22, 10, 3), '#3a2c2a')),
  ]
}
function drumKit() {
  const c = '#c8323c'
  const drumAt = (x, y, r, h, sq = 0.26, k = 0) => { const L = lathe(x, [[r, y, 1], [r, y + h, 1]], sq); return [body(turned(L, tone(c, k), { streak: [0.2, 0.8] })), range(5).map((i) => { const u = -0.8 + i * 0.4; const [[a, b], [e, f]] = [L.place(u, y + 4), L.place(u, y + h - 4)]; return stroke(line([a, b], [e, f]), '#6a6e82', 5) + stroke(line([a - 0.6, b], [e - 0.6, f]), '#f3f5fa', 2.4) }), path(`${smooth(L.arc(y + h - 7), false)}L${smooth(L.arc(y + h).reverse(), false).slice(1)}Z`, chrome()), path(ell(x, y, r + 3, (r + 3) * sq), chrome()), path(ell(x, y - 1, r - 2, (r - 2) * sq), rad([0.42, 0.36, 0.7], '#ffffff', '#f3efe6', '#d0c8bc')), path(`${smooth(L.arc(y + 1), false)}L${smooth(L.arc(y + 8).reverse(), false).slice(1)}Z`, chrome())] }
  const cymbal = (x, y, r, a) => group([path(ell(0, 4, r, r * 0.2), '#8a5c14'), path(ell(0, 0, r, r * 0.2), lin('h', '#b9791c', '#fff3b8', '#e9b23c', '#fbe08a', '#a86c14')), stroke(ell(0, 0, r * 0.7, r * 0.13) + ell(0, -1, r * 0.45, r * 0.08), '#8a5c14/.35', 1.4), path(ell(0, -5, r * 0.2, r * 0.12), gilt('h')), knob(0, -r * 0.16, 4, STEEL)], { t: `translate(${x} ${y}) rotate(${a})` })
  const pole = (d) => stroke(d, '#6a6e82', 6) + stroke(d, '#e6e9f1', 2.6, { t: 'translate(-.8 0)' })
  return [
    pole('M74 84L74 350M74 300L44 372M74 300L104 372'), pole('M430 70L426 350M427 300L396 372M427 300L456 372'), pole('M28 176L28 340M28 310L4 372M28 310L52 372'), pole('M210 190L210 150M290 190L290 150'),
    cymbal(430, 66, 74, 10), cymbal(74, 82, 68, -12), keep(drumAt(392, 234, 56, 92, 0.24, -0.06)), pole('M342 250L338 372M444 250L448 372'),
    body(vol(ell(250, 272, 106), c, { k: 6 })), stroke(ell(250, 272, 100), '#8a8fa2', 9), stroke(ell(250, 272, 100), '#f3f5fa', 3), keep(path(ell(250, 272, 95), rad([0.42, 0.36, 0.72], '#fffdf8', '#f3ede2', '#cfc6ba')), path(star(250, 276, 52, 23, 5), rad([0.45, 0.4, 0.6], tone(c, 0.2), c)), inset(ell(250, 272, 95), 3, 4, 4, DARK, 0.35)), around(250, 272, 106, 106, 10, 0.3).map(([x, y]) => knob(x, y, 6, '#c9ccd8')), bar([168, 350], [146, 374], 7, '#b9bdcc'), bar([332, 350], [354, 374], 7, '#9a9eb2'),
    drumAt(196, 124, 50, 58, 0.3), drumAt(304, 124, 50, 58, 0.3, -0.04), pole('M128 270L126 350M126 330L104 372M126 330L150 372'), drumAt(128, 232, 52, 36, 0.26), cymbal(28, 180, 42, 0), cymbal(28, 174, 42, 0),
    keep(turn(-24, 128, 226, path(rr(92, 220, 110, 5, 2), lin('v', '#f3d9a4', '#b98a4e'))), turn(14, 128, 226, path(rr(80, 224, 104, 5, 2), lin('v', '#f3d9a4', '#b98a4e')))),
  ]
}
function harp() {
  const c = '#e0a63c'
  const neckLine = smooth([[58, 60], [110, 26], [170, 58], [220, 96], [268, 84], [300, 60]], false)
  const board = poly([[300, 52], [324, 66], [130, 452], [92, 452]], 10)
  return [
    body(path(board, linU([200, 230, 236, 250], tone(c, 0.3), c, tone(c, -0.35))), grain(board, c, { count: 10, op: 0.15 }), inset(board, 2, 2, 2, '#fff3c4', 0.7)), stroke(walk(neckLine, 26).slice(2, 25).map(([x, y]) => { const t = (x - 92) / 218; const by = 446 - Math.max(0, Math.min(1, t)) * 386; return line([x, y + 4], [x, Math.max(y + 14, by)]) }).join(''), '#fff6dc/.95', 1.6), stroke(walk(neckLine, 26).slice(2, 25).filter((_, i) => i % 7 === 0).map(([x, y]) => { const by = 446 - Math.max(0, Math.min(1, (x - 92) / 218)) * 386; return line([x, y + 4], [x, Math.max(y + 14, by)]) }).join(''), '#e8504f', 1.8),
    body(turned(lathe(60, [[14, 66, 1], [20, 84], [11, 104], [11, 400], [17, 416], [13, 432], [22, 450, 1]], 0.18), c, { finish: 'metal' }), range(9).map((i) => stroke(smooth([[49, 130 + i * 32], [60, 138 + i * 32], [71, 130 + i * 32]], false), `${tone(c, -0.5)}/.5`, 2)), stroke(neckLine, tone(c, -0.5), 27), stroke(neckLine, c, 22), blur(2, stroke(neckLine, tone(c, 0.55), 6, { t: 'translate(-2 -5)' })), path(smooth([[36, 66], [30, 34], [52, 14], [82, 20], [86, 42], [68, 48], [64, 36], [54, 38], [58, 60], [84, 66, 1], [60, 84]]), gilt('d')), knob(312, 58, 18, c)), walk(neckLine, 26).slice(2, 25).map(([x, y]) => knob(x, y + 2, 2.6, '#fff6dc')),
    body(vol(smooth([[30, 470], [40, 446], [90, 440], [150, 444], [166, 462], [170, 482], [140, 490], [60, 490], [30, 486]]), tone(c, -0.05), { k: 6 })), [52, 100, 148].map((x) => path(ell(x, 490, 13, 6), gilt('v'))),
  ]
}
function gramophone() {
  const c = '#e0a840'
  const bell = smooth([[196, 196, 1], [214, 150], [226, 96], [244, 40], [276, 8], [330, 8], [380, 44], [400, 104], [384, 152], [346, 172], [300, 168], [250, 186], [216, 214, 1]])
  const mouthEdge = smooth([[276, 8], [262, 20], [256, 46], [272, 96], [306, 144], [346, 172], [376, 162], [398, 124], [400, 98], [384, 50], [340, 14], [304, 2]])
  const deep = smooth([[288, 44], [282, 60], [296, 96], [322, 122], [348, 130], [356, 112], [346, 76], [318, 46]])
  return [
    body(path(bell, linU([200, 60, 300, 190], tone(c, 0.4), c, tone(c, -0.45))), inset(bell, 3, 2, 3, '#fff6cc', 0.7), clip(bell, blur(5, stroke(smooth([[222, 150], [240, 90], [262, 34]], false), '#ffffff', 8, { op: 0.5 })))), keep(path(mouthEdge, gilt('d')), path(smooth([[280, 16], [268, 30], [266, 52], [282, 94], [312, 136], [346, 160], [370, 150], [388, 118], [388, 96], [372, 54], [334, 22], [306, 12]]), rad([0.4, 0.4, 0.75], '#6a3f10', '#a8701c', '#e9b850', '#fbe39a'))),
    keep(path(deep, rad([0.5, 0.5, 0.6], '#3a2208', '#6a4210/.8', '#6a4210/0')), stroke(around(326, 86, 1, 1, 9, 0.2).map(([, , a]) => smooth([[322 + 22 * Math.cos(a), 84 + 30 * Math.sin(a)], [326 + 46 * Math.cos(a), 86 + 58 * Math.sin(a)], [328 + 60 * Math.cos(a), 88 + 74 * Math.sin(a)]], false)).join(''), '#8a5c14/.35', 2)), tube('M206 204C196 232 190 236 190 252', 19, c), tube('M190 250L150 262', 7, '#b9bdcc'),
    path(ell(140, 282, 118, 24), '#34303c'), path(ell(140, 277, 116, 23), rad([0.45, 0.4, 0.6], '#5a5464', '#34303c', '#4a4656', '#2a2632')), stroke([104, 92, 80, 68, 56].map((r) => ell(140, 277, r, r * 0.2)).join(''), '#8a8496/.5', 1.2), path(ell(140, 277, 38, 7.6), '#d9453c'), path(ell(140, 277, 5, 1.6), '#f3efe6'), clip(ell(140, 277, 116, 23), blur(3, path(poly([[140, 277], [20, 262], [36, 292]]), '#ffffff', { op: 0.25 }))), bar([152, 262], [176, 280], 6, '#d9dce6'), path(ell(170, 282, 9, 5), chrome('h')),
    body(wood(poly([[8, 296], [272, 296], [280, 312], [0, 312]], 3), tone(WALNUT, 0.2), { k: 2 }), wood(rr(6, 310, 268, 84, 4), WALNUT, { k: 3 }), wood(rr(28, 322, 224, 56, 4), tone(WALNUT, 0.1), { k: 2.6 }), wood(rr(-6, 390, 292, 22, 5), tone(WALNUT, 0.06), { k: 2.4 })), path(smooth([[110, 350], [124, 336], [140, 346], [156, 336], [170, 350], [156, 362], [140, 354], [124, 362]]), gilt('h')), tube('M274 350L304 350L304 372', 6, '#b9bdcc'), knob(304, 378, 9, '#8a5a34'),
  ]
}
function basketballHoop() {
  const board = rr(20, 10, 260, 172, 10)
  const net = range(9).map((i) => { const u = -1 + i / 4; return [150 + 46 * u, 190 + 8 * (1 - u * u)] })
  const low = range(9).map((i) => { const u = -1 + i / 4; return [150 + 27 * u, 262 + 5 * (1 - u * u)] })
  const strands = range(9).flatMap((i) => [i + 1, i - 1].filter((j) => j >= 0 && j < 9).map((j) => smooth([net[i], [(net[i][0] + net[j][0]) / 2 * 0.5 + (low[i][0] + low[j][0]) / 4 + 0, 214], [low[j][0] * 0.6 + net[j][0] * 0.4, 226], [(low[i][0] + low[j][0]) / 2, 246], low[i]], false)))
  return [
    body(path(rr(138, 150, 24, 560, 3), lin('h', '#5a5f78', '#b9c0d6', '#7a8098', '#4a4f66')), path(poly([[84, 726], [216, 726], [204, 696], [96, 696]], 6), lin('v', '#7a8098', '#3f445a')), path(rr(80, 720, 140, 16, 5), lin('v', '#5a5f78', '#34394c')), vol(rr(126, 440, 48, 170, 12), '#d9483f', { k: 6 })),
    path(rr(24, 16, 260, 172, 10), '#8a8fa2'), path(board, lin('d', '#ffffff', '#eef2f8', '#cfd6e4')), inset(board, -3, -4, 4, '#6a7088', 0.5), keep(stroke(rr(28, 18, 244, 156, 6), '#e0503f', 7), stroke(rr(104, 86, 92, 74, 2), '#e0503f', 7), path(poly([[40, 26], [110, 26], [60, 170], [34, 170]]), '#fff/.4')),
    path(rr(128, 160, 44, 24, 4), lin('v', '#f0663f', '#a83420')), stroke('M102 190C102 180 198 180 198 190', '#b83a20', 7), stroke(strands.join(''), '#c9c6d0', 3.4), stroke(strands.join(''), '#ffffff', 2.2), stroke(smooth(low, false), '#ffffff', 2.6), stroke('M100 190C100 204 200 204 200 190', '#a83420', 9), stroke('M100 189C100 203 200 203 200 189', '#f2703f', 6.5), stroke('M104 190C110 199 190 199 196 190', '#ffb08a/.8', 2),
  ]
}
function snowboard() {
  const c = '#2f8fd0'
  const d = smooth([[70, 4], [104, 14], [124, 46], [124, 100], [116, 200], [113, 260], [116, 320], [124, 420], [124, 474], [104, 506], [70, 516], [36, 506], [16, 474], [16, 420], [24, 320], [27, 260], [24, 200], [16, 100], [16, 46], [36, 14]])
  const binding = (y, a) => group([path(rr(-40, -17, 80, 40, 10), `${DARK}/.3`), vol(rr(-42, -22, 84, 40, 12), '#4a4656', { k: 5 }), vol(rr(-30, -30, 60, 18, 8), '#6a6678', { k: 3 }), vol(rr(-46, -6, 92, 13, 6), '#e8b23c', { k: 3 }), vol(rr(-46, 8, 92, 9, 4), '#e8b23c', { k: 2 }), knob(34, 0, 4, '#d9dce6')], { t: `translate(70 ${y}) rotate(${a})` })
  return [
    path(d, '#3d3948', { t: 'translate(5 3)' }), body(path(d, linU([16, 0, 124, 0], tone(c, 0.2), c, tone(c, -0.22)))), keep(clip(d, path(poly([[0, 250], [40, 170], [62, 210], [92, 140], [150, 250], [150, 300], [0, 300]]), '#f7fafd'), path(poly([[40, 170], [62, 210], [54, 250], [0, 250]]), '#cfe2f2'), path(poly([[92, 140], [150, 250], [96, 250]]), '#cfe2f2'), path(rr(0, 250, 150, 60), '#f7fafd'), path(smooth([[0, 310, 1], [40, 296], [80, 320], [150, 296, 1], [150, 330, 1], [80, 352], [40, 326], [0, 340, 1]]), '#f2a53a'), path(smooth([[0, 360, 1], [40, 344], [80, 370], [150, 346, 1], [150, 366, 1], [80, 390], [40, 362], [0, 378, 1]]), '#e8504f'), path(ell(70, 66, 24), '#f7d04a'), range(10).map((i) => stroke(line([70 + 30 * Math.cos(i * 0.628), 66 + 30 * Math.sin(i * 0.628)], [70 + 38 * Math.cos(i * 0.628), 66 + 38 * Math.sin(i * 0.628)]), '#f7d04a', 4)))),
    inset(d, -3, -3, 4, DARK, 0.4), inset(d, 2.5, 2, 2, '#ffffff', 0.7), clip(d, blur(6, path(poly([[30, 0], [56, 0], [40, 520], [20, 520]]), '#ffffff', { op: 0.25 }))), keep(binding(166, -8), binding(372, 8)),
  ]
}
function fishingRod() {
  const rod = smooth([[46, 430], [120, 300], [200, 170], [280, 70], [340, 30], [372, 30]], false)
  const tip = smooth([[140, 266], [210, 156], [284, 66], [342, 29], [374, 30]], false)
  const guides = walk(tip, 7)
  return [
    stroke('M374 30C392 120 388 220 384 300', '#ffffff', 2.2), stroke('M375 30C393 120 389 220 385 300', '#6a6e82/.6', 1), stroke(rod, '#3a3446', 9), stroke(tip, '#4a4458', 6), body(stroke(smooth([[46, 430], [120, 300], [170, 218]], false), '#a83420', 9), stroke(smooth([[46, 430], [120, 300], [170, 218]], false), '#e8603f', 5.5, { t: 'translate(-1 -.5)' })), stroke(tip, '#8a8498/.8', 2, { t: 'translate(-1 -.6)' }),
    guides.map(([x, y, a], i) => stroke(ell(x + 5 * Math.sin(-a) * -1, y + 7, 6 - i * 0.6), '#b9bdcc', 2)), stroke(smooth([[110, 342], ...guides.map(([x, y], i) => [x + 3, y + 8 - i * 0.5])], false), '#fff/.8', 1.2),
    tube('M20 476L62 402', 17, '#c99a62'), grain(poly([[12, 470], [28, 482], [70, 408], [54, 396]]), '#c99a62', { count: 4 }), tube('M76 378L98 340', 15, '#c99a62'), knob(18, 480, 10, '#4a4656'), bar([64, 400], [76, 378], 11, '#b9bdcc'),
    tube('M78 384L104 398', 7, '#8a8fa2'), path(ell(112, 402, 25), rad([0.4, 0.34, 0.72], '#ffffff', '#c9ccd8', '#7a7e92')), path(ell(112, 402, 15), rad([0.4, 0.34, 0.72], '#6a6678', '#3a3644')), knob(112, 402, 5, GOLD), tube('M112 402L136 424', 5, '#b9bdcc'), knob(138, 428, 8, '#3a3446'),
    keep(path(ell(384, 312, 13, 18), rad([0.38, 0.32, 0.75], '#ffffff', '#f3eee6', '#c9bfb4')), path('M371 312C371 288 397 288 397 312Z', lin('h', '#ff7a6a', '#d9342f', '#a0201f')), stroke('M384 292L384 284', '#d9342f', 4), stroke('M384 330L384 352C384 368 366 368 366 354', '#8a8fa2', 3), path(poly([[366, 352], [361, 360], [370, 360]]), '#8a8fa2')),
  ]
}
function dumbbell() {
  const c = '#4f5468'
  const plate = (x, y, w, h) => { const L = rr(x, y, w, h, 10); return [vol(L, c, { k: 6, way: 'v', hi: 0.3 }), clip(L, path(rr(x, y + h * 0.3, w, 2), '#fff/.14'), path(rr(x, y + h * 0.66, w, 2), `${DARK}/.4`))] }
  return [tube('M96 100L264 100', 26, '#c3c7d5'), clip(rr(130, 84, 100, 34), range(16).map((i) => stroke(line([126 + i * 7, 84], [134 + i * 7, 118]), '#6a6e82/.7', 2))), body([[12, 46, 24, 108], [38, 26, 30, 148], [70, 8, 36, 184]].map((a) => plate(...a)), [[254, 8, 36, 184], [292, 26, 30, 148], [324, 46, 24, 108]].map((a) => plate(...a))), path(rr(0, 88, 16, 24, 5), chrome('v')), path(rr(344, 88, 16, 24, 5), chrome('v')), keep([88, 272].map((x) => path(rr(x - 7, 62, 14, 76, 5), lin('v', '#ff8a5a', '#e8503f', '#a8302a'))))]
}
function trampoline() {
  const c = '#2f78c8'
  const legAt = (x, back) => { const y = back ? 70 : 104; return tube(`M${x - 22} ${y}L${x - 22} ${back ? 190 : 236}L${x + 22} ${back ? 190 : 236}L${x + 22} ${y}`, 9, back ? '#8a8fa2' : '#b9bdcc') }
  return [
    legAt(150, true), legAt(370, true), legAt(60, false), legAt(260, false), legAt(460, false), body(path('M6 74C6 84 6 92 10 98C40 130 150 150 260 150C370 150 480 130 510 98C514 92 514 84 514 74Z', lin('v', tone(c, -0.1), tone(c, -0.45))), path(ell(260, 74, 254, 66), lin('d', tone(c, 0.3), c, tone(c, -0.2))), inset(ell(260, 74, 254, 66), 0, -3, 2.5, '#ffffff', 0.6)), stroke(range(12).map((i) => { const a = (i * Math.PI) / 6 + 0.2; return line([260 + 216 * Math.cos(a), 74 + 54 * Math.sin(a)], [260 + 252 * Math.cos(a), 74 + 65 * Math.sin(a)]) }).join(''), `${tone(c, -0.5)}/.5`, 2.4),
    keep(path(ell(260, 74, 214, 53), '#24202e'), stroke(range(56).map((i) => { const a = (i * Math.PI) / 28; return line([260 + 196 * Math.cos(a), 75 + 48 * Math.sin(a)], [260 + 213 * Math.cos(a), 74 + 53 * Math.sin(a)]) }).join(''), '#d9dce6', 2), path(ell(260, 76, 196, 47), rad([0.45, 0.35, 0.75], '#5a5468', '#3f3a4c', '#2c2836')), clip(ell(260, 76, 196, 47), stroke(range(30).map((i) => line([40 + i * 16, 20], [60 + i * 14, 130])).join('') + range(9).map((i) => line([60, 34 + i * 11], [460, 34 + i * 11])).join(''), '#fff/.05', 1.4)), stroke(ell(260, 76, 186, 44), '#e8eef8/.7', 2)),
  ]
}
/** A round wooden shaft. */
const shaft = (x, y1, y2, w = 16, c = OAK) => [path(rr(x - w / 2, y1, w, y2 - y1, w * 0.3), lin('h', [0, tone(c, -0.15)], [0.25, tone(c, 0.3)], [0.55, c], [1, tone(c, -0.4)])), grain(rr(x - w / 2, y1, w, y2 - y1, 2), c, { upright: true, count: 4, op: 0.35, long: 0.3 })]
function shovel() {
  const c = '#b9bdcc'
  const blade = smooth([[36, 372, 1], [60, 364], [84, 360, 1], [108, 364], [132, 372, 1], [134, 430], [124, 476], [84, 516], [44, 476], [34, 430]])
  return [shaft(84, 40, 380), body(stroke('M84 70C60 62 46 40 50 22M84 70C108 62 122 40 118 22', '#7a4a26', 13), stroke('M84 70C60 62 46 40 50 22M84 70C108 62 122 40 118 22', OAK, 9), tube('M46 18L122 18', 17, OAK)), path(poly([[72, 318], [96, 318], [102, 376], [66, 376]], 4), chrome()), knob(84, 336, 3.5, '#6a6e82'), body(path(blade, linU([34, 0, 134, 0], '#8a8fa4', '#f0f2f7', c, '#8f93a8', '#74788e')), inset(blade, -3, -4, 4, '#4a4e62', 0.6), inset(blade, 2, 3, 2, '#ffffff', 0.9), clip(blade, blur(5, path(smooth([[84, 372], [96, 420], [84, 490], [72, 420]]), '#565a70', { op: 0.5 })), path(smooth([[20, 470], [60, 486], [110, 480], [150, 466], [150, 530, 1], [20, 530, 1]]), '#7a5236/.55')))]
}
function rake() {
  const c = '#3f8f5a'
  return [shaft(130, 0, 470, 15), path(poly([[121, 430], [139, 430], [142, 480], [118, 480]], 3), chrome()), stroke('M130 470C110 482 60 476 44 496M130 470C150 482 200 476 216 496', '#5a5e72', 7), stroke('M130 470C110 482 60 476 44 496M130 470C150 482 200 476 216 496', '#b9bdcc', 3.6), body(range(13).map((i) => { const x = 22 + i * 18; const d = smooth([[x, 500], [x + 1, 530], [x - 4, 556]], false); return stroke(d, tone(c, -0.45), 8) + stroke(d, tone(c, 0.06), 5.4) + stroke(d, `${tone(c, 0.5)}/.7`, 1.6, { t: 'translate(-1 0)' }) }), vol(rr(8, 492, 244, 17, 7), c, { k: 4 }))]
}
function pitchfork() {
  const tines = [20, 60, 100, 140].map((x, i) => (i === 0 || i === 3 ? smooth([[x, 8], [x, 100], [x + (i ? -14 : 14), 150], [80, 170]], false) : smooth([[x, 4], [x, 120], [80, 170]], false)))
  return [shaft(80, 200, 560, 16), body(tines.map((d) => stroke(d, '#5a5e72', 9) + stroke(d, '#a9adbf', 6.4) + stroke(d, '#f6f8fc', 2, { t: 'translate(-1.2 0)' })), path(poly([[70, 162], [90, 162], [93, 236], [67, 236]], 5), chrome()), path(rr(66, 228, 28, 12, 3), lin('h', '#6a6e82', '#d9dce6', '#5a5e72')))]
}
function ropeCoil() {
  const c = '#d2a467'
  const ringRope = (cx, cy, rx, ry, w) => { const pts = around(cx, cy, rx, ry, 16); return rope(pts, w, c, true) }
  return body(
    range(4).map((i) => [blur(4, path(ell(204, 226 - i * 30 + 12, 166, 46), DARK, { op: 0.3 })), ringRope(200, 226 - i * 30, 160 - (i % 2) * 5, 44, 32)]), path(ell(200, 130, 116, 27), tone(c, -0.68)), ringRope(200, 128, 134, 32, 30), rope([[300, 132], [350, 146], [384, 190], [380, 240], [412, 268]], 24, c), stroke(range(7).map((i) => line([410, 262], [424 + rand(0, 10), 268 + i * 4])).join(''), tone(c, 0.1), 3.4), path(ell(200, 132, 98, 17), `${DARK}/.35`),
  )
}
function sword() {
  const blade = poly([[62, 330], [62, 40], [80, 4], [98, 40], [98, 330]], [0, 6, 2, 6, 0])
  return [
    body(path(blade, steelBlade(62, 98)), clip(blade, path(rr(77, 30, 6, 300, 3), '#6a6e84/.7'), blur(2, path(poly([[64, 60], [70, 60], [70, 250], [64, 300]]), '#ffffff', { op: 0.8 })), path(rr(50, 300, 60, 34), lin('v', `${DARK}/0`, `${DARK}/.35`)))), vol(smooth([[4, 326], [16, 318], [50, 326], [80, 324], [110, 326], [144, 318], [156, 326], [152, 344], [140, 346], [110, 342], [80, 348], [50, 342], [20, 346], [8, 344]]), GOLD, { k: 5 }), knob(10, 334, 11, GOLD), knob(150, 334, 11, GOLD), path(ell(80, 335, 10), rad([0.38, 0.32, 0.72], '#ff9aa8', '#d9263f', '#7a0f24')),
    path(rr(68, 346, 24, 96, 6), lin('h', '#4a2418', '#a8623a', '#6d3822', '#34180f')), range(8).map((i) => stroke(line([68, 360 + i * 11], [92, 352 + i * 11]), '#e9c27a', 2.4)), vol(rr(64, 342, 32, 9, 3), GOLD, { k: 2 }), knob(80, 456, 18, GOLD), path(ell(80, 456, 7), rad([0.38, 0.32, 0.72], '#9ad0ff', '#2f6fd0', '#12306a')),
  ]
}
function katana() {
  const blade = smooth([[70, 344, 1], [74, 240], [72, 140], [60, 50], [50, 6, 1], [66, 22], [84, 80], [94, 170], [95, 260], [92, 344, 1]])
  return [
    body(path(blade, linU([58, 0, 98, 0], '#8a8ea2', '#ffffff', '#cfd3e0', '#8d91a6')), clip(blade, path(smooth([[66, 350], [70, 240], [68, 140], [56, 50], [50, 6], [64, 40], [74, 80], [82, 170], [83, 260], [80, 350]]), '#f8fafd/.75'), stroke(smooth([[80, 346], [82, 300], [78, 270], [82, 230], [78, 190], [78, 150], [72, 110], [70, 80], [62, 46]], false), '#9a9eb2', 1.6))), path(rr(68, 334, 26, 14, 2), gilt()), path(ell(81, 352, 34, 9), '#3a2c22'), path(ell(81, 350, 34, 9), gilt('d')),
    path(rr(68, 358, 26, 120, 7), '#2f2a3c'), clip(rr(68, 358, 26, 120, 7), range(8).map((i) => path(poly([[81, 358 + i * 16], [89, 366 + i * 16], [81, 374 + i * 16], [73, 366 + i * 16]]), '#f3ead6')), stroke(range(9).map((i) => line([66, 358 + i * 16], [96, 374 + i * 16]) + line([96, 358 + i * 16], [66, 374 + i * 16])).join(''), '#8f2432', 5), path(rr(68, 358, 26, 120), lin('h', '#fff/.15', '#fff/0', `${DARK}/.45`))), path(rr(66, 470, 30, 14, 5), gilt()), body(tube('M94 366C120 372 116 400 108 420', 5, '#b8283c')), stroke(range(5).map((i) => line([108, 420], [100 + i * 4, 446])).join(''), '#b8283c', 2.6),
  ]
}
function spear() {
  const head = smooth([[40, 4, 1], [58, 60], [64, 104], [50, 138], [40, 146, 1], [30, 138], [16, 104], [22, 60]])
  return [shaft(40, 150, 640, 14, '#9a6238'), body(path(head, steelBlade(16, 64)), inset(head, -2, -3, 2.5, '#4a4e62', 0.6)), turned(lathe(40, [[8, 136, 1], [9, 150], [11, 176, 1]], 0.2), GOLD, { finish: 'metal' }), keep(path(rr(30, 176, 20, 40, 3), lin('h', '#7a1f24', '#e0564f', '#8f2428')), stroke([184, 192, 200, 208].map((y) => line([30, y], [50, y - 3])).join(''), '#f3c55a', 2.4), [[-1, 24], [1, 20]].map(([s, l]) => [stroke(smooth([[40 + s * 8, 214], [40 + s * 18, 230], [40 + s * 16, 240 + l]], false), '#a83238', 4), path(smooth([[40 + s * 16, 234 + l, 1], [40 + s * 26, 262 + l], [40 + s * 18, 292 + l, 1], [40 + s * 6, 264 + l]]), lin('h', '#ffffff', '#c9bfb4'))])), path(ell(40, 640, 7, 4), '#5a3620')]
}
function treasureMap() {
  const c = '#ecd09a'
  const sheet = smooth([[14, 40, 1], [60, 30], [66, 40], [140, 26], [210, 34], [280, 24], [340, 34], [400, 26, 1], [406, 90], [396, 130], [408, 200], [398, 240], [410, 300, 1], [340, 312], [300, 302], [220, 314], [150, 304], [80, 316], [10, 306, 1], [18, 240], [6, 190], [16, 120]])
  const roll = (y, s) => { const d = smooth([[0, y], [10, y - 17], [210, y - 21], [410, y - 17], [424, y], [410, y + 15], [210, y + 18], [10, y + 15]]); return [path(d, lin('v', tone(c, -0.2), tone(c, 0.3), c, tone(c, -0.42))), stroke(ell(6, y, 5, 12), `${tone(c, -0.5)}/.6`, 2), stroke(ell(418, y, 5, 12), `${tone(c, -0.5)}/.6`, 2)] }
  const trail = walk(smooth([[70, 250], [110, 210], [150, 232], [200, 200], [230, 150], [280, 160], [320, 110]], false), 27)
  return [
    body(path(sheet, lin('v', tone(c, -0.1), tone(c, 0.1), c, tone(c, -0.16))), clip(sheet, [[60, 80, 50], [360, 250, 60], [200, 60, 36], [300, 60, 30]].map(([x, y, r]) => blur(12, path(ell(x, y, r, r * 0.7), tone(c, -0.3), { op: 0.5 })))), inset(sheet, -6, -6, 9, '#8a5a24', 0.6), inset(sheet, 6, 6, 9, '#8a5a24', 0.4)),
    keep(path(smooth([[56, 236], [50, 180], [90, 140], [150, 130], [190, 96], [250, 84], [330, 80], [366, 116], [350, 170], [300, 200], [270, 246], [200, 262], [120, 276], [76, 268]]), '#c9a25a/.5'), stroke(smooth([[56, 236], [50, 180], [90, 140], [150, 130], [190, 96], [250, 84], [330, 80], [366, 116], [350, 170], [300, 200], [270, 246], [200, 262], [120, 276], [76, 268]]), '#7a4a1c', 3), stroke(trail.filter((_, i) => i % 2 === 0 && i < 26).map(([x, y], i) => { const [a, b] = trail[i * 2 + 1] ?? trail.at(-1); return line([x, y], [a, b]) }).join(''), '#a8281f', 5), stroke('M306 96L334 124M334 96L306 124', '#c8281f', 10), [[110, 170], [128, 160], [146, 174]].map(([x, y]) => path(poly([[x - 14, y + 12], [x, y - 14], [x + 14, y + 12]], 2), '#9a6a34')), [[240, 226], [256, 214], [228, 210]].map(([x, y]) => [stroke(line([x, y + 12], [x, y]), '#6a4420', 3), path(ell(x, y - 5, 9, 8), '#6d8a3c')]), stroke([[44, 96], [60, 108], [360, 214], [376, 226]].map(([x, y]) => smooth([[x, y], [x + 7, y - 5], [x + 14, y], [x + 21, y - 5], [x + 28, y]], false)).join(''), '#5a86a0', 2.6),
      path(star(360, 264, 32, 9, 4), '#8a5224'), path(star(360, 264, 20, 7, 4, -Math.PI / 4), '#c08a44'), path(ell(360, 264, 5), '#f3dca8'), path(poly([[360, 222], [366, 236], [354, 236]]), '#b8281f')),
    body(roll(32), roll(308)),
  ]
}
function walkingStick() {
  const c = '#8a5230'
  const d = 'M74 470L74 90C74 20 178 14 180 84C180 100 176 108 170 114'
  return [body(tube(d, 21, c)), clip(rr(62, 60, 24, 400), grain(rr(62, 60, 24, 400), c, { upright: true, count: 5, op: 0.4, long: 0.2 })), path(rr(62, 128, 24, 22, 3), gilt()), path(rr(63, 452, 22, 34, [2, 2, 8, 8]), lin('h', '#3a3644', '#7a7688', '#2a2632'))]
}
function staff() {
  const c = '#8a5a34'
  const wand = smooth([[64, 620, 1], [62, 480], [68, 340], [60, 220], [52, 170], [26, 130], [22, 80], [48, 40], [84, 32], [108, 54], [112, 78], [96, 66], [80, 58], [56, 66], [44, 90], [52, 120], [82, 146], [92, 180], [86, 260], [90, 360], [84, 480], [84, 620, 1]])
  const crystal = poly([[88, 74], [112, 96], [104, 140], [84, 156], [64, 136], [62, 98]], 3)
  return [
    lit(blur(7, path(ell(86, 112, 26, 38), '#7fe0ff', { op: 0.6 }))), body(vol(wand, c, { k: 7, way: 'h' }), grain(wand, c, { upright: true, count: 10, op: 0.5, long: 0.2 })),
    lit(path(crystal, lin('d', '#d9fbff', '#5ac8f5', '#2f7fd8')), path(poly([[88, 74], [112, 96], [86, 104], [62, 98]], 1), '#eaffff/.9'), path(poly([[86, 104], [112, 96], [104, 140], [84, 156]], 1), '#2f86e0/.45'), path(poly([[66, 102], [84, 106], [80, 140], [68, 132]], 1), '#ffffff/.5')), body(tube(smooth([[50, 120], [70, 128], [92, 152], [84, 172]], false), 9, tone(c, -0.05)), tube(smooth([[112, 78], [118, 96], [112, 118]], false), 7, tone(c, -0.1))), range(5).map((i) => stroke(line([60, 372 + i * 10], [90, 366 + i * 10]), '#d9a441', 5)), path(rr(60, 604, 26, 20, 4), gilt()),
  ]
}
function torch() {
  const c = '#8a5a34'
  return [
    flame(90, 176, 104, 172, 8), flame(76, 176, 50, 90, -8), flame(112, 178, 46, 80, 10), body(path(poly([[70, 200], [110, 200], [100, 460], [82, 460]], 6), lin('h', [0, tone(c, -0.1)], [0.3, tone(c, 0.28)], [0.6, c], [1, tone(c, -0.4)])), grain(poly([[70, 200], [110, 200], [100, 460], [82, 460]]), c, { upright: true, count: 7, op: 0.45, long: 0.25 })),
    keep(vol(smooth([[58, 166], [122, 166], [124, 190], [112, 224], [68, 224], [56, 190]]), '#6a4a3a', { k: 6 }), clip(smooth([[58, 166], [122, 166], [124, 190], [112, 224], [68, 224], [56, 190]]), range(5).map((i) => stroke(line([50, 184 + i * 12], [130, 172 + i * 12]), '#3a2620', 3)), range(5).map((i) => stroke(line([50, 180 + i * 12], [130, 168 + i * 12]), '#b98a64/.6', 2)))), [228, 300].map((y) => path(rr(y < 250 ? 66 : 72, y, y < 250 ? 48 : 36, 13, 3), lin('h', '#4a4656', '#b9bdcc', '#3a3644'))),
  ]
}
function flatTv() {
  const screen = rr(18, 16, 484, 272, 4)
  return [
    path(smooth([[150, 344, 1], [160, 334], [260, 330], [360, 334], [370, 344, 1]]), lin('v', '#6a6678', '#34303e')), path(rr(146, 340, 228, 10, 4), lin('v', '#4a4656', '#24202c')), path(poly([[236, 300], [284, 300], [290, 336], [230, 336]]), lin('h', '#3a3644', '#6a6678', '#2f2b38')),
    body(vol(rr(4, 4, 512, 300, 9), '#3a3644', { k: 4 })), lit(path(screen, linU([18, 16, 400, 288], '#2f5fb0', '#5aa0e0', '#f7b27a', '#f2785a'))), keep(clip(screen, lit(path(ell(330, 196, 44), rad([0.5, 0.5, 0.5], '#fff6cf', '#ffe08a')), blur(16, path(ell(330, 196, 80), '#ffd98a', { op: 0.5 })), path(smooth([[0, 230], [90, 170], [150, 206], [230, 150], [300, 210], [380, 176], [460, 220], [520, 196, 1], [520, 300, 1], [0, 300, 1]]), '#6a4f8f/.9'), path(smooth([[0, 256], [120, 216], [240, 250], [380, 222], [520, 256, 1], [520, 300, 1], [0, 300, 1]]), '#3a3468'), [[100, 70, 60], [170, 90, 44], [410, 60, 50]].map(([x, y, r]) => blur(5, path(ell(x, y, r, r * 0.22), '#ffffff', { op: 0.5 })))), path(poly([[60, 16], [220, 16], [80, 288], [18, 288], [18, 120]]), '#fff/.1'))), inset(screen, 2, 3, 3, DARK, 0.6), lit(path(ell(260, 296, 4, 2.4), '#e8504f')), path(rr(10, 6, 500, 2), '#fff/.3'),
  ]
}
function vinylRecord() {
  const sleeve = rr(4, 6, 290, 290, 5)
  return [
    path(ell(268, 151, 136), rad([0.45, 0.4, 0.62], '#5a5464', '#2f2b38', '#4a4454', '#2a2632')), stroke(range(13).map((i) => ell(268, 151, 128 - i * 6)).join(''), '#7a7488/.5', 1.2), clip(ell(268, 151, 136), blur(4, path(poly([[268, 151], [420, 70], [440, 130]]), '#ffffff', { op: 0.35 }), path(poly([[268, 151], [420, 230], [380, 280]]), '#ffffff', { op: 0.25 }))), path(ell(268, 151, 44), '#e8504f'), path(ell(268, 151, 6), '#f3efe6'), clip(ell(268, 151, 136), blur(4, path(rr(280, 10, 24, 284), DARK, { op: 0.5 }))),
    body(path(sleeve, linU([4, 6, 294, 296], '#f2a53a', '#e8604a', '#8f4a9a'))), keep(clip(sleeve, path(ell(149, 176, 84), '#fbe08a'), range(7).map((i) => path(rr(50, 190 + i * 13, 200, 4 + i * 1.1), '#c8485a')), path(smooth([[0, 300, 1], [0, 246], [60, 220], [120, 252], [180, 226], [240, 250], [300, 230, 1], [300, 300, 1]]), '#4a3a78'), range(5).map((i) => stroke(line([30, 34 + i * 9], [30 + [150, 110, 130, 60, 90][i], 34 + i * 9]), i === 0 ? '#fff' : '#fff/.7', i === 0 ? 6 : 2.6)).slice(0, 3))), inset(sleeve, -3, -3, 4, DARK, 0.35), inset(sleeve, 2, 2, 2, '#ffffff', 0.5), clip(sleeve, path(poly([[40, 6], [120, 6], [30, 296], [4, 296], [4, 120]]), '#fff/.12')),
  ]
}
function speaker() {
  const c = '#8a5a3c'
  const coneAt = (x, y, r) => [path(ell(x, y, r * 1.12), rad([0.4, 0.34, 0.75], '#6a6678', '#34303e')), path(ell(x, y, r), lin('d', '#1f1b26', '#5a5566')), path(ell(x, y, r * 0.88), rad([0.5, 0.5, 0.5], [0, '#34303e'], [0.5, '#4a4656'], [0.86, '#5d586a'], [1, '#3a3644'])), stroke([0.5, 0.62, 0.74].map((k) => ell(x, y, r * k)).join(''), '#24202c/.5', 1.6), path(ell(x, y, r * 0.36), rad([0.36, 0.3, 0.78], '#b9b4c6', '#6a6578', '#34303e')), clip(ell(x, y, r * 0.88), blur(r * 0.07, path(poly([[x, y], [x - r, y - r * 0.7], [x - r * 0.5, y - r]]), '#ffffff', { op: 0.25 }))), around(x, y, r * 1.06, r * 1.06, 6, 0.5).map(([a, b]) => knob(a, b, 3.5, '#b9bdcc'))]
  return [[30, 190].map((x) => path(rr(x, 424, 34, 14, 3), '#2f2b38')), body(wood(rr(4, 4, 246, 424, 10), c, { upright: true, k: 5 })), path(rr(20, 20, 214, 392, 6), lin('d', '#4a4656', '#2c2834')), inset(rr(20, 20, 214, 392, 6), 3, 4, 4, DARK, 0.7), keep(coneAt(127, 96, 48), coneAt(127, 266, 84), path(ell(60, 386, 12), '#1a1720'), path(ell(194, 386, 12), '#1a1720'), path(rr(104, 382, 46, 11, 2), gilt('h')))]
}
function vendingMachine() {
  const c = '#d8343c'
  const win = rr(26, 60, 180, 300, 6)
  const cans = ['#e8504f', '#3f8fd6', '#f2b83a', '#4fae5a', '#9a5fc4', '#f08a3c']
  const can = (x, y, k) => [path(rr(x, y, 23, 44, 4), lin('h', [0, tone(k, -0.3)], [0.3, tone(k, 0.4)], [0.6, k], [1, tone(k, -0.4)])), path(rr(x, y + 17, 23, 11), '#fff/.8'), path(ell(x + 11.5, y + 1, 10, 2.6), '#e6e9f1'), path(ell(x + 11.5, y + 43, 10, 2.6), '#8a8fa2')]
  return [
    [24, 244].map((x) => path(rr(x, 484, 40, 12, 3), '#2f2b38')), body(vol(rr(4, 4, 302, 484, 12), c, { k: 8, way: 'h' }), clip(rr(4, 4, 302, 484, 12), blur(6, path(rr(14, 14, 14, 460, 6), '#ffffff', { op: 0.4 })))), lit(path(rr(26, 16, 258, 34, 6), lin('v', '#fffaf0', '#ffe9c0'))), keep(stroke(smooth([[60, 40], [76, 24], [92, 40], [108, 24], [124, 40]], false), c, 6), range(3).map((i) => path(star(168 + i * 34, 34, 11, 5, 5), c))),
    lit(path(win, lin('v', '#eaf6fd', '#bfe0f2'))), keep(clip(win, range(5).map((r) => [range(6).map((k) => can(34 + k * 28, 72 + r * 57, cans[(k * 5 + r * 2) % 6])), path(rr(26, 116 + r * 57, 180, 12), lin('v', '#f3f5fa', '#8a8fa2')), range(6).map((k) => path(rr(38 + k * 28, 119 + r * 57, 15, 6, 1), '#3a3644'))]))), inset(win, 4, 5, 5, DARK, 0.5), path(poly([[50, 60], [120, 60], [60, 360], [26, 360], [26, 180]]), '#fff/.18'), stroke(win, '#8a8fa2', 4),
    path(rr(220, 64, 68, 190, 6), lin('v', '#5a5566', '#34303e')), keep(lit(path(rr(228, 72, 52, 24, 3), '#6ff0c0')), range(12).map((i) => path(rr(230 + (i % 3) * 17, 106 + Math.floor(i / 3) * 17, 14, 13, 3), lin('v', '#ffffff', '#b9bdcc'))), path(rr(250, 184, 8, 30, 3), '#1f1b26'), path(rr(238, 222, 34, 9, 3), chrome('v')), path(rr(236, 238, 38, 6, 2), '#1f1b26')), path(rr(40, 384, 152, 66, 8), '#2f2b38'), inset(rr(40, 384, 152, 66, 8), 4, 6, 6, '#000000', 0.6), path(poly([[46, 390], [186, 390], [182, 420], [50, 420]], 3), lin('v', '#8a8fa2', '#4a4656')), path(rr(222, 396, 62, 40, 6), '#2f2b38'), body(path(rr(4, 464, 302, 24, [0, 0, 10, 10]), lin('v', tone(c, -0.2), tone(c, -0.5)))),
  ]
}
function washingMachine() {
  const c = '#f1f3f6'
  return [
    [28, 266].map((x) => path(rr(x, 372, 34, 12, 3), '#4a4656')), path(poly([[8, 20], [22, 4], [308, 4], [322, 20]], 4), lin('v', '#ffffff', tone(c, -0.1))), body(vol(rr(4, 14, 322, 362, 10), c, { k: 8, lo: 0.16 }), path(rr(4, 14, 322, 70, 10), lin('v', '#ffffff', tone(c, -0.1)))), stroke('M6 86L324 86', `${tone(c, -0.4)}/.7`, 3), path(rr(18, 28, 96, 44, 6), lin('v', tone(c, -0.04), tone(c, -0.16))), path(rr(46, 40, 40, 8, 4), '#8a8fa2'), path(ell(178, 50, 25), `${DARK}/.2`), path(ell(178, 47, 24), chrome('d')), path(ell(178, 47, 17), rad([0.4, 0.34, 0.72], '#ffffff', '#d9dce6', '#a9adbf')), stroke('M178 47L188 34', '#e8504f', 4), keep(path(rr(224, 32, 86, 34, 5), '#2f2b3a'), lit(stroke('M234 42L246 42L246 49L234 49L234 56L246 56M256 42L256 56L268 56L268 42L256 42M278 48L298 48', '#7fe0ff', 3))),
    path(ell(165, 226, 122), chrome('d')), path(ell(165, 226, 108), lin('d', '#6a6e82', '#c3c7d5')), lit(path(ell(165, 226, 94), rad([0.45, 0.4, 0.62], '#7fb8dc', '#4f84ac', '#2f4f70'))), keep(clip(ell(165, 226, 94), path(smooth([[60, 250], [110, 214], [150, 240], [200, 206], [270, 240], [270, 330], [60, 330]]), '#e8606a'), path(smooth([[60, 280], [120, 250], [180, 276], [270, 250], [270, 330], [60, 330]]), '#f2c04a'), path(smooth([[90, 260], [130, 236], [160, 262], [140, 296], [100, 290]]), '#f6f3ee'), path(smooth([[180, 264], [220, 236], [256, 262], [230, 300], [190, 296]]), '#4f9ad8'), range(26).map(() => { const r = rand(5, 13); return path(ell(rand(80, 250), rand(196, 258), r), rad([0.36, 0.3, 0.75], '#ffffff/.95', '#d6eefb/.6', '#8fc4e6/.5')) }))), inset(ell(165, 226, 94), 6, 8, 8, DARK, 0.5), clip(ell(165, 226, 94), path(smooth([[80, 226], [96, 170], [150, 138], [200, 140], [140, 166], [108, 220], [104, 270]]), '#fff/.3')), path(rr(268, 200, 18, 52, 7), chrome()), path(rr(40, 346, 250, 18, 4), lin('v', tone(c, -0.06), tone(c, -0.18))),
  ]
}
function vacuumCleaner() {
  const c = '#d8463f'
  const shell = smooth([[92, 330], [96, 230], [112, 170], [140, 146], [170, 150], [190, 180], [200, 240], [202, 330]])
  const headShape = smooth([[40, 400], [52, 362], [100, 340], [200, 338], [250, 356], [276, 388], [280, 414], [262, 420], [60, 420], [42, 414]])
  return [
    tube('M150 160L116 40C110 16 84 10 70 22', 15, '#4a4656'), tube('M76 18C70 22 66 30 70 38', 19, '#2f2b38'), stroke('M188 300C236 290 230 220 196 190', '#2f2b38', 12), stroke('M188 300C236 290 230 220 196 190', '#6a6678', 3), body(vol(shell, c, { k: 15, way: 'h' })), path(smooth([[110, 318], [112, 250], [124, 216], [148, 206], [170, 216], [180, 250], [184, 318], [148, 326]]), lin('h', '#8fb8d0/.9', '#e6f4fb/.9', '#7fa8c4/.9')), clip(smooth([[110, 318], [112, 250], [124, 216], [148, 206], [170, 216], [180, 250], [184, 318], [148, 326]]), path(smooth([[100, 290], [130, 280], [160, 292], [190, 280], [190, 340], [100, 340]]), '#a89a90/.8'), blur(3, path(rr(120, 226, 11, 86, 5), '#ffffff', { op: 0.9 }))), clip(shell, blur(5, path(ell(128, 180, 10, 24), '#ffffff', { op: 0.6, t: 'rotate(24 128 180)' }))), path(ell(154, 182, 11), '#3a3644'), lit(path(ell(154, 182, 6), '#7ff0a0')), path(rr(100, 326, 96, 24, 8), lin('v', '#5a5566', '#2f2b38')),
    body(vol(headShape, c, { k: 10, hi: 0.24 })), clip(headShape, blur(5, path(ell(130, 366, 60, 8), '#ffffff', { op: 0.5 }))), lit(path(rr(88, 380, 40, 14, 7), '#fff6cf')), lit(path(rr(188, 380, 40, 14, 7), '#fff6cf')), path(rr(38, 408, 246, 18, 7), lin('v', '#4a4656', '#24202c')), [70, 250].map((x) => path(ell(x, 420, 15), rad([0.4, 0.34, 0.72], '#6a6678', '#24202c'))),
  ]
}
function fan() {
  const c = '#3fa3b8'
  const blade = (a) => group([path(smooth([[150, 140], [128, 120], [112, 84], [124, 52], [156, 46], [180, 62], [176, 100], [160, 130]]), lin('d', tone(c, 0.4), tone(c, 0.05), tone(c, -0.3)), { op: 0.92 })], { t: `rotate(${a} 150 144)` })
  const wires = stroke(range(36).map((i) => { const a = (i * Math.PI) / 18; return smooth([[150 + 34 * Math.cos(a), 144 + 34 * Math.sin(a)], [150 + 90 * Math.cos(a + 0.14), 144 + 90 * Math.sin(a + 0.14)], [150 + 132 * Math.cos(a + 0.1), 144 + 132 * Math.sin(a + 0.1)]], false) }).join(''), '#f3f5fa/.9', 2.2)
  return [
    body(turned(lathe(150, [[12, 250, 1], [10, 300], [14, 340, 1]], 0.2), c, {}), turned(lathe(150, [[30, 334, 1], [84, 346], [96, 362], [96, 374, 1]], 0.18), c, { streak: [0.1, 0.7] })), [126, 150, 174].map((x, i) => [path(ell(x, 358, 9, 5.5), '#f3f5fa'), path(ell(x, 356.5, 8, 4.5), i ? '#ffffff' : '#f2a53a')]),
    path(ell(150, 144, 136), '#e6f0f6/.25'), stroke(ell(150, 144, 134), '#6a7088', 6), body([0, 90, 180, 270].map((a) => blade(a + 12))), path(ell(150, 144, 40), rad([0.4, 0.34, 0.72], tone(c, 0.3), c, tone(c, -0.35))), wires, stroke([60, 98].map((r) => ell(150, 144, r)).join(''), '#f3f5fa/.9', 2.4), stroke(ell(150, 144, 134), '#f6f8fc', 4), stroke(ell(150, 144, 138), '#9aa0b4', 3), body(path(ell(150, 144, 33), rad([0.38, 0.32, 0.75], tone(c, 0.5), c, tone(c, -0.35)))), path(ell(150, 144, 14), rad([0.4, 0.34, 0.72], '#ffffff', '#d9dce6')),
  ]
}
function sewingMachine() {
  const c = '#2f6f78'
  const arm = smooth([[30, 66, 1], [40, 48], [70, 42], [300, 44], [350, 52], [372, 80], [376, 260, 1], [288, 260, 1], [286, 150], [264, 128], [110, 122], [100, 150], [96, 168, 1], [40, 168, 1], [32, 130]])
  return [
    keep(turned(lathe(200, [[11, 4, 1], [12, 10], [9, 40, 1]], 0.24), '#e8504f', { over: stroke(range(8).map((i) => line([186, 10 + i * 4], [214, 8 + i * 4])).join(''), '#a8282f/.6', 1.4) }), path(ell(200, 4, 12, 3.4), '#f3dcae'), path(ell(200, 40, 14, 4), '#d9b882')), path(ell(386, 104, 14, 50), lin('h', '#6a6e82', '#e6e9f1', '#8a8fa2')), path(ell(392, 104, 12, 46), chrome('v')), path(ell(394, 104, 6, 22), tone(c, -0.3)),
    tube('M68 168L68 210', 9, '#b9bdcc'), stroke('M68 210L68 246', '#e6e9f1', 3), path(poly([[52, 232], [88, 232], [92, 246], [48, 246]], 3), chrome()), body(vol(arm, c, { k: 14, hi: 0.26 }), clip(arm, blur(5, stroke(smooth([[50, 60], [200, 54], [330, 62]], false), '#ffffff', 8, { op: 0.5 })))),
    keep(stroke(smooth([[130, 84], [160, 70], [190, 92], [220, 72], [250, 92], [280, 76]], false), GOLD, 3.6), [[146, 92], [206, 96], [264, 96]].map(([x, y]) => [path(smooth([[x, y - 10], [x + 10, y], [x, y + 8], [x - 10, y]]), GOLD), knob(x, y, 3, '#fff0b4')]), stroke(rr(308, 160, 52, 80, 6), GOLD, 3), path(star(334, 200, 18, 8, 8), GOLD), path(rr(44, 70, 40, 84, 5), chrome('h')), stroke(range(5).map((i) => smooth([[52, 84 + i * 14], [64, 78 + i * 14], [76, 84 + i * 14]], false)).join(''), '#6a6e82', 2), knob(110, 108, 9, STEEL), knob(334, 120, 13, '#c9ccd8')), stroke('M200 8C160 30 90 20 66 44L64 70', '#e8504f', 2), stroke('M68 168L68 250', '#e8504f', 1.6),
    body(path(poly([[16, 244], [384, 244], [396, 262], [4, 262]], 4), lin('v', tone(c, 0.3), tone(c, -0.05)))), path(poly([[36, 246], [110, 246], [106, 260], [28, 260]], 2), chrome()), wood(rr(-6, 260, 414, 50, 6), WALNUT, { k: 3.4 }), keep(path(smooth([[-30, 250, 1], [30, 246], [70, 250], [96, 254, 1], [90, 262, 1], [10, 266], [-10, 300, 1], [-44, 296, 1]]), lin('d', '#f7a8b8', '#e87f96')), stitches([[66, 252], [-26, 256]], '#fff', { length: 5, gap: 4 }), range(5).map((i) => path(ell(-24 + i * 15, 262 + (i % 2) * 9, 3.4), '#fff/.85'))), path(rr(170, 280, 60, 10, 4), gilt('v')),
  ]
}
function calculator() {
  const c = '#4f5a78'
  return [body(path(rr(6, 10, 218, 316, 22), tone(c, -0.5)), vol(rr(4, 4, 218, 314, 22), c, { k: 9 })), path(rr(22, 22, 182, 70, 8), '#2f3448'), lit(path(rr(27, 28, 172, 58, 5), lin('v', '#c9dcb8', '#dcebc8'))), inset(rr(27, 28, 172, 58, 5), 3, 4, 4, DARK, 0.4), keep(stroke('M112 44L124 44L124 57L112 57L112 70L124 70M136 44L136 57L148 57M148 44L148 70M160 44L172 44L172 70L160 70L160 44M186 44L186 70', '#3a4a34', 4.4), range(20).map((i) => { const [x, y] = [24 + (i % 4) * 46, 106 + Math.floor(i / 4) * 41]; const k = i === 19 ? '#f0873a' : i % 4 === 3 ? '#f2b04a' : i < 3 ? '#b9bfd0' : '#f3f4f7'; return [path(rr(x, y + 4, 40, 32, 8), `${DARK}/.4`), path(rr(x, y, 40, 32, 8), lin('v', tone(k, 0.3), k, tone(k, -0.14))), i % 4 === 3 ? stroke([`M${x + 14} ${y + 10}L${x + 26} ${y + 22}M${x + 26} ${y + 10}L${x + 14} ${y + 22}`, `M${x + 12} ${y + 16}L${x + 28} ${y + 16}`, `M${x + 12} ${y + 16}L${x + 28} ${y + 16}M${x + 20} ${y + 8}L${x + 20} ${y + 24}`, `M${x + 12} ${y + 12}L${x + 28} ${y + 12}M${x + 12} ${y + 20}L${x + 28} ${y + 20}`, `M${x + 12} ${y + 12}L${x + 28} ${y + 12}M${x + 12} ${y + 20}L${x + 28} ${y + 20}`][Math.floor(i / 4)], '#ffffff', 3.4) : DIGITS(i, x, y)] }))]
}
/** The figures on a calculator's keys, as strokes. */
const DIGITS = (i, x, y) => {
  const shapes = { 0: 'M15 8L25 8L25 24L15 24Z', 1: 'M20 8L20 24', 2: 'M15 8L25 8L25 16L15 16L15 24L25 24', 3: 'M15 8L25 8L25 24L15 24M17 16L25 16', 4: 'M15 8L15 16L25 16M25 8L25 24', 5: 'M25 8L15 8L15 16L25 16L25 24L15 24', 6: 'M25 8L15 8L15 24L25 24L25 16L15 16', 7: 'M15 8L25 8L25 24', 8: 'M15 8L25 8L25 24L15 24ZM15 16L25 16', 9: 'M25 16L15 16L15 8L25 8L25 24L15 24' }
  const which = { 4: 7, 5: 8, 6: 9, 8: 4, 9: 5, 10: 6, 12: 1, 13: 2, 14: 3, 16: 0 }[i]
  if (which === undefined) return path(i === 17 ? ell(x + 20, y + 22, 3) : rr(x + 13, y + 14, 14, 4, 2), '#3a4054')
  return stroke(shapes[which].replace(/(\d+) (\d+)/g, (_, a, b) => `${x + Number(a)} ${y + Number(b)}`), '#3a4054', 3.2)
}
function paperBag() {
  const c = '#c99a64'
  const front = poly([[40, 130], [236, 138], [240, 400], [44, 408]], 2)
  const side = poly([[236, 138], [290, 118], [290, 380], [240, 400]], 2)
  const zig = `M40 142L${range(15).map((i) => `${40 + i * 14} ${i % 2 ? 128 : 140}`).join('L')}L236 138L236 180L40 180Z`
  return [
    path(poly([[40, 136], [100, 112], [290, 118], [236, 140]]), tone(c, -0.6)), keep(
      turn(16, 90, 140, vol(smooth([[70, -10], [86, -26], [104, -14], [112, 60], [110, 200], [78, 200], [68, 60]]), '#dfa052', { k: 6 }), range(4).map((i) => path(smooth([[72, 10 + i * 34], [92, 4 + i * 34], [108, 16 + i * 34], [90, 20 + i * 34]]), '#f7deb0'))), [[176, 40, -18], [196, 30, -4], [214, 44, 12]].map(([x, y, a]) => group([path(smooth([[-8, 120, 1], [-9, 30], [-26, -6], [-14, -26], [0, -30], [16, -24], [24, -2], [9, 30], [8, 120, 1]]), lin('v', '#3f8a3c', '#7fc05a', '#dff0c0', '#ffffff')), stroke('M-4 30L-14 -12M4 30L12 -14M0 30L0 -22', '#2f6f30/.6', 2)], { t: `translate(${x} ${y}) rotate(${a})` })), vol(ell(140, 124, 36, 34), '#e0453f', { k: 9 }), path(smooth([[140, 92], [146, 78], [160, 74], [152, 88]]), '#6fae4a'), vol(ell(206, 128, 33, 31), '#f2a83a', { k: 8 }), vol(ell(98, 138, 26, 26), '#8fbf4f', { k: 7 }), vol(smooth([[226, 100], [250, 60], [262, 66], [262, 140], [232, 140]]), '#f6f3ee', { k: 4 }), path(poly([[226, 96], [262, 90], [262, 116], [226, 120]]), '#4f9ad8'))
    , body(path(side, lin('h', tone(c, -0.18), tone(c, -0.36))), path(poly([[264, 126], [264, 392], [240, 400], [236, 138]]), `${DARK}/.12`), path(front, lin('d', tone(c, 0.22), c, tone(c, -0.12))), path(zig, lin('v', tone(c, 0.3), c)), clip(front, [[70, 190, 110, 260, 90, 330], [200, 180, 170, 270, 210, 360], [120, 300, 150, 330, 140, 390]].map(([a, b, e, f, g, h]) => fold(smooth([[a, b], [e, f], [g, h]], false), 7, { dark: 0.14, light: 0.2 })), blur(6, path(rr(30, 376, 220, 36), DARK, { op: 0.2 })))), keep(path(smooth([[140, 250], [112, 236], [108, 268], [126, 300], [140, 312], [154, 300], [172, 268], [168, 236]]), '#4f8f4a/.9'), stroke('M140 304L140 236', '#2f6f38', 3)),
  ]
}
function sack() {
  const c = '#c9a46c'
  const bag = smooth([[110, 98, 1], [84, 130], [36, 190], [14, 270], [26, 340], [80, 368], [160, 374], [240, 368], [292, 340], [306, 270], [284, 190], [236, 130], [210, 98, 1], [160, 108]])
  const top = smooth([[112, 92, 1], [96, 60], [70, 34], [94, 22], [110, 30], [130, 8], [156, 22], [180, 6], [204, 28], [226, 18], [246, 36], [222, 62], [208, 92, 1], [160, 102]])
  const weave = (d) => clip(d, stroke(range(46).map((i) => line([i * 7.2, 0], [i * 7.2 + rand(-3, 3), 380])).join(''), `${tone(c, -0.4)}/.2`, 1.6, { cap: 'butt' }), stroke(range(52).map((i) => line([0, i * 7.4], [320, i * 7.4 + rand(-3, 3)])).join(''), `${tone(c, 0.5)}/.22`, 1.6, { cap: 'butt' }))
  return [body(vol(bag, c, { k: 26, hi: 0.2 }), weave(bag), clip(bag, [[140, 104, 110, 160, 70, 240], [160, 106, 156, 180, 150, 260], [182, 104, 214, 160, 250, 230]].map(([a, b, e, f, g, h]) => fold(smooth([[a, b], [e, f], [g, h]], false), 11, { dark: 0.28, light: 0.22 })), fold(smooth([[60, 330], [140, 346], [220, 336]], false), 10, { dark: 0.14, light: 0.12 })), vol(top, tone(c, 0.04), { k: 9 }), weave(top), clip(top, [120, 146, 170, 196].map((x) => fold(smooth([[x + (x - 160) * 0.6, 14], [x, 60], [x, 100]], false), 8, { dark: 0.3, light: 0.2 })))), keep(rope([[104, 96], [130, 104], [160, 107], [190, 104], [216, 96]], 15, '#a8763c'), rope([[200, 104], [222, 124], [216, 156], [230, 180]], 9, '#a8763c'), rope([[206, 102], [240, 112], [254, 140]], 9, '#a8763c'), vol(ell(204, 102, 11, 10), '#a8763c', { k: 3 })), stitches([[116, 236], [202, 232]], '#8a5f30', { length: 8, gap: 4, width: 3 }), keep(path(poly([[112, 232], [206, 228], [210, 300], [116, 304]], 3), '#8fa3b8/.9'), stitches([[116, 236], [202, 232], [206, 296], [120, 300], [116, 236]], '#f3e6c8', { length: 7, gap: 5, width: 2.4 }))]
}
function magicLamp() {
  const c = '#e9b03c'
  const shell = smooth([[64, 190], [70, 158], [110, 138], [170, 132], [230, 140], [270, 160], [310, 176], [350, 172], [390, 146], [420, 134], [428, 144], [412, 166], [380, 206], [330, 234], [270, 250], [190, 256], [110, 242], [76, 220]])
  return [
    lit(blur(5, path(smooth([[424, 136], [440, 100], [420, 76], [436, 44], [470, 30], [458, 60], [464, 84], [450, 110], [436, 138]]), '#a98af0', { op: 0.6 })), blur(3, path(smooth([[424, 136], [436, 104], [428, 82], [442, 58], [440, 84], [446, 104], [432, 138]]), '#e8dcff', { op: 0.8 }))), range(5).map((i) => lit(path(star([446, 470, 424, 480, 452][i], [66, 96, 42, 56, 20][i], [6, 5, 5, 4, 7][i], [2, 1.6, 1.6, 1.4, 2][i], 4), '#fff3b0'))),
    body(tube('M78 210C10 214 -4 140 40 128C76 120 84 160 62 166', 14, c), vol(shell, c, { k: 16, hi: 0.3 }), clip(shell, blur(5, path(ell(150, 166, 60, 9), '#ffffff', { op: 0.8, t: 'rotate(-6 150 166)' })), blur(7, path(smooth([[90, 226], [190, 244], [300, 230], [390, 180], [370, 230], [250, 262], [110, 256]]), '#8a4a10', { op: 0.6 }))), turned(lathe(170, [[34, 250, 1], [24, 264], [26, 276], [66, 292], [72, 304, 1]], 0.2), c, { finish: 'metal' }), turned(lathe(164, [[4, 84], [12, 94], [8, 104], [34, 118], [58, 132], [60, 140, 1]], 0.2), c, { finish: 'metal', fall: 0.1 }), path(ell(421, 139, 10, 5), '#6a3f10')),
    keep(stroke(smooth([[90, 192], [120, 204], [150, 192], [180, 206], [210, 192], [240, 204], [270, 194]], false), '#8a5410/.8', 4), stroke(smooth([[90, 190], [120, 202], [150, 190], [180, 204], [210, 190], [240, 202], [270, 192]], false), '#fff0b4', 2), [[120, 186, '#e0344f'], [180, 188, '#3f8fe0'], [240, 186, '#3fae6a']].map(([x, y, k]) => [path(ell(x, y, 9), '#8a5410'), path(ell(x, y, 7.5), rad([0.38, 0.32, 0.72], tone(k, 0.7), k, tone(k, -0.45)))])),
  ]
}

export const drawings = {
  'guitar-acoustic': guitarAcoustic, 'grand-piano': grandPiano, piano, 'drum-kit': drumKit, harp, gramophone, 'basketball-hoop': basketballHoop, snowboard, 'fishing-rod': fishingRod, dumbbell, trampoline, shovel, rake,
  pitchfork, 'rope-coil': ropeCoil, sword, katana, spear, 'treasure-map': treasureMap, 'walking-stick': walkingStick, staff, torch, 'flat-tv': flatTv, 'vinyl-record': vinylRecord, speaker, 'vending-machine': vendingMachine,
  'washing-machine': washingMachine, 'vacuum-cleaner': vacuumCleaner, fan, 'sewing-machine': sewingMachine, calculator, 'paper-bag': paperBag, sack, 'magic-lamp': magicLamp,
}

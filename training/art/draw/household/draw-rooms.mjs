/** More furniture, and what stands and hangs about the house and garden. */
import {
  DARK, GOLD, OAK, STEEL, WALNUT, WOOD, around, at, ball, bar, blur, body, bricks, chrome, clearGlass, clip, clipEven, crease, ell, flame, flat, flip, fold, gilt, grain, group, inset, keep, knob, lathe, leg, lin,
  linU, line, lit, mouth, n, padOutline, path, pick, planks, plush, poly, quad, rad, radU, rand, range, rr, smooth, stitches, stones, stroke, tone, tube, turn, turned, under, vol, walk, wood,
} from './kit.mjs'

function suitcase() {
  const c = '#2f8a86'
  const shell = rr(6, 70, 368, 250, 26)
  const cap = (x, y, sx, sy) => { const d = smooth([[0, 0, 1], [58, 0, 1], [52, 18], [34, 34], [18, 52], [0, 58, 1]]); return group([path(d, lin('d', '#d9a06a', '#8a5230')), stroke('M54 5C46 24 24 46 5 54', '#f6d3a4/.7', 2), knob(14, 40, 3.4, GOLD), knob(40, 14, 3.4, GOLD)], { t: `translate(${x} ${y}) scale(${sx} ${sy})` }) }
  const strap = (x) => [path(rr(x, 66, 34, 258, 3), lin('h', '#b9764a', '#9a5c36', '#6d3c22')), stitches([[x + 5, 70], [x + 5, 320]], '#f3cf9a/.8'), stitches([[x + 29, 70], [x + 29, 320]], '#f3cf9a/.6'), path(rr(x - 5, 160, 44, 38, 6) + rr(x + 4, 169, 26, 20, 3), gilt('d'), { rule: true }), path(rr(x + 14, 176, 24, 6, 3), gilt('v'))]
  return [
    tube('M142 72L142 40C142 18 158 12 174 12L206 12C222 12 238 18 238 40L238 72', 17, '#9a5c36'), stitches([[160, 17], [220, 17]], '#f3cf9a/.8'), [142, 238].map((x) => path(rr(x - 14, 58, 28, 18, 4), gilt('v'))),
    body(path(rr(10, 78, 360, 246, 26), tone(c, -0.5)), vol(shell, c, { k: 13, hi: 0.22 }), clip(shell, blur(8, path(ell(110, 100, 80, 16), '#ffffff', { op: 0.3, t: 'rotate(-6 110 100)' })))), stroke(rr(6, 190, 368, 0.1), `${tone(c, -0.55)}`, 5), stroke('M8 194L372 194', `${tone(c, 0.5)}/.6`, 2), clip(shell, stroke(range(40).map((i) => line([rand(10, 370), rand(80, 316)], [rand(10, 370), rand(80, 316)])).map((d, i) => { const [x, y] = [rand(14, 360), rand(80, 312)]; return line([x, y], [x + rand(4, 12), y + rand(-3, 3)]) }).join(''), `${tone(c, 0.35)}/.3`, 1.2)),
    strap(72), strap(274), path(rr(168, 176, 44, 34, 5), gilt('d')), path(rr(182, 186, 16, 14, 3), '#8a5a18'), cap(7, 71, 1, 1), cap(373, 71, -1, 1), cap(7, 319, 1, -1), cap(373, 319, -1, -1),
    keep(turn(-9, 150, 262, path(rr(124, 232, 62, 46, 4), '#f6ead0'), path(rr(128, 236, 54, 24, 2), lin('v', '#8fd0f0', '#f7d9a0')), path(poly([[130, 260], [146, 242], [156, 252], [166, 240], [180, 260]]), '#4f8f6a'), path(rr(134, 266, 42, 4, 1), '#c8503f')), turn(12, 228, 120, path(ell(228, 122, 25), '#e8604a'), path(ell(228, 122, 20), '#fff3df'), path(poly([[228, 106], [232, 118], [244, 118], [234, 125], [238, 137], [228, 129], [218, 137], [222, 125], [212, 118], [224, 118]]), '#2f6fb2'))),
  ]
}
function painting() {
  const frameColor = '#d9a441'
  const [w, h] = [420, 330]
  const inner = rr(58, 58, w - 116, h - 116)
  const side = (pts, k) => path(poly(pts), linU(k === 0 ? [0, 0, 0, 52] : k === 1 ? [w - 52, 0, w, 0] : k === 2 ? [0, h - 52, 0, h] : [0, 0, 52, 0], ...(k === 0 || k === 3 ? [tone(frameColor, 0.35), tone(frameColor, -0.2), tone(frameColor, 0.5), tone(frameColor, -0.1), tone(frameColor, -0.35)] : [tone(frameColor, -0.3), tone(frameColor, 0.1), tone(frameColor, -0.35), tone(frameColor, 0.25), tone(frameColor, -0.4)])))
  const scroll = (x, y, sx, sy) => group([path(smooth([[4, 4, 1], [60, 2], [78, 16], [60, 26], [40, 18], [26, 26], [18, 40], [26, 60], [16, 78], [2, 60]]), lin('d', '#fff0b4', '#e0a53c', '#9a661a')), stroke(smooth([[14, 14], [40, 10], [62, 12], [66, 18], [58, 19]], false) + smooth([[14, 14], [10, 40], [12, 62], [18, 66], [19, 58]], false), '#8a5a14/.7', 2.4), knob(22, 22, 6, '#f6cf70')], { t: `translate(${x} ${y}) scale(${sx} ${sy})` })
  return [
    body([[[0, 0], [w, 0], [w - 52, 52], [52, 52]], [[w, 0], [w, h], [w - 52, h - 52], [w - 52, 52]], [[0, h], [w, h], [w - 52, h - 52], [52, h - 52]], [[0, 0], [52, 52], [52, h - 52], [0, h]]].map(side), path(rr(48, 48, w - 96, h - 96) + rr(58, 58, w - 116, h - 116), lin('d', '#7a4c12', '#f6d27a'), { rule: true })),
    keep(path(inner, linU([0, 58, 0, 210], '#5d8fc4', '#a9cde6', '#fbe0b0', '#f8c08a')), clip(inner,
      path(ell(270, 150, 24), rad([0.5, 0.5, 0.5], '#fffbe0', '#fff0b0', '#ffd98a')), blur(12, path(ell(270, 150, 60), '#ffe6a8', { op: 0.6 })), [[100, 96, 50, 9], [150, 104, 44, 7], [320, 88, 40, 7]].map(([x, y, a, b]) => blur(3, path(ell(x, y, a, b), '#fff8ec', { op: 0.85 }))),
      path(smooth([[40, 220, 1], [60, 168], [96, 130], [124, 156], [150, 120], [190, 170], [220, 150], [262, 186], [300, 160], [340, 178], [380, 150], [400, 220, 1]]), lin('v', '#7a8fc0', '#a8b4d4')), path(smooth([[96, 130, 1], [110, 144], [104, 152], [96, 146], [88, 156], [80, 150]]), '#fff/.85'), path(smooth([[150, 120, 1], [164, 140], [156, 150], [148, 142], [140, 154], [134, 142]]), '#fff/.85'),
      path(smooth([[40, 226, 1], [90, 186], [160, 200], [240, 190], [320, 200], [390, 184, 1], [390, 300, 1], [40, 300, 1]]), lin('v', '#6fa05a', '#3f7a46')), path(smooth([[180, 206], [250, 202], [310, 206], [290, 222], [340, 246], [300, 276, 1], [190, 276, 1], [220, 246], [170, 222]]), lin('v', '#f5d7a4', '#7fb4dc', '#4a86bc')), range(5).map((i) => stroke(line([222 + rand(-20, 20), 220 + i * 11], [262 + rand(0, 40), 220 + i * 11]), '#fff/.5', 2)),
      [[86, 232, 30], [112, 246, 38], [348, 236, 36], [328, 250, 28], [66, 256, 34]].map(([x, y, s]) => [path(rr(x - 2, y, 4, s * 0.4), '#5a3a24'), path(poly([[x, y - s], [x + s * 0.36, y], [x - s * 0.36, y]], 3), lin('h', '#5a8f4a', '#2c5a38')), path(poly([[x, y - s * 0.7], [x + s * 0.44, y + s * 0.24], [x - s * 0.44, y + s * 0.24]], 3), lin('h', '#4f8a44', '#254f32'))]), range(60).map(() => path(ell(rand(60, 362), rand(250, 272), rand(1.5, 3)), pick(['#f4c542', '#e8607a', '#ffffff', '#6fae54', '#b5d06a'])))), inset(inner, 4, 5, 5, DARK, 0.5), clip(inner, stroke(range(26).map((i) => line([40, 60 + i * 9], [400, 62 + i * 9])).join(''), '#fff/.06', 1))),
    body(scroll(2, 2, 1, 1), scroll(w - 2, 2, -1, 1), scroll(2, h - 2, 1, -1), scroll(w - 2, h - 2, -1, -1), [[w / 2, 22], [w / 2, h - 22]].map(([x, y]) => [path(ell(x, y, 40, 13), lin('v', '#fff0b4', '#d99c34', '#8a5a14')), knob(x, y, 8, '#f6cf70')])),
  ]
}
function fireplace() {
  const c = '#b5624a'
  const hole = 'M110 400L110 230C110 170 310 170 310 230L310 400Z'
  const log = (x, y, w, a) => group([path(rr(-w / 2, -13, w, 26, 12), lin('v', '#9a6a44', '#6d4428', '#3d2418')), grain(rr(-w / 2, -13, w, 26, 12), '#6d4428', { count: 5, op: 0.6 }), path(ell(w / 2 - 6, 0, 9, 13), rad([0.4, 0.4, 0.6], '#f0c890', '#c9935a', '#8a5a34')), stroke(ell(w / 2 - 6, 0, 5, 8), '#8a5a34/.7', 1.4)], { t: `translate(${x} ${y}) rotate(${a})` })
  const wallFace = flat(24, 112, 372, 288)
  return [
    body(clip(`${wallFace.outline}`, bricks(wallFace, { bw: 44, bh: 19, color: c, mortar: '#d9c4b0', spread: 0.12 })), path(wallFace.outline, lin('h', '#fff/.1', '#fff/0', `${DARK}/.22`))),
    path(hole, lin('v', '#3d2a2e', '#5a3a30', '#6a3a26')), clip(hole, bricks(flat(110, 180, 200, 220), { bw: 40, bh: 17, color: '#6a4038', mortar: '#4a2c28', spread: 0.06 }), path(hole, lin('v', `${DARK}/.75`, `${DARK}/.3`, `${DARK}/.1`)), lit(blur(26, path(ell(210, 352, 90, 76), '#ff8a2a', { op: 0.75 })))), inset(hole, 8, 8, 8, DARK, 0.7),
    range(13).map((i) => { const [a, b] = [Math.PI * (1 + i / 13) + 0.02, Math.PI * (1 + (i + 1) / 13) - 0.02]; const P = (t, k) => [210 + (100 + k) * Math.cos(t), 232 + (46 + k) * Math.sin(t)]; const k = tone('#c8795c', rand(-0.08, 0.1)); return path(poly([P(a, 2), P(a, 30), P(b, 30), P(b, 2)], 2), lin('v', tone(k, 0.2), tone(k, -0.15))) }),
    keep(range(7).map((i) => path(rr(124 + i * 27, 372, 5, 26), '#2f2a36')), path(rr(118, 380, 184, 6, 3), '#3d3846'), log(176, 372, 120, -6), log(246, 374, 116, 7), lit(blur(9, path(ell(210, 376, 70, 10), '#ffb03a', { op: 0.9 }))), flame(170, 372, 56, 84, -6), flame(252, 374, 54, 78, 8), flame(210, 376, 78, 128, 4), log(212, 368, 136, 3), flame(190, 384, 40, 48, 3), flame(236, 384, 38, 44, -4), [118, 302].map((x) => [path(rr(x - 5, 346, 10, 54, 3), lin('h', '#6a6478', '#2f2a38')), knob(x, 344, 9, GOLD)])),
    wood(rr(6, 92, 408, 26, 5), WOOD, { k: 2.6 }), under(rr(24, 118, 372, 30), 24, 0.5), wood(rr(-8, 72, 436, 24, 6), tone(WOOD, 0.06), { k: 2.6 }), [40, 352].map((x) => vol(poly([[x, 118], [x + 30, 118], [x + 24, 156], [x + 8, 166]], 4), tone(WOOD, -0.06), { k: 3 })),
    path(rr(-6, 396, 432, 26, 4), lin('v', '#c9bdb6', '#9a8f8c', '#6d6468')), stroke([60, 150, 250, 350].map((x) => line([x, 398], [x, 420])).join(''), '#6d6468/.6', 2),
    keep(turned(lathe(70, [[8, 22, 1], [16, 34], [19, 48], [12, 64], [14, 72, 1]], 0.16), '#4f8fb5'), range(5).map((i) => stroke(smooth([[70, 24], [70 + (i - 2) * 6, 8], [70 + (i - 2) * 13, -8 + Math.abs(i - 2) * 5]], false), '#5a9a4a', 3) + knob(70 + (i - 2) * 13, -10 + Math.abs(i - 2) * 5, 7, ['#f28aa4', '#f6c23c', '#e8604a', '#f6c23c', '#f28aa4'][i])), wood(smooth([[176, 72, 1], [180, 30], [196, 12], [226, 12], [242, 30], [246, 72, 1]]), WALNUT, { k: 3 }), path(ell(211, 42, 20), gilt('d')), path(ell(211, 42, 16), '#fff8e8'), stroke('M211 42L211 31M211 42L219 46', '#4a3a3c', 2.4), turned(lathe(350, [[7, 36, 1], [5, 44], [5, 56], [16, 64], [17, 72, 1]], 0.2), GOLD, { finish: 'metal' }), path(rr(345, 8, 10, 28, 2), lin('h', '#fff8e8', '#d9ccb0'))),
  ]
}
function curtain() {
  const c = '#c9564a'
  const glassBox = rr(96, 60, 228, 300)
  const drape = (s) => {
    const X = (x) => (s < 0 ? x : 420 - x)
    const d = smooth([[14, 34, 1], [206, 34, 1], [204, 100], [176, 180], [120, 244], [84, 268], [84, 286], [104, 330], [116, 420, 1], [66, 428], [14, 420, 1], [12, 220]].map(([x, y, k]) => [X(x), y, k]))
    const lines = [[46, 34, 40, 180, 52, 262], [84, 34, 76, 160, 60, 264], [122, 34, 110, 150, 70, 262], [160, 34, 142, 150, 78, 264], [190, 34, 174, 140, 84, 262]]
    const low = [[30, 290, 26, 350, 28, 430], [50, 290, 50, 360, 54, 430], [70, 290, 78, 350, 84, 430]]
    return [body(path(d, lin('v', tone(c, 0.1), c, tone(c, -0.16))), clip(d, [...lines, ...low].map(([a, b, e, f, g, h]) => [blur(5, stroke(smooth([[X(a), b], [X(e), f], [X(g), h]], false), DARK, 12, { op: 0.34 })), blur(4, stroke(smooth([[X(a) - 12, b], [X(e) - 11, f], [X(g) - 8, h]], false), '#ffffff', 8, { op: 0.22 }))]), blur(8, path(rr(0, 30, 430, 22), DARK, { op: 0.35 }))), inset(d, -3, -3, 5, tone(c, -0.6), 0.4)),
      keep(stroke(smooth([[X(18), 262], [X(50), 280], [X(92), 276]], false), '#8a5c14', 14), stroke(smooth([[X(18), 262], [X(50), 280], [X(92), 276]], false), '#eebb4e', 10), stroke(smooth([[X(18), 259], [X(50), 277], [X(92), 273]], false), '#fff0b4/.8', 2.6), range(7).map((i) => stroke(line([X(76 + i * 3), 286], [X(72 + i * 4.4), 316]), i % 2 ? '#eebb4e' : '#c98f2c', 3)), knob(X(84), 284, 8, GOLD))]
  }
  return [
    path(rr(84, 48, 252, 330, 4), lin('h', '#ffffff', '#efe8dc', '#c9bda8')), lit(path(glassBox, linU([0, 60, 0, 360], '#7fc0ea', '#bfe2f6', '#f3f6e8'))), keep(clip(glassBox, path(smooth([[80, 330], [140, 300], [220, 318], [300, 296], [340, 320], [340, 380, 1], [80, 380, 1]]), '#8fc07a'), [[130, 110, 34], [160, 104, 26], [262, 140, 28], [286, 146, 20]].map(([x, y, r]) => blur(4, path(ell(x, y, r * 1.3, r * 0.6), '#ffffff', { op: 0.9 }))), path(poly([[110, 360], [220, 60], [258, 60], [148, 360]]), '#fff/.2'))),
    path(rr(204, 56, 12, 308) + rr(92, 172, 236, 11), lin('h', '#ffffff', '#e4dccc')), inset(glassBox, 4, 5, 4, DARK, 0.3), path(rr(72, 366, 276, 20, 4), lin('v', '#ffffff', '#e9e1d3', '#b9ad98')),
    drape(-1), drape(1), tube('M-6 22L426 22', 13, '#8a5a34'), [[-12, 22], [432, 22]].map(([x, y]) => knob(x, y, 15, GOLD)), range(10).map((i) => { const x = i < 5 ? 20 + i * 44 : 400 - (i - 5) * 44; return [stroke(ell(x, 24, 8, 13), '#8a5c14', 4), stroke(ell(x, 24, 8, 13), '#f0c45c', 2)] }),
  ]
}
function cushion() {
  const c = '#e0803c'
  const d = padOutline(30, 26, 260, 240, -0.055, 0.02)
  const stripes = (x) => smooth([[x, 20], [x + (x - 160) * -0.08, 146], [x, 270]], false)
  return [
    keep([[36, 32, -45], [284, 32, 45], [36, 260, -135], [284, 260, 135]].map(([x, y, a]) => group([range(9).map((i) => stroke(line([0, -8], [(i - 4) * 3.4, -40 + Math.abs(i - 4) * 1.2]), i % 2 ? '#f7e6c0' : '#dcc08c', 3.4)), knob(0, -8, 8, '#f3dcae')], { t: `translate(${x} ${y}) rotate(${a})` }))),
    body(plush(d, c, { k: 36, hi: 0.26, lo: 0.22 })), keep(clip(d, [96, 160, 224].map((x) => [stroke(stripes(x), '#fbeccb', 15, { cap: 'butt' }), stroke(stripes(x + 13), '#3f7f7a', 4, { cap: 'butt' }), stroke(stripes(x - 13), '#3f7f7a', 4, { cap: 'butt' })]))),
    clip(d, blur(12, path(ell(150, 150, 60, 50), DARK, { op: 0.16 })), blur(5, stroke(smooth([[40, 36], [76, 70], [96, 106]], false) + smooth([[280, 36], [246, 66], [226, 100]], false) + smooth([[40, 256], [76, 226], [94, 196]], false) + smooth([[280, 256], [244, 226], [228, 196]], false), DARK, 8, { op: 0.3 })), blur(14, path(ell(112, 84, 56, 30), '#ffffff', { op: 0.3, t: 'rotate(-20 112 84)' }))), inset(d, -10, -14, 14, tone(c, -0.6), 0.5), inset(d, 4, 5, 5, '#ffe8c8', 0.5),
  ]
}
const PATCH = ['#c8503f', '#e8b04a', '#3f8f8a', '#e8899a', '#4f74b8', '#f3e4c8', '#8f6ab0', '#7fb06a']
function blanket() {
  const layer = (x, y, w, h, k) => {
    const d = rr(x, y, w, h, h * 0.46)
    return [clip(d, range(9).map((i) => path(rr(x + (i * w) / 9, y, w / 9 + 1, h), tone(PATCH[(i * 3 + k) % 8], 0))), range(8).map((i) => stitches([[x + ((i + 1) * w) / 9, y + 2], [x + ((i + 1) * w) / 9, y + h - 2]], '#fff8ea/.8', { length: 4, gap: 3 }))), path(d, lin('v', '#fff/.3', '#fff/0', `${DARK}/.14`, `${DARK}/.5`)), inset(d, 3, 2, 3, '#ffffff', 0.4)]
  }
  const f = quad([44, 20], [376, 20], [410, 92], [10, 92], 330, 110)
  const top = poly([[44, 20], [376, 20], [412, 94], [8, 94]], [14, 14, 18, 18])
  return [
    body(layer(6, 196, 408, 50, 3), blur(4, path(rr(20, 190, 380, 12), DARK, { op: 0.4 })), layer(10, 146, 400, 50, 1), blur(4, path(rr(20, 140, 380, 12), DARK, { op: 0.4 })), layer(4, 86, 412, 60, 6), path(top, '#e9dcc4'), clip(top, range(9).map((i) => range(3).map((j) => { const c = PATCH[(i * 3 + j * 5 + 6) % 8]; const q = f.map(rr((i * 330) / 9, (j * 110) / 3, 330 / 9, 110 / 3)); return path(q, c) + ((i + j) % 3 === 0 ? range(3).map((k) => path(f.map(ell((i + 0.5) * 36.6 + (k - 1) * 9, (j + 0.5) * 36.6 + ((k * 7) % 3 - 1) * 8, 3.4)), '#fff6e4/.9')).join('') : (i + j) % 3 === 1 ? stroke(range(4).map((k) => f.map(line([i * 36.6 + 5 + k * 9, j * 36.6 + 3], [i * 36.6 + 5 + k * 9, j * 36.6 + 33]))).join(''), '#fff6e4/.5', 2) : '') })), range(8).map((i) => stitches([f.place((i + 1) * 36.66, 0), f.place((i + 1) * 36.66, 110)], '#fff8ea/.9', { length: 4, gap: 3 })), [1, 2].map((j) => stitches([f.place(0, j * 36.66), f.place(330, j * 36.66)], '#fff8ea/.9', { length: 4, gap: 3 })), path(top, lin('v', `${DARK}/.1`, '#fff/.16'))), inset(top, 0, -5, 5, '#ffffff', 0.35)),
  ]
}
function picnicBlanket() {
  const c = '#d23c40'
  const f = quad([90, 20], [510, 20], [600, 180], [0, 180], 420, 240)
  const edge = smooth([[90, 20, 1], [300, 17], [510, 20, 1], [552, 96], [600, 180, 1], [520, 186], [440, 178], [360, 187], [280, 179], [190, 188], [100, 179], [0, 182, 1], [44, 96]])
  const bands = range(7).map((i) => f.map(rr(i * 60 + 15, 0, 30, 246))).join('')
  const rows = range(4).map((j) => f.map(rr(0, j * 60 + 15, 420, 30))).join('')
  return [
    path(edge, '#8f7a70', { t: 'translate(0 5)' }), keep(path(edge, '#fff8f0')), body(clip(edge, path(bands, `${c}/.62`), path(rows, `${c}/.62`))),
    clip(edge, stroke(range(42).map((i) => f.map(line([i * 10, 0], [i * 10, 240]))).join(''), '#fff/.14', 1), blur(7, stroke(smooth([[130, 10], [160, 90], [120, 190]], false) + smooth([[380, 10], [360, 100], [430, 190]], false), DARK, 10, { op: 0.16 })), blur(6, stroke(smooth([[116, 10], [146, 90], [106, 190]], false) + smooth([[366, 10], [346, 100], [416, 190]], false), '#ffffff', 9, { op: 0.4 })), blur(6, stroke(smooth([[440, 178], [420, 150], [430, 120]], false) + smooth([[190, 188], [210, 160], [200, 130]], false), DARK, 9, { op: 0.16 }))), path(edge, lin('v', `${DARK}/.14`, '#fff/.06')), inset(edge, 0, -3, 2.5, '#ffffff', 0.6),
  ]
}
function birdcage() {
  const c = '#d9a441'
  const [cx, top, bottom, r] = [150, 60, 350, 120]
  const curve = (u) => smooth([[cx, top], [cx + u * r * 0.62, top + 26], [cx + u * r * 0.98, top + 104], [cx + u * r, 240], [cx + u * r, bottom]], false)
  const us = range(13).map((i) => Math.sin(((-1 + i / 6) * Math.PI) / 2))
  const base = lathe(cx, [[124, 346, 1], [130, 356], [130, 380], [120, 392, 1]], 0.14)
  return [
    stroke(us.map(curve).join(''), tone(c, -0.5), 2.6), stroke(ell(cx, 200, r, 17), tone(c, -0.4), 3.4), path(ell(cx, 350, 122, 17), lin('v', '#8a6020', '#c8943a')), path(ell(cx, 352, 112, 14), '#e9d9b0'),
    stroke('M126 84L126 210M174 84L174 210', '#8a6020', 2.4), tube('M112 212L188 212', 9, '#b9783f'), keep(path(smooth([[228, 320, 1], [268, 320, 1], [262, 346], [234, 346]]), lin('h', '#f6f2ea', '#c9bfb0')), path(ell(248, 320, 20, 4), '#7a5a34')),
    body(stroke(us.map(curve).join(''), tone(c, -0.3), 5), stroke(us.map(curve).join(''), tone(c, 0.1), 3.4), stroke(us.map(curve).join(''), tone(c, 0.6), 1.1, { t: 'translate(-.7 0)' }), [150, 252].map((y) => [stroke(`M${cx - r * (y < 200 ? 0.965 : 1)} ${y}C${cx - 90} ${y + 22} ${cx + 90} ${y + 22} ${cx + r * (y < 200 ? 0.965 : 1)} ${y}`, tone(c, -0.3), 7), stroke(`M${cx - r * (y < 200 ? 0.965 : 1)} ${y}C${cx - 90} ${y + 22} ${cx + 90} ${y + 22} ${cx + r * (y < 200 ? 0.965 : 1)} ${y}`, tone(c, 0.25), 4)]),
      turned(base, c, { finish: 'metal' }), turned(lathe(cx, [[6, 36], [20, 46], [34, 62], [30, 72, 1]], 0.2), c, { finish: 'metal', fall: 0.2 })), stroke(ell(cx, 18, 17), tone(c, -0.4), 7), stroke(ell(cx, 18, 17), '#ffd978', 4), path(rr(100, 262, 100, 84, 4) + rr(104, 266, 92, 76, 3), tone(c, -0.1), { rule: true }), knob(106, 304, 6, GOLD),
  ]
}
function throne() {
  const [c, gold] = ['#b8283c', '#e0a83c']
  const back = smooth([[70, 290, 1], [64, 120], [60, 70], [92, 62], [110, 40], [150, 26], [190, 40], [208, 62], [240, 70], [236, 120], [230, 290, 1]])
  const pad = smooth([[94, 274, 1], [88, 130], [92, 98], [120, 84], [150, 70], [180, 84], [208, 98], [212, 130], [206, 274, 1]])
  const seatPad = smooth([[56, 292], [70, 272], [150, 264], [230, 272], [244, 292], [244, 310], [230, 318], [150, 322], [70, 318], [56, 310]])
  const arm = (s) => { const X = (x) => 150 + s * (x - 150); return [vol(smooth([[X(262), 250], [X(268), 320], [X(258), 330], [X(242), 330], [X(240), 250]]), gold, { k: 5 }), vol(smooth([[X(222), 226], [X(256), 222], [X(282), 232], [X(284), 252], [X(266), 260], [X(232), 252]]), tone(gold, 0.05), { k: 5 }), keep(vol(smooth([[X(226), 220], [X(250), 216], [X(268), 222], [X(264), 234], [X(232), 234]]), c, { k: 4 })), path(ell(X(272), 244, 13), gilt('d')), stroke(smooth([[X(272), 244], [X(278), 240], [X(274), 235], [X(266), 240], [X(268), 250]], false), '#8a5a14', 2.6)] }
  const foot = (x) => [turned(lathe(x, [[20, 352, 1], [24, 366], [13, 384], [11, 400], [18, 414], [20, 428], [14, 438, 1]], 0.18), gold, { finish: 'metal' })]
  const gem = (x, y, r, k) => [path(ell(x, y, r), rad([0.38, 0.32, 0.72], tone(k, 0.7), k, tone(k, -0.45))), path(ell(x - r * 0.3, y - r * 0.35, r * 0.25), '#fff/.9'), stroke(ell(x, y, r + 1.5), '#fff0b4', 2)]
  return [
    leg([92, 330], [92, 408], 15, 11, tone(gold, -0.5)), leg([208, 330], [208, 408], 15, 11, tone(gold, -0.5)),
    path(back, gilt('d')), inset(back, -4, -5, 5, '#7a4c10', 0.6), inset(back, 3, 3, 3, '#fff6cc', 0.8), body(plush(pad, c, { k: 16, hi: 0.16 }), range(4).map((r) => range(r % 2 ? 2 : 3).map((i) => { const [x, y] = [150 + (i - (r % 2 ? 0.5 : 1)) * 36, 124 + r * 38]; return blur(4, path(ell(x, y, 9, 8), DARK, { op: 0.35 })) + knob(x, y, 4, GOLD) }))), stroke(pad, '#8a5a14', 5), stroke(pad, '#ffe08a', 2.6),
    [[62, 66], [238, 66]].map(([x, y]) => [path(rr(x - 12, y - 4, 24, 16, 4), gilt('v')), knob(x, y - 16, 15, gold)]), path(smooth([[116, 34], [110, 2], [132, 16], [150, -12], [168, 16], [190, 2], [184, 34], [150, 42]]), gilt('d')), [[110, 0], [150, -14], [190, 0]].map(([x, y]) => knob(x, y, 6, '#fff0b4')), keep(gem(150, 22, 10, '#3f8fe0'), gem(126, 26, 6, '#3fae6a'), gem(174, 26, 6, '#3fae6a')),
    path(rr(54, 312, 192, 44, 6), gilt('v')), inset(rr(54, 312, 192, 44, 6), -2, -3, 3, '#7a4c10', 0.6), keep(range(5).map((i) => gem(86 + i * 32, 336, i === 2 ? 9 : 6, ['#3fae6a', '#3f8fe0', '#d9364f', '#3f8fe0', '#3fae6a'][i]))), body(plush(seatPad, c, { k: 12, hi: 0.26 })), clip(seatPad, blur(7, path(rr(40, 256, 220, 22), DARK, { op: 0.4 }))), arm(-1), arm(1), foot(72), foot(228),
  ]
}
function rockingChair() {
  const c = '#a3623a'
  const rocker = (dx, dy, k) => tube(smooth([[24 + dx, 396 + dy], [90 + dx, 424 + dy], [180 + dx, 432 + dy], [270 + dx, 422 + dy], [346 + dx, 388 + dy]], false), 14, tone(c, k))
  const sideOf = (dx, dy, k) => [rocker(dx, dy, k), leg([124 + dx, 262 + dy], [112 + dx, 424 + dy], 14, 12, tone(c, k)), leg([258 + dx, 262 + dy], [272 + dx, 418 + dy], 14, 12, tone(c, k)), bar([116 + dx, 356 + dy], [268 + dx, 352 + dy], 8, tone(c, k - 0.05))]
  const post = (dx, k) => tube(smooth([[124 + dx, 270], [104 + dx, 170], [80 + dx, 80], [66 + dx, 22]], false), 13, tone(c, k))
  const slat = (t) => { const P = (s) => { const y = 250 - s * 200; return [122 - s * 48 + t * 84, y - t * 22] }; return tube(smooth([P(0), P(0.4), P(0.75), P(0.98)].map(([x, y], i) => [x - (i === 1 || i === 2 ? -3 : 0), y]), false), 7, tone(c, -0.1)) }
  const seat = poly([[112, 264], [196, 242], [324, 246], [262, 274]], [8, 8, 12, 12])
  const top = smooth([[56, 30], [60, 4], [100, -14], [150, -20], [166, -8], [164, 16], [130, 20], [90, 34], [70, 42]])
  return body(
    sideOf(66, -26, -0.34), post(88, -0.3), tube('M196 150C236 150 280 156 318 164', 12, tone(c, -0.3)), leg([306, 168], [312, 246], 11, 10, tone(c, -0.3)),
    [0.18, 0.38, 0.58, 0.78].map(slat), post(0, 0), vol(top, c, { k: 6 }), grain(top, c, { count: 6 }),
    path(poly([[112, 264], [262, 274], [324, 246], [324, 258], [262, 290], [112, 280]], 5), lin('v', tone(c, -0.1), tone(c, -0.4))), wood(seat, tone(c, 0.12), { k: 2, count: 7 }), keep(plush(smooth([[128, 258], [200, 236], [312, 244], [258, 268], [190, 270]]), '#4f8f8a', { k: 8, hi: 0.28 })),
    sideOf(0, 0, 0), tube('M104 166C150 164 220 172 262 184C278 188 280 200 268 202', 14, tone(c, 0.05)), leg([250, 186], [254, 268], 13, 11, c), bar([180, 176], [184, 266], 8, tone(c, -0.05)), bar([214, 180], [218, 268], 8, tone(c, -0.05)),
  )
}
function wardrobe() {
  const c = '#9a6238'
  const doorOf = (x, s) => { const d = rr(x, 66, 124, 330, 3); const panel = (y, h) => { const p = y < 100 ? smooth([[x + 18, y + h, 1], [x + 18, y + 30, 1], [x + 40, y + 22], [x + 62, y + 2], [x + 84, y + 22], [x + 106, y + 30, 1], [x + 106, y + h, 1]]) : rr(x + 18, y, 88, h, 3); return [path(p, tone(c, -0.3)), inset(p, 2, 2.5, 2, DARK, 0.45), clip(p, wood((y < 100 ? smooth([[x + 25, y + h - 7, 1], [x + 25, y + 38, 1], [x + 44, y + 30], [x + 62, y + 13], [x + 80, y + 30], [x + 99, y + 38, 1], [x + 99, y + h - 7, 1]]) : rr(x + 25, y + 7, 74, h - 14, 3)), tone(c, 0.06), { upright: true, k: 3 }))] }; return [wood(d, c, { upright: true, k: 2.2 }), panel(84, 176), panel(276, 104), knob(s < 0 ? x + 114 : x + 10, 250, 7, GOLD)] }
  return body(
    [34, 256].map((x) => vol(smooth([[x, 436, 1], [x + 40, 436, 1], [x + 34, 458], [x + 24, 472], [x + 12, 472], [x + 4, 456]]), tone(c, -0.1), { k: 3 })), wood(rr(24, 52, 282, 356, 4), tone(c, -0.1), { upright: true, k: 3 }), doorOf(38, -1), doorOf(168, 1), stroke('M165 66L165 396', tone(c, -0.6), 3), under(rr(30, 60, 270, 40), 24, 0.5),
    wood(rr(18, 396, 294, 44, 4), tone(c, -0.04), { k: 2.6 }), wood(rr(60, 404, 210, 28, 3), tone(c, 0.06), { k: 1.6 }), [110, 220].map((x) => knob(x, 418, 6, GOLD)),
    wood(smooth([[10, 54, 1], [8, 36], [60, 30], [110, 18], [165, 6], [220, 18], [270, 30], [322, 36], [320, 54, 1]]), tone(c, 0.05), { k: 3 }), wood(rr(4, 46, 322, 16, 4), tone(c, 0.1), { k: 2 }), stroke(smooth([[120, 34], [150, 26], [165, 16], [180, 26], [210, 34]], false), tone(c, -0.4), 3),
  )
}
function drawers() {
  const c = '#c58f57'
  const row = (y, h, halves) => range(halves).map((i) => { const w = 308 / halves - 6; const x = 28 + i * (308 / halves) + 3; const d = rr(x, y, w, h, 4); return [path(rr(x - 2, y - 2, w + 4, h + 5, 4), tone(c, -0.55)), wood(d, tone(c, 0.05), { k: 2.4 }), (halves === 1 ? [0.24, 0.76] : [0.5]).map((t) => [path(ell(x + w * t, y + h / 2 + 3, 9, 8), `${DARK}/.35`), knob(x + w * t, y + h / 2, 8.5, GOLD)])] })
  return body(
    [40, 296].map((x) => leg([x + 14, 330], [x + (x < 100 ? 8 : 20), 366], 22, 13, tone(c, -0.15))), wood(rr(16, 66, 332, 272, 5), tone(c, -0.08), { upright: true, k: 3 }), row(76, 54, 2), row(138, 58, 1), row(204, 58, 1), row(270, 60, 1), under(rr(16, 66, 332, 30), 20, 0.5),
    path(poly([[4, 58], [30, 22], [334, 22], [360, 58]], 4), lin('v', tone(c, 0.1), tone(c, 0.34))), grain(poly([[4, 58], [30, 22], [334, 22], [360, 58]], 4), c, { count: 8, op: 0.3 }), wood(rr(2, 56, 360, 16, 5), tone(c, 0.04), { k: 2 }),
  )
}
function chandelier() {
  const c = '#dba544'
  const candleAt = (x, y, k = 0) => [turned(lathe(x, [[17, y, 1], [13, y + 8], [4, y + 14]], 0.24), tone(c, k), { finish: 'metal', fall: 0 }), path(rr(x - 5, y - 40, 10, 40, 2), lin('h', '#fffaf0', '#e9dcc0')), lit(blur(9, path(ell(x, y - 52, 15, 19), '#ffd76a', { op: 0.6 })), path(smooth([[x, y - 40], [x - 6, y - 48], [x - 3, y - 60], [x, y - 70, 1], [x + 4, y - 60], [x + 6, y - 48]]), lin('v', '#fff3b0', '#ffb83a')))]
  const drop = (x, y, s) => path(smooth([[x, y - s, 1], [x + s * 0.46, y + s * 0.2], [x, y + s * 0.7], [x - s * 0.46, y + s * 0.2]]), lin('d', '#ffffff', '#cfe6f6', '#8fb8d8')) + path(ell(x - s * 0.12, y + s * 0.1, s * 0.1, s * 0.22), '#fff/.9')
  const arm = (x, y, k) => { const s = Math.sign(x - 220); const far = Math.abs(x - 220); const d = smooth([[220, 250], [220 + s * far * 0.3, 300], [220 + s * far * 0.74, 296], [x + s * 4, y + 40], [x, y + 12]], false); return [stroke(d, tone(c, -0.5), 9), stroke(d, tone(c, k), 6.4), stroke(d, `${tone(c, 0.6)}/.8`, 2, { t: 'translate(-1 -1.2)' })] }
  const beads = (a, b, sag) => { const d = smooth([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag], b], false); return walk(d, 13).map(([x, y]) => path(ell(x, y, 4), rad([0.36, 0.32, 0.75], '#ffffff', '#d9ecf8', '#8fb0cc'))) }
  return [
    stroke('M220 0L220 70', tone(c, -0.4), 4), range(6).map((i) => stroke(ell(220, 8 + i * 12, 4.4, 7), i % 2 ? tone(c, 0.3) : tone(c, -0.2), 3)), body(arm(132, 204, -0.2), arm(308, 204, -0.2)), keep(candleAt(132, 204, -0.1), candleAt(308, 204, -0.1)),
    keep(beads([220, 100], [48, 222], 40), beads([220, 100], [392, 222], 40), beads([132, 214], [220, 282], 30), beads([308, 214], [220, 282], 30)), body(turned(lathe(220, [[5, 70], [18, 84], [10, 104], [10, 150], [24, 176], [30, 206], [16, 236], [34, 256], [30, 276], [12, 296], [4, 312]], 0.2), c, { finish: 'metal', fall: 0.1 }), arm(48, 232, 0.05), arm(392, 232, -0.05), arm(176, 252, 0.05), arm(264, 252, 0)),
    keep(candleAt(48, 232), candleAt(392, 232), candleAt(176, 252), candleAt(264, 252), [[48, 268], [392, 268], [176, 288], [264, 288], [132, 240], [308, 240], [92, 318], [348, 318], [150, 326], [290, 326]].map(([x, y], i) => drop(x, y, i < 6 ? 14 : 12)), drop(220, 334, 24)),
  ]
}
function pendantLamp() {
  const c = '#2f7f6f'
  const L = lathe(160, [[22, 160, 1], [56, 178], [104, 214], [140, 258], [148, 282, 1]], 0.15)
  return [
    stroke('M160 0L160 132', '#3d3846', 5), turned(lathe(160, [[11, 118], [16, 126], [16, 146], [24, 154], [24, 162]], 0.2), GOLD, { finish: 'metal', fall: 0 }), lit(path(ell(160, 284, 147, 23), lin('v', '#fff0b8', '#ffe08a')), blur(10, path(ell(160, 290, 60, 14), '#ffffff', { op: 0.9 }))), lit(path(ell(160, 300, 30, 24), rad([0.45, 0.4, 0.6], '#ffffff', '#fff6d0', '#ffdf80'))),
    body(turned(L, c, { streak: [0.3, 0.9] })), lit(path('M12 282C12 300 80 306 160 306C240 306 308 300 308 282C300 296 240 303 160 303C80 303 20 296 12 282Z', '#fff3c4')), stroke(smooth(L.arc(282), false), '#d9a441', 4), lit(clip('M14 286C30 300 90 306 160 306C230 306 290 300 306 286L306 330L14 330Z', path(ell(160, 300, 30, 24), rad([0.45, 0.4, 0.6], '#ffffff', '#fff6d0', '#ffdf80')))),
  ]
}
function grandfatherClock() {
  const c = '#8f5632'
  const hood = smooth([[26, 180, 1], [26, 70, 1], [44, 44], [90, 16], [120, 10], [150, 16], [196, 44], [214, 70, 1], [214, 180, 1]])
  const win = rr(82, 214, 76, 216, 4)
  return [
    body(wood(rr(50, 186, 140, 270, 3), c, { upright: true, k: 3 }), wood(rr(28, 450, 184, 104, 4), c, { upright: true, k: 3 }), wood(rr(44, 468, 152, 66, 3), tone(c, 0.08), { upright: true, k: 2.4 }), wood(rr(16, 548, 208, 26, 4), tone(c, -0.04), { k: 2.4 }), wood(rr(20, 444, 200, 16, 4), tone(c, 0.08), { k: 2 })),
    path(win, lin('v', '#3a2620', '#54382c')), [[102, 250, 110], [138, 250, 150]].map(([x, y, h]) => [stroke(line([x, 214], [x, y + h - 60]), '#c8963a', 2), turned(lathe(x, [[8, y + h - 60, 1], [9, y + h - 54], [9, y + h - 14], [5, y + h - 8, 1]], 0.2), GOLD, { finish: 'metal' })]), stroke('M120 214L126 384', '#d9ab50', 4), path(ell(127, 392, 24), rad([0.38, 0.32, 0.75], '#fff6cc', '#f0bf4c', '#b97f1c', '#8a5a14')), clearGlass(win, { op: 0.08, edge: 0.4, k: 4 }), path(poly([[86, 420], [130, 218], [146, 218], [102, 420]]), '#fff/.14'), inset(win, 2, 3, 3, DARK, 0.6), stroke(win, tone(c, 0.2), 3),
    body(wood(hood, tone(c, 0.04), { upright: true, k: 4 }), wood(rr(16, 172, 208, 18, 5), tone(c, 0.1), { k: 2 }), [34, 192].map((x) => turned(lathe(x + 7, [[10, 74, 1], [7, 82], [8, 120], [7, 160], [10, 172, 1]], 0.16), tone(c, 0.06), { finish: 'wood' }))),
    keep(path(ell(120, 110, 64), gilt('d')), path(ell(120, 110, 57), rad([0.42, 0.38, 0.7], '#fffdf2', '#f7ecd0', '#dcc898')), inset(ell(120, 110, 57), 3, 4, 3, DARK, 0.35), stroke(range(12).map((i) => { const a = (i * Math.PI) / 6; return line([120 + 42 * Math.sin(a), 110 - 42 * Math.cos(a)], [120 + 51 * Math.sin(a), 110 - 51 * Math.cos(a)]) }).join(''), '#3d2a26', 4.4), stroke('M120 110L96 92', '#3d2a26', 5.4), stroke('M120 110L140 70', '#3d2a26', 3.6), knob(120, 110, 5, GOLD), stroke(smooth([[84, 50], [104, 36], [120, 34], [136, 36], [156, 50]], false), '#e9b850', 4)),
    turned(lathe(120, [[3, -22], [11, -12], [6, -2], [12, 6], [14, 12]], 0.2), GOLD, { finish: 'metal', fall: 0 }), [44, 196].map((x) => turned(lathe(x, [[3, 12], [9, 22], [5, 32], [9, 40], [10, 46]], 0.2), GOLD, { finish: 'metal', fall: 0 })),
  ]
}
function sink() {
  const c = '#f2f3f6'
  const L = lathe(180, [[52, 190, 1], [44, 210], [38, 280], [42, 340], [62, 372], [66, 386, 1]], 0.16)
  const basin = smooth([[14, 120, 1], [24, 150], [60, 184], [120, 204], [180, 208], [240, 204], [300, 184], [336, 150], [346, 120, 1]])
  const rim = smooth([[6, 112], [16, 90], [70, 74], [180, 68], [290, 74], [344, 90], [354, 112], [340, 132], [280, 148], [180, 154], [80, 148], [20, 132]])
  const bowlHole = smooth([[46, 112], [66, 98], [180, 90], [294, 98], [314, 112], [290, 130], [180, 140], [70, 130]])
  return [
    body(turned(L, c, { streak: [0.2, 0.7] }), path(basin, lin('h', [0, tone(c, -0.26)], [0.25, '#ffffff'], [0.55, tone(c, -0.06)], [1, tone(c, -0.4)])), clip(basin, path(basin, lin('v', `${DARK}/0`, `${DARK}/.2`)), blur(6, path(ell(90, 164, 12, 26), '#ffffff', { op: 0.9, t: 'rotate(-40 90 164)' }))), clip(L.d, blur(8, path(ell(180, 200, 80, 22), DARK, { op: 0.4 }))), path(rim, lin('d', '#ffffff', c, tone(c, -0.2))), inset(rim, 0, -3, 3, tone(c, -0.4), 0.5)),
    path(bowlHole, lin('v', tone(c, -0.42), tone(c, -0.14), '#ffffff')), inset(bowlHole, 3, 5, 5, DARK, 0.3), path(ell(180, 126, 13, 4), chrome()), path(ell(180, 126, 8, 2.4), '#4a4656'),
    stroke('M180 92L180 54C180 26 214 22 220 48L222 66', '#6a6e82', 17, { cap: 'butt' }), stroke('M180 92L180 54C180 26 214 22 220 48L222 66', '#b9bdcc', 13, { cap: 'butt' }), stroke('M177 92L177 54C178 34 204 28 214 46', '#ffffff/.85', 4, { cap: 'butt' }), path(ell(180, 92, 20, 6), chrome()), path(rr(211, 62, 20, 8, 3), chrome()), [[112, '#e0564a'], [248, '#4f9ad8']].map(([x, k]) => [path(ell(x, 92, 15, 5), chrome()), path(rr(x - 6, 66, 12, 26, 3), chrome()), bar([x - 22, 64], [x + 22, 64], 9, '#c9ccd8'), knob(x - 24, 64, 6, '#d5d8e2'), knob(x + 24, 64, 6, '#d5d8e2'), path(ell(x, 62, 6, 4), k)]),
    lit(path(smooth([[217, 70], [226, 70], [224, 100], [222, 122], [219, 100]]), lin('v', '#bfe6fa/.9', '#8fd0f2/.5'))), path(ell(222, 124, 14, 4), '#d6effb/.7'),
  ]
}
function easel() {
  const c = '#b67c48'
  const canvas = rr(50, 70, 220, 170, 2)
  return [
    leg([160, 30], [176, 400], 12, 13, tone(c, -0.36)), body(leg([148, 8], [30, 420], 15, 17, c), leg([172, 8], [290, 420], 15, 17, tone(c, -0.08)), bar([84, 330], [236, 330], 11, tone(c, -0.05))),
    path(rr(56, 76, 220, 170, 2), `${DARK}/.3`), keep(path(canvas, '#fbf7ee'), inset(canvas, -2, -3, 3, '#a89c86', 0.8)), keep(clip(rr(62, 82, 196, 146, 1), path(rr(62, 82, 196, 146), linU([0, 82, 0, 180], '#4f8fd0', '#a8d2ee', '#fbe3b4')), path(ell(206, 116, 18), '#ffe27a'), range(18).map((i) => { const [x, y] = [rand(62, 258), rand(86, 150)]; return blur(0.8, stroke(smooth([[x - 18, y], [x, y - 4], [x + 18, y + 1]], false), pick(['#ffffff', '#cfe6f6', '#7fb8e6', '#f7d9a0']), rand(4, 8), { op: 0.6 })) }), path(smooth([[50, 186], [100, 150], [150, 176], [200, 150], [270, 180], [270, 240, 1], [50, 240, 1]]), '#5a9a5a'), path(smooth([[50, 210], [120, 186], [200, 204], [270, 190], [270, 240, 1], [50, 240, 1]]), '#3f7f4a'), range(40).map(() => { const [x, y] = [rand(64, 256), rand(190, 226)]; return path(ell(x, y, rand(2, 5), rand(2, 4)), pick(['#e8504f', '#f6c23c', '#f28aa4', '#ffffff', '#8a5fc4', '#6fbf5a'])) }), [[96, 176], [112, 172], [90, 162], [104, 156]].map(([x, y]) => path(ell(x, y, 14, 12), pick(['#2f6f3f', '#3f8a4a']))), path(rr(98, 180, 6, 22), '#6a4428'))),
    body(wood(rr(40, 240, 240, 20, 3), tone(c, 0.08), { k: 2 }), wood(rr(142, 0, 36, 76, 5), tone(c, 0.05), { upright: true, k: 2.6 }), wood(rr(132, 58, 56, 18, 4), tone(c, 0.1), { k: 2 })), knob(160, 250, 8, GOLD), knob(160, 26, 6, GOLD), path(rr(46, 258, 228, 8), `${DARK}/.22`),
    keep(path(rr(200, 228, 22, 14, 3), lin('v', '#9fc8e6', '#5a8fbc')), path(rr(230, 232, 34, 9, 4), lin('v', '#ff8f86', '#c83f3a'))),
  ]
}
function hammock() {
  const [c, stripe] = ['#d9583f', '#f6e3bc']
  const wooden = '#a8703f'
  const sling = smooth([[96, 96, 1], [150, 168], [230, 212], [310, 222], [390, 212], [470, 168], [524, 96, 1], [486, 200], [420, 256], [310, 274], [200, 256], [134, 200]])
  const inner = smooth([[96, 96, 1], [170, 150], [240, 176], [310, 182], [380, 176], [450, 150], [524, 96, 1], [470, 168], [390, 212], [310, 222], [230, 212], [150, 168]])
  const post = (s) => { const X = (x) => 310 + s * x; return [leg([X(190), 352], [X(296), 60], 18, 16, s < 0 ? wooden : tone(wooden, -0.08))] }
  const threads = (s) => { const X = (x) => 310 + s * x; return stroke(range(7).map((i) => line([X(288), 76], [X(226 - i * 2), 88 + i * 16])).join(''), '#efe2c4', 2.6) }
  return [
    [-1, 1].map((s) => leg([310 + s * 150, 330], [310 + s * 262, 76], 12, 12, tone(wooden, -0.4))), threads(-1), threads(1), path(inner, lin('v', tone(c, -0.5), tone(c, -0.3))), clip(inner, range(6).map((i) => path(smooth([[90, 92 + i * 5, 1], [310, 186 + i * 8], [530, 92 + i * 5, 1], [310, 190 + i * 8]]), `${stripe}/.4`))),
    body(path(sling, lin('v', tone(c, 0.12), c, tone(c, -0.3)))), keep(clip(sling, range(5).map((i) => { const k = 14 + i * 17; return stroke(smooth([[96 + i * 3, 92], [150, 150 + k], [230, 200 + k], [310, 210 + k], [390, 200 + k], [470, 150 + k], [524 - i * 3, 92]], false), [stripe, '#f0b23c', stripe, '#3f8f8a', stripe][i], i % 2 ? 5 : 8) }))), clip(sling, path(sling, lin('h', [0, `${DARK}/.3`], [0.25, '#fff/.12'], [0.6, '#fff/0'], [1, `${DARK}/.36`])), range(9).map((i) => blur(4, stroke(smooth([[130 + i * 45, 130], [150 + i * 40, 200], [180 + i * 32, 290]], false), DARK, 5, { op: 0.16 })))), inset(sling, 0, -5, 6, DARK, 0.45), inset(sling, 0, 3, 2.5, '#fff4dc', 0.6),
    keep(stroke(range(26).map((i) => { const [x, y] = walk(smooth([[134, 200], [200, 256], [310, 274], [420, 256], [486, 200]], false), 26)[i]; return line([x, y], [x + rand(-2, 2), y + 14]) }).join(''), stripe, 3)),
    body([-1, 1].map(post), tube('M122 352L498 352', 18, wooden), [-1, 1].map((s) => [tube(line([310 + s * 212, 352], [310 + s * 212, 352.1]), 20, wooden), bar([310 + s * 188 - 44, 366], [310 + s * 188 + 44, 366], 15, tone(wooden, -0.1))])), [-1, 1].map((s) => [knob(310 + s * 291, 74, 7, STEEL), tube(line([310 + s * 290, 76], [310 + s * 276, 82]), 4, '#e9dcc0')]),
  ]
}
function deckchair() {
  const c = '#2f86b8'
  const wooden = '#c08a52'
  const cloth = smooth([[60, 22, 1], [150, 4, 1], [176, 90], [206, 170], [250, 226], [300, 236], [356, 214, 1], [316, 248, 1], [256, 268], [188, 246], [138, 170], [100, 90]])
  const f = (t, w) => { const left = walk(smooth([[60, 22], [100, 90], [138, 170], [188, 246], [256, 268], [316, 248]], false), 20); const right = walk(smooth([[150, 4], [176, 90], [206, 170], [250, 226], [300, 236], [356, 214]], false), 20); return left.map(([x, y], i) => [x + (right[i][0] - x) * t, y + (right[i][1] - y) * t]) }
  const band = (a, b) => `${smooth(f(a), false)}L${smooth(f(b).reverse(), false).slice(1)}Z`
  return [
    bar([146, 2], [338, 330], 13, tone(wooden, -0.3)), bar([96, 326], [372, 206], 13, tone(wooden, -0.34)),
    body(path(cloth, lin('d', tone(c, 0.2), c, tone(c, -0.25)))), keep([0.14, 0.42, 0.7].map((t) => path(band(t, t + 0.15), '#fff6e4'))), clip(cloth, blur(10, path(smooth([[180, 190], [230, 250], [320, 240], [300, 280], [200, 280]]), DARK, { op: 0.3 })), blur(9, path(smooth([[90, 40], [140, 24], [170, 100], [130, 110]]), '#ffffff', { op: 0.25 })), blur(4, path(poly([[50, 10], [160, -6], [160, 14], [56, 36]]), DARK, { op: 0.22 }))), inset(cloth, -2, -4, 4, DARK, 0.35),
    body(bar([54, 20], [156, 2], 13, wooden), bar([54, 22], [262, 366], 15, wooden), bar([20, 366], [320, 250], 15, wooden), bar([312, 254], [364, 210], 13, wooden), bar([256, 360], [336, 326], 10, tone(wooden, -0.15)), bar([24, 362], [98, 324], 10, tone(wooden, -0.2)), bar([98, 98], [70, 348], 9, tone(wooden, -0.1))), keep(knob(166, 208, 5, '#8a8796'), knob(176, 306, 5, '#8a8796')),
  ]
}
function parasol() {
  const c = '#e0453f'
  const tip = [200, 34]
  const rim = range(9).map((i) => { const a = Math.PI * (1 - i / 8); return [200 + 192 * Math.cos(a), 176 - 26 * Math.sin(a) + 30] })
  const seg = (i) => { const [a, b] = [rim[i], rim[i + 1]]; const k = 0.5; const bow = ([x, y]) => [200 + (x - 200) * 0.62, tip[1] + (y - tip[1]) * 0.24]; return smooth([[...tip, 1], bow(a), [...a, 1], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 9], [...b, 1], bow(b)]) }
  const outline = smooth([[...tip, 1], [81, 70], [...rim[0], 1], ...range(8).flatMap((i) => [[(rim[i][0] + rim[i + 1][0]) / 2, (rim[i][1] + rim[i + 1][1]) / 2 - 8], [...rim[i + 1], 1]]), [319, 70]])
  return [
    stroke('M200 40L200 470', '#8a8fa2', 9), stroke('M200 40L200 470', '#f3f4f8', 6, { t: 'translate(-1 0)' }), path(poly([[196, 466], [204, 466], [200, 486]]), '#8a8fa2'), path(smooth([[8, 206], [60, 178], [130, 168], [200, 166], [270, 168], [340, 178], [392, 206], [330, 192], [200, 186], [70, 192]]), tone(c, -0.6)), turned(lathe(200, [[8, 286, 1], [9, 290], [9, 316], [8, 320, 1]], 0.2), '#d9dce6', { fall: 0 }),
    range(8).map((i) => (i % 2 ? keep : body)(path(seg(i), lin('v', i % 2 ? '#ffffff' : tone(c, 0.22), i % 2 ? '#f6ead6' : c, i % 2 ? '#dccfbc' : tone(c, -0.2))))), path(outline, linU([10, 0, 392, 0], [0, `${DARK}/.16`], [0.3, '#fff/.22'], [0.55, '#fff/0'], [1, `${DARK}/.4`])), clip(outline, blur(6, stroke(smooth([[100, 150], [130, 90], [180, 52]], false), '#ffffff', 14, { op: 0.4 }))),
    range(9).map((i) => stroke(smooth([tip, [200 + (rim[i][0] - 200) * 0.62, tip[1] + (rim[i][1] - tip[1]) * 0.24], rim[i]], false), `${DARK}/.12`, 1.6)), turned(lathe(200, [[3, 6], [7, 14], [4, 24], [10, 36]], 0.25), '#f2ead9', { fall: 0 }),
  ]
}
function clothesline() {
  const wooden = '#a8703f'
  const sag = (x) => 74 + 26 * Math.sin((Math.PI * (x - 40)) / 440)
  const peg = (x) => group([path(rr(-4, -9, 8, 24, 2), lin('h', '#f0cf98', '#b98a54')), path(rr(-4, 1, 8, 2), '#8a8796')], { t: `translate(${x} ${n(sag(x))}) rotate(${n(rand(-7, 7))})` })
  const hang = (d, c, folds) => [plush(d, c, { k: 8, core: 0.4 }), clip(d, folds.map((p) => fold(smooth(p, false), 6, { dark: 0.2, light: 0.25 })))]
  const [a, b, e] = [sag(104), sag(200), sag(330)]
  const shirt = smooth([[84, a + 4, 1], [66, a + 14], [38, a + 70, 1], [62, a + 82, 1], [76, a + 58, 1], [72, a + 140, 1], [106, a + 146], [140, a + 140, 1], [136, a + 58, 1], [150, a + 82, 1], [174, a + 70, 1], [146, a + 14], [128, a + 4, 1], [106, a + 20]])
  const sheet = smooth([[196, b, 1], [246, sag(246) + 3], [296, sag(296), 1], [300, b + 90], [296, b + 176, 1], [270, b + 168], [246, b + 178], [220, b + 170], [194, b + 178, 1], [192, b + 90]])
  const pants = smooth([[326, e, 1], [392, sag(392), 1], [400, e + 70], [408, e + 158, 1], [374, e + 162, 1], [364, e + 66, 1], [356, e + 162, 1], [320, e + 160, 1], [322, e + 70]])
  const sock = (x, c) => { const y = sag(x); return [vol(smooth([[x - 10, y + 2, 1], [x + 11, y + 2, 1], [x + 11, y + 40], [x + 30, y + 56], [x + 28, y + 72], [x + 6, y + 70], [x - 10, y + 56]]), c, { k: 4 }), path(rr(x - 10, y + 10, 21, 6), '#fff/.7')] }
  return [
    [20, 500].map((x) => [wood(rr(x - 9, 40, 18, 372, 3), wooden, { upright: true, k: 2.4 }), wood(rr(x - 40, 52, 80, 15, 4), tone(wooden, 0.05), { k: 2 }), bar([x - 30, 66], [x - 6, 96], 6, tone(wooden, -0.15)), bar([x + 30, 66], [x + 6, 96], 6, tone(wooden, -0.2))]),
    stroke(smooth(range(12).map((i) => [20 + i * 43.6, sag(20 + i * 43.6) - (i === 0 || i === 11 ? 8 : 0)]), false), '#8a8090', 4), stroke(smooth(range(12).map((i) => [20 + i * 43.6, sag(20 + i * 43.6) - 1 - (i === 0 || i === 11 ? 8 : 0)]), false), '#efe8dc', 2.4),
    body(hang(shirt, '#4f9ad8', [[[90, a + 20], [86, a + 80], [90, a + 140]], [[124, a + 20], [126, a + 80], [120, a + 140]]])), keep(stroke(range(3).map((i) => smooth([[70, a + 70 + i * 22], [106, a + 74 + i * 22], [140, a + 70 + i * 22]], false)).join(''), '#fff/.75', 6), hang(sheet, '#fbf6ee', [[[214, b], [216, b + 90], [220, b + 180]], [[246, b], [248, b + 90], [246, b + 180]], [[276, b], [274, b + 90], [272, b + 180]]]), stroke(smooth([[194, b + 154], [220, b + 148], [246, b + 156], [270, b + 146], [297, b + 152]], false), '#f28aa4', 6), hang(pants, '#3f5f9a', [[[336, e + 20], [334, e + 90], [336, e + 160]], [[388, e + 20], [390, e + 90], [392, e + 160]]]), stroke(smooth([[326, e + 12], [358, e + 14], [392, sag(392) + 12]], false), `${tone('#3f5f9a', -0.4)}`, 2.4), sock(428, '#e8504f'), sock(468, '#f2b83a')),
    [86, 126, 200, 246, 292, 330, 388, 430, 470].map(peg),
  ]
}
function stove() {
  const c = '#e9ebef'
  const burner = (x, y, s) => [path(ell(x, y, 44 * s, 10 * s), '#4a4656'), path(ell(x, y - 1, 30 * s, 6.5 * s), '#6a6678'), stroke(line([x - 46 * s, y - 5], [x + 46 * s, y - 5]) + line([x - 28 * s, y - 12 * s], [x + 28 * s, y + 4 * s]) + line([x + 28 * s, y - 12 * s], [x - 28 * s, y + 4 * s]), '#34303e', 5 * s)]
  const win = rr(62, 216, 216, 104, 10)
  return [
    body(path(poly([[24, 0], [316, 0], [322, 66], [18, 66]], 8), lin('v', tone(c, 0.4), tone(c, -0.12)))), keep(path(rr(120, 16, 100, 34, 6), '#3a3646'), lit(stroke('M142 26L142 40M150 26L158 26L158 33L150 33L150 40L158 40M170 28L170 29M170 37L170 38M182 26L190 26L190 40L182 40ZM198 26L198 40', '#7ff0c0', 3))),
    path(poly([[18, 64], [322, 64], [334, 92], [6, 92]], 3), lin('v', '#8a8796', '#5d5a68')), burner(94, 76, 0.9), burner(246, 76, 0.9), burner(170, 84, 0.6),
    body(vol(rr(4, 90, 332, 300, 8), c, { k: 7, lo: 0.22 }), path(rr(4, 90, 332, 56, 8), lin('v', '#ffffff', tone(c, -0.12)))), [44, 98, 242, 296].map((x, i) => [path(ell(x, 121, 19), `${DARK}/.25`), path(ell(x, 118, 18), rad([0.4, 0.32, 0.75], '#6a6678', '#3d3948', '#24212c')), group([path(rr(-2.5, -15, 5, 14, 2), '#ffffff')], { t: `translate(${x} 118) rotate(${[0, 60, -40, 20][i]})` })]), knob(170, 118, 9, '#e8504f'), stroke('M6 148L334 148', `${tone(c, -0.5)}/.6`, 3),
    body(vol(rr(24, 162, 292, 182, 10), tone(c, 0.05), { k: 5 })), lit(path(win, lin('v', '#4a3440', '#6a4030', '#c9783a'))), path(rr(62, 262, 216, 4), '#a89aa0/.8'), path(rr(62, 292, 216, 4), '#a89aa0/.8'), inset(win, 5, 6, 6, DARK, 0.7), path(poly([[90, 320], [150, 216], [186, 216], [126, 320]]), '#fff/.14'), stroke(win, '#8a8796', 4), tube('M50 188L290 188', 13, '#c6c9d6'), [56, 284].map((x) => path(rr(x - 6, 184, 12, 18, 3), chrome('v'))), path(rr(24, 352, 292, 30, 6), lin('v', '#ffffff', tone(c, -0.1), tone(c, -0.3))), path(rr(140, 362, 60, 8, 4), chrome('v')), [24, 286].map((x) => path(rr(x, 388, 30, 14, 3), lin('v', '#4a4656', '#2f2b38'))),
  ]
}
function fridge() {
  const c = '#8fd0c4'
  const shell = smooth([[8, 440, 1], [6, 90], [16, 40], [50, 10], [130, 4], [210, 10], [244, 40], [254, 90], [252, 440, 1]])
  return [
    [30, 196].map((x) => path(rr(x, 436, 36, 22, 5), lin('h', '#e9ecf3', '#8a8fa2', '#5d6172'))), body(vol(shell, c, { k: 16, way: 'h', hi: 0.24, lo: 0.24 }), clip(shell, blur(8, path(rr(34, 46, 20, 360, 10), '#ffffff', { op: 0.55 })), path(rr(0, 150, 260, 4), `${tone(c, -0.5)}`), path(rr(0, 154, 260, 2.5), `${tone(c, 0.6)}`), blur(5, path(rr(0, 420, 260, 30), DARK, { op: 0.25 })))), inset(shell, 2, 3, 2.5, '#ffffff', 0.6),
    [[96, 40], [176, 92]].map(([y, h]) => [path(rr(212, y + 3, 18, h, 8), `${DARK}/.3`), path(rr(209, y, 18, h, 8), chrome()), path(rr(206, y + 4, 24, 12, 4), chrome('v')), path(rr(206, y + h - 16, 24, 12, 4), chrome('v'))]), path(rr(70, 60, 116, 22, 6), chrome('v')), stroke('M82 71L174 71', '#8a8fa2', 2), path(rr(20, 412, 220, 5, 2), chrome('v')),
    keep(turn(-6, 92, 240, path(rr(66, 214, 54, 64, 2), '#fffaf0'), path(rr(66, 214, 54, 64, 2), lin('d', '#fff/0', `${DARK}/.1`)), stroke(smooth([[76, 260], [86, 240], [94, 254], [104, 234], [112, 250]], false), '#e8504f', 4), path(ell(104, 228, 6), '#f6c23c'), knob(93, 217, 6, '#e8504f')), turn(5, 150, 220, path(rr(134, 204, 38, 38, 1), '#ffe27a'), stroke('M141 216L164 216M141 224L164 224M141 232L156 232', '#b9903a', 2)), knob(150, 206, 4.5, '#4f8fe0')),
  ]
}
function microwave() {
  const c = '#d9dce4'
  const win = rr(28, 46, 236, 140, 12)
  return [
    [40, 330].map((x) => path(rr(x, 222, 30, 12, 3), '#3d3948')), path(poly([[8, 22], [26, 4], [374, 4], [392, 22]], 5), lin('v', tone(c, 0.2), tone(c, -0.1))), body(vol(rr(4, 16, 392, 210, 14), c, { k: 8, lo: 0.2 })), path(rr(16, 30, 262, 180, 10), lin('d', '#5a5666', '#3a3644')), lit(path(win, lin('v', '#4a3c40', '#8a6038', '#e0a24a'))), keep(path(ell(146, 170, 86, 10), '#fff/.25'), path(smooth([[112, 130, 1], [180, 130, 1], [172, 160], [146, 168], [120, 160]]), lin('h', '#ffffff', '#d9d2cc')), path(ell(146, 130, 34, 7), '#e88a3c')), clip(win, range(12).map((r) => range(18).map((k) => path(ell(36 + k * 13 + (r % 2) * 6, 52 + r * 12, 1.7), `${DARK}/.28`)))), inset(win, 4, 5, 6, DARK, 0.7), path(poly([[60, 186], [120, 46], [160, 46], [100, 186]]), '#fff/.13'), path(rr(262, 42, 11, 150, 5), chrome()),
    keep(path(rr(296, 36, 84, 34, 6), '#2f2b3a'), lit(stroke('M306 46L316 46L316 52L306 52L306 60L316 60M328 48L328 49M328 57L328 58M340 46L350 46L350 60L340 60L340 46M360 46L370 46L370 60L360 60M360 53L370 53', '#7ff0c0', 3.2)), range(12).map((i) => { const [x, y] = [298 + (i % 3) * 28, 84 + Math.floor(i / 3) * 22]; return path(rr(x, y + 1.5, 23, 16, 4), `${DARK}/.3`) + path(rr(x, y, 23, 16, 4), lin('v', '#ffffff', '#c9ccd6')) }), path(rr(298, 178, 38, 28, 6), lin('v', '#8fe0a0', '#3f9e5a')), path(rr(342, 178, 38, 28, 6), lin('v', '#ff9a8a', '#c8433c'))),
  ]
}
function toaster() {
  const c = '#d8493f'
  const shell = smooth([[14, 252, 1], [10, 180], [20, 112], [52, 80], [110, 70], [230, 70], [288, 80], [320, 112], [330, 180], [326, 252, 1]])
  const deck = smooth([[44, 86], [80, 74], [170, 70], [260, 74], [296, 86], [260, 100], [170, 104], [80, 100]])
  const slot = smooth([[66, 87], [110, 81], [170, 80], [230, 81], [274, 87], [230, 94], [170, 95], [110, 94]])
  const slice = (x, y, k) => { const d = smooth([[x + 8, y + 90, 1], [x + 6, y + 46], [x - 2, y + 30], [x + 10, y + 8], [x + 60, y], [x + 110, y + 8], [x + 122, y + 30], [x + 114, y + 46], [x + 112, y + 90, 1]]); return [vol(d, tone('#c98440', k), { k: 6 }), path(smooth([[x + 18, y + 90, 1], [x + 16, y + 46], [x + 9, y + 32], [x + 20, y + 16], [x + 60, y + 10], [x + 100, y + 16], [x + 111, y + 32], [x + 104, y + 46], [x + 102, y + 90, 1]]), rad([0.5, 0.5, 0.6], tone('#f6dca8', k), tone('#e9bd78', k)))] }
  return [
    body(vol(shell, c, { k: 18, hi: 0.26 }), path(deck, lin('v', tone(c, 0.16), tone(c, 0.42)))), path(slot, '#3a2c34'),
    keep(clip('M0 -60L340 -60L340 88L274 88C230 94 110 94 66 88L0 88Z', slice(84, 6, -0.12), slice(134, 14, 0), blur(4, path(rr(60, 78, 220, 20), DARK, { op: 0.5 })))),
    clip(shell, blur(7, path(smooth([[36, 140], [52, 116], [116, 112], [110, 126], [58, 138], [46, 190], [34, 184]]), '#ffffff', { op: 0.6 }))), path(rr(12, 226, 317, 10), chrome('v')), path(rr(2, 240, 337, 30, 10), lin('v', '#5a5566', '#2f2b38')), path(rr(286, 140, 10, 64, 4), '#3a2c34'), vol(rr(272, 150, 38, 18, 7), '#4a4656', { k: 3 }), path(ell(62, 196, 17), chrome('v')), path(ell(62, 196, 12), rad([0.4, 0.32, 0.75], '#6a6678', '#34303e')), stroke('M62 196L62 186', '#fff', 3), [110, 130, 150].map((x, i) => lit(knob(x, 198, 5, ['#ffb43a', '#f3f3f0', '#f3f3f0'][i]))),
  ]
}
function cuttingBoard() {
  const c = '#cf9a5c'
  const top = smooth([[60, 20, 1], [330, 20, 1], [344, 24], [352, 44], [372, 46], [386, 36], [420, 36], [448, 52], [446, 74], [420, 82], [388, 82], [376, 96], [384, 112], [392, 122], [380, 130, 1], [22, 130, 1], [10, 126], [14, 116], [46, 26]])
  const hole = ell(420, 58, 12, 8)
  return body(
    path(top, tone(c, -0.5), { t: 'translate(0 15)' }), path(top, tone(c, -0.32), { t: 'translate(0 10)' }), clip(smooth([[0, 124, 1], [400, 124, 1], [392, 144], [12, 144]]), path(rr(8, 128, 384, 16), lin('h', tone(c, -0.1), tone(c, -0.36)))), path(top + hole, lin('d', tone(c, 0.34), tone(c, 0.08), tone(c, -0.12)), { rule: true }), clipEven(top + hole, [30, 58, 88].map((y, i) => path(rr(-10, y, 480, [26, 28, 30][i]), [`${tone(c, -0.2)}/.35`, `${tone(c, 0.3)}/.3`, `${tone(c, -0.14)}/.3`][i])), grain(top, c, { count: 16, op: 0.35 }), stroke(range(14).map(() => { const [x, y] = [rand(70, 320), rand(34, 118)]; return line([x, y], [x + rand(20, 60), y + rand(-14, 14)]) }).join(''), `${tone(c, -0.4)}/.25`, 1.2), blur(8, path(ell(120, 50, 80, 14), '#ffffff', { op: 0.3 }))), stroke(smooth([[66, 32, 1], [318, 32, 1], [354, 118, 1], [36, 118, 1]]), `${tone(c, -0.4)}/.5`, 3.4), stroke(smooth([[66, 34.5, 1], [318, 34.5, 1], [354, 120.5, 1], [36, 120.5, 1]]), '#fff/.4', 1.5), inset(top, 0, -2, 1.5, '#ffffff', 0.6),
  )
}
export const drawings = {
  suitcase, painting, fireplace, curtain, cushion, blanket, 'picnic-blanket': picnicBlanket, birdcage, throne, 'rocking-chair': rockingChair, wardrobe, drawers, chandelier, 'pendant-lamp': pendantLamp,
  'grandfather-clock': grandfatherClock, sink, easel, hammock, deckchair, parasol, clothesline, stove, fridge, microwave, toaster, 'cutting-board': cuttingBoard,
}

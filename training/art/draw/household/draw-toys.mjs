/** Toys, games, plain shapes, signs. */
import {
  DARK, GOLD, OAK, WOOD, STEEL, at, ball, bar, blur, body, chrome, clip, clipEven, ell, flip, gilt, grain, group, inset, keep, knob, lathe, lin, linU, line, lit, mix, n, path, pick, poly, quad,
  rad, radU, rand, range, rr, smooth, stroke, tone, tube, turned, vol, wood, around, turn, star, tyre, plush,
} from './kit.mjs'

/** A ball's shade over whatever is painted on it. */
const ballShade = (x, y, r, { gloss = 0.75 } = {}) => [
  path(ell(x, y, r), radU([x - r * 0.3, y - r * 0.36, r * 1.45], 1, [0, '#fff/.34'], [0.3, '#fff/.06'], [0.55, `${DARK}/.04`], [0.82, `${DARK}/.36`], [1, `${DARK}/.55`])),
  clip(ell(x, y, r), blur(r * 0.045, stroke(smooth([[x + r * 0.42, y + r * 0.84], [x + r * 0.74, y + r * 0.6], [x + r * 0.92, y + r * 0.24]], false), '#ffffff', r * 0.07, { op: 0.22 }))),
  gloss > 0 ? blur(r * 0.05, path(ell(0, 0, r * 0.24, r * 0.13), '#ffffff', { op: gloss, t: `translate(${n(x - r * 0.38)} ${n(y - r * 0.52)}) rotate(-36)` })) : '',
]
function ballToy() {
  const [c, r] = ['#e0443c', 150]
  const tilt = 0.3 // seen from above, so that the belt bends
  const P = (a, b) => [r + r * Math.sin(a) * Math.cos(b), r - r * (Math.sin(b) * Math.cos(tilt) - Math.cos(b) * Math.cos(a) * Math.sin(tilt))]
  const edge = (lat, way) => { const at = [-1.5, -1.1, -0.7, -0.3, 0.1, 0.5, 0.9, 1.3, 1.6].map((a) => P(a * way, lat)); return [[at[0][0] - 40 * way, at[0][1] - 16], ...at, [at.at(-1)[0] + 40 * way, at.at(-1)[1] - 16]] }
  const belt = (lat1, lat2) => `${smooth(edge(lat1, 1), false)}L${smooth(edge(lat2, -1), false).slice(1)}Z`
  return [body(path(ell(r, r, r), c)), keep(group([clip(ell(r, r, r), path(belt(0.36, -0.3), '#fff7e6'), path(belt(0.22, -0.16), '#2f7fc4'))], { t: `rotate(-18 ${r} ${r})` })), keep(group([path(ell(r - 12, r + 46, 62, 58), '#fff7e6'), path(star(r - 12, r + 48, 47, 21, 5), '#f5b93a')], { t: `rotate(-10 ${r} ${r})` })), ballShade(r, r, r)]
}
function beachBall() {
  const r = 160
  const [px, py] = [196, 70]
  const colors = ['#e8453f', '#fffaf0', '#f6c23c', '#fffaf0', '#3a8fd6', '#fffaf0']
  const rim = (a) => [r + r * Math.cos(a), r + r * Math.sin(a)]
  const wedges = colors.map((c, i) => {
    const [a, b] = [i, i + 1].map((k) => (k * Math.PI) / 3 - 0.5)
    const bend = (t) => { const [x, y] = rim(t); const [mx, my] = [(px + x) / 2, (py + y) / 2]; return [mx + (mx - r) * 0.36, my + (my - r) * 0.36] }
    const [A, B, Ca, Cb] = [rim(a), rim(b), bend(a), bend(b)]
    const far = [r + 2 * r * Math.cos((a + b) / 2), r + 2 * r * Math.sin((a + b) / 2)]
    return path(`M${px} ${py}C${[...Ca, ...Ca, ...A].map(n).join(' ')}L${far.map(n).join(' ')}L${B.map(n).join(' ')}C${[...Cb, ...Cb, px, py].map(n).join(' ')}Z`, c, { role: c === '#e8453f' ? 'body' : 'keep' })
  })
  const seams = range(6).map((i) => { const a = (i * Math.PI) / 3 - 0.5; const [x, y] = rim(a); const [mx, my] = [(px + x) / 2, (py + y) / 2]; const C = [mx + (mx - r) * 0.36, my + (my - r) * 0.36]; return `M${px} ${py}C${[...C, ...C, x, y].map(n).join(' ')}` }).join('')
  return [clip(ell(r, r, r), wedges, stroke(seams, `${DARK}/.12`, 2)), keep(path(ell(px, py, 19, 15), '#fffaf0', { t: `rotate(24 ${px} ${py})` }), path(ell(px + 2, py + 1, 6, 5), '#d9d2c4')), ballShade(r, r, r, { gloss: 0.9 })]
}
function tennisBall() {
  const [c, r] = ['#d3e64a', 120]
  const seam = [smooth([[20, 52], [70, 84], [92, 132], [82, 186], [54, 222]], false), smooth([[232, 70], [180, 78], [152, 114], [156, 162], [196, 212]], false)].join('')
  const fuzz = range(3).map((k) => stroke(range(170).map(() => { const [a, q] = [rand(0, 6.3), Math.sqrt(rand()) * r * 1.01]; const [x, y] = [r + q * Math.cos(a), r + q * Math.sin(a)]; const t = rand(0, 6.3); return line([x, y], [x + 4 * Math.cos(t), y + 4 * Math.sin(t)]) }).join(''), [`${tone(c, 0.5)}/.5`, `${tone(c, -0.3)}/.35`, `${tone(c, 0.2)}/.5`][k], 1.3, { cap: 'butt' }))
  return [body(path(ell(r, r, r), rad([0.38, 0.3, 0.8], tone(c, 0.4), c, tone(c, -0.28), tone(c, -0.42))), fuzz), clip(ell(r, r, r), stroke(seam, `${DARK}/.2`, 13, { t: 'translate(1.5 2)' }), stroke(seam, '#f8f8ea', 10)), path(ell(r, r, r), radU([r - 36, r - 43, r * 1.45], 1, [0, '#fff/.18'], [0.5, '#fff/0'], [0.85, `${DARK}/.24`], [1, `${DARK}/.36`]))]
}
const sphere = () => { const c = '#4f8fe0'; return [body(path(ell(150, 150, 148), rad([0.37, 0.3, 0.78], [0, tone(c, 0.55)], [0.2, tone(c, 0.26)], [0.5, c], [0.8, tone(c, -0.3)], [1, tone(c, -0.46)])), clip(ell(150, 150, 148), blur(9, stroke(smooth([[200, 282], [262, 236], [288, 176]], false), tone(c, 0.3), 14, { op: 0.55 })))), blur(8, path(ell(0, 0, 38, 22), '#ffffff', { op: 0.85, t: 'translate(98 74) rotate(-36)' }))] }

/** A cube from a corner, `s` units an edge: outline and its three faces, 100 units each. */
function cubeOf(s = 170, squash = 0.36) {
  const [w, h] = [s * 0.86, s * squash]
  const [T, L, R, F] = [[w, 0], [0, h], [2 * w, h], [w, 2 * h]]
  const down = ([x, y]) => [x, y + s * 0.98]
  const lean = ([x, y]) => { const [a, b] = down([x, y]); return [w + (a - w) * 0.94, b] }
  return {
    w: 2 * w, h: 2 * h + s * 0.98,
    hull: (r) => poly([T, R, lean(R), down(F), lean(L), L], r),
    top: quad(L, T, R, F, 100, 100), left: quad(L, F, down(F), lean(L), 100, 100), right: quad(F, R, lean(R), down(F), 100, 100),
  }
}
/** The bare faces of a cube, soft at the edges. */
function cubeFaces(q, c, { r = 7, gap = 1.6 } = {}) {
  const face = (f, fill) => path(f.map(rr(gap, gap, 100 - 2 * gap, 100 - 2 * gap, r)), fill)
  return [
    path(q.hull(15), tone(c, 0.14)), inset(q.hull(15), -4, -5, 4, tone(c, -0.5), 0.6),
    face(q.top, lin('d', tone(c, 0.42), tone(c, 0.24))), face(q.left, lin([0, 0, 0.3, 1], tone(c, 0.12), tone(c, -0.12))), face(q.right, lin([0, 0, 0.3, 1], tone(c, -0.16), tone(c, -0.38))),
    blur(1.2, stroke(line(q.left.place(7, 0.6), q.left.place(100, 0), q.right.place(93, 0.6)), '#ffffff', 2.6, { op: 0.5 })), blur(1.2, stroke(line(q.left.place(100, 3), q.left.place(100, 93)), '#ffffff', 2.6, { op: 0.4 })),
  ]
}
const cube = () => { const q = cubeOf(180); return body(cubeFaces(q, '#e0524a')) }
/** Strokes of letters in a box of 100: enough for a block of wood. */
const LETTER = { A: 'M22 82L50 18L78 82M32 60L68 60', B: 'M30 18L30 82L56 82C80 82 80 50 56 50L30 50M30 18L54 18C74 18 74 50 54 50', C: 'M76 30C62 10 24 14 24 50C24 86 62 90 76 70' }
function letterBlock(colors = ['#d9453c', '#2f7fc4', '#3d9a5a'], letters = ['A', 'B', 'C'], size = 170) {
  const q = cubeOf(size)
  const w = '#ecc88e'
  const side = (f, c, k, letter) => [wood(f.map(rr(1.4, 1.4, 97.2, 97.2, 6)), tone(w, k), { k: 2, count: 10, rim: 0.3, op: 0.3 }), path(f.map(rr(9, 9, 82, 82, 5)) + f.map(rr(16, 16, 68, 68, 3)), c, { rule: true }), stroke(f.map(LETTER[letter]), tone(c, -0.4), size * 0.085, { t: 'translate(1.5 1.8)' }), stroke(f.map(LETTER[letter]), c, size * 0.08), path(f.map(rr(1.4, 1.4, 97.2, 97.2, 6)), k < 0 ? `${DARK}/.16` : '#fff/.06')]
  return [body(path(q.hull(13), tone(w, 0.2))), body(side(q.top, colors[1], 0.25, letters[1]), side(q.left, colors[0], 0.06, letters[0]), side(q.right, colors[2], -0.14, letters[2])), blur(1.2, stroke(line(q.left.place(7, 0.6), q.left.place(100, 0), q.right.place(93, 0.6)), '#ffffff', 2.4, { op: 0.6 }))]
}
function cone() {
  const c = '#f0a030'
  const L = lathe(140, [[0.5, 4, 1], [136, 320, 1]], 0.2)
  return body(turned(L, c, { gloss: 0.5, streak: [0.3, 0.9], fall: 0.1 }), clip(L.d, blur(3, stroke(smooth(L.arc(318), false), tone(c, 0.5), 4, { op: 0.5 }))))
}
function cylinder() {
  const c = '#3fa46a'
  const L = lathe(120, [[116, 32, 1], [116, 270, 1]], 0.2)
  return body(turned(L, c, { streak: [0.16, 0.84] }), path(ell(120, 32, 116, 23), lin('d', tone(c, 0.5), tone(c, 0.2))), inset(ell(120, 32, 116, 23), 0, -1.6, 1.2, '#ffffff', 0.7))
}
function pyramidShape() {
  const c = '#8a5fd0'
  const [T, L, R, F] = [[160, 6], [10, 236], [318, 224], [136, 290]]
  const left = poly([T, F, L], [5, 8, 8])
  const right = poly([T, R, F], [5, 8, 8])
  return body(path(poly([T, R, F, L], [7, 10, 10, 10]), tone(c, 0.1)), path(left, lin([0.2, 0, 0.6, 1], tone(c, 0.34), tone(c, 0.02))), path(right, lin([0.2, 0, 0.6, 1], tone(c, -0.14), tone(c, -0.42))), inset(left, 2, 0, 3, tone(c, 0.6), 0.4), blur(1.2, stroke(line([159, 12], [136, 284]), '#ffffff', 3, { op: 0.6 })), inset(right, -3, -3, 4, tone(c, -0.6), 0.5))
}

function toyCar() {
  const c = '#e0483e'
  const shell = smooth([[10, 118], [14, 92], [40, 78], [84, 72], [112, 34], [136, 14], [190, 8], [244, 14], [272, 34], [300, 74], [350, 82], [382, 98], [388, 122], [384, 146], [366, 154], [36, 154], [16, 146]])
  const cabin = smooth([[104, 72, 1], [126, 38], [148, 26], [186, 22, 1], [186, 74, 1]])
  const front = smooth([[202, 22, 1], [236, 26], [256, 40], [276, 74, 1], [202, 74, 1]])
  const pane = (d) => lit(path(d, lin('v', '#bfe6fa', '#6fb6e4'))) + inset(d, 2, 3, 2.5, DARK, 0.35) + clip(d, path('M120 90L170 10L190 10L140 90ZM214 90L262 10L274 10L226 90Z', '#fff/.35'))
  const wheel = (x) => keep(path(ell(x, 148, 45), rad([0.42, 0.36, 0.7], '#5c566a', '#3c3746', '#24202c')), stroke(ell(x, 148, 36), '#6f697c/.5', 2), path(ell(x, 148, 26), lin('d', '#fff2b8', '#f5bd3c', '#c07f1c')), inset(ell(x, 148, 26), -2, -3, 2, '#7a4c10', 0.6), path(ell(x, 148, 9), ball('#e0483e')))
  return [body(vol(shell, c, { k: 11, hi: 0.24 }), clip(shell, blur(5, stroke('M30 96C120 86 280 92 372 108', '#ffffff', 8, { op: 0.45 })), blur(3, path(rr(0, 140, 400, 20), DARK, { op: 0.35 })))), clip(shell, [88, 306].map((x) => path(ell(x, 148, 54), tone(c, -0.55)))),
    pane(cabin), pane(front), keep(lit(path(ell(376, 112, 10, 13), rad([0.4, 0.35, 0.7], '#ffffff', '#fff0b0', '#f0b83c')))), path(rr(8, 102, 14, 18, 5), '#ffb43c'), path(rr(206, 88, 26, 6, 3), tone(c, 0.45)), stroke('M194 76L194 144', `${tone(c, -0.5)}/.6`, 2.4), path(rr(366, 136, 28, 14, 7), chrome('v')), path(rr(2, 136, 30, 14, 7), chrome('v')), keep(path(ell(150, 110, 24), '#fff8ea'), stroke('M144 98L152 94L152 126', '#c23a34', 6)), wheel(88), wheel(306)]
}
function toyTrain() {
  const [red, blue, green, yellow] = ['#d9453c', '#2f7fc4', '#3f9e62', '#f2b83a']
  const wheel = (x, y, r, c) => keep(path(ell(x, y, r), rad([0.38, 0.32, 0.75], tone(c, 0.3), c, tone(c, -0.4))), stroke(ell(x, y, r * 0.76), tone(c, -0.35), r * 0.09), range(6).map((i) => stroke(line([x, y], [x + r * 0.68 * Math.cos(i * 1.047), y + r * 0.68 * Math.sin(i * 1.047)]), tone(c, -0.3), r * 0.1)), path(ell(x, y, r * 0.22), ball('#fff0c8')))
  const boiler = rr(310, 104, 176, 92, 34)
  return [
    path(rr(196, 206, 40, 10, 4), '#6a5a58'), path(rr(8, 196, 196, 22, 6), lin('v', tone(WOOD, 0.3), tone(WOOD, -0.3))), body(vol(poly([[14, 116], [200, 116], [194, 200], [20, 200]], 8), green, { k: 7 })), [44, 76, 108, 140, 170].map((x) => stroke(line([x, 124], [x, 194]), `${tone(green, -0.5)}/.5`, 2.4)),
    keep([[40, 104, 24], [78, 94, 28], [120, 98, 27], [160, 104, 25], [100, 78, 20], [140, 82, 18]].map(([x, y, r], i) => path(poly(around(x, y, r, r * 0.84, 7, i * 0.5).map(([a, b]) => [a, b]), r * 0.4), rad([0.36, 0.3, 0.8], '#8a8498', '#56505f', '#332e3c'))), path(rr(8, 108, 198, 18, 6), lin('v', tone(green, 0.35), tone(green, -0.1)))),
    wheel(56, 226, 30, yellow), wheel(156, 226, 30, yellow),
    path(rr(226, 196, 274, 22, 6), lin('v', tone(WOOD, 0.3), tone(WOOD, -0.3))), vol(boiler, blue, { k: 12, way: 'v', hi: 0.3 }), [352, 426].map((x) => path(rr(x, 103, 12, 94, 3), lin('v', '#ffe9a0', '#f0b63a', '#9a6418'))), path(ell(480, 150, 20, 42), rad([0.4, 0.35, 0.7], tone(blue, 0.2), tone(blue, -0.2), tone(blue, -0.45))), knob(486, 150, 11, '#fff0b0'),
    body(vol(rr(228, 40, 98, 160, 8), red, { k: 7 })), lit(path(rr(246, 66, 62, 54, 10), lin('v', '#c8ebfb', '#7fc0e8'))), inset(rr(246, 66, 62, 54, 10), 2, 3, 2.5, DARK, 0.4), path(poly([[256, 120], [286, 66], [300, 66], [270, 120]]), '#fff/.35'), body(vol(smooth([[214, 42, 1], [220, 24], [277, 14], [334, 24], [340, 42, 1]]), tone(red, -0.08), { k: 5 })), path(rr(246, 140, 62, 40, 6), tone(red, -0.2)),
    turned(lathe(444, [[26, 40, 1], [28, 50], [19, 60], [19, 106, 1]], 0.22), yellow, { fall: 0.2 }), path(ell(444, 40, 25, 6), '#6a4a1c'), turned(lathe(388, [[10, 76], [20, 86], [20, 106, 1]], 0.2), yellow, {}), knob(388, 74, 7, yellow), path(poly([[492, 196], [530, 226], [530, 240], [478, 218]], 5), lin('v', tone(red, 0.1), tone(red, -0.3))),
    wheel(276, 218, 40, yellow), wheel(384, 230, 28, yellow), wheel(456, 230, 28, yellow), tube('M276 222L456 236', 7, red), knob(276, 222, 6, '#fff0c8'), knob(456, 236, 6, '#fff0c8'),
  ]
}
function blocks() {
  const slab = (x, y, w, h, c, r = 6) => vol(rr(x, y, w, h, r), c, { k: 6 }) + grain(rr(x, y, w, h, r), c, { count: 6, op: 0.16 })
  const bridge = 'M120 150L304 150L304 240L262 240C262 196 162 196 162 240L120 240Z'
  return keep(
    slab(6, 240, 110, 96, '#e0483e'), slab(122, 240, 60, 96, '#f2b83a'), slab(244, 240, 60, 96, '#3f9e62'), slab(310, 240, 100, 96, '#2f7fc4'),
    vol(bridge, '#8a5fc4', { k: 6 }), vol(poly([[24, 238], [62, 170], [100, 238]], 6), '#3a9fd0', { k: 5 }),
    turned(lathe(360, [[40, 152, 1], [40, 238, 1]], 0.2), '#f08a3c', { streak: [0.12, 0.86] }), path(ell(360, 152, 40, 8), tone('#f08a3c', 0.35)),
    slab(158, 70, 108, 78, '#f2c84a'), stroke('M192 124L212 88L232 124M199 112L225 112', '#c8453b', 8), vol(poly([[150, 68], [212, 6], [274, 68]], 7), '#e0483e', { k: 6 }),
  )
}
function chessPiece(c) { return { foot: [[66, 316], [70, 330], [92, 344], [98, 358], [98, 374], [92, 386, 1]] , c } }
function chessKing() {
  const { foot, c } = chessPiece('#ead9b5')
  const L = lathe(110, [[42, 96, 1], [58, 104], [52, 118], [38, 168, 1], [52, 176], [52, 186], [36, 194], [32, 240], [44, 296], ...foot], 0.17)
  return body(turned(L, c, { finish: 'glazed', streak: [0.3, 0.8] }), [168, 190, 328, 360].map((y) => clip(L.d, blur(1.4, stroke(smooth(L.arc(y), false), DARK, 3.4, { op: 0.35 })))), turned(lathe(110, [[10, 62], [34, 72], [52, 92], [54, 100, 1]], 0.2), c, { streak: [0.3, 0.9], fall: 0.1 }), vol(poly([[102, 62], [104, 46], [88, 48], [88, 32], [104, 34], [102, 12], [118, 12], [116, 34], [132, 32], [132, 48], [116, 46], [118, 62]], 3), c, { k: 3 }))
}
function chessKnight() {
  const { foot, c } = chessPiece('#5a4250')
  const L = lathe(120, [[60, 292, 1], ...foot.map(([r, y, k]) => [r, y - 8, k])], 0.17)
  const head = smooth([[64, 300, 1], [66, 250], [50, 190], [52, 120], [78, 68], [104, 44], [106, 16, 1], [126, 38], [150, 46], [178, 76], [206, 116], [224, 138], [228, 158], [216, 176], [198, 178], [186, 166], [160, 162], [150, 172], [162, 204], [176, 250], [178, 300, 1]])
  const mane = smooth([[64, 300, 1], [66, 250], [50, 190], [52, 120], [78, 68], [104, 44], [106, 20, 1], [110, 46], [88, 84], [78, 132], [80, 190], [94, 250], [94, 300, 1]])
  return body(turned(L, c, { gloss: 0.4 }), [320, 350].map((y) => clip(L.d, blur(1.4, stroke(smooth(L.arc(y), false), DARK, 3.4, { op: 0.45 })))), vol(head, c, { k: 13, hi: 0.3 }), path(mane, lin('h', tone(c, -0.05), tone(c, -0.4))), clip(mane, stroke(range(7).map((i) => smooth([[50 + i * 3, 90 + i * 34], [70 + i * 2, 94 + i * 33], [96, 110 + i * 30]], false)).join(''), `${tone(c, 0.3)}/.5`, 3.4)),
    clip(head, blur(6, path(smooth([[150, 172], [130, 190], [118, 240], [140, 300], [180, 300], [170, 220]]), DARK, { op: 0.3 })), blur(4, stroke(smooth([[128, 60], [160, 84], [196, 128]], false), '#ffffff', 7, { op: 0.35 }))), path(ell(146, 98, 9, 7), tone(c, -0.55)), path(ell(144, 95, 3), '#fff/.8'), path(ell(212, 152, 4.5, 3.4), tone(c, -0.6)), stroke(smooth([[200, 172], [188, 164], [176, 166]], false), tone(c, -0.55), 3), stroke(smooth([[118, 120], [128, 140], [124, 160]], false), `${tone(c, -0.5)}/.7`, 3))
}
function chessboard() {
  const f = quad([70, 60], [430, 60], [500, 196], [0, 196], 160, 160)
  const cells = [[], []]
  for (const r of range(8)) for (const k of range(8)) cells[(r + k) % 2].push(f.map(`M${k * 20} ${r * 20}L${k * 20 + 20} ${r * 20}L${k * 20 + 20} ${r * 20 + 20}L${k * 20} ${r * 20 + 20}Z`))
  const frame = poly([[60, 52], [440, 52], [518, 206], [-18, 206]], 5)
  const pawn = (col, row, c, k = 1) => { const [x, y] = f.place(col * 20 + 10, row * 20 + 12); const s = (0.2 + row * 0.011) * k; return at(x - 50 * s, y - 200 * s, s, blur(5, path(ell(78, 198, 60, 14), DARK, { op: 0.4 })), turned(lathe(50, [[12, 60, 1], [20, 76], [14, 90], [16, 130], [30, 164], [42, 176], [44, 196, 1]], 0.22), c, { streak: [0.2, 0.8] }), path(ell(50, 46, 26), ball(c))) }
  const tall = (col, row, c, k) => { const [x, y] = f.place(col * 20 + 10, row * 20 + 12); const s = (0.22 + row * 0.012) * k; return at(x - 50 * s, y - 260 * s, s, blur(5, path(ell(82, 258, 66, 14), DARK, { op: 0.4 })), turned(lathe(50, [[30, 62, 1], [18, 100], [24, 110], [15, 120], [18, 180], [36, 222], [48, 236], [50, 256, 1]], 0.22), c, { streak: [0.2, 0.8] }), path(poly([[20, 64], [14, 34], [30, 48], [50, 24], [70, 48], [86, 34], [80, 64]], 4), lin('h', tone(c, 0.3), c, tone(c, -0.4))), path(ell(50, 24, 8), ball(c))) }
  const [w, b] = ['#f3e6c8', '#54404c']
  return [
    wood(poly([[-18, 204], [518, 204], [514, 232], [-14, 232]], 4), '#7c4a30', { k: 2 }), wood(frame, '#8f5836', { k: 2.5, count: 12 }), keep(path(f.outline, '#e9cf9f'), path(cells[0].join(''), '#f0dcb2'), path(cells[1].join(''), '#8a5a3a')), path(f.outline, lin('v', `${DARK}/.12`, '#fff/.12')), inset(f.outline, 1, 2, 1.6, DARK, 0.4),
    keep([1, 3, 6].map((k) => pawn(k, 1, b)), tall(4, 0, b, 0.95), pawn(4, 3, b), pawn(3, 4, w), pawn(1, 5, w), pawn(6, 6, w), tall(3, 6, w, 1.05)),
  ]
}
function spinningTop() {
  const L = lathe(150, [[18, 92, 1], [60, 104], [118, 140], [132, 164], [112, 196], [56, 252], [18, 284], [8, 306], [2, 322, 1]], 0.2)
  const bands = [[92, 118, '#f2b83a'], [118, 140, '#2f7fc4'], [176, 196, '#f2b83a'], [220, 252, '#3f9e62'], [280, 326, '#d9a866']]
  return turn(9, 150, 322, body(turned(L, '#e0483e', { streak: [0.08, 0.36], over: `<g data-role="keep">${bands.map(([a, b, c]) => path(`${smooth(L.arc(a), false)}L${smooth(L.arc(b).reverse(), false).slice(1)}Z`, c)).join('')}${path(L.d, lin('h', [0, `${DARK}/.18`], [0.3, '#fff/.14'], [0.6, `${DARK}/.04`], [1, `${DARK}/.44`]))}</g>` })), blur(3, path(L.streak(-0.66, -0.4, 112, 190), '#ffffff', { op: 0.55 })), turned(lathe(150, [[12, 6], [14, 14], [10, 28], [10, 92], [20, 98]], 0.25), '#d9a866', { finish: 'wood' }))
}
function rubiksCube() {
  const q = cubeOf(180)
  const palette = { r: '#d8342f', o: '#f2822a', y: '#f7d035', g: '#2f9e55', b: '#2b6fd0', w: '#f8f6f0' }
  const faces = [[q.top, 'wywbwyyow', 0.06], [q.left, 'rrgroybrr', 0], [q.right, 'gbggwgrgb', -0.2]]
  return [path(q.hull(15), '#34303e'), keep(faces.map(([f, colors, k]) => [...colors].map((key, i) => { const [x, y] = [(i % 3) * 32.6 + 3, Math.floor(i / 3) * 32.6 + 3]; const d = f.map(rr(x, y, 28.8, 28.8, 6)); const c = tone(palette[key], k); return path(d, lin('d', tone(c, 0.2), c, tone(c, -0.16))) + inset(d, 0.9, 1.1, 0.8, '#ffffff', 0.45) }))), blur(1, stroke(line(q.left.place(7, 0.6), q.left.place(100, 0), q.right.place(93, 0.6)), '#ffffff', 1.6, { op: 0.35 }))]
}
const heart = (x, y, s) => smooth([[x, y + s * 0.95, 1], [x - s * 0.75, y + s * 0.25], [x - s, y - s * 0.3], [x - s * 0.6, y - s * 0.82], [x - s * 0.16, y - s * 0.7], [x, y - s * 0.36, 1], [x + s * 0.16, y - s * 0.7], [x + s * 0.6, y - s * 0.82], [x + s, y - s * 0.3], [x + s * 0.75, y + s * 0.25]])
const spade = (x, y, s) => smooth([[x, y - s * 1.05, 1], [x + s * 0.7, y - s * 0.25], [x + s * 0.95, y + s * 0.25], [x + s * 0.5, y + s * 0.55], [x + s * 0.12, y + s * 0.34, 1], [x + s * 0.34, y + s, 1], [x - s * 0.34, y + s, 1], [x - s * 0.12, y + s * 0.34, 1], [x - s * 0.5, y + s * 0.55], [x - s * 0.95, y + s * 0.25], [x - s * 0.7, y - s * 0.25]])
const diamond = (x, y, s) => smooth([[x, y - s * 1.1, 1], [x + s * 0.36, y - s * 0.4], [x + s * 0.8, y, 1], [x + s * 0.36, y + s * 0.4], [x, y + s * 1.1, 1], [x - s * 0.36, y + s * 0.4], [x - s * 0.8, y, 1], [x - s * 0.36, y - s * 0.4]])
function playingCard() {
  const [red, dark] = ['#d2323c', '#352e42']
  const sheet = rr(0, 0, 190, 266, 16)
  const card = (x, y, angle, suit, c) => group([blur(5, path(rr(-4, 5, 196, 268, 16), DARK, { op: 0.3 })), body(path(sheet, lin('d', '#ffffff', '#f4efe8'))), inset(sheet, -1.6, -2, 1.6, '#8f8794', 0.5), keep(path(suit(95, 133, 50), lin('d', tone(c, 0.22), c, tone(c, -0.25))), [0, 1].map((i) => group([stroke('M17 50L29 18L41 50M21.5 40L36.5 40', c, 5), path(suit(29, 70, 11), c)], i ? { t: 'rotate(180 95 133)' } : {})))], { t: `translate(${x} ${y}) rotate(${angle} 95 266)` })
  return [card(30, 40, -20, spade, dark), card(76, 26, -1, diamond, red), card(120, 36, 18, heart, red)]
}
function piggyBank() {
  const c = '#f299ae'
  const bodyShape = smooth([[30, 168], [34, 110], [72, 66], [130, 46], [196, 44], [246, 58], [286, 78], [312, 108], [322, 150], [318, 190], [292, 226], [240, 252], [176, 260], [110, 252], [56, 222]])
  const legOf = (x, k) => vol(smooth([[x - 26, 216], [x + 26, 216], [x + 24, 270], [x + 18, 288], [x - 18, 288], [x - 24, 270]]), tone(c, k), { k: 6 })
  const ear1 = smooth([[212, 72], [206, 30], [216, 18], [244, 34], [264, 62], [248, 78]])
  const ear2 = smooth([[270, 78], [274, 42], [284, 34], [300, 54], [306, 84], [292, 92]])
  const snout = smooth([[318, 128], [346, 122], [362, 134], [364, 166], [354, 182], [328, 186], [312, 176]])
  return [
    group([path(ell(150, 26, 32, 32), gilt()), path(ell(150, 26, 25, 25), lin('d', '#ffe9a0', '#e0a030')), stroke('M150 12L150 40M158 18C140 10 138 26 150 26C164 26 160 42 142 36', '#b9791c', 4)]),
    body(tube('M36 150C10 150 8 118 24 118C38 118 34 140 18 138', 8, tone(c, -0.1)), legOf(120, -0.16), legOf(262, -0.2), vol(ear2, tone(c, -0.12), { k: 5 }), vol(bodyShape, c, { k: 24, hi: 0.26 }), blur(10, path(ell(120, 96, 46, 22), '#ffffff', { op: 0.5, t: 'rotate(-24 120 96)' })), legOf(86, 0), legOf(220, -0.04), clip(bodyShape, blur(8, path(rr(40, 236, 250, 40), DARK, { op: 0.2 }))),
      vol(snout, tone(c, 0.02), { k: 6, hi: 0.28 }), vol(ear1, c, { k: 6 }), path(smooth([[220, 64], [216, 38], [238, 46], [250, 64]]), tone(c, -0.22))),
    path(smooth([[106, 54], [150, 44], [196, 46], [196, 54], [150, 54], [110, 62]]), tone(c, -0.6)), keep(path(ell(344, 146, 5, 8), tone(c, -0.5)), path(ell(346, 168, 5, 8), tone(c, -0.5)), path(ell(276, 124, 10, 12), '#3a2a38'), path(ell(273, 119, 3.6, 4), '#fff'), stroke(smooth([[296, 192], [288, 206], [272, 208]], false), tone(c, -0.5), 4), blur(6, path(ell(262, 164, 20, 13), '#f0607f', { op: 0.5 }))),
  ]
}
function dollhouse() {
  const c = '#f2a7b8'
  const wall = (x, y, w, h, k, stripe) => [path(rr(x, y, w, h), lin('v', tone(k, -0.08), tone(k, 0.1))), stroke(range(Math.floor(w / 14)).map((i) => line([x + 8 + i * 14, y], [x + 8 + i * 14, y + h])).join(''), `${stripe}/.5`, 4, { cap: 'butt' }), clip(rr(x, y, w, h), blur(6, path(`${rr(x - 30, y - 30, w + 60, h + 60)}${rr(x + 6, y + 9, w - 10, h + 30)}`, DARK, { op: 0.4, rule: true })))]
  const floor = (x, y, w) => path(poly([[x, y], [x + w, y], [x + w, y + 14], [x, y + 14]]), lin('v', '#c98f58', '#e4b47c'))
  const frame = 'M20 150L320 150L320 420L20 420ZM34 164L306 164L306 284L34 284ZM34 298L306 298L306 408L34 408Z'
  const roof = poly([[-6, 156], [170, 10], [346, 156]], [6, 8, 6])
  return [
    wall(34, 164, 136, 120, '#cfe6f2', '#a9cde2'), wall(170, 164, 136, 120, '#f7e6b8', '#ecd08a'), wall(34, 298, 136, 110, '#d6ebd0', '#b4d8a8'), wall(170, 298, 136, 110, '#f6d6d0', '#ebb4ac'), floor(34, 270, 272), floor(34, 394, 272),
    keep(vol(rr(56, 228, 96, 26, 5), '#f7f3ec', { k: 3 }), vol(rr(84, 224, 70, 30, 6), '#8a7fd0', { k: 4 }), wood(rr(50, 204, 10, 76, 3), '#a8683a', { k: 1 }), wood(rr(150, 226, 9, 54, 3), '#a8683a', { k: 1 }), plush(rr(62, 216, 28, 18, 7), '#ffffff', { k: 3 }), path(rr(84, 176, 44, 32, 3), '#8a5a38'), lit(path(rr(88, 180, 36, 24, 1), lin('v', '#8fd0f0', '#d8f0fb'))), path(rr(104, 178, 3, 28), '#8a5a38'),
      plush(rr(196, 228, 84, 50, 12), '#3f9e8a', { k: 7 }), plush(rr(190, 240, 20, 40, 8), '#3f9e8a', { k: 4 }), plush(rr(266, 240, 20, 40, 8), '#3f9e8a', { k: 4 }), plush(rr(208, 250, 60, 18, 6), tone('#3f9e8a', 0.2), { k: 3 }), path(rr(214, 178, 48, 34, 2), GOLD), path(rr(219, 183, 38, 24, 1), lin('d', '#f6c6a0', '#d87f6a')),
      wood(rr(60, 352, 84, 9, 3), '#b9763f', { k: 1 }), [66, 130].map((x) => wood(rr(x, 358, 8, 44, 2), '#a8683a', { k: 1 })), turned(lathe(102, [[12, 336, 1], [16, 344], [8, 352, 1]], 0.2), '#e0604f'), knob(98, 334, 6, '#f2b83a'), knob(106, 334, 6, '#7fbf4f'), path(ell(102, 312, 16, 9), '#f7e0a0'), stroke('M102 298L102 306', '#8a7a60', 2.4),
      vol(rr(190, 330, 44, 74, 3), '#e9edf3', { k: 3 }), path(rr(190, 356, 44, 2.5), '#9aa0b0'), path(rr(226, 340, 3, 12, 1), '#9aa0b0'), path(rr(226, 364, 3, 16, 1), '#9aa0b0'), vol(rr(244, 356, 50, 48, 3), '#f7f3ec', { k: 3 }), path(rr(251, 372, 36, 24, 3), '#4a4456'), [254, 266, 278].map((x) => knob(x + 3, 364, 2.8, '#c8453b'))),
    body(path(frame, lin('h', tone(c, 0.35), c, tone(c, -0.24)), { rule: true }), path(rr(164, 160, 12, 250), lin('h', tone(c, 0.3), tone(c, -0.2))), clipEven(frame, path('M34 164L306 164L306 168L34 168ZM34 298L306 298L306 302L34 302Z', `${DARK}/.2`))),
    keep(path(roof, '#b5443c'), clip(roof, range(11).map((r) => range(26).map((k) => path(rr(-10 + k * 14 + (r % 2) * 7, 4 + r * 15, 13, 18, [0, 0, 6, 6]), lin('v', tone('#c8503f', -0.25 + ((k * 7 + r * 3) % 3) * 0.06), tone('#d65f4a', ((k * 5 + r) % 3) * 0.06)))).reverse()).reverse())), keep(stroke(line([-4, 154], [170, 10], [344, 154]), '#fff4ea', 11), stroke(line([-4, 157], [170, 13], [344, 157]), `${DARK}/.14`, 3)),
    keep(path(ell(170, 96, 28), '#fff4ea'), lit(path(ell(170, 96, 22), lin('v', '#7fc4ea', '#d8f0fb'))), stroke('M170 74L170 118M148 96L192 96', '#fff4ea', 4), path(rr(252, 30, 26, 60, 2), lin('h', '#d98a6a', '#b5604a', '#8a4434')), path(rr(247, 24, 36, 12, 3), '#e0a084')), body(path(rr(4, 408, 332, 18, 4), lin('v', tone(c, 0.25), tone(c, -0.3)))),
  ]
}

function crate() {
  const c = '#c08a52'
  const slat = (x, y, w, h, k = 0) => wood(rr(x, y, w, h, 2), tone(c, k), { k: 1.6 })
  const nails = (list) => list.map(([x, y]) => path(ell(x, y + 1, 2.6), `${DARK}/.4`) + knob(x, y, 2.2, '#8d8794'))
  const rows = [84, 142, 200, 258]
  return body(
    path(poly([[20, 80], [64, 34], [336, 34], [380, 80]]), tone(c, -0.6)), [36, 58].map((y, i) => path(poly([[62 - i * 20, y], [338 + i * 20, y], [342 + i * 20, y + 15], [58 - i * 20, y + 15]], 1), lin('v', tone(c, -0.16), tone(c, -0.44)))), wood(poly([[20, 80], [60, 30], [72, 30], [36, 80]], 2), tone(c, -0.14), { k: 1 }), wood(poly([[380, 80], [340, 30], [328, 30], [364, 80]], 2), tone(c, -0.3), { k: 1 }), slat(58, 26, 284, 12, 0.1),
    path(rr(24, 84, 352, 226), tone(c, -0.68)), rows.map((y, i) => slat(16, y, 368, 50, [0.06, -0.02, 0.03, -0.06][i])), blur(4, path(rr(52, 90, 10, 222) + rr(352, 90, 8, 222), DARK, { op: 0.35 })), slat(16, 78, 38, 238, 0.12), slat(346, 78, 38, 238, 0.02), group([path(poly([[60, 290], [318, 96], [342, 118], [84, 312]], 2), `${DARK}/.3`)], { t: 'translate(0 5)' }), clip(rr(54, 78, 292, 240), wood(poly([[40, 296], [336, 72], [362, 104], [66, 328]], 2), tone(c, 0.09), { k: 2 })),
    nails(rows.flatMap((y) => [[28, y + 14], [42, y + 36], [358, y + 14], [372, y + 36]])), slat(12, 70, 376, 18, 0.16),
  )
}
function coinStack() {
  const stack = (x, bottom, count, r, seed) => range(count).map((i) => {
    const [cx, y] = [x + Math.sin(i * 2.3 + seed) * r * 0.06, bottom - i * r * 0.24]
    const edge = `M${n(cx - r)} ${n(y - r * 0.22)}L${n(cx - r)} ${n(y)}C${n(cx - r)} ${n(y + r * 0.36)} ${n(cx + r)} ${n(y + r * 0.36)} ${n(cx + r)} ${n(y)}L${n(cx + r)} ${n(y - r * 0.22)}Z`
    return [path(edge, lin('h', [0, '#a86a14'], [0.2, '#ffe596'], [0.4, '#e9a92e'], [0.75, '#b97a18'], [1, '#8a5410'])), clip(edge, stroke(range(22).map((k) => { const u = Math.sin((-0.96 + k * 0.0915) * 1.57); return line([cx + r * u, y - 40], [cx + r * u, y + 40]) }).join(''), '#7a4a0c/.4', 1.5, { cap: 'butt' })), path(ell(cx, y - r * 0.22, r, r * 0.27), lin('d', '#fff3b4', '#f4c14a', '#d69526')), i === count - 1 ? [path(ell(cx, y - r * 0.21, r * 0.8, r * 0.21), lin('d', '#d99a2a', '#f6cb5c', '#fff0b0')), path(star(0, 0, r * 0.42, r * 0.18, 5), '#fff3bc', { t: `translate(${n(cx)} ${n(y - r * 0.2)}) scale(1 .3)` })] : stroke(ell(cx, y - r * 0.22, r * 0.98, r * 0.26), '#8a5410/.35', 1.6)]
  })
  return body(stack(250, 250, 5, 76, 1), stack(100, 256, 11, 80, 2), stack(192, 290, 3, 78, 4))
}
function bookStack() {
  const book = (x, y, w, h, c, flipIt) => {
    const edge = rr(x + 10, y + h * 0.14, w - 16, h * 0.72, 2)
    const cover = `M${n(x + w)} ${n(y)}L${n(x + 14)} ${n(y)}C${n(x - 4)} ${n(y)} ${n(x - 4)} ${n(y + h)} ${n(x + 14)} ${n(y + h)}L${n(x + w)} ${n(y + h)}L${n(x + w)} ${n(y + h * 0.86)}L${n(x + 20)} ${n(y + h * 0.86)}C${n(x + 10)} ${n(y + h * 0.86)} ${n(x + 10)} ${n(y + h * 0.14)} ${n(x + 20)} ${n(y + h * 0.14)}L${n(x + w)} ${n(y + h * 0.14)}Z`
    const one = [path(edge, lin('v', '#cfc2a8', '#f7efdc', '#e0d3b8')), stroke(range(5).map((i) => line([x + 22, y + h * (0.26 + i * 0.12)], [x + w - 8, y + h * (0.26 + i * 0.12)])).join(''), '#a8987a/.5', 1.1), clip(edge, blur(4, path(rr(x, y, w, h * 0.3), DARK, { op: 0.35 }))), path(cover, lin('v', tone(c, 0.28), c, tone(c, -0.36))), path(`M${n(x + 14)} ${n(y + 2)}C${n(x - 2)} ${n(y + 2)} ${n(x - 2)} ${n(y + h - 2)} ${n(x + 14)} ${n(y + h - 2)}L${n(x + 26)} ${n(y + h - 2)}C${n(x + 14)} ${n(y + h * 0.7)} ${n(x + 14)} ${n(y + h * 0.3)} ${n(x + 26)} ${n(y + 2)}Z`, lin('v', tone(c, 0.4), c, tone(c, -0.4))), stroke(line([x + w - 4, y + 2.5], [x + 20, y + 2.5]), `${tone(c, 0.6)}/.7`, 1.8)]
    return flipIt ? flip(x + w / 2, one) : one
  }
  const spine = (x, y, w, h, c) => { const d = rr(x, y, w, h, h * 0.26); return [vol(d, c, { k: 5, way: 'v', hi: 0.26 }), [0.06, 0.11, 0.87, 0.92].map((t) => path(rr(x + w * t, y, 4, h), lin('v', '#fff0b0', '#e0a840', '#8a6018'))), path(rr(x + w * 0.26, y + h * 0.3, w * 0.48, h * 0.14, 1), '#ffe9a8/.9'), path(rr(x + w * 0.34, y + h * 0.56, w * 0.32, h * 0.1, 1), '#ffe9a8/.6')] }
  return keep(spine(6, 232, 318, 54, '#7a3040'), blur(4, path(rr(20, 228, 300, 9), DARK, { op: 0.4 })), book(30, 182, 296, 50, '#2f6fb2', false), spine(16, 136, 286, 47, '#3d8a5c'), blur(3, path(rr(20, 132, 270, 7), DARK, { op: 0.35 })), book(42, 92, 268, 44, '#e0963a', true), spine(36, 52, 240, 40, '#8a5fb8'), group([book(60, 12, 214, 38, '#d9503f', false)], { t: 'rotate(-3 160 50)' }))
}

/** A flat sign with a thick, soft edge. */
const plaque = (d, c, k = 12) => [path(d, tone(c, -0.45), { t: 'translate(0 9)' }), vol(d, c, { k, hi: 0.26 }), clip(d, blur(24, path(ell(100, 50, 110, 34), '#ffffff', { op: 0.4, t: 'rotate(-20 100 50)' })))]
const arrow = () => body(plaque(poly([[6, 96], [170, 96], [170, 30], [320, 140], [170, 250], [170, 184], [6, 184]], [14, 8, 14, 16, 14, 8, 14]), '#e0483e', 11))
const triangle = () => body(plaque(poly([[160, 6], [314, 270], [6, 270]], 26), '#f2a83a', 14))
const square = () => body(plaque(rr(6, 6, 270, 270, 26), '#3a8fd6', 14))
const circle = () => body(plaque(ell(150, 150, 144), '#d9483f', 15))
function yinYang() {
  const [r, dark, light] = [150, '#3a3446', '#f8f4ec']
  const swirl = 'M150 6C229.5 6 294 70.5 294 150C294 229.5 229.5 294 150 294C110.2 294 78 261.8 78 222C78 182.2 110.2 150 150 150C189.8 150 222 117.8 222 78C222 38.2 189.8 6 150 6Z'
  return [path(ell(r, r + 9, 150), '#2a2434'), path(ell(r, r, 150), lin('d', '#6a6478', '#2f2939')), keep(path(ell(r, r, 144), lin('d', '#ffffff', light, '#d9d0c4')), path(swirl, lin('d', tone(dark, 0.2), dark, tone(dark, -0.3))), inset(swirl, 3, 3, 3, '#8a8298', 0.6), path(ell(150, 78, 22), lin('d', tone(dark, 0.15), tone(dark, -0.2))), path(ell(150, 222, 22), lin('d', '#ffffff', '#ddd4c8')), inset(ell(r, r, 144), -5, -7, 7, DARK, 0.3)), clip(ell(r, r, 144), blur(9, path(ell(100, 60, 70, 24), '#ffffff', { op: 0.35, t: 'rotate(-36 100 60)' })))]
}
function peace() {
  const c = '#f2b436'
  const limb = (a) => [[150, 150], [150 + 124 * Math.sin(a), 150 + 124 * Math.cos(a)]]
  const all = (paint, w, t) => stroke(ell(150, 150, 124) + line([150, 26], [150, 274]) + line(...limb(0.785)) + line(...limb(-0.785)), paint, w, t ? { t } : {})
  return body(all(tone(c, -0.5), 37, 'translate(0 7)'), all(tone(c, -0.3), 37), all(linU([40, 20, 250, 280], tone(c, 0.24), c, tone(c, -0.16)), 33, 'translate(-1 -1.5)'), blur(3, all(tone(c, 0.6), 7, 'translate(-5 -7)')))
}

export const drawings = {
  ball: ballToy, 'beach-ball': beachBall, 'tennis-ball': tennisBall, sphere, cube, cone, cylinder, 'pyramid-shape': pyramidShape, 'letter-block': letterBlock, 'toy-car': toyCar, 'toy-train': toyTrain, blocks,
  'chess-king': chessKing, 'chess-knight': chessKnight, chessboard, 'spinning-top': spinningTop, 'rubiks-cube': rubiksCube, 'playing-card': playingCard, 'piggy-bank': piggyBank, dollhouse, crate,
  'coin-stack': coinStack, 'book-stack': bookStack, arrow, triangle, square, circle, 'yin-yang': yinYang, peace,
}

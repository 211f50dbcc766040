/** Cups, bowls, bottles, pots: turned bodies, of glaze, glass and metal. */
import {
  DARK, GOLD, at, ball, bar, blur, body, chrome, clearGlass, clip, ell, flame, foliage, flip, gilt, glow, grain, group, inset, keep, knob, lathe, lin, linU, line, lit, mouth, n, path, walk,
  pick, poly, rad, rand, range, rr, smooth, stroke, tone, tube, turned, vol, wood, around, turn, crease,
} from './kit.mjs'

/** A handle like an ear at (x, y), `w` wide and `h` high, to the right (s = 1) or left. */
export function ear(x, y, w, h, thick, color, { s = 1, role } = {}) {
  const d = smooth([[x - s * thick, y + h * 0.02], [x + s * w * 0.5, y - h * 0.06], [x + s * w, y + h * 0.26], [x + s * w * 0.82, y + h * 0.66], [x + s * w * 0.3, y + h * 0.94], [x - s * thick, y + h]], false)
  return group([stroke(d, tone(color, -0.42), thick), stroke(d, tone(color, -0.05), thick * 0.8, { t: `translate(${n(-thick * 0.06)} ${n(-thick * 0.06)})` }), blur(thick * 0.1, stroke(d, tone(color, 0.35), thick * 0.26, { t: `translate(${n(-thick * 0.14)} ${n(-thick * 0.16)})` }))], { role, part: 'handle' })
}
/** A ring painted round a body. */
const hoop = (L, y, w, color, op = 1) => stroke(smooth(L.arc(y), false), color, w, { cap: 'butt', op })
/** A liquid's surface in a mouth. */
const liquid = (cx, y, rx, ry, c, { light = 0.35 } = {}) => path(ell(cx, y, rx, ry), lin('h', tone(c, -0.28), c, tone(c, 0.14))) + clip(ell(cx, y, rx, ry), blur(ry * 0.14, path(ell(cx + rx * 0.38, y + ry * 0.35, rx * 0.4, ry * 0.22), '#ffffff', { op: light })))

function plate() {
  const c = '#f6f4f0'
  return [
    body(path(`M4 52C4 62 60 96 132 100L308 100C380 96 436 62 436 52Z`, lin('v', tone(c, -0.06), tone(c, -0.4))), path(ell(220, 50, 217, 48), lin('d', tone(c, 0.5), c, tone(c, -0.22))), inset(ell(220, 50, 217, 48), 0, -2.4, 1.6, '#ffffff', 1)),
    keep(stroke(ell(220, 50, 205, 43), '#3f7fc4', 3), stroke(ell(220, 50, 197, 40.6), '#3f7fc4/.6', 1.4)),
    body(path(ell(220, 54, 152, 31), lin('v', tone(c, -0.26), tone(c, -0.06), tone(c, 0.4))), path(ell(220, 57, 146, 27), lin('d', tone(c, -0.1), tone(c, 0.1), tone(c, 0.3))), stroke('M74 60C90 80 150 87 220 87C290 87 350 80 366 60', '#ffffff', 2.2)),
    clip(ell(220, 50, 217, 48), blur(4, path(ell(96, 34, 60, 8), '#ffffff', { op: 0.7, t: 'rotate(-12 96 34)' }), path(ell(330, 72, 60, 6), '#ffffff', { op: 0.6, t: 'rotate(-10 330 72)' }))),
  ]
}
function bowl() {
  const c = '#54b3a4'
  const L = lathe(210, [[204, 56], [200, 84], [178, 138], [132, 178], [84, 194], [82, 200, 1], [86, 216]], 0.19)
  const dots = range(17).map((i) => { const [x, y] = L.place(-0.94 + i * 0.1175, 92); const k = Math.cos(((-0.94 + i * 0.1175) * Math.PI) / 2); return path(poly([[x, y - 11], [x + 9 * k + 1, y], [x, y + 11], [x - 9 * k - 1, y]], 1), '#f6f1e2') }).join('')
  return [
    body(turned(L, c, { streak: [0.2, 0.62], over: `<g data-role="keep">${hoop(L, 74, 4, '#f6f1e2')}${dots}${hoop(L, 110, 4, '#f6f1e2')}</g>` }), clip(L.d, blur(3, stroke(smooth(L.arc(196), false), DARK, 6, { op: 0.4 }))),
      mouth(210, 56, 205, 40, { lip: c, inside: tone(c, 0.12), width: 0.045 })),
    clip(ell(210, 58, 194, 36), blur(6, path(ell(290, 74, 70, 10), '#ffffff', { op: 0.35 }))),
  ]
}
function mug() {
  const c = '#3f9c78'
  const L = lathe(120, [[104, 40], [103, 120], [101, 210], [92, 232, 1]], 0.17)
  return [
    body(ear(220, 74, 66, 118, 25, c), turned(L, c, { streak: [0.16, 0.74] }), mouth(120, 40, 104.5, 20, { lip: c, inside: '#f2ece0', width: 0.075 })),
    keep(clip(ell(120, 41, 96, 17), liquid(120, 48, 93, 16.5, '#5a3320', { light: 0.3 }), stroke(ell(120, 48, 84, 13), '#a8764a/.5', 2.4))),
  ]
}
function teacup() {
  const [c, gold] = ['#f7f3ee', '#d9a441']
  const L = lathe(190, [[118, 40], [116, 60], [104, 106], [76, 142], [52, 152], [50, 158, 1], [58, 170]], 0.2)
  const blossom = (x, y, s) => [around(x, y, 9 * s, 9 * s, 5, 0.3).map(([a, b]) => path(ell(a, b, 6.4 * s), rad([0.4, 0.35, 0.7], '#ffd3dc', '#ee7f9a', '#c94f73'))), knob(x, y, 4.4 * s, '#f5c542')]
  const leafy = (x, y, a) => path(smooth([[0, 0, 1], [9, -7], [24, -3, 1], [12, 5]]), lin('d', '#8cc46a', '#3f8346'), { t: `translate(${x} ${y}) rotate(${a})` })
  const saucer = ell(190, 178, 176, 32)
  return [
    body(path('M16 184C30 206 96 218 190 218C284 218 350 206 364 184Z', lin('v', tone(c, -0.15), tone(c, -0.42))), path(saucer, lin('d', tone(c, 0.5), c, tone(c, -0.24))), inset(saucer, 0, -2, 1.4, '#ffffff', 0.9)),
    stroke(ell(190, 178, 169, 29), gold, 2.6), blur(7, path(ell(214, 182, 96, 16), DARK, { op: 0.36 })), path(ell(190, 180, 88, 14), lin('v', tone(c, -0.24), tone(c, 0.1))),
    body(ear(292, 58, 56, 72, 15, c), turned(L, c, { streak: [0.18, 0.66], fall: 0.2 })),
    clip(L.d, hoop(L, 160, 3, gold), keep(blossom(150, 100, 1.15), leafy(166, 100, -8), leafy(136, 104, 166), blossom(206, 112, 0.8), leafy(218, 110, 10), leafy(194, 118, 140), blossom(244, 88, 0.7), leafy(252, 92, 40))),
    body(mouth(190, 40, 118.5, 24, { lip: c, inside: '#efe6d6', width: 0.05 })),
    stroke(ell(190, 40, 117, 23), gold, 2.6), keep(clip(ell(190, 42, 112, 21), liquid(190, 50, 107, 20, '#b5652a', { light: 0.5 }))),
  ]
}
function vase() {
  const c = '#c0513f'
  const L = lathe(150, [[54, 24, 1], [42, 44], [36, 70], [50, 110], [108, 170], [134, 236], [118, 310], [78, 370], [66, 392, 1], [72, 408]], 0.18)
  const wave = range(24).map((i) => { const [x, y] = L.place(-0.96 + i * 0.0835, 204 + (i % 2 ? 11 : -11)); return [x, y] })
  return [
    body(turned(L, c, { streak: [0.3, 0.78] }), clip(L.d, keep(hoop(L, 184, 5, '#f5dfb8'), stroke(line(...wave), '#f5dfb8', 5.4), hoop(L, 226, 5, '#f5dfb8'), hoop(L, 236, 2.4, '#27425f/.8'), hoop(L, 74, 4, '#f5dfb8'), range(13).map((i) => { const [x, y] = L.place(-0.92 + i * 0.1533, 262); const k = Math.cos((-0.92 + i * 0.1533) * 1.57); return path(smooth([[x, y - 14, 1], [x + 7 * k + 1, y], [x, y + 14, 1], [x - 7 * k - 1, y]]), '#27425f/.85') })), path(L.d, lin('h', [0, `${DARK}/.22`], [0.25, '#fff/.08'], [0.6, `${DARK}/0`], [1, `${DARK}/.45`])), blur(3, stroke(smooth(L.arc(394), false), DARK, 5, { op: 0.4 })), blur(2.6, path(L.streak(-0.66, -0.46, 140, 300), '#ffffff', { op: 0.5 }))),
      mouth(150, 24, 55, 11, { lip: c, inside: tone(c, -0.2), width: 0.14 })),
  ]
}
function jug() {
  const c = '#6f8fb8'
  const L = lathe(160, [[64, 40, 1], [56, 66], [60, 96], [92, 160], [104, 222], [92, 280], [74, 306, 1], [78, 318]], 0.17)
  const lip = smooth([[100, 34], [130, 26], [180, 24], [214, 22], [246, 8], [250, 14], [226, 42], [200, 52], [160, 55], [118, 50]])
  return [
    body(ear(94, 64, 78, 150, 22, c, { s: -1 }), path(smooth([[200, 48], [222, 36], [248, 12], [240, 38], [222, 76], [212, 110], [190, 90]]), lin('h', c, tone(c, -0.34))), turned(L, c, { streak: [0.3, 0.8] })),
    clip(L.d, keep(range(3).map((i) => hoop(L, 176 + i * 9, i === 1 ? 5 : 2.4, '#f3eee2', 0.9)), path(L.band(232, 322), lin('h', [0, '#c9bda6'], [0.25, '#f7f0e0'], [0.55, '#e9dfc9'], [1, '#8f8474']), { op: 0.92 }), hoop(L, 232, 2, '#fff', 0.5)), blur(3, stroke(smooth(L.arc(308), false), DARK, 5, { op: 0.35 }))),
    body(path(lip, lin('h', tone(c, 0.5), tone(c, 0.1), tone(c, 0.3))), path(smooth([[108, 36], [132, 31], [180, 30], [216, 27], [240, 15], [220, 40], [196, 47], [160, 49], [122, 46]]), lin('h', tone(c, -0.5), tone(c, -0.3), tone(c, -0.05)))),
  ]
}
function bottle() {
  const c = '#3f9b6c'
  const L = lathe(80, [[21, 40, 1], [22, 60], [22, 120], [30, 156], [66, 190], [70, 220], [70, 400], [62, 414, 1]], 0.15)
  return [
    wood(rr(64, 4, 32, 42, [5, 5, 2, 2]), '#c99a62', { upright: true }), path(ell(80, 6, 15, 4), '#e3bd8a'),
    body(path(L.d, lin('h', [0, tone(c, -0.45)], [0.22, tone(c, 0.2)], [0.5, c], [0.82, tone(c, -0.2)], [1, tone(c, -0.5)]), { op: 0.86 }),
      clip(L.d, path(rr(0, 230, 160, 200), lin('v', `${tone(c, -0.5)}/.2`, `${tone(c, -0.6)}/.55`)), path(ell(80, 230, 66, 9), `${tone(c, 0.3)}/.5`), blur(4, path(ell(100, 380, 34, 16), tone(c, 0.5), { op: 0.6 })), blur(3, path(rr(124, 210, 12, 180, 6), tone(c, 0.45), { op: 0.55 }))),
      inset(L.d, 2.4, 2, 2, tone(c, 0.7), 0.6), turned(lathe(80, [[25, 42, 1], [27, 50], [25, 58]], 0.18), tone(c, 0.06), { fall: 0 })),
    clip(L.d, blur(1.8, path(L.streak(-0.72, -0.5, 196, 380), '#ffffff', { op: 0.75 }), path(L.streak(-0.5, -0.1, 70, 150), '#ffffff', { op: 0.55 }))),
  ]
}
function wineBottle() {
  const c = '#2c4a3c'
  const L = lathe(76, [[20, 30, 1], [20, 128], [28, 160], [62, 196], [66, 226], [66, 418], [60, 430, 1]], 0.13)
  const label = L.band(262, 372)
  return [
    body(turned(L, c, { streak: [0.44, 0.97], gloss: 0.55 })), clip(L.d, blur(3, path(rr(118, 216, 9, 200, 4), tone(c, 0.5), { op: 0.55 }))),
    keep(turned(lathe(76, [[22, 12, 1], [23, 24], [22, 30], [22, 100], [21, 104, 1]], 0.2), '#9c2740', { fall: 0, streak: [0.1, 0.9] }), path(ell(76, 12, 21, 4.6), '#c04a60'), stroke('M54 36C62 42 90 42 98 36', '#6d1528', 2),
      path(label, lin('h', [0, '#b9a988'], [0.25, '#fff8e6'], [0.6, '#f3e8cc'], [1, '#9d8d6c'])), hoop(L, 270, 2, '#b98a34'), hoop(L, 364, 2, '#b98a34'),
      path(smooth([[76, 294, 1], [96, 306], [92, 330], [76, 342, 1], [60, 330], [56, 306]]), lin('h', '#8f2038', '#c23a52', '#7c1a30')), path(poly([[76, 302], [79, 312], [89, 312], [81, 318], [84, 328], [76, 322], [68, 328], [71, 318], [63, 312], [73, 312]]), '#f3d78a'), path(rr(48, 352, 56, 3.4), '#6a5a48'), path(rr(56, 358.5, 40, 2.6), '#9a8a74'), path(rr(46, 282, 60, 3), '#6a5a48')),
    clip(L.d, blur(1.6, path(L.streak(-0.74, -0.56, 206, 416), '#ffffff', { op: 0.42 }))),
  ]
}
function waterBottle() {
  const c = '#58b4e8'
  const L = lathe(74, [[24, 44, 1], [24, 60], [34, 82], [62, 112], [66, 136], [60, 160], [66, 186], [60, 210, 1], [66, 226], [66, 330], [60, 346], [66, 362], [64, 396], [56, 408, 1]], 0.13)
  return [
    clip(L.d, path(L.d, lin('h', [0, '#9fd0ee/.7'], [0.3, '#e6f6ff/.42'], [0.7, '#bfe4f8/.4'], [1, '#86bfe2/.75'])), path(rr(0, 120, 160, 300), lin('h', [0, '#4aa3d8/.8'], [0.3, '#a9dcf7/.6'], [0.65, '#7cc6ee/.6'], [1, '#3d93c9/.85'])), path(ell(74, 122, 62, 8), '#d8f1ff/.85'), blur(4, path(ell(88, 386, 34, 14), '#ffffff', { op: 0.6 })),
      [160, 210, 346].map((y) => blur(1.6, stroke(smooth(L.arc(y), false), '#2f7fb5', 4, { op: 0.55 })) + blur(1, stroke(smooth(L.arc(y + 4), false), '#ffffff', 2.4, { op: 0.7 })))),
    inset(L.d, 2, 1, 1.6, '#ffffff', 0.9), inset(L.d, -2, -2, 2.4, '#2f7fb5', 0.5),
    body(path(L.band(232, 330), lin('h', [0, tone(c, -0.4)], [0.25, tone(c, 0.25)], [0.6, tone(c, -0.05)], [1, tone(c, -0.5)])), turned(lathe(74, [[25, 10, 1], [27, 14], [27, 42], [26, 46, 1]], 0.18), c, { fall: 0.1, over: stroke(range(14).map((i) => `M${50 + i * 3.7} 16L${50 + i * 3.7} 44`).join(''), `${tone(c, -0.5)}/.5`, 1.2) }), path(ell(74, 11, 25, 5), tone(c, 0.3))),
    keep(path(smooth([[30, 300, 1], [52, 262], [64, 282], [80, 254], [118, 300, 1], [76, 308]]), '#ffffff', { op: 0.92 }), path(smooth([[70, 268], [80, 254, 1], [92, 270], [80, 266]]), '#dff1fb')),
    clip(L.d, blur(1.5, path(L.streak(-0.74, -0.56, 124, 390), '#ffffff', { op: 0.8 }))),
  ]
}
function basket() {
  const c = '#c48d4c'
  const L = lathe(220, [[204, 170], [196, 210], [176, 280], [160, 330], [156, 340, 1]], 0.2)
  const rows = 9
  const weave = range(rows).map((row) => {
    const [y1, y2] = [178 + row * 18, 178 + (row + 1) * 18]
    return range(21).map((i) => {
      const [a, b] = [-1.04 + (i + (row % 2 ? 0.5 : 0)) * 0.1, -1.04 + (i + (row % 2 ? 0.5 : 0) + 1) * 0.1]
      if (b < -1 || a > 1) return ''
      const [A, B] = [Math.max(-1, a), Math.min(1, b)]
      const P = (u, y) => L.place(A + (B - A) * u, y)
      const t = tone(c, pick([-0.06, -0.02, 0.03, 0.08]))
      return path(smooth([P(0.02, y1 + 5), P(0.5, y1 - 0.6), P(0.98, y1 + 5), P(0.98, y2 - 5), P(0.5, y2), P(0.02, y2 - 5)]), lin('v', tone(t, 0.28), t, tone(t, -0.34)))
    })
  })
  const braid = (k, cy, ry, rx) => range(46).map((i) => { const a = (Math.PI * (i + 0.5)) / 46; const [x, y] = [220 - rx * Math.cos(a) * 1, cy + k * ry * Math.sin(a)]; const t = tone(c, pick([0, 0.05, 0.1]) + (Math.cos(a) > 0 ? 0.05 : -0.08)); return path(ell(0, 0, 11.5, 6.4), lin('v', tone(t, 0.35), t, tone(t, -0.4)), { t: `translate(${n(x)} ${n(y)}) rotate(${n(-k * 40 * Math.cos(a) + 26)})` }) })
  const handle = () => smooth([[24, 172], [34, 96], [90, 26], [220, 4], [350, 26], [406, 96], [416, 172]], false)
  const wrap = walk(handle(), 46).map(([x, y, a]) => line([x - 9 * Math.sin(a) - 2.5 * Math.cos(a), y + 9 * Math.cos(a) - 2.5 * Math.sin(a)], [x + 9 * Math.sin(a) + 2.5 * Math.cos(a), y - 9 * Math.cos(a) + 2.5 * Math.sin(a)])).join('')
  return body(
    path(ell(220, 170, 202, 40), lin('v', tone(c, -0.62), tone(c, -0.4))), clip(ell(220, 170, 202, 40), range(4).map((r) => stroke(range(30).map((i) => { const x = 20 + i * 14; return line([x, 138 + r * 9], [x + 11, 138 + r * 9]) }).join(''), `${tone(c, -0.2)}/.5`, 5))),
    braid(-1, 170, 40, 203),
    stroke(handle(), tone(c, -0.5), 21), stroke(handle(), tone(c, -0.04), 17), stroke(wrap, `${tone(c, -0.45)}/.75`, 2.4), blur(2, stroke(handle(), tone(c, 0.5), 4.5, { t: 'translate(-1 -4)', op: 0.8 })),
    path(L.d, tone(c, -0.58)), clip(L.d, weave, path(L.d, lin('h', [0, `${DARK}/.35`], [0.14, `${DARK}/.08`], [0.3, '#fff/.14'], [0.55, `${DARK}/.04`], [0.85, `${DARK}/.36`], [1, `${DARK}/.5`])), path(L.d, lin('v', `${DARK}/.1`, `${DARK}/0`, `${DARK}/.3`)), blur(6, stroke(smooth(L.arc(176), false), DARK, 16, { op: 0.4 }))),
    braid(1, 170, 40, 203), clip(L.d, blur(2, stroke(smooth(L.arc(341), false), tone(c, 0.1), 9))),
  )
}
/** A melting wax column, its flame. */
function wax(cx, top, r, bottom, c, { drips = true, flameHeight = 62 } = {}) {
  const L = lathe(cx, [[r, top, 1], [r * 1.01, (top + bottom) / 2], [r * 1.03, bottom, 1]], 0.22)
  const ry = r * 0.24
  const run = drips ? smooth([[cx - r * 1.02, top - 2, 1], [cx + r * 1.02, top - 2, 1], [cx + r * 1.05, top + r * 0.8], [cx + r * 0.84, top + r * 1.05], [cx + r * 0.68, top + r * 0.66], [cx + r * 0.42, top + r * 0.62], [cx + r * 0.3, top + r * 1.5], [cx + r * 0.1, top + r * 1.62], [cx + r * 0.02, top + r * 0.8], [cx - r * 0.26, top + r * 0.6], [cx - r * 0.42, top + r * 0.98], [cx - r * 0.64, top + r * 0.92], [cx - r * 0.76, top + r * 0.5], [cx - r * 0.94, top + r * 1.9], [cx - r * 1.07, top + r * 1.7]]) : ''
  return [
    body(turned(L, c, { gloss: 0.3 }), clip(L.d, path(L.d, lin('v', [0, '#ffd98a/.75'], [0.4, '#ffd98a/0']))), drips ? [blur(2, path(run, DARK, { op: 0.25, t: 'translate(1.5 3)' })), vol(run, tone(c, 0.06), { k: r * 0.12 })] : '',
      path(ell(cx, top, r * 1.01, ry), lin('h', tone(c, 0.5), tone(c, 0.1))), path(ell(cx, top + 1, r * 0.86, ry * 0.8), rad([0.5, 0.4, 0.6], '#fff3c0', tone(c, 0.05), tone(c, -0.22)))),
    stroke(`M${cx} ${top + 2}C${cx + 1} ${top - 8} ${cx - 1} ${top - 12} ${cx + 1} ${top - 18}`, '#4a3432', 3.4),
    fire(cx, top - 8, flameHeight),
  ]
}
function fire(x, y, h) {
  const drop = (s, dy) => smooth([[x, y - dy], [x - h * 0.19 * s, y - h * 0.14 * s - dy], [x - h * 0.2 * s, y - h * 0.34 * s - dy], [x - h * 0.08 * s, y - h * 0.68 * s - dy], [x + h * 0.015, y - h * s - dy, 1], [x + h * 0.1 * s, y - h * 0.68 * s - dy], [x + h * 0.2 * s, y - h * 0.32 * s - dy], [x + h * 0.18 * s, y - h * 0.12 * s - dy]])
  return lit(path(drop(1, 0), lin('v', [0, '#ff9a2e'], [0.5, '#ffb53c'], [1, '#ff7a24'])), path(drop(0.76, h * 0.03), lin('v', '#ffc94a', '#ffe27a')), path(drop(0.5, h * 0.06), lin('v', '#fff3b8', '#ffffff')), path(ell(x, y - h * 0.05, h * 0.08, h * 0.05), '#6aa7e8/.55'))
}
const candle = () => wax(90, 96, 66, 340, '#f4e6c8', { flameHeight: 84 })
function candlestick() {
  const c = '#d8a445'
  const L = lathe(90, [[34, 196, 1], [30, 204], [12, 212], [10, 226], [20, 240], [22, 252], [11, 266], [8, 300], [10, 340], [18, 356], [12, 368], [26, 384], [70, 396], [76, 408], [76, 416]], 0.2)
  const cup = lathe(90, [[18, 172, 1], [17, 190], [12, 200]], 0.2)
  return [body(turned(L, c, { finish: 'metal' }), path(ell(90, 196, 34, 7), gilt()), turned(cup, c, { finish: 'metal', fall: 0 })), keep(wax(90, 82, 14, 176, '#f6ecd6', { flameHeight: 58, drips: true }))]
}
function lantern() {
  const c = '#b8473c'
  const tank = lathe(110, [[52, 268, 1], [76, 276], [80, 296], [80, 312], [74, 324, 1]], 0.18)
  const hood = lathe(110, [[16, 66, 1], [22, 78], [36, 88], [50, 96, 1], [54, 108]], 0.18)
  const glass = lathe(110, [[40, 122, 1], [60, 160], [66, 200], [58, 236], [46, 258, 1]], 0.16)
  const pipe = (s) => smooth([[110 + s * 68, 286], [110 + s * 86, 250], [110 + s * 87, 170], [110 + s * 82, 110], [110 + s * 54, 96]], false)
  return [
    tube('M34 112C22 30 70 6 110 6C150 6 198 30 186 112', 6, '#a9acbc'),
    body(tube(pipe(-1), 14, c), tube(pipe(1), 14, tone(c, -0.1)), turned(lathe(110, [[48, 252, 1], [52, 262], [52, 272]], 0.18), tone(c, -0.12), { fall: 0.2 })),
    lit(path(glass.d, '#ffe9a8/.5'), blur(12, path(ell(110, 206, 40, 44), '#ffd24a', { op: 0.85 }))), fire(110, 246, 76), clearGlass(glass.d, { color: '#fff4d0', op: 0.16, edge: 0.8, k: 6 }), clip(glass.d, blur(1.4, path(glass.streak(-0.74, -0.52, 134, 240), '#ffffff', { op: 0.75 }))),
    stroke(smooth(glass.arc(166), false) + smooth(glass.arc(216), false), '#8f3328', 3.4, { cap: 'butt' }), stroke('M50 166C30 190 30 200 52 232M170 166C190 190 190 200 168 232', '#8f3328', 3),
    body(turned(tank, c, { streak: [0.2, 0.7] }), turned(lathe(110, [[54, 106, 1], [50, 114], [40, 122]], 0.16), tone(c, -0.2), { fall: 0 }), turned(hood, c, { fall: 0.1 }), path(ell(110, 66, 16, 4), tone(c, -0.3))), knob(150, 284, 9, GOLD), turned(lathe(110, [[84, 318, 1], [86, 326]], 0.18), tone(c, -0.15), { fall: 0 }),
  ].flat()
}
function kettle() {
  const c = '#3d8fb0'
  const L = lathe(150, [[44, 112, 1], [90, 128], [122, 170], [134, 226], [126, 262], [118, 276, 1]], 0.16)
  const lid = lathe(150, [[6, 92], [30, 98], [46, 108], [48, 114, 1]], 0.2)
  const spout = smooth([[246, 252], [270, 226], [284, 176], [306, 140], [332, 132, 1], [338, 142, 1], [322, 164], [312, 210], [288, 262], [252, 276]])
  const handle = 'M66 134C40 40 96 12 150 12C204 12 260 40 234 134'
  return [
    stroke(handle, '#8a8fa2', 9), stroke(handle, '#e6e9f1', 3, { t: 'translate(-1.5 -1.5)' }), tube('M86 40C104 18 196 18 214 40', 22, '#8a5a38'), grain('M80 20L220 20L220 44L80 44Z', '#8a5a38', { count: 3, op: 0.2 }),
    body(vol(spout, c, { k: 7, way: 'h' }), turned(L, c, { streak: [0.22, 0.74] })), stroke('M329 134L338 146', '#e6e9f1', 8), clip(L.d, stroke(smooth(L.arc(258), false), '#e9edf4', 7, { cap: 'butt' }), stroke(smooth(L.arc(262), false), '#868b9e', 2.4, { cap: 'butt' })),
    body(turned(lid, c, { fall: 0.1, streak: [0.3, 0.9] })), stroke(smooth(lathe(150, [[49, 114], [49, 120]], 0.2).arc(114), false), '#d5d9e4', 4.6), path(rr(145, 80, 10, 14, 2), chrome()), knob(150, 76, 14, '#8a5a38'),
    [66, 234].map((x) => knob(x, 134, 10, '#c3c7d5')),
  ]
}
function mokaPot() {
  const c = '#c3c7d4'
  const facet = (pts, k) => path(poly(pts, 1.5), lin('v', tone(c, k + 0.14), tone(c, k), tone(c, k - 0.14)))
  const ks = [-0.12, 0.5, 0.16, -0.3, -0.5]
  const xs = (l, r) => [0, 0.13, 0.4, 0.68, 0.9, 1].map((t) => l + (r - l) * t)
  const strip = (tl, tr, ty, bl, br, by) => { const [a, b] = [xs(tl, tr), xs(bl, br)]; return range(5).map((i) => facet([[a[i], ty], [a[i + 1] + 0.5, ty], [b[i + 1] + 0.5, by], [b[i], by]], ks[i])) }
  const handle = smooth([[58, 66], [28, 62], [6, 78], [4, 120], [10, 172], [22, 176], [28, 168], [24, 120], [30, 94], [60, 92]])
  return [
    keep(vol(handle, '#4a4450', { k: 4, core: 0.5 })), body(path(poly([[180, 62], [222, 50], [227, 56], [188, 116]], 3), lin('h', tone(c, 0.1), tone(c, -0.34))), path(poly([[176, 61], [222, 49], [227, 56], [186, 68]], 3), tone(c, 0.35))),
    body(strip(62, 188, 62, 78, 174, 158), strip(78, 174, 158, 84, 168, 172), path(rr(70, 168, 112, 16, 4), chrome()), strip(80, 172, 184, 62, 190, 206), strip(62, 190, 206, 50, 202, 296), strip(50, 202, 296, 54, 198, 304)),
    keep(path(rr(70, 180, 112, 4), `${DARK}/.4`), blur(2, path(rr(56, 298, 140, 6, 2), DARK, { op: 0.25 })), path(ell(88, 238, 8), rad([0.4, 0.35, 0.7], '#fff3b0', '#d9a03a', '#8a5c18'))),
    body(strip(104, 146, 38, 60, 192, 60), path(rr(56, 56, 138, 9, 3), chrome())), keep(vol(smooth([[112, 10], [125, 2], [138, 10], [136, 26], [132, 38, 1], [118, 38, 1], [114, 26]]), '#4a4450', { k: 3 }), path(poly([[60, 60], [74, 50], [74, 64], [62, 70]], 2), '#8a8fa0')),
  ]
}
function pot() {
  const c = '#d9523c'
  const L = lathe(200, [[160, 70], [160, 100], [158, 190], [148, 226], [138, 236, 1]], 0.17)
  const grip = (s) => { const x = 200 + s * 156; return smooth([[x, 92], [x + s * 30, 88], [x + s * 44, 100], [x + s * 42, 122], [x + s * 26, 130], [x, 128], [x, 116, 1], [x + s * 20, 116], [x + s * 26, 108], [x + s * 18, 103], [x, 104, 1]]) }
  return body(
    [-1, 1].map((s) => vol(grip(s), tone(c, -0.08), { k: 3.4 })), turned(L, c, { streak: [0.18, 0.8] }), clip(L.d, keep(stroke(smooth(L.arc(228), false), `${tone(c, -0.55)}/.5`, 4, { cap: 'butt' })), blur(3, stroke(smooth(L.arc(84), false), DARK, 5, { op: 0.25 }))),
    path(ell(200, 70, 164, 31), lin('h', tone(c, 0.45), tone(c, 0.1), tone(c, -0.16))), keep(mouth(200, 70, 157, 28, { lip: '#f7efe2', inside: '#f4ead8', width: 0.03, deep: 0.4 })),
  )
}
function cauldron() {
  const c = '#4b4658'
  const L = lathe(190, [[126, 76, 1], [136, 92], [160, 150], [164, 200], [138, 262], [86, 296, 1]], 0.16)
  const foot = (x, s) => vol(smooth([[x - 14, 258], [x + 14, 258], [x + 12 + s * 8, 310], [x + 10 + s * 14, 326], [x - 10 + s * 14, 326], [x - 10 + s * 6, 300]]), tone(c, -0.1), { k: 3 })
  const bubbles = [[140, 62, 15], [168, 54, 20], [210, 58, 16], [240, 64, 12], [188, 70, 11], [118, 68, 9], [262, 70, 8]]
  return [
    body(foot(96, -1), foot(284, 1), foot(190, 0)), stroke('M46 112C-4 116 0 190 34 184', tone(c, -0.2), 10), stroke('M334 112C384 116 380 190 346 184', tone(c, -0.3), 10), stroke('M46 110C0 114 2 188 34 182', `${tone(c, 0.35)}/.7`, 3),
    body(turned(L, c, { finish: 'glazed', gloss: 0.28, streak: [0.25, 0.8] }), clip(L.d, stroke(smooth(L.arc(126), false), tone(c, -0.4), 8, { cap: 'butt' }), stroke(smooth(L.arc(123), false), tone(c, 0.22), 4, { cap: 'butt' })), path(ell(190, 76, 146, 30), lin('h', tone(c, 0.42), tone(c, 0.05), tone(c, -0.2))), path('M44 76C44 92 110 112 190 112C270 112 336 92 336 76L336 84C336 102 270 120 190 120C110 120 44 102 44 84Z', lin('h', tone(c, 0.1), tone(c, -0.1), tone(c, -0.45)))),
    keep(path(ell(190, 76, 128, 23), tone(c, -0.55)), lit(clip(ell(190, 76, 128, 23), path(ell(190, 80, 126, 22), lin('h', '#4f9a2e', '#7fd04a', '#b4ec6a')), blur(5, path(ell(220, 84, 60, 8), '#e8ffb0', { op: 0.7 })))), bubbles.map(([x, y, r]) => path(ell(x, y + 6, r), rad([0.36, 0.3, 0.75], '#f2ffd0', '#a6e25a', '#4f9a2e')) + path(ell(x - r * 0.3, y + 6 - r * 0.35, r * 0.22, r * 0.16), '#fff/.9'))),
  ]
}
/** Glass filled up to a level: back, liquid with its surface, glass. */
function filled(L, level, c, { inner = 0.92, op = 0.85, role, fill = '', top = L.top, lipColor = '#e4f3fd' } = {}) {
  const r = L.r(level) * inner
  const low = lathe(L.cx, [[r, level, 1], ...range(6).map((i) => { const y = level + ((L.bottom - 6 - level) * (i + 1)) / 6; return [L.r(y) * inner, y] })], L.sq)
  return [
    path(L.d, '#d8edfa/.3'), path(ell(L.cx, top, L.r(top), L.r(top) * L.sq), '#a9cfe6/.4'),
    group([path(low.d, lin('h', [0, tone(c, -0.26)], [0.24, tone(c, 0.2)], [0.6, c], [1, tone(c, -0.34)]), { op }), clip(low.d, blur(5, path(ell(L.cx + r * 0.3, L.bottom - 12, r * 0.6, 14), tone(c, 0.6), { op: 0.6 })), path(low.d, lin('v', `${tone(c, 0.3)}/.3`, `${tone(c, -0.5)}/.25`))), path(ell(L.cx, level, r, r * L.sq), lin('h', tone(c, 0.05), tone(c, 0.4), tone(c, 0.2)), { op: Math.min(1, op + 0.1) })], { role }),
    fill, clearGlass(L.d, { op: 0.12, k: L.max * 0.09 }), clip(L.d, blur(L.max * 0.024, path(L.streak(-0.78, -0.6, top + (L.bottom - top) * 0.1, L.bottom - (L.bottom - top) * 0.16), '#ffffff', { op: 0.8 }), path(L.streak(0.62, 0.7, top + (L.bottom - top) * 0.14, L.bottom - (L.bottom - top) * 0.2), '#ffffff', { op: 0.5 }))),
    stroke(ell(L.cx, top, L.r(top) - 1.5, L.r(top) * L.sq - 0.6), `${lipColor}/.95`, 3),
  ]
}
const tumbler = (top, bottom) => lathe(96, [[84, top, 1], [82, (top + bottom) / 2], [70, bottom, 1]], 0.17)
function glassWater() {
  const L = tumbler(24, 250)
  const bubbles = range(9).map(() => { const [x, y, r] = [rand(40, 150), rand(110, 230), rand(2, 4.5)]; return stroke(ell(x, y, r), '#fff/.7', 1.2) + path(ell(x - r * 0.3, y - r * 0.3, r * 0.3), '#fff/.9') }).join('')
  return filled(L, 78, '#7cc8f0', { op: 0.55, role: 'body', fill: bubbles })
}
function juice() {
  const L = tumbler(66, 300)
  const slice = [ell(160, 66, 44), ell(160, 66, 40), ell(160, 66, 36)]
  const segs = range(8).map((i) => { const a = (i * Math.PI) / 4 + 0.2; const P = (r, t) => [160 + r * Math.cos(t), 66 + r * Math.sin(t)]; return path(poly([P(5, a + 0.39), P(33, a + 0.1), P(35, a + 0.39), P(33, a + 0.68)], 5), rad([0.5, 0.5, 0.7], '#ffc25a', '#ff9a2a')) })
  return [
    keep(path(slice[0], lin('d', '#ffa63c', '#e8741a')), path(slice[1], '#fff0cf'), path(slice[2], '#ffdf9e'), segs),
    filled(L, 100, '#ff9a24', { op: 0.96, role: 'body', fill: [[74, 118, 18], [112, 122, -14]].map(([x, y, a]) => group([path(rr(-17, -17, 34, 34, 7), '#fff/.34'), stroke(rr(-17, -17, 34, 34, 7), '#fff/.6', 2)], { t: `translate(${x} ${y}) rotate(${a})` })).join('') }),
    keep(tube('M104 250L62 20L30 6', 11, '#e8504a'), stroke('M100 226L96 208M90 172L86 154M78 108L74 90M70 62L66 44', '#ffffff', 10, { cap: 'butt' })), clip(L.d, path(L.span(-0.9, 0.9), lin('h', '#ff9a24/.8', '#ff9a24/.7', '#e87a1a/.85')), path(ell(96, 100, 76, 13), '#ffc36a/.9')),
    clip(L.d, blur(2, path(L.streak(-0.78, -0.6, 110, 280), '#ffffff', { op: 0.75 }))), keep(stroke('M96 108L62 20L30 6', '#b83a36', 11.5), stroke('M96 108L62 20L30 6', '#ee5a50', 9, { t: 'translate(-.6 -.6)' }), stroke('M88 82L85 72M76 56L72 42', '#fff', 9, { cap: 'butt' })), stroke('M13 68C18 82 60 92 96 92C140 92 174 82 179 68', '#e4f3fd', 3),
  ]
}
function jar() {
  const L = lathe(110, [[78, 62, 1], [82, 74], [100, 96], [102, 120], [102, 270], [90, 288, 1]], 0.15)
  const lid = lathe(110, [[80, 22, 1], [86, 30], [86, 52], [80, 60, 1]], 0.16)
  const c = '#b9783f'
  return [
    filled(L, 262, '#d8edf8', { op: 0.2 }), body(turned(lid, c, { finish: 'wood' }), wood(ell(110, 22, 82, 13), tone(c, 0.16), { k: 1.5, count: 6 })), turned(lathe(110, [[12, 0, 1], [15, 6], [13, 16]], 0.3), c, { finish: 'wood', fall: 0 }),
    stroke(smooth(lathe(110, [[80, 66], [80, 70]], 0.15).arc(66), false), '#d8a24a', 6),
    keep(path(L.band(150, 226, -0.62, 0.62), lin('h', '#efe6d2', '#fffaf0', '#e0d4ba')), stroke(smooth(L.arc(157, -0.56, 0.56), false) + smooth(L.arc(219, -0.56, 0.56), false), '#c9a86a', 1.6)), clip(L.d, blur(2, path(L.streak(-0.8, -0.66, 100, 270), '#ffffff', { op: 0.75 }))),
  ]
}
function jamJar() {
  const L = lathe(110, [[76, 92, 1], [84, 104], [96, 122], [98, 150], [98, 266], [88, 284, 1]], 0.14)
  const red = '#c8243c'
  const cloth = smooth([[30, 62], [50, 36], [110, 24], [170, 36], [190, 62], [206, 96], [196, 112], [180, 102], [160, 118], [136, 106], [112, 122], [86, 106], [62, 118], [42, 102], [24, 112], [14, 96]])
  const checks = range(10).map((i) => path(smooth([[14 + i * 21, 130], [34 + i * 16.4, 60], [60 + i * 11, 20], [68 + i * 11, 20], [43 + i * 16.4, 60], [24 + i * 21, 130]]), `${red}/.62`)).join('') + [30, 50, 72, 98].map((y) => path(smooth([[0, y + 12], [110, y - 2], [220, y + 12], [220, y + 22], [110, y + 9], [0, y + 22]]), `${red}/.62`)).join('')
  return [
    filled(L, 112, red, { op: 0.97, role: 'body' }), clip(L.d, range(12).map(() => { const [x, y] = [rand(24, 196), rand(140, 270)]; return path(ell(x, y, rand(7, 13)), `${tone(red, rand(-0.35, 0.2))}/.5`) })), keep(path(L.band(168, 244, -0.66, 0.66), lin('h', '#e9dcc2', '#fffaf0', '#dccdae')), stroke(smooth(L.arc(175, -0.6, 0.6), false) + smooth(L.arc(237, -0.6, 0.6), false), '#b8504a', 1.8),
      path(smooth([[110, 238], [94, 224], [92, 208], [110, 204], [128, 208], [126, 224]]), rad([0.4, 0.3, 0.8], '#ff7a6a', '#e23a3e', '#a81c30')), path(smooth([[110, 208], [96, 204], [100, 197], [110, 201], [120, 197], [124, 204]]), '#4f9a3c'), range(8).map((i) => path(ell(101 + (i % 4) * 6, 214 + Math.floor(i / 4) * 8, 1, 1.5), '#ffe6a0'))),
    clip(L.d, blur(2, path(L.streak(-0.8, -0.66, 130, 268), '#ffffff', { op: 0.75 }))),
    keep(path(cloth, '#fffaf4'), clip(cloth, checks, path(cloth, lin('v', [0, '#fff/.2'], [0.5, `${DARK}/0`], [1, `${DARK}/.16`])), range(7).map((i) => blur(3, stroke(line([58 + i * 17.5, 72], [26 + i * 28, 126]), DARK, 6, { op: 0.22 })))), inset(cloth, -2, -3, 3, DARK, 0.25), path('M40 66C70 80 150 80 180 66L182 74C150 90 70 90 38 74Z', lin('h', '#b98a4e', '#f0cf92', '#9a6c34')), stroke('M118 82C100 100 84 104 92 92C98 84 112 82 118 82C134 102 150 104 144 92C138 84 124 82 118 82', '#d9b274', 4)),
  ]
}
function flowerpot() {
  const c = '#cd7046'
  const L = lathe(130, [[104, 88, 1], [92, 170], [80, 240, 1]], 0.16)
  const rim = lathe(130, [[122, 34, 1], [120, 80], [112, 90, 1]], 0.17)
  return body(
    turned(L, c, { finish: 'matte', gloss: 0.22, streak: [0.2, 0.8] }), clip(L.d, blur(6, path(rr(0, 84, 260, 26), DARK, { op: 0.5 }))), turned(rim, c, { finish: 'matte', gloss: 0.3, streak: [0.1, 0.9], fall: 0.1 }),
    mouth(130, 34, 122, 22, { lip: c, inside: tone(c, -0.1), width: 0.1 }), keep(clip(ell(130, 36, 108, 18), path(ell(130, 46, 110, 18), '#5a3a2c'), range(40).map(() => path(ell(rand(26, 234), rand(33, 60), rand(2, 5), rand(1.5, 3)), pick(['#6e4836', '#47291f', '#7d5642', '#523324']))), blur(4, path(`${ell(130, 34, 140, 40)}${ell(132, 44, 100, 17)}`, DARK, { op: 0.5, rule: true })))),
  )
}
function wateringCan() {
  const c = '#3f9e6a'
  const L = lathe(130, [[84, 90, 1], [88, 130], [98, 240], [98, 256, 1]], 0.16)
  const spout = poly([[206, 228], [210, 190], [330, 74], [346, 86]], 4)
  const rose = poly([[322, 62], [376, 58], [372, 112], [352, 100]], 4)
  return [
    body(tube('M58 150C-22 130 -16 30 70 40C100 44 120 66 128 82', 15, c)), body(path(spout, linU([250, 130, 290, 170], tone(c, 0.3), c, tone(c, -0.4))), bar([214, 108], [298, 104], 7, tone(c, -0.1)), turned(L, c, { streak: [0.15, 0.75] }), [122, 226].map((y) => clip(L.d, stroke(smooth(L.arc(y), false), tone(c, -0.42), 4, { cap: 'butt' }), stroke(smooth(L.arc(y - 3), false), tone(c, 0.4), 2.6, { cap: 'butt' }))),
      path('M46 90C46 76 84 70 130 70C176 70 214 76 214 90C214 98 190 102 168 104C160 84 100 84 92 104C66 102 46 98 46 90Z', lin('h', tone(c, 0.4), tone(c, 0.06), tone(c, -0.24)))), path('M92 104C100 84 160 84 168 104C146 106 114 106 92 104Z', tone(c, -0.62)),
    body(path(poly([[318, 70], [350, 92], [346, 100], [310, 84]], 3), tone(c, -0.1)), path(smooth([[322, 52], [334, 50], [362, 82], [364, 96], [352, 104], [340, 98], [322, 76]]), linU([320, 60, 350, 100], tone(c, 0.35), c, tone(c, -0.3)))), path(ell(0, 0, 32, 11), lin('d', '#f3d99a', '#d9a648', '#9a6c22'), { t: 'translate(347 74) rotate(52)' }), range(11).map((i) => path(ell(0, 0, 2.2, 1.4), '#6b4a18', { t: `translate(347 74) rotate(52) translate(${n(-22 + (i % 6) * 8.8)} ${i > 5 ? 4 : -3})` })),
  ]
}
function perfume() {
  const c = '#e88aa8'
  const out = poly([[30, 110], [190, 110], [214, 140], [214, 300], [196, 322], [24, 322], [6, 300], [6, 140]], 8)
  const inner = poly([[42, 140], [178, 140], [190, 152], [190, 286], [176, 300], [44, 300], [30, 286], [30, 152]], 8)
  const juiceOf = poly([[30, 190], [190, 190], [190, 286], [176, 300], [44, 300], [30, 286]], [0, 0, 6, 8, 8, 6])
  return [
    clearGlass(out, { color: '#f8e6f0', op: 0.55, k: 8 }), path(inner, '#fff/.35'), body(path(juiceOf, lin('d', tone(c, 0.25), c, tone(c, -0.25)), { op: 0.92 }), clip(juiceOf, blur(8, path(ell(140, 280, 50, 22), tone(c, 0.6), { op: 0.8 })))), path(ell(110, 190, 80, 5), `${tone(c, 0.45)}/.95`),
    stroke('M110 118L110 286', '#fff/.5', 2.4), [[30, 110, 42, 140], [190, 110, 178, 140], [6, 300, 30, 286], [214, 300, 190, 286], [6, 140, 30, 152], [214, 140, 190, 152], [24, 322, 44, 300], [196, 322, 176, 300]].map(([a, b, e, f]) => stroke(line([a, b], [e, f]), '#fff/.6', 2)), path(poly([[6, 142], [30, 153], [30, 286], [6, 300]]), '#fff/.35'), path(poly([[214, 142], [190, 153], [190, 286], [214, 300]]), `${tone(c, -0.3)}/.22`), path(poly([[24, 322], [44, 300], [176, 300], [196, 322]]), `${tone(c, -0.3)}/.25`), blur(2, path(poly([[44, 158], [58, 150], [58, 280], [44, 280]], 5), '#ffffff', { op: 0.75 })),
    path(poly([[82, 212], [138, 212], [138, 258], [82, 258]], 4), lin('d', '#fffaf2', '#f2e2cf')), stroke(smooth([[96, 236], [102, 226], [110, 240], [118, 226], [124, 236]], false), GOLD, 2.6), path(rr(92, 246, 36, 2.6, 1), GOLD),
    path(rr(82, 92, 56, 20, 3), gilt()), path(rr(74, 14, 72, 80, [10, 10, 4, 4]), gilt()), path(rr(74, 14, 72, 80, [10, 10, 4, 4]), lin('v', '#fff/.3', '#fff/0', `${DARK}/.18`)), path(rr(74, 84, 72, 4), '#fff/.4'),
  ]
}
function flask() {
  const c = '#2fb8a8'
  const L = lathe(120, [[30, 24, 1], [30, 110], [40, 140], [104, 270], [108, 296], [96, 312, 1]], 0.14)
  return [filled(L, 204, c, { op: 0.9, role: 'body', inner: 0.93, fill: range(12).map(() => { const y = rand(220, 296); const x = 120 + rand(-0.6, 0.6) * L.r(y); const r = rand(2.5, 7); return stroke(ell(x, y, r), '#fff/.55', 1.4) + path(ell(x - r * 0.3, y - r * 0.35, r * 0.28), '#fff/.85') }).join('') }),
    stroke(range(6).map((i) => { const y = 216 + i * 15; return line(L.place(0.16, y), L.place(i % 2 ? 0.3 : 0.4, y)) }).join(''), '#fff/.9', 2.6), stroke(ell(120, 22, 33, 5.5), '#dff1fb', 5), stroke(ell(120, 21, 33, 5.5), '#fff', 1.6)]
}
function potion() {
  const c = '#9a4fd0'
  const L = lathe(120, [[26, 66, 1], [26, 108], [34, 124], [94, 164], [114, 220], [94, 280], [60, 304, 1]], 0.14)
  const star4 = (x, y, r) => path(smooth([[x, y - r, 1], [x + r * 0.2, y - r * 0.2, 1], [x + r, y, 1], [x + r * 0.2, y + r * 0.2, 1], [x, y + r, 1], [x - r * 0.2, y + r * 0.2, 1], [x - r, y, 1], [x - r * 0.2, y - r * 0.2, 1]]), '#fff6c8')
  return [wood(poly([[98, 20], [142, 20], [138, 72], [102, 72]], 4), '#c08c54', { upright: true }), path(ell(120, 20, 22, 5), '#dcb27c'),
    filled(L, 176, c, { op: 0.95, role: 'body', inner: 0.94, top: 66, fill: [lit(star4(92, 230, 15), star4(146, 214, 11), star4(126, 264, 9), star4(160, 250, 6), star4(80, 262, 6)), range(9).map(() => { const y = rand(190, 290); const x = 120 + rand(-0.65, 0.65) * L.r(y); return path(ell(x, y, rand(1.5, 4)), '#fff/.5') })].flat().join('') }),
    keep(tube('M92 112C102 120 138 120 148 112', 7, '#c99a5a'), turn(8, 150, 120, path(poly([[146, 124], [176, 128], [176, 166], [146, 166]], 4), lin('d', '#fff3d6', '#d9c094')), path(ell(161, 134, 2.6), '#8a6a3c'), stroke('M153 146L169 146M153 154L166 154', '#8a6a3c', 2))), stroke(ell(120, 66, 29, 5), '#dff1fb', 5)]
}
function pillBottle() {
  const c = '#f08a2c'
  const L = lathe(100, [[76, 84, 1], [88, 98], [90, 120], [90, 270], [84, 284, 1]], 0.14)
  const pills = range(34).map((i) => { const [x, y] = [24 + (i % 7) * 25 + rand(-5, 5), 196 + Math.floor(i / 7) * 20 + rand(-4, 4)]; return group([path(rr(-15, -7, 30, 14, 7), '#fff6e6'), path(rr(0, -7, 15, 14, 7), '#4f9ad8'), path(rr(-12, -5, 24, 4, 2), '#fff/.6')], { t: `translate(${n(x)} ${n(y)}) rotate(${n(rand(-80, 80))})` }) })
  return [
    path(L.d, `${tone(c, -0.2)}/.6`), clip(L.span(-0.93, 0.93), keep(pills)), body(path(L.d, lin('h', [0, `${tone(c, -0.3)}/.85`], [0.25, `${tone(c, 0.2)}/.5`], [0.7, `${c}/.55`], [1, `${tone(c, -0.4)}/.9`]))), inset(L.d, 2.5, 2, 2, '#ffe0b0', 0.7),
    keep(path(L.band(124, 196), lin('h', [0, '#b8b4b0'], [0.25, '#ffffff'], [0.6, '#f0eee9'], [1, '#98938e'])), path(L.band(130, 144), lin('h', '#2f6a9a', '#4f9ad8', '#2a5c88')), [156, 166, 176].map((y, i) => stroke(smooth(L.arc(y, -0.5, i === 2 ? 0.1 : 0.5), false), '#9a98a2', 3)),
      turned(lathe(100, [[86, 22, 1], [92, 30], [92, 74], [86, 84, 1]], 0.15), '#f4f3f0', { fall: 0.14, over: stroke(range(27).map((i) => { const x = 100 + 92 * Math.sin((-0.96 + i * 0.074) * 1.57); const y = 13 * Math.cos((-0.96 + i * 0.074) * 1.57); return line([x, 36 + y], [x, 74 + y]) }).join(''), '#8f8a98/.4', 2) }), path(ell(100, 22, 87, 13), lin('d', '#ffffff', '#dcdae0')), stroke(ell(100, 22, 66, 9), '#c6c3cc/.8', 2)),
    clip(L.d, blur(1.6, path(L.streak(-0.78, -0.64, 104, 270), '#ffffff', { op: 0.6 }))),
  ]
}
const fishShape = (c, s = 1) => group([path(smooth([[-30, 0, 1], [-56, -20], [-62, -14], [-54, 0], [-62, 14], [-54, 20]]), lin('h', tone(c, 0.3), c)), path(smooth([[-14, -14], [0, -32], [22, -20], [16, -10]]), tone(c, -0.05)), path(smooth([[-2, 16], [-10, 30], [10, 22], [12, 14]]), tone(c, -0.1)), path(smooth([[-36, 0], [-16, -16], [12, -19], [36, -8], [44, 2], [34, 12], [10, 18], [-18, 13]]), lin('v', tone(c, 0.25), c, tone(c, 0.45))), path(ell(28, -2, 6), '#fff'), path(ell(29.5, -2, 3.4), '#2a2030'), path(ell(30.5, -3.4, 1.1), '#fff'), path(smooth([[2, 2], [-12, 0], [-16, 8], [-2, 10]]), tone(c, -0.16))], { t: `scale(${s})` })
const weed = (x, y, h, c, k = 1) => path(smooth([[x - 4, y, 1], [x - 10 * k, y - h * 0.35], [x + 6 * k, y - h * 0.7], [x - 2 * k, y - h, 1], [x + 14 * k, y - h * 0.66], [x, y - h * 0.32], [x + 6, y, 1]]), lin('v', tone(c, 0.3), tone(c, -0.25)))
function fishbowl() {
  const L = lathe(180, [[96, 34, 1], [90, 46], [140, 90], [172, 160], [164, 236], [120, 292], [90, 304, 1]], 0.14)
  const gravel = range(60).map(() => path(ell(rand(56, 304), rand(268, 312), rand(7, 12), rand(5, 8)), rad([0.36, 0.3, 0.8], '#f7dcae', pick(['#d9a86a', '#c9906a', '#e0c090', '#b98a6a']), '#8f6444')))
  return [
    path(L.d, '#d3ecfa/.35'), clip(L.span(-0.95, 0.95), path('M0 96L360 96L360 320L0 320Z', lin('v', '#8fd6f2/.75', '#4fb0dc/.8', '#3a94c6/.85')), keep(weed(100, 290, 130, '#4fae5a'), weed(118, 290, 90, '#3d9a5f', -1), weed(262, 290, 110, '#5ab84a', -1), weed(246, 290, 70, '#3f9e52'), gravel, at(176, 180, 1.1, fishShape('#ff8a2a')), range(7).map((i) => stroke(ell(236 + rand(-9, 9), 176 - i * 11, rand(2, 5)), '#fff/.8', 1.5)))),
    path(ell(180, 96, 134, 19), lin('h', '#a9e0f6/.8', '#e6f8ff/.9', '#bfe9f9/.85')), clearGlass(L.d, { op: 0.1, k: 12 }), clip(L.d, blur(3, path(L.streak(-0.82, -0.64, 100, 250), '#ffffff', { op: 0.8 }), path(L.streak(0.66, 0.76, 120, 220), '#ffffff', { op: 0.55 }))), stroke(ell(180, 34, 97, 13), '#e8f6fe', 7), stroke(ell(180, 32, 97, 13), '#fff', 2),
  ]
}
function aquarium() {
  const front = rr(8, 40, 424, 240, 5)
  const gravel = range(100).map(() => path(ell(rand(10, 430), rand(252, 276), rand(6, 11), rand(4, 7)), rad([0.36, 0.3, 0.8], '#f7e2bc', pick(['#e0bd84', '#cfa274', '#ead3a4', '#b99a7c']), '#8f7454')))
  return [
    path(poly([[8, 44], [34, 20], [406, 20], [432, 44]], 3), '#bfe4f5/.7'), path(front, lin('v', '#7ecdf0', '#4aaede', '#2b86bf')), path(poly([[10, 66], [34, 50], [406, 50], [430, 66]]), lin('h', '#bfeaf9', '#eefaff', '#c9eefb')),
    keep(clip(front, [[120, 40, 60], [250, 60, 110], [340, 30, 50]].map(([x, a, b]) => path(poly([[x, 60], [x + a, 60], [x + b - 40, 280], [x - 60, 280]]), '#fff/.09')), weed(50, 264, 150, '#3f9e52'), weed(70, 264, 110, '#5ab84a', -1), weed(88, 264, 70, '#3d9a5f'), weed(376, 264, 140, '#4fae5a', -1), weed(396, 264, 96, '#3d9a5f'), weed(356, 264, 76, '#63bf4f', -1),
      path(smooth([[180, 266, 1], [184, 226], [206, 200], [236, 204], [252, 228], [276, 236], [288, 266, 1]]), rad([0.4, 0.3, 0.8], '#c3bcc8', '#8c8496', '#5a5268')), path(ell(226, 250, 20, 22), '#3a3248'), gravel, path(smooth([[128, 266], [136, 246], [146, 262], [156, 242], [164, 266]]), lin('v', '#ff9a8a', '#d9485a')),
      at(150, 130, 1, fishShape('#ff8a2a')), at(296, 168, 0.8, fishShape('#f5d03a')), flip(250, at(190, 100, 0.62, fishShape('#e84f7a'))), at(110, 196, 0.55, fishShape('#7f6ae0')), range(8).map((i) => stroke(ell(330 + rand(-8, 8), 236 - i * 20, rand(2.5, 6)), '#fff/.7', 1.6)))),
    inset(front, 4, 4, 4, '#ffffff', 0.5), path(poly([[30, 60], [70, 60], [20, 200], [20, 100]]), '#fff/.2'), stroke(front, '#dff3fc/.8', 4), body(path(rr(0, 268, 440, 22, 5), lin('v', '#6a6478', '#3d3848')), path(rr(0, 6, 440, 24, 5), lin('v', '#7a7488', '#4a4456'))), path(rr(8, 8, 424, 5, 2), '#fff/.3'), lit(path(rr(30, 28, 380, 5, 2), '#f4fbff')),
  ]
}
function barrel() {
  const c = '#a8703f'
  const L = lathe(140, [[106, 34, 1], [124, 100], [131, 190], [124, 280], [106, 346, 1]], 0.17)
  const staves = range(13).map((i) => { const [a, b] = [-1 + (2 * i) / 13, -1 + (2 * (i + 1)) / 13]; const t = tone(c, rand(-0.09, 0.09)); const ys = range(9).map((k) => 34 + k * 39); const d = `${smooth(ys.map((y) => L.place(a + 0.004, y)), false)}L${smooth(ys.map((y) => L.place(b - 0.004, y)).reverse(), false).slice(1)}Z`; return path(d, lin('h', tone(t, 0.12), t, tone(t, -0.12))) + grain(d, t, { upright: true, count: 4, op: 0.3 }) })
  const ringOf = (y, h) => [path(L.band(y, y + h), lin('h', [0, '#3d3a48'], [0.16, '#6f6c7e'], [0.3, '#b9b8c8'], [0.45, '#6a6778'], [0.85, '#35323f'], [1, '#4a4756'])), stroke(smooth(L.arc(y + h), false), `${DARK}/.5`, 2), stroke(smooth(L.arc(y), false), '#fff/.25', 1.4), [-0.5, 0, 0.5].map((u) => { const [x, yy] = L.place(u, y + h / 2); return knob(x, yy, 3, '#8d8a9c') })]
  return body(
    path(L.d, tone(c, -0.55)), clip(L.d, staves, path(L.d, lin('h', [0, `${DARK}/.42`], [0.14, `${DARK}/.08`], [0.28, '#fff/.18'], [0.5, '#fff/0'], [0.86, `${DARK}/.42`], [1, `${DARK}/.55`])), keep(ringOf(52, 18), ringOf(112, 16), ringOf(258, 16), ringOf(318, 18))),
    path(ell(140, 34, 106, 18), lin('h', tone(c, 0.3), tone(c, -0.2))), path(ell(140, 36, 98, 15), tone(c, -0.5)), clip(ell(140, 36, 98, 15), range(7).map((i) => { const t = tone(c, rand(0, 0.12)); return path(rr(42 + i * 28, 18, 27, 50), t) + grain(rr(42 + i * 28, 18, 27, 50), t, { upright: true, count: 3, op: 0.3 }) }), blur(4, path(`${ell(140, 34, 130, 40)}${ell(142, 44, 92, 14)}`, DARK, { op: 0.6, rule: true }))), path(ell(140, 200, 9, 8), tone(c, -0.5)), path(ell(140, 199, 7, 6), '#caa070'),
  )
}
function fork() {
  const d = smooth([[6, 6], [14, 6], [17, 60], [20, 74], [24, 60], [26, 6], [34, 6], [36, 60], [39, 74], [42, 60], [44, 6], [52, 6], [55, 60], [58, 74], [61, 60], [64, 6], [72, 6], [75, 60], [72, 104], [54, 130], [46, 160], [48, 260], [54, 340], [52, 380], [39, 390], [26, 380], [24, 340], [30, 260], [32, 160], [24, 130], [6, 104], [3, 60]])
  return body(path(d, linU([0, 0, 78, 0], [0, '#8f93a6'], [0.25, '#f4f6fb'], [0.48, '#b4b8c8'], [0.62, '#e6e9f1'], [0.85, '#989cae'], [1, '#c9ccd8'])), inset(d, -1.6, -2, 1.6, '#565a70', 0.7), inset(d, 1, 1.2, 0.8, '#ffffff', 0.9), clip(d, blur(5, path(ell(44, 116, 26, 20), '#6a6e84', { op: 0.5 })), blur(3, path(ell(30, 100, 14, 16), '#ffffff', { op: 0.7 })), stroke(smooth([[39, 366], [32, 350], [39, 326], [46, 350], [39, 366]]), '#7f8398', 2)))
}

export const drawings = {
  plate, bowl, mug, teacup, vase, jug, bottle, 'wine-bottle': wineBottle, 'water-bottle': waterBottle, basket, candle, candlestick, lantern, kettle, 'moka-pot': mokaPot, pot, cauldron,
  'glass-water': glassWater, juice, jar, 'jam-jar': jamJar, flowerpot, 'watering-can': wateringCan, perfume, flask, potion, 'pill-bottle': pillBottle, fishbowl, aquarium, barrel, fork,
}

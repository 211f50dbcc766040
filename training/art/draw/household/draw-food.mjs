/** Food the icon sets lack. */
import {
  DARK, GOLD, OAK, at, ball, blur, body, clip, ell, flame, fold, gilt, grain, group, inset, keep, knob, lathe, lin, linU, line, lit, mix, n, path, pick, plush, poly, rad, radU, rand, range, rr, smooth, stroke,
  tone, tube, turned, vol, wood, around, turn, star,
} from './kit.mjs'

/** Crumb: little holes and grains over `d`. */
function crumb(d, [x0, y0, x1, y1], c, count = 90) {
  const spots = (k, o, size) => path(range(count).map(() => ell(rand(x0, x1), rand(y0, y1), rand(0.5, 1) * size, rand(0.4, 0.8) * size)).join(''), `${tone(c, k)}/${o}`)
  return clip(d, spots(-0.3, 0.35, 3), spots(0.4, 0.5, 2.4))
}
const berry = (x, y, r, c = '#d92c3e') => [path(ell(x, y, r), ball(c)), path(ell(x - r * 0.34, y - r * 0.4, r * 0.22, r * 0.16), '#fff/.85')]
function strawberry(x, y, s, angle = 0) {
  const d = smooth([[0, 34], [-20, 14], [-28, -8], [-18, -24], [0, -27], [18, -24], [28, -8], [20, 14]])
  return group([path(d, rad([0.38, 0.28, 0.85], '#ff8272', '#e8303c', '#a81830')), path(range(16).map((i) => ell(-17 + (i % 4) * 11 + (Math.floor(i / 4) % 2) * 3, -14 + Math.floor(i / 4) * 11, 1.3, 2)).join(''), '#ffe08a'), blur(2, path(ell(-11, -11, 6, 9), '#ffffff', { op: 0.55 })), path(smooth([[0, -24], [-24, -18], [-20, -27], [-10, -30], [-6, -40], [2, -32], [12, -38], [12, -29], [24, -25], [18, -17]]), lin('v', '#8cc95a', '#3d8a3c'))], { t: `translate(${n(x)} ${n(y)}) rotate(${angle}) scale(${s})` })
}
/** A blob of piped cream. */
const rosette = (x, y, r, c) => range(4).map((i) => { const w = r * (1 - i * 0.24); const yy = y - i * r * 0.42; return path(ell(x, yy, w, w * 0.5), lin('d', tone(c, 0.5), c, tone(c, -0.22))) + stroke(range(5).map((k) => smooth([[x - w * 0.7 + k * w * 0.35, yy - w * 0.3], [x - w * 0.5 + k * w * 0.35, yy + w * 0.42]], false)).join(''), `${tone(c, -0.3)}/.3`, Math.max(1, r * 0.07)) }).join('') + path(smooth([[x - r * 0.2, y - r * 1.4], [x - r * 0.03, y - r * 2], [x + r * 0.05, y - r * 2.02, 1], [x + r * 0.22, y - r * 1.4]]), lin('h', tone(c, 0.5), tone(c, -0.15)))
/** Icing that runs down a round side from y in uneven tongues. */
function drips(L, y, deep, count) {
  const edge = range(count * 2 + 1).map((i) => { const u = -1 + i / count; return L.place(u, y + (i % 2 ? deep * rand(0.55, 1.15) : deep * rand(0.1, 0.25))) })
  return `${smooth(L.arc(y).map(([a, b]) => [a, b - 2]), false)}L${smooth([[L.cx + L.r(y) + 1, y, 1], ...edge.reverse(), [L.cx - L.r(y) - 1, y, 1]], false).slice(1)}Z`
}
function stand(cx, y, r, c = '#f5f2ee') {
  const foot = lathe(cx, [[18, y + 8, 1], [12, y + 26], [16, y + 40], [r * 0.42, y + 54], [r * 0.46, y + 62, 1]], 0.18)
  return [turned(foot, c), path(`M${cx - r} ${y}C${cx - r} ${y + 10} ${cx - r * 0.6} ${y + r * 0.2 + 14} ${cx} ${y + r * 0.2 + 14}C${cx + r * 0.6} ${y + r * 0.2 + 14} ${cx + r} ${y + 10} ${cx + r} ${y}Z`, lin('h', tone(c, -0.08), tone(c, -0.22), tone(c, -0.42))), path(ell(cx, y, r, r * 0.2), lin('d', tone(c, 0.5), c, tone(c, -0.2))), inset(ell(cx, y, r, r * 0.2), 0, -1.8, 1.2, '#ffffff', 0.9)]
}
function cake() {
  const c = '#f29ab0'
  const L = lathe(200, [[160, 110, 1], [160, 250, 1]], 0.19)
  const top = ell(200, 110, 160, 30.4)
  return [
    keep(stand(200, 256, 196)), blur(6, path(ell(206, 256, 166, 32), DARK, { op: 0.3 })),
    keep(turned(L, '#f3d39a', { finish: 'matte', over: [path(L.band(168, 186), '#fff6ea'), path(L.band(216, 232), '#d9566c'), ].join('') })), crumb(L.d, [40, 150, 360, 286], '#e8c284'),
    body(path(drips(L, 112, 72, 9), linU([40, 0, 360, 0], [0, tone(c, -0.2)], [0.22, tone(c, 0.22)], [0.55, c], [1, tone(c, -0.36)])), inset(drips(L, 112, 72, 9), 0, -4, 3, tone(c, -0.5), 0.4), path(top, lin('d', tone(c, 0.4), tone(c, 0.12))), inset(top, 0, -2, 2, '#ffffff', 0.5)), clip(L.d, blur(3, path(L.streak(-0.7, -0.54, 120, 230), '#ffffff', { op: 0.4 }))),
    keep(around(200, 104, 128, 20, 10, 0.2).sort((a, b) => a[1] - b[1]).map(([x, y]) => rosette(x, y + 4, 20, '#fff8ee')), strawberry(160, 84, 0.95, -14), strawberry(240, 86, 0.95, 16), strawberry(200, 66, 1.15, 0), range(26).map(() => { const a = rand(0, 6.3); const [x, y] = [200 + 96 * Math.cos(a), 116 + 14 * Math.sin(a)]; return path(rr(-4, -1.4, 8, 2.8, 1.4), pick(['#f6c23c', '#7fc4ea', '#8fd05a', '#ffffff']), { t: `translate(${n(x)} ${n(y)}) rotate(${n(rand(0, 180))})` }) })),
  ]
}
function weddingCake() {
  const c = '#fbf5ee'
  const tiers = [[150, 330, 92], [112, 240, 84], [74, 156, 78]]
  const rose = (x, y, r, k) => [path(ell(x, y, r), rad([0.4, 0.34, 0.75], tone(k, 0.4), k, tone(k, -0.35))), stroke(smooth([[x - r * 0.5, y], [x - r * 0.1, y - r * 0.5], [x + r * 0.45, y - r * 0.1], [x + r * 0.1, y + r * 0.35], [x - r * 0.2, y]], false), `${tone(k, -0.4)}/.5`, r * 0.14)]
  const leafy = (x, y, a) => path(smooth([[0, 0, 1], [8, -6], [20, -2, 1], [10, 5]]), lin('d', '#9cc97a', '#4f8f4c'), { t: `translate(${n(x)} ${n(y)}) rotate(${a})` })
  return [
    keep(stand(190, 428, 184)),
    tiers.map(([r, y, h], t) => { const L = lathe(190, [[r, y, 1], [r, y + h, 1]], 0.18)
      const swags = range(7).map((i) => { const [a, b] = [-1 + (2 * i) / 7, -1 + (2 * (i + 1)) / 7]; return smooth(range(5).map((k) => { const [x, yy] = L.place(a + ((b - a) * k) / 4, y + h * 0.24); return [x, yy + Math.sin((k * Math.PI) / 4) * h * 0.22] }), false) }).join('')
      return [blur(5, path(ell(196, y + h, r + 6, r * 0.2), DARK, { op: 0.3 })), body(turned(L, c, { finish: 'matte', gloss: 0.3 }), path(ell(190, y, r, r * 0.18), lin('d', '#ffffff', tone(c, -0.06)))), stroke(swags, `${tone(c, -0.4)}/.3`, 5, { t: 'translate(1 2.5)' }), stroke(swags, '#fffdf9', 4.6), keep(range(8).map((i) => { const [x, yy] = L.place(-1 + i / 3.5, y + h * 0.22); return i > 0 && i < 7 ? knob(x, yy, 4.4, '#f3c6d0') : '' })), range(21).map((i) => { const [x, yy] = L.place(-0.98 + i * 0.098, y + h); return path(ell(x, yy - 2, r * 0.058, 6), rad([0.4, 0.3, 0.8], '#ffffff', '#fdf4ea', '#cdbfb4')) })] }),
    keep([[112, 326], [86, 322], [100, 312], [262, 236], [282, 242], [270, 226], [142, 152], [158, 160]].map(([x, y], i) => [leafy(x - 8, y + 4, 150), leafy(x + 8, y + 5, 20), rose(x, y, i % 3 ? 13 : 17, ['#f08aa0', '#f7b6c2', '#e0607f'][i % 3])]),
      [[172, -1], [210, 1]].map(([x, s]) => [s < 0 ? [path(smooth([[172, 136, 1], [158, 134], [160, 104], [166, 88], [178, 88], [184, 104], [186, 134]]), lin('h', '#4a4560', '#2f2a3e')), path(poly([[168, 90], [172, 108], [177, 90]]), '#fff'), path(ell(172, 76, 10), rad([0.4, 0.35, 0.7], '#ffe0c4', '#f0b890', '#c98a66')), path(smooth([[162, 76], [164, 64], [174, 62], [183, 70], [180, 74], [170, 70]]), '#4a3024')] : [path(smooth([[184, 138, 1], [196, 106], [201, 88], [216, 88], [222, 106], [240, 138, 1], [212, 144]]), lin('h', '#ffffff', '#d9d2d8')), path(ell(209, 76, 10), rad([0.4, 0.35, 0.7], '#ffe0c4', '#f0b890', '#c98a66')), path(smooth([[199, 80], [198, 64], [210, 60], [221, 68], [220, 84], [214, 72]]), '#8a5434'), path(smooth([[214, 62], [230, 84], [238, 126], [224, 110]]), '#ffffff/.7')]])),
  ]
}
function breadLoaf() {
  const c = '#cf8f4a'
  const d = smooth([[8, 150], [20, 96], [76, 56], [160, 34], [250, 30], [340, 44], [404, 86], [424, 140], [410, 178], [350, 192], [220, 198], [90, 196], [24, 184]])
  const slash = (x, y, a) => group([path(smooth([[-54, 10], [-20, -12], [24, -14], [56, 2], [24, 14], [-18, 18]]), lin('v', '#f6dfae', '#e8bd78')), path(smooth([[-54, 10], [-20, -12], [24, -14], [56, 2], [24, -6], [-18, -3]]), tone(c, -0.28)), stroke(range(8).map((i) => line([-34 + i * 10, 2], [-38 + i * 10, 10])).join(''), '#c98f4a/.5', 1.6)], { t: `translate(${x} ${y}) rotate(${a})` })
  return body(
    path(d, lin('v', tone(c, 0.22), c, tone(c, -0.3))), clip(d, blur(16, path(ell(210, 76, 150, 34), tone(c, -0.3), { op: 0.55 })), blur(14, path(ell(210, 196, 210, 30), tone(c, -0.5), { op: 0.7 })), blur(10, path(smooth([[30, 140], [60, 90], [130, 60], [110, 100], [60, 150]]), tone(c, 0.5), { op: 0.6 })), path(range(120).map(() => ell(rand(14, 418), rand(40, 190), rand(0.8, 2.6), rand(0.6, 1.8))).join(''), '#fff2d8/.4'), path(range(90).map(() => ell(rand(14, 418), rand(60, 194), rand(0.8, 2.4))).join(''), `${tone(c, -0.5)}/.3`)),
    inset(d, -5, -8, 8, tone(c, -0.6), 0.6), inset(d, 3, 4, 4, '#ffe8c0', 0.5), slash(108, 92, -22), slash(206, 78, -14), slash(308, 84, -4),
  )
}
function toast() {
  const c = '#d99a52'
  const shape = (x, y, s) => smooth([[x + 20 * s, y + 290 * s], [x + 14 * s, y + 150 * s], [x - 2 * s, y + 110 * s], [x + 2 * s, y + 56 * s], [x + 50 * s, y + 20 * s], [x + 150 * s, y + 6 * s], [x + 250 * s, y + 20 * s], [x + 298 * s, y + 56 * s], [x + 302 * s, y + 110 * s], [x + 286 * s, y + 150 * s], [x + 280 * s, y + 290 * s], [x + 266 * s, y + 302 * s], [x + 150 * s, y + 306 * s], [x + 34 * s, y + 302 * s]])
  const [outer, inner] = [shape(6, 0, 1), shape(26, 18, 0.868)]
  const butter = poly([[118, 116], [196, 104], [214, 172], [134, 188]], 12)
  return [
    body(path(shape(16, 1, 1), lin('h', tone(c, -0.2), tone(c, -0.45))), vol(outer, c, { k: 12 }), path(inner, rad([0.48, 0.45, 0.62], '#f9e3b6', '#efc98a', '#d99c54')), crumb(inner, [26, 20, 290, 290], '#e0b06a', 150), inset(inner, 3, 4, 5, tone(c, -0.3), 0.5)),
    keep(blur(5, path(smooth([[96, 104], [160, 88], [220, 96], [236, 150], [222, 206], [150, 214], [104, 200], [92, 150]]), '#ffe27a', { op: 0.75 })), blur(4, path(butter, DARK, { op: 0.3, t: 'translate(4 8)' })), path(butter, tone('#ffd94a', -0.2), { t: 'translate(2 7)' }), vol(butter, '#ffe06a', { k: 6 }), blur(2, path(ell(146, 132, 14, 6), '#ffffff', { op: 0.8, t: 'rotate(-10 146 132)' }))),
  ]
}
function pizzaWhole() {
  const [cx, cy, rx, ry] = [230, 110, 222, 92]
  const on = (a, q) => [cx + rx * q * Math.cos(a), cy + ry * q * Math.sin(a)]
  const crust = '#d9983f'
  const ring = range(44).map((i) => { const a = (i / 44) * 6.283; const k = 1 + rand(-0.012, 0.012); return on(a, k) })
  const pepperoni = [[0.3, 0.62], [1.25, 0.55], [2.1, 0.66], [3, 0.58], [3.9, 0.64], [4.7, 0.56], [5.5, 0.66], [0.9, 0.16], [4.2, 0.2]]
  const basil = [[0.8, 0.42], [2.6, 0.36], [3.5, 0.3], [5.1, 0.36], [1.7, 0.76], [6, 0.36]]
  return [
    body(path(smooth(ring.map(([x, y]) => [x, y + (y > cy ? 16 : 4)])), lin('v', tone(crust, -0.1), tone(crust, -0.5))), path(smooth(ring), lin('v', tone(crust, 0.2), crust, tone(crust, -0.1))), inset(smooth(ring), -3, -5, 5, tone(crust, -0.5), 0.5), clip(smooth(ring), range(26).map(() => { const [x, y] = on(rand(0, 6.28), rand(0.9, 0.99)); return blur(3, path(ell(x, y, rand(5, 12), rand(3, 6)), '#7a4216', { op: 0.5 })) }))),
    keep(path(ell(cx, cy - 1, rx * 0.87, ry * 0.84), '#b83a22'), path(smooth(range(40).map((i) => on((i / 40) * 6.283, 0.82 + rand(-0.03, 0.02)))), rad([0.45, 0.4, 0.65], '#ffe9a0', '#fbd36a', '#eeb244')), range(26).map(() => { const [x, y] = on(rand(0, 6.28), Math.sqrt(rand()) * 0.72); return blur(2.4, path(ell(x, y, rand(12, 26), rand(5, 11)), pick(['#fff3c4', '#fff3c4', '#f0a040']), { op: 0.5 })) }),
      pepperoni.map(([a, q]) => { const [x, y] = on(a, q); return [blur(2, path(ell(x + 2, y + 4, 31, 14), '#7a2a10', { op: 0.5 })), path(ell(x, y, 30, 13.5), lin('v', '#e86048', '#c2341f')), path(ell(x, y - 0.5, 27, 11.5), rad([0.45, 0.4, 0.65], '#e0563e', '#cc3d28', '#a62a18')), path(range(7).map(() => ell(x + rand(-17, 17), y + rand(-7, 7), rand(1.5, 3.2), rand(0.8, 1.6))).join(''), '#f2a08a/.8'), path(ell(x - 9, y - 5, 8, 2), '#fff/.3')] }),
      basil.map(([a, q], i) => { const [x, y] = on(a, q); return group([path(smooth([[-20, 0, 1], [-6, -9], [14, -7], [24, 1, 1], [10, 9], [-8, 8]]), lin('v', '#6fb54a', '#2f7a36')), stroke('M-18 0L20 1', '#a8d88a/.7', 1.6)], { t: `translate(${n(x)} ${n(y)}) rotate(${i * 50}) scale(1 .8)` }) }),
      range(12).map(() => { const [x, y] = on(rand(0, 6.28), Math.sqrt(rand()) * 0.7); return stroke(ell(x, y, 8, 3.8), '#3d3346', 4) + stroke(ell(x, y - 0.6, 8, 3.6), '#6a5f78/.7', 1.2) }).slice(0, 7)),
    stroke(range(4).map((i) => { const a = 0.5 + i * 0.785; return line(on(a, 0.98), on(a + Math.PI, 0.98)) }).join(''), '#8a4a1a/.45', 2.2),
  ]
}
function iceCreamCone() {
  const c = '#f8e3b4'
  const cone = poly([[48, 180], [192, 180], [126, 400], [114, 400]], [8, 8, 8, 8])
  const waffle = clip(cone, range(12).map((i) => [stroke(line([10 + i * 22, 180], [-40 + i * 22 + 20, 420]), '#a8642a/.55', 3), stroke(line([10 + i * 22, 180], [70 + i * 22 - 20, 420]), '#a8642a/.55', 3), stroke(line([12.5 + i * 22, 180], [-37.5 + i * 22 + 20, 420]), '#ffdf9e/.6', 1.6), stroke(line([12.5 + i * 22, 180], [72.5 + i * 22 - 20, 420]), '#ffdf9e/.6', 1.6)]))
  const scoop = (x, y, r, k) => { const d = smooth([[x - r, y], [x - r * 0.86, y - r * 0.56], [x - r * 0.4, y - r * 0.94], [x + r * 0.1, y - r], [x + r * 0.62, y - r * 0.8], [x + r * 0.96, y - r * 0.3], [x + r, y + r * 0.1], [x + r * 1.08, y + r * 0.34], [x + r * 0.86, y + r * 0.5], [x + r * 0.6, y + r * 0.34], [x + r * 0.36, y + r * 0.56], [x + r * 0.06, y + r * 0.4], [x - r * 0.26, y + r * 0.58], [x - r * 0.52, y + r * 0.38], [x - r * 0.8, y + r * 0.52], [x - r * 1.07, y + r * 0.3]])
    return [path(d, rad([0.36, 0.26, 0.85], tone(k, 0.5), tone(k, 0.1), tone(k, -0.14), tone(k, -0.34))), clip(d, range(14).map(() => { const [a, b] = [x + rand(-r, r), y + rand(-r, r * 0.4)]; return blur(1.6, stroke(smooth([[a, b], [a + 8, b - 4], [a + 18, b + 1]], false), pick([tone(k, -0.3), '#ffffff']), 3, { op: 0.4 })) }), blur(r * 0.1, path(ell(x - r * 0.36, y - r * 0.5, r * 0.26, r * 0.15), '#ffffff', { op: 0.8, t: `rotate(-32 ${n(x - r * 0.36)} ${n(y - r * 0.5)})` })), blur(4, path(rr(x - r * 1.2, y + r * 0.3, r * 2.4, r * 0.4), tone(k, -0.5), { op: 0.35 })))] }
  return [
    keep(path(cone, lin('h', [0, '#c98438'], [0.25, '#f6c677'], [0.55, '#e0a04e'], [1, '#a86428'])), waffle, inset(cone, -4, -2, 4, '#6a3a12', 0.5), clip(cone, blur(7, path(rr(20, 180, 200, 50), '#5a2a10', { op: 0.6 })))),
    body(scoop(120, 150, 82, c)), clip(ell(120, 150, 84), blur(6, path(ell(124, 104, 66, 22), DARK, { op: 0.22 }))), body(scoop(120, 72, 64, tone(c, 0.06))),
    keep(group([stroke(smooth([[132, 8], [140, -14], [162, -26]], false), '#5a8a3c', 4), berry(130, 18, 20, '#cf2438')]), range(12).map(() => path(rr(-6, -1.8, 12, 3.6, 1.8), pick(['#e8504f', '#4f9ad8', '#6fbf4f', '#f08a3c']), { t: `translate(${n(rand(80, 162))} ${n(rand(30, 84))}) rotate(${n(rand(0, 180))})` }))),
  ]
}
function friedEgg() {
  const d = smooth([[10, 70], [34, 36], [84, 30], [120, 8], [180, 6], [226, 26], [276, 24], [322, 50], [334, 86], [300, 116], [262, 126], [226, 148], [160, 142], [112, 150], [60, 132], [22, 108]])
  return [
    path(d, '#c98a3c', { t: 'translate(0 7)' }), body(path(d, rad([0.46, 0.42, 0.62], '#ffffff', '#fdfaf4', '#efe6da'))), inset(d, -2, -3, 2.5, '#d99a4a', 0.6), inset(d, 4, 5, 5, '#ffffff', 1), clip(d, blur(8, path(ell(192, 96, 74, 36), '#b9a890', { op: 0.55 })), range(7).map(() => stroke(ell(rand(40, 310), rand(34, 130), rand(3, 7), rand(2, 4)), '#d9ccb8/.8', 1.6))),
    keep(path(smooth([[112, 92], [116, 58], [148, 34], [184, 30], [222, 38], [248, 62], [250, 94], [228, 112], [182, 120], [136, 112]]), rad([0.4, 0.3, 0.78], [0, '#fff0a0'], [0.25, '#ffd03e'], [0.65, '#f9a41c'], [1, '#d97a10'])), blur(4, path(ell(154, 54, 24, 9), '#ffffff', { op: 0.85, t: 'rotate(-18 154 54)' })), path(range(26).map(() => ell(rand(60, 290), rand(36, 130), rand(0.8, 1.8))).join(''), '#4a3a34/.8')),
  ]
}
function popsicle() {
  const c = '#f0506a'
  const bar = smooth([[20, 280, 1], [16, 160], [16, 96], [40, 36], [100, 10], [160, 36], [184, 96], [184, 160], [180, 280, 1], [172, 290], [100, 294], [28, 290]])
  return [
    keep(wood(rr(80, 270, 40, 136, [4, 4, 20, 20]), '#e0b478', { upright: true, k: 3 }), clip(rr(80, 270, 40, 136), blur(5, path(rr(70, 270, 60, 34), DARK, { op: 0.5 })))),
    body(vol(bar, c, { k: 20, hi: 0.28, way: 'h' }), clip(bar, [64, 136].map((x) => [blur(4, path(rr(x - 11, 66, 22, 190, 11), tone(c, -0.4), { op: 0.6 })), blur(4, path(rr(x - 3, 74, 16, 180, 8), tone(c, 0.4), { op: 0.6 }))]))),
    keep(clip(bar, path(smooth([[0, 120, 1], [0, -20, 1], [220, -20, 1], [220, 112, 1], [190, 124], [168, 108], [146, 134], [122, 110], [96, 138], [70, 114], [44, 132]]), lin('h', '#c98a3c/0', '#c98a3c/0')), blur(3, path(smooth([[36, 130], [34, 90], [52, 54], [62, 58], [48, 96], [48, 140]]), '#ffffff', { op: 0.75 })), range(18).map(() => path(ell(rand(26, 176), rand(40, 280), rand(2, 4)), '#fff/.35')))),
    clip(bar, path(rr(0, 210, 200, 100), lin('v', '#ffd24a/0', '#ffd24a/.75'))),
  ]
}
function watermelonWhole() {
  const [cx, cy, rx, ry] = [220, 160, 214, 154]
  const d = ell(cx, cy, rx, ry)
  const c = '#4f9f45'
  const band = (k) => { const pts = (s) => range(13).map((i) => { const t = -1 + i / 6; const y = cy + ry * k * Math.sqrt(Math.max(0, 1 - t * t)) ; return [cx + rx * t * 1.01, y + (i % 2 ? rand(-5, 5) : rand(-2, 2)) + s * (3 + 12 * Math.sqrt(Math.max(0, 1 - t * t)) * (1 - Math.abs(k) * 0.45)) * rand(0.75, 1.2)] }); return `${smooth(pts(-1), false)}L${smooth(pts(1).reverse(), false).slice(1)}Z` }
  return [body(path(d, rad([0.38, 0.3, 0.8], tone(c, 0.34), tone(c, 0.08), tone(c, -0.25), tone(c, -0.42))), clip(d, path([-0.92, -0.6, -0.28, 0.05, 0.36, 0.66, 0.94].map(band).join(''), '#235a32/.86'))), path(d, rad([0.36, 0.28, 0.85], [0, '#fff/.28'], [0.4, '#fff/0'], [0.8, `${DARK}/.3`], [1, `${DARK}/.55`])), blur(7, path(ell(130, 74, 52, 18), '#ffffff', { op: 0.6, t: 'rotate(-24 130 74)' })),
    keep(path(ell(13, 158, 9, 15), '#8aa05a'), tube('M10 154C-14 140 -20 120 -6 104', 8, '#6d7f3c'))]
}
function macaron() {
  const c = '#f0a0b8'
  const top = smooth([[12, 92, 1], [16, 56], [56, 20], [140, 8], [224, 20], [264, 56], [268, 92, 1], [200, 102], [140, 104], [80, 102]])
  const low = smooth([[14, 140, 1], [80, 148], [140, 150], [200, 148], [266, 140, 1], [262, 172], [224, 194], [140, 202], [56, 194], [18, 172]])
  const feet = (y, up) => range(34).map((i) => { const u = -0.98 + i * 0.0594; const [x, yy] = [140 + 130 * Math.sin((u * Math.PI) / 2), y + 11 * Math.cos((u * Math.PI) / 2)]; const t = tone(c, rand(-0.1, 0.12)); return path(smooth([[x - rand(5, 9), yy], [x - 3, yy - rand(5, 9)], [x + 4, yy - rand(4, 8)], [x + rand(5, 9), yy + up], [x, yy + rand(5, 9)]]), lin('v', tone(t, 0.25), tone(t, -0.25))) })
  return [
    body(vol(low, tone(c, -0.08), { k: 12, lo: 0.3 }), feet(136, 2)), keep(path(smooth([[20, 94], [80, 100], [140, 102], [200, 100], [260, 94], [266, 122], [260, 146], [200, 150], [140, 152], [80, 150], [20, 146], [14, 122]]), lin('v', '#fff8ee', '#f2dcc8')), clip(rr(10, 100, 260, 50), blur(4, path(smooth([[10, 96, 1], [140, 108], [270, 96, 1], [268, 116, 1], [140, 126], [12, 116, 1]]), DARK, { op: 0.3 })))),
    body(feet(96, 2), path(top, rad([0.4, 0.2, 0.85], tone(c, 0.42), tone(c, 0.06), tone(c, -0.26))), inset(top, -4, -5, 6, tone(c, -0.5), 0.4), path(range(60).map(() => ell(rand(40, 240), rand(20, 92), rand(0.6, 1.3))).join(''), `${tone(c, -0.35)}/.4`), blur(6, path(ell(96, 36, 40, 10), '#ffffff', { op: 0.7, t: 'rotate(-12 96 36)' }))),
  ]
}

export const drawings = {
  cake, 'wedding-cake': weddingCake, 'bread-loaf': breadLoaf, toast, 'pizza-whole': pizzaWhole, 'ice-cream-cone': iceCreamCone, 'fried-egg': friedEgg, popsicle, 'watermelon-whole': watermelonWhole, macaron,
}

/** What floats: drawn whole, down to the keel; the renderer sinks it. They look to the right. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, flip, group, inset, keep, lin, linU, lit, path, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, cloth, glass, rope, tube } from './parts.mjs'
import { arch, drum, ell, line, poly, rr, smooth } from './shapes.mjs'
import { planks, quad, roundShade } from './surfaces.mjs'

const WOOD = '#b5773f'
/** Boards that follow a hull: lines between its rail (top) and its keel (bottom), each a list of points from stern to bow. */
function strakes(top, bottom, count, color, { over, lap = 0.3, role } = {}) {
  const row = (t) => top.map(([x, y], i) => [x + (bottom[i][0] - x) * t, y + (bottom[i][1] - y) * t])
  return clip(over, group(range(count).map((i) => {
    const [a, b] = [row(i / count), row((i + 1) / count)]
    const c = tone(color, rand(-0.05, 0.05) - 0.14 * (i / count))
    const d = `${smooth(a, false)}${smooth([...b].reverse(), false).replace('M', 'L')}Z`
    const band = (from, to) => `${smooth(row((i + from) / count), false)}${smooth(row((i + to) / count).reverse(), false).replace('M', 'L')}Z`
    return path(d, c) + path(band(0.06, 0.26), tone(c, lap * 0.6)) + path(band(0.7, 1), `${tone(c, -lap * 0.8)}/.7`) + stroke(smooth(b, false), `${tone(c, -0.55)}/.6`, 1, { cap: 'butt' })
  }), { role }))
}
/** A sail that bellies: seams, and light along the wind's side. */
function sail(d, color, seams, { role = 'body', way = 'h' } = {}) {
  return [path(d, lin(way, [0, tone(color, -0.2)], [0.18, tone(color, 0.04)], [0.5, tone(color, 0.26)], [1, tone(color, -0.04)]), { role, part: 'sail' }), clip(d, stroke(seams, `${tone(color, -0.4)}/.35`, 1, { cap: 'butt' }), path(d, lin('v', '#fff/.16', '#fff/0', `${DARK}/.14`))), inset(d, 2, 0, 2, tone(color, -0.5), 0.4)]
}

function sailboat() {
  const [hull, canvas] = ['#f6f1e8', '#e8543f']
  const shape = smooth([[70, 352, 1], [180, 360], [300, 356], [392, 338, 1], [372, 364], [338, 386, 1], [250, 390], [120, 388, 1], [84, 374]])
  const main = smooth([[226, 44, 1], [212, 150], [160, 254], [96, 316, 1], [170, 324], [229, 324, 1], [229, 180]])
  const jib = smooth([[240, 62, 1], [290, 170], [384, 322, 1], [310, 318], [246, 306, 1], [256, 180]])
  const curves = (from, to, count, bend) => range(count).map((i) => { const t = (i + 1) / (count + 1); const [a, b] = [from(t), to(t)]; return smooth([a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + bend], b], false) }).join('')
  return [
    stroke(line([234, 40], [388, 336]) + line([232, 36], [76, 350]), '#7a7280', 1),
    sail(jib, '#fdf6ea', curves((t) => [240 + 14 * t, 62 + 250 * t], (t) => [240 + 144 * t, 62 + 262 * t], 6, 8)),
    sail(main, canvas, curves((t) => [229, 44 + 280 * t], (t) => [226 - 130 * t ** 1.3, 44 + 274 * t], 7, 9)),
    clip(main, path(smooth([[229, 190, 1], [180, 214], [140, 260, 1], [120, 292, 1], [180, 262], [229, 244, 1]]), '#fff4e0/.9')),
    bar([232, 342], [232, 32], 6, '#c98d54'), path(ell(232, 30, 4), ball('#f2c84b')), bar([232, 328], [90, 322], 5, '#c98d54'), cloth(233, 14, 24, 13, '#f2b83a', { role: 'none' }),
    path(smooth([[140, 352, 1], [148, 332], [200, 328], [262, 330], [280, 352, 1]]), lin('v', '#fffaf0', '#d8cdc4')), [164, 196, 228].map((x) => lit(path(rr(x, 337, 20, 9, 4), lin('v', '#35587f', '#7fb8e0')))),
    path(shape, lin('v', tone(hull, 0.3), hull, tone(hull, -0.3))),
    clip(shape, path(smooth([[60, 374, 1], [180, 381], [300, 377], [400, 352, 1], [400, 400, 1], [60, 400, 1]]), lin('v', '#2f5f9e', '#1f3a6a')), body(path(smooth([[60, 361, 1], [180, 368.5], [300, 364.5], [400, 344, 1], [400, 352, 1], [300, 373], [180, 377.5], [60, 370, 1]]), canvas)), path(shape, lin('h', `${DARK}/.2`, '#fff/.12', '#fff/0', `${DARK}/.16`))),
    inset(shape, 0, -7, 6, DARK, 0.35), stroke(smooth([[70, 352], [180, 360], [300, 356], [392, 338]], false), WOOD, 5), stroke(smooth([[72, 350.6], [180, 358.6], [300, 354.6], [390, 337]], false), tone(WOOD, 0.4), 1.6),
    bar([84, 352], [84, 334], 2.4, '#d8d4dc'), bar([110, 355], [110, 336], 2.4, '#d8d4dc'), bar([82, 334], [138, 338], 2.2, '#d8d4dc'), bar([350, 346], [352, 328], 2.4, '#d8d4dc'), bar([384, 340], [386, 322], 2.4, '#d8d4dc'), bar([300, 334], [388, 322], 2.2, '#d8d4dc'), bar([318, 354], [318, 333], 2.4, '#d8d4dc'),
  ]
}

function sailboatTwo() {
  const canvas = '#fdf8ee'
  const shape = smooth([[40, 330, 1], [150, 346], [300, 346], [440, 318, 1], [420, 338], [382, 362], [346, 378, 1], [220, 384], [96, 378, 1], [66, 358]])
  const gaff = (x, top, foot, w, color) => smooth([[x - w * 0.5, top, 1], [x - 4, top + 26, 1], [x - 4, foot - 20], [x - 5, foot, 1], [x - w * 0.5, foot + 4], [x - w, foot - 3, 1], [x - w * 0.92, (top + foot) / 2 + 10], [x - w * 0.74, top + 60]])
  const rows = (x, top, foot, w) => range(5).map((i) => { const y = top + 40 + (i * (foot - top - 50)) / 4.4; return smooth([[x, y - 8], [x - w * 0.5, y + 3], [x - w - 8, y]], false) }).join('')
  const jib = (pts) => smooth(pts)
  return [
    stroke(line([300, 40], [486, 304]) + line([166, 70], [44, 326]) + line([300, 44], [166, 74]), '#6a6270', 1),
    bar([410, 326], [492, 302], 6, '#a8703f'),
    sail(jib([[306, 66, 1], [360, 180], [484, 300, 1], [400, 302], [340, 290, 1], [318, 180]]), tone('#d24a3c', 0.06), range(5).map((i) => smooth([[300 + i * 6, 110 + i * 40], [350 + i * 14, 130 + i * 38], [440 + i * 10, 140 + i * 36]], false)).join('')),
    sail(jib([[304, 120, 1], [334, 210], [404, 316, 1], [350, 316], [312, 306, 1], [312, 200]]), canvas, range(4).map((i) => smooth([[300, 180 + i * 32], [340, 196 + i * 32], [420, 186 + i * 34]], false)).join(''), { role: 'none' }),
    sail(gaff(300, 84, 314, 122), canvas, rows(300, 84, 314, 122), { role: 'none' }), sail(smooth([[298, 46, 1], [298, 106, 1], [244, 88, 1], [270, 70]]), '#d24a3c', ''), bar([298, 112], [236, 78], 4, WOOD), bar([298, 318], [174, 314], 5, WOOD),
    sail(gaff(166, 112, 308, 92), canvas, rows(166, 112, 308, 92), { role: 'none' }), bar([164, 138], [116, 108], 4, WOOD), bar([164, 312], [64, 308], 4.4, WOOD),
    bar([300, 340], [300, 36], 6.5, '#b5773f'), bar([166, 340], [166, 64], 6, '#b5773f'), [[300, 34], [166, 62]].map(([x, y]) => path(ell(x, y, 3.6), ball('#f2c84b'))), cloth(301, 20, 26, 13, '#d24a3c'), cloth(167, 48, 22, 12, '#d24a3c'),
    path(rr(196, 322, 74, 22, 4), lin('v', '#c98d56', '#8a5a36')), [206, 226, 246].map((x) => lit(path(ell(x + 3, 332, 5), lin('v', '#35587f', '#8fc4e8'))) + stroke(ell(x + 3, 332, 5), '#e8c070', 1.6)), path(rr(192, 317, 82, 6, 2), lin('v', '#f0d6a8', '#c09a64')),
    path(shape, '#2f4a6e'), strakes([[40, 330], [150, 346], [300, 346], [440, 318]], [[96, 390], [180, 392], [280, 390], [346, 378]], 7, '#2f5178', { over: shape, lap: 0.2 }),
    clip(shape, path(smooth([[60, 364, 1], [200, 372], [330, 368], [420, 346, 1], [420, 400, 1], [60, 400, 1]]), lin('v', '#b5503f', '#7a2f2f')), path(smooth([[52, 360, 1], [200, 368.5], [330, 364.5], [430, 342, 1], [430, 346, 1], [330, 368.5], [200, 372.5], [52, 364, 1]]), '#f4ead8'), path(shape, lin('h', `${DARK}/.2`, '#fff/.16', '#fff/0', `${DARK}/.2`))),
    stroke(smooth([[40, 330], [150, 346], [300, 346], [440, 318]], false), '#c98d56', 6), stroke(smooth([[42, 328.4], [150, 344.4], [300, 344.4], [438, 317]], false), '#f4d8a8', 1.8), [90, 130, 172, 330, 370].map((x) => stroke(ell(x, 352 - Math.abs(x - 225) * 0.02, 4), '#e8c070', 1.6) + path(ell(x, 352 - Math.abs(x - 225) * 0.02, 3.4), '#9fd0ee')), path(smooth([[392, 336], [410, 330], [424, 324], [410, 336], [396, 344]]), '#e8b84a'),
  ]
}

function rowboat() {
  const paint = '#3f86b8'
  const rimNear = [[24, 232], [80, 250], [190, 262], [300, 258], [396, 226]]
  const shape = smooth([[24, 230, 1], [80, 250], [190, 262], [300, 258], [400, 222, 1], [384, 268], [340, 306, 1], [210, 318], [84, 308, 1], [44, 276]])
  const inner = smooth([[34, 231, 1], [100, 222], [210, 218], [310, 218], [392, 224, 1], [300, 253], [190, 257], [84, 246]])
  const farRim = smooth([[24, 230, 1], [100, 216], [210, 211], [310, 211], [400, 222, 1], [310, 219], [210, 219], [100, 224]])
  const oar = (x0, y0, x1, y1) => { const a = Math.atan2(y1 - y0, x1 - x0); const P = (d, w) => [x1 + Math.cos(a) * d - Math.sin(a) * w, y1 + Math.sin(a) * d + Math.cos(a) * w]; return [bar([x0, y0], [x1, y1], 5.5, '#e0b478'), path(smooth([P(-4, -4), P(20, -11), P(56, -11), P(62, 0), P(56, 11), P(20, 11), P(-4, 4)]), lin('v', '#f6d8a4', '#c98f52')), path(smooth([P(40, -11.6), P(56, -11), P(62, 0), P(56, 11), P(40, 11.6)]), '#e2543f')] }
  return [
    path(farRim, lin('v', '#e8bd84', '#b5824a')), path(inner, lin('v', '#5f3c22', '#8a5a34')), clip(inner, range(5).map((i) => stroke(smooth([[20, 226 + i * 7], [200, 222 + i * 9], [400, 220 + i * 5]], false), '#3f2614/.5', 1.2)), range(9).map((i) => stroke(smooth([[60 + i * 40, 214], [64 + i * 38, 236], [76 + i * 34, 262]], false), '#b07a48', 4)), blur(5, path(poly([[24, 228], [400, 220], [400, 232], [24, 238]]), `${DARK}/.5`))),
    [[112, 226, 62], [206, 222, 74], [300, 222, 58]].map(([x, y, w]) => [path(poly([[x, y + 18], [x + w * 0.5, y + 18], [x + w * 0.52, y + 24], [x + 3, y + 25]]), '#5a341c'), path(poly([[x - 4, y + 4], [x + w * 0.44, y], [x + w * 0.55, y + 28], [x + 6, y + 30]], 2), lin('v', '#d9a566', '#f0cd96'))]),
    path(shape, paint), strakes([[24, 230], [80, 250], [190, 262], [300, 258], [400, 222]], [[84, 318], [130, 322], [210, 326], [290, 320], [340, 306]], 5, paint, { over: shape, role: 'body', lap: 0.24 }),
    clip(shape, path(smooth([[30, 280, 1], [120, 300], [220, 306], [320, 298], [400, 270, 1], [400, 330, 1], [30, 330, 1]]), lin('v', '#f6ede0', '#c9b8b0'), { op: 0.95 }), path(shape, lin('h', `${DARK}/.24`, '#fff/.14', '#fff/0', `${DARK}/.18`)), path(shape, lin('v', '#fff/.05', '#fff/0', `${DARK}/.3`))),
    stroke(smooth(rimNear.map(([x, y]) => [x, y + 2]), false), '#8a5a30', 9), stroke(smooth(rimNear, false), '#d9a566', 7.4), stroke(smooth(rimNear.map(([x, y]) => [x, y - 2.2]), false), '#f6dcb0', 2),
    [[190, 258], [270, 257]].map(([x, y]) => [path(rr(x - 6, y - 6, 12, 9, 2), roundV('#8d8794')), stroke(smooth([[x - 4, y - 5], [x - 5, y - 14], [x - 3, y - 17]], false) + smooth([[x + 4, y - 5], [x + 5, y - 14], [x + 3, y - 17]], false), '#6a6472', 3)]),
    oar(292, 226, 118, 292), path(ell(390, 234, 5), ball('#e8c070')), rope([[390, 236], [386, 256], [370, 262], [360, 252]], 3.4),
  ]
}

function fishingBoat() {
  const paint = '#2f7d8a'
  const shape = smooth([[30, 268, 1], [120, 286], [240, 288], [350, 268], [440, 222, 1], [426, 262], [392, 312], [366, 336, 1], [220, 346], [78, 338, 1], [44, 306]])
  const white = '#f7f1e6'
  return [
    stroke(line([146, 92], [30, 262]) + line([146, 92], [434, 220]), '#6a6472', 1.2),
    bar([146, 284], [146, 84], 7, '#c98d54'), bar([146, 232], [60, 160], 5, '#c98d54'), stroke(line([146, 110], [62, 162]) + line([62, 162], [62, 240]), '#5a5460', 1.2), path(ell(62, 244, 5), ball('#e2543f')), cloth(147, 86, 26, 14, '#e2543f', { role: 'none' }),
    range(6).map((i) => path(poly([[148 + i * 46, 93 + i * 20.4], [160 + i * 46, 98.4 + i * 20.4], [153 + i * 46, 112 + i * 20.4]]), ['#e2543f', '#f2c14a', '#3f86b8'][i % 3])),
    path(rr(196, 178, 116, 100, 4), lin('h', tone(white, 0.2), white, tone(white, -0.24))), path(poly([[312, 182], [330, 190], [334, 276], [312, 280]]), lin('h', tone(white, -0.2), tone(white, -0.36))),
    [206, 242, 278].map((x) => [path(rr(x - 2, 192, 30, 30, 5), '#8d8794'), glass(rr(x, 194, 26, 26, 4), { box: [x, 194, 26, 26] }), inset(rr(x, 194, 26, 26, 4), 1.2, 2, 1.6, DARK, 0.5)]), glass(poly([[316, 196], [328, 201], [330, 226], [316, 224]], 2), { box: [316, 196, 14, 30] }),
    path(rr(212, 232, 26, 50, 3), lin('d', '#a8703f', '#7d4e2c')), path(ell(233, 258, 2), ball('#f2c84b')), path(ell(284, 244, 12), '#8d8794'), keep(path(ell(284, 244, 12) + ell(284, 244, 6.4), '#e8543f', { rule: true }), range(4).map((i) => turn(i * 90 + 45, 284, 244, path(rr(281.4, 232, 5.2, 5.8, 0.5), '#fff')))),
    path(poly([[186, 170], [318, 166], [342, 178], [338, 188], [190, 186]], 3), lin('v', '#f08a4a', '#d9603a', '#a33c2a')), path(rr(226, 128, 22, 44, 2), roundH('#d9603a')), path(rr(224, 136, 26, 8, 2), roundH(white)), path(rr(223, 124, 28, 7, 3), roundH('#3d3844')), bar([276, 168], [276, 132], 2.6, '#8d8794'), path(rr(262, 144, 28, 4, 2), roundV('#d8d4dc')), lit(path(ell(276, 130, 4), ball('#ffd46a'))),
    range(3).map((i) => [path(rr(66 + i * 30, 254 - (i === 1 ? 4 : 0), 27, 26, 2), lin('d', '#d9a566', '#9a6a3a')), range(3).map((k) => path(rr(68 + i * 30, 257 - (i === 1 ? 4 : 0) + k * 7.4, 23, 5, 1), lin('v', '#e8bd84', '#b5824a')))]), keep(path(ell(80, 251, 10, 3), '#9fc4d8'), path(ell(138, 252, 11, 3.6), '#a8cfe0')),
    path(shape, paint), strakes([[30, 268], [120, 286], [240, 288], [350, 268], [440, 222]], [[78, 352], [140, 354], [230, 356], [310, 350], [366, 336]], 6, paint, { over: shape, role: 'body', lap: 0.2 }),
    clip(shape, path(smooth([[30, 318, 1], [130, 328], [240, 330], [350, 318], [440, 290, 1], [440, 370, 1], [30, 370, 1]]), lin('v', '#b8443a', '#6f2a30')), path(smooth([[30, 313, 1], [130, 323], [240, 325], [350, 313], [440, 284, 1], [440, 290, 1], [350, 318], [240, 330], [130, 328], [30, 318, 1]]), white), path(shape, lin('h', `${DARK}/.26`, '#fff/.14', '#fff/0', `${DARK}/.2`)), path(shape, lin('v', '#fff/.06', '#fff/0', `${DARK}/.26`))),
    stroke(smooth([[30, 270], [120, 288], [240, 290], [350, 270], [440, 224]], false), '#b09a86', 9), stroke(smooth([[30, 267], [120, 285], [240, 287], [350, 267], [440, 221]], false), white, 7),
    [96, 168, 250].map((x, i) => keep(stroke(line([x, 290], [x, 302]), '#5a5460', 2), path(ell(x, 312, 12), rad([0.4, 0.34, 0.7], '#5a5566', '#2a2630')), path(ell(x, 312, 5), paint))), keep(path(ell(398, 262, 5), ball('#8d8794')), stroke(line([398, 262], [394, 290]), '#5a5460', 3), stroke(smooth([[384, 284], [388, 294], [394, 296], [402, 294], [405, 284]], false), '#5a5460', 4)),
  ]
}

function ship() {
  const [paint, white] = ['#b5423c', '#f4f1ee']
  const shape = smooth([[14, 300, 1], [120, 304], [300, 304], [430, 296], [512, 274, 1], [498, 310], [484, 352], [478, 384, 1], [260, 390], [44, 386, 1], [26, 350]])
  const box = (x, y, c) => [path(rr(x, y, 44, 22, 1), lin('v', tone(c, 0.16), c, tone(c, -0.24))), range(8).map((i) => path(rr(x + 3 + i * 5.1, y + 3, 2.4, 16, 0.5), `${DARK}/.2`)), path(rr(x, y, 44, 2), '#fff/.25')]
  const colors = ['#d9603a', '#2f6fa8', '#4f9a5a', '#e0a53f', '#8a5a9a', '#3f8a94']
  const stack = [[136, 4], [182, 3], [228, 4], [274, 3], [320, 4], [366, 2]]
  return [
    bar([318, 300], [318, 128], 6, '#e8b84a'), bar([318, 140], [404, 190], 4, '#e8b84a'), stroke(line([318, 130], [404, 190]) + line([404, 190], [404, 218]), '#5a5460', 1.2),
    bar([448, 296], [448, 200], 4.4, '#e6e2ea'), stroke(line([448, 204], [508, 274]) + line([448, 204], [404, 296]), '#6a6472', 1), lit(path(ell(448, 200, 3), ball('#ffd46a'))),
    stack.map(([x, height]) => range(height).map((i) => box(x, 276 - i * 22, colors[Math.floor(rand(0, 6))]))),
    path(rr(34, 176, 84, 124, 3), lin('h', white, tone(white, -0.05), tone(white, -0.24))), path(rr(24, 214, 104, 88, 3), lin('h', tone(white, 0.2), white, tone(white, -0.22))), path(rr(20, 252, 112, 50, 2), lin('h', tone(white, 0.2), tone(white, -0.02), tone(white, -0.24))),
    [176, 214, 252].map((y, i) => path(rr(32 - i * 8, y - 4, 90 + i * 12, 6, 2), lin('v', '#ffffff', '#b9b2bf'))),
    glass(rr(40, 184, 74, 18, 2), { box: [40, 184, 74, 18] }), range(5).map((i) => path(rr(52 + i * 12.4, 184, 2.4, 18), white)), inset(rr(40, 184, 74, 18, 2), 1, 2, 1.4, DARK, 0.5),
    range(6).map((i) => lit(path(rr(32 + i * 15.6, 226, 9, 12, 3), lin('v', '#2f5078', '#86bde4')))), range(7).map((i) => lit(path(ell(32 + i * 15, 272, 4.6), lin('v', '#2f5078', '#86bde4'))) + stroke(ell(32 + i * 15, 272, 4.8), '#b9b2bf', 1.4)),
    path(poly([[56, 124], [96, 124], [100, 174], [52, 174]], 3), roundH(paint), { role: 'body' }), path(rr(54, 136, 45, 12), roundH(white)), path(rr(55, 120, 42, 8, 3), roundH('#3a3440')), bar([108, 176], [108, 132], 3, '#d8d4dc'), bar([100, 144], [116, 144], 2.4, '#d8d4dc'), lit(path(ell(108, 130, 3), ball('#ffd46a'))),
    path(rr(8, 276, 20, 3, 1), '#d8d4dc'), [10, 18, 26].map((x) => stroke(line([x, 277], [x, 300]), '#d8d4dc', 1.6)),
    body(path(shape, lin('v', tone(paint, 0.14), paint, tone(paint, -0.24)))),
    clip(shape, path(smooth([[0, 352, 1], [260, 356], [500, 346, 1], [520, 400, 1], [0, 400, 1]]), lin('v', '#4a4660', '#2a2640')), path(smooth([[0, 348, 1], [260, 352], [500, 342, 1], [500, 346, 1], [260, 356], [0, 352, 1]]), white), range(11).map((i) => stroke(line([40 + i * 42, 296], [44 + i * 41, 390]), `${DARK}/.14`, 1.2)), [322, 338].map((y) => stroke(line([10, y], [510, y - 6]), `${DARK}/.12`, 1)), path(shape, lin('h', `${DARK}/.22`, '#fff/.1', '#fff/0', `${DARK}/.14`)), blur(4, path(rr(0, 296, 520, 12), '#fff/.22'))),
    path(smooth([[10, 294, 1], [120, 298], [300, 298], [430, 290], [516, 266, 1], [512, 280, 1], [430, 303], [300, 310], [120, 310], [12, 306, 1]]), lin('v', '#ffffff', '#cfc8d2')),
    range(9).map((i) => path(ell(150 + i * 32, 322, 3.6), '#2a2640/.75')), keep(path(ell(470, 312, 5), '#2a2640'), stroke(line([470, 312], [468, 334]), '#2a2640', 3.4), stroke(smooth([[458, 328], [462, 338], [468, 340], [476, 338], [480, 328]], false), '#2a2640', 4)),
  ]
}

function galleon() {
  const [wood, canvas] = ['#8f5a34', '#f6ecd6']
  const shape = smooth([[36, 214, 1], [60, 262], [128, 286], [260, 296], [344, 284], [398, 256, 1], [396, 290], [380, 336], [352, 372, 1], [230, 386], [108, 376, 1], [70, 330], [48, 270]])
  const square = (cx, y, w, h, mark) => { const d = smooth([[cx - w / 2, y, 1], [cx, y + 4], [cx + w / 2, y, 1], [cx + w / 2 + w * 0.13, y + h * 0.55], [cx + w / 2 + w * 0.02, y + h, 1], [cx + w * 0.06, y + h * 0.88], [cx - w / 2 - w * 0.05, y + h, 1], [cx - w / 2 + w * 0.07, y + h * 0.5]]); return [bar([cx - w / 2 - 6, y], [cx + w / 2 + 6, y], 5, '#7a4c2c'), sail(d, canvas, range(4).map((i) => smooth([[cx - w / 2 + (w * (i + 1)) / 5, y], [cx - w / 2 + (w * (i + 1)) / 5 + w * 0.1, y + h * 0.5], [cx - w / 2 + (w * (i + 1)) / 5 + w * 0.02, y + h], ], false)).join(''), { role: 'none' }), clip(d, mark ?? '')] }
  const mast = (x, top, foot, w = 8) => bar([x, foot], [x, top], w, '#8a5834')
  const cross = (cx, cy, r, c) => path(poly([[cx - r * 0.24, cy - r], [cx + r * 0.24, cy - r], [cx + r * 0.2, cy - r * 0.2], [cx + r, cy - r * 0.24], [cx + r, cy + r * 0.24], [cx + r * 0.2, cy + r * 0.2], [cx + r * 0.24, cy + r], [cx - r * 0.24, cy + r], [cx - r * 0.2, cy + r * 0.2], [cx - r, cy + r * 0.24], [cx - r, cy - r * 0.24], [cx - r * 0.2, cy - r * 0.2]]), c, { role: 'body' })
  const lattice = (x0, x1, y0, y1) => [stroke(range(5).map((i) => line([x0 + i * 5, y0], [x0 + (x1 - x0) * 0.96 + (i * (x1 - x0)) / 40, y1])).join(''), '#4a3426', 1), stroke(range(9).map((i) => { const t = i / 9; return line([x0 + (x1 - x0) * t * 0.96, y0 + (y1 - y0) * t], [x0 + 20 + (x1 - x0) * t * 0.96, y0 + (y1 - y0) * t]) }).join(''), '#4a3426', 0.8)]
  return [
    bar([380, 262], [484, 214], 7, '#8a5834'), stroke(line([330, 66], [482, 214]) + line([330, 110], [440, 234]) + line([216, 20], [330, 70]) + line([108, 70], [216, 24]) + line([108, 74], [40, 212]), '#4a3426', 1.1),
    sail(smooth([[340, 100, 1], [380, 160], [470, 218, 1], [410, 226], [352, 216, 1], [350, 160]]), canvas, smooth([[350, 150], [390, 180], [430, 222]], false), { role: 'none' }),
    mast(108, 66, 260, 7), mast(216, 16, 292, 9), mast(330, 62, 286, 8),
    square(330, 86, 66, 44), square(330, 140, 88, 84, cross(336, 178, 22, '#c23a34')), square(216, 40, 78, 48), square(216, 98, 106, 110, [0, 1, 2].map((i) => path(rr(140 + i * 62, 90, 31, 130), '#c23a34', { role: 'body' })).join('') + path(rr(150, 90, 130, 130), lin('v', '#fff/.12', `${DARK}/.12`))), sail(smooth([[62, 208, 1], [84, 140], [112, 82, 1], [130, 150], [132, 200, 1], [98, 214]]), canvas, smooth([[100, 110], [96, 160], [98, 212]], false), { role: 'none' }), bar([58, 214], [128, 62], 4.4, '#7a4c2c'),
    lattice(204, 180, 100, 286), lattice(318, 298, 130, 282), [[108, 60], [216, 8], [330, 54]].map(([x, y], i) => [path(rr(x - 9, y + (i === 1 ? 24 : 18), 18, 9, 2), lin('v', '#a8703f', '#5a3820')), cloth(x + 1, y - 6, 34, 15, '#c23a34')]),
    path(smooth([[36, 206, 1], [98, 226], [136, 240], [134, 280, 1], [60, 268]]), lin('v', tone(wood, 0.1), tone(wood, -0.2))),
    path(shape, wood), strakes([[36, 214], [60, 262], [128, 284], [260, 294], [344, 282], [398, 254]], [[104, 372], [120, 384], [170, 392], [250, 392], [310, 386], [352, 374]], 9, wood, { over: shape }),
    clip(shape, path(smooth([[40, 350, 1], [140, 362], [260, 366], [400, 344, 1], [400, 400, 1], [40, 400, 1]]), '#5a3a2c/.75'), path(smooth([[36, 232, 1], [62, 278], [128, 301], [260, 311], [344, 299], [400, 272, 1], [400, 282, 1], [344, 309], [260, 321], [128, 311], [60, 288], [36, 244, 1]]), lin('h', '#c98f32', '#f6d67a', '#c98f32')), path(shape, lin('h', `${DARK}/.3`, '#fff/.1', '#fff/0', `${DARK}/.22`)), path(shape, lin('v', '#fff/.05', '#fff/0', `${DARK}/.35`))),
    range(7).map((i) => { const x = 124 + i * 34; const y = 326 + 6 * Math.sin((i / 6) * Math.PI) - (i > 4 ? (i - 4) * 4 : 0); return [path(rr(x - 8, y - 8, 16, 16, 2), '#2c1c18'), path(rr(x - 9.5, y - 17, 19, 7, 1.5), lin('v', '#c23a34', '#7a2426'), { role: 'body' }), path(rr(x - 4.6, y - 4.6, 15, 9.2, 3), roundV('#4a4656')), path(ell(x + 9.6, y, 2.4, 4), '#17131d')] }),
    path(smooth([[30, 204, 1], [98, 226], [134, 240, 1], [134, 252, 1], [98, 240], [34, 220, 1]]), lin('v', '#f2cc72', '#b57a28')), path(smooth([[330, 272, 1], [366, 262], [404, 244, 1], [404, 258, 1], [366, 276], [332, 286, 1]]), lin('v', '#f2cc72', '#b57a28')), stroke(smooth([[132, 284], [260, 294], [334, 284]], false), '#6b3f22', 8), stroke(smooth([[132, 281], [260, 291], [334, 281]], false), '#c08a54', 4),
    range(4).map((i) => { const x = 60 + i * 19; const y = 236 + i * 7; return [path(rr(x - 1.6, y - 1.6, 13, 17, 3), '#f2cc72'), lit(path(rr(x, y, 9.8, 13.6, 2), lin('v', '#ffb84a', '#ffe79a'))), stroke(line([x + 4.9, y], [x + 4.9, y + 13.6]) + line([x, y + 6.8], [x + 9.8, y + 6.8]), '#8a5a24', 1)] }),
    group([path(rr(20, 180, 5, 32, 2), '#8a5a24'), lit(path(rr(14, 164, 17, 20, 4), lin('h', '#f0a63a', '#fff1b8', '#f0a63a'))), path(poly([[22.5, 152], [34, 166], [11, 166]], 2), ball('#c98f32')), stroke(rr(14, 164, 17, 20, 4), '#8a5a24', 1.6)], { t: 'translate(17 2)' }), path(smooth([[396, 250], [410, 236], [422, 240], [418, 252], [404, 258]]), ball('#e8b84a')),
  ]
}

export const drawings = { sailboat, 'sailboat-two': sailboatTwo, rowboat, 'fishing-boat': fishingBoat, ship, galleon }
export { WOOD, strakes, sail }

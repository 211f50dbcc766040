/** What stands along streets: lights, signs, boxes. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, group, inset, keep, lin, linU, lit, path, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { letters, widthOf } from './letters.mjs'
import { DARK, bar, cloth, glass, part, tube } from './parts.mjs'
import { arch, drum, ell, line, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade } from './surfaces.mjs'

const STEEL = '#a9a7b5'
const post = (x, y, w, h, color = STEEL) => path(rr(x - w / 2, y, w, h, 2), roundH(color))
const centred = (text, cx, y, h, color, options) => letters(text, cx - widthOf(text, h, options) / 2, y, h, color, options)

function trafficLight() {
  const c = '#38414d'
  const lamp = (y, color, on) => [
    path(smooth([[72, y + 4, 1], [74, y - 30], [100, y - 40], [126, y - 30], [128, y + 4, 1], [118, y - 18], [100, y - 24], [82, y - 18]]), lin('v', tone(c, 0.24), tone(c, -0.3))),
    path(ell(100, y, 25), '#15171f'), lit(path(ell(100, y, 22), rad([0.4, 0.34, 0.75], tone(color, on ? 0.5 : 0.1), color, tone(color, -0.45)))), keep(path(smooth([[86, y - 6], [92, y - 14], [104, y - 16], [94, y - 8]]), '#fff/.6'), range(5).map((i) => stroke(smooth([[81, y - 10 + i * 7], [100, y - 6 + i * 7], [119, y - 10 + i * 7]], false), `${DARK}/.14`, 1))), inset(ell(100, y, 22), 0, 5, 3, DARK, 0.5),
    path(smooth([[74, y - 4, 1], [76, y - 26], [100, y - 34], [124, y - 26], [126, y - 4, 1], [117, y - 18], [100, y - 23], [83, y - 18]]), lin('v', tone(c, 0.3), tone(c, -0.2))),
  ]
  return keep(
    post(100, 200, 15, 240, '#6a7280'), path(rr(78, 426, 44, 14, 3), roundH('#555c69')), path(rr(86, 414, 28, 14, 3), roundH('#666e7c')), path(rr(88, 204, 24, 12, 3), roundH('#555c69')), path(rr(90, 300, 20, 26, 3), lin('h', '#f2c14a', '#c98f2c')), path(ell(100, 313, 5), ball('#d8404a')),
    path(rr(92, 0, 16, 12, 4), roundH(c)), vol(rr(62, 8, 76, 200, 16), c, { hi: 0.22, lo: 0.3, k: 7 }), path(rr(70, 16, 60, 184, 11), lin('d', '#2a313c', '#1b2029')), lamp(50, '#f0453a', true), lamp(110, '#f2a93a', false), lamp(170, '#3fc46a', true),
  )
}

function mailbox() {
  const c = '#3f78c8'
  const d = smooth([[40, 150, 1], [40, 96], [62, 58], [92, 52, 1], [230, 52, 1], [262, 70], [272, 110], [272, 150, 1]])
  const face = arch(40, 56, 78, 94, 42)
  return [
    path(rr(136, 146, 26, 210, 3), lin('h', '#c98d56', '#a06a3c', '#6b4023')), range(5).map((i) => stroke(line([142 + i * 4, 170 + i * 11], [142 + i * 4, 240 + i * 19]), '#5a341c/.4', 1)), path(rr(112, 148, 74, 14, 3), lin('v', '#d9a566', '#7d5228')), path(poly([[136, 162], [136, 196], [114, 162]]), '#8a5a34'), path(poly([[162, 162], [162, 196], [184, 162]]), '#7a4c2a'),
    body(path(d, lin('v', tone(c, 0.36), tone(c, 0.08), c, tone(c, -0.36))), inset(d, 0, 5, 5, '#ffffff', 0.35)), clip(d, blur(5, path(rr(100, 64, 150, 10, 5), '#fff/.6')), range(2).map((i) => stroke(smooth([[128 + i * 124, 50], [134 + i * 124, 90], [134 + i * 124, 152]], false), `${tone(c, -0.5)}/.5`, 2))), path(rr(36, 144, 240, 9, 3), lin('v', tone(c, 0.1), tone(c, -0.4)), { role: 'body' }),
    body(path(arch(36, 50, 84, 102, 44), lin('d', tone(c, 0.3), tone(c, -0.2))), path(face, lin('d', tone(c, 0.14), c, tone(c, -0.3))), inset(face, 3, 4, 3, tone(c, -0.6), 0.5)), path(rr(64, 84, 30, 5, 2.5), '#1f2f55'), path(ell(79, 62, 6), ball('#d9d6e2')), path(rr(58, 102, 42, 26, 2), lin('d', '#fdf6e6', '#e0d2bc')), stroke(line([60, 104], [79, 117], [98, 104]), '#b09a86', 1.4), path(ell(79, 118, 3.4), '#d8404a'),
    keep(path(rr(196, 92, 8, 56, 3), lin('h', '#f2695a', '#b5302e')), path(poly([[196, 92], [196, 62], [240, 68], [240, 88], [204, 94]], 3), lin('d', '#f2695a', '#d8403a', '#a82c2c')), path(ell(200, 140, 5), ball('#d9d6e2'))),
  ]
}

const board = (x, y, w, h, color, { tip = 0, angle = 0 } = {}) => {
  const d = tip > 0 ? poly([[x, y], [x + w - tip, y], [x + w, y + h / 2], [x + w - tip, y + h], [x, y + h]], 4) : tip < 0 ? poly([[x - tip, y], [x + w, y], [x + w, y + h], [x - tip, y + h], [x, y + h / 2]], 4) : rr(x, y, w, h, 4)
  return turn(angle, x + w / 2, y + h / 2, path(d, color, { t: 'translate(2 3)' }), planks(flat(x, y, w, h), { count: Math.max(2, Math.round(h / 17)), color, over: d, grain: 5 }), inset(d, 1.6, 2, 1.6, tone(color, 0.6), 0.5), inset(d, -2, -2.6, 2, tone(color, -0.6), 0.55))
}
const nail = (x, y) => path(ell(x, y + 1, 3), `${DARK}/.35`) + path(ell(x, y, 2.6), ball('#b9b2bf'))

function signpost() {
  const c = '#b5834a'
  const text = '#5a3820'
  return [
    path(rr(188, 20, 26, 380, 4), lin('h', tone(c, 0.1), tone(c, -0.1), tone(c, -0.42))), stroke(range(9).map(() => { const x = rand(191, 211); const y = rand(30, 340); return line([x, y], [x + rand(-1.5, 1.5), y + rand(20, 50)]) }).join(''), `${tone(c, -0.6)}/.4`, 1.1, { cap: 'butt' }), path(poly([[184, 26], [201, 4], [218, 26]], 3), lin('d', tone(c, 0.2), tone(c, -0.3))),
    shade(rr(188, 20, 26, 380, 4), rr(180, 96, 44, 18), 4, 0.5), shade(rr(188, 20, 26, 380, 4), rr(180, 172, 44, 18), 4, 0.5), shade(rr(188, 20, 26, 380, 4), rr(180, 246, 44, 16), 4, 0.5),
    body(board(128, 46, 200, 54, c, { tip: 34, angle: -2 })), nail(196, 64), nail(206, 84), body(board(66, 122, 196, 52, tone(c, 0.08), { tip: -34, angle: 3 })), nail(196, 138), nail(206, 158), body(board(146, 196, 168, 48, tone(c, -0.08), { tip: 30, angle: -1 })), nail(196, 211), nail(206, 229),
    keep([[-2, 228, 73, 46, 1], [3, 164, 148, 46, -1], [-1, 232, 220, 38, 1]].map(([angle, x, y, w, way]) => turn(angle, x, y, [0.55, 0].map((k) => stroke(line([x - way * w * 0.9, y + k * 2], [x + way * w * 0.7, y + k * 2]) + line([x + way * w * 0.35, y - 9 + k * 2], [x + way * w * 0.7, y + k * 2], [x + way * w * 0.35, y + 9 + k * 2]), k ? `${tone(c, 0.5)}/.7` : `${text}/.85`, 4.4))))),
  ]
}

function signWood() {
  const c = '#b5834a'
  return [
    [96, 284].map((x) => [path(rr(x, 120, 22, 250, 3), lin('h', tone(c, 0.06), tone(c, -0.16), tone(c, -0.45))), path(poly([[x, 122], [x + 11, 108], [x + 22, 122]], 2), lin('d', tone(c, 0.2), tone(c, -0.3))), stroke(range(5).map(() => { const gx = rand(x + 3, x + 19); const gy = rand(240, 330); return line([gx, gy], [gx, gy + rand(14, 34)]) }).join(''), `${tone(c, -0.6)}/.4`, 1, { cap: 'butt' }), shade(rr(x, 120, 22, 250, 3), rr(x - 8, 250, 40, 18), 4, 0.5)]),
    body(board(40, 130, 322, 122, c)), stroke(rr(54, 144, 294, 94, 6), `${tone(c, -0.5)}/.5`, 3), stroke(rr(55, 145.6, 294, 94, 6), `${tone(c, 0.5)}/.5`, 1.2), [62, 340].map((x) => [nail(x, 152), nail(x, 230)]),
  ]
}

const plate = (d, ring, face, color) => [path(d, lin('d', '#ffffff', '#d8d4de')), inset(d, -2, -3, 2, DARK, 0.3), path(face, lin('d', tone(color, 0.16), color, tone(color, -0.2)))]
function octagon(cx, cy, r) {
  return poly(range(8).map((i) => { const a = ((i + 0.5) * Math.PI) / 4; return [cx + r * Math.cos(a), cy + r * Math.sin(a)] }), r * 0.06)
}
function stopSign() {
  return [post(120, 120, 13, 320), range(12).map((i) => path(ell(120, 226 + i * 17, 2), '#5a5868/.6')), keep(path(octagon(121, 103, 98), '#4a4456/.6'), plate(octagon(120, 100, 98), 0, octagon(120, 100, 90), '#d8343a'), centred('STOP', 120, 77, 46, '#fff', { w: 25, gap: 11, weight: 9 }), clip(octagon(120, 100, 98), path(poly([[40, 0], [110, 0], [40, 140], [0, 140], [0, 60]]), '#fff/.12')), [12, 188].map((y) => path(ell(120, y, 3.4), ball('#d9d6e2'))))]
}
function warningSign() {
  const tri = (k) => poly([[120, 6 + k * 2], [232 - k * 1.74, 198 - k], [8 + k * 1.74, 198 - k]], 18 - k * 0.6)
  return [post(120, 150, 13, 280), range(10).map((i) => path(ell(120, 238 + i * 18, 2), '#5a5868/.6')), keep(path(tri(0), '#4a4456/.6', { t: 'translate(2 3)' }), path(tri(0), lin('d', '#f2695a', '#d8343a', '#a82430')), inset(tri(0), 2, 3, 2, '#fff', 0.4), path(tri(16), lin('d', '#fff3c2', '#ffd84a', '#f0b02a')), path(smooth([[120, 72], [132, 78], [130, 110], [125, 144, 1], [115, 144, 1], [110, 110], [108, 78]]), lin('d', '#4a4056', '#241a30')), path(ell(120, 164, 10.5), rad([0.4, 0.35, 0.7], '#4a4056', '#241a30')), clip(tri(0), path(poly([[90, 0], [130, 0], [60, 200], [0, 200]]), '#fff/.12')))]
}

function busStop() {
  const c = '#2f6fc4'
  return [
    post(60, 20, 12, 400, '#8d92a3'), path(rr(44, 410, 32, 10, 3), roundH('#6a6f80')),
    path(rr(60, 24, 112, 108, 12), '#4a4456/.5', { t: 'translate(2 3)' }), body(path(rr(60, 24, 112, 108, 12), lin('d', tone(c, 0.24), c, tone(c, -0.26))), inset(rr(60, 24, 112, 108, 12), 2, 3, 2, '#fff', 0.5)), keep(centred('BUS', 116, 98, 22, '#fff', { weight: 4.6 }),
      path(rr(82, 38, 68, 42, 8), '#ffffff'), path(rr(87, 44, 58, 19, 3), c), stroke(line([106, 44], [106, 63]) + line([126, 44], [126, 63]), '#fff', 3), path(rr(82, 67, 68, 4), '#c9d6ea'), [96, 136].map((x) => path(ell(x, 80, 7), '#ffffff') + path(ell(x, 80, 4), c))),
    path(rr(66, 152, 88, 122, 5), lin('d', '#8d92a3', '#5f6474')), path(rr(72, 158, 76, 110, 3), lin('d', '#fdfbf4', '#e4dfd6')), keep(path(rr(72, 158, 76, 18, 3), '#f2b33a'), range(9).map((i) => path(rr(78, 184 + i * 9, rand(18, 30), 3.6, 1), '#8d92a3') + path(rr(114, 184 + i * 9, rand(12, 28), 3.6, 1), '#b9bcc9'))), path(poly([[80, 268], [120, 158], [136, 158], [96, 268]]), '#fff/.3'),
  ]
}

function hydrant() {
  const c = '#e2463a'
  const ring = (x, y, w, h) => [path(rr(x, y, w, h, h * 0.4), roundH(c)), path(rr(x, y + h * 0.7, w, h * 0.3, h * 0.15), `${DARK}/.2`)]
  const side = (s) => group([path(rr(150, 158, 52, 40, 6), roundV(c)), path(rr(194, 152, 18, 52, 6), roundV(tone(c, -0.06))), keep(path(poly([[212, 166], [224, 166], [224, 190], [212, 190]], 3), roundV('#d8b04a')))], s < 0 ? { t: 'matrix(-1 0 0 1 240 0)' } : {})
  return [
    body(side(1), side(-1), path(rr(78, 104, 84, 216, 8), roundH(c)), ring(64, 316, 112, 20), ring(56, 336, 128, 20), ring(72, 232, 96, 14), path(smooth([[70, 106, 1], [74, 72], [96, 46], [120, 38], [144, 46], [166, 72], [170, 106, 1]]), roundH(c)), ring(62, 98, 116, 18)),
    blur(4, path(smooth([[88, 96], [92, 74], [106, 58], [104, 74], [100, 96]]), '#fff/.65')), blur(4, path(rr(92, 122, 8, 100, 4), '#fff/.5')), range(6).map((i) => path(ell(74 + i * 18.4, 107, 3.4), ball('#d9d6e2'))), range(6).map((i) => path(ell(70 + i * 20, 346, 4), ball('#d9d6e2'))), keep(path(poly([[110, 24], [130, 24], [134, 40], [106, 40]], 3), roundH('#d8b04a')), path(poly([[112, 16], [128, 16], [132, 26], [108, 26]], 2), roundH('#e8c860'))),
    body(path(ell(120, 182, 33), lin('d', tone(c, 0.3), c, tone(c, -0.4))), path(ell(120, 182, 26), lin('d', tone(c, -0.2), tone(c, 0.1)))), keep(path(ell(120, 182, 18), lin('d', '#f4e2a0', '#d8b04a', '#94702a')), path(poly(range(5).map((i) => [120 + 9 * Math.cos(i * 1.257 - 1.57), 182 + 9 * Math.sin(i * 1.257 - 1.57)]), 2), lin('d', '#b58c34', '#f0d480')), stroke(smooth([[140, 202], [152, 220], [148, 238], [160, 246]], false), '#8d8794', 4), stroke(smooth([[140, 202], [152, 220], [148, 238], [160, 246]], false), '#d9d6e2', 1.4)), [[98, 160], [142, 160], [98, 204], [142, 204]].map(([x, y]) => path(ell(x, y, 3.2), ball('#d9d6e2'))),
    shade(rr(78, 104, 84, 216, 8), rr(70, 112, 100, 14), 4, 0.4), shade(rr(78, 104, 84, 216, 8), rr(70, 244, 100, 14), 4, 0.35),
  ]
}

function trashCan() {
  const c = '#8a96a3'
  const can = drum(58, 96, 184, 250, -16, 20, -16)
  return [
    tube(smooth([[62, 150], [42, 156], [44, 190], [66, 194]], false), 8, tone(c, -0.1)), tube(smooth([[238, 150], [258, 156], [256, 190], [234, 194]], false), 8, tone(c, -0.2)),
    body(path(can, roundH(c))), clip(can, range(13).map((i) => { const a = ((i + 0.5) / 13 - 0.5) * Math.PI; const x = 150 + 92 * Math.sin(a); const w = Math.max(1.4, 9 * Math.cos(a)); return path(poly([[x - w, 70], [x + w, 70], [x * 0.91 + 13.5 + w * 0.9, 370], [x * 0.91 + 13.5 - w * 0.9, 370]], 1), lin('h', `${DARK}/.26`, '#fff/.2', '#fff/0')) })), inset(can, -5, -4, 6, DARK, 0.35), shade(can, drum(50, 90, 200, 20, -10, 18), 6, 0.5),
    body([130, 300].map((y) => path(drum(y > 200 ? 66 : 60, y, y > 200 ? 168 : 180, 8, -16, 17), roundH(tone(c, 0.1))))), 
    body(path(drum(46, 86, 208, 16, -14, 17), roundH(c)), path(smooth([[48, 88, 1], [66, 62], [110, 44], [150, 40], [190, 44], [234, 62], [252, 88, 1], [200, 102], [150, 105], [100, 102]]), rad([0.4, 0.2, 0.85], tone(c, 0.5), tone(c, 0.12), c, tone(c, -0.3)))), stroke(smooth([[76, 78], [110, 88], [150, 91], [190, 88], [224, 78]], false), `${tone(c, -0.5)}/.5`, 2), stroke(smooth([[92, 62], [150, 72], [208, 62]], false), `${tone(c, -0.5)}/.4`, 2), tube(smooth([[124, 48], [126, 26], [150, 20], [174, 26], [176, 48]], false), 9, tone(c, 0.04)),
  ]
}

function phoneBooth() {
  const c = '#d8343a'
  const paneRows = range(6)
  const door = (x, w, k) => [path(rr(x, 110, w, 268, 2), lin('h', tone(c, 0.2 + k), tone(c, k), tone(c, -0.25 + k)), { role: 'body' }), paneRows.map((r) => range(3).map((q) => { const pw = (w - 22) / 3; const [px, py] = [x + 8 + q * (pw + 3), 122 + r * 37.5]; return lit(path(rr(px, py, pw, 33, 1.5), lin('d', '#6f9fc4', '#b9def2', '#e2f4fb'))) + path(poly([[px, py + 24], [px + pw, py + 6], [px + pw, py + 15], [px, py + 33]]), '#fff/.35') + inset(rr(px, py, pw, 33, 1.5), 1, 1.4, 1, DARK, 0.5) })), path(rr(x + 8, 352, w - 16, 18, 2), lin('v', tone(c, -0.3 + k), tone(c, k)), { role: 'body' }), path(rr(x + w - 7, 240, 4, 22, 2), lin('h', '#f4e2a0', '#a8842c'))]
  return [
    path(rr(50, 378, 200, 18, 3), lin('v', '#8d8794', '#4a4656')), body(path(rr(58, 84, 184, 296, 3), lin('h', tone(c, 0.26), c, tone(c, -0.34)))), door(76, 148, 0), body([60, 226].map((x) => path(rr(x, 84, 14, 296, 2), lin('h', tone(c, 0.3), c, tone(c, -0.32))))),
    clip(rr(76, 110, 148, 268), path(poly([[182, 180], [206, 180], [206, 236], [182, 236]], 4), '#2a2636/.35'), stroke(smooth([[190, 206], [178, 240], [192, 268]], false), '#2a2636/.3', 3)),
    body(path(rr(52, 66, 196, 34, 3), lin('v', tone(c, 0.2), c, tone(c, -0.3))), path(smooth([[54, 66, 1], [64, 40], [110, 22], [150, 18], [190, 22], [236, 40], [246, 66, 1]]), rad([0.4, 0.2, 0.9], tone(c, 0.4), c, tone(c, -0.3))), path(rr(46, 60, 208, 9, 3), lin('v', tone(c, 0.3), tone(c, -0.3))), path(rr(50, 98, 200, 7, 2), lin('v', tone(c, 0.15), tone(c, -0.35)))),
    keep(lit(path(rr(72, 73, 156, 20, 2), lin('v', '#fff8e6', '#f0e2c4'))), centred('TELEPHONE', 150, 77.5, 11, '#3a2430', { w: 9, gap: 5.4, weight: 2.2 }), path(ell(150, 44, 8), ball('#e8c860'))), inset(rr(72, 73, 156, 20, 2), 1, 1.6, 1.2, DARK, 0.5), shade(rr(58, 104, 184, 276), rr(50, 98, 200, 16), 4, 0.4), inset(rr(58, 84, 184, 296, 3), -5, 0, 6, DARK, 0.3),
  ]
}

function trafficCone() {
  const c = '#f2732a'
  const P = (t) => [14 + t * 50, 40 + t * 240]
  const slice = (a, b) => { const [ra, ya] = P(a); const [rb, yb] = P(b); return drum(130 - rb, ya, rb * 2, yb - ya, -ra * 0.2, rb * 0.22, rb - ra) }
  return [
    path(poly([[26, 300], [70, 268], [190, 268], [234, 300], [226, 320], [34, 320]], 8), lin('v', tone(c, 0.1), tone(c, -0.3)), { role: 'body' }), path(smooth([[22, 302, 1], [130, 306], [238, 302, 1], [232, 322], [226, 326], [130, 330], [34, 326], [28, 322]]), roundH(tone(c, -0.14)), { role: 'body' }), blur(5, path(ell(130, 290, 72, 14), `${DARK}/.4`)),
    body(path(slice(0, 1), roundH(c))), path(slice(0.2, 0.4), roundH('#f8f6f2')), path(slice(0.56, 0.78), roundH('#f8f6f2')), path(ell(130, 40, 14, 3.4), tone(c, -0.5), { role: 'body' }), path(ell(130, 40, 10, 2), '#3a1c14'), blur(4, path(poly([[122, 52], [126, 52], [106, 270], [94, 270]]), '#fff/.55')), stroke(range(3).map((i) => line([60 + i * 66, 312], [76 + i * 66, 312])).join(''), `${tone(c, -0.5)}/.4`, 2),
  ]
}

function flag() {
  const c = '#e2453a'
  return [post(40, 20, 10, 400, '#c9a06a'), path(ell(40, 16, 9), ball('#f2c84b')), path(rr(30, 412, 20, 8, 2), roundH('#8d8794')), cloth(45, 34, 250, 150, c), stroke(smooth([[47, 40], [110, 28], [195, 52], [293, 36]], false), '#fff/.25', 2), [42, 176].map((y) => stroke(line([38, y], [48, y - 2]), '#f2ead8', 3))]
}
function pirateFlag() {
  const skull = keep(
    stroke(line([120, 88], [212, 150]) + line([212, 88], [120, 150]), '#e9e2d6', 11), [[120, 88], [212, 150], [212, 88], [120, 150]].map(([x, y]) => path(ell(x - 5, y - 3, 7) + ell(x + 4, y + 4, 7), '#f4eee2')), stroke(line([122, 88], [210, 148]) + line([210, 88], [122, 148]), '#fbf7ee', 4),
    path(smooth([[166, 62], [198, 70], [208, 98], [196, 122], [190, 142, 1], [142, 142, 1], [136, 122], [124, 98], [134, 70]]), rad([0.4, 0.3, 0.8], '#ffffff', '#f2ecdf', '#c4b9aa')), path(ell(150, 100, 12, 13), '#1d1826'), path(ell(182, 100, 12, 13), '#1d1826'), path(poly([[166, 112], [173, 125], [159, 125]], 2), '#1d1826'), range(4).map((i) => stroke(line([152 + i * 9.4, 130], [152 + i * 9.4, 142]), '#1d1826', 2.4)), path(ell(148, 96, 3, 4), '#fff/.3'))
  return [post(40, 20, 10, 400, '#a8783f'), path(ell(40, 16, 9), ball('#c9a06a')), path(rr(30, 412, 20, 8, 2), roundH('#8d8794')), cloth(45, 34, 250, 150, '#3a3444', { role: 'keep', mark: skull }), [42, 176].map((y) => stroke(line([38, y], [48, y - 2]), '#d9c08a', 3))]
}

function billboard() {
  const scene = rr(28, 32, 384, 176, 3)
  return [
    [120, 306].map((x) => [path(rr(x, 214, 18, 186, 2), roundH('#6a7280')), path(rr(x - 8, 390, 34, 10, 2), roundH('#555c69'))]), stroke(line([138, 250], [306, 370]) + line([306, 250], [138, 370]), '#5a616e', 5), path(rr(16, 214, 408, 10, 2), lin('v', '#8d93a0', '#4a505c')), stroke(range(20).map((i) => line([26 + i * 20.4, 214], [26 + i * 20.4, 202])).join(''), '#6a7280', 1.6), stroke(line([18, 202], [422, 202]), '#6a7280', 2),
    path(rr(16, 20, 408, 200, 6), lin('v', '#5f6674', '#3a404c')), body(lit(path(scene, lin('v', '#4fb0e8', '#a8def5')))), clip(scene, path(ell(330, 84, 34), '#ffe27a'), blur(8, path(ell(330, 84, 44), '#fff3b8/.5')), path(smooth([[0, 170], [80, 112], [170, 150], [250, 106], [340, 146], [430, 120], [430, 230, 1], [0, 230, 1]]), lin('v', '#6fbf8a', '#3f8f6a')), path(smooth([[0, 196], [120, 158], [240, 180], [360, 152], [440, 176], [440, 230, 1], [0, 230, 1]]), lin('v', '#8fd06a', '#4fa04a')), [[80, 66], [220, 54]].map(([x, y]) => path(ell(x, y, 26, 12) + ell(x + 20, y - 8, 20, 14) + ell(x + 42, y, 24, 11), '#fff/.95')), path(poly([[28, 208], [120, 32], [200, 32], [100, 208]]), '#fff/.1')), inset(scene, 2, 3, 3, DARK, 0.4), inset(rr(16, 20, 408, 200, 6), 2, 2, 2, '#fff', 0.3),
    range(4).map((i) => [stroke(smooth([[70 + i * 100, 20], [70 + i * 100, 4], [76 + i * 100, -2]], false), '#5a616e', 3), path(poly([[70 + i * 100, -6], [88 + i * 100, -6], [92 + i * 100, 4], [66 + i * 100, 4]], 2), roundV('#8d93a0')), lit(path(rr(68 + i * 100, 3, 22, 4, 2), '#fff3c2'))]),
  ]
}

function neonSign() {
  const tubeOf = (d, color, w = 7) => [lit(blur(9, stroke(d, `${color}/.55`, w * 2.6)), stroke(d, tone(color, 0.05), w), stroke(d, tone(color, 0.72), w * 0.42))]
  const word = (k) => letters('OPEN', 74, 116, 74, 'X', { w: 50, gap: 24, weight: k })
  const d = word(1).match(/ d="([^"]+)"/)[1]
  const frame = rr(24, 60, 372, 186, 34)
  return [
    stroke(line([110, 10], [110, 60]) + line([310, 10], [310, 60]), '#6a6472', 3), path(rr(94, 2, 232, 10, 4), roundV('#5a5566')), path(rr(8, 44, 404, 218, 40), lin('v', '#3a3350', '#241f36', '#1a1628')), inset(rr(8, 44, 404, 218, 40), 2, 3, 3, '#8a80b0', 0.5), bricks(flat(8, 44, 404, 218), { bw: 40, bh: 18, color: '#2e2842', mortar: '#221c32', spread: 0.08, over: rr(14, 50, 392, 206, 36) }),
    group(tubeOf(frame, '#2fd0f0', 8)), stroke(d, '#17121f/.6', 13, { t: 'translate(3 5)' }), body(tubeOf(d, '#ff3f8a', 10)), [[60, 84], [360, 84], [60, 222], [360, 222]].map(([x, y]) => group(tubeOf(poly([[x, y - 11], [x + 3, y - 3], [x + 11, y], [x + 3, y + 3], [x, y + 11], [x - 3, y + 3], [x - 11, y], [x - 3, y - 3]]), '#ffd23f', 3))),
  ]
}

function chalkboard() {
  const wood = '#b07c44'
  const slate = rr(78, 48, 204, 236, 3)
  const chalk = (d, w = 3.4, c = '#f4f6f0') => stroke(d, `${c}/.85`, w) + stroke(d, '#fff/.35', w * 0.4)
  return [
    path(poly([[96, 30], [120, 30], [80, 396], [58, 396]], 3), lin('h', tone(wood, -0.25), tone(wood, -0.5))), path(poly([[240, 30], [264, 30], [302, 396], [280, 396]], 3), lin('h', tone(wood, -0.3), tone(wood, -0.55))),
    body(path(poly([[70, 30], [88, 30], [72, 400], [50, 400]], 3), lin('h', tone(wood, 0.26), wood, tone(wood, -0.3))), path(poly([[272, 30], [290, 30], [310, 400], [288, 400]], 3), lin('h', tone(wood, 0.16), wood, tone(wood, -0.36))), path(rr(58, 28, 244, 276, 6), lin('d', tone(wood, 0.3), wood, tone(wood, -0.3))), inset(rr(58, 28, 244, 276, 6), 2, 3, 2, tone(wood, 0.6), 0.6), stroke(range(8).map((i) => line([70 + i * 28, 36 + (i % 3) * 2], [88 + i * 28, 36 + (i % 3) * 2]) + line([70 + i * 28, 294], [90 + i * 28, 294])).join(''), `${tone(wood, -0.5)}/.4`, 1)),
    path(slate, lin('d', '#3f5a50', '#2c443c', '#20342e')), clip(slate, blur(9, range(5).map((i) => path(ell(120 + i * 34, 90 + ((i * 61) % 160), 50, 16), '#fff/.06')))), inset(slate, 3, 4, 4, DARK, 0.6),
    keep(letters('MENU', 126, 66, 24, '#f4f6f0/.9', { w: 18, gap: 11, weight: 4 }), chalk(line([118, 100], [242, 101])), [124, 148, 172, 196].map((y, i) => chalk(smooth([[100, y], [112, y - 4], [124, y + 1], [140, y - 3], [154, y + 1], [164 + (i % 2) * 16, y - 2]], false), 3, ['#f4f6f0', '#ffe9a0', '#f4f6f0', '#ffc0c8'][i]) + chalk(smooth([[226, y - 4], [232, y - 8], [238, y - 2], [232, y + 2], [228, y - 2]], false) + line([246, y - 7], [246, y + 2]) + line([254, y - 7], [254, y + 2]), 2.6)), chalk(smooth([[150, 232], [152, 256], [166, 266], [186, 266], [200, 256], [202, 232, 1], [150, 232, 1]], false) + smooth([[202, 238], [216, 238], [216, 252], [201, 254]], false) + smooth([[164, 222], [160, 214], [168, 208]], false) + smooth([[184, 222], [180, 214], [188, 208]], false), 3.4, '#ffe9a0')),
    path(rr(72, 298, 216, 10, 3), lin('v', tone(wood, 0.3), tone(wood, -0.4)), { role: 'body' }), keep(path(rr(200, 292, 26, 6, 2), '#f8f6f0'), path(rr(234, 292, 16, 6, 2), '#ffc0c8'), path(rr(120, 288, 40, 11, 2), lin('v', '#e0b078', '#8a5a34')), path(rr(120, 295, 40, 5, 1), '#4a4a5a')),
  ]
}

export const drawings = { 'traffic-light': trafficLight, mailbox, signpost, 'sign-wood': signWood, 'stop-sign': stopSign, 'warning-sign': warningSign, 'bus-stop': busStop, hydrant, 'trash-can': trashCan, 'phone-booth': phoneBooth, 'traffic-cone': trafficCone, flag, 'pirate-flag': pirateFlag, billboard, 'neon-sign': neonSign, chalkboard }

/** Playthings and small houses of gardens, parts of buildings that stand alone, and great bridges. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, group, inset, keep, lin, linU, lit, path, pick, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, blossoms, chimney as brickChimney, cloth, door as fullDoor, foliage, glass, part, rope, tube, window as pane } from './parts.mjs'
import { gabled } from './draw-homes.mjs'
import { arch, drum, ell, line, ogive, poly, rr, smooth, speck } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade, stones, thatch, tiles, tower } from './surfaces.mjs'

const WOOD = '#b07c44'
const BARK = '#7d5638'
const bark = (d, count = 40) => { const v = d.match(/-?\d*\.?\d+/g).map(Number); const xs = v.filter((_, i) => i % 2 === 0); const ys = v.filter((_, i) => i % 2); const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]; return clip(d, [-0.5, 0.35].map((k) => stroke(range(count).map(() => { const [x, y] = [rand(x0, x1), rand(y0, y1)]; return smooth([[x, y], [x + rand(-3, 3), y + 12], [x + rand(-3, 3), y + rand(20, 40)]], false) }).join(''), `${tone(BARK, k)}/.4`, k < 0 ? 2 : 1.2, { cap: 'butt' }))) }

function treehouse() {
  const trunk = smooth([[170, 440, 1], [196, 400], [202, 330], [196, 260], [168, 200], [140, 168], [152, 160], [190, 190], [212, 212], [220, 130], [236, 130], [238, 214], [264, 184], [304, 150], [316, 160], [280, 206], [258, 262], [256, 340], [262, 400], [292, 440, 1], [250, 432], [228, 440], [204, 432]])
  const leaf = '#559b45'
  const f = flat(146, 168, 150, 92)
  return [
    foliage([[228, 40, 62], [150, 66, 58], [306, 70, 58], [100, 122, 54], [356, 128, 54], [228, 96, 70]], leaf, { leaf: 13, dense: 1.1 }),
    path(trunk, lin('h', tone(BARK, 0.16), BARK, tone(BARK, -0.3))), bark(trunk, 46), inset(trunk, -5, 0, 6, DARK, 0.4),
    foliage([[70, 164, 38], [386, 168, 36], [116, 190, 30], [346, 194, 30]], tone(leaf, 0.04), { leaf: 12, dense: 1.1 }),
    body(planks(f, { count: 10, upright: true, color: WOOD })), path(f.outline, lin('h', '#fff/.12', '#fff/0', `${DARK}/.28`)), shade(f.outline, rr(130, 156, 190, 32), 5, 0.55),
    fullDoor(f, 20, 34, 34, 58, { kind: 'arch', boards: true, color: '#8a5634', frame: '#d9b27a' }), pane(f, 84, 30, 38, 34, { frame: '#e6cfa2', bars: [2, 2], curtains: '#e96a5a', flowers: ['#f2c14a'] }),
    tiles(quad([160, 100], [282, 100], [320, 172], [122, 172], 190, 78), { rows: 6, columns: 14, color: '#c2553f', edge: 'shake', spread: 0.12 }), path(poly([[160, 100], [282, 100], [320, 172], [122, 172]]), lin('h', '#fff/.14', '#fff/0', `${DARK}/.24`)), path(rr(154, 94, 134, 9, 4), roundV('#c96a4c')), path(poly([[120, 171], [322, 171], [321, 179], [121, 179]], 2), lin('v', tone(WOOD, 0.2), tone(WOOD, -0.4))), path(rr(262, 76, 16, 34, 2), lin('h', '#a8a0a8', '#6a626c')), path(rr(258, 72, 24, 7, 2), lin('v', '#c4bcc6', '#77707f')),
    [150, 290].map((x, i) => bar([x + (i ? -4 : 4), 276], [x + (i ? -40 : 50), 330], 9, tone(WOOD, -0.25))),
    path(rr(112, 258, 222, 13, 3), lin('v', tone(WOOD, 0.3), WOOD, tone(WOOD, -0.4))), stroke(range(17).map((i) => line([120 + i * 13, 258], [120 + i * 13, 271])).join(''), `${tone(WOOD, -0.5)}/.5`, 1.2), path(rr(118, 270, 210, 7, 2), tone(WOOD, -0.5)),
    range(4).map((i) => bar([300 + i * 10, 258], [300 + i * 10, 226], 4, tone(WOOD, 0.05))), bar([294, 228], [334, 228], 5, tone(WOOD, 0.1)), range(3).map((i) => bar([116 + i * 9, 258], [116 + i * 9, 226], 4, tone(WOOD, 0.05))), bar([112, 228], [140, 228], 5, tone(WOOD, 0.1)),
    [[168, 262, 150, 438], [196, 262, 186, 440]].map(([a, b, c, d]) => bar([a, b], [c, d], 5.4, tone(WOOD, 0.12))), range(10).map((i) => { const t = (i + 0.6) / 10; return bar([168 - 18 * t - 1, 264 + 174 * t], [196 - 10 * t + 1, 264 + 174 * t], 4.4, tone(WOOD, 0.2)) }),
    rope([[326, 270], [330, 330], [322, 380]], 4.4), keep(path(ell(322, 388, 19) + ell(322, 388, 9), rad([0.4, 0.34, 0.7], '#5f5a6c', '#2a2630'), { rule: true })),
    foliage([[330, 100, 26], [120, 112, 24]], tone(leaf, 0.1), { leaf: 13, dense: 0.8 }),
  ]
}

function bridgeSuspension() {
  const c = '#d2503c'
  const deckY = 300
  const tower2 = (x, k = 0) => [path(rr(x - 17, 40, 12, 340, 2), lin('h', tone(c, 0.22 + k), tone(c, -0.2 + k))), path(rr(x + 5, 40, 12, 340, 2), lin('h', tone(c, 0.14 + k), tone(c, -0.3 + k))), [60, 112, 168, 226].map((y, i) => path(rr(x - 17, y, 34, 12, 2), lin('v', tone(c, 0.2 + k), tone(c, -0.24 + k))) + path(rr(x - 12, y + 14, 24, 4, 1), tone(c, -0.4))), path(rr(x - 20, 34, 40, 9, 2), lin('v', tone(c, 0.4), tone(c, -0.2))), stroke(line([x - 6, 238], [x + 6, 294]) + line([x + 6, 238], [x - 6, 294]) + line([x - 6, 316], [x + 6, 372]) + line([x + 6, 316], [x - 6, 372]), tone(c, -0.3), 3)]
  const cable = (x0, y0, x1, y1, dip, n = 24) => range(n + 1).map((i) => { const t = i / n; return [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + dip * 4 * t * (1 - t)] })
  const main = cable(150, 40, 390, 40, 236)
  const left = cable(-60, 286, 150, 40, 30)
  const right = cable(390, 40, 600, 286, 30)
  const hang = (pts, step) => stroke(pts.filter((_, i) => i % step === 0).map(([x, y]) => line([x, y], [x, deckY - 8])).join(''), tone(c, -0.2), 1.3, { cap: 'butt' })
  return at(0, 0, 0.8, [
    [150, 390].map((x) => [path(poly([[x - 30, 362], [x + 30, 362], [x + 38, 400], [x - 38, 400]], 4), lin('h', '#c9c2c4', '#9a929a', '#6a626e')), path(rr(x - 34, 356, 68, 9, 3), lin('v', '#d9d2d4', '#8f8790'))]),
    group([stroke(smooth(main.map(([x, y]) => [x + 4, y - 3]), false), tone(c, -0.4), 3)]), body(tower2(150), tower2(390), hang(main, 1), hang(left, 2), hang(right, 2)),
    body(path(rr(-60, deckY - 8, 660, 9, 1), lin('v', tone(c, 0.3), tone(c, -0.1))), path(rr(-60, deckY + 1, 660, 18, 1), tone(c, -0.5)), stroke(range(33).map((i) => line([-60 + i * 20, deckY + 18], [-50 + i * 20, deckY + 2], [-40 + i * 20, deckY + 18])).join(''), tone(c, -0.08), 3), path(rr(-60, deckY + 16, 660, 6, 1), lin('v', tone(c, 0.12), tone(c, -0.35)))), path(rr(-60, deckY - 16, 660, 3, 1), '#e6e0de'), stroke(range(67).map((i) => line([-60 + i * 10, deckY - 16], [-60 + i * 10, deckY - 8])).join(''), '#d8d0d0', 1.2),
    body([main, left, right].map((pts) => stroke(smooth(pts, false), tone(c, -0.35), 6) + stroke(smooth(pts, false), tone(c, 0.12), 3.6))), [150, 390].map((x) => lit(path(ell(x, 28, 4), ball('#ff6a5a')))), range(22).map((i) => lit(path(ell(-50 + i * 31, deckY - 22, 2.4), '#ffe8a8')) + stroke(line([-50 + i * 31, deckY - 20], [-50 + i * 31, deckY - 10]), '#8d8794', 1.2)),
    [[-60, 40], [560, 40]].map(([x, w]) => [stones(flat(x, deckY - 14, w, 114), { size: 18, color: '#b9b0ae' }), path(rr(x, deckY - 14, w, 114), lin('h', '#fff/.16', `${DARK}/.24`)), path(rr(x - 4, deckY - 22, w + 8, 10, 2), lin('v', '#d9d2d0', '#8f8788'))]),
  ])
}

function swing() {
  const c = '#c8503a'
  return [
    [[70, 34, 20, 376], [88, 34, 118, 372]].map(([a, b, x, y], i) => bar([a, b], [x, y], 12, tone(WOOD, i ? -0.2 : 0))), [[312, 34, 282, 372], [330, 34, 380, 376]].map(([a, b, x, y], i) => bar([a, b], [x, y], 12, tone(WOOD, i ? 0 : -0.2))), bar([44, 230], [100, 230], 8, tone(WOOD, -0.1)), bar([300, 230], [356, 230], 8, tone(WOOD, -0.1)),
    path(rr(48, 20, 304, 18, 8), roundV(WOOD)), stroke(range(7).map((i) => line([70 + i * 40, 26 + (i % 3) * 3], [96 + i * 40, 26 + (i % 3) * 3])).join(''), `${tone(WOOD, -0.5)}/.45`, 1.2), [80, 320].map((x) => path(rr(x - 13, 16, 26, 26, 4), roundH('#77717f'))),
    rope([[150, 38], [150, 288]], 5), rope([[250, 38], [250, 288]], 5), [150, 250].map((x) => path(rr(x - 5, 34, 10, 10, 3), roundH('#77717f'))), body(path(poly([[136, 282], [264, 282], [272, 298], [128, 298]], 3), lin('v', tone(c, 0.34), tone(c, 0.06))), path(rr(127, 296, 146, 13, 4), lin('v', c, tone(c, -0.4)))), [150, 250].map((x) => path(ell(x, 290, 5, 3), '#5a3820') + path(ell(x, 312, 5, 6), ball('#d9b073'))),
  ]
}

function sandcastle() {
  const c = '#e6bd78'
  const grains = (f, count = 26) => [-0.35, 0.45].map((k) => path(range(count).map(() => f.map(speck(rand(0, f.w), rand(0, f.h), rand(0.7, 1.6)))).join(''), `${tone(c, k)}/.6`))
  const turret = (cx, top, h, r, cone = 0) => { const f = tower(cx, top, h, r, r * 1.16, (y) => 4 * (1 - y / h)); const size = f.w / 9; return [path(f.outline, c), range(3).map((i) => path(f.band(h * (0.28 + i * 0.26), h * (0.31 + i * 0.26)), `${tone(c, -0.35)}/.4`)), grains(f, 40), roundShade(f.outline, 0.85), path(ell(cx, top - 1, r, 4), tone(c, -0.3)), range(5).map((i) => path(f.map(rr(i * 2 * size, -9, size, 11, 2)), lin('v', tone(c, 0.3), c))), cone ? [path(smooth([[cx - r * 0.9, top - 2, 1], [cx, top - cone, 1], [cx + r * 0.9, top - 2, 1], [cx, top + 3]]), roundH(c)), grains(flat(cx - r * 0.4, top - cone * 0.5, r * 0.8, cone * 0.4), 14)] : '', path(arch(cx - r * 0.18, top + h * 0.3, r * 0.36, h * 0.16), tone(c, -0.5))] }
  const mound = smooth([[8, 300, 1], [40, 268], [110, 252], [220, 246], [330, 252], [400, 270], [432, 300, 1], [220, 306]])
  const wallF = flat(96, 190, 250, 84)
  return [
    turret(221, 96, 120, 38, 0), stroke(line([221, 96], [221, 34]), '#a8783f', 3.4), cloth(222, 36, 44, 26, '#e2453a'),
    turret(150, 140, 100, 26, 44), turret(292, 140, 100, 26, 44),
    path(wallF.outline, lin('v', tone(c, 0.16), c, tone(c, -0.16))), grains(wallF, 120), range(9).map((i) => path(rr(98 + i * 29, 180, 16, 13, 3), lin('d', tone(c, 0.34), tone(c, -0.1)))), path(rr(96, 190, 250, 6), `${tone(c, -0.4)}/.35`), path(rr(96, 224, 250, 3), `${tone(c, -0.4)}/.3`),
    turret(94, 168, 110, 32, 0), turret(348, 168, 110, 32, 0), path(arch(192, 206, 58, 72, 29), lin('d', tone(c, 0.3), tone(c, -0.2))), path(arch(199, 214, 44, 64, 22), lin('v', tone(c, -0.66), tone(c, -0.5))), range(5).map((i) => path(rr(200 + i * 8.8, 232, 7.6, 44, 1), lin('h', '#b5834a', '#8a5a30'))),
    path(mound, rad([0.4, 0.1, 0.9], tone(c, 0.3), c, tone(c, -0.24))), clip(mound, grains(flat(8, 250, 424, 54), 180)), inset(mound, 0, -5, 5, tone(c, -0.5), 0.4),
    keep(path(smooth([[60, 282], [74, 262], [92, 264], [100, 282], [80, 292]]), lin('d', '#ffd9d0', '#f29a8a', '#c85f5f')), stroke(range(5).map((i) => line([80, 290], [64 + i * 8, 266 + Math.abs(i - 2) * 3])).join(''), '#c85f5f/.7', 1.4), path(poly(range(10).map((i) => { const [r, a] = [i % 2 ? 8 : 19, i * 0.628 - 1.57]; return [352 + r * Math.cos(a), 282 + r * 0.8 * Math.sin(a)] }), 4), rad([0.4, 0.35, 0.7], '#ffb07a', '#f2783f', '#c8502a')), path(poly([[392, 240], [424, 240], [419, 284], [397, 284]], 3), roundH('#3f8fd0')), path(ell(408, 240, 16, 4), '#2a5f92'), stroke(smooth([[393, 240], [408, 214], [423, 240]], false), '#f2c14a', 3)),
  ]
}

function doorAlone() {
  const f = flat(40, 10, 220, 390)
  return [path(rr(36, 8, 228, 392, 3), lin('d', '#fff9ec', '#eee2cf', '#bfae98')), inset(rr(36, 8, 228, 392, 3), 2, 3, 2, '#fff', 0.7), path(rr(54, 26, 192, 374), '#3a2a2c'), body(doorLeaf(58, 30, 184, 370, '#8f4f34')), inset(rr(54, 26, 192, 374), 3, 4, 4, DARK, 0.5), path(rr(28, 390, 244, 10, 2), lin('v', '#e0d6d2', '#97898c'))]
}
function doorLeaf(x, y, w, h, c) {
  const d = rr(x, y, w, h, 2)
  const panel = (l, t, pw, ph) => { const o = rr(x + l, y + t, pw, ph, 3); return path(o, tone(c, -0.3)) + inset(o, 2, 3, 2, tone(c, -0.65), 0.8) + path(rr(x + l + 8, y + t + 8, pw - 16, ph - 16, 3), lin('d', tone(c, 0.2), c, tone(c, -0.2))) + inset(rr(x + l + 8, y + t + 8, pw - 16, ph - 16, 3), 1.4, 1.8, 1.4, tone(c, 0.6), 0.6) }
  return [path(d, lin('h', tone(c, 0.14), c, tone(c, -0.14))), clip(d, [-0.5, 0.3].map((k) => stroke(range(34).map(() => { const [gx, gy] = [x + rand(0, w), y + rand(0, h)]; return smooth([[gx, gy], [gx + rand(-2, 2), gy + 30], [gx + rand(-2, 2), gy + rand(50, 90)]], false) }).join(''), `${tone(c, k)}/.25`, 1.2, { cap: 'butt' }))),
    panel(w * 0.1, h * 0.05, w * 0.36, h * 0.34), panel(w * 0.54, h * 0.05, w * 0.36, h * 0.34), panel(w * 0.1, h * 0.46, w * 0.36, h * 0.12), panel(w * 0.54, h * 0.46, w * 0.36, h * 0.12), panel(w * 0.1, h * 0.64, w * 0.36, h * 0.31), panel(w * 0.54, h * 0.64, w * 0.36, h * 0.31), inset(d, 2, 2, 2, tone(c, 0.6), 0.5),
    keep(path(rr(x + w * 0.885, y + h * 0.44, w * 0.075, h * 0.13, 4), lin('h', '#f6dc8a', '#c9962e', '#8a5f18')), path(ell(x + w * 0.92, y + h * 0.495, w * 0.055), ball('#f0c04a')), path(rr(x + w * 0.91, y + h * 0.54, w * 0.022, h * 0.018, 2), '#3a2414'), path(rr(x + w * 0.35, y + h * 0.4, w * 0.3, h * 0.035, 3), lin('v', '#f6dc8a', '#a8761e')), path(rr(x + w * 0.39, y + h * 0.412, w * 0.22, h * 0.012, 1), '#5a3a14'))]
}
function doorOpen() {
  const c = '#8f4f34'
  const leafFace = quad([60, 32], [-40, 2], [-40, 430], [60, 402], 184, 370)
  const P = (l, t, w, h, k) => path(leafFace.map(rr(l, t, w, h, 3)), k)
  return [
    path(rr(36, 8, 228, 394, 3), lin('d', '#fff9ec', '#eee2cf', '#bfae98')), path(rr(56, 28, 188, 374), '#d9b98a'),
    clip(rr(56, 28, 188, 374),
      path(poly([[56, 28], [244, 28], [206, 78], [104, 78]]), lin('v', '#b59a78', '#e6d2b0')), path(poly([[56, 28], [104, 78], [104, 346], [56, 402]]), lin('h', '#8a6a52', '#b08c68')), path(poly([[244, 28], [206, 78], [206, 346], [244, 402]]), lin('h', '#d9b98a', '#b8946a')),
      path(rr(104, 78, 102, 268), lin('v', '#f2dcb0', '#e6c48c')), stroke(range(7).map((i) => line([110 + i * 15, 78], [110 + i * 15, 300])).join(''), '#d9b47a/.6', 4), path(rr(104, 298, 102, 6), '#fff6e2'), path(rr(104, 304, 102, 42), lin('v', '#f6ead4', '#d9c6a4')),
      path(poly([[56, 402], [104, 346], [206, 346], [244, 402]]), lin('v', '#9a6a3e', '#c99558')), stroke(range(6).map((i) => line([108 + i * 19, 346], [66 + i * 36, 402])).join(''), '#6f4824/.5', 1.4), path(poly([[126, 352], [184, 352], [206, 394], [98, 394]], 2), lin('v', '#a83f3a', '#c8554a')), path(poly([[130, 355], [180, 355], [198, 390], [106, 390]], 2), '#e8b06a/.35'),
      path(rr(134, 130, 44, 58, 2), lin('d', '#e0b45a', '#8a5f24')), path(rr(139, 135, 34, 48, 1), lin('v', '#8fc8e8', '#d6ecd2')), path(smooth([[139, 170], [152, 156], [164, 166], [173, 158], [173, 183, 1], [139, 183, 1]]), '#6aa05a'), stroke(line([155, 78], [155, 98]), '#5a4434', 1.6), lit(path(smooth([[143, 112], [155, 94], [167, 112], [155, 118]]), rad([0.5, 0.6, 0.6], '#fffbe2', '#ffe08a', '#f2b04a')), blur(12, path(ell(155, 112, 44, 40), '#fff0b8/.55'))),
      path(poly([[56, 28], [56, 402], [84, 402], [74, 28]]), `${DARK}/.35`)),
    inset(rr(56, 28, 188, 374), 4, 5, 5, DARK, 0.5),
    path(rr(28, 394, 244, 10, 2), lin('v', '#e0d6d2', '#97898c')),
    body(path(poly([[60, 30], [-40, 0], [-40, 432], [60, 404]], 2), lin('h', tone(c, -0.1), tone(c, 0.12))), [[18, 18, 66, 126], [100, 18, 66, 126], [18, 170, 66, 44], [100, 170, 66, 44], [18, 238, 66, 114], [100, 238, 66, 114]].map(([l, t, w, h]) => P(l, t, w, h, tone(c, -0.35)) + P(l + 7, t + 7, w - 14, h - 14, lin('d', tone(c, 0.16), tone(c, -0.18))))), path(poly([[60, 30], [66, 32], [66, 403], [60, 404]]), tone(c, -0.4), { role: 'body' }), keep(P(160, 172, 14, 48, lin('h', '#f6dc8a', '#a8761e')), path(ell(-29, 226, 8), ball('#f0c04a'))),
  ]
}

function windowAlone() {
  const f = flat(60, 20, 260, 320)
  const curtain = '#f6ead8'
  const wood = '#f4eee2'
  const side = (x, way) => { const d = smooth([[x, 44, 1], [x + way * 78, 44, 1], [x + way * 66, 120], [x + way * 34, 190], [x + way * 20, 206, 1], [x + way * 30, 250], [x + way * 40, 316, 1], [x, 316, 1]]); return [path(d, lin('h', ...(way > 0 ? [tone(curtain, -0.14), tone(curtain, 0.3), curtain, tone(curtain, -0.22)] : [tone(curtain, -0.2), curtain, tone(curtain, 0.3), tone(curtain, -0.14)]))), clip(d, stroke(range(5).map((i) => smooth([[x + way * (10 + i * 15), 40], [x + way * (8 + i * 10), 130], [x + way * (4 + i * 4), 206]], false)).join('') + range(4).map((i) => smooth([[x + way * (4 + i * 5), 206], [x + way * (5 + i * 8), 316]], false)).join(''), `${tone(curtain, -0.5)}/.3`, 2)), keep(path(rr(Math.min(x, x + way * 24), 200, 24, 9, 4), lin('v', '#e8b84a', '#b07c1e')))] }
  const inner = rr(78, 40, 224, 280, 2)
  return [
    body(path(rr(56, 18, 268, 324, 5), lin('d', tone(wood, 0.4), wood, tone(wood, -0.26))), inset(rr(56, 18, 268, 324, 5), 2, 3, 2, '#fff', 0.8)), lit(path(inner, lin('v', '#3f8fd8', '#8fcaf0', '#dff1fa'))), clip(inner, lit(path(ell(130, 250, 44, 17) + ell(166, 238, 34, 22) + ell(200, 252, 40, 15) + ell(240, 116, 34, 12) + ell(266, 106, 26, 16), '#fff/.85'), path(smooth([[70, 300], [130, 272], [220, 290], [310, 268], [310, 330, 1], [70, 330, 1]]), lin('v', '#7fc06a', '#4f9a52')))), clip(inner, lit(side(78, 1), side(302, -1)), path(poly([[110, 320], [200, 40], [232, 40], [142, 320]]), '#fff/.2'), path(poly([[180, 320], [270, 40], [284, 40], [194, 320]]), '#fff/.14')), inset(inner, 4, 6, 5, DARK, 0.5),
    body([path(rr(184, 40, 12, 280, 1), lin('h', tone(wood, 0.4), tone(wood, -0.26))), path(rr(78, 132, 224, 10, 1), lin('v', tone(wood, 0.4), tone(wood, -0.3))), path(rr(78, 226, 224, 8, 1), lin('v', tone(wood, 0.4), tone(wood, -0.3)))]), path(rr(184, 176, 12, 4), `${DARK}/.1`), keep(path(rr(197, 184, 7, 22, 3), lin('h', '#f6dc8a', '#a8761e'))),
    body(path(rr(44, 10, 292, 16, 3), lin('v', tone(wood, 0.45), tone(wood, -0.26))), path(rr(40, 338, 300, 16, 3), lin('v', tone(wood, 0.45), wood, tone(wood, -0.36)))), path(rr(56, 354, 268, 7, 2), `${DARK}/.3`),
  ]
}

function stairs() {
  const c = '#cfc6c2'
  const n = 7
  return [
    body(path(poly([[140, 88], [320, 88], [452, 322], [452, 366], [8, 366], [8, 322]]), lin('v', tone(c, -0.2), tone(c, -0.34)))),
    range(n).map((i) => { const [y, x, w] = [100 + i * 38, 150 - i * 18, 160 + i * 36]; return body(path(rr(x, y + 11, w, 29, 1), lin('v', tone(c, -0.36), tone(c, -0.12), tone(c, -0.04))), path(poly([[x + 12, y - 2], [x + w - 12, y - 2], [x + w + 4, y + 9], [x - 4, y + 9]], 1), lin('v', tone(c, 0.16), tone(c, 0.4))), path(rr(x - 5, y + 7, w + 10, 8, 2), lin('v', tone(c, 0.45), tone(c, -0.16))), stroke(range(4 + i).map((k) => { const gx = x + (w * (k + 0.7)) / (4 + i); return line([gx, y + 15], [gx, y + 39]) }).join(''), `${tone(c, -0.5)}/.28`, 1.2)) }),
    [0, 1].map((s) => group([
      body(path(poly([[120, 92], [146, 92], [38, 322], [38, 366], [8, 366], [8, 318]], 2), lin('h', tone(c, 0.16), tone(c, -0.04), tone(c, -0.26))), stroke(range(5).map((i) => line([118 - i * 22, 130 + i * 46], [138 - i * 22, 130 + i * 46])).join(''), `${tone(c, -0.5)}/.22`, 1.2)),
      body(path(poly([[114, 84], [150, 84], [40, 322], [4, 322]], 3), linU([60, 190, 92, 206], tone(c, 0.5), tone(c, 0.1), tone(c, -0.22)))),
      body([[128, 60], [20, 296]].map(([x, y]) => [path(rr(x - 15, y, 30, y < 100 ? 70 : 70, 2), lin('h', tone(c, 0.34), tone(c, 0.04), tone(c, -0.26))), path(rr(x - 9, y + 14, 18, 42, 2), `${tone(c, -0.4)}/.3`), path(rr(x - 20, y - 8, 40, 11, 3), lin('v', tone(c, 0.5), tone(c, -0.22))), path(ell(x, y - 19, 13), ball(tone(c, 0.1)))])),
    ], s ? { t: 'matrix(-1 0 0 1 460 0)' } : {})),
  ]
}

function chimneyAlone() {
  const c = '#b5604a'
  const f = flat(90, 96, 120, 290)
  const cap = (x, y, w, h, k) => path(rr(x, y, w, h, 2), lin('h', tone(c, 0.26 + k), tone(c, k), tone(c, -0.34 + k)))
  return [
    [112, 162].map((x) => [path(poly([[x + 3, 14], [x + 29, 14], [x + 32, 66], [x, 66]], 2), roundH('#c8734a')), path(rr(x - 2, 8, 36, 11, 4), roundH('#d98a5c')), path(ell(x + 16, 11, 13, 3), '#4a2a20')]),
    body(bricks(f, { bw: 30, bh: 13, color: c, mortar: '#d0b09a' })), path(f.outline, lin('h', '#fff/.16', '#fff/0', `${DARK}/.4`)), shade(f.outline, rr(80, 88, 140, 26), 5, 0.55), body(cap(82, 82, 136, 16, -0.06), cap(74, 66, 152, 18, 0.08)), body(cap(80, 356, 140, 14, 0), cap(72, 370, 156, 18, -0.08)), stroke(range(5).map((i) => line([90 + i * 32, 66], [90 + i * 32, 84])).join(''), `${tone(c, -0.5)}/.4`, 1.4),
  ]
}

function pillar() {
  const c = '#eae3d8'
  const shaft = smooth([[104, 92, 1], [101, 200], [96, 356, 1], [204, 356, 1], [199, 200], [196, 92, 1]])
  const disc = (x, y, w, h, r = 4) => path(rr(x, y, w, h, r), roundH(c))
  return body(
    path(shaft, roundH(c)), clip(shaft, range(9).map((i) => { const a = ((i + 0.5) / 9 - 0.5) * Math.PI; const x = 150 + 52 * Math.sin(a); const w = 9.4 * Math.cos(a) * 0.5; const k = 0.92; return path(smooth([[150 + (x - 150) * 0.88 - w * k, 104, 1], [150 + (x - 150) * 0.88, 98], [150 + (x - 150) * 0.88 + w * k, 104, 1], [x + w, 344, 1], [x, 350], [x - w, 344, 1]]), lin('h', tone(c, -0.34), tone(c, -0.12), tone(c, 0.1))) }), path(shaft, lin('v', `${DARK}/.24`, '#fff/0', '#fff/0', `${DARK}/.12`)), roundShade(shaft, 0.55)),
    disc(90, 352, 120, 14, 7), disc(94, 364, 112, 7, 3), disc(82, 370, 136, 16, 8), path(rr(72, 384, 156, 18, 2), lin('h', tone(c, 0.3), c, tone(c, -0.34))), path(rr(72, 384, 156, 4, 2), '#fff/.4'),
    disc(98, 84, 104, 10, 5), path(smooth([[102, 84, 1], [92, 70], [86, 62, 1], [214, 62, 1], [208, 70], [198, 84, 1]]), roundH(c)), [[82, 62], [218, 62]].map(([x, y], i) => [path(ell(x, y, 22), ball(c)), stroke(smooth(range(16).map((k) => { const a = k * 0.72 * (i ? -1 : 1) + (i ? 0 : Math.PI); const r = 19 - k * 1.15; return [x + r * Math.cos(a), y + r * Math.sin(a)] }), false), tone(c, -0.4), 3), path(ell(x, y, 4), ball(tone(c, 0.2)))]), path(rr(80, 40, 140, 20, 4), roundH(c)), range(7).map((i) => path(smooth([[90 + i * 18, 44, 1], [104 + i * 18, 44, 1], [97 + i * 18, 58]]), lin('v', tone(c, -0.3), tone(c, 0.1)))), path(rr(66, 24, 168, 17, 3), lin('h', tone(c, 0.36), c, tone(c, -0.3))), path(rr(66, 24, 168, 5, 2), '#fff/.45'),
  )
}

function doghouse() {
  const h = gabled({ x: [40, 232, 372], eaves: [150, 156, 146], peak: 268, over: 1.16, out: 12 })
  const [c, roof] = ['#c8553f', '#5f7f9a']
  const hole = arch(86, 220, 92, 140, 46)
  return [
    body(planks(h.gable, { count: 14, color: c, over: h.wall, grain: 2 }), planks(h.side, { count: 8, color: tone(c, -0.16), grain: 2 })), path(h.wall, lin('h', `${DARK}/.14`, '#fff/.06')), path(h.side.outline, lin('h', `${DARK}/.08`, `${DARK}/.26`)),
    shade(h.wall, poly([[20, 200], [130, 60], [250, 190], [250, 216], [130, 112], [20, 236]]), 6, 0.5), shade(h.side.outline, poly([[220, 190], [400, 200], [400, 236], [220, 228]]), 6, 0.5),
    path(rr(40, 344, 192, 16, 1), lin('v', '#f6ead8', '#b5a494')), path(h.side.map(rr(0, 140, 140, 16)), lin('v', '#cfc0b0', '#8f8074')), path(arch(76, 210, 112, 150, 56), lin('d', '#fff6e6', '#e6d6c0', '#b09a84')), path(hole, lin('v', '#1f1626', '#3a2a30')), clip(hole, path(ell(132, 366, 54, 22), '#8a5f8f'), path(ell(132, 362, 50, 16), '#a87aad')), inset(hole, 5, 7, 6, '#0a0610', 0.7),
    path(rr(96, 160, 72, 26, 5), lin('d', '#fff6e6', '#d9c6ac')), keep(path(smooth([[116, 173], [110, 165], [104, 169], [106, 175], [104, 180], [111, 182], [116, 177], [148, 177], [153, 182], [160, 180], [158, 175], [160, 169], [153, 165], [148, 171]]), '#8a5a3a')), [[101, 165], [163, 165], [101, 181], [163, 181]].map(([x, y]) => path(ell(x, y, 1.8), '#8a7a6a')),
    tiles(h.roof, { rows: 7, columns: 10, color: roof, edge: 'scallop' }), path(h.roof.outline, lin([0, 0, 0.6, 1], '#fff/.14', '#fff/0', `${DARK}/.2`)), path(poly([h.ridge[0], h.eaveLeft, [h.eaveLeft[0] + 2, h.eaveLeft[1] + 15], [h.ridge[0][0], h.ridge[0][1] + 18]], 2), lin('d', '#fff6e6', '#cbb9a2')), path(poly([h.ridge[0], h.eaveNear, [h.eaveNear[0] - 2, h.eaveNear[1] + 15], [h.ridge[0][0], h.ridge[0][1] + 18]], 2), lin('d', '#f4e6d0', '#b5a28c')), path(poly([h.eaveNear, h.eaveFar, [h.eaveFar[0], h.eaveFar[1] + 8], [h.eaveNear[0], h.eaveNear[1] + 9]], 1), lin('v', '#f4e6d0', '#a8957f')),
    stroke(line([h.ridge[0][0], h.ridge[0][1]], [h.ridge[1][0], h.ridge[1][1]]), tone(roof, -0.3), 10), stroke(line([h.ridge[0][0], h.ridge[0][1] - 2], [h.ridge[1][0], h.ridge[1][1] - 2]), tone(roof, 0.2), 5),
  ]
}

function birdhouse() {
  const [c, roof] = ['#5fa0b8', '#c8553f']
  const front = poly([[70, 140], [150, 60], [230, 140], [222, 312], [78, 312]], 4)
  return [
    bar([150, 312], [150, 400], 20, '#9a6a3e'), path(rr(118, 320, 64, 12, 4), roundH('#8a5a34')), body(planks(flat(66, 60, 168, 254), { count: 8, upright: true, color: c, over: front, grain: 3 })), path(front, lin('h', '#fff/.14', '#fff/0', `${DARK}/.28`)), shade(front, poly([[40, 140], [150, 30], [260, 140], [260, 166], [150, 92], [40, 166]]), 6, 0.5),
    path(ell(150, 190, 41), lin('d', '#fff3dc', '#d9bf94', '#a8865a')), path(ell(150, 190, 32), '#2a1c20'), inset(ell(150, 190, 32), 4, 6, 6, '#000', 0.6), path(ell(150, 208, 22, 8), '#4a3430/.7'), bar([150, 254], [150, 262], 12, '#c9a06a'), path(ell(150, 254, 9), ball('#e0b87a')),
    path(rr(56, 304, 188, 16, 5), lin('v', '#d9ac74', '#8a5a34')),
    path(poly([[150, 22], [262, 132], [254, 152], [150, 54]], 4), lin('d', tone(roof, 0.12), tone(roof, -0.3))), path(poly([[150, 22], [38, 132], [46, 152], [150, 54]], 4), lin('u', tone(roof, 0), tone(roof, 0.32))), stroke(range(6).map((i) => line([140 - i * 17, 34 + i * 17], [144 - i * 17, 60 + i * 16])).join('') + range(6).map((i) => line([160 + i * 17, 34 + i * 17], [156 + i * 17, 60 + i * 16])).join(''), `${tone(roof, -0.5)}/.5`, 1.6), path(rr(138, 14, 24, 14, 6), roundV(tone(roof, 0.06))),
    foliage([[64, 300, 10], [76, 306, 9], [232, 302, 9], [222, 308, 8]], '#6aa04a', { leaf: 6 }), keep(blossoms([[66, 294, 5], [78, 300, 4.4], [230, 297, 5]], '#f6d9e4')),
  ]
}

function beehive() {
  const c = '#e6b04a'
  const rows = [[150, 34, 60], [150, 72, 88], [150, 114, 108], [150, 158, 120], [150, 204, 126], [150, 250, 122], [150, 294, 110]]
  return [
    [60, 220].map((x) => path(poly([[x, 322], [x + 20, 322], [x + (x < 100 ? 12 : 24), 380], [x - (x < 100 ? 8 : -4), 380]], 2), lin('h', '#b5834a', '#6f4824'))), path(rr(24, 316, 252, 16, 4), lin('v', '#d9ac74', '#8a5a34')), path(poly([[96, 331], [204, 331], [220, 344], [80, 344]], 2), lin('v', '#c9985c', '#9a6a38')),
    body([...rows].reverse().map(([x, y, w]) => { const d = rr(x - w, y - 24, w * 2, 50, 25); return path(d, roundH(c)) + path(d, lin('v', '#fff/.34', '#fff/0', `${tone(c, -0.6)}/.6`)) + clip(d, stroke(range(Math.round(w / 7)).map((i) => { const gx = x - w + 8 + i * 14; return smooth([[gx, y - 26], [gx + 10, y], [gx + 4, y + 28]], false) }).join(''), `${tone(c, -0.45)}/.32`, 1.4, { cap: 'butt' })) }), path(rr(138, -2, 24, 20, 8), roundH(c))), stroke(ell(150, -8, 9), tone(c, -0.2), 5),
    path(arch(120, 264, 60, 52, 30), lin('d', tone(c, 0.3), tone(c, -0.3))), path(arch(128, 272, 44, 44, 22), '#3a2014'), inset(arch(128, 272, 44, 44, 22), 3, 4, 4, '#000', 0.6),
    keep([[72, 96, 1, -12], [244, 150, 1.1, 14], [206, 300, 1, 0], [46, 214, 0.9, 8], [190, 40, 0.8, 20]].map(([x, y, s, a]) => turn(a, x, y, path(ell(x - 3 * s, y - 9 * s, 7 * s, 9 * s) + ell(x + 6 * s, y - 9 * s, 6 * s, 8 * s), '#e8f4ff/.8'), path(ell(x, y, 13 * s, 9 * s), rad([0.4, 0.3, 0.8], '#ffe07a', '#f2b32c', '#b57a14')), clip(ell(x, y, 13 * s, 9 * s), [-5, 2, 9].map((k) => path(rr(x + k * s - 2 * s, y - 10 * s, 3.6 * s, 20 * s), '#3a2a1c'))), path(ell(x + 10 * s, y - 1 * s, 5 * s), '#3a2a1c'), path(ell(x + 12 * s, y - 2.4 * s, 1.5 * s), '#fff')))),
  ]
}

function anthill() {
  const c = '#b5834f'
  const d = smooth([[10, 300, 1], [70, 262], [130, 190], [178, 116], [206, 92], [234, 116], [280, 186], [340, 258], [402, 300, 1], [206, 306]])
  const ant = (x, y, s, flipped) => keep(group([stroke(line([-4, 0], [-9, 8]) + line([0, 0], [1, 9]) + line([4, 0], [9, 8]), '#3a1f16', 1.5), stroke(smooth([[10, -5], [15, -10], [19, -9]], false), '#3a1f16', 1.3), path(ell(-9, -2, 7, 5), rad([0.4, 0.3, 0.7], '#a85a3a', '#5f2a1a')), path(ell(0, -1, 4.4, 3.4), '#6f3420'), path(ell(8, -3, 5, 4.4), rad([0.4, 0.3, 0.7], '#a85a3a', '#5f2a1a')), path(ell(10, -4, 1), '#fff')], { t: `translate(${x} ${y}) scale(${flipped ? -s : s} ${s})` }))
  return [
    body(path(d, rad([0.42, 0.25, 0.9], tone(c, 0.36), tone(c, 0.06), c, tone(c, -0.34)))), clip(d, [-0.4, 0.4, -0.2].map((k, i) => path(range(130).map(() => { const y = rand(110, 304); const half = 20 + (y - 96) * 0.95; return speck(206 + rand(-half, half), y, rand(1.6, 5), rand(1.2, 3.4)) }).join(''), `${tone(c, k)}/${i ? 0.6 : 0.5}`))), inset(d, -9, -3, 10, DARK, 0.4),
    path(ell(206, 112, 22, 11), '#2a1610'), inset(ell(206, 112, 22, 11), 2, 4, 3, '#000', 0.5), path(ell(140, 216, 13, 9), '#3a2014'), path(ell(278, 240, 12, 8), '#3a2014'), stroke(smooth([[184, 112], [206, 103], [228, 112]], false), tone(c, 0.35), 4), ant(170, 160, 1, false), ant(238, 150, 1, true), ant(110, 256, 1.15, false), ant(308, 264, 1.1, true), ant(200, 224, 1, false), ant(236, 284, 1.15, true), ant(206, 96, 0.9, false),
  ]
}

function pool() {
  const c = '#4fa8d8'
  const ring = (y, w, h, k) => { const d = drum(220 - w, y, w * 2, h, -26, 30); return [path(d, roundH(k)), path(d, lin('v', '#fff/.4', '#fff/0', `${DARK}/.34`)), clip(d, range(15).map((i) => { const a = ((i + 0.5) / 15 - 0.5) * Math.PI; const x = 220 + w * Math.sin(a); return path(ell(x, y + h / 2 + 27 * Math.cos(a), 9 * Math.cos(a) + 1, h * 0.24), '#fff/.85') }))] }
  return [
    path(ell(220, 214, 200, 46), tone(c, -0.1), { role: 'body' }), path(ell(220, 216, 178, 36), lin('v', '#2f8fce', '#6fd0f0', '#9fe4f6')), clip(ell(220, 216, 178, 36), stroke(range(9).map((i) => smooth([[60 + i * 36, 206 + (i % 3) * 9], [76 + i * 36, 202 + (i % 3) * 9], [92 + i * 36, 207 + (i % 3) * 9], [108 + i * 36, 203 + (i % 3) * 9]], false)).join(''), '#fff/.6', 2.4), blur(5, path(smooth([[40, 200], [120, 180], [320, 180], [400, 200], [320, 190], [120, 190]]), '#0f4f86/.6'))),
    keep(path(smooth([[268, 206], [262, 196], [276, 192], [286, 180], [304, 180], [312, 192], [324, 196], [312, 204], [316, 214], [292, 220], [272, 216]]), rad([0.4, 0.3, 0.8], '#fff2a0', '#ffd23f', '#e0a020')), path(ell(304, 190, 2.4), '#2a1f30'), path(smooth([[312, 193], [324, 194], [322, 200], [311, 200]]), '#f27a1f')), keep(path(ell(150, 216, 30, 13) + ell(150, 215, 14, 5.4), '#e8543f', { rule: true }), clipEven(ell(150, 216, 30, 13) + ell(150, 215, 14, 5.4), [0, 1, 2].map((i) => path(poly([[128 + i * 17, 200], [136 + i * 17, 200], [134 + i * 17, 232], [126 + i * 17, 232]]), '#fff/.9')))),
    body(ring(222, 200, 30, '#f2c14a')), body(ring(248, 206, 32, c)), 
  ]
}

function pyramid() {
  const c = '#e0b878'
  const top = [230, 20]
  const left = poly([top, [10, 360], [276, 360]])
  const right = poly([top, [276, 360], [450, 360]])
  const rows = 22
  const courses = (a, b) => range(rows).map((i) => { const [t0, t1] = [i / rows, (i + 1) / rows]; const P = (p, t) => [top[0] + (p[0] - top[0]) * t, top[1] + (p[1] - top[1]) * t]; const count = 2 + Math.floor(i * 0.9); const [la, lb, ra, rb] = [P(a, t0), P(a, t1), P(b, t0), P(b, t1)]; return range(count).map((k) => { const [s0, s1] = [(k + (i % 2 ? 0.3 : 0)) / count, Math.min(1, (k + 1 + (i % 2 ? 0.3 : 0)) / count)]; const Q = (p, q, s) => [p[0] + (q[0] - p[0]) * s, p[1] + (q[1] - p[1]) * s]; if (s1 - s0 < 0.01) return ''; return poly([Q(la, ra, i % 2 && k === 0 ? 0 : s0), Q(la, ra, s1), Q(lb, rb, s1), Q(lb, rb, i % 2 && k === 0 ? 0 : s0)]) }) }).flat()
  const gather = (list) => { const map = new Map(); for (const item of list) if (item) { const key = item[0]; map.set(key, (map.get(key) ?? '') + item[1]) } return [...map].map(([color, d]) => path(d, color)) }
  const steps = (a, b, color) => stroke(range(rows).map((i) => { const t = (i + 1) / rows; return line([top[0] + (a[0] - top[0]) * t, top[1] + (a[1] - top[1]) * t], [top[0] + (b[0] - top[0]) * t, top[1] + (b[1] - top[1]) * t]) }).join(''), color, 1.4, { cap: 'butt' })
  return [
    body(path(left, c), path(right, tone(c, -0.34)), gather(courses([10, 360], [276, 360]).filter(Boolean).map((d, i) => [tone(c, [-0.06, -0.02, 0.03, 0.07][i * 7 % 4]), d])), gather(courses([276, 360], [450, 360]).filter(Boolean).map((d, i) => [tone(c, -0.34 + [-0.06, -0.02, 0.03, 0.06][i * 5 % 4]), d]))),
    steps([10, 360], [276, 360], `${tone(c, -0.45)}/.5`), steps([276, 360], [450, 360], `${tone(c, -0.65)}/.5`), group([steps([10, 360], [276, 360], '#fff/.22')], { t: 'translate(0 1.6)' }), clip(left, stroke(range(70).map(() => { const t = rand(0.15, 1); const s = rand(0, 1); const x = top[0] + (10 + 266 * s - top[0]) * t; const y = top[1] + 340 * t; return line([x, y - 7], [x + 2, y + 7]) }).join(''), `${tone(c, -0.5)}/.3`, 1.2, { cap: 'butt' })),
    path(left, lin([0.2, 0, 0.8, 1], '#fff3cf/.35', '#fff/0', `${DARK}/.08`)), path(right, lin('h', `${DARK}/.04`, `${DARK}/.22`)), stroke(line(top, [276, 360]), '#fff0c8/.55', 2.2), path(poly([top, [212, 54], [236, 58]]), '#f8e6bc'), path(poly([top, [236, 58], [252, 54]]), tone(c, -0.1)),
    path(poly([[128, 360], [134, 318], [166, 318], [172, 360]], 1), tone(c, 0.12)), path(poly([[137, 360], [141, 326], [159, 326], [163, 360]]), '#3a2418'), path(poly([[128, 318], [172, 318], [168, 306], [132, 306]], 1), lin('v', tone(c, 0.3), tone(c, -0.1))), inset(poly([[137, 360], [141, 326], [159, 326], [163, 360]]), 2, 3, 3, '#000', 0.5),
  ]
}

export const drawings = { treehouse, 'bridge-suspension': bridgeSuspension, swing, sandcastle, door: doorAlone, 'door-open': doorOpen, window: windowAlone, stairs, chimney: chimneyAlone, pillar, doghouse, birdhouse, beehive, anthill, pool, pyramid }

/** What rolls. Cars look to the left, as those of the icon set do; the rest to the right. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, group, inset, keep, lin, linU, lit, path, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, cloth, foliage, glass, rope, tube, tyre, woodWheel } from './parts.mjs'
import { arch, drum, ell, line, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade } from './surfaces.mjs'

const CHROME = '#d9d6e2'
/** Dark space of a wheel in a car's side, above the tyre. */
const well = (cx, cy, r) => [path(ell(cx, cy, r), '#211a2e')]

function car() {
  const c = '#e2453a'
  const low = smooth([[34, 262], [30, 236], [40, 214], [70, 200], [136, 190], [190, 186], [330, 186], [420, 192], [446, 204], [457, 234], [455, 264], [442, 280], [424, 286, 1], [70, 286, 1], [44, 280], [34, 270]])
  const cabin = smooth([[128, 194, 1], [158, 158], [192, 128], [232, 116], [310, 114], [352, 124], [388, 152], [418, 194, 1]])
  const frontGlass = smooth([[152, 190, 1], [176, 158], [204, 134], [238, 128, 1], [240, 190, 1]])
  const rearGlass = smooth([[256, 128, 1], [306, 127], [338, 134], [362, 154], [386, 190, 1], [258, 190, 1]])
  const wheels = [[116, 284], [364, 284]]
  return [
    path(rr(60, 270, 370, 22, 8), '#2a2236'),
    body(path(cabin, lin('v', tone(c, 0.3), c, tone(c, -0.14))), inset(cabin, 3, 5, 3, '#fff', 0.55), path(low, lin('v', [0, tone(c, 0.34)], [0.18, tone(c, 0.1)], [0.5, c], [0.8, tone(c, -0.28)], [1, tone(c, -0.44)])), inset(low, 5, 4, 4, '#ffffff', 0.35), inset(low, -4, -5, 6, tone(c, -0.6), 0.5)),
    clip(low, body(path(smooth([[30, 236, 1], [200, 222], [460, 226, 1], [460, 236, 1], [200, 233], [30, 250, 1]]), `${tone(c, -0.45)}/.35`), path(smooth([[30, 232, 1], [200, 218], [460, 222, 1], [460, 226, 1], [200, 222], [30, 237, 1]]), `${tone(c, 0.55)}/.7`)), blur(5, path(ell(230, 196, 150, 5), '#fff/.55')), path(rr(20, 262, 450, 30), lin('v', '#3a3446', '#211b2c')), path(rr(20, 261, 450, 2.4), '#fff/.3')),
    glass(frontGlass, { box: [152, 128, 88, 62], color: '#6fb0dc' }), glass(rearGlass, { box: [256, 126, 130, 64], color: '#6fb0dc' }), inset(frontGlass, 2, 3, 2.4, DARK, 0.6), inset(rearGlass, 2, 3, 2.4, DARK, 0.6),
    clip(frontGlass, path(smooth([[214, 190, 1], [212, 164], [226, 156], [240, 164], [240, 190, 1]]), '#2a2540/.55'), stroke(ell(196, 190, 10, 16), '#2a2540/.6', 3)), clip(rearGlass, path(smooth([[318, 190, 1], [316, 164], [332, 156], [350, 164], [352, 190, 1]]), '#2a2540/.5')),
    stroke(frontGlass, CHROME, 2.4), stroke(rearGlass, CHROME, 2.4),
    stroke(smooth([[246, 126], [248, 190], [246, 232], [236, 262]], false), `${tone(c, -0.6)}/.65`, 1.8), stroke(smooth([[150, 194], [152, 228], [166, 258]], false), `${tone(c, -0.6)}/.6`, 1.8), stroke(smooth([[392, 194], [388, 224], [350, 240]], false), `${tone(c, -0.6)}/.55`, 1.6), stroke(line([148, 193], [390, 191]), `${tone(c, -0.55)}/.5`, 1.4),
    [218, 356].map((x) => path(rr(x, 206, 24, 6, 3), lin('v', '#ffffff', '#a9a4b4')) + path(rr(x, 212, 24, 2.4, 1), `${DARK}/.3`)),
    body(path(smooth([[152, 190], [140, 178], [146, 168], [164, 170], [170, 184], [164, 192]]), lin('d', tone(c, 0.35), tone(c, -0.2)))),
    lit(path(smooth([[34, 232], [40, 214], [56, 206], [68, 208], [66, 224], [52, 236]]), lin('h', '#fff6cf', '#ffe48a', '#f2c14a'))), stroke(smooth([[34, 232], [40, 214], [56, 206], [68, 208], [66, 224], [52, 236]]), CHROME, 2), path(ell(48, 219, 5, 4), '#fff'), lit(path(smooth([[446, 206], [456, 220], [457, 240], [446, 242], [438, 224]]), lin('v', '#ff6a5a', '#c8262c'))), keep(path(rr(62, 228, 14, 6, 3), '#f2a03a')),
    path(smooth([[26, 250], [30, 244], [70, 246], [72, 258], [40, 262], [28, 260]]), lin('v', '#ffffff', CHROME, '#8d8794')), path(smooth([[462, 252], [458, 246], [424, 248], [424, 260], [452, 262], [461, 259]]), lin('v', '#ffffff', CHROME, '#8d8794')), path(rr(56, 252, 22, 10, 2), '#fdfdfd'), tube('M452 282L466 284', 6, '#8d8794'),
    wheels.map(([x, y]) => [clip(low + rr(60, 270, 370, 22, 8), well(x, y - 2, 47)), stroke(smooth(range(9).map((i) => { const a = Math.PI * (1.02 + (i / 8) * 0.96); return [x + 47 * Math.cos(a), y - 2 + 47 * Math.sin(a)] }), false), tone(c, 0.3), 3, { role: 'body' }), tyre(x, y, 38)]),
    path(rr(164, 274, 150, 8, 3), lin('v', '#5a5468', '#2a2438')), bar([420, 186], [436, 128], 1.8, '#3a3446'), path(rr(234, 112, 78, 4, 2), '#fff/.35'),
  ]
}

function carBeetle() {
  const c = '#58b5c4'
  const shell = smooth([[44, 250], [52, 214], [84, 188], [132, 178], [158, 150], [196, 118], [250, 106], [306, 116], [350, 146], [388, 184], [430, 204], [454, 240], [452, 268, 1], [60, 270, 1]])
  const fender = (cx) => smooth([[cx - 66, 272, 1], [cx - 62, 240], [cx - 36, 208], [cx, 200], [cx + 36, 208], [cx + 62, 240], [cx + 68, 272, 1]])
  const front = smooth([[166, 186, 1], [180, 160], [206, 136], [242, 126, 1], [244, 186, 1]])
  const rear = smooth([[258, 126, 1], [298, 132], [330, 152], [352, 186, 1], [260, 186, 1]])
  return [
    path(rr(70, 262, 366, 22, 8), '#2a2236'),
    body(path(shell, lin('v', [0, tone(c, 0.36)], [0.3, tone(c, 0.1)], [0.6, c], [1, tone(c, -0.4)])), inset(shell, 5, 6, 5, '#ffffff', 0.5), inset(shell, -6, -4, 7, tone(c, -0.6), 0.5)),
    clip(shell, blur(6, path(ell(112, 192, 40, 7), '#fff/.6')), blur(7, path(smooth([[190, 128], [250, 110], [310, 122], [250, 118]]), '#fff/.8'))),
    glass(front, { box: [166, 126, 78, 60], color: '#79b6dc' }), glass(rear, { box: [258, 126, 94, 60], color: '#79b6dc' }), inset(front, 2, 3, 2.4, DARK, 0.55), inset(rear, 2, 3, 2.4, DARK, 0.55), stroke(front + rear, CHROME, 3),
    clip(front, stroke(ell(202, 188, 10, 17), '#2a2540/.6', 3), path(smooth([[218, 186, 1], [216, 160], [230, 152], [244, 160], [244, 186, 1]]), '#2a2540/.5')),
    stroke(smooth([[251, 124], [253, 190], [250, 262]], false) + smooth([[160, 188], [168, 230], [190, 262]], false), `${tone(c, -0.6)}/.6`, 1.8), stroke(smooth([[132, 180], [160, 190], [360, 190]], false), `${tone(c, -0.55)}/.5`, 1.8), stroke(smooth([[50, 226], [160, 212], [250, 210], [420, 214]], false), CHROME, 3), stroke(smooth([[50, 228], [160, 214], [250, 212], [420, 216]], false), `${tone(c, -0.6)}/.45`, 1.4),
    path(rr(222, 202, 24, 6, 3), lin('v', '#ffffff', '#a9a4b4')), range(5).map((i) => stroke(smooth([[372 + i * 8, 190 + i * 4], [376 + i * 8, 200 + i * 4], [376 + i * 8, 208 + i * 3]], false), `${tone(c, -0.6)}/.55`, 2)),
    [128, 374].map((x) => [body(path(fender(x), lin('v', [0, tone(c, 0.4)], [0.4, tone(c, 0.05)], [1, tone(c, -0.42)])), inset(fender(x), 4, 5, 4, '#ffffff', 0.55)), blur(4, path(ell(x - 14, 214, 26, 5), '#fff/.7')), path(ell(x, 274, 44), '#211a2e')]),
    path(rr(180, 262, 140, 10, 4), lin('v', CHROME, '#6a6472')),
    [128, 374].map((x) => tyre(x, 278, 38, { rim: '#ecebf2', spokes: 0, share: 0.62 })),
    keep(path(ell(76, 226, 17, 18), lin('d', '#ffffff', CHROME, '#8d8794'))), lit(path(ell(74, 226, 13.4, 14.6), rad([0.4, 0.4, 0.7], '#fffbe6', '#ffeaa0', '#e8c060'))), path(ell(69, 219, 4, 5), '#fff/.9'), lit(path(ell(440, 226, 8, 12), rad([0.4, 0.35, 0.7], '#ff9a8a', '#d9343a'))), stroke(ell(440, 226, 8.6, 12.6), CHROME, 2),
    path(smooth([[40, 262], [44, 254], [86, 256], [88, 266], [50, 270]]), lin('v', '#ffffff', CHROME, '#8d8794')), path(smooth([[464, 262], [460, 254], [424, 256], [422, 266], [454, 270]]), lin('v', '#ffffff', CHROME, '#8d8794')), tube('M60 258L60 240', 4, CHROME), tube('M446 258L446 242', 4, CHROME),
    body(path(smooth([[170, 186], [158, 178], [162, 168], [176, 168], [182, 180]]), lin('d', tone(c, 0.4), tone(c, -0.15)))),
  ]
}

function digger() {
  const c = '#f2b01e'
  const rivet = (x, y) => path(ell(x, y, 2), `${tone(c, -0.5)}/.7`)
  const limb = (pts, w) => body(stroke(smooth(pts, false), tone(c, -0.4), w), stroke(smooth(pts, false), c, w * 0.8), stroke(smooth(pts.map(([x, y]) => [x - w * 0.12, y - w * 0.2]), false), `${tone(c, 0.45)}/.8`, w * 0.2))
  const ram = (a, b) => [bar(a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], 11, '#5a5566'), bar([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], b, 6, '#d9d6e2')]
  const track = rr(60, 296, 236, 64, 32)
  return [
    limb([[226, 240], [270, 150], [310, 96], [352, 84]], 30), ram([238, 250], [306, 128]), limb([[346, 80], [390, 140], [420, 206]], 22), ram([304, 96], [366, 92]), [[350, 84], [418, 204]].map(([x, y]) => path(ell(x, y, 11), ball('#6a6578')) + path(ell(x, y, 4), '#3a3446')),
    keep(path(smooth([[404, 196, 1], [436, 206], [446, 240], [438, 286, 1], [424, 300], [372, 294], [352, 270, 1], [384, 262], [396, 236]]), lin('d', '#8d8794', '#5f5a6c', '#3a3446')), path(smooth([[404, 198], [396, 236], [384, 262], [352, 270], [360, 276], [394, 270], [408, 242]]), '#b9b2bf'), range(4).map((i) => path(poly([[352 + i * 7, 270 + i * 6], [342 + i * 7, 286 + i * 5], [360 + i * 7, 280 + i * 6]], 1), lin('v', '#d9d6e2', '#8d8794')))), ram([384, 150], [430, 212]),
    keep(path(track, lin('v', '#5a5566', '#3a3644', '#201c28')), path(rr(70, 306, 216, 44, 22), '#17131d'), range(26).map((i) => { const t = (i / 26) * 2 * (172 + Math.PI * 32); const L = 172; const A = Math.PI * 32; let p; if (t < L) p = [92 + t, 296, 0]; else if (t < L + A) { const a = (t - L) / 32 - Math.PI / 2; p = [264 + 32 * Math.cos(a), 328 + 32 * Math.sin(a), ((t - L) / A) * 180] } else if (t < 2 * L + A) p = [264 - (t - L - A), 360, 180]; else { const a = (t - 2 * L - A) / 32 + Math.PI / 2; p = [92 + 32 * Math.cos(a), 328 + 32 * Math.sin(a), 180 + ((t - 2 * L - A) / A) * 180] } return turn(p[2], p[0], p[1], path(rr(p[0] - 6, p[1] - 2, 12, 8, 1.6), lin('v', '#77717f', '#35313f'))) }), [92, 264].map((x) => path(ell(x, 328, 22), lin('d', '#8d8794', '#4a4656')) + path(ell(x, 328, 14), '#35313f') + path(ell(x, 328, 7), ball('#8d8794'))), [134, 178, 222].map((x) => path(ell(x, 338, 13), lin('d', '#77717f', '#35313f')) + path(ell(x, 338, 5), '#8d8794')), [156, 200].map((x) => path(ell(x, 314, 7), lin('d', '#77717f', '#35313f')))),
    path(rr(110, 280, 130, 20, 4), lin('v', '#5a5566', '#2a2636')),
    body(path(smooth([[40, 216, 1], [60, 196], [130, 192, 1], [268, 230, 1], [272, 284, 1], [60, 286, 1], [42, 276]]), lin('v', tone(c, 0.3), c, tone(c, -0.3))), inset(smooth([[40, 216, 1], [60, 196], [130, 192, 1], [268, 230, 1], [272, 284, 1], [60, 286, 1], [42, 276]]), 3, 4, 3, '#fff2b8', 0.6)),
    range(5).map((i) => path(rr(58, 216 + i * 9, 52, 5, 2), `${tone(c, -0.62)}/.75`)), path(rr(44, 268, 228, 10), '#35313f'), range(7).map((i) => path(poly([[50 + i * 32, 278], [62 + i * 32, 268], [74 + i * 32, 268], [62 + i * 32, 278]]), c, { role: 'body' })), [126, 150, 244, 260].map((x) => rivet(x, 252)),
    body(path(smooth([[124, 262, 1], [126, 124, 1], [134, 114], [206, 112], [216, 122, 1], [236, 196], [246, 262, 1]]), lin('h', tone(c, 0.26), c, tone(c, -0.2)))), path(rr(118, 104, 106, 12, 5), lin('v', '#5a5566', '#2a2636')), lit(path(rr(206, 96, 14, 9, 4), ball('#ff8a3a'))),
    glass(smooth([[136, 190, 1], [137, 128, 1], [166, 126, 1], [166, 190, 1]]), { box: [136, 126, 30, 64] }), glass(smooth([[174, 234, 1], [174, 126, 1], [204, 125, 1], [222, 196], [230, 234, 1]]), { box: [174, 126, 56, 108] }), inset(smooth([[174, 234, 1], [174, 126, 1], [204, 125, 1], [222, 196], [230, 234, 1]]), 2, 3, 3, DARK, 0.55), inset(rr(136, 126, 30, 64), 2, 3, 3, DARK, 0.5), clip(rr(170, 120, 70, 116), path(smooth([[180, 236, 1], [178, 196], [190, 188], [202, 196], [204, 236, 1]]), '#2a2540/.55'), stroke(line([214, 232], [222, 204]), '#2a2540/.7', 3)), path(rr(178, 244, 16, 5, 2), '#5a5566'), tube('M100 196L100 164L96 156', 9, '#6a6578'),
  ]
}

const cartBoards = (f, c, count = 4) => planks(f, { count, color: c, grain: 4, lap: 0.3 })
function wagon() {
  const [c, paint] = ['#b5793f', '#3f8a6a']
  const side = quad([52, 168], [392, 168], [372, 262], [72, 262], 320, 96)
  return [
    group([woodWheel(120, 300, 50, { color: tone(c, -0.3) }), woodWheel(346, 300, 50, { color: tone(c, -0.3) })], { t: 'translate(14 -8)' }),
    path(poly([[60, 156], [402, 156], [392, 172], [52, 172]]), '#5a3820'), range(24).map((i) => path(ell(76 + i * 13.4, 158 + rand(-7, 3), rand(10, 17), rand(8, 14)), rad([0.4, 0.3, 0.75], '#f6dc8a', '#dcb04e', '#a87a2c'))), stroke(range(70).map(() => { const [x, y] = [rand(64, 388), rand(140, 166)]; return line([x, y], [x + rand(-9, 9), y + rand(-10, 3)]) }).join(''), '#f8e8a8/.8', 1.4), stroke(range(50).map(() => { const [x, y] = [rand(64, 388), rand(146, 168)]; return line([x, y], [x + rand(-8, 8), y + rand(-9, 4)]) }).join(''), '#8a6424/.6', 1.2),
    body(cartBoards(side, paint)), path(side.outline, lin('v', `${DARK}/.1`, '#fff/0', `${DARK}/.26`)), [64, 146, 228, 310].map((x, i) => path(poly([[x - 8 + i * 0, 164], [x + 6, 164], [x + 6 + (2 - i) * 3, 268], [x - 6 + (2 - i) * 3, 268]], 1), lin('h', tone(c, 0.26), tone(c, -0.3)))), path(poly([[378, 164], [394, 164], [376, 268], [362, 268]], 1), lin('h', tone(c, 0.2), tone(c, -0.36))),
    path(rr(44, 160, 356, 11, 4), lin('v', tone(c, 0.4), c, tone(c, -0.35))), path(rr(66, 258, 312, 13, 4), lin('v', tone(c, 0.1), tone(c, -0.45))), tube('M372 268L440 286L478 282', 9, tone(c, -0.05)), path(ell(478, 282, 5), ball('#5a5566')),
    path(rr(80, 290, 310, 9, 3), lin('v', tone(c, -0.1), tone(c, -0.5))), range(2).map((i) => path(ell(120 + i * 226, 300, 8), '#3a3440')),
    woodWheel(120, 306, 54, { color: '#c8503a' }), woodWheel(346, 306, 54, { color: '#c8503a' }),
  ]
}
function cart() {
  const c = '#b08048'
  const side = quad([96, 170], [352, 176], [346, 250], [102, 248], 250, 78)
  const apples = ['#e2543f', '#e87a3a', '#f2c14a', '#7fb04a']
  return [
    group([woodWheel(214, 292, 66, { color: tone(c, -0.35), spokes: 10 })], { t: 'translate(18 -8)' }),
    tube('M330 254L470 282L486 282', 9, tone(c, -0.2)), path(poly([[104, 158], [364, 164], [352, 178], [96, 172]]), '#4a3020'),
    range(34).map((i) => { const k = pickOf(apples); const [x, y] = [112 + (i % 17) * 14 + rand(-3, 3), (i < 17 ? 156 : 164) + rand(-4, 4) - 9 * Math.sin(((i % 17) / 16) * Math.PI)]; return keep(path(ell(x, y, 11), ball(k)), stroke(line([x, y - 9], [x + 2, y - 14]), '#6a4a2a', 1.6)) }),
    body(cartBoards(side, c, 4)), path(side.outline, lin('v', `${DARK}/.1`, '#fff/0', `${DARK}/.26`)), [100, 182, 266, 344].map((x) => path(rr(x - 5, 160, 11, 96, 2), lin('h', tone(c, 0.24), tone(c, -0.34)))), path(poly([[88, 164], [360, 170], [360, 181], [88, 175]], 3), lin('v', tone(c, 0.4), tone(c, -0.3))), path(rr(92, 246, 262, 12, 3), lin('v', tone(c, 0.1), tone(c, -0.45))),
    tube('M346 258L474 294L492 294', 10, c), bar([120, 258], [116, 352], 8, tone(c, -0.1)), path(rr(198, 252, 32, 40, 4), lin('h', tone(c, -0.1), tone(c, -0.45))), woodWheel(214, 292, 68, { color: c, spokes: 10 }),
  ]
}
const pickOf = (list) => list[Math.floor(rand(0, list.length))]

function wheelbarrow() {
  const [c, wood] = ['#3f9a5f', '#b5793f']
  const tray = smooth([[96, 160, 1], [330, 150, 1], [300, 220], [262, 262, 1], [156, 258, 1], [120, 214]])
  return [
    tube('M58 196L150 246L330 292', 9, tone(wood, -0.15)), tube('M150 250L140 340L164 344', 7, '#4a5566'),
    path(smooth([[100, 160, 1], [210, 138], [330, 150, 1], [214, 168]]), tone(c, -0.55)), range(16).map((i) => path(ell(122 + i * 12.6, 152 - 14 * Math.sin(((i + 1) / 17) * Math.PI) + rand(-3, 3), rand(11, 16), rand(8, 11)), rad([0.4, 0.3, 0.8], '#8a5f44', '#5f3f30', '#3f2a24'))), foliage([[176, 126, 13], [196, 118, 11], [160, 132, 9], [244, 128, 12], [260, 134, 9]], '#5aa044', { leaf: 9 }),
    body(path(tray, lin('v', tone(c, 0.3), c, tone(c, -0.34))), inset(tray, -5, -6, 6, tone(c, -0.6), 0.5)), stroke(smooth([[150, 158], [164, 210], [184, 258]], false) + smooth([[256, 154], [252, 210], [238, 260]], false), `${tone(c, -0.5)}/.4`, 2), clip(tray, blur(6, path(ell(190, 178, 70, 7), '#fff/.45'))), body(tube(line([94, 160], [332, 149]), 9, tone(c, 0.12))), [[128, 176], [300, 168], [168, 246], [252, 248]].map(([x, y]) => path(ell(x, y, 3), ball('#b9b2bf'))),
    tube('M40 202L160 256L336 304', 11, wood), tube('M36 200L66 213', 14, '#3a3446'), tube('M166 256L152 352L184 356', 8, '#5a6678'), tube('M300 232L326 300', 7, '#5a6678'),
    keep(path(ell(336, 308, 44), rad([0.42, 0.36, 0.7], [0, '#5f5a6c'], [0.7, '#38333f'], [1, '#1f1b26'])), range(24).map((i) => turn(i * 15, 336, 308, path(rr(333.4, 263, 5.2, 8, 1.4), '#1b1722'))), path(ell(336, 308, 28), lin('d', '#f2c14a', '#b57a28')), path(ell(336, 308, 22), '#4a4250'), range(6).map((i) => turn(i * 30, 336, 308, path(rr(334.4, 286, 3.2, 44, 1), '#b9b2bf'))), path(ell(336, 308, 7), ball('#d9d6e2'))), tube('M316 296L340 310', 7, '#5a6678'),
  ]
}

function pram() {
  const [c, chrome] = ['#5a7fc0', CHROME]
  const bowl = smooth([[70, 190, 1], [330, 190, 1], [322, 240], [286, 276], [200, 286], [118, 274], [80, 238]])
  const hood = smooth([[200, 190, 1], [196, 130], [214, 76], [262, 58], [310, 82], [338, 134], [340, 190, 1]])
  const wheel = (x, y, r) => keep(stroke(ell(x, y, r), '#3a3446', 7), stroke(ell(x, y, r - 4.4), chrome, 2.4), stroke(range(12).map((i) => line([x, y], [x + (r - 5) * Math.cos(i * 0.5236), y + (r - 5) * Math.sin(i * 0.5236)])).join(''), '#a9a4b4', 1.3), path(ell(x, y, 7), ball(chrome)))
  return [
    tube(smooth([[88, 206], [50, 166], [34, 120], [18, 108]], false), 6, chrome), tube('M26 114L8 100', 11, '#6b4a34'),
    body(path(hood, lin([0, 0, 0.8, 1], tone(c, 0.34), c, tone(c, -0.3)))), clip(hood, body(range(4).map((i) => stroke(smooth([[206 + i * 2, 196], [214 + i * 34, 110 + i * 6], [236 + i * 34, 56 + i * 18]], false), tone(c, -0.4), 2.4) + stroke(smooth([[210 + i * 2, 196], [218 + i * 34, 112 + i * 6], [240 + i * 34, 58 + i * 18]], false), `${tone(c, 0.5)}/.6`, 1.6))), path(hood, lin('h', '#fff/.16', '#fff/0', `${DARK}/.2`))), inset(hood, -4, -3, 5, DARK, 0.35),
    body(range(9).map((i) => { const t = i / 8; const [x, y] = [200 - 4 * Math.sin(t * 3) + 14 * t * t, 188 - 116 * t]; return path(ell(x - 2, y, 8, 8.4), lin('h', tone(c, 0.55), tone(c, 0.2))) })),
    path(smooth([[96, 190, 1], [108, 168], [140, 162], [190, 170], [200, 190, 1]]), lin('v', '#ffffff', '#f0e4ea', '#cdbfd0')), path(smooth([[150, 176], [164, 158], [188, 158], [194, 178]]), lin('v', '#fff', '#e6d8e2')),
    body(path(bowl, lin('v', tone(c, 0.2), c, tone(c, -0.4))), inset(bowl, 4, 4, 4, '#fff', 0.35), inset(bowl, -5, -6, 7, tone(c, -0.6), 0.5)), clip(bowl, blur(6, path(ell(150, 212, 54, 8), '#fff/.4'))), stroke(smooth([[86, 216], [120, 258], [200, 270], [284, 258], [316, 216]], false), `${tone(c, 0.55)}/.7`, 2), path(rr(62, 184, 284, 11, 5), lin('v', '#ffffff', chrome, '#8d8794')), path(ell(332, 190, 8), ball(chrome)), path(ell(200, 190, 8), ball(chrome)),
    tube(smooth([[96, 268], [128, 300], [200, 306], [272, 300], [306, 268]], false), 6, chrome), tube(smooth([[128, 296], [114, 312], [110, 330]], false), 5, chrome), tube(smooth([[272, 296], [288, 312], [292, 330]], false), 5, chrome), wheel(110, 326, 40), wheel(292, 326, 40),
  ]
}

function skateboard() {
  const c = '#e8543f'
  const deck = smooth([[22, 196, 1], [30, 190], [50, 200], [84, 214], [120, 216], [330, 216], [366, 214], [400, 200], [420, 190], [428, 196, 1], [410, 214], [372, 230], [330, 232], [120, 232], [78, 230], [40, 214]])
  const wheel = (x) => keep(path(ell(x, 262, 21), rad([0.4, 0.34, 0.72], '#fff6e0', '#f2d9a8', '#c09a5c')), path(ell(x, 262, 11), lin('d', '#b9b2bf', '#5f5a6c')), path(ell(x, 262, 6), '#35313f'), path(ell(x, 262, 2.6), ball('#d9d6e2')))
  const truck = (x) => [path(poly([[x - 22, 232], [x + 22, 232], [x + 12, 246], [x - 12, 246]], 3), lin('v', '#5a5566', '#8d8794')), path(rr(x - 8, 242, 16, 22, 4), roundH('#b9b2bf')), path(rr(x - 26, 256, 52, 9, 4), roundV('#a9a4b4'))]
  return [
    [120, 330].map((x) => group([truck(x), keep(path(ell(x + 4, 257, 20), '#a8844c'))])),
    body(path(deck, lin('v', tone(c, 0.1), c, tone(c, -0.3)))), path(smooth([[22, 195, 1], [30, 189], [50, 199], [84, 213], [120, 215], [330, 215], [366, 213], [400, 199], [420, 189], [428, 195, 1], [400, 206], [366, 219.6], [330, 221], [120, 221], [84, 219.6], [48, 206]]), lin('v', '#5a5468', '#2a2438')), path(range(60).map((i) => ell(60 + i * 5.6, 216.5 + rand(-1, 2), 0.7)).join(''), '#fff/.25'), clip(deck, range(7).map((i) => path(poly([[140 + i * 26, 221], [152 + i * 26, 221], [146 + i * 26, 233], [134 + i * 26, 233]]), '#ffd84d'))), inset(deck, 0, -3, 2.4, DARK, 0.4),
    [120, 330].map((x) => [truck(x), [-9, 9].map((d) => path(ell(x + d, 216, 2), '#b9b2bf'))]), wheel(120), wheel(330),
  ]
}

function sled() {
  const [c, runner] = ['#c8503a', '#b5793f']
  return [
    tube(smooth([[60, 262], [250, 262], [360, 260], [412, 240], [424, 200], [404, 176], [384, 186]], false), 9, tone(runner, -0.3)),
    [96, 200, 304].map((x) => [bar([x + 12, 214], [x + 4, 262], 9, tone(runner, -0.2))]),
    body(range(4).map((i) => { const y = 186 + i * 9; const x = 66 - i * 7; const k = tone(c, 0.16 - i * 0.03); return path(rr(x, y, 314, 8.2, 3), lin('v', tone(k, 0.3), k, tone(k, -0.3))) + stroke(line([x + 20, y + 4], [x + 90, y + 4]) + line([x + 150, y + 5], [x + 240, y + 4]), `${tone(c, -0.5)}/.35`, 0.9) })), body(path(rr(44, 218, 316, 10, 4), lin('v', tone(c, 0.26), tone(c, -0.4)))), [96, 200, 310].map((x) => [path(poly([[x + 8, 184], [x + 22, 184], [x - 2, 226], [x - 16, 226]], 2), lin('v', tone(runner, 0.3), tone(runner, -0.15))), path(ell(x + 12, 189, 2), '#6a5a50'), path(ell(x - 6, 221, 2), '#6a5a50')]),
    [84, 190, 296].map((x) => bar([x, 226], [x - 10, 284], 10, runner)), tube(smooth([[26, 288], [220, 288], [340, 286], [400, 262], [412, 214], [390, 188], [370, 198]], false), 11, runner), stroke(smooth([[24, 294], [220, 294], [340, 292], [404, 268]], false), '#8d8794', 3.4),
    bar([384, 190], [404, 178], 8, runner), rope([[388, 196], [430, 230], [456, 262], [478, 250]], 4.4, '#e8c890'), path(rr(470, 240, 22, 8, 4), lin('v', '#d9a566', '#8a5a34')),
  ]
}

function tyreAlone() {
  const [cx, cy] = [150, 150]
  const treads = range(44).map((i) => turn((i * 360) / 44, cx, cy, path(poly([[cx - 7, 8], [cx + 5, 8], [cx + 8, 22], [cx - 4, 22]], 2), lin('v', '#5a5566', '#2a2631'))))
  return keep(
    path(ell(cx, cy, 136), '#241f2c'), treads, path(ell(cx, cy, 128), rad([0.4, 0.34, 0.72], [0, '#6a6578'], [0.6, '#423d4b'], [1, '#262130'])), stroke(ell(cx, cy, 116), '#1b1722/.7', 3), stroke(ell(cx, cy, 113), '#77717f/.5', 2), stroke(ell(cx, cy, 92), '#1b1722/.6', 2), stroke(ell(cx, cy, 90), '#77717f/.45', 2),
    path(ell(cx, cy, 74), '#17131d'), path(ell(cx, cy, 70), lin('d', '#f4f2f8', '#b9b4c4', '#77717f')), path(ell(cx, cy, 61), lin('d', '#55505e', '#8d8794')), range(5).map((i) => turn(i * 72, cx, cy, path(poly([[cx - 13, cy - 14], [cx - 9, cy - 60], [cx + 9, cy - 60], [cx + 13, cy - 14]], 4), lin('h', '#f4f2f8', '#d0ccd8', '#8d8794')))), path(ell(cx, cy, 24), ball('#c9c4d0')), path(ell(cx, cy, 11), lin('d', '#8d8794', '#4a4656')), range(5).map((i) => path(ell(cx + 17 * Math.cos(i * 1.257 - 0.94), cy + 17 * Math.sin(i * 1.257 - 0.94), 3), '#5a5566')),
    clip(ell(cx, cy, 128), blur(8, path(smooth([[50, 90], [90, 46], [150, 28], [150, 40], [96, 60], [62, 100]]), '#fff/.4'))), inset(ell(cx, cy, 74), 4, 5, 5, '#000', 0.5),
  )
}

export const drawings = { car, 'car-beetle': carBeetle, digger, wagon, cart, wheelbarrow, pram, skateboard, sled, tyre: tyreAlone }

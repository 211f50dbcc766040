/** Land, weather and the sky: what nature makes. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, group, inset, keep, lin, linU, lit, n, path, pick, rad, radU, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, blossoms, cloth, flame, foliage, puffs, rope, tube } from './parts.mjs'
import { arch, drum, ell, line, poly, rr, smooth, speck, star } from './shapes.mjs'
import { flat, planks, quad, roundShade } from './surfaces.mjs'

/** A ragged line between points: each stretch broken in two, `times` over. */
function rough(points, amount, times = 3) {
  let list = points
  for (let k = 0; k < times; k++, amount *= 0.55) list = list.flatMap((p, i) => (i + 1 < list.length ? [p, [(p[0] + list[i + 1][0]) / 2 + rand(-amount, amount) * 0.5, (p[1] + list[i + 1][1]) / 2 + rand(-amount, amount)]] : [p]))
  return list
}

/** A rock of flat faces: corners of its outline, and the points within where faces meet. */
function faceted(faces, color) {
  return faces.map(([points, light]) => path(poly(points, 2.5), lin('d', tone(color, light + 0.1), tone(color, light), tone(color, light - 0.1)))).join('')
}
const specks = (d, count, color, [x0, y0, x1, y1], big = 3) => clip(d, [-0.45, 0.4].map((k) => path(range(count).map(() => speck(rand(x0, x1), rand(y0, y1), rand(0.8, big), rand(0.6, big * 0.7))).join(''), `${tone(color, k)}/.4`)))

function rock() {
  const c = '#9a95a0'
  const d = poly([[14, 250], [24, 190], [64, 130], [120, 78], [180, 62], [240, 94], [290, 160], [318, 250]], [4, 14, 10, 14, 14, 12, 14, 4])
  return [
    body(path(d, c), clip(d, faceted([
      [[[10, 256], [24, 190], [64, 130], [96, 170], [70, 256]], -0.08], [[[64, 130], [120, 78], [146, 124], [96, 170]], 0.2], [[[120, 78], [180, 62], [208, 116], [146, 124]], 0.34], [[[180, 62], [240, 94], [252, 150], [208, 116]], 0.08], [[[240, 94], [290, 160], [318, 256], [260, 256], [252, 150]], -0.26],
      [[[96, 170], [146, 124], [164, 196], [120, 256], [70, 256]], 0.04], [[[146, 124], [208, 116], [228, 186], [164, 196]], 0.14], [[[208, 116], [252, 150], [228, 186]], -0.06], [[[228, 186], [252, 150], [260, 256], [200, 256]], -0.2], [[[164, 196], [228, 186], [200, 256], [120, 256]], -0.1],
    ], c), specks(d, 46, c, [20, 66, 310, 250])), inset(d, -8, -6, 9, DARK, 0.4), inset(d, 4, 6, 4, '#fff', 0.3)),
    clip(d, stroke(smooth(rough([[146, 124], [158, 160], [150, 196], [170, 232]], 5), false), `${DARK}/.45`, 2), stroke(smooth(rough([[252, 150], [240, 190], [252, 226]], 4), false), `${DARK}/.4`, 1.6), path(range(40).map(() => ell(rand(24, 120), rand(222, 252), rand(3, 8), rand(2, 4))).join(''), '#6f9a4a/.55'), path(range(16).map(() => ell(rand(92, 170), rand(84, 110), rand(3, 7), rand(2, 4))).join(''), '#7fa852/.5'), path(rr(0, 226, 330, 30), lin('v', `${DARK}/0`, `${DARK}/.35`))),
  ]
}
function rockFlat() {
  const c = '#a39a92'
  const d = poly([[4, 150], [16, 112], [66, 80], [140, 62], [230, 58], [320, 74], [398, 120], [400, 150]], [4, 12, 12, 12, 14, 14, 12, 6])
  return [
    body(path(d, c), clip(d, faceted([
      [[[0, 156], [16, 112], [70, 96], [96, 128], [80, 156]], -0.12], [[[16, 112], [66, 80], [140, 62], [156, 92], [70, 96]], 0.28], [[[140, 62], [230, 58], [246, 88], [156, 92]], 0.4], [[[230, 58], [320, 74], [312, 98], [246, 88]], 0.24], [[[320, 74], [400, 120], [372, 126], [312, 98]], 0.06],
      [[[70, 96], [156, 92], [172, 126], [96, 128]], 0.1], [[[156, 92], [246, 88], [262, 122], [172, 126]], 0.02], [[[246, 88], [312, 98], [324, 132], [262, 122]], -0.08], [[[312, 98], [372, 126], [400, 156], [324, 156], [324, 132]], -0.26], [[[96, 128], [172, 126], [166, 156], [80, 156]], -0.08], [[[172, 126], [262, 122], [268, 156], [166, 156]], -0.16], [[[262, 122], [324, 132], [324, 156], [268, 156]], -0.26],
    ], c), specks(d, 50, c, [10, 60, 394, 150])), inset(d, -6, -6, 7, DARK, 0.4), inset(d, 3, 5, 3, '#fff', 0.35)),
    clip(d, stroke(smooth(rough([[156, 92], [168, 120], [160, 150]], 4), false), `${DARK}/.4`, 1.8), stroke(smooth(rough([[246, 88], [300, 104], [340, 118]], 3), false), `${DARK}/.35`, 1.5), path(range(22).map(() => ell(rand(60, 180), rand(76, 96), rand(4, 9), rand(2, 3.4))).join(''), '#7fa852/.5'), path(rr(0, 132, 400, 24), lin('v', `${DARK}/0`, `${DARK}/.35`))),
  ]
}
function boulder() {
  const c = '#8f8a94'
  const d = smooth([[30, 330, 1], [12, 262], [28, 176], [86, 92], [170, 52], [256, 66], [322, 128], [352, 214], [350, 290], [340, 330, 1]])
  return [
    body(path(d, rad([0.36, 0.24, 0.9], tone(c, 0.38), tone(c, 0.14), c, tone(c, -0.36))), clip(d, blur(7, path(smooth([[60, 330], [44, 240], [96, 150], [130, 180], [110, 260], [130, 330]]), `${tone(c, -0.4)}/.35`), path(smooth([[220, 330], [240, 220], [300, 160], [330, 240], [300, 330]]), `${tone(c, -0.5)}/.4`), path(smooth([[120, 110], [180, 76], [250, 92], [260, 140], [180, 150]]), `${tone(c, 0.5)}/.5`)), specks(d, 130, c, [12, 52, 352, 330], 4.4)), inset(d, -10, -8, 12, DARK, 0.45), inset(d, 5, 7, 6, '#fff', 0.35)),
    clip(d, [[[96, 120], [120, 170], [108, 220], [130, 262]], [[120, 170], [160, 190], [176, 216]], [[262, 110], [246, 160], [270, 204]], [[220, 250], [250, 280], [244, 320]]].map((p) => [stroke(smooth(rough(p, 6), false), `${DARK}/.35`, 1.9)]), foliage(range(40).map(() => { const a = rand(0, 1); return [40 + a * 110 + rand(-8, 8), 312 + rand(-30, 12) * (1 - a) , rand(4, 9)] }), '#6f9a4a', { leaf: 5 }), path(range(40).map(() => ell(rand(96, 230), rand(62, 104), rand(4, 9), rand(2, 5))).join(''), '#7fa852/.55'), path(rr(0, 296, 370, 40), lin('v', `${DARK}/0`, `${DARK}/.4`))),
  ]
}

function mountain() {
  const c = '#75809a'
  const ridgeL = rough([[-20, 360], [60, 262], [120, 196], [160, 128], [214, 40]], 12)
  const ridgeR = rough([[214, 40], [262, 118], [316, 176], [380, 262], [470, 360]], 12)
  const spine = rough([[214, 40], [226, 110], [206, 170], [236, 236], [214, 300], [240, 360]], 11)
  const low = (points, f) => points.filter(([, y]) => y < f)
  const whole = `${line(...ridgeL, ...ridgeR)}Z`
  const dark = `${line(...spine, ...[...ridgeR].reverse())}Z`
  const snowEdge = (from, to, y0, y1, teeth) => rough(range(teeth * 2 + 1).map((i) => { const t = i / (teeth * 2); const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)]; return [from + (to - from) * t + rand(-5, 5), (i % 2 ? rand(low + (high - low) * 0.3, high + 16) : rand(low - 16, low + 8))] }), 6, 2)
  const fold = (pts, w, op) => path(smooth([...pts, ...[...pts].reverse().map(([x, y], i) => [x + w * Math.sin((i / pts.length) * Math.PI), y])], true), `${tone(c, -0.5)}/${op}`)
  const small = (pts, k) => { const d = `${line(...rough(pts, 9))}Z`; const top = pts.reduce((a, b) => (a[1] < b[1] ? a : b)); return [path(d, linU([top[0], top[1], top[0], 360], tone(c, 0.16 + k), tone(c, k), '#7d9a80')), clip(d, path(`${line(...rough([top, [top[0] + 8, top[1] + 60], [top[0] - 10, top[1] + 130], [top[0] + 6, 360]], 8), [top[0] + 260, 370], [top[0] + 200, top[1]])}Z`, `${DARK}/.22`), path(`${line([top[0] - 60, top[1] - 4], ...snowEdge(top[0] - 46, top[0] + 46, top[1] + 30, top[1] + 58, 4), [top[0] + 60, top[1] - 4])}Z`, '#f4f8ff/.95'), path(`${line(...rough([[top[0], top[1] - 2], [top[0] + 6, top[1] + 26], [top[0] + 2, top[1] + 60]], 4), [top[0] + 70, top[1] + 70], [top[0] + 60, top[1]])}Z`, '#8fa6d8/.45'))] }
  return [
    group([small([[250, 360], [330, 200], [372, 128], [420, 196], [520, 360]], 0.02), small([[-90, 360], [-20, 250], [34, 172], [84, 230], [170, 360]], 0.06)]),
    body(path(whole, linU([0, 40, 0, 360], [0, tone(c, 0.2)], [0.6, tone(c, 0.04)], [1, '#7f9a80'])), path(dark, linU([0, 40, 0, 360], [0, tone(c, -0.2)], [0.6, tone(c, -0.3)], [1, '#5a7566']))),
    clip(whole, [[[150, 150], [120, 230], [96, 320], [60, 370]], [[186, 110], [170, 200], [150, 280], [130, 370]], [[120, 220], [80, 300], [30, 366]]].map((p) => fold(p, 26, 0.28)), [[[262, 130], [280, 210], [320, 290], [360, 366]], [[236, 110], [250, 200], [270, 300], [290, 370]], [[320, 190], [360, 270], [420, 360]]].map((p) => fold(p, 24, 0.34)), stroke(range(90).map(() => { const y = rand(130, 356); const x = 214 + rand(-1, 1) * (y - 40) * 0.72; return line([x, y], [x + (x < 214 ? -5 : 6), y + rand(8, 18)]) }).join(''), '#fff/.1', 2, { cap: 'butt' })),
    clip(whole, path(`${line([100, 20], [130, 170], ...snowEdge(140, 232, 150, 196, 5), [232, 20])}Z`, lin('v', '#ffffff', '#f2f7ff', '#d6e4fa')), clip(dark, path(`${line([200, 20], ...snowEdge(212, 312, 196, 148, 5), [330, 160], [300, 20])}Z`, lin('v', '#c9d8f4', '#a4b8e2'))), [[140, 236, 12], [170, 232, 9], [118, 276, 9], [250, 236, 9], [290, 232, 10], [330, 270, 8]].map(([x, y, w]) => path(`${line(...rough([[x + w * 0.5, y - w * 2.6], [x + w * 0.3, y], [x - w * 0.9, y + w * 3]], 4, 2), ...rough([[x - w * 0.3, y + w * 0.4], [x - w * 0.1, y - w]], 3, 2))}Z`, x < 214 ? '#f2f7ff/.85' : '#b4c4e6/.7'))),
    clip(whole, path(range(70).map((i) => { const x = -20 + i * 7 + rand(-3, 3); const h = rand(9, 20); const y = 360 - Math.max(0, 26 - Math.abs(x - 214) * 0.07) * rand(0, 1); return `M${n(x - 5)} ${n(y)}L${n(x)} ${n(y - h)}L${n(x + 5)} ${n(y)}Z` }).join(''), '#4a7a5a'), path(range(70).map((i) => { const x = -20 + i * 7 + rand(-3, 3); const h = rand(8, 16); return `M${n(x - 5)} 361L${n(x)} ${n(361 - h)}L${n(x + 5)} 361Z` }).join(''), '#3a6650')),
  ]
}

function volcano() {
  const c = '#7d6a68'
  const left = rough([[-20, 360], [60, 290], [110, 210], [150, 140], [176, 112]], 8)
  const right = rough([[252, 112], [280, 146], [326, 216], [380, 292], [460, 360]], 8)
  const whole = `${line(...left, [196, 120], [232, 120], ...right)}Z`
  const lava = (pts, w) => { const side = (k) => pts.map(([x, y], i) => [x + k * (w * (0.5 + 0.5 * Math.sin(i * 1.7 + 1)) + 4), y]); const d = smooth([...side(1), ...side(-1).reverse()]); return lit(path(d, lin('v', '#fff0a0', '#ffb02f', '#f2601f', '#c8321c'))) }
  return [
    puffs([[300, -58, 30], [332, -40, 18], [150, -70, 24], [250, -82, 40], [196, -76, 36], [290, -26, 44], [140, -32, 36], [222, -50, 52], [176, -10, 44], [262, -4, 46], [128, -8, 20], [312, -2, 24], [214, 14, 46], [180, 38, 30], [250, 40, 32], [214, 62, 30], [196, 80, 20], [234, 82, 20]], '#b5aeb9', '#857d8d', '#5a5262'), lit(blur(12, path(ell(214, 96, 56, 36), '#ff8a2f/.65'), path(ell(214, 60, 30, 30), '#ff7a2f/.3'))),
    lit(range(9).map((i) => { const a = -1.57 + (i - 4) * 0.27; const r = 56 + (i % 3) * 22; const [x, y] = [214 + Math.cos(a) * r, 112 + Math.sin(a) * r]; return stroke(smooth([[214 + (i - 4) * 5, 112], [214 + Math.cos(a) * r * 0.6, 112 + Math.sin(a) * r * 0.72], [x, y]], false), lin('v', '#ffd24a', '#ff5a1f'), 4) + path(ell(x, y, 5 + (i % 2) * 2), rad([0.4, 0.4, 0.6], '#fff0a0', '#ff9a2f', '#e2481c')) })), flame(214, 126, 64, 70),
    body(path(whole, lin('h', tone(c, 0.22), c, tone(c, -0.34)))), clip(whole, [[[150, 150], [110, 240], [70, 300], [30, 364]], [[180, 130], [160, 220], [130, 300], [110, 366]], [[256, 130], [290, 220], [340, 300], [380, 366]], [[240, 150], [260, 240], [270, 320], [280, 366]], [[210, 180], [200, 260], [190, 366]]].map((p, i) => path(smooth([...p, ...[...p].reverse().map(([x, y], k) => [x + 22 * Math.sin((k / p.length) * Math.PI), y])]), `${DARK}/.22`)), stroke(range(90).map(() => { const y = rand(140, 356); const x = 214 + rand(-1, 1) * (30 + (y - 110) * 0.78); return line([x, y], [x + (x < 214 ? -5 : 6), y + rand(6, 14)]) }).join(''), '#fff/.12', 2, { cap: 'butt' }), path(line([-20, 310], [460, 310], [460, 364], [-20, 364]) + 'Z', lin('v', '#4f7a4a/0', '#5a8a4f/.85'))),
    path(smooth([[172, 112], [192, 104], [214, 102], [238, 104], [256, 112], [236, 124], [214, 126], [192, 124]]), lin('v', tone(c, -0.5), tone(c, -0.3))), lit(path(smooth([[182, 114], [214, 108], [246, 114], [232, 122], [196, 122]]), lin('v', '#ffb02f', '#fff0a0'))),
    lava([[206, 116], [196, 150], [176, 190], [170, 236], [146, 286]], 9), lava([[226, 116], [236, 150], [232, 196], [250, 240], [248, 296], [266, 340]], 11), lava([[244, 118], [268, 156], [284, 196]], 6), inset(whole, 3, 3, 3, '#fff', 0.2),
    clip(whole, path(range(66).map((i) => { const x = -16 + i * 7.2 + rand(-3, 3); const h = rand(8, 18); return `M${n(x - 5)} 361L${n(x)} ${n(361 - h)}L${n(x + 5)} 361Z` }).join(''), '#3f6a48')),
  ]
}

function iceberg() {
  const c = '#dff1fb'
  const d = poly([[10, 300], [30, 236], [78, 214], [96, 150], [136, 128], [168, 44], [206, 76], [232, 62], [262, 130], [300, 150], [318, 210], [372, 232], [398, 300], [340, 332], [226, 348], [110, 340], [42, 324]], 6)
  return [
    path(d, c), clip(d, faceted([
      [[[0, 304], [30, 236], [78, 214], [104, 252], [70, 310]], -0.06], [[[78, 214], [96, 150], [136, 128], [150, 196], [104, 252]], 0.3], [[[136, 128], [168, 44], [190, 130], [150, 196]], 0.6], [[[168, 44], [206, 76], [218, 140], [190, 130]], 0.1], [[[206, 76], [232, 62], [262, 130], [218, 140]], -0.12], [[[190, 130], [218, 140], [214, 220], [150, 196]], 0.36], [[[218, 140], [262, 130], [300, 150], [270, 216], [214, 220]], -0.16], [[[300, 150], [318, 210], [372, 232], [310, 262], [270, 216]], -0.24],
      [[[104, 252], [150, 196], [214, 220], [190, 290], [120, 300]], 0.2], [[[214, 220], [270, 216], [310, 262], [280, 300], [190, 290]], -0.06], [[[70, 310], [104, 252], [120, 300]], 0], [[[310, 262], [372, 232], [400, 304], [330, 310], [280, 300]], -0.2],
    ], '#b9dff2'), path(poly([[0, 300], [70, 308], [120, 300], [190, 294], [280, 302], [330, 310], [410, 300], [400, 400], [0, 400]]), linU([0, 300, 0, 384], '#5fb4dc/.75', '#2f7fb8/.92')), path(poly([[70, 308], [120, 300], [140, 372], [90, 360]]), '#8fd4ee/.35'), path(poly([[190, 294], [230, 298], [226, 384], [180, 380]]), '#a8e2f4/.3'), stroke(line([104, 252], [150, 196], [190, 130]) + line([214, 220], [218, 140]) + line([270, 216], [262, 130]), '#fff/.8', 1.6), stroke(line([214, 220], [190, 290]) + line([310, 262], [280, 300]), '#8fc4e4/.7', 1.4)), path(poly([[160, 64], [168, 44], [206, 76], [196, 84], [184, 74], [174, 86]], 3), '#ffffff'), path(poly([[92, 160], [96, 150], [136, 128], [140, 140], [122, 146], [112, 158]], 3), '#ffffff'), path(poly([[222, 68], [232, 62], [250, 100], [238, 96]], 2), '#ffffff'), inset(d, 2.4, 4, 3, '#ffffff', 0.9), inset(d, -5, -5, 7, '#2f6fa8', 0.4),
  ]
}

function cave() {
  const c = '#8a7f7a'
  const d = poly([[2, 330], [4, 240], [44, 156], [104, 80], [190, 46], [282, 58], [360, 122], [412, 214], [418, 330]], [4, 20, 16, 18, 20, 18, 18, 18, 4])
  const mouth = smooth([[120, 330, 1], [118, 262], [146, 190], [200, 156], [254, 172], [290, 228], [300, 290], [296, 330, 1]])
  return [
    body(path(d, rad([0.36, 0.2, 0.95], tone(c, 0.36), tone(c, 0.1), c, tone(c, -0.32)))), clip(d, body(faceted([
      [[[0, 340], [0, 240], [44, 156], [96, 210], [90, 340]], -0.04], [[[44, 156], [104, 80], [150, 140], [96, 210]], 0.18], [[[104, 80], [190, 46], [220, 112], [150, 140]], 0.32], [[[190, 46], [282, 58], [290, 130], [220, 112]], 0.12], [[[282, 58], [360, 122], [340, 186], [290, 130]], -0.1], [[[360, 122], [420, 220], [416, 340], [356, 340], [340, 186]], -0.24], [[[96, 210], [150, 140], [150, 200], [120, 270], [120, 340], [90, 340]], 0.06], [[[290, 130], [340, 186], [330, 340], [296, 340], [292, 220], [256, 172]], -0.16], [[[150, 140], [220, 112], [290, 130], [256, 172], [200, 156], [150, 200]], 0.02],
    ], c), specks(d, 80, c, [4, 50, 416, 330], 4)), [[[60, 200], [90, 250], [76, 300]], [[320, 140], [330, 200], [352, 250]], [[200, 70], [214, 110]]].map((p) => stroke(smooth(rough(p, 6), false), `${DARK}/.45`, 2.4))), inset(d, 5, 7, 6, '#fff', 0.3), inset(d, -9, -4, 10, DARK, 0.4),
    path(mouth, tone(c, -0.72)), path(smooth([[146, 330, 1], [144, 274], [164, 218], [204, 190], [246, 204], [272, 250], [278, 330, 1]]), lin('v', '#120c1c', '#1d1428')), clip(mouth, path(smooth([[110, 330], [150, 318], [210, 312], [270, 318], [310, 330], [210, 340]]), tone(c, -0.45)), [[150, 196, 9, 30], [172, 172, 8, 40], [198, 158, 10, 32], [226, 162, 8, 46], [250, 174, 9, 30], [276, 214, 7, 26]].map(([x, y, w, h]) => path(poly([[x - w, y - 12], [x + w, y - 12], [x + 1, y + h]], 3), lin('h', tone(c, -0.1), tone(c, -0.45))))), inset(mouth, 6, 9, 8, '#000', 0.7), stroke(smooth([[120, 326], [118, 262], [146, 190], [200, 156], [254, 172], [290, 228], [299, 290], [297, 326]], false), `${tone(c, 0.4)}/.5`, 3),
    [[86, 322, 26, 20], [52, 326, 18, 12], [318, 322, 24, 18], [346, 326, 16, 10]].map(([x, y, w, h]) => { const e = smooth([[x - w, 332, 1], [x - w * 0.8, y - h * 0.2], [x, y - h], [x + w * 0.8, y - h * 0.3], [x + w, 332, 1]]); return path(e, rad([0.36, 0.2, 0.9], tone(c, 0.4), tone(c, 0.06), tone(c, -0.3))) }), foliage([...range(30).map((i) => [110 + i * 6.4, 84 - 34 * Math.sin(((i + 2) / 33) * Math.PI) + rand(-5, 6), rand(6, 11)]), [30, 318, 12], [20, 324, 10], [388, 318, 13], [400, 324, 10], [372, 326, 9]], '#5f9a48', { leaf: 8 }), range(5).map((i) => { const x = 130 + i * 38; return stroke(smooth([[x, 70], [x + 4, 96 + (i % 2) * 14], [x - 2, 118 + (i % 2) * 20]], false), '#4f8a3c', 3) + foliage([[x, 104 + (i % 2) * 18, 5], [x + 3, 92, 4]], '#5f9a48', { leaf: 5 }) }),
  ]
}

function islet() {
  const sand = '#f0d49a'
  const d = smooth([[10, 330, 1], [70, 300], [150, 284], [230, 280], [310, 288], [380, 306], [430, 330, 1], [360, 352], [220, 362], [80, 350]])
  const trunk = smooth([[196, 298, 1], [204, 240], [222, 170], [252, 104], [268, 108], [242, 176], [230, 244], [230, 298, 1]])
  const frond = (a, len, droop, k) => { const [x0, y0] = [260, 104]; const pts = range(9).map((i) => { const t = i / 8; return [x0 + Math.cos(a) * len * t, y0 + Math.sin(a) * len * t + droop * t * t] }); const leaf = '#4f9a3f'; const blades = range(15).map((i) => { const t = (i + 1) / 16; const f = t * 8; const k2 = Math.min(7, Math.floor(f)); const [p, q] = [pts[k2], pts[k2 + 1]]; const [x, y] = [p[0] + (q[0] - p[0]) * (f - k2), p[1] + (q[1] - p[1]) * (f - k2)]; const l = 30 * Math.sin(Math.PI * (0.14 + t * 0.8)); const dir = Math.cos(a) >= 0 ? 1 : -1; return [`M${n(x - 7)} ${n(y)}L${n(x + dir * l * 0.7)} ${n(y + l)}L${n(x + 7)} ${n(y)}Z`, `M${n(x - 6)} ${n(y)}L${n(x + dir * l * 0.95)} ${n(y - l * 0.26)}L${n(x + 7)} ${n(y + 3)}Z`] }); return [path(blades.map(([a2]) => a2).join(''), tone(leaf, k - 0.12)), path(blades.map(([, b]) => b).join(''), tone(leaf, k + 0.08)), stroke(smooth(pts, false), tone(leaf, k + 0.3), 3)] }
  return [
    frond(-2.7, 120, 74, -0.2), frond(-0.4, 120, 76, -0.22), path(trunk, lin('h', '#c99a62', '#a8764a', '#6f4a2c')), clip(trunk, range(17).map((i) => stroke(smooth([[180, 300 - i * 12], [226, 294 - i * 12.4], [280, 296 - i * 13]], false), '#5f3d22/.5', 2))), inset(trunk, -3, 0, 4, DARK, 0.4),
    frond(3.5, 128, 44, -0.06), frond(-0.15, 122, 60, 0), frond(-2.3, 118, 62, 0.02), frond(-0.8, 116, 60, 0), frond(2.75, 112, 58, -0.04), frond(0.2, 112, 62, -0.02), frond(-1.6, 92, 30, 0.06), [[250, 112], [266, 118], [258, 124]].map(([x, y]) => path(ell(x, y, 9), ball('#8a5a34'))),
    path(d, rad([0.42, 0.1, 0.9], tone(sand, 0.4), sand, tone(sand, -0.16), tone(sand, -0.36))), clip(d, path(range(120).map(() => speck(rand(20, 420), rand(284, 356), rand(0.8, 2))).join(''), `${tone(sand, -0.4)}/.5`), path(smooth([[0, 338], [90, 352], [220, 362], [360, 350], [440, 334], [440, 380, 1], [0, 380, 1]]), `${tone(sand, -0.35)}/.6`)), inset(d, 2, 4, 3, '#fff', 0.4),
    foliage([[176, 290, 13], [160, 296, 10], [192, 296, 10], [262, 290, 12], [280, 296, 9]], '#5f9f45', { leaf: 9 }), path(smooth([[320, 300], [330, 284], [352, 282], [366, 296], [358, 308], [332, 308]]), rad([0.38, 0.3, 0.8], '#c9c2c4', '#958d94', '#645c68')), keep(path(poly(range(10).map((i) => { const [r, a] = [i % 2 ? 6 : 14, i * 0.628 - 1.57]; return [110 + r * Math.cos(a), 316 + r * 0.7 * Math.sin(a)] }), 3), rad([0.4, 0.35, 0.7], '#ffb07a', '#f2783f', '#c8502a'))),
  ]
}

function planet() {
  const c = '#e0a05a'
  const d = ell(200, 200, 180)
  const bands = [[60, 26, 0.24], [92, 20, -0.16], [126, 34, 0.12], [168, 22, -0.28], [200, 40, 0.2], [248, 22, -0.2], [278, 28, 0.08], [314, 24, -0.24], [344, 30, 0.04]]
  return [
    body(path(d, c), clip(d, bands.map(([y, h, k]) => path(smooth([[10, y + 6, 1], [80, y - 6], [150, y + 6], [220, y - 4], [300, y + 7], [390, y - 2, 1], [390, y + h, 1], [310, y + h + 7], [230, y + h - 4], [150, y + h + 6], [80, y + h - 4], [10, y + h + 4, 1]]), tone(c, k))), stroke([82, 118, 160, 192, 242, 272, 308, 338].map((y) => smooth(range(13).map((i) => [10 + i * 32, y + 4 * Math.sin(i * 1.3 + y)]), false)).join(''), `${tone(c, 0.5)}/.4`, 2.4)), clip(d, path(ell(264, 226, 44, 25), tone(c, -0.3)), path(ell(264, 226, 36, 19), '#c8553a'), path(ell(262, 224, 26, 12), '#e0764a'), path(ell(260, 223, 15, 6), '#f0a070'), path(ell(130, 146, 18, 8), tone(c, 0.5)), path(ell(180, 300, 22, 9), tone(c, 0.4)), path(ell(96, 262, 13, 6), tone(c, 0.45)))),
    path(d, rad([0.34, 0.3, 0.82], [0, '#fff/.45'], [0.3, '#fff/.1'], [0.52, '#fff/0'], [0.78, '#120a2a/.38'], [1, '#120a2a/.78'])), inset(d, 5, 6, 8, '#ffe8c0', 0.5), inset(d, -2, -2, 3, '#a8b4ff', 0.35),
  ]
}

function cloud() {
  const balls = [[150, 112, 62], [306, 116, 62], [228, 88, 82], [96, 170, 54], [374, 172, 54], [190, 140, 58], [274, 142, 62], [52, 206, 36], [418, 208, 34], [140, 186, 56], [330, 186, 58], [232, 184, 64], [92, 212, 38], [376, 214, 36], [184, 216, 44], [286, 218, 44], [232, 214, 38], [134, 224, 30], [332, 224, 32], [70, 224, 22], [400, 226, 22]]
  for (let i = 0; i < 26; i++) { const a = Math.PI * (1.02 + (i / 25) * 0.96); balls.splice(i % 5, 0, [230 + 168 * Math.cos(a) + rand(-6, 6), 190 + 150 * Math.sin(a) * (0.82 + 0.18 * Math.sin(i * 1.9)), rand(15, 27)]) }
  const flatBase = rr(16, 0, 440, 246, [0, 0, 40, 40])
  return [
    body(clip(flatBase, path(balls.map(([x, y, r]) => ell(x, y, r)).join(''), '#e3eaf6'), puffs(balls, '#ffffff', '#f6f9fd', '#c6d3ea/.95'), blur(11, path(rr(20, 214, 440, 60, 20), '#9fb0d2/.8')), blur(8, path(ell(214, 42, 44, 15), '#fff'), path(ell(140, 78, 34, 13), '#fff'), path(ell(84, 146, 24, 10), '#fff')))),
  ]
}

function firework() {
  const ray = (a, from, to, c, w, drop) => {
    const P = (r, side = 0) => [200 + Math.cos(a) * r - Math.sin(a) * side, 200 + Math.sin(a) * r + Math.cos(a) * side + drop * (r / 180) ** 2]
    const d = smooth([P(from), P((from + to) / 2, -w * 0.42), P(to, -w * 0.62), P(to + w, 0), P(to, w * 0.62), P((from + to) / 2, w * 0.42)])
    return path(d, linU([...P(from), ...P(to)], [0, `${c}/0`], [0.35, `${c}/.75`], [0.8, c], [1, tone(c, 0.6)])) + path(ell(...P(to), w * 0.8), tone(c, 0.78)) + path(ell(...P(to + w * 2.6), w * 0.42), tone(c, 0.3)) + path(ell(...P(to + w * 4.4), w * 0.24), c)
  }
  const ring = (count, turnBy, from, to, spread, c, w, drop) => range(count).map((i) => ray(((i + turnBy) / count) * Math.PI * 2, from, to + ((i * 7) % 5) * spread, c, w, drop))
  return lit(
    blur(18, path(ell(200, 204, 150), '#ff6f8a/.16'), path(ell(200, 200, 84), '#ffd06a/.3'), path(ell(200, 200, 36), '#fff6dc/.75')),
    body(ring(28, 0, 30, 150, 6, '#ff4f78', 6, 22)), ring(22, 0.4, 22, 108, 5, '#ffc83a', 5, 14), ring(16, 0.2, 14, 66, 4, '#6fd8ff', 4.4, 8), ring(10, 0, 6, 34, 3, '#fff2c8', 4, 3),
    range(44).map((i) => { const [a, r] = [i * 2.4, 60 + ((i * 47) % 124)]; return path(star(200 + Math.cos(a) * r, 206 + Math.sin(a) * r, 3 + (i % 4) * 1.3, 1.1, 4), ['#fff6d8', '#ffe08a', '#ffd0e0', '#d8f0ff'][i % 4]) }), path(ell(200, 200, 10), '#fffdf2'), blur(4, path(ell(200, 200, 16), '#fff/.8')),
  )
}

function crystal() {
  const c = '#9a6ae0'
  const shard = (x, base, w, h, lean) => { const tip = [x + lean, base - h]; const k = w * 0.34; const [l, r] = [x - w / 2, x + w / 2]; const sl = lean * 0.72; const y = base - h * 0.76; return [path(poly([[l, base], [l + sl, y], tip, [x - k * 0.2 + sl, y + h * 0.06], [x - k * 0.2, base + 6]], 1.5), lin('v', tone(c, 0.55), tone(c, 0.2), tone(c, -0.1))), path(poly([[x - k * 0.2, base + 6], [x - k * 0.2 + sl, y + h * 0.06], tip, [x + k + sl, y + h * 0.03], [x + k, base + 3]], 1.5), lin('v', tone(c, 0.3), c, tone(c, -0.28))), path(poly([[x + k, base + 3], [x + k + sl, y + h * 0.03], tip, [r + sl, y], [r, base]], 1.5), lin('v', tone(c, 0.05), tone(c, -0.24), tone(c, -0.48))), path(poly([[l + w * 0.1, base - h * 0.2], [l + w * 0.1 + sl * 0.9, y + 6], [l + w * 0.2 + sl * 0.9, y + 4], [l + w * 0.18, base - h * 0.26]]), '#fff/.55'), stroke(line([x - k * 0.2, base], [x - k * 0.2 + sl, y + h * 0.06], tip) + line([x - k * 0.2 + sl, y + h * 0.06], [l + sl, y]) + line([x - k * 0.2 + sl, y + h * 0.06], [x + k + sl, y + h * 0.03], [r + sl, y]), '#fff/.4', 1.2)] }
  const r = smooth([[20, 356, 1], [46, 316], [110, 300], [190, 296], [280, 302], [340, 322], [364, 356, 1]], true, 0.8)
  return [
    body(shard(120, 316, 48, 150, -38), shard(268, 318, 52, 166, 44), shard(160, 320, 56, 226, -20), shard(234, 320, 54, 214, 20), shard(196, 326, 70, 292, 2), shard(90, 330, 38, 92, -34), shard(302, 332, 40, 100, 40), shard(144, 336, 40, 104, -18), shard(250, 338, 40, 110, 18), shard(200, 342, 34, 80, -6)),
    path(r, rad([0.4, 0.1, 0.95], '#b9b0c4', '#8a8298', '#5a5268')), clip(r, body([[120, 318], [196, 312], [266, 320]].map(([x, y]) => blur(8, path(ell(x, y, 38, 12), `${tone(c, 0.2)}/.7`)))), path(range(60).map(() => speck(rand(30, 356), rand(300, 352), rand(1, 3))).join(''), '#fff/.22'), path(poly([[60, 356], [90, 318], [140, 330], [120, 356]]), '#fff/.12'), path(poly([[240, 356], [260, 324], [320, 320], [350, 356]]), `${DARK}/.2`)), inset(r, -3, -5, 6, DARK, 0.4),
    keep(path(star(158, 108, 11, 2.4, 4), '#fff'), path(star(236, 150, 8, 2, 4), '#fff'), path(star(106, 190, 7, 1.8, 4), '#fff')),
  ]
}

function campfire() {
  const wood = '#8a5634'
  const log = (x0, y0, x1, y1, w) => { const a = Math.atan2(y1 - y0, x1 - x0); return [bar([x0, y0], [x1, y1], w, wood), stroke(range(4).map((i) => { const t = 0.12 + i * 0.18; return line([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t - w * (0.1 + (i % 2) * 0.2)], [x0 + (x1 - x0) * (t + 0.16), y0 + (y1 - y0) * (t + 0.16) - w * (0.1 + (i % 2) * 0.2)]) }).join(''), `${tone(wood, -0.5)}/.55`, 1.6), turn((a * 180) / Math.PI, x1, y1, path(ell(x1, y1, w * 0.3, w * 0.5), rad([0.4, 0.35, 0.65], '#f4d09a', '#d9a566', '#a06a38')), stroke(ell(x1, y1, w * 0.16, w * 0.28), '#8a5528/.8', 1.2))] }
  const stone = (x, y, w, h) => { const d = smooth([[x - w, y + h * 0.3], [x - w * 0.84, y - h * 0.4], [x - w * 0.2, y - h * 0.85], [x + w * 0.5, y - h * 0.7], [x + w * 0.98, y + h * 0.05], [x + w * 0.86, y + h * 0.8], [x, y + h], [x - w * 0.86, y + h * 0.86]]); return path(d, rad([0.4, 0.2, 0.9], '#cfc7cc', '#958d98', '#5f5768')) + lit(clip(d, path(ell(200, 250, 130, 66), '#ff9a3a/.25'))) }
  return [
    [[110, 314, 26, 18], [290, 314, 26, 18], [150, 306, 22, 15], [250, 306, 22, 15], [200, 304, 24, 14]].map((s) => stone(...s)),
    log(96, 322, 254, 262, 30), log(304, 322, 146, 262, 30), lit(blur(14, path(ell(200, 210, 84, 92), '#ffa63f/.2'))), flame(166, 304, 90, 150, -14), flame(242, 304, 84, 136, 14), flame(204, 310, 140, 240, 6), lit(range(14).map((i) => path(ell(150 + ((i * 37) % 110), 70 + ((i * 53) % 130), 1.6 + (i % 3) * 0.9), i % 2 ? '#ffd24a' : '#ff8a2f'))),
    log(120, 336, 292, 306, 30), log(282, 344, 122, 316, 28), lit(path(ell(204, 322, 46, 8), '#ffb04a/.55')), [[64, 338, 28, 20], [106, 350, 28, 18], [160, 356, 28, 17], [220, 358, 30, 17], [278, 352, 28, 18], [328, 340, 28, 20]].map((s) => stone(...s)),
  ]
}

function puddle() {
  const d = smooth([[14, 60], [60, 30], [130, 34], [190, 14], [280, 22], [340, 16], [410, 42], [404, 74], [340, 92], [262, 88], [190, 102], [100, 94], [44, 86]])
  return [path(d, '#5f7f96/.6'), path(d, lin('v', '#a8cfe6/.95', '#7fb4d8/.92', '#c9e6f4/.95')), clip(d, path(smooth([[60, 44], [130, 40], [200, 24], [300, 32], [240, 48], [140, 56]]), '#e8f6ff/.75'), path(smooth([[200, 84], [280, 74], [370, 66], [330, 82], [260, 88]]), '#e8f6ff/.6'), [[140, 66, 30], [300, 52, 24]].map(([x, y, r]) => [1, 0.66, 0.34].map((k) => stroke(ell(x, y, r * k, r * k * 0.3), '#fff/.75', 1.8)))), inset(d, 2, 4, 3, '#2f5474', 0.5), inset(d, -1, -2.4, 1.6, '#ffffff', 0.8)]
}

function bubble() {
  const d = ell(150, 150, 138)
  return [path(d, rad([0.5, 0.5, 0.5], [0, '#e6f6ff/.1'], [0.7, '#c8e4ff/.16'], [0.9, '#d9c4ff/.4'], [0.97, '#ffd0e6/.6'], [1, '#ffffff/.75'])), clip(d, blur(8, stroke(smooth([[24, 180], [50, 250], [120, 284], [190, 282]], false), '#ffb4d8/.7', 12), stroke(smooth([[36, 200], [70, 256], [140, 276]], false), '#ffe9a0/.6', 9), stroke(smooth([[270, 110], [284, 160], [262, 226], [214, 270]], false), '#8ff0e0/.7', 12), stroke(smooth([[262, 120], [272, 164], [248, 222]], false), '#a8b4ff/.6', 9), stroke(smooth([[60, 60], [120, 22], [200, 22], [256, 70]], false), '#b4e0ff/.7', 9)), path(ell(150, 236, 70, 26), '#fff/.14')), path(smooth([[58, 120], [68, 78], [104, 48], [124, 50], [94, 80], [78, 118]]), '#fff/.92'), path(ell(66, 146, 7, 12), '#fff/.85'), path(smooth([[214, 236], [238, 212], [248, 190], [252, 214], [232, 240]]), '#fff/.8'), path(ell(100, 100, 3.4), '#fff'), stroke(d, '#fff/.55', 1.6)]
}

const rings = (cx, cy, rx, ry, count) => [path(ell(cx, cy, rx, ry), rad([0.45, 0.42, 0.62], '#f8deac', '#e6bd80', '#c08d50')), stroke(range(count).map((i) => ell(cx + (i % 2), cy - (i % 3) * 0.4, (rx * (i + 0.6)) / (count + 0.4), (ry * (i + 0.6)) / (count + 0.4))).join(''), '#9a6a36/.55', 1.5), stroke(line([cx + rx * 0.1, cy + ry * 0.1], [cx + rx * 0.8, cy + ry * 0.42]) + line([cx - rx * 0.1, cy], [cx - rx * 0.7, cy - ry * 0.3]), '#7d5228/.6', 1.8)]
const barkOf = (d, color, [x0, y0, x1, y1], count, upright) => clip(d, [-0.5, -0.3, 0.35].map((k) => stroke(range(count).map(() => { const [x, y] = [rand(x0, x1), rand(y0, y1)]; const l = rand(18, 46); return upright ? smooth([[x, y], [x + rand(-4, 4), y + l / 2], [x + rand(-4, 4), y + l]], false) : smooth([[x, y], [x + l / 2, y + rand(-3, 3)], [x + l, y + rand(-3, 3)]], false) }).join(''), `${tone(color, k)}/.5`, k > 0 ? 1.6 : 2.4, { cap: 'butt' })))

function stump() {
  const c = '#8a6040'
  const d = smooth([[66, 76, 1], [70, 150], [66, 220], [36, 268], [10, 288, 1], [60, 286], [100, 298], [150, 290], [200, 302], [250, 288], [312, 292, 1], [284, 268], [256, 220], [254, 150], [258, 76, 1], [160, 108]])
  return [
    body(path(d, roundH(c)), barkOf(d, c, [20, 80, 300, 290], 40, true)), inset(d, -6, -4, 8, DARK, 0.4), clip(d, blur(5, path(smooth([[60, 80], [160, 116], [262, 80], [262, 104], [160, 138], [60, 104]]), `${DARK}/.35`)), path(smooth([[100, 200], [96, 170], [112, 156], [126, 172], [122, 204]]), '#2f1c14'), stroke(smooth([[100, 200], [96, 170], [112, 156], [126, 172], [122, 204]]), tone(c, 0.2), 3)),
    path(ell(162, 76, 98, 34), tone(c, -0.35)), rings(162, 74, 92, 30, 7), stroke(ell(162, 74, 93, 31), tone(c, 0.12), 3), foliage([[40, 280, 12], [54, 284, 10], [26, 286, 9], [284, 282, 12], [268, 288, 9]], '#6a9f48', { leaf: 7 }), path(range(30).map(() => ell(rand(66, 110), rand(96, 150), rand(2.4, 6), rand(2, 4))).join(''), '#7fa852/.6'),
    keep([[236, 232, 1], [258, 250, 0.7]].map(([x, y, s]) => group([path(smooth([[-9, 0, 1], [-6, 26], [6, 26], [9, 0, 1]]), lin('h', '#fff6e2', '#d9c6a8')), path(smooth([[-24, 2], [-18, -14], [0, -22], [18, -14], [24, 2], [0, 8]]), rad([0.4, 0.2, 0.9], '#f2705f', '#d8403a', '#962a2c')), path(ell(-8, -8, 4, 3) + ell(7, -11, 3.4, 2.6) + ell(12, -2, 3, 2.4) + ell(-14, 0, 2.6, 2), '#fff3e2')], { t: `translate(${x} ${y}) scale(${s})` }))),
  ]
}
function log() {
  const c = '#8a6040'
  const d = smooth([[40, 116, 1], [120, 110], [260, 114], [392, 110, 1], [412, 150], [408, 196], [388, 226, 1], [260, 230], [120, 226], [44, 232, 1], [24, 200], [22, 150]])
  return [
    path(poly([[300, 116], [322, 62], [346, 58], [352, 70], [340, 114]], 5), lin('h', tone(c, 0.1), tone(c, -0.35)), { role: 'body' }), path(ell(336, 62, 13, 7), '#e6bd80'), stroke(ell(336, 62, 7, 3.6), '#9a6a36/.7', 1.2),
    body(path(d, roundV(c)), barkOf(d, c, [30, 112, 380, 226], 48, false)), inset(d, 0, -8, 8, DARK, 0.4), clip(d, path(range(60).map(() => ell(rand(90, 330), rand(108, 130) + rand(0, 8), rand(4, 11), rand(2, 6))).join(''), '#7fa852/.75'), path(range(30).map(() => ell(rand(100, 320), rand(108, 122), rand(3, 8), rand(2, 4))).join(''), '#9cc26a/.7'), path(smooth([[176, 186], [192, 172], [214, 178], [210, 194], [188, 198]]), '#2f1c14')),
    path(ell(50, 174, 32, 60), tone(c, -0.35)), rings(48, 174, 27, 54, 6), stroke(ell(49, 174, 28, 55), tone(c, 0.1), 3), foliage([[120, 220, 11], [136, 226, 9], [104, 226, 9], [352, 222, 11], [368, 226, 8]], '#6a9f48', { leaf: 7 }), keep([[250, 112, 0.7], [270, 114, 0.5]].map(([x, y, s]) => group([path(rr(-6, -16, 12, 18, 4), lin('h', '#fff6e2', '#d9c6a8')), path(smooth([[-18, -14], [-12, -26], [0, -31], [12, -26], [18, -14], [0, -10]]), rad([0.4, 0.2, 0.9], '#e8b070', '#c98048', '#8a5028'))], { t: `translate(${x} ${y}) scale(${s})` }))),
  ]
}
function woodpile() {
  const rows = [8, 7, 8, 7, 8]
  const logs = rows.flatMap((count, r) => range(count).map((i) => { const size = 25; return [54 + (r % 2 ? 25 : 0) + i * 50 + rand(-1, 1), 331 - r * 43 + rand(-1, 1), size + rand(-1.6, 1.4)] }))
  for (const r of [1, 3]) logs.push([41, 331 - r * 43, 12], [417, 331 - r * 43, 12])
  return [
    path(poly([[24, 356], [24, 160], [434, 160], [434, 356]], 2), '#3a2618'),
    logs.map(([x, y, r]) => { const k = rand(-0.1, 0.1); const c = tone('#8a5c38', k); const quarter = rand() < 0.35; const a = rand(0, 360); return turn(quarter ? a : 0, x, y, path(quarter ? smooth([[x - r, y + r * 0.6, 1], [x - r * 0.5, y - r * 0.6], [x + r * 0.3, y - r], [x + r, y - r * 0.1], [x + r * 0.9, y + r * 0.8, 1]]) : ell(x, y, r + 1.6), tone(c, -0.3)), quarter ? [path(smooth([[x - r * 0.82, y + r * 0.5, 1], [x - r * 0.4, y - r * 0.5], [x + r * 0.26, y - r * 0.84], [x + r * 0.84, y - r * 0.1], [x + r * 0.76, y + r * 0.64, 1]]), rad([0.5, 0.4, 0.7], tone('#f2d29c', k), tone('#dcae70', k), tone('#b07c44', k))), stroke(range(3).map((i) => smooth([[x - r * 0.5, y + r * (0.4 - i * 0.1)], [x - r * (0.2 - i * 0.06), y - r * (0.1 + i * 0.16)], [x + r * 0.4, y - r * (0.2 + i * 0.14)]], false)).join(''), '#9a6a36/.5', 1.4)] : rings(x, y, r - 2.4, r - 2.4, 4)) }),
    path(rr(14, 110, 14, 247, 3), roundH('#a8743f')), path(rr(430, 110, 14, 247, 3), roundH('#9a6838')), path(rr(8, 352, 442, 8, 3), roundV('#8a5c34')),
  ]
}

const straw = (d, color, [x0, y0, x1, y1], count, lean) => clip(d, [-0.45, 0.4, -0.2].map((k) => stroke(range(count).map(() => { const [x, y] = [rand(x0, x1), rand(y0, y1)]; const a = lean(x, y) + rand(-0.5, 0.5); const l = rand(9, 22); return line([x, y], [x + Math.cos(a) * l, y + Math.sin(a) * l]) }).join(''), `${tone(color, k)}/.6`, 1.6, { cap: 'butt' })))
function hayBale() {
  const c = '#e0b450'
  const side = ell(140, 200, 126)
  const bodyShape = smooth([[140, 74, 1], [300, 70], [380, 76, 1], [424, 120], [440, 200], [424, 284], [380, 326, 1], [300, 328], [140, 326, 1]])
  return [
    path(bodyShape, roundV(c)), straw(bodyShape, c, [140, 74, 440, 326], 170, () => 0.1), [250, 330].map((x) => [stroke(smooth([[x, 72], [x + 46, 120], [x + 56, 200], [x + 44, 284], [x + 2, 328]], false), tone(c, -0.5), 5), stroke(smooth([[x, 72], [x + 46, 120], [x + 56, 200], [x + 44, 284], [x + 2, 328]], false), '#d8604a', 3)]), inset(bodyShape, -10, -6, 12, DARK, 0.35),
    path(side, rad([0.42, 0.36, 0.7], tone(c, 0.34), tone(c, 0.08), tone(c, -0.22))), straw(side, c, [14, 74, 266, 326], 150, (x, y) => Math.atan2(y - 200, x - 140) + Math.PI / 2), stroke(smooth(range(46).map((i) => { const a = i * 0.5; const r = 8 + i * 2.5; return [140 + r * Math.cos(a), 200 + r * Math.sin(a)] }), false), `${tone(c, -0.5)}/.55`, 3), stroke(smooth(range(46).map((i) => { const a = i * 0.5 + 0.06; const r = 10 + i * 2.5; return [140 + r * Math.cos(a), 200 + r * Math.sin(a)] }), false), `${tone(c, 0.5)}/.6`, 1.8), inset(side, -6, -7, 9, DARK, 0.3), inset(side, 4, 5, 4, '#fff3c0', 0.6),
    [-0.3, 0.35].map((k) => stroke(range(30).map(() => { const x = rand(50, 400); return line([x, 326 + rand(-4, 0)], [x + rand(-14, 14), 326 + rand(-10, 2)]) }).join(''), tone(c, k), 1.8)),
  ]
}
function haystack() {
  const c = '#e0b450'
  const d = smooth([[14, 336, 1], [24, 270], [56, 190], [104, 112], [160, 60], [190, 46], [222, 62], [276, 116], [326, 196], [356, 272], [366, 336, 1], [190, 344]])
  return [
    path(d, rad([0.36, 0.24, 0.95], tone(c, 0.36), tone(c, 0.08), c, tone(c, -0.38))), straw(d, c, [14, 46, 366, 340], 330, (x, y) => Math.PI / 2 + (190 - x) * 0.004), [[[60, 210], [120, 236], [190, 240], [260, 236], [320, 210]], [[104, 120], [150, 136], [190, 140], [240, 136], [276, 122]]].map((p) => clip(d, blur(6, stroke(smooth(p.map(([x, y]) => [x, y + 8]), false), `${tone(c, -0.6)}/.5`, 16)))), inset(d, -9, -6, 12, DARK, 0.35), inset(d, 5, 6, 6, '#fff3c0', 0.6),
    [-0.3, 0.35, 0.1].map((k) => stroke(range(36).map(() => { const t = rand(0, 1); const left = rand() < 0.5; const [x, y] = [left ? 16 + t * 150 : 364 - t * 150, 330 - t * 270]; return line([x + (left ? 4 : -4), y], [x + (left ? -9 : 9) + rand(-4, 4), y + rand(-9, 6)]) }).join(''), tone(c, k), 1.8)), stroke(range(9).map((i) => line([184 + i * 2, 52], [176 + i * 5, 24 + Math.abs(i - 4) * 3])).join(''), tone(c, 0.1), 2),
    group([stroke(line([316, 340], [258, 92]), '#8a5a34', 7), stroke(line([314.6, 340], [256.6, 92]), '#c98d56', 2.4), stroke(smooth([[246, 60], [248, 88], [270, 84], [266, 54]], false) + line([256, 92], [255, 52]), '#77717f', 3.4)]),
  ]
}

export const drawings = { rock, 'rock-flat': rockFlat, boulder, mountain, volcano, iceberg, cave, islet, planet, cloud, firework, crystal, campfire, puddle, bubble, stump, log, woodpile, 'hay-bale': hayBale, haystack }
export { barkOf, rings, straw }

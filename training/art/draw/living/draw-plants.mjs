/** Flowers and plants. */
import { ball, blob, cap, contact, cut, dOf, ell, form, group, keep, limb, lin, linU, melt, n, oval, patch, path, poly, rad, range, rr, smooth, stand, stroke, tone, tufts, union } from './fur.mjs'
import { blade, curve, heart, leaf, petal, polar, pot, stem } from './leaves.mjs'

const around = (count, from, make) => range(count).map((i) => make(from + (360 * i) / count, i))

/** A daisy's head seen a little from above. */
function daisyHead(x, y, r, white = '#fffdf8', role = 'body') {
  const ray = (a, l, w, c) => [petal(x, y, a, l, w, c, { role, root: '#bfb0d6' }), stroke(`M${polar(x, y, a - 3, l * 0.45).map(n).join(' ')}L${polar(x, y, a - 1.5, l * 0.84).map(n).join(' ')}`, '#b9acd0/.55', 2)]
  return [
    around(14, 13, (a, i) => ray(a, r * (0.98 - (i % 3) * 0.03), r * 0.27, '#e4dcec')), around(14, 0, (a, i) => ray(a + (i % 2) * 3, r * (0.94 - (i % 2) * 0.05), r * 0.27, white)),
    path(ell(x, y + r * 0.05, r * 0.34, r * 0.32), '#8a6a4a/.35'), heart(x, y, r * 0.3, r * 0.28, '#f7bf2e', 34),
  ]
}
function daisy() {
  return [
    stem([[200, 130, 7], [206, 220, 7], [196, 300, 8], [200, 380, 8]]), stem([[200, 318, 6], [240, 262, 5], [270, 214, 5]]),
    leaf(198, 352, 200, 116, 46, '#5aa544', { bend: 0.12 }), leaf(200, 346, -28, 124, 48, '#4f9a3c', { bend: 0.14 }), leaf(198, 366, 166, 84, 34, '#468f3a', { bend: -0.16 }), leaf(202, 366, 12, 88, 36, '#57a342', { bend: -0.1 }),
    form(blob([[256, 196], [286, 196], [284, 226], [270, 236], [258, 226]]), '#5a9a3f', { role: 'keep', k: 4 }), group(around(7, -150, (a, i) => petal(270, 214, -132 + i * 14, 52, 20, '#fffdf6', { root: '#d9cfe0' }))), 
    form(blob([[178, 136], [222, 136], [214, 160], [200, 168], [186, 160]]), '#5a9a3f', { role: 'keep', k: 4 }), daisyHead(200, 108, 104),
  ]
}

function poppy() {
  const red = '#e2342c'
  const back = (d, k) => form(d, tone(red, k), { k: 16, under: '#5a1a6a', lean: 0.2 })
  const crinkle = (x, y, list) => tufts(`${tone(red, -0.4)}/.35`, 4, ...list.map(([a, l]) => [x, y, l, a, 0.04]))
  return [
    stem([[204, 190, 6], [198, 270, 6], [206, 330, 7], [200, 380, 7]], '#6a9a4a'), stem([[202, 330, 5], [256, 280, 4.5], [290, 214, 4.5], [286, 180, 4.5], [274, 176, 4.5]], '#6a9a4a'),
    tufts('#4a7a3a/.8', 2.4, ...range(9).map((i) => [199 + (i % 3), 250 + i * 14, 11, i % 2 ? -20 : 200])),
    leaf(202, 366, 196, 110, 30, '#5f9a4a', { bend: 0.16 }), leaf(196, 352, 214, 84, 24, '#558f44', { bend: 0.1 }), leaf(202, 360, -22, 112, 32, '#5f9a4a', { bend: 0.16 }), leaf(206, 346, -44, 76, 24, '#558f44', { bend: 0.12 }),
    form(oval(264, 192, 19, 28, 20), '#6f9f4f', { role: 'keep' }), patch(blob([[262, 190], [272, 206], [262, 222], [254, 208]]), red, { soft: 1, role: 'body' }), tufts('#3f6a34/.7', 2, [252, 184, 9, 150], [276, 190, 9, -20], [270, 176, 9, -50]),
    back(blob([[200, 130], [120, 116], [92, 66], [116, 18], [170, 6], [214, 10], [262, 4], [300, 36], [296, 92], [256, 128]]), -0.12), crinkle(204, 120, [[-140, 80], [-120, 92], [-100, 92], [-78, 92], [-56, 86], [-36, 70]]),
    back(blob([[196, 120], [140, 74], [84, 76], [64, 124], [84, 176], [140, 198], [196, 184]]), -0.02), back(blob([[212, 120], [262, 72], [320, 76], [338, 126], [316, 178], [262, 200], [210, 184]]), -0.02),
    crinkle(190, 132, [[178, 84], [160, 84], [196, 80], [212, 66]]), crinkle(214, 132, [[2, 84], [20, 84], [-16, 80], [-32, 66]]),
    form(blob([[204, 116], [150, 122], [122, 160], [140, 206], [190, 222], [240, 214], [284, 196], [286, 152], [252, 120]]), tone(red, 0.06), { k: 14, under: '#5a1a6a', inner: [patch(oval(204, 122, 44, 30), '#2a1a2e', { soft: 7, op: 0.85 })] }), crinkle(204, 132, [[60, 70], [84, 78], [108, 76], [132, 66], [40, 62]]),
    group(around(22, 0, (a, i) => { const [x, y] = polar(204, 114, a, 30 + (i % 3) * 6); return [stroke(`M204 114L${n(x)} ${n(y * 0.8 + 23)}`, '#2f2236', 2.4), path(ell(x, y * 0.8 + 23, 3.6, 3), '#3a2a40')] }), { role: 'keep' }),
    form(oval(204, 112, 19, 17), '#8fae5a', { role: 'keep', k: 4 }), keep(around(8, 10, (a) => stroke(`M204 110L${polar(204, 110, a, 14).map(n).join(' ')}`, '#4a6a34', 2.4))),
  ]
}

function dandelion() {
  const [cx, cy, r] = [168, 116, 108]
  const seed = (x, y, a, l) => {
    const [ex, ey] = polar(x, y, a, l)
    return [stroke(`M${n(x)} ${n(y)}L${n(ex)} ${n(ey)}`, '#b8b0a4', 1.8), path(blade(x, y, a + 180, 13, 5, { tip: 0.4 }), '#7d5a3f'), stroke(range(9).map((i) => `M${n(ex)} ${n(ey)}L${polar(ex, ey, a - 64 + i * 16, 17 - Math.abs(i - 4) * 0.6).map(n).join(' ')}`).join(''), '#fff/.95', 1.7), path(ell(ex, ey, 2.2), '#e6e0d8')]
  }
  const tooth = (x, y, a, l, w, c) => {
    const points = [[0, 0, 1]]
    for (let i = 1; i <= 5; i++) points.push([i / 6 - 0.06, -0.2 - i * 0.04, 1], [i / 6 + 0.02, -0.5 + Math.abs(i - 4) * 0.07, 1])
    points.push([1, 0, 1])
    for (let i = 5; i >= 1; i--) points.push([i / 6 + 0.02, 0.5 - Math.abs(i - 4) * 0.07, 1], [i / 6 - 0.06, 0.2 + i * 0.04, 1])
    const [c1, s1] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
    const map = points.map(([u, v]) => { const bow = 0.18 * l * u * u; return [x + u * l * c1 - v * w * s1, y + u * l * s1 + v * w * c1 + bow] })
    const [ex, ey] = [x + l * c1, y + l * s1 + 0.18 * l]
    return [form(poly(map, 3), c, { role: 'keep', k: 4, under: '#1f5a5a' }), stroke(`M${n(x)} ${n(y)}C${n(x + (ex - x) * 0.4)} ${n(y + (l * s1) * 0.4)} ${n(x + (ex - x) * 0.7)} ${n(y + l * s1 * 0.7 + 0.08 * l)} ${n(ex)} ${n(ey)}`, `${tone(c, 0.5)}/.7`, 3)]
  }
  return [
    stem([[cx, cy, 5], [180, 220, 6], [186, 300, 6.5], [200, 380, 7]], '#8fae6a'), stem([[300, 208, 6], [284, 280, 6], [240, 340, 6], [208, 380, 7]], '#7aa552'),
    tooth(204, 372, 200, 150, 64, '#4f9a3c'), tooth(204, 370, -26, 150, 62, '#559f40'), tooth(204, 376, 182, 120, 50, '#468a38'), tooth(206, 376, -4, 124, 52, '#4a9040'),
    form(blob([[284, 200], [316, 200], [312, 222], [300, 230], [288, 222]]), '#6a9f48', { role: 'keep', k: 4 }),
    group([...range(26).map((i) => petal(300, 186, (360 * i) / 26, 54, 15, '#f0a91e', { role: 'keep', root: '#d88a10', tip: 0.9 })), ...range(22).map((i) => petal(300, 184, 8 + (360 * i) / 22, 43, 13, '#f9c62c', { role: 'keep', root: '#e89a14', tip: 0.9 })), ...range(14).map((i) => petal(300, 182, (360 * i) / 14, 28, 11, '#ffd94a', { role: 'keep', root: '#f0a91e', tip: 0.9 }))]),
    path(ell(cx, cy, r * 1.02), rad([0.42, 0.38, 0.6], '#fff/.5', [0.75, '#fff/.3'], '#e8eef6/.12'), { role: 'body' }),
    keep(range(74).map((i) => { const z = 1 - (2 * (i + 0.5)) / 74; const ring = Math.sqrt(1 - z * z); const a = i * 137.5; const [fx, fy] = [Math.cos((a * Math.PI) / 180) * ring, z]; const l = r * 0.86 * Math.hypot(fx, fy); return l > 16 ? seed(cx, cy, (Math.atan2(fy, fx) * 180) / Math.PI, l) : '' })),
    form(oval(cx, cy, 13, 12), '#a8835a', { role: 'keep', k: 3 }),
    keep(seed(296, 60, -30, 26), seed(330, 24, -50, 26), seed(272, 12, -60, 24)),
  ]
}

function flowerBed() {
  const leaves = range(34).map((i) => { const x = 6 + i * 11.8; return leaf(x, 380, -90 + (((i * 53) % 60) - 30), 90 + ((i * 37) % 60), 26, ['#4a9040', '#5aa544', '#3f8038'][i % 3], { veins: 0, bend: ((i % 5) - 2) * 0.06 }) })
  const blooms = [[44, 250, 40, 0], [118, 226, 46, 1], [196, 250, 42, 2], [272, 222, 46, 3], [350, 246, 42, 0], [80, 304, 40, 2], [158, 306, 42, 3], [236, 308, 40, 1], [312, 304, 42, 2], [386, 312, 36, 1], [10, 318, 34, 3]]
  const colors = ['#f0557a', '#f7b52e', '#a86ae0', '#f7763a']
  const flower = ([x, y, r, kind]) => {
    const c = colors[kind]
    if (kind === 2) return [around(5, -90, (a) => petal(x, y, a, r, r * 0.86, c, { tip: 1 })), heart(x, y, r * 0.24, r * 0.22, '#f7cf3a', 12)]
    if (kind === 1) return [around(12, 0, (a) => petal(x, y, a, r, r * 0.46, tone(c, -0.08))), around(10, 15, (a) => petal(x, y, a, r * 0.74, r * 0.4, c)), heart(x, y, r * 0.26, r * 0.24, '#a8592a', 14)]
    if (kind === 3) return [around(8, 0, (a) => petal(x, y, a, r, r * 0.62, tone(c, -0.06), { tip: 1 })), around(7, 22, (a) => petal(x, y, a, r * 0.68, r * 0.54, tone(c, 0.08), { tip: 1 })), heart(x, y, r * 0.2, r * 0.18, '#f9d24a', 10)]
    return [around(9, 0, (a) => petal(x, y, a, r, r * 0.56, tone(c, -0.08), { tip: 1 })), around(8, 20, (a) => petal(x, y, a, r * 0.76, r * 0.52, c, { tip: 1 })), around(6, 5, (a) => petal(x, y, a, r * 0.48, r * 0.42, tone(c, 0.14), { tip: 1 })), heart(x, y, r * 0.16, r * 0.15, '#f9d24a', 8)]
  }
  return [
    ...blooms.map(([x, y]) => stem([[x, y, 4.5], [x * 0.92 + 16, 380, 5.5]])), leaves.slice(0, 17), ...blooms.slice(0, 5).map(flower), leaves.slice(17), ...range(16).map((i) => leaf(i * 26 + 4, 380, -90 + (((i * 71) % 70) - 35), 62, 22, ['#5aa544', '#4a9040'][i % 2], { veins: 0 })), ...blooms.slice(5).map(flower),
    ...range(18).map((i) => leaf(i * 23.5 + 2, 381, -90 + (((i * 47) % 90) - 45), 40, 18, ['#63ad4a', '#529a40', '#468a3a'][i % 3], { veins: 0 })),
  ]
}

function pottedFlower() {
  const pink = '#f0507e'
  const bloom = (x, y, r, k = 0) => [around(5, -90, (a) => petal(x, y, a, r, r * 0.9, tone(pink, k - 0.1), { tip: 1 })), around(5, -54, (a) => petal(x, y, a, r * 0.56, r * 0.5, tone(pink, k + 0.16), { tip: 1 })), heart(x, y, r * 0.17, r * 0.16, '#f9d24a', 8)]
  return [
    leaf(200, 236, 188, 112, 52, '#468a38', { bend: 0.16 }), leaf(200, 236, -8, 116, 52, '#4a9040', { bend: 0.16 }),
    stem([[200, 250, 6], [196, 160, 5.5], [200, 76, 5]]), stem([[196, 246, 5.5], [150, 190, 5], [122, 136, 4.5]]), stem([[204, 246, 5.5], [250, 190, 5], [280, 130, 4.5]]),
    leaf(180, 220, 214, 92, 44, '#57a342', { bend: 0.1 }), leaf(220, 220, -36, 94, 44, '#57a342', { bend: 0.1 }), leaf(198, 190, 236, 66, 32, '#63ad4a'), leaf(202, 176, -58, 60, 30, '#5aa544'),
    leaf(196, 244, 158, 84, 44, '#57a342', { bend: -0.1 }), leaf(204, 244, 22, 86, 44, '#4f9a3c', { bend: -0.1 }),
    bloom(122, 126, 46, -0.06), bloom(282, 118, 48, -0.06), bloom(200, 62, 58), bloom(176, 146, 34, 0.04), bloom(236, 152, 32, 0.04),
    pot(200, 250, 168, '#cf7448', { role: null }),
  ]
}

/** A leaf of the Swiss cheese plant: heart-shaped, cut to its midrib. */
function splitLeaf(x, y, degrees, size, color) {
  const [c, s] = [Math.cos(((degrees - 90) * Math.PI) / 180), Math.sin(((degrees - 90) * Math.PI) / 180)]
  const to = ([u, v]) => [x + size * (u * c + v * -s), y + size * (u * s + v * c)]
  const outlineF = blob([[0, 0.06], [-0.2, -0.1], [-0.44, 0.06], [-0.52, 0.36], [-0.4, 0.72], [-0.16, 1], [0, 1.14, 1], [0.16, 1], [0.4, 0.72], [0.52, 0.36], [0.44, 0.06], [0.2, -0.1]].map(([u, v, k]) => [...to([u, v]), k]))
  const slits = [[0.2, 0.44], [0.4, 0.56], [0.6, 0.62], [0.78, 0.56]].flatMap(([v, reach], i) => [-1, 1].map((m) => {
    const [ax, ay] = to([m * (0.14 + i * 0.012), v + 0.04])
    const [bx, by] = to([m * (reach + 0.06), v + 0.26])
    return cap(ax, ay, size * 0.016, bx, by, size * 0.044)
  }))
  const holes = [[0.1, 0.3], [0.1, 0.5], [0.09, 0.68]].flatMap(([u, v]) => [-1, 1].map((m) => { const [hx, hy] = to([m * u, v]); return oval(hx, hy, size * 0.026, size * 0.04, degrees - 90 + m * 30) }))
  const d = dOf(cut(outlineF, union(...slits, ...holes), 3))
  const [t0, t1] = [to([0, 0.02]), to([0, 1.1])]
  return [form(d, color, { role: 'body', k: size * 0.06, under: '#1f4a6a', lean: 0.24, hi: 0.2, inner: [stroke(`M${t0.map(n).join(' ')}L${t1.map(n).join(' ')}`, `${tone(color, 0.4)}/.8`, size * 0.03), [0.1, 0.3, 0.5, 0.7].flatMap((v) => [-1, 1].map((m) => { const [a, b] = [to([0, v]), to([m * 0.46, v + 0.22])]; return stroke(`M${a.map(n).join(' ')}L${b.map(n).join(' ')}`, `${tone(color, 0.35)}/.55`, size * 0.014) }))] })]
}
function monstera() {
  const stalks = [[[200, 262], [150, 190], [86, 142]], [[200, 262], [190, 150], [178, 66]], [[200, 262], [250, 170], [296, 104]], [[200, 262], [150, 230], [104, 236]], [[200, 262], [256, 226], [306, 214]], [[200, 262], [214, 200], [232, 172]]]
  return [
    ...stalks.map(([a, b, c]) => stem([[...a, 6], [...b, 5], [...c, 4.5]])),
    splitLeaf(178, 66, 70, 112, '#2f7d3e'), splitLeaf(86, 142, 118, 116, '#2c7440'), splitLeaf(296, 104, 52, 122, '#37893f'), splitLeaf(104, 232, 132, 96, '#3f9447'), splitLeaf(306, 210, 44, 96, '#3f9447'), splitLeaf(226, 166, 84, 100, '#46a04c'),
    pot(200, 264, 150, '#eae4de', { role: 'keep', rim: false }), keep(stroke('M138 300C170 308 230 308 262 300', '#c9a46a', 7)),
  ]
}

function cactusRound() {
  const coat = '#4fa05a'
  const d = dOf(stand(melt(20, oval(200, 250, 148, 140), oval(200, 310, 130, 90))))
  const ribs = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
  const rib = (k) => Math.sin((k / 5.6) * (Math.PI / 2)) * 150
  const at = (k, t) => [200 + rib(k) * Math.sin(Math.PI * (0.06 + 0.86 * t) * 0.98) ** 0.8, 118 + 252 * t + Math.abs(k) * 2 * (1 - t)]
  const spine = (x, y, a) => stroke([-44, -16, 16, 44].map((b, i) => `M${n(x)} ${n(y)}L${polar(x, y, a + b, i % 3 ? 22 : 17).map(n).join(' ')}`).join(''), '#f3e2b4', 2.6)
  return [
    form(d, coat, { under: '#1f3f7a', lean: 0.3, k: 26, inner: [...ribs.slice(1).map((k) => { const p = range(9).map((i) => at(k - 0.5, i / 8)); return [stroke(curve(p), `${tone(coat, -0.45)}/.5`, 9), stroke(curve(p.map(([x, y]) => [x + 8, y])), `${tone(coat, 0.4)}/.35`, 6)] })] }),
    keep(ribs.slice(1, -1).flatMap((k) => range(6).map((i) => { const [x, y] = at(k, 0.1 + i * 0.165); return [spine(x, y, -90 + k * 14), path(ell(x, y, 4.4, 3.6), '#f3e3b4')] }))),
    form(oval(200, 122, 46, 18), '#e6dcae', { role: 'keep', k: 5 }),
    ...[[162, 108, -112], [238, 108, -68], [200, 96, -90]].map(([x, y, a]) => [range(9).map((i) => petal(x, y + 8, a - 64 + i * 16, 46 - Math.abs(i - 4) * 1.4, 17, '#f0508a', { role: 'keep', tip: 0.4 })), range(6).map((i) => petal(x, y + 10, a - 40 + i * 16, 34, 15, '#f77aa8', { role: 'keep', tip: 0.4 })), heart(x, y - 2, 8, 7, '#f9d24a', 8)]),
  ]
}

/** A cushion of foliage: leaves in rows from dark below to light above. */
function cushion(cx, cy, rx, ry, color, seedAngle = 0) {
  const list = []
  for (let row = 0; row < 4; row++)
    for (let i = 0; i < 11; i++) {
      const t = i / 10
      const y = cy + ry * (0.5 - row * 0.42)
      const half = rx * Math.sqrt(Math.max(0.1, 1 - ((y - cy) / (ry * 1.15)) ** 2))
      list.push(path(ell(cx + (t * 2 - 1) * half * 0.9 + (row % 2) * 6, y + Math.sin(i * 2.4 + row + seedAngle) * ry * 0.1, rx * 0.155, ry * 0.3), lin('v', tone(color, -0.16 + row * 0.13), tone(color, -0.34 + row * 0.1))))
    }
  return [form(oval(cx, cy, rx, ry), tone(color, -0.2), { k: 10, under: '#1f3f6a', lean: 0.3 }), group(list, { role: 'body' })]
}
function bonsai() {
  const bark = '#8a5f44'
  const trunk = melt(10, limb([196, 318, 30], [182, 276, 22], [214, 232, 18], [238, 196, 14], [212, 150, 11], [190, 110, 8]), limb([216, 238, 13], [158, 214, 9], [112, 200, 6]), limb([238, 198, 11], [290, 182, 8], [324, 170, 5]), limb([190, 316, 16], [150, 332, 8]), limb([204, 316, 16], [246, 332, 8]))
  return [
    form(trunk, bark, { role: 'keep', inner: [tufts(`${tone(bark, -0.4)}/.6`, 5, [186, 310, 50, -100, 0.1], [200, 300, 60, -84, 0.12], [216, 244, 50, -60, 0.1], [226, 206, 40, -100, 0.12])] }),
    cushion(98, 190, 74, 30, '#4f9a3c'), cushion(326, 158, 70, 30, '#4a9040', 1), cushion(238, 140, 66, 28, '#468a38', 2), cushion(186, 84, 92, 42, '#57a342', 3),
    form(poly([[98, 326], [302, 326], [308, 346], [92, 346]], 5), '#3f6a8a', { role: 'keep', k: 5 }), form(poly([[104, 344], [296, 344], [280, 376], [120, 376]], [2, 2, 12, 12]), '#3f6a8a', { role: 'keep', k: 7 }), ...[128, 254].map((v) => form(poly([[v, 370], [v + 24, 370], [v + 22, 380], [v + 2, 380]], 2), '#345a78', { role: 'keep', k: 2 })),
    form(oval(200, 327, 92, 9), '#5f8a3c', { role: 'keep', k: 3 }), tufts('#8fb85a', 4, ...range(12).map((i) => [120 + i * 14, 328, 8, -90 + ((i * 31) % 40) - 20])),
  ]
}

function wheat() {
  const gold = '#e6b23c'
  const ear = (x, y, a) => {
    const rows = range(7).flatMap((i) => [-1, 1].map((m) => { const [px, py] = polar(x, y, a, i * 15); const d = blade(px, py, a + m * 30, 32, 15, { belly: 0.5 }); const [ex, ey] = polar(...polar(px, py, a + m * 30, 28), a + m * 10, 44); return [stroke(`M${polar(px, py, a + m * 30, 24).map(n).join(' ')}L${n(ex)} ${n(ey)}`, `${tone(gold, 0.2)}`, 1.8), path(d, linU([px, py, ...polar(px, py, a + m * 30, 32)], tone(gold, -0.3), tone(gold, m > 0 ? 0 : 0.26)), {})] }))
    return [rows, path(blade(...polar(x, y, a, 96), a, 34, 15), lin('v', tone(gold, 0.3), tone(gold, -0.15)))]
  }
  const stalks = [[200, 20, -90, 200], [132, 54, -104, 176], [268, 50, -76, 224], [82, 112, -120, 158], [320, 108, -60, 242]]
  return [
    ...stalks.map(([x, y, a, foot]) => { const [px, py] = polar(x, y + 100, a + 180, 0); return stem([[px, py, 4], [(px * 2 + foot) / 3, 250, 4.4], [foot, 380, 5]], '#b8a23c') }),
    leaf(186, 320, 232, 130, 18, '#a8b04a', { veins: 0, bend: -0.2 }), leaf(214, 316, -52, 136, 18, '#98a844', { veins: 0, bend: 0.2 }), leaf(172, 350, 212, 110, 16, '#b8b24a', { veins: 0, bend: -0.24 }), leaf(230, 346, -30, 110, 16, '#a8a844', { veins: 0, bend: 0.24 }),
    group([3, 4, 1, 2, 0].map((i) => { const [x, y, a] = stalks[i]; return ear(x, y + 100, a) }), { role: 'body' }),
  ]
}

function ivyLeaf(x, y, a, size, color) {
  const pts = [[0, -0.12], [0.22, -0.34], [0.56, -0.44, 1], [0.5, -0.16], [0.8, -0.12], [1.06, 0, 1], [0.8, 0.12], [0.5, 0.16], [0.56, 0.44, 1], [0.22, 0.34], [0, 0.12]]
  const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
  const to = ([u, v]) => [x + size * (u * c - v * s), y + size * (u * s + v * c)]
  const d = smooth(pts.map((p) => [...to(p), p[2]]))
  const vein = (p) => stroke(`M${n(x)} ${n(y)}L${to(p).map(n).join(' ')}`, `${tone(color, 0.5)}/.75`, size * 0.035)
  return [path(d, linU([...to([0.4, -0.5]), ...to([0.5, 0.5])], tone(color, c >= 0 ? 0.22 : -0.3), color, tone(color, c >= 0 ? -0.3 : 0.22)), { role: 'body' }), vein([0.96, 0]), vein([0.46, -0.36]), vein([0.46, 0.36])]
}
function ivy() {
  const greens = ['#3f8a44', '#2f7440', '#52a04a', '#4a9448']
  const vines = [[[60, -30], [48, 60], [86, 150], [52, 250], [82, 350]], [[130, -30], [150, 70], [112, 160], [150, 240], [134, 300]], [[200, -30], [186, 60], [222, 150], [190, 240], [214, 330], [190, 400]], [[270, -30], [286, 50], [256, 130], [288, 220], [270, 270]], [[340, -30], [328, 70], [354, 160], [322, 250], [340, 320]]]
  return [
    ...vines.map((v) => keep(stroke(curve(v), '#6a4f38', 6))),
    ...range(26).map((i) => ivyLeaf(24 + ((i * 67) % 352), -22 + ((i * 29) % 62), 60 + ((i * 97) % 70), 56, greens[i % 4])),
    ...vines.flatMap((v, k) => range(11).flatMap((i) => { const t = (i + 0.6) / 11 * (v.length - 1); const j = Math.min(v.length - 2, Math.floor(t)); const f = t - j; const [x, y] = [v[j][0] + (v[j + 1][0] - v[j][0]) * f, v[j][1] + (v[j + 1][1] - v[j][1]) * f]; return ivyLeaf(x, y, i % 2 ? 28 + ((i * 31) % 40) : 152 - ((i * 43) % 40), 58 - i * 1.6, greens[(i + k) % 4]) })),
  ]
}

function wreath() {
  const greens = ['#2f7440', '#3f8a44', '#4a9448', '#276538']
  const rand2 = (i) => (Math.sin(i * 127.1) * 43758.5) % 1
  const spray = (count, radius, size, shift) => range(count).map((i) => { const a = (360 * i) / count + shift; const [x, y] = polar(200, 200, a, radius + rand2(i) * 8); return leaf(x, y, a + (i % 2 ? 62 : 118) + rand2(i + 9) * 24 - 4 + (radius > 140 ? -20 : 14), size, size * 0.4, greens[i % 4], { veins: 0, role: 'body' }) })
  const berry = ([a, r, k]) => { const [x, y] = polar(200, 200, a, r); return path(ell(x, y, 10 + k), ball('#d8262f'), { role: 'keep' }) }
  const red = '#c8202f'
  return [
    form(dOf(cut(oval(200, 200, 158), oval(200, 200, 116), 1)), '#3f5f34', { role: 'body', k: 8 }),
    spray(38, 150, 60, 0), spray(34, 124, 56, 4), spray(36, 138, 54, 8),
    [[20, 140, 1], [26, 128, 0], [16, 126, 0], [142, 138, 1], [150, 128, 0], [138, 124, 0], [208, 140, 1], [215, 130, 0], [204, 126, 0], [262, 140, 1], [270, 130, 0], [318, 140, 1], [325, 128, 0], [313, 127, 0]].map(berry),
    form(blob([[192, 340], [158, 392], [136, 432, 1], [158, 428], [168, 446, 1], [204, 356]]), tone(red, -0.12), { role: 'keep', k: 6 }), form(blob([[208, 340], [242, 392], [264, 432, 1], [242, 428], [232, 446, 1], [196, 356]]), tone(red, -0.12), { role: 'keep', k: 6 }),
    form(blob([[200, 338], [160, 302], [112, 304], [104, 338], [118, 368], [162, 364]]), red, { role: 'keep' }), form(blob([[200, 338], [240, 302], [288, 304], [296, 338], [282, 368], [238, 364]]), red, { role: 'keep' }),
    tufts(`${tone(red, -0.5)}/.6`, 6, [186, 334, 50, 192, 0.06], [186, 344, 46, 172, 0.04], [214, 334, 50, -12, -0.06], [214, 344, 46, 8, -0.04]), form(rr(180, 318, 40, 42, 13), tone(red, 0.05), { role: 'keep', k: 6 }),
  ]
}

function acorn() {
  const [nut, capColor] = ['#c8803c', '#7d5436']
  const shell = blob([[118, 190], [126, 268], [166, 338], [200, 372, 1], [234, 338], [274, 268], [282, 190], [200, 160]])
  const lid = blob([[96, 186], [104, 132], [150, 96], [200, 88], [250, 96], [296, 132], [304, 186], [276, 208], [200, 216], [124, 208]])
  const scales = range(6).flatMap((row) => range(13).map((i) => { const t = (i + (row % 2) * 0.5 - 6) / 6.6; const y = 108 + row * 19 + (1 - t * t) * 12; const half = [64, 86, 98, 104, 102, 92][row]; const x = 200 + Math.sin(t * 1.5) * half; return path(`M${n(x - 11)} ${n(y)}C${n(x - 11)} ${n(y + 14)} ${n(x - 3)} ${n(y + 22)} ${n(x)} ${n(y + 22)}C${n(x + 3)} ${n(y + 22)} ${n(x + 11)} ${n(y + 14)} ${n(x + 11)} ${n(y)}C${n(x + 5)} ${n(y - 6)} ${n(x - 5)} ${n(y - 6)} ${n(x - 11)} ${n(y)}Z`, lin('v', `${tone(capColor, 0.3)}/.9`, `${tone(capColor, -0.3)}/.9`)) }))
  const oak = [[0, 0], [0.12, -0.14], [0.24, -0.1], [0.3, -0.3], [0.46, -0.3], [0.48, -0.16], [0.6, -0.34], [0.76, -0.3], [0.76, -0.14], [0.92, -0.14], [1, 0], [0.92, 0.14], [0.76, 0.14], [0.76, 0.3], [0.6, 0.34], [0.48, 0.16], [0.46, 0.3], [0.3, 0.3], [0.24, 0.1], [0.12, 0.14]]
  const oakLeaf = (x, y, a, l, color) => { const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]; const to = ([u, v]) => [x + l * (u * c - v * s), y + l * (u * s + v * c)]; return [form(smooth(oak.map(to)), color, { role: 'keep', k: 6, under: '#1f5a5a' }), stroke(`M${to([-0.06, 0]).map(n).join(' ')}L${to([0.94, 0]).map(n).join(' ')}`, `${tone(color, 0.45)}/.8`, 4.5), [[0.2, 0.42], [0.42, 0.68]].flatMap(([u, w]) => [-1, 1].map((m) => stroke(`M${to([u, 0]).map(n).join(' ')}L${to([w, m * 0.25]).map(n).join(' ')}`, `${tone(color, 0.45)}/.6`, 3))) ] }
  return [
    oakLeaf(206, 66, -24, 190, '#6a9a3c'), oakLeaf(194, 66, 202, 170, '#7fa844'), form(limb([198, 104, 11], [206, 70, 9], [226, 44, 10]), capColor, { role: 'keep', k: 4 }),
    form(dOf(shell), nut, { k: 24, inner: [patch(oval(158, 262, 16, 58, 8), '#ffe2b0', { soft: 9, op: 0.6 }), tufts(`${tone(nut, -0.4)}/.35`, 5, [240, 220, 100, 106, 0.06], [216, 226, 110, 98, 0.03], [258, 220, 80, 112, 0.06])] }),
    contact(dOf(shell), lid, 0, 12, 7), form(dOf(lid), capColor, { role: 'keep', k: 18, inner: [scales] }),
  ]
}

function pumpkin() {
  const coat = '#f0822a'
  const lobe = (cx, rx, k, ry = 116) => form(stand(oval(cx, 262, rx, ry), 380, 20), tone(coat, k), { k: 16, under: '#8a1f5a', lean: 0.2 })
  return [
    lobe(200, 70, -0.26, 124), lobe(118, 60, -0.16, 112), lobe(282, 60, -0.2, 112), lobe(72, 66, -0.04, 104), lobe(328, 66, -0.12, 104), lobe(118, 66, 0, 114), lobe(282, 66, -0.06, 114), lobe(160, 64, 0.05, 120), lobe(240, 64, 0, 120), lobe(200, 56, 0.06, 122),
    patch(oval(176, 200, 11, 40, 8), '#ffe0a8', { soft: 8, op: 0.6 }), patch(oval(96, 214, 10, 32, 18), '#ffe0a8', { soft: 8, op: 0.5 }),
    form(oval(200, 150, 56, 16), tone(coat, -0.34), { role: 'body', k: 4 }),
    form(melt(8, limb([200, 152, 25], [196, 118, 17], [214, 86, 16], [240, 72, 17]), ...[-34, -12, 14, 36].map((d) => cap(200, 144, 10, 200 + d, 156, 7))), '#6f8f3c', { role: 'keep', k: 7, inner: [tufts('#3f5f2a/.6', 5, [190, 148, 50, -86, 0.12], [206, 148, 54, -76, 0.12], [206, 104, 36, -46, 0.1])] }), form(oval(248, 70, 8, 15, 24), '#c9b87a', { role: 'keep', k: 3 }),
    keep(stroke('M180 142C150 120 120 128 124 150C128 166 148 160 142 146C136 132 104 136 92 156', '#5f8f3a', 5)), leaf(224, 140, -14, 108, 76, '#5a9a3f', { bend: 0.16, veins: 4 }),
  ]
}

function crystal() {
  const color = '#a06af0'
  const shard = (x, y, a, l, w, k = 0) => {
    const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
    const to = (u, v) => [x + u * c - v * s, y + u * s + v * c]
    const face = (points, top, bottom) => path(poly(points), linU([...to(l, 0), x, y], top, bottom))
    const base = -18
    const [tip, shoulder] = [l, l - w * 0.95]
    return group([
      face([to(base, -w / 2), to(shoulder, -w / 2), to(shoulder - w * 0.1, -w * 0.14), to(base, -w * 0.14)], tone(color, 0.42 + k), tone(color, 0.02 + k)),
      face([to(base, -w * 0.14), to(shoulder - w * 0.1, -w * 0.14), to(shoulder - w * 0.06, w * 0.24), to(base, w * 0.24)], tone(color, 0.22 + k), tone(color, -0.16 + k)),
      face([to(base, w * 0.24), to(shoulder - w * 0.06, w * 0.24), to(shoulder, w / 2), to(base, w / 2)], tone(color, -0.05 + k), tone(color, -0.4 + k)),
      face([to(shoulder, -w / 2), to(tip, -w * 0.02), to(shoulder - w * 0.1, -w * 0.14)], tone(color, 0.75 + k), tone(color, 0.5 + k)),
      face([to(shoulder - w * 0.1, -w * 0.14), to(tip, -w * 0.02), to(shoulder - w * 0.06, w * 0.24)], tone(color, 0.5 + k), tone(color, 0.2 + k)),
      face([to(shoulder - w * 0.06, w * 0.24), to(tip, -w * 0.02), to(shoulder, w / 2)], tone(color, 0.14 + k), tone(color, -0.12 + k)),
      stroke(`M${to(base, -w * 0.14).map(n).join(' ')}L${to(shoulder - w * 0.1, -w * 0.14).map(n).join(' ')}L${to(tip, -w * 0.02).map(n).join(' ')}`, '#fff/.45', 2.2),
      path(poly([to(l * 0.3, -w * 0.42), to(l * 0.62, -w * 0.42), to(l * 0.58, -w * 0.28), to(l * 0.34, -w * 0.28)], 3), '#fff/.4'),
    ], { role: 'body' })
  }
  const stone = (points, k) => form(poly(points, 8), tone('#8a8496', k), { role: 'keep', k: 8 })
  return [
    shard(230, 346, -62, 210, 62, -0.12), shard(160, 346, -120, 190, 58, -0.12), shard(204, 346, -92, 310, 86, 0), shard(262, 348, -42, 150, 46, -0.04), shard(138, 348, -146, 130, 42, -0.04), shard(166, 350, -104, 170, 52, 0.06), shard(244, 350, -72, 150, 50, 0.06), shard(206, 358, -86, 100, 38, 0.12),
    stone([[60, 380], [74, 346], [118, 336], [150, 352], [156, 380]], -0.06), stone([[250, 380], [258, 348], [300, 338], [338, 354], [346, 380]], -0.12), stone([[130, 380], [146, 354], [196, 348], [250, 356], [268, 380]], 0.06),
  ]
}

export const drawings = { daisy, poppy, dandelion, 'flower-bed': flowerBed, 'potted-flower': pottedFlower, monstera, 'cactus-round': cactusRound, bonsai, wheat, ivy, wreath, acorn, pumpkin, 'crystal-cluster': crystal }

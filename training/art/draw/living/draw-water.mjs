/** Creatures of the sea and of the air over water. */
import { blob, clip, dOf, ell, eye, form, group, keep, limb, lin, melt, oval, patch, path, rad, radU, stroke, tone, tufts } from './fur.mjs'

function goldfish() {
  const [coat, fin, pale] = ['#f7892a', '#fbb04a', '#ffe2b0']
  const look = { under: '#c02a6a', lean: 0.2 }
  const trunk = dOf(blob([[120, 214], [170, 150], [250, 128], [322, 160], [358, 214], [330, 266], [256, 294], [176, 274]]))
  const tail = blob([[140, 214], [88, 168], [30, 100], [-6, 92, 1], [4, 150], [-8, 196], [10, 214], [-2, 262], [-32, 326, 1], [24, 328], [84, 266]])
  const dorsal = blob([[172, 156], [192, 106], [236, 74], [296, 84, 1], [300, 110], [318, 160], [240, 170]])
  const low = blob([[214, 276], [206, 316], [176, 350, 1], [226, 346], [262, 318], [270, 276]])
  const low2 = blob([[160, 262], [136, 290], [124, 322, 1], [160, 312], [190, 276]])
  const side = blob([[236, 226], [206, 226], [170, 250], [168, 276, 1], [206, 278], [238, 258]])
  const rays = (color, ...lines) => tufts(color, 4, ...lines)
  const scales = []
  for (let i = 0; i < 5; i++) for (let j = 0; j < 4; j++) scales.push(stroke(`M${146 + i * 27 + (j % 2) * 13} ${168 + j * 26}C${160 + i * 27 + (j % 2) * 13} ${172 + j * 26} ${160 + i * 27 + (j % 2) * 13} ${190 + j * 26} ${146 + i * 27 + (j % 2) * 13} ${194 + j * 26}`, `${tone(coat, -0.28)}/.38`, 3.4))
  return [
    form(tail, fin, { ...look, inner: [rays(`${coat}/.8`, [120, 206, 110, 222, 0.06], [116, 210, 116, 206, 0.03], [112, 220, 116, 162, -0.03], [118, 226, 124, 140, -0.08], [112, 214, 96, 186, 0])] }),
    form(dorsal, fin, { ...look, inner: [rays(`${coat}/.8`, [196, 156, 66, -66, 0.08], [224, 150, 66, -60, 0.08], [254, 150, 60, -56, 0.06], [282, 154, 54, -60, 0.04])] }),
    form(low2, fin, look), form(low, fin, { ...look, inner: [rays(`${coat}/.8`, [228, 280, 60, 118, 0.05], [246, 284, 54, 110, 0.05])] }),
    form(trunk, coat, { ...look, k: 22, inner: [patch(blob([[160, 284], [250, 258], [340, 250], [300, 310], [200, 310]]), pale, { soft: 14 }), scales] }),
    stroke('M292 158C280 190 280 232 294 268', `${tone(coat, -0.3)}/.5`, 4),
    form(side, fin, { ...look, inner: [rays(`${coat}/.8`, [226, 236, 50, 152, 0.05], [226, 246, 46, 140, 0.05])] }),
    keep(path(dOf(oval(320, 196, 17, 18)), rad([0.4, 0.35, 0.7], '#fffbe6', [1, '#f3d27a']))), eye(323, 197, 10.5, 12),
    keep(stroke('M352 230C344 238 334 240 326 236', '#9a3a1f', 4)),
  ]
}

function seahorse() {
  const [coat, pale, fin] = ['#f2a12e', '#fde0a0', '#f06a4a']
  const look = { under: '#b02a6a', lean: 0.2 }
  const spine = [[212, 92, 42], [196, 148, 36], [190, 200, 48], [196, 252, 44], [188, 300, 28], [160, 340, 19], [150, 384, 15], [182, 412, 13], [212, 394, 11], [206, 366, 9], [186, 368, 7]]
  const trunk = melt(10, limb(...spine), limb([230, 96, 28], [274, 116, 15], [306, 128, 12]), oval(312, 130, 14, 16, 10))
  const spikes = [[176, 72], [184, 56], [206, 46], [230, 50], [162, 112], [156, 160], [140, 196], [144, 236], [152, 276]].map(([x, y]) => oval(x, y, 11))
  const back = blob([[152, 176], [112, 160], [88, 176, 1], [102, 198], [90, 216, 1], [104, 232], [98, 252, 1], [120, 250], [152, 238]])
  const d = dOf(melt(8, trunk, ...spikes))
  return [
    form(back, fin, { role: null, under: '#7a2a8a', inner: [tufts('#a8303f/.5', 4, [150, 190, 50, 196, 0.05], [150, 206, 52, 180, 0.02], [150, 222, 50, 166, -0.03])] }),
    form(d, coat, { ...look, inner: [patch(limb([236, 180, 20], [244, 230, 20], [226, 280, 14]), pale, { soft: 6 }), ...[170, 192, 214, 236, 258, 280, 302].map((y, i) => stroke(`M${236 - Math.max(0, i - 4) * 8} ${y}C${220} ${y + 10} ${180} ${y + 12} ${150 - i} ${y + 2}`, `${tone(coat, -0.3)}/.45`, 4.5)), ...[[150, 330, 176, 342], [136, 356, 164, 360], [132, 384, 164, 380]].map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, `${tone(coat, -0.3)}/.45`, 4))] }),
    form(blob([[176, 116], [150, 112], [136, 126, 1], [146, 140], [164, 146]]), fin, { role: null, under: '#7a2a8a', k: 4 }),
    keep(path(dOf(oval(230, 84, 15, 16)), rad([0.4, 0.35, 0.7], '#fff8e0', [1, '#f0d080']))), eye(233, 85, 9.5, 11), keep(stroke('M318 134L308 138', '#8a4a2a', 4)), tufts(`${tone(coat, -0.35)}/.6`, 4, [218, 60, 26, 6, -0.1]),
  ]
}

function starfish() {
  const coat = '#f4763f'
  const look = { under: '#b0206a', lean: 0.2, hi: 0.26 }
  const [cx, cy] = [200, 206]
  const arms = Array.from({ length: 5 }, (_, i) => {
    const a = ((-90 + i * 72 + 4) * Math.PI) / 180
    return { a, f: limb([cx, cy, 62], [cx + 80 * Math.cos(a), cy + 80 * Math.sin(a), 44], [cx + 176 * Math.cos(a + 0.06), cy + 176 * Math.sin(a + 0.06), 19]) }
  })
  const d = dOf(melt(30, ...arms.map(({ f }) => f)))
  const bumps = arms.flatMap(({ a }) => [24, 52, 78, 104, 130, 154, 176].flatMap((r, k) => {
    const bend = a + 0.06 * (r / 176)
    const [x, y, s] = [cx + r * Math.cos(bend), cy + r * Math.sin(bend), 8.5 - k * 0.7]
    const side = k > 0 && k < 6 ? [-1, 1].map((m) => [x - m * (30 - k * 3) * Math.sin(bend), y + m * (30 - k * 3) * Math.cos(bend), s * 0.55]) : []
    return [[x, y, s], ...side]
  }))
  return [
    form(d, coat, { ...look, k: 22, inner: arms.map(({ a }) => patch(limb([cx + 10 * Math.cos(a), cy + 10 * Math.sin(a), 22], [cx + 160 * Math.cos(a + 0.05), cy + 160 * Math.sin(a + 0.05), 8]), tone(coat, 0.3), { soft: 9, op: 0.8 })) }),
    group(bumps.flatMap(([x, y, s]) => [path(ell(x + 1, y + 2, s, s), `${tone(coat, -0.4)}/.4`), path(ell(x, y, s, s), rad([0.4, 0.3, 0.7], '#fff3d8', [1, '#f9bd84']))]), { role: 'body' }),
  ]
}

function stingray() {
  const [coat, pale] = ['#6c86a8', '#e9eef4']
  const look = { under: '#3a2f90', lean: 0.24, hi: 0.24 }
  const tail = limb([110, 250, 14], [50, 262, 8], [-20, 300, 5], [-70, 306, 3])
  const wing = blob([[372, 236], [340, 204], [280, 180], [216, 120], [150, 66], [92, 50, 1], [104, 110], [110, 168], [92, 222], [100, 262], [140, 290], [160, 336], [150, 384, 1], [214, 352], [276, 300], [338, 272]])
  const d = dOf(wing)
  const spots = [[200, 150, 12], [168, 122, 9], [236, 176, 9], [150, 164, 8], [186, 196, 10], [150, 214, 9], [236, 216, 8], [196, 250, 9], [160, 262, 7], [232, 262, 8], [190, 300, 9], [216, 318, 6], [140, 110, 6]]
  return [
    form(tail, coat, look), form(blob([[70, 254], [52, 232], [36, 236, 1], [46, 262]]), tone(coat, -0.15), look),
    form(d, coat, { ...look, k: 24, inner: [patch(oval(206, 232, 110, 54, 4), tone(coat, 0.24), { soft: 22, op: 0.8 }), patch(blob([[80, 30], [240, 140], [300, 184], [380, 236], [300, 170], [200, 84]]), pale, { soft: 6, op: 0.8 }), ...spots.map(([x, y, r]) => patch(oval(x, y, r, r * 0.8), '#cfe3f4', { soft: 1.5, op: 0.8 }))] }),
    form(oval(318, 214, 15, 13), coat, look), form(oval(308, 258, 15, 13), coat, look), eye(321, 213, 6.5, 7.5), eye(311, 257, 6.5, 7.5),
    tufts('#2f3a66/.5', 4, [276, 226, 12, 80], [266, 228, 12, 80], [256, 230, 12, 80], [276, 252, 12, 80], [266, 252, 12, 80], [256, 252, 12, 80]),
    keep(stroke('M366 232C368 242 362 254 352 260', '#38406a', 3.4)),
  ]
}

function dragonfly() {
  const [coat, wing] = ['#1f9aa8', '#bfe9f4']
  const look = { under: '#2a3a9a', lean: 0.2, hi: 0.28 }
  const pane = (points) => {
    const d = dOf(blob(points))
    return [path(d, lin('d', '#f4fdff/.85', [0.5, `${wing}/.7`], '#8fc8e8/.75'), { role: 'keep' })]
  }
  const veins = (list) => keep(list.map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, '#4a8aa8/.55', 2)))
  const segments = [[210, 212, 17], [186, 224, 16], [162, 236, 15], [138, 248, 14.5], [114, 260, 14], [90, 272, 13], [66, 284, 12.5], [42, 296, 11]]
  return [
    pane([[252, 178], [250, 110], [278, 30], [318, -24], [344, -30], [346, 10], [318, 90], [276, 168]]), pane([[232, 186], [206, 124], [196, 50], [214, -4], [236, -8], [250, 30], [256, 110], [250, 176]]),
    veins([[262, 168, 330, -10], [266, 130, 306, 70], [268, 120, 286, 40], [242, 170, 224, 6], [238, 130, 212, 60], [244, 110, 244, 40]]),
    keep(path(dOf(oval(334, -8, 6, 12, 24)), '#2f6a8a'), path(dOf(oval(226, 10, 6, 12, -10)), '#2f6a8a')),
    ...segments.toReversed().map(([x, y, r], i) => form(oval(x, y, r * 1.05, r, 0), i % 2 ? coat : tone(coat, -0.12), { ...look, k: 5 })),
    form(oval(242, 192, 40, 32, -22), coat, look),
    pane([[258, 196], [300, 236], [340, 300], [352, 350], [334, 362], [306, 330], [262, 262], [240, 212]]), pane([[236, 204], [262, 260], [276, 328], [268, 376], [248, 380], [232, 340], [222, 270], [222, 218]]),
    veins([[254, 208, 338, 346], [272, 240, 290, 290], [290, 250, 320, 300], [236, 220, 256, 364], [234, 260, 240, 310], [250, 262, 262, 320]]),
    keep(path(dOf(oval(338, 344, 6, 11, -34)), '#2f6a8a'), path(dOf(oval(257, 362, 6, 11, -10)), '#2f6a8a')),
    keep(stroke('M262 216C276 226 282 236 284 250M274 206C292 214 298 222 302 236', '#1f5a68', 4)),
    form(oval(286, 166, 27, 25), tone(coat, 0.08), look), form(oval(300, 148, 21, 20), '#5a3fae', { role: 'keep', hi: 0.4 }), form(oval(306, 176, 20, 19), '#5a3fae', { role: 'keep', hi: 0.4 }), keep(path(dOf(oval(294, 140, 5)), '#fff/.8'), path(dOf(oval(300, 168, 5)), '#fff/.8')),
  ]
}

function firefly() {
  const [coat, wing, gleam] = ['#4a3a40', '#cfe4f2', '#fff27a']
  const look = { under: '#3a2a90', lean: 0.2, hi: 0.26, role: null }
  const tail = dOf(limb([170, 246, 40], [120, 270, 40], [74, 288, 32]))
  return [
    group([path(dOf(oval(96, 282, 120)), radU([96, 282, 120], 1, '#f6ff8a/.85', [0.4, '#e8f04a/.3'], [0.75, '#e0e83a/.06'], '#e0e83a/0'))], { role: 'light' }),
    path(dOf(blob([[196, 196], [170, 120], [110, 64], [60, 56], [52, 90], [90, 150], [150, 210]])), lin('d', '#fff/.9', `${wing}/.7`), { role: 'keep' }), keep(stroke('M186 190C160 140 120 96 70 72M176 190C150 160 116 130 82 116', '#7a9ab8/.6', 3)),
    group([path(tail, lin('d', '#fffbd0', [0.45, gleam], '#d8c62a')), [[150, 222, 160, 290], [118, 236, 130, 312], [86, 252, 96, 324]].map(([a, b, c, e]) => clip(tail, stroke(`M${a} ${b}C${a - 16} ${b + 24} ${a - 10} ${b + 50} ${c} ${e}`, '#b8a01f/.55', 4)))], { role: 'light' }),
    form(oval(214, 228, 54, 46, -14), coat, look), form(blob([[206, 176], [260, 190], [270, 226], [226, 250], [150, 246], [90, 240, 1], [120, 204], [160, 182]]), '#6a3a34', { role: 'body', hi: 0.24 }),
    keep(stroke('M240 200C200 206 150 220 104 236', '#3a2028/.6', 3.4)),
    keep(stroke('M240 262C244 284 238 296 228 308M264 252C274 272 272 286 264 298M212 268C208 286 200 296 190 304', '#3a2c34', 6)),
    form(oval(276, 206, 38, 36), coat, look), form(blob([[244, 186], [262, 168], [292, 172], [298, 186], [270, 184]]), '#e0503f', { role: null }),
    keep(stroke('M290 176C300 146 316 132 338 126M302 186C320 166 336 160 356 160', '#3a2c34', 5), path(dOf(oval(340, 125, 7)), '#3a2c34'), path(dOf(oval(358, 160, 7)), '#3a2c34')),
    keep(path(dOf(oval(290, 204, 15, 16)), '#fff8ea')), eye(294, 205, 9.5, 11), keep(stroke('M306 226C300 234 290 236 280 232', '#f3d8c8', 3.4)),
  ]
}
export const drawings = { goldfish, seahorse, starfish, stingray, dragonfly, firefly }

/** Beings that are no animals and no people. */
import { bigEye, blob, blush, cap, clip, contact, cut, dOf, ell, eye, form, group, grown, keep, limb, lin, melt, mirrored, moved, oval, patch, path, poly, polygon, rad, rr, smooth, stand, stroke, tone, tufts, union } from './fur.mjs'


/** `d` (path data) mirrored about the vertical at x. */
const flipped = (x, parts) => group(parts, { t: `matrix(-1 0 0 1 ${2 * x} 0)` })

function robot() {
  const [metal, joint, dark, glow] = ['#4f9fd0', '#c3ccd6', '#2c3346', '#7df5ef']
  const x = 200
  const look = { k: 9, hi: 0.26, lo: 0.2, lean: 0.08 }
  const plate = (d, c = metal, o = {}) => form(d, c, { ...look, ...o })
  const ring = (cx, cy, rx, ry) => form(ell(cx, cy, rx, ry), joint, { role: null, k: 4, hi: 0.4 })
  const bolt = (cx, cy, r = 4.5) => keep(path(ell(cx, cy, r), lin('d', '#f4f7fa', '#8a95a8')))
  const arm = [ring(118, 202, 22, 22), form(limb([112, 214, 13], [98, 246, 12]), joint, { role: null, k: 5 }), keep([222, 232, 242].map((y, i) => stroke(`M${98 + (242 - y) * 0.45} ${y}L${122 - i * 3} ${y + 5}`, '#7d8799/.8', 3.4))),
    plate(poly([[80, 244], [116, 248], [112, 300], [82, 300]], 10)), ring(97, 304, 17, 9), form(union(limb([94, 312, 12], [82, 326, 9], [84, 346, 6]), limb([100, 312, 12], [112, 326, 9], [110, 346, 6])), joint, { role: null, k: 5, hi: 0.4 })]
  const leg = [form(limb([166, 300, 15], [166, 334, 14]), joint, { role: null, k: 5 }), keep([306, 316, 326].map((y) => stroke(`M152 ${y}L180 ${y}`, '#7d8799/.8', 3.4))), plate(poly([[146, 328], [186, 328], [190, 358], [142, 358]], 9)), form(poly([[134, 380], [134, 366], [152, 352], [182, 352], [194, 366], [194, 380]], [4, 9, 9, 9, 9, 4]), dark, { role: null, k: 7, hi: 0.24 })]
  const head = rr(128, 52, 144, 108, 34)
  return [
    arm, flipped(x, arm), leg, flipped(x, leg),
    form(rr(176, 150, 48, 30, 6), joint, { role: null, k: 5 }), keep([158, 168].map((y) => stroke(`M178 ${y}L222 ${y}`, '#7d8799/.8', 3.4))),
    plate(poly([[126, 176], [274, 176], [266, 306], [134, 306]], 24)),
    form(rr(150, 196, 100, 70, 12), '#e7edf3', { role: null, k: 5 }), form(ell(176, 220, 13), '#f0524a', { role: 'keep', k: 4 }), form(ell(176, 248, 9), '#f7c54a', { role: 'keep', k: 3 }),
    path(rr(200, 208, 40, 28, 5), lin('v', '#3a4a66', dark), {}), group([stroke('M204 224L211 224L215 214L220 232L225 220L229 224L236 224', glow, 2.6)], { role: 'light' }),
    keep([204, 216, 228].map((cx) => stroke(`M${cx} 246L${cx} 256`, '#9aa6b8', 5))), bolt(144, 190), bolt(256, 190), bolt(148, 290), bolt(252, 290),
    stroke('M146 280C180 286 220 286 254 280', `${tone(metal, -0.4)}/.5`, 3.4),
    form(cap(200, 54, 5, 200, 22, 4), joint, { role: null, k: 2 }), group([path(ell(200, 16, 14), rad([0.38, 0.32, 0.7], '#ffd9c8', '#ff6a4a', [1, '#c8302a']))], { role: 'light' }),
    form(rr(112, 88, 24, 40, 9), dark, { role: null, k: 4, hi: 0.25 }), form(rr(264, 88, 24, 40, 9), dark, { role: null, k: 4, hi: 0.25 }),
    plate(head, metal, { k: 14 }), path(rr(144, 72, 112, 68, 24), lin('v', '#222838', '#3a4560'), {}),
    group([-28, 28].flatMap((d) => [path(ell(x + d, 100, 15, 17), rad([0.5, 0.45, 0.6], '#eafffe', [0.5, glow], '#2fb8c8')), path(ell(x + d - 5, 94, 4.5), '#fff')]), { role: 'light' }), group([stroke('M182 122C190 130 210 130 218 122', glow, 4.4)], { role: 'light' }),
    keep(path('M156 84C162 76 176 74 190 74L170 96C162 96 156 92 156 84Z', '#fff/.14')), bolt(140, 148, 4), bolt(260, 148, 4),
  ]
}

function alien() {
  const [skin, suit, trim] = ['#7cc64a', '#7a4fc0', '#f7c54a']
  const x = 200
  const look = { under: '#1f5f8a', lean: 0.22, hi: 0.22 }
  const fabric = { under: '#2f1f8a', role: null, hi: 0.24 }
  const trunk = dOf(melt(12, limb([x, 252, 40], [x, 300, 34])))
  const arm = melt(6, limb([166, 240, 15], [128, 268, 13], [120, 304, 12]))
  const hand = melt(4, oval(118, 318, 15, 16), cap(112, 322, 6, 100, 342, 5), cap(118, 324, 6, 116, 348, 5), cap(124, 322, 6, 132, 340, 5))
  const wave = melt(6, limb([234, 240, 15], [276, 246, 13], [300, 208, 12]))
  const waveHand = melt(4, oval(306, 190, 16, 15), cap(300, 184, 6, 288, 162, 5), cap(306, 182, 6, 308, 156, 5), cap(312, 184, 6, 330, 164, 5))
  const leg = (s) => stand(limb([x + s * 20, 312, 20], [x + s * 24, 344, 17], [x + s * 24, 366, 16]))
  const boot = (s) => stand(melt(8, oval(x + s * 28, 366, 26, 17), oval(x + s * 24, 352, 18, 14)))
  const headD = dOf(melt(16, oval(x, 116, 96, 86), oval(x, 176, 52, 44)))
  const big = blob([[x - 76, 104], [x - 44, 92], [x - 18, 122], [x - 22, 158], [x - 50, 162], [x - 78, 134]])
  const lens = (f, m) => keep(path(dOf(f), lin('v', '#3a3458', [0.6, '#15101f'])), clip(dOf(f), path(ell(x + m * 54, 114, 15, 11), '#fff/.75'), path(ell(x + m * 30, 146, 7), '#9a8af0/.5')))
  return [
    form(leg(-1), suit, fabric), form(leg(1), suit, fabric), form(boot(-1), '#3f3866', fabric), form(boot(1), '#3f3866', fabric),
    form(hand, skin, look), form(waveHand, skin, look), form(arm, suit, fabric), form(wave, suit, fabric), form(oval(121, 302, 15, 7, 8), trim, { role: 'keep', k: 3 }), form(oval(299, 210, 15, 7, 24), trim, { role: 'keep', k: 3 }),
    form(trunk, suit, { ...fabric, inner: [stroke('M150 302C180 312 220 312 250 302', trim, 11), stroke('M162 222C180 244 220 244 238 222', trim, 9)] }), form(poly([[x, 258], [x + 17, 268], [x + 17, 286], [x, 296], [x - 17, 286], [x - 17, 268]], 4), trim, { role: 'keep', k: 3 }), group([path(ell(x, 277, 9), rad([0.4, 0.35, 0.7], '#eafffe', '#5fe0f0'))], { role: 'light' }),
    contact(trunk, headD, 0, 12, 8),
    form(limb([164, 48, 6], [148, 14, 5]), skin, { ...look, k: 3 }), form(limb([236, 48, 6], [252, 14, 5]), skin, { ...look, k: 3 }), form(oval(146, 8, 14), '#b8e86a', { ...look, k: 5 }), form(oval(254, 8, 14), '#b8e86a', { ...look, k: 5 }),
    form(headD, skin, { ...look, k: 22, inner: [patch(oval(x - 40, 60, 34, 18, -24), '#e8ffb8', { soft: 10, op: 0.5 })] }),
    lens(big, -1), lens(mirrored(big, x), 1), keep(path(ell(x - 6, 178, 2.6, 3.4), '#2f6a2c'), path(ell(x + 6, 178, 2.6, 3.4), '#2f6a2c'), stroke('M180 196C190 206 210 206 220 196', '#2f6a2c', 4)),
    ...[[150, 186, 6], [252, 184, 7], [262, 66, 8], [244, 52, 5]].map(([a, b, r]) => patch(oval(a, b, r), tone(skin, -0.24), { soft: 1, op: 0.5 })),
  ]
}

/** A shaggy edge: spikes of fur around a closed field's outline points. */
const shaggy = (cx, cy, rx, ry, count, depth) =>
  polygon(Array.from({ length: count * 2 }, (_, i) => {
    const a = (Math.PI * i) / count + (i % 2 ? 0.02 : 0)
    const k = i % 2 ? 1 + depth * (0.75 + 0.25 * Math.sin(i * 7.3)) : 1
    return [cx + rx * k * Math.cos(a), cy + ry * k * Math.sin(a) + (i % 2 ? 6 : 0)]
  }), 3)

function monster() {
  const [coat, horn, pale] = ['#4a90d8', '#f0d8a4', '#bfe0f6']
  const look = { under: '#5a2aa0', lean: 0.26, hi: 0.24 }
  const x = 200
  const trunk = dOf(melt(14, shaggy(x, 200, 132, 128, 34, 0.07), stand(shaggy(x, 288, 124, 72, 32, 0.06), 366)))
  const arm = melt(10, limb([88, 210, 28], [44, 256, 26], [40, 306, 24]), shaggy(40, 310, 27, 26, 15, 0.14))
  const up = melt(10, limb([312, 210, 28], [360, 176, 25], [374, 128, 23]), shaggy(376, 122, 27, 26, 15, 0.14))
  const foot = (s) => stand(melt(6, oval(x + s * 56, 362, 52, 26), ...[-30, 0, 30].map((d) => oval(x + s * 56 + d, 370, 20, 16))))
  const hornF = blob([[116, 96], [84, 72], [70, 24, 1], [108, 44], [152, 76]])
  const spots = [[108, 262, 16, 12], [290, 252, 18, 13], [270, 296, 11, 9], [128, 300, 12, 9], [300, 150, 12, 9]]
  const mouth = blob([[120, 214], [160, 228], [x, 232], [240, 228], [280, 214], [272, 260], [240, 288], [x, 296], [160, 288], [128, 260]])
  const mouthD = dOf(mouth)
  const tooth = (tx, ty, w, h) => keep(path(poly([[tx - w, ty], [tx + w, ty], [tx, ty + h]], 4), lin('v', '#fff', '#e8e0d0')))
  return [
    form(foot(-1), tone(coat, -0.08), look), form(foot(1), tone(coat, -0.08), look), keep([-1, 1].flatMap((s) => [-30, 0, 30].map((d) => path(poly([[x + s * 56 + d - 8, 370], [x + s * 56 + d + 8, 370], [x + s * 56 + d, 380]], 3), horn)))),
    form(hornF, horn, { role: 'keep', under: '#8a4a3a' }), form(mirrored(hornF, x), horn, { role: 'keep', under: '#8a4a3a' }), keep([[84, 50, 112, 46], [92, 66, 128, 60], [288, 46, 316, 50], [272, 60, 308, 66]].map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, '#c9a05f/.8', 4))),
    form(up, coat, look),
    form(trunk, coat, { ...look, k: 26, inner: [patch(oval(x, 316, 84, 66), pale, { soft: 16, op: 0.85 }), ...spots.map((s) => patch(oval(...s), '#7a5ad8', { soft: 2, op: 0.7 }))] }),
    tufts(`${tone(coat, 0.34)}/.65`, 6, [150, 112, 20, 76], [176, 100, 20, 84], [202, 98, 20, 92], [228, 104, 20, 98], [252, 114, 20, 104], [110, 232, 18, 70], [286, 226, 18, 108], [176, 320, 18, 84], [204, 326, 18, 90], [232, 320, 18, 98], [190, 342, 16, 88], [218, 344, 16, 92]),
    path(mouthD, lin('v', '#5a1a3a', '#8a2a4a'), { role: 'keep' }), clip(mouthD, patch(oval(x, 300, 54, 34), '#f2708a', { soft: 2 }), keep(stroke('M200 272L200 300', '#c84a6a', 4))),
    clip(mouthD, [[140, 216, 12, 26], [168, 224, 11, 20], [232, 224, 11, 20], [260, 216, 12, 26]].map((t) => tooth(...t)), keep(path(poly([[176, 300], [190, 300], [183, 280]], 3), '#fff'), path(poly([[210, 300], [224, 300], [217, 280]], 3), '#fff'))),
    bigEye(156, 158, 34, '#3aa84a', { look: [0.5, 0.3] }), bigEye(246, 158, 34, '#3aa84a', { look: [-0.2, 0.3] }),
    keep(path(dOf(blob([[118, 132, 1], [150, 108], [192, 128, 1], [156, 118]])), tone(coat, -0.45)), path(dOf(blob([[210, 128, 1], [250, 106], [286, 130, 1], [248, 116]])), tone(coat, -0.45))),
    form(arm, coat, look), keep([[24, 328], [40, 334], [56, 328]].map(([a, b]) => path(poly([[a - 7, b], [a + 7, b], [a, b + 16]], 3), horn)), [[356, 104], [374, 94], [392, 102]].map(([a, b]) => path(poly([[a - 7, b], [a + 7, b], [a + (a - 374) * 0.3, b - 16]], 3), horn))),
  ]
}

function skeleton() {
  const [bone, dark] = ['#f3ead8', '#3a3040']
  const x = 200
  const look = { role: 'body', under: '#6a5a9a', lean: 0.26, k: 5, hi: 0.2 }
  const b = (f, t = 0) => form(f, tone(bone, t), look)
  const long = (x1, y1, x2, y2, r, knob) => melt(4, cap(x1, y1, r, x2, y2, r), oval(x1 - knob * 0.5, y1, knob), oval(x1 + knob * 0.5, y1, knob), oval(x2 - knob * 0.5, y2, knob), oval(x2 + knob * 0.5, y2, knob))
  const rib = (s, y, w, drop) => limb([x + s * 4, y, 5], [x + s * w * 0.7, y + 2, 5.4], [x + s * w, y + drop * 0.5, 5], [x + s * w * 0.8, y + drop, 4.6], [x + s * w * 0.3, y + drop + 5, 4])
  const side = (s) => [
    b(long(x + s * 22, 250, x + s * 26, 304, 6, 6.5)), b(long(x + s * 26, 314, x + s * 28, 362, 5.4, 6)), b(stand(melt(4, oval(x + s * 28, 370, 10, 9), limb([x + s * 30, 373, 7], [x + s * 48, 376, 5])))),
    b(limb([x + s * 6, 142, 5.5], [x + s * 26, 138, 5.5], [x + s * 46, 144, 6.5])), 
  ]
  const hand = (hx, hy, s, up) => [-1, 0, 1, 2].map((i) => b(limb([hx + i * 4 * s, hy, 3.6], [hx + i * 6.5 * s, hy + up * 15, 3.2], [hx + i * 7.5 * s, hy + up * 26, 2.8])))
  const skull = dOf(melt(14, oval(x, 62, 58, 54), oval(x, 98, 36, 26)))
  const jaw = dOf(stand(melt(8, oval(x, 112, 31, 20), cap(x - 24, 100, 9, x + 24, 100, 9)), 400))
  return [
    side(1), side(-1),
    ...[146, 158, 170, 182, 194, 206, 218, 230].map((y, i) => b(oval(x, y, 8.5, 6.4), i % 2 ? -0.05 : 0)),
    b(melt(8, cut(oval(x - 20, 244, 23, 19, 20), oval(x - 18, 246, 9, 8), 4), cut(oval(x + 20, 244, 23, 19, -20), oval(x + 18, 246, 9, 8), 4), oval(x, 250, 12, 13))),
    ...[[154, 46, 26], [170, 50, 24], [186, 48, 22], [201, 40, 18]].flatMap(([y, w, drop]) => [b(rib(1, y, w, drop)), b(rib(-1, y, w, drop))]), b(limb([x, 150, 7], [x, 178, 6], [x, 204, 4])),
    b(long(x - 50, 152, x - 66, 206, 5.4, 6)), b(long(x - 68, 216, x - 62, 266, 4.6, 5)), hand(x - 62, 278, 1, 1),
    b(long(x + 50, 152, x + 84, 192, 5.4, 6)), b(long(x + 92, 190, x + 108, 142, 4.6, 5)), hand(x + 108, 130, 1, -1),
    form(jaw, bone, look), contact(jaw, skull, 0, 6, 4, 0.4),
    form(skull, bone, { ...look, k: 12 }),
    keep([-1, 1].map((s) => path(dOf(oval(x + s * 24, 68, 17, 19, s * -8)), rad([0.5, 0.6, 0.6], '#5a4a60', [0.8, dark]))), path(poly([[x, 84], [x + 8, 102], [x, 99], [x - 8, 102]], 3), dark)),
    keep(stroke(`M${x - 22} 113L${x + 22} 113`, `${dark}/.75`, 2.6), [-16, -8, 0, 8, 16].map((d) => stroke(`M${x + d} 107L${x + d} 119`, `${dark}/.7`, 2.4))),
    stroke(`M${x + 26} 26L${x + 20} 36L${x + 30} 42`, '#a8957f/.7', 2.6), patch(oval(x - 24, 34, 18, 9, -24), '#fff', { soft: 4, op: 0.6 }),
  ]
}

function gnome() {
  const [coat, hat, skin, beard] = ['#3f7fc0', '#e03a3c', '#f6bfa0', '#f8f4f0']
  const x = 200
  const trunk = dOf(stand(melt(20, oval(x, 290, 92, 74), oval(x, 330, 84, 40)), 364))
  const boot = (s) => stand(melt(8, oval(x + s * 46, 364, 46, 22), oval(x + s * 34, 344, 28, 22)))
  const arm = (s) => melt(8, limb([x + s * 74, 254, 27], [x + s * 96, 292, 24], [x + s * 66, 316, 20]))
  const hatD = dOf(blob([[104, 186], [120, 120], [160, 40], [214, -42], [244, -58, 1], [250, -26], [262, 60], [282, 126], [296, 186], [250, 202], [x, 206], [150, 202]]))
  const beardD = dOf(blob([[118, 206], [114, 250], [132, 300], [160, 332], [176, 322, 1], [190, 350], [204, 362, 1], [216, 340], [228, 324, 1], [242, 328], [268, 298], [286, 250], [282, 206], [240, 196], [160, 196]]))
  const stache = blob([[x, 232], [170, 222], [136, 234], [122, 258, 1], [152, 264], [184, 256], [x, 246]])
  return [
    form(boot(-1), '#6a4030', { role: 'keep' }), form(boot(1), '#6a4030', { role: 'keep' }),
    form(trunk, coat, { role: null, under: '#2f1f7a', inner: [stroke('M100 322C150 338 250 338 300 322', '#5a3626', 18)] }), form(rr(184, 314, 32, 30, 5), '#f3bf45', { role: 'keep', k: 4 }), keep(path(rr(192, 322, 16, 14, 2), '#5a3626')),
    form(oval(108, 214, 17, 20), skin, { role: 'keep' }), form(oval(292, 214, 17, 20), skin, { role: 'keep' }), form(oval(x, 210, 92, 52), skin, { role: 'keep' }),
    contact(trunk, beardD, 0, 8, 6), form(beardD, beard, { role: 'keep', under: '#8a86b8', lean: 0.3 }),
    tufts('#b9b3c8/.7', 5, [150, 250, 50, 80, 0.06], [176, 268, 56, 84, 0.04], [204, 266, 66, 90, 0.02], [230, 268, 54, 96, -0.04], [254, 250, 48, 102, -0.06], [190, 300, 40, 86], [220, 304, 34, 92]),
    ...[-1, 1].flatMap((s) => [form(arm(s), tone(coat, 0.05), { role: null, under: '#2f1f7a' }), form(oval(x + s * 58, 320, 20, 18), '#f3efe8', { role: 'keep', under: '#8a86b8' })]),
    form(stache, beard, { role: 'keep', under: '#8a86b8', lean: 0.3 }), form(mirrored(stache, x), beard, { role: 'keep', under: '#8a86b8', lean: 0.3 }),
    blush(146, 222, 16), blush(254, 222, 16), eye(164, 206, 8, 10), eye(236, 206, 8, 10), form(oval(x, 226, 24, 21), '#f2a088', { role: 'keep', hi: 0.3 }),
    contact(dOf(oval(x, 210, 92, 52)), hatD, 0, 8, 7),
    form(hatD, hat, { k: 22, inner: [tufts(`${tone(hat, -0.45)}/.5`, 7, [236, 10, 50, 150, 0.1], [256, 84, 60, 160, 0.1], [160, 96, 40, 20, 0.12])] }), form(blob([[98, 178], [150, 192], [x, 196], [250, 192], [302, 178], [304, 200], [252, 216], [x, 220], [148, 216], [96, 200]]), tone(hat, -0.2)),
    form(oval(246, -56, 15), '#f8f4f0', { role: 'keep', under: '#8a86b8' }),
  ]
}

function gingerbread() {
  const [dough, icing] = ['#c67a38', '#fff6ee']
  const x = 200
  const shape = melt(16, oval(x, 104, 78, 74), limb([x, 170, 46], [x, 250, 58]), limb([x - 40, 196, 34], [x - 112, 176, 30]), limb([x + 40, 196, 34], [x + 112, 176, 30]), limb([x - 30, 270, 36], [x - 58, 344, 34]), limb([x + 30, 270, 36], [x + 58, 344, 34]))
  const d = dOf(shape)
  const zig = (list, w = 6) => keep(stroke(smooth(list, false), '#d8c4b4', w + 1.4), stroke(smooth(list, false), icing, w))
  const zigzag = (x1, y1, x2, y2, waves, h) => Array.from({ length: waves * 2 + 1 }, (_, i) => {
    const t = i / (waves * 2)
    const l = Math.hypot(x2 - x1, y2 - y1)
    const side = (i % 2 ? 1 : -1) * h
    return [x1 + (x2 - x1) * t - ((y2 - y1) / l) * side, y1 + (y2 - y1) * t + ((x2 - x1) / l) * side]
  })
  const button = (cy, c) => [form(oval(x, cy, 13, 12), c, { role: 'keep', hi: 0.36, k: 4 })]
  return [
    form(grown(moved(shape, 0, 4), 1), tone(dough, -0.32), { k: 6 }), form(d, dough, { k: 18, lean: 0.08, inner: [...Array.from({ length: 46 }, (_, i) => path(ell(x + 130 * Math.sin(i * 12.9898), 200 + 175 * Math.cos(i * 78.233), 1.6 + (i % 3) * 0.7), '#8a4a1f/.4'))] }),
    zig(zigzag(84, 152, 96, 208, 3, 6)), zig(zigzag(316, 152, 304, 208, 3, 6)), zig(zigzag(118, 330, 172, 350, 3, 6)), zig(zigzag(282, 330, 228, 350, 3, 6)),
    zig([[146, 64], [164, 46], [182, 60], [200, 42], [218, 60], [236, 46], [254, 64]]),
    keep(path(ell(x - 28, 96, 9.5, 11), '#4a2a20'), path(ell(x + 28, 96, 9.5, 11), '#4a2a20'), path(ell(x - 31, 92, 3), '#fff/.9'), path(ell(x + 25, 92, 3), '#fff/.9')), zig([[160, 124], [178, 140], [200, 145], [222, 140], [240, 124]]),
    blush(x - 46, 118, 12, '#f0566a', 0.45), blush(x + 46, 118, 12, '#f0566a', 0.45),
    form(melt(2, blob([[x, 182], [x - 34, 166], [x - 34, 200]]), blob([[x, 182], [x + 34, 166], [x + 34, 200]])), '#e0303f', { role: 'keep', k: 5 }), form(oval(x, 182, 9), '#c8202f', { role: 'keep', k: 3 }),
    button(222, '#e0303f'), button(258, '#3fa84a'),
  ]
}

export const drawings = { robot, alien, monster, skeleton, gnome, 'gingerbread-man': gingerbread }

/** People in poses and dress that the figures lack, and likenesses of people. */
import { at, bigEye, blob, blush, both, cap, clip, contact, cut, dOf, ell, eye, feather, form, group, keep, limb, lin, melt, n, oval, patch, path, poly, rad, range, rr, smooth, stand, stroke, tone, tufts, turned, union } from './fur.mjs'

const SKIN = '#f3bd9a'
const onSkin = { role: 'keep', under: '#b03a5a', lean: 0.1, hi: 0.14, lo: 0.08, core: 0.32 }
/** A friendly face that looks at us, r: half its height. The hair is drawn by who asks. */
function face(x, y, r, { skin = SKIN, hair = '#6a3f26', iris = '#6a3d22', open = false } = {}) {
  const d = dOf(melt(r * 0.2, oval(x, y - r * 0.08, r * 0.84, r * 0.9), oval(x, y + r * 0.4, r * 0.6, r * 0.56)))
  const dark = tone(skin, -0.3)
  return [
    ...[-1, 1].flatMap((s) => [form(oval(x + s * r * 0.84, y + r * 0.1, r * 0.16, r * 0.22), skin, onSkin), patch(oval(x + s * r * 0.85, y + r * 0.11, r * 0.07, r * 0.12), dark, { soft: r * 0.03, op: 0.5 })]),
    form(d, skin, onSkin), blush(x - r * 0.5, y + r * 0.34, r * 0.2), blush(x + r * 0.5, y + r * 0.34, r * 0.2),
    bigEye(x - r * 0.34, y + r * 0.04, r * 0.17, iris, { lid: tone(hair, -0.3) }), bigEye(x + r * 0.34, y + r * 0.04, r * 0.17, iris, { lid: tone(hair, -0.3) }),
    keep(tufts(tone(hair, -0.1), r * 0.1, [x - r * 0.54, y - r * 0.24, r * 0.4, -6, -0.16], [x + r * 0.54, y - r * 0.24, r * 0.4, 186, 0.16])),
    keep(path(dOf(oval(x, y + r * 0.28, r * 0.1, r * 0.08)), `${tone(skin, -0.16)}`), path(ell(x - r * 0.02, y + r * 0.24, r * 0.06, r * 0.045), `${tone(skin, 0.5)}/.7`)),
    open ? keep(path(`M${n(x - r * 0.26)} ${n(y + r * 0.48)}C${n(x - r * 0.2)} ${n(y + r * 0.78)} ${n(x + r * 0.2)} ${n(y + r * 0.78)} ${n(x + r * 0.26)} ${n(y + r * 0.48)}C${n(x + r * 0.1)} ${n(y + r * 0.53)} ${n(x - r * 0.1)} ${n(y + r * 0.53)} ${n(x - r * 0.26)} ${n(y + r * 0.48)}Z`, '#8a2440'), path(`M${n(x - r * 0.2)} ${n(y + r * 0.5)}C${n(x - r * 0.1)} ${n(y + r * 0.53)} ${n(x + r * 0.1)} ${n(y + r * 0.53)} ${n(x + r * 0.2)} ${n(y + r * 0.5)}L${n(x + r * 0.17)} ${n(y + r * 0.56)}C${n(x + r * 0.08)} ${n(y + r * 0.59)} ${n(x - r * 0.08)} ${n(y + r * 0.59)} ${n(x - r * 0.17)} ${n(y + r * 0.56)}Z`, '#fff'))
      : keep(stroke(`M${n(x - r * 0.24)} ${n(y + r * 0.52)}C${n(x - r * 0.1)} ${n(y + r * 0.66)} ${n(x + r * 0.1)} ${n(y + r * 0.66)} ${n(x + r * 0.24)} ${n(y + r * 0.52)}`, '#a8324a', r * 0.075)),
  ]
}
const folds = (color, list, op = 0.35) => tufts(`${tone(color, -0.4)}/${op}`, 6, ...list)

function angel() {
  const [robe, gold, hair] = ['#f7f4fb', '#f3c24a', '#f0c05a']
  const cloth = { role: 'body', under: '#8a8ad8', lean: 0.24, lo: 0.1 }
  const x = 200
  const wing = () => {
    const long = [[-46, 26], [-66, 66], [-72, 110], [-66, 154], [-50, 196], [-26, 232], [4, 258], [40, 272]].map(([a, b], i) => form(feather(168 - i * 2, 176 + i * 8, a, b, 19), '#ffffff', { role: 'keep', under: '#7f8fe0', lean: 0.3, lo: 0.1, k: 6 }))
    const short = [[34, 44], [14, 84], [12, 124], [24, 160], [48, 188], [80, 204]].map(([a, b], i) => form(feather(172, 170 + i * 6, a, b, 17), '#ffffff', { role: 'keep', under: '#7f8fe0', lean: 0.24, lo: 0.08, k: 6 }))
    return [long, short, form(limb([180, 196, 18], [130, 130, 19], [72, 70, 17], [20, 28, 15], [-30, 18, 9]), '#ffffff', { role: 'keep', under: '#7f8fe0', lean: 0.22, lo: 0.1 })]
  }
  const gown = blob([[160, 172], [240, 172], [252, 230], [276, 330], [292, 424], [262, 436], [232, 428], [x, 438], [168, 428], [138, 436], [108, 424], [124, 330], [148, 230]])
  const gownD = dOf(gown)
  const sleeve = (s) => blob([[x + s * 36, 178], [x + s * 62, 200], [x + s * 80, 254], [x + s * 66, 286], [x + s * 34, 272], [x + s * 18, 250], [x + s * 30, 230]])
  const [hx, hy, r] = [x, 106, 56]
  const hairBack = dOf(melt(12, oval(hx, hy - 8, 64, 62), ...[-1, 1].flatMap((s) => [oval(hx + s * 54, hy + 28, 24), oval(hx + s * 58, hy + 60, 21), oval(hx + s * 46, hy + 84, 18)])))
  const bangs = blob([[hx - 58, hy + 8], [hx - 60, hy - 34], [hx - 30, hy - 66], [hx, hy - 72], [hx + 32, hy - 66], [hx + 60, hy - 34], [hx + 58, hy + 8], [hx + 46, hy - 22], [hx + 22, hy - 36], [hx - 6, hy - 30, 1], [hx - 26, hy - 22], [hx - 46, hy - 14]])
  return [
    wing(), group(wing(), { t: `matrix(-1 0 0 1 ${2 * x} 0)` }),
    form(melt(5, limb([178, 420, 13], [176, 452, 11]), oval(172, 462, 17, 11)), SKIN, onSkin), form(melt(5, limb([222, 420, 13], [224, 452, 11]), oval(228, 462, 17, 11)), SKIN, onSkin),
    form(hairBack, hair, { role: 'keep', under: '#b0561e' }), form(limb([x, 150, 17], [x, 182, 18]), tone(SKIN, -0.1), onSkin),
    form(gownD, robe, { ...cloth, k: 20, inner: [folds('#b8b0e0', [[150, 300, 116, 98, 0.03], [172, 290, 130, 94, 0.02], [x, 300, 126, 90], [228, 290, 130, 86, -0.02], [250, 300, 116, 82, -0.03], [186, 216, 40, 100], [214, 216, 40, 80]], 0.28), stroke('M104 418C150 432 250 432 296 418', gold, 10), stroke('M146 244C180 256 220 256 254 244', gold, 10)] }),
    ...[-1, 1].flatMap((s) => [form(melt(5, limb([x + s * 40, 262, 12], [x + s * 16, 232, 11], [x + s * 6, 206, 10])), SKIN, onSkin), form(sleeve(s), robe, { ...cloth, inner: [stroke(`M${x + s * 76} 272C${x + s * 56} 294 ${x + s * 30} 282 ${x + s * 14} 250`, gold, 7)] }), folds('#b8b0e0', [[x + s * 56, 206, 56, s > 0 ? 74 : 106, 0.06]], 0.28)]),
    form(melt(4, cap(x - 5, 216, 10, x - 2, 186, 7), cap(x + 5, 216, 10, x + 2, 186, 7)), SKIN, onSkin), keep(stroke(`M${x} 184L${x} 222`, `${tone(SKIN, -0.4)}/.6`, 2.4)),
    stroke('M164 172C180 186 220 186 236 172', gold, 8),
    contact(gownD, dOf(oval(hx, hy, r)), 0, 12, 6), face(hx, hy, r, { hair, iris: '#3a7ac0' }), form(bangs, hair, { role: 'keep', under: '#b0561e', inner: [tufts(`${tone(hair, -0.35)}/.5`, 4, [hx - 4, hy - 34, 44, 214, 0.16], [hx, hy - 36, 50, -30, -0.16], [hx - 10, hy - 44, 40, 200, 0.14], [hx + 10, hy - 46, 44, -20, -0.14])] }),
    group([path(dOf(cut(oval(hx, 22, 58, 17), oval(hx, 22, 45, 9), 1)), lin('v', '#fff2b0', [0.5, '#ffd84a'], '#f0b02a'))], { role: 'light' }),
  ]
}

function statue() {
  const [stone, base] = ['#e4e0dc', '#c9c4c4']
  const look = { role: 'body', under: '#6a6a9a', lean: 0.3, hi: 0.12, lo: 0.2, core: 0.5 }
  const x = 200
  const m = (f, t = 0, o = {}) => form(f, tone(stone, t), { ...look, ...o })
  const slab = (a, b, w, h, r = 5, t = 0) => form(rr(x - w / 2, b, w, h, r), tone(base, t), { ...look, k: 6 })
  const legL = limb([182, 196, 22], [176, 244, 16], [172, 284, 11])
  const drape = blob([[160, 120], [176, 108], [206, 150], [236, 176], [250, 216], [248, 262], [240, 288], [206, 286], [180, 276], [168, 246], [166, 206], [158, 160]])
  const trunk = melt(10, blob([[164, 96], [200, 88], [238, 96], [242, 130], [230, 168], [232, 196], [x, 208], [166, 196], [168, 166], [158, 130]]), limb([182, 196, 22], [178, 240, 16]))
  const curls = range(9).map((i) => oval(x - 26 + i * 6.6 + Math.sin(i * 4) * 2, 26 - Math.sin((i / 8) * Math.PI) * 19, 9.5))
  const head = melt(6, oval(x, 46, 25, 30), oval(x, 62, 17, 18))
  return [
    m(melt(6, legL, oval(176, 290, 19, 9), oval(182, 236, 15, 13))), m(melt(4, limb([224, 244, 15], [230, 284, 10]), oval(236, 290, 20, 9)), -0.08),
    m(limb([x, 74, 13], [x, 98, 15]), -0.1), m(trunk, 0, { inner: [patch(oval(181, 122, 17, 12), '#8a86a0', { soft: 5, op: 0.25 }), patch(oval(219, 122, 17, 12), '#8a86a0', { soft: 5, op: 0.25 })] }),
    tufts('#8a86a0/.55', 4, [x, 106, 62, 90, 0.02], [180, 132, 18, 10, 0.3], [220, 132, 18, 170, -0.3], [186, 152, 12, 4, 0.2], [206, 152, 12, -4, 0.2]),
    m(melt(6, limb([240, 108, 15], [276, 128, 12.5], [300, 92, 10.5], [310, 52, 9]), oval(312, 42, 10, 12))), form(limb([312, 58, 6], [314, -4, 5]), tone(stone, -0.1), { ...look, k: 3 }), form(blob([[296, -4], [332, -4], [326, 12], [302, 12]]), tone(stone, -0.06), { ...look, k: 3 }), m(blob([[302, -6], [298, -30], [312, -58, 1], [316, -40], [330, -26], [326, -6]]), 0.02, { k: 5 }),
    m(drape, 0.03), m(limb([160, 108, 16], [134, 150, 13], [150, 190, 11], [168, 196, 9])), m(blob([[148, 96], [172, 88], [206, 132], [236, 158], [246, 178], [226, 186], [192, 164], [160, 128]]), 0.06, { k: 6 }),
    folds('#8a86a0', [[176, 150, 120, 86, 0.05], [192, 166, 118, 84, 0.05], [210, 180, 104, 82, 0.06], [228, 192, 90, 82, 0.06], [182, 230, 50, 74, 0.05], [160, 104, 80, 42, 0.06], [172, 104, 70, 40, 0.05]], 0.4),
    m(melt(5, cap(152, 196, 10, 176, 202, 9))),
    m(head), m(melt(4, ...curls, oval(x - 25, 40, 7), oval(x + 25, 40, 7)), -0.04, { k: 4 }), tufts('#8a86a0/.6', 3, ...range(6).map((i) => [x - 22 + i * 9, 22 + (i % 2) * 3, 9, 30 + i * 10, 0.4])),
    ...[-1, 1].flatMap((s) => [path(ell(x + s * 10, 46, 5, 3.4), '#b8b2bc'), tufts('#7d7892/.8', 3, [x + s * 4, 40, 13, s > 0 ? -4 : 184, s * -0.2])]), m(blob([[x - 4, 44], [x + 3, 44], [x + 6, 58], [x, 61], [x - 6, 58]]), 0.03, { k: 2 }), tufts('#6a6580/.8', 3, [x - 9, 67, 18, 0, 0.12]), form(blob([[x - 34, 30], [x - 28, 18], [x - 8, 10], [x - 20, 22]]), tone(stone, -0.12), { ...look, k: 2 }), form(blob([[x + 34, 30], [x + 28, 18], [x + 8, 10], [x + 20, 22]]), tone(stone, -0.12), { ...look, k: 2 }),
    slab(0, 296, 130, 18, 6, 0.1), slab(0, 312, 156, 14, 4, 0), form(poly([[134, 324], [266, 324], [266, 404], [134, 404]], 2), base, { ...look, k: 10, inner: [] }), path(rr(152, 340, 96, 48, 3), lin('v', tone(base, -0.16), tone(base, -0.04))), keep(stroke('M164 354L236 354M170 364L230 364M178 374L222 374', `${tone(base, -0.36)}/.7`, 3)), slab(0, 402, 160, 14, 4, 0.06), slab(0, 414, 184, 20, 4, 0),
    tufts('#8a8698/.5', 3, [146, 330, 30, 70, 0.1], [250, 360, 34, 110, 0.12], [170, 420, 22, 12, 0.1]),
  ]
}

function diver() {
  const [suit, stripe, fin, tank] = ['#35384a', '#2f9fd8', '#f7c52e', '#f2a02c']
  const wet = { role: null, under: '#3a4ac0', lean: 0.24, hi: 0.26 }
  const bubble = (bx, by, r) => keep(path(ell(bx, by, r), rad([0.4, 0.35, 0.65], '#fff/.5', [0.6, '#cfeefc/.35'], [0.92, '#8fd0f0/.7'], '#fff/.8')), path(ell(bx - r * 0.34, by - r * 0.36, r * 0.22), '#fff/.95'))
  const flipper = (x1, y1, x2, y2, w, k) => { const f = blob([[x1, y1 - 9], [x1 - 26, y1 - 12], [x2, y2 - w], [x2 - 8, y2], [x2 + 4, y2 + w], [x1 - 20, y1 + 14], [x1, y1 + 9]]); return [form(f, tone(fin, k), { role: 'body' }), tufts(`${tone(fin, -0.4)}/.5`, 4, [x1 - 20, y1 - 4, 60, (Math.atan2(y2 - y1 - w * 0.5, x2 - x1) * 180) / Math.PI, 0.02], [x1 - 20, y1 + 5, 60, (Math.atan2(y2 - y1 + w * 0.5, x2 - x1) * 180) / Math.PI, -0.02])] }
  const torso = melt(12, limb([150, 214, 34], [220, 196, 40], [276, 180, 42]), limb([282, 178, 30], [310, 168, 26]))
  const band = (d, list) => clip(d, list.map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, stripe, 9, { role: 'body' })))
  const nearLeg = dOf(limb([160, 222, 28], [96, 244, 21], [40, 232, 15], [14, 226, 13]))
  const farLeg = dOf(limb([150, 216, 24], [92, 210, 18], [40, 246, 14], [20, 258, 12]))
  const torsoD = dOf(torso)
  const arm = dOf(limb([272, 196, 21], [276, 246, 18], [322, 266, 15]))
  return [
    bubble(378, 96, 13), bubble(398, 62, 17), bubble(364, 40, 9), bubble(388, 16, 11), bubble(352, 78, 6),
    flipper(22, 258, -70, 298, 20, -0.2), form(farLeg, tone(suit, -0.2), wet),
    form(limb([286, 200, 16], [320, 224, 14], [362, 220, 12]), tone(suit, -0.15), wet), form(melt(4, oval(374, 218, 13, 11), cap(378, 214, 6, 396, 212, 5), cap(378, 222, 6, 396, 222, 5)), tone(SKIN, -0.08), onSkin),
    form(torsoD, suit, wet), band(torsoD, [[128, 234, 330, 186]]),
    form(union(limb([156, 166, 27], [246, 144, 27])), tank, { role: 'keep', under: '#8a2a4a', hi: 0.3 }), form(limb([258, 140, 12], [276, 134, 9]), '#aab4c2', { role: 'keep', k: 3 }), clip(dOf(limb([156, 166, 27], [246, 144, 27])), keep(stroke('M180 130L190 190M224 118L234 180', '#4a5060', 9))), keep(stroke(smooth([[276, 136], [316, 112], [348, 130], [352, 166]], false), '#2a2e3c', 8)),
    keep(stroke('M236 168C262 168 280 190 268 222', '#59627a', 11)), form(nearLeg, suit, wet), band(nearLeg, [[170, 210, 30, 222]]), flipper(18, 226, -84, 210, 22, 0),
    form(limb([312, 170, 26], [322, 160, 28]), suit, wet),
    form(oval(326, 156, 42, 40), suit, wet), form(dOf(both(oval(336, 158, 36, 35), (px) => 316 - px + 0, 8)), SKIN, onSkin),
    form(rr(322, 130, 54, 38, 15), '#2f3a4a', { role: null, k: 4, hi: 0.3 }), path(rr(328, 135, 42, 27, 10), lin('d', '#d8f6ff', [0.5, '#7fd0ee'], '#3a8fc0'), { role: 'keep' }), eye(344, 149, 5, 6.5), eye(360, 149, 5, 6.5), keep(path('M334 138L344 136L334 154Z', '#fff/.7'), stroke('M322 146L286 140', '#2f9fd8', 8)),
    form(rr(346, 166, 26, 21, 8), '#454a5c', { role: null, k: 4, hi: 0.3 }), keep(path(ell(359, 176, 6), '#8a94a8')),
    form(arm, suit, wet), band(arm, [[290, 190, 286, 244], [286, 244, 330, 262]]), form(melt(4, oval(334, 268, 14, 12), cap(338, 264, 6, 354, 262, 5), cap(338, 272, 6, 352, 276, 5)), SKIN, onSkin), form(rr(306, 252, 14, 26, 4), '#f0503f', { role: 'keep', k: 3 }),
  ]
}

function swimmer() {
  const [suit, capColor] = ['#2f6fd0', '#e8404a']
  const s = (f, k = 0) => form(f, tone(SKIN, k), onSkin)
  const [hx, hy, r] = [286, 196, 46]
  const trunk = dOf(melt(14, limb([120, 262, 34], [190, 252, 42], [246, 244, 44])))
  const goggle = (cx) => [form(oval(cx, hy - 2, 14.5, 11.5), '#2f3a4a', { role: 'keep', k: 3 }), path(dOf(oval(cx, hy - 2, 10.5, 8)), lin('d', '#c8f2ff', '#3a9fd8'), { role: 'keep' }), keep(path(ell(cx - 4, hy - 5, 3, 2), '#fff/.9'))]
  return [
    s(limb([110, 268, 25], [50, 276, 18], [-6, 262, 13], [-30, 254, 10]), -0.16), s(limb([272, 262, 20], [340, 278, 16], [398, 284, 12]), -0.16), s(melt(4, oval(410, 286, 14, 10), cap(414, 284, 6, 430, 285, 5)), -0.16),
    form(trunk, SKIN, { ...onSkin, inner: [path('M80 220L196 216C206 250 206 280 196 310L80 310Z', lin('v', tone(suit, 0.2), suit, tone(suit, -0.3)), { role: 'body' }), stroke('M197 214C207 250 207 280 197 312', '#fff/.9', 5)] }),
    s(limb([118, 270, 23], [56, 258, 18], [-4, 276, 13], [-30, 288, 10])), form(oval(-40, 292, 18, 9, 160), SKIN, onSkin),
    s(limb([262, 236, 22], [280, 228, 26])),
    face(hx, hy, r, { hair: '#6a3f26', open: true }).slice(0, 6),
    face(hx, hy, r, { hair: '#6a3f26', open: true }).slice(-1), keep(path(dOf(oval(hx, hy + 14, 5, 4)), tone(SKIN, -0.16))),
    form(both(oval(hx, hy - 6, 45, 46), (px, py) => py - (hy - 14) - 0.004 * (px - hx) ** 2 * 1, 3), capColor, { role: 'body', inner: [patch(oval(hx - 16, hy - 36, 14, 7, -26), '#fff', { soft: 4, op: 0.6 }), stroke(`M${hx - 40} ${hy - 26}C${hx - 10} ${hy - 36} ${hx + 10} ${hy - 36} ${hx + 40} ${hy - 26}`, '#fff/.85', 6)] }),
    keep(stroke(`M${hx - 40} ${hy - 4}L${hx + 40} ${hy - 4}`, '#2f3a4a', 6)), goggle(hx - 15), goggle(hx + 15),
    s(limb([236, 238, 24], [214, 164, 19], [268, 104, 15], [330, 96, 12])), s(melt(4, oval(346, 98, 16, 10, 14), cap(352, 98, 6, 374, 106, 5), cap(350, 104, 5, 366, 114, 4.5))),
  ]
}

function rower() {
  const [boat, shirt, hair, oarColor] = ['#b8743c', '#e0503f', '#5a3622', '#d8a860']
  const x = 200
  const hull = blob([[-58, 262], [20, 286], [110, 296], [x, 298], [300, 294], [390, 280], [462, 252, 1], [440, 304], [398, 344], [330, 362], [x, 366], [80, 362], [10, 346], [-34, 312]])
  const hullD = dOf(hull)
  const oar = (s) => {
    const blade = turned(oval(x + s * 226, 346, 36, 14), s * 26, x + s * 226, 346)
    return [form(limb([x + s * 44, 238, 6], [x + s * 200, 330, 6]), oarColor, { role: 'keep', k: 3 }), form(blade, oarColor, { role: 'keep', k: 5, inner: [stroke(`M${x + s * 200} 334L${x + s * 256} 362`, '#f6ead0/.8', 5)] }), keep(path(dOf(oval(x + s * 134, 292, 9)), '#8a92a0'))]
  }
  const arm = (s) => [form(limb([x + s * 50, 184, 21], [x + s * 78, 218, 18]), shirt, { role: 'body', under: '#5a1a6a' }), form(limb([x + s * 80, 222, 13], [x + s * 70, 246, 12], [x + s * 54, 246, 11]), SKIN, onSkin), form(oval(x + s * 48, 243, 14, 13), SKIN, onSkin)]
  const trunk = dOf(melt(10, blob([[152, 166], [x, 158], [248, 166], [254, 220], [248, 310], [152, 310], [146, 220]])))
  const [hx, hy, r] = [x, 96, 54]
  const bangs = blob([[hx - 54, hy + 4], [hx - 58, hy - 30], [hx - 36, hy - 60], [hx, hy - 66], [hx + 40, hy - 58], [hx + 58, hy - 28], [hx + 54, hy + 4], [hx + 44, hy - 22], [hx + 14, hy - 32], [hx - 20, hy - 20, 1], [hx - 44, hy - 16]])
  return [
    oar(-1), oar(1),
    form(trunk, shirt, { role: 'body', under: '#5a1a6a', inner: [[196, 226, 256].map((y) => stroke(`M140 ${y}C180 ${y + 8} 220 ${y + 8} 260 ${y}`, '#fff/.9', 9))] }), form(limb([x, 140, 17], [x, 168, 19]), tone(SKIN, -0.12), onSkin),
    oar(-1)[0], oar(1)[0], arm(-1), arm(1),
    contact(trunk, dOf(oval(hx, hy, r)), 0, 14, 6), face(hx, hy, r, { hair, open: true }), form(bangs, hair, { role: 'keep', under: '#3a1a5a', hi: 0.24, inner: [tufts(`${tone(hair, 0.3)}/.5`, 4, [hx - 16, hy - 28, 40, 200, 0.12], [hx - 10, hy - 34, 54, -16, -0.16], [hx - 14, hy - 44, 40, -30, -0.12])] }),
    form(hullD, boat, { role: null, k: 16, inner: [[312, 334, 352].map((y, i) => [stroke(`M-70 ${y - 26 + i * 4}C60 ${y + 6} 340 ${y + 6} 480 ${y - 34 + i * 4}`, `${tone(boat, -0.4)}/.6`, 3.4), stroke(`M-70 ${y - 23 + i * 4}C60 ${y + 9} 340 ${y + 9} 480 ${y - 31 + i * 4}`, `${tone(boat, 0.35)}/.4`, 2.4)])] }),
    form(limb([-56, 264, 8], [20, 287, 8], [110, 297, 8], [x, 300, 8], [300, 296, 8], [390, 281, 8], [460, 254, 8]), tone(boat, 0.3), { role: null, k: 4 }), ...[66, 334].map((a) => form(rr(a - 8, 276, 16, 20, 4), '#8a92a0', { role: 'keep', k: 3 })),
  ]
}

function doll() {
  const [dress, skin, hair, sock] = ['#e8557f', '#f6d2b4', '#d8542e', '#f6f0ea']
  const x = 200
  const cloth = { role: 'body', under: '#6a2a9a', lean: 0.18 }
  const felt = { role: 'keep', under: '#b0506a', lean: 0.12 }
  const strands = (cx, cy, s) => [range(5).map((i) => form(oval(cx + s * i * 3, cy + i * 17, 17 - i * 0.8, 14, s * 24), i % 2 ? hair : tone(hair, 0.08), { role: 'keep', k: 4, under: '#6a1a3a' })), range(5).map((i) => tufts(`${tone(hair, -0.4)}/.5`, 3, [cx + s * i * 3 - 9, cy + i * 17 - 5, 18, 30, 0.2]))]
  const leg = (s) => { const d = dOf(limb([x + s * 26, 318, 19], [x + s * 30, 362, 17])); return [form(d, sock, { role: 'keep', under: '#8a86c0', inner: [322, 336, 350].map((y) => stroke(`M${x + s * 28 - 30} ${y}L${x + s * 28 + 30} ${y}`, '#e0404a', 7)) }), form(stand(melt(5, oval(x + s * 36, 368, 25, 14), oval(x + s * 30, 360, 17, 13))), '#3a3048', { role: 'keep', hi: 0.3 })] }
  const skirt = blob([[166, 206], [234, 206], [262, 256], [296, 318], [280, 330], [256, 322], [228, 334], [x, 326], [172, 334], [144, 322], [120, 330], [104, 318], [138, 256]])
  const skirtD = dOf(skirt)
  const arm = (s) => [form(melt(4, limb([x + s * 52, 214, 14], [x + s * 84, 250, 13]), oval(x + s * 92, 260, 15)), skin, felt), form(melt(6, oval(x + s * 46, 204, 25, 24), limb([x + s * 46, 206, 20], [x + s * 62, 224, 17])), dress, cloth), stroke(`M${x + s * 48} 236L${x + s * 76} 214`, '#fff', 6)]
  const [hx, hy] = [x, 112]
  const headD = dOf(oval(hx, hy, 76, 70))
  const fringe = [
    form(blob([[hx - 82, hy + 16], [hx - 86, hy - 24], [hx - 60, hy - 64], [hx, hy - 84], [hx + 60, hy - 64], [hx + 86, hy - 24], [hx + 82, hy + 16], [hx + 66, hy - 10], [hx + 44, hy - 34], [hx + 20, hy - 26], [hx, hy - 38, 1], [hx - 20, hy - 26], [hx - 44, hy - 34], [hx - 66, hy - 10]]), hair, { role: 'keep', under: '#6a1a3a' }),
    range(10).map((i) => { const k = i - 4.5; return tufts(`${tone(hair, i % 2 ? -0.4 : 0.35)}/.5`, 5, [hx + k * 5, hy - 78, 42 + Math.abs(k) * 3, 90 - k * 14, k * 0.05]) }),
  ]
  const bow = (bx, by, s) => [form(melt(3, blob([[bx, by], [bx - 26, by - 17], [bx - 28, by + 15]]), blob([[bx, by], [bx + 26, by - 17], [bx + 28, by + 15]])), dress, { ...cloth, k: 4 }), form(oval(bx, by, 8), tone(dress, -0.1), { ...cloth, k: 3 })]
  return [
    leg(-1), leg(1), strands(hx - 84, hy + 34, -1), strands(hx + 84, hy + 34, 1),
    arm(-1), arm(1),
    form(blob([[162, 178], [238, 178], [242, 232], [158, 232]]), dress, cloth),
    form(skirtD, dress, { ...cloth, k: 16, inner: [range(13).map((i) => path(ell(118 + ((i * 47) % 168), 236 + ((i * 29) % 80), 5.5), '#fff/.85')), stroke('M100 314C130 338 160 322 172 328C186 334 214 322 228 328C250 334 270 314 300 310', '#fff', 8)] }),
    folds(dress, [[172, 226, 70, 104, 0.05], [x, 230, 72, 90], [228, 226, 70, 76, -0.05]]),
    form(blob([[170, 214], [230, 214], [246, 296], [x, 306], [154, 296]]), '#fffaf4', { role: 'keep', under: '#8a86c0', k: 7 }), form(poly([[172, 248], [228, 248], [222, 278], [178, 278]], 7), '#fff3e6', { role: 'keep', under: '#8a86c0', k: 4 }), keep(path(dOf(melt(3, oval(195, 260, 6.5), oval(206, 260, 6.5), blob([[189, 262], [212, 262], [200.5, 274, 1]]))), '#e0404a')),
    form(blob([[168, 176], [x, 192], [232, 176], [240, 192], [x, 212], [160, 192]]), '#fffaf4', { role: 'keep', under: '#8a86c0', k: 4 }), bow(x, 200, 1),
    form(headD, skin, felt), blush(hx - 42, hy + 26, 16, '#f0506a', 0.5), blush(hx + 42, hy + 26, 16, '#f0506a', 0.5),
    ...[-30, 30].map((d) => keep(path(ell(hx + d, hy + 4, 12.5), rad([0.4, 0.35, 0.7], '#5a5068', '#241c2c')), [[-3.6, -3.6], [3.6, -3.6], [-3.6, 3.6], [3.6, 3.6]].map(([a, b]) => path(ell(hx + d + a, hy + 4 + b, 2), '#d8d0e0')), path(ell(hx + d - 4, hy - 4, 2.6), '#fff/.8'))),
    keep(path(poly([[hx, hy + 16], [hx + 8, hy + 27], [hx - 8, hy + 27]], 3), '#e0404a'), stroke(`M${hx - 24} ${hy + 34}C${hx - 10} ${hy + 48} ${hx + 10} ${hy + 48} ${hx + 24} ${hy + 34}`, '#a8324a', 3.4)),
    fringe, bow(hx - 84, hy + 18, 1), bow(hx + 84, hy + 18, 1),
  ]
}
export const drawings = { angel, 'statue-torch': statue, diver, swimmer, rower, doll }

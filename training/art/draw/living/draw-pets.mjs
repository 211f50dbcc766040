/** Cats and dogs. */
import { blob, cap, contact, dOf, eye, form, group, keep, limb, melt, mirrored, nose, oval, patch, path, arc, bigEye, at, smile, stand, stroke, toes, tone, tufts } from './fur.mjs'

const GINGER = { coat: '#f6a24a', stripe: '#c06a2c', pale: '#fff0df', pink: '#f49a9a' }
const GOLD = { coat: '#f4a85a', ear: '#c9743a', pale: '#ffeeda' }

/** A cat's head that looks at us, about [x, y], 150 wide. */
function catHead(x, y, { asleep = false, coat = GINGER.coat, stripe = GINGER.stripe } = {}) {
  const { pale, pink } = GINGER
  const ear = blob([[x - 62, y - 16], [x - 66, y - 58], [x - 57, y - 94, 1], [x - 34, y - 72], [x - 12, y - 46], [x - 30, y - 20]])
  const inner = blob([[x - 52, y - 38], [x - 55, y - 62], [x - 52, y - 77, 1], [x - 38, y - 62], [x - 27, y - 46]])
  const face = melt(10, oval(x, y - 2, 78, 58), oval(x, y + 14, 84, 42), oval(x, y + 36, 46, 28), blob([[x - 40, y + 20], [x - 98, y + 24, 1], [x - 80, y + 32], [x - 87, y + 42, 1], [x - 40, y + 46]]), blob([[x + 40, y + 20], [x + 98, y + 24, 1], [x + 80, y + 32], [x + 87, y + 42, 1], [x + 40, y + 46]]), ear, mirrored(ear, x))
  const d = dOf(face)
  const bars = [[x, y - 62, x, y - 34], [x - 20, y - 58, x - 16, y - 36], [x + 20, y - 58, x + 16, y - 36], [x - 88, y + 2, x - 60, y + 8], [x - 92, y + 18, x - 62, y + 19], [x + 88, y + 2, x + 60, y + 8], [x + 92, y + 18, x + 62, y + 19]]
  const muzzle = melt(7, oval(x - 15, y + 32, 20, 16), oval(x + 15, y + 32, 20, 16), oval(x, y + 42, 15, 11))
  const whisker = (s) => [[28, 10], [34, 18], [40, 28]].map(([v, w], i) => stroke(`M${x + s * 36} ${y + v}C${x + s * 60} ${y + v - 4} ${x + s * 78} ${y + v - 4 + i * 4} ${x + s * 100} ${y + v - 4 + w * 0.4}`, '#fff/.85', 2.2))
  return { d, draw: [
    form(d, coat, { inner: bars.map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, stripe, 9)) }),
    patch(inner, pink, { soft: 2 }), patch(mirrored(inner, x), pink, { soft: 2 }),
    form(muzzle, pale, { role: null, core: 0.2, rim: 0.25 }), nose(x, y + 18, 18, 13, '#d8696f'), smile(x, y + 24, 14, 8, '#7a4038', 3, 6),
    ...(asleep ? [arc(x - 32, y + 2, 26, 9, '#5a3430', 4), arc(x + 32, y + 2, 26, 9, '#5a3430', 4)]
      : [bigEye(x - 32, y, 14.5, '#6aa834', { white: '#e9f2b4', lid: '#4a2a2a' }), bigEye(x + 32, y, 14.5, '#6aa834', { white: '#e9f2b4', lid: '#4a2a2a' })]),
    keep(whisker(-1), whisker(1)),
  ] }
}

function catFace() {
  return at(-250, -150, 2, catHead(225, 250).draw)
}

function catSitting() {
  const { coat, stripe, pale } = GINGER
  const x = 190
  const tail = limb([250, 346, 20], [318, 350, 18], [346, 300, 16], [330, 248, 14], [346, 212, 13])
  const trunk = melt(20, limb([x, 330, 74], [x, 250, 58], [x, 196, 44]), oval(x - 44, 334, 52, 46), oval(x + 44, 334, 52, 46))
  const d = dOf(stand(trunk))
  const leg = (s) => stand(melt(8, limb([x + s * 26, 254, 20], [x + s * 26, 330, 18], [x + s * 28, 362, 18]), oval(x + s * 31, 368, 24, 15)))
  const paw = (s) => stand(melt(6, oval(x + s * 86, 366, 30, 16), oval(x + s * 74, 336, 30, 40)))
  const bar = (list) => list.map(([a, b, c, e]) => stroke(`M${a} ${b}L${c} ${e}`, stripe, 11))
  const head = catHead(x, 136)
  return [
    form(tail, coat, { inner: bar([[290, 320, 300, 380], [326, 350, 380, 330], [318, 290, 370, 286], [306, 246, 356, 236], [326, 204, 372, 206]]) }),
    form(d, coat, { inner: [patch(blob([[x, 170], [x + 38, 206], [x + 34, 270], [x, 300], [x - 34, 270], [x - 38, 206]]), pale, { soft: 5 }), bar([[x - 86, 250, x - 54, 256], [x - 98, 284, x - 62, 288], [x + 86, 250, x + 54, 256], [x + 98, 284, x + 62, 288]])] }),
    ...[-1, 1].flatMap((s) => [form(paw(s), coat), toes(x + s * 92 + 12, 378, 11, tone(coat, -0.35))]),
    ...[-1, 1].flatMap((s) => [form(leg(s), coat, { inner: [patch(oval(x + s * 30, 374, 34, 22), pale, { soft: 5 })] }), toes(x + s * 33 + 11, 378, 11, tone(coat, -0.35))]),
    contact(d, head.d, 0, 14, 9), head.draw,
  ]
}

function catSleeping() {
  const { coat, stripe, pale } = GINGER
  const trunk = dOf(stand(melt(24, oval(176, 290, 152, 92), oval(120, 318, 108, 64), oval(250, 322, 110, 60))))
  const bar = (list) => list.map(([a, b, c, e, f, g]) => stroke(`M${a} ${b}C${a} ${b} ${c} ${e} ${f} ${g}`, stripe, 13))
  const head = catHead(270, 292, { asleep: true })
  const tail = stand(melt(6, limb([36, 312, 24], [40, 356, 22], [120, 360, 21], [196, 360, 19], [228, 354, 17])))
  return [
    form(trunk, coat, { k: 22, inner: [bar([[120, 190, 118, 216, 126, 250], [160, 186, 160, 214, 170, 244], [204, 190, 206, 214, 214, 236], [80, 208, 74, 232, 82, 268], [44, 236, 42, 262, 54, 290]]), patch(oval(150, 372, 90, 34), pale, { soft: 10, op: 0.7 })] }),
    stroke('M60 330C70 280 120 262 160 290', `${tone(coat, -0.4)}/.35`, 7),
    contact(trunk, head.d, -4, 8, 9), head.draw,
    form(stand(melt(6, oval(318, 364, 34, 15), oval(296, 366, 22, 13))), coat, { inner: [patch(oval(344, 368, 20, 20), pale, { soft: 5 })] }), toes(344, 377, 10, tone(coat, -0.35)),
    form(tail, coat, { inner: [bar([[86, 330, 84, 356, 80, 390], [126, 330, 124, 356, 120, 390], [164, 330, 162, 356, 160, 390]]), patch(oval(238, 356, 24, 24), pale, { soft: 5 })] }),
  ]
}

/** A dog's head that looks at us, about [x, y], 150 wide. */
function dogHead(x, y, { asleep = false } = {}) {
  const { coat, ear, pale } = GOLD
  const flap = blob([[x - 44, y - 58], [x - 74, y - 56], [x - 94, y - 14], [x - 92, y + 30], [x - 76, y + 40], [x - 58, y + 16], [x - 50, y - 22]])
  const face = melt(14, oval(x, y - 8, 66, 62), oval(x, y + 26, 52, 40))
  const d = dOf(face)
  const muzzle = melt(9, oval(x - 16, y + 26, 26, 22), oval(x + 16, y + 26, 26, 22), oval(x, y + 10, 18, 22), oval(x, y + 44, 22, 16))
  return { d: d, draw: [
    form(d, coat, { inner: [patch(blob([[x - 9, y - 80], [x + 9, y - 80], [x + 16, y - 10], [x, y + 20], [x - 16, y - 10]]), pale, { soft: 6, op: 0.9 })] }),
    asleep ? '' : form(blob([[x - 12, y + 48], [x + 12, y + 48], [x + 13, y + 70], [x, y + 80], [x - 13, y + 70]]), '#f0667e', { role: 'keep', k: 4 }),
    form(muzzle, pale, { role: null, core: 0.22, rim: 0.25 }), nose(x, y + 10, 32, 23, '#3a2a30'), smile(x, y + 20, 18, 10, '#5a3430', 3.4, 12),
    keep([[-24, 28], [-30, 36], [24, 28], [30, 36]].map(([a, b]) => path(dOf(oval(x + a, y + b, 1.7)), '#c79a72'))),
    ...(asleep ? [arc(x - 30, y - 10, 24, 9, '#5a3430', 4), arc(x + 30, y - 10, 24, 9, '#5a3430', 4)] : [eye(x - 30, y - 14, 10, 12.5), eye(x + 30, y - 14, 10, 12.5), tufts(`${ear}/.8`, 6, [x - 42, y - 38, 22, -8, -0.15], [x + 42, y - 38, 22, 188, 0.15])]),
    contact(d, flap, 4, 6, 6), contact(d, mirrored(flap, x), -4, 6, 6), form(flap, ear, {}), form(mirrored(flap, x), ear, {}),
  ] }
}

function dogSitting() {
  const { coat, pale } = GOLD
  const x = 190
  const trunk = melt(20, limb([x, 326, 74], [x, 250, 62], [x, 200, 50]), oval(x - 46, 332, 52, 48), oval(x + 46, 332, 52, 48))
  const d = dOf(stand(trunk))
  const leg = (s) => stand(melt(8, limb([x + s * 30, 250, 24], [x + s * 30, 330, 20], [x + s * 31, 360, 20]), oval(x + s * 33, 366, 28, 17)))
  const paw = (s) => stand(melt(6, oval(x + s * 96, 364, 34, 18), oval(x + s * 80, 332, 34, 44)))
  const tail = limb([256, 340, 17], [312, 336, 16], [338, 290, 14], [334, 254, 10])
  const head = dogHead(x, 130)
  return [
    form(tail, coat, { inner: [patch(oval(334, 248, 20, 22), pale, { soft: 6 })] }),
    form(d, coat, { inner: [patch(blob([[x, 160], [x + 48, 200], [x + 40, 270], [x, 310], [x - 40, 270], [x - 48, 200]]), pale, { soft: 7 })] }),
    ...[-1, 1].flatMap((s) => [form(paw(s), coat), toes(x + s * 104 + 12, 378, 12, tone(coat, -0.35))]),
    ...[-1, 1].flatMap((s) => [form(leg(s), coat, { inner: [patch(oval(x + s * 33, 376, 36, 20), pale, { soft: 6 })] }), toes(x + s * 35 + 12, 378, 12, tone(coat, -0.35))]),
    contact(d, head.d, 0, 14, 9),
    form(blob([[x - 46, 176], [x, 198], [x + 46, 176], [x + 46, 192], [x, 216], [x - 46, 192]]), '#d83a4a', { role: 'keep', k: 6 }), form(oval(x, 222, 12), '#f7c54a', { role: 'keep', k: 4 }),
    head.draw,
  ]
}

function dogSleeping() {
  const { coat, ear, pale } = GOLD
  const trunk = melt(24, limb([78, 300, 74], [170, 300, 78], [240, 316, 62]), oval(80, 320, 76, 58))
  const d = dOf(stand(trunk))
  const tail = stand(limb([26, 344, 20], [-20, 352, 17], [-40, 362, 14]))
  const thigh = stand(melt(12, oval(92, 322, 58, 56), limb([110, 360, 20], [164, 364, 16])))
  const fore = stand(melt(8, limb([246, 344, 26], [300, 358, 20], [366, 364, 16]), oval(370, 366, 22, 14)))
  const head = melt(14, oval(286, 296, 58, 54), limb([300, 316, 40], [346, 334, 30], [366, 338, 26]))
  const headD = dOf(head)
  const flap = blob([[262, 252], [240, 262], [222, 300], [226, 346], [246, 358], [266, 330], [276, 284]])
  return [
    form(tail, coat), form(d, coat, { k: 22 }),
    contact(d, thigh, 2, -8, 9, 0.3), form(thigh, coat, { inner: [patch(oval(176, 368, 30, 22), pale, { soft: 6 })] }), toes(174, 378, 10, tone(coat, -0.35)),
    form(fore, coat, { inner: [patch(oval(378, 370, 34, 26), pale, { soft: 6 })] }), toes(386, 378, 11, tone(coat, -0.35)),
    contact(d, headD, -8, 8, 9), contact(fore, headD, 0, 8, 6),
    form(headD, coat, { inner: [patch(blob([[330, 330], [360, 308], [400, 320], [400, 380], [320, 370]]), pale, { soft: 7 })] }),
    nose(384, 322, 26, 22, '#3a2a30'), keep(stroke('M376 348C362 356 346 354 334 346', '#6a3d34', 3.4)),
    arc(318, 290, 26, 10, '#5a3430', 4.4), contact(headD, flap, 5, 5, 6), form(flap, ear, {}),
  ]
}

function dachshund() {
  const [coat, dark, tan] = ['#a85a30', '#7d3d24', '#e0a468']
  const torso = melt(18, limb([70, 268, 42], [160, 272, 44], [246, 262, 50], [284, 216, 34], [300, 178, 30]), oval(306, 166, 44, 40), limb([316, 176, 30], [368, 196, 18], [384, 198, 16]))
  const near = dOf(stand(melt(14, torso, limb([66, 286, 36], [76, 334, 20], [70, 366, 16]), cap(74, 366, 14, 96, 369, 11), limb([250, 290, 36], [254, 340, 20], [254, 366, 16]), cap(256, 366, 14, 278, 369, 11))))
  const far = dOf(stand(melt(10, limb([108, 300, 26], [118, 364, 15]), cap(120, 366, 13, 140, 369, 11))))
  const far2 = dOf(stand(melt(10, limb([288, 290, 24], [296, 364, 15]), cap(298, 366, 13, 318, 369, 11))))
  const tail = limb([40, 258, 15], [4, 240, 11], [-26, 204, 8], [-34, 184, 5])
  const flap = blob([[288, 142], [262, 152], [248, 196], [254, 244], [276, 252], [300, 226], [308, 178]])
  return [
    form(far, tone(coat, -0.18), { rim: 0.2 }), form(far2, tone(coat, -0.18), { rim: 0.2 }), form(tail, coat),
    form(near, coat, { inner: [patch('M30 346L340 346L340 400L30 400Z', tan, { soft: 7 }), patch(blob([[340, 204], [400, 196], [400, 230], [330, 224]]), tan, { soft: 6 }), patch(blob([[300, 226], [316, 250], [296, 296], [272, 280]]), tan, { soft: 8 })] }),
    toes(94, 378, 9, dark), toes(276, 378, 9, dark), toes(138, 378, 9, dark), toes(316, 378, 9, dark),
    contact(near, flap, 4, 8, 6), form(flap, dark, { role: 'body' }),
    form(blob([[270, 246], [292, 262], [316, 244], [322, 256], [294, 278], [262, 260]]), '#3f8fd0', { role: 'keep', k: 5 }), form(oval(300, 276, 9), '#f7c54a', { role: 'keep', k: 3 }),
    nose(394, 188, 22, 19), keep(stroke('M384 212C368 218 350 214 338 206', '#4a2a24', 3.4)), eye(328, 158, 7, 9), tufts(`${tan}`, 6, [318, 138, 18, -6, -0.2]),
  ]
}

function bulldog() {
  const [coat, pale, dark] = ['#d9a878', '#fdf0e4', '#4a3436']
  const torso = melt(20, limb([100, 240, 56], [170, 244, 58], [236, 238, 74]))
  const leg = (x, top, r) => melt(10, limb([x, top, r], [x - 4, 340, r * 0.62], [x, 364, r * 0.58]), cap(x + 2, 366, 15, x + 22, 368, 13))
  const near = dOf(stand(melt(16, torso, leg(94, 276, 40), leg(232, 280, 44))))
  const [far, far2] = [dOf(stand(leg(146, 290, 30))), dOf(stand(leg(296, 280, 36)))]
  const [x, y] = [276, 176]
  const head = dOf(melt(16, oval(x, y, 82, 70), oval(x - 42, y + 40, 42, 40), oval(x + 42, y + 40, 42, 40)))
  const ear = blob([[x - 58, y - 38], [x - 86, y - 66], [x - 104, y - 50], [x - 98, y - 22], [x - 74, y - 16]])
  const jowl = melt(8, blob([[x, y + 16], [x - 34, y + 14], [x - 58, y + 40], [x - 54, y + 72], [x - 30, y + 76], [x - 6, y + 50], [x, y + 44]]), blob([[x, y + 16], [x + 34, y + 14], [x + 58, y + 40], [x + 54, y + 72], [x + 30, y + 76], [x + 6, y + 50], [x, y + 44]]))
  return [
    form(oval(44, 212, 15, 12, 30), coat), form(far, tone(coat, -0.18), { rim: 0.2 }), form(far2, tone(coat, -0.18), { rim: 0.2 }),
    form(near, coat, { inner: [patch(blob([[250, 230], [310, 240], [300, 300], [250, 330], [216, 300]]), pale, { soft: 8 }), patch('M60 346L340 346L340 400L60 400Z', pale, { soft: 8 })] }),
    toes(114, 378, 10, tone(coat, -0.4)), toes(252, 378, 10, tone(coat, -0.4)),
    form(blob([[x - 66, y + 62], [x, y + 90], [x + 50, y + 66], [x + 54, y + 84], [x, y + 112], [x - 66, y + 86]]), '#c8303f', { role: 'keep', k: 5 }), keep([-48, -24, 0, 24].map((d) => path(dOf(oval(x + d, y + 102 - Math.abs(d + 6) * 0.3, 5)), '#f2d27a'))),
    contact(near, head, -6, 14, 10),
    form(head, coat, { inner: [patch(blob([[x - 12, y - 80], [x + 12, y - 80], [x + 16, y - 10], [x, y + 20], [x - 16, y - 10]]), pale, { soft: 5 })] }),
    form(ear, tone(coat, -0.16)), form(mirrored(ear, x), tone(coat, -0.16)),
    form(oval(x, y + 66, 34, 22), '#6a2f3a', { role: 'keep' }), form(oval(x, y + 80, 38, 18), pale, { role: null }),
    keep([-22, 22].map((d) => path(dOf(blob([[x + d - 6, y + 70], [x + d, y + 56, 1], [x + d + 6, y + 70]])), '#fffaf0'))),
    form(jowl, pale, { role: null, rim: 0.3 }), keep([-30, -38, -24, 30, 38, 24].map((d, i) => path(dOf(oval(x + d, y + 46 + (i % 3) * 6, 2)), '#c79a80'))),
    nose(x, y + 16, 44, 30, '#3a2a32'),
    tufts(`${tone(coat, -0.45)}/.4`, 5, [x - 24, y + 2, 44, 0, -0.22], [x - 15, y - 32, 18, 74, -0.12], [x + 15, y - 32, 18, 106, 0.12], [x - 60, y + 22, 26, 80, 0.25], [x + 60, y + 22, 26, 100, -0.25]),
    patch(oval(x + 40, y - 10, 26, 24), dark, { soft: 5, op: 0.5 }), eye(x - 40, y - 8, 10, 11.5), eye(x + 40, y - 8, 10, 11.5),
  ]
}

function panther() {
  const coat = '#3d3948'
  const look = { under: '#5a4ab8', lean: 0.22, hi: 0.22, rim: 0.4 }
  const torso = limb([94, 222, 48], [160, 230, 44], [232, 220, 52], [276, 186, 40])
  const tail = limb([56, 210, 14], [14, 220, 13], [-14, 268, 12], [-26, 310, 12], [-58, 312, 11], [-66, 290, 10])
  const near = dOf(stand(melt(18, torso, limb([90, 240, 46], [122, 298, 28], [88, 336, 17], [84, 366, 17]), cap(86, 367, 15, 110, 369, 12), limb([238, 244, 38], [252, 304, 23], [270, 362, 17]), cap(272, 367, 15, 294, 369, 12))))
  const far = dOf(stand(melt(14, limb([140, 256, 34], [172, 304, 23], [158, 340, 15], [176, 366, 15]), cap(178, 367, 14, 198, 369, 12))))
  const far2 = dOf(stand(melt(14, limb([266, 236, 32], [246, 310, 19], [222, 362, 15]), cap(222, 367, 14, 242, 369, 12))))
  const [x, y] = [304, 158]
  const ear = oval(x - 42, y - 46, 21, 23)
  const head = dOf(melt(12, oval(x, y, 60, 52), oval(x, y + 22, 46, 34), ear, mirrored(ear, x)))
  const muzzle = melt(8, oval(x - 14, y + 26, 20, 16), oval(x + 14, y + 26, 20, 16), oval(x, y + 40, 15, 11))
  const cat = (cx, s) => keep(path(dOf(blob([[cx - 13, y - 4, 1], [cx - 2, y - 13], [cx + 13, y - 8 + s * 2, 1], [cx + 1, y + 2]])), '#d9e04a'), path(dOf(oval(cx, y - 6, 4.4, 7)), '#1c1822'), path(dOf(oval(cx - 2, y - 9, 1.8)), '#fff'))
  return [
    form(tail, coat, look), form(far, tone(coat, -0.2), { ...look, rim: 0.2 }), form(far2, tone(coat, -0.2), { ...look, rim: 0.2 }),
    form(near, coat, look), toes(108, 378, 9, '#242030'), toes(292, 378, 9, '#242030'),
    contact(near, head, -6, 12, 9, 0.5, '#14101f'),
    form(head, coat, look), patch(oval(x - 42, y - 45, 11, 12), '#7a6a86', { soft: 3 }), patch(oval(x + 42, y - 45, 11, 12), '#7a6a86', { soft: 3 }),
    form(muzzle, tone(coat, 0.1), { ...look, core: 0.3 }), nose(x, y + 14, 26, 18, '#1f1a26'), smile(x, y + 22, 14, 8, '#1f1a26', 3.2),
    cat(x - 26, -1), group(cat(x - 26, -1), { t: `matrix(-1 0 0 1 ${2 * x} 0)` }),
    keep([-1, 1].map((s) => [0, 1, 2].map((i) => stroke(`M${x + s * 30} ${y + 24 + i * 6}L${x + s * 78} ${y + 18 + i * 10}`, '#d8d0e4/.55', 1.8)))),
  ]
}
export const drawings = { 'cat-face': catFace, 'cat-sitting': catSitting, 'cat-sleeping': catSleeping, 'dog-sitting': dogSitting, 'dog-sleeping': dogSleeping, dachshund, bulldog, panther }

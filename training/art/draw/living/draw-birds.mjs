/** Birds. */
import { blob, cap, clip, contact, dOf, eye, feather, form, keep, limb, melt, oval, patch, path, rad, stand, stroke, tone, tufts, union } from './fur.mjs'

/** A bird's leg with three toes forward and one back, standing at 380. */
const foot = (x, top, color, size = 1, thick = 5) => form(stand(melt(4, cap(x, top, thick, x, 372, thick * 0.9), cap(x, 373, 5 * size, x + 26 * size, 377, 4 * size), cap(x, 373, 5 * size, x + 12 * size, 380, 4 * size), cap(x, 373, 4.5 * size, x - 17 * size, 377, 3.5 * size))), color, { role: 'keep' })

function gull() {
  const [white, gray, black] = ['#f7f6f8', '#a4aebf', '#3a3b4a']
  const look = { under: '#7f8cc0', lean: 0.28, role: null }
  const far = blob([[208, 214], [206, 160], [232, 96], [290, 40], [346, 14, 1], [332, 66], [300, 130], [264, 190], [240, 222]])
  const near = blob([[150, 206], [120, 150], [74, 92], [20, 54], [-38, 44, 1], [-26, 76], [16, 128], [64, 184], [120, 230], [196, 240], [216, 214]])
  const trunk = melt(14, limb([86, 262, 20], [140, 248, 38], [210, 230, 44], [262, 210, 34]), oval(286, 200, 31, 29))
  const tail = blob([[110, 238], [60, 250], [22, 274, 1], [44, 280], [36, 292, 1], [70, 286], [118, 276]])
  const tip = (edge) => patch(edge, black, { soft: 2 })
  return [
    form(far, tone(gray, -0.06), { role: null, inner: [tip(blob([[280, 0], [300, 66], [330, 110], [380, 40], [360, -10]])), patch(blob([[300, 130], [264, 190], [240, 222], [280, 230], [320, 140]]), white, { soft: 4 })] }),
    form(tail, white, look), form(trunk, white, look),
    contact(trunk, near, 3, 14, 9, 0.3),
    form(near, gray, { role: 'body', hi: 0.22, inner: [tip(blob([[-60, 20], [20, 44], [40, 96], [20, 140], [-60, 90]])), tufts('#fff/.9', 5, [20, 128, 60, 42, 0.04], [60, 180, 60, 36, 0.05]), patch(blob([[-20, 90], [40, 156], [110, 226], [200, 240], [190, 260], [80, 240], [-30, 130]]), white, { soft: 3 })] }),
    tufts('#7f8aa3/.6', 5, [34, 92, 62, 48, 0.06], [74, 128, 64, 46, 0.06], [110, 160, 60, 44, 0.06], [56, 78, 54, 50, 0.04]),
    form(blob([[306, 190], [344, 196], [362, 210, 1], [352, 216], [330, 212], [304, 214]]), '#f3b52e', { role: 'keep' }), keep(stroke('M308 204C326 204 338 206 352 208', '#b9791f', 2.6), path(dOf(oval(346, 213, 4, 3)), '#d8402e')),
    eye(294, 192, 6, 7),
  ]
}

function pigeon() {
  const [coat, dark, neck] = ['#93a0b8', '#515a72', '#3f8f86']
  const look = { under: '#5a4a9a', lean: 0.2 }
  const trunk = melt(18, limb([96, 272, 34], [160, 252, 62], [232, 224, 66], [272, 176, 44], [286, 126, 38]), oval(290, 118, 39, 37))
  const tail = blob([[120, 232], [70, 262], [14, 308], [8, 326], [26, 332], [90, 316], [150, 296]])
  const wing = blob([[226, 190], [252, 226], [236, 268], [180, 296], [110, 312], [56, 318, 1], [84, 284], [116, 240], [168, 198]])
  const trunkD = dOf(trunk)
  return [
    foot(168, 300, '#e0604f', 1.1, 6), foot(212, 300, '#e8705c', 1.1, 6),
    form(tail, tone(coat, -0.2), { ...look, inner: [patch(blob([[-10, 290], [40, 330], [30, 350], [-10, 350]]), dark, { soft: 2 }), tufts(`${dark}/.5`, 5, [110, 258, 90, 144, 0.03], [124, 272, 90, 150, 0.03])] }),
    form(trunkD, coat, { ...look, inner: [
      patch(blob([[236, 130], [262, 152], [300, 156], [336, 142], [330, 210], [300, 246], [262, 230], [232, 190]]), neck, { soft: 7 }),
      patch(blob([[244, 190], [280, 176], [322, 190], [316, 240], [270, 250], [240, 226]]), '#8a5a9c', { soft: 12, op: 0.85 }),
    ] }),
    contact(trunkD, wing, 2, 12, 8, 0.3),
    form(wing, tone(coat, 0.14), { ...look, inner: [
      patch(blob([[180, 300], [150, 262], [160, 232], [176, 236], [172, 262], [206, 296]]), dark, { soft: 1.5 }),
      patch(blob([[134, 312], [104, 284], [116, 252], [132, 256], [126, 280], [160, 310]]), dark, { soft: 1.5 }),
      patch(blob([[40, 300], [90, 290], [100, 330], [40, 330]]), dark, { soft: 4 }),
    ] }),
    tufts(`${dark}/.4`, 4, [230, 206, 44, 130, 0.12], [204, 204, 44, 134, 0.12], [216, 236, 40, 140, 0.12], [186, 216, 36, 140, 0.12], [90, 290, 50, 150, 0.04]),
    form(blob([[322, 110], [342, 118], [358, 132, 1], [340, 134], [322, 128]]), '#4d4654', { role: 'keep' }), form(oval(328, 110, 10, 7, 20), '#f3eff2', { role: 'keep' }),
    keep(path(dOf(oval(300, 110, 10)), '#f08a3c')), eye(300, 110, 6, 6.5),
  ]
}

function hen() {
  const [coat, dark, red] = ['#c8692e', '#7d3a22', '#df3436']
  const look = { under: '#6a2a6a', lean: 0.18 }
  const tails = [[60, 120, 20], [30, 152, 20], [14, 190, 20], [86, 96, 18]].map(([x, y, w]) => feather(130, 240, x, y, w))
  const trunk = melt(22, limb([112, 250, 56], [160, 274, 78], [220, 264, 76], [262, 200, 46], [280, 140, 36]), oval(284, 122, 37, 36))
  const trunkD = dOf(trunk)
  const wing = blob([[214, 220], [236, 256], [222, 302], [170, 326], [120, 322], [84, 296], [66, 262, 1], [110, 252], [150, 228], [184, 214]])
  const comb = melt(5, oval(262, 86, 13, 15), oval(280, 72, 15, 19), oval(302, 76, 13, 17), cap(264, 98, 12, 304, 96, 12))
  return [
    foot(170, 330, '#eda42c', 1.2, 6.5), foot(218, 330, '#f5b53a', 1.2, 6.5),
    ...tails.map((t, i) => form(t, tone(dark, i * 0.06), look)),
    form(comb, red, { role: 'keep', under: '#7a1a4a' }),
    form(trunkD, coat, { ...look, inner: [patch(blob([[226, 130], [262, 168], [310, 164], [330, 190], [300, 260], [262, 236], [236, 190]]), tone(coat, 0.28), { soft: 12 })] }),
    tufts(`${dark}/.4`, 5, [270, 176, 26, 96], [252, 196, 26, 104], [284, 200, 26, 92], [266, 222, 26, 98], [248, 236, 24, 104], [284, 236, 24, 92], [258, 262, 24, 100]),
    contact(trunkD, wing, 2, 12, 8, 0.32), form(wing, tone(coat, -0.1), look),
    tufts(`${dark}/.55`, 6, [214, 250, 60, 150, 0.1], [206, 276, 60, 156, 0.1], [184, 302, 56, 164, 0.1], [160, 244, 60, 150, 0.08], [150, 268, 60, 158, 0.08]),
    form(melt(5, oval(306, 164, 10, 18), oval(304, 148, 9, 10)), red, { role: 'keep', under: '#7a1a4a' }),
    form(blob([[312, 110], [334, 120], [346, 134, 1], [330, 138], [310, 136]]), '#f5b53a', { role: 'keep' }), keep(stroke('M314 126C324 126 334 129 342 132', '#b9741f', 2.4)),
    patch(oval(292, 120, 15, 14), red, { soft: 3, op: 0.6 }), eye(292, 116, 6, 7.5),
  ]
}

function birdFlying() {
  const [coat, dark, belly] = ['#d8473f', '#8f2a3a', '#f6d9c0']
  const look = { under: '#5a2a8a', lean: 0.18 }
  const spread = (root, tips, w) => tips.map(([x, y], i) => feather(root[0] + i * 6, root[1] + i * 3, x, y, w - i * 0.6))
  const far = spread([214, 200], [[300, 20], [330, 50], [342, 88], [336, 128], [316, 162]], 18)
  const near = spread([150, 214], [[10, 20], [-14, 66], [-14, 112], [6, 152], [40, 186], [78, 212]], 21)
  const trunk = dOf(melt(16, limb([92, 268, 24], [150, 250, 48], [220, 226, 52], [272, 200, 40]), oval(292, 184, 45, 43)))
  const tails = [[6, 326], [-8, 304], [-2, 280]].map(([x, y]) => feather(104, 258, x, y, 15))
  const cover = blob([[212, 214], [180, 172], [120, 132], [66, 120], [56, 140], [84, 184], [130, 222], [184, 246]])
  return [
    ...far.map((f, i) => form(f, tone(dark, i * 0.05), look)), form(blob([[216, 216], [232, 150], [272, 112], [292, 120], [284, 164], [252, 206]]), tone(coat, -0.12), look),
    ...tails.map((f, i) => form(f, tone(dark, i * 0.05), look)),
    form(trunk, coat, { ...look, inner: [patch(blob([[130, 290], [200, 256], [276, 226], [330, 210], [300, 270], [200, 320]]), belly, { soft: 9 }), patch(oval(316, 196, 22, 20), '#4a2634', { soft: 4 })] }),
    contact(trunk, cover, 4, 14, 9),
    ...near.map((f, i) => form(f, tone(dark, 0.04 + i * 0.04), look)), form(cover, coat, look),
    tufts(`${dark}/.55`, 6, [90, 140, 44, 40, 0.1], [120, 156, 44, 38, 0.1], [112, 180, 44, 36, 0.1], [146, 176, 40, 36, 0.1], [148, 204, 40, 30, 0.1]),
    form(blob([[322, 174], [344, 182], [360, 192, 1], [342, 198], [322, 200]]), '#f5a92c', { role: 'keep' }), keep(stroke('M324 188C336 189 346 190 356 192', '#b9701f', 2.4)),
    eye(304, 174, 7.5, 9),
  ]
}

function toucan() {
  const [coat, bill, tip, chest] = ['#34303f', '#f59a2c', '#3a2836', '#fff4dc']
  const look = { under: '#4a3ab0', lean: 0.22, hi: 0.24 }
  const trunk = dOf(melt(20, limb([116, 300, 26], [150, 254, 58], [186, 196, 58], [204, 130, 50]), oval(210, 108, 56, 52)))
  const tail = blob([[118, 280], [78, 318], [44, 362], [58, 380], [84, 372], [124, 330], [150, 300]])
  const wing = blob([[152, 180], [126, 220], [108, 276], [92, 326, 1], [128, 312], [172, 278], [192, 232], [184, 190]])
  const beak = blob([[248, 74], [300, 56], [362, 68], [402, 110], [408, 150, 1], [388, 138], [350, 134], [300, 140], [254, 144], [240, 110]])
  const beakD = dOf(beak)
  const perch = dOf(stand(limb([34, 356, 24], [180, 352, 26], [340, 358, 24])))
  return [
    form(tail, tone(coat, 0.04), look),
    form(trunk, coat, { ...look, inner: [patch(blob([[216, 110], [268, 130], [266, 196], [236, 226], [204, 206], [192, 150]]), chest, { soft: 3 }), patch(blob([[206, 224], [234, 224], [262, 196], [276, 210], [244, 250], [208, 244]]), '#e0433a', { soft: 6 }), patch(oval(124, 316, 40, 22), '#e0433a', { soft: 7 })] }),
    contact(trunk, wing, 4, 8, 7, 0.5, '#120c20'), form(wing, tone(coat, 0.06), look), tufts('#8a80b0/.5', 5, [164, 216, 60, 118, 0.08], [150, 224, 70, 114, 0.06], [174, 236, 50, 122, 0.08]),
    form(limb([172, 306, 9], [170, 330, 9]), '#5a7a9a', { role: 'keep' }), form(limb([206, 296, 9], [206, 330, 9]), '#6a8aaa', { role: 'keep' }),
    form(perch, '#8a5a3a', { role: 'keep' }), tufts('#5a3626/.6', 5, [60, 344, 60, 0, 0.03], [230, 340, 70, 4, 0.03], [120, 362, 70, 1, 0.02], [250, 364, 60, 3, 0.03]), form(oval(342, 358, 12, 22), '#d9b07c', { role: 'keep', k: 4 }), keep(path(dOf(oval(343, 358, 6, 12)), '#b98a5a')),
    ...[166, 204].flatMap((x) => [-9, 3, 15].map((d) => form(limb([x + d, 324, 6], [x + d + 3, 342, 5.5]), '#6a8aaa', { role: 'keep', k: 3 }))),
    form(beakD, bill, { role: 'keep', under: '#c0302a', lean: 0.3, inner: [patch(blob([[376, 80], [420, 80], [420, 170], [384, 150], [366, 116]]), tip, { soft: 4 }), patch(blob([[230, 70], [262, 66], [258, 110], [262, 150], [230, 150]]), '#8fc23a', { soft: 5 }), patch(blob([[280, 52], [340, 52], [376, 72], [330, 76], [290, 74]]), '#fbd24a', { soft: 6 })] }),
    keep(stroke('M246 118C300 106 356 108 400 136', '#8a4a1a', 3.4)),
    keep(path(dOf(oval(222, 96, 20, 20)), rad([0.4, 0.35, 0.7], '#8fdcf0', [1, '#3fa0d0']))), eye(223, 96, 10, 11),
  ]
}

function ostrich() {
  const [coat, neck, white] = ['#3c3642', '#e2a795', '#f5f0f2']
  const look = { under: '#4a3aa0', lean: 0.2, hi: 0.2 }
  const trunk = melt(20, oval(166, 196, 100, 66, -8), oval(120, 192, 60, 48))
  const trunkD = dOf(trunk)
  const leg = (x, k) => stand(melt(8, limb([x, 236, 30], [x + 10, 276, 17], [x - 14, 312, 9], [x - 4, 366, 7]), melt(5, cap(x - 2, 370, 9, x + 34, 374, 7), cap(x - 2, 370, 8, x + 18, 377, 6))))
  const neckF = melt(10, limb([238, 182, 26], [268, 130, 15], [264, 70, 12], [270, 6, 13]), oval(284, -12, 27, 22))
  const plume = (list, color) => list.map(([a, b, c, e, w]) => form(feather(a, b, c, e, w), color, { role: null, under: '#7a7ac0' }))
  return [
    form(leg(196, 0), tone(neck, -0.16), { role: 'keep', rim: 0.2 }),
    plume([[110, 190, 14, 150, 22], [100, 200, 2, 190, 22], [110, 214, 16, 232, 22], [90, 176, 40, 118, 20]], white),
    form(neckF, neck, { role: 'keep' }),
    form(trunkD, coat, look),
    plume([[190, 214, 96, 256, 20], [220, 206, 130, 272, 18]], white),
    tufts('#8a80a8/.45', 8, [230, 160, 60, 160, 0.12], [200, 150, 60, 166, 0.12], [180, 176, 70, 164, 0.12], [230, 190, 60, 156, 0.12], [150, 150, 50, 172, 0.12], [210, 226, 50, 156, 0.1]),
    form(leg(156, 1), neck, { role: 'keep' }),
    clip(dOf(leg(156, 1)), contact(trunkD, leg(156, 1), 0, 0, 0.1, 0), ''),
    form(blob([[230, 168], [252, 160], [274, 176], [262, 200], [232, 206]]), white, { role: null, under: '#7a7ac0' }),
    tufts('#3c3642', 5, [278, -30, 20, -110, 0.1], [270, -28, 20, -124, 0.1], [286, -32, 18, -96, 0.1]),
    form(blob([[300, -22], [322, -14], [340, -4, 1], [322, 4], [302, 2]]), '#f0b04a', { role: 'keep' }), keep(stroke('M304 -8C316 -8 326 -6 336 -4', '#a8702a', 2.4)),
    eye(286, -16, 8, 9), tufts('#3a2638', 3, [280, -26, 12, -60, 0.1], [288, -28, 11, -44, 0.1]),
  ]
}

function stork() {
  const [white, black, red] = ['#f8f6f8', '#35313f', '#ee5a32']
  const look = { under: '#7f8cc0', lean: 0.28, role: 'body' }
  const trunk = dOf(melt(20, limb([92, 214, 20], [140, 190, 44], [206, 174, 50], [246, 130, 26], [262, 82, 19], [262, 50, 19]), oval(270, 36, 28, 26)))
  const wing = blob([[218, 152], [228, 182], [198, 214], [140, 226], [84, 226], [60, 214, 1], [100, 188], [150, 158], [190, 144]])
  const leg = (x, k) => form(stand(melt(4, limb([x, 210, 8], [x + 6, 288, 6.5], [x, 372, 6]), oval(x + 5, 290, 8), cap(x, 374, 6, x + 32, 377, 4), cap(x, 374, 6, x + 14, 379, 4), cap(x, 374, 5, x - 18, 377, 3.5))), tone(red, k), { role: 'keep' })
  return [
    leg(188, -0.18), leg(156, 0),
    ...[[26, 262], [38, 274], [62, 280], [88, 280]].map(([x, y]) => form(feather(116, 216, x, y, 13), black, { role: null, under: '#4a3ab0' })),
    form(trunk, white, look),
    contact(trunk, wing, 3, 10, 7, 0.25), form(wing, white, { ...look, inner: [patch(blob([[40, 216], [100, 204], [160, 212], [214, 190], [200, 240], [60, 250]]), black, { soft: 3 })] }),
    tufts('#8a94b8/.6', 5, [206, 160, 50, 150, 0.12], [190, 158, 50, 154, 0.12], [200, 180, 50, 152, 0.12]), tufts('#8a80a8/.6', 4, [180, 206, 60, 164, 0.06], [140, 214, 50, 172, 0.06]),
    form(blob([[290, 26], [330, 40], [392, 70, 1], [340, 64], [290, 50]]), red, { role: 'keep' }), keep(stroke('M294 40C326 46 356 56 384 68', '#a8321f', 2.6)),
    patch(oval(282, 32, 11, 7, 10), black, { soft: 1.5 }), eye(281, 31, 5.4, 6), tufts('#9aa4c8/.6', 4, [250, 120, 24, 104], [262, 128, 24, 96], [244, 142, 24, 110]),
  ]
}

function woodpecker() {
  const [coat, white, red] = ['#38343f', '#f6f1ee', '#e23a36']
  const look = { under: '#4a3ab0', lean: 0.2, hi: 0.22 }
  const trunk = dOf(melt(18, limb([140, 300, 26], [164, 244, 46], [186, 186, 48], [206, 130, 34]), oval(214, 108, 46, 40)))
  const trunkOf = dOf('M264 -22L282 -44L292 -28L312 -60L322 -34L338 -48L354 -16C346 70 356 200 354 398L266 398C276 240 262 100 264 -22Z')
  const wing = blob([[162, 176], [138, 214], [122, 268], [114, 316, 1], [146, 292], [180, 250], [192, 200], [182, 174]])
  const crest = blob([[186, 100], [160, 92], [142, 64, 1], [168, 62], [158, 34, 1], [196, 48], [230, 64], [244, 84]])
  const tail = blob([[136, 296], [116, 340], [112, 390, 1], [132, 378], [150, 394, 1], [162, 350], [168, 306]])
  return [
    form(trunkOf, '#9a6c4a', { role: 'keep', k: 14 }), tufts('#5f3c2c/.6', 6, [292, -10, 90, 88, 0.02], [318, 40, 100, 92, 0.02], [334, -20, 80, 90, 0.02], [290, 140, 90, 86, 0.03], [322, 190, 110, 91, 0.02], [340, 110, 70, 90, 0.02], [296, 280, 80, 88, 0.02], [330, 300, 60, 92, 0.02]),
    keep(path(dOf(oval(284, 118, 12, 16)), '#4a2c22'), path(dOf(oval(318, 250, 12, 17)), '#4a2c22'), path(dOf(oval(310, 46, 9, 13)), '#4a2c22')),
    form(tail, coat, look),
    form(trunk, coat, { ...look, inner: [patch(blob([[214, 150], [258, 150], [250, 250], [200, 310], [170, 300], [196, 240]]), white, { soft: 4 }), patch(oval(168, 318, 40, 24), red, { soft: 7 })] }),
    tufts('#38343f/.6', 5, [222, 186, 18, 84], [208, 204, 18, 84], [220, 220, 18, 84], [204, 240, 18, 84], [192, 262, 18, 90]),
    contact(trunk, wing, 4, 8, 7, 0.5, '#120c20'), form(wing, coat, { ...look, inner: [...[[170, 200], [158, 226], [146, 252], [134, 280]].flatMap(([x, y]) => [0, 16].map((d) => patch(oval(x + d, y + d * 0.6, 9, 4, -24), white)))] }),
    form(crest, red, { role: 'keep', under: '#7a1a4a' }),
    patch(blob([[196, 112], [240, 108], [254, 122], [230, 146], [204, 160], [190, 140]]), white, { soft: 2 }), patch(blob([[222, 128], [258, 122], [254, 134], [226, 142]]), coat, { soft: 1.5 }),
    form(blob([[252, 94], [284, 102], [300, 110, 1], [280, 114], [252, 116]]), '#8a8090', { role: 'keep' }),
    keep(path(dOf(oval(228, 98, 9)), '#f3e6c0')), eye(229, 98, 6, 6.5),
    ...[[228, 224], [214, 280]].map(([x, y]) => form(union(limb([x - 18, y + 6, 7], [x + 20, y, 6], [x + 52, y - 10, 5]), limb([x + 22, y, 6], [x + 50, y + 10, 5])), '#7d7488', { role: 'keep', k: 4 })),
  ]
}
export const drawings = { gull, pigeon, hen, 'bird-flying': birdFlying, toucan, ostrich, stork, woodpecker }

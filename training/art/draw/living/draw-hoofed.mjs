/** Animals with hooves. */
import { blob, clip, dOf, eye, form, keep, limb, melt, oval, patch, path, stand, stroke, tone, tufts, cap } from './fur.mjs'

const hoof = (d, color, top = 356) => clip(d, patch(`M-50 ${top}L450 ${top}L450 400L-50 400Z`, color, { soft: 0.8 }))

function unicorn() {
  const coat = '#f6f1f8'
  const look = { role: 'body', under: '#9a7ad8', lean: 0.24, lo: 0.1 }
  const lock = (points, color) => form(limb(...points), color, { role: null, hi: 0.2, k: 6, lean: 0.08 })
  const [pink, violet, blue, gold] = ['#f58fc0', '#b58af0', '#7cc4f2', '#f7c54a']
  const torso = limb([106, 214, 50], [176, 222, 46], [232, 214, 52], [262, 176, 44], [284, 128, 33], [296, 96, 30])
  const face = melt(10, limb([298, 94, 31], [338, 126, 21], [356, 142, 18]), blob([[284, 76], [276, 44], [284, 32, 1], [300, 50], [304, 74]]))
  const near = dOf(stand(melt(16, torso, face, limb([98, 232, 46], [114, 286, 24], [86, 322, 13], [90, 374, 13]), limb([232, 236, 34], [238, 292, 18], [234, 322, 13], [236, 374, 13])), 380, 3))
  const far = dOf(stand(limb([146, 250, 32], [164, 294, 20], [142, 328, 12], [150, 374, 12]), 380, 3))
  const raised = dOf(limb([264, 232, 26], [310, 256, 17], [322, 276, 13], [292, 312, 12], [290, 322, 13]))
  const horn = blob([[304, 70], [332, 4, 1], [324, 80]])
  const hornD = dOf(horn)
  return [
    lock([[70, 200, 10], [34, 204, 14], [14, 250, 15], [22, 310, 10], [4, 346, 2]], violet), lock([[72, 196, 10], [46, 212, 14], [34, 262, 14], [48, 318, 9], [38, 352, 2]], pink), lock([[74, 200, 9], [58, 222, 10], [54, 270, 10], [70, 310, 6], [70, 330, 2]], blue),
    form(far, tone(coat, -0.14), { ...look, rim: 0.2 }), hoof(far, '#c99a34'),
    form(raised, tone(coat, -0.1), look), clip(raised, patch('M280 308L310 300L320 350L260 350Z', '#c99a34')),
    form(near, coat, { ...look, inner: [patch(oval(360, 148, 20, 20), '#f7cfdd', { soft: 6 })] }), hoof(near, '#e3b247'),
    form(hornD, gold, { role: 'keep', k: 4, under: '#c8641e' }), clip(hornD, keep([[10, 26], [22, 40], [36, 54], [50, 68]].map(([a, b], i) => stroke(`M${330 - i * 8} ${a}L${346} ${b}`, '#c98a1e', 3)))),
    lock([[238, 160, 7], [208, 176, 13], [198, 206, 11], [212, 232, 7], [204, 250, 2]], pink), lock([[252, 124, 8], [222, 142, 15], [210, 178, 13], [226, 210, 7], [218, 228, 2]], blue),
    lock([[268, 92, 8], [240, 106, 15], [228, 142, 13], [242, 174, 7], [234, 192, 2]], violet), lock([[288, 58, 6], [260, 70, 14], [246, 102, 13], [258, 134, 7], [250, 150, 2]], pink),
    lock([[296, 54, 5], [312, 64, 9], [310, 82, 7], [300, 94, 2]], violet),
    patch(blob([[290, 70], [284, 50], [287, 42], [298, 56], [299, 70]]), '#f3b6cc', { soft: 1.5 }),
    eye(322, 100, 6.5, 8.5), keep(stroke('M314 94C318 88 326 88 331 93', '#7a5a86', 3), path(dOf(oval(364, 138, 3, 4, -30)), '#c98aa4'), stroke('M364 154C356 158 350 156 346 152', '#a8718e', 3)),
  ]
}

function moose() {
  const [coat, dark, pale, horn] = ['#6f4a36', '#4a3026', '#b59a84', '#c9a06a']
  const torso = limb([88, 196, 50], [150, 196, 52], [222, 178, 62], [268, 164, 42], [298, 136, 32])
  const face = melt(12, limb([300, 134, 31], [340, 164, 24], [364, 192, 25]), oval(366, 206, 20, 18))
  const near = dOf(stand(melt(16, torso, face, limb([84, 214, 44], [100, 272, 23], [78, 312, 13], [82, 374, 14]), limb([226, 216, 38], [232, 290, 18], [228, 374, 14])), 380, 3))
  const far = dOf(stand(melt(12, limb([130, 230, 34], [146, 280, 20], [128, 318, 12], [134, 374, 13])), 380, 3))
  const far2 = dOf(stand(limb([260, 210, 30], [276, 290, 16], [276, 374, 13]), 380, 3))
  const antler = (dx, k) => {
    const palm = blob([[292 + dx, 92], [266 + dx, 74], [222 + dx, 64], [196 + dx, 34], [220 + dx, 14], [262 + dx, 20], [292 + dx, 40], [306 + dx, 70]])
    const tines = [[204, 40, 176, 22], [212, 24, 196, -16], [234, 18, 230, -28], [258, 22, 264, -22], [280, 34, 294, -6]].map(([a, b, c, e]) => cap(a + dx, b, 10, c + dx, e, 3.5))
    return form(melt(9, palm, ...tines, limb([300 + dx, 112, 9], [298 + dx, 96, 9], [280 + dx, 78, 11])), tone(horn, k), { role: 'keep', under: '#6a3a3a' })
  }
  return [
    antler(58, -0.14),
    form(far, tone(coat, -0.2), { rim: 0.2, inner: [patch('M90 296L190 296L190 360L90 360Z', tone(pale, -0.25), { soft: 8, op: 0.7 })] }), hoof(far, '#2f2428', 364),
    form(far2, tone(coat, -0.2), { rim: 0.2, inner: [patch('M240 296L320 296L320 360L240 360Z', tone(pale, -0.25), { soft: 8, op: 0.7 })] }), hoof(far2, '#2f2428', 364),
    form(blob([[282, 176], [306, 168], [306, 206], [296, 236, 1], [286, 212]]), dark, { role: null }),
    form(oval(44, 194, 10, 16, 20), dark),
    form(near, coat, { inner: [patch('M50 300L280 300L280 400L50 400Z', pale, { soft: 12, op: 0.75 }), patch(oval(372, 204, 30, 26), pale, { soft: 10, op: 0.7 })] }), hoof(near, '#3a2c2e', 364),
    tufts(`${dark}/.5`, 6, [196, 128, 24, 100], [216, 124, 26, 96], [238, 128, 26, 92], [206, 150, 24, 98], [228, 150, 24, 94]),
    form(blob([[288, 118], [258, 112], [240, 96, 1], [264, 92], [294, 104]]), coat), patch(blob([[280, 110], [262, 106], [254, 100], [270, 99], [284, 105]]), '#c9a48e', { soft: 2 }),
    antler(0, 0),
    eye(320, 136, 5.5, 7), keep(path(dOf(oval(376, 190, 4.5, 6, -30)), '#2f2028'), stroke('M378 214C366 220 354 216 346 206', '#3f2a2c', 3.4)),
  ]
}

function boar() {
  const [coat, dark, snout] = ['#7d5a46', '#4a322c', '#c98f86']
  const torso = limb([96, 244, 60], [160, 236, 68], [226, 228, 78], [280, 240, 58])
  const face = melt(12, oval(282, 238, 60, 58), limb([300, 250, 44], [348, 272, 27], [364, 276, 25]))
  const near = dOf(stand(melt(14, torso, face, limb([96, 268, 48], [108, 320, 22], [98, 374, 14]), limb([232, 280, 38], [238, 330, 20], [236, 374, 14])), 380, 3))
  const far = dOf(stand(limb([146, 290, 34], [156, 330, 18], [152, 374, 13]), 380, 3))
  const far2 = dOf(stand(limb([272, 290, 30], [280, 330, 18], [280, 374, 13]), 380, 3))
  const ridge = blob([[90, 190, 1], [96, 160, 1], [110, 178], [122, 144, 1], [138, 166], [154, 128, 1], [170, 152], [190, 116, 1], [204, 144], [228, 112, 1], [240, 142], [264, 118, 1], [270, 150], [294, 140, 1], [296, 190], [200, 200]])
  return [
    form(limb([44, 236, 6], [20, 240, 5], [10, 268, 4]), coat), form(blob([[12, 258], [2, 284], [8, 304, 1], [20, 284]]), dark, { role: null }),
    form(far, tone(coat, -0.2), { rim: 0.2 }), hoof(far, '#2f2428', 362), form(far2, tone(coat, -0.2), { rim: 0.2 }), hoof(far2, '#2f2428', 362),
    form(ridge, dark, { role: null, k: 8 }),
    form(near, coat, { inner: [patch(blob([[60, 170], [150, 150], [240, 140], [290, 160], [270, 190], [170, 196], [80, 230]]), dark, { soft: 12, op: 0.7 })] }), hoof(near, '#3a2c2e', 362),
    tufts(`${dark}/.55`, 5, [120, 216, 26, 150], [152, 226, 26, 156], [186, 214, 26, 150], [134, 258, 24, 156], [174, 262, 24, 158], [210, 250, 24, 150], [214, 290, 22, 150], [150, 290, 22, 160]),
    form(blob([[262, 198], [236, 176], [232, 146, 1], [262, 158], [288, 186]]), coat), patch(blob([[262, 190], [246, 174], [244, 160], [262, 168], [276, 186]]), '#b98a7c', { soft: 2.5 }),
    form(oval(378, 276, 14, 25, 8), snout, { role: 'keep' }), keep(path(dOf(oval(380, 266, 3.6, 6)), '#5a2f36'), path(dOf(oval(380, 286, 3.6, 6)), '#5a2f36')),
    form(limb([340, 300, 9], [352, 288, 8], [352, 262, 3]), '#f6efe0', { role: 'keep', k: 4 }),
    keep(stroke('M366 302C350 310 330 306 318 298', '#3f262a', 3.4)), eye(312, 226, 6, 7.5), tufts(`${dark}`, 5, [300, 212, 26, 16, -0.15]),
  ]
}
export const drawings = { unicorn, moose, boar }

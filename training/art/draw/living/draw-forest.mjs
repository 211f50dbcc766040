/** Animals of the woods and of the north. */
import { blob, both, cap, clip, contact, dOf, eye, form, keep, limb, melt, mirrored, nose, oval, patch, path, smile, smooth, stand, stroke, toes, tone, tufts } from './fur.mjs'

function fox() {
  const [coat, dark, white] = ['#ef7a2a', '#5a3330', '#fff1e4']
  const tail = blob([[118, 232], [80, 200], [46, 196], [14, 226], [2, 280], [22, 330], [40, 344, 1], [66, 322], [96, 290], [128, 268]])
  const tailD = dOf(tail)
  const tip = dOf(both(tail, blob([[-20, 288], [10, 296], [22, 284], [38, 298], [56, 288], [74, 306], [90, 400], [-20, 400]]), 2))
  const torso = limb([126, 232, 46], [180, 238, 42], [238, 226, 47], [262, 190, 40])
  const near = dOf(stand(melt(22, torso, limb([118, 248, 44], [140, 300, 24], [112, 334, 13], [116, 368, 13]), cap(116, 368, 12, 132, 370, 10), limb([246, 240, 34], [248, 300, 17], [244, 366, 13]), cap(246, 368, 12, 262, 370, 10))))
  const far = dOf(stand(melt(14, limb([160, 262, 30], [180, 308, 20], [160, 338, 12], [168, 368, 12]), cap(168, 368, 11, 182, 370, 10))))
  const far2 = dOf(stand(melt(14, limb([262, 240, 26], [284, 310, 15], [286, 366, 12]), cap(288, 368, 11, 302, 370, 10))))
  const socks = (d) => clip(d, patch('M90 330C140 322 200 322 320 326L320 400L90 400Z', dark, { soft: 5 }))
  const head = blob([[284, 108], [322, 114], [346, 142], [362, 178, 1], [332, 190], [306, 208], [284, 216], [262, 208], [236, 190], [206, 178, 1], [222, 142], [246, 114]])
  const ear = blob([[228, 140], [218, 92], [228, 50, 1], [256, 76], [276, 116], [258, 134]])
  const inner = blob([[240, 126], [232, 96], [235, 68, 1], [252, 88], [262, 112], [252, 122]])
  const headD = dOf(melt(8, head, ear, mirrored(ear, 284)))
  const cheek = blob([[284, 218], [285, 172], [268, 158], [240, 158], [204, 170], [190, 190], [240, 230]])
  return [
    form(tailD, coat), form(tip, white, { role: null, rim: 0.2 }),
    form(far, tone(coat, -0.14), { rim: 0.2 }), socks(far), form(far2, tone(coat, -0.14), { rim: 0.2 }), socks(far2),
    contact(tailD, near, -4, 8),
    form(near, coat, { inner: [patch(blob([[262, 190], [300, 190], [300, 250], [262, 288], [240, 258], [248, 224]]), white, { soft: 3 })] }), socks(near),
    contact(near, headD, -4, 12, 8),
    form(headD, coat, { inner: [patch(cheek, white), patch(mirrored(cheek, 284), white)] }),
    patch(inner, dark, { soft: 2.5 }), patch(mirrored(inner, 284), dark, { soft: 2.5 }),
    tufts(`${white}/.8`, 3, [244, 126, 22, -95, -0.1], [250, 124, 22, -88, -0.1], [324, 126, 22, -85, 0.1], [318, 124, 22, -92, 0.1]),
    eye(258, 152, 8, 11), eye(310, 152, 8, 11), nose(284, 188, 24, 18), smile(284, 196, 14, 8),
  ]
}

function bear() {
  const [coat, light] = ['#8a5a3c', '#d6a878']
  const torso = limb([112, 226, 72], [180, 214, 74], [240, 196, 78], [282, 190, 60])
  const near = dOf(stand(melt(26, torso, limb([104, 250, 62], [112, 320, 36], [104, 352, 30]), cap(104, 356, 26, 124, 360, 20), limb([246, 250, 52], [252, 320, 32], [250, 352, 28]), cap(250, 356, 26, 272, 360, 20))))
  const far = dOf(stand(melt(18, limb([156, 270, 44], [170, 350, 28]), cap(172, 358, 24, 188, 360, 20))))
  const far2 = dOf(stand(melt(18, limb([286, 240, 40], [306, 350, 26]), cap(308, 358, 24, 326, 360, 20))))
  const head = dOf(melt(14, oval(302, 150, 66, 60), oval(302, 178, 50, 38), oval(250, 100, 22), oval(354, 100, 22)))
  const claws = (x) => keep([0, 11, 22].map((dx) => stroke(`M${x - dx} 372L${x - dx + 4} 379`, '#3a2a2c', 5)))
  return [
    form(oval(44, 206, 18, 15, 30), coat), form(far, tone(coat, -0.16), { rim: 0.2 }), claws(202), form(far2, tone(coat, -0.16), { rim: 0.2 }), claws(340),
    form(near, coat, { inner: [] }), claws(138), claws(286),
    contact(near, head, -6, 14, 10),
    form(head, coat),
    ...[250, 354].map((x) => patch(oval(x, 101, 12), light, { soft: 2 })),
    form(oval(302, 184, 34, 27), light, { role: null, rim: 0.3, core: 0.25 }),
    nose(302, 172, 30, 21), smile(302, 182, 13, 8), eye(276, 142, 8, 10), eye(328, 142, 8, 10),
  ]
}

function polarBear() {
  const [coat, shade] = ['#f1f1f4', '#7a86c2']
  const look = { under: shade, lean: 0.3, lo: 0.16, core: 0.36 }
  const torso = limb([100, 216, 74], [180, 214, 72], [236, 216, 66], [282, 184, 48], [318, 156, 40])
  const face = melt(12, oval(324, 152, 42, 38), limb([330, 160, 30], [376, 174, 19]), oval(304, 116, 14))
  const near = dOf(stand(melt(24, torso, face, limb([96, 250, 60], [110, 316, 36], [98, 352, 29]), cap(98, 356, 26, 120, 360, 20), limb([238, 250, 48], [242, 320, 31], [240, 352, 28]), cap(240, 356, 26, 262, 360, 20))))
  const far = dOf(stand(melt(18, limb([150, 270, 44], [174, 350, 28]), cap(176, 358, 24, 194, 360, 20))))
  const far2 = dOf(stand(melt(18, limb([266, 250, 36], [296, 350, 26]), cap(298, 358, 24, 316, 360, 20))))
  const claws = (x) => keep([0, 11, 22].map((dx) => stroke(`M${x - dx} 372L${x - dx + 4} 379`, '#4a4558', 5)))
  return [
    form(oval(30, 208, 17, 14, 30), coat, look), form(far, tone(coat, -0.14), { ...look, rim: 0.2 }), claws(206), form(far2, tone(coat, -0.14), { ...look, rim: 0.2 }), claws(330),
    form(near, coat, look), claws(134), claws(276),
    patch(oval(305, 117, 7, 8), '#c9c2dc', { soft: 2 }),
    eye(340, 142, 6, 7.5), keep(nose(388, 163, 20, 17)), keep(stroke('M378 184C366 190 352 190 344 184', '#5a5468', 3.2)),
  ]
}

function panda() {
  const [white, black] = ['#f5f2f6', '#3c3648']
  const pale = { role: 'body', under: '#8a86c0', lean: 0.25 }
  const ink = { role: null, hi: 0.14, under: '#5a3a8a', rim: 0.35 }
  const trunk = dOf(stand(oval(200, 284, 92, 100)))
  const arm = melt(10, limb([140, 236, 32], [108, 280, 28], [132, 318, 25]), oval(138, 320, 24))
  const arm2 = melt(10, limb([260, 236, 32], [292, 276, 28], [262, 308, 25]), oval(258, 310, 24))
  const leg = stand(melt(8, oval(112, 346, 50, 40), oval(96, 340, 34, 40)))
  const headD = dOf(melt(10, oval(200, 148, 96, 80), oval(200, 172, 88, 62)))
  const patchEye = oval(160, 152, 22, 30, 32)
  const sole = (x) => [patch(oval(x, 350, 16, 13), '#8d7f93'), ...[-17, -6, 6, 17].map((dx) => patch(oval(x + dx, 326 + Math.abs(dx) * 0.32, 5, 6), '#8d7f93'))]
  const stalk = dOf(cap(180, 344, 7, 300, 216, 7))
  const leaf = (x, y, a) => form(blob([[x, y, 1], [x + 22 * Math.cos(a) - 9 * Math.sin(a), y + 22 * Math.sin(a) + 9 * Math.cos(a)], [x + 54 * Math.cos(a), y + 54 * Math.sin(a), 1], [x + 22 * Math.cos(a) + 9 * Math.sin(a), y + 22 * Math.sin(a) - 9 * Math.cos(a)]]), '#5aa83c', { role: 'keep', under: '#1f6a5a' })
  return [
    form(trunk, white, { ...pale, inner: [patch(blob([[80, 190], [200, 200], [320, 190], [320, 244], [250, 262], [200, 266], [150, 262], [80, 244]]), black, { soft: 2 })] }),
    contact(trunk, headD, 0, 16, 10),
    form(leg, black, ink), form(mirrored(leg, 200), black, ink), sole(94), sole(306),
    form(arm, black, ink),
    form(stalk, '#79b84a', { role: 'keep', under: '#1f6a5a' }), keep(['M212 310L222 318', 'M246 274L256 282'].map((d) => stroke(d, '#4a8a34', 3))),
    leaf(286, 230, -2.3), leaf(292, 224, -0.5), leaf(296, 222, -1.3),
    form(arm2, black, ink),
    form(oval(116, 78, 32), black, ink), form(oval(284, 78, 32), black, ink),
    form(headD, white, pale),
    patch(patchEye, black, { soft: 1 }), patch(mirrored(patchEye, 200), black, { soft: 1 }),
    eye(166, 148, 9, 10.5, { color: '#1c1522' }), eye(234, 148, 9, 10.5, { color: '#1c1522' }),
    nose(200, 182, 32, 22), smile(200, 192, 15, 9),
  ]
}

function wolf() {
  const [coat, pale, dark] = ['#868a99', '#e6e4ea', '#565a6b']
  const look = { under: '#4a4590', lean: 0.18 }
  const tail = blob([[92, 214], [66, 214], [44, 250], [36, 300], [46, 330, 1], [66, 312], [88, 280], [106, 252]])
  const torso = melt(20, limb([110, 226, 44], [170, 226, 46], [234, 222, 54], [270, 176, 44], [290, 140, 34]), blob([[262, 160], [300, 172], [306, 206, 1], [294, 204], [296, 234, 1], [280, 228], [274, 256, 1], [240, 250]]))
  const face = melt(8, oval(296, 128, 36, 33), limb([306, 134, 26], [352, 146, 15], [366, 148, 13]))
  const ear = blob([[270, 116], [262, 72], [266, 50, 1], [286, 70], [300, 100], [288, 112]])
  const near = dOf(stand(melt(16, torso, face, ear, limb([108, 246, 42], [134, 300, 22], [104, 334, 13], [110, 368, 13]), cap(110, 367, 13, 130, 370, 10), limb([244, 246, 34], [248, 306, 17], [244, 366, 14]), cap(246, 367, 13, 266, 370, 10))))
  const far = dOf(stand(melt(14, limb([152, 254, 32], [174, 306, 20], [152, 338, 12], [160, 368, 12]), cap(160, 368, 12, 178, 370, 10))))
  const far2 = dOf(stand(melt(14, limb([266, 244, 28], [284, 310, 15], [286, 366, 13]), cap(288, 368, 12, 306, 370, 10))))
  const earFar = blob([[296, 108], [298, 66], [308, 50, 1], [318, 76], [318, 110]])
  const back = blob([[60, 150], [120, 182], [170, 182], [232, 172], [262, 150], [262, 176], [240, 208], [180, 214], [110, 216], [70, 260], [40, 250]])
  const saddle = patch(back, dark, { soft: 7, op: 0.75 })
  const light = [
    patch(blob([[318, 148], [388, 140], [384, 180], [316, 178], [318, 214], [286, 262], [250, 270], [262, 220], [278, 180], [296, 164]]), pale, { soft: 4 }),
    patch('M90 336C150 326 220 326 330 330L330 400L90 400Z', pale, { soft: 10, op: 0.8 }),
    patch(blob([[140, 268], [180, 258], [220, 266], [216, 292], [150, 292]]), pale, { soft: 6, op: 0.7 }),
  ]
  return [
    form(tail, coat, { ...look, inner: [patch(blob([[20, 300], [60, 300], [80, 350], [20, 350]]), dark, { soft: 7 })] }),
    form(earFar, tone(coat, -0.15), look),
    form(far, tone(coat, -0.16), { ...look, rim: 0.2 }), form(far2, tone(coat, -0.16), { ...look, rim: 0.2 }),
    form(near, coat, { ...look, inner: [saddle, ...light] }),
    patch(blob([[276, 106], [270, 82], [270, 66, 1], [282, 82], [290, 100]]), '#4c4250', { soft: 2 }),
    tufts(`${dark}/.55`, 4, [262, 196, 22, 100], [246, 214, 22, 108], [256, 232, 20, 104], [230, 196, 22, 108], [128, 208, 20, 150], [166, 206, 20, 156], [200, 212, 18, 156]),
    toes(128, 378, 7, '#8f8a9c'), toes(264, 378, 7, '#8f8a9c'),
    keep(path(smooth([[304, 122, 1], [314, 114], [324, 122, 1], [314, 126]]), '#f2c14a')), eye(315, 120, 4.4, 5),
    keep(stroke('M300 114C308 106 318 106 326 112', '#4c4656', 4)),
    nose(374, 138, 20, 17), keep(stroke('M368 158C352 166 334 166 322 158', '#54475a', 3.4)),
  ]
}

export const drawings = { fox, bear, 'polar-bear': polarBear, panda, wolf }

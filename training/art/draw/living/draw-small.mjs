/** Small animals. */
import { blob, cap, clip, contact, dOf, eye, form, keep, limb, melt, mirrored, nose, oval, patch, path, smile, stand, stroke, toes, tone, tufts, blush } from './fur.mjs'

function raccoon() {
  const [coat, dark, pale] = ['#8b8a96', '#3b3644', '#f1eef2']
  const look = { under: '#4a4590', lean: 0.18 }
  const tail = limb([96, 250, 26], [44, 236, 32], [16, 186, 31], [34, 130, 26], [44, 112, 18])
  const ring = (a, b, c, d, w) => stroke(`M${a} ${b}L${c} ${d}`, dark, w, { cap: 'butt' })
  const tailD = dOf(tail)
  const torso = melt(20, limb([116, 258, 62], [180, 250, 66], [236, 256, 52]))
  const near = dOf(stand(melt(18, torso, limb([110, 296, 42], [112, 350, 22]), cap(112, 364, 16, 138, 370, 11), limb([238, 290, 30], [240, 352, 18]), cap(240, 364, 15, 264, 370, 11))))
  const far = dOf(stand(melt(12, limb([160, 300, 30], [170, 352, 18]), cap(172, 364, 14, 192, 370, 11))))
  const far2 = dOf(stand(melt(12, limb([276, 290, 26], [286, 352, 16]), cap(288, 364, 14, 306, 370, 11))))
  const [x, y] = [270, 190]
  const headD = dOf(melt(10, blob([[x, y - 64], [x + 52, y - 50], [x + 78, y - 2], [x + 94, y + 26, 1], [x + 52, y + 44], [x, y + 58], [x - 52, y + 44], [x - 94, y + 26, 1], [x - 78, y - 2], [x - 52, y - 50]]), oval(x - 58, y - 52, 22, 24), oval(x + 58, y - 52, 22, 24)))
  const mask = blob([[x - 10, y + 2], [x - 34, y - 22], [x - 66, y - 8], [x - 84, y + 30], [x - 56, y + 38], [x - 24, y + 26]])
  const snout = melt(8, oval(x, y + 34, 30, 22), oval(x, y + 16, 14, 24))
  const socks = (d) => clip(d, patch('M80 344C140 338 220 338 320 342L320 400L80 400Z', dark, { soft: 4 }))
  return [
    form(tailD, coat, { ...look, inner: [ring(84, 200, 64, 290, 22), ring(20, 250, 60, 190, 22), ring(-30, 180, 60, 176, 22), ring(-4, 120, 66, 146, 20), patch(oval(44, 98, 30, 22), dark)] }),
    form(far, tone(coat, -0.2), { ...look, rim: 0.2 }), socks(far), form(far2, tone(coat, -0.2), { ...look, rim: 0.2 }), socks(far2),
    form(near, coat, { ...look, inner: [patch(blob([[140, 296], [180, 286], [226, 296], [226, 330], [140, 330]]), pale, { soft: 7, op: 0.6 })] }), socks(near),
    contact(near, headD, -6, 14, 9),
    form(headD, coat, { ...look, inner: [patch(blob([[x - 100, y + 30], [x - 60, y - 26], [x - 20, y - 30], [x, y - 6], [x + 20, y - 30], [x + 60, y - 26], [x + 100, y + 30], [x, y + 70]]), pale, { soft: 3 })] }),
    clip(headD, patch(mask, dark, { soft: 1.5 }), patch(mirrored(mask, x), dark, { soft: 1.5 }), patch(blob([[x - 7, y - 60], [x, y - 66], [x + 7, y - 60], [x + 9, y], [x, y + 14], [x - 9, y]]), dark, { soft: 4, op: 0.75 })),
    form(snout, pale, { role: null, core: 0.2, rim: 0.2 }),
    ...[-1, 1].map((s) => patch(oval(x + s * 58, y - 52, 13, 14), '#4a4250', { soft: 2.5 })),
    eye(x - 36, y + 4, 9, 10.5, { color: '#15101c' }), eye(x + 36, y + 4, 9, 10.5, { color: '#15101c' }),
    nose(x, y + 24, 24, 18, '#241c2a'), smile(x, y + 32, 12, 7),
  ]
}

function hamster() {
  const [coat, white, pink] = ['#e9a55c', '#fff5ea', '#f2a3a0']
  const x = 200
  const trunk = dOf(stand(melt(20, oval(x, 276, 132, 112), oval(x, 180, 122, 104))))
  const ear = oval(104, 92, 32)
  const arm = melt(6, limb([126, 276, 22], [150, 296, 18], [176, 292, 13]))
  const foot = stand(melt(4, oval(136, 368, 34, 16), oval(116, 366, 12, 12)))
  return [
    form(ear, coat), form(mirrored(ear, x), coat), patch(oval(106, 96, 19), pink, { soft: 3 }), patch(oval(294, 96, 19), pink, { soft: 3 }),
    form(foot, pink, { role: null }), form(mirrored(foot, x), pink, { role: null }),
    form(trunk, coat, { k: 20, inner: [patch(blob([[x, 168], [262, 206], [296, 250], [284, 330], [x, 384], [116, 330], [104, 250], [138, 206]]), white, { soft: 7 }), patch(blob([[x, 70], [214, 120], [210, 170], [x, 196], [190, 170], [186, 120]]), white, { soft: 6 }), ...[116, 284].flatMap((cx) => [patch(oval(cx, 222, 42, 34), white, { soft: 12, op: 0.8 }), blush(cx, 214, 22)])] }),
    form(blob([[x, 268, 1], [222, 294], [214, 322], [x, 330], [186, 322], [178, 294]]), '#5a4a44', { role: 'keep' }), keep([-8, 0, 8].map((d) => stroke(`M${x + d * 0.5} 278C${x + d * 1.4} 296 ${x + d * 1.4} 312 ${x + d} 324`, '#f1e6d4/.8', 3))),
    form(arm, coat), form(mirrored(arm, x), coat),
    ...[-1, 1].map((s) => form(melt(3, oval(x + s * 24, 294, 12, 10), cap(x + s * 20, 290, 5, x + s * 9, 288, 3.5), cap(x + s * 20, 297, 5, x + s * 9, 300, 3.5)), pink, { role: null, k: 3 })),
    eye(152, 158, 13, 15), eye(248, 158, 13, 15), nose(x, 186, 20, 14, '#d86f78'), smile(x, 192, 12, 8, '#7a4a44'),
    form(stand(blob([[194, 206], [206, 206], [207, 219], [193, 219]])), '#fff', { role: 'keep', k: 2 }),
  ]
}

function meerkat() {
  const [coat, pale, dark] = ['#c99a66', '#f0dcbc', '#5a4038']
  const x = 200
  const tail = dOf(stand(limb([220, 330, 16], [270, 352, 12], [310, 366, 9], [340, 370, 5]), 380))
  const trunk = melt(20, limb([x, 330, 56], [x, 270, 54], [x, 200, 40], [x, 140, 34]), oval(x, 330, 62, 46))
  const foot = (s) => stand(melt(5, oval(x + s * 38, 366, 32, 18), oval(x + s * 30, 330, 34, 44)))
  const arm = (s) => melt(8, limb([x + s * 34, 196, 17], [x + s * 54, 244, 14], [x + s * 22, 270, 11]), oval(x + s * 17, 272, 11, 10))
  const headD = dOf(melt(12, oval(x, 92, 56, 52), oval(x, 116, 34, 30)))
  const snout = melt(8, oval(x, 122, 24, 19), oval(x, 108, 14, 16))
  return [
    form(tail, tone(coat, -0.08), { inner: [patch(oval(340, 370, 26, 20), dark, { soft: 6 })] }),
    ...[-1, 1].map((s) => form(oval(x + s * 54, 96, 15, 17), dark, { role: null })),
    form(stand(trunk), coat, { inner: [patch(blob([[x, 150], [230, 190], [236, 270], [230, 340], [x, 372], [170, 340], [164, 270], [170, 190]]), pale, { soft: 8 })] }),
    ...[-1, 1].flatMap((s) => [form(foot(s), coat), toes(x + s * 38 + 14, 378, 12, tone(coat, -0.4), 2)]),
    contact(stand(trunk), headD, 0, 12, 8),
    form(headD, coat, { inner: [patch(blob([[x - 60, 110], [x - 30, 96], [x, 104], [x + 30, 96], [x + 60, 110], [x, 160]]), pale, { soft: 6 })] }),
    patch(oval(x - 25, 92, 17, 14, 28), dark, { soft: 2 }), patch(oval(x + 25, 92, 17, 14, -28), dark, { soft: 2 }),
    form(snout, pale, { role: null, core: 0.25 }), eye(x - 23, 91, 7, 8, { color: '#150e14' }), eye(x + 23, 91, 7, 8, { color: '#150e14' }),
    nose(x, 114, 20, 15), smile(x, 121, 10, 6),
    ...[-1, 1].flatMap((s) => [form(arm(s), coat), keep([-5, 0, 5].map((d) => stroke(`M${x + s * 12 + d} 280L${x + s * 10 + d} 290`, dark, 3.4)))]),
  ]
}

function mole() {
  const [coat, pink] = ['#5a5166', '#f0a3a6']
  const look = { under: '#3a2f80', lean: 0.2, hi: 0.2 }
  const trunk = dOf(stand(melt(22, limb([90, 276, 76], [180, 266, 88], [256, 286, 66]), limb([270, 294, 52], [330, 316, 22], [352, 320, 13]))))
  const paw = (px, py, k = 0) => form(stand(melt(4, oval(px, py, 32, 24, 20), ...[-26, -10, 8, 26].map((d, i) => cap(px + d * 0.6, py, 11, px + d + 10, py + 26 - Math.abs(i - 1.5) * 3, 6)))), tone(pink, k), { role: 'keep' })
  const claws = (px, py) => keep([-26, -10, 8, 26].map((d) => stroke(`M${px + d + 11} ${Math.min(370, py + 22)}L${px + d + 15} 377`, '#fff3e8', 6)))
  return [
    form(limb([28, 292, 9], [0, 286, 7], [-18, 270, 4]), pink, { role: 'keep' }), paw(288, 346, -0.12),
    form(trunk, coat, look),
    tufts(`${tone(coat, 0.3)}/.5`, 6, [90, 216, 26, 150], [128, 204, 28, 156], [168, 200, 28, 160], [110, 246, 26, 154], [150, 240, 26, 158], [196, 236, 26, 160]),
    form(oval(356, 320, 17, 15), pink, { role: 'keep' }), keep(path(dOf(oval(366, 317, 3)), '#b85a68'), path(dOf(oval(364, 326, 3)), '#b85a68')),
    keep(stroke('M340 340C326 348 312 346 302 338', '#2f2838', 3.4)), eye(300, 282, 5, 6),
    form(stand(melt(5, oval(70, 366, 34, 16), oval(96, 370, 14, 10))), pink, { role: 'keep' }), contact(trunk, stand(oval(232, 344, 34, 26, 20)), 0, 6, 6), paw(228, 342), claws(228, 350),
  ]
}
export const drawings = { raccoon, hamster, meerkat, mole }

/** Animals of hot lands. */
import { blob, cap, clip, contact, dOf, eye, form, keep, limb, melt, mirrored, nose, oval, patch, path, polygon, rad, smile, smooth, stand, stroke, toes, tone, tufts } from './fur.mjs'

/** A jagged round edge: `count` locks around an oval. */
const locks = (cx, cy, rx, ry, count, depth, lean = 0) =>
  polygon(Array.from({ length: count * 8 }, (_, i) => {
    const [t, a] = [(i % 8) / 8, (Math.PI * 2 * i) / (count * 8) + lean]
    const k = 1 - depth * Math.abs(t < 0.62 ? 1 - t / 0.62 : (t - 0.62) / 0.38) ** 1.4
    return [cx + rx * k * Math.cos(a), cy + ry * k * Math.sin(a)]
  }))

function lion() {
  const [coat, mane, pale, dark] = ['#eeaa4e', '#a8542a', '#fdebcf', '#6f3a22']
  const torso = limb([96, 236, 48], [170, 240, 46], [236, 226, 56], [276, 200, 50])
  const tail = dOf(limb([62, 222, 10], [28, 236, 9], [14, 280, 8], [26, 316, 7]))
  const tuft = blob([[20, 300], [8, 326], [14, 352], [34, 362, 1], [46, 340], [38, 308]])
  const near = dOf(stand(melt(18, torso, limb([94, 250, 46], [118, 304, 27], [90, 338, 17], [96, 366, 17]), cap(98, 367, 14, 120, 369, 12), limb([244, 252, 38], [248, 310, 23], [246, 366, 18]), cap(248, 367, 15, 270, 369, 12))))
  const far = dOf(stand(melt(14, limb([142, 268, 36], [166, 310, 24], [146, 340, 16], [152, 366, 16]), cap(154, 367, 14, 174, 369, 12))))
  const far2 = dOf(stand(melt(14, limb([280, 250, 34], [300, 316, 20], [300, 366, 17]), cap(302, 367, 14, 322, 369, 12))))
  const [x, y] = [288, 146]
  const ruff = dOf(locks(x, y + 6, 112, 114, 17, 0.17, 0.2))
  const ruff2 = dOf(locks(x, y + 4, 86, 88, 15, 0.18, 0.4))
  const headD = dOf(melt(12, oval(x, y - 4, 54, 52), oval(x, y + 28, 40, 34)))
  const ear = oval(x - 52, y - 56, 22)
  const muzzle = melt(8, oval(x - 15, y + 30, 21, 18), oval(x + 15, y + 30, 21, 18), oval(x, y + 48, 16, 13))
  return [
    form(tail, coat), form(tuft, mane, { role: null }),
    form(far, tone(coat, -0.14), { rim: 0.2 }), form(far2, tone(coat, -0.14), { rim: 0.2 }),
    form(near, coat, { inner: [patch(blob([[120, 276], [170, 264], [226, 274], [226, 300], [120, 300]]), pale, { soft: 6, op: 0.7 })] }),
    toes(116, 378, 8, tone(coat, -0.35)), toes(266, 378, 8, tone(coat, -0.35)),
    contact(near, ruff, -6, 12, 9),
    form(ruff, mane, { role: null, k: 20 }),
    contact(ruff, ruff2, 0, 5, 6, 0.4), form(ruff2, tone(mane, 0.1), { role: null, k: 14 }),
    form(ear, coat, {}), form(mirrored(ear, x), coat, {}), patch(oval(x - 52, y - 54, 12), dark, { soft: 3, op: 0.7 }), patch(oval(x + 52, y - 54, 12), dark, { soft: 3, op: 0.7 }),
    contact(ruff2, headD, 0, 8, 6, 0.4),
    form(headD, coat, { inner: [patch(blob([[x - 10, y - 60], [x, y - 20], [x - 13, y + 20], [x, y + 30], [x + 13, y + 20], [x, y - 20], [x + 10, y - 60]]), tone(coat, 0.3), { soft: 5 })] }),
    form(muzzle, pale, { role: null, core: 0.25, rim: 0.3 }), nose(x, y + 16, 32, 22, '#5a2f33'), smile(x, y + 26, 16, 9),
    keep([[-20, 28], [-26, 34], [-16, 36], [20, 28], [26, 34], [16, 36]].map(([a, b]) => path(dOf(oval(x + a, y + b, 1.8)), '#b98a6a'))),
    eye(x - 24, y - 10, 7.5, 10), eye(x + 24, y - 10, 7.5, 10),
    tufts(`${dark}/.8`, 5, [x - 38, y - 30, 26, 16, -0.15], [x + 38, y - 30, 26, 164, 0.15]),
  ]
}

function koala() {
  const [coat, pale] = ['#9aa0b2', '#eeeaf2']
  const look = { under: '#5a4a9a', lean: 0.16 }
  const trunk = dOf(stand(melt(10, oval(200, 290, 84, 92), oval(200, 336, 92, 50))))
  const arm = limb([134, 244, 30], [112, 288, 27], [140, 322, 24])
  const leg = stand(melt(10, oval(122, 346, 46, 36), oval(108, 342, 32, 38)))
  const [x, y] = [200, 148]
  const headD = dOf(melt(14, oval(x, y, 92, 76), oval(x, y + 26, 80, 58)))
  const ear = locks(106, 96, 58, 56, 13, 0.12, 0.3)
  const snout = dOf(melt(6, oval(x, y + 14, 25, 36), oval(x, y - 8, 20, 20)))
  const claws = (cx, cy) => keep([-14, 0, 14].map((d) => path(smooth([[cx + d - 4, cy, 1], [cx + d, cy - 3], [cx + d + 4, cy, 1], [cx + d + 1, cy + 11, 1]]), '#4a4458')))
  return [
    form(trunk, coat, { ...look, inner: [patch(blob([[200, 210], [248, 250], [252, 320], [200, 352], [148, 320], [152, 250]]), pale, { soft: 8 })] }),
    contact(trunk, headD, 0, 16, 10),
    form(leg, coat, look), form(mirrored(leg, x), coat, look), patch(stand(oval(108, 354, 18, 15)), '#6a5f78', { soft: 2 }), patch(stand(oval(292, 354, 18, 15)), '#6a5f78', { soft: 2 }),
    form(arm, coat, look), form(mirrored(arm, x), coat, look), claws(142, 336), claws(258, 336),
    ...[ear, mirrored(ear, x)].map((e) => form(e, coat, look)),
    ...[0, 1].map((k) => { const e = locks(108, 102, 36, 34, 11, 0.14, 0.1); return patch(k ? mirrored(e, x) : e, '#f3dbe4', { soft: 3 }) }),
    form(headD, coat, { ...look, inner: [patch(oval(x, y + 84, 52, 40), pale, { soft: 8, op: 0.9 })] }),
    form(snout, '#4a4152', { role: 'keep', rim: 0.3 }), keep(clip(snout, patch(oval(x - 9, y - 8, 6, 12, 12), '#fff', { soft: 4, op: 0.45 })), path(dOf(oval(x - 11, y + 38, 4, 5)), '#2a2230'), path(dOf(oval(x + 11, y + 38, 4, 5)), '#2a2230')),
    keep(stroke('M178 208C190 218 210 218 222 208', '#5a4a5c', 3.4)),
    eye(x - 46, y + 2, 9, 11), eye(x + 46, y + 2, 9, 11),
    tufts(tone(coat, 0.3), 7, [184, 78, 18, -70], [200, 76, 20, -88], [214, 79, 18, -108]),
  ]
}

function frog() {
  const [skin, belly, dark] = ['#5fb53a', '#e8f0a8', '#2f7d34']
  const look = { under: '#1f5f6a', lean: 0.2 }
  const x = 200
  const thigh = melt(12, oval(88, 296, 56, 48, -30), limb([66, 336, 22], [70, 364, 16]))
  const foot = stand(melt(5, cap(84, 366, 13, 34, 372, 9), cap(84, 366, 13, 60, 378, 9), cap(84, 366, 14, 108, 374, 11)))
  const arm = melt(10, limb([140, 264, 24], [132, 316, 19], [148, 360, 16]), stand(melt(4, cap(148, 362, 13, 118, 374, 8), cap(148, 362, 13, 144, 376, 8), cap(148, 362, 13, 170, 374, 8))))
  const trunk = dOf(stand(melt(20, oval(x, 276, 96, 96), oval(x, 316, 92, 58))))
  const head = dOf(melt(16, oval(x, 176, 124, 72), oval(x, 206, 108, 58), oval(132, 108, 38), oval(268, 108, 38)))
  const spots = [[150, 160, 12, 9], [246, 152, 15, 10], [200, 134, 13, 8], [284, 178, 10, 8], [116, 176, 9, 7]]
  return [
    form(thigh, tone(skin, -0.06), look), form(mirrored(thigh, x), tone(skin, -0.06), look), form(foot, skin, look), form(mirrored(foot, x), skin, look),
    form(trunk, skin, { ...look, inner: [patch(blob([[x, 220], [254, 236], [266, 300], [240, 356], [x, 372], [160, 356], [134, 300], [146, 236]]), belly, { soft: 5 })] }),
    contact(trunk, head, 0, 14, 9),
    form(arm, skin, look), form(mirrored(arm, x), skin, look),
    form(head, skin, { ...look, inner: [patch(blob([[70, 210], [130, 236], [x, 244], [270, 236], [330, 210], [330, 300], [70, 300]]), belly, { soft: 4 }), ...spots.map((s) => patch(oval(...s), dark, { soft: 1.5, op: 0.55 }))] }),
    keep([132, 268].map((cx) => [path(dOf(oval(cx, 106, 27)), rad([0.4, 0.35, 0.7], '#fff6c8', '#f6d34a', [1, '#d99a2a'])), path(dOf(oval(cx, 106, 19, 12)), '#2a2030'), path(dOf(oval(cx - 8, 99, 6)), '#fff/.95')])),
    keep(stroke('M98 200C130 232 170 240 200 240C230 240 270 232 302 200', '#2c6a3a', 5), path(dOf(oval(188, 184, 3.6, 2.6)), '#2c6a3a'), path(dOf(oval(212, 184, 3.6, 2.6)), '#2c6a3a')),
  ]
}

export const drawings = { lion, koala, frog }

/** What is worn: hats, scarves, ties, a cape, a mask, things for hands and feet. */
import {
  DARK, GOLD, at, ball, blur, body, clip, clipEven, ell, flip, fold, gilt, grain, group, inset, keep, knit, knob, lathe, lin, linU, line, lit, mix, n, path, pick, plush, poly, rad, radU, rand, range, rr,
  smooth, star, stitches, stroke, tone, tube, turned, vol, around, turn, blossoms, foliage, walk,
} from './kit.mjs'

/** A round brim, its crown's foot in the middle: `dip` bends its sides down (or up, below 0). */
function brim(cx, y, rx, ry, c, { dip = 0, thick = 6 } = {}) {
  const ring = (drop) => smooth([[cx - rx, y + dip + drop], [cx - rx * 0.7, y - ry * 0.66 + dip * 0.4 + drop], [cx, y - ry + drop], [cx + rx * 0.7, y - ry * 0.66 + dip * 0.4 + drop], [cx + rx, y + dip + drop], [cx + rx * 0.7, y + ry * 0.74 + dip * 0.5 + drop], [cx, y + ry + drop], [cx - rx * 0.7, y + ry * 0.74 + dip * 0.5 + drop]])
  return { d: ring(0), under: path(ring(thick), lin('h', tone(c, -0.3), tone(c, -0.42), tone(c, -0.55))) }
}
/** Rings of plait on a straw brim. */
const plait = (d, cx, y, rx, ry, c, count = 9) => clip(d, range(count).map((i) => { const k = 0.45 + (i / count) * 0.6; return stroke(ell(cx, y, rx * k, ry * k), `${tone(c, i % 2 ? -0.4 : 0.5)}/.4`, 1.5) }), stroke(range(110).map((i) => { const a = (i / 110) * 6.283; return line([cx + rx * 0.45 * Math.cos(a), y + ry * 0.45 * Math.sin(a)], [cx + rx * 1.05 * Math.cos(a + 0.09), y + ry * 1.05 * Math.sin(a + 0.09)]) }).join(''), `${tone(c, -0.4)}/.28`, 1.2))
const castOn = (d, x, y, rx, ry, op = 0.45) => clip(d, blur(6, path(ell(x, y, rx, ry), DARK, { op })))

function strawHat() {
  const c = '#e8c274'
  const b = brim(210, 150, 206, 46, c, { dip: 8, thick: 5 })
  const L = lathe(210, [[66, 30, 1], [92, 46], [104, 96], [112, 148, 1]], 0.2)
  const ribbon = L.band(106, 150)
  return [
    body(b.under, path(b.d, lin('d', tone(c, 0.35), c, tone(c, -0.2))), plait(b.d, 210, 152, 206, 46, c), inset(b.d, 0, -2, 1.6, '#ffffff', 0.5), castOn(b.d, 226, 166, 128, 26),
      turned(L, c, { finish: 'matte', over: [range(9).map((i) => stroke(smooth(L.arc(36 + i * 13), false), `${tone(c, i % 2 ? -0.4 : 0.45)}/.45`, 2)), stroke(range(38).map((i) => line(L.place(-0.98 + i * 0.053, 30), L.place(-0.94 + i * 0.053, 150))).join(''), `${tone(c, -0.4)}/.25`, 1.2)].flat().join('') }), path(ell(210, 30, 66, 13), lin('d', tone(c, 0.45), tone(c, 0.1)))),
    keep(path(ribbon, lin('h', [0, '#7a1f34'], [0.25, '#f0566a'], [0.55, '#cf3450'], [1, '#6d1a2e'])), stroke(smooth(L.arc(110), false), '#ff9aa6/.7', 2), vol(smooth([[292, 140], [300, 164], [316, 190, 1], [298, 192, 1], [284, 168]]), '#b02a44', { k: 3 }), vol(smooth([[302, 140], [324, 158], [352, 172, 1], [346, 186, 1], [310, 172]]), '#b92d48', { k: 3 }), vol(smooth([[296, 138], [272, 112], [248, 108], [244, 130], [262, 146]]), '#d93c56', { k: 4 }), vol(smooth([[300, 138], [326, 110], [352, 108], [356, 130], [334, 148]]), '#d0354f', { k: 4 }), vol(ell(298, 140, 11, 12), '#e8566e', { k: 3 })),
  ]
}
function feltHat(c, band, { top = 0, rx = 186 } = {}) {
  const b = brim(190, 140, rx, 38, c, { dip: -8, thick: 6 })
  const crown = smooth([[88, 152, 1], [92, 100], [104, 52], [126, 22 + top], [160, 12], [190, 24], [220, 12], [254, 22 + top], [276, 52], [288, 100], [292, 152, 1], [240, 166], [190, 169], [140, 166]])
  const ribbon = `M88 152C90 136 91 126 91 116C130 134 250 134 289 116C289 126 290 136 292 152C250 174 130 174 88 152Z`
  return [
    body(b.under, path(b.d, lin('d', tone(c, 0.24), c, tone(c, -0.26))), inset(b.d, 0, -2, 1.8, '#ffffff', 0.35), castOn(b.d, 200, 156, 116, 22, 0.5),
      path(crown, lin('h', [0, tone(c, -0.28)], [0.25, tone(c, 0.16)], [0.5, c], [0.85, tone(c, -0.34)], [1, tone(c, -0.28)])), clip(crown, blur(7, path(smooth([[150, 20], [190, 40], [230, 20], [214, 62], [190, 84], [166, 62]]), DARK, { op: 0.4 })), blur(7, stroke(smooth([[120, 40], [132, 66], [134, 100]], false), '#ffffff', 14, { op: 0.24 })), blur(6, path(smooth([[236, 60], [252, 76], [248, 104], [234, 92]]), DARK, { op: 0.25 }))), inset(crown, 1.5, 2.5, 2, tone(c, 0.6), 0.5)),
    keep(path(ribbon, lin('h', [0, tone(band, -0.4)], [0.26, tone(band, 0.28)], [0.55, band], [1, tone(band, -0.5)])), stroke('M91 118C130 136 250 136 289 118', `${tone(band, 0.5)}/.5`, 2)),
  ]
}
const fedora = () => [feltHat('#a9754a', '#4a3038'), keep(path(smooth([[270, 128], [284, 92], [314, 60], [322, 64], [312, 96], [292, 134]]), lin('h', '#3f8f7a', '#8fd6b8')), stroke('M278 134C290 104 300 86 316 64', '#1f5a4c', 2), vol(ell(280, 134, 9, 11), '#5d3d46', { k: 2 }))]
function topHat() {
  const c = '#4a4258'
  const b = brim(180, 268, 176, 34, c, { dip: -14, thick: 6 })
  const L = lathe(180, [[112, 34, 1], [104, 110], [102, 190], [110, 266, 1]], 0.17)
  return [
    body(b.under, path(b.d, lin('d', tone(c, 0.2), c, tone(c, -0.3))), inset(b.d, 0, -2, 1.6, '#ffffff', 0.3), castOn(b.d, 188, 280, 122, 22, 0.55), turned(L, c, { streak: [0.1, 0.7], gloss: 0.34 }), clip(L.d, blur(5, path(L.streak(0.4, 0.54, 50, 220), '#ffffff', { op: 0.16 }))), path(ell(180, 34, 112, 19), lin('d', tone(c, 0.34), tone(c, 0.05))), inset(ell(180, 34, 112, 19), 0, -1.6, 1.2, '#ffffff', 0.35)),
    keep(path(L.band(212, 268), lin('h', [0, '#7a1830'], [0.25, '#ef5068'], [0.55, '#cc2d4a'], [1, '#62122a'])), stroke(smooth(L.arc(215), false), '#ff9aa8/.6', 2)),
  ]
}
function beanie() {
  const c = '#d9433f'
  const dome = smooth([[46, 214, 1], [44, 160], [70, 104], [120, 72], [170, 62], [220, 72], [270, 104], [296, 160], [294, 214, 1], [230, 226], [170, 229], [110, 226]])
  const cuff = smooth([[34, 196], [44, 184], [110, 200], [170, 204], [230, 200], [296, 184], [306, 196], [308, 248], [298, 268], [232, 284], [170, 288], [108, 284], [42, 268], [32, 248]])
  const curve = (x, y) => [x + (x - 170) * -0.0016 * Math.max(0, 200 - y), y + 0.0009 * (x - 170) ** 2 * -1 + 12]
  const ribs = range(26).map((i) => { const u = -1 + (i + 0.5) / 13; const x = 170 + 136 * Math.sin((u * Math.PI) / 2); const dy = 16 * Math.cos((u * Math.PI) / 2); return line([x, 184 + dy], [x, 272 + dy]) }).join('')
  const fluff = range(150).map(() => { const a = rand(0, 6.283); const q = Math.sqrt(rand()) * 50; return [170 + q * Math.cos(a), 46 + q * Math.sin(a) * 0.92, a, q] })
  return [
    body(vol(dome, c, { k: 24, hi: 0.2 }), knit(dome, c, { size: 15, bend: curve, op: 0.42 }), clip(dome, blur(8, path(rr(20, 174, 300, 40), DARK, { op: 0.34 })), blur(14, path(ell(116, 120, 34, 40), '#ffffff', { op: 0.22 }))),
      vol(cuff, tone(c, 0.04), { k: 14, way: 'v' }), clip(cuff, blur(2, stroke(ribs, DARK, 5, { op: 0.34, cap: 'butt' })), stroke(ribs, `${tone(c, 0.45)}/.5`, 3, { cap: 'butt', t: 'translate(-5 0)' }), path(cuff, lin('h', [0, `${DARK}/.2`], [0.25, '#fff/.14'], [0.6, `${DARK}/0`], [1, `${DARK}/.36`])))),
    keep(path(ell(170, 48, 48, 44), rad([0.38, 0.32, 0.75], '#fffaf2', '#efe4d6', '#b8a898')), [['#a89888', 0.6], ['#e8dccd', 0.8], ['#ffffff', 0.9]].map(([k, o], i) => stroke(fluff.filter((_, j) => j % 3 === i).map(([x, y, a, q]) => { const t = a + rand(-0.5, 0.5); const l = 8 + q * 0.06; return line([x, y], [x + l * Math.cos(t), y + l * Math.sin(t)]) }).join(''), `${k}/${o}`, 2.4))),
  ]
}
function partyHat() {
  const c = '#3a8fd6'
  const L = lathe(120, [[3, 44, 1], [104, 300, 1]], 0.2)
  const dots = [[0.1, 120], [-0.5, 150], [0.5, 170], [-0.1, 190], [-0.72, 214], [0.32, 226], [0.78, 250], [-0.34, 254], [0.04, 286], [-0.76, 284], [0.5, 296], [-0.2, 84]]
  return [
    body(turned(L, c, { gloss: 0.4, streak: [0.3, 0.9], over: `<g data-role="keep">${range(4).map((i) => path(`${smooth(L.arc(76 + i * 68), false)}L${smooth(L.arc(98 + i * 68).reverse(), false).slice(1)}Z`, ['#f6c23c', '#fff6e6', '#e8504f', '#f6c23c'][i])).join('')}${dots.map(([u, y], i) => { const [x, yy] = L.place(u, y); return path(ell(x, yy, 7.5 * Math.cos(u * 1.3), 7.5), ['#fff6e6', '#e8504f', '#8fd65a'][i % 3]) }).join('')}${path(L.d, lin('h', [0, `${DARK}/.3`], [0.3, '#fff/.2'], [0.6, `${DARK}/.04`], [1, `${DARK}/.42`]))}</g>` })),
    keep(range(16).map((i) => { const u = -0.97 + i * 0.129; const [x, y] = L.place(u, 300); return path(ell(x, y, 11, 10), rad([0.38, 0.3, 0.8], '#ffffff', '#fff0c4', '#e0b84e')) }), range(60).map((i) => { const a = (i / 60) * 6.283; const l = rand(26, 44); return stroke(line([120, 40], [120 + l * Math.cos(a), 40 + l * Math.sin(a)]), pick(['#f6c23c', '#e8504f', '#ffe28a', '#f08a3c']), 4.4) }), path(ell(120, 40, 16), rad([0.4, 0.35, 0.7], '#fff0b8', '#f2a83a'))),
  ]
}
/** A band of white fur. */
function fur(d, { soft = 1 } = {}) {
  const [c, edge] = ['#f7f2ec', walk(`${d.slice(0, -1)}`, 70)]
  return keep(path(edge.map(([x, y]) => ell(x + rand(-1, 1), y + rand(-1, 1), rand(6, 9) * soft)).join(''), '#e9e0d8'), plush(d, c, { k: 9, lo: 0.16 }), path(edge.map(([x, y]) => ell(x - 1, y - 2, rand(4, 7) * soft)).join(''), '#ffffff/.7'), clip(d, stroke(range(60).map(() => { const [x, y] = edge[Math.floor(rand(0, 69))]; const [a, b] = [x + rand(-24, 24), y + rand(-10, 10)]; return smooth([[a, b], [a + 5, b - 4], [a + 10, b]], false) }).join(''), '#c9bcb4/.6', 2)))
}
function santaHat() {
  const c = '#d4313a'
  const cone = smooth([[34, 232, 1], [48, 160], [88, 88], [146, 40], [206, 30], [262, 60], [304, 120], [326, 190], [318, 208], [304, 200], [284, 150], [258, 118], [240, 116], [254, 170], [266, 232, 1], [150, 252]])
  return [
    body(vol(cone, c, { k: 20, hi: 0.22 }), clip(cone, fold(smooth([[238, 112], [214, 118], [190, 140]], false), 8, { dark: 0.36, light: 0.2 }), fold(smooth([[252, 160], [220, 164], [196, 186]], false), 8, { dark: 0.3, light: 0.16 }), fold(smooth([[214, 40], [236, 70], [240, 112]], false), 9, { dark: 0.28, light: 0.16 }), blur(10, path(ell(104, 124, 22, 56), '#ffffff', { op: 0.26, t: 'rotate(30 104 124)' })))),
    fur(smooth([[24, 226], [40, 212], [150, 232], [258, 212], [276, 226], [278, 258], [262, 274], [150, 292], [38, 274], [22, 258]])), fur(ell(316, 212, 28, 27), { soft: 0.8 }),
  ]
}
function witchHat() {
  const c = '#5b4380'
  const b = brim(200, 286, 196, 42, c, { dip: 4, thick: 6 })
  const cone = smooth([[92, 292, 1], [112, 220], [138, 140], [172, 76], [222, 30], [278, 12], [290, 18], [276, 34], [246, 56], [240, 84], [262, 140], [288, 220], [308, 292, 1], [260, 306], [200, 310], [140, 306]])
  const band = 'M92 292C96 272 100 258 104 246C150 268 250 268 296 246C300 258 304 272 308 292C260 316 140 316 92 292Z'
  return [
    body(b.under, path(b.d, lin('d', tone(c, 0.26), c, tone(c, -0.3))), inset(b.d, 0, -2, 1.8, '#ffffff', 0.35), castOn(b.d, 212, 302, 124, 24, 0.5), vol(cone, c, { k: 20, way: 'h', hi: 0.26, lo: 0.26 }), clip(cone, fold(smooth([[150, 130], [196, 128], [246, 90]], false), 8, { dark: 0.34, light: 0.16 }), fold(smooth([[128, 190], [180, 196], [250, 150]], false), 8, { dark: 0.28, light: 0.14 }), fold(smooth([[186, 84], [222, 78], [252, 52]], false), 6, { dark: 0.3, light: 0.16 }))),
    keep(path(band, lin('h', [0, '#7a3a10'], [0.26, '#ffb04a'], [0.55, '#ea7f24'], [1, '#6d300c'])), stroke('M104 249C150 270 250 270 296 249', '#ffd08a/.6', 2), path(rr(172, 256, 58, 50, 6) + rr(182, 266, 38, 30, 3), gilt('d'), { rule: true }), path(rr(196, 276, 30, 9, 3), gilt('v'))),
  ]
}
function chefHat() {
  const c = '#f7f5f2'
  const puffs = [[76, 128, 66], [132, 80, 72], [204, 76, 74], [262, 124, 68], [168, 130, 84]]
  const crown = smooth([[96, 250, 1], [78, 196], [28, 170], [6, 124], [22, 76], [68, 56], [98, 24], [150, 8], [200, 10], [244, 26], [272, 54], [316, 74], [332, 122], [312, 168], [262, 196], [246, 250, 1]])
  const L = lathe(170, [[76, 214, 1], [78, 300, 1]], 0.16)
  return body(
    plush(crown, c, { k: 26, lo: 0.22, core: 0.42 }), clip(crown, puffs.map(([x, y, r]) => blur(12, path(ell(x - 8, y - 12, r * 0.62), '#ffffff', { op: 0.75 }))), [[104, 70, 118, 140, 132, 220], [170, 50, 172, 140, 170, 230], [236, 70, 226, 140, 210, 220], [56, 110, 84, 160, 112, 220], [286, 112, 262, 160, 232, 220]].map(([a, b, e, f, g, h]) => blur(5, stroke(smooth([[a, b], [e, f], [g, h]], false), '#6a6480', 9, { op: 0.26 }))), blur(10, path(rr(70, 196, 200, 40), DARK, { op: 0.22 }))),
    turned(L, c, { finish: 'matte', over: range(15).map((i) => { const [[x, y], [a, b]] = [L.place(-0.94 + i * 0.134, 214), L.place(-0.94 + i * 0.134, 300)]; return blur(1.4, stroke(line([x, y], [a, b]), '#6a6480', 3, { op: 0.35, cap: 'butt' })) + stroke(line([x - 3, y], [a - 3, b]), '#fff/.8', 2, { cap: 'butt' }) }).join('') }),
  )
}
function cowboyHat() {
  const c = '#a8693a'
  const back = smooth([[8, 108], [40, 84], [110, 110], [210, 96], [310, 110], [380, 84], [412, 108], [340, 160], [210, 176], [80, 160]])
  const front = smooth([[6, 106], [22, 88], [48, 92], [86, 136], [140, 166], [210, 176], [280, 166], [334, 136], [372, 92], [398, 88], [414, 106], [404, 140], [360, 178], [290, 208], [210, 218], [130, 208], [60, 178], [16, 140]])
  const crown = smooth([[108, 166, 1], [112, 110], [124, 56], [146, 18], [178, 12], [210, 36], [242, 12], [274, 18], [296, 56], [308, 110], [312, 166, 1], [260, 184], [210, 188], [160, 184]])
  const band = 'M108 166C109 152 110 142 111 132C160 154 260 154 309 132C310 142 311 152 312 166C260 192 160 192 108 166Z'
  return [
    body(path(back, tone(c, -0.5)), vol(front, c, { k: 10, hi: 0.22, lo: 0.26 }), castOn(front, 214, 182, 124, 22, 0.5), path(crown, lin('h', [0, tone(c, -0.28)], [0.25, tone(c, 0.2)], [0.5, c], [0.85, tone(c, -0.34)], [1, tone(c, -0.26)])), clip(crown, blur(8, path(smooth([[168, 12], [210, 52], [252, 12], [236, 70], [210, 96], [184, 70]]), DARK, { op: 0.42 })), blur(7, stroke(smooth([[136, 44], [146, 74], [142, 120]], false), '#ffffff', 14, { op: 0.24 })), blur(6, path(smooth([[262, 60], [276, 84], [270, 118], [254, 92]]), DARK, { op: 0.28 }))), inset(crown, 1.5, 2.5, 2, tone(c, 0.6), 0.5),
      stroke(smooth([[22, 120], [60, 160], [130, 192], [210, 202], [290, 192], [360, 160], [398, 120]], false), `${tone(c, 0.4)}/.5`, 2)),
    keep(path(band, lin('h', [0, '#3a2420'], [0.26, '#8a5a44'], [0.55, '#5d3a2e'], [1, '#2f1c1a'])), range(7).map((i) => { const x = 134 + i * 25.4; return path(star(x, 160 - 0.0016 * (x - 210) ** 2 + 6, 8, 3.6, 5), rad([0.4, 0.35, 0.7], '#fff6d8', '#f0c04a')) })),
  ]
}
function pirateHat() {
  const c = '#453e54'
  const back = smooth([[40, 120], [120, 70], [210, 60], [300, 70], [380, 120], [300, 160], [120, 160]])
  const crown = smooth([[110, 140, 1], [120, 60], [160, 22], [210, 12], [260, 22], [300, 60], [310, 140, 1]])
  const front = smooth([[4, 132], [30, 140], [70, 112], [120, 72], [170, 50], [210, 46], [250, 50], [300, 72], [350, 112], [390, 140], [416, 132], [412, 152], [370, 190], [300, 216], [210, 226], [120, 216], [50, 190], [8, 152]])
  const trim = smooth([[8, 134], [30, 140], [70, 112], [120, 72], [170, 50], [210, 46], [250, 50], [300, 72], [350, 112], [390, 140], [412, 134]], false)
  const skull = smooth([[178, 128], [180, 98], [210, 84], [240, 98], [242, 128], [230, 140], [228, 154], [192, 154], [190, 140]])
  return [
    body(path(back, tone(c, -0.35)), vol(crown, c, { k: 12 }), vol(front, c, { k: 14, hi: 0.26 }), clip(front, blur(8, path(ell(130, 120, 60, 22), '#ffffff', { op: 0.16, t: 'rotate(-34 130 120)' })))), stroke(trim, '#8a5c14', 9), stroke(trim, '#e9b440', 7), blur(1, stroke(trim, '#fff0b8', 2, { t: 'translate(-.5 -1.5)' })),
    keep(group([-1, 1].map((s) => [tube(line([210 - s * 46, 180], [210 + s * 46, 148]), 9, '#f3ead9'), [[-s * 46, 180], [s * 46, 148]].map(([dx, y]) => [knob(210 + dx, y - 5, 7, '#f3ead9'), knob(210 + dx, y + 5, 7, '#e6dac4')])])), vol(skull, '#f6eedf', { k: 6 }), path(ell(196, 122, 10, 11) + ell(224, 122, 10, 11), '#3a3246'), path(poly([[210, 132], [216, 143], [204, 143]], 2), '#3a3246'), stroke('M202 146L202 154M210 146L210 154M218 146L218 154', '#a89a88', 2.4)),
  ]
}
function hardHat() {
  const c = '#f5bd2c'
  const dome = smooth([[38, 190, 1], [40, 130], [72, 66], [130, 26], [170, 20], [210, 26], [268, 66], [300, 130], [302, 190, 1], [170, 214]])
  const peak = smooth([[8, 192], [40, 178], [100, 188], [170, 192], [240, 188], [300, 178], [332, 192], [326, 208], [270, 228], [170, 240], [70, 228], [14, 208]])
  const ridge = smooth([[148, 20], [156, 8], [184, 8], [192, 20], [198, 100], [200, 196, 1], [170, 200], [140, 196, 1], [142, 100]])
  return [body(vol(dome, c, { k: 22, hi: 0.26 }), clip(dome, [[104, 1], [236, 1]].map(([x]) => fold(smooth([[170 + (x - 170) * 0.6, 30], [170 + (x - 170) * 1.05, 100], [170 + (x - 170) * 1.2, 200]], false), 9, { dark: 0.22, light: 0.3 })), blur(8, path(ell(92, 96, 18, 44), '#ffffff', { op: 0.7, t: 'rotate(26 92 96)' })), blur(8, path(rr(30, 176, 290, 30), DARK, { op: 0.3 }))), vol(ridge, tone(c, 0.06), { k: 8, way: 'h', hi: 0.25 }), vol(peak, tone(c, 0.03), { k: 8, hi: 0.3 }), clip(peak, blur(4, stroke(smooth([[50, 204], [120, 214], [190, 216]], false), '#ffffff', 7, { op: 0.6 })))), keep(vol(poly([[146, 138], [194, 138], [190, 174], [170, 184], [150, 174]], 5), '#f7f4ee', { k: 3 }), path(star(170, 158, 13, 6, 5), '#d9483f'))]
}
function flowerCrown() {
  const [cx, cy, rx, ry] = [190, 92, 176, 56]
  const ring = (from, to, count) => range(count).map((i) => { const a = from + ((to - from) * i) / (count - 1); return [cx + rx * Math.cos(a), cy + ry * Math.sin(a), a] })
  const leafAt = ([x, y], k) => { const a = rand(0, 360); const s = rand(0.8, 1.25); return path(smooth([[0, 0, 1], [12, -9], [34, -2, 1], [13, 8]]), lin('v', tone('#6fb24e', rand(-0.1, 0.25)), tone('#3d7f3a', rand(-0.2, 0.1))), { t: `translate(${n(x)} ${n(y)}) rotate(${n(a)}) scale(${n(s * k)})` }) }
  const flowerAt = (x, y, r, c) => [blur(3, path(ell(x + 2, y + 4, r), DARK, { op: 0.3 })), range(2).map((k) => around(x, y, r * (0.62 - k * 0.26), r * (0.6 - k * 0.26), 6, k * 0.5 + x).map(([a, b]) => path(ell(a, b, r * (0.42 - k * 0.12)), rad([0.4, 0.32, 0.75], tone(c, 0.45), tone(c, k * 0.12), tone(c, -0.28))))), knob(x, y, r * 0.26, '#f5c542')]
  const colors = ['#f28aa4', '#fff3e4', '#f2a14a', '#b58ae0', '#e85a6c', '#f6d65a']
  return [
    stroke(smooth(ring(Math.PI, 2 * Math.PI, 12), false), '#6d8a3c', 7), range(40).map(() => leafAt(ring(Math.PI, 2 * Math.PI, 41)[Math.floor(rand(0, 41))], 0.7)), body(range(7).map((i) => { const [x, y] = ring(Math.PI * 1.1, Math.PI * 1.9, 7)[i]; return flowerAt(x, y, 13, tone(colors[(i * 2) % 6], -0.12)) })),
    stroke(smooth(ring(0, Math.PI, 12), false), '#5d7a34', 9), range(80).map(() => leafAt(ring(-0.06, Math.PI + 0.06, 81)[Math.floor(rand(0, 81))], 1.05)), body([0, 8, 1, 7, 2, 6, 3, 5, 4].map((i) => { const [x, y] = ring(0.04, Math.PI - 0.04, 9)[i]; return flowerAt(x, y + (i % 2 ? -6 : 2), 22 + 9 * Math.sin((i / 8) * Math.PI) - (i % 2 ? 5 : 0), colors[i % 6]) })),
  ]
}
function bowTie() {
  const c = '#cf3447'
  const wing = smooth([[142, 62, 1], [112, 32], [64, 6], [24, 10], [10, 40], [14, 80], [10, 120], [26, 150], [66, 152], [114, 126], [142, 96, 1]])
  const half = [vol(wing, c, { k: 13, hi: 0.24 }), clip(wing, fold(smooth([[142, 74], [100, 66], [56, 52]], false), 8, { dark: 0.34, light: 0.24 }), fold(smooth([[142, 86], [100, 96], [52, 112]], false), 8, { dark: 0.34, light: 0.24 }), range(5).map((r) => range(6).map((k) => path(ell(26 + k * 22 + (r % 2) * 11, 22 + r * 30, 4.4), '#fff4e6/.9'))))]
  const knot = smooth([[130, 58], [150, 50], [172, 54], [180, 80], [172, 106], [150, 110], [130, 102], [124, 80]])
  return body(half, flip(152, half), blur(4, path(knot, DARK, { op: 0.35, t: 'translate(2 4)' })), vol(knot, tone(c, 0.03), { k: 7, hi: 0.26 }), clip(knot, fold(smooth([[142, 56], [146, 80], [142, 106]], false), 5, { dark: 0.25, light: 0.2 })))
}
function tie() {
  const c = '#2f68b2'
  const blade = poly([[58, 66], [104, 66], [140, 330], [81, 394], [22, 330]], [4, 4, 10, 6, 10])
  const tail = poly([[62, 66], [100, 66], [124, 300], [88, 350], [48, 300]], [2, 2, 6, 6, 6])
  const knot = poly([[44, 14], [118, 14], [104, 72], [58, 72]], [12, 12, 8, 8])
  const stripes = (d, from, count) => clip(d, range(count).map((i) => path(poly([[-10, from + i * 62], [180, from - 96 + i * 62], [180, from - 76 + i * 62], [-10, from + 20 + i * 62]]), '#f3c55a')), range(count).map((i) => path(poly([[-10, from + 25 + i * 62], [180, from - 71 + i * 62], [180, from - 66 + i * 62], [-10, from + 30 + i * 62]]), '#f7ead0')))
  return [
    path(tail, tone(c, -0.4)), body(path(blade, lin('h', tone(c, 0.14), c, tone(c, -0.18)))), keep(stripes(blade, 130, 7)), inset(blade, -4, -4, 5, DARK, 0.4), inset(blade, 3, 2, 3, '#ffffff', 0.35), clip(blade, fold(smooth([[84, 60], [86, 110], [80, 150]], false), 8, { dark: 0.3, light: 0.2 }), blur(10, path(rr(44, 160, 22, 150, 10), '#ffffff', { op: 0.16 })), blur(6, path(rr(40, 60, 90, 22), DARK, { op: 0.4 }))),
    body(vol(knot, c, { k: 9, hi: 0.22 })), keep(stripes(knot, 70, 3)), inset(knot, -3, -4, 4, DARK, 0.4), inset(knot, 2, 2, 2, '#ffffff', 0.4),
  ]
}
function cape() {
  const c = '#c92f3c'
  const cloth = smooth([[92, 30, 1], [70, 60], [44, 160], [22, 290], [4, 410, 1], [40, 424], [84, 412], [124, 428], [166, 414], [206, 428], [246, 412], [290, 424], [326, 410, 1], [308, 290], [286, 160], [260, 60], [238, 30, 1], [200, 44], [165, 48], [130, 44]])
  const collar = smooth([[84, 58, 1], [76, 26], [92, 6], [112, 14], [130, 36], [165, 46], [200, 36], [218, 14], [238, 6], [254, 26], [246, 58, 1], [206, 70], [165, 76], [124, 70]])
  return [
    body(plush(cloth, c, { k: 20, hi: 0.12, lo: 0.14 }), clip(cloth, [[100, 70, 70, 200, 44, 440], [128, 76, 112, 220, 104, 440], [165, 80, 166, 220, 168, 440], [204, 76, 220, 220, 228, 440], [232, 70, 262, 200, 288, 440]].map(([a, b, e, f, g, h], i) => [blur(9, path(smooth([[a, b, 1], [e - 12, f], [g - 22, h, 1], [g + 20, h, 1], [e + 10, f]]), DARK, { op: 0.34 })), blur(8, path(smooth([[a + 14, b, 1], [e + 16, f], [g + 24, h, 1], [g + 44, h, 1], [e + 30, f]]), '#ffffff', { op: 0.2 }))]), blur(8, path(rr(60, 20, 220, 64), DARK, { op: 0.32 })))),
    body(vol(collar, tone(c, 0.06), { k: 8 })), knob(118, 62, 9, GOLD), knob(212, 62, 9, GOLD), stroke('M118 64C140 84 190 84 212 64', '#a8721c', 5), stroke('M118 63C140 83 190 83 212 63', '#ffd978', 2.4),
  ]
}
function mask() {
  const c = '#7a3fa8'
  const face = smooth([[16, 96], [26, 62], [70, 46], [130, 58], [170, 76], [210, 58], [270, 46], [314, 62], [324, 96], [312, 146], [276, 184], [230, 186], [196, 160], [170, 136], [144, 160], [110, 186], [64, 184], [28, 146]])
  const eye = (s) => smooth([[170 - s * 44, 116], [170 - s * 70, 94], [170 - s * 104, 92], [170 - s * 128, 106], [170 - s * 104, 132], [170 - s * 70, 134]])
  const whole = face + eye(1) + eye(-1)
  const feather = (x, y, len, a, k) => group([path(smooth([[0, 0, 1], [-13, -len * 0.3], [-15, -len * 0.7], [0, -len, 1], [15, -len * 0.7], [13, -len * 0.3]]), lin('h', tone(k, 0.3), k, tone(k, -0.3))), stroke(`M0 0L0 ${-len + 6}`, '#fff/.6', 2), stroke(range(9).map((i) => `M0 ${n(-len * (0.14 + i * 0.08))}L${i % 2 ? -8 : 8} ${n(-len * (0.2 + i * 0.08))}`).join(''), `${tone(k, -0.4)}/.4`, 1.4)], { t: `translate(${x} ${y}) rotate(${a})` })
  const rim = (d) => stroke(d, '#9a6414', 7) + stroke(d, '#f0bf4c', 5.4) + stroke(d, '#fff2bc/.8', 1.6, { t: 'translate(-.8 -1)' })
  return [
    keep(feather(252, 70, 110, 34, '#2f9e8a'), feather(226, 66, 122, 16, '#e0508f'), feather(204, 70, 110, 0, '#f0a83a'), feather(272, 78, 96, 50, '#4f7fd6')),
    body(path(whole, lin('d', tone(c, 0.3), c, tone(c, -0.3)), { rule: true }), clipEven(whole, blur(7, path(ell(80, 72, 46, 14), '#ffffff', { op: 0.5, t: 'rotate(-8 80 72)' })), blur(6, path(smooth([[150, 80], [170, 92], [190, 80], [184, 140], [170, 130], [156, 140]]), '#ffffff', { op: 0.22 })), blur(8, path(smooth([[30, 150], [70, 188], [120, 186], [160, 150], [120, 170], [70, 170]]), DARK, { op: 0.4 })), blur(8, path(smooth([[310, 150], [270, 188], [220, 186], [180, 150], [220, 170], [270, 170]]), DARK, { op: 0.45 })))),
    rim(face), rim(eye(1)), rim(eye(-1)), keep([1, -1].map((s) => stroke(smooth([[170 - s * 30, 92], [170 - s * 60, 72], [170 - s * 110, 70], [170 - s * 140, 92]], false), '#f0bf4c', 3.4)), [1, -1].map((s) => stroke(smooth([[170 - s * 56, 156], [170 - s * 84, 168], [170 - s * 104, 156], [170 - s * 92, 148]], false), '#f0bf4c', 3)), path(poly([[170, 74], [184, 94], [170, 114], [156, 94]], 2), rad([0.4, 0.35, 0.7], '#ffb8c4', '#e8385a', '#8f1430')), stroke(poly([[170, 74], [184, 94], [170, 114], [156, 94]], 2), '#f0bf4c', 3), [[16, 96], [324, 96]].map(([x, y]) => knob(x, y, 7, GOLD))),
  ]
}
function scarf() {
  const c = '#d03a40'
  const end = (x, lean) => smooth([[x - 40, 104, 1], [x + 42, 104, 1], [x + 46 + lean, 220], [x + 40 + lean * 2, 336, 1], [x - 50 + lean * 2, 340, 1], [x - 46 + lean, 220]])
  const fringe = (x, y, w) => stroke(range(14).map((i) => { const fx = x + (w * i) / 13; return smooth([[fx, y], [fx + rand(-2, 2), y + 16], [fx + rand(-4, 4), y + rand(28, 36)]], false) }).join(''), tone(c, -0.12), 5) + stroke(range(14).map((i) => { const fx = x + (w * i) / 13; return line([fx - 1, y], [fx - 1, y + 26]) }).join(''), `${tone(c, 0.4)}/.6`, 1.8)
  const loop = smooth([[6, 66], [30, 26], [90, 8], [150, 12], [214, 8], [272, 28], [296, 66], [292, 112], [250, 146], [180, 160], [110, 156], [46, 142], [10, 108]])
  const hole = smooth([[66, 58], [100, 42], [150, 38], [204, 42], [236, 58], [206, 78], [150, 86], [96, 78]])
  const knitOn = (d, bend) => knit(d, c, { size: 13, op: 0.4, ...(bend ? { bend } : {}) })
  const strip = (d, ys) => keep(clip(d, ys.map((y) => path(rr(0, y, 320, 16), '#f8efe2/.92'))))
  const [e1, e2] = [end(196, 8), end(116, -6)]
  return [
    body(fringe(156, 334, 92), vol(e1, tone(c, -0.08), { k: 12 })), strip(e1, [270, 298]), body(knitOn(e1)), clip(e1, blur(7, path(rr(90, 100, 90, 260), DARK, { op: 0.3 })), blur(8, path(rr(100, 90, 240, 60), DARK, { op: 0.4 }))),
    body(fringe(56, 336, 92), vol(e2, c, { k: 12 })), strip(e2, [272, 300]), body(knitOn(e2)), clip(e2, blur(8, path(rr(0, 90, 260, 60), DARK, { op: 0.42 }))),
    body(vol(loop, c, { k: 18, hi: 0.22 }), knitOn(loop, (x, y) => [x, y + 22 - 0.0011 * (x - 150) ** 2]), clip(loop, fold(smooth([[20, 92], [90, 126], [190, 128], [280, 88]], false), 11, { dark: 0.3, light: 0.16 }), fold(smooth([[70, 78], [130, 104], [200, 100]], false), 9, { dark: 0.22, light: 0.14 })), path(hole, tone(c, -0.58)), inset(hole, 0, 7, 5, DARK, 0.5)),
  ]
}
function stocking() {
  const c = '#cf3038'
  const sock = smooth([[56, 74, 1], [196, 74, 1], [194, 200], [214, 262], [266, 296], [292, 330], [282, 372], [236, 388], [170, 376], [96, 346], [60, 306], [56, 240]])
  const toe = smooth([[232, 270], [270, 296], [294, 330], [284, 374], [236, 390], [214, 386], [236, 350], [238, 310]])
  const heel = smooth([[54, 268], [84, 286], [96, 320], [86, 350], [60, 324]])
  const cuff = smooth([[38, 30], [60, 20], [126, 26], [192, 20], [214, 30], [218, 76], [208, 98], [126, 104], [44, 98], [34, 76]])
  return [
    tube('M190 30C226 26 236 -14 206 -10C188 -8 190 14 196 30', 7, '#b8283a'), body(vol(sock, c, { k: 20, hi: 0.2 }), knit(sock, c, { size: 12, op: 0.32 })), keep(clip(sock, path(toe, lin('d', '#fffaf2', '#d9cfc4')), path(heel, lin('d', '#fffaf2', '#d9cfc4')), range(5).map((i) => path(poly([[82 + i * 24, 176], [94 + i * 24, 192], [82 + i * 24, 208], [70 + i * 24, 192]], 2), '#f8efe2')), stroke('M40 156L210 156M40 228L214 228', '#f8efe2', 7)), ), inset(sock, -8, -8, 9, DARK, 0.4), clip(sock, blur(9, path(rr(30, 80, 200, 36), DARK, { op: 0.36 })), blur(10, path(rr(76, 120, 26, 150, 12), '#ffffff', { op: 0.2 }))), fur(cuff),
  ]
}
function mitten() {
  const c = '#3f8fc4'
  const hand = smooth([[52, 300, 1], [46, 230], [30, 170], [34, 96], [66, 36], [120, 12], [170, 28], [202, 80], [212, 150], [206, 190], [222, 176], [248, 150], [278, 150], [290, 172], [274, 212], [236, 252], [210, 274], [204, 300, 1]])
  const cuff = smooth([[44, 288], [128, 280], [214, 288], [222, 310], [220, 366], [210, 382], [128, 388], [48, 382], [36, 366], [36, 310]])
  const flake = range(6).map((i) => { const a = (i * Math.PI) / 3; const P = (r, t) => [120 + r * Math.cos(t), 140 + r * Math.sin(t)]; return line([120, 140], P(46, a)) + line(P(30, a), P(42, a + 0.36)) + line(P(30, a), P(42, a - 0.36)) + line(P(18, a), P(26, a + 0.4)) + line(P(18, a), P(26, a - 0.4)) }).join('')
  const ribs = range(14).map((i) => line([42 + i * 13.4, 282], [42 + i * 13.4, 388])).join('')
  return [body(vol(hand, c, { k: 22, hi: 0.22 }), knit(hand, c, { size: 12, op: 0.32 })), keep(stroke(flake, '#f8f4ee', 6), clip(hand, stroke('M20 216L212 216M20 262L214 262', '#f8f4ee', 6), range(9).map((i) => path(poly([[44 + i * 20, 229], [53 + i * 20, 239], [44 + i * 20, 249], [35 + i * 20, 239]], 1), '#f8f4ee')))), clip(hand, blur(8, stroke(smooth([[206, 190], [200, 216], [208, 250]], false), DARK, 9, { op: 0.4 })), blur(8, path(rr(20, 270, 220, 34), DARK, { op: 0.34 }))), inset(hand, -8, -8, 9, DARK, 0.36),
    keep(vol(cuff, '#f3ede4', { k: 12 }), clip(cuff, blur(2, stroke(ribs, DARK, 5, { op: 0.3, cap: 'butt' })), stroke(ribs, '#fff/.8', 3, { cap: 'butt', t: 'translate(-4.5 0)' })))]
}
function rubberBoots() {
  const c = '#f2b52e'
  const boot = (k) => {
    const d = smooth([[30, 20, 1], [128, 20, 1], [132, 120], [130, 196], [156, 226], [216, 246], [248, 272], [252, 312, 1], [24, 312, 1], [22, 240], [30, 130]])
    const sole = smooth([[18, 300], [110, 304], [250, 300], [260, 312], [256, 334], [244, 338], [140, 338, 1], [132, 330], [112, 330], [108, 338, 1], [28, 338], [16, 326]])
    return [vol(d, tone(c, k), { k: 18, hi: 0.22 }), clip(d, blur(7, path(rr(48, 50, 18, 140, 9), '#ffffff', { op: 0.6 })), blur(6, path(ell(190, 258, 34, 8), '#ffffff', { op: 0.65, t: 'rotate(20 190 258)' })), fold(smooth([[128, 188], [96, 200], [74, 226]], false), 8, { dark: 0.22, light: 0.2 }), stroke('M20 284C90 296 170 296 260 284', `${tone(c, -0.45)}/.6`, 3), stroke('M24 64L140 64', `${tone(c, -0.4)}/.5`, 3)), vol(rr(26, 12, 107, 24, 10), tone(c, k + 0.06), { k: 4 }), path(ell(79, 14, 46, 7), tone(c, -0.6)), keep(vol(sole, '#8a5a34', { k: 4 }))]
  }
  return [at(66, -16, 0.96, body(boot(-0.16))), blur(8, path(ell(170, 318, 90, 10), DARK, { op: 0.3 })), at(0, 10, 1, body(boot(0)))]
}

export const drawings = {
  'straw-hat': strawHat, fedora, 'top-hat': topHat, beanie, 'party-hat': partyHat, 'santa-hat': santaHat, 'witch-hat': witchHat, 'chef-hat': chefHat, 'cowboy-hat': cowboyHat, 'pirate-hat': pirateHat,
  'hard-hat': hardHat, 'flower-crown': flowerCrown, 'bow-tie': bowTie, tie, cape, mask, scarf, stocking, mitten, 'rubber-boots': rubberBoots,
}

/** Bridges, fences and what stands in gardens, on quays and in camps. */
import { tone } from './color.mjs'
import { at, ball, blur, body, clip, clipEven, flip, glow, group, inset, keep, lin, linU, lit, path, rad, radU, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, foliage, rope, tube } from './parts.mjs'
import { arch, drum, ell, line, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, planks, quad, roundShade, stones, tiles, tower } from './surfaces.mjs'

const WOOD = '#a8703f'
const STONE = '#bdb3b2'

/** Wedges of stone round an arch of radii r to r + w (ry: its height). */
function voussoirs(cx, cy, rx, ry, w, count, color) {
  return range(count).map((i) => {
    const [a, b] = [Math.PI * (1 + i / count) + 0.012, Math.PI * (1 + (i + 1) / count) - 0.012]
    const P = (t, k) => [cx + (rx + k) * Math.cos(t), cy + (ry + k) * Math.sin(t)]
    const c = tone(color, rand(-0.08, 0.1))
    return path(poly([P(a, 1), P(a, w), P((a + b) / 2, w + 0.6), P(b, w), P(b, 1), P((a + b) / 2, 1)], 1.4), lin('d', tone(c, 0.22), c, tone(c, -0.22)))
  }).join('')
}

function bridgeStone() {
  const [base, hump] = [330, (x) => 196 - 34 * Math.cos(((x - 240) / 240) * 1.35)]
  const edge = (dy, from = -20, to = 500) => range(27).map((i) => { const x = from + ((to - from) * i) / 26; return [x, hump(x) + dy] })
  const arches = [[240, 84, 92], [96, 44, 50], [384, 44, 50]]
  const holes = arches.map(([cx, rx, ry]) => arch(cx - rx, base - 26 - ry, rx * 2, ry + 26, ry))
  const wall = `${line(...edge(4), [500, base], [-20, base])}Z`
  const f = flat(-20, 150, 520, 180)
  const soffits = arches.map(([cx, rx, ry], i) => {
    const back = arch(cx - rx + (cx > 300 ? 3 : cx < 200 ? -3 : 0) + 7, base - 26 - ry + 15, rx * 2 - 14, ry + 11, ry - 6)
    return path(holes[i] + back, lin('v', tone(STONE, -0.68), tone(STONE, -0.42)), { rule: true })
  })
  return [
    soffits,
    group([path(wall + holes.join(''), STONE, { rule: true }), clipEven(wall + holes.join(''), [stones(f, { size: 22, color: STONE, mortar: tone(STONE, -0.3), spread: 0.1, over: wall })])], { role: 'body' }),
    clipEven(wall + holes.join(''), [path(wall, lin('v', '#fff/.1', '#fff/0', `${DARK}/.3`)), path(wall, lin('h', '#fff/.08', '#fff/0', `${DARK}/.18`)), blur(5, stroke(smooth(edge(16), false), `${DARK}/.5`, 12))]),
    arches.map(([cx, rx, ry]) => group([voussoirs(cx, base - 26, rx, ry, 15, Math.round(rx / 5.2), tone(STONE, 0.1)), [-1, 1].map((k) => path(rr(cx + k * (rx + 8) - 7.5, base - 26, 15, 26, 1.5), lin('d', tone(STONE, 0.28), tone(STONE, -0.16))))], { role: 'body' })),
    [168, 312].map((x) => [path(poly([[x - 13, base], [x - 13, base - 44], [x, base - 62], [x + 13, base - 44], [x + 13, base]], 2), lin('h', tone(STONE, 0.2), STONE, tone(STONE, -0.36))), path(poly([[x, base], [x, base - 62], [x + 13, base - 44], [x + 13, base]]), `${DARK}/.22`)]),
    range(26).map((i) => { const x = -20 + i * 20; const [a, b] = [hump(x), hump(x + 20)]; const c = tone(STONE, rand(-0.04, 0.12)); return path(poly([[x + 0.6, a - 24], [x + 19.4, b - 24], [x + 19.4, b + 2], [x + 0.6, a + 2]], 1), lin('v', tone(c, 0.16), tone(c, -0.16))) + stroke(line([x + 1, a - 10], [x + 19, b - 10]) + line([x + (i % 2 ? 7 : 13), a - 24], [x + (i % 2 ? 7 : 13), a - 10]), `${DARK}/.22`, 0.9) }),
    range(14).map((i) => { const x = -24 + i * 37.7; const [a, b] = [hump(x), hump(x + 37)]; return path(poly([[x, a - 32], [x + 37, b - 32], [x + 37, b - 23], [x, a - 23]], 2), lin('v', tone(STONE, 0.45), tone(STONE, 0.16), tone(STONE, -0.28))) }),
    stroke(smooth(edge(5), false), tone(STONE, 0.22), 6, { cap: 'butt' }), stroke(smooth(edge(9), false), `${DARK}/.3`, 2, { cap: 'butt' }),
    [-24, 476].map((x) => [path(rr(x, hump(x < 0 ? -8 : 488) - 46, 28, base - hump(x < 0 ? -8 : 488) + 46, 2), lin('h', tone(STONE, 0.3), STONE, tone(STONE, -0.32))), stones(flat(x + 1, hump(x < 0 ? -8 : 488) - 40, 26, base - hump(x < 0 ? -8 : 488) + 40), { size: 15, color: STONE }), roundShade(rr(x, hump(x < 0 ? -8 : 488) - 40, 28, base - hump(x < 0 ? -8 : 488) + 40), 0.6), path(rr(x - 4, hump(x < 0 ? -8 : 488) - 52, 36, 10, 2), lin('v', tone(STONE, 0.42), tone(STONE, -0.26))), path(poly([[x + 14, hump(x < 0 ? -8 : 488) - 66], [x + 30, hump(x < 0 ? -8 : 488) - 52], [x - 2, hump(x < 0 ? -8 : 488) - 52]], 2), lin('d', tone(STONE, 0.3), tone(STONE, -0.3)))]),
  ]
}
function bridgeWood() {
  const y = (x) => 250 - 46 * Math.sin((Math.PI * (x + 10)) / 460) 
  const deck = (dy, from = 0, to = 440, count = 22) => range(count + 1).map((i) => { const x = from + ((to - from) * i) / count; return [x, y(x) + dy] })
  const rails = (dx, dy, c) => [
    [42, 22].map((h, i) => { const d = smooth(deck(-h + dy, 6 + dx, 434 + dx), false); return stroke(d, tone(c, -0.38), i ? 6 : 8, { cap: 'round' }) + stroke(d, c, i ? 4.4 : 6) + stroke(d, `${tone(c, 0.4)}/.8`, 1.6, { t: 'translate(0 -1.6)' }) }),
    range(8).map((i) => { const x = 8 + i * 60.5 + dx; return bar([x, y(x) + dy + 6], [x, y(x) - 50 + dy], 8, c) + path(ell(x, y(x) - 51 + dy, 5.4, 4), ball(tone(c, 0.1))) }),
    range(7).map((i) => { const x = 8 + i * 60.5 + dx; return bar([x + 4, y(x) - 3 + dy], [x + 56, y(x + 60) - 38 + dy], 3.4, tone(c, -0.08)) + bar([x + 4, y(x) - 38 + dy], [x + 56, y(x + 60) - 3 + dy], 3.4, tone(c, -0.04)) }),
  ]
  return [
    [60, 220, 380].map((x) => [bar([x + 14, y(x) + 6], [x + 14, 318], 11, tone(WOOD, -0.3)), bar([x - 14, y(x) + 6], [x - 18, 322], 12, tone(WOOD, -0.12)), bar([x - 16, 296], [x + 14, 292], 6, tone(WOOD, -0.2))]),
    bar([74, 316], [202, y(202) + 16], 7, tone(WOOD, -0.32)), bar([366, 316], [238, y(238) + 16], 7, tone(WOOD, -0.32)),
    rails(8, -14, tone(WOOD, -0.24)),
    path(line(...deck(4), ...deck(-13, 8, 448).reverse()) + 'Z', tone(WOOD, -0.6)),
    body(range(44).map((i) => { const x = i * 10; const c = tone(WOOD, rand(-0.06, 0.16)); return path(poly([[x + 8.4, y(x + 8) - 15], [x + 17.4, y(x + 17) - 15], [x + 9.4, y(x + 9) + 2], [x + 0.4, y(x) + 2]], 1), lin('v', tone(c, 0.1), tone(c, 0.24))) + path(poly([[x + 0.4, y(x) + 1.4], [x + 9.4, y(x + 9) + 1.4], [x + 9.4, y(x + 9) + 6], [x + 0.4, y(x) + 6]], 1), tone(c, -0.2)) })),
    stroke(smooth(deck(10), false), tone(WOOD, -0.4), 12, { cap: 'butt' }), stroke(smooth(deck(9), false), lin('v', tone(WOOD, 0.1), tone(WOOD, -0.2)), 9, { cap: 'butt' }), blur(2, stroke(smooth(deck(6), false), `${DARK}/.4`, 3, { cap: 'butt' })),
    body(rails(0, 4, WOOD)),
  ]
}

function fence() {
  const c = '#b98452'
  const picket = (x, i) => {
    const [w, top] = [30, 190 + rand(-2, 2)]
    const d = poly([[x, 360], [x, top + 18], [x + w / 2, top], [x + w, top + 18], [x + w, 360]], [2, 4, 4, 4, 2])
    const shadeOf = tone(c, rand(-0.06, 0.07))
    return [
      path(d, lin('h', [0, tone(shadeOf, 0.22)], [0.16, tone(shadeOf, 0.1)], [0.8, tone(shadeOf, -0.04)], [1, tone(shadeOf, -0.24)])),
      clip(d, stroke(range(5).map(() => { const gx = x + rand(4, w - 4); const gy = rand(top + 20, 320); return line([gx, gy], [gx + rand(-1.5, 1.5), gy + rand(20, 60)]) }).join(''), `${tone(c, -0.45)}/.3`, 1.1, { cap: 'butt' }), i % 3 === 1 ? path(ell(x + rand(9, 20), rand(250, 320), 2.6, 4), tone(c, -0.35)) + stroke(ell(x + 14, 285, 5, 8), `${tone(c, -0.4)}/.3`, 0.9) : '', path(rr(x, 336, w, 26), lin('v', `${DARK}/0`, `${DARK}/.22`))),
      inset(d, 1.2, 1.6, 1.2, tone(c, 0.6), 0.6),
      [226, 318].map((y) => [10, 20].map((dx) => path(ell(x + dx, y + 1, 2), `${DARK}/.35`) + path(ell(x + dx, y, 1.7), ball('#8d8794')))),
    ]
  }
  return body(
    [216, 308].map((y) => [path(rr(-8, y, 436, 20, 3), lin('v', tone(c, 0.06), tone(c, -0.14), tone(c, -0.42))), stroke(range(9).map((i) => line([i * 48, y + rand(5, 15)], [i * 48 + rand(18, 40), y + rand(5, 15)])).join(''), `${tone(c, -0.5)}/.35`, 1)]),
    range(10).map((i) => clip(rr(-8, 216, 436, 20) + rr(-8, 308, 436, 20), blur(2.5, path(rr(4 + i * 42 + 5, 214, 30, 120), `${DARK}/.4`)))),
    range(10).map((i) => picket(4 + i * 42, i)),
  )
}

function well() {
  const f = tower(150, 258, 102, 74, 78, (y) => -16 + y * 0.03)
  const rim = ell(150, 258, 84, 20)
  return [
    bar([92, 252], [88, 92], 11, '#8a5a38'), bar([208, 252], [212, 92], 11, '#7d5032'),
    path(ell(150, 258, 84, 20), lin('h', tone(STONE, 0.1), tone(STONE, -0.25))), path(ell(150, 256, 62, 13), '#241a33'), clip(ell(150, 256, 62, 13), path(ell(150, 266, 60, 14), lin('v', '#35506e', '#6fb3d6'))),
    bar([84, 128], [218, 128], 11, '#a8703f'), path(ell(84, 128, 5, 6.5), ball('#c08a54')), tube('M218 128L232 128L232 146L244 146', 4, '#5a5560'), bar([240, 146], [252, 146], 6, '#a8703f'),
    range(6).map((i) => path(rr(136 + i * 5, 121, 5.4, 14, 2.4), lin('v', '#ecd09a', '#c29a5a', '#8a6530'))), rope([[151, 134], [151, 196]], 3.4),
    stroke(smooth([[134, 214], [138, 194], [151, 188], [164, 194], [168, 214]], false), '#5a5560', 2.4),
    path(drum(132, 212, 38, 40, 4, 6, -3), lin('h', '#9a6238', '#c98d56', '#a06a3c', '#6b4023')), range(6).map((i) => stroke(line([134 + i * 6.6, 214], [136 + i * 6, 254]), '#5a341c/.5', 1)), [222, 244].map((y) => path(rr(131, y, 39, 4, 1), roundH('#77717f'))), path(ell(151, 212, 17, 4.4), '#4a2d1c'), path(ell(151, 213, 15, 3.4), '#5fa8d8'),
    path(drum(66, 258, 168, 9, -20, 20), lin('h', tone(STONE, 0.3), STONE, tone(STONE, -0.3))),
    path(`${rim}${ell(150, 256, 62, 13)}`, lin('h', tone(STONE, 0.42), tone(STONE, 0.16), tone(STONE, -0.12)), { rule: true }), range(14).map((i) => { const a = (i / 14) * Math.PI * 2 + 0.2; return stroke(line([150 + 62 * Math.cos(a), 256 + 13 * Math.sin(a)], [150 + 84 * Math.cos(a), 258 + 20 * Math.sin(a)]), `${tone(STONE, -0.5)}/.6`, 1.4) }),
    body(stones(f, { size: 23, color: STONE, over: f.outline, spread: 0.13 })), roundShade(f.outline, 1), path(f.outline, lin('v', `${DARK}/.35`, '#fff/0', '#fff/0', `${DARK}/.22`)),
    path(drum(66, 258.5, 168, 9, -20, 20), lin('h', tone(STONE, 0.3), tone(STONE, 0.22), tone(STONE, -0.34))),
    path(poly([[70, 92], [230, 92], [224, 104], [76, 104]]), '#3a2430'),
    tiles(quad([84, 26], [216, 26], [256, 102], [44, 102], 180, 84), { rows: 6, columns: 12, color: '#b5563f', edge: 'scallop' }), path(poly([[84, 26], [216, 26], [256, 102], [44, 102]]), lin('h', '#fff/.16', '#fff/0', `${DARK}/.26`)),
    path(rr(78, 20, 144, 9, 4), roundV('#c4654a')), path(poly([[42, 101], [258, 101], [257, 109], [43, 109]], 2), lin('v', '#b98052', '#6b4023')),
  ]
}

function fountain() {
  const stone = '#d3cad2'
  const water = (d, op = 0.85) => path(d, lin('h', `#8fd0f2/${op}`, `#e8f8ff/${op}`, `#a6dcf5/${op}`, `#6bb4e2/${op}`))
  const bowl = (y, r, h) => [
    path(smooth([[150 - r, y, 1], [150 - r * 0.86, y + h * 0.5], [150 - r * 0.45, y + h * 0.88], [150 - 12, y + h, 1], [150 + 12, y + h, 1], [150 + r * 0.45, y + h * 0.88], [150 + r * 0.86, y + h * 0.5], [150 + r, y, 1]]), roundH(stone)),
    path(ell(150, y, r, r * 0.16), lin('h', tone(stone, 0.4), stone, tone(stone, -0.2))), path(ell(150, y + 0.6, r * 0.9, r * 0.125), lin('v', '#3f86b8', '#8fd3f2')), path(ell(150 - r * 0.2, y + 1, r * 0.45, r * 0.05), '#fff/.5'),
    range(9).map((i) => { const t = (i - 4) / 4.6; return stroke(smooth([[150 + r * t, y + h * 0.16], [150 + r * t * 0.72, y + h * 0.66], [150 + r * t * 0.3, y + h * 0.95]], false), `${tone(stone, -0.4)}/.28`, 1.6) }),
  ]
  const fall = (y0, r0, y1, spread, count) => range(count).map((i) => { const t = (i / (count - 1)) * 2 - 1; const x0 = 150 + r0 * t * 0.97; const x1 = 150 + (r0 + spread) * t; const w = 4.5 - Math.abs(t) * 1.4; return path(smooth([[x0 - w / 2, y0, 1], [x0 + (x1 - x0) * 0.8 - w / 2, y0 + (y1 - y0) * 0.35], [x1 - w * 0.7, y1, 1], [x1 + w * 0.7, y1, 1], [x0 + (x1 - x0) * 0.8 + w / 2, y0 + (y1 - y0) * 0.35], [x0 + w / 2, y0, 1]]), lin('v', '#e9f8ff/.9', '#9cd8f5/.55', '#d8f2ff/.75')) })
  const basin = tower(150, 316, 44, 138, 132, (y) => -20)
  return [
    path(ell(150, 316, 140, 24), lin('h', tone(stone, 0.35), stone, tone(stone, -0.2))), path(ell(150, 316, 126, 19), lin('v', '#2f74ab', '#7cc6ee')), path(ell(120, 318, 60, 5), '#fff/.3'), path(ell(190, 324, 40, 3.4), '#fff/.28'),
    path(poly([[138, 200], [162, 200], [166, 320], [134, 320]]), roundH(stone)), path(smooth([[126, 322, 1], [134, 300], [166, 300], [174, 322, 1], [150, 327]]), roundH(stone)), path(rr(132, 258, 36, 9, 4), roundH(stone)),
    fall(210, 78, 318, 16, 11),
    bowl(208, 82, 46), path(poly([[141, 120], [159, 120], [162, 206], [138, 206]]), roundH(stone)), path(rr(135, 166, 30, 8, 4), roundH(stone)), fall(128, 44, 208, 12, 7), bowl(126, 46, 32),
    path(smooth([[143, 126, 1], [141, 108], [146, 96], [150, 78, 1], [154, 96], [159, 108], [157, 126, 1]]), roundH(stone)), path(ell(150, 92, 8, 7), ball(stone)),
    range(5).map((i) => { const t = (i - 2) / 2; return stroke(smooth([[150, 86], [150 + t * 12, 52 + Math.abs(t) * 8], [150 + t * 26, 66 + Math.abs(t) * 6], [150 + t * 32, 122]], false), lin('v', '#ffffff/.95', '#b9e6fb/.6'), 3.2) }), water(smooth([[147, 88, 1], [146, 62], [150, 36, 1], [154, 62], [153, 88, 1]]), 0.95),
    range(18).map(() => path(ell(150 + rand(-34, 34), rand(40, 120), rand(0.8, 2)), '#fff/.85')), range(22).map((i) => path(ell(60 + i * 8.4 + rand(-3, 3), 316 + rand(-3, 8), rand(2, 6), rand(0.8, 1.8)), '#fff/.7')),
    path(drum(10, 316, 280, 10, -24, 24), lin('h', tone(stone, 0.3), tone(stone, 0.16), tone(stone, -0.3))),
    body(path(drum(17, 324, 266, 40, -24, 16), roundH(stone, 0.9)), group(range(11).map((i) => { const a = ((i + 0.5) / 11 - 0.5) * Math.PI * 0.96; const x = 150 + 134 * Math.sin(a); const w = 21 * Math.cos(a); const y = 336 + 13 * Math.cos(a); return w < 3 ? '' : path(poly([[x - w / 2, y + 2], [x + w / 2, y + 2], [x + w / 2, y + 24], [x - w / 2, y + 24]], 2), lin('v', tone(stone, -0.3), tone(stone, -0.08))) + path(poly([[x - w / 2 + 1.4, y + 4.4], [x + w / 2, y + 4.4], [x + w / 2, y + 24], [x - w / 2 + 1.4, y + 24]], 2), lin('v', tone(stone, -0.12), tone(stone, 0.12))) })), path(drum(17, 324, 266, 40, -24, 16), lin('h', '#fff/.1', '#fff/0', `${DARK}/.3`))),
    path(drum(8, 358, 284, 12, -18, 18), lin('h', tone(stone, 0.2), stone, tone(stone, -0.35))),
  ]
}

function dock() {
  const c = '#b08458'
  const pile = (x, top, bottom, w = 18) => [path(rr(x - w / 2, top, w, bottom - top, 3), roundH(tone(c, -0.16))), stroke(range(5).map(() => { const gx = x + rand(-w * 0.35, w * 0.35); const gy = rand(top + 10, bottom - 40); return line([gx, gy], [gx + rand(-1, 1), gy + rand(15, 30)]) }).join(''), `${tone(c, -0.6)}/.4`, 1), path(rr(x - w / 2, bottom - 40, w, 40, 3), lin('v', '#2f4a3a/0', '#2f4a3a/.65')), path(ell(x, top + 1, w / 2, 4), rad([0.4, 0.35, 0.7], '#ecc893', '#c39560')), stroke(ell(x, top + 1, w / 4, 2), '#8a5f34/.6', 0.8)]
  const xs = [40, 150, 260, 370]
  return [
    xs.map((x) => pile(x + 26, 162, 296, 13)),
    path(poly([[30, 177], [456, 177], [426, 214], [0, 214]]), tone(c, -0.6)),
    body(range(30).map((i) => { const x = i * 14.2; const k = tone(c, rand(-0.08, 0.12)); const skew = 30; return path(poly([[x + skew, 176], [x + skew + 13.2, 176], [x + 13.2, 208], [x, 208]], 1), lin('v', tone(k, 0.06), tone(k, 0.24))) + path(poly([[x, 207.4], [x + 13.2, 207.4], [x + 13.2, 215], [x, 215]], 1), lin('v', tone(k, -0.12), tone(k, -0.3))) + path(ell(x + 9, 203, 1), '#4a3a38/.7') + path(ell(x + 30, 180, 0.9), '#4a3a38/.7') })),
    path(rr(2, 215, 424, 13, 1), lin('v', tone(c, -0.32), tone(c, -0.1), tone(c, -0.4))), path(rr(2, 214, 424, 5), `${DARK}/.3`),
    [0, 1, 2].map((i) => [bar([xs[i] + 8, 232], [xs[i + 1] - 8, 282], 6, tone(c, -0.34)), bar([xs[i + 1] - 8, 232], [xs[i] + 8, 282], 6, tone(c, -0.26))]),
    xs.map((x) => pile(x, 150, 304)), xs.slice(0, 3).map((x, i) => rope([[x + 8, 164], [x + 36, 186], [x + 74, 186], [xs[i + 1] - 8, 164]], 4.6)), xs.map((x) => [0, 1].map((i) => path(rr(x - 10.4, 161 + i * 4.2, 20.8, 4.6, 2.2), lin('v', '#f0d8a8', '#c79d62', '#8f6a38')))),
    [[394, 214], [412, 214]].map(([x, y]) => bar([x, y - 8], [x, 292], 4, tone(c, 0.1))), range(5).map((i) => bar([394, 226 + i * 14], [412, 226 + i * 14], 3.6, tone(c, 0.1))),
  ]
}

function tent() {
  const c = '#3fa05a'
  const [peak, back] = [[130, 150], [330, 164]]
  const front = [[36, 352], [222, 356]]
  const fly = poly([peak, back, [420, 348], front[1]], [6, 4, 8, 8])
  return [
    stroke(line([330, 166], [440, 350]), '#f2ead8', 1.6), stroke(line([126, 150], [4, 352]), '#f2ead8', 1.6), path(poly([[434, 340], [440, 336], [443, 354], [438, 356]], 1), '#6a6472'), path(poly([[2, 342], [8, 338], [8, 356], [4, 357]], 1), '#6a6472'),
    path(poly([peak, front[0], front[1]]), lin('v', '#1f3a2c', '#2d2238')),
    clip(poly([peak, front[0], front[1]]), path(poly([[36, 352], [222, 356], [200, 326], [70, 326]]), lin('v', '#3a2c3c', '#6d5560')), vol(rr(92, 330, 76, 22, 9), '#5f86c4', { hi: 0.1 }), path(rr(96, 326, 26, 14, 6), lin('v', '#f6ead8', '#c9b6a4'))),
    body(
      path(fly, lin([0.2, 0, 0.6, 1], tone(c, 0.3), c, tone(c, -0.2))),
      path(poly([peak, [130, 170], [96, 250], [70, 354], front[0]], [4, 0, 0, 4, 6]), lin('h', tone(c, -0.1), tone(c, 0.12))),
    ),
    clip(fly, path(poly([[250, 158], [296, 162], [368, 356], [300, 360]]), '#fff/.1'), blur(4, stroke(line([228, 158], [330, 352]), `${DARK}/.22`, 5)), stroke(line([229, 157], [330, 352]), `${tone(c, 0.4)}/.5`, 1.2), path(poly([[222, 356], [420, 348], [416, 332], [216, 338]]), `${DARK}/.14`), stroke(line([214, 336], [416, 330]), `${tone(c, 0.5)}/.4`, 1.2), blur(6, path(poly([peak, [150, 152], [244, 356], [222, 356]]), `${DARK}/.3`))),
    path(poly([[258, 214], [306, 216], [328, 262], [280, 262]], 8), tone(c, -0.45), { role: 'body' }), lit(path(poly([[262, 218], [303, 220], [322, 258], [282, 258]], 6), lin('d', '#f6efcf', '#c8d8c0'))), stroke(line([283, 219], [302, 258]) + line([270, 238], [313, 240]), tone(c, -0.3), 1.6, { role: 'body' }),
    body(path(smooth([[130, 158, 1], [150, 214], [176, 270], [208, 300], [222, 356, 1], [200, 356, 1], [176, 318], [152, 262]]), lin('h', tone(c, 0.05), tone(c, 0.3), tone(c, -0.1))), path(smooth([[128, 160, 1], [112, 214], [92, 262], [70, 286], [36, 352, 1], [62, 354, 1], [88, 312], [108, 258]]), lin('h', tone(c, -0.1), tone(c, 0.22), tone(c, -0.16)))),
    [[206, 300], [74, 286]].map(([x, y]) => path(ell(x, y, 5.4, 3.4), ball('#f2d16a'))),
    stroke(line(peak, back), tone(c, -0.3), 6, { role: 'body' }), stroke(line([132, 148.6], [329, 162.4]), tone(c, 0.42), 2, { role: 'body' }),
    bar([130, 148], [130, 356], 4.4, '#d9b27a'), path(ell(130, 147, 4), ball('#f2d16a')),
  ]
}

function tipi() {
  const c = '#ecd3a8'
  const poles = [[-34, -26], [-20, -40], [-6, -34], [10, -42], [24, -32], [36, -22]]
  const d = smooth([[150, 92, 1], [196, 210], [262, 366, 1], [220, 372], [150, 375], [80, 372], [38, 366, 1], [104, 210]])
  const zig = (y, h, color, wide) => { const k = (y - 92) / 276; const w = 112 * k; const count = wide; return path(line(...range(count * 2 + 1).map((i) => [150 - w + (i * w) / count, y + (i % 2 ? -h : 0) + 5 * Math.sin((Math.PI * i) / (count * 2))]), ...range(count * 2 + 1).reverse().map((i) => [150 - w * 1.03 + (i * w * 1.03) / count, y + h * 0.9 + (i % 2 ? -h : 0) + 5 * Math.sin((Math.PI * i) / (count * 2))])) + 'Z', color) }
  return [
    poles.map(([dx, dy]) => bar([150 - dx * 0.5, 120], [150 + dx, 92 + dy], 5, '#9a6a40')),
    body(path(d, lin('h', [0, tone(c, -0.14)], [0.3, tone(c, 0.22)], [0.5, c], [1, tone(c, -0.36)]))),
    clip(d, zig(190, 13, '#c8493a', 4), zig(214, 11, '#3f7d8a', 5), zig(330, 16, '#c8493a', 7), zig(350, 12, '#e0a53f', 8), range(7).map((i) => stroke(smooth([[150 + (i - 3) * 3, 96], [150 + (i - 3) * 36, 372]], false), `${tone(c, -0.5)}/.22`, 1.4)), path(d, lin('h', `${DARK}/.16`, '#fff/.14', '#fff/0', `${DARK}/.3`)), path(ell(110, 278, 15), '#e0a53f'), path(ell(110, 278, 9), '#c8493a'), path(ell(196, 278, 15), '#3f7d8a'), path(ell(196, 278, 9), '#e0a53f')),
    path(smooth([[150, 232, 1], [168, 290], [184, 374, 1], [116, 374, 1], [132, 290]]), lin('v', '#2a1f30', '#5a4038')), body(path(smooth([[150, 228, 1], [138, 290], [104, 374, 1], [128, 375, 1], [146, 300]]), lin('h', tone(c, 0.1), tone(c, -0.14)))), path(smooth([[150, 228, 1], [176, 300], [204, 374, 1], [182, 375, 1], [158, 300]]), lin('h', tone(c, 0.24), tone(c, -0.2)), { role: 'body' }),
    range(5).map((i) => bar([143, 140 + i * 17], [157, 138 + i * 17], 2.6, '#7a5230')), rope([[132, 110], [142, 118], [158, 118], [168, 110]], 5),
    body(path(smooth([[150, 96, 1], [120, 74], [112, 84], [128, 140, 1], [142, 124]]), lin('h', tone(c, 0.2), tone(c, -0.12))), path(smooth([[150, 96, 1], [180, 74], [190, 84], [172, 140, 1], [158, 124]]), lin('h', tone(c, 0.05), tone(c, -0.28)))),
  ]
}

function igloo() {
  const c = '#e6f2fb'
  const rows = 7
  const f = { w: Math.PI * 150, h: 1, place: (x, y) => { const a = (x / (Math.PI * 150) - 0.5) * Math.PI; const p = (y * Math.PI) / 2; const r = 150 * Math.cos(Math.PI / 2 - p); return [190 + r * Math.sin(a), 360 - 172 * Math.cos(p) * 1 - 8 * Math.cos(a) * Math.cos(p)] } }
  f.map = (d) => d.replace(/(-?\d*\.?\d+) (-?\d*\.?\d+)/g, (_, x, y) => f.place(Number(x), Number(y)).map((v) => Math.round(v * 10) / 10).join(' '))
  const dome = `M40 360C40 262 104 184 190 182C276 184 340 262 340 360Z`
  const blocks = range(rows).map((r) => { const count = [4, 7, 9, 11, 12, 12, 12][r]; const [y0, y1] = [r / rows + 0.006, (r + 1) / rows - 0.006]; return range(count + 1).map((i) => { const [l, rr2] = [Math.max(0, (i - (r % 2 ? 0.5 : 0)) / count) + 0.004, Math.min(1, (i + 1 - (r % 2 ? 0.5 : 0)) / count) - 0.004]; if (rr2 - l < 0.01) return ''; const k = tone(c, rand(-0.07, 0.1)); const X = (v) => v * f.w; const P = (x, y) => f.place(X(x), y); const m = (l + rr2) / 2; return path(poly([P(l, y0), P(m, y0), P(rr2, y0), P(rr2, (y0 + y1) / 2), P(rr2, y1), P(m, y1), P(l, y1), P(l, (y0 + y1) / 2)], 2.4), lin('d', tone(k, 0.5), k, tone(k, -0.1))) }) })
  const tunnel = arch(126, 248, 128, 112, 64)
  const hole = arch(150, 274, 80, 86, 40)
  return [
    path(dome, '#a9cbe6'), clip(dome, blocks), path(dome, rad([0.32, 0.22, 0.9], '#fff/.55', '#fff/0', '#7fa9d6/.22', '#3f6fae/.5')), inset(dome, -6, -4, 9, '#5b8cc8', 0.5),
    shade(dome, rr(118, 246, 158, 120, 60), 10, 0.32, '#2a4f86'),
    path(tunnel, lin('h', '#ffffff', '#dcebf8', '#a9c8e6')), range(9).map((i) => { const [a, b] = [Math.PI * (1 + i / 9), Math.PI * (1 + (i + 1) / 9)]; const P = (t, r, k) => [190 + r * Math.cos(t), 312 + k * Math.sin(t)]; return path(poly([P(a + 0.02, 40, 40), P(a + 0.02, 64, 64), P((a + b) / 2, 65, 65), P(b - 0.02, 64, 64), P(b - 0.02, 40, 40)], 3), lin('d', '#ffffff', tone(c, rand(-0.06, 0.06)), '#c2daee')) }),
    [[126, 316], [126, 339], [230, 316], [230, 339]].map(([x, y]) => path(rr(x + 0.6, y, 23, 21, 3), lin('d', '#ffffff', '#dcebf8', '#b9d3ea'))),
    path(hole, lin('v', '#1f2f55', '#3d5f96', '#6f97c8')), clip(hole, path(ell(190, 366, 46, 22), '#b9d6ef'), blur(6, path(rr(206, 270, 40, 100), '#16244a/.6'))), inset(hole, 3, 5, 5, '#101a3c', 0.7),
    path(smooth([[20, 360, 1], [40, 346], [70, 352], [110, 350], [132, 358, 1], [128, 362], [60, 364]]), lin('v', '#ffffff', '#cfe1f1')), path(smooth([[246, 358, 1], [270, 349], [306, 352], [340, 345], [360, 360, 1], [320, 364], [260, 364]]), lin('v', '#ffffff', '#bcd5ec')),
  ]
}

function streetLamp() {
  const iron = '#3d4a52'
  const ring = (y, w, h) => path(rr(100 - w / 2, y, w, h, h / 2), roundH(iron, 1.2))
  const pane = (d) => lit(path(d, lin('h', '#ffcf6a', '#fff3c0', '#ffdf8c', '#f0ad48')))
  return [
    blur(10, lit(path(ell(100, 78, 34, 38), '#ffe6a0/.3'))),
    body(path(poly([[95, 150], [105, 150], [108, 420], [92, 420]]), roundH(iron, 1.2))),
    range(3).map((i) => stroke(line([97 + i * 3, 180], [96.4 + i * 3.6, 380]), `${i === 1 ? '#fff' : DARK}/.22`, 1)),
    body(path(smooth([[86, 470, 1], [88, 440], [92, 424], [95, 404, 1], [105, 404, 1], [108, 424], [112, 440], [114, 470, 1]]), roundH(iron, 1.2)), path(rr(80, 464, 40, 10, 3), roundH(iron, 1.2)), path(rr(74, 472, 52, 12, 3), roundH(iron, 1.2))),
    ring(400, 22, 7), ring(330, 17, 5), ring(184, 17, 6), ring(150, 20, 6), path(ell(100, 164, 8, 9), ball(iron)), bar([76, 176], [124, 176], 4, iron), path(ell(75, 176, 4), ball(iron)), path(ell(125, 176, 4), ball(iron)),
    stroke(smooth([[97, 150], [84, 142], [82, 122]], false), iron, 4), stroke(smooth([[103, 150], [116, 142], [118, 122]], false), iron, 4),
    path(poly([[82, 124], [118, 124], [112, 134], [88, 134]], 2), roundH(iron)),
    pane(poly([[70, 52], [130, 52], [118, 124], [82, 124]])), lit(blur(3, path(ell(100, 94, 9, 15), '#fffdf0'))), lit(path(smooth([[100, 76, 1], [105, 90], [104, 100], [100, 103], [96, 100], [95, 90]]), '#fffef6')),
    path(poly([[74, 56], [86, 56], [90, 120], [84, 120]]), '#fff/.45'), path(poly([[70, 52], [130, 52], [118, 124], [82, 124]]), lin('h', `${DARK}/.18`, '#fff/0', `${DARK}/.22`)),
    stroke(line([70, 52], [82, 124]) + line([130, 52], [118, 124]) + line([89, 52], [94, 124]) + line([111, 52], [106, 124]), iron, 3), bar([68, 52], [132, 52], 5, iron), stroke(line([76, 86], [124, 86]), iron, 2),
    body(path(smooth([[62, 52, 1], [74, 40], [84, 24], [88, 14], [112, 14], [116, 24], [126, 40], [138, 52, 1]]), roundH(iron, 1.2)), path(rr(84, 8, 32, 7, 3), roundH(iron)), path(smooth([[90, 9, 1], [92, 0], [100, -5], [108, 0], [110, 9, 1]]), roundH(iron))), path(ell(100, -8, 4.4), ball('#d9b04a')), stroke(line([100, -10], [100, -22]), '#d9b04a', 2.4),
  ]
}

function bench() {
  const [c, iron] = ['#b5793f', '#3b4350']
  const slat = (x0, x1, y, h, k = 0) => [path(rr(x0, y, x1 - x0, h, h * 0.3), lin('v', tone(c, 0.32 + k), tone(c, 0.06 + k), tone(c, -0.3 + k))), stroke(range(6).map((i) => line([x0 + 14 + i * 56 + rand(0, 20), y + h * rand(0.3, 0.7)], [x0 + 44 + i * 56 + rand(0, 20), y + h * rand(0.3, 0.7)])).join(''), `${tone(c, -0.5)}/.3`, 0.9)]
  const leg = (x) => [
    tube(smoothLine([[x + 4, 360], [x + 7, 330], [x + 4, 300], [x - 3, 262], [x - 5, 200]]), 7, iron), tube(smoothLine([[x - 16, 361], [x - 14, 336], [x - 9, 312], [x - 3, 296]]), 7, iron),
    tube(smoothLine([[x - 4, 250], [x - 20, 252], [x - 26, 262], [x - 18, 274], [x - 10, 284], [x - 12, 300]]), 7.4, iron), path(ell(x - 24, 258, 6), ball(iron)), stroke(smoothLine([[x - 8, 330], [x - 2, 322], [x + 3, 330], [x - 2, 338], [x - 6, 333]]), iron, 2.6), path(rr(x - 24, 356, 16, 6, 2.5), roundH(iron)), path(rr(x - 2, 356, 14, 6, 2.5), roundH(iron)),
  ]
  return [
    tube(smoothLine([[372, 350], [375, 322], [372, 296], [366, 262], [362, 202]]), 6, tone(iron, -0.1)), tube(smoothLine([[36, 350], [33, 322], [36, 296], [40, 262], [40, 202]]), 6, tone(iron, -0.1)),
    body([196, 216, 236, 256].map((y, i) => slat(28 - i * 1, 380 + i, y, 15, 0.02))),
    [112, 296].map((x) => path(rr(x, 192, 7, 82, 3), roundH(iron))),
    body([282, 289, 297].map((y, i) => slat(26 - i * 6, 382 + i * 6, y, 8 + i * 1.5, 0.12)), slat(6, 402, 307, 12, -0.02)), path(rr(8, 319, 394, 6, 2), lin('v', tone(c, -0.5), `${tone(c, -0.6)}/.6`)),
    bar([36, 344], [372, 344], 4, tone(iron, -0.1)),
    leg(30), flip(204, leg(30)),
    body([[18, 0], [374, 0]].map(([x]) => path(rr(x - 12, 244, 40, 8, 3.5), lin('v', tone(c, 0.34), tone(c, -0.2))))),
  ]
}
const smoothLine = (points) => smooth(points, false)

export const drawings = { 'bridge-stone': bridgeStone, 'bridge-wood': bridgeWood, fence, well, fountain, dock, tent, tipi, igloo, 'street-lamp': streetLamp, bench }

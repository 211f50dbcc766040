/** What flies or hangs in the air. */
import { mix, tone } from './color.mjs'
import { at, ball, blur, body, clip, flip, group, inset, keep, lin, linU, lit, n, path, rad, rand, range, roundH, roundV, shade, stroke, turn, vol } from './kit.mjs'
import { DARK, bar, cloth, flame, glass, rope, tube } from './parts.mjs'
import { drum, ell, line, poly, rr, smooth } from './shapes.mjs'
import { bricks, flat, roundShade } from './surfaces.mjs'

/** The bag of a balloon: half its width at a height t, 0 (top) to 1 (mouth). */
const bag = (t, r) => (t < 0.46 ? r * Math.sqrt(1 - (1 - t / 0.46) ** 2) : r * (0.14 + 0.86 * Math.cos(((t - 0.46) / 0.54) * 1.5) ** 0.92))
const place = (cx, top, h, r) => (angle, t) => [cx + bag(t, r) * Math.sin(angle), top + h * t - 0.07 * r * Math.cos(angle) * Math.sin(Math.PI * Math.min(1, t))]
/** Denser near the top, where the bag bends most. */
const ease = (from, to, t) => from + (to - from) * (from < 0.05 ? t ** 1.8 : t)
/** A patch between two angles and two heights. */
function patch(P, a, b, t0, t1, steps = 9) {
  const side = (angle, from, to) => range(steps).map((i) => P(angle, from < to ? ease(from, to, i / (steps - 1)) : ease(to, from, 1 - i / (steps - 1))))
  const across = (t, from, to) => range(4).map((i) => P(from + ((to - from) * (i + 1)) / 5, t))
  return `${line(...side(a, t0, t1), ...across(t1, a, b), ...side(b, t1, t0), ...across(t0, b, a))}Z`
}
function basket(cx, y, w, h) {
  const weave = flat(cx - w / 2, y + 6, w, h - 6)
  return [
    range(3).map((i) => path(rr(cx - w / 2 - 7 + i * 2, y + 12 + i * 1, 8, h * 0.45, 3.4), roundH('#c9a368'))), path(ell(cx, y + 4, w / 2 - 2, 5), '#3f2818'),
    bricks({ ...weave, outline: drum(cx - w / 2, y + 6, w, h - 8, -4, 5, -2.4) }, { bw: 9, bh: 4.6, color: '#bf8a4c', mortar: '#6f4824', spread: 0.16 }), roundShade(drum(cx - w / 2, y + 6, w, h - 8, -4, 5, -2.4), 0.9),
    [0.36, 0.72].map((t) => path(drum(cx - w / 2 - 0.5, y + 4 + h * t, w + 1, 4, -4, 4.4), roundH('#8f5f30'))), path(drum(cx - w / 2 - 3, y, w + 6, 9, -4, 5), roundH('#a8703a')), path(ell(cx, y + 0.6, w / 2 + 3, 4), tone('#a8703a', 0.25)), path(ell(cx, y + 1, w / 2 - 1, 2.8), '#3f2818'), range(2).map((i) => path(drum(cx - w * 0.28 + i * w * 0.38, y + 12, 11, 20, 2, 3), roundH('#e8dcc4')) + stroke(line([cx - w * 0.28 + 5.5 + i * w * 0.38, y + 6], [cx - w * 0.28 + 5.5 + i * w * 0.38, y + 12]), '#6f4824', 1.4)),
  ]
}
function lines(P, cx, mouthY, basketY, w) {
  return [[-1.2, -0.9], [-0.5, -0.34], [0.5, 0.34], [1.2, 0.9]].map(([a, k]) => stroke(line(P(a, 1), [cx + (k * w) / 2, basketY]), '#5f4630', 1.6)).join('')
}

function hotAirBalloon() {
  const [c, second] = ['#e2483a', '#ffd24a']
  const P = place(200, 4, 330, 150)
  const gores = range(10).map((i) => [(i / 10 - 0.5) * Math.PI, ((i + 1) / 10 - 0.5) * Math.PI])
  const whole = patch(P, -Math.PI / 2, Math.PI / 2, 0, 1, 22)
  return [
    lines(P, 200, 334, 392, 54), path(ell(200, 334, 31, 7), '#3a2436'), flame(200, 372, 20, 38), path(rr(188, 368, 24, 10, 3), roundH('#8d8794')), stroke(line([180, 378], [174, 394]) + line([220, 378], [226, 394]), '#6a6472', 2.6),
    basket(200, 392, 58, 48),
    path(whole, second), body(gores.filter((_, i) => i % 2 === 0).map(([a, b]) => path(patch(P, a, b, 0, 1, 16), c))),
    clip(whole, gores.map(([a, b], i) => { const m = (a + b) / 2; return path(patch(P, a, m, 0.02, 0.98, 12), '#fff/.06') + path(patch(P, b - (b - a) * 0.22, b, 0.02, 0.98, 12), `${DARK}/.1`) })),
    path(patch(P, -Math.PI / 2, Math.PI / 2, 0.5, 0.6, 4), '#fff6e2'), range(10).map((i) => { const [a, b] = gores[i]; return path(line(P(a, 0.5), P((a + b) / 2, 0.595), P(b, 0.5)) + 'Z', i % 2 ? '#2f6fa8' : '#3f86c4') }), [0.5, 0.6].map((t) => stroke(smooth(range(13).map((i) => P((i / 12 - 0.5) * Math.PI, t)), false), '#c98f2c', 2.4, { cap: 'butt' })),
    stroke(gores.slice(1).map(([a]) => smooth(range(14).map((i) => P(a, 0.01 + (i / 13) * 0.985)), false)).join(''), `${DARK}/.3`, 1.2, { cap: 'butt' }),
    path(patch(P, -Math.PI / 2, Math.PI / 2, 0.93, 1, 4), '#2f6fa8'), path(patch(P, -Math.PI / 2, Math.PI / 2, 0.915, 0.935, 3), '#c98f2c'),
    path(whole, rad([0.34, 0.26, 0.82], [0, '#fff/.5'], [0.3, '#fff/.12'], [0.52, '#fff/0'], [0.78, `${DARK}/.24`], [1, `${DARK}/.5`])), inset(whole, 6, -4, 8, '#ffb48a', 0.25), blur(9, path(ell(146, 74, 34, 24), '#fff/.5')), lit(path(patch(P, -1.2, 1.2, 0.8, 0.99, 5), lin('v', '#ffb84a/0', '#ffc85a/.35'))), path(ell(200, 4, 9, 3), '#c98f2c'),
  ]
}

function hotAirBalloonStripes() {
  const bands = ['#7a4fb0', '#3f6fd0', '#33a3c4', '#4fb06a', '#f2cf3f', '#f29a35', '#e8503f', '#c23a6a']
  const P = place(200, 4, 330, 150)
  const gores = range(12).map((i) => [(i / 12 - 0.5) * Math.PI, ((i + 1) / 12 - 0.5) * Math.PI])
  const whole = patch(P, -Math.PI / 2, Math.PI / 2, 0, 1, 22)
  const zig = (t, k) => range(25).map((i) => P((i / 24 - 0.5) * Math.PI, t + (i % 2 ? k : -k)))
  return [
    lines(P, 200, 334, 392, 54), path(ell(200, 334, 31, 7), '#3a2436'), flame(200, 372, 20, 38), path(rr(188, 368, 24, 10, 3), roundH('#8d8794')), stroke(line([180, 378], [174, 394]) + line([220, 378], [226, 394]), '#6a6472', 2.6),
    basket(200, 392, 58, 48),
    clip(whole, path(whole, bands[0]), bands.slice(1).map((c, i) => path(`${line(...zig(0.13 + i * 0.115, 0.026), [360, 360], [40, 360])}Z`, c))), clip(whole, gores.map(([a, b]) => path(patch(P, b - (b - a) * 0.3, b, 0.02, 0.98, 12), `${DARK}/.1`) + path(patch(P, a, a + (b - a) * 0.3, 0.02, 0.98, 12), '#fff/.08'))), stroke(gores.slice(1).map(([a]) => smooth(range(14).map((i) => P(a, 0.01 + (i / 13) * 0.985)), false)).join(''), `${DARK}/.28`, 1.1, { cap: 'butt' }),
    path(patch(P, -Math.PI / 2, Math.PI / 2, 0.95, 1, 4), '#8a2f52'), path(whole, rad([0.34, 0.26, 0.82], [0, '#fff/.5'], [0.3, '#fff/.12'], [0.52, '#fff/0'], [0.78, `${DARK}/.24`], [1, `${DARK}/.5`])), blur(9, path(ell(146, 74, 34, 24), '#fff/.5')), lit(path(patch(P, -1.2, 1.2, 0.8, 0.99, 5), lin('v', '#ffb84a/0', '#ffc85a/.35'))), path(ell(200, 4, 9, 3), '#c98f2c'),
  ]
}

function balloon() {
  const c = '#e83a48'
  const d = smooth([[100, 10], [160, 34], [182, 96], [166, 160], [128, 212], [100, 226], [72, 212], [34, 160], [18, 96], [40, 34]])
  return [
    stroke(smooth([[100, 238], [94, 270], [108, 306], [92, 346], [104, 384], [98, 420]], false), '#f4f0f6', 2.6), stroke(smooth([[101, 238], [95, 270], [109, 306], [93, 346], [105, 384], [99, 420]], false), '#8d8794/.7', 0.9),
    body(path(smooth([[100, 222, 1], [92, 232], [84, 244, 1], [100, 240], [116, 244, 1], [108, 232]]), lin('h', tone(c, 0.1), tone(c, -0.4))), path(d, rad([0.36, 0.28, 0.85], [0, tone(c, 0.42)], [0.25, tone(c, 0.12)], [0.55, c], [0.85, tone(c, -0.3)], [1, tone(c, -0.46)])), inset(d, -7, -6, 8, tone(c, -0.6), 0.5), inset(d, 8, 0, 7, '#ffb4b4', 0.4), path(rr(90, 225, 20, 5, 2.5), tone(c, -0.35))),
    blur(3, path(smooth([[44, 110], [48, 70], [72, 40], [82, 44], [64, 70], [56, 108]]), '#fff/.85')), path(ell(52, 132, 5, 9), '#fff/.6'), blur(6, path(smooth([[150, 150], [128, 192], [104, 208], [136, 200], [164, 150]]), '#ff9aa0/.6')),
  ]
}

function rocket() {
  const [c, white] = ['#e2453a', '#f4f3f8']
  const hull = smooth([[150, 10, 1], [182, 52], [204, 112], [210, 190], [196, 280, 1], [150, 288], [104, 280, 1], [90, 190], [96, 112], [118, 52]])
  const nose = smooth([[150, 8, 1], [174, 40], [196, 90, 1], [150, 100], [104, 90, 1], [126, 40]])
  const fin = smooth([[96, 206, 1], [60, 240], [42, 300], [44, 344, 1], [70, 312], [110, 296, 1]])
  const porthole = (y, r) => [path(ell(150, y, r * 1.4), lin('d', '#fdfdff', '#b9b2c4', '#77717f')), range(8).map((i) => path(ell(150 + r * 1.22 * Math.cos(i * 0.785), y + r * 1.22 * Math.sin(i * 0.785), r * 0.08), '#5a5566')), lit(path(ell(150, y, r), rad([0.4, 0.65, 0.8], '#a8e2f8', '#4a9ad8', '#1f4f92'))), inset(ell(150, y, r), r * 0.1, r * 0.22, r * 0.16, DARK, 0.6), path(smooth([[150 - r * 0.62, y - r * 0.1], [150 - r * 0.34, y - r * 0.62], [150 + r * 0.2, y - r * 0.68], [150 - r * 0.2, y - r * 0.3]]), '#fff/.75')]
  return [
    blur(8, path(ell(150, 340, 36, 40), '#ffb04a/.4')), group([flame(0, 0, 62, 110)], { t: 'matrix(1 0 0 -1 150 296)' }),
    body(path(fin, lin('d', tone(c, 0.26), c, tone(c, -0.34))), flip(150, path(fin, lin('u', tone(c, 0.05), tone(c, -0.16), tone(c, -0.45))))),
    path(poly([[120, 278], [180, 278], [190, 306], [110, 306]], 4), roundH('#6a6578')), path(poly([[114, 298], [186, 298], [190, 306], [110, 306]], 2), roundH('#423d4b')),
    path(hull, roundH(white)), clip(hull, [124, 150, 176].map((x) => stroke(smooth([[150 + (x - 150) * 0.4, 60], [x, 160], [x, 290]], false), '#8d87a0/.35', 1)), [150, 236].map((y) => stroke(smooth([[80, y - 3], [150, y + 5], [220, y - 3]], false), '#8d87a0/.6', 1.4)), path(range(21).map((i) => ell(96 + i * 5.4, 157 + 5 * Math.cos(((i - 10) / 10) * 1.5) - 2, 1)).join(''), '#77717f/.7'), body(path(smooth([[80, 250, 1], [150, 260], [220, 250, 1], [220, 268, 1], [150, 278], [80, 268, 1]]), roundH(c)))),
    body(path(nose, roundH(c)), inset(nose, 3, 4, 3, '#fff', 0.4)), path(smooth([[104, 90, 1], [150, 100], [196, 90, 1], [198, 98, 1], [150, 108], [101, 98, 1]]), roundH('#c9c4d2')), path(ell(150, 8, 4), ball('#f2c14a')),
    inset(hull, -5, -2, 6, DARK, 0.3), porthole(138, 19), porthole(204, 14),
    body(path(smooth([[150, 210, 1], [158, 250], [157, 340, 1], [150, 352], [143, 340, 1], [142, 250]]), lin('h', tone(c, 0.3), c, tone(c, -0.36)))),
  ]
}

function airship() {
  const [c, white] = ['#c9553f', '#f6eddc']
  const hull = smooth([[20, 150], [70, 96], [180, 62], [320, 66], [420, 100], [480, 148], [424, 196], [320, 230], [180, 234], [70, 204]])
  const rows = [-0.72, -0.4, 0, 0.4, 0.72]
  const along = (k) => range(15).map((i) => { const t = i / 14; const x = 24 + t * 452; const half = 86 * Math.sin(Math.PI * (0.04 + t * 0.92)) ** 0.72; return [x, 148 + half * k] })
  return [
    body(path(poly([[74, 118], [22, 66], [6, 74], [24, 130]], 8), lin('d', tone(c, 0.2), tone(c, -0.3))), path(poly([[74, 180], [22, 232], [6, 224], [24, 170]], 8), lin('d', tone(c, -0.1), tone(c, -0.45)))),
    path(hull, roundV(white)), clip(hull, body(range(3).map((i) => path(`${line(...along([-1.1, -0.18, 0.72][i]), ...along([-0.72, 0.18, 1.1][i]).reverse())}Z`, c))), range(9).map((i) => { const x = 66 + i * 47; return stroke(smooth([[x, 50], [x + (x - 250) * 0.06, 148], [x, 246]], false), '#8a7a70/.4', 1.2) }), stroke(rows.map((k) => smooth(along(k), false)).join(''), '#8a7a70/.5', 1.2), path(hull, lin('v', '#fff/.4', '#fff/.08', '#fff/0', `${DARK}/.2`, `${DARK}/.5`)), path(hull, lin('h', `${DARK}/.22`, '#fff/0', '#fff/0', `${DARK}/.12`)), blur(8, path(ell(240, 88, 150, 9), '#fff/.6'))),
    body(path(smooth([[30, 140, 1], [84, 144], [96, 148], [84, 153], [30, 158, 1], [4, 156], [4, 142]]), lin('v', tone(c, 0.3), tone(c, -0.25)))), path(ell(480, 148, 6, 12), lin('v', '#e8e2da', '#8d8794')),
    stroke([200, 240, 290, 330].map((x) => line([x, 226], [x, 252])).join(''), '#5f5048', 2.4), path(smooth([[176, 244, 1], [352, 244, 1], [366, 256], [350, 280], [316, 288], [206, 288], [180, 276]]), lin('v', '#c98d56', '#9a6238', '#5f3a20')), path(rr(170, 240, 188, 8, 4), lin('v', '#e0b078', '#8a5a34')), range(7).map((i) => lit(path(rr(196 + i * 20, 254, 13, 14, 3), lin('v', '#ffe0a0', '#ffc05a'))) + stroke(rr(196 + i * 20, 254, 13, 14, 3), '#5f3a20', 1.4)), glass(smooth([[338, 252, 1], [356, 254], [350, 272], [338, 272, 1]]), { box: [338, 252, 18, 20] }),
    keep(path(rr(150, 256, 28, 14, 6), lin('v', '#a9a4b4', '#5a5566')), path(ell(148, 263, 3.4, 24), '#8a5a34/.85'), path(ell(147, 263, 4), ball('#d9d6e2'))), stroke(line([176, 262], [186, 260]), '#5a5566', 4),
  ]
}

function drone() {
  const c = '#eceaf2'
  const rotor = (x, y, s) => keep(path(rr(x - 7 * s, y - 22 * s, 14 * s, 22 * s, 4), roundH('#5a5566')), path(ell(x, y - 25 * s, 52 * s, 5.4 * s), '#8d8aa0/.32'), path(smooth([[x - 50 * s, y - 27 * s], [x - 20 * s, y - 29 * s], [x, y - 26 * s], [x - 20 * s, y - 23.6 * s]]), lin('h', '#4a4656/.6', '#2a2636')), path(smooth([[x + 50 * s, y - 23 * s], [x + 20 * s, y - 21.6 * s], [x, y - 25 * s], [x + 20 * s, y - 27.6 * s]]), lin('h', '#2a2636', '#4a4656/.6')), path(ell(x, y - 26 * s, 6 * s, 4 * s), ball('#d9d6e2')))
  return [
    bar([170, 148], [92, 124], 11, tone(c, -0.35)), bar([250, 148], [328, 124], 11, tone(c, -0.4)), rotor(92, 124, 0.82), rotor(328, 124, 0.82),
    stroke(smooth([[160, 176], [136, 206], [128, 232]], false), '#4a4656', 6), stroke(smooth([[260, 176], [284, 206], [292, 232]], false), '#4a4656', 6), stroke(line([108, 234], [150, 234]) + line([270, 234], [312, 234]), '#35313f', 7),
    body(bar([160, 160], [52, 166], 15, c), bar([260, 160], [368, 166], 15, tone(c, -0.12))), rotor(52, 162, 1.05), rotor(368, 162, 1.05), lit(path(ell(52, 178, 5), ball('#ff5a5a')), path(ell(368, 178, 5), ball('#5aff8a'))),
    body(vol(smooth([[130, 164], [150, 134], [210, 122], [270, 134], [290, 164], [266, 188], [210, 196], [154, 188]]), c, { way: 'v', hi: 0.3, lo: 0.34 })), path(smooth([[156, 142], [210, 128], [264, 142], [210, 152]]), '#4a4f66'), path(smooth([[160, 141], [210, 129], [240, 134], [200, 144]]), '#fff/.25'), range(3).map((i) => lit(path(ell(196 + i * 14, 172, 3), '#7fe0ff'))),
    path(rr(186, 188, 48, 14, 5), roundV('#5a5566')), path(rr(180, 196, 60, 40, 14), lin('v', '#5f5b6e', '#2a2636')), keep(path(ell(210, 217, 17), lin('d', '#8d8794', '#35313f')), path(ell(210, 217, 13), rad([0.4, 0.6, 0.7], '#6fb4ea', '#23407a', '#101a3c')), path(ell(204, 211, 4, 3), '#fff/.85')),
  ]
}

function parachute() {
  const [c, white] = ['#e8543f', '#fdf3e2']
  const gores = 7
  const X = (i, k = 1) => 200 + 176 * Math.sin(((i / gores - 0.5) * Math.PI)) * k
  const edge = (i) => 190 - 10 * Math.cos((i / gores - 0.5) * Math.PI)
  return [
    stroke(range(8).map((i) => line([X(i), edge(i)], [200 + (i - 3.5) * 3.4, 372])).join(''), '#6a5f6a', 1.4),
    path(smooth([[24, 190, 1], [120, 208], [200, 212], [280, 208], [376, 190, 1], [280, 140], [120, 140]]), lin('v', tone(c, -0.62), tone(c, -0.42))),
    range(gores).map((i) => { const [a, b] = [X(i), X(i + 1)]; const [ea, eb] = [edge(i), edge(i + 1)]; const m = (a + b) / 2; const lift = 12 * Math.cos(((i + 0.5) / gores - 0.5) * Math.PI) + 6; const d = `M200 18C${n(200 + (a - 200) * 0.72)} 24 ${n(a)} 90 ${n(a)} ${n(ea)}C${n(a + (m - a) * 0.5)} ${n(ea - lift)} ${n(m + (b - m) * 0.5)} ${n(eb - lift)} ${n(b)} ${n(eb)}C${n(b)} 90 ${n(200 + (b - 200) * 0.72)} 24 200 18Z`; const color = i % 2 ? white : c; return path(d, lin('h', tone(color, 0.22), color, tone(color, -0.26)), { role: i % 2 ? undefined : 'body' }) }),
    path(smooth([[24, 188, 1], [40, 110], [110, 38], [200, 18], [290, 38], [360, 110], [376, 188, 1], [330, 172], [200, 166], [70, 172]]), rad([0.36, 0.2, 0.9], [0, '#fff/.42'], [0.4, '#fff/0'], [1, `${DARK}/.42`])), blur(7, path(ell(140, 66, 44, 16), '#fff/.4')), path(ell(200, 19, 10, 3.4), tone(c, -0.3)),
    path(rr(180, 366, 40, 8, 3), roundV('#8a5a34')), path(rr(174, 372, 52, 44, 4), lin('d', '#d9a566', '#b07c44', '#7d5228')), path(rr(195, 372, 10, 44), '#8a5a2c/.55'), path(rr(174, 390, 52, 8), '#8a5a2c/.45'), inset(rr(174, 372, 52, 44, 4), -3, -3, 3, DARK, 0.35),
  ]
}

function paperPlane() {
  const w = '#f6f8fd'
  return body(
    path(poly([[394, 60], [20, 150], [132, 190]], 1), lin('d', '#ffffff', w, '#dbe3f2')), path(poly([[394, 60], [132, 190], [150, 292], [186, 214]], 1), lin('v', '#93a2c6', '#b5c1dc')), path(poly([[394, 60], [186, 214], [290, 262]], 1), lin('d', '#f2f5fc', '#d6deef', '#bcc8e0')), path(poly([[150, 292], [186, 214], [218, 228]], 1), lin('h', '#a9b6d4', '#7f8fb8')),
    clip(poly([[394, 60], [20, 150], [132, 190]]), blur(6, path(poly([[394, 60], [132, 190], [110, 182]]), '#8494bc/.5'))), clip(poly([[394, 60], [186, 214], [290, 262]]), blur(5, path(poly([[394, 60], [186, 214], [204, 222]]), '#fff/.9'))), stroke(line([394, 60], [132, 190]), '#ffffff', 1.6), stroke(line([394, 60], [186, 214]), '#ffffff', 1.4), stroke(line([394, 60], [76, 170]), '#c3cee4', 1), stroke(line([394, 60], [240, 238]), '#b5c2dc', 1),
  )
}

export const drawings = { 'hot-air-balloon': hotAirBalloon, 'hot-air-balloon-stripes': hotAirBalloonStripes, balloon, rocket, airship, drone, parachute, 'paper-plane': paperPlane }

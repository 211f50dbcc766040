/** Tables, seats, beds, lamps: the furniture that most rooms want first. */
import {
  DARK, GOLD, OAK, WALNUT, WOOD, at, ball, bar, blur, body, boxed, chrome, clip, crease, ell, flip, fold, gilt, glow, grain, group, inset, keep, knob, lathe, leg, lin, linU, line,
  lit, mouth, n, padOutline, path, pick, plush, poly, quad, planks, rad, radU, rand, range, rr, smooth, stitches, stroke, tone, tube, turned, under, vol, wood, around,
} from './kit.mjs'

/** A table top of boards in perspective: its front edge from x1 to x2 at y, its back edge `rise` higher. */
function slab(x1, x2, y, rise, thick, color, { shrink = rise * 0.9, count = 4, r = 5 } = {}) {
  const top = poly([[x1 + shrink, y - rise], [x2 - shrink, y - rise], [x2, y], [x1, y]], [r * 0.7, r * 0.7, r, r])
  const face = quad([x1 + shrink, y - rise], [x2 - shrink, y - rise], [x2, y], [x1, y], x2 - x1, rise * 3)
  const edge = rr(x1, y - r * 0.3, x2 - x1, thick, [r * 0.4, r * 0.4, r, r])
  return [
    path(edge, lin('v', tone(color, 0.1), tone(color, -0.12), tone(color, -0.36))), grain(edge, color, { count: 4, op: 0.4, long: 0.25 }),
    planks(face, { count, color: tone(color, 0.12), spread: 0.035, gap: 0.035, lap: 0.07, grain: 7, over: top, radius: 0 }),
    path(top, lin('v', '#fff/.02', '#fff/.2')), inset(top, 0, -1.6, 1.1, '#ffffff', 0.75),
    path(edge, linU([x1, 0, x2, 0], [0, '#fff/.12'], [0.4, '#fff/0'], [1, `${DARK}/.26`])),
  ]
}

function table() {
  const c = WOOD
  const foot = (x, top, bottom, w, color) => leg([x, top], [x, bottom], w, w * 0.62, color)
  const apron = rr(40, 92, 420, 40, 2)
  return body(
    foot(92, 110, 300, 22, tone(c, -0.34)), foot(408, 110, 300, 22, tone(c, -0.38)),
    path(rr(84, 104, 332, 26), tone(c, -0.5)),
    wood(apron, tone(c, -0.08), { lo: 0.3 }), under(apron, 20, 0.6),
    foot(46, 92, 340, 34, c), foot(454, 92, 340, 34, tone(c, -0.06)),
    clip(rr(29, 90, 34, 60) + rr(437, 90, 34, 60), blur(5, path(rr(0, 84, 500, 16), DARK, { op: 0.55 }))),
    slab(8, 492, 78, 56, 19, c, { shrink: 40 }),
  )
}
function tableRound() {
  const c = '#b5713c'
  const column = lathe(250, [[26, 92], [24, 112], [14, 140], [12, 158], [20, 190], [25, 218], [17, 250], [21, 262], [21, 274], [26, 286], [26, 300]], 0.2)
  const claw = (x, y, s) => {
    const d = smooth([[250 - s * 12, 276, 1], [250 + s * 30, 284], [x - s * 30, y - 22], [x + s * 6, y - 6], [x + s * 12, y + 2], [x - s * 4, y + 5], [x - s * 36, y - 8], [250 + s * 20, 312], [250 - s * 12, 306, 1]])
    return path(d, lin('v', tone(c, 0.1), tone(c, -0.3))) + inset(d, 0, 3, 2, tone(c, 0.5), 0.5) + path(ell(x + s * 4, y + 1, 13, 6), knobPaint(c))
  }
  const knobPaint = (k) => rad([0.36, 0.3, 0.75], tone(k, 0.3), k, tone(k, -0.4))
  const rim = `${ell(250, 70, 236, 52)}`
  const edge = 'M14 70L14 84C14 112.7 119.7 136 250 136C380.3 136 486 112.7 486 84L486 70Z'
  const top = quad([-20, 16], [520, 16], [560, 124], [-60, 124], 620, 150)
  return body(
    claw(190, 318, -1), claw(310, 318, 1), turned(column, c, { finish: 'wood' }), claw(120, 336, -1), claw(380, 336, 1),
    clip(column.d, blur(7, path(ell(250, 108, 90, 26), DARK, { op: 0.6 }))),
    path(ell(250, 108, 168, 30), tone(c, -0.55)),
    path(edge, lin('h', [0, tone(c, -0.16)], [0.2, tone(c, 0.16)], [0.6, tone(c, -0.12)], [1, tone(c, -0.4)])), stroke('M16 92C22 112 130 129 250 129C370 129 478 112 484 92', `${tone(c, -0.5)}/.5`, 2.4), stroke('M16 89C22 109 130 126 250 126C370 126 478 109 484 89', `${tone(c, 0.4)}/.5`, 1.5),
    planks(top, { count: 6, color: tone(c, 0.14), spread: 0.035, gap: 0.03, lap: 0.06, grain: 7, over: rim, radius: 0 }),
    path(rim, lin('d', '#fff/.2', '#fff/0', `${DARK}/.14`)), inset(rim, 0, -1.8, 1.2, '#ffffff', 0.7),
  )
}
function desk() {
  const c = OAK
  const drawer = (x, y, w, h) => [wood(rr(x, y, w, h, 3), tone(c, 0.06), { count: 6 }), inset(rr(x, y, w, h, 3), -1, -1.5, 1, DARK, 0.2), path(rr(x + w / 2 - 17, y + h / 2 - 2, 34, 9, 4), `${DARK}/.3`), path(rr(x + w / 2 - 17, y + h / 2 - 5, 34, 9, 4), gilt('v'))]
  const side = rr(330, 88, 132, 214, 3)
  return body(
    leg([70, 110], [74, 286], 15, 11, tone(c, -0.4)), path(rr(56, 98, 280, 30), tone(c, -0.46)),
    leg([350, 290], [350, 326], 18, 12, tone(c, -0.16)), leg([446, 290], [446, 326], 18, 12, tone(c, -0.2)),
    wood(side, tone(c, -0.12), { upright: true }), drawer(340, 98, 112, 46), drawer(340, 152, 112, 66), drawer(340, 226, 112, 66),
    wood(rr(36, 88, 298, 42, 2), tone(c, -0.08)), drawer(76, 94, 214, 29),
    leg([46, 92], [40, 326], 27, 16, c), under(rr(28, 88, 436, 60), 18, 0.5),
    slab(8, 488, 76, 54, 17, c, { shrink: 38, count: 3 }),
  )
}
function chair() {
  const c = '#b06c3a'
  const seat = poly([[62, 196], [218, 196], [246, 246], [34, 246]], [10, 10, 18, 18])
  const post = (s) => smooth([[140 + s * 74, 204, 1], [140 + s * 81, 120], [140 + s * 92, 22, 1]], false)
  const spindle = (t) => [[140 + t * 58, 204], [140 + t * 76, 40]]
  const rail = smooth([[32, 26], [40, 8], [90, 14], [140, 16], [190, 14], [240, 8], [248, 26], [240, 52], [190, 60], [140, 62], [90, 60], [40, 52]])
  const seatEdge = 'M34.5 236C33 258 42 264 54 264L226 264C238 264 247 258 245.500 236Z'
  return body(
    leg([76, 214], [66, 348], 16, 11, tone(c, -0.36)), leg([204, 214], [214, 348], 16, 11, tone(c, -0.4)),
    bar([70, 304], [210, 304], 8, tone(c, -0.4)),
    [-0.8, -0.27, 0.27, 0.8].map((t) => leg(...spindle(t), 9, 8, tone(c, -0.1))),
    [-1, 1].map((s) => tube(post(s), 15, tone(c, -0.02))),
    wood(rail, c, { k: 3, count: 9 }), crease(rail, line([30, 60], [250, 60]), 4, 0.2),
    bar([44, 322], [74, 306], 7, tone(c, -0.22)), bar([236, 322], [206, 306], 7, tone(c, -0.3)),
    leg([52, 252], [34, 384], 21, 13, c), leg([228, 252], [246, 384], 21, 13, tone(c, -0.08)), bar([44, 330], [236, 330], 10, tone(c, -0.05)),
    path(seatEdge, lin('v', tone(c, 0.04), tone(c, -0.32))), grain(seatEdge, c, { count: 4, op: 0.3 }),
    wood(seat, tone(c, 0.1), { k: 2.4, count: 10 }), blur(7, path(ell(140, 222, 62, 13), DARK, { op: 0.16 })), inset(seat, 0, -2, 1.4, '#ffffff', 0.6),
    clip(seat, blur(2.4, [-0.8, -0.27, 0.27, 0.8, -1.25, 1.25].map((t) => path(ell(140 + t * 58, 205, 8, 4), DARK, { op: 0.5 })))),
  )
}
function stool() {
  const c = OAK
  const seat = ell(130, 40, 112, 32)
  const edge = 'M18 40L18 58C18 76 68 92 130 92C192 92 242 76 242 58L242 40Z'
  return body(
    leg([92, 70], [70, 268], 17, 12, tone(c, -0.36)), leg([168, 70], [190, 268], 17, 12, tone(c, -0.4)), bar([74, 232], [186, 232], 10, tone(c, -0.4)),
    bar([44, 232], [76, 216], 9, tone(c, -0.3)), bar([216, 232], [184, 216], 9, tone(c, -0.36)),
    leg([62, 78], [26, 304], 22, 14, c), leg([198, 78], [234, 304], 22, 14, tone(c, -0.1)), bar([42, 240], [218, 240], 11, tone(c, -0.05)),
    clip('M51 78L73 78L55 200L32 200ZM187 78L209 78L228 200L205 200ZM84 70L100 70L95 200L80 200ZM160 70L176 70L180 200L165 200Z', blur(6, path(ell(130, 86, 116, 20), DARK, { op: 0.6 }))),
    path(edge, lin('h', [0, tone(c, -0.2)], [0.22, tone(c, 0.14)], [0.6, tone(c, -0.14)], [1, tone(c, -0.42)])), grain(edge, c, { count: 4, op: 0.25 }),
    wood(seat, tone(c, 0.14), { k: 1.6, count: 11 }), blur(6, path(ell(136, 44, 74, 17), DARK, { op: 0.13 })), inset(seat, 0, -2, 1.3, '#ffffff', 0.65),
  )
}

/** A padded seat for one or more: back and arms about `seats` cushions. */
function padded(seats, c, { each = 118, arm = 54, tall = 130, foot = WALNUT, buttons = false } = {}) {
  const w = seats * each
  const [l, r] = [arm, arm + w]
  const floor = 300
  const back = smooth([[l - 26, 210, 1], [l - 24, 60], [l - 4, 24], [l + 40, 14], [(l + r) / 2, 10], [r - 40, 14], [r + 4, 24], [r + 24, 60], [r + 26, 210, 1]])
  const base = rr(l - 16, 226, w + 32, 60, 10)
  const armOf = (s) => {
    const x = s < 0 ? 0 : r - 4
    const d = smooth([[x + 8, 290, 1], [x + 4, 200], [x + 1, 152], [x + 10, 122], [x + 30, 112], [x + 50, 122], [x + 58, 152], [x + 54, 200], [x + 50, 290, 1]])
    const face = smooth([[x + 16, 280, 1], [x + 13, 200], [x + 11, 156], [x + 18, 132], [x + 31, 124], [x + 44, 132], [x + 48, 156], [x + 46, 200], [x + 43, 280, 1]])
    return [plush(d, c, { k: 11, hi: 0.26 }), path(face, lin('v', tone(c, 0.05), tone(c, -0.18))), inset(face, 0.8, 1.2, 1.2, tone(c, -0.6), 0.5), stroke(face, `${tone(c, 0.45)}/.6`, 1.8)]
  }
  const cushions = range(seats).map((i) => {
    const [x, gap] = [l + i * each, 1.5]
    const top = poly([[x + gap + 8, 172], [x + each - gap - 8, 172], [x + each - gap, 206], [x + gap, 206]], [8, 8, 10, 10])
    const front = smooth([[x + gap, 206], [x + gap + 5, 199], [x + each / 2, 195], [x + each - gap - 5, 199], [x + each - gap, 206], [x + each - gap - 1, 228], [x + each - gap - 8, 236], [x + each / 2, 238], [x + gap + 8, 236], [x + gap + 1, 228]])
    return [plush(top, tone(c, 0.14), { k: 9, core: 0.25 }), blur(6, path(ell(x + each / 2, 190, each * 0.3, 7), DARK, { op: 0.14 })), plush(front, tone(c, 0.03), { k: 8, hi: 0.3 }),
      stroke(smooth([[x + gap + 4, 204], [x + each / 2, 199], [x + each - gap - 4, 204]], false), `${tone(c, 0.5)}/.55`, 1.8), stroke(smooth([[x + gap + 6, 231], [x + each / 2, 234], [x + each - gap - 6, 231]], false), `${tone(c, -0.5)}/.5`, 1.6)]
  })
  const backs = range(seats).map((i) => {
    const [x, gap] = [l + i * each, 2]
    const d = padOutline(x + gap, 34, each - gap * 2, tall + 16, 0.025, 0.14)
    const [m, y] = [x + each / 2, 100]
    return [plush(d, tone(c, 0.05), { k: 15, hi: 0.24 }), clip(d, blur(8, path(ell(m, y + 10, each * 0.3, 34), '#ffffff', { op: 0.1 })), blur(9, path(ell(m, 184, each * 0.56, 24), DARK, { op: 0.42 })),
      buttons ? range(6).map((k) => { const [bx, by] = [m + ((k % 3) - 1) * each * 0.28 + (k > 2 ? each * 0.0 : 0), 74 + Math.floor(k / 3) * 46]; return blur(5, path(ell(bx, by, 12, 9), DARK, { op: 0.3 })) + path(ell(bx, by, 4.6, 4.4), rad([0.36, 0.3, 0.75], tone(c, 0.4), c, tone(c, -0.4))) }) : '')]
  })
  return [
    [[l - 6, 284], [r + 6, 284]].map(([x, y], i) => leg([x, y], [x + (i ? 5 : -5), floor + 22], 22, 13, foot)), [[l + 36, 284], [r - 36, 284]].map(([x, y]) => leg([x, y], [x, floor + 6], 14, 10, tone(foot, -0.4))),
    body(
      plush(back, tone(c, -0.06), { k: 16 }), backs, path(rr(l - 14, 170, w + 28, 66), tone(c, -0.5)), plush(base, tone(c, -0.08), { k: 9, lo: 0.28 }),
      cushions, clip(base, blur(5, path(rr(l - 10, 226, w + 20, 18), DARK, { op: 0.5 }))),
      clip(rr(l, 140, w, 145), blur(7, path(rr(l - 20, 168, 24, 140), DARK, { op: 0.36 }), path(rr(r - 6, 168, 24, 140), DARK, { op: 0.42 }))),
      armOf(-1), armOf(1),
    ),
  ]
}
const sofa = () => [padded(3, '#2f8f9d'), at(86, 106, 1, pillow('#f2a53a', -10)), at(352, 104, 1, pillow('#f4efe6', 12))]
function pillow(c, angle) {
  const d = padOutline(-34, -34, 68, 68, -0.05, 0.02)
  return keep(group([blur(4, path(padOutline(-30, -26, 66, 66), DARK, { op: 0.35 })), plush(d, c, { k: 11, hi: 0.25 }), clip(d, fold('M-30 -30C-16 -18 -12 -10 -10 -2', 3, { dark: 0.2 }), fold('M30 30C18 20 12 12 10 4', 3, { dark: 0.2 }), fold('M30 -30C20 -20 14 -12 12 -4', 3, { dark: 0.18 }))], { t: `translate(34 40) rotate(${angle})` }))
}
const armchair = () => padded(1, '#e08a3c', { each: 150, buttons: true })

function bed() {
  const [c, sheet, wooden] = ['#3f7fc4', '#f7f3ee', '#9a5f38']
  const back = (x, top, low, k) => wood(smooth([[x, top, 1], [x + 22, top - 34], [x + 50, top - 52], [x + 74, top - 52, 1], [x + 74, low - 56, 1], [x, low, 1]]), tone(wooden, k), { upright: true, k: 4, way: 'v' })
  const post = (x, top, low) => [wood(rr(x, top, 22, low - top, [4, 4, 2, 2]), wooden, { upright: true, k: 3 }), knob(x + 11, top - 8, 12, tone(wooden, 0.1)), path(rr(x - 3, top - 2, 28, 8, 3), lin('v', tone(wooden, 0.4), wooden, tone(wooden, -0.35)))]
  const rail = rr(60, 240, 446, 34, 4)
  const mattress = poly([[62, 176], [500, 176], [500, 244], [62, 244]], 10)
  const top = poly([[62, 184], [134, 128], [566, 128], [500, 184]], [4, 10, 14, 6])
  const cover = smooth([[222, 180], [262, 150], [292, 122, 1], [400, 116], [540, 119], [570, 124], [574, 134], [540, 160], [510, 186], [510, 250, 1], [470, 258], [430, 252], [380, 262], [310, 254], [250, 262, 1], [232, 244], [226, 206]])
  const hang = smooth([[224, 190, 1], [300, 188], [420, 190], [510, 184, 1], [510, 250, 1], [470, 258], [430, 252], [380, 262], [310, 254], [250, 262, 1], [232, 244]])
  const cuff = smooth([[198, 184], [244, 154], [270, 122, 1], [300, 119, 1], [278, 154], [248, 186], [250, 222], [260, 260, 1], [234, 260, 1], [210, 240], [200, 210]])
  const pad = (x, y, color) => {
    const d = smooth([[x, y + 46], [x + 4, y + 22], [x + 22, y - 4], [x + 46, y - 22], [x + 62, y - 26], [x + 74, y - 12], [x + 80, y + 10], [x + 66, y + 32], [x + 44, y + 50], [x + 16, y + 56]])
    return plush(d, color, { k: 11, hi: 0.3, lo: 0.1, core: 0.3 }) + clip(d, blur(5, path(ell(x + 40, y + 16, 18, 13), DARK, { op: 0.12 })), blur(2, stroke(smooth([[x + 8, y + 48], [x + 24, y + 36], [x + 32, y + 22]], false) + smooth([[x + 72, y - 8], [x + 58, y + 2], [x + 50, y + 10]], false), DARK, 3.4, { op: 0.16 })))
  }
  return [
    back(60, 84, 250, -0.1), path(top, lin('v', tone(sheet, 0), tone(sheet, -0.1))), plush(mattress, tone(sheet, -0.06), { k: 8, lo: 0.24 }), wood(rail, wooden, { k: 3 }), clip(rail, blur(6, path(rr(230, 230, 290, 36), DARK, { op: 0.5 }))),
    blur(5, path(ell(160, 172, 34, 12), DARK, { op: 0.2 })), keep(pad(112, 98, '#fdf6e6'), pad(78, 124, '#ffffff')),
    body(plush(cover, c, { k: 14, hi: 0.24, lo: 0.1 }), path(hang, lin('v', [0, `${DARK}/0`], [0.16, `${DARK}/.16`], [1, `${DARK}/.36`])),
      clip(cover, [282, 352, 424, 482].map((x, i) => fold(smooth([[x, 188], [x - 4 + i * 2, 222], [x - 12, 268]], false), 9, { dark: 0.3, light: 0.2 })), fold(smooth([[310, 170], [370, 160], [430, 166]], false), 8, { dark: 0.13, light: 0.2 }), fold(smooth([[430, 136], [480, 142], [530, 136]], false), 7, { dark: 0.12, light: 0.18 }),
        stroke(range(7).map((i) => smooth([[246 + i * 42, 270], [252 + i * 41, 190], [322 + i * 38, 118]], false)).join(''), `${tone(c, 0.45)}/.35`, 1.8), stroke([138, 162, 220, 242].map((y) => smooth([[200, y + 2], [360, y - 2], [560, y]], false)).join(''), `${tone(c, 0.45)}/.35`, 1.8))),
    keep(plush(cuff, '#fbf8f2', { k: 8, lo: 0.14, core: 0.35 })),
    back(510, 186, 300, 0.02), leg([576, 180], [576, 262], 14, 12, tone(wooden, -0.2)), post(42, 74, 306), post(494, 170, 306),
  ]
}

const SPINES = ['#c8453b', '#2f6fb2', '#e0a03a', '#3d8f62', '#7a4f9e', '#d9d2c4', '#23485f', '#b5533a', '#e88a9a', '#4aa3a8', '#8c3548', '#59748f']
/** Books on a shelf from x to right, standing on y. */
function bookRow(x, right, y, tall, { lean = true } = {}) {
  const out = []
  while (x < right - 9) {
    const w = Math.min(rand(9, 20), right - x)
    const h = tall * rand(0.68, 0.96)
    const c = pick(SPINES)
    const tilted = lean && x > right - 60 && right - x > 34
    const [l, t] = [x, y - h]
    const bands = pick([[0.1, 0.8], [0.14, 0.2, 0.82], [0.5], [0.12, 0.88, 0.3]])
    const one = group([
      path(rr(l, t, w, h, 1.8), lin('h', [0, tone(c, -0.12)], [0.25, tone(c, 0.25)], [0.6, c], [1, tone(c, -0.42)])),
      bands.map((b) => path(rr(l, t + h * b, w, Math.max(1.6, h * 0.025), 0.3), lin('h', '#ffe7a0', '#e2ac48', '#8f641f'))),
      rand() < 0.45 ? path(rr(l + w * 0.22, t + h * 0.34, w * 0.56, h * 0.22, 1), `#fff4d6/.8`) : '',
    ], tilted ? { t: `rotate(11 ${n(l + w)} ${n(y)}) translate(4 -2)` } : {})
    out.push(one)
    x += w + 0.8
    if (tilted) break
  }
  return keep(out)
}
function bookshelf() {
  const c = '#94592f'
  const shelves = [56, 144, 236, 328, 414]
  const cell = (i) => [shelves[i] - (i === 0 ? 38 : shelves[i] - shelves[i - 1] - 14), shelves[i]]
  const inner = rr(24, 20, 232, 394)
  const plant = [[196, 110, 11], [206, 104, 10], [186, 104, 9], [198, 96, 9]].map(([x, y, r]) => path(ell(x, y, r), ball('#5aa648'))).join('')
  return [
    body(wood(rr(4, 12, 272, 412, 5), c, { upright: true, k: 4 })), path(inner, lin('v', tone(c, -0.48), tone(c, -0.6))), clip(inner, grain(inner, tone(c, -0.5), { upright: true, count: 20, op: 0.25 })),
    bookRow(28, 252, 108, 74), bookRow(28, 150, 192, 72), bookRow(136, 252, 276, 72, { lean: false }), bookRow(28, 250, 360, 70),
    keep(turned(lathe(196, [[10, 164, 1], [16, 172], [17, 180], [11, 192]], 0.1), '#e9e2d4'), range(7).map((i) => path(smooth([[196, 166], [196 + (i - 3) * 7 - 3, 150 - (3 - Math.abs(i - 3)) * 6], [196 + (i - 3) * 9, 144 - (3 - Math.abs(i - 3)) * 7, 1], [196 + (i - 3) * 7 + 4, 154 - (3 - Math.abs(i - 3)) * 5]]), lin('v', '#7cc35c', '#3c7f35'))),
      path(ell(64, 244, 26), ball('#4b9fd0')), path('M48 232C56 222 66 226 70 234C66 242 60 240 58 248C50 250 46 240 48 232ZM72 246C80 240 88 246 84 256C78 264 70 256 72 246Z', '#7cc05a'), stroke('M44 222C30 240 36 268 62 274', '#c9933a', 3.4), path(rr(50, 272, 28, 5, 2), gilt()),
      [['#3d8f62', 84, 268], ['#c8453b', 96, 258]].map(([k, x, y]) => path(rr(x, y, 34, 9, 2), lin('v', tone(k, 0.25), tone(k, -0.3)))), ),
    body(
      [108, 192, 276, 360].map((y) => [path(rr(22, y, 236, 10), lin('v', tone(c, 0.28), tone(c, -0.05) )), path(rr(22, y + 5, 236, 6), lin('v', c, tone(c, -0.4))), clip(rr(24, y + 11, 232, 30), blur(6, path(rr(10, y + 4, 260, 15), DARK, { op: 0.55 })))]),
      clip(inner, blur(8, path(rr(0, 10, 34, 420), DARK, { op: 0.4 }), path(rr(10, 8, 260, 24), DARK, { op: 0.5 }), path(rr(250, 10, 20, 420), DARK, { op: 0.25 }))),
      wood(rr(4, 12, 22, 412, 3), c, { upright: true, k: 2 }), wood(rr(254, 12, 22, 412, 3), tone(c, -0.06), { upright: true, k: 2 }),
      wood(rr(4, 402, 272, 32, 3), tone(c, -0.03), { k: 2.4 }), wood(rr(-4, 2, 288, 20, 5), tone(c, 0.08), { k: 2.4 }),
    ),
    bookRow(28, 250, 402, 36, { lean: false }),
  ]
}
function rug() {
  const c = '#b8343c'
  const f = quad([76, 40], [484, 40], [560, 190], [0, 190], 400, 240)
  const frame = (m, color) => path(f.map(rr(m, m, 400 - 2 * m, 240 - 2 * m, m > 12 ? 3 : 1)), color)
  const rhomb = (x, y, w, h) => f.map(poly([[x - w, y], [x, y - h], [x + w, y], [x, y + h]]))
  const ringOf = (m, count, shape) => [range(count).map((i) => shape(m + ((400 - 2 * m) * (i + 0.5)) / count, m)), range(count).map((i) => shape(m + ((400 - 2 * m) * (i + 0.5)) / count, 240 - m)), range(Math.round(count * 0.55)).map((i) => shape(m, m + ((240 - 2 * m) * (i + 0.5)) / Math.round(count * 0.55))), range(Math.round(count * 0.55)).map((i) => shape(400 - m, m + ((240 - 2 * m) * (i + 0.5)) / Math.round(count * 0.55)))].flat().join('')
  const fringe = [0, 400].map((x) => stroke(range(60).map((i) => { const y = 2 + (i * 236) / 59; const [a, b] = [f.place(x, y), f.place(x + (x ? 13 : -13), y + rand(-1.5, 1.5))]; return line(a, b) }).join(''), '#efe2c4', 2)).join('')
  const sheen = f.outline
  return [
    fringe, path(f.map(rr(0, 4, 400, 241, 3)), tone(c, -0.6)),
    body(path(f.map(rr(0, 0, 400, 240, 2)), linU([0, 40, 0, 190], tone(c, -0.06), tone(c, 0.04)))),
    keep(path(f.map(rr(9, 9, 382, 222, 1)) + f.map(rr(12, 12, 376, 216, 1)), '#f0d9a4', { rule: true }), path(f.map(rr(32, 32, 336, 176, 1)) + f.map(rr(36, 36, 328, 168, 1)), '#f0d9a4', { rule: true }),
      path(ringOf(22, 17, (x, y) => rhomb(x, y, 8, 7)), '#f0d9a4'), path(ringOf(22, 17, (x, y) => rhomb(x, y, 4.4, 4)), '#27506b'),
      path(rhomb(200, 120, 118, 70), '#27425f'), path(rhomb(200, 120, 110, 65) + rhomb(200, 120, 104, 61), '#f0d9a4', { rule: true }), path(rhomb(200, 120, 74, 43), '#d9a441'), path(rhomb(200, 120, 62, 36), '#8f2430'), path(rhomb(200, 120, 34, 20), '#f0d9a4'), path(rhomb(200, 120, 20, 12), '#27425f'),
      path([[60, 60], [340, 60], [60, 180], [340, 180]].map(([x, y]) => rhomb(x, y, 20, 17)).join(''), '#27425f'), path([[60, 60], [340, 60], [60, 180], [340, 180]].map(([x, y]) => rhomb(x, y, 11, 9)).join(''), '#f0d9a4'),
      path([[110, 78], [290, 78], [110, 162], [290, 162], [200, 52], [200, 188], [68, 120], [332, 120]].map(([x, y]) => f.map(smooth(around(x, y, 7, 6, 8).map(([a, b], i) => [x + (a - x) * (i % 2 ? 0.45 : 1.2), y + (b - y) * (i % 2 ? 0.45 : 1.2)])))).join(''), '#e9b64f')),
    path(sheen, lin('v', [0, `${DARK}/.22`], [0.4, '#fff/.05'], [1, '#fff/.12'])), clip(sheen, stroke(range(46).map((i) => line(f.place(0, 3 + i * 5.2), f.place(400, 3 + i * 5.2))).join(''), `${DARK}/.09`, 1)),
    inset(sheen, 0, -2, 1.6, '#ffffff', 0.3),
  ]
}

/** A lamp shade: lit cloth about a bulb. */
function lampShade(cx, y, rt, rb, h, c) {
  const L = lathe(cx, [[rt, y, 1], [(rt + rb) / 2 - (rb - rt) * 0.06, y + h / 2], [rb, y + h, 1]], 0.16)
  const hole = ell(cx, y, rt * 0.96, rt * 0.16)
  return lit(body(
    path(L.d, lin('h', [0, tone(c, -0.3)], [0.2, tone(c, 0.1)], [0.42, tone(c, 0.42)], [0.7, c], [1, tone(c, -0.36)])),
    clip(L.d, blur(rb * 0.3, path(ell(cx, y + h * 0.72, rb * 0.6, h * 0.4), '#fff3c4', { op: 0.85 })), stroke(range(17).map((i) => line(L.place(-0.94 + i * 0.1175, y), L.place(-0.94 + i * 0.1175, y + h))).join(''), `${tone(c, -0.4)}/.22`, 1.3)),
    path(hole, lin('h', tone(c, -0.45), tone(c, -0.1))), stroke(ell(cx, y, rt, rt * 0.16), tone(c, 0.3), 2.2), stroke(smooth(L.arc(y + h - 2), false), tone(c, -0.2), 5, { cap: 'butt' }), stroke(smooth(L.arc(y + h - 3), false), tone(c, 0.35), 1.6, { cap: 'butt' }),
  ))
}
function floorLamp() {
  const base = lathe(110, [[9, 560], [14, 566], [58, 578], [62, 586], [62, 592]], 0.2)
  return [
    turned(lathe(110, [[5, 120], [5, 562]], 0.2), '#d3a04a', { finish: 'metal', fall: 0 }), turned(base, '#d3a04a', { finish: 'metal' }),
    [230, 420].map((y) => turned(lathe(110, [[5, y], [9, y + 5], [9, y + 9], [5, y + 14]], 0.2), '#d3a04a', { finish: 'metal', fall: 0 })),
    tube('M110 176L140 176L140 232', 1.6, '#d3a04a'), knob(140, 236, 4.5, GOLD), lampShade(110, 18, 62, 108, 146, '#f3dcae'),
    turned(lathe(110, [[2, 2], [5, 5], [3, 12], [3, 18]], 0.2), GOLD, { finish: 'metal', fall: 0 }),
  ]
}
function tableLamp() {
  const c = '#2f8f8a'
  const L = lathe(120, [[14, 190, 1], [20, 204], [52, 236], [60, 268], [46, 304], [26, 330], [30, 342, 1]], 0.2)
  return [
    turned(lathe(120, [[44, 338], [50, 346], [50, 356]], 0.22), '#d9a648', { finish: 'metal', fall: 0.2 }),
    turned(lathe(120, [[6, 150], [6, 182], [15, 188], [15, 196]], 0.2), '#d9a648', { finish: 'metal', fall: 0 }), body(turned(L, c)),
    lampShade(120, 14, 66, 112, 142, '#f6e2b6'), turned(lathe(120, [[3, 2], [6, 5], [3, 10], [3, 14]], 0.2), GOLD, { finish: 'metal', fall: 0 }),
  ]
}
function deskLamp() {
  const c = '#d8453c'
  const base = lathe(92, [[20, 300], [56, 310], [68, 320], [70, 330], [70, 336]], 0.24)
  const head = smooth([[150, 62], [172, 36], [200, 40], [248, 74], [276, 118], [274, 128, 1], [184, 164, 1], [170, 156], [150, 110]])
  return [
    body(turned(base, c)), path(ell(92, 298, 20, 6), chrome()),
    bar([92, 300], [44, 178], 8, '#c3c6d3'), bar([104, 298], [56, 176], 8, '#a9acbc'), bar([46, 184], [160, 78], 8, '#c3c6d3'), bar([56, 192], [168, 88], 8, '#a9acbc'),
    tube('M86 270C60 226 70 220 54 196', 2.6, '#8c90a2'), knob(50, 182, 14, '#c8ccd8'), path(ell(50, 182, 5), '#7f8396'),
    lit(path(smooth([[184, 162], [228, 158], [276, 124], [258, 152], [226, 170], [196, 172]]), '#fff6cf'), path(ell(232, 146, 26, 20), rad([0.5, 0.5, 0.5], '#ffffff', '#fff1b0', '#ffd866'))),
    body(path(head, linU([150, 120, 250, 60], tone(c, -0.34), tone(c, 0.02), tone(c, 0.26))), inset(head, 5, 6, 5, tone(c, 0.6), 0.5), inset(head, -4, -5, 5, tone(c, -0.6), 0.6), stroke('M183 163L275 126', tone(c, -0.4), 5), stroke('M182 161L274 124', tone(c, 0.4), 2), clip(head, blur(4, stroke('M186 62C206 66 232 88 246 108', '#ffffff', 8, { op: 0.55 })))),
    knob(164, 82, 11, '#c8ccd8'),
  ]
}
function clock() {
  const c = '#e9a63c'
  const hour = (i, a, b) => { const t = (i * Math.PI) / 6; return line([160 + a * Math.sin(t), 160 - a * Math.cos(t)], [160 + b * Math.sin(t), 160 - b * Math.cos(t)]) }
  const minute = (i) => { const t = (i * Math.PI) / 30; return line([160 + 112 * Math.sin(t), 160 - 112 * Math.cos(t)], [160 + 117 * Math.sin(t), 160 - 117 * Math.cos(t)]) }
  const hand = (deg, long, w, k) => group([path(poly([[160 - w, 180], [160 - w * 0.7, 160 - long + 8], [160, 160 - long], [160 + w * 0.7, 160 - long + 8], [160 + w, 180]], 3), k)], { t: `rotate(${deg} 160 160)` })
  return [
    body(path(ell(160, 160, 156), linU([60, 20, 270, 300], tone(c, 0.36), c, tone(c, -0.36))), inset(ell(160, 160, 156), 4, 5, 4, tone(c, 0.65), 0.7), inset(ell(160, 160, 156), -5, -6, 5, tone(c, -0.6), 0.6), path(ell(160, 160, 134), linU([70, 40, 250, 290], tone(c, -0.5), tone(c, -0.1), tone(c, 0.4)))),
    keep(path(ell(160, 160, 127), rad([0.42, 0.36, 0.7], '#fffdf6', '#f6efe0', '#dccfb8')), inset(ell(160, 160, 127), 5, 7, 5, DARK, 0.32),
      stroke(range(60).filter((i) => i % 5).map(minute).join(''), '#8a7a68', 1.8), stroke(range(12).map((i) => hour(i, i % 3 ? 102 : 94, 116)).join(''), '#4a3a3c', 7), stroke(range(4).map((i) => hour(i * 3, 94, 116)).join(''), '#4a3a3c', 10),
      blur(2, group([hand(305, 66, 7, `${DARK}/.35`), hand(62, 98, 5.4, `${DARK}/.35`)], { t: 'translate(3 5)' })), hand(305, 66, 7, lin('h', '#4d3d44', '#2c2129')), hand(62, 98, 5.4, lin('h', '#4d3d44', '#2c2129')), hand(178, 100, 1.8, '#d8423a'),
      knob(160, 160, 10, '#d8423a')),
    clip(ell(160, 160, 127), path('M60 120C80 60 140 26 210 40C150 54 96 90 76 170C62 160 56 140 60 120Z', '#fff/.34')),
  ]
}

export const drawings = {
  table, 'table-round': tableRound, desk, chair, stool, sofa, armchair, bed, bookshelf, rug, 'floor-lamp': floorLamp, 'table-lamp': tableLamp, 'desk-lamp': deskLamp, clock,
}

/**
 * Bodies of figures: upright, seen from the front, in a box of 100 x 232 with the chin at (50, 50) and the soles at 231.
 * Returns SVG: what lies behind the head (`back`), the body, and the definitions that both need.
 */
import { garments } from './garments.mjs'
import { SKIN, ball, fall, round, tone, veil } from './tones.mjs'

export const WIDTH = 100
export const HEIGHT = 232

/** Half widths of shoulders, waist and hips. */
export const BUILDS = {
  man: { shoulder: 26.5, waist: 19, hip: 20, arm: 15, leg: 19.5 },
  woman: { shoulder: 22.5, waist: 14.5, hip: 20, arm: 12.5, leg: 18.5 },
  child: { shoulder: 25, waist: 20, hip: 21, arm: 15.5, leg: 21 },
}

/**
 * outfit: { build, skin, top: { cut, color, sleeves, ... }, bottom: { cut, color }, shoes, pose, extras }
 * pose:   'rest', 'hip' (left hand on the hip), 'wave' (left arm up), 'sit'
 */
export function bodyOf(outfit) {
  const build = BUILDS[outfit.build ?? 'man']
  const skin = SKIN[outfit.skin] ?? outfit.skin
  const draw = new Drawer()
  const wear = garments(draw, { ...outfit, build, skinColor: skin })
  wear.back?.()
  neck(draw, skin)
  if (outfit.pose === 'sit') seatedLegs(draw, outfit, build, skin)
  else if (outfit.ghostly) wisp(draw, build, skin)
  else legs(draw, outfit, build, skin)
  if (wear.longCoat) wear.longCoat()
  torso(draw, outfit, build)
  wear.front?.()
  arms(draw, outfit, build, skin)
  wear.over?.()
  return { back: draw.behind, body: draw.parts, defs: draw.defs }
}

/** Collects parts and their definitions. */
export class Drawer {
  parts = ''
  behind = ''
  defs = ''
  use(made) {
    this.defs += made.defs
    return made.paint
  }
  add(text) {
    this.parts += text
  }
  /** A filled outline: plain colour by a shading function, with a role. */
  fill(d, made, role = 'keep', more = '') {
    this.add(`<path data-role="${role}" fill="${typeof made === 'string' ? made : this.use(made)}" d="${d}" ${more}/>`)
  }
  line(d, color, width, opacity = 1, role = 'keep') {
    this.add(`<path data-role="${role}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${opacity}" d="${d}"/>`)
  }
}

function neck(draw, skin) {
  draw.fill('M42.5 40h15v17c0 6-4 10-7.5 10s-7.5-4-7.5-10z', round(tone(skin, -0.12)))
  draw.fill('M42.5 46h15v6c-4 4-11 4-15 0z', veil(tone(skin, -0.6), 0.4, 50, 46, 50, 58))
}

export function torsoPath({ shoulder: s, waist: w, hip: h }, bottom = 141) {
  const [l, r] = [50 - s, 50 + s]
  return (
    `M${l} 73C${l} 64 ${50 - s * 0.66} 61 41 57.5C45 61.5 55 61.5 59 57.5C${50 + s * 0.66} 61 ${r} 64 ${r} 73` +
    `C${r - 0.5} 88 ${50 + w} 96 ${50 + w} 108C${50 + w} 120 ${50 + h} 124 ${50 + h} ${bottom}H${50 - h}C${50 - h} 124 ${50 - w} 120 ${50 - w} 108C${50 - w} 96 ${l + 0.5} 88 ${l} 73Z`
  )
}

const SKIRTED = new Set(['coat', 'robe', 'dress', 'kimono', 'habit', 'armor'])

/** To the waist only where a skirt of the same cloth goes on from there. */
const chestPath = ({ shoulder: s, waist: w }) =>
  `M${50 - s} 73C${50 - s} 64 ${50 - s * 0.66} 61 41 57.5C45 61.5 55 61.5 59 57.5C${50 + s * 0.66} 61 ${50 + s} 64 ${50 + s} 73C${50 + s - 0.5} 88 ${50 + w} 96 ${50 + w} 107.5H${50 - w}C${50 - w} 96 ${50 - s + 0.5} 88 ${50 - s} 73Z`

function torso(draw, { top }, build) {
  const d = SKIRTED.has(top.cut) ? chestPath(build) : torsoPath(build)
  draw.fill(d, round(top.color), 'body')
  // The arms and the chin keep light off the sides and the top.
  draw.fill(d, veil(tone(top.color, -0.85), 0.28, 50, 60, 50, 82), 'body')
  draw.fill(d, veil(tone(top.color, -0.9), 0.3, 50, 146, 50, 118), 'body')
}

/** Arms as thick bent lines: sleeve, bare part, hand. */
function arms(draw, { pose, top, gloves, bareArms }, build, skin) {
  const { shoulder, arm } = build
  const x = shoulder - arm * 0.36
  const shapes = {
    rest: (side) => ({ d: `M${50 + side * x} 72C${50 + side * (x + 5)} 86 ${50 + side * (x + 5.5)} 98 ${50 + side * (x + 4)} 112C${50 + side * (x + 3.4)} 120 ${50 + side * (x + 2)} 126 ${50 + side * (x + 1)} 131`, hand: [50 + side * (x + 0.6), 137], turn: side * 6 }),
    hip: (side) => ({ d: `M${50 + side * x} 72C${50 + side * (x + 8)} 82 ${50 + side * (x + 14)} 92 ${50 + side * (x + 13)} 99C${50 + side * (x + 8)} 108 ${50 + side * (x + 2)} 112 ${50 + side * (build.waist + 2)} 116`, hand: [50 + side * (build.waist + 0.5), 118], turn: side * 60 }),
    wave: (side) => ({ d: `M${50 + side * x} 72C${50 + side * (x + 9)} 80 ${50 + side * (x + 15)} 82 ${50 + side * (x + 17)} 78C${50 + side * (x + 19)} 68 ${50 + side * (x + 19.5)} 60 ${50 + side * (x + 20)} 52`, hand: [50 + side * (x + 20.4), 45], turn: 180 + side * 8 }),
    hold: (side) => ({ d: `M${50 + side * x} 72C${50 + side * (x + 7)} 86 ${50 + side * (x + 8)} 98 ${50 + side * (x + 6)} 107C${50 + side * (x + 8)} 108 ${50 + side * (x + 7)} 106 ${50 + side * (x + 9)} 102`, hand: [50 + side * (x + 10), 97], turn: side * 160 }),
  }
  const poses = { rest: ['rest', 'rest'], hip: ['hip', 'rest'], wave: ['wave', 'rest'], sit: ['rest', 'rest'], hold: ['rest', 'hold'] }[pose ?? 'rest']
  for (const [side, name] of [[-1, poses[0]], [1, poses[1]]]) {
    const { d, hand, turn } = shapes[name](side)
    const bare = arm * 0.8
    drawHand(draw, hand, turn, gloves ?? skin, arm, side)
    if (top.sleeves !== 'long') limb(draw, d, bareArms ?? skin, bare, 'keep')
    if (top.sleeves === 'long') limb(draw, d, top.sleeveColor ?? top.color, arm * 1.02, 'body', top.cuff)
    else if (top.sleeves !== 'none') limb(draw, shortened(d), top.sleeveColor ?? top.color, arm * 1.14, 'body')
  }
}

/** The first third of an arm's line. */
function shortened(d) {
  const numbers = d.match(/-?[\d.]+/g).map(Number)
  const [x0, y0, x1, y1, x2, y2, x3, y3] = numbers
  const t = y3 < y0 ? 0.62 : 0.6
  const mix = (a, b) => a + (b - a) * t
  const [ax, ay, bx, by, cx, cy] = [mix(x0, x1), mix(y0, y1), mix(x1, x2), mix(y1, y2), mix(x2, x3), mix(y2, y3)]
  const [dx, dy, ex, ey] = [mix(ax, bx), mix(ay, by), mix(bx, cx), mix(by, cy)]
  return `M${x0} ${y0}C${ax} ${ay} ${dx} ${dy} ${mix(dx, ex)} ${mix(dy, ey)}`
}

function limb(draw, d, color, width, role, cuff) {
  const [x0, y0, ...rest] = d.match(/-?[\d.]+/g).map(Number)
  const [ex, ey] = rest.slice(-2)
  draw.line(d, tone(color, -0.26), width, 1, role)
  const shifted = `translate(${-width * 0.07} ${-width * 0.03})`
  draw.add(`<path data-role="${role}" transform="${shifted}" fill="none" stroke="${color}" stroke-width="${width * 0.82}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`)
  draw.add(`<g filter="url(#soft2)"><path data-role="${role}" transform="translate(${-width * 0.17} ${-width * 0.04})" fill="none" stroke="${tone(color, 0.22)}" stroke-opacity=".75" stroke-width="${width * 0.3}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/></g>`)
  if (cuff) {
    const [px, py] = rest.slice(-4, -2)
    const length = Math.hypot(ex - px, ey - py) || 1
    const [ux, uy] = [(ex - px) / length, (ey - py) / length]
    draw.line(`M${ex - uy * width * 0.36 + ux * width * 0.3} ${ey + ux * width * 0.36 + uy * width * 0.3}L${ex + uy * width * 0.36 + ux * width * 0.3} ${ey - ux * width * 0.36 + uy * width * 0.3}`, cuff, width * 0.26)
  }
  void x0
  void y0
}

function drawHand(draw, [x, y], turn, color, arm, side) {
  const r = arm * 0.44
  draw.add(`<g transform="translate(${x} ${y}) rotate(${turn})">`)
  draw.fill(`M${-r * 0.8} ${-r * 1.5}C${-r * 1.25} ${-r * 0.4} ${-r * 1.15} ${r * 1.2} ${-r * 0.45} ${r * 1.5}C${-r * 0.1} ${r * 1.65} ${r * 0.3} ${r * 1.6} ${r * 0.55} ${r * 1.4}C${r * 1.2} ${r * 0.9} ${r * 1.2} ${-r * 0.4} ${r * 0.8} ${-r * 1.5}Z`, ball(color))
  draw.fill(`M${-side * r * 0.5} ${-r * 0.5}C${-side * r * 1.5} ${-r * 0.2} ${-side * r * 1.55} ${r * 0.6} ${-side * r * 1.15} ${r * 0.95}C${-side * r * 0.8} ${r * 1.15} ${-side * r * 0.6} ${r * 0.7} ${-side * r * 0.5} ${r * 0.3}Z`, ball(tone(color, -0.03)))
  for (const k of [-0.2, 0.25]) draw.line(`M${k * r * 1.2} ${r * 0.85}L${k * r} ${r * 1.45}`, tone(color, -0.35), r * 0.1, 0.5)
  draw.add('</g>')
}

function legPath(side, { hip, leg }, top, ankle = 213) {
  const inner = 50 + side * 1.2
  const outer = 50 + side * hip
  const ax = 50 + side * (hip * 0.62)
  const half = leg * 0.36
  return `M${inner} ${top}L${outer} ${top}C${outer + side * 0.5} ${top + 30} ${ax + side * (half + 1.5)} ${ankle - 34} ${ax + side * half} ${ankle}H${ax - side * half}C${ax - side * (half - 0.5)} ${ankle - 36} ${inner + side * 0.5} ${top + 34} ${inner} ${top}Z`
}

function legs(draw, { bottom, shoes, skin: _name, bareLegs, socks }, build, skin) {
  const { cut = 'trousers', color = '#4a5878' } = bottom ?? {}
  const top = 132
  const bare = bareLegs ?? skin
  for (const side of [-1, 1]) {
    if (cut !== 'trousers') draw.fill(legPath(side, { ...build, leg: build.leg * 0.86, hip: build.hip * 0.9 }, top), round(bare))
    if (socks) {
      const x = 50 + side * build.hip * 0.59
      const half = build.leg * 0.36
      draw.fill(`M${x - half - 1} 178C${x - half} 176.5 ${x + half} 176.5 ${x + half + 1} 178L${x + half * 0.95} 214H${x - half * 0.95}Z`, round(socks))
      draw.line(`M${x - half} 182.5q${half} 2 ${2 * half} 0`, tone(socks, -0.3), 1, 0.5)
    }
    shoe(draw, side, build, shoes ?? '#4b3b46')
    if (cut === 'trousers') {
      draw.fill(legPath(side, { ...build, leg: build.leg * 1.12 }, top, 217), round(color), 'none')
      const x = 50 + side * build.hip * 0.6
      draw.line(`M${x - 6} 172q6 3 12 0M${x - 6} 208q6 3 11 .5`, tone(color, -0.5), 0.9, 0.35)
      draw.fill(legPath(side, { ...build, leg: build.leg * 1.12 }, top, 217), veil(tone(color, -0.8), 0.4, 50, 132, 50, 160))
    }
    if (cut === 'shorts') {
      const o = 50 + side * (build.hip + 0.4)
      draw.fill(`M${50 + side * 0.6} ${top}H${o}C${o + side} 148 ${o} 160 ${o - side} 172C${50 + side * 12} 175 ${50 + side * 6} 174 ${50 + side * 2.4} 171Z`, round(color), 'none')
    }
  }
  if (cut === 'skirt') {
    const h = build.hip
    draw.fill(`M${50 - h} 126C${50 - h - 3} 146 ${50 - h - 9} 164 ${50 - h - 11} 176C${50 - 12} 182 62 182 ${50 + h + 11} 176C${50 + h + 9} 164 ${50 + h + 3} 146 ${50 + h} 126Z`, round(color), 'none')
    for (const k of [-0.6, -0.2, 0.25, 0.65]) draw.line(`M${50 + k * h} 138Q${50 + k * (h + 3)} 160 ${50 + k * (h + 10)} 176`, tone(color, -0.45), 1.2, 0.35)
  }
}

/** A body that ends in smoke. */
function wisp(draw, { hip }, color) {
  draw.fill(`M${50 - hip} 128C${50 - hip - 2} 156 40 172 44 190C47 202 62 204 62 214C62 222 50 224 42 220C52 232 76 228 74 210C72 196 60 192 60 178C60 164 ${50 + hip + 2} 152 ${50 + hip} 128Z`, round(color))
}

function shoe(draw, side, { hip }, color) {
  const x = 50 + side * (hip * 0.62 + 1.5)
  const at = (dx) => x + side * dx
  draw.fill(`M${at(-6.6)} 211C${at(-7.6)} 218 ${at(-9.4)} 221 ${at(-9.2)} 226C${at(-9)} 229 ${at(-7)} 230 ${at(-4)} 230H${at(8)}C${at(13.5)} 230 ${at(14.6)} 226 ${at(12)} 222.4C${at(9.4)} 219 ${at(7.2)} 217 ${at(6.8)} 211Z`, ball(color))
  draw.fill(`M${at(-9.3)} 226.6C${at(-4)} 228.4 ${at(8)} 228.6 ${at(13.6)} 226.4C${at(14)} 229.6 ${at(12)} 231.4 ${at(8.6)} 231.4H${at(-5)}C${at(-8)} 231.4 ${at(-9.8)} 230 ${at(-9.3)} 226.6Z`, tone(color, -0.42))
  draw.line(`M${at(-5.4)} 215.4C${at(-1)} 217.4 ${at(3)} 217.4 ${at(6.6)} 215`, tone(color, -0.4), 0.9, 0.5)
}

function seatedLegs(draw, { bottom, shoes }, build, skin) {
  const { cut = 'trousers', color = '#4a5878' } = bottom ?? {}
  const cloth = cut === 'trousers' || cut === 'skirt' ? color : skin
  for (const side of [-1, 1]) {
    const x = 50 + side * (build.hip * 0.62)
    const w = build.leg * 0.5
    draw.fill(`M${x - w} 150V184H${x + w}V150Z`, round(cut === 'trousers' ? color : skin), cut === 'trousers' ? 'none' : 'keep')
    draw.add(`<g transform="translate(0 -41)">`)
    shoe(draw, side, build, shoes ?? '#4b3b46')
    draw.add('</g>')
    draw.fill(`M${50 + side} 128H${x + side * (w + 1)}C${x + side * (w + 4)} 140 ${x + side * (w + 3)} 158 ${x + side * w * 0.8} 162C${x - side * w * 0.4} 165 ${50 + side * 2} 160 ${50 + side} 146Z`, ball(cloth), cut === 'trousers' ? 'none' : 'keep')
  }
}

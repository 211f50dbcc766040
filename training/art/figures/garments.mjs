/** What is worn over the plain torso: each cut adds its collar, seams, straps and tails. */
import { torsoPath } from './body.mjs'
import { ball, clip, fall, round, tone, veil } from './tones.mjs'

/** Functions that draw behind the body, over the torso and over the arms, for an outfit. */
export function garments(draw, outfit) {
  const { top, extras = [], cape, cloak } = outfit
  const steps = { front: [], over: [], back: [] }
  const cut = CUTS[top.cut ?? 'plain']
  if (cut === undefined) throw new Error(`there is no cut "${top.cut}"`)
  const made = cut(draw, outfit)
  const list = [made, ...extras.map((name) => EXTRAS[name.split(':')[0]](draw, outfit, name.split(':')[1]))]
  for (const part of list) for (const key of ['front', 'over', 'back']) if (part[key]) steps[key].push(part[key])
  if (cape ?? cloak) steps.back.push(() => drawCape(draw, outfit, cape ?? cloak))
  const run = (key) => () => steps[key].forEach((step) => step())
  return { back: run('back'), front: run('front'), over: run('over'), longCoat: made.longCoat }
}

const inside = (draw, outfit, drawAll, bottom) => {
  const area = clip(torsoPath(outfit.build, bottom))
  draw.defs += area.defs
  draw.add(`<g clip-path="${area.reference}">`)
  drawAll()
  draw.add('</g>')
}

function drawCape(draw, { build }, color) {
  const s = build.shoulder
  draw.fill(`M${50 - s * 0.6} 62C${50 - s - 14} 100 ${50 - s - 22} 160 ${50 - s - 20} 208C${50 - 20} 218 70 218 ${50 + s + 20} 208C${50 + s + 22} 160 ${50 + s + 14} 100 ${50 + s * 0.6} 62Z`, round(tone(color, -0.14), { strength: 1.2 }), 'body')
  for (const k of [-0.75, -0.4, 0, 0.4, 0.75]) draw.line(`M${50 + k * s} 90Q${50 + k * (s + 12)} 150 ${50 + k * (s + 18)} 209`, tone(color, -0.5), 2, 0.3)
}

const collarless = (draw, { top, build }) => {
  draw.line('M41 58C45 66.5 55 66.5 59 58', tone(top.color, -0.28), 2.2, 0.9)
  void build
}
const hem = (draw, { top, build }, y = 140) => draw.line(`M${50 - build.hip + 1} ${y}H${50 + build.hip - 1}`, tone(top.color, -0.4), 1.2, 0.5)
const folds = (draw, { top, build }) => {
  const w = build.waist
  draw.line(`M${50 - w + 1} 106q6 5 11 4M${50 + w - 1} 110q-6 5 -10 4M${50 - w + 2} 121q8 4 14 2`, tone(top.color, -0.5), 1, 0.32)
}
function lapels(draw, color, shirt, tie, open = 104) {
  draw.fill(`M41.5 57L50 ${open}L58.5 57C54 61 46 61 41.5 57Z`, fall(shirt, 0.1, -0.16))
  if (tie) {
    draw.fill(`M47.6 61.5H52.4L51.6 66.5L53.6 ${open - 10}L50 ${open - 4}L46.4 ${open - 10}L48.4 66.5Z`, fall(tie, 0.18, -0.25), 'none')
    draw.fill('M43.6 58.4L49.9 62.4L46.4 67.4Z', tone(shirt, 0.2))
    draw.fill('M56.4 58.4L50.1 62.4L53.6 67.4Z', tone(shirt, -0.06))
  }
  draw.fill(`M41.2 57L50 ${open}L37.5 84L42 80L36.8 74C37 66 38.5 61 41.2 57Z`, fall(tone(color, 0.1), 0.1, -0.2), 'body')
  draw.fill(`M58.8 57L50 ${open}L62.5 84L58 80L63.2 74C63 66 61.5 61 58.8 57Z`, fall(tone(color, -0.1), 0.02, -0.25), 'body')
  draw.line(`M50 ${open}V140`, tone(color, -0.5), 1, 0.6)
}
const buttons = (draw, color, from, to, count, x = 50) => {
  for (let i = 0; i < count; i++) {
    const y = from + ((to - from) * i) / Math.max(1, count - 1)
    draw.add(`<circle data-role="keep" cx="${x}" cy="${y}" r="1.5" fill="${color}"/><circle data-role="keep" cx="${x - 0.4}" cy="${y - 0.5}" r=".5" fill="#fff" fill-opacity=".6"/>`)
  }
}
const belt = (draw, { build }, color, y = 122, buckle = '#d9b25a') => {
  const w = build.waist + (build.hip - build.waist) * 0.75
  draw.fill(`M${50 - w} ${y}H${50 + w}L${50 + w + 0.6} ${y + 6}H${50 - w - 0.6}Z`, round(color))
  draw.add(`<rect data-role="keep" x="46.5" y="${y - 0.6}" width="7" height="7.2" rx="1.2" fill="none" stroke="${buckle}" stroke-width="1.6"/>`)
}
/** From the waist to the ankles or the knees, wide. */
function gown(draw, { build, top }, bottom, wide, color = top.color, role = 'body') {
  const w = build.waist
  const d = `M${50 - w} 104C${50 - w - 2} 124 ${50 - wide + 2} ${bottom - 50} ${50 - wide} ${bottom}C${50 - wide * 0.4} ${bottom + 5} ${50 + wide * 0.4} ${bottom + 5} ${50 + wide} ${bottom}C${50 + wide - 2} ${bottom - 50} ${50 + w + 2} 124 ${50 + w} 104Z`
  draw.fill(d, round(color), role)
  for (const k of [-0.7, -0.35, 0.05, 0.4, 0.72]) draw.line(`M${50 + k * w * 0.8} 118Q${50 + k * wide * 0.72} ${(bottom + 118) / 2} ${50 + k * wide * 0.94} ${bottom}`, tone(color, -0.45), 1.6, 0.3, role)
  draw.fill(d, veil(tone(color, -0.85), 0.3, 50, bottom + 5, 50, bottom - 46), role)
}

const CUTS = {
  plain: (draw, o) => ({ front: () => { collarless(draw, o); folds(draw, o); hem(draw, o) } }),
  stripes: (draw, o) => ({
    front: () => {
      inside(draw, o, () => { for (let y = 68; y < 140; y += 11) draw.line(`M10 ${y}q40 6 80 0`, o.top.color2 ?? '#fff', 4.4, 0.9, 'none') })
      collarless(draw, o)
      hem(draw, o)
    },
  }),
  sweater: (draw, o) => ({
    front: () => {
      draw.line('M41.5 57.5C45 64 55 64 58.5 57.5', tone(o.top.color, 0.12), 5, 1, 'body')
      draw.line('M41.5 60.5C45 67.5 55 67.5 58.5 60.5', tone(o.top.color, -0.3), 1, 0.7)
      inside(draw, o, () => {
        draw.fill(`M20 134h60v8H20z`, tone(o.top.color, -0.12), 'body')
        for (let x = 24; x < 78; x += 3.4) draw.line(`M${x} 134.5v6`, tone(o.top.color, -0.35), 0.8, 0.6)
      })
      folds(draw, o)
    },
  }),
  shirt: (draw, o) => ({
    front: () => {
      draw.line('M50 66V140', tone(o.top.color, -0.35), 1, 0.6)
      buttons(draw, tone(o.top.color, 0.45), 74, 130, 5)
      draw.fill('M41.5 56L50 64L44.5 71.5L38.5 60Z', fall(tone(o.top.color, 0.16), 0.1, -0.12), 'body')
      draw.fill('M58.5 56L50 64L55.5 71.5L61.5 60Z', fall(tone(o.top.color, 0.06), 0.05, -0.16), 'body')
      folds(draw, o)
      hem(draw, o)
    },
  }),
  vest: (draw, o) => ({
    front: () => {
      draw.fill('M41.5 57L50 96L58.5 57C54 61 46 61 41.5 57Z', fall(o.top.shirt ?? '#f1eef6', 0.1, -0.16))
      draw.line('M50 96V140', tone(o.top.color, -0.5), 1, 0.6)
      buttons(draw, '#e8d9a8', 102, 132, 4)
    },
  }),
  suit: (draw, o) => ({ front: () => { lapels(draw, o.top.color, o.top.shirt ?? '#f3f0f8', o.top.tie ?? '#b3303f'); buttons(draw, tone(o.top.color, -0.5), 112, 126, 2) } }),
  tuxedo: (draw, o) => ({
    front: () => {
      lapels(draw, o.top.color, '#f6f3fb', null, 108)
      buttons(draw, '#2a2333', 76, 98, 3)
      draw.fill('M50 62.5L42.5 58.5V67.5ZM50 62.5L57.5 58.5V67.5Z', fall(o.top.tie ?? '#2a2038', 0.2, -0.2), 'none')
      draw.add('<circle cx="50" cy="63" r="1.8" fill="#4a3a5c"/>')
    },
  }),
  coat: (draw, o) => ({
    longCoat: () => gown(draw, o, 184, o.build.hip + 6),
    front: () => { lapels(draw, o.top.color, o.top.shirt ?? '#9fc2e8', o.top.tie, 98); draw.line('M50 98V182', tone(o.top.color, -0.45), 1, 0.6) },
  }),
  robe: (draw, o) => ({
    longCoat: () => gown(draw, o, 219, o.build.hip + 16),
    front: () => {
      draw.line('M41.5 58L50 78L58.5 58', tone(o.top.color, 0.3), 3, 0.9)
      if (o.top.belt) belt(draw, o, o.top.belt, 110, o.top.buckle ?? '#e0bd62')
    },
  }),
  dress: (draw, o) => ({
    longCoat: () => gown(draw, o, o.top.length ?? 172, o.build.hip + (o.top.wide ?? 14)),
    front: () => {
      collarless(draw, o)
      const w = o.build.waist
      draw.fill(`M${50 - w - 0.4} 103.5H${50 + w + 0.4}V108.5H${50 - w - 0.4}Z`, round(o.top.sash ?? tone(o.top.color, -0.25)), o.top.sash ? 'none' : 'body')
    },
  }),
  uniform: (draw, o) => ({
    front: () => {
      draw.line('M50 62V140', tone(o.top.color, -0.45), 1, 0.7)
      buttons(draw, '#f0c94f', 72, 116, 4)
      draw.fill('M41.5 56L50 63L45 70.5L38.5 60Z', tone(o.top.color, 0.14), 'body')
      draw.fill('M58.5 56L50 63L55 70.5L61.5 60Z', tone(o.top.color, 0.02), 'body')
      for (const x of [34, 57]) {
        draw.add(`<rect data-role="body" x="${x}" y="80" width="9.5" height="10" rx="1.4" fill="${tone(o.top.color, -0.1)}" stroke="${tone(o.top.color, -0.4)}" stroke-width=".7"/>`)
        draw.line(`M${x} 83.4h9.5`, tone(o.top.color, -0.45), 0.8, 0.8)
      }
      if (o.top.badge) draw.fill('M58.5 72.5l4 -1.6 4 1.6c0 5-1.6 7.4-4 8.8-2.4-1.4-4-3.8-4-8.8z', fall(o.top.badge, 0.3, -0.2))
      belt(draw, o, o.top.belt ?? '#2c2533')
    },
  }),
  overalls: (draw, o) => ({
    front: () => {
      const color = o.bottom.color
      inside(draw, o, () => {
        draw.fill('M34 86H66V108L80 112V146H20V112L34 108Z', round(color), 'none')
        draw.fill('M36 56L44 56L42 90H36Z', tone(color, 0.05), 'none')
        draw.fill('M64 56L56 56L58 90H64Z', tone(color, -0.1), 'none')
        draw.add(`<rect x="41" y="94" width="18" height="14" rx="2" fill="${tone(color, -0.08)}" stroke="${tone(color, -0.4)}" stroke-width=".8"/>`)
      }, 141)
      buttons(draw, '#e6c15c', 89, 89, 1, 39)
      buttons(draw, '#e6c15c', 89, 89, 1, 61)
      draw.line('M41 58C45 65 55 65 59 58', tone(o.top.color, -0.3), 1.6, 0.8)
    },
  }),
  apron: (draw, o) => ({
    front: () => { CUTS.shirt(draw, o).front() },
    over: () => {
      const color = o.top.apron ?? '#f4f1f8'
      draw.fill(`M38 78H62L64 104L${50 + o.build.hip + 1} 112V166C60 172 40 172 ${50 - o.build.hip - 1} 166V112L36 104Z`, round(color), 'none')
      draw.line('M39 78C39 68 40 62 42.5 58M61 78C61 68 60 62 57.5 58', tone(color, -0.1), 2.2)
      draw.add(`<rect x="40" y="126" width="20" height="15" rx="2" fill="${tone(color, -0.05)}" stroke="${tone(color, -0.3)}" stroke-width=".8"/>`)
      draw.line(`M${50 - o.build.waist - 2} 109H${50 + o.build.waist + 2}`, tone(color, -0.2), 2.2)
    },
  }),
  chef: (draw, o) => ({
    front: () => {
      draw.line('M56 64V140', tone(o.top.color, -0.35), 1, 0.6)
      for (const y of [78, 92, 106, 120]) for (const x of [43.5, 56.5]) draw.add(`<circle data-role="keep" cx="${x}" cy="${y}" r="1.9" fill="#5b5468"/>`)
    },
    over: () => {
      draw.fill(`M${50 - o.build.hip - 1} 120H${50 + o.build.hip + 1}V172C60 177 40 177 ${50 - o.build.hip - 1} 172Z`, round('#f7f5fb'), 'none')
      draw.line(`M${50 - o.build.hip} 121H${50 + o.build.hip}`, '#cfc8da', 2.4)
    },
  }),
  armor: (draw, o) => ({
    longCoat: () => gown(draw, o, 158, o.build.hip + 5, o.top.tabard ?? '#7d2f3f', 'none'),
    front: () => {
      draw.line('M50 64V104', tone(o.top.color, 0.4), 2, 0.8)
      draw.line(`M${50 - o.build.shoulder + 4} 84Q50 100 ${50 + o.build.shoulder - 4} 84`, tone(o.top.color, -0.5), 1.4, 0.7)
      inside(draw, o, () => { for (const y of [110, 119, 128]) draw.line(`M20 ${y}Q50 ${y + 6} 80 ${y}`, tone(o.top.color, -0.5), 1.3, 0.7) })
      belt(draw, o, '#5a3a26', 122)
    },
    over: () => {
      for (const side of [-1, 1]) draw.fill(`M${50 + side * (o.build.shoulder - 9)} 62C${50 + side * (o.build.shoulder + 4)} 60 ${50 + side * (o.build.shoulder + 9)} 70 ${50 + side * (o.build.shoulder + 6)} 83C${50 + side * (o.build.shoulder - 2)} 82 ${50 + side * (o.build.shoulder - 8)} 76 ${50 + side * (o.build.shoulder - 9)} 62Z`, ball(tone(o.top.color, 0.08)), 'body')
    },
  }),
  spacesuit: (draw, o) => ({
    front: () => {
      draw.line(`M${50 - o.build.waist} 112H${50 + o.build.waist}`, '#9a94b0', 3)
      draw.add('<rect data-role="keep" x="38" y="80" width="24" height="19" rx="3" fill="#bdb6cc" stroke="#8d86a2" stroke-width=".8"/>')
      for (const [x, c] of [[43, '#3c8de0'], [50, '#e8485e'], [57, '#f2c84b']]) draw.add(`<circle data-role="keep" cx="${x}" cy="86" r="2.2" fill="${c}"/>`)
      draw.add('<rect data-role="keep" x="41" y="91.5" width="18" height="4" rx="1.4" fill="#6b6482"/>')
      draw.line('M39 96C34 104 34 116 40 122M61 96C66 104 66 116 60 122', '#8d86a2', 2.2, 0.9)
      draw.add('<ellipse data-role="keep" cx="50" cy="60" rx="17" ry="5.4" fill="#cfc9dc"/><ellipse data-role="keep" cx="50" cy="59" rx="14" ry="4" fill="#8f88a4"/>')
    },
    back: () => draw.fill(`M${50 - o.build.shoulder - 3} 66H${50 + o.build.shoulder + 3}V122H${50 - o.build.shoulder - 3}Z`, round('#cbc5da')),
  }),
  kimono: (draw, o) => ({
    longCoat: () => gown(draw, o, o.top.length ?? 206, o.build.hip + 6),
    front: () => {
      draw.line('M58.5 57.5L44 100', tone(o.top.color, 0.5), 4, 1)
      draw.line('M41.5 57.5L50 78', tone(o.top.color, 0.5), 4, 1)
      const w = o.build.waist + 1.5
      draw.fill(`M${50 - w} 100H${50 + w}V117H${50 - w}Z`, round(o.top.belt ?? '#2d2a3a'), 'none')
    },
  }),
  habit: (draw, o) => ({ longCoat: () => gown(draw, o, 220, o.build.hip + 12), front: () => draw.fill('M34 58C42 70 58 70 66 58C66 78 58 84 50 84S34 78 34 58Z', fall('#f5f2fa', 0.1, -0.12)) }),
  tail: (draw, o) => ({ front: () => collarless(draw, o) }),
}

const EXTRAS = {
  belt: (draw, o, color) => ({ front: () => belt(draw, o, color ?? '#4a3026') }),
  stethoscope: (draw) => ({ over: () => { draw.line('M43 60C41 76 44 88 50 91M57 60C59 74 57 84 56 90', '#4a4360', 2.4); draw.add('<circle data-role="keep" cx="56" cy="93" r="3.6" fill="#3a9ae0"/><circle data-role="keep" cx="56" cy="93" r="1.6" fill="#bfe3ff"/>') } }),
  badge: (draw) => ({ over: () => draw.add('<path data-role="keep" fill="#f4c63d" d="M58 76l4-2 4 2c0 5-1.6 7.6-4 9-2.4-1.4-4-4-4-9z"/>') }),
  scarf: (draw, o, color) => ({ over: () => draw.fill('M38 55C44 63 56 63 62 55C64 60 63 64 60 66C54 70 46 70 40 66C37 64 36 60 38 55ZM54 66L60 64L64 96L55 97Z', fall(color ?? '#c8323f', 0.15, -0.25), 'none') }),
  emblem: (draw, o, color) => ({ front: () => draw.fill('M50 76L60 82L57 95L50 101L43 95L40 82Z', fall(color ?? '#f6c83f', 0.2, -0.2)) }),
  sash: (draw, o, color) => ({ front: () => inside(draw, o, () => draw.fill('M24 60L34 58L78 132L68 140Z', fall(color ?? '#c8323f', 0.15, -0.2), 'none')) }),
  tutu: (draw, o) => ({
    over: () => {
      const { build, top } = o
      for (const [dy, k] of [[10, -0.1], [5, 0.1], [0, 0.3]])
        draw.fill(`M${50 - build.waist - 1} ${112 + dy * 0.3}C${50 - build.hip - 26} ${120 + dy} ${50 - build.hip - 24} ${132 + dy} ${50 - build.hip - 16} ${134 + dy}C40 ${142 + dy} 60 ${142 + dy} ${50 + build.hip + 16} ${134 + dy}C${50 + build.hip + 24} ${132 + dy} ${50 + build.hip + 26} ${120 + dy} ${50 + build.waist + 1} ${112 + dy * 0.3}Z`, round(tone(top.color, k)), 'body', 'fill-opacity=".85"')
    },
  }),
  epaulettes: (draw, o, color) => ({
    over: () => {
      for (const side of [-1, 1]) {
        const x = 50 + side * (o.build.shoulder - 3)
        draw.add(`<rect data-role="keep" x="${x - 8}" y="61" width="16" height="5.6" rx="2.6" fill="${color ?? '#f0c24c'}"/>`)
        for (let k = -6; k <= 6; k += 2.4) draw.line(`M${x + k} 66v6`, tone(color ?? '#f0c24c', -0.15), 1.5)
      }
    },
  }),
  fur: (draw, o, color) => ({ front: () => draw.line(`M${50 - o.build.shoulder + 4} 64C42 74 58 74 ${50 + o.build.shoulder - 4} 64`, color ?? '#f6f3f0', 9), over: () => {} }),
  numbers: (draw) => ({ front: () => draw.line('M47 84l4-3v18M46.5 99h9', '#ffffff', 3.4) }),
  stripe: (draw, o, color) => ({ front: () => inside(draw, o, () => draw.fill('M10 98H90V108H10Z', color ?? '#e9e34a', 'keep')) }),
}

// Renders with known labels, to train and measure the segmenter on: node training/segment/renders.mjs OUT COUNT FIRST_SEED
// Needs the built packages (npx tsc -b). Each record: width, height (u16), rgb bytes, class bytes; classes are those of CLASSES.
import { readFileSync, writeFileSync } from 'node:fs'
import { COLORS, LANDS, SEASONS, TIMES, VIEWPOINTS, WATERS, WEATHERS, COVERS } from '@plantain/core'
import { random } from '@plantain/imaging'
import { LABEL, labelThing, openArt, render } from '@plantain/scene'

export const CLASSES = ['sky', 'water', 'vegetation', 'ground', 'relief', 'building', 'thing', 'wall']
const classOf = new Map([
  ...['sky', 'cloud', 'sun', 'moon', 'rainbow', 'aurora'].map((name) => [LABEL[name], 0]),
  [LABEL.water, 1], [LABEL.vegetation, 2], [LABEL.ground, 3], [LABEL.road, 3], [LABEL.relief, 4], [LABEL.building, 5],
  [LABEL.backdrop, 7], [LABEL.floor, 3], [LABEL.table, 3], [LABEL.furniture, 6],
])

/** A world at random: no taste, so that every combination is seen. */
export function sceneFor(seed, kinds) {
  let at = 0
  const roll = () => random(seed, 77, at++)
  const pick = (list) => list[Math.floor(roll() * list.length) % list.length]
  const world = {
    land: pick(LANDS), water: roll() < 0.5 ? 'none' : pick(WATERS), cover: roll() < 0.6 ? 'none' : pick(COVERS), season: pick(SEASONS),
    time: pick(TIMES), weather: roll() < 0.4 ? 'clear' : pick(WEATHERS), moon: 'none', style: 'natural', viewpoint: pick(VIEWPOINTS),
    light: 'natural', grade: 'none', backdrop: roll() < 0.5 ? 'auto' : pick(COLORS), sun: roll() < 0.2, rainbow: false, aurora: false,
    lightning: false, horizon: 0.3 + 0.45 * roll(), relief: roll(), sunX: roll(), sunY: roll(), clouds: roll(), haze: roll() * 0.7,
    drama: roll(), shore: 0.3 + 0.6 * roll(), intensity: roll(), focus: roll() < 0.3 ? roll() : 0,
  }
  const things = Array.from({ length: Math.floor(roll() * 4) }, (_, i) => ({
    id: `t${i}`, kind: pick(kinds), color: 'auto', material: 'none', state: 'none', variant: Math.floor(roll() * 4), count: 1,
    x: 0.15 + 0.7 * roll(), y: 0.6 + 0.35 * roll(), height: 0.12 + 0.5 * roll(), right: roll() < 0.5, support: 'ground', parent: null,
  }))
  return { seed, world, things }
}

if (process.argv[1]?.endsWith('renders.mjs')) {
  const [out, count, first] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4] ?? 1)]
  const at = new URL('../../models/plantain-tiny/renderer/', import.meta.url)
  const art = await openArt(JSON.parse(readFileSync(new URL('catalog.json', at), 'utf8')), readFileSync(new URL('art.bin', at)))
  const kinds = [...art.kinds.keys()]
  const parts = []
  for (let seed = first; seed < first + count; seed++) {
    const [width, height] = seed % 3 === 0 ? [144, 192] : [192, 144]
    const { bitmap, labels } = render(sceneFor(seed, kinds), { width, height, art })
    const record = Buffer.alloc(4 + width * height * 4)
    record.writeUInt16LE(width, 0)
    record.writeUInt16LE(height, 2)
    for (let p = 0; p < width * height; p++) {
      for (let c = 0; c < 3; c++) record[4 + p * 3 + c] = bitmap.data[p * 4 + c]
      record[4 + width * height * 3 + p] = labelThing(labels[p]) === null ? (classOf.get(labels[p]) ?? 4) : 6
    }
    parts.push(record)
    if ((seed - first) % 20 === 19) writeFileSync(out, Buffer.concat(parts))
  }
  writeFileSync(out, Buffer.concat(parts))
}

// Which facets of a prompt hold in a picture: read from its scene, and checked on its pixels where that can be measured.
// A facet is [sort, holds, why not]. Sorts are those of the evaluation files: object, color, count, relation, attribute, scene, style …
import { labelThing, LABEL } from '../../packages/scene/dist/index.js'

/** Boxes, areas and mean colours of every copy of every thing, from the label map. Boxes in frame units. */
export function measureThings({ bitmap, labels }) {
  const { width, height, data } = bitmap
  const copies = new Map()
  const world = new Map()
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]
    const thing = labelThing(label)
    if (thing === null) {
      world.set(label, (world.get(label) ?? 0) + 1)
      continue
    }
    let entry = copies.get(label)
    if (!entry) copies.set(label, (entry = { ...thing, area: 0, left: Infinity, right: -1, top: Infinity, bottom: -1, hues: new Map() }))
    const x = i % width
    const y = (i / width) | 0
    entry.area++
    if (x < entry.left) entry.left = x
    if (x > entry.right) entry.right = x
    if (y < entry.top) entry.top = y
    if (y > entry.bottom) entry.bottom = y
    const name = nearestColor(data[i * 4], data[i * 4 + 1], data[i * 4 + 2])
    entry.hues.set(name, (entry.hues.get(name) ?? 0) + 1)
  }
  const things = new Map()
  for (const c of copies.values()) {
    if (c.area < 12) continue // a speck is not to be seen
    const list = things.get(c.index) ?? []
    list.push({ ...c, left: c.left / width, right: (c.right + 1) / width, top: c.top / height, bottom: (c.bottom + 1) / height, area: c.area / labels.length })
    things.set(c.index, list)
  }
  const areas = Object.fromEntries(Object.entries(LABEL).map(([name, label]) => [name, (world.get(label) ?? 0) / labels.length]))
  return { things, areas }
}

/** Name of a colour by hue, saturation and value: coarse, as people name the colour of a thing. */
export function nearestColor(r, g, b) {
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const value = max / 255
  const saturation = max === 0 ? 0 : (max - min) / max
  if (value < 0.2) return 'black'
  if (saturation < 0.14) return value > 0.8 ? 'white' : value < 0.3 ? 'black' : 'gray'
  let hue = max === r ? ((g - b) / (max - min)) * 60 : max === g ? 120 + ((b - r) / (max - min)) * 60 : 240 + ((r - g) / (max - min)) * 60
  if (hue < 0) hue += 360
  if (hue < 14 || hue >= 345) return value > 0.75 && saturation < 0.5 ? 'pink' : value < 0.45 ? 'brown' : 'red'
  if (hue < 42) return value < 0.62 || saturation < 0.45 ? 'brown' : 'orange'
  if (hue < 68) return value < 0.45 ? 'brown' : saturation > 0.4 && value < 0.85 && hue < 52 ? 'gold' : 'yellow'
  if (hue < 160) return 'green'
  if (hue < 192) return 'teal'
  if (hue < 255) return 'blue'
  if (hue < 292) return 'purple'
  return 'pink'
}

// Light changes colours as people's naming does: what may count as which. Sunset turns white to orange, night all to blue, so there only the scene is asked.
const LIKE = {
  red: ['red', 'pink', 'brown', 'orange'], orange: ['orange', 'brown', 'gold', 'red', 'yellow'], yellow: ['yellow', 'gold', 'orange'], green: ['green', 'teal', 'yellow'],
  teal: ['teal', 'green', 'blue'], blue: ['blue', 'teal', 'purple'], purple: ['purple', 'blue', 'pink'], pink: ['pink', 'red', 'purple'], brown: ['brown', 'orange', 'red', 'gold'],
  black: ['black', 'gray', 'brown', 'blue'], gray: ['gray', 'white', 'black', 'blue'], white: ['white', 'gray', 'yellow', 'blue', 'brown'], gold: ['gold', 'yellow', 'orange', 'brown'],
}

/** text: TextFeatures of the model; meanings of a phrase by its last unit that has any. */
export function meaningsOf(text, phrase) {
  const units = text.units(phrase)
  const all = units.flatMap((unit) => unit.meanings)
  const head = units.findLast((unit) => unit.meanings.some(({ field }) => field === 'thing')) ?? units.findLast((unit) => unit.meanings.length > 0)
  return { all, head: head?.meanings ?? [], word: phrase }
}
const valuesOf = (meanings, field) => meanings.filter((m) => m.field === field).map((m) => m.value)

export function checkFacets(facets, { scene, rendered, text, categories }) {
  const found = []
  const { things: seen, areas } = measureThings(rendered)
  const world = scene.world
  const used = new Map()
  const natural = !['night', 'sunset', 'dusk', 'dawn', 'golden hour'].includes(world.time) && ['none', 'vivid'].includes(world.grade) && ['natural', 'flat', 'oil', 'anime', 'comic', 'low poly', 'paper cut'].includes(world.style)
  const taken = new Set()
  const resolve = (object, dry = false) => {
    const { head, all } = meaningsOf(text, object.name)
    const kinds = valuesOf(head, 'thing')
    const color = object.color ? valuesOf(meaningsOf(text, object.color).all, 'color') : []
    const fits = scene.things.map((thing, index) => ({ thing, index })).filter(({ thing, index }) => kinds.includes(thing.kind) && (dry || !taken.has(index)) && seen.has(index))
    fits.sort((a, b) => Number(color.includes(b.thing.color)) - Number(color.includes(a.thing.color)) || Number(b.thing.count === object.count) - Number(a.thing.count === object.count))
    if (fits[0]) return fits[0]
    for (const { field, value } of all) {
      if (field in world && world[field] === value && value !== 'none') return { place: field }
      if (field === 'flag' && world[value]) return { place: value }
    }
    if (/^(sky)$/.test(object.name) && areas.sky > 0.02) return { place: 'sky' }
    if (/mountain|hill/.test(object.name) && areas.relief > 0.02) return { place: 'relief' }
    if (/^(sea|lake|water|river|pond|stream|ocean)$/.test(object.name) && areas.water > 0.01) return { place: 'water' }
    if (/^moon|full moon$/.test(object.name) && areas.moon > 0) return { place: 'moon' }
    if (/^sun$/.test(object.name) && areas.sun > 0) return { place: 'sun' }
    if (/^(road|street|driveway)$/.test(object.name) && areas.road > 0.01) return { place: 'road' }
    return null
  }
  for (const object of facets.objects ?? []) {
    const hit = resolve(object)
    if (hit?.index !== undefined) taken.add(hit.index)
    used.set(object.name, hit)
    found.push(['object', hit !== null, object.name])
    const thing = hit?.thing
    if (object.color) {
      const names = valuesOf(meaningsOf(text, object.color).all, 'color')
      if (names.length > 0) {
        const told = thing !== undefined && names.includes(thing.color)
        const measured = !natural || !thing || colorShare(seen.get(hit.index), names) > 0.18
        found.push(['color', told && measured, `${object.name} ${object.color}${told && !measured ? ' (not on the pixels)' : ''}`])
      }
    }
    if (object.count !== undefined) {
      const copies = thing ? seen.get(hit.index).length : 0
      const ok = thing ? copies === object.count && thing.count === object.count : hit !== null && object.count === 1
      found.push(['count', ok, `${object.count} ${object.name}, seen ${copies}`])
    }
    for (const field of ['state', 'material']) {
      if (object[field] === undefined) continue
      const wanted = valuesOf(meaningsOf(text, object[field]).all, field)
      found.push(['attribute', thing !== undefined && wanted.includes(thing[field]), `${object.name} ${object[field]}`])
    }
    if (object.region) found.push(['relation', thing !== undefined && inRegion(seen.get(hit.index), object.region), `${object.name} at ${object.region}`])
  }
  for (const [a, relation, b] of facets.relations ?? []) {
    const one = used.get(a) ?? resolve({ name: a }, true)
    const other = used.get(b) ?? resolve({ name: b }, true)
    found.push(['relation', relationHolds(one, relation, other, scene, seen), `${a} ${relation} ${b}`])
  }
  for (const [facet, field] of [['style', 'style'], ['weather', 'weather'], ['season', 'season'], ['time_of_day', 'time'], ['viewpoint', 'viewpoint']]) {
    if (facets[facet] === undefined) continue
    const wanted = valuesOf(meaningsOf(text, facets[facet]).all, field)
    if (wanted.length === 0 && ['photo', 'photorealistic'].includes(facets[facet])) continue
    found.push([facet === 'style' ? 'style' : 'scene', wanted.includes(world[field]), `${facet} ${facets[facet]}, is ${world[field]}`])
  }
  if (facets.background !== undefined) {
    const { all } = meaningsOf(text, facets.background)
    const ok = all.some(({ field, value }) => (field === 'color' || field === 'backdrop' ? world.backdrop === value : field in world && world[field] === value))
    found.push(['scene', ok, `background ${facets.background}`])
  }
  for (const name of facets.avoid ?? []) {
    const { all } = meaningsOf(text, name)
    const kinds = valuesOf(all, 'thing')
    const groups = [...valuesOf(all, 'category'), name]
    found.push(['negation', !scene.things.some((thing) => kinds.includes(thing.kind) || groups.includes(categories.get(thing.kind))), `no ${name}`])
  }
  for (const wording of facets.text ?? []) found.push(['text', scene.things.some((thing) => thing.text === wording), `"${wording}"`])
  return found
}

function colorShare(copies, names) {
  const like = new Set(names.flatMap((name) => LIKE[name] ?? [name]))
  let hit = 0
  let all = 0
  for (const { hues } of copies ?? []) for (const [name, n] of hues) { all += n; if (like.has(name)) hit += n }
  return all === 0 ? 0 : hit / all
}

const span = (copies) => ({
  left: Math.min(...copies.map((c) => c.left)), right: Math.max(...copies.map((c) => c.right)),
  top: Math.min(...copies.map((c) => c.top)), bottom: Math.max(...copies.map((c) => c.bottom)),
})

function inRegion(copies, region) {
  const box = span(copies)
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const words = region.split(' ')
  return words.every((word) => ({ left: x < 0.45, right: x > 0.55, top: y < 0.5, bottom: y > 0.5, center: Math.abs(x - 0.5) < 0.2, middle: Math.abs(x - 0.5) < 0.2 })[word] ?? true)
}

function relationHolds(one, relation, other, scene, seen) {
  if (!one || !other) return false
  if (one.thing === undefined && other.thing === undefined) return true // both are the place: a lake in the mountains
  if (other.thing === undefined) {
    if (['on', 'in', 'at', 'over', 'above', 'near', 'next to'].includes(relation)) return other.place === 'water' || other.place === 'sea' ? ['water', 'air'].includes(one.thing.support) || relation === 'next to' : true
    return !['below', 'behind'].includes(relation) || true
  }
  if (one.thing === undefined) {
    if (['moon', 'sun', 'sky', 'rainbow'].includes(one.place)) return ['above', 'behind', 'over', 'next to'].includes(relation)
    return ['behind', 'around', 'below'].includes(relation)
  }
  const [a, b] = [span(seen.get(one.index)), span(seen.get(other.index))]
  const [ax, ay, bx, by] = [(a.left + a.right) / 2, (a.top + a.bottom) / 2, (b.left + b.right) / 2, (b.top + b.bottom) / 2]
  const carried = (child, parent, supports) => child.thing.parent === parent.index && supports.includes(child.thing.support)
  switch (relation) {
    case 'on': case 'riding': case 'leaning on': case 'sitting on':
      return carried(one, other, ['on', 'worn', 'in']) || (relation === 'on' && carried(one, other, ['worn', 'held']))
    case 'in': return carried(one, other, ['in', 'on'])
    case 'wearing': return carried(other, one, ['worn'])
    case 'holding': return carried(other, one, ['held'])
    case 'left of': return ax < bx - 0.02
    case 'right of': return ax > bx + 0.02
    case 'above': case 'over': return a.bottom < by + 0.02 || ay < by - 0.08
    case 'below': case 'under': return by < ay - 0.04
    case 'behind': return one.thing.y <= other.thing.y + 0.005
    case 'in front of': return one.thing.y >= other.thing.y - 0.005
    case 'around': return Math.abs(ax - bx) < 0.4
    default: return Math.max(a.left - b.right, b.left - a.right) < 0.22 // next to, near, between, facing
  }
}

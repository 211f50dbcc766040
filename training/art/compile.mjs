/**
 * Compiles the catalogue and its art: kinds/*.txt + icon sets + own/*.svg + figures -> models/plantain-tiny/renderer/{catalog.json,art.bin}.
 *
 * A look whose drawing is missing is replaced by another look of its kind; a kind without any is dropped, with a warning
 * (`--keep` keeps it in the catalogue while its drawing is being made). `--wanted` lists all drawings that are named
 * and missing. Needs a built packages/scene (`npx tsc -b`).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { decodeDrawing, rasterize, scaling } from '../../packages/scene/dist/vector/index.js'
import { SIGN_ART } from '../../packages/scene/dist/things/signs.js'
import { flatten } from './flatten.mjs'
import { readKinds } from './kinds.mjs'
import { readLettering } from './lettering.mjs'
import { packDrawing, packFile } from './pack.mjs'
import { drawing, looksOf } from './sources.mjs'

const OUT = new URL('../../models/plantain-tiny/renderer/', import.meta.url)
const CACHE = new URL('node_modules/.cache/', import.meta.url)
const keep = process.argv.includes('--keep')
mkdirSync(CACHE, { recursive: true })

const lettering = readLettering()
const lettered = new Set()
const packed = new Map()
const aspects = new Map()
const parts = new Map()
const missing = []
const wanted = new Set()
const entries = []
for (const kind of readKinds()) {
  const looks = await existing(kind.art.default)
  if (looks.length === 0) {
    missing.push(`${kind.id} (${kind.art.default.join(' ')})`)
    if (!keep) continue
  }
  const states = {}
  for (const [state, art] of Object.entries(kind.art.states)) {
    const found = await existing(art)
    if (found.length > 0) states[state] = found
  }
  const portrait = await existing(kind.art.portrait ?? [])
  const art = { default: looks, states, ...(portrait.length > 0 ? { portrait } : {}) }
  entries.push({
    id: kind.id, names: kind.names, category: kind.category, height: kind.height,
    aspect: kind.aspect ?? aspects.get(looks[0]?.split('~')[0]) ?? 1,
    support: kind.support, indoor: kind.indoor, right: kind.right, leftward: kind.leftward, recolor: kind.recolor, art,
    anchors: Object.fromEntries(Object.entries(kind.anchors).map(([name, [x, y]]) => [name, { x, y }])),
    ...letteringOf([...looks, ...Object.values(states).flat()]),
    ...partsOf([...looks, ...Object.values(states).flat(), ...portrait]),
  })
}
// Signs of states, which no kind needs to have: see packages/scene/src/things/signs.ts.
for (const name of SIGN_ART) if (!(await add(name))) throw new Error(`there is no drawing "${name}" for a sign`)
for (const name of lettering.keys()) if (!lettered.has(name)) throw new Error(`lettering.txt: no kind has the drawing "${name}"`)
mkdirSync(OUT, { recursive: true })
const file = packFile(new Map([...packed].sort(([a], [b]) => (a < b ? -1 : 1))))
writeFileSync(new URL('art.bin', OUT), file)
writeFileSync(new URL('catalog.json', OUT), `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
console.log(`${entries.length} kinds, ${packed.size} drawings, ${file.length} bytes of art`)
if (process.argv.includes('--wanted')) console.log(`drawings that would be shown if they were there: ${[...wanted].join(' ')}`)
if (missing.length > 0) console.warn(`${keep ? 'without art' : 'dropped'} for want of drawings: ${missing.length}: ${missing.join(', ')}`)

/** Where the looks of a kind can be lettered; nothing for a kind without such a look. */
function letteringOf(looks) {
  const places = looks.map((look) => look.split('~')[0]).filter((name) => lettering.has(name))
  for (const name of places) lettered.add(name)
  return places.length > 0 ? { lettering: Object.fromEntries(places.map((name) => [name, lettering.get(name)])) } : {}
}

/** Which parts the looks of a kind tell from the rest; nothing for a kind without any. */
function partsOf(looks) {
  const found = [...new Set(looks.map((look) => look.split('~')[0]))].filter((name) => (parts.get(name) ?? []).length > 0)
  return found.length > 0 ? { parts: Object.fromEntries(found.map((name) => [name, parts.get(name)])) } : {}
}

function partsIn(nodes) {
  return [...new Set(nodes.flatMap((node) => (node.children ? partsIn(node.children) : (node.part ?? []))))].sort()
}

/** The looks that can be drawn, figures spread out into their variants; up to four, those that exist repeated. */
async function existing(references) {
  const found = []
  let gaps = 0
  for (const reference of references.flatMap(looksOf))
    if (await add(reference.split('~')[0])) found.push(reference)
    else {
      gaps++
      wanted.add(reference.split('~')[0])
    }
  for (let i = 0; gaps > 0 && found.length > 0 && i < gaps; i++) found.push(found[i % found.length])
  return found
}

async function add(name) {
  if (name.startsWith('tree:')) return aspects.set(name, 0.8)
  if (packed.has(name)) return true
  const source = drawing(name)
  if (source === null) return false
  const flat = flattened(name, source)
  const box = boxOf(source, flat)
  parts.set(name, partsIn(flat.nodes))
  packed.set(name, packDrawing({ ...flat, box, marks: marksOf(source) }))
  aspects.set(name, Math.round(((box.right - box.left) / (box.bottom - box.top)) * 100) / 100)
  return true
}

/** Marks of a figure in the units of `flatten`. */
function marksOf({ width, height, marks }) {
  const scale = 32 / Math.max(width, height)
  return marks ? Object.fromEntries(Object.entries(marks).map(([name, value]) => [name, value * scale])) : null
}

function flattened(name, source) {
  try {
    return flatten(source)
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

/** What of the view box is drawn on, in the units of `flatten` (longer side 32), by drawing it. Kept by content. */
function boxOf(source, flat) {
  const key = createHash('sha256').update(source.body).digest('hex').slice(0, 32)
  const kept = new URL(`${key}.json`, CACHE)
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
  const scale = 12
  const [width, height] = [Math.ceil(flat.width * scale), Math.ceil(flat.height * scale)]
  const whole = { left: 0, top: 0, right: flat.width, bottom: flat.height }
  const pixels = rasterize(decodeDrawing(packDrawing({ ...flat, box: whole })), scaling(scale), width, height)
  // An edge pixel that is half covered ends half a pixel earlier.
  const most = { rows: new Float32Array(height), columns: new Float32Array(width) }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const alpha = pixels[4 * (y * width + x) + 3]
      most.rows[y] = Math.max(most.rows[y], alpha)
      most.columns[x] = Math.max(most.columns[x], alpha)
    }
  const [left, right] = extent(most.columns)
  const [top, bottom] = extent(most.rows)
  const box = { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale }
  writeFileSync(kept, JSON.stringify(box))
  return box
}

function extent(cover) {
  const first = cover.findIndex((share) => share > 0.12)
  const last = cover.findLastIndex((share) => share > 0.12)
  if (first < 0) throw new Error('nothing is drawn')
  return [first + 1 - Math.min(1, cover[first]), last + Math.min(1, cover[last])]
}

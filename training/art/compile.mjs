/**
 * Compiles the catalogue and its art: kinds/*.txt + icon sets + own/*.svg + figures -> models/plantain-tiny/renderer/{catalog.json,art.bin}.
 *
 * A look whose drawing is missing is replaced by another look of its kind; a kind without any is dropped, with a warning
 * (`--keep` keeps it in the catalogue while its drawing is being made).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { flatten } from './flatten.mjs'
import { readKinds } from './kinds.mjs'
import { packDrawing, packFile } from './pack.mjs'
import { drawing, looksOf, svgOf } from './sources.mjs'

const OUT = new URL('../../models/plantain-tiny/renderer/', import.meta.url)
const CACHE = new URL('node_modules/.cache/', import.meta.url)
const keep = process.argv.includes('--keep')
mkdirSync(CACHE, { recursive: true })

const packed = new Map()
const aspects = new Map()
const missing = []
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
    support: kind.support, indoor: kind.indoor, right: kind.right, recolor: kind.recolor, art,
    anchors: Object.fromEntries(Object.entries(kind.anchors).map(([name, [x, y]]) => [name, { x, y }])),
  })
}
mkdirSync(OUT, { recursive: true })
const file = packFile(new Map([...packed].sort(([a], [b]) => (a < b ? -1 : 1))))
writeFileSync(new URL('art.bin', OUT), file)
writeFileSync(new URL('catalog.json', OUT), `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
console.log(`${entries.length} kinds, ${packed.size} drawings, ${file.length} bytes of art`)
if (missing.length > 0) console.warn(`${keep ? 'without art' : 'dropped'} for want of drawings: ${missing.length}: ${missing.join(', ')}`)

/** The looks that can be drawn, figures spread out into their variants; up to four, those that exist repeated. */
async function existing(references) {
  const found = []
  let gaps = 0
  for (const reference of references.flatMap(looksOf)) (await add(reference.split('~')[0])) ? found.push(reference) : gaps++
  for (let i = 0; gaps > 0 && found.length > 0 && i < gaps; i++) found.push(found[i % found.length])
  return found
}

async function add(name) {
  if (name.startsWith('tree:')) return aspects.set(name, 0.8)
  if (packed.has(name)) return true
  const source = drawing(name)
  if (source === null) return false
  const key = createHash('sha256').update(JSON.stringify(source)).update(readFileSync(new URL('flatten.mjs', import.meta.url)))
    .update(readFileSync(new URL('pack.mjs', import.meta.url))).digest('hex').slice(0, 32)
  const cached = new URL(`${key}.bin`, CACHE)
  if (!existsSync(cached)) {
    try {
      writeFileSync(cached, packDrawing({ ...flatten(source), box: await boxOf(source) }))
    } catch (error) {
      throw new Error(`${name}: ${error.message}`, { cause: error })
    }
  }
  const bytes = readFileSync(cached)
  packed.set(name, bytes)
  const box = await boxFrom(bytes)
  aspects.set(name, Math.round(((box.right - box.left) / (box.bottom - box.top)) * 100) / 100)
  return true
}

/** What of the view box is drawn on, in the units of `flatten` (longer side 32). */
async function boxOf(source) {
  const high = 1024
  const { info } = await sharp(Buffer.from(svgOf(source, high))).trim({ threshold: 24 }).toBuffer({ resolveWithObject: true })
  const unit = 32 / Math.max(source.width, source.height) / (high / source.height)
  const left = -info.trimOffsetLeft * unit
  const top = -info.trimOffsetTop * unit
  return { left, top, right: left + info.width * unit, bottom: top + info.height * unit }
}

/** The box again, from the head of packed bytes: two sizes, then four numbers. */
async function boxFrom(bytes) {
  let at = 0
  const count = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const next = bytes[at++]
      value += (next & 127) * scale
      if (next < 128) return value
    }
  }
  const [, , left, top, right, bottom] = [count(), count(), count(), count(), count(), count()]
  return { left, top, right, bottom }
}

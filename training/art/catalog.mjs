/** Writes models/plantain-tiny/renderer/catalog.json from `kinds/`. Prints what art is missing. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { readKinds } from './kinds.mjs'
import { drawing, svgOf } from './sources.mjs'

const OUT = new URL('../../models/plantain-tiny/renderer/catalog.json', import.meta.url)
const missing = new Map()
const aspects = new Map()

const kinds = readKinds()
const entries = []
for (const kind of kinds) {
  for (const reference of references(kind)) if (await aspectOf(reference) === null) missing.set(reference.split('~')[0], kind.id)
  entries.push({
    id: kind.id, names: kind.names, category: kind.category, height: kind.height,
    aspect: kind.aspect ?? (await aspectOf(kind.art.default[0])) ?? 1,
    support: kind.support, indoor: kind.indoor, right: kind.right, recolor: kind.recolor, art: kind.art,
    anchors: Object.fromEntries(Object.entries(kind.anchors).map(([name, [x, y]]) => [name, { x, y }])),
  })
}
writeFileSync(OUT, `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
console.log(`${entries.length} kinds, ${missing.size} drawings missing`)
if (process.argv.includes('--missing')) console.log([...missing].map(([art, kind]) => `${art} (${kind})`).join(', '))

function references(kind) {
  return [...kind.art.default, ...(kind.art.portrait ?? []), ...Object.values(kind.art.states).flat()]
}

/** Width over height of what is drawn; null where the drawing is missing. */
async function aspectOf(reference) {
  const name = reference.split('~')[0]
  if (name.startsWith('figure:')) return 0.42
  if (name.startsWith('bust:')) return 1.1
  if (name.startsWith('tree:')) return 0.8
  if (!aspects.has(name)) aspects.set(name, await measure(name))
  return aspects.get(name)
}
async function measure(name) {
  const found = drawing(name)
  if (found === null) return null
  const { info } = await sharp(Buffer.from(svgOf(found, 192))).trim({ threshold: 8 }).toBuffer({ resolveWithObject: true })
  return Math.round((info.width / info.height) * 100) / 100
}
